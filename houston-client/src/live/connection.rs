//! One subscription over one connection.

use std::time::Duration;

use tokio::time::{Instant, timeout_at};
use tokio_tungstenite::tungstenite::Utf8Bytes;

use super::gap::Moment;
use super::protocol::{self, Message, PONG, Protocol};
use super::wire::{Came, Wire};
use crate::answer::AnswerReader;
use crate::error::Error;
use crate::outcome::Outcome;
use crate::token::Token;
use crate::transport::{Cause, Failure, Fault, Socket};

/// A connection with a subscription that the server has taken. Dropping it tells the server to stop.
pub(crate) struct Connection {
    wire: Wire,
    protocol: Protocol,
    /// What came before the server was known to have taken the subscription.
    early: Option<Heard>,
}

/// What the server said about the subscription.
pub(crate) enum Heard {
    /// An event: an answer in JSON.
    Event(Payload),
    /// The server ends the subscription.
    Complete,
}

/// Why a connection ended.
#[derive(Debug)]
pub(crate) enum End {
    /// The connection failed, or the server closed it.
    Lost(Cause),
    /// The server refused the token or the operation, with this list of errors in JSON.
    Refused(String),
}

impl From<Cause> for End {
    fn from(cause: Cause) -> Self {
        match cause {
            Cause::ClosedWith { code: 4401, reason } => End::refused(&reason, "UNAUTHENTICATED"),
            Cause::ClosedWith { code: 4403, reason } => End::refused(&reason, "FORBIDDEN"),
            cause => End::Lost(cause),
        }
    }
}

impl From<serde_json::Error> for End {
    fn from(error: serde_json::Error) -> Self {
        End::Lost(Cause::NotWebSocket(format!("a message cannot be read: {error}")))
    }
}

impl End {
    /// The error for the caller.
    pub(crate) fn error<T>(self, reader: &AnswerReader<'_, T>) -> Error {
        let cause = match self {
            End::Refused(errors) => return reader.refused(&errors),
            End::Lost(Cause::ClosedWith { code, reason }) => {
                Cause::ClosedWith { code, reason: reader.line(&reason) }
            }
            End::Lost(Cause::NotWebSocket(why)) => Cause::NotWebSocket(reader.line(&why)),
            End::Lost(cause) => cause,
        };
        let is_refused = matches!(cause, Cause::ClosedWith { .. }) && cause.is_lasting();
        let error = reader.failed(Failure::Lost(Box::new(Fault::from(cause))));
        if is_refused { error.settled(Outcome::Refused, 0, None) } else { error }
    }

    fn refused(reason: &str, code: &str) -> Self {
        let reason = if reason.is_empty() { "the server refuses the token" } else { reason };
        let error = serde_json::json!([{ "message": reason, "extensions": { "code": code } }]);
        End::Refused(error.to_string())
    }
}

impl Connection {
    /// Introduces the client and starts the operation with this body. Returns when the server has taken it.
    pub(crate) async fn open(
        socket: Socket,
        token: Option<&Token>,
        body: &str,
        limit: Duration,
    ) -> Result<Self, End> {
        let limit = limit.min(socket.silence);
        let opened = timeout_at(Instant::now() + limit, Self::introduce(socket, token, body));
        opened.await.unwrap_or(Err(End::Lost(Cause::Silent(limit))))
    }

    async fn introduce(socket: Socket, token: Option<&Token>, body: &str) -> Result<Self, End> {
        let Socket { io, protocol, silence } = socket;
        let Some(protocol) = Protocol::of(protocol.as_deref()) else {
            let name = protocol.unwrap_or_default();
            let why = format!("it chose the sub-protocol `{name}`, which was not offered");
            return Err(End::Lost(Cause::NotWebSocket(why)));
        };
        let start = protocol.start(body);
        let wire = Wire::new(io, protocol::init(token), silence, start.len()).await?;
        let mut connection = Connection { wire, protocol, early: None };
        loop {
            tokio::task::consume_budget().await;
            let Came::Text(text) = connection.wire.next().await? else { continue };
            match Message::read(&text)? {
                Message::Acknowledged => break,
                Message::Prohibited(reason) => {
                    let error = serde_json::json!([{ "message": reason }]);
                    return Err(End::Refused(error.to_string()));
                }
                Message::Ping => connection.wire.say(PONG.to_owned()).await?,
                _ => {}
            }
        }
        connection.wire.say(start).await?;
        // A server reads in order: its answer to this shows that it has read what comes before.
        connection.wire.ask().await?;
        connection.early = connection.hear().await?;
        Ok(connection)
    }

    /// Waits for the next message about the subscription.
    pub(crate) async fn next(&mut self) -> Result<Heard, End> {
        if let Some(early) = self.early.take() {
            return Ok(early);
        }
        loop {
            if let Some(heard) = self.hear().await? {
                return Ok(heard);
            }
            // Other work has its turn, however fast they come.
            tokio::task::consume_budget().await;
        }
    }

    /// When the server was last heard.
    pub(crate) fn heard(&self) -> Moment {
        self.wire.heard()
    }

    /// Waits for the next frame.
    async fn hear(&mut self) -> Result<Option<Heard>, End> {
        let Came::Text(text) = self.wire.next().await? else { return Ok(None) };
        if let Some(start) = protocol::usual(&text) {
            return Ok(Some(Heard::Event(Payload { text, start: Some(start) })));
        }
        match Message::read(&text)? {
            Message::Data(_) => Ok(Some(Heard::Event(Payload { text, start: None }))),
            Message::Complete => {
                self.wire.leave(None);
                Ok(Some(Heard::Complete))
            }
            Message::Error(errors) => Err(End::Refused(errors)),
            Message::Prohibited(reason) => {
                let error = serde_json::json!([{ "message": reason }]);
                Err(End::Refused(error.to_string()))
            }
            Message::Ping => {
                self.wire.say(PONG.to_owned()).await?;
                Ok(None)
            }
            Message::Acknowledged | Message::Other => Ok(None),
        }
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.wire.leave(Some(self.protocol.stop()));
    }
}

/// A message with an answer.
pub(crate) struct Payload {
    text: Utf8Bytes,
    /// Where the answer begins, if it ends before the last brace.
    start: Option<usize>,
}

impl Payload {
    /// Reads the answer.
    pub(crate) fn read<T>(&self, read: impl Fn(&str) -> Result<T, Error>) -> Result<T, Error> {
        if let Some(start) = self.start
            && let Ok(item) = read(&self.text[start..self.text.len() - 1])
        {
            return Ok(item);
        }
        match Message::read(&self.text) {
            Ok(Message::Data(Some(answer))) => read(answer),
            _ => read(""),
        }
    }
}
