//! Sending requests.

mod sender;
mod timer;

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use crate::answer::{AnswerReader, Partial, REFUSALS, VERSIONS};
use crate::error::{Drift, Error};
use crate::options::Options;
use crate::outcome::{Outcome, Refusal, worst};
use crate::request::{Operation, Request};
use crate::retry::Budget;
use crate::secrets::Secrets;
use crate::token::Token;
use crate::transport::Transport;
#[cfg(feature = "transport")]
use crate::transport::http::{Http, HttpBuilder};
use sender::Sender;

/// A Houston server and who talks to it. Cheap to clone; clones share their connections, and the budget of
/// repetitions.
///
/// # Repetitions
///
/// A query that brought no answer is sent up to four times, with growing, random waits of at most 20 seconds
/// between them; `Retry-After` is obeyed up to 60 seconds. A mutation is sent again only when nothing reached
/// the server, or a gateway held it back with status 429; and, if both [`Options::retry_idempotent`] and the
/// operation allow it, when nobody can tell whether it ran. All attempts share one
/// [`timeout`](Options::timeout), and at most a fifth of a client's requests are repetitions, beyond the
/// first ten. Waiting needs the feature `transport`, and a tokio runtime with its timers: without them,
/// everything is sent once.
#[derive(Clone)]
pub struct Client(Arc<Inner>, Arc<Options>);

struct Inner {
    sender: Sender,
    refusals: Cow<'static, [Refusal]>,
    versions: Drift,
}

impl Client {
    /// A client of this URL that sends this token.
    ///
    /// # Errors
    ///
    /// Those of [`ClientBuilder::build`].
    #[cfg(feature = "transport")]
    pub fn new(url: impl Into<String>, token: Token) -> Result<Self, Error> {
        Self::builder(url).token(token).build()
    }

    /// A client of this URL, with defaults to be changed.
    pub fn builder(url: impl Into<String>) -> ClientBuilder {
        ClientBuilder {
            #[cfg(feature = "transport")]
            http: Http::builder(url),
            #[cfg(not(feature = "transport"))]
            url: url.into(),
            transport: None,
            token: None,
            refusals: Cow::Borrowed(REFUSALS),
            versions: VERSIONS.clone(),
            options: Options::new(),
            fault: None,
        }
    }

    /// A client of the platform on this base domain: of `https://houston.<domain>/v1`.
    pub fn for_base_domain(domain: &str) -> ClientBuilder {
        match url_of_base_domain(domain) {
            Ok(url) => Self::builder(url),
            Err(fault) => ClientBuilder { fault: Some(fault), ..Self::builder("") },
        }
    }

    /// The same client, with these options for everything that is sent through it. They are added to those
    /// that it has.
    ///
    /// ```
    /// # use std::time::Duration;
    /// # use houston_client::{Client, Error, Options};
    /// # use houston_client::request::Operation;
    /// # async fn send<O: Operation>(client: &Client, operation: O) -> Result<O::Output, Error> {
    /// let options = Options::new().timeout(Duration::from_secs(5)).header("x-request-id", "42");
    /// client.with(options).send(operation).await
    /// # }
    /// ```
    #[must_use]
    pub fn with(&self, options: Options) -> Self {
        Client(Arc::clone(&self.0), Arc::new(self.1.and(options)))
    }

    /// Sends an operation and reads its answer; see [Repetitions](Client#repetitions).
    ///
    /// # Errors
    ///
    /// Whenever the whole result did not come. [`Error::outcome`] then says whether the operation had an
    /// effect.
    pub fn send<O: Operation>(
        &self,
        operation: O,
    ) -> impl Future<Output = Result<O::Output, Error>> + use<'_, O> {
        // Outside of the future, so that it is `Send` whatever the operation holds.
        let request = operation.request();
        async move {
            let read = |request: &Request<_>, reply| {
                Ok((Outcome::Done, self.reader(request).whole(reply)?))
            };
            self.0.sender.deliver(&self.1, &request, read).await
        }
    }

    /// Sends an operation, and takes a part of its answer for better than none: `None` stands for a root field
    /// that did not come, and the errors stand beside the data.
    ///
    /// # Errors
    ///
    /// When no root field came: [`Error::outcome`] says whether the operation had an effect.
    pub fn send_partial<O: Operation>(
        &self,
        operation: O,
    ) -> impl Future<Output = Result<Partial<O::Partial>, Error>> + use<'_, O> {
        let request = operation.partial_request();
        async move {
            let read = |request: &Request<_>, reply| {
                let partial = self.reader(request).partial(reply)?;
                Ok((worst(&partial.outcomes), partial))
            };
            self.0.sender.deliver(&self.1, &request, read).await
        }
    }

    fn reader<'a, T>(&'a self, request: &'a Request<T>) -> AnswerReader<'a, T> {
        let secrets = Secrets {
            token: self.0.sender.token.as_ref(),
            headers: &self.1.headers,
            ..Secrets::default()
        };
        AnswerReader::new(request, secrets, &self.0.refusals, &self.0.versions)
    }
}

/// The URL of the platform on this base domain: `https://houston.<domain>/v1`. The domain may have a port, and a
/// full stop at its end.
///
/// # Errors
///
/// When it is no domain: anything but a name could lead the token to another host.
pub fn url_of_base_domain(domain: &str) -> Result<String, Error> {
    let is_part = |char: char| char.is_alphanumeric() || matches!(char, '.' | '-' | '_' | ':');
    let name = domain.strip_suffix('.').unwrap_or(domain);
    if name.is_empty() || name.starts_with(['.', ':']) || !name.chars().all(is_part) {
        return Err(Error::input("the base domain is no name like `astro.example.com`", None));
    }
    Ok(format!("https://houston.{name}/v1"))
}

impl fmt::Debug for Client {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut client = formatter.debug_struct("Client");
        client
            .field("token", &self.0.sender.token)
            .field("options", &self.1)
            .finish_non_exhaustive()
    }
}

/// How a [`Client`] behaves.
#[must_use]
pub struct ClientBuilder {
    #[cfg(feature = "transport")]
    http: HttpBuilder,
    #[cfg(not(feature = "transport"))]
    #[allow(dead_code, reason = "only the feature `transport` can do something with it")]
    url: String,
    transport: Option<Box<dyn Transport>>,
    token: Option<Token>,
    refusals: Cow<'static, [Refusal]>,
    versions: Drift,
    options: Options,
    fault: Option<Error>,
}

impl ClientBuilder {
    /// Signs every request with this token. Without one, requests are anonymous.
    pub fn token(mut self, token: Token) -> Self {
        self.token = Some(token);
        self
    }

    /// The texts that prove that a mutation had no effect, in place of those of Houston.
    pub fn refusals(mut self, refusals: impl Into<Cow<'static, [Refusal]>>) -> Self {
        self.refusals = refusals.into();
        self
    }

    /// The version of the schema that requests are made from, in place of Houston's: for [`Error::drift`].
    pub fn schema_version(mut self, version: impl Into<Option<String>>) -> Self {
        self.versions.schema = version.into();
        self
    }

    /// The version of the server, for [`Error::drift`]: the one that `appConfig` answers, say. The client does not ask
    /// for it by itself.
    pub fn server_version(mut self, version: impl Into<String>) -> Self {
        self.versions.server = Some(version.into());
        self
    }

    /// How often a request is repeated at most: 3 times, so that there are four attempts; 0 sends everything
    /// once. What is repeated, and when, is told at [`Client`](Client#repetitions).
    pub fn retries(mut self, retries: u32) -> Self {
        self.options = self.options.retries(retries);
        self
    }

    /// Whether a request is adapted, once, to a server that does not have fields of a default selection, as
    /// other versions of Houston may not: it is sent again without them, and they are read as null. It is
    /// not, when one of them may not be null, or something else than a default selection asks for it: then
    /// the server's refusal is the answer. Mutations are adapted as well, as an unknown field proves that
    /// nothing ran. Off by default. With the feature `tracing`, an event says what was left out.
    pub fn adapt_default_selection(mut self, adapt: bool) -> Self {
        self.options = self.options.adapt_default_selection(adapt);
        self
    }

    /// Sends through this, in place of HTTP; the URL and everything about HTTP but the timeout no longer
    /// count.
    pub fn transport(mut self, transport: impl Transport + 'static) -> Self {
        self.transport = Some(Box::new(transport));
        self
    }

    /// The client.
    ///
    /// # Errors
    ///
    /// When the URL, or another setting, cannot be used: see
    #[cfg_attr(feature = "transport", doc = "[`HttpBuilder::build`].")]
    #[cfg_attr(not(feature = "transport"), doc = "the feature `transport`.")]
    /// Without the feature `transport`, when no transport was given.
    pub fn build(self) -> Result<Client, Error> {
        let foreign = self.transport.is_some();
        #[cfg(feature = "transport")]
        let timeout = self.http.whole_timeout();
        // Without timers, nobody can keep it.
        #[cfg(not(feature = "transport"))]
        let timeout = Duration::MAX;
        let transport = match (self.transport, self.fault) {
            (Some(transport), _) => transport,
            (None, Some(fault)) => return Err(fault),
            #[cfg(feature = "transport")]
            (None, None) => Box::new(self.http.build()?),
            #[cfg(not(feature = "transport"))]
            (None, None) => {
                let what = "no transport was given, and the feature `transport` is off";
                return Err(Error::input(what, None));
            }
        };
        let sender =
            Sender { transport, foreign, token: self.token, timeout, budget: Budget::new() };
        let inner = Inner { sender, refusals: self.refusals, versions: self.versions };
        Ok(Client(Arc::new(inner), Arc::new(self.options)))
    }
}

/// What is passed on to [`HttpBuilder`].
#[cfg(feature = "transport")]
impl ClientBuilder {
    /// How long a whole call may take, repetitions and the waits between them included: 120 seconds.
    pub fn timeout(self, timeout: Duration) -> Self {
        self.http(|http| http.timeout(timeout))
    }

    /// How long a connection may take to stand: see [`HttpBuilder::connect_timeout`].
    pub fn connect_timeout(self, timeout: Duration) -> Self {
        self.http(|http| http.connect_timeout(timeout))
    }

    /// Whether `http` is allowed to other hosts than loopback, where everybody on the way reads the token.
    pub fn allow_http(self, allow: bool) -> Self {
        self.http(|http| http.allow_http(allow))
    }

    /// Changes anything else about HTTP.
    pub fn http(mut self, change: impl FnOnce(HttpBuilder) -> HttpBuilder) -> Self {
        self.http = change(self.http);
        self
    }
}

impl fmt::Debug for ClientBuilder {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("ClientBuilder").field("token", &self.token).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
