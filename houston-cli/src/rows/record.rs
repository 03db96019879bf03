//! The rows of a file, one after the other.

use std::collections::HashMap;
use std::io::{self, BufRead, BufReader, Read};

use serde_json::value::RawValue;

use super::source::{Opened, Source};
use super::strict::{LARGEST_ROW, Strict};
use crate::arguments::{Cell, Problem, Written};
use crate::input;
use crate::settings::options::{Empty, RowsFormat};
use crate::terminal::text::{plain, short};

/// The most columns of a file.
const MOST_COLUMNS: usize = 1_000;

/// The names of columns, in the order in which they are known.
#[derive(Debug, Default)]
pub(super) struct Names {
    names: Vec<String>,
    places: HashMap<String, usize>,
}

impl Names {
    pub(super) fn all(&self) -> &[String] {
        &self.names
    }

    fn add(&mut self, name: &str) -> usize {
        let at = self.names.len();
        self.places.insert(name.to_owned(), at);
        self.names.push(name.to_owned());
        at
    }
}

/// A row as it is in the file.
#[derive(Debug, Default)]
pub(super) struct Record {
    /// Its first line.
    pub(super) line: u64,
    /// Its cells, by column.
    pub(super) cells: Vec<Cell>,
    /// What is wrong with the row as a whole.
    pub(super) problem: Option<Problem>,
}

/// Why no further row can be read.
#[derive(Debug)]
pub(super) enum Broken {
    /// The text is not what its format says.
    Text(Problem),
    /// It cannot be read.
    File(io::Error),
}

impl Broken {
    /// There is nothing at all.
    pub(super) fn empty() -> Self {
        let what = "there is nothing in it; check the command that should have written it";
        Broken::Text(Problem::whole(what))
    }
}

/// The rows of a file.
pub(super) struct Records {
    rows: Rows,
    pub(super) names: Names,
    empty: Option<Empty>,
}

enum Rows {
    Csv(Box<csv::Reader<Strict<Opened>>>, csv::ByteRecord),
    Lines(BufReader<Opened>, u64, Vec<u8>),
    /// Items of a list, each with its line; and the hash of what was read.
    Items(std::vec::IntoIter<(u64, Item)>, Opened),
}

enum Item {
    Json(Box<RawValue>),
    Yaml(Written),
}

/// A place, for problems.
pub(super) fn place(line: u64, column: Option<&str>) -> String {
    match column {
        Some(column) => format!("line {line}, column {}", short(column)),
        None => format!("line {line}"),
    }
}

impl Records {
    /// Opens a source. The columns of CSV are known then. Also returns the problems of the header.
    ///
    /// # Errors
    ///
    /// Fails if it cannot be read, is empty, or is not what its format says.
    pub(super) fn open(
        source: &mut Source,
        empty: Option<Empty>,
    ) -> Result<(Self, Vec<Problem>), Broken> {
        let mut opened = source.open().map_err(Broken::File)?;
        let names = Names::default();
        let rows = match source.format {
            RowsFormat::Csv => {
                let builder = csv::ReaderBuilder::new()
                    .has_headers(false)
                    .flexible(true)
                    .buffer_capacity(1 << 16)
                    .from_reader(Strict::new(opened));
                let mut records = Records {
                    rows: Rows::Csv(Box::new(builder), csv::ByteRecord::new()),
                    names,
                    empty,
                };
                let problems = records.header()?.ok_or_else(Broken::empty)?;
                return Ok((records, problems));
            }
            RowsFormat::Ndjson => {
                let mut lines = BufReader::with_capacity(1 << 16, opened);
                if lines.fill_buf().map_err(Broken::File)?.is_empty() {
                    return Err(Broken::empty());
                }
                Rows::Lines(lines, 0, Vec::new())
            }
            format => {
                let text = input::whole(&mut opened).map_err(|error| match error.kind() {
                    io::ErrorKind::FileTooLarge => {
                        let what = "a list in JSON or YAML can have 64 MiB; write the rows as NDJSON or CSV";
                        Broken::Text(Problem::whole(what))
                    }
                    io::ErrorKind::InvalidData => {
                        Broken::Text(Problem::whole(plain(&error.to_string())))
                    }
                    _ => Broken::File(error),
                })?;
                if text.trim().is_empty() {
                    return Err(Broken::empty());
                }
                let items = match format {
                    RowsFormat::Yaml => yaml(&text)?,
                    _ => json(&text)?,
                };
                Rows::Items(items.into_iter(), opened)
            }
        };
        Ok((Records { rows, names, empty }, Vec::new()))
    }

    /// Whether all columns are known in front of the first row.
    pub(super) fn has_header(&self) -> bool {
        matches!(self.rows, Rows::Csv(..))
    }

    /// Reads what is left, and returns the hash of the file.
    pub(super) fn hash(self) -> io::Result<[u8; 32]> {
        match self.rows {
            Rows::Csv(reader, _) => reader.into_inner().into_inner().hash(),
            Rows::Lines(lines, ..) => lines.into_inner().hash(),
            Rows::Items(_, opened) => opened.hash(),
        }
    }

    /// Reads the header of CSV. None if there is nothing at all.
    fn header(&mut self) -> Result<Option<Vec<Problem>>, Broken> {
        let mut record = Record::default();
        if !self.csv(&mut record)? {
            return Ok(None);
        }
        let mut problems = Vec::new();
        if record.cells.len() > MOST_COLUMNS {
            let what =
                format!("there are {} columns; at most {MOST_COLUMNS} can be", record.cells.len());
            return Err(Broken::Text(Problem::at("line 1", what)));
        }
        let mut repeated = Vec::new();
        for (at, cell) in record.cells.iter().enumerate() {
            let name = match cell {
                Cell::Text(name) => name.as_str(),
                _ => "",
            };
            if name.is_empty() {
                let what = format!("the name of column {} is empty", at + 1);
                problems.push(Problem::at(place(record.line, None), what));
            } else if self.names.places.contains_key(name) && !repeated.contains(&name) {
                repeated.push(name);
                let what = "two columns have this name";
                problems.push(Problem::at(place(record.line, Some(name)), what));
            }
            self.names.add(name);
        }
        if let [only] = self.names.all()
            && let Some(separator) = [';', '\t', '|'].into_iter().find(|one| only.contains(*one))
        {
            let shown = separator.escape_debug();
            let what =
                format!("the cells seem to be separated by `{shown}`; separate them by commas");
            return Err(Broken::Text(Problem::at(place(record.line, None), what)));
        }
        Ok(Some(problems))
    }

    /// Reads the next row. False at the end.
    ///
    /// # Errors
    ///
    /// Fails if no further row can be read.
    pub(super) fn next(&mut self, record: &mut Record) -> Result<bool, Broken> {
        record.problem = None;
        let found = match &mut self.rows {
            Rows::Csv(..) => {
                let found = self.csv(record)?;
                let (cells, names) = (record.cells.len(), self.names.all().len());
                if found && cells != names {
                    let few = if cells < names { "few" } else { "many" };
                    let what = format!("too {few} cells: {cells}, and the header has {names}");
                    record.problem = Some(Problem::at(place(record.line, None), what));
                }
                return Ok(found);
            }
            Rows::Lines(lines, at, buffer) => {
                let text = line(lines, at, buffer)?;
                text.map(|text| (*at, Written::json(text)))
            }
            Rows::Items(items, _) => items.next().map(|(line, item)| match item {
                Item::Yaml(written) => (line, Ok(written)),
                Item::Json(text) => (line, Written::json(text.get())),
            }),
        };
        let Some((line, written)) = found else { return Ok(false) };
        record.line = line;
        record.cells.clear();
        match written {
            Err(error) => record.problem = Some(not_json(line, &error)),
            Ok(Written::Object(fields)) => {
                for (name, value) in fields {
                    let at = match self.names.places.get(&name) {
                        Some(at) => *at,
                        None if self.names.names.len() < MOST_COLUMNS => self.names.add(&name),
                        None => {
                            let what = format!("the rows have more than {MOST_COLUMNS} names");
                            return Err(Broken::Text(Problem::at(place(line, None), what)));
                        }
                    };
                    if record.cells.len() <= at {
                        record.cells.resize(at + 1, Cell::Absent);
                    }
                    record.cells[at] = Cell::Written(value);
                }
            }
            Ok(other) => {
                let what = format!("{} is not a row; write an object", other.kind());
                record.problem = Some(Problem::at(place(line, None), what));
            }
        }
        Ok(true)
    }

    /// Reads a row of CSV. An empty cell of the header is an empty name.
    fn csv(&mut self, record: &mut Record) -> Result<bool, Broken> {
        let Rows::Csv(reader, cells) = &mut self.rows else { return Ok(false) };
        match reader.read_byte_record(cells) {
            Ok(true) => {}
            Ok(false) => return Ok(false),
            Err(error) => {
                return Err(match &reader.get_ref().damage {
                    Some(damage) => {
                        let name = self.names.all().get(damage.at.cell).cloned();
                        let name = name.unwrap_or_else(|| (damage.at.cell + 1).to_string());
                        let place = place(damage.at.line, Some(&name));
                        let place = format!("{place}, character {}", damage.at.character);
                        Broken::Text(Problem::at(place, damage.what))
                    }
                    None => Broken::File(match error.into_kind() {
                        csv::ErrorKind::Io(error) => error,
                        other => io::Error::other(format!("{other:?}")),
                    }),
                });
            }
        }
        record.line = reader.get_mut().start();
        record.cells.clear();
        for (at, cell) in cells.iter().enumerate() {
            let text = match std::str::from_utf8(cell) {
                Ok(text) if !text.contains('\0') => text,
                read => {
                    let what = match read {
                        Ok(_) => "it contains a zero byte, so it is not text",
                        Err(_) => "it is not valid UTF-8",
                    };
                    let name = self.names.all().get(at).cloned();
                    let name = name.unwrap_or_else(|| (at + 1).to_string());
                    return Err(Broken::Text(Problem::at(place(record.line, Some(&name)), what)));
                }
            };
            record.cells.push(match (text, self.empty) {
                ("", None) => Cell::Absent,
                ("", Some(Empty::Null)) => Cell::Written(Written::Null),
                _ => Cell::Text(text.to_owned()),
            });
        }
        Ok(true)
    }
}

/// The next line with something in it.
fn line<'b>(
    lines: &mut BufReader<Opened>,
    at: &mut u64,
    buffer: &'b mut Vec<u8>,
) -> Result<Option<&'b str>, Broken> {
    loop {
        buffer.clear();
        let mut limited = lines.by_ref().take(LARGEST_ROW as u64 + 1);
        let count = limited.read_until(b'\n', buffer).map_err(Broken::File)?;
        *at += 1;
        let broken = |what: &str| Broken::Text(Problem::at(place(*at, None), what));
        if count > LARGEST_ROW {
            return Err(broken("the row is larger than 1 MiB"));
        }
        if count == 0 {
            return Ok(None);
        }
        if buffer.contains(&0) {
            return Err(broken("it contains a zero byte, so it is not text"));
        }
        if buffer.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        break;
    }
    let broken = |_| Broken::Text(Problem::at(place(*at, None), "it is not valid UTF-8"));
    std::str::from_utf8(buffer).map(Some).map_err(broken)
}

/// The problem of JSON that begins in this line of the file.
fn not_json(line: u64, error: &serde_json::Error) -> Problem {
    let (own, column) = (error.line() as u64, error.column());
    let what = error.to_string();
    let what = what.strip_suffix(&format!(" at line {own} column {column}")).unwrap_or(&what);
    let line = line + own.saturating_sub(1);
    let what = format!("not valid JSON at character {column}: {}", plain(what));
    Problem::at(place(line, None), what)
}

/// The items of a JSON array, each with its line.
fn json(text: &str) -> Result<Vec<(u64, Item)>, Broken> {
    let items: Vec<&RawValue> = serde_json::from_str(text).map_err(|error| {
        Broken::Text(match error.is_data() {
            true => Problem::whole(
                "it is not a list; write `[` in front of the rows, or name it .ndjson",
            ),
            false => not_json(1, &error),
        })
    })?;
    let (mut line, mut from) = (1, 0);
    let numbered = items.into_iter().map(|item| {
        let at = item.get().as_ptr() as usize - text.as_ptr() as usize;
        line += text.as_bytes()[from..at].iter().filter(|byte| **byte == b'\n').count() as u64;
        from = at;
        (line, Item::Json(item.to_owned()))
    });
    Ok(numbered.collect())
}

/// The items of a YAML list, each with its line.
fn yaml(text: &str) -> Result<Vec<(u64, Item)>, Broken> {
    let items = Written::items(text).map_err(|what| Broken::Text(Problem::whole(what)))?;
    Ok(items.into_iter().map(|(line, item)| (line, Item::Yaml(item))).collect())
}
