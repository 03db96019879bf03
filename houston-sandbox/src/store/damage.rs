//! Files that are damaged: the store's library panics over some of them.

use std::any::Any;
use std::panic;
use std::panic::AssertUnwindSafe;

use crate::Error;
use crate::error::Cause;

/// Asks the store for something, and makes an error of a panic.
///
/// The program's own panic hook has heard of it by then, and says what it says: hooks belong to the whole process, so
/// that none is set here.
pub(crate) fn caught<T>(work: impl FnOnce() -> Result<T, Error>) -> Result<T, Error> {
    // What was half done is dropped with its transaction.
    panic::catch_unwind(AssertUnwindSafe(work))
        .unwrap_or_else(|panic| Err(Cause::Damaged(None, text(&*panic).to_owned()).into()))
}

fn text(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("it cannot be read")
}
