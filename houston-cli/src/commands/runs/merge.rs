//! `houston runs merge`: joins the journals of shards into one, or their reports.

use std::collections::HashSet;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use clap::Args;
use houston_client::rows::{FileStorage, Journal as _, Lines, Record};
use serde_json::Value;

use super::join;
use crate::failure::{Code, Exit, Failure};
use crate::runs::journal::{self, Journal};
use crate::terminal::output;
use crate::terminal::text::{plain, short, words_of};

/// Merge the journals of shards into one, or their reports (NDJSON or CSV)
#[derive(Args)]
pub(super) struct Merge {
    /// Journals, or reports
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// File of the merged journal or report [default for reports: stdout]
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// What the journals of one run have in common.
const SAME: [&str; 6] = ["operation", "endpoint", "arguments", "merge", "fields", "rows"];

/// How many records are written at a time.
const GROUP: usize = 1_000;

pub(super) fn run(merge: Merge) -> Result<(), Failure> {
    let journals =
        merge.files.iter().map(|path| is_journal(path)).collect::<Result<Vec<_>, _>>()?;
    match (journals.iter().all(|is| *is), journals.iter().any(|is| *is), &merge.out) {
        (true, _, Some(out)) => journals_into(&merge.files, out),
        (true, _, None) => {
            Err(Failure::usage("the merged journal needs a file")
                .help("Name it with `--out FILE`."))
        }
        (false, false, out) => join::reports(&merge.files, out.as_deref()),
        _ => Err(Failure::usage("journals and reports cannot be merged into one")
            .help("Merge the journals first, and then the reports.")),
    }
}

/// Whether a file begins like a journal, with the length of its first line.
fn is_journal(path: &Path) -> Result<bool, Failure> {
    let mut first = [0];
    let read = File::open(path).and_then(|mut file| file.read(&mut first));
    let read = read.map_err(|error| {
        Failure::usage(format!("cannot read {}", plain(&path.to_string_lossy()))).because(error)
    })?;
    Ok(read == 1 && first[0].is_ascii_digit())
}

fn journals_into(paths: &[PathBuf], out: &Path) -> Result<(), Failure> {
    let read = paths.iter().map(|path| journal::read(path)).collect::<Result<Vec<_>, _>>()?;
    let [first, ..] = &read[..] else { return Ok(()) };
    for (journal, path) in read.iter().zip(paths) {
        same(first.header(), journal.header(), path)?;
    }
    tell_missing(&read);
    let mut header = first.header().clone();
    header["shard"] = Value::Null;
    let storage = FileStorage::open(out).map_err(|error| journal::unusable(out, &error.into()))?;
    let merged = Lines::open(storage, header).map_err(|error| journal::unusable(out, &error))?;
    let shown = plain(&out.to_string_lossy());
    if !merged.is_new() {
        return Err(Failure::usage(format!("{shown} is a journal already"))
            .help("Name another file with `--out FILE`."));
    }
    let mut seen = HashSet::new();
    for (journal, path) in read.iter().zip(paths) {
        copy(journal, path, &merged, &mut seen).inspect_err(|_| {
            // A part of a journal would tell that the other rows never ran.
            let _ = std::fs::remove_file(out);
        })?;
    }
    output::note(format_args!(
        "Merged {} journals with {} rows into {shown}.",
        paths.len(),
        seen.len()
    ));
    Ok(())
}

/// Checks that two journals are of one run.
fn same(one: &Value, other: &Value, path: &Path) -> Result<(), Failure> {
    let Some(name) = SAME.iter().find(|name| one[**name] != other[**name]) else { return Ok(()) };
    let path = plain(&path.to_string_lossy());
    let (one, other) = (short(&words_of(&one[*name])), short(&words_of(&other[*name])));
    Err(Failure::usage(format!("{path} is a journal of another run"))
        .code(Code::Journal)
        .detail(format!("{name}: {other}, and the first journal has {one}")))
}

/// Notes which shards are not there.
fn tell_missing(journals: &[Journal]) {
    let shards: Vec<&str> =
        journals.iter().filter_map(|journal| journal.header()["shard"].as_str()).collect();
    let count =
        shards.iter().filter_map(|shard| shard.split_once('/')?.1.parse::<u32>().ok()).max();
    let missing: Vec<String> = (1..=count.unwrap_or_default())
        .map(|index| format!("{index}/{}", count.unwrap_or_default()))
        .filter(|shard| !shards.contains(&shard.as_str()))
        .take(10)
        .collect();
    if !missing.is_empty() {
        output::note(format_args!("note: the journal of shard {} is missing", missing.join(", ")));
    }
}

/// Copies the records of a journal. Each row is in one journal only.
fn copy(
    journal: &Journal,
    path: &Path,
    to: &Journal,
    seen: &mut HashSet<houston_client::rows::Fingerprint>,
) -> Result<(), Failure> {
    let failed = |error: std::io::Error| {
        Failure::new(Exit::Internal, "cannot write the merged journal").because(error)
    };
    let (mut own, mut group, mut fault) = (HashSet::new(), Vec::<Record>::new(), None);
    let read = journal.records(|record| {
        if seen.contains(&record.row) {
            let path = plain(&path.to_string_lossy());
            fault.get_or_insert(
                Failure::usage(format!("{path} has rows that another journal has as well"))
                    .code(Code::Journal),
            );
        }
        own.insert(record.row);
        group.push(record);
        if group.len() == GROUP {
            let written = to.append(&std::mem::take(&mut group));
            fault = fault.take().or(written.err().map(failed));
        }
    });
    read.map_err(|error| journal::unusable(path, &error))?;
    if let Some(fault) = fault {
        return Err(fault);
    }
    to.append(&group).and_then(|()| to.sync()).map_err(failed)?;
    seen.extend(own);
    Ok(())
}
