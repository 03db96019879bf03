//! What happened to a request: one of five outcomes for each root field.
//!
//! The transport says which of four [`Event`]s it saw; everything else is read from the answer, and judged
//! here alone. A mutation that may have run must never read as one that did not.

use std::borrow::Cow;
use std::fmt;

use serde_json::Value;

use crate::answer::{Answer, GraphQlError, PathSegment};
use crate::document::Key;
use crate::schema::OperationKind;

#[cfg(test)]
mod tests;

/// What happened to a root field.
///
/// In order: the outcome of a whole call is the greatest of its fields'.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// It ran, and no error stands beside the result. With an [`Error`](crate::Error), the result was not what the
    /// schema or the caller's types promise: a mutation that answered null, say.
    Done,
    /// It ran, and a part of the result is missing.
    Partial,
    /// Nothing reached the server.
    NotSent,
    /// The server answered, and there was no effect.
    Refused,
    /// It may have happened, or not.
    Unknown,
}

impl Outcome {
    /// One lower-case word: `done`, `partial`, `not-sent`, `refused` or `unknown`.
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

/// Its [`name`](Outcome::name).
impl fmt::Display for Outcome {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

/// A text that the server raises before it writes anything: it proves that a mutation had no effect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The text. Case, white space around it and full stops at the end do not count.
    pub text: Cow<'static, str>,
    /// How much of a message the text is.
    pub part: Part,
    /// One word for programs: `not-allowed`.
    pub code: Cow<'static, str>,
}

/// How much of a message a known text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// All of it.
    Whole,
    /// Its beginning: the message may go on.
    Beginning,
    /// Its end: something that varies may stand before it.
    End,
}

/// The first row that `message` matches.
pub fn refusal<'a>(refusals: &'a [Refusal], message: &str) -> Option<&'a Refusal> {
    fn comparable(text: &str) -> String {
        text.trim().trim_end_matches('.').to_lowercase()
    }
    let message = comparable(message);
    refusals.iter().find(|row| {
        let text = comparable(&row.text);
        // An empty beginning would prove that nothing ever runs.
        !text.is_empty()
            && match row.part {
                Part::Whole => message == text,
                Part::Beginning => message.starts_with(&text),
                Part::End => message.ends_with(&text),
            }
    })
}

/// What the transport saw.
#[derive(Clone, Copy, Debug)]
pub enum Event<'a> {
    /// No connection stood (name, TCP, proxy, TLS), or none was asked for.
    NotConnected,
    /// Anything after the connection stood: reset, end of stream, time-out, body cut or over the cap.
    Lost,
    /// An HTTP answer whose body is no GraphQL answer.
    Foreign {
        /// The HTTP status.
        status: u16,
    },
    /// A GraphQL answer, with whatever HTTP status.
    Answer(&'a Answer),
}

/// The outcome of each root field, given the response keys in order. Subscriptions are judged as queries:
/// they write nothing.
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
        // Parse, validation and coercion fail before anything runs, and have no path. The message is asked
        // for because gateways have `errors` of their own.
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

/// The outcome of a call is the worst of its fields'.
///
/// Unless some ran and others did not: then nobody may take the call for one without effect.
pub(crate) fn worst(outcomes: &[Outcome]) -> Outcome {
    let worst = outcomes.iter().max().copied().unwrap_or(Outcome::Unknown);
    let ran = outcomes.iter().any(|one| matches!(one, Outcome::Done | Outcome::Partial));
    if ran && worst != Outcome::Unknown { worst.min(Outcome::Partial) } else { worst }
}

/// Gateways answer 4xx before they pass a request on; 408 and 5xx they also give when they did.
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

/// What came back for a root field.
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

/// Whose error is it? By its path; otherwise of every field that came back null, because Houston's data layer
/// gives the path of its own inner operation. When none did, each result is suspect.
fn belongs(error: &GraphQlError, field: &str, fields: &[Key], came: Came, some_null: bool) -> bool {
    match root(error) {
        Some(root) if fields.iter().any(|field| field == root) => root == field,
        // What stands in a path that cannot be read is not known: it may be anybody's.
        _ => error.odd_path || came.is_null() || !some_null,
    }
}

fn root(error: &GraphQlError) -> Option<&str> {
    match error.path.as_deref()? {
        [PathSegment::Key(root), ..] => Some(root),
        _ => None,
    }
}

/// The field's own resolver returned: it ran.
fn is_deep(error: &GraphQlError, field: &str) -> bool {
    root(error) == Some(field) && error.path.as_ref().is_some_and(|path| path.len() > 1)
}

fn is_odd(error: &GraphQlError) -> bool {
    error.odd_message || error.odd_path
}

fn is_known(error: &GraphQlError, refusals: &[Refusal]) -> bool {
    let code =
        matches!(error.code.as_deref(), Some("FORBIDDEN" | "UNAUTHENTICATED" | "BAD_USER_INPUT"));
    // An error from deeper down proves the opposite, and an odd path may be one.
    let text = || !error.odd_message && refusal(refusals, &error.message).is_some();
    !error.odd_path && (code || text())
}

/// One word for why the server refused, from the first error on a root field: the code of the row that its
/// text matches, or `not-allowed` for its own codes FORBIDDEN and UNAUTHENTICATED.
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
