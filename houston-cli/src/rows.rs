//! `--rows`: an operation for each row of a file. Everything is checked before anything is sent.
//!
//! A file is read twice. The first reading checks all rows, and keeps eight bytes of each; the second returns the rows,
//! and compares them with these.

mod problems;
#[cfg(test)]
mod properties;
mod reading;
mod record;
mod secrets;
mod source;
mod strict;
#[cfg(test)]
mod tests;

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::io;

use houston_client::arguments::Arguments;
use houston_client::rows::Fingerprint;
use houston_client::schema::{Operation, Schema};

use crate::arguments::{Bound, Collected, LookUp, Problem, refused};
use crate::commands::builtin;
use crate::failure::Failure;
use crate::settings::options::{Rows as Options, RowsFormat};
use crate::terminal::text::plain;
use problems::Problems;
use reading::{Read, Reading};
use record::{Broken, place};
use secrets::Secrets;
use source::Source;
pub(crate) use source::by_name;

/// The most rows of a run.
const MOST_ROWS: usize = 10_000_000;

/// A row that can be sent, or that has problems.
#[derive(Debug)]
pub(crate) struct Row {
    /// Its number in the file, from 1.
    pub(crate) number: u64,
    /// The line where it begins.
    pub(crate) line: u64,
    /// What it is known by: its natural key, or its arguments that are not the same in all rows. No secrets.
    pub(crate) key: String,
    /// The hash of what is given, without secrets.
    pub(crate) fingerprint: Fingerprint,
    pub(crate) arguments: Arguments,
    pub(crate) lookups: Vec<LookUp>,
    /// Why it is left out; only with `--skip-invalid`.
    pub(crate) problems: Vec<Problem>,
}

/// Rows that are checked.
#[derive(Debug)]
pub(crate) struct Checked<'o> {
    bound: Bound<'o>,
    options: &'o Options,
    source: RefCell<Source>,
    secrets: Secrets,
    /// The beginning of the hash of each row, with its secrets: it shows whether the row has changed.
    seen: Vec<u64>,
    /// The rows that are as an earlier row, each with its problem.
    twins: HashMap<u64, Problem>,
    hash: [u8; 32],
    /// The number of rows of the run: those of the part that was asked for.
    count: u64,
    /// How many of them are left out.
    invalid: u64,
    /// How many rows each case of the operation has, and then how many have none of them.
    cases: Vec<u64>,
}

impl<'o> Checked<'o> {
    /// Checks all rows of the options.
    ///
    /// # Errors
    ///
    /// Fails if the rows cannot be read, and with everything that is wrong with them.
    pub(crate) fn read(
        schema: &'o Schema,
        collected: Collected<'o>,
        options: &'o Options,
    ) -> Result<Self, Failure> {
        let operation = collected.operation();
        let wrong =
            |problems| refused(&plain(&operation.name), &builtin::call(operation), problems);
        let bound = collected.bind(schema).map_err(wrong)?;
        let path = options.rows.as_deref().unwrap_or("-");
        let source = Source::of("--rows", path, options.rows_format)?;
        if options.empty.is_some() && source.format != RowsFormat::Csv {
            let what = "--empty works only with CSV";
            return Err(
                Failure::usage(what).help("JSON and YAML write null, and an empty text as `\"\"`.")
            );
        }
        let (secrets, of_secrets) = Secrets::read(&bound, options)?;
        let mut problems = Problems::default();
        problems.of_file(of_secrets);
        let mut checked = Checked {
            bound,
            options,
            source: RefCell::new(source),
            secrets,
            seen: Vec::new(),
            twins: HashMap::new(),
            hash: [0; 32],
            count: 0,
            invalid: 0,
            cases: vec![0; operation.cases.len() + 1],
        };
        match checked.check(&mut problems) {
            Ok(()) => {}
            Err(Broken::Text(problem)) => problems.of_file([problem]),
            Err(Broken::File(error)) => return Err(checked.unreadable(&error)),
        }
        let name = checked.source.borrow().name();
        match problems.failure(operation, &name, options.skip_invalid) {
            Some(failure) => Err(failure),
            None => Ok(checked),
        }
    }

    /// The first reading.
    fn check(&mut self, problems: &mut Problems) -> Result<(), Broken> {
        // What rows are known by as its hash, with the number of the row in the last four bytes.
        let mut keys: Vec<u128> = Vec::new();
        let mut used = HashSet::new();
        let mut of_columns = Vec::new();
        let begun =
            Reading::begin(&self.bound, &mut self.source.borrow_mut(), &self.secrets, self.options);
        let (mut reading, found) = begun?;
        let is_whole = found.is_empty();
        problems.of_file(found);
        loop {
            let next = reading.next(&mut of_columns);
            problems.of_file(of_columns.drain(..));
            let Some(read) = next? else { break };
            if self.seen.len() == MOST_ROWS {
                let what = format!("there are more than {MOST_ROWS} rows; split the file");
                return Err(Broken::Text(Problem::at(place(read.line, None), what)));
            }
            self.seen.push(beginning(read.whole));
            let is_of_run = self.is_of_run(&read);
            self.count += u64::from(is_of_run);
            self.invalid += u64::from(is_of_run && !read.problems.is_empty());
            if is_of_run && read.problems.is_empty() {
                self.cases[read.case(self.bound.operation)] += 1;
            }
            if is_whole && read.problems.is_empty() {
                keys.extend(read.identity.map(|identity| numbered(identity, read.number)));
                used.extend(read.key.filter(|key| self.secrets.of(key).is_some()));
            }
            problems.of_row(read.line, read.problems);
        }
        if self.seen.is_empty() && self.source.borrow().format == RowsFormat::Ndjson {
            return Err(Broken::empty());
        }
        if is_whole {
            problems.of_file(self.secrets.unused(|key| used.contains(key)));
        }
        self.hash = reading.hash().map_err(Broken::File)?;
        self.find_twins(keys, problems)
    }

    /// Finds rows that are as an earlier one. Only if there are some, the file is read again for their lines.
    fn find_twins(&mut self, mut keys: Vec<u128>, problems: &mut Problems) -> Result<(), Broken> {
        keys.sort_unstable();
        let number = |key: u128| u64::from(key as u32);
        // The number of the first row with the key, for each other row with it.
        let mut firsts = HashMap::new();
        let mut first = None;
        for key in keys {
            match first.filter(|first| first >> 32 == key >> 32) {
                Some(first) => drop(firsts.insert(number(key), number(first))),
                None => first = Some(key),
            }
        }
        if firsts.is_empty() {
            return Ok(());
        }
        let wanted: HashSet<u64> = firsts.values().copied().collect();
        let mut lines = HashMap::new();
        let (mut reading, _) = Reading::begin(
            &self.bound,
            &mut self.source.borrow_mut(),
            &self.secrets,
            self.options,
        )?;
        while let Some(read) = reading.next(&mut Vec::new())? {
            if wanted.contains(&read.number) {
                lines.insert(read.number, read.line);
            }
            let Some(first) = firsts.get(&read.number).and_then(|first| lines.get(first)) else {
                continue;
            };
            let shown = reading.shown(&read.arguments);
            let twins = reading::twins(self.bound.operation, &read.arguments);
            let what = format!("line {first} {twins}, {shown}");
            let what = what.trim_end_matches(", ");
            let problem = Problem::at(place(read.line, None), what);
            problems.of_row(read.line, vec![problem.clone()]);
            self.invalid += u64::from(self.is_of_run(&read));
            if self.options.skip_invalid {
                self.twins.insert(read.number, problem);
            }
        }
        Ok(())
    }

    /// Whether a row is in the part that was asked for.
    fn is_of_run(&self, read: &Read) -> bool {
        let Some(shard) = self.options.shard else { return true };
        let hash = read.key.as_ref().map_or(read.fingerprint, Fingerprint::of);
        beginning(hash) % u64::from(shard.count) + 1 == u64::from(shard.index)
    }

    /// The number of rows of the run.
    pub(crate) fn len(&self) -> u64 {
        self.count
    }

    /// Whether they are a part of the file's rows.
    pub(crate) fn is_part(&self) -> bool {
        self.options.shard.is_some()
    }

    /// How many of them are left out, because they are not valid.
    pub(crate) fn invalid(&self) -> u64 {
        self.invalid
    }

    /// The operations of the valid rows, each with how many rows run it: it can depend on what is given.
    pub(crate) fn operations(&self) -> impl Iterator<Item = (Operation, u64)> {
        let operation = self.bound.operation;
        let cases = operation.cases.iter().map(|case| operation.of(case));
        let all = cases.chain([operation.clone()]).zip(self.cases.iter().copied());
        all.filter(|(_, count)| *count > 0)
    }

    /// What the first rows are known by.
    ///
    /// # Errors
    ///
    /// Those of [`rows`](Self::rows).
    pub(crate) fn first(&self, count: usize) -> Result<Vec<String>, Failure> {
        self.rows()?.take(count).map(|row| row.map(|row| row.key)).collect()
    }

    /// The rows of the run, read again.
    ///
    /// # Errors
    ///
    /// Fails if the file has changed since it was checked, and names the first line that differs. Each row fails if it
    /// changed after that.
    pub(crate) fn rows(&self) -> Result<impl Iterator<Item = Result<Row, Failure>>, Failure> {
        let mut source = self.source.borrow_mut();
        if source.can_change() {
            let hash = source.open().and_then(source::Opened::hash);
            if hash.map_err(|error| source.unreadable(&error))? != self.hash {
                drop(source);
                return Err(self.changed());
            }
        }
        let begun = Reading::begin(&self.bound, &mut source, &self.secrets, self.options);
        let (reading, _) = begun.map_err(|broken| self.broken(&source, broken))?;
        Ok(Again { checked: self, reading: Some(reading) })
    }

    /// The failure of a file that was changed before anything was sent.
    fn changed(&self) -> Failure {
        let mut source = self.source.borrow_mut();
        let begun = Reading::begin(&self.bound, &mut source, &self.secrets, self.options);
        let fewer = || Some("It has fewer rows now, or cannot be read to its end.".to_owned());
        let line = begun.map_or_else(
            |_| fewer(),
            |(mut reading, _)| {
                for known in &self.seen {
                    match reading.next(&mut Vec::new()) {
                        Ok(Some(read)) if beginning(read.whole) == *known => {}
                        Ok(Some(read)) => {
                            return Some(format!(
                                "The first row that differs is in line {}.",
                                read.line
                            ));
                        }
                        _ => return fewer(),
                    }
                }
                let more = reading.next(&mut Vec::new()).ok()??;
                Some(format!("It has more rows now, the first of them in line {}.", more.line))
            },
        );
        let failure = Failure::usage(format!("{} changed while it was checked", source.name()));
        let again = "Run the command again when the file is complete.";
        failure.detail(line.unwrap_or_else(|| "Its rows are the same.".to_owned())).help(again)
    }

    fn broken(&self, source: &Source, broken: Broken) -> Failure {
        match broken {
            Broken::File(error) => source.unreadable(&error),
            Broken::Text(problem) => {
                Failure::usage(format!("{} changed after it was checked", source.name()))
                    .detail(problem.to_string())
            }
        }
    }

    fn unreadable(&self, error: &io::Error) -> Failure {
        self.source.borrow().unreadable(error)
    }
}

/// The hash, with a number in the last four bytes.
fn numbered(hash: Fingerprint, number: u64) -> u128 {
    let mut bytes = [0; 16];
    bytes[..12].copy_from_slice(&hash.bytes());
    u128::from_be_bytes(bytes) | u128::from(number as u32)
}

/// The first eight bytes of a hash.
fn beginning(hash: Fingerprint) -> u64 {
    (numbered(hash, 0) >> 64) as u64
}

/// The second reading.
struct Again<'c, 'o> {
    checked: &'c Checked<'o>,
    /// None once it has failed or ended.
    reading: Option<Reading<'c, 'o>>,
}

impl Again<'_, '_> {
    /// The failure of a file that was changed while its rows were sent.
    fn changed(&mut self, what: String) -> Failure {
        self.reading = None;
        let name = self.checked.source.borrow().name();
        Failure::usage(format!("{name} changed while its rows were sent"))
            .detail(what)
            .help("Rows in front of this one were sent. Run the command again when the file is complete.")
            .quiet()
    }
}

impl Iterator for Again<'_, '_> {
    type Item = Result<Row, Failure>;

    fn next(&mut self) -> Option<Self::Item> {
        let checked = self.checked;
        loop {
            let reading = self.reading.as_mut()?;
            let read = match reading.next(&mut Vec::new()) {
                Ok(Some(read)) => read,
                Ok(None) => {
                    let is_whole = reading.count() == checked.seen.len() as u64;
                    self.reading = None;
                    return (!is_whole)
                        .then(|| Err(self.changed("It has fewer rows now.".to_owned())));
                }
                Err(Broken::Text(problem)) => return Some(Err(self.changed(problem.to_string()))),
                Err(Broken::File(error)) => {
                    self.reading = None;
                    return Some(Err(checked.unreadable(&error).quiet()));
                }
            };
            let known = usize::try_from(read.number - 1).ok();
            let known = known.and_then(|at| checked.seen.get(at));
            if known != Some(&beginning(read.whole)) {
                return Some(Err(self.changed(format!("Line {} differs.", read.line))));
            }
            if !checked.is_of_run(&read) {
                continue;
            }
            let key = reading.label(&read.arguments);
            let Read { number, line, arguments, lookups, mut problems, fingerprint, .. } = read;
            problems.extend(checked.twins.get(&number).cloned());
            return Some(Ok(Row { number, line, key, fingerprint, arguments, lookups, problems }));
        }
    }
}
