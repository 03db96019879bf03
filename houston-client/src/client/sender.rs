//! Sends a request and retries it.

use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher as _, Hasher as _};
use std::time::{Duration, SystemTime};

use houston_schema::text::duration;

use super::timer::{Instant, can_wait, limit, sleep};
use crate::error::{Error, ErrorKind};
use crate::header::Header;
use crate::options::Options;
use crate::outcome::Outcome;
use crate::request::Request;
use crate::retry::{Budget, Failed, GaveUp, RETRIES, settle};
use crate::schema::OperationKind;
use crate::token::Token;
use crate::trace::Span;
use crate::transport::{Cause, Failure, Message, Reply, Transport};

/// How a client sends its requests.
pub(super) struct Sender {
    pub(super) transport: Box<dyn Transport>,
    /// Whether the transport is the caller's, which may not enforce the timeout.
    pub(super) foreign: bool,
    pub(super) token: Option<Token>,
    pub(super) timeout: Duration,
    pub(super) budget: Budget,
}

/// The settings and the state of one call.
struct Call<'a> {
    headers: &'a [Header],
    operation: OperationKind,
    repeatable: bool,
    retries: u32,
    /// When the whole call must end.
    end: Instant,
    attempts: u32,
    /// The worst outcome of the earlier attempts.
    before: Option<Outcome>,
    started: Instant,
}

impl Sender {
    /// Sends the request until `read` finds a result in the reply, or the request cannot be retried. `read` is
    /// called once for each attempt and returns the result with its outcome.
    pub(super) async fn deliver<T, A>(
        &self,
        options: &Options,
        request: &Request<T>,
        read: impl Fn(&Request<T>, Result<Reply, Failure>) -> Result<(Outcome, A), Error>,
    ) -> Result<A, Error> {
        if let Some(fault) = options.fault() {
            return Err(Error::input(fault, None));
        }
        if request.kind() == OperationKind::Subscription {
            let what = "a subscription is answered by a stream, and this call reads one answer";
            return Err(Error::input(what, None));
        }
        let span = Span::of(request.kind(), request.fields());
        let mut call = self.call(options, request);
        self.budget.earn();
        let attempts = async {
            let result = self.attempts(&mut call, request, &read, &span).await;
            let adapted = match &result {
                Err(error) if options.adapt == Some(true) => request.adapted(error),
                _ => None,
            };
            let Some((adapted, without)) = adapted else { return result };
            span.adapted(&without);
            self.attempts(&mut call, &adapted, &read, &span).await
        };
        span.around(attempts).await
    }

    fn call<'a, T>(&self, options: &'a Options, request: &Request<T>) -> Call<'a> {
        let now = Instant::now();
        let timeout = options.timeout.unwrap_or(self.timeout);
        // Adding a longer timeout could overflow; a century is as good as no timeout.
        let far = Duration::from_secs(100 * 365 * 24 * 60 * 60);
        Call {
            headers: &options.headers,
            operation: request.kind(),
            repeatable: options.retry_idempotent == Some(true)
                && options.idempotent.unwrap_or_else(|| request.idempotent()),
            retries: options.retries.unwrap_or(RETRIES),
            end: now + timeout.min(far),
            attempts: 0,
            before: None,
            started: now,
        }
    }

    async fn attempts<T, A>(
        &self,
        call: &mut Call<'_>,
        request: &Request<T>,
        read: &impl Fn(&Request<T>, Result<Reply, Failure>) -> Result<(Outcome, A), Error>,
        span: &Span,
    ) -> Result<A, Error> {
        loop {
            call.attempts += 1;
            call.started = Instant::now();
            let reply = self.attempt(call, request.body()).await;
            span.attempt(call.attempts, reply.as_ref().ok().map(|reply| reply.status));
            let error = match read(request, reply) {
                Ok((outcome, result)) => {
                    span.end(outcome);
                    return Ok(result);
                }
                Err(error) => error,
            };
            let outcome = settle(call.operation, call.before, error.outcome());
            match self.wait(call, &error) {
                Ok(wait) => {
                    span.again(error.outcome(), wait);
                    sleep(wait).await;
                }
                Err(why) => {
                    span.end(outcome);
                    return Err(error.settled(outcome, call.attempts, why));
                }
            }
            call.before = call.before.max(Some(error.outcome()));
        }
    }

    async fn attempt(&self, call: &Call<'_>, body: String) -> Result<Reply, Failure> {
        let left = call.end.saturating_duration_since(call.started);
        if left.is_zero() {
            return Err(Failure::NotConnected("the timeout expired before the attempt".into()));
        }
        let message = Message {
            token: self.token.as_ref(),
            headers: call.headers,
            timeout: Some(left),
            body,
        };
        let reply = self.transport.send(message);
        // The built-in transport enforces the timeout itself.
        if !self.foreign || !can_wait() {
            return reply.await;
        }
        let late = || Failure::Lost(format!("timed out after {}", duration(left)).into());
        limit(left, reply).await.unwrap_or_else(|| Err(late()))
    }

    fn wait(&self, call: &Call<'_>, error: &Error) -> Result<Duration, Option<GaveUp>> {
        if !can_wait() {
            return Err(None);
        }
        let now = Instant::now();
        let failed = Failed {
            operation: call.operation,
            outcome: error.outcome(),
            held_back: error.kind() == ErrorKind::Foreign { status: 429 },
            lasting: error.cause().is_some_and(Cause::is_lasting),
            repeatable: call.repeatable,
            attempts: call.attempts,
            retries: call.retries,
            took: now.saturating_duration_since(call.started),
            left: call.end.saturating_duration_since(now),
            retry_after: error.retry_after(),
        };
        failed.wait(SystemTime::now(), random(), &self.budget)
    }
}

/// Returns a number from 0 to below 1. The standard library seeds its hashers at random, which is good enough to
/// spread clients.
fn random() -> f64 {
    let [first, second, third, fourth, ..] =
        RandomState::new().build_hasher().finish().to_le_bytes();
    f64::from(u32::from_le_bytes([first, second, third, fourth])) / 4_294_967_296.0
}

#[cfg(test)]
#[cfg(feature = "transport")]
mod tests;
