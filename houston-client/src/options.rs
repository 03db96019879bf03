//! Options for one request or a few.

use std::sync::Arc;
use std::sync::atomic::AtomicU32;
use std::time::Duration;

use crate::delivery::{Delivery, Observer};
use crate::header::Header;
use crate::token::Token;

/// Options that differ from those of a [`Client`](crate::Client); see [`Client::with`](crate::Client::with).
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
    /// `Some(None)` sends no token.
    pub(crate) token: Option<Option<Token>>,
    pub(crate) headers: Vec<Header>,
    pub(crate) attempts: Option<Arc<AtomicU32>>,
    pub(crate) observer: Option<Observer>,
    /// Attempts and time that belong to the call and came before it.
    pub(crate) spent: Option<(u32, Duration)>,
    /// Why a header cannot be sent.
    fault: Option<String>,
}

impl Options {
    /// Creates options that change nothing.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the timeout of a whole call, including retries and the waits between them.
    ///
    /// If it expires before a connection is established, the outcome of a mutation is unknown: allow more time than
    #[cfg_attr(
        feature = "transport",
        doc = "[`connect_timeout`](crate::transport::http::HttpBuilder::connect_timeout)."
    )]
    #[cfg_attr(not(feature = "transport"), doc = "the transport needs to connect.")]
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }

    /// Sets the maximum number of retries; see [`ClientBuilder::retries`](crate::ClientBuilder::retries).
    pub fn retries(mut self, retries: u32) -> Self {
        self.retries = Some(retries);
        self
    }

    /// Retries a mutation whose outcome is unknown, if it is idempotent: running it twice has the same effect as
    /// running it once.
    pub fn retry_idempotent(mut self, retry: bool) -> Self {
        self.retry_idempotent = Some(retry);
        self
    }

    /// Marks the operation as idempotent or not, in place of
    /// [`Request::idempotent`](crate::request::Request::idempotent). This alone causes no retries: see
    /// [`retry_idempotent`](Self::retry_idempotent).
    pub fn idempotent(mut self, idempotent: bool) -> Self {
        self.idempotent = Some(idempotent);
        self
    }

    /// Adapts default selections; see
    /// [`ClientBuilder::adapt_default_selection`](crate::ClientBuilder::adapt_default_selection).
    pub fn adapt_default_selection(mut self, adapt: bool) -> Self {
        self.adapt = Some(adapt);
        self
    }

    /// Sends this token in place of the client's; with `None`, the request is anonymous.
    pub fn token(mut self, token: impl Into<Option<Token>>) -> Self {
        self.token = Some(token.into());
        self
    }

    /// Also sends this header. It replaces an earlier one of the same name.
    ///
    /// `Debug` does not show its value. If the value is a secret, use [`secret_header`](Self::secret_header). A
    /// header that cannot be sent, or that only the transport sets, makes every call fail before anything is sent.
    pub fn header(self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.add(Header::plain(name.into(), value.into()))
    }

    /// Also sends this header. Like the token, its value is never shown.
    pub fn secret_header(self, name: impl Into<String>, value: Token) -> Self {
        self.add(Header::hidden(name.into(), value))
    }

    /// Adds 1 to this counter for each attempt to send a request, also of calls that succeed.
    /// [`Error::attempts`](crate::Error::attempts) has the attempts of a call that failed.
    pub fn count_attempts(mut self, counter: Arc<AtomicU32>) -> Self {
        self.attempts = Some(counter);
        self
    }

    /// Calls this function when a request is sent, is answered, or is sent again. It runs between the steps of the call and
    /// must not take long. It replaces an earlier one.
    ///
    /// ```
    /// use houston_client::Options;
    /// use houston_client::delivery::Delivery;
    ///
    /// let told = Options::new().observe(|delivery| {
    ///     if let Delivery::Retrying { error, attempt, most, wait } = delivery {
    ///         eprintln!("{}, attempt {attempt} of {most} in {wait:?}", error.summary());
    ///     }
    /// });
    /// ```
    pub fn observe(mut self, observe: impl Fn(&Delivery<'_>) + Send + Sync + 'static) -> Self {
        self.observer = Some(Observer::new(observe));
        self
    }

    /// Lets a call begin with attempts and time that were spent before it, such as those of a request that it needs: they
    /// count as its own. [`Error::attempts`](crate::Error::attempts) includes them, and fewer retries and less time are left.
    pub fn spent(mut self, attempts: u32, time: Duration) -> Self {
        self.spent = Some((attempts, time));
        self
    }

    fn add(mut self, header: Result<Header, String>) -> Self {
        match header {
            Ok(header) => {
                self.headers.retain(|earlier| !header.replaces(earlier));
                self.headers.push(header);
            }
            Err(fault) => drop(self.fault.get_or_insert(fault)),
        }
        self
    }

    /// These options, overridden by those that `other` sets.
    pub(crate) fn and(&self, other: Options) -> Self {
        let mut headers = self.headers.clone();
        headers.retain(|old| !other.headers.iter().any(|new| new.replaces(old)));
        headers.extend(other.headers);
        Options {
            timeout: other.timeout.or(self.timeout),
            retries: other.retries.or(self.retries),
            retry_idempotent: other.retry_idempotent.or(self.retry_idempotent),
            idempotent: other.idempotent.or(self.idempotent),
            adapt: other.adapt.or(self.adapt),
            token: other.token.or_else(|| self.token.clone()),
            headers,
            attempts: other.attempts.or_else(|| self.attempts.clone()),
            observer: other.observer.or_else(|| self.observer.clone()),
            spent: other.spent.or(self.spent),
            fault: self.fault.clone().or(other.fault),
        }
    }

    /// Why a header cannot be sent.
    pub(crate) fn fault(&self) -> Option<&str> {
        self.fault.as_deref()
    }
}

#[cfg(test)]
mod tests {
    use super::Options;
    use crate::token::Token;

    #[test]
    fn values_are_not_shown() {
        let secret = Token::new("canary2").unwrap();
        let token = Token::new("canary3").unwrap().bearer();
        let options = Options::new().header("x-team", "canary1").secret_header("x-key", secret);
        let options = options.token(token);
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
            let options = Options::new().header(name, value);
            let fault = options.fault().unwrap();
            assert!(!fault.contains("canary") && fault.contains("cannot be sent"), "{fault}");
            assert_eq!(fault.lines().count(), 1, "{fault}");
            assert!(Options::new().and(options).fault().is_some());
        }
        assert!(Options::new().header("x", "").header("y", "a b\tc").fault().is_none());
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
