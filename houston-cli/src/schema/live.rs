//! Which operations have the flags for live data.

use houston_client::schema::{Operation, OperationKind};

use crate::schema::names;

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

/// Whether its result can be live data.
pub(crate) fn is_live(operation: &Operation) -> bool {
    operation.kind == OperationKind::Subscription || is_followed(operation)
}

/// Whether a subscription goes on where its result ends.
pub(crate) fn is_followed(operation: &Operation) -> bool {
    operation.kind == OperationKind::Query && operation.follow.is_some()
}
