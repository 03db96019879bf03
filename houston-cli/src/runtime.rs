//! What runs a call.

use crate::failure::{Exit, Failure};

/// A runtime on this thread: made only when something is sent.
pub(crate) fn runtime() -> Result<tokio::runtime::Runtime, Failure> {
    let built = tokio::runtime::Builder::new_current_thread().enable_all().build();
    built.map_err(|error| Failure::new(Exit::Internal, "no call can be made").because(&error))
}
