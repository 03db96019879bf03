//! A connection that becomes a WebSocket.

use std::fmt;
use std::pin::Pin;
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite};

use super::{Failure, Reply};
use crate::header::Header;

/// The future of an opened WebSocket.
pub type Upgrading<'a> = Pin<Box<dyn Future<Output = Result<Upgrade, Failure>> + Send + 'a>>;

/// A request to open a WebSocket. It has no token: that is part of the first message.
#[derive(Debug)]
#[non_exhaustive]
pub struct Opening<'a> {
    /// The sub-protocols to offer, the best one first.
    pub protocols: &'static [&'static str],
    /// The caller's headers, in addition to the transport's own.
    pub headers: &'a [Header],
    /// How long this attempt may take.
    pub timeout: Option<Duration>,
}

impl<'a> Opening<'a> {
    pub(crate) fn new(headers: &'a [Header], timeout: Duration) -> Self {
        let protocols = &crate::live::PROTOCOLS;
        Opening { protocols, headers, timeout: Some(timeout) }
    }
}

/// The server's answer to an [`Opening`].
#[derive(Debug)]
pub enum Upgrade {
    /// The connection is a WebSocket now.
    Open(Socket),
    /// The server, or a proxy, answers with something else.
    Refused(Reply),
}

/// A connection that carries the frames of a WebSocket.
pub struct Socket {
    /// The bytes after the head of the server's answer.
    pub io: Box<dyn Io>,
    /// The sub-protocol that the server chose.
    pub protocol: Option<String>,
    /// How long the server may send nothing.
    pub silence: Duration,
}

impl fmt::Debug for Socket {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Socket").field("protocol", &self.protocol).finish_non_exhaustive()
    }
}

/// A connection in both directions.
pub trait Io: AsyncRead + AsyncWrite + Send + Unpin {}

impl<T: AsyncRead + AsyncWrite + Send + Unpin> Io for T {}
