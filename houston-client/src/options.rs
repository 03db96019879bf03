//! What can be set for one request, or for a few.

use std::fmt;
use std::time::Duration;

use crate::error::Error;
use crate::token::Token;

/// How requests are sent, where it differs from their [`Client`](crate::Client): see
/// [`Client::with`](crate::Client::with).
///
/// ```
/// # use std::time::Duration;
/// # use houston_client::Client;
/// use houston_client::Options;
/// # fn of(client: Client) {
///
/// let patient = client.with(Options::new().timeout(Duration::from_secs(600)).retries(0));
/// # }
/// ```
#[derive(Clone, Debug, Default)]
#[must_use]
pub struct Options {
    pub(crate) timeout: Option<Duration>,
    pub(crate) retries: Option<u32>,
    pub(crate) retry_idempotent: Option<bool>,
    pub(crate) idempotent: Option<bool>,
    pub(crate) adapt: Option<bool>,
    pub(crate) headers: Vec<Header>,
    /// Why a header cannot be sent.
    fault: Option<String>,
}

impl Options {
    /// Nothing differs.
    pub fn new() -> Self {
        Self::default()
    }

    /// How long a whole call may take, repetitions and the waits between them included.
    ///
    /// When it ends before a connection stands, nobody can tell whether a mutation ran: give more than
    #[cfg_attr(
        feature = "transport",
        doc = "[`connect_timeout`](crate::transport::http::HttpBuilder::connect_timeout)."
    )]
    #[cfg_attr(not(feature = "transport"), doc = "the transport needs to connect.")]
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }

    /// How often a request is repeated at most: see
    /// [`ClientBuilder::retries`](crate::ClientBuilder::retries).
    pub fn retries(mut self, retries: u32) -> Self {
        self.retries = Some(retries);
        self
    }

    /// Whether a mutation is repeated when nobody can tell whether it ran. Only one that is idempotent is:
    /// that had the same effect if it had run twice.
    pub fn retry_idempotent(mut self, retry: bool) -> Self {
        self.retry_idempotent = Some(retry);
        self
    }

    /// Says that what is sent is idempotent, or that it is not, whatever
    /// [`Request::idempotent`](crate::request::Request::idempotent) says. Alone, this repeats nothing: see
    /// [`retry_idempotent`](Self::retry_idempotent).
    pub fn idempotent(mut self, idempotent: bool) -> Self {
        self.idempotent = Some(idempotent);
        self
    }

    /// Whether default selections are adapted: see
    /// [`ClientBuilder::adapt_default_selection`](crate::ClientBuilder::adapt_default_selection).
    pub fn adapt_default_selection(mut self, adapt: bool) -> Self {
        self.adapt = Some(adapt);
        self
    }

    /// Sends this header, too, in place of an earlier one of the same name.
    ///
    /// Its value is not shown by `Debug`; when it is a secret, use [`secret_header`](Self::secret_header). A
    /// header that cannot be sent, or that is the transport's own, makes every call an error: nothing is sent.
    pub fn header(self, name: impl Into<String>, value: impl Into<String>) -> Self {
        let value = value.into();
        let inner = |byte: u8| byte.is_ascii_graphic() || matches!(byte, b' ' | b'\t');
        if value.trim_ascii() != value || !value.bytes().all(inner) {
            let name = name.into();
            return self.fault(&name, "its value is no visible ASCII");
        }
        self.add(name.into(), Value::Plain(value))
    }

    /// Sends this header, too; its value is kept out of every text, as the token is.
    pub fn secret_header(self, name: impl Into<String>, value: Token) -> Self {
        self.add(name.into(), Value::Secret(value))
    }

    fn add(mut self, name: String, value: Value) -> Self {
        if name.is_empty() || !name.bytes().all(is_token) {
            return self.fault(&name, "its name is none");
        }
        if OWN.iter().any(|own| own.eq_ignore_ascii_case(&name)) {
            return self.fault(&name, "it is set by the transport alone");
        }
        self.headers.retain(|header| !header.name.eq_ignore_ascii_case(&name));
        self.headers.push(Header { name, value });
        self
    }

    fn fault(mut self, name: &str, why: &str) -> Self {
        let shown: String = name.escape_debug().take(60).collect();
        self.fault.get_or_insert(format!("the header `{shown}` cannot be sent: {why}"));
        self
    }

    /// These, with what `other` sets on top.
    pub(crate) fn and(&self, other: Options) -> Self {
        let mut headers = self.headers.clone();
        headers.retain(|old| {
            !other.headers.iter().any(|new| new.name.eq_ignore_ascii_case(&old.name))
        });
        headers.extend(other.headers);
        Options {
            timeout: other.timeout.or(self.timeout),
            retries: other.retries.or(self.retries),
            retry_idempotent: other.retry_idempotent.or(self.retry_idempotent),
            idempotent: other.idempotent.or(self.idempotent),
            adapt: other.adapt.or(self.adapt),
            headers,
            fault: self.fault.clone().or(other.fault),
        }
    }

    /// # Errors
    ///
    /// When a header cannot be sent.
    pub(crate) fn check(&self) -> Result<(), Error> {
        self.fault.as_deref().map_or(Ok(()), |what| Err(Error::input(what, None)))
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

#[cfg(test)]
mod tests {
    use super::Options;
    use crate::token::Token;

    #[test]
    fn values_are_not_shown() {
        let secret = Token::new("canary2").unwrap();
        let options = Options::new().header("x-team", "canary1").secret_header("x-key", secret);
        let shown = format!("{options:?} {options:#?}");
        assert!(shown.contains("x-team") && shown.contains("x-key"), "{shown}");
        assert!(!shown.contains("canary"), "{shown}");
    }

    #[test]
    fn a_header_that_cannot_be_sent_is_an_error_without_its_value() {
        for (name, value) in [
            ("", "canary"),
            ("a b", "canary"),
            ("a\r\nb", "canary"),
            ("x", "canary\r\ny: z"),
            ("x", " canary"),
            ("x", "canary\u{e9}"),
            ("Authorization", "canary"),
            ("HOST", "canary"),
            ("content-length", "1"),
        ] {
            let error = Options::new().header(name, value).check().unwrap_err();
            let shown = format!("{error} {error:?}");
            assert!(!shown.contains("canary") && shown.contains("cannot be sent"), "{shown}");
            assert_eq!(error.to_string().lines().count(), 2, "{error}");
            let error = Options::new().and(Options::new().header(name, value)).check();
            assert!(error.is_err());
        }
        assert!(Options::new().header("x", "").header("y", "a b\tc").check().is_ok());
    }

    #[test]
    fn the_later_one_counts() {
        let first = Options::new().header("X-Team", "a").header("x-team", "b").retries(1);
        let both = first.and(Options::new().header("x-TEAM", "c").header("x-other", "d"));
        let headers: Vec<_> =
            both.headers.iter().map(|header| (header.name(), header.expose())).collect();
        assert_eq!(headers, [("x-TEAM", "c"), ("x-other", "d")]);
        assert_eq!(both.retries, Some(1));
        assert_eq!(both.and(Options::new().retries(0)).retries, Some(0));
    }
}
