//! How a request reaches a server: over HTTP, or to something in the same process.

#[cfg(feature = "transport")]
pub mod http;

use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use crate::header::Header;
use crate::token::Token;

/// Any error of a transport.
pub type BoxError = Box<dyn std::error::Error + Send + Sync>;

/// What a transport is waiting for.
pub type Pending<'a> = Pin<Box<dyn Future<Output = Result<Reply, Failure>> + Send + 'a>>;

/// Carries one request to a server and brings back what it answered.
///
/// A client may send several times: [`retries(0)`](crate::ClientBuilder::retries) sends everything once. Whoever only
/// wants to see what would be sent needs no transport, but [`Operation::request`](crate::request::Operation::request).
///
/// It sends at most once, follows no redirect, and gives up after some time, at the latest after the
/// message's: Houston may give no answer at all.
pub trait Transport: Send + Sync {
    /// Sends a message.
    ///
    /// # Errors
    ///
    /// [`Failure::NotConnected`] only when it is certain that nothing reached the server.
    fn send<'a>(&'a self, message: Message<'a>) -> Pending<'a>;
}

impl<T: Transport + ?Sized> Transport for Arc<T> {
    fn send<'a>(&'a self, message: Message<'a>) -> Pending<'a> {
        (**self).send(message)
    }
}

/// What is sent.
#[non_exhaustive]
pub struct Message<'a> {
    /// For the header `Authorization`, without anything before it.
    pub token: Option<&'a Token>,
    /// Headers of the caller's, beside the transport's own.
    pub headers: &'a [Header],
    /// How long this attempt may take.
    pub timeout: Option<Duration>,
    /// The JSON body.
    pub body: String,
}

impl Message<'_> {
    /// A message without a token.
    pub fn new(body: impl Into<String>) -> Self {
        Message { token: None, headers: &[], timeout: None, body: body.into() }
    }
}

/// Without the body, which may hold secrets.
impl fmt::Debug for Message<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut message = formatter.debug_struct("Message");
        message.field("token", &self.token).field("headers", &self.headers);
        message.field("timeout", &self.timeout);
        message.field("body", &format_args!("{} bytes", self.body.len()));
        message.finish()
    }
}

/// What came back, whatever its status.
#[derive(Clone, Default)]
pub struct Reply {
    /// The HTTP status.
    pub status: u16,
    /// The header `Location`.
    pub location: Option<String>,
    /// The header `Retry-After`.
    pub retry_after: Option<String>,
    /// The header `Date`: the server's clock.
    pub date: Option<String>,
    /// The whole body, decompressed.
    pub body: Vec<u8>,
}

/// Without the body, which may hold secrets.
impl fmt::Debug for Reply {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut reply = formatter.debug_struct("Reply");
        reply
            .field("status", &self.status)
            .field("body", &format_args!("{} bytes", self.body.len()));
        reply.finish_non_exhaustive()
    }
}

/// Why nothing came back.
#[derive(Debug)]
#[non_exhaustive]
pub enum Failure {
    /// No connection stood: nothing reached the server.
    NotConnected(BoxError),
    /// Anything after that: the server may have seen the request.
    Lost(BoxError),
}
