//! Lenient reading of a body, for every answer that has more than data.

use std::fmt;

use serde::Deserialize;
use serde::de::DeserializeSeed as _;
use serde_json::Value;

use crate::json::{Duplicates, Reader};

/// A GraphQL answer ([GraphQL, section 7](https://spec.graphql.org/October2021/#sec-Response-Format)).
///
/// Errors of an unexpected shape are read as far as possible and marked. Such an error never counts as proof that a
/// mutation did not run.
#[derive(Clone, Debug, Default)]
pub struct Answer {
    data: Option<Value>,
    errors: Vec<GraphQlError>,
}

impl Answer {
    /// Reads a body. Skips a byte order mark.
    ///
    /// # Errors
    ///
    /// Fails if the body is not UTF-8, is not valid JSON (or is nested deeper than 128 levels), is not an object
    /// with `data` or `errors`, or has one of these keys twice.
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

    /// The `data`. `None` means that the answer has no such key, which differs from null.
    pub fn data(&self) -> Option<&Value> {
        self.data.as_ref()
    }

    /// The `errors`, in the order of the answer.
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

/// Null counts as a value here: serde's own `Option` treats it as a missing key.
fn present<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Value>, D::Error> {
    Reader(Duplicates::LastWins).deserialize(deserializer).map(Some)
}

/// One of an answer's `errors`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct GraphQlError {
    /// The text. Houston's own texts are English and change between versions. If the server sent something other
    /// than text, this is its JSON.
    pub message: String,
    /// `extensions.code`. Houston uses `INTERNAL_SERVER_ERROR` for many errors that are not internal.
    pub code: Option<String>,
    /// Where in the data the error happened. Houston's data layer may give the path of its own inner operation.
    pub path: Option<Vec<PathSegment>>,
    /// Where in the document; empty if a location has an unexpected shape.
    pub(crate) locations: Vec<Location>,
    /// Whether the message was not text. It then matches no known text.
    pub(crate) odd_message: bool,
    /// Whether the path was not a list of names and indexes. `path` then holds the segments before the first
    /// invalid one.
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

/// Writes the message, with the code and the path if there are any.
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

/// A position in a document. Lines and columns start at 1.
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

/// A body that is not a GraphQL answer: it comes from another server, such as a proxy, or is cut off.
#[derive(Debug)]
pub struct NotGraphQl(Option<Box<dyn std::error::Error + Send + Sync>>);

impl NotGraphQl {
    fn because(source: impl std::error::Error + Send + Sync + 'static) -> Self {
        NotGraphQl(Some(Box::new(source)))
    }
}

impl fmt::Display for NotGraphQl {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the body is not a GraphQL answer")
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
