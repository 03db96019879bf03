use std::borrow::Cow;
use std::sync::OnceLock;

use serde_json::Value;

use super::drift::Drift;
use super::foreign::described;
use super::text::{LINE, clean, cut, guard, summary};
use super::{Error, ErrorKind, Inner};
use crate::added::Added;
use crate::answer::{Answer, GraphQlError, PathSegment};
use crate::document::Key;
use crate::outcome::{Known, Outcome, known_error};
use crate::redaction::Redaction;
use crate::request::Facts;
use crate::schema::OperationKind;
use crate::secrets::Secrets;
use crate::transport::{Failure, Reply};

/// How many bytes of a body that is not a GraphQL answer are kept.
const FOREIGN_BODY: usize = 2048;

/// The parts of an error that do not come from the reply.
pub(crate) struct Context<'a> {
    pub(crate) operation: OperationKind,
    pub(crate) fields: &'a [Key],
    /// The fields that were added to the request.
    pub(crate) added: &'a Added,
    pub(crate) secrets: Secrets<'a>,
    /// What replaces the secrets, once it is needed.
    pub(crate) redaction: OnceLock<Redaction>,
    /// The names of the root fields.
    pub(crate) operations: &'a [Cow<'static, str>],
    /// The facts of the request's schema.
    pub(crate) facts: &'a Facts,
    /// The version of the server, if the caller knows it.
    pub(crate) server: Option<&'a str>,
}

impl<'a> Context<'a> {
    /// The facts by which errors are judged.
    pub(crate) fn known(&self) -> Known<'a> {
        Known { refusals: self.facts.refusals(), operations: self.operations }
    }

    /// Creates the error for a request without a reply.
    pub(crate) fn failed(&self, outcome: Outcome, failure: Failure) -> Error {
        let (cause, proxy) = (failure.cause().cloned(), failure.proxy().map(str::to_owned));
        let (kind, what, source) = match failure {
            Failure::NotConnected(source) => {
                (ErrorKind::NotConnected, "cannot connect to the server", source)
            }
            Failure::Lost(source) if self.operation == OperationKind::Subscription => {
                (ErrorKind::Lost, "the subscription was interrupted", source)
            }
            Failure::Lost(source) => (ErrorKind::Lost, "no complete answer", source),
        };
        let source = guard(source, self.redaction());
        let why = match &cause {
            Some(cause) => cause.to_string(),
            None => summary(source.as_ref()),
        };
        let inner = self.inner(kind, outcome, what.to_owned());
        let (why, source) = (Some(self.line(&why)), Some(source));
        Error(Box::new(Inner { why, cause, proxy, source, ..inner }))
    }

    /// Creates the error for a reply that is not what is wanted.
    /// `size` is the size of the request in bytes.
    pub(crate) fn foreign(
        &self,
        outcome: Outcome,
        reply: Reply,
        wanted: &str,
        size: usize,
    ) -> Error {
        // Cut last: a token that is cut in two would not be found.
        let body = cut(&self.shown(&String::from_utf8_lossy(&reply.body)), FOREIGN_BODY).to_owned();
        let status = reply.status;
        let what = match &reply.location {
            Some(location) if (300..400).contains(&status) => {
                format!("HTTP status {status}, a redirect to {}", self.line(location))
            }
            _ if status == 413 => {
                format!("{}. The request has {size} bytes", described(status, &body, wanted))
            }
            _ => described(status, &body, wanted),
        };
        let inner = self.inner(ErrorKind::Foreign { status }, outcome, what);
        Error(Box::new(Inner {
            status: Some(status),
            retry_after: reply.retry_after.map(|text| self.line(&text)),
            body: Some(body),
            proxy: reply.proxy,
            ..inner
        }))
    }

    /// Creates the error for a GraphQL answer with errors.
    pub(crate) fn graphql(&self, outcome: Outcome, reply: Reply, answer: Answer) -> Error {
        let (data, errors) = answer.into_parts();
        let whole = is_whole(self.fields, data.as_ref(), &errors);
        let refusal = known_error(&errors, self.fields, self.known());
        let is_drift = outcome == Outcome::Refused && errors.iter().any(Drift::shows_in);
        let drift = is_drift.then(|| Drift {
            schema: self.facts.version().map(str::to_owned),
            server: self.server.map(str::to_owned),
        });
        let errors = self.redacted(errors);
        let what = match &errors[..] {
            [] => "the answer contains neither data nor errors".to_owned(),
            [error] => self.line(&error.to_string()),
            [error, more @ ..] => {
                format!("{} (and {} more)", self.line(&error.to_string()), more.len())
            }
        };
        let inner = self.inner(ErrorKind::GraphQl, outcome, what);
        let inner = Inner { errors, refusal, drift, whole, ..inner };
        Error(Box::new(self.answered(inner, reply, data)))
    }

    /// Creates the error for a GraphQL answer without errors whose data does not match at `pointer`.
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
        let (what, why) = match at {
            Some(Value::Null) => {
                (format!("the server returned null at {place} without an error"), None)
            }
            _ => {
                let why = self.line(&source.to_string());
                (format!("the answer does not match the request at {place}"), Some(why))
            }
        };
        let inner = self.inner(ErrorKind::Decode, outcome, what);
        let source = Some(guard(Box::new(source), self.redaction()));
        let pointer = Some(self.redact(&pointer).into_owned());
        let inner = Inner { why, pointer, source, ..inner };
        Error(Box::new(self.answered(inner, reply, data)))
    }

    fn inner(&self, kind: ErrorKind, outcome: Outcome, what: String) -> Inner {
        Inner::new(kind, outcome, Some(self.operation), what)
    }

    fn answered(&self, inner: Inner, reply: Reply, data: Option<Value>) -> Inner {
        let mut data = data.filter(|data| !data.is_null());
        if let Some(data) = &mut data {
            self.redact_value(data);
            self.added.remove_from(data);
        }
        let body = String::from_utf8_lossy(&reply.body);
        Inner {
            status: Some(reply.status),
            retry_after: reply.retry_after.map(|text| self.line(&text)),
            body: Some(self.redact(&body).into_owned()),
            data,
            added: self.added.clone(),
            ..inner
        }
    }

    fn redaction(&self) -> &Redaction {
        self.redaction.get_or_init(|| self.secrets.redaction())
    }

    fn redact<'t>(&self, text: &'t str) -> Cow<'t, str> {
        self.redaction().of(text)
    }

    /// Returns the text for one line of a terminal.
    pub(crate) fn line(&self, text: &str) -> String {
        cut(&self.shown(text), LINE).to_owned()
    }

    /// Removes secrets before and after cleaning: cleaning can break up a secret, and can also form one.
    fn shown(&self, text: &str) -> String {
        self.redact(&clean(&self.redact(text))).into_owned()
    }

    /// Removes secrets from errors that came with data.
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

/// Whether every root field has a value, and no error is about a place without one.
fn is_whole(fields: &[Key], data: Option<&Value>, errors: &[GraphQlError]) -> bool {
    let Some(data) = data else { return false };
    let has_value = |error: &GraphQlError| {
        let path = error.path.as_deref().unwrap_or_default();
        let mut at = Some(data);
        for segment in path {
            at = at.and_then(|value| match segment {
                PathSegment::Key(key) => value.get(key),
                PathSegment::Index(index) => value.get(usize::try_from(*index).ok()?),
            });
        }
        // A path of the server's data layer is about nothing in the answer.
        let is_foreign = !fields.iter().any(|field| error.is_about(field));
        !error.odd_path && (is_foreign || at.is_some_and(|value| !value.is_null()))
    };
    fields.iter().all(|field| data.get(&**field).is_some_and(|value| !value.is_null()))
        && errors.iter().all(has_value)
}
