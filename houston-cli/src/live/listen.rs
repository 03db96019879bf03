//! Listens to a subscription across its connections.

use std::ops::ControlFlow;
use std::time::{Duration, Instant};

use futures_util::StreamExt as _;
use houston_client::live::{Event, Gap, Subscription};
use houston_client::request::Request;
use houston_client::{Error, Outcome};
use houston_schema::text::duration;
use serde_json::value::RawValue;

use super::flow::{Flow, Step};
use crate::call::Call;
use crate::failure::Failure;
use crate::terminal::text::plain;

/// A subscription that lasted this long is made again at once when the server ends it.
const LONG: Duration = Duration::from_secs(10);

/// The shortest and the longest pause before a subscription is made again that did not last.
const PAUSES: (Duration, Duration) = (Duration::from_millis(250), Duration::from_secs(10));

/// What a subscription brings.
pub(super) type Came = Option<Result<Event<Box<RawValue>>, Error>>;

/// A subscription that is made again when the server ends it.
pub(super) struct Listening<'c> {
    call: &'c Call<'c>,
    request: Request<Box<RawValue>>,
    events: Subscription<Box<RawValue>>,
    since: Instant,
    /// The last pause before it was made again.
    pause: Duration,
    /// Whether the caller wants more than the server gives at once: a number, a time, or all.
    goes_on: bool,
    /// Whether an event is all of `data`.
    is_document: bool,
    /// Whether an event came.
    heard: bool,
}

/// What a listener has to know beside the events.
pub(super) enum Heard {
    /// An event was shown, or there was nothing to show.
    Event,
    /// Events may be missing: the listener tells it.
    Gap(Lost),
}

/// A time without events.
pub(super) struct Lost {
    pub(super) since: jiff::Timestamp,
    pub(super) lasted: Duration,
    pub(super) why: String,
}

impl<'c> Listening<'c> {
    /// Makes the subscription, and waits until the server has taken it.
    pub(super) async fn start(
        call: &'c Call<'c>,
        request: Request<Box<RawValue>>,
        (goes_on, is_document): (bool, bool),
        flow: &mut Flow,
    ) -> Result<Self, Failure> {
        let events = call.subscribe(&request)?;
        let since = Instant::now();
        let (pause, heard) = (Duration::ZERO, false);
        let mut one =
            Listening { call, request, events, since, pause, goes_on, is_document, heard };
        one.started().await?;
        flow.start();
        Ok(one)
    }

    async fn started(&mut self) -> Result<(), Failure> {
        let started = self.events.started().await;
        self.since = Instant::now();
        started.map_err(|error| self.call.diagnosed(error))
    }

    /// The next message.
    pub(super) async fn next(&mut self) -> Came {
        self.events.next().await
    }

    /// Shows what came.
    pub(super) async fn hear(&mut self, came: Came, flow: &mut Flow) -> Step<Heard> {
        let shown = match came {
            Some(Ok(Event::Item(text))) => {
                self.heard = true;
                flow.event(text).await
            }
            Some(Ok(Event::Gap(gap))) => return self.lost(gap),
            Some(Ok(_)) => ControlFlow::Continue(()),
            Some(Err(error)) => match self.failed(error, flow).await {
                Ok(step) => step,
                Err(failure) => ControlFlow::Break(Err(failure)),
            },
            None => match self.again(flow).await {
                Ok(Some(lost)) => return ControlFlow::Continue(Heard::Gap(lost)),
                Ok(None) => ControlFlow::Break(Ok(())),
                Err(failure) => ControlFlow::Break(Err(failure)),
            },
        };
        shown.map_continue(|()| Heard::Event)
    }

    fn lost(&self, gap: Gap) -> Step<Heard> {
        let why = plain(&gap.cause.summary());
        let lost = Lost { since: gap.since, lasted: gap.lasted, why };
        ControlFlow::Continue(Heard::Gap(lost))
    }

    /// Shows what came with the errors of an event, and goes on; or makes the subscription again without fields that the
    /// server lacks.
    ///
    /// # Errors
    ///
    /// Fails if nothing came with them: the next event would have them as well.
    async fn failed(&mut self, error: Error, flow: &mut Flow) -> Result<Step, Failure> {
        if let Some((adapted, lacking)) =
            self.request.adapted(&error).filter(|_| !std::mem::replace(&mut self.heard, true))
        {
            for field in lacking {
                let note = format!("note: the server has no {field}: it is left out");
                flow.sender.note(note).await;
            }
            self.request = adapted;
            self.events = self.call.subscribe(&self.request)?;
            self.started().await?;
            return Ok(ControlFlow::Continue(()));
        }
        let text = match error.outcome() {
            Outcome::Partial => self.text_of(&error),
            _ => None,
        };
        let told = format!("note: {}", plain(&error.summary()));
        let failure = self.call.diagnosed(error);
        let Some(text) = text else { return Err(failure) };
        let step = flow.event(text).await;
        if flow.partial.replace(failure).is_none() {
            flow.sender.note(told).await;
        }
        Ok(step)
    }

    /// The data that came with an error.
    fn text_of(&self, error: &Error) -> Option<Box<RawValue>> {
        let text = match self.is_document {
            true => error.data_text(),
            false => error.field_text(&self.call.operation.name),
        };
        RawValue::from_string(text?.into_owned()).ok()
    }

    /// Makes the subscription again after the server has ended it, if more is wanted.
    async fn again(&mut self, flow: &mut Flow) -> Result<Option<Lost>, Failure> {
        let why = format!("the server ended {}", self.call.name());
        if !self.goes_on {
            let next = "run it again to go on, or with `--for TIME`";
            flow.sender.note(format!("note: {why}: {next}")).await;
            return Ok(None);
        }
        let (since, begin) = (jiff::Timestamp::now(), Instant::now());
        self.pause = match self.since.elapsed() < LONG {
            true => (self.pause * 2).clamp(PAUSES.0, PAUSES.1),
            false => Duration::ZERO,
        };
        tokio::time::sleep(self.pause).await;
        self.events = self.call.subscribe(&self.request)?;
        self.started().await?;
        Ok(Some(Lost { since, lasted: begin.elapsed(), why }))
    }
}

/// Shows the events of a subscription until it ends. `how`: whether it is made again when the server ends it, and whether
/// an event is all of `data`.
pub(super) async fn run(
    call: &Call<'_>,
    request: Request<Box<RawValue>>,
    how: (bool, bool),
    flow: &mut Flow,
) -> Result<(), Failure> {
    let mut listening = Listening::start(call, request, how, flow).await?;
    loop {
        let came = listening.next().await;
        match listening.hear(came, flow).await {
            ControlFlow::Break(end) => return end,
            ControlFlow::Continue(Heard::Event) => {}
            ControlFlow::Continue(Heard::Gap(lost)) => {
                flow.turn();
                flow.sender.note(lost.note("events of this time are missing")).await;
            }
        }
    }
}

impl Lost {
    /// A note about it, and what became of its events.
    pub(super) fn note(&self, what: &str) -> String {
        let since = self.since.strftime("%H:%M:%S");
        let Lost { lasted, why, .. } = self;
        format!(
            "note: {why}; connected again after {} (since {since} UTC): {what}",
            duration(*lasted)
        )
    }
}
