//! One reading of the rows: each row becomes arguments, with everything that is wrong with it.

use houston_client::arguments::Arguments;
use houston_client::rows::Fingerprint;
use houston_client::schema::{Effect, Operation, OperationKind};
use serde_json::Value;

use super::record::{Broken, Record, Records, place};
use super::secrets::Secrets;
use super::source::Source;
use crate::arguments::{self, Bound, LookUp, Problem};
use crate::call::look_up::telling::TELLING;
use crate::call::{compare, contradictions};
use crate::settings::options::Rows as Options;
use crate::terminal::text::{plain, short, words_of};

/// A row that was read.
#[derive(Debug)]
pub(super) struct Read {
    pub(super) number: u64,
    pub(super) line: u64,
    pub(super) arguments: Arguments,
    pub(super) lookups: Vec<LookUp>,
    pub(super) problems: Vec<Problem>,
    /// The natural key as it is sent, if the operation has one and the row gives it.
    pub(super) key: Option<String>,
    /// What no other row may have.
    pub(super) identity: Option<Fingerprint>,
    /// The hash of what is given, without secrets.
    pub(super) fingerprint: Fingerprint,
    /// The same with secrets. It is never written.
    pub(super) whole: Fingerprint,
}

impl Read {
    /// The case of the operation that applies to the row, by its number; behind the last one if there is none.
    pub(super) fn case(&self, operation: &Operation) -> usize {
        let is_looked_up =
            |name: &str| self.lookups.iter().any(|one| one.pointer.split('/').nth(1) == Some(name));
        let is_given = |name: &str| is_looked_up(name) || compare::is_given(&self.arguments, name);
        let cases = &operation.cases;
        cases.iter().position(|case| case.applies(is_given)).unwrap_or(cases.len())
    }
}

/// One reading of the rows, from the first to the last.
pub(super) struct Reading<'c, 'o> {
    bound: Bound<'o>,
    records: Records,
    record: Record,
    secrets: &'c Secrets,
    number: u64,
    /// The columns that are bound so far.
    columns: usize,
    ignored: &'c [String],
    /// Whether the constants contradict each other: that is said once.
    contradicts: bool,
}

impl<'c, 'o> Reading<'c, 'o> {
    /// Begins a reading. Also returns the problems of the columns, and of what is the same in all rows.
    ///
    /// # Errors
    ///
    /// Fails if the rows cannot be read.
    pub(super) fn begin(
        bound: &Bound<'o>,
        source: &mut Source,
        secrets: &'c Secrets,
        options: &'c Options,
    ) -> Result<(Self, Vec<Problem>), Broken> {
        let (records, mut problems) = Records::open(source, options.empty)?;
        let bound = bound.clone();
        let found = contradictions::between(bound.operation, &bound.constants());
        let mut reading = Reading {
            bound,
            records,
            record: Record::default(),
            secrets,
            number: 0,
            columns: 0,
            ignored: &options.ignore_columns,
            contradicts: !found.is_empty(),
        };
        if reading.records.has_header() {
            problems.extend(reading.bind(1));
            for name in reading.ignored {
                if !reading.records.names.all().contains(name) {
                    let what = format!("unknown column `{}`", short(name));
                    problems.push(Problem::at("--ignore-columns", what));
                }
            }
            problems.extend(reading.bound.lacking(|argument| secrets.gives(&argument.name)));
        }
        problems.extend(found);
        Ok((reading, problems))
    }

    /// The number of rows so far.
    pub(super) fn count(&self) -> u64 {
        self.number
    }

    fn operation(&self) -> &'o Operation {
        self.bound.operation
    }

    /// Binds the columns that are new, and returns the problems of their names.
    fn bind(&mut self, line: u64) -> Vec<Problem> {
        let mut problems = Vec::new();
        for name in &self.records.names.all()[self.columns..] {
            let is_ignored = name.is_empty() || self.ignored.contains(name);
            let secret = !is_ignored && self.secrets.gives(name);
            let bound = match secret {
                true => Err("it is also given by --secrets; remove one of them".to_owned().into()),
                false => self.bound.column(name, !is_ignored),
            };
            problems.extend(bound.err().map(|refused| refused.at(place(line, Some(name)))));
        }
        self.columns = self.records.names.all().len();
        problems
    }

    /// The next row. Problems of its columns that are new are of the file, and not of the row.
    ///
    /// # Errors
    ///
    /// Fails if no further row can be read.
    pub(super) fn next(&mut self, of_columns: &mut Vec<Problem>) -> Result<Option<Read>, Broken> {
        if !self.records.next(&mut self.record)? {
            return Ok(None);
        }
        self.number += 1;
        let (number, line) = (self.number, self.record.line);
        if self.columns < self.records.names.all().len() {
            of_columns.extend(self.bind(line));
        }
        if let Some(problem) = self.record.problem.take() {
            let problems = vec![problem];
            let fingerprint = of_problems(number, &problems);
            return Ok(Some(Read {
                number,
                line,
                arguments: Arguments::new(),
                lookups: Vec::new(),
                problems,
                key: None,
                identity: None,
                fingerprint,
                whole: fingerprint,
            }));
        }
        let given = self.bound.row(&self.record.cells, |_| true);
        let (mut arguments, lookups, mut missing) = (given.arguments, given.lookups, given.missing);
        let mut problems = given.problems;
        let operation = self.bound.operation;
        let key = key(operation, &arguments).filter(|_| problems.is_empty());
        if let Some(secrets) = key.as_ref().and_then(|key| self.secrets.of(key)) {
            for (at, value) in secrets {
                let argument = &operation.arguments[*at];
                arguments.set(argument.name.clone(), argument.ty.clone(), value.clone());
                missing.retain(|missing| missing != at);
            }
        }
        problems.extend(missing.into_iter().map(|at| match &operation.arguments[at] {
            argument if self.secrets.gives(&argument.name) => {
                let what = "--secrets has no entry with the natural key of this row";
                Problem::at(plain(&argument.name), what)
            }
            _ => self.bound.missing(at),
        }));
        if problems.is_empty() && !self.contradicts {
            problems = contradictions::of(operation, &arguments, &|name| self.bound.place(name));
        }
        for problem in &mut problems {
            let below = problem.place.as_ref().map(|below| format!(", {below}"));
            problem.place = Some(place(line, None) + &below.unwrap_or_default());
        }
        let (fingerprint, whole) = match problems.is_empty() {
            true => fingerprints(&self.bound, &arguments, &lookups),
            false => [of_problems(number, &problems); 2].into(),
        };
        let identity = identity(operation, &arguments, key.as_deref(), whole);
        Ok(Some(Read {
            number,
            line,
            arguments,
            lookups,
            problems,
            key,
            identity,
            fingerprint,
            whole,
        }))
    }

    /// What tells a row from others: its natural key, or what differs between the rows. No secrets.
    pub(super) fn shown(&self, arguments: &Arguments) -> String {
        let operation = compare::with(self.operation(), arguments);
        let is_key = |name: &str| match operation.natural_key.is_empty() {
            true => self.bound.differs(name),
            false => operation.natural_key.iter().any(|key| key == name),
        };
        let is_secret = |name: &str| operation.argument(name).is_none_or(|row| row.secret);
        let is_plain = |value: &Value| !value.is_array() && !value.is_object() && !value.is_null();
        let named = arguments.iter().filter(|set| is_key(&set.name) && !is_secret(&set.name));
        let named = named.filter(|set| is_plain(&set.value));
        let named =
            named.map(|set| format!("{}={}", plain(&set.name), short(&words_of(&set.value))));
        named.collect::<Vec<_>>().join(" ")
    }

    /// The same of the row that was read last, with its ignored columns that tell people which object it is.
    pub(super) fn label(&self, arguments: &Arguments) -> String {
        let mut label = self.shown(arguments);
        for name in self.ignored.iter().filter(|name| TELLING.contains(&name.as_str())) {
            let at = self.records.names.all().iter().position(|known| known == name);
            let cell = at.and_then(|at| self.record.cells.get(at));
            if let Some(text) = cell.and_then(|cell| cell.text(name).ok()) {
                label += &format!(" {name}={}", short(&text));
            }
        }
        label.trim_start().to_owned()
    }

    /// Reads what is left, and returns the hash of the file.
    pub(super) fn hash(self) -> std::io::Result<[u8; 32]> {
        self.records.hash()
    }
}

/// The natural key as it is sent, if anything is given for it.
pub(super) fn key(operation: &Operation, arguments: &Arguments) -> Option<String> {
    // It can depend on which arguments are given.
    let operation = compare::with(operation, arguments);
    let values: Vec<_> = operation.natural_key.iter().map(|name| arguments.value(name)).collect();
    let is_given = values.iter().any(Option::is_some);
    is_given.then(|| serde_json::to_string(&values).unwrap_or_default())
}

/// What no other row of a run may have: its natural key, the object that it deletes, or all that it gives. A query may run
/// twice.
fn identity(
    operation: &Operation,
    arguments: &Arguments,
    key: Option<&str>,
    whole: Fingerprint,
) -> Option<Fingerprint> {
    if let Some(key) = key {
        return Some(Fingerprint::of(key));
    }
    let operation = compare::with(operation, arguments);
    if operation.kind != OperationKind::Mutation || !operation.natural_key.is_empty() {
        return None;
    }
    let deletes = operation.finder.as_ref().filter(|_| operation.effect == Effect::Delete);
    let named = deletes.into_iter().flat_map(|finder| finder.matches.iter());
    let named: Option<Vec<&Value>> =
        named.map(|(_, ours)| compare::value_at(arguments, ours)).collect();
    let named = named.filter(|named| !named.is_empty());
    Some(
        named
            .map_or(whole, |named| Fingerprint::of(serde_json::to_vec(&named).unwrap_or_default())),
    )
}

/// What two rows of an operation have in common that may not be in one file.
pub(super) fn twins(operation: &Operation, arguments: &Arguments) -> &'static str {
    let operation = compare::with(operation, arguments);
    match operation.effect {
        _ if !operation.natural_key.is_empty() => "has the same natural key",
        Effect::Delete => "deletes the same object",
        _ => "gives the same values",
    }
}

/// The hash of what is given, without secrets and with them.
fn fingerprints(
    bound: &Bound<'_>,
    arguments: &Arguments,
    lookups: &[LookUp],
) -> (Fingerprint, Fingerprint) {
    let operation = bound.operation;
    let has_secrets = !operation.secrets.is_empty() || operation.merge.is_some();
    let mut given: Vec<(&str, &Value)> =
        arguments.iter().map(|set| (&*set.name, &set.value)).collect();
    given.sort_unstable_by_key(|(name, _)| *name);
    let mut rest = Vec::new();
    for lookup in lookups {
        let given = serde_json::to_vec(&(&lookup.pointer, lookup.pairs.as_ref().ok()));
        rest.extend(given.unwrap_or_default());
    }
    for change in bound.changes().given() {
        rest.extend(serde_json::to_vec(&change).unwrap_or_default());
    }
    let hash = |mut text: Vec<u8>| {
        text.extend(&rest);
        Fingerprint::of(text)
    };
    let whole = hash(serde_json::to_vec(&given).unwrap_or_default());
    if !has_secrets {
        return (whole, whole);
    }
    let variables =
        given.iter().map(|(name, value)| ((*name).to_owned(), (*value).clone())).collect();
    let secrets = arguments::secret_places(bound.schema, operation, &variables);
    let shown = serde_json::to_vec(&arguments::replaced(&variables, &secrets, ""));
    (hash(shown.unwrap_or_default()), whole)
}

/// The fingerprint of a row that cannot be sent.
fn of_problems(number: u64, problems: &[Problem]) -> Fingerprint {
    let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
    Fingerprint::of(format!("row {number}\n{}", lines.join("\n")))
}
