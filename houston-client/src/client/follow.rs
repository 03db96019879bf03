//! Follows a subscription across connections.

use std::mem;
use std::time::Duration;

use futures_util::stream;

use super::Client;
use super::connect::Made;
use super::sender::random;
use super::timer::{Instant, can_wait, sleep};
use crate::error::Error;
use crate::live::{Connection, Event, Gap, Heard, Moment, Step, Subscription};
use crate::request::{Request, Streamed};
use crate::retry::jitter;
use crate::schema::OperationKind;
use crate::token::Token;
use crate::transport::Cause;

/// A connection that lasted this long was a good one, even without an event.
const LONG: Duration = Duration::from_secs(20);

/// How long a server that was there may be away.
const OUTAGE: Duration = Duration::from_secs(5 * 60);

/// The pause between rounds of attempts meanwhile.
const PAUSE: Duration = Duration::from_secs(2);

impl Client {
    /// Subscribes to events, which come as a stream over a WebSocket. The operation is a builder of a subscription whose
    /// required arguments are set, or a [`Request`] of one.
    ///
    /// The stream ends when the server completes the subscription: Houston through 0.16 does so after 20 minutes for
    /// `log` and `metrics`, and after 24 hours for `deploymentStatus`. Nothing is sent before the stream is polled.
    /// Dropping it tells the server to stop. The stream reads as fast as it is polled: a slow reader holds the server
    /// back, and nothing piles up.
    ///
    #[cfg_attr(feature = "houston", doc = "```no_run")]
    #[cfg_attr(not(feature = "houston"), doc = "```ignore")]
    /// use futures_util::TryStreamExt as _;
    /// use houston_client::live::Event;
    /// use houston_client::object::deployment_log;
    /// use houston_client::{Client, Error, subscription};
    ///
    /// # async fn run() -> Result<(), Error> {
    /// let client = Client::from_env()?;
    /// let fields = (deployment_log::component, deployment_log::message);
    /// let log = subscription::log().deployment_uuid("ck…").select(fields);
    /// let mut events = client.subscribe(log);
    /// while let Some(event) = events.try_next().await? {
    ///     match event {
    ///         Event::Item(Some((component, message))) => println!("{component:?}: {message:?}"),
    ///         Event::Gap(gap) => eprintln!("{:?} without a connection: {}", gap.lasted, gap.cause),
    ///         _ => {}
    ///     }
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Connections
    ///
    /// Each subscription has a connection of its own, at `/ws` beside `/v1` or at
    /// [`socket_url`](crate::transport::http::HttpBuilder::socket_url). It is opened by the HTTP client that sends every
    /// request, with the same proxy, certificates and timeouts, and without the token, which is part of the first message.
    /// The client offers the sub-protocol `graphql-ws`, which Houston requires, and then `graphql-transport-ws`. A message
    /// may have 32 MiB, in one frame or in many.
    ///
    /// A connection is made with the [retries](Client#retries) of a query, and within its
    /// [`timeout`](crate::Options::timeout). If it is lost later, the stream makes another one and brings an
    /// [`Event::Gap`], because Houston does not send again what happened in between. A server that was there may be away
    /// for five minutes, as when it restarts. The stream gives up when connections in a row bring no event and end within
    /// 20 seconds, as many as a query has attempts; and at once if the same would happen again, as when the server does not
    /// follow the protocol. A server that is silent for the
    /// [`read_timeout`](crate::transport::http::HttpBuilder::read_timeout) is asked for a sign of life. With
    /// [`retries(0)`](crate::Options::retries), a lost connection ends the stream.
    ///
    /// With a [`token_source`](crate::ClientBuilder::token_source), a new connection asks it for the token, and so does
    /// an event that the server refuses as it refuses a token that has ended. A missing permission looks the same: the
    /// next token is asked for when an event has come with this one, and with growing pauses.
    ///
    /// # Errors
    ///
    /// An item fails if its event has errors or does not match the request, and the stream goes on with the next event.
    /// An error that ends the subscription is the last item. The [`outcome`](Error::outcome) is `Refused` if the server
    /// refused the token or the operation, `NotSent` if there was no connection, and `Unknown` if the connection was lost.
    pub fn subscribe<S: Streamed>(&self, operation: S) -> Subscription<S::Output>
    where
        S::Output: Send + 'static,
    {
        let follow = Follow {
            client: self.clone(),
            request: operation.streamed(),
            tokens: Vec::new(),
            renewable: false,
            state: State::Start,
            bad: 0,
            short: 0,
        };
        Subscription::new(stream::unfold(Box::new(follow), async |mut follow| {
            let step = follow.step().await?;
            Some((step, follow))
        }))
    }
}

/// A subscription that is followed.
struct Follow<T> {
    client: Client,
    request: Request<T>,
    /// The tokens that the current connection and the attempts to make it have sent.
    tokens: Vec<Token>,
    /// Whether the token source may be asked for a token in place of a refused one.
    renewable: bool,
    state: State,
    /// The number of connections in a row that brought nothing.
    bad: u32,
    /// The number of connections in a row that were short.
    short: u32,
}

enum State {
    Start,
    Connected(Box<Connected>),
    Lost(Box<Lost>),
    Ended,
}

struct Connected {
    connection: Connection,
    since: Instant,
    /// Whether an event came.
    has_event: bool,
}

/// A connection that was lost.
struct Lost {
    heard: Moment,
    cause: Error,
    /// How long to wait before the next connection.
    wait: Duration,
    /// Whether the next connection has another token, because this one was refused.
    is_renewed: bool,
    /// Whether it brought an event or was long.
    was_good: bool,
}

impl<T> Follow<T> {
    /// The next step; none if the subscription has ended.
    async fn step(&mut self) -> Option<Result<Step<T>, Error>> {
        loop {
            let State::Connected(connected) = &mut self.state else {
                return match mem::replace(&mut self.state, State::Ended) {
                    State::Start => Some(self.connect(None).await),
                    State::Lost(lost) => Some(self.connect(Some(lost)).await),
                    State::Connected(_) | State::Ended => None,
                };
            };
            let heard = connected.connection.next().await;
            let reader = self.client.reader(&self.request, &self.tokens);
            let (error, is_event) = match heard {
                Ok(Heard::Complete) => {
                    self.state = State::Ended;
                    return None;
                }
                Ok(Heard::Event(payload)) => match payload.read(|answer| reader.event(answer)) {
                    Ok(item) => {
                        connected.has_event = true;
                        self.renewable = true;
                        return Some(Ok(Step::Event(Event::Item(item))));
                    }
                    Err(error) => (error, true),
                },
                Err(end) => (end.error(&reader), false),
            };
            let is_renewed = error.refuses_token()
                && mem::take(&mut self.renewable)
                && self.client.0.sender.has_other(&self.tokens).await;
            if is_event && !is_renewed {
                return Some(Err(error));
            }
            if let Err(end) = self.lose(error, is_renewed) {
                return Some(Err(end));
            }
        }
    }

    /// Leaves the current connection for another one.
    ///
    /// # Errors
    ///
    /// Returns the error that ends the subscription.
    fn lose(&mut self, cause: Error, is_renewed: bool) -> Result<(), Error> {
        let State::Connected(connected) = mem::replace(&mut self.state, State::Ended) else {
            return Err(cause);
        };
        let sender = &self.client.0.sender;
        let mut call = sender.call(&self.client.1, &self.request);
        let is_long = connected.since.elapsed() >= LONG;
        let was_good = (connected.has_event || is_long) && call.retries > 0;
        let wait = if is_renewed || was_good {
            // A server that was there and is silent now may be there again.
            let is_gone = |cause: &Cause| !cause.is_lasting() || matches!(cause, Cause::Silent(_));
            if !is_renewed && !cause.cause().is_some_and(is_gone) {
                return Err(cause);
            }
            self.bad = 0;
            self.short = if is_long { 1 } else { self.short.saturating_add(1) };
            // Another token is tried at once, unless the last one was used for a short time.
            let at_once = is_renewed && self.short == 1;
            if at_once { Duration::ZERO } else { jitter(self.short, random()) }
        } else {
            self.bad += 1;
            call.attempts = self.bad;
            let outcome = cause.outcome();
            match sender.wait(&call, &cause) {
                Ok(wait) => wait,
                Err(why) => return Err(cause.settled(outcome, self.bad, why)),
            }
        };
        let heard = connected.connection.heard();
        self.state = State::Lost(Box::new(Lost { heard, cause, wait, is_renewed, was_good }));
        Ok(())
    }

    /// Makes a connection. A server that was there may be away for a while.
    async fn connect_again(&mut self, was_good: bool) -> Result<Made, Error> {
        let start = Instant::now();
        loop {
            let made = self.client.connect(&self.request, self.bad).await;
            let may_wait = was_good && start.elapsed() < OUTAGE;
            match made {
                Err(error) if may_wait && error.gave_up() => {
                    sleep(PAUSE + jitter(1, random())).await;
                }
                made => return made,
            }
        }
    }

    /// Makes a connection.
    async fn connect(&mut self, lost: Option<Box<Lost>>) -> Result<Step<T>, Error> {
        if self.request.kind() != OperationKind::Subscription {
            let what = "this is not a subscription: it has one answer, which `send` returns";
            return Err(Error::input(what, None));
        }
        if !can_wait() {
            return Err(Error::input("a subscription needs a tokio runtime with timers", None));
        }
        if let Some(lost) = &lost {
            sleep(lost.wait).await;
        }
        let made = self.connect_again(lost.as_ref().is_some_and(|lost| lost.was_good)).await?;
        // Until an event comes, another token would be refused as this one.
        let is_renewed = lost.as_ref().is_some_and(|lost| lost.is_renewed);
        (self.tokens, self.renewable) = (made.tokens, made.renewable && !is_renewed);
        let connected =
            Connected { connection: made.connection, since: Instant::now(), has_event: false };
        self.state = State::Connected(Box::new(connected));
        Ok(match lost {
            None => Step::Started,
            Some(lost) => Step::Event(Event::Gap(Gap::since(lost.heard, lost.cause))),
        })
    }
}
