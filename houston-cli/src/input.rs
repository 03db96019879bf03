//! From flags to the values of an operation's arguments: typed by the schema, never guessed.

use clap::ArgMatches;
use houston_client::arguments::Arguments;
use houston_client::schema::{Operation, Schema};

mod coerce;
#[cfg(test)]
mod coerce_tests;
mod dotted;
mod flags;
mod given;
mod json;
mod place;

pub(crate) use dotted::rewrite;
pub(crate) use flags::flags;
pub(crate) use json::masked;

/// Reads the arguments of a call from its flags.
///
/// # Errors
///
/// All that is wrong with them, one line each.
pub(crate) fn read(
    schema: &Schema,
    operation: &Operation,
    matches: &ArgMatches,
) -> Result<Arguments, Vec<String>> {
    let (given, problems) = flags::given(operation, matches);
    coerce::read(schema, operation, given, problems)
}
