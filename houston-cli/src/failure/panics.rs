//! Panics: told like every other failure, and only if they end the process.

use std::sync::{Mutex, PoisonError};

use crate::failure::{Exit, Failure};
use crate::terminal::text::plain;

/// What the last panic said, and where.
static LAST: Mutex<Option<String>> = Mutex::new(None);

/// Keeps what panics say, in place of writing it: the sandbox catches those of a damaged store, and stderr may be
/// read by a program.
#[allow(clippy::disallowed_methods, reason = "this is the program, which others are not part of")]
pub(crate) fn keep() {
    std::panic::set_hook(Box::new(|panic| {
        *LAST.lock().unwrap_or_else(PoisonError::into_inner) = Some(panic.to_string());
    }));
}

/// The failure that the last panic was.
pub(crate) fn failure() -> Failure {
    let failure = Failure::new(Exit::Internal, "a fault of this program");
    let last = LAST.lock().unwrap_or_else(PoisonError::into_inner).take();
    let failure = last.iter().fold(failure, |failure, text| failure.detail(plain(text)));
    failure.help("report it, with these lines and what you ran; `houston doctor` may say more")
}
