//! From flags to the values of an operation's arguments: typed by the schema, never guessed.

use clap::ArgMatches;
use houston_client::arguments::Arguments;
use houston_client::schema::{Operation, Schema};

mod coerce;
#[cfg(test)]
mod coerce_tests;
mod document;
mod flags;
mod given;
mod json;
mod place;
mod secrets;
mod source;
mod words;

pub(crate) use flags::flags;
pub(crate) use json::masked;
pub(crate) use words::Words;

use source::Sources;

/// What a call's options say about its arguments.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Beside<'o> {
    /// A file with the arguments, or `-`.
    pub(crate) document: Option<&'o str>,
    /// Arguments that are null.
    pub(crate) nulls: &'o [String],
    /// Whether secrets may stand in the words of the call.
    pub(crate) allow_secrets: bool,
}

/// Reads the arguments of a call: from the flags that clap has read, the dotted ones, and what is beside them.
///
/// # Errors
///
/// All that is wrong with them, one line each, behind the `problems` that there were before.
pub(crate) fn read(
    schema: &Schema,
    operation: &Operation,
    matches: &ArgMatches,
    dotted: Vec<(String, String)>,
    mut problems: Vec<String>,
    beside: Beside<'_>,
) -> Result<Arguments, Vec<String>> {
    let mut sources = Sources::default();
    let (mut given, unknown) = flags::given(operation, matches, dotted, &mut sources);
    problems.extend(unknown);
    problems.extend(flags::nulls(operation, &mut given, beside.nulls));
    if let Some(path) = beside.document {
        match sources.document(path) {
            Ok(text) => document::add(operation, &mut given, &text, &mut problems),
            Err(problem) => problems.push(format!("--input: {problem}")),
        }
    }
    if problems.is_empty() {
        secrets::ask(operation, &mut given);
    }
    coerce::read(schema, operation, given, problems, beside.allow_secrets)
}
