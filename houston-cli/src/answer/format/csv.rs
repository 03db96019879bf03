//! Comma-separated values: one row for each object of a list.

use std::borrow::Cow;

use houston_schema::text::is_invisible;
use serde_json::Value;

use super::flat::{Columns, Leaves, MOST_PATHS, leaves, most_columns};
use super::screen::{Screen, shown};
use crate::failure::{Exit, Failure};

pub(super) fn write(value: &Value, screen: Screen) -> Result<String, Failure> {
    let failed = || Failure::new(Exit::Partial, "the answer cannot be written as CSV");
    let large = |why: String| {
        let next =
            "Choose columns with `--fields` or `--jq`, or write the answer with `-o ndjson`.";
        failed().detail(why).help(next)
    };
    let mut left = MOST_PATHS;
    let rows: Option<Vec<Leaves<'_>>> = match value {
        Value::Array(items) => items.iter().map(|item| row(item, &mut left)).collect(),
        Value::Null => Some(Vec::new()),
        other => row(other, &mut left).map(|row| vec![row]),
    };
    let rows = rows.ok_or_else(|| {
        large(format!("the names of its columns have more than {} MiB", MOST_PATHS >> 20))
    })?;
    let mut columns = Columns::default();
    let places: Vec<usize> = rows.iter().flatten().map(|(name, _)| columns.place(name)).collect();
    let names = columns.names;
    if names.len() > most_columns(rows.len(), places.len()) {
        return Err(large(format!(
            "its {} rows have {} different columns, so that most cells would be empty",
            rows.len(),
            names.len()
        )));
    }
    let mut writer = csv::Writer::from_writer(Vec::new());
    if !names.is_empty() {
        let heads = names.iter().map(|name| cell_of(name, screen).into_owned());
        writer.write_record(heads).map_err(|error| failed().because(error))?;
    }
    let mut places = places.into_iter();
    for row in rows.iter().filter(|_| !names.is_empty()) {
        let mut cells: Vec<Option<Cow<'_, str>>> = vec![None; names.len()];
        for ((_, value), at) in row.iter().zip(&mut places) {
            cells[at].get_or_insert_with(|| match value {
                Value::Null => Cow::default(),
                Value::String(text) => cell_of(text, screen),
                other => other.to_string().into(),
            });
        }
        let cells = cells.into_iter().map(|cell| cell.unwrap_or_default().into_owned());
        writer.write_record(cells).map_err(|error| failed().because(error))?;
    }
    let bytes = writer.into_inner().map_err(|error| failed().because(error))?;
    let text = String::from_utf8(bytes).map_err(|error| failed().because(error))?;
    Ok(shown(text.trim_end_matches('\n'), screen))
}

fn row<'v>(value: &'v Value, left: &mut usize) -> Option<Leaves<'v>> {
    match value {
        Value::Object(object) => leaves(object, left),
        other => Some(vec![("value".into(), other)]),
    }
}

/// One line of CSV.
pub(crate) fn record(cells: impl IntoIterator<Item: AsRef<str>>, screen: Screen) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let cells = cells.into_iter().map(|cell| cell_of(cell.as_ref(), screen).into_owned());
    // Writing to memory does not fail.
    let _ = writer.write_record(cells);
    let line = String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default();
    shown(&line, screen)
}

/// A text in a cell: a spreadsheet, and a person who copies it into one, gets no formula.
fn cell_of(text: &str, screen: Screen) -> Cow<'_, str> {
    if screen.terminal || screen.excel { harmless(text) } else { text.into() }
}

/// The signs with which a formula begins, also those that a spreadsheet takes for them.
const SIGNS: [char; 13] = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '﹦', '﹢', '﹣', '﹫', '−'];

/// The letters behind which a spreadsheet may begin another cell, whichever separator it expects.
const ENDS: [char; 4] = [';', '\t', '\r', '\n'];

/// Puts an apostrophe before what a spreadsheet would read as a formula, in a cell for people.
fn harmless(text: &str) -> Cow<'_, str> {
    let is_formula = |part: &str| {
        let is_unseen =
            |letter: char| letter.is_whitespace() || letter.is_control() || is_invisible(letter);
        part.trim_start_matches(is_unseen).starts_with(SIGNS)
    };
    if !text.starts_with(ENDS) && !text.split(ENDS).any(is_formula) {
        return text.into();
    }
    let mut safe = String::with_capacity(text.len() + 2);
    for (at, part) in text.split_inclusive(ENDS).enumerate() {
        if is_formula(part) || (at == 0 && part.starts_with(ENDS)) {
            safe.push('\'');
        }
        safe += part;
    }
    safe.into()
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn what_a_spreadsheet_takes_for_a_formula_gets_an_apostrophe() {
        for (text, cell) in [
            ("a", "a"),
            ("a=b", "a=b"),
            ("a;b", "a;b"),
            ("a - b", "a - b"),
            ("", ""),
            ("=1", "'=1"),
            ("+1", "'+1"),
            ("-1", "'-1"),
            ("@SUM(1)", "'@SUM(1)"),
            ("＝1", "'＝1"),
            ("＋1", "'＋1"),
            ("－1", "'－1"),
            ("＠a", "'＠a"),
            ("−1", "'−1"),
            ("  =1", "'  =1"),
            ("\u{a0}=1", "'\u{a0}=1"),
            ("\u{feff}\u{200b}=1", "'\u{feff}\u{200b}=1"),
            ("\u{1}=1", "'\u{1}=1"),
            ("\ta", "'\ta"),
            ("\ra", "'\ra"),
            (";a", "';a"),
            // Where cells end at semicolons.
            ("a;=1", "a;'=1"),
            ("a; ＝1;b", "a;' ＝1;b"),
            ("a\n=1", "a\n'=1"),
            ("a\r\n=1", "a\r\n'=1"),
        ] {
            assert_eq!(harmless(text), cell, "{text:?}");
        }
    }
}
