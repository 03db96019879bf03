//! Values with separators: one row for each object of a list, in CSV or TSV.
//!
//! The columns are those of the selection, if there is one: the same for any data, also for none.

use std::borrow::Cow;

use houston_schema::text::is_invisible;
use serde_json::Value;

use super::flat::{Columns, Leaves, MOST_PATHS, leaves, most_columns};
use super::layout::{Layout, at};
use super::screen::{Screen, shown};
use crate::failure::{Exit, Failure};

/// How values are separated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Separated {
    /// By commas, and quoted where needed, as in RFC 4180.
    Csv,
    /// By tabs, with `\t`, `\n`, `\r` and `\\` in values, as jq's `@tsv` writes them.
    Tsv,
}

/// A row with its cells.
type Row<'r> = Vec<Cow<'r, str>>;

pub(super) fn write(
    value: &Value,
    screen: Screen,
    layout: Option<&Layout>,
    how: Separated,
) -> Result<String, Failure> {
    let items = match value {
        Value::Array(items) => &items[..],
        Value::Null => &[],
        one => std::slice::from_ref(one),
    };
    let rows = match layout {
        Some(layout) => planned(items, screen, layout),
        None => found(items, screen),
    };
    let name = if how == Separated::Csv { "CSV" } else { "TSV" };
    let rows = rows.map_err(|why| {
        Failure::new(Exit::Partial, format!("the answer cannot be written as {name}"))
            .detail(why)
            .help("Choose columns with `--fields` or `--jq`, or write the answer with `-o ndjson`.")
    })?;
    // Excel takes the text for UTF-8 by its byte order mark.
    let mark = if screen.excel && !screen.terminal { "\u{feff}" } else { "" };
    let text = rows.map(|row| line(row, how)).collect::<String>();
    Ok(mark.to_owned() + &shown(text.strip_suffix('\n').unwrap_or(&text), screen))
}

/// Why rows have too many columns.
fn sparse(rows: usize, columns: usize) -> String {
    format!("its {rows} rows have {columns} different columns, so that most cells would be empty")
}

/// The rows with the columns of the selection.
fn planned<'r>(
    items: &'r [Value],
    screen: Screen,
    layout: &'r Layout,
) -> Result<Box<dyn Iterator<Item = Row<'r>> + 'r>, String> {
    let filled = items.iter().filter(|item| !item.is_null()).count();
    let columns = layout.paths.len();
    if columns > most_columns(items.len(), filled.saturating_mul(columns)) {
        return Err(sparse(items.len(), columns));
    }
    let head = layout.paths.iter().map(|path| cell_of(&path.join("."), screen).into_owned().into());
    let cells = move |item: &Value| {
        let cell = |path: &Vec<String>| cell(&at(item, path), screen).into_owned().into();
        layout.paths.iter().map(cell).collect()
    };
    Ok(Box::new([head.collect()].into_iter().chain(items.iter().map(cells))))
}

/// The rows with the columns that they have.
fn found<'r>(
    items: &'r [Value],
    screen: Screen,
) -> Result<Box<dyn Iterator<Item = Row<'r>> + 'r>, String> {
    let mut left = MOST_PATHS;
    let rows: Option<Vec<Leaves<'r>>> = items.iter().map(|item| row(item, &mut left)).collect();
    let rows = rows.ok_or_else(|| {
        format!("the names of its columns have more than {} MiB", MOST_PATHS >> 20)
    })?;
    let mut columns = Columns::default();
    let places: Vec<usize> = rows.iter().flatten().map(|(name, _)| columns.place(name)).collect();
    let names: Vec<String> = columns.names.into_iter().map(str::to_owned).collect();
    if names.len() > most_columns(rows.len(), places.len()) {
        return Err(sparse(rows.len(), names.len()));
    }
    let count = names.len();
    let head = names.into_iter().map(|name| cell_of(&name, screen).into_owned().into()).collect();
    let mut places = places.into_iter();
    let cells = move |row: Leaves<'r>| {
        let mut cells: Vec<Option<Cow<'r, str>>> = vec![None; count];
        for ((_, value), at) in row.into_iter().zip(&mut places) {
            cells[at].get_or_insert_with(|| cell(value, screen));
        }
        cells.into_iter().map(Option::unwrap_or_default).collect()
    };
    let rows = [head].into_iter().chain(rows.into_iter().map(cells));
    Ok(Box::new(rows.filter(move |_| count > 0)))
}

fn row<'v>(value: &'v Value, left: &mut usize) -> Option<Leaves<'v>> {
    match value {
        Value::Object(object) => leaves(object, left),
        other => Some(vec![("value".into(), other)]),
    }
}

/// A value in a cell. A program gets a list as JSON, and a person gets its items.
fn cell(value: &Value, screen: Screen) -> Cow<'_, str> {
    match value {
        Value::Null => Cow::default(),
        Value::String(text) => cell_of(text, screen),
        Value::Array(items) if screen.is_for_people() && are_scalars(items) => {
            cell_of(&joined(items), screen).into_owned().into()
        }
        other => other.to_string().into(),
    }
}

/// Whether a list has no objects.
fn are_scalars(items: &[Value]) -> bool {
    items.iter().all(|item| match item {
        Value::Object(_) => false,
        Value::Array(items) => are_scalars(items),
        _ => true,
    })
}

/// The items of a list that has no objects.
fn joined(items: &[Value]) -> String {
    let words = items.iter().map(|item| match item {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(items) => joined(items),
        other => other.to_string(),
    });
    words.collect::<Vec<_>>().join(", ")
}

/// A line with its end.
fn line(cells: impl IntoIterator<Item: AsRef<str>>, how: Separated) -> String {
    match how {
        Separated::Csv => {
            let mut writer = csv::Writer::from_writer(Vec::new());
            // Writing to memory does not fail.
            let _ = writer.write_record(cells.into_iter().map(|cell| cell.as_ref().to_owned()));
            String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
        }
        Separated::Tsv => {
            let cells = cells.into_iter().map(|cell| escaped(cell.as_ref()));
            cells.collect::<Vec<_>>().join("\t") + "\n"
        }
    }
}

fn escaped(text: &str) -> String {
    let escapes = [("\\", "\\\\"), ("\t", "\\t"), ("\n", "\\n"), ("\r", "\\r")];
    escapes.iter().fold(text.to_owned(), |text, (letter, escape)| text.replace(letter, escape))
}

/// One line of CSV.
pub(crate) fn record(cells: impl IntoIterator<Item: AsRef<str>>, screen: Screen) -> String {
    let cells = cells.into_iter().map(|cell| cell_of(cell.as_ref(), screen).into_owned());
    shown(&line(cells, Separated::Csv), screen)
}

/// A text in a cell: a spreadsheet, and a person who copies it into one, gets no formula.
fn cell_of(text: &str, screen: Screen) -> Cow<'_, str> {
    if screen.is_for_people() { harmless(text) } else { text.into() }
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
