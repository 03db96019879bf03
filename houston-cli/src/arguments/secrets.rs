//! Asks for missing secrets on a terminal, without echo.

use houston_client::schema::Operation;

use super::raw::RawArgument;
use super::source::Sourced;
use crate::failure::Failure;
use crate::terminal::prompt;
use crate::terminal::text::plain;

/// Asks on a terminal for each required secret that is not given.
///
/// # Errors
///
/// Fails if Ctrl-C stops the prompt.
pub(super) fn ask(operation: &Operation, given: &mut [RawArgument]) -> Result<(), Failure> {
    for (given, argument) in given.iter_mut().zip(operation.arguments.iter()) {
        if argument.secret && argument.required && given.is_empty() {
            // Without an answer it is missing.
            if let Some(text) = prompt::secret(&plain(&argument.name))? {
                given.add(Ok(Sourced { text, literal: false }));
            }
        }
    }
    Ok(())
}
