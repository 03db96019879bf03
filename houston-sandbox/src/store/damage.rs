//! Damaged files, on which redb can panic.

use std::any::Any;
use std::panic;
use std::panic::AssertUnwindSafe;

use crate::Error;
use crate::error::Cause;

/// Runs a step on the store, and turns a panic into an error.
///
/// The program's panic hook still prints the panic. A hook belongs to the whole process, so a library does not
/// replace it.
pub(crate) fn caught<T>(work: impl FnOnce() -> Result<T, Error>) -> Result<T, Error> {
    // Half-done work is discarded with its transaction.
    panic::catch_unwind(AssertUnwindSafe(work))
        .unwrap_or_else(|panic| Err(Cause::Damaged(text(&*panic).to_owned()).into()))
}

fn text(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("it cannot be read")
}
