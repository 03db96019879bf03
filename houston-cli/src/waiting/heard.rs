//! A subscription that is listened to, as long as it takes.

use std::time::Duration;

use futures_util::{Stream, StreamExt as _, stream};
use houston_client::live::{Event, Subscription};
use houston_client::request::Request;
use houston_schema::text::duration;
use serde_json::value::RawValue;

use crate::call::Call;
use crate::failure::Failure;
use crate::terminal::output;
use crate::terminal::text::plain;

/// The time before a subscription is made again that the server has ended.
const PAUSE: Duration = Duration::from_secs(5);

/// A subscription, made again when it ends.
struct Heard<'h> {
    call: &'h Call<'h>,
    request: Request<Box<RawValue>>,
    /// None before it is made, or made again.
    events: Option<Subscription<Box<RawValue>>>,
    pause: Duration,
    /// Whether an event came, with errors or without.
    heard: bool,
}

/// The events of a subscription, without an end. An event with errors fails as an answer does.
pub(crate) fn events<'h>(
    call: &'h Call<'h>,
    request: Request<Box<RawValue>>,
) -> impl Stream<Item = Result<Box<RawValue>, Failure>> + 'h {
    let heard = Heard { call, request, events: None, pause: Duration::ZERO, heard: false };
    stream::unfold(heard, |mut heard| async move { Some((heard.next().await, heard)) })
}

impl Heard<'_> {
    async fn next(&mut self) -> Result<Box<RawValue>, Failure> {
        loop {
            let events = match &mut self.events {
                Some(events) => events,
                None => {
                    tokio::time::sleep(std::mem::replace(&mut self.pause, PAUSE)).await;
                    self.events.insert(self.call.subscribe(&self.request)?)
                }
            };
            match events.next().await {
                Some(Ok(Event::Item(text))) => {
                    self.heard = true;
                    return Ok(text);
                }
                Some(Ok(Event::Gap(gap))) => {
                    let (why, lasted) = (plain(&gap.cause.summary()), duration(gap.lasted));
                    output::note(format_args!("note: {why}; connected again after {lasted}"));
                }
                Some(Ok(_)) => {}
                Some(Err(error)) => {
                    match self.request.adapted(&error).filter(|_| !self.heard) {
                        Some((adapted, lacking)) => {
                            for field in lacking {
                                let what = "it is left out";
                                output::note(format_args!(
                                    "note: the server has no {field}: {what}"
                                ));
                            }
                            self.request = adapted;
                            self.events = Some(self.call.subscribe(&self.request)?);
                        }
                        None => return Err(self.call.diagnosed(error)),
                    }
                    self.heard = true;
                }
                None => self.events = None,
            }
        }
    }
}
