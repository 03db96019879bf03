//! The report of a run: one line for each row, in the order of the input.

use std::io::{self, BufWriter, ErrorKind, IsTerminal, Stdout, Write};

use houston_client::rows::State;
use serde::Serialize;
use serde_json::Value;

use crate::answer::format::{Format, Screen, record};
use crate::answer::pretty::compact;
use crate::failure::{Exit, Failure};
use crate::settings::options::Options;
use crate::terminal::text::plain;

/// What became of a row. The last ones are those of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Word {
    Done,
    Healthy,
    Exists,
    Failed,
    Timeout,
    Refused,
    Partial,
    NotSent,
    Unknown,
    Skipped,
    WouldCreate,
    WouldChange,
    WouldDelete,
    WouldRead,
    Differs,
    Gone,
}

impl Word {
    /// Every word, in the order of summaries.
    pub(crate) const ALL: [(Word, &str); 16] = [
        (Word::Done, "done"),
        (Word::Healthy, "healthy"),
        (Word::Exists, "exists"),
        (Word::Failed, "failed"),
        (Word::Timeout, "timeout"),
        (Word::Refused, "refused"),
        (Word::Partial, "partial"),
        (Word::NotSent, "not-sent"),
        (Word::Unknown, "unknown"),
        (Word::Skipped, "skipped"),
        (Word::WouldCreate, "would-create"),
        (Word::WouldChange, "would-change"),
        (Word::WouldDelete, "would-delete"),
        (Word::WouldRead, "would-read"),
        (Word::Differs, "differs"),
        (Word::Gone, "gone"),
    ];

    /// The words of rows that failed.
    pub(crate) const FAILED: [Word; 6] =
        [Word::Failed, Word::Timeout, Word::Refused, Word::Partial, Word::NotSent, Word::Differs];

    /// The word for a state.
    pub(crate) fn of(state: State) -> Self {
        match state {
            State::Done => Word::Done,
            State::Reached => Word::Healthy,
            State::Exists => Word::Exists,
            State::Failed => Word::Failed,
            State::Waiting => Word::Timeout,
            State::Refused => Word::Refused,
            State::Partial => Word::Partial,
            State::NotSent => Word::NotSent,
            State::Unknown => Word::Unknown,
            _ => Word::Skipped,
        }
    }

    pub(crate) fn name(self) -> &'static str {
        Word::ALL[self as usize].1
    }
}

impl Serialize for Word {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

/// The report of one row.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Line {
    /// Its number, from 1.
    pub(crate) row: u64,
    /// Where it begins in the file.
    pub(crate) line: u64,
    /// What identifies its object.
    pub(crate) key: String,
    pub(crate) outcome: Word,
    pub(crate) id: Option<String>,
    /// How many requests the operation itself took in this run; 0 if it was not sent.
    pub(crate) attempts: u32,
    pub(crate) milliseconds: u64,
    pub(crate) error: Option<String>,
    pub(crate) code: Option<String>,
    pub(crate) notes: Vec<String>,
    /// The answer.
    pub(crate) data: Value,
}

/// The columns of a report without data.
pub(crate) const COLUMNS: [&str; 10] =
    ["row", "line", "key", "outcome", "id", "attempts", "milliseconds", "error", "code", "notes"];

/// How a report is written.
#[derive(Debug)]
enum Shape {
    Ndjson,
    /// Whether a row was written.
    Json(bool),
    /// The secret fields of answers, which have columns of their own; and where the report is read.
    Csv(Vec<String>, Screen),
    Table {
        keys: usize,
        /// The words of keys that the first rows have in common: they do not tell rows apart.
        common: Vec<String>,
        secrets: Vec<String>,
        /// Whether lines are cut at the end of the screen.
        width: Option<usize>,
    },
}

/// Writes a report to stdout.
#[derive(Debug)]
pub(crate) struct Writer {
    shape: Shape,
    to: BufWriter<Stdout>,
    /// Whether the reader is gone. The run goes on: it is not the reader's.
    closed: bool,
}

/// The formats of reports.
pub(crate) const FORMATS: [Format; 4] = [Format::Table, Format::Ndjson, Format::Json, Format::Csv];

impl Writer {
    /// Begins a report: by default a table on a terminal, and NDJSON otherwise. `secrets` are the secret fields of answers
    /// that it shows, and `first` the keys of the first rows.
    ///
    /// # Errors
    ///
    /// Fails if stdout cannot be written.
    pub(crate) fn new(
        options: &Options,
        secrets: Vec<String>,
        first: &[String],
    ) -> Result<Self, Failure> {
        let screen = options.screen();
        let usual = if screen.terminal { Format::Table } else { Format::Ndjson };
        let shape = match options.format.unwrap_or(usual) {
            Format::Json => Shape::Json(false),
            Format::Csv => Shape::Csv(secrets, screen),
            Format::Table => {
                let width = screen.width.map(usize::from);
                let common = common(first);
                let keys = first.iter().map(|key| without(key, &common).len()).max();
                let most = width.map_or(60, |width| width.saturating_sub(BESIDE).clamp(12, 60));
                // Later rows can have longer keys.
                let keys = (keys.unwrap_or_default() + 8).min(most);
                Shape::Table { keys, common, secrets, width }
            }
            _ => Shape::Ndjson,
        };
        let mut writer = Writer { shape, to: BufWriter::new(io::stdout()), closed: false };
        writer.head()?;
        Ok(writer)
    }

    fn head(&mut self) -> Result<(), Failure> {
        let text = match &self.shape {
            Shape::Ndjson => return Ok(()),
            Shape::Json(_) => "[".to_owned(),
            Shape::Csv(secrets, screen) => {
                let heads = COLUMNS.iter().copied().chain(secrets.iter().map(String::as_str));
                return self.text(&record(heads, *screen));
            }
            Shape::Table { secrets, .. } => {
                let mut heads = ["ROW", "OUTCOME", "KEY", "ID"].map(str::to_owned).to_vec();
                heads.extend(secrets.iter().map(|name| name.to_uppercase()));
                heads.push("NOTES".to_owned());
                self.columns(&heads) + "\n"
            }
        };
        self.text(&text)
    }

    /// Whether it writes a table.
    pub(crate) fn is_table(&self) -> bool {
        matches!(self.shape, Shape::Table { .. })
    }

    /// Whether stdout leads to a terminal.
    pub(crate) fn is_seen(&self) -> bool {
        self.to.get_ref().is_terminal()
    }

    /// Adds a row.
    ///
    /// # Errors
    ///
    /// Fails if stdout cannot be written. A reader that is gone is not an error.
    pub(crate) fn row(&mut self, line: &Line) -> Result<(), Failure> {
        let json = || serde_json::to_string(line).map(|text| compact(&text)).unwrap_or_default();
        let text = match &mut self.shape {
            Shape::Ndjson => json() + "\n",
            Shape::Json(begun) => {
                let between = if std::mem::replace(begun, true) { ",\n" } else { "\n" };
                format!("{between}{}", json())
            }
            Shape::Csv(secrets, screen) => {
                let own = [
                    line.row.to_string(),
                    line.line.to_string(),
                    line.key.clone(),
                    line.outcome.name().to_owned(),
                    line.id.clone().unwrap_or_default(),
                    line.attempts.to_string(),
                    line.milliseconds.to_string(),
                    line.error.clone().unwrap_or_default(),
                    line.code.clone().unwrap_or_default(),
                    line.notes.join("; "),
                ];
                let cells = own.into_iter().chain(secrets.iter().map(|name| secret(line, name)));
                record(cells, *screen)
            }
            Shape::Table { secrets, common, .. } => {
                let mut cells = vec![
                    line.row.to_string(),
                    line.outcome.name().to_owned(),
                    plain(&without(&line.key, common)),
                    plain(line.id.as_deref().unwrap_or_default()),
                ];
                cells.extend(secrets.iter().map(|name| plain(&secret(line, name))));
                let said = line.error.iter().chain(&line.notes).map(|text| plain(text));
                cells.push(said.collect::<Vec<_>>().join("; "));
                self.columns(&cells) + "\n"
            }
        };
        self.text(&text)
    }

    /// Hands over what was written so far.
    ///
    /// # Errors
    ///
    /// Fails if stdout cannot be written.
    pub(crate) fn flush(&mut self) -> Result<(), Failure> {
        let flushed = self.to.flush();
        self.settled(flushed)
    }

    /// Hands over what was written so far, and makes sure that it lasts if stdout is a file: a row of it cannot be read
    /// again.
    ///
    /// # Errors
    ///
    /// Fails if the reader is gone.
    pub(crate) fn keep(&mut self) -> Result<(), Failure> {
        self.flush()?;
        if self.closed {
            return Err(Failure::new(Exit::Internal, "stdout is closed, and the answer has a key"));
        }
        sync(self.to.get_ref()).map_err(unwritten)
    }

    /// Ends the report.
    ///
    /// # Errors
    ///
    /// Fails if stdout cannot be written.
    pub(crate) fn end(&mut self) -> Result<(), Failure> {
        if let Shape::Json(begun) = self.shape {
            self.text(if begun { "\n]\n" } else { "]\n" })?;
        }
        self.flush()
    }

    fn text(&mut self, text: &str) -> Result<(), Failure> {
        let written = self.to.write_all(text.as_bytes());
        self.settled(written)
    }

    fn settled(&mut self, written: io::Result<()>) -> Result<(), Failure> {
        match written {
            _ if self.closed => Ok(()),
            Err(error) if error.kind() == ErrorKind::BrokenPipe => {
                self.closed = true;
                Ok(())
            }
            written => written.map_err(unwritten),
        }
    }

    /// The cells of a table's line: the number, the outcome, the key, the id, secrets, and what was said.
    fn columns(&self, cells: &[String]) -> String {
        let Shape::Table { keys, width, .. } = &self.shape else { return String::new() };
        let wide = |at: usize| match at {
            0 => 6,
            1 => 12,
            2 => *keys,
            _ => 25,
        };
        let mut line = String::new();
        let Some((last, cells)) = cells.split_last() else { return line };
        for (at, cell) in cells.iter().enumerate() {
            let wide = wide(at);
            match at {
                0 => line += &format!("{cell:>wide$}"),
                // An id or a secret is never cut: it would be of no use.
                2 => line += &format!("  {:<wide$}", cut(cell, wide)),
                _ => line += &format!("  {cell:<wide$}"),
            }
        }
        let room = width.map(|width| width.saturating_sub(line.chars().count() + 2));
        let last = room.map_or(last.clone(), |room| cut(last, room));
        format!("{line}  {last}").trim_end().to_owned()
    }
}

/// The columns of a table's line beside the key: the number, the outcome and the id, with what is between them.
const BESIDE: usize = 6 + 2 + 12 + 2 + 2 + 25;

/// The words that all of these keys have; none of a single key.
fn common(keys: &[String]) -> Vec<String> {
    let Some((first, others)) = keys.split_first().filter(|(_, others)| !others.is_empty()) else {
        return Vec::new();
    };
    let is_common = |word: &&str| {
        word.contains('=') && others.iter().all(|key| key.split(' ').any(|other| other == *word))
    };
    first.split(' ').filter(is_common).map(str::to_owned).collect()
}

/// A key without these words; the whole key if it has no others.
fn without(key: &str, common: &[String]) -> String {
    let own: Vec<_> =
        key.split(' ').filter(|word| !common.iter().any(|other| other == word)).collect();
    if own.is_empty() { key.to_owned() } else { own.join(" ") }
}

fn cut(text: &str, width: usize) -> String {
    match text.char_indices().nth(width) {
        Some(_) if width == 0 => String::new(),
        Some(_) => text.chars().take(width - 1).chain(['…']).collect(),
        None => text.to_owned(),
    }
}

/// A secret of the answer, in the words of a cell.
fn secret(line: &Line, name: &str) -> String {
    line.data[name].as_str().unwrap_or_default().to_owned()
}

fn unwritten(error: io::Error) -> Failure {
    Failure::new(Exit::Internal, "cannot write to stdout").because(error)
}

/// Whether what is written to stdout is lost: it is `/dev/null`, also if the caller has closed it.
#[cfg(unix)]
pub(super) fn is_lost() -> bool {
    use std::os::fd::AsFd;
    use std::os::unix::fs::MetadataExt;
    let own = io::stdout().as_fd().try_clone_to_owned().map(std::fs::File::from);
    let device = |metadata: std::fs::Metadata| metadata.rdev();
    let own = own.and_then(|own| own.metadata()).map(device);
    let null = std::fs::metadata("/dev/null").map(device);
    matches!((own, null), (Ok(own), Ok(null)) if own == null)
}

#[cfg(not(unix))]
pub(super) fn is_lost() -> bool {
    false
}

/// Makes what was written to a file last. Only files can.
#[cfg(unix)]
fn sync(stdout: &Stdout) -> io::Result<()> {
    use std::os::fd::AsFd;
    let file = std::fs::File::from(stdout.as_fd().try_clone_to_owned()?);
    if file.metadata()?.is_file() { file.sync_data() } else { Ok(()) }
}

#[cfg(not(unix))]
fn sync(_: &Stdout) -> io::Result<()> {
    Ok(())
}
