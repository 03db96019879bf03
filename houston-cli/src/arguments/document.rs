//! `--input`: the arguments as one document, JSON or YAML.

use houston_client::schema::Operation;

use super::flags::unknown;
use super::problem::Problem;
use super::raw::RawArgument;
use super::written::Written;
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
    let fields = match Written::document(text) {
        Ok(Written::Object(fields)) => fields,
        // Only comments, as in a skeleton.
        Ok(Written::Null) if text.trim_start().starts_with('#') => return Ok(()),
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

/// Whether flags replace a whole value of the document. Parts that flags set are removed from the value.
fn wins(given: &RawArgument, value: &mut Written) -> bool {
    if given.is_whole() {
        return true;
    }
    if let Written::Object(fields) = value {
        for (name, part) in given.parts() {
            let at = fields.iter().position(|(key, _)| key == name);
            let at = at.or_else(|| fields.iter().position(|(key, _)| kebab(key) == *name));
            if let Some(at) = at
                && wins(part, &mut fields[at].1)
            {
                fields.remove(at);
            }
        }
    }
    false
}
