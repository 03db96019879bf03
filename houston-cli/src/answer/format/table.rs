//! Tables for people: only columns that fit and are not empty.

use comfy_table::{ContentArrangement, Table};
use serde_json::{Map, Value};

use super::flat::{Columns, MOST_PATHS, leaves, most_columns};
use super::screen::{Screen, Written};
use crate::terminal::text::{plain, short as brief};

/// The greatest width of a cell, in characters, if the screen has a width.
const WIDEST: usize = 40;

/// How many of the columns that do not fit are named.
const SHOWN: usize = 20;

/// Fields that identify an object for people, the best first.
const NAMES: [&str; 7] = ["label", "name", "fullName", "username", "address", "key", "id"];

pub(super) fn write(value: &Value, screen: Screen) -> Written {
    match value {
        Value::Array(items) if items.is_empty() => {
            Written { text: None, notes: vec!["note: the list is empty".to_owned()] }
        }
        Value::Array(items) => list(items, screen),
        Value::Object(object) => Written { text: Some(object_rows(object)), notes: Vec::new() },
        Value::Null => Written { text: None, notes: vec!["note: the answer is null".to_owned()] },
        scalar => Written { text: Some(short(scalar)), notes: Vec::new() },
    }
}

/// Names and values, one pair per line.
fn object_rows(object: &Map<String, Value>) -> String {
    let mut table = bare();
    let whole = || object.iter().map(|(name, value)| (name.into(), value)).collect();
    let leaves = leaves(object, &mut { MOST_PATHS }).unwrap_or_else(whole);
    for (name, value) in leaves.into_iter().filter(|(_, value)| !is_empty(value)) {
        table.add_row([plain(&name), short(value)]);
    }
    trimmed(&table)
}

fn list(items: &[Value], screen: Screen) -> Written {
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
    if all.names.is_empty() {
        let lines: Vec<String> = items.iter().map(short).collect();
        return Written { text: Some(lines.join("\n")), notes: Vec::new() };
    }
    let filled = all.names.into_iter().zip(facts).filter(|(_, (is_filled, _))| *is_filled);
    let mut columns: Vec<(&str, bool)> =
        filled.map(|(name, (_, is_nested))| (name, is_nested)).collect();
    if !screen.chosen {
        // Identifying columns come first, nested ones last.
        columns.sort_by_key(|(column, is_nested)| {
            let place = NAMES.iter().position(|name| name == column);
            (place.unwrap_or(NAMES.len()), *is_nested)
        });
    }
    let mut columns: Vec<&str> = columns.into_iter().map(|(name, _)| name).collect();
    let most = most_columns(items.len(), values).min(columns.len());
    let mut left_out = columns.split_off(most);
    left_out.splice(0..0, fit(&mut columns, items, screen.width));
    let mut table = bare();
    table.set_header(columns.iter().map(|name| plain(name).to_uppercase()));
    for item in items {
        table.add_row(columns.iter().map(|column| cell(&item[*column], screen)));
    }
    let mut notes = Vec::new();
    if !left_out.is_empty() {
        let mut names = left_out.iter().take(SHOWN).map(|name| brief(name)).collect::<Vec<_>>();
        if let Some(more @ 1..) = left_out.len().checked_sub(SHOWN) {
            names.push(format!("and {more} more"));
        }
        notes.push(format!(
            "note: {} columns do not fit: {}; choose columns with --fields, or show all with -o json",
            left_out.len(),
            names.join(", ")
        ));
    }
    Written { text: Some(trimmed(&table)), notes }
}

/// Drops the last columns that do not fit on the screen, and returns their names.
fn fit<'n>(columns: &mut Vec<&'n str>, items: &[Value], width: Option<u16>) -> Vec<&'n str> {
    const GAP: usize = 2;
    let Some(width) = width.map(usize::from) else { return Vec::new() };
    let screen = Screen { terminal: true, width: Some(0), chosen: true, excel: false };
    let mut used = 0;
    let mut fitting = 0;
    for column in columns.iter() {
        let mut table = bare();
        table.add_row([plain(column)]);
        for item in items {
            table.add_row([cell(&item[*column], screen)]);
        }
        let widest = table.column_max_content_widths().first().copied().unwrap_or_default();
        used += usize::from(widest) + if fitting == 0 { 0 } else { GAP };
        // At least one column is shown.
        if used > width && fitting > 0 {
            break;
        }
        fitting += 1;
    }
    columns.split_off(fitting)
}

fn bare() -> Table {
    let mut table = Table::new();
    table.load_style(comfy_table::presets::NOTHING);
    table.set_content_arrangement(ContentArrangement::Disabled);
    table
}

/// The table with two spaces between its columns and none around it.
fn trimmed(table: &Table) -> String {
    let lines: Vec<String> = table.lines().map(|line| line.trim_end().to_owned()).collect();
    let shared = lines.iter().all(|line| line.is_empty() || line.starts_with(' '));
    let cut =
        |line: &String| if shared { line.get(1..).unwrap_or("").to_owned() } else { line.clone() };
    lines.iter().map(cut).collect::<Vec<_>>().join("\n")
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

fn cell(value: &Value, screen: Screen) -> String {
    let text = short(value);
    match text.char_indices().nth(WIDEST) {
        Some((end, _)) if screen.width.is_some() => format!("{}…", &text[..end]),
        _ => text,
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
            let is_long = text.chars().count() > WIDEST && items.len() > 1;
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
