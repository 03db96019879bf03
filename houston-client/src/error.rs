//! Why a call gave no result, and what that means for whoever made it.

mod context;
mod drift;
mod text;

use std::borrow::Cow;
use std::fmt;

use serde_json::Value;

use crate::answer::{GraphQlError, pointer};
use crate::outcome::Outcome;
use crate::retry::GaveUp;
use crate::schema::OperationKind;
use crate::transport::BoxError;
pub(crate) use context::Context;
pub use drift::Drift;
use text::{LINE, clean, cut, summary};

/// A call without a whole result.
///
/// The [`outcome`](Self::outcome) says whether it had an effect; the text says it in words. The token of the
/// client is in none of its texts: each copy is replaced when the error is made.
pub struct Error(Box<Inner>);

struct Inner {
    kind: ErrorKind,
    outcome: Outcome,
    operation: Option<OperationKind>,
    what: String,
    errors: Vec<GraphQlError>,
    refusal_code: Option<Cow<'static, str>>,
    status: Option<u16>,
    retry_after: Option<String>,
    body: Option<String>,
    data: Option<Value>,
    pointer: Option<String>,
    attempts: u32,
    gave_up: Option<GaveUp>,
    drift: Option<Drift>,
    source: Option<BoxError>,
}

/// What kind of thing went wrong. Whether the call had an effect is the [`Outcome`]'s to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// What the caller gave cannot be used: nothing was sent.
    Input,
    /// No connection to the server stood.
    NotConnected,
    /// The connection stood, and no whole answer came: reset, time-out, body cut or over the cap.
    Lost,
    /// The answer is no GraphQL answer: a proxy's, a sign-in page, a redirect.
    Foreign {
        /// The HTTP status.
        status: u16,
    },
    /// The answer holds errors.
    GraphQl,
    /// The answer holds no errors, and does not fit what was asked for.
    Decode,
}

impl Error {
    /// Whether the call had an effect.
    pub fn outcome(&self) -> Outcome {
        self.0.outcome
    }

    /// What kind of thing went wrong.
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// The `errors` of a GraphQL answer; empty for every other kind of error.
    pub fn errors(&self) -> &[GraphQlError] {
        &self.0.errors
    }

    /// One word for why the server refused, from the first error on a root field: the code of the known text
    /// that it matches, or `not-allowed` when its own code is FORBIDDEN or UNAUTHENTICATED. The known texts are
    /// those that the client was built with: for Houston the generated `REFUSALS`, which lists every word. It says
    /// more than the server's own code, which is often the same for everything.
    pub fn refusal_code(&self) -> Option<&str> {
        self.0.refusal_code.as_deref()
    }

    /// The two versions, when the server refused the request because its schema is another one than that of the
    /// client: it names a field, an argument or a type that the server does not have, or leaves one out that the server
    /// wants.
    pub fn drift(&self) -> Option<&Drift> {
        self.0.drift.as_ref()
    }

    /// The HTTP status, when there was an answer.
    pub fn status(&self) -> Option<u16> {
        self.0.status
    }

    /// The header `Retry-After`, as it came.
    pub fn retry_after(&self) -> Option<&str> {
        self.0.retry_after.as_deref()
    }

    /// The body of the answer: a GraphQL answer's whole text; of another the first 2 KiB, without control
    /// characters.
    pub fn body(&self) -> Option<&str> {
        self.0.body.as_deref()
    }

    /// The `data` that came in spite of the error, when it is not null.
    pub fn data(&self) -> Option<&Value> {
        self.0.data.as_ref()
    }

    /// The text of [`data`](Self::data) as it came: a number with all of its digits, keys in the server's order.
    pub fn data_text(&self) -> Option<Cow<'_, str>> {
        Some(self.text_at("/data", self.data()?))
    }

    /// The same of one root field, by its response key, when its value is not null.
    pub fn field_text(&self, field: &str) -> Option<Cow<'_, str>> {
        let value = self.data()?.get(field).filter(|value| !value.is_null())?;
        Some(self.text_at(&format!("/data/{field}"), value))
    }

    /// The text at a pointer into the body. Cutting out a secret may have left something else than JSON: the value is
    /// written anew then.
    fn text_at(&self, pointer: &str, value: &Value) -> Cow<'_, str> {
        let body = self.body().unwrap_or_default().trim_start_matches('\u{feff}');
        pointer::text_at(body, pointer).map_or_else(|| value.to_string().into(), Cow::Borrowed)
    }

    /// Where in the answer decoding failed, as a JSON pointer: `/data/createDeployment/id`.
    pub fn pointer(&self) -> Option<&str> {
        self.0.pointer.as_deref()
    }

    /// How often the request was given to the transport. The rest of the error is about the last attempt,
    /// but for the [`outcome`](Self::outcome), which is that of all.
    pub fn attempts(&self) -> u32 {
        self.0.attempts
    }

    /// Of all attempts together.
    pub(crate) fn settled(mut self, outcome: Outcome, attempts: u32, why: Option<GaveUp>) -> Self {
        self.0.outcome = outcome;
        self.0.attempts = attempts;
        self.0.gave_up = why;
        self
    }

    /// Something that the caller gave cannot be used.
    pub(crate) fn input(what: &str, source: Option<BoxError>) -> Self {
        let what = match &source {
            Some(source) => format!("{what}: {}", cut(&clean(&summary(source.as_ref())), LINE)),
            None => what.to_owned(),
        };
        let inner = Inner::new(ErrorKind::Input, Outcome::NotSent, None, what);
        Error(Box::new(Inner { source, ..inner }))
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
            errors: Vec::new(),
            refusal_code: None,
            status: None,
            retry_after: None,
            body: None,
            data: None,
            pointer: None,
            attempts: 0,
            gave_up: None,
            drift: None,
            source: None,
        }
    }

    /// What it means for the caller.
    fn meaning(&self) -> &'static str {
        let writes = self.operation == Some(OperationKind::Mutation);
        match (self.outcome, writes) {
            (Outcome::Done, true) => "The server ran the mutation: do not repeat it.",
            (Outcome::Done, false) => "The server ran it.",
            (Outcome::Partial, true) => {
                "The server ran the mutation, and a part of its result is missing: do not repeat it."
            }
            (Outcome::Partial, false) => "A part of the result is missing.",
            (Outcome::NotSent, _) => "Nothing was sent.",
            (Outcome::Refused, true) => "The server refused: the mutation had no effect.",
            (Outcome::Refused, false) => "The server refused.",
            (Outcome::Unknown, true) => {
                "The server may have run the mutation: check before you repeat it."
            }
            (Outcome::Unknown, false) => "It changes nothing: it can be repeated.",
        }
    }
}

/// What happened and why, and on a second line what it means for the caller.
impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0.what)?;
        if let Some(why) = self.0.gave_up {
            write!(formatter, " ({why})")?;
        }
        write!(formatter, "\n{}", self.0.meaning())?;
        match &self.0.drift {
            Some(drift) => write!(formatter, " {drift}"),
            None => Ok(()),
        }
    }
}

/// Without the body and the data, which may hold secrets of their own.
impl fmt::Debug for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut error = formatter.debug_struct("Error");
        error.field("kind", &self.0.kind).field("outcome", &self.0.outcome);
        error.field("what", &self.0.what);
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
