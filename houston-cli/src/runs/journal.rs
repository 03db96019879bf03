//! The journal of a run: where it is, and whether it is of this run.

use std::path::{Path, PathBuf};

use houston_client::rows::{FileStorage, Fingerprint, Lines, Unusable};
use houston_client::schema::OperationKind;
use jiff::Timestamp;
use serde_json::{Map, Value, json};

use super::place;
use crate::call::Call;
use crate::call::repeat::Repeat;
use crate::failure::{Code, Exit, Failure};
use crate::settings::files;
use crate::terminal::output;
use crate::terminal::text::{plain, short, words_of};

/// A journal in a file.
pub(crate) type Journal = Lines<FileStorage>;

/// What must be the same when a run goes on.
const SAME: [(&str, &str); 2] = [("operation", "operation"), ("endpoint", "platform")];

/// What may change between the parts of a run, and is told.
const TOLD: [(&str, &str); 9] = [
    ("arguments", "arguments"),
    ("merge", "--merge"),
    ("if-exists", "--if-exists"),
    ("if-absent", "--if-absent"),
    ("fields", "--fields"),
    ("wait", "--wait"),
    ("rows", "the file of rows"),
    ("shard", "--shard"),
    ("version", "the version of houston"),
];

/// Opens the journal of a run, names it, and tells what has changed since it was begun. A query has none: it may run
/// again. A plan only reads one.
///
/// # Errors
///
/// Fails if the journal cannot be used, or is of another run.
pub(super) fn open(
    call: &Call<'_>,
    constants: &Map<String, Value>,
    is_merge: bool,
    repeat: Repeat,
    is_plan: bool,
) -> Result<Option<Journal>, Failure> {
    let rows = &call.options.rows;
    let file = rows.rows.as_deref().unwrap_or_default();
    if rows.no_journal {
        return Ok(None);
    }
    if call.operation.kind == OperationKind::Query {
        if rows.journal.is_some() {
            output::note("note: a query keeps no journal: it may run again");
        }
        return Ok(None);
    }
    let header = header(call, constants, is_merge, repeat, file)?;
    let path = match &rows.journal {
        Some(path) => path.clone(),
        None => {
            let facts =
                ["endpoint", "arguments", "merge", "shard"].map(|name| header[name].to_string());
            let facts: Vec<&str> = facts.iter().map(String::as_str).collect();
            place::of(&call.name(), &facts, file)?
        }
    };
    let shown = plain(&path.to_string_lossy());
    if is_plan {
        if !path.exists() {
            return Ok(None);
        }
        let journal = read(&path)?;
        let changes = compare(&journal, &header, &shown)?;
        output::note(format_args!("journal: {shown}"));
        changes.iter().for_each(output::note);
        return Ok(Some(journal));
    }
    if rows.journal.is_none() {
        files::make_directory(&path).map_err(|error| unusable(&path, &error.into()))?;
    }
    let storage = FileStorage::open(&path).map_err(|error| unusable(&path, &error.into()))?;
    let journal = Lines::open(storage, header.clone()).map_err(|error| unusable(&path, &error))?;
    let mut changes = Vec::new();
    if !journal.is_new() {
        changes = compare(&journal, &header, &shown)?;
    }
    output::note(format_args!("journal: {shown}"));
    changes.iter().for_each(output::note);
    if journal.is_new() {
        return Ok(Some(journal));
    }
    if journal.cut() > 0 {
        output::note(
            "note: the last line of the journal is incomplete: a run was cut off while it wrote",
        );
    }
    output::note(format_args!(
        "note: resuming the run that started at {}; to start over: houston runs remove {}",
        words_of(&journal.header()["begun"]),
        match &rows.journal {
            Some(_) => shown,
            None => path.file_stem().map(|name| plain(&name.to_string_lossy())).unwrap_or_default(),
        }
    ));
    Ok(Some(journal))
}

/// Reads a journal, also while a run uses it.
///
/// # Errors
///
/// Fails if it cannot be read.
pub(crate) fn read(path: &Path) -> Result<Journal, Failure> {
    let storage = FileStorage::read(path).map_err(|error| unusable(path, &error.into()))?;
    Lines::read(storage).map_err(|error| unusable(path, &error))
}

/// The header of a run.
fn header(
    call: &Call<'_>,
    constants: &Map<String, Value>,
    is_merge: bool,
    repeat: Repeat,
    file: &str,
) -> Result<Value, Failure> {
    let rows = &call.options.rows;
    let file = if file == "-" { PathBuf::from(file) } else { files::absolute(Path::new(file)) };
    let begun = Timestamp::now();
    let run = Fingerprint::of(format!("{begun} {}", std::process::id())).to_string();
    Ok(json!({
        "run": run[..12],
        "operation": call.operation.name,
        "endpoint": call.target.shown()?,
        "arguments": constants,
        "merge": is_merge,
        "if-exists": match repeat {
            Repeat::Use => Some("use"),
            Repeat::Check => Some("check"),
            Repeat::Fail | Repeat::Gone => None,
        },
        "if-absent": (repeat == Repeat::Gone).then_some("ok"),
        "fields": call.options.selected.fields,
        "wait": call.options.waiting.wait.then_some(true),
        "rows": file.to_string_lossy(),
        "shard": rows.shard.map(|shard| format!("{}/{}", shard.index, shard.count)),
        "version": env!("CARGO_PKG_VERSION"),
        "begun": format!("{begun:.0}"),
    }))
}

/// Checks that a journal is of this run, and returns what has changed since it was begun.
fn compare(journal: &Journal, header: &Value, path: &str) -> Result<Vec<String>, Failure> {
    let before = journal.header();
    for (name, what) in SAME {
        if before[name] != header[name] {
            let (was, is) = (shown(&before[name]), shown(&header[name]));
            let failure = Failure::usage(format!("the journal {path} is of another run"));
            return Err(failure
                .code(Code::Journal)
                .detail(format!("Its {what} is {was}, and this run's is {is}."))
                .help("Name another file with `--journal FILE`."));
        }
    }
    let changed = TOLD.iter().filter(|(name, _)| before[*name] != header[*name]);
    let told = changed.map(|(name, what)| {
        let (was, is) = (shown(&before[*name]), shown(&header[*name]));
        format!("note: since the journal was begun, {what} changed from {was} to {is}")
    });
    Ok(told.collect())
}

fn shown(value: &Value) -> String {
    match value {
        Value::Null => "(none)".to_owned(),
        value => short(&words_of(value)),
    }
}

/// The failure of a journal that cannot be used.
pub(crate) fn unusable(path: &Path, error: &Unusable) -> Failure {
    let path = plain(&path.to_string_lossy());
    let locked = |error: &std::io::Error| error.kind() == std::io::ErrorKind::WouldBlock;
    match error {
        Unusable::Storage(error) if locked(error) => {
            Failure::usage(format!("another process uses the journal {path}"))
                .code(Code::Journal)
                .help("Wait until that run has ended, or name another file with `--journal FILE`.")
        }
        Unusable::Storage(error) => {
            let error = std::io::Error::new(error.kind(), error.to_string());
            Failure::new(Exit::Usage, format!("cannot use the journal {path}"))
                .code(Code::Journal)
                .because(error)
                .help("Name another file with `--journal FILE`.")
        }
        error => Failure::usage(format!("cannot use the journal {path}"))
            .code(Code::Journal)
            .detail(plain(&error.to_string()))
            .help("Rows that it recorded may have run. Name another file with `--journal FILE`, and look before you run them again: `--if-exists check`, for example."),
    }
}
