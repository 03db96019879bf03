//! The outcome of a request: one of five for each root field.
//!
//! The transport reports one of four [`Event`]s. Everything else is read from the answer and judged only here. A
//! mutation that may have run must never appear as one that did not.

use std::borrow::Cow;
use std::fmt;

use houston_schema::row;
use serde_json::Value;

use crate::answer::{Answer, GraphQlError, PathSegment};
use crate::document::Key;
use crate::schema::OperationKind;
pub use crate::schema::{Proof, Refusal, refusal};

/// Codes of errors that the server raises before a field writes anything.
const BEFORE_A_FIELD: [&str; 3] = ["FORBIDDEN", "UNAUTHENTICATED", "BAD_USER_INPUT"];

/// Codes of errors by which Apollo Server refuses a whole request. INTERNAL_SERVER_ERROR is not among them: it is the
/// code of everything that has none.
const BEFORE_ALL: [&str; 7] = [
    "GRAPHQL_PARSE_FAILED",
    "GRAPHQL_VALIDATION_FAILED",
    "PERSISTED_QUERY_NOT_FOUND",
    "PERSISTED_QUERY_NOT_SUPPORTED",
    "PERSISTED_QUERY_HASH_MISMATCH",
    "OPERATION_RESOLUTION_FAILURE",
    "BAD_REQUEST",
];

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
    /// A GraphQL answer.
    Answer {
        /// The HTTP status.
        status: u16,
        /// The answer.
        answer: &'a Answer,
    },
}

/// The facts by which errors are judged.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// The known texts of the server.
    pub refusals: &'a [Refusal],
    /// The names of the root fields, in the order of the response keys; empty if they are not known. Then only rows
    /// for all operations match.
    pub operations: &'a [Cow<'static, str>],
}

impl<'a> Known<'a> {
    /// The row for an error of the root field at this index; of any root field without an index.
    fn row(self, error: &GraphQlError, field: Option<usize>) -> Option<&'a Refusal> {
        let operations = match field {
            Some(at) => self.operations.get(at..=at).unwrap_or_default(),
            None => self.operations,
        };
        if error.odd_message {
            return None;
        }
        refusal(self.refusals, &error.message, operations)
    }

    /// Whether an error proves that the root field at this index wrote nothing. `alone` says that the error cannot
    /// concern another field.
    fn proves(self, error: &GraphQlError, at: usize, field: &str, alone: bool) -> bool {
        let row = self.row(error, Some(at)).filter(|row| row.proves >= Proof::Field);
        let is_known = row.is_some() || is_one_of(error, &BEFORE_A_FIELD);
        match error.path.as_deref() {
            // It may hide that the error is inside the result.
            _ if error.odd_path => false,
            None => alone && is_known,
            Some([PathSegment::Key(root)]) if root == field => is_known,
            // A step of the data layer, which may come after another one.
            Some([PathSegment::Key(step)]) => {
                alone && row.is_some_and(|row| row.inner.iter().any(|inner| inner == step))
            }
            Some(_) => false,
        }
    }

    /// Whether an error without a path proves that none of these fields ran. A text must do so for each of them.
    fn proves_for_all(self, error: &GraphQlError, fields: &[Key]) -> bool {
        let row = |at| self.row(error, Some(at)).map_or(Proof::Nothing, |row| row.proves);
        is_one_of(error, &BEFORE_A_FIELD)
            || is_one_of(error, &BEFORE_ALL)
            || (0..fields.len()).all(|at| row(at) >= Proof::Request)
    }
}

/// Returns the outcome of each root field, given the response keys in order. Subscriptions are judged as queries,
/// because they write nothing.
pub fn classify(
    kind: OperationKind,
    event: &Event<'_>,
    fields: &[Key],
    known: Known<'_>,
) -> Vec<Outcome> {
    let all = |outcome| vec![outcome; fields.len()];
    let answer = match event {
        Event::NotConnected => return all(Outcome::NotSent),
        Event::Lost => return all(Outcome::Unknown),
        Event::Foreign { status } => return all(foreign(*status)),
        Event::Answer { answer, .. } => *answer,
    };
    let errors = answer.errors();
    let Some(data) = answer.data() else {
        // Parsing, validation and coercion fail before anything runs, and their errors have no path.
        let is_whole = errors.iter().all(|error| error.path.is_none());
        if !errors.is_empty() && errors.iter().all(|e| e.path.is_none() && !is_odd(e)) {
            return all(without_data(kind, event, errors, fields, known));
        }
        let alone = is_whole || fields.len() == 1;
        let judge = |(at, field): (usize, &Key)| {
            let mut mine = errors.iter().filter(|e| belongs(e, field, fields, Came::Null, true));
            let is_refused = |e: &GraphQlError| known.proves(e, at, field, alone);
            let refused = mine.clone().next().is_some() && mine.all(is_refused);
            if refused { Outcome::Refused } else { Outcome::Unknown }
        };
        return fields.iter().enumerate().map(judge).collect();
    };
    let alone = fields.len() == 1;
    let some_null = fields.iter().any(|field| Came::of(data, field).is_null());
    let judge = |(at, field): (usize, &Key)| {
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
                failed(kind, mine.iter().all(|e| known.proves(e, at, field, alone)))
            }
        }
    };
    fields.iter().enumerate().map(judge).collect()
}

/// Returns the outcome of a call: the worst of its fields'.
///
/// If some fields ran and others did not, the call must not appear as one without effect.
pub(crate) fn worst(outcomes: &[Outcome]) -> Outcome {
    let worst = outcomes.iter().max().copied().unwrap_or(Outcome::Unknown);
    let ran = outcomes.iter().any(|one| matches!(one, Outcome::Done | Outcome::Partial));
    if ran && worst != Outcome::Unknown { worst.min(Outcome::Partial) } else { worst }
}

/// Errors without a path and without data. Gateways send such answers as well, after they passed the request on: only
/// the status by which a server refuses a document, or the errors themselves, prove that Houston wrote them.
fn without_data(
    kind: OperationKind,
    event: &Event<'_>,
    errors: &[GraphQlError],
    fields: &[Key],
    known: Known<'_>,
) -> Outcome {
    let status = if let Event::Answer { status, .. } = event { *status } else { 0 };
    let is_success = (200..300).contains(&status);
    if is_success && kind != OperationKind::Mutation {
        return Outcome::Refused;
    }
    // Only a server that has read the document knows places in it.
    let is_proof = |error: &GraphQlError| {
        known.proves_for_all(error, fields) || is_success && !error.locations.is_empty()
    };
    if errors.iter().all(is_proof) { Outcome::Refused } else { foreign(status) }
}

/// Gateways send 4xx before they pass a request on. They may also send 408, 499 and 5xx after they did.
fn foreign(status: u16) -> Outcome {
    match status {
        408 | 499 => Outcome::Unknown,
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

fn is_one_of(error: &GraphQlError, codes: &[&str]) -> bool {
    error.code.as_deref().is_some_and(|code| codes.contains(&code))
}

fn is_odd(error: &GraphQlError) -> bool {
    error.odd_message || error.odd_path
}

/// Returns the known row of the first error on a root field. For the server's own codes FORBIDDEN and UNAUTHENTICATED
/// with another text, that is a row with the code `not-allowed`.
pub(crate) fn known_error(
    errors: &[GraphQlError],
    fields: &[Key],
    known: Known<'_>,
) -> Option<Refusal> {
    let error = errors.iter().find(|error| !fields.iter().any(|field| is_deep(error, field)))?;
    let field = fields.iter().position(|field| root(error) == Some(field));
    match (known.row(error, field), error.code.as_deref()) {
        (Some(row), _) => Some(row.clone()),
        (None, Some("FORBIDDEN" | "UNAUTHENTICATED")) => Some(row!(Refusal {
            text: error.message.clone().into(),
            proves: Proof::Field,
            code: "not-allowed".into(),
            ..Refusal::default()
        })),
        _ => None,
    }
}
