//! Which operations have `--if-exists`, `--if-absent` and `--merge`, and why the others do not.

use houston_client::schema::{Effect, Operation, OperationKind};

use crate::terminal::text::plain;

/// A flag that makes a call repeatable, with the test whether an operation has it.
pub(crate) type Flag = (&'static str, fn(&Operation) -> Result<(), String>);

/// The flags.
pub(crate) const FLAGS: [Flag; 3] =
    [("if-exists", if_exists), ("if-absent", if_absent), ("merge", merge)];

/// Whether `--if-exists` is possible.
///
/// # Errors
///
/// Returns why not.
pub(crate) fn if_exists(operation: &Operation) -> Result<(), String> {
    match operation.effect {
        Effect::Create if operation.finder.is_some() && !operation.natural_key.is_empty() => Ok(()),
        Effect::Create => Err(unfound(operation)),
        _ => Err(other(operation, "it creates nothing")),
    }
}

/// Whether `--if-absent` is possible: a query shows what is deleted, or the call can only speak of one object.
///
/// # Errors
///
/// Returns why not.
pub(crate) fn if_absent(operation: &Operation) -> Result<(), String> {
    match operation.effect {
        Effect::Delete if operation.finder.is_some() || operation.arguments.len() == 1 => Ok(()),
        Effect::Delete => Err(unfound(operation)),
        _ => Err(other(operation, "it deletes nothing")),
    }
}

/// Whether `--merge` is possible.
///
/// # Errors
///
/// Returns why not.
pub(crate) fn merge(operation: &Operation) -> Result<(), String> {
    match operation.effect {
        _ if operation.merge.is_some() => Ok(()),
        Effect::Replace => Err(unfound(operation)),
        Effect::Create => Err("it creates something new".to_owned()),
        Effect::Delete => Err("it deletes".to_owned()),
        Effect::Update => Err("it keeps what is not given".to_owned()),
        _ => Err(other(operation, "it replaces nothing")),
    }
}

/// Why an operation has not this flag, such as `--merge`; none if it is not one of these flags, or the operation has it.
pub(crate) fn why_not(operation: &Operation, flag: &str) -> Option<String> {
    let name = flag.strip_prefix("--")?;
    let (_, check) = FLAGS.iter().find(|(known, _)| *known == name)?;
    check(operation).err()
}

fn other(operation: &Operation, what: &str) -> String {
    match (operation.kind, operation.effect) {
        (OperationKind::Mutation, Effect::Unknown) => "nothing is known about what it does",
        (OperationKind::Mutation, _) => what,
        _ => "it only reads",
    }
    .to_owned()
}

/// Why no query shows what an operation changes.
pub(crate) fn unfound(operation: &Operation) -> String {
    match plain(&operation.unfound) {
        why if why.is_empty() => "no known query finds what it changes".to_owned(),
        why => why,
    }
}
