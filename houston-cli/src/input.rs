//! From flags to the values of an operation's arguments: typed by the schema, never guessed.

use clap::ArgMatches;
use houston_client::arguments::Arguments;
use houston_client::schema::{Argument, Operation, Schema};
use serde_json::{Map, Value};

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
pub(crate) use source::{secret, stdin};
pub(crate) use words::Words;

use given::Given;

/// What a call's options say about its arguments.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Beside<'o> {
    /// A file with the arguments, or `-`.
    pub(crate) document: Option<&'o str>,
    /// Arguments that are null.
    pub(crate) nulls: &'o [String],
    /// Whether secrets may stand in the words of the call.
    pub(crate) allow_secrets: bool,
    /// Values of the profile for arguments that nobody gives, by name.
    pub(crate) defaults: Option<&'o Map<String, Value>>,
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
    let (mut given, unknown) = flags::given(operation, matches, dotted);
    problems.extend(unknown);
    problems.extend(flags::nulls(operation, &mut given, beside.nulls));
    if let Some(path) = beside.document {
        match source::document(path) {
            Ok(text) => document::add(operation, &mut given, &text, &mut problems),
            Err(problem) => problems.push(format!("--input: {problem}")),
        }
    }
    if let Some(defaults) = beside.defaults {
        add_defaults(operation, &mut given, defaults);
    }
    if problems.is_empty() {
        secrets::ask(operation, &mut given);
    }
    coerce::read(schema, operation, given, problems, beside.allow_secrets)
}

/// The arguments that a profile gives values for, if nobody else does. A secret is none of them.
pub(crate) fn defaulted<'o>(
    operation: &'o Operation,
    defaults: &Map<String, Value>,
) -> Vec<&'o Argument> {
    let has = |argument: &&Argument| !argument.secret && defaults.contains_key(&*argument.name);
    operation.arguments.iter().filter(has).collect()
}

fn add_defaults(operation: &Operation, given: &mut [Given], defaults: &Map<String, Value>) {
    for argument in defaulted(operation, defaults) {
        let at = operation.arguments.iter().position(|other| other.name == argument.name);
        let Some(given) = at.and_then(|at| given.get_mut(at)).filter(|given| given.is_empty())
        else {
            continue;
        };
        *given = match &defaults[&*argument.name] {
            // As the flag would be read.
            Value::String(text) => Given::text(text.clone()),
            other => Given::json(other.clone()),
        };
    }
}
