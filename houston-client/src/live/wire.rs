//! A WebSocket: messages in both directions, and signs of life.

use std::hash::{BuildHasher as _, RandomState};
use std::io;
use std::pin::Pin;
use std::task::{Context, Waker};
use std::time::Duration;

use futures_util::{FutureExt as _, Sink as _, SinkExt as _, StreamExt as _};
use tokio::io::AsyncWriteExt as _;
use tokio::time::{Instant, timeout, timeout_at};
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::protocol::frame::coding::{CloseCode, Data, OpCode};
use tokio_tungstenite::tungstenite::protocol::frame::{CloseFrame, Frame};
use tokio_tungstenite::tungstenite::protocol::{Role, WebSocketConfig};
use tokio_tungstenite::tungstenite::{Bytes, Error, Message, Utf8Bytes, error};

use super::clocked::Clocked;
use super::gap::Moment;
use crate::transport::{Cause, Io};

/// The maximum size of a message. Usual servers send each in one frame, so that a frame may be as large.
const MESSAGE: usize = 32 << 20;

/// The bytes that are read together.
const BUFFER: usize = 32 << 10;

/// How many bytes of signs of life may wait beside the largest message until a server reads them.
const SIGNS: usize = 64 << 10;

/// How long the server has to confirm a close.
const FAREWELL: Duration = Duration::from_secs(2);

/// A WebSocket.
pub(super) struct Wire {
    /// None once it has said goodbye.
    socket: Option<WebSocketStream<Clocked>>,
    /// How long the server may send nothing.
    silence: Duration,
    /// When the server was last asked for a sign of life.
    asked: Option<Instant>,
}

/// What came over a WebSocket.
pub(super) enum Came {
    Text(Utf8Bytes),
    /// A frame without a message.
    Life,
}

impl Wire {
    /// Sends the first message, which may contain a token, and becomes a WebSocket. No later message is larger than this
    /// number of bytes.
    pub(super) async fn new(
        mut io: Box<dyn Io>,
        first: String,
        silence: Duration,
        largest: usize,
    ) -> Result<Self, Cause> {
        // The WebSocket logs the frames that it sends: it must not see this one.
        let mut frame = Frame::message(first, OpCode::Data(Data::Text), true);
        frame.header_mut().mask = Some(mask());
        let mut bytes = Vec::new();
        frame.format(&mut bytes).map_err(cause)?;
        io.write_all(&bytes).await.map_err(of_io)?;
        io.flush().await.map_err(of_io)?;
        let config = WebSocketConfig::default()
            .max_frame_size(Some(MESSAGE))
            .max_message_size(Some(MESSAGE))
            .read_buffer_size(BUFFER)
            .write_buffer_size(0)
            .max_write_buffer_size(largest + SIGNS);
        let io = Clocked::new(io);
        let socket = WebSocketStream::from_raw_socket(io, Role::Client, Some(config)).await;
        Ok(Wire { socket: Some(socket), silence, asked: None })
    }

    /// Waits for the next frame. Asks a silent server for a sign of life.
    pub(super) async fn next(&mut self) -> Result<Came, Cause> {
        loop {
            let Some(socket) = &mut self.socket else { return Err(closed(1006)) };
            // What is there needs no timer.
            let received = match socket.next().now_or_never() {
                Some(received) => received,
                None => {
                    let heard = socket.get_ref().heard.instant();
                    let due = self.asked.map_or(heard, |asked| asked.max(heard)) + self.silence;
                    match timeout_at(due, socket.next()).await {
                        Ok(received) => received,
                        // A frame has begun.
                        Err(_) if socket.get_ref().heard.instant() > heard => continue,
                        Err(_) if self.asked > Some(heard) => {
                            return Err(Cause::Silent(self.silence));
                        }
                        Err(_) => {
                            self.ask().await?;
                            continue;
                        }
                    }
                }
            };
            return match received {
                Some(Ok(Message::Text(text))) => Ok(Came::Text(text)),
                Some(Ok(Message::Binary(bytes))) => {
                    let text = Utf8Bytes::try_from(bytes);
                    text.map(Came::Text).map_err(|error| Cause::NotWebSocket(error.to_string()))
                }
                Some(Ok(Message::Close(Some(frame)))) if frame == unknown() => {
                    let why = "it closed the connection with a code that must not be sent";
                    Err(Cause::NotWebSocket(why.to_owned()))
                }
                Some(Ok(Message::Close(Some(CloseFrame { code, reason })))) => {
                    let (code, reason) = (code.into(), reason.as_str().to_owned());
                    Err(Cause::ClosedWith { code, reason })
                }
                Some(Ok(Message::Close(None))) => Err(closed(1005)),
                None => Err(closed(1006)),
                Some(Ok(_)) => Ok(Came::Life),
                Some(Err(error)) => Err(cause(error)),
            };
        }
    }

    /// When the server was last heard.
    pub(super) fn heard(&self) -> Moment {
        self.socket.as_ref().map_or_else(Moment::now, |socket| socket.get_ref().heard)
    }

    /// Asks the server for a sign of life.
    pub(super) async fn ask(&mut self) -> Result<(), Cause> {
        self.asked = Some(Instant::now());
        self.send(Message::Ping(Bytes::new())).await
    }

    /// Sends a message.
    pub(super) async fn say(&mut self, text: String) -> Result<(), Cause> {
        self.send(Message::Text(text.into())).await
    }

    async fn send(&mut self, message: Message) -> Result<(), Cause> {
        let Some(socket) = &mut self.socket else { return Err(closed(1006)) };
        let sent = timeout(self.silence, socket.send(message)).await;
        sent.map_err(|_| Cause::Silent(self.silence))?.map_err(cause)
    }

    /// Says goodbye without waiting, as far as the connection takes bytes at once. Then waits in the background for the
    /// server to close: it may not read what was written to a connection that is closed while it sends.
    pub(super) fn leave(&mut self, last: Option<String>) {
        let Some(mut socket) = self.socket.take() else { return };
        let close = CloseFrame { code: CloseCode::Normal, reason: Utf8Bytes::default() };
        let texts = last.map(|text| Message::Text(text.into()));
        let messages = texts.into_iter().chain([Message::Close(Some(close))]);
        let is_sent = messages
            .map(|message| Pin::new(&mut socket).start_send(message))
            .all(|sent| sent.is_ok());
        let _ = Pin::new(&mut socket).poll_flush(&mut Context::from_waker(Waker::noop()));
        if is_sent && let Ok(runtime) = tokio::runtime::Handle::try_current() {
            runtime.spawn(timeout(FAREWELL, async move {
                while let Some(Ok(_)) = socket.next().await {}
            }));
        }
    }
}

/// Four bytes that a web page cannot know in advance ([RFC 6455, section
/// 10.3](https://www.rfc-editor.org/rfc/rfc6455#section-10.3)).
fn mask() -> [u8; 4] {
    let [first, second, third, fourth, ..] = RandomState::new().hash_one(()).to_le_bytes();
    [first, second, third, fourth]
}

/// What the library shows in place of a close with a code that must not be sent.
fn unknown() -> CloseFrame {
    CloseFrame { code: CloseCode::Protocol, reason: "Protocol violation".into() }
}

fn closed(code: u16) -> Cause {
    Cause::ClosedWith { code, reason: String::new() }
}

/// Why a WebSocket failed.
fn cause(error: Error) -> Cause {
    use error::{CapacityError, ProtocolError};
    match error {
        Error::ConnectionClosed
        | Error::AlreadyClosed
        | Error::Protocol(ProtocolError::ResetWithoutClosingHandshake) => closed(1006),
        Error::Io(error) => of_io(error),
        Error::Capacity(CapacityError::MessageTooLong { max_size, .. }) => {
            Cause::TooLarge(max_size)
        }
        Error::WriteBufferFull(_) => Cause::Broken("the server reads nothing".to_owned()),
        other => Cause::NotWebSocket(other.to_string()),
    }
}

fn of_io(error: io::Error) -> Cause {
    use io::ErrorKind::{BrokenPipe, ConnectionAborted, ConnectionReset, UnexpectedEof};
    match error.kind() {
        BrokenPipe | ConnectionAborted | ConnectionReset | UnexpectedEof => closed(1006),
        _ => Cause::Broken(error.to_string()),
    }
}

#[cfg(test)]
mod properties;

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use tokio::io::AsyncWriteExt as _;

    use super::{Came, SIGNS, Wire};
    use crate::transport::Cause;

    /// Answers to pings pile up no further than this.
    #[tokio::test]
    async fn a_server_that_pings_and_reads_nothing_fills_no_memory() {
        let (ours, mut theirs) = tokio::io::duplex(1 << 10);
        let ping = [&[0x89, 125], &[0; 125][..]].concat();
        let pings = 2 * SIGNS / ping.len();
        let wire = Wire::new(Box::new(ours), "{}".to_owned(), Duration::from_secs(5), 100);
        let mut wire = wire.await.unwrap();
        tokio::spawn(async move {
            for _ in 0..pings {
                theirs.write_all(&ping).await.unwrap();
            }
            std::future::pending::<()>().await;
        });
        for _ in 0..pings {
            assert!(matches!(wire.next().await, Ok(Came::Life)));
        }
        let full = wire.say("x".repeat(1 << 10)).await;
        assert!(
            matches!(&full, Err(Cause::Broken(why)) if why.contains("reads nothing")),
            "{full:?}"
        );
    }
}
