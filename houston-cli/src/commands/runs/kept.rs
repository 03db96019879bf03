//! A journal, as far as a reader can see.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use houston_client::rows::{Fingerprint, State};
use serde_json::{Map, Value, json};

use crate::failure::{Exit, Failure};
use crate::runs::journal;
use crate::runs::place::{self, ENDING};
use crate::runs::report::Word;
use crate::terminal::text::plain;

/// The word for a row that was about to be sent, and whose end is not known.
const OPEN: &str = "open";

/// What a journal knows of a row.
#[derive(Debug, Default)]
pub(super) struct Row {
    /// None for a row that was about to be sent, and whose end is not known.
    state: Option<State>,
    /// What was kept of it: line, key, id, error and code.
    note: Map<String, Value>,
}

impl Row {
    pub(super) fn word(&self) -> &'static str {
        self.state.map_or(OPEN, word_of)
    }

    /// A text that was kept; empty without one.
    pub(super) fn text(&self, name: &str) -> String {
        self.note.get(name).and_then(Value::as_str).map(plain).unwrap_or_default()
    }

    /// The line of the file where it begins.
    pub(super) fn line(&self) -> u64 {
        self.note.get("line").and_then(Value::as_u64).unwrap_or_default()
    }

    /// The same for programs.
    pub(super) fn facts(&self) -> Value {
        let mut facts = json!({ "outcome": self.word() });
        let kept = ["line", "key", "id", "error", "code"];
        let kept =
            kept.map(|name| (name.to_owned(), self.note.get(name).cloned().unwrap_or_default()));
        facts.as_object_mut().into_iter().for_each(|facts| facts.extend(kept.clone()));
        facts
    }
}

/// The word for a state, as reports have it. Of a row that waits, the journal does not know whether a run waits for it now.
fn word_of(state: State) -> &'static str {
    match state {
        State::Reached => Word::Healthy.name(),
        state => state.name(),
    }
}

/// A journal that was read.
pub(super) struct Kept {
    pub(super) header: Value,
    /// The rows, in the order of the file.
    pub(super) rows: Vec<Row>,
}

impl Kept {
    /// Reads a journal.
    ///
    /// # Errors
    ///
    /// Fails if it cannot be read.
    pub(super) fn read(path: &Path) -> Result<Self, Failure> {
        let journal = journal::read(path)?;
        let mut rows: HashMap<Fingerprint, Row> = HashMap::new();
        let read = journal.records(|record| {
            let row = rows.entry(record.row).or_default();
            row.state = record.state;
            // How it ended before no longer counts.
            ["error", "code"].iter().for_each(|name| drop(row.note.remove(*name)));
            if let Some(Value::Object(note)) = record.note {
                row.note.extend(note);
            }
        });
        read.map_err(|error| journal::unusable(path, &error))?;
        let mut rows: Vec<Row> = rows.into_values().collect();
        rows.sort_by_key(Row::line);
        Ok(Kept { header: journal.header().clone(), rows })
    }

    /// How many rows ended in each way, in words.
    pub(super) fn counts(&self) -> Vec<(&'static str, u64)> {
        let states = [
            State::Done,
            State::Reached,
            State::Exists,
            State::Waiting,
            State::Failed,
            State::Refused,
            State::Partial,
            State::NotSent,
            State::Unknown,
            State::Skipped,
        ];
        let words = states.map(word_of).into_iter().chain([OPEN]);
        let counted = words
            .map(|word| (word, self.rows.iter().filter(|row| row.word() == word).count() as u64));
        counted.filter(|(_, count)| *count > 0).collect()
    }

    /// A text of the header; empty without one.
    pub(super) fn text(&self, name: &str) -> String {
        self.header[name].as_str().map(plain).unwrap_or_default()
    }
}

/// The file of a journal: its path, or the name that the list shows.
pub(super) fn path(named: &str) -> Result<PathBuf, Failure> {
    let path = Path::new(named);
    if path.components().count() > 1 || path.exists() {
        return Ok(path.to_owned());
    }
    let path = place::directory()?.join(format!("{named}.{ENDING}"));
    if path.exists() {
        return Ok(path);
    }
    Err(Failure::usage(format!("journal `{}` not found", plain(named)))
        .help("`houston runs list` shows all of them."))
}

/// The journals in the state directory, each with its name.
pub(crate) fn all() -> Result<Vec<(String, PathBuf)>, Failure> {
    let directory = place::directory()?;
    let entries = match fs::read_dir(&directory) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries.map_err(|error| {
            let what = format!("cannot read {}", plain(&directory.to_string_lossy()));
            Failure::new(Exit::Internal, what).because(error)
        })?,
    };
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let journals = paths.filter(|path| path.extension().is_some_and(|ending| ending == ENDING));
    let named =
        journals.filter_map(|path| Some((path.file_stem()?.to_string_lossy().into_owned(), path)));
    let mut all: Vec<_> = named.collect();
    all.sort();
    Ok(all)
}
