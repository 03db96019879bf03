//! HTTP headers of the caller's.

use std::fmt;

use crate::token::Token;

/// An HTTP header of the caller's.
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
    /// Why it cannot be sent.
    pub(crate) fn plain(name: String, value: String) -> Result<Self, String> {
        let inner = |byte: u8| byte.is_ascii_graphic() || matches!(byte, b' ' | b'\t');
        if value.trim_ascii() != value || !value.bytes().all(inner) {
            return Err(refused(&name, "its value is no visible ASCII"));
        }
        Self::named(name, Value::Plain(value))
    }

    /// A header whose value is kept out of every text.
    ///
    /// # Errors
    ///
    /// Why it cannot be sent.
    pub(crate) fn hidden(name: String, value: Token) -> Result<Self, String> {
        Self::named(name, Value::Secret(value))
    }

    fn named(name: String, value: Value) -> Result<Self, String> {
        if name.is_empty() || !name.bytes().all(is_token) {
            return Err(refused(&name, "its name is none"));
        }
        if OWN.iter().any(|own| own.eq_ignore_ascii_case(&name)) {
            return Err(refused(&name, "it is set by the transport alone"));
        }
        Ok(Header { name, value })
    }

    /// Whether both set the same thing.
    pub(crate) fn replaces(&self, other: &Header) -> bool {
        self.name.eq_ignore_ascii_case(&other.name)
    }

    /// The name, as the caller wrote it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The value: visible ASCII, spaces and tabs. It may be a secret: whoever calls this answers for where it
    /// goes.
    pub fn expose(&self) -> &str {
        match &self.value {
            Value::Plain(value) => value,
            Value::Secret(value) => value.expose(),
        }
    }

    /// The value, when it has to stay out of every text.
    pub(crate) fn secret(&self) -> Option<&Token> {
        match &self.value {
            Value::Plain(_) => None,
            Value::Secret(value) => Some(value),
        }
    }
}

/// Without the value.
impl fmt::Debug for Header {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: …", self.name)
    }
}

/// What the transport decides: a second one could change the body, its length or the host.
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

/// What may stand in a name ([RFC 9110, section 5.6.2](https://www.rfc-editor.org/rfc/rfc9110#section-5.6.2)).
fn is_token(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte)
}

fn refused(name: &str, why: &str) -> String {
    let shown: String = name.escape_debug().take(60).collect();
    format!("the header `{shown}` cannot be sent: {why}")
}
