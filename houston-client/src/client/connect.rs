//! Makes the connection of a subscription, with the retries of a query.

use std::mem;

use super::Client;
use super::sender::Call;
use super::timer::{Instant, limit, sleep};
use crate::delivery::Delivery;
use crate::error::Error;
use crate::live::Connection;
use crate::request::Request;
use crate::token::Token;
use crate::trace::Span;
use crate::transport::{Cause, Failure, Fault, Opening, Upgrade};

/// A connection that was made.
pub(super) struct Made {
    pub(super) connection: Connection,
    /// The tokens that were sent; the last one is in use.
    pub(super) tokens: Vec<Token>,
    /// Whether the token source may be asked for another one.
    pub(super) renewable: bool,
}

impl Client {
    /// Makes a connection, after so many attempts.
    pub(super) async fn connect<T>(
        &self,
        request: &Request<T>,
        attempts: u32,
    ) -> Result<Made, Error> {
        if let Some(fault) = self.1.fault() {
            return Err(Error::input(fault, None));
        }
        let span = Span::of(request.kind(), request.fields());
        let sender = &self.0.sender;
        let mut call = sender.call(&self.1, request);
        call.attempts = attempts;
        if attempts == 0 {
            sender.budget.earn();
        }
        let made = async {
            let mut renewable = sender.sign_in(&mut call, &self.1).await?;
            loop {
                call.begin();
                span.attempt(call.attempts, None);
                let error = match self.attempt(&call, request).await {
                    Ok(connection) => {
                        let tokens = mem::take(&mut call.tokens).into_owned();
                        return Ok(Made { connection, tokens, renewable });
                    }
                    Err(error) => error,
                };
                let is_refused = error.refuses_token() && mem::take(&mut renewable);
                if is_refused && sender.renew(&mut call).await {
                    continue;
                }
                let outcome = error.outcome();
                match sender.wait(&call, &error) {
                    Ok(wait) => {
                        span.again(outcome, wait);
                        call.tell_again(&error, wait);
                        sleep(wait).await;
                    }
                    Err(why) => {
                        span.end(outcome);
                        return Err(error.settled(outcome, call.attempts, why));
                    }
                }
            }
        };
        span.around(made).await
    }

    async fn attempt<T>(&self, call: &Call<'_>, request: &Request<T>) -> Result<Connection, Error> {
        let reader = self.reader(request, &call.tokens);
        let left = || call.end.saturating_duration_since(Instant::now());
        if left().is_zero() {
            let why = "the timeout expired before the attempt";
            return Err(reader.failed(Failure::NotConnected(why.into())));
        }
        let opening = Opening::new(call.headers, left());
        let upgrade = self.0.sender.transport.upgrade(opening);
        // The built-in transport enforces the timeout itself.
        let upgrade = if self.0.sender.foreign {
            let time = left();
            let late = || Err(Failure::Lost(Box::new(Fault::from(Cause::Late(time)))));
            limit(time, upgrade).await.unwrap_or_else(late)
        } else {
            upgrade.await
        };
        call.tell(|took| match &upgrade {
            Ok(Upgrade::Open(_)) => Delivery::Connected { took },
            Ok(Upgrade::Refused(reply)) => Delivery::Answered { reply, took },
            Err(failure) => Delivery::Lost { failure, took },
        });
        match upgrade.map_err(|failure| reader.failed(failure))? {
            Upgrade::Refused(reply) => Err(reader.not_upgraded(reply)),
            Upgrade::Open(socket) => {
                let opened =
                    Connection::open(socket, call.tokens.last(), &request.body(), left()).await;
                opened.map_err(|end| end.error(&reader))
            }
        }
    }
}
