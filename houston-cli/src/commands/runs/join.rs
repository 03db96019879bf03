//! Joins the reports of shards, in the order of their rows.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, ErrorKind, Write};
use std::iter::Peekable;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::failure::{Exit, Failure};
use crate::input::InParts;
use crate::settings::files;
use crate::terminal::text::plain;

/// The rows of a report, each with its number.
type Rows = Peekable<Box<dyn Iterator<Item = Result<(u64, Vec<u8>), Failure>>>>;

/// The number of a row in NDJSON.
#[derive(Deserialize)]
struct Numbered {
    row: u64,
}

/// Joins reports of one format.
///
/// # Errors
///
/// Fails if a report cannot be read, is of another format, or has a row that another one has.
pub(super) fn reports(paths: &[PathBuf], out: Option<&Path>) -> Result<(), Failure> {
    let opened = paths.iter().map(|path| open(path)).collect::<Result<Vec<_>, _>>()?;
    let heads: Vec<&Vec<u8>> = opened.iter().map(|(head, _)| head).collect();
    if let Some(at) = heads.iter().position(|head| *head != heads[0]) {
        let (one, other) = (shown(&paths[0]), shown(&paths[at]));
        return Err(Failure::usage(format!("{one} and {other} have other columns or formats")));
    }
    let mut to: BufWriter<Box<dyn Write>> = BufWriter::new(match out {
        Some(path) => Box::new(files::new_private(path).map_err(|error| {
            Failure::usage(format!("cannot create {}", shown(path))).because(error)
        })?),
        None => Box::new(io::stdout()),
    });
    let unwritten = |error: io::Error| {
        Failure::new(Exit::Internal, "cannot write the merged report").because(error)
    };
    to.write_all(heads[0]).map_err(unwritten)?;
    let mut reports: Vec<Rows> = opened.into_iter().map(|(_, rows)| rows).collect();
    let mut last: Option<(u64, usize)> = None;
    loop {
        let mut next: Option<(u64, usize)> = None;
        for (at, rows) in reports.iter_mut().enumerate() {
            if let Some(row) = rows.peek() {
                // A fault comes first.
                let number = row.as_ref().map_or(0, |(number, _)| *number);
                if next.is_none_or(|(least, _)| number < least) {
                    next = Some((number, at));
                }
            }
        }
        let Some((_, at)) = next else { break };
        let Some(row) = reports[at].next() else { break };
        let (number, text) = row?;
        if let Some((before, other)) = last.filter(|(before, _)| *before >= number) {
            let what = match before == number {
                true => format!(
                    "row {number} is in {} and in {}",
                    shown(&paths[other]),
                    shown(&paths[at])
                ),
                false => format!("{}: row {number} is not in order", shown(&paths[at])),
            };
            return Err(Failure::usage(what));
        }
        last = Some((number, at));
        match to.write_all(&text) {
            Err(error) if error.kind() == ErrorKind::BrokenPipe && out.is_none() => return Ok(()),
            written => written.map_err(unwritten)?,
        }
    }
    to.flush().map_err(unwritten)
}

/// The head of a report, which is empty for NDJSON, and its rows.
fn open(path: &Path) -> Result<(Vec<u8>, Rows), Failure> {
    let failed =
        |error: io::Error| Failure::usage(format!("cannot read {}", shown(path))).because(error);
    let (file, parts) = InParts::new(File::open(path).map_err(failed)?);
    let mut reader = BufReader::new(file);
    let first = reader.fill_buf().map_err(failed)?.first().copied();
    let name = shown(path);
    let foreign = move |at: u64| {
        Failure::usage(format!("{name} is not a report of rows: line {at} has no row number"))
            .help("`-o ndjson` and `-o csv` write reports that can be merged.")
    };
    if matches!(first, None | Some(b'{')) {
        let lines = reader.lines().zip(1..).map(move |(line, at)| {
            parts.next();
            let line = line.map_err(|error| foreign(at).because(error))?;
            let row = serde_json::from_str::<Numbered>(&line).map_err(|_| foreign(at))?;
            Ok((row.row, (line + "\n").into_bytes()))
        });
        return Ok((Vec::new(), (Box::new(lines) as Box<dyn Iterator<Item = _>>).peekable()));
    }
    let mut reader = csv::Reader::from_reader(reader);
    let head = reader.byte_headers().map_err(|error| foreign(1).because(error))?.clone();
    if head.get(0) != Some(b"row") {
        return Err(foreign(1));
    }
    let lines = reader.into_byte_records().zip(2..).map(move |(record, at)| {
        parts.next();
        let record = record.map_err(|error| foreign(at).because(error))?;
        let number =
            record.get(0).and_then(|cell| std::str::from_utf8(cell).ok()?.parse::<u64>().ok());
        Ok((number.ok_or_else(|| foreign(at))?, written(&record)))
    });
    Ok((written(&head), (Box::new(lines) as Box<dyn Iterator<Item = _>>).peekable()))
}

/// A line of CSV.
fn written(record: &csv::ByteRecord) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing to memory does not fail.
    let _ = writer.write_byte_record(record);
    writer.into_inner().unwrap_or_default()
}

fn shown(path: &Path) -> String {
    plain(&path.to_string_lossy())
}
