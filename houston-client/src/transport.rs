//! Sends a request to a server: over HTTP, or in the same process.

mod canned;
pub mod cause;
mod headers;
#[cfg(feature = "transport")]
pub mod http;
#[cfg(feature = "subscriptions")]
mod upgrade;

use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use crate::header::Header;
use crate::token::Token;
pub use canned::{Canned, Received};
pub use cause::{BoxError, Cause, Fault};
pub use headers::HeaderNames;
#[cfg(feature = "subscriptions")]
pub use upgrade::{Io, Opening, Socket, Upgrade, Upgrading};

/// The future of a reply.
pub type Pending<'a> = Pin<Box<dyn Future<Output = Result<Reply, Failure>> + Send + 'a>>;

/// Sends one request to a server and returns its reply.
///
/// A client may call it several times: with [`retries(0)`](crate::ClientBuilder::retries), only once for each
/// request. To see what would be sent, you do not need a transport: use
/// [`Operation::request`](crate::request::Operation::request).
///
/// Tests use a [`Canned`].
///
/// A transport must send at most once, follow no redirect, and give up after some time, at the latest after the
/// message's timeout: Houston may never answer.
pub trait Transport: Send + Sync {
    /// Sends a message.
    ///
    /// # Errors
    ///
    /// Returns [`Failure::NotConnected`] only if it is certain that nothing reached the server.
    fn send<'a>(&'a self, message: Message<'a>) -> Pending<'a>;

    /// Opens a WebSocket for a subscription. A transport without WebSockets does not need to do this.
    ///
    /// # Errors
    ///
    /// Fails like [`send`](Self::send).
    #[cfg(feature = "subscriptions")]
    fn upgrade<'a>(&'a self, opening: Opening<'a>) -> Upgrading<'a> {
        let _ = opening;
        let what = "this transport has no WebSockets";
        Box::pin(std::future::ready(Err(Failure::NotConnected(what.into()))))
    }
}

impl<T: Transport + ?Sized> Transport for Arc<T> {
    fn send<'a>(&'a self, message: Message<'a>) -> Pending<'a> {
        (**self).send(message)
    }

    #[cfg(feature = "subscriptions")]
    fn upgrade<'a>(&'a self, opening: Opening<'a>) -> Upgrading<'a> {
        (**self).upgrade(opening)
    }
}

/// A message to send.
#[non_exhaustive]
pub struct Message<'a> {
    /// The header `Authorization` has its [`header_value`](Token::header_value).
    pub token: Option<&'a Token>,
    /// The caller's headers, in addition to the transport's own.
    pub headers: &'a [Header],
    /// How long this attempt may take.
    pub timeout: Option<Duration>,
    /// The JSON body.
    pub body: String,
}

impl Message<'_> {
    /// Creates a message without a token.
    pub fn new(body: impl Into<String>) -> Self {
        Message { token: None, headers: &[], timeout: None, body: body.into() }
    }
}

/// Omits the body, which may contain secrets.
impl fmt::Debug for Message<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut message = formatter.debug_struct("Message");
        message.field("token", &self.token).field("headers", &self.headers);
        message.field("timeout", &self.timeout);
        message.field("body", &format_args!("{} bytes", self.body.len()));
        message.finish()
    }
}

/// A reply from the server, with any status.
#[derive(Clone, Default)]
pub struct Reply {
    /// The HTTP status.
    pub status: u16,
    /// The header `Location`.
    pub location: Option<String>,
    /// The header `Retry-After`.
    pub retry_after: Option<String>,
    /// The header `Date`: the time of the server's clock.
    pub date: Option<String>,
    /// The whole body, decompressed.
    pub body: Vec<u8>,
    /// The proxy that may have written the reply in place of the server: protocol, host and port. A proxy cannot do
    /// that with https.
    pub proxy: Option<String>,
    /// The names of all its headers.
    pub header_names: HeaderNames,
}

impl Reply {
    /// Creates a reply with this status and body, and without headers.
    pub fn new(status: u16, body: impl Into<Vec<u8>>) -> Self {
        Reply { status, body: body.into(), ..Reply::default() }
    }
}

/// Omits the body, which may contain secrets.
impl fmt::Debug for Reply {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut reply = formatter.debug_struct("Reply");
        reply
            .field("status", &self.status)
            .field("body", &format_args!("{} bytes", self.body.len()));
        reply.finish_non_exhaustive()
    }
}

/// Why there is no reply.
#[derive(Debug)]
#[non_exhaustive]
pub enum Failure {
    /// No connection was established: nothing reached the server. A [`Fault`] states the cause.
    NotConnected(BoxError),
    /// Any failure after that: the server may have received the request. A [`Fault`] states the cause.
    Lost(BoxError),
}

impl Failure {
    /// The cause, if it is known.
    pub fn cause(&self) -> Option<&Cause> {
        Some(&self.fault()?.cause)
    }

    /// The proxy that the request went to, if there is one: protocol, host and port.
    pub fn proxy(&self) -> Option<&str> {
        self.fault()?.proxy.as_deref()
    }

    fn fault(&self) -> Option<&Fault> {
        let (Failure::NotConnected(error) | Failure::Lost(error)) = self;
        error.downcast_ref()
    }
}
