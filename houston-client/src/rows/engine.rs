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
    pub(super) every: Option<Duration>,
}

/// An item of the stream.
type Item<W> = Result<Report<<W as Worker>::Label, <W as Worker>::Output>, Error>;

/// The place of a row among the reports that are to come.
enum Slot<L, O> {
    Running(L),
    /// It ended, and its end is on the way to the disk.
    Recording(Written, Report<L, O>, usize),
    Ready(Report<L, O>, usize),
    /// The journal failed before the row was sent.
    Unsent,
}

/// A running stream of reports.
pub(super) struct Engine<'w, W: Worker, I: Iterator, M, F> {
    worker: &'w W,
    rows: Fuse<I>,
    /// A row that was read and may not start yet.
    held: Option<Job<W::Row>>,
    /// Makes the future of a row.
    make: M,
    running: FuturesUnordered<F>,
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
impl<W: Worker, I: Iterator, M, F> Unpin for Engine<'_, W, I, M, F> {}

impl<'w, W, I, M, F> Engine<'w, W, I, M, F>
where
    W: Worker,
    I: Iterator<Item = W::Row>,
    M: FnMut(Job<W::Row>) -> F,
    F: Future<Output = Finished<W::Output>>,
{
    pub(super) fn new(
        worker: &'w W,
        rows: I,
        make: M,
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
            let told = job.past.told(self.settings.retry_failed);
            let state = match told {
                None if self.stopper.stopped().is_none() => {
                    let may_start = self.running.len() < self.settings.jobs
                        && self.pace.poll(context).is_ready();
                    if !may_start {
                        self.held = Some(job);
                        return;
                    }
                    self.running.push((self.make)(job));
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

    /// Puts a row that has ended in its place.
    fn place(&mut self, finished: Finished<W::Output>) {
        let Finished { number, past, kept, took, how } = finished;
        let at = usize::try_from(number - self.first).unwrap_or(usize::MAX);
        let Some(slot) = self.window.get_mut(at) else { return };
        let Slot::Running(label) = std::mem::replace(slot, Slot::Unsent) else { return };
        let is_sent = matches!(how, How::Ended(_));
        let end = match how {
            How::Decided(end) | How::Ended(end) => end,
            How::Stopped => End::new(State::Skipped, None),
            How::Unrecorded => {
                self.fail();
                return;
            }
        };
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
                Some(Slot::Running(_)) => return Poll::Pending,
                Some(Slot::Recording(written, ..)) => ready!(Pin::new(written).poll(context)),
                Some(Slot::Ready(..) | Slot::Unsent) => true,
            };
            let Some(slot) = self.window.pop_front() else { return Poll::Ready(None) };
            self.first += 1;
            let (Slot::Recording(_, report, weight) | Slot::Ready(report, weight)) = slot else {
                continue;
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
            match Pin::new(&mut self.running).poll_next(context) {
                Poll::Ready(Some(finished)) => self.place(finished),
                Poll::Ready(None) | Poll::Pending => break,
            }
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

impl<W, I, M, F> Stream for Engine<'_, W, I, M, F>
where
    W: Worker,
    I: Iterator<Item = W::Row>,
    M: FnMut(Job<W::Row>) -> F,
    F: Future<Output = Finished<W::Output>>,
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
impl<W: Worker, I: Iterator, M, F> Drop for Engine<'_, W, I, M, F> {
    fn drop(&mut self) {
        if let Some((writer, thread)) = self.writing.take() {
            writer.end();
            let _ = thread.join();
        }
    }
}
