//! A query that goes on as a subscription, without a record lost or twice in between.
//!
//! The subscription begins first. While the query runs, what the subscription brings is kept, and shown after the page;
//! records that were in the page are left out. After a lost connection, the query reads again what is missing.

use std::collections::VecDeque;
use std::ops::ControlFlow;
use std::pin::pin;

use futures_util::future::{Either, select};
use houston_client::Selection;
use houston_client::arguments::Arguments;
use houston_client::request::Request;
use houston_client::schema::{Follow, OperationKind};
use jiff::{SignedDuration, Timestamp};
use serde_json::value::RawValue;

use super::flow::{Flow, Step};
use super::listen::{Came, Heard, Listening, Lost};
use crate::call::attempt::Attempt;
use crate::call::{Call, Sent};
use crate::failure::{Exit, Failure};
use crate::terminal::text::plain;

/// How many messages are kept while a page is read. The connection holds back the others.
const KEPT: usize = 1_000;

/// How much earlier than the newest known record a page begins: records may be stored late.
const EARLIER: SignedDuration = SignedDuration::from_secs(5);

/// A query, and the subscription that goes on where it ends.
pub(super) struct Followed<'c> {
    query: &'c Call<'c>,
    subscription: Call<'c>,
    arguments: Arguments,
    selection: Selection,
    /// The argument with the time of the first record.
    since: &'c str,
}

impl<'c> Followed<'c> {
    /// Takes the arguments of the query; the subscription has those of the same names.
    ///
    /// # Errors
    ///
    /// Fails if the schema lacks the subscription.
    pub(super) fn new(
        query: &'c Call<'c>,
        follow: &'c Follow,
        arguments: Arguments,
        selection: Selection,
    ) -> Result<Self, Failure> {
        let name = &follow.subscription;
        let known = query.schema.operation_of(OperationKind::Subscription, name);
        let subscription = known.ok_or_else(|| {
            let what = format!("--follow: the schema has no subscription `{}`", plain(name));
            Failure::usage(what).help(
                "Run it without --follow, or with the server's schema: `houston schema pull`.",
            )
        })?;
        let subscription = query.about(subscription);
        Ok(Followed { query, subscription, arguments, selection, since: &follow.since })
    }

    /// Shows the page, and then what is new, until it ends.
    pub(super) async fn run(&self, flow: &mut Flow) -> Result<(), Failure> {
        let row = self.subscription.operation;
        let mut arguments = Arguments::new();
        for given in self.arguments.iter().filter(|given| given.name != self.since) {
            if let Some(known) = row.argument(&given.name) {
                arguments.set(known.name.clone(), known.ty.clone(), given.value.clone());
            }
        }
        let schema = self.query.schema;
        let request = Request::untyped(schema, row, &arguments, &self.selection);
        let mut listening =
            Listening::start(&self.subscription, request, (true, false), flow).await?;
        let mut kept = VecDeque::new();
        match self.page(&mut listening, &mut kept, None, flow).await? {
            ControlFlow::Continue(()) => {}
            ControlFlow::Break(end) => return end,
        }
        loop {
            let came = match kept.pop_front() {
                Some(came) => came,
                None => listening.next().await,
            };
            let step = match listening.hear(came, flow).await {
                ControlFlow::Break(end) => return end,
                ControlFlow::Continue(Heard::Event) => continue,
                ControlFlow::Continue(Heard::Gap(lost)) => {
                    self.page(&mut listening, &mut kept, Some(lost), flow).await?
                }
            };
            if let ControlFlow::Break(end) = step {
                return end;
            }
        }
    }

    /// Shows a page of the query, as far as it was not shown before, while the messages of the subscription are kept.
    ///
    /// # Errors
    ///
    /// Fails if the first page cannot be read, or if a later one is refused.
    async fn page(
        &self,
        listening: &mut Listening<'_>,
        kept: &mut VecDeque<Came>,
        lost: Option<Lost>,
        flow: &mut Flow,
    ) -> Result<Step, Failure> {
        let newest = flow.seen.as_ref().and_then(|seen| seen.newest);
        let from = lost.as_ref().map(|lost| begin(lost.since, newest));
        let records = self.read(listening, kept, from).await;
        flow.turn();
        let (records, lost) = match (records, lost) {
            (Ok(records), lost) => (records, lost),
            (Err(failure), Some(lost))
                if !matches!(failure.exit, Exit::NotAllowed | Exit::Refused | Exit::Usage) =>
            {
                let what = format!("records of this time are missing ({})", failure.told());
                flow.sender.note(lost.note(&what)).await;
                return Ok(ControlFlow::Continue(()));
            }
            (Err(failure), _) => return Err(failure),
        };
        // The page begins before the newest known record. If it lacks that one, it was too short to begin there.
        let is_short = lost.is_some()
            && !records.is_empty()
            && flow.seen.as_ref().is_some_and(|seen| {
                newest.is_some() && !records.iter().any(|record| seen.knows(record.get()))
            });
        if let Some(lost) = lost {
            let what = match is_short {
                true => {
                    "more records were written than the server returns at once, and some are missing"
                }
                false => "the records of this time were read again",
            };
            flow.sender.note(lost.note(what)).await;
        }
        for record in records {
            if let ControlFlow::Break(end) = flow.event(record).await {
                return Ok(ControlFlow::Break(end));
            }
        }
        flow.turn();
        Ok(ControlFlow::Continue(()))
    }

    /// Reads a page.
    async fn read(
        &self,
        listening: &mut Listening<'_>,
        kept: &mut VecDeque<Came>,
        from: Option<Timestamp>,
    ) -> Result<Vec<Box<RawValue>>, Failure> {
        let row = self.query.operation;
        let mut arguments = self.arguments.clone();
        if let (Some(from), Some(since)) = (from, row.argument(self.since)) {
            let text = from.strftime("%Y-%m-%dT%H:%M:%S%.3fZ").to_string();
            arguments.set(since.name.clone(), since.ty.clone(), text.into());
        }
        let request = Request::untyped(self.query.schema, row, &arguments, &self.selection);
        let (attempt, counter) = (Attempt::default(), std::sync::Arc::default());
        let mut asking = pin!(self.query.perform(&request, &attempt, &counter));
        let sent = loop {
            if kept.len() >= KEPT || matches!(kept.back(), Some(None)) {
                break asking.await;
            }
            match select(asking, pin!(listening.next())).await {
                Either::Left((sent, _)) => break sent,
                Either::Right((came, rest)) => {
                    kept.push_back(came);
                    asking = rest;
                }
            }
        };
        let text = match sent? {
            Sent::Answered { text, .. } => text,
            Sent::Failed { failure, .. } => return Err(failure),
        };
        let records: Option<Vec<Option<Box<RawValue>>>> = serde_json::from_str(text.get())
            .map_err(|error| {
                let what = format!("{}: its answer is not a list of records", self.query.name());
                Failure::new(Exit::Partial, what).because(error)
            })?;
        Ok(records.into_iter().flatten().flatten().collect())
    }
}

/// Where a page begins that reads again what is missing.
fn begin(lost: Timestamp, newest: Option<Timestamp>) -> Timestamp {
    let first = newest.map_or(lost, |newest| newest.min(lost));
    first.saturating_sub(EARLIER).unwrap_or(first)
}
