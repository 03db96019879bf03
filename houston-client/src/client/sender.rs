//! Sends a request and retries it.

use std::borrow::Cow;
use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher as _, Hasher as _};
use std::slice;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, SystemTime};

use houston_schema::text::duration;

use super::timer::{Instant, can_wait, limit, sleep};
use super::tokens::Tokens;
use crate::delivery::{Delivery, Observer};
use crate::error::{Error, ErrorKind};
use crate::header::Header;
use crate::options::Options;
use crate::outcome::Outcome;
use crate::request::Request;
use crate::retry::{Budget, Failed, GaveUp, RETRIES, settle};
use crate::schema::OperationKind;
use crate::token::Token;
use crate::trace::Span;
#[cfg(feature = "transport")]
use crate::transport::BoxError;
use crate::transport::{Cause, Failure, Message, Reply, Transport};

/// How a client sends its requests.
pub(super) struct Sender {
    pub(super) transport: Box<dyn Transport>,
    /// Whether the transport is the caller's, which may not enforce the timeout.
    pub(super) foreign: bool,
    pub(super) tokens: Tokens,
    pub(super) timeout: Duration,
    pub(super) budget: Budget,
}

/// A result that was read from a reply.
pub(super) struct Read<A> {
    pub(super) outcome: Outcome,
    /// Whether another token may bring what is missing.
    pub(super) refuses_token: bool,
    pub(super) result: A,
}

/// The settings and the state of one call.
pub(super) struct Call<'a> {
    pub(super) headers: &'a [Header],
    /// The caller's count of attempts.
    pub(super) counter: Option<&'a AtomicU32>,
    observer: Option<&'a Observer>,
    /// The tokens that it has sent: the last one is in use.
    pub(super) tokens: Cow<'a, [Token]>,
    operation: OperationKind,
    repeatable: bool,
    pub(super) retries: u32,
    /// When the whole call must end.
    pub(super) end: Instant,
    pub(super) attempts: u32,
    /// The worst outcome of the earlier attempts.
    before: Option<Outcome>,
    pub(super) started: Instant,
}

impl Sender {
    /// Sends the request until `read` finds a result in the reply, or the request cannot be retried. `read` is
    /// called once for each attempt, with the tokens that were sent.
    pub(super) async fn deliver<T, A>(
        &self,
        options: &Options,
        request: &Request<T>,
        read: impl Fn(&Request<T>, &[Token], Result<Reply, Failure>) -> Result<Read<A>, Error>,
    ) -> Result<A, Error> {
        if let Some(fault) = options.fault() {
            return Err(Error::input(fault, None));
        }
        if request.kind() == OperationKind::Subscription {
            let what = "a subscription has many answers, and this call reads one: use `subscribe`";
            return Err(Error::input(what, None));
        }
        if request.is_empty() {
            let nothing = Reply::new(200, r#"{"data":{}}"#);
            return read(request, &[], Ok(nothing)).map(|read| read.result);
        }
        let span = Span::of(request.kind(), request.fields());
        let mut call = self.call(options, request);
        self.budget.earn();
        let attempts = async {
            let mut renewable = self.sign_in(&mut call, options).await?;
            let mut adapted = None;
            loop {
                let request = adapted.as_ref().unwrap_or(request);
                // What is kept while another token is asked for is in a box: every call has room for it.
                let refused = {
                    let result = self.attempts(&mut call, request, &read, &span).await;
                    if options.adapt == Some(true)
                        && adapted.is_none()
                        && let Err(error) = &result
                        && let Some((fitting, without)) = request.adapted(error)
                    {
                        span.adapted(&without);
                        adapted = Some(fitting);
                        continue;
                    }
                    let is_refused = match &result {
                        Ok(read) => read.refuses_token,
                        Err(error) => error.refuses_token(),
                    };
                    // Once: a permission that is missing looks like a token that is refused.
                    if !(is_refused && std::mem::take(&mut renewable)) {
                        return result.map(|read| read.result);
                    }
                    Box::new(result)
                };
                if !self.renew(&mut call).await {
                    return refused.map(|read| read.result);
                }
            }
        };
        span.around(attempts).await
    }

    /// Chooses the token of a call. Returns whether the source may be asked for another one, which is so unless this
    /// call has just asked it.
    pub(super) async fn sign_in<'a>(
        &'a self,
        call: &mut Call<'a>,
        options: &'a Options,
    ) -> Result<bool, Error> {
        call.tokens = Cow::Borrowed(match (&options.token, &self.tokens) {
            (Some(own), _) => own.as_slice(),
            (None, Tokens::None) => &[],
            (None, Tokens::Fixed(token)) => slice::from_ref(token),
            #[cfg(feature = "transport")]
            (None, Tokens::Source(source)) => {
                // In a box: calls that ask no source have no room for it.
                let asked = Box::pin(call.limit(source.token(None))).await;
                let (token, is_new) = asked.map_err(Error::token)?;
                call.tokens = Cow::Owned(vec![token]);
                return Ok(!is_new);
            }
        });
        Ok(false)
    }

    /// Asks for a token in place of the one that was refused. Returns false if there is no other one.
    pub(super) async fn renew(&self, call: &mut Call<'_>) -> bool {
        #[cfg(feature = "transport")]
        if let Tokens::Source(source) = &self.tokens
            && let Ok((token, _)) = Box::pin(call.limit(source.token(call.tokens.last()))).await
            && call.tokens.last().is_none_or(|refused| refused.expose() != token.expose())
        {
            call.tokens.to_mut().push(token);
            return true;
        }
        let _ = call;
        false
    }

    pub(super) fn call<'a, T>(&self, options: &'a Options, request: &Request<T>) -> Call<'a> {
        let now = Instant::now();
        let timeout = options.timeout.unwrap_or(self.timeout);
        // Adding a longer timeout could overflow; a century is as good as no timeout.
        let far = Duration::from_secs(100 * 365 * 24 * 60 * 60);
        let (attempts, spent) = options.spent.unwrap_or_default();
        Call {
            headers: &options.headers,
            counter: options.attempts.as_deref(),
            observer: options.observer.as_ref(),
            tokens: Cow::Borrowed(&[]),
            operation: request.kind(),
            repeatable: options.retry_idempotent == Some(true)
                && options.idempotent.unwrap_or_else(|| request.idempotent()),
            retries: options.retries.unwrap_or(RETRIES),
            end: now + timeout.min(far).saturating_sub(spent),
            attempts,
            before: None,
            started: now,
        }
    }

    async fn attempts<T, A>(
        &self,
        call: &mut Call<'_>,
        request: &Request<T>,
        read: &impl Fn(&Request<T>, &[Token], Result<Reply, Failure>) -> Result<Read<A>, Error>,
        span: &Span,
    ) -> Result<Read<A>, Error> {
        loop {
            call.begin();
            let reply = self.attempt(call, request.body()).await;
            call.tell(|took| match &reply {
                Ok(reply) => Delivery::Answered { reply, took },
                Err(failure) => Delivery::Lost { failure, took },
            });
            span.attempt(call.attempts, reply.as_ref().ok().map(|reply| reply.status));
            let error = match read(request, &call.tokens, reply) {
                Ok(read) => {
                    span.end(read.outcome);
                    return Ok(read);
                }
                Err(error) => error,
            };
            let outcome = settle(call.operation, call.before, error.outcome());
            match self.wait(call, &error) {
                Ok(wait) => {
                    span.again(error.outcome(), wait);
                    call.tell_again(&error, wait);
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
        let message =
            Message { token: call.tokens.last(), headers: call.headers, timeout: Some(left), body };
        let reply = self.transport.send(message);
        // The built-in transport enforces the timeout itself.
        if !self.foreign || !can_wait() {
            return reply.await;
        }
        let late = || Failure::Lost(format!("timed out after {}", duration(left)).into());
        Box::pin(limit(left, reply)).await.unwrap_or_else(|| Err(late()))
    }

    /// Whether there is a token in place of the last one, which was refused.
    #[cfg(feature = "subscriptions")]
    pub(super) async fn has_other(&self, tokens: &[Token]) -> bool {
        let Tokens::Source(source) = &self.tokens else { return false };
        let Ok((token, _)) = source.token(tokens.last()).await else { return false };
        tokens.last().is_none_or(|refused| refused.expose() != token.expose())
    }

    pub(super) fn wait(&self, call: &Call<'_>, error: &Error) -> Result<Duration, Option<GaveUp>> {
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

impl Call<'_> {
    /// Begins an attempt.
    pub(super) fn begin(&mut self) {
        self.attempts += 1;
        if let Some(counter) = self.counter {
            counter.fetch_add(1, Ordering::Relaxed);
        }
        self.started = Instant::now();
        let (attempt, most, signed_in) = (self.attempts, self.most(), !self.tokens.is_empty());
        let kind = self.operation;
        self.tell(|_| Delivery::Sending { attempt, most, signed_in, kind });
    }

    /// Tells the observer what happened, which has taken so long.
    pub(super) fn tell<'d>(&self, delivery: impl FnOnce(Duration) -> Delivery<'d>) {
        if let Some(observer) = self.observer {
            observer.tell(&delivery(Instant::now().saturating_duration_since(self.started)));
        }
    }

    /// Tells the observer that there is another attempt.
    pub(super) fn tell_again(&self, error: &Error, wait: Duration) {
        let (attempt, most) = (self.attempts + 1, self.most());
        self.tell(|_| Delivery::Retrying { error, attempt, most, wait });
    }

    /// The most attempts that there may be.
    fn most(&self) -> u32 {
        self.retries.saturating_add(1).max(self.attempts)
    }
}

#[cfg(feature = "transport")]
impl Call<'_> {
    /// Waits for a step of the call, as long as the call may take.
    async fn limit<T>(
        &self,
        step: impl Future<Output = Result<T, BoxError>>,
    ) -> Result<T, BoxError> {
        if !can_wait() {
            return step.await;
        }
        let left = self.end.saturating_duration_since(Instant::now());
        let late = || Err(format!("timed out after {}", duration(left)).into());
        limit(left, step).await.unwrap_or_else(late)
    }
}

/// Returns a number from 0 to below 1. The standard library seeds its hashers at random, which is good enough to
/// spread clients.
pub(super) fn random() -> f64 {
    let [first, second, third, fourth, ..] =
        RandomState::new().build_hasher().finish().to_le_bytes();
    f64::from(u32::from_le_bytes([first, second, third, fourth])) / 4_294_967_296.0
}

#[cfg(test)]
#[cfg(feature = "transport")]
mod tests;
