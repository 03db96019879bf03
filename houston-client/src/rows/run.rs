use std::sync::Arc;
#[cfg(feature = "transport")]
use std::time::Duration;

use futures_util::Stream;

use super::engine::{Engine, Settings};
use super::error::Error;
use super::job::{follow, row};
use super::journal::Journal;
use super::report::Report;
use super::stop::Stopper;
use super::worker::Worker;

/// Configures a run of rows; [`run`] creates it and [`start`](Self::start) starts it.
#[must_use]
pub struct Run<'w, W, I> {
    worker: &'w W,
    rows: I,
    settings: Settings,
    journal: Option<Arc<dyn Journal>>,
    stopper: Stopper,
}

/// Runs these rows with this worker.
pub fn run<W, I>(worker: &W, rows: I) -> Run<'_, W, I::IntoIter>
where
    W: Worker,
    I: IntoIterator<Item = W::Row>,
{
    let settings = Settings {
        jobs: 4,
        ahead: 1_000,
        weight: 16 << 20,
        stop_after: None,
        retry_failed: false,
        follow: false,
        every: None,
    };
    Run { worker, rows: rows.into_iter(), settings, journal: None, stopper: Stopper::default() }
}

impl<'w, W: Worker, I: Iterator<Item = W::Row>> Run<'w, W, I> {
    /// Sets how many rows are prepared or sent at the same time: 4 by default, and at least 1.
    pub fn jobs(mut self, jobs: usize) -> Self {
        self.settings.jobs = jobs.max(1);
        self
    }

    /// Sets how many rows may end, or be followed, before an earlier one ends: 1,000 by default, and at least 1. Their outputs
    /// have at most 16 MiB of [`weight`](super::End::weight). Beyond either, no other row starts until the earlier one has
    /// ended.
    pub fn ahead(mut self, rows: usize) -> Self {
        self.settings.ahead = rows.max(1);
        self
    }

    /// Sets the time between the starts of two rows. Without it, a row starts when another one ends. The run then
    /// needs a tokio runtime with timers.
    #[cfg(feature = "transport")]
    pub fn every(mut self, time: Duration) -> Self {
        self.settings.every = Some(time);
        self
    }

    /// Stops the run after so many [failures](super::State::is_failure) in this run.
    pub fn stop_after(mut self, failures: u64) -> Self {
        self.settings.stop_after = Some(failures);
        self
    }

    /// Runs rows again that an earlier run ended as refused or not sent, and follows those again that have failed.
    pub fn retry_failed(mut self, retry: bool) -> Self {
        self.settings.retry_failed = retry;
        self
    }

    /// Also hands rows to [`Worker::prepare`] that ran in an earlier run and whose follow has not ended: those that are
    /// [`Waiting`](super::State::Waiting), [`Done`](super::State::Done) or [`Exists`](super::State::Exists). The worker
    /// must not send them again. Without this, [`Worker::follow`] is not called for them, and they are told as done.
    pub fn follow(mut self, follow: bool) -> Self {
        self.settings.follow = follow;
        self
    }

    /// Records the run in this journal, and leaves out what it records as done.
    pub fn journal(mut self, journal: impl Journal + 'static) -> Self {
        self.journal = Some(Arc::new(journal));
        self
    }

    /// Returns what stops the run.
    pub fn stopper(&self) -> Stopper {
        self.stopper.clone()
    }

    /// Starts the run: a stream of reports in the order of the rows, one for each row. After a
    /// [stop](super::Stop), it still reports every row; those that were not sent are
    /// [`Skipped`](super::State::Skipped), or told from the journal.
    ///
    /// The run makes progress while the stream is polled. A dropped stream sends nothing more. The rows that were being
    /// sent then stay open in the journal, and the next run gets them as [`Past::Open`](super::Past::Open).
    ///
    /// # Errors
    ///
    /// An item is an error if the journal fails. The run has then sent nothing more; it has waited for the rows in
    /// flight, and the stream ends.
    pub fn start(
        self,
    ) -> impl Stream<Item = Result<Report<W::Label, W::Output>, Error>> + Unpin + use<'w, W, I>
    {
        let Run { worker, rows, settings, journal, stopper } = self;
        let own = stopper.clone();
        let make = move |job| row(worker, job, own.clone());
        let follow = move |followed| follow(worker, followed);
        Engine::new(worker, rows, (make, follow), settings, journal, stopper)
    }
}
