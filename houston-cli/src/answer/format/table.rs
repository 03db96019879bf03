//! Tables for people: only columns that fit and are not empty.

use comfy_table::{ContentArrangement, Table};
use serde_json::{Map, Value};

use super::flat::leaves;
use super::screen::{Screen, Written};
use crate::terminal::text::plain;

/// The greatest width of a cell, in characters, if the screen has a width.
const WIDEST: usize = 40;

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
    for (name, value) in leaves(object).into_iter().filter(|(_, value)| !is_empty(value)) {
        table.add_row([plain(&name), short(value)]);
    }
    trimmed(&table)
}

fn list(items: &[Value], screen: Screen) -> Written {
    let mut columns: Vec<&str> = Vec::new();
    for name in items.iter().filter_map(Value::as_object).flat_map(Map::keys) {
        if !columns.contains(&name.as_str()) {
            columns.push(name);
        }
    }
    if columns.is_empty() {
        let lines: Vec<String> = items.iter().map(short).collect();
        return Written { text: Some(lines.join("\n")), notes: Vec::new() };
    }
    columns.retain(|column| items.iter().any(|item| !is_empty(&item[*column])));
    if !screen.chosen {
        // Identifying columns come first, nested ones last.
        columns.sort_by_key(|column| {
            let nested =
                items.iter().any(|item| item[*column].is_array() || item[*column].is_object());
            (NAMES.iter().position(|name| name == column).unwrap_or(NAMES.len()), nested)
        });
    }
    let left_out = fit(&mut columns, items, screen.width);
    let mut table = bare();
    table.set_header(columns.iter().map(|name| plain(name).to_uppercase()));
    for item in items {
        table.add_row(columns.iter().map(|column| cell(&item[*column], screen)));
    }
    let mut notes = Vec::new();
    if !left_out.is_empty() {
        notes.push(format!(
            "note: {} columns do not fit: {}; choose columns with --fields, or show all with -o json",
            left_out.len(),
            left_out.join(", ")
        ));
    }
    Written { text: Some(trimmed(&table)), notes }
}

/// Drops the last columns that do not fit on the screen, and returns their names.
fn fit(columns: &mut Vec<&str>, items: &[Value], width: Option<u16>) -> Vec<String> {
    const GAP: usize = 2;
    let Some(width) = width.map(usize::from) else { return Vec::new() };
    let screen = Screen { terminal: true, width: Some(0), chosen: true };
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
    columns.split_off(fitting).into_iter().map(plain).collect()
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
