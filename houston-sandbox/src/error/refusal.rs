//! Errors of single fields, with Houston's texts.

use apollo_compiler::resolvers::FieldError;
use serde_json::Value;

use crate::Error;

/// Why a field has no value: its entry in `errors`.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Refusal {
    code: &'static str,
    message: String,
}

/// Separates code and text, since the executor's `FieldError` has one text for both.
const MARK: char = '\u{1}';

impl Refusal {
    /// The request has an invalid value.
    pub(crate) fn input(message: impl Into<String>) -> Refusal {
        Refusal { code: "BAD_USER_INPUT", message: message.into() }
    }

    /// An error for which the server has no special code.
    pub(crate) fn internal(message: impl Into<String>) -> Refusal {
        Refusal { code: INTERNAL, message: message.into() }
    }

    /// An error with a special code.
    pub(crate) fn coded(code: &'static str, message: impl Into<String>) -> Refusal {
        Refusal { code, message: message.into() }
    }

    /// An argument that is optional in the schema and required by the operation.
    pub(crate) fn missing(arguments: &str) -> Refusal {
        Refusal::input(format!("A required argument was not sent: {arguments}"))
    }

    /// A value in a JSON argument with the wrong type for the field that stores it.
    ///
    /// The text is that of the data layer behind the server, which names its own variables.
    pub(crate) fn stored(field: &str, ty: &str, kind: &str, value: &Value) -> Refusal {
        Refusal::internal(format!(
            "Variable \"$_v0_data\" got invalid value {value} at \"_v0_data.{field}\"; Expected type {ty}. {ty} cannot represent {kind} value: {value}"
        ))
    }

    /// The caller is not signed in or lacks the permission: as on the server, the text is the same.
    pub(crate) fn not_allowed() -> Refusal {
        Refusal::internal("Insufficient permissions.")
    }

    /// The server's error when a part of the platform does not respond.
    pub(crate) fn fault() -> Refusal {
        Refusal::internal("13 INTERNAL: failed to validate token")
    }

    pub(crate) fn not_found() -> Refusal {
        Refusal {
            code: "RESOURCE_NOT_FOUND",
            message: "The requested resource was not found".to_owned(),
        }
    }

    /// The error's text.
    pub(crate) fn message(&self) -> &str {
        &self.message
    }

    /// Splits the text of an executor's error into code and message.
    ///
    /// A text without a code is the executor's own, and gets the internal code.
    pub(crate) fn split(text: &str) -> (&str, &str) {
        let text = text.strip_prefix("resolver error: ").unwrap_or(text);
        text.strip_prefix(MARK).and_then(|rest| rest.split_once(MARK)).unwrap_or((INTERNAL, text))
    }
}

/// The code of errors without a special code.
pub(crate) const INTERNAL: &str = "INTERNAL_SERVER_ERROR";

impl From<Refusal> for FieldError {
    fn from(Refusal { code, message }: Refusal) -> Self {
        FieldError { message: format!("{MARK}{code}{MARK}{message}") }
    }
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Self {
        let source = std::error::Error::source(&error);
        Refusal::internal(
            source.map_or_else(|| error.to_string(), |source| format!("{error}: {source}")),
        )
    }
}
