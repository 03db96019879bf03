//! One connection: its token and its streams.

use std::mem;
use std::sync::Arc;

use axum::extract::ws::{Message, Utf8Bytes, WebSocket};
use serde_json::Value;

use super::message;
use super::message::{Id, Incoming};
use crate::Sandbox;
use crate::execution::budget::Budget;
use crate::execution::root::Root;
use crate::execution::subscription;
use crate::execution::subscription::{Look, Started, Subscription};
use crate::http::request::Operation;
use crate::platform::Platform;
use crate::platform::fault::{Effect, End};
use crate::server::wire::Half;
use crate::server::work;

/// The maximum number of streams of one connection, and of the bytes that started them.
const MOST_STREAMS: usize = 200;
const MOST_BYTES: usize = 1024 * 1024;

/// A stream of a connection.
struct Running {
    id: Id,
    stream: Box<Subscription>,
    /// The length of the message that started it.
    length: usize,
}

pub(super) struct Connection<'c> {
    socket: &'c mut WebSocket,
    sandbox: Arc<Sandbox>,
    half: Half,
    /// Whether a fault refuses every token.
    rejects: bool,
    /// None until the first message brings one. Operations are served without it.
    token: Option<String>,
    streams: Vec<Running>,
}

type Step = Result<(), End>;

impl<'c> Connection<'c> {
    pub(super) fn new(
        socket: &'c mut WebSocket,
        sandbox: Arc<Sandbox>,
        half: Half,
        rejects: bool,
    ) -> Self {
        Connection { socket, sandbox, half, rejects, token: None, streams: Vec::new() }
    }

    /// Serves until there is a reason to end, and returns how.
    pub(super) async fn run(mut self) -> End {
        loop {
            if let Err(end) = self.step().await {
                return end;
            }
        }
    }

    /// Waits for a message or until a stream is due, whichever comes first.
    async fn step(&mut self) -> Step {
        let due = self.streams.iter().map(|running| running.stream.due).min();
        let clock = self.sandbox.clock();
        let received = tokio::select! {
            received = self.socket.recv() => received,
            () = clock.sleep(due) => return self.look().await,
        };
        match received {
            Some(Ok(message @ (Message::Text(_) | Message::Binary(_)))) => {
                let bytes = message.into_data();
                let incoming = Incoming::read(&bytes);
                self.hear(incoming, bytes.len()).await
            }
            // The library answers pings.
            Some(Ok(Message::Ping(_) | Message::Pong(_))) => Ok(()),
            Some(Ok(Message::Close(_)) | Err(_)) | None => Err(End::Cut),
        }
    }

    async fn hear(&mut self, incoming: Incoming, length: usize) -> Step {
        match incoming {
            Incoming::Init(Ok(token)) => {
                if self.admit(token).await? && !self.rejects {
                    self.say(message::acknowledged()).await
                } else {
                    self.refuse("Prohibited connection!").await
                }
            }
            Incoming::Init(Err(reason)) => self.refuse(&reason).await,
            Incoming::Start(id, Ok(operation)) => self.start(id, operation, length).await,
            Incoming::Start(id, Err(reason)) => self.say(message::error(&id, &reason)).await,
            // Never answered.
            Incoming::Stop(id) => {
                self.stop(&id);
                Ok(())
            }
            Incoming::Terminate => Err(End::Close(1000)),
            Incoming::Unknown(id) => self.say(message::error(&id, "Invalid message type!")).await,
            Incoming::Unreadable => {
                let id = Some(Value::Null);
                self.say(message::connection_error(&id, "Unexpected token in JSON at position 0"))
                    .await
            }
        }
    }

    async fn say(&mut self, text: String) -> Step {
        self.socket.send(Message::Text(text.into())).await.map_err(|_| End::Cut)
    }

    async fn refuse(&mut self, reason: &str) -> Step {
        self.say(message::connection_error(&None, reason)).await?;
        Err(End::Close(1011))
    }

    /// Keeps the token, and returns whether it is valid.
    async fn admit(&mut self, token: Option<String>) -> Result<bool, End> {
        self.token = token;
        self.blocking(|platform, token| {
            Root::read(platform, token, &Value::Null, |call| Ok(call.caller.is_signed_in()))
                .unwrap_or(false)
        })
        .await
    }

    async fn start(&mut self, id: Id, operation: Operation, length: usize) -> Step {
        // A reused id ends the earlier operation.
        self.stop(&id);
        let bytes: usize = self.streams.iter().map(|running| running.length).sum();
        if self.streams.len() >= MOST_STREAMS || bytes + length > MOST_BYTES {
            return self.say(message::error(&id, "Too many operations on one connection")).await;
        }
        // The budget is kept until the answer is sent.
        let (started, _budget) = self
            .blocking(move |platform, token| {
                let budget = Budget::new();
                (subscription::start(platform, token, operation, &budget), budget)
            })
            .await?;
        match started {
            Started::Answer(answer) => {
                self.answer(&id, answer).await?;
                self.say(message::complete(&id)).await
            }
            Started::Ended(end) => Err(end),
            Started::Unreadable(text) => self.say(message::error(&id, &text)).await,
            Started::Stream(stream) => {
                self.streams.push(Running { id, stream, length });
                Ok(())
            }
        }
    }

    fn stop(&mut self, id: &Id) {
        self.streams.retain(|running| running.id != *id);
    }

    /// Polls the streams that are due. What one brings is sent before the next is polled.
    async fn look(&mut self) -> Step {
        let now = self.sandbox.clock().now();
        for mut running in mem::take(&mut self.streams) {
            if running.stream.due > now {
                self.streams.push(running);
                continue;
            }
            let (running, Look { answers, is_over, end }, _budget) = self
                .blocking(move |platform, token| {
                    let budget = Budget::new();
                    let look = running.stream.look(platform, token, &budget);
                    (running, look, budget)
                })
                .await?;
            for (answer, effects) in answers {
                self.send(&running.id, answer, &effects).await?;
            }
            if let Some(end) = end {
                return Err(end);
            }
            if is_over {
                self.say(message::complete(&running.id)).await?;
            } else {
                self.streams.push(running);
            }
        }
        Ok(())
    }

    async fn answer(&mut self, id: &Id, answer: Value) -> Step {
        self.send(id, answer, &[]).await
    }

    async fn send(&mut self, id: &Id, mut answer: Value, effects: &[Effect]) -> Step {
        if self.token.is_none() {
            without_session(&mut answer);
        }
        let is_foreign = effects.contains(&Effect::OtherId);
        let mut text = if is_foreign {
            message::data(&Some("another".into()), answer)
        } else {
            message::data(id, answer)
        };
        let mut copies = 1;
        for effect in effects {
            match effect {
                Effect::Flood(number) => copies = *number,
                Effect::Size(size) => {
                    text.extend(std::iter::repeat_n(' ', size.saturating_sub(text.len())));
                }
                Effect::Truncate => self.half.arm(),
                _ => {}
            }
        }
        let message = Utf8Bytes::from(text);
        for _ in 0..copies {
            let sent = self.socket.send(Message::Text(message.clone())).await;
            sent.map_err(|_| End::Cut)?;
        }
        Ok(())
    }

    /// Runs blocking work with the platform and the connection's token.
    fn blocking<T, W>(&self, job: W) -> impl Future<Output = Result<T, End>> + use<T, W>
    where
        T: Send + 'static,
        W: FnOnce(&Platform, Option<&str>) -> T + Send + 'static,
    {
        let (sandbox, token) = (Arc::clone(&self.sandbox), self.token.clone());
        let done = work::run(move || job(sandbox.platform(), token.as_deref()));
        async { done.await.ok_or(End::Close(1011)) }
    }
}

/// Without a token from the first message, the server's permission check fails with another error.
fn without_session(answer: &mut Value) {
    let errors = answer.get_mut("errors").and_then(Value::as_array_mut);
    for error in errors.into_iter().flatten() {
        if error["message"] == "Insufficient permissions." {
            error["message"] = "Cannot read property 'session' of undefined".into();
        }
    }
}
