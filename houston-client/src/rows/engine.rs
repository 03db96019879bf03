//! Runs rows and puts their reports in order.

use std::collections::VecDeque;
use std::io;
use std::iter::Fuse;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::thread::JoinHandle;
use std::time::Duration;

use futures_util::stream::{FuturesUnordered, Stream};

use super::error::Error;
use super::job::{Finished, How, Job};
use super::journal::{Journal, Record, Writer, Written};
use super::pace::Pace;
use super::report::Report;
use super::stop::{Stop, Stopper};
use super::worker::{End, Past, State, Worker};

/// What a run may do.
pub(super) struct Settings {
    pub(super) jobs: usize,
    pub(super) ahead: usize,
    /// The bytes that may wait for an earlier row.
    pub(super) weight: usize,
    pub(super) stop_after: Option<u64>,
    pub(super) retry_failed: bool,
    pub(super) follow: bool,
    pub(super) every: Option<Duration>,
}

/// An item of the stream.
type Item<W> = Result<Report<<W as Worker>::Label, <W as Worker>::Output>, Error>;

/// The place of a row among the reports that are to come.
enum Slot<L, O> {
    Running(L),
    /// It ran, and what it began is followed: so many bytes wait.
    Followed(L, usize, Late),
    /// It ended, and its end is on the way to the disk.
    Recording(Written, Report<L, O>, usize),
    Ready(Report<L, O>, usize),
    /// The journal failed. With a state, the row had run.
    Lost(Option<State>),
}

/// Whether a row is recorded only after its report was written.
type Late = bool;

/// A running stream of reports.
pub(super) struct Engine<'w, W: Worker, I: Iterator, M, F, N, G> {
    worker: &'w W,
    rows: Fuse<I>,
    /// A row that was read and may not start yet.
    held: Option<Job<W::Row>>,
    /// Make the futures of a row: that which runs it, and that which follows it.
    make: (M, N),
    running: FuturesUnordered<F>,
    followed: FuturesUnordered<G>,
    window: VecDeque<Slot<W::Label, W::Output>>,
    /// The number of the row in front of the window.
    first: u64,
    /// The bytes that wait in the window.
    weight: usize,
    failures: u64,
    settings: Settings,
    pace: Pace,
    stopper: Stopper,
    journal: Option<Arc<dyn Journal>>,
    writing: Option<(Writer, JoinHandle<()>)>,
    /// Whether a report was late, so that its end may come after the last report.
    has_late: bool,
    flush: Option<Written>,
    broken: Option<(&'static str, io::Error)>,
    /// Rows that were in flight when the journal failed.
    lost: Vec<(u64, Option<State>)>,
    is_over: bool,
}

/// Nothing is pinned inside it.
impl<W: Worker, I: Iterator, M, F, N, G> Unpin for Engine<'_, W, I, M, F, N, G> {}

impl<'w, W, I, M, F, N, G> Engine<'w, W, I, M, F, N, G>
where
    W: Worker,
    I: Iterator<Item = W::Row>,
    M: FnMut(Job<W::Row>) -> F,
    F: Future<Output = Finished<W::Output>>,
    N: FnMut(Finished<W::Output>) -> G,
    G: Future<Output = Finished<W::Output>>,
{
    pub(super) fn new(
        worker: &'w W,
        rows: I,
        make: (M, N),
        settings: Settings,
        journal: Option<Arc<dyn Journal>>,
        stopper: Stopper,
    ) -> Self {
        let started = journal.clone().map(Writer::start).transpose();
        let (writing, broken) = match started {
            Ok(writing) => (writing, None),
            Err(error) => (None, Some(("cannot start a thread for the journal", error))),
        };
        Engine {
            worker,
            rows: rows.fuse(),
            held: None,
            make,
            running: FuturesUnordered::new(),
            followed: FuturesUnordered::new(),
            window: VecDeque::new(),
            first: 1,
            weight: 0,
            failures: 0,
            pace: Pace::new(settings.every),
            settings,
            stopper,
            journal,
            writing,
            has_late: false,
            flush: None,
            broken,
            lost: Vec::new(),
            is_over: false,
        }
    }

    /// Reads rows: starts them as far as it may, and reports those that are not run.
    fn fill(&mut self, context: &mut Context<'_>) {
        while self.broken.is_none() && self.has_room() {
            let Some(job) = self.held.take().or_else(|| self.read()) else { return };
            let label = self.worker.label(&job.row);
            let Settings { retry_failed, follow, .. } = self.settings;
            let is_stopped = self.stopper.stopped().is_some();
            let told = job.past.told(retry_failed, follow && !is_stopped);
            let state = match told {
                None if !is_stopped => {
                    // A row that has run is not sent.
                    let may_start = self.running.len() < self.settings.jobs
                        && (job.past.has_run() || self.pace.poll(context).is_ready());
                    if !may_start {
                        self.held = Some(job);
                        return;
                    }
                    self.running.push((self.make.0)(job));
                    self.window.push_back(Slot::Running(label));
                    continue;
                }
                None => State::Skipped,
                Some(state) => state,
            };
            let report = Report {
                row: job.number,
                label,
                state,
                output: None,
                past: job.past,
                is_told: told.is_some(),
                took: Duration::ZERO,
                late: None,
            };
            self.window.push_back(Slot::Ready(report, 0));
        }
    }

    fn has_room(&self) -> bool {
        self.window.len() < self.settings.ahead && self.weight < self.settings.weight
    }

    fn read(&mut self) -> Option<Job<W::Row>> {
        let row = self.rows.next()?;
        let number = self.first + self.window.len() as u64;
        let (Some(journal), Some((writer, _))) = (&self.journal, &self.writing) else {
            return Some(Job { number, row, past: Past::New, kept: None });
        };
        match journal.next(self.worker.fingerprint(&row)) {
            Ok((own, past)) => Some(Job { number, row, past, kept: Some((writer.clone(), own)) }),
            Err(error) => {
                self.broken = Some(("cannot read the journal", error));
                None
            }
        }
    }

    /// The next row whose future has ended.
    fn finished(&mut self, context: &mut Context<'_>) -> Option<Finished<W::Output>> {
        if let Poll::Ready(Some(finished)) = Pin::new(&mut self.running).poll_next(context) {
            return Some(finished);
        }
        match Pin::new(&mut self.followed).poll_next(context) {
            Poll::Ready(followed) => followed,
            Poll::Pending => None,
        }
    }

    /// Puts a row that has ended in its place.
    fn place(&mut self, finished: Finished<W::Output>) {
        let at = finished.number.checked_sub(self.first).and_then(|at| usize::try_from(at).ok());
        let Some(slot) = at.and_then(|at| self.window.get_mut(at)) else { return };
        let label = match std::mem::replace(slot, Slot::Lost(None)) {
            Slot::Running(label) => {
                if let Some((weight, late)) = finished.how.followed() {
                    self.weight += weight;
                    *slot = Slot::Followed(label, weight, late);
                    self.followed.push((self.make.1)(finished));
                    return;
                }
                label
            }
            Slot::Followed(label, weight, _) => {
                self.weight -= weight;
                label
            }
            _ => return,
        };
        let Finished { past, kept, started, how, number } = finished;
        let is_sent = matches!(how, How::Ended(_));
        let end = match how {
            How::Decided(end) | How::Ended(end) => end,
            How::Stopped => End::new(State::Skipped, None),
            How::Unrecorded(state) => {
                *slot = Slot::Lost(state);
                self.fail();
                return;
            }
        };
        let took = started.elapsed();
        let End { state, output, note, stop, weight, late } = end;
        self.weight += weight;
        let mut report =
            Report { row: number, label, state, output, past, is_told: false, took, late: None };
        let record = kept.filter(|_| state.is_recorded(is_sent));
        let record = record.map(|(writer, row)| (writer, Record::new(row, Some(state), note)));
        *slot = match record {
            Some((writer, record)) if !late => {
                Slot::Recording(writer.append(Some(record)), report, weight)
            }
            record => {
                report.late = record;
                Slot::Ready(report, weight)
            }
        };
        if state.is_failure() {
            self.failures += 1;
            if self.settings.stop_after.is_some_and(|limit| self.failures >= limit) {
                self.stopper.because(Stop::Failures);
            }
        }
        if stop {
            self.stopper.because(Stop::Row);
        }
    }

    fn fail(&mut self) {
        if let (None, Some((writer, _))) = (&self.broken, &self.writing) {
            self.broken = Some(("cannot write the journal", writer.failure()));
        }
    }

    /// Takes the report in front, if it is complete.
    fn front(&mut self, context: &mut Context<'_>) -> Poll<Option<Report<W::Label, W::Output>>> {
        loop {
            let is_written = match self.window.front_mut() {
                None => return Poll::Ready(None),
                // What it began goes on without us.
                Some(Slot::Followed(.., false)) if self.broken.is_some() => true,
                Some(Slot::Running(_) | Slot::Followed(..)) => return Poll::Pending,
                Some(Slot::Recording(written, ..)) => ready!(Pin::new(written).poll(context)),
                Some(Slot::Ready(..) | Slot::Lost(_)) => true,
            };
            let Some(slot) = self.window.pop_front() else { return Poll::Ready(None) };
            self.first += 1;
            let (report, weight) = match slot {
                Slot::Recording(_, report, weight) | Slot::Ready(report, weight) => {
                    (report, weight)
                }
                Slot::Lost(state) => {
                    self.lost.extend(state.map(|state| (self.first - 1, Some(state))));
                    continue;
                }
                Slot::Followed(..) => {
                    self.lost.push((self.first - 1, Some(State::Waiting)));
                    continue;
                }
                Slot::Running(_) => continue,
            };
            self.weight -= weight;
            if is_written {
                return Poll::Ready(Some(report));
            }
            self.fail();
            self.lost.push((report.row, Some(report.state)));
        }
    }

    fn step(&mut self, context: &mut Context<'_>) -> Poll<Option<Item<W>>> {
        loop {
            self.fill(context);
            let Some(finished) = self.finished(context) else { break };
            self.place(finished);
        }
        if let Some(report) = ready!(self.front(context)) {
            self.has_late |= report.late.is_some();
            return Poll::Ready(Some(Ok(report)));
        }
        if self.broken.is_none() && self.held.is_some() {
            // It waits for its time to start.
            return Poll::Pending;
        }
        if let Some((writer, _)) = self.writing.as_ref().filter(|_| self.has_late) {
            let flush = self.flush.get_or_insert_with(|| writer.append(None));
            if !ready!(Pin::new(flush).poll(context)) {
                self.fail();
            }
        }
        self.is_over = true;
        let lost = std::mem::take(&mut self.lost);
        let broken = self.broken.take();
        Poll::Ready(broken.map(|(what, source)| Err(Error::new(what, source, lost))))
    }
}

impl<W, I, M, F, N, G> Stream for Engine<'_, W, I, M, F, N, G>
where
    W: Worker,
    I: Iterator<Item = W::Row>,
    M: FnMut(Job<W::Row>) -> F,
    F: Future<Output = Finished<W::Output>>,
    N: FnMut(Finished<W::Output>) -> G,
    G: Future<Output = Finished<W::Output>>,
{
    type Item = Item<W>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if self.is_over {
            return Poll::Ready(None);
        }
        self.stopper.register(context.waker());
        self.step(context)
    }
}

/// Ends the thread of the journal behind what it was given.
impl<W: Worker, I: Iterator, M, F, N, G> Drop for Engine<'_, W, I, M, F, N, G> {
    fn drop(&mut self) {
        if let Some((writer, thread)) = self.writing.take() {
            writer.end();
            let _ = thread.join();
        }
    }
}
