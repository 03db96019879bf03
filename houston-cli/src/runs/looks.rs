//! Rows that wait for what they have begun: when each of them may look, and how many there are.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use houston_client::rows::{End, State};
use houston_client::schema::Operation;
use jiff::Timestamp;
use serde_json::Value;
use tokio::sync::{Semaphore, SemaphorePermit, watch};
use tokio::time::{Instant, sleep_until};

use super::note;
use super::report::Word;
use super::told::{Ended, Told};
use super::watch::Watch;
use crate::call::Call;
use crate::call::steps::Steps;
use crate::failure::{Code, Exit, Failure};
use crate::rows::Row;
use crate::terminal::output;
use crate::waiting::begun::{self, Begun, Seen, Watched};

/// The time between two looks of a run, however many rows wait.
const PACE: Duration = Duration::from_millis(100);

/// How many looks are on their way at the same time.
const MOST: usize = 10;

/// The looks of all rows of a run.
#[derive(Debug)]
pub(crate) struct Looks {
    /// Whether rows wait for what they begin.
    pub(super) waits: bool,
    turns: Semaphore,
    /// When the next look may start.
    next: Cell<Instant>,
    /// How many rows wait.
    pub(super) waiting: Rc<Cell<u64>>,
    /// Whether no row waits any longer.
    stopped: watch::Sender<bool>,
}

impl Looks {
    /// The looks of a run, if its rows wait.
    pub(super) fn new(waits: bool) -> Self {
        Looks {
            waits,
            turns: Semaphore::new(MOST),
            next: Cell::new(Instant::now()),
            waiting: Rc::default(),
            stopped: watch::Sender::new(false),
        }
    }

    /// Waits until one more row may look: those that have waited longest first.
    async fn turn(&self) -> Option<SemaphorePermit<'_>> {
        // It is never closed.
        let permit = self.turns.acquire().await.ok();
        let now = self.next.get().max(Instant::now());
        self.next.set(now + PACE);
        sleep_until(now).await;
        permit
    }

    /// Ends all waits.
    pub(super) fn stop(&self) {
        self.stopped.send_replace(true);
    }

    /// A row that is done waits for what it has begun, if that is asked for. `is_sent` tells whether it changed something
    /// just now.
    pub(super) fn begin(
        &self,
        end: &mut Ended,
        operation: &Operation,
        id: Option<String>,
        is_sent: bool,
    ) {
        if !self.waits || !matches!(end.state, State::Done | State::Exists) {
            return;
        }
        let told = end.output.get_or_insert_default();
        match id.or_else(|| told.id.clone()) {
            Some(id) => {
                told.watched = Some(Watched::new(operation, id, is_sent));
                end.state = State::Waiting;
            }
            None => {
                told.error = Some("it is done, but no id is known to wait for".to_owned());
                told.code = Some(Code::Partial.word());
                end.state = State::Partial;
            }
        }
    }

    /// A row that an earlier run has sent waits on.
    pub(super) async fn on(
        &self,
        call: &Call<'_>,
        steps: Steps<'_>,
        row: Row,
        note: Value,
        at: Timestamp,
    ) -> Ended {
        let id = note["id"].as_str().map(str::to_owned);
        output::note("already done in an earlier run: this run only waits");
        let told = Told { id, watched: note::watched(&note), ..Told::default() };
        if told.watched.is_some() {
            return End::new(State::Waiting, told);
        }
        // The earlier run did not wait.
        let (mut arguments, mut end) = (row.arguments, End::new(State::Done, told));
        let found = steps.look_up(call, &mut arguments, row.lookups).await;
        let id = found.ok().and_then(|_| begun::id(call.operation, &arguments, ""));
        self.begin(&mut end, call.operation, id, true);
        let watched = end.output.as_mut().and_then(|told| told.watched.as_mut());
        watched
            .and_then(|watched| watched.since.as_mut())
            .into_iter()
            .for_each(|since| *since = at);
        end
    }

    /// Waits for what a row has begun.
    pub(super) async fn follow(&self, call: &Call<'_>, watch: &Watch, end: Ended) -> Ended {
        let mut told = end.output.unwrap_or_default();
        let call = &call.another();
        let begun = told.watched.clone().and_then(|of| Begun::of(call, call.operation, of));
        let Some(begun) = begun else { return End { output: Some(told), ..end } };
        let failure = match self.wait(call, &begun).await {
            None => {
                output::note("it is done, and its wait was stopped");
                told.word = Some(Word::Done);
                return End { output: Some(told), ..end };
            }
            Some(Ok(seen)) => match begun.told(&seen) {
                Ok(text) => {
                    output::note(text);
                    return End { state: State::Reached, output: Some(told), ..end };
                }
                Err(failure) => failure,
            },
            Some(Err(failure)) => failure,
        };
        let state = match failure.exit {
            Exit::WaitFailed => State::Failed,
            _ => State::Waiting,
        };
        if !matches!(failure.exit, Exit::WaitFailed | Exit::TimeIsUp) {
            told.word = Some(Word::Partial);
        }
        (told.error, told.code) = (Some(failure.told().to_owned()), Some(failure.word()));
        told.details = failure.lines();
        // With a journal, the same command waits on.
        let is_next = match failure.exit {
            Exit::WaitFailed => true,
            Exit::TimeIsUp => call.options.rows.no_journal,
            _ => false,
        };
        told.next = begun.next(failure.exit).filter(|_| is_next).into_iter().collect();
        let stop = watch.stops(call, &format!("state {}", begun.id()), failure).await;
        End { state, stop, output: Some(told), ..end }
    }

    /// Waits for what a row has begun; `None` if the run stops before.
    async fn wait(&self, call: &Call<'_>, begun: &Begun<'_>) -> Option<Result<Seen, Failure>> {
        let _counted = Counted::new(&self.waiting);
        let mut stopped = self.stopped.subscribe();
        tokio::select! {
            seen = begun.wait(call, || self.turn(), |_| ()) => Some(seen),
            _ = stopped.wait_for(|stopped| *stopped) => None,
        }
    }
}

/// A row that waits.
struct Counted<'c>(&'c Cell<u64>);

impl<'c> Counted<'c> {
    fn new(count: &'c Cell<u64>) -> Self {
        count.set(count.get() + 1);
        Counted(count)
    }
}

impl Drop for Counted<'_> {
    fn drop(&mut self) {
        self.0.set(self.0.get() - 1);
    }
}
