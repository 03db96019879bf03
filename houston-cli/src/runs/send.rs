//! Runs checked rows, and reports each of them.

use std::cell::RefCell;
use std::mem::take;
use std::pin::pin;
use std::rc::Rc;

use futures_util::{FutureExt, Stream, StreamExt};
use houston_client::rows::{self, Past, Report, State, Stopper};

use super::causes::Causes;
use super::keys::{Keys, KeysFile};
use super::looks::Looks;
use super::note;
use super::progress::Progress;
use super::report::{Line, Word, Writer};
use super::rest::Rest;
use super::told::{Label, Told};
use crate::call::Call;
use crate::call::runtime::stop_signal;
use crate::failure::{Code, Exit, Failure};
use crate::rows::Checked;
use crate::terminal::output;
use crate::terminal::text::plain;
use crate::waiting::begun;

/// Where the reports of a run go.
pub(super) struct Sink<'s> {
    call: &'s Call<'s>,
    pub(super) writer: Writer,
    pub(super) progress: Progress,
    pub(super) keys: &'s Keys,
    pub(super) keys_file: Option<&'s RefCell<KeysFile>>,
    looks: &'s Looks,
    causes: Causes,
    rest: Rest,
    /// How many rows the journal knew.
    known: usize,
    /// How many rows are told as an earlier run left them.
    told: u64,
}

/// What is said after the first signal.
const STOPPING: &str = "stopping: rows that are being sent end first; a second signal ends at once";

/// The same, if rows wait.
const STOPPING_WAITS: &str = "stopping: rows that are being sent end first, and no row waits any longer; a second signal ends at once";

/// The stream's items.
type Item = Result<Report<Label, Told>, rows::Error>;

/// What a run waits for.
#[allow(clippy::large_enum_variant, reason = "one lives at a time")]
enum Event {
    Next(Option<Item>),
    Signal(Exit),
    Time,
}

/// What was reported of a run.
pub(super) struct Drained {
    pub(super) progress: Progress,
    pub(super) causes: Causes,
    /// The exit code of the signal that ended it.
    pub(super) signal: Option<Exit>,
    /// How many rows the journal knew.
    pub(super) known: usize,
    /// How many rows are told as an earlier run left them.
    pub(super) told: u64,
    /// Why not all rows were reported.
    pub(super) broken: Option<Failure>,
}

impl<'s> Sink<'s> {
    pub(super) fn new(
        writer: Writer,
        rows: u64,
        keys: &'s Keys,
        keys_file: Option<&'s RefCell<KeysFile>>,
        (call, looks): (&'s Call<'s>, &'s Looks),
    ) -> Self {
        Sink {
            call,
            writer,
            progress: Progress::new(rows, looks.waits, Rc::clone(&looks.waiting)),
            keys,
            keys_file,
            looks,
            causes: Causes::default(),
            rest: Rest::default(),
            known: 0,
            told: 0,
        }
    }

    /// Writes the report of a row. The journal records a row with a key only after this.
    fn add(&mut self, mut report: Report<Label, Told>) -> Result<(), Failure> {
        let is_late = report.output.as_ref().is_some_and(|told| self.keys.are_in(&told.data));
        self.known += usize::from(report.past != Past::New);
        self.told += u64::from(report.is_told);
        let mut told = report.output.take().unwrap_or_default();
        let (details, mut next) = (take(&mut told.details), take(&mut told.next));
        let is_told = report.is_told;
        next.extend(why_before(self.call, &report));
        let mut line = line(&report, told);
        // A table has the next steps at its end.
        if !self.writer.is_table() {
            line.notes.extend(next.first().cloned());
        }
        if let Some(file) = self.keys_file.filter(|_| is_late) {
            file.borrow_mut().add(self.keys, &line)?;
            self.keys.mask(&mut line.data);
        }
        let Sink { writer, progress, .. } = self;
        let is_seen = writer.is_seen();
        let mut write = || {
            writer.row(&line)?;
            match is_late && self.keys_file.is_none() {
                true => writer.keep(),
                // Nothing of the row may follow once the bar is on the screen again.
                false if is_seen => writer.flush(),
                false => Ok(()),
            }
        };
        if is_seen { progress.apart(write) } else { write() }?;
        report.written();
        self.rest.reported(report.row);
        progress.add(line.outcome);
        self.causes.add(&line, details, &next, is_told);
        Ok(())
    }

    /// Writes the lines of the rows that the run could not report.
    fn complete(&mut self, checked: &Checked<'_>) -> Result<(), Failure> {
        let Sink { rest, writer, progress, .. } = self;
        if progress.counts.all() == progress.rows {
            return Ok(());
        }
        rest.lines(checked).try_for_each(|line| {
            progress.counts.add(line.outcome);
            writer.row(&line)
        })
    }

    /// Reports all rows of a run. The first signal stops it after the rows that are being sent; a second one ends the process.
    pub(super) async fn drain(
        mut self,
        reports: impl Stream<Item = Item> + Unpin,
        stopper: &Stopper,
        checked: &Checked<'_>,
    ) -> Drained {
        let mut signal = None;
        let drained = self.all(reports, stopper, &mut signal).await;
        self.progress.end();
        // What was reported before a failure stays.
        let ended = self.complete(checked).and_then(|()| self.writer.end());
        Drained {
            progress: self.progress,
            causes: self.causes,
            signal,
            known: self.known,
            told: self.told,
            broken: drained.and(ended).err(),
        }
    }

    async fn all(
        &mut self,
        mut reports: impl Stream<Item = Item> + Unpin,
        stopper: &Stopper,
        signal: &mut Option<Exit>,
    ) -> Result<(), Failure> {
        let failed = |error: std::io::Error| {
            Failure::new(Exit::Internal, "cannot wait for signals").because(error)
        };
        let (stopped, caught) = stop_signal().map_err(failed)?;
        let (mut stopped, mut caught) = (pin!(stopped), Some(caught));
        loop {
            // A signal is heard also while reports come without a pause.
            let heard = caught.as_ref().and_then(|_| stopped.as_mut().now_or_never());
            let event = match (heard, &caught) {
                (Some(exit), _) => Event::Signal(exit),
                (None, caught) => match reports.next().now_or_never() {
                    Some(next) => Event::Next(next),
                    None => {
                        self.writer.flush()?;
                        tokio::select! {
                            biased;
                            next = reports.next() => Event::Next(next),
                            exit = &mut stopped, if caught.is_some() => Event::Signal(exit),
                            () = tokio::time::sleep(self.progress.wait()) => Event::Time,
                        }
                    }
                },
            };
            match event {
                Event::Next(None) => {
                    self.rest.open([]);
                    return Ok(());
                }
                Event::Next(Some(Ok(report))) => self.add(report)?,
                Event::Next(Some(Err(error))) => {
                    self.rest.open(error.in_flight().iter().map(|(place, _)| *place));
                    return Err(broken(error));
                }
                Event::Time => self.progress.tell(),
                Event::Signal(exit) => {
                    *signal = Some(exit);
                    let text = match self.looks.waiting.get() {
                        0 => STOPPING,
                        _ => STOPPING_WAITS,
                    };
                    stopper.stop();
                    self.looks.stop();
                    // From now on, a signal has its usual effect.
                    caught = None;
                    output::note(text);
                }
            }
        }
    }
}

/// The report of a row.
fn line(report: &Report<Label, Told>, told: Told) -> Line {
    let Told { word, id, attempts, error, code, notes, data, .. } = told;
    let Label { row, line, key } = report.label.clone();
    let mut line = Line {
        row,
        line,
        key,
        outcome: word.unwrap_or_else(|| Word::of(report.state)),
        id,
        attempts,
        milliseconds: u64::try_from(report.took.as_millis()).unwrap_or(u64::MAX),
        error,
        code: code.map(str::to_owned),
        notes,
        data,
    };
    if report.is_told
        && let Past::Ended { note, .. } = &report.past
    {
        let text = |name: &str| note.as_ref()?[name].as_str().map(str::to_owned);
        (line.id, line.error, line.code) = (text("id"), text("error"), text("code"));
        line.notes.push(told_before(line.outcome).to_owned());
    }
    line
}

/// The step that shows why what a row has begun had failed in an earlier run.
fn why_before(call: &Call<'_>, report: &Report<Label, Told>) -> Option<String> {
    match &report.past {
        Past::Ended { state: State::Failed, note: Some(note), .. } if report.is_told => {
            begun::why(call, call.operation, &note::watched(note)?.id)
        }
        _ => None,
    }
}

/// What is said of a row that ended in an earlier run.
fn told_before(outcome: Word) -> &'static str {
    match outcome {
        Word::Failed => "failed in an earlier run; --retry-failed looks at it again",
        Word::Refused | Word::NotSent => "failed in an earlier run; --retry-failed runs it again",
        _ => "already done in an earlier run",
    }
}

/// The failure of a run whose journal failed.
fn broken(error: rows::Error) -> Failure {
    let exit = if error.in_flight().is_empty() { Exit::Internal } else { Exit::RowsUnknown };
    let what = plain(&error.to_string());
    Failure::new(exit, what)
        .because_source_of(error)
        .code(Code::Journal)
        .detail("Nothing was sent after that.")
        .help("Make room on the disk or repair it, then run the same command again: it goes on where this run stopped.")
}
