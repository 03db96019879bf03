//! What the requests of a call share.

use std::cell::Cell;
use std::time::Duration;

use houston_client::{Client, Options as Sending};

use super::{Connection, RETRIES};
use crate::failure::Failure;
use crate::settings::options::Options;
use crate::settings::token::source::SignedIn;

/// A client of a call, and its account.
pub(crate) struct Line {
    pub(crate) client: Client,
    pub(crate) signed_in: SignedIn,
    /// What was spent before the first request.
    spent: Cell<Option<(u32, Duration)>>,
}

impl Line {
    /// The client for the next request. What was spent before the first one counts as part of it.
    pub(crate) fn next(&self) -> Client {
        match self.spent.take() {
            Some((attempts, time)) => self.client.with(Sending::new().spent(attempts, time)),
            None => self.client.clone(),
        }
    }
}

impl Connection {
    /// Counts attempts and time as those of the call that follows. None if no attempt is left.
    pub(crate) fn after(self, attempts: u32, time: Duration, options: &Options) -> Option<Self> {
        let is_over = attempts > options.repetition.retries.unwrap_or(RETRIES);
        (!is_over).then_some(Connection { spent: (attempts, time), ..self })
    }

    /// The line for the requests of a call.
    ///
    /// # Errors
    ///
    /// Fails if the client cannot be created.
    pub(crate) fn line(self) -> Result<Line, Failure> {
        let (client, spent) = (self.client()?, self.spent);
        let spent = Cell::new(Some(spent).filter(|spent| *spent != (0, Duration::ZERO)));
        Ok(Line { client, signed_in: self.signed_in, spent })
    }
}
