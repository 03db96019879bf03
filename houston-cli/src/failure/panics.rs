//! Panics: reported like other failures, and only if they end the process.

use std::sync::{Mutex, PoisonError};

use crate::failure::{Exit, Failure};
use crate::terminal::text::plain;

/// The message and place of the last panic.
static LAST: Mutex<Option<String>> = Mutex::new(None);

/// Keeps the messages of panics instead of printing them: the sandbox catches the panics of a damaged store, and a
/// program may read stderr.
#[allow(
    clippy::disallowed_methods,
    reason = "this is the program itself, and no library has a hook to lose"
)]
pub(crate) fn keep() {
    std::panic::set_hook(Box::new(|panic| {
        *LAST.lock().unwrap_or_else(PoisonError::into_inner) = Some(panic.to_string());
    }));
}

/// The last panic as a failure.
pub(crate) fn failure() -> Failure {
    let failure = Failure::new(Exit::Internal, "houston stopped unexpectedly");
    let last = LAST.lock().unwrap_or_else(PoisonError::into_inner).take();
    let failure = last.iter().fold(failure, |failure, text| failure.detail(plain(text)));
    failure.help("Report it, with these lines and the command that you ran.")
}
