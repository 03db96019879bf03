use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::fingerprint::Fingerprint;
use crate::outcome::Outcome;

/// What a run does with each row. [`requests`](super::requests) makes one from a function that returns an operation.
///
/// A run calls [`prepare`](Self::prepare), then [`send`](Self::send), and then [`follow`](Self::follow) if the row is
/// [`Waiting`](State::Waiting), for several rows at the same time, in the caller's task.
pub trait Worker {
    /// A row as the iterator of a run has it.
    type Row;
    /// A row that will be sent.
    type Ready;
    /// Identifies a row in its report, also if it was not run.
    type Label;
    /// What a row's report carries besides its state.
    type Output;

    /// Identifies a row in the journal. Equal rows may have equal fingerprints: a run counts them. It is not called
    /// without a journal.
    fn fingerprint(&self, row: &Self::Row) -> Fingerprint;

    /// Identifies a row in its report.
    fn label(&self, row: &Self::Row) -> Self::Label;

    /// Prepares a row. It must change nothing on the server. `past` tells what earlier runs did with the row. After
    /// [`Past::Open`] and [`State::Unknown`] the row may have run, and this function decides whether it is sent
    /// again. After [`Past::Ended`] with another state than refused, not sent, unknown or skipped, it has run: see
    /// [`Run::follow`](super::Run::follow).
    fn prepare(
        &self,
        row: Self::Row,
        past: &Past,
    ) -> impl Future<Output = Prepared<Self::Ready, Self::Output>>;

    /// Sends a row. The journal already has its intent on disk.
    fn send(&self, ready: Self::Ready) -> impl Future<Output = End<Self::Output>>;

    /// Follows what a [`Waiting`](State::Waiting) row has begun, until that has ended. The journal already has on disk that
    /// the row ran, unless its end is [`late`](End::late). The row is not one of the run's
    /// [`jobs`](super::Run::jobs) any more, and a [`Stopper`](super::Stopper) does not end this.
    fn follow(&self, waiting: End<Self::Output>) -> impl Future<Output = End<Self::Output>> {
        std::future::ready(waiting)
    }
}

/// A row before it is sent.
#[derive(Clone, Debug)]
pub enum Prepared<R, O> {
    /// It ends here: nothing is sent.
    Decided(End<O>),
    /// It will be sent.
    Ready {
        /// What [`Worker::send`] gets.
        ready: R,
        /// What the journal keeps with the intent, such as resolved ids: no secrets.
        note: Option<Value>,
    },
}

/// How a row ended.
#[derive(Clone, Debug)]
pub struct End<O> {
    /// The state that the report and the journal have.
    pub state: State,
    /// What the report carries.
    pub output: Option<O>,
    /// What the journal keeps, such as the new id: no secrets. More than 64 KiB of JSON are not kept.
    pub note: Option<Value>,
    /// Whether the run stops: no other row is sent.
    pub stop: bool,
    /// The size of the output in bytes, while it waits for an earlier row.
    pub weight: usize,
    /// Whether the output holds a secret that exists nowhere else. The journal then records the end of the row only
    /// after [`Report::written`](super::Report::written), so that a row whose secret was not written stays open.
    pub late: bool,
}

impl<O> End<O> {
    /// Creates an end with this state and output, and nothing for the journal to keep.
    pub fn new(state: State, output: impl Into<Option<O>>) -> Self {
        End { state, output: output.into(), note: None, stop: false, weight: 0, late: false }
    }
}

/// The state of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// It ran.
    Done,
    /// What it would make exists already: nothing was sent.
    Exists,
    /// It ran, and part of the result is missing.
    Partial,
    /// It had no effect.
    Refused,
    /// Nothing reached the server.
    NotSent,
    /// It may or may not have run.
    Unknown,
    /// It was not run in this run, and the next one runs it. After [`Worker::send`], the journal records that it had no
    /// effect, for example because the token has ended.
    Skipped,
    /// The report tells what would happen. The journal does not record it.
    Planned,
    /// It ran, or exists, and what it began goes on: [`Worker::follow`] is called. After that, it went on for too long.
    Waiting,
    /// It ran, or exists, and what it began has ended well.
    Reached,
    /// It ran, or exists, and what it began has failed.
    Failed,
}

impl State {
    /// The state in one lower-case word: `done`, `exists`, `partial`, `refused`, `not-sent`, `unknown`, `skipped`,
    /// `planned`, `waiting`, `reached` or `failed`.
    pub const fn name(self) -> &'static str {
        match self {
            State::Done => "done",
            State::Exists => "exists",
            State::Partial => "partial",
            State::Refused => "refused",
            State::NotSent => "not-sent",
            State::Unknown => "unknown",
            State::Skipped => "skipped",
            State::Planned => "planned",
            State::Waiting => "waiting",
            State::Reached => "reached",
            State::Failed => "failed",
        }
    }

    /// Whether a run counts it as a failure: partial, refused, not sent, unknown, waiting at the end, or failed.
    pub const fn is_failure(self) -> bool {
        matches!(self, State::Partial | State::Refused | State::NotSent | State::Unknown)
            || matches!(self, State::Waiting | State::Failed)
    }

    /// Whether the journal records it, for a row that was sent or not.
    pub(super) const fn is_recorded(self, is_sent: bool) -> bool {
        match self {
            State::Planned => false,
            State::Skipped => is_sent,
            _ => true,
        }
    }
}

impl From<Outcome> for State {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Done => State::Done,
            Outcome::Partial => State::Partial,
            Outcome::NotSent => State::NotSent,
            Outcome::Refused => State::Refused,
            Outcome::Unknown => State::Unknown,
        }
    }
}

/// What a journal knows of a row.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub enum Past {
    /// Nothing.
    #[default]
    New,
    /// An earlier run was about to send it, and did not record how it ended.
    Open {
        /// When its intent was recorded.
        at: Timestamp,
        /// The note of [`Prepared::Ready`].
        note: Option<Value>,
    },
    /// It ended in an earlier run.
    Ended {
        /// How it ended.
        state: State,
        /// When that was recorded.
        at: Timestamp,
        /// The note of [`End`].
        note: Option<Value>,
    },
}

impl Past {
    /// The recorded state, if a run reports it without running the row again, and without following what it began.
    pub(super) fn told(&self, retry_failed: bool, follow: bool) -> Option<State> {
        let Past::Ended { state, .. } = self else { return None };
        match state {
            State::Unknown | State::Skipped => None,
            State::Refused | State::NotSent => Some(*state).filter(|_| !retry_failed),
            State::Waiting | State::Done | State::Exists if follow => None,
            State::Failed if follow => Some(*state).filter(|_| !retry_failed),
            State::Waiting | State::Reached | State::Failed if !follow => Some(State::Done),
            state => Some(*state),
        }
    }

    /// Whether the row ran in an earlier run: it can only be followed.
    pub(super) fn has_run(&self) -> bool {
        self.told(true, false).is_some()
    }
}
