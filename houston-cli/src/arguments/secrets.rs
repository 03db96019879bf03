//! Secrets that are missing are asked for, without echo, where somebody is there to type them.

use houston_client::schema::Operation;

use super::raw::RawArgument;
use super::source::Sourced;
use crate::failure::Failure;
use crate::terminal::prompt;
use crate::terminal::text::plain;

/// Asks on a terminal for each required secret that nobody has given.
///
/// # Errors
///
/// When it was stopped by Ctrl-C.
pub(super) fn ask(operation: &Operation, given: &mut [RawArgument]) -> Result<(), Failure> {
    for (given, argument) in given.iter_mut().zip(operation.arguments.iter()) {
        if argument.secret && argument.required && given.is_empty() {
            // Nobody answers: then it is missing.
            if let Some(text) = prompt::secret(&plain(&argument.name))? {
                given.add(Sourced { text, literal: false });
            }
        }
    }
    Ok(())
}
