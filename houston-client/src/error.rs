//! Why a call gave no result, and what that means for whoever made it.

mod drift;
mod text;

use std::borrow::Cow;
use std::fmt;

use serde_json::Value;

use crate::answer::{Answer, GraphQlError, NotGraphQl, PathSegment};
use crate::document::Key;
use crate::outcome::{Outcome, Refusal, refusal_code};
use crate::retry::GaveUp;
use crate::schema::{OperationKind, Text};
use crate::secrets::Secrets;
use crate::transport::{BoxError, Failure, Reply};
pub use drift::Drift;
use text::{clean, cut, guard, summary};

/// How much of somebody else's body is kept, in bytes.
const FOREIGN_BODY: usize = 2048;

/// How much of a text goes into one line, in bytes.
const LINE: usize = 400;

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
    refusal_code: Option<Text>,
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

/// What an error is made from, beside what came back.
pub(crate) struct Context<'a> {
    pub(crate) operation: OperationKind,
    pub(crate) fields: &'a [Key],
    pub(crate) secrets: Secrets<'a>,
    pub(crate) refusals: &'a [Refusal],
    /// The versions, should the server's schema be another one.
    pub(crate) versions: Versions<'a>,
}

/// The version of the schema that a client is built from, and the server's, as far as they are known.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Versions<'a> {
    pub(crate) schema: Option<&'a Text>,
    pub(crate) server: Option<&'a Text>,
}

impl Context<'_> {
    /// Nothing came back.
    pub(crate) fn failed(&self, outcome: Outcome, failure: Failure) -> Error {
        let (kind, what, source) = match failure {
            Failure::NotConnected(source) => {
                (ErrorKind::NotConnected, "no connection to the server", source)
            }
            Failure::Lost(source) => (ErrorKind::Lost, "no whole answer came", source),
        };
        let source = guard(source, self.secrets);
        let what = format!("{what}: {}", self.line(&summary(source.as_ref())));
        Error(Box::new(Inner { source: Some(source), ..self.inner(kind, outcome, what) }))
    }

    /// Something came back that is no GraphQL answer.
    pub(crate) fn foreign(&self, outcome: Outcome, reply: Reply, why: NotGraphQl) -> Error {
        // Cut last: a token that is cut is not found any more.
        let body = cut(&self.shown(&String::from_utf8_lossy(&reply.body)), FOREIGN_BODY).to_owned();
        let status = reply.status;
        let mut what = format!("HTTP status {status} with a body that is no GraphQL answer");
        match (&reply.location, body.trim()) {
            (Some(location), _) if (300..400).contains(&status) => {
                what = format!("HTTP status {status}, a redirect to {}", self.line(location));
            }
            (_, "") => what.push_str(" (it is empty)"),
            (_, body) => what = format!("{what}: {}", cut(body, 120)),
        }
        let inner = self.inner(ErrorKind::Foreign { status }, outcome, what);
        Error(Box::new(Inner {
            status: Some(status),
            retry_after: reply.retry_after.map(|text| self.line(&text)),
            body: Some(body),
            source: Some(guard(Box::new(why), self.secrets)),
            ..inner
        }))
    }

    /// A GraphQL answer with errors.
    pub(crate) fn graphql(&self, outcome: Outcome, reply: Reply, answer: Answer) -> Error {
        let (data, errors) = answer.into_parts();
        let refusal_code = refusal_code(&errors, self.fields, self.refusals);
        let is_drift = outcome == Outcome::Refused && errors.iter().any(Drift::shows_in);
        let drift = is_drift.then(|| Drift {
            schema: self.versions.schema.cloned(),
            server: self.versions.server.cloned(),
        });
        let errors = self.redacted(errors);
        let what = match &errors[..] {
            [] => "the server answered neither data nor errors".to_owned(),
            [error] => self.line(&error.to_string()),
            [error, more @ ..] => {
                format!("{} (and {} more)", self.line(&error.to_string()), more.len())
            }
        };
        let inner = self.inner(ErrorKind::GraphQl, outcome, what);
        let inner = Inner { errors, refusal_code, drift, ..inner };
        Error(Box::new(self.answered(inner, reply, data)))
    }

    /// A GraphQL answer without errors whose data does not fit, at `pointer`.
    pub(crate) fn decode(
        &self,
        outcome: Outcome,
        reply: Reply,
        answer: Answer,
        pointer: String,
        source: serde_json::Error,
    ) -> Error {
        let (data, _) = answer.into_parts();
        let place = pointer.strip_prefix("/data").unwrap_or(&pointer);
        let at = data.as_ref().and_then(|data| data.pointer(place));
        let place = self.line(&pointer);
        let what = match at {
            Some(Value::Null) => format!("the server answered null at {place}, without an error"),
            _ => {
                let why = self.line(&source.to_string());
                format!("the answer does not fit the request at {place}: {why}")
            }
        };
        let inner = self.inner(ErrorKind::Decode, outcome, what);
        let source = Some(guard(Box::new(source), self.secrets));
        let inner = Inner { pointer: Some(self.redact(&pointer).into_owned()), source, ..inner };
        Error(Box::new(self.answered(inner, reply, data)))
    }

    fn inner(&self, kind: ErrorKind, outcome: Outcome, what: String) -> Inner {
        Inner::new(kind, outcome, Some(self.operation), what)
    }

    fn answered(&self, inner: Inner, reply: Reply, data: Option<Value>) -> Inner {
        let mut data = data.filter(|data| !data.is_null());
        if let Some(data) = &mut data {
            self.redact_value(data);
        }
        let body = String::from_utf8_lossy(&reply.body);
        Inner {
            status: Some(reply.status),
            retry_after: reply.retry_after.map(|text| self.line(&text)),
            body: Some(self.redact(&body).into_owned()),
            data,
            ..inner
        }
    }

    fn redact<'t>(&self, text: &'t str) -> Cow<'t, str> {
        self.secrets.redact(text)
    }

    /// Fit for one line of a terminal.
    fn line(&self, text: &str) -> String {
        cut(&self.shown(text), LINE).to_owned()
    }

    /// Without secrets, also those with characters that are left out, or that leaving some out would make.
    fn shown(&self, text: &str) -> String {
        self.redact(&clean(&self.redact(text))).into_owned()
    }

    /// Errors that stand beside data, without the token.
    pub(crate) fn redacted(&self, mut errors: Vec<GraphQlError>) -> Vec<GraphQlError> {
        errors.iter_mut().for_each(|error| self.redact_error(error));
        errors
    }

    fn redact_error(&self, error: &mut GraphQlError) {
        let keys = error.path.iter_mut().flatten().filter_map(|segment| match segment {
            PathSegment::Key(key) => Some(key),
            PathSegment::Index(_) => None,
        });
        for text in keys.chain([&mut error.message]).chain(&mut error.code) {
            if let Cow::Owned(redacted) = self.redact(text) {
                *text = redacted;
            }
        }
    }

    fn redact_value(&self, value: &mut Value) {
        match value {
            Value::String(text) => {
                if let Cow::Owned(redacted) = self.redact(text) {
                    *text = redacted;
                }
            }
            Value::Array(items) => items.iter_mut().for_each(|item| self.redact_value(item)),
            Value::Object(fields) => fields.values_mut().for_each(|field| self.redact_value(field)),
            _ => {}
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
