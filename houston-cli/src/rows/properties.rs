//! Properties of rows: what is read is what was written, in the line where it stands.

use houston_tests::property::{cases, json, text};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Map, Value};

use super::record::{Broken, Record, Records};
use super::source::Source;
use crate::arguments::{Cell, Written};
use crate::settings::options::RowsFormat;

/// Each row with its line.
type Rows = Vec<(u64, Vec<Cell>)>;

/// The names of the columns, and the rows. No row has a problem of its own.
fn read(format: RowsFormat, text: &[u8]) -> Result<(Vec<String>, Rows), String> {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), text).unwrap();
    let mut source = Source::of("--rows", file.path().to_str().unwrap(), Some(format)).unwrap();
    let broken = |broken| match broken {
        Broken::Text(problem) => problem.to_string(),
        Broken::File(error) => error.to_string(),
    };
    let (mut records, problems) = Records::open(&mut source, None).map_err(broken)?;
    if let Some(problem) = problems.first() {
        return Err(problem.to_string());
    }
    let (mut record, mut rows) = (Record::default(), Vec::new());
    while records.next(&mut record).map_err(broken)? {
        if let Some(problem) = record.problem.take() {
            return Err(problem.to_string());
        }
        rows.push((record.line, record.cells.clone()));
    }
    Ok((records.names.all().to_vec(), rows))
}

/// A cell of CSV, in quotes where it needs them or where they are wanted.
fn cell(text: &str, wants_quotes: bool) -> String {
    match wants_quotes || text.is_empty() || text.contains([',', '"', '\n', '\r']) {
        true => format!("\"{}\"", text.replace('"', "\"\"")),
        false => text.to_owned(),
    }
}

fn value(written: &Written) -> Value {
    match written {
        Written::Null => Value::Null,
        Written::Bool(is, _) => (*is).into(),
        Written::Number(digits) | Written::Plain(digits) => digits.parse::<i64>().unwrap().into(),
        Written::Text(text) => text.as_str().into(),
        Written::List(items) => items.iter().map(value).collect(),
        Written::Object(fields) => {
            let fields = fields.iter().map(|(name, field)| (name.clone(), value(field)));
            Value::Object(fields.collect())
        }
    }
}

/// The rows as objects, each with its line.
fn objects((names, rows): (Vec<String>, Rows)) -> Vec<(u64, Value)> {
    let object = |cells: Vec<Cell>| {
        let cells = names.iter().zip(cells).filter_map(|(name, cell)| match cell {
            Cell::Absent => None,
            Cell::Text(text) => Some((name.clone(), text.into())),
            Cell::Written(written) => Some((name.clone(), value(&written))),
        });
        Value::Object(cells.collect())
    };
    rows.into_iter().map(|(line, cells)| (line, object(cells))).collect()
}

fn row() -> impl Strategy<Value = Map<String, Value>> {
    vec((text(), json()), 0..4).prop_map(|fields| fields.into_iter().collect())
}

/// A list of rows, with these texts in front of each one, and the line of each.
fn list(rows: &[(&str, Map<String, Value>, bool)]) -> (String, Vec<(u64, Value)>) {
    let (mut text, mut expected) = ("[".to_owned(), Vec::new());
    for (at, (blank, row, pretty)) in rows.iter().enumerate() {
        text += if at == 0 { "" } else { "," };
        text += blank;
        expected.push((1 + text.matches('\n').count() as u64, row.clone().into()));
        let written =
            if *pretty { serde_json::to_string_pretty(row) } else { serde_json::to_string(row) };
        text += &written.unwrap();
    }
    (text + "\n]\n", expected)
}

fn rows() -> impl Strategy<Value = Vec<(&'static str, Map<String, Value>, bool)>> {
    vec((select(&["", " ", "\n", "\n\n "][..]), row(), any::<bool>()), 1..6)
}

proptest! {
    #![proptest_config(cases(128))]

    #[test]
    fn csv_is_read_as_it_was_written(
        rows in (1..4_usize).prop_flat_map(|width| vec(vec((text(), any::<bool>()), width), 1..6)),
        ends in vec(select(&["\n", "\r\n", "\n\n"][..]), 6),
        has_end: bool,
        has_mark: bool,
    ) {
        let names: Vec<String> = (0..rows[0].len()).map(|at| format!("c{at}")).collect();
        let mut text = if has_mark { "\u{feff}" } else { "" }.to_owned() + &names.join(",");
        let mut expected = Vec::new();
        for (row, end) in rows.iter().zip(&ends) {
            text += end;
            let line = 1 + text.matches('\n').count() as u64;
            let cells = row.iter().map(|(text, _)| text.replace('\0', "0"));
            let written = cells.clone().zip(row).map(|(text, (_, quoted))| cell(&text, *quoted));
            text += &written.collect::<Vec<_>>().join(",");
            let cells = cells.map(|text| if text.is_empty() { Cell::Absent } else { Cell::Text(text) });
            expected.push((line, cells.collect()));
        }
        text += if has_end { "\n" } else { "" };
        prop_assert_eq!(read(RowsFormat::Csv, text.as_bytes()), Ok((names, expected)), "{}", text);
    }

    #[test]
    fn lines_of_json_are_read_as_they_were_written(rows in vec((0..3_usize, row()), 1..6)) {
        let (mut text, mut expected) = (String::new(), Vec::new());
        for (blank, row) in rows {
            text += &"\n".repeat(blank);
            expected.push((1 + text.matches('\n').count() as u64, Value::Object(row.clone())));
            text += &serde_json::to_string(&row).unwrap();
            text += "\n";
        }
        let read = read(RowsFormat::Ndjson, text.as_bytes()).map(objects);
        prop_assert_eq!(read, Ok(expected), "{}", text);
    }

    #[test]
    fn a_list_of_json_is_read_as_it_was_written(rows in rows()) {
        let (text, expected) = list(&rows);
        prop_assert_eq!(read(RowsFormat::Json, text.as_bytes()).map(objects), Ok(expected), "{}", text);
    }

    #[test]
    fn yaml_is_read_as_it_was_written(rows in vec(row(), 1..6)) {
        let text = serde_saphyr::to_string(&rows).unwrap();
        let read = read(RowsFormat::Yaml, text.as_bytes()).map(objects);
        let read = read.map(|rows| rows.into_iter().map(|(_, row)| row).collect::<Vec<_>>());
        let rows: Vec<Value> = rows.into_iter().map(Value::Object).collect();
        prop_assert_eq!(read, Ok(rows), "{}", text);
    }

    #[test]
    fn any_file_is_read_or_refused(
        format in select(&[RowsFormat::Csv, RowsFormat::Ndjson, RowsFormat::Json, RowsFormat::Yaml][..]),
        rows in rows(),
        at: Index,
        more in vec(any::<u8>(), 0..4),
        text in text(),
    ) {
        let mut bytes = list(&rows).0.into_bytes();
        let at = at.index(bytes.len());
        bytes.splice(at..at, more);
        let _ = read(format, &bytes);
        let _ = read(format, text.as_bytes());
    }
}
