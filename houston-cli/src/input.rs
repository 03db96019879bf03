//! From flags to the values of an operation's arguments: typed by the schema, never guessed.

use clap::ArgMatches;
use houston_client::arguments::Arguments;
use houston_client::schema::{Operation, Schema};

mod coerce;
#[cfg(test)]
mod coerce_tests;
mod flags;
mod given;
mod json;
mod place;
mod words;

pub(crate) use flags::flags;
pub(crate) use json::masked;
pub(crate) use words::Words;

/// Reads the arguments of a call: from the flags that clap has read, and the dotted ones.
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
) -> Result<Arguments, Vec<String>> {
    let (given, unknown) = flags::given(operation, matches, dotted);
    problems.extend(unknown);
    coerce::read(schema, operation, given, problems)
}
