//! `--secrets`: secret arguments of rows from a file of their own, by natural key.

use std::collections::HashMap;

use serde_json::Value;

use super::reading::key;
use super::record::{Broken, Record, Records, place};
use super::source::Source;
use crate::arguments::{Bound, Problem};
use crate::failure::Failure;
use crate::schema::names;
use crate::settings::options::Rows as Options;
use crate::terminal::text::{plain, short};

/// The secrets of rows.
#[derive(Default)]
pub(super) struct Secrets {
    /// The names of the secret arguments.
    names: Vec<String>,
    rows: HashMap<String, Entry>,
}

struct Entry {
    line: u64,
    /// The values, each with the number of its argument.
    values: Vec<(usize, Value)>,
}

/// Omits the values.
impl std::fmt::Debug for Secrets {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "secrets of {} rows", self.rows.len())
    }
}

impl Secrets {
    /// Whether it gives the argument of this name.
    pub(super) fn gives(&self, name: &str) -> bool {
        self.names.iter().any(|known| known == name || names::kebab(known) == name)
    }

    /// The secret arguments of a row.
    pub(super) fn of(&self, key: &str) -> Option<&[(usize, Value)]> {
        self.rows.get(key).map(|entry| &*entry.values)
    }

    /// The problems of entries that are of no row; `is_of_row` tells whether a row has a natural key.
    pub(super) fn unused(&self, is_of_row: impl Fn(&str) -> bool) -> Vec<Problem> {
        let unused = self.rows.iter().filter(|(key, _)| !is_of_row(key));
        let mut lines: Vec<u64> = unused.map(|(_, entry)| entry.line).collect();
        lines.sort_unstable();
        let problem = |line| Problem::at(place_in(line), "no row has this natural key");
        lines.into_iter().map(problem).collect()
    }

    /// Reads the file of the options, if there is one. Also returns its problems.
    ///
    /// # Errors
    ///
    /// Fails if it cannot be read, or if the operation has no natural key or no secrets.
    pub(super) fn read(
        bound: &Bound<'_>,
        options: &Options,
    ) -> Result<(Self, Vec<Problem>), Failure> {
        let Some(path) = &options.secrets else { return Ok(Default::default()) };
        let operation = bound.operation;
        let name = plain(&operation.name);
        let lacks = match (operation.natural_key.is_empty(), operation.secrets.is_empty()) {
            (true, _) => Some("natural key"),
            (_, true) => Some("secret arguments"),
            _ => None,
        };
        if let Some(lacks) = lacks {
            let what = format!("--secrets does not work with {name}, which has no {lacks}");
            return Err(Failure::usage(what).help("Give secrets in the columns of the rows."));
        }
        let mut source = Source::of("--secrets", path, None)?;
        let mut secrets = Secrets::default();
        let mut problems = Vec::new();
        match secrets.fill(bound.clone(), &mut source, &mut problems) {
            Ok(()) => Ok((secrets, problems)),
            Err(Broken::Text(problem)) => {
                let what = format!("--secrets: {} cannot be used", source.name());
                Err(Failure::usage(what).details(problems).detail(problem.to_string()))
            }
            Err(Broken::File(error)) => Err(source.unreadable(&error)),
        }
    }

    fn fill(
        &mut self,
        mut bound: Bound<'_>,
        source: &mut Source,
        problems: &mut Vec<Problem>,
    ) -> Result<(), Broken> {
        let operation = bound.operation;
        let (mut records, header) = Records::open(source, None)?;
        problems.extend(header.into_iter().map(of_file));
        let (mut record, mut columns) = (Record::default(), 0);
        let is_key = |at: usize| operation.natural_key.contains(&operation.arguments[at].name);
        loop {
            let found = if columns == 0 && records.has_header() {
                None
            } else {
                Some(records.next(&mut record)?)
            };
            let line = record.line.max(1);
            for name in &records.names.all()[columns..] {
                let first = name.split('.').next().unwrap_or_default();
                let at = names::argument(operation, first);
                let is_secret = at.is_some_and(|at| operation.arguments[at].secret);
                if is_secret && let Some(at) = at {
                    self.names.push(operation.arguments[at].name.clone());
                }
                let added = match is_secret || at.is_some_and(is_key) || bound.is_used(name) {
                    true => bound.column(name, true),
                    false => Err("it is neither a secret argument nor part of the natural key"
                        .to_owned()
                        .into()),
                };
                let what = added.err().map(|refused| refused.at(place(line, Some(name))));
                problems.extend(what.map(of_file));
            }
            columns = records.names.all().len();
            match found {
                None => continue,
                Some(false) => return Ok(()),
                Some(true) => {}
            }
            if let Some(problem) = record.problem.take() {
                problems.push(of_file(problem));
                continue;
            }
            let is_secret = |at: usize| operation.arguments[at].secret;
            let given = bound.row(&record.cells, |at| is_key(at) || is_secret(at));
            let count = problems.len();
            for problem in given.problems {
                let below = problem.place.map(|below| format!(", {below}")).unwrap_or_default();
                problems.push(Problem::at(place_in(line) + &below, problem.what));
            }
            for at in given.missing.iter().filter(|at| is_key(**at)) {
                let what = format!(
                    "{} is missing, part of the natural key",
                    plain(&operation.arguments[*at].name)
                );
                problems.push(Problem::at(place_in(line), what));
            }
            let (true, Some(key)) = (problems.len() == count, key(operation, &given.arguments))
            else {
                continue;
            };
            let secret = |(at, argument): (usize, &houston_client::schema::Argument)| {
                let value = given.arguments.value(&argument.name)?;
                argument.secret.then(|| (at, value.clone()))
            };
            let values = operation.arguments.iter().enumerate().filter_map(secret).collect();
            if let Some(first) = self.rows.get(&key) {
                let what = format!("line {} has the same natural key", first.line);
                problems.push(Problem::at(place_in(line), what));
                continue;
            }
            self.rows.insert(key, Entry { line, values });
        }
    }
}

fn place_in(line: u64) -> String {
    format!("--secrets, {}", place(line, None))
}

/// The problem, with the name of the option.
fn of_file(problem: Problem) -> Problem {
    let below = problem.place.as_deref().map(|below| format!(", {}", short(below)));
    Problem::at(format!("--secrets{}", below.unwrap_or_default()), problem.what)
}
