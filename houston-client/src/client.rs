//! Sending requests.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;
#[cfg(feature = "transport")]
use std::time::Duration;

use crate::answer::{self, Answer};
use crate::error::{Context, Error};
#[cfg(feature = "houston")]
use crate::generated::REFUSALS;
use crate::outcome::{Event, Outcome, Refusal, classify};
use crate::partial::Partial;
use crate::request::{Operation, Request};
use crate::select::{Decoded, Path};
use crate::token::Token;
#[cfg(feature = "transport")]
use crate::transport::http::{Http, HttpBuilder};
use crate::transport::{Failure, Message, Reply, Transport};

/// What a client without the generated code knows of its server.
#[cfg(not(feature = "houston"))]
static REFUSALS: &[Refusal] = &[];

/// A Houston server and who talks to it. Cheap to clone; clones share their connections.
#[derive(Clone)]
pub struct Client(Arc<Inner>);

struct Inner {
    transport: Box<dyn Transport>,
    token: Option<Token>,
    refusals: Cow<'static, [Refusal]>,
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
            fault: None,
        }
    }

    /// A client of the platform on this base domain: of `https://houston.<domain>/v1`.
    pub fn for_base_domain(domain: &str) -> ClientBuilder {
        let mut builder = Self::builder(format!("https://houston.{domain}/v1"));
        // Anything else could lead the token to another host.
        let is_name = |char: char| char.is_alphanumeric() || matches!(char, '.' | '-' | ':');
        if domain.is_empty() || !domain.chars().all(is_name) {
            let what = "the base domain is no name like `astro.example.com`";
            builder.fault = Some(Error::input(what, None));
        }
        builder
    }

    /// Sends an operation once and reads its answer. Nothing is retried.
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
            let reply = self.call(&request).await;
            match self.read(&request, reply)? {
                Read::Whole(data) => Ok(data),
                Read::Part { reply, answer, outcomes, .. } => {
                    Err(self.context(&request).graphql(worst(&outcomes), reply, answer))
                }
            }
        }
    }

    /// Sends an operation once, and takes a part of its answer for better than none: `None` stands for a root
    /// field that did not come, and the errors stand beside the data.
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
            let reply = self.call(&request).await;
            match self.read(&request, reply)? {
                Read::Whole(data) => {
                    let outcomes = vec![Outcome::Done; request.fields().len()];
                    Ok(Partial { data, errors: Vec::new(), outcomes })
                }
                Read::Part { data, answer, outcomes, .. }
                    if outcomes.iter().any(|one| *one <= Outcome::Partial) =>
                {
                    let errors = self.context(&request).redacted(answer.into_parts().1);
                    Ok(Partial { data, errors, outcomes })
                }
                Read::Part { reply, answer, outcomes, .. } => {
                    Err(self.context(&request).graphql(worst(&outcomes), reply, answer))
                }
            }
        }
    }

    async fn call<T>(&self, request: &Request<T>) -> Result<Reply, Failure> {
        let message = Message { token: self.0.token.as_ref(), body: request.body() };
        self.0.transport.send(message).await
    }

    fn context<'a, T>(&'a self, request: &'a Request<T>) -> Context<'a> {
        Context {
            operation: request.kind(),
            fields: request.fields(),
            token: self.0.token.as_ref(),
            refusals: &self.0.refusals,
        }
    }

    fn read<T>(
        &self,
        request: &Request<T>,
        reply: Result<Reply, Failure>,
    ) -> Result<Read<T>, Error> {
        let context = self.context(request);
        let judge = |event: Event<'_>| {
            classify(context.operation, &event, context.fields, context.refusals)
        };
        let reply = match reply {
            Ok(reply) => reply,
            Err(failure) => {
                let event = match failure {
                    Failure::NotConnected(_) => Event::NotConnected,
                    Failure::Lost(_) => Event::Lost,
                };
                return Err(context.failed(worst(&judge(event)), failure));
            }
        };
        let at = Path::default();
        let decoded = answer::text(&reply.body).map(|text| request.decode(text, &at));
        if let Ok(Ok(Decoded { data: Some(result), plain: true })) = decoded {
            return Ok(Read::Whole(result));
        }
        let answer = match Answer::read(&reply.body) {
            Ok(answer) => answer,
            Err(why) => {
                let event = Event::Foreign { status: reply.status };
                return Err(context.foreign(worst(&judge(event)), reply, why));
            }
        };
        let outcomes = judge(Event::Answer(&answer));
        match decoded {
            Ok(Ok(Decoded { data: Some(data), .. })) => {
                Ok(Read::Part { data, answer, reply, outcomes })
            }
            Ok(Err(error)) if answer.errors().is_empty() => {
                Err(context.decode(worst(&outcomes), reply, answer, at.json_pointer(), error))
            }
            // What is missing is missing because of an error; or there is nothing at all.
            _ => Err(context.graphql(worst(&outcomes), reply, answer)),
        }
    }
}

/// What was read of a GraphQL answer.
enum Read<T> {
    /// Data alone.
    Whole(T),
    /// Data that fits, and errors beside it.
    Part { data: T, answer: Answer, reply: Reply, outcomes: Vec<Outcome> },
}

/// The outcome of a call is the worst of its fields'.
fn worst(outcomes: &[Outcome]) -> Outcome {
    outcomes.iter().max().copied().unwrap_or(Outcome::Unknown)
}

impl fmt::Debug for Client {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Client").field("token", &self.0.token).finish_non_exhaustive()
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

    /// Sends through this, in place of HTTP; the URL and everything about HTTP no longer count.
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
        Ok(Client(Arc::new(Inner { transport, token: self.token, refusals: self.refusals })))
    }
}

/// What is passed on to [`HttpBuilder`].
#[cfg(feature = "transport")]
impl ClientBuilder {
    /// How long a whole call may take: 120 seconds.
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
