//! Tables for people: what they look for first, then what fits and is not empty.

use serde_json::{Map, Value};

use super::align::{self, GAP};
use super::flat::{Columns, MOST_PATHS, leaves, most_columns};
use super::layout::{Layout, at, counted, heading};
use super::screen::{Screen, Written};
use crate::terminal::text::{plain, width, within};

/// The greatest width of a cell, in columns of the terminal, unless its field was asked for.
const WIDEST: usize = 40;

/// Fields that identify an object for people, the best first.
const NAMES: [&str; 7] = ["label", "name", "fullName", "username", "address", "key", "id"];

/// Fields that people look for first, where the facts of a schema name none.
const FIRST: [&str; 14] = [
    "label",
    "name",
    "fullName",
    "username",
    "address",
    "key",
    "title",
    "email",
    "releaseName",
    "status",
    "state",
    "version",
    "role",
    "id",
];

pub(super) fn write(value: &Value, screen: Screen, layout: Option<&Layout>) -> Written {
    let asked = layout.filter(|_| screen.chosen);
    match value {
        Value::Array(items) if items.is_empty() => {
            Written { text: None, notes: vec!["note: the list is empty".to_owned()] }
        }
        Value::Array(items) => list(items, screen, layout),
        Value::Object(object) => {
            let text = match asked {
                Some(layout) => values(value, layout),
                None => object_rows(object),
            };
            Written { text: Some(text), notes: Vec::new() }
        }
        Value::Null => Written { text: None, notes: vec!["note: the answer is null".to_owned()] },
        scalar => Written { text: Some(short(scalar)), notes: Vec::new() },
    }
}

/// Names and values of the fields that were asked for, one pair per line.
fn values(value: &Value, layout: &Layout) -> String {
    let names = layout.paths.iter().map(|path| plain(&path.join(".")));
    let values = layout.paths.iter().map(|path| joined(&at(value, path)));
    align::lines(&[names.collect(), values.collect()])
}

/// Names and values that are not empty, one pair per line.
fn object_rows(object: &Map<String, Value>) -> String {
    let whole = || object.iter().map(|(name, value)| (name.into(), value)).collect();
    let leaves = leaves(object, &mut { MOST_PATHS }).unwrap_or_else(whole);
    let filled = leaves.into_iter().filter(|(_, value)| !is_empty(value));
    let (names, values) = filled.map(|(name, value)| (plain(&name), short(value))).unzip();
    align::lines(&[names, values])
}

fn list(items: &[Value], screen: Screen, layout: Option<&Layout>) -> Written {
    let asked = layout.filter(|_| screen.chosen);
    let (paths, mut left_out) = match asked {
        Some(layout) => (layout.paths.clone(), 0),
        None => filled(items, screen.chosen, layout.map_or(&[], |layout| &layout.first)),
    };
    if paths.is_empty() {
        let lines: Vec<String> = items.iter().map(short).collect();
        return Written { text: Some(lines.join("\n")), notes: Vec::new() };
    }
    let cell = |value: &Value| match screen.width {
        _ if asked.is_some() => joined(value),
        Some(_) => within(&short(value), WIDEST).into_owned(),
        None => short(value),
    };
    // What was asked for is shown in any case.
    let most = screen.width.filter(|_| asked.is_none()).map_or(usize::MAX, usize::from);
    let (mut columns, mut used) = (Vec::new(), 0);
    for path in &paths {
        let gap = if columns.is_empty() { 0 } else { GAP };
        if !columns.is_empty() && used + gap >= most {
            left_out += 1;
            continue;
        }
        let cells = items.iter().map(|item| cell(&at(item, path)));
        let cells: Vec<String> = [heading(path)].into_iter().chain(cells).collect();
        let end = used + gap + align::widest(&cells);
        // A column that is too wide leaves room for those behind it.
        if !columns.is_empty() && end > most {
            left_out += 1;
            continue;
        }
        used = end;
        columns.push(cells);
    }
    let mut notes = Vec::new();
    if left_out > 0 || screen.width.is_some() {
        let count = counted(items.len(), layout.map_or("", |layout| &layout.of));
        let more = match left_out {
            0 => String::new(),
            1 => " 1 more column: `-o json` or `--fields`.".to_owned(),
            more => format!(" {more} more columns: `-o json` or `--fields`."),
        };
        notes.push(format!("{count}.{more}"));
    }
    Written { text: Some(align::lines(&columns)), notes }
}

/// The names that have a value in a row, and how many more there are than can be compared. Those of `first` come first, and
/// nested ones last, unless the order is `given`.
fn filled(items: &[Value], given: bool, first: &[String]) -> (Vec<Vec<String>>, usize) {
    let mut all = Columns::default();
    // Whether each one has a value, and a nested one.
    let mut facts: Vec<(bool, bool)> = Vec::new();
    let mut values = 0;
    for (name, value) in items.iter().filter_map(Value::as_object).flatten() {
        let at = all.place(name);
        facts.resize(all.names.len(), (false, false));
        facts[at].0 |= !is_empty(value);
        facts[at].1 |= value.is_array() || value.is_object();
        values += 1;
    }
    let place = |name: &str| match first {
        [] => FIRST.iter().position(|known| *known == name),
        first => first.iter().position(|known| known == name),
    };
    let mut columns: Vec<(&str, bool)> = all
        .names
        .into_iter()
        .zip(facts)
        .filter(|(_, (is_filled, _))| *is_filled)
        .map(|(name, (_, is_nested))| (name, is_nested))
        .collect();
    if !given {
        columns.sort_by_key(|(name, is_nested)| (place(name).unwrap_or(usize::MAX), *is_nested));
    }
    let most = most_columns(items.len(), values).min(columns.len());
    let paths = columns[..most].iter().map(|(name, _)| vec![(*name).to_owned()]).collect();
    (paths, columns.len() - most)
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(fields) => fields.is_empty() || fields.values().all(is_empty),
        _ => false,
    }
}

/// A value in one line; the items of a list, however many.
fn joined(value: &Value) -> String {
    match value {
        Value::Array(items) => items.iter().map(joined).collect::<Vec<_>>().join(", "),
        value => short(value),
    }
}

/// A short text for a value.
fn short(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => moment(text).unwrap_or_else(|| plain(text)),
        Value::Array(items) => {
            let words: Vec<String> = items.iter().map(short).collect();
            let text = words.join(", ");
            let is_long = width(&text) > WIDEST && items.len() > 1;
            if is_long { format!("{} items", items.len()) } else { text }
        }
        Value::Object(fields) => object(fields),
        other => other.to_string(),
    }
}

/// The identifying field of an object, or all its fields.
fn object(fields: &Map<String, Value>) -> String {
    let known = NAMES.iter().filter_map(|name| fields.get(*name)).find(|value| !is_empty(value));
    let filled: Vec<(&String, &Value)> =
        fields.iter().filter(|(_, value)| !is_empty(value)).collect();
    match (known, filled.as_slice()) {
        (Some(value), _) => short(value),
        (None, [(name, value)]) if *name == "type" || *name == "url" => short(value),
        (None, several) => {
            let pairs: Vec<String> = several
                .iter()
                .map(|(name, value)| format!("{}: {}", plain(name), short(value)))
                .collect();
            pairs.join(", ")
        }
    }
}

/// A point in time to the minute, in UTC.
fn moment(text: &str) -> Option<String> {
    let digits = text.as_bytes();
    // A cheap check first: most texts are not times.
    if digits.len() < 20 || digits[4] != b'-' || digits[10] != b'T' {
        return None;
    }
    let time: jiff::Timestamp = text.parse().ok()?;
    Some(time.strftime("%Y-%m-%d %H:%M").to_string())
}
