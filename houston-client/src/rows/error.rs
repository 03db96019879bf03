use std::fmt;
use std::io;

use super::worker::State;

/// A run that ended because its journal failed.
#[derive(Debug)]
pub struct Error {
    what: &'static str,
    in_flight: Vec<(u64, Option<State>)>,
    source: io::Error,
}

impl Error {
    pub(super) fn new(
        what: &'static str,
        source: io::Error,
        in_flight: Vec<(u64, Option<State>)>,
    ) -> Self {
        Error { what, in_flight, source }
    }

    /// The rows that were sent, or may have been, and whose end the journal does not have, by their numbers. The state is how a row
    /// ended all the same. The next run gets them as [`Past::Open`](super::Past::Open); those that are
    /// [`Waiting`](State::Waiting) may be recorded as such.
    pub fn in_flight(&self) -> &[(u64, Option<State>)] {
        &self.in_flight
    }
}

/// Writes what happened, in one line without the source.
impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.what)?;
        for (at, (row, state)) in self.in_flight.iter().enumerate() {
            let start = if at == 0 { "; its end is not recorded for row " } else { ", " };
            write!(formatter, "{start}{row}")?;
            if let Some(state) = state {
                write!(formatter, " ({})", state.name())?;
            }
        }
        Ok(())
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.source)
    }
}
