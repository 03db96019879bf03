use std::time::{Duration, Instant};

use super::fingerprint::Fingerprint;
use super::journal::{Record, Writer};
use super::stop::Stopper;
use super::worker::{End, Past, Prepared, Worker};

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
    pub(super) took: Duration,
    pub(super) how: How<O>,
}

pub(super) enum How<O> {
    /// It was not sent.
    Decided(End<O>),
    Ended(End<O>),
    /// The run was stopped before it was sent.
    Stopped,
    /// The journal could not take its intent: it was not sent.
    Unrecorded,
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
            if is_recorded { How::Ended(worker.send(ready).await) } else { How::Unrecorded }
        }
    };
    Finished { number, past, kept, took: started.elapsed(), how }
}
