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

/// Adds the values of a document to those of flags. Flags win.
///
/// # Errors
///
/// Fails if the document as a whole cannot be used. Problems of single values are added to `problems`.
pub(super) fn add(
    operation: &Operation,
    given: &mut [RawArgument],
    text: &str,
    problems: &mut Vec<Problem>,
) -> Result<(), Problem> {
    let fields = match parse(text) {
        Ok(Value::Object(fields)) => fields,
        // Only comments, as in a skeleton.
        Ok(Value::Null) if text.trim_start().starts_with('#') => return Ok(()),
        Ok(_) => {
            return Err(Problem::at(
                "--input",
                "expected an object with the names of arguments as keys",
            ));
        }
        Err(error) => {
            return Err(Problem::at("--input", format_args!("not valid JSON or YAML: {error}")));
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
        // The default messages give advice for callers of the library.
        let message = serde_saphyr::UserMessageFormatter.format_message(error.without_snippet());
        let at = error.location().map_or(String::new(), |at| format!("line {}: ", at.line()));
        at + &short(&message)
    })
}

/// Whether flags replace a whole value of the document. Parts that flags set are removed from the value.
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
