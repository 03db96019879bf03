//! Which operations have the flags for live data.

use houston_client::schema::{Operation, OperationKind, Schema};

use crate::schema::names;
use crate::terminal::text::plain;

/// A flag, with the test whether an operation has it.
type Flag = (&'static str, fn(&Operation) -> bool);

/// The flags.
const FLAGS: [Flag; 4] =
    [("since", is_followed), ("follow", is_followed), ("count", is_live), ("ws-url", is_live)];

/// Whether a flag is one of these, and the operation has it. Its arguments win.
pub(crate) fn has(operation: &Operation, name: &str) -> bool {
    let flag = FLAGS.iter().find(|(known, _)| *known == name);
    flag.is_some_and(|(_, test)| test(operation)) && !names::is_argument(operation, name)
}

/// The flag or the operation that is meant by a flag of live data that an operation does not have.
pub(crate) fn meant(schema: &Schema, operation: &Operation, flag: &str) -> Option<String> {
    if flag == "-f" && is_followed(operation) {
        return Some("; did you mean `--follow`?".to_owned());
    }
    let name = flag.strip_prefix("--")?;
    if !FLAGS.iter().any(|(known, _)| *known == name) {
        return None;
    }
    let of = |row: &&Operation| {
        row.follow.as_ref().is_some_and(|follow| follow.subscription == operation.name)
    };
    let other = schema.operations.iter().find(of)?;
    Some(format!("; `houston {}` has it", plain(&other.name)))
}

/// Whether its result can be live data.
pub(crate) fn is_live(operation: &Operation) -> bool {
    operation.kind == OperationKind::Subscription || is_followed(operation)
}

/// Whether a subscription goes on where its result ends.
pub(crate) fn is_followed(operation: &Operation) -> bool {
    operation.kind == OperationKind::Query && operation.follow.is_some()
}
