//! The names of our own commands, and how an operation is called that has one of them.

use houston_client::schema::Operation;

use crate::names;
use crate::text::plain;

/// Commands of our own. An operation of the same name is reached through `houston query|mutation NAME`.
pub(crate) const OWN: [&str; 16] = [
    "auth",
    "completions",
    "describe",
    "doctor",
    "explain",
    "help",
    "list",
    "man",
    "mutation",
    "profile",
    "query",
    "query-text",
    "reconcile",
    "sandbox",
    "schema",
    "skeleton",
];

/// Whether a command of our own hides the operation of this name.
pub(crate) fn is_hidden(operation: &str) -> bool {
    OWN.contains(&operation) || OWN.contains(&names::kebab(operation).as_str())
}

/// The words that run an operation, without its arguments.
pub(crate) fn call(operation: &Operation) -> String {
    let name = plain(&operation.name);
    match is_hidden(&operation.name) {
        true => format!("houston {} {name}", operation.kind.keyword()),
        false => format!("houston {name}"),
    }
}
