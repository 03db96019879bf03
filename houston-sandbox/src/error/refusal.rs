//! Errors of single fields, in Houston's words.

use apollo_compiler::resolvers::FieldError;
use serde_json::Value;

use crate::Error;

/// Why a field has no value: what the answer's `errors` says about it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Refusal {
    code: &'static str,
    message: String,
}

/// Between code and text, while both travel in the one text that the executor's `FieldError` has room for.
const MARK: char = '\u{1}';

impl Refusal {
    /// The request asks for something that cannot be done.
    pub(crate) fn input(message: impl Into<String>) -> Refusal {
        Refusal { code: "BAD_USER_INPUT", message: message.into() }
    }

    /// A failure that the server has no code of its own for.
    pub(crate) fn internal(message: impl Into<String>) -> Refusal {
        Refusal { code: INTERNAL, message: message.into() }
    }

    /// A refusal that has a code of its own.
    pub(crate) fn coded(code: &'static str, message: impl Into<String>) -> Refusal {
        Refusal { code, message: message.into() }
    }

    /// An argument that the schema does not ask for, and the operation does.
    pub(crate) fn missing(arguments: &str) -> Refusal {
        Refusal::input(format!("A required argument was not sent: {arguments}"))
    }

    /// A value within a JSON argument that is not of the type of the field that it is stored in.
    ///
    /// The data layer behind the server says so, of variables of its own.
    pub(crate) fn stored(field: &str, ty: &str, kind: &str, value: &Value) -> Refusal {
        Refusal::internal(format!(
            "Variable \"$_v0_data\" got invalid value {value} at \"_v0_data.{field}\"; Expected type {ty}. {ty} cannot represent {kind} value: {value}"
        ))
    }

    /// The caller is not signed in or may not do this: the answer does not tell which.
    pub(crate) fn not_allowed() -> Refusal {
        Refusal::internal("Insufficient permissions.")
    }

    /// What the server says when a part of the platform does not answer.
    pub(crate) fn fault() -> Refusal {
        Refusal::internal("13 INTERNAL: failed to validate token")
    }

    pub(crate) fn not_found() -> Refusal {
        Refusal {
            code: "RESOURCE_NOT_FOUND",
            message: "The requested resource was not found".to_owned(),
        }
    }

    /// What the answer says.
    pub(crate) fn message(&self) -> &str {
        &self.message
    }

    /// Splits the text of an executor's error into code and message again.
    ///
    /// A text that no [`Refusal`] made is the executor's own, and counts as internal.
    pub(crate) fn split(text: &str) -> (&str, &str) {
        let text = text.strip_prefix("resolver error: ").unwrap_or(text);
        text.strip_prefix(MARK).and_then(|rest| rest.split_once(MARK)).unwrap_or((INTERNAL, text))
    }
}

/// The code of everything that is nobody's plan.
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
