//! Which operations have `--if-exists`, `--if-absent` and `--merge`, and why the others do not.

use houston_client::schema::{Effect, Operation, OperationKind};

use crate::terminal::text::plain;

/// A flag that makes a call repeatable, with the test whether an operation has it.
pub(crate) type Flag = (&'static str, fn(&Operation) -> Result<(), String>);

/// The next step for an object that exists, if the operation has the flag.
pub(crate) const IF_EXISTS: &str = "`--if-exists use` takes what exists as it is; `--if-exists check` compares it with what is given first.";

/// The flags.
pub(crate) const FLAGS: [Flag; 3] =
    [("if-exists", if_exists), ("if-absent", if_absent), ("merge", merge)];

/// Whether an operation, or one of its cases, passes a test.
///
/// # Errors
///
/// Returns why the operation itself does not.
pub(crate) fn in_any_case(
    operation: &Operation,
    test: fn(&Operation) -> Result<(), String>,
) -> Result<(), String> {
    let is_in = operation.cases.iter().any(|case| test(&operation.of(case)).is_ok());
    if is_in { Ok(()) } else { test(operation) }
}

/// Whether a flag is one of these, and the operation has it.
pub(crate) fn has(operation: &Operation, name: &str) -> bool {
    let flag = FLAGS.iter().find(|(known, _)| *known == name);
    flag.is_some_and(|(_, test)| in_any_case(operation, *test).is_ok())
}

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
        Effect::Update | Effect::Replace if operation.merge.is_some() => Ok(()),
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
    let (_, test) = FLAGS.iter().find(|(known, _)| *known == name)?;
    in_any_case(operation, *test).err()
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

#[cfg(test)]
mod tests {
    use houston_client::SCHEMA;
    use houston_tests::page;

    use super::FLAGS;

    /// The page has a row for each operation, and is written by this test with `HOUSTON_WRITE_DOCS=1`.
    #[test]
    fn the_page_says_which_flags_each_operation_has() {
        let head = "# Which calls can run again\n\n\
            - `--if-exists use` looks first: if the object exists, nothing is sent, and what exists is printed. `--if-exists \
            check` also compares what was given: other values are the error `differs`, and if nothing can be compared, \
            `cannot-tell`. Several objects of one key are `ambiguous`. All three have exit code 4.\n\
            - `--if-absent ok` takes an object that is gone already as a success.\n\
            - `--merge` reads what exists, lays what is given over it, and writes the whole.\n\n\
            The look-up and the call are two requests. If another call creates the object in between and the server refuses \
            ours, the option applies to that answer as well.\n\n\
            Some facts depend on the arguments: in later versions, `upsertDeployment` creates without `deploymentUuid`, and \
            has `--if-exists` then; with it, the call updates, and has `--merge` for `environmentVariables`.\n\n\
            These flags work for each row of [`--rows`](rows.md), and `houston reconcile` takes those of the original call.\n\n\
            The rows follow `schema/overlay.toml`. A test writes this page: `HOUSTON_WRITE_DOCS=1 cargo nextest run -p \
            houston-cli repeats`.\n\n\
            | operation | `--if-exists` | `--if-absent` | `--merge` |\n|---|---|---|---|\n";
        let rows = SCHEMA.operations.iter().map(|operation| {
            let cells = FLAGS.map(|(_, test)| match test(operation) {
                Ok(()) => "yes".to_owned(),
                Err(why) => format!("no: {why}"),
            });
            format!("| `{}` | {} |\n", operation.name, cells.join(" | "))
        });
        let page = format!("{head}{}", rows.collect::<String>());
        page::check("repeating.md", &page);
    }
}
