//! Sending requests.

#[cfg(feature = "subscriptions")]
mod connect;
#[cfg(feature = "subscriptions")]
mod follow;
mod pages;
mod sender;
mod timer;
mod tokens;

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use crate::answer::{AnswerReader, Partial};
pub use crate::environment::url_of_base_domain;
use crate::error::Error;
use crate::options::Options;
use crate::outcome::{Outcome, worst};
use crate::request::{Operation, Request};
use crate::retry::Budget;
use crate::secrets::Secrets;
use crate::token::Token;
#[cfg(feature = "transport")]
use crate::transport::BoxError;
use crate::transport::Transport;
#[cfg(feature = "transport")]
use crate::transport::http::{Http, HttpBuilder};
use sender::{Read, Sender};
#[cfg(feature = "transport")]
use tokens::Source;
use tokens::Tokens;

/// A client for one Houston server. It is cheap to clone; clones share their connections and the retry budget.
///
/// # Retries
///
/// A query without an answer is sent up to four times. The random waits between the attempts grow, up to 20
/// seconds; `Retry-After` is obeyed up to 60 seconds. A mutation is retried only if nothing reached the server, or
/// if a gateway rejected it with status 429. If its outcome is unknown, it is retried only if both
/// [`Options::retry_idempotent`] and the operation allow it. All attempts share one [`timeout`](Options::timeout).
/// After the first ten retries, at most a fifth of a client's requests are retries. Retries need the feature
/// `transport` and a tokio runtime with timers; without them, every request is sent once.
#[derive(Clone)]
pub struct Client(Arc<Inner>, Arc<Options>);

struct Inner {
    sender: Sender,
    /// The version of the server, if the caller knows it.
    version: Option<String>,
}

impl Client {
    /// Creates a client for this URL that sends this token.
    ///
    /// # Errors
    ///
    /// Fails like [`ClientBuilder::build`].
    #[cfg(feature = "transport")]
    pub fn new(url: impl Into<String>, token: Token) -> Result<Self, Error> {
        Self::builder(url).token(token).build()
    }

    /// Returns a builder for a client of this URL.
    pub fn builder(url: impl Into<String>) -> ClientBuilder {
        ClientBuilder {
            #[cfg(feature = "transport")]
            http: Http::builder(url),
            #[cfg(not(feature = "transport"))]
            url: url.into(),
            transport: None,
            tokens: Tokens::None,
            version: None,
            options: Options::new(),
            fault: None,
        }
    }

    /// Returns a builder for a client of the platform on this base domain: `https://houston.<domain>/v1`.
    pub fn for_base_domain(domain: &str) -> ClientBuilder {
        match url_of_base_domain(domain) {
            Ok(url) => Self::builder(url),
            Err(fault) => ClientBuilder { fault: Some(fault), ..Self::builder("") },
        }
    }

    /// Creates a client for the platform and with the token that the [environment](crate::environment) names, as the
    /// command line does: HOUSTON_URL or else HOUSTON_BASE_DOMAIN, and HOUSTON_TOKEN. Without a token, requests are
    /// anonymous.
    ///
    /// # Errors
    ///
    /// Fails if no variable names a platform, if a value cannot be used, and like [`ClientBuilder::build`].
    #[cfg(feature = "transport")]
    pub fn from_env() -> Result<Self, Error> {
        ClientBuilder::from_env()?.build()
    }

    /// Returns the same client with these options for everything that it sends. They are added to the client's
    /// options.
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

    /// Sends an operation and reads its answer; see [Retries](Client#retries).
    ///
    /// # Cancellation
    ///
    /// A dropped future sends nothing more, but the server does not know that: a mutation that was on its way may have
    /// run, and nothing tells its outcome. Do not race a mutation against a timer or a signal; set
    /// [`Options::timeout`], whose error has the outcome, or let a task of its own finish it. A query may be dropped at
    /// any time. Nothing is sent before the future is polled for the first time.
    ///
    /// # Errors
    ///
    /// Fails if the whole result did not arrive. [`Error::outcome`] tells whether the operation had an effect.
    pub fn send<O: Operation>(
        &self,
        operation: O,
    ) -> impl Future<Output = Result<O::Output, Error>> + use<'_, O> {
        // Outside the future, so that the future is `Send` even if the operation is not.
        let request = operation.request();
        async move {
            let read = |request: &Request<_>, tokens: &[Token], reply| {
                let result = self.reader(request, tokens).whole(reply)?;
                Ok(Read { outcome: Outcome::Done, refuses_token: false, result })
            };
            self.0.sender.deliver(&self.1, &request, read).await
        }
    }

    /// Sends an operation and accepts a partial answer. A root field that is missing is `None`, and the errors come
    /// with the data.
    ///
    /// # Errors
    ///
    /// Fails if no root field arrived. [`Error::outcome`] tells whether the operation had an effect.
    pub fn send_partial<O: Operation>(
        &self,
        operation: O,
    ) -> impl Future<Output = Result<Partial<O::Partial>, Error>> + use<'_, O> {
        let request = operation.partial_request();
        async move {
            let read = |request: &Request<_>, tokens: &[Token], reply| {
                let reader = self.reader(request, tokens);
                let result = reader.partial(reply)?;
                let refuses_token = reader.refuses_token(&result.errors);
                Ok(Read { outcome: worst(&result.outcomes), refuses_token, result })
            };
            self.0.sender.deliver(&self.1, &request, read).await
        }
    }

    fn reader<'a, T>(
        &'a self,
        request: &'a Request<T>,
        tokens: &'a [Token],
    ) -> AnswerReader<'a, T> {
        let secrets = Secrets { tokens, headers: &self.1.headers, ..Secrets::default() };
        AnswerReader::new(request, secrets, self.0.version.as_deref())
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut client = formatter.debug_struct("Client");
        client
            .field("token", &self.0.sender.tokens)
            .field("options", &self.1)
            .finish_non_exhaustive()
    }
}

/// Configures a [`Client`].
#[must_use]
pub struct ClientBuilder {
    #[cfg(feature = "transport")]
    http: HttpBuilder,
    #[cfg(not(feature = "transport"))]
    #[allow(dead_code, reason = "only the feature `transport` uses it")]
    url: String,
    transport: Option<Box<dyn Transport>>,
    tokens: Tokens,
    version: Option<String>,
    options: Options,
    fault: Option<Error>,
}

impl ClientBuilder {
    /// Returns a builder with the platform and the token that the environment names; see [`Client::from_env`].
    ///
    /// # Errors
    ///
    /// Fails if no variable names a platform, or if a value cannot be used.
    #[cfg(feature = "transport")]
    pub fn from_env() -> Result<Self, Error> {
        use crate::environment::{self, BASE_DOMAIN, URL};
        let Some((_, url)) = environment::platform()? else {
            let what =
                format!("{URL} and {BASE_DOMAIN} are not set: set one of them to the platform");
            return Err(Error::input(&what, None));
        };
        let builder = Client::builder(url);
        Ok(match environment::token()? {
            Some(token) => builder.token(token),
            None => builder,
        })
    }

    /// Sends this token with every request. Without a token, requests are anonymous.
    pub fn token(mut self, token: Token) -> Self {
        self.tokens = Tokens::Fixed(token);
        self
    }

    /// Sends the token that this function returns, such as one from a file that another program renews.
    ///
    /// It is asked for the first request; again for a request within 30 seconds of the
    /// [end](Token::expiry) of its last token; and again when the server refuses that token. A query is then sent once
    /// more with the new token, and a mutation only if the refusal proves that it did not run. Houston answers the same
    /// for a missing permission, so each call asks at most once, and sends nothing again for a token that it has just
    /// asked for. Calls at the same time wait for one answer. The time counts for the call's timeout.
    ///
    /// ```no_run
    /// use houston_client::{BoxError, Client, Token};
    ///
    /// # fn run() -> Result<(), houston_client::Error> {
    /// let client = Client::for_base_domain("astro.example.com")
    ///     .token_source(async || Ok::<_, BoxError>(Token::new(std::fs::read_to_string("/run/token")?)?))
    ///     .build()?;
    /// # Ok(())
    /// # }
    /// ```
    #[cfg(feature = "transport")]
    pub fn token_source<F, E>(mut self, source: impl Fn() -> F + Send + Sync + 'static) -> Self
    where
        F: Future<Output = Result<Token, E>> + Send + 'static,
        E: Into<BoxError> + 'static,
    {
        self.tokens = Tokens::Source(Source::new(source));
        self
    }

    /// Sets the version of the server, for example the one that `appConfig` returns; [`Error::drift`] reports it.
    /// The client does not query it.
    pub fn server_version(mut self, version: impl Into<String>) -> Self {
        self.version = Some(version.into());
        self
    }

    /// Sets the maximum number of retries. The default is 3, which makes four attempts; 0 sends every request once.
    /// See [Retries](Client#retries).
    pub fn retries(mut self, retries: u32) -> Self {
        self.options = self.options.retries(retries);
        self
    }

    /// Adapts a request once to a server that lacks fields of a default selection, as other versions of Houston
    /// may. The request is sent again without these fields, and they are read as null. It is not adapted if one of
    /// the fields must not be null, or if anything other than a default selection asks for it; the call then fails
    /// with the server's refusal. Mutations are adapted as well, because an unknown field proves that nothing ran.
    /// Off by default. With the feature `tracing`, an event lists the fields that were left out.
    pub fn adapt_default_selection(mut self, adapt: bool) -> Self {
        self.options = self.options.adapt_default_selection(adapt);
        self
    }

    /// Sends through this transport instead of HTTP. The URL and all HTTP settings except the timeout are then
    /// ignored.
    pub fn transport(mut self, transport: impl Transport + 'static) -> Self {
        self.transport = Some(Box::new(transport));
        self
    }

    /// Builds the client.
    ///
    /// # Errors
    ///
    /// Fails if the URL or another setting is invalid: see
    #[cfg_attr(feature = "transport", doc = "[`HttpBuilder::build`].")]
    #[cfg_attr(not(feature = "transport"), doc = "the feature `transport`.")]
    /// Without the feature `transport`, fails if no transport is set.
    pub fn build(self) -> Result<Client, Error> {
        let foreign = self.transport.is_some();
        #[cfg(feature = "transport")]
        let timeout = self.http.whole_timeout();
        // Without timers, the timeout cannot be enforced.
        #[cfg(not(feature = "transport"))]
        let timeout = Duration::MAX;
        let transport = match (self.transport, self.fault) {
            (Some(transport), _) => transport,
            (None, Some(fault)) => return Err(fault),
            #[cfg(feature = "transport")]
            (None, None) => Box::new(self.http.build()?),
            #[cfg(not(feature = "transport"))]
            (None, None) => {
                let what = "no transport is set, and the feature `transport` is off";
                return Err(Error::input(what, None));
            }
        };
        let tokens = self.tokens;
        let sender = Sender { transport, foreign, tokens, timeout, budget: Budget::new() };
        let inner = Inner { sender, version: self.version };
        Ok(Client(Arc::new(inner), Arc::new(self.options)))
    }
}

/// Settings that are passed on to [`HttpBuilder`].
#[cfg(feature = "transport")]
impl ClientBuilder {
    /// Sets the timeout of a whole call, including retries and the waits between them. The default is 120 seconds.
    pub fn timeout(self, timeout: Duration) -> Self {
        self.http(|http| http.timeout(timeout))
    }

    /// Sets the timeout for establishing a connection; see [`HttpBuilder::connect_timeout`].
    pub fn connect_timeout(self, timeout: Duration) -> Self {
        self.http(|http| http.connect_timeout(timeout))
    }

    /// Sets the header `User-Agent`; see [`HttpBuilder::user_agent`].
    pub fn user_agent(self, text: impl Into<String>) -> Self {
        self.http(|http| http.user_agent(text))
    }

    /// Allows `http` to hosts other than loopback, where anyone on the network path can read the token.
    pub fn allow_http(self, allow: bool) -> Self {
        self.http(|http| http.allow_http(allow))
    }

    /// Changes any other HTTP setting.
    pub fn http(mut self, change: impl FnOnce(HttpBuilder) -> HttpBuilder) -> Self {
        self.http = change(self.http);
        self
    }
}

impl fmt::Debug for ClientBuilder {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("ClientBuilder").field("token", &self.tokens).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
