//! The outcome of a request: one of five for each root field.
//!
//! The transport reports one of four [`Event`]s. Everything else is read from the answer and judged only here. A
//! mutation that may have run must never appear as one that did not.

use std::borrow::Cow;
use std::fmt;

use serde_json::Value;

use crate::answer::{Answer, GraphQlError, PathSegment};
use crate::document::Key;
use crate::schema::OperationKind;

#[cfg(test)]
mod tests;

/// The outcome of a root field.
///
/// The variants are in order: the outcome of a whole call is the greatest of its fields'.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// It ran, and its result came without errors. In an [`Error`](crate::Error), the result did not match the
    /// schema or the caller's types: for example, a mutation returned null.
    Done,
    /// It ran, and part of the result is missing.
    Partial,
    /// Nothing reached the server.
    NotSent,
    /// The server answered, and the operation had no effect.
    Refused,
    /// It may or may not have run.
    Unknown,
}

impl Outcome {
    /// The outcome in one lower-case word: `done`, `partial`, `not-sent`, `refused` or `unknown`.
    pub const fn name(self) -> &'static str {
        match self {
            Outcome::Done => "done",
            Outcome::Partial => "partial",
            Outcome::NotSent => "not-sent",
            Outcome::Refused => "refused",
            Outcome::Unknown => "unknown",
        }
    }
}

/// Writes the [`name`](Outcome::name).
impl fmt::Display for Outcome {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

/// An error text that the server raises before it writes anything: it proves that a mutation had no effect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The text. Comparison ignores case, surrounding white space and trailing full stops.
    pub text: Cow<'static, str>,
    /// The part of a message that the text must match.
    pub part: Part,
    /// A one-word code for programs: `not-allowed`.
    pub code: Cow<'static, str>,
}

/// The part of a message that a known text must match.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The whole message.
    Whole,
    /// The beginning: the message may continue.
    Beginning,
    /// The end: variable text may come before it.
    End,
}

/// Returns the first refusal that matches `message`.
pub fn refusal<'a>(refusals: &'a [Refusal], message: &str) -> Option<&'a Refusal> {
    fn comparable(text: &str) -> String {
        text.trim().trim_end_matches('.').to_lowercase()
    }
    let message = comparable(message);
    refusals.iter().find(|row| {
        let text = comparable(&row.text);
        // An empty text would match every message and prove that nothing ever runs.
        !text.is_empty()
            && match row.part {
                Part::Whole => message == text,
                Part::Beginning => message.starts_with(&text),
                Part::End => message.ends_with(&text),
            }
    })
}

/// An event that the transport observed.
#[derive(Clone, Copy, Debug)]
pub enum Event<'a> {
    /// No connection was established (name, TCP, proxy, TLS), or none was attempted.
    NotConnected,
    /// Any failure after the connection was established: a reset, end of stream, a timeout, or a body that is cut
    /// off or too large.
    Lost,
    /// An HTTP answer whose body is not a GraphQL answer.
    Foreign {
        /// The HTTP status.
        status: u16,
    },
    /// A GraphQL answer, with any HTTP status.
    Answer(&'a Answer),
}

/// Returns the outcome of each root field, given the response keys in order. Subscriptions are judged as queries,
/// because they write nothing.
pub fn classify(
    kind: OperationKind,
    event: &Event<'_>,
    fields: &[Key],
    refusals: &[Refusal],
) -> Vec<Outcome> {
    let all = |outcome| vec![outcome; fields.len()];
    let answer = match event {
        Event::NotConnected => return all(Outcome::NotSent),
        Event::Lost => return all(Outcome::Unknown),
        Event::Foreign { status } => return all(foreign(*status)),
        Event::Answer(answer) => *answer,
    };
    let errors = answer.errors();
    let Some(data) = answer.data() else {
        // Parsing, validation and coercion fail before anything runs, and their errors have no path. The message is
        // checked because gateways also send `errors`.
        let refused = !errors.is_empty() && errors.iter().all(|e| e.path.is_none() && !is_odd(e));
        return all(if refused { Outcome::Refused } else { Outcome::Unknown });
    };
    let some_null = fields.iter().any(|field| Came::of(data, field).is_null());
    let judge = |field: &Key| {
        let came = Came::of(data, field);
        let mut mine =
            errors.iter().filter(|e| belongs(e, field, fields, came, some_null)).peekable();
        match (came, mine.peek().is_some()) {
            (Came::Nothing, _) => Outcome::Unknown,
            (Came::Value | Came::Null, false) => Outcome::Done,
            (Came::Value, true) => Outcome::Partial,
            (Came::NullData, false) if errors.is_empty() => Outcome::Unknown,
            (Came::NullData, false) => failed(kind, false),
            (Came::Null | Came::NullData, true) => {
                let mine: Vec<_> = mine.collect();
                if mine.iter().any(|error| is_deep(error, field)) {
                    return Outcome::Partial;
                }
                failed(kind, mine.iter().all(|error| is_known(error, refusals)))
            }
        }
    };
    fields.iter().map(judge).collect()
}

/// Returns the outcome of a call: the worst of its fields'.
///
/// If some fields ran and others did not, the call must not appear as one without effect.
pub(crate) fn worst(outcomes: &[Outcome]) -> Outcome {
    let worst = outcomes.iter().max().copied().unwrap_or(Outcome::Unknown);
    let ran = outcomes.iter().any(|one| matches!(one, Outcome::Done | Outcome::Partial));
    if ran && worst != Outcome::Unknown { worst.min(Outcome::Partial) } else { worst }
}

/// Gateways send 4xx before they pass a request on. They may also send 408 and 5xx after they did.
fn foreign(status: u16) -> Outcome {
    match status {
        408 => Outcome::Unknown,
        300..=499 => Outcome::Refused,
        _ => Outcome::Unknown,
    }
}

/// A root field without a result: a mutation may have written before it failed.
fn failed(kind: OperationKind, known: bool) -> Outcome {
    match kind {
        OperationKind::Mutation if !known => Outcome::Unknown,
        _ => Outcome::Refused,
    }
}

/// The value in the answer for a root field.
#[derive(Clone, Copy)]
enum Came {
    Value,
    Null,
    /// The whole data is null.
    NullData,
    Nothing,
}

impl Came {
    fn of(data: &Value, field: &str) -> Self {
        match data {
            Value::Null => Came::NullData,
            data => match data.get(field) {
                None => Came::Nothing,
                Some(Value::Null) => Came::Null,
                Some(_) => Came::Value,
            },
        }
    }

    fn is_null(self) -> bool {
        matches!(self, Came::Null | Came::NullData)
    }
}

/// Whether an error concerns a field. The path decides, if it names a root field. Otherwise the error concerns
/// every field that is null, because Houston's data layer gives the path of its own inner operation. If no field is
/// null, the error concerns every field.
fn belongs(error: &GraphQlError, field: &str, fields: &[Key], came: Came, some_null: bool) -> bool {
    match root(error) {
        Some(root) if fields.iter().any(|field| field == root) => root == field,
        // A path that cannot be read may name any field.
        _ => error.odd_path || came.is_null() || !some_null,
    }
}

fn root(error: &GraphQlError) -> Option<&str> {
    match error.path.as_deref()? {
        [PathSegment::Key(root), ..] => Some(root),
        _ => None,
    }
}

/// Whether the error is inside the field's result. The field's own resolver then returned, so the field ran.
fn is_deep(error: &GraphQlError, field: &str) -> bool {
    root(error) == Some(field) && error.path.as_ref().is_some_and(|path| path.len() > 1)
}

fn is_odd(error: &GraphQlError) -> bool {
    error.odd_message || error.odd_path
}

fn is_known(error: &GraphQlError, refusals: &[Refusal]) -> bool {
    let code =
        matches!(error.code.as_deref(), Some("FORBIDDEN" | "UNAUTHENTICATED" | "BAD_USER_INPUT"));
    // An error inside the result proves that the field ran, and an odd path may hide such an error.
    let text = || !error.odd_message && refusal(refusals, &error.message).is_some();
    !error.odd_path && (code || text())
}

/// Returns a one-word code for why the server refused, from the first error on a root field: the code of the
/// refusal that its text matches, or `not-allowed` for the server's own codes FORBIDDEN and UNAUTHENTICATED.
pub(crate) fn refusal_code(
    errors: &[GraphQlError],
    fields: &[Key],
    refusals: &[Refusal],
) -> Option<Cow<'static, str>> {
    let error = errors.iter().find(|error| !fields.iter().any(|field| is_deep(error, field)))?;
    let row = (!error.odd_message).then(|| refusal(refusals, &error.message)).flatten();
    match (row, error.code.as_deref()) {
        (Some(row), _) => Some(row.code.clone()),
        (None, Some("FORBIDDEN" | "UNAUTHENTICATED")) => Some("not-allowed".into()),
        _ => None,
    }
}
