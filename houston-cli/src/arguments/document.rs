//! `--input`: the arguments as one document, JSON or YAML.

use houston_client::json::{Duplicates, read};
use houston_client::schema::Operation;
use serde_json::Value;
use serde_saphyr::MessageFormatter;

use super::flags::unknown;
use super::problem::Problem;
use super::raw::RawArgument;
use crate::schema::names::{self, kebab};
use crate::terminal::text::short;

/// Adds a document's values to what flags gave. Flags win.
///
/// # Errors
///
/// When the document as a whole cannot be used. What is wrong with single values is added to the problems.
pub(super) fn add(
    operation: &Operation,
    given: &mut [RawArgument],
    text: &str,
    problems: &mut Vec<Problem>,
) -> Result<(), Problem> {
    let fields = match parse(text) {
        Ok(Value::Object(fields)) => fields,
        // Comments alone.
        Ok(Value::Null) => return Ok(()),
        Ok(_) => return Err(Problem::at("--input", "no object with the arguments' names")),
        Err(error) => {
            return Err(Problem::at("--input", format_args!("neither JSON nor YAML: {error}")));
        }
    };
    for (name, mut value) in fields {
        let Some(at) = names::argument(operation, &name) else {
            problems.push(unknown(format!("--input.{}", short(&name)), operation, &name));
            continue;
        };
        if !wins(&given[at], &mut value) {
            given[at].add_json(value);
        }
    }
    Ok(())
}

fn parse(text: &str) -> Result<Value, String> {
    if text.trim_start().starts_with('{')
        && let Ok(value) = read(text, Duplicates::Refused)
    {
        return Ok(value);
    }
    serde_saphyr::from_str(text).map_err(|error| {
        // Without what only those can do who call the library.
        let message = serde_saphyr::UserMessageFormatter.format_message(error.without_snippet());
        let at = error.location().map_or(String::new(), |at| format!("line {}: ", at.line()));
        at + &short(&message)
    })
}

/// Whether what was given takes the place of a whole value. What it gives for parts is taken out of the value.
fn wins(given: &RawArgument, value: &mut Value) -> bool {
    if given.is_whole() {
        return true;
    }
    if let Value::Object(fields) = value {
        for (name, part) in given.parts() {
            let keys = fields
                .keys()
                .find(|key| *key == name)
                .or_else(|| fields.keys().find(|key| kebab(key) == *name));
            if let Some(key) = keys.cloned()
                && fields.get_mut(&key).is_some_and(|inner| wins(part, inner))
            {
                fields.remove(&key);
            }
        }
    }
    false
}
