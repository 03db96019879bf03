//! Live data: subscriptions, whose events come as a stream over a WebSocket. See
//! [`Client::subscribe`](crate::Client::subscribe).

mod clocked;
mod connection;
mod gap;
mod protocol;
mod wire;

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

use futures_util::{Stream, StreamExt as _};

use crate::error::Error;
pub(crate) use connection::{Connection, Heard};
pub use gap::Gap;
pub(crate) use gap::Moment;
pub(crate) use protocol::PROTOCOLS;

/// The events of a subscription, as a stream. Dropping it tells the server to stop, and closes the connection.
#[must_use = "nothing is sent before the stream is polled"]
pub struct Subscription<T> {
    steps: Option<Steps<T>>,
    started: bool,
}

type Steps<T> = Pin<Box<dyn Stream<Item = Result<Step<T>, Error>> + Send>>;

/// A step of a subscription.
pub(crate) enum Step<T> {
    /// The server has taken the subscription.
    Started,
    Event(Event<T>),
}

/// An event of a subscription.
#[derive(Debug)]
#[non_exhaustive]
pub enum Event<T> {
    /// The server sent data.
    Item(T),
    /// The connection was lost, and there is a new one. Houston does not send again what happened in between.
    Gap(Gap),
}

impl<T> Subscription<T> {
    pub(crate) fn new(steps: impl Stream<Item = Result<Step<T>, Error>> + Send + 'static) -> Self {
        Subscription { steps: Some(Box::pin(steps)), started: false }
    }

    /// Waits until the server has taken the subscription: from then on, no event is missing. The stream does this by
    /// itself; wait for it to send a query afterwards whose answer the events continue.
    ///
    /// # Errors
    ///
    /// Fails like the first item of the stream, which has then ended.
    pub async fn started(&mut self) -> Result<(), Error> {
        while let Some(steps) = &mut self.steps
            && !self.started
        {
            match steps.next().await {
                Some(Ok(_)) => self.started = true,
                Some(Err(error)) => {
                    self.steps = None;
                    return Err(error);
                }
                None => self.steps = None,
            }
        }
        Ok(())
    }
}

impl<T> Stream for Subscription<T> {
    type Item = Result<Event<T>, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            let Some(steps) = &mut self.steps else { return Poll::Ready(None) };
            let item = match std::task::ready!(steps.as_mut().poll_next(context)) {
                Some(Ok(Step::Started)) => {
                    self.started = true;
                    continue;
                }
                Some(Ok(Step::Event(event))) => Some(Ok(event)),
                Some(Err(error)) => Some(Err(error)),
                None => {
                    self.steps = None;
                    None
                }
            };
            return Poll::Ready(item);
        }
    }
}

impl<T> fmt::Debug for Subscription<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Subscription")
            .field("started", &self.started)
            .finish_non_exhaustive()
    }
}
