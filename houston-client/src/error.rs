//! Why a call failed, and what that means for the caller.

mod context;
mod drift;
mod foreign;
mod text;

use std::borrow::Cow;
use std::fmt;

use serde_json::Value;

use crate::added::Added;
use crate::answer::{GraphQlError, pointer};
use crate::outcome::{Outcome, Proof, Refusal};
use crate::retry::GaveUp;
use crate::schema::OperationKind;
use crate::transport::{BoxError, Cause};
pub(crate) use context::Context;
pub use drift::Drift;
pub(crate) use foreign::ANSWER;
use text::{LINE, clean, cut, summary};

/// A call without a whole result.
///
/// `Display` writes one line without the [sources](std::error::Error::source), so that reports of causes, such as
/// `{:#}` of anyhow, say each thing once. [`summary`](Self::summary) is one line with the cause, for logs and people.
/// The [`outcome`](Self::outcome) tells whether the call had an effect, and [`meaning`](Self::meaning) says the same
/// in words.
///
/// No text of the error contains the client's token: each copy is replaced when the error is created.
pub struct Error(Box<Inner>);

struct Inner {
    kind: ErrorKind,
    outcome: Outcome,
    operation: Option<OperationKind>,
    what: String,
    /// The sources in short, where `what` does not say the same.
    why: Option<String>,
    errors: Vec<GraphQlError>,
    refusal: Option<Refusal>,
    status: Option<u16>,
    retry_after: Option<String>,
    body: Option<String>,
    data: Option<Value>,
    /// The fields that are in the body but not in the data.
    added: Added,
    /// Whether all of the data is there in spite of the errors.
    whole: bool,
    pointer: Option<String>,
    attempts: u32,
    gave_up: Option<GaveUp>,
    drift: Option<Drift>,
    cause: Option<Cause>,
    proxy: Option<String>,
    source: Option<BoxError>,
}

/// The kind of failure. The [`Outcome`] tells whether the call had an effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The caller's input cannot be used. Nothing was sent.
    Input,
    /// The client's token source gave no token. Nothing was sent.
    Token,
    /// No connection to the server was established.
    NotConnected,
    /// The connection was established, but no complete answer arrived: a reset, a timeout, or a body that is cut
    /// off or too large.
    Lost,
    /// The answer is not a GraphQL answer: it comes from a proxy, or is a sign-in page or a redirect.
    Foreign {
        /// The HTTP status.
        status: u16,
    },
    /// The answer contains errors.
    GraphQl,
    /// The answer contains no errors, but does not match the request.
    Decode,
}

impl Error {
    /// Whether the call had an effect.
    pub fn outcome(&self) -> Outcome {
        self.0.outcome
    }

    /// The kind of failure.
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// Why no answer arrived, if the transport knows.
    pub fn cause(&self) -> Option<&Cause> {
        self.0.cause.as_ref()
    }

    /// The proxy that the request went to, if no answer arrived, or if the proxy may have written the answer itself:
    /// protocol, host and port.
    pub fn proxy(&self) -> Option<&str> {
        self.0.proxy.as_deref()
    }

    /// The `errors` of a GraphQL answer; empty for every other kind of error.
    pub fn errors(&self) -> &[GraphQlError] {
        &self.0.errors
    }

    /// The known text that the first error on a root field matches, with its code and next step. It explains the
    /// error; [`proves`](Refusal::proves) says what it proves. The schema of the request has the known
    /// texts. If the error's own code is FORBIDDEN or UNAUTHENTICATED and its
    /// text is not known, this is the text with the code `not-allowed`.
    pub fn refusal(&self) -> Option<&Refusal> {
        self.0.refusal.as_ref()
    }

    /// A one-word code for why the server refused: that of the [`refusal`](Self::refusal), if its text proves that
    /// nothing happened. The generated `RefusalCode::of` returns it as a value of an enum. It is more specific than the server's own code, which is often the same for every error.
    pub fn refusal_code(&self) -> Option<&str> {
        let is_refused = self.outcome() == Outcome::Refused;
        self.refusal().filter(|row| is_refused && row.proves >= Proof::Field).map(|row| &*row.code)
    }

    /// The two versions, if the server refused the request because its schema differs from the client's: the
    /// request names a field, an argument or a type that the server does not have, or lacks one that the server
    /// requires.
    pub fn drift(&self) -> Option<&Drift> {
        self.0.drift.as_ref()
    }

    /// The HTTP status, if there was an answer.
    pub fn status(&self) -> Option<u16> {
        self.0.status
    }

    /// The header `Retry-After`, as received.
    pub fn retry_after(&self) -> Option<&str> {
        self.0.retry_after.as_deref()
    }

    /// The body of the answer: the whole text of a GraphQL answer, or the first 2 KiB of any other, without control
    /// characters.
    pub fn body(&self) -> Option<&str> {
        self.0.body.as_deref()
    }

    /// The `data` that arrived despite the error, if it is not null.
    pub fn data(&self) -> Option<&Value> {
        self.0.data.as_ref()
    }

    /// The text of [`data`](Self::data): numbers with all of their digits, keys in the server's order.
    pub fn data_text(&self) -> Option<Cow<'_, str>> {
        Some(self.text_at("/data", self.data()?, Some(&self.0.added)))
    }

    /// The same for one root field, by its response key, if its value is not null.
    pub fn field_text(&self, field: &str) -> Option<Cow<'_, str>> {
        let value = self.data()?.get(field).filter(|value| !value.is_null())?;
        Some(self.text_at(&format!("/data/{field}"), value, self.0.added.below(field)))
    }

    /// Returns the text at a pointer into the body, without the fields that were added there. If removing a secret has
    /// left invalid JSON, the value is serialized again.
    fn text_at(&self, pointer: &str, value: &Value, added: Option<&Added>) -> Cow<'_, str> {
        let body = self.body().unwrap_or_default().trim_start_matches('\u{feff}');
        match (pointer::text_at(body, pointer), added.filter(|added| !added.is_empty())) {
            (Some(text), Some(added)) => added.removed_from(text),
            (Some(text), None) => text.into(),
            (None, _) => value.to_string().into(),
        }
    }

    /// Where in the answer decoding failed, as a JSON pointer: `/data/createDeployment/id`.
    pub fn pointer(&self) -> Option<&str> {
        self.0.pointer.as_deref()
    }

    /// How often the request was passed to the transport. The rest of the error is about the last attempt, except
    /// the [`outcome`](Self::outcome), which covers all of them.
    pub fn attempts(&self) -> u32 {
        self.0.attempts
    }

    /// What happened, and why, in one line: the text of the error with the cause that its sources tell.
    pub fn summary(&self) -> String {
        let why = self.0.why.as_ref().map(|why| format!(": {why}")).unwrap_or_default();
        format!("{}{why}{}", self.0.what, self.tries())
    }

    /// What the [`outcome`](Self::outcome) means for the caller, in one or two sentences: `Nothing was sent.`
    pub fn meaning(&self) -> &'static str {
        self.0.meaning()
    }

    /// Why the request was not sent again, in brackets.
    fn tries(&self) -> String {
        self.0.gave_up.map(|why| format!(" ({why})")).unwrap_or_default()
    }

    /// Sets the outcome of all attempts together.
    pub(crate) fn settled(mut self, outcome: Outcome, attempts: u32, why: Option<GaveUp>) -> Self {
        self.0.outcome = outcome;
        self.0.attempts = attempts;
        self.0.gave_up = why;
        self
    }

    /// Whether another attempt was allowed, but the attempts, their time or their budget were used up.
    #[cfg(feature = "subscriptions")]
    pub(crate) fn gave_up(&self) -> bool {
        self.0.gave_up.is_some()
    }

    /// Whether another token may help: the server refused this one, or answers the same for a missing permission. Never
    /// for a mutation that may have run.
    pub(crate) fn refuses_token(&self) -> bool {
        let is_free =
            self.0.operation != Some(OperationKind::Mutation) || self.outcome() == Outcome::Refused;
        is_free && (self.status() == Some(401) || self.refusal().is_some_and(Refusal::is_of_token))
    }

    /// Creates the error for a page that leads to itself.
    pub(crate) fn endless() -> Self {
        let what =
            "the page has the same cursor as the page before it, so the pages would never end";
        Error(Box::new(Inner::new(ErrorKind::Decode, Outcome::Done, None, what.to_owned())))
    }

    /// Creates the error for a token source that gives no token.
    #[cfg(feature = "transport")]
    pub(crate) fn token(source: BoxError) -> Self {
        let mut error = Self::input("the token source failed", Some(source));
        error.0.kind = ErrorKind::Token;
        error
    }

    /// Creates the error for input from the caller that cannot be used.
    pub(crate) fn input(what: &str, source: Option<BoxError>) -> Self {
        let text = |source: &BoxError| cut(&clean(&summary(source.as_ref())), LINE).to_owned();
        let why = source.as_ref().map(text);
        let inner = Inner::new(ErrorKind::Input, Outcome::NotSent, None, what.to_owned());
        Error(Box::new(Inner { why, source, ..inner }))
    }
}

impl Inner {
    fn new(
        kind: ErrorKind,
        outcome: Outcome,
        operation: Option<OperationKind>,
        what: String,
    ) -> Self {
        Inner {
            kind,
            outcome,
            operation,
            what,
            why: None,
            errors: Vec::new(),
            refusal: None,
            status: None,
            retry_after: None,
            body: None,
            data: None,
            added: Added::default(),
            whole: false,
            pointer: None,
            attempts: 0,
            gave_up: None,
            drift: None,
            cause: None,
            proxy: None,
            source: None,
        }
    }

    /// What the outcome means for the caller.
    fn meaning(&self) -> &'static str {
        let writes = self.operation == Some(OperationKind::Mutation);
        let lasts = self.cause.as_ref().is_some_and(Cause::is_lasting);
        match (self.outcome, writes) {
            (Outcome::Done, true) => "The server ran the mutation. Do not send it again.",
            (Outcome::Done, false) => "The server ran the request.",
            (Outcome::Partial, true) if self.whole => {
                "The server ran the mutation, and reported an error beside its result. Do not send it again."
            }
            (Outcome::Partial, false) if self.whole => "There is an error beside the result.",
            (Outcome::Partial, true) => {
                "The server ran the mutation, but part of its result is missing. Do not send it again."
            }
            (Outcome::Partial, false) => "Part of the result is missing.",
            (Outcome::NotSent, _) => "Nothing was sent.",
            (Outcome::Refused, true) => "The server refused the mutation. It had no effect.",
            (Outcome::Refused, false) => "The server refused the request.",
            (Outcome::Unknown, true) => {
                "The server may have run the mutation. Check before you send it again."
            }
            (Outcome::Unknown, false) if lasts => "The request changes nothing.",
            (Outcome::Unknown, false) => "The request changes nothing. You can send it again.",
        }
    }
}

/// Writes what happened, in one line without the sources.
impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}{}", self.0.what, self.tries())
    }
}

/// Omits the body and the data, which may contain secrets.
impl fmt::Debug for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut error = formatter.debug_struct("Error");
        error.field("kind", &self.0.kind).field("outcome", &self.0.outcome);
        error.field("what", &self.summary());
        if let Some(status) = self.0.status {
            error.field("status", &status);
        }
        if !self.0.errors.is_empty() {
            error.field("errors", &self.0.errors);
        }
        error.finish_non_exhaustive()
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.source.as_deref().map(|source| source as _)
    }
}
