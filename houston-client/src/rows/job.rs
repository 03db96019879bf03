use std::time::Instant;

use super::fingerprint::Fingerprint;
use super::journal::{Record, Writer};
use super::stop::Stopper;
use super::worker::{End, Past, Prepared, State, Worker};

/// A row that starts.
pub(super) struct Job<R> {
    pub(super) number: u64,
    pub(super) row: R,
    pub(super) past: Past,
    /// Where it is recorded, and as what.
    pub(super) kept: Option<(Writer, Fingerprint)>,
}

/// A row that this run prepared.
pub(super) struct Finished<O> {
    pub(super) number: u64,
    pub(super) past: Past,
    pub(super) kept: Option<(Writer, Fingerprint)>,
    pub(super) started: Instant,
    pub(super) how: How<O>,
}

pub(super) enum How<O> {
    /// It was not sent.
    Decided(End<O>),
    Ended(End<O>),
    /// The run was stopped before it was sent.
    Stopped,
    /// The journal could not take its intent: it was not sent. With a state, it has run.
    Unrecorded(Option<State>),
}

impl<O> How<O> {
    /// The size of a row that is to be followed, and whether it is late.
    pub(super) fn followed(&self) -> Option<(usize, bool)> {
        match self {
            How::Decided(end) | How::Ended(end) if end.state == State::Waiting => {
                Some((end.weight, end.late))
            }
            _ => None,
        }
    }
}

/// Runs one row.
pub(super) async fn row<W: Worker>(
    worker: &W,
    job: Job<W::Row>,
    stopper: Stopper,
) -> Finished<W::Output> {
    let started = Instant::now();
    let Job { number, row, past, kept } = job;
    let how = match worker.prepare(row, &past).await {
        Prepared::Decided(end) => How::Decided(end),
        Prepared::Ready { .. } if stopper.stopped().is_some() => How::Stopped,
        Prepared::Ready { ready, note } => {
            let is_recorded = match &kept {
                Some((writer, row)) => writer.append(Some(Record::new(*row, None, note))).await,
                None => true,
            };
            if is_recorded { How::Ended(worker.send(ready).await) } else { How::Unrecorded(None) }
        }
    };
    Finished { number, past, kept, started, how }
}

/// Follows what a row has begun, once it is recorded.
pub(super) async fn follow<W: Worker>(
    worker: &W,
    followed: Finished<W::Output>,
) -> Finished<W::Output> {
    let Finished { number, past, kept, started, how } = followed;
    let how = match how {
        How::Decided(mut end) | How::Ended(mut end) => {
            // What must be shown before it is recorded stays open: it can be read again then.
            let record = kept.as_ref().filter(|_| !end.late);
            let is_recorded = match record {
                Some((writer, row)) => {
                    let record = Record::new(*row, Some(end.state), end.note.take());
                    writer.append(Some(record)).await
                }
                None => true,
            };
            match is_recorded {
                true => How::Ended(worker.follow(end).await),
                false => How::Unrecorded(Some(end.state)),
            }
        }
        how => how,
    };
    Finished { number, past, kept, started, how }
}
