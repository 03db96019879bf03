//! A body read leniently: for everything that is not data alone.

use std::fmt;

use serde::Deserialize;
use serde::de::DeserializeSeed as _;
use serde_json::Value;

use crate::json::{Duplicates, Reader};

/// A GraphQL answer ([GraphQL, section 7](https://spec.graphql.org/October2021/#sec-Response-Format)).
///
/// Errors of an odd shape are read as far as it goes, and marked: nothing may be concluded in the request's
/// favour from them.
#[derive(Clone, Debug)]
pub struct Answer {
    data: Option<Value>,
    errors: Vec<GraphQlError>,
}

impl Answer {
    /// Reads a body. A byte order mark is skipped.
    ///
    /// # Errors
    ///
    /// When it is no UTF-8, no JSON (or nested deeper than 128), no object with `data` or `errors`, or has one
    /// of them twice.
    pub fn read(body: &[u8]) -> Result<Self, NotGraphQl> {
        let text = text(body)?;
        // Serde would read a list as the struct's fields in order.
        if !text.trim_ascii_start().starts_with('{') {
            return Err(NotGraphQl(None));
        }
        let raw: Raw = serde_json::from_str(text).map_err(NotGraphQl::because)?;
        if raw.data.is_none() && raw.errors.is_none() {
            return Err(NotGraphQl(None));
        }
        let errors = match raw.errors {
            None | Some(Value::Null) => Vec::new(),
            Some(Value::Array(errors)) => errors.into_iter().map(GraphQlError::read).collect(),
            Some(other) => vec![GraphQlError { odd_message: true, ..GraphQlError::read(other) }],
        };
        Ok(Answer { data: raw.data, errors })
    }

    /// The `data`; `None` when the answer has no such key, which is not the same as null.
    pub fn data(&self) -> Option<&Value> {
        self.data.as_ref()
    }

    /// The `errors`, in the answer's order.
    pub fn errors(&self) -> &[GraphQlError] {
        &self.errors
    }

    pub(crate) fn into_parts(self) -> (Option<Value>, Vec<GraphQlError>) {
        (self.data, self.errors)
    }
}

/// The body as text, without a byte order mark.
pub(super) fn text(body: &[u8]) -> Result<&str, NotGraphQl> {
    let body = body.strip_prefix("\u{feff}".as_bytes()).unwrap_or(body);
    std::str::from_utf8(body).map_err(NotGraphQl::because)
}

#[derive(Deserialize)]
struct Raw {
    #[serde(default, deserialize_with = "present")]
    data: Option<Value>,
    #[serde(default, deserialize_with = "present")]
    errors: Option<Value>,
}

/// Null is a value here: serde's own `Option` takes it for a missing key.
fn present<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Value>, D::Error> {
    Reader(Duplicates::LastWins).deserialize(deserializer).map(Some)
}

/// One of an answer's `errors`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct GraphQlError {
    /// The text. Houston's own texts are English and change between versions. JSON, when it was no text.
    pub message: String,
    /// `extensions.code`. Houston gives `INTERNAL_SERVER_ERROR` to much that is none.
    pub code: Option<String>,
    /// Where in the data it happened. Houston's data layer may give the path of its own inner operation.
    pub path: Option<Vec<PathSegment>>,
    /// Where in the document; empty, when one of them is of an odd shape.
    pub(crate) locations: Vec<Location>,
    /// The message was no text: it cannot be a known one.
    pub(crate) odd_message: bool,
    /// The path was something else than a list of names and indexes: it holds what was read before that.
    pub(crate) odd_path: bool,
}

impl GraphQlError {
    /// Whether its path begins with this response key.
    pub fn is_about(&self, field: &str) -> bool {
        let first = self.path.as_ref().and_then(|path| path.first());
        matches!(first, Some(PathSegment::Key(key)) if key == field)
    }

    fn read(mut error: Value) -> Self {
        let code = error.pointer("/extensions/code").and_then(Value::as_str).map(str::to_owned);
        let (path, odd_path) = match error.get("path") {
            _ if !error.is_object() => (None, true),
            None | Some(Value::Null) => (None, false),
            Some(Value::Array(segments)) => {
                let read: Vec<_> = segments.iter().map_while(PathSegment::read).collect();
                let odd = read.len() < segments.len();
                (Some(read), odd)
            }
            Some(_) => (None, true),
        };
        let locations = error.get("locations").map(Vec::deserialize);
        let locations = locations.and_then(Result::ok).unwrap_or_default();
        let (message, odd_message) = match error.get_mut("message").map(Value::take) {
            Some(Value::String(message)) => (message, false),
            Some(other) => (other.to_string(), true),
            None => (error.as_str().map_or_else(|| error.to_string(), str::to_owned), true),
        };
        GraphQlError { message, code, path, locations, odd_message, odd_path }
    }
}

/// Message, and code and path where there are any.
impl fmt::Display for GraphQlError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)?;
        if let Some(code) = &self.code {
            write!(formatter, " ({code})")?;
        }
        let mut separator = " at ";
        for segment in self.path.iter().flatten() {
            write!(formatter, "{separator}{segment}")?;
            separator = ".";
        }
        Ok(())
    }
}

impl std::error::Error for GraphQlError {}

/// A place in a document, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub(crate) struct Location {
    pub(crate) line: usize,
    pub(crate) column: usize,
}

/// A step of an error's path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PathSegment {
    /// A response key.
    Key(String),
    /// An index into a list.
    Index(u64),
}

impl PathSegment {
    fn read(segment: &Value) -> Option<Self> {
        match segment {
            Value::String(key) => Some(PathSegment::Key(key.clone())),
            other => other.as_u64().map(PathSegment::Index),
        }
    }
}

impl fmt::Display for PathSegment {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PathSegment::Key(key) => formatter.write_str(key),
            PathSegment::Index(index) => write!(formatter, "{index}"),
        }
    }
}

/// A body that is no GraphQL answer: somebody else's, or cut.
#[derive(Debug)]
pub struct NotGraphQl(Option<Box<dyn std::error::Error + Send + Sync>>);

impl NotGraphQl {
    fn because(source: impl std::error::Error + Send + Sync + 'static) -> Self {
        NotGraphQl(Some(Box::new(source)))
    }
}

impl fmt::Display for NotGraphQl {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the body is no GraphQL answer")
    }
}

impl std::error::Error for NotGraphQl {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.as_deref().map(|source| source as _)
    }
}

#[cfg(test)]
mod tests {
    use super::{Answer, PathSegment};

    fn read(body: &str) -> Answer {
        Answer::read(body.as_bytes()).unwrap()
    }

    #[test]
    fn a_body_is_an_answer_by_its_keys() {
        for body in [r#"{"data":null}"#, r#"{"errors":[]}"#, "\u{feff} {\"data\":{}}"] {
            assert!(Answer::read(body.as_bytes()).is_ok(), "{body}");
        }
        let deep = format!(r#"{{"data":{}{}}}"#, "[".repeat(200), "]".repeat(200));
        for body in [
            "",
            "null",
            "{}",
            "[]",
            r#"[{"data":{}}]"#,
            r#"[{},[]]"#,
            r#"{"message":"no"}"#,
            "<html>",
            r#"{"data":{"#,
            r#"{"data":{}} x"#,
            r#"{"data":{},"data":{}}"#,
            &deep,
        ] {
            assert!(Answer::read(body.as_bytes()).is_err(), "{body}");
        }
        assert!(Answer::read(b"{\"data\":{\"a\":\"\xff\"}}").is_err());
    }

    #[test]
    fn no_data_is_not_null_data() {
        assert!(read(r#"{"errors":[]}"#).data().is_none());
        assert!(read(r#"{"data":null}"#).data().is_some_and(|data| data.is_null()));
    }

    #[test]
    fn data_is_what_it_says() {
        let answer =
            read(r#"{"data":{"a":{"$serde_json::private::RawValue":"[1]"}},"errors":["b"]}"#);
        let key = answer.data().and_then(|data| data["a"].as_object()?.keys().next());
        assert_eq!(key.map(String::as_str), Some("$serde_json::private::RawValue"));
    }

    #[test]
    fn an_error_is_read_and_shown() {
        let answer = read(
            r#"{"errors":[{"message":"no","path":["a",0,"b"],"extensions":{"code":"FORBIDDEN"}}]}"#,
        );
        let [error] = answer.errors() else { panic!("{answer:?}") };
        assert_eq!(error.path.as_deref().unwrap()[1], PathSegment::Index(0));
        assert_eq!(error.to_string(), "no (FORBIDDEN) at a.0.b");
        assert!(!error.odd_message && !error.odd_path);
    }

    #[test]
    fn odd_errors_are_read_as_far_as_it_goes_and_marked() {
        let answer = read(
            r#"{"errors":["boom",{"message":7,"path":"a"},{"message":"m","path":["a",{},"b"]},
                {"message":"m","path":null,"extensions":{"code":3}}]}"#,
        );
        let odd: Vec<_> = answer
            .errors()
            .iter()
            .map(|error| {
                (
                    error.message.as_str(),
                    error.path.as_ref().map(Vec::len),
                    error.odd_message,
                    error.odd_path,
                )
            })
            .collect();
        assert_eq!(
            odd,
            [
                ("boom", None, true, true),
                ("7", None, true, true),
                ("m", Some(1), false, true),
                ("m", None, false, false),
            ]
        );
        let no_list = read(r#"{"data":{},"errors":{"message":"m"}}"#);
        let [error] = no_list.errors() else { panic!("{no_list:?}") };
        assert!(error.odd_message && error.message == "m");
        assert!(read(r#"{"data":{},"errors":null}"#).errors().is_empty());
    }
}
