//! HTTP headers that the caller sets.

use std::fmt;

use crate::token::Token;

/// An HTTP header that the caller sets.
#[derive(Clone)]
pub struct Header {
    name: String,
    value: Value,
}

#[derive(Clone)]
enum Value {
    Plain(String),
    Secret(Token),
}

impl Header {
    /// # Errors
    ///
    /// Returns why the header cannot be sent.
    pub(crate) fn plain(name: String, value: String) -> Result<Self, String> {
        let inner = |byte: u8| byte.is_ascii_graphic() || matches!(byte, b' ' | b'\t');
        if value.trim_ascii() != value || !value.bytes().all(inner) {
            return Err(refused(&name, "its value is not visible ASCII"));
        }
        Self::named(name, Value::Plain(value))
    }

    /// Creates a header whose value is never shown.
    ///
    /// # Errors
    ///
    /// Returns why the header cannot be sent.
    pub(crate) fn hidden(name: String, value: Token) -> Result<Self, String> {
        Self::named(name, Value::Secret(value))
    }

    fn named(name: String, value: Value) -> Result<Self, String> {
        if name.is_empty() || !name.bytes().all(is_token) {
            return Err(refused(&name, "its name is not valid"));
        }
        if OWN.iter().any(|own| own.eq_ignore_ascii_case(&name)) {
            return Err(refused(&name, "only the transport sets it"));
        }
        Ok(Header { name, value })
    }

    /// Whether both set the same header.
    pub(crate) fn replaces(&self, other: &Header) -> bool {
        self.name.eq_ignore_ascii_case(&other.name)
    }

    /// The name, as the caller wrote it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The value: visible ASCII, spaces and tabs. It may be a secret, and the caller is responsible for where it
    /// goes.
    pub fn expose(&self) -> &str {
        match &self.value {
            Value::Plain(value) => value,
            Value::Secret(value) => value.header_value(),
        }
    }

    /// The value, if it must never be shown.
    pub(crate) fn secret(&self) -> Option<&Token> {
        match &self.value {
            Value::Plain(_) => None,
            Value::Secret(value) => Some(value),
        }
    }
}

/// Omits the value.
impl fmt::Debug for Header {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: …", self.name)
    }
}

/// The headers that only the transport sets: a second one could change the body, its length or the host.
const OWN: [&str; 11] = [
    "accept",
    "accept-encoding",
    "authorization",
    "connection",
    "content-encoding",
    "content-length",
    "content-type",
    "expect",
    "host",
    "te",
    "transfer-encoding",
];

/// Whether a name may contain this byte ([RFC 9110, section
/// 5.6.2](https://www.rfc-editor.org/rfc/rfc9110#section-5.6.2)).
fn is_token(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte)
}

fn refused(name: &str, why: &str) -> String {
    let shown: String = name.escape_debug().take(60).collect();
    format!("the header `{shown}` cannot be sent: {why}")
}
