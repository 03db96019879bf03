//! Comma-separated values: one row for each object of a list.

use serde_json::Value;

use super::flat::leaves;
use crate::failure::{Exit, Failure};

pub(super) fn write(value: &Value) -> Result<String, Failure> {
    let rows: Vec<Vec<(String, &Value)>> = match value {
        Value::Array(items) => items.iter().map(row).collect(),
        Value::Null => Vec::new(),
        other => vec![row(other)],
    };
    let mut columns: Vec<&str> = Vec::new();
    for (name, _) in rows.iter().flatten() {
        if !columns.contains(&name.as_str()) {
            columns.push(name);
        }
    }
    let failed = || Failure::new(Exit::Partial, "the answer cannot be written as CSV");
    let mut writer = csv::Writer::from_writer(Vec::new());
    if !columns.is_empty() {
        let heads = columns.iter().map(|name| harmless(name));
        writer.write_record(heads).map_err(|error| failed().because(error))?;
    }
    for row in rows.iter().filter(|_| !columns.is_empty()) {
        let cells = columns.iter().map(|column| {
            row.iter()
                .find(|(name, _)| name == column)
                .map_or_else(String::new, |(_, value)| cell(value))
        });
        writer.write_record(cells).map_err(|error| failed().because(error))?;
    }
    let bytes = writer.into_inner().map_err(|error| failed().because(error))?;
    let text = String::from_utf8(bytes).map_err(|error| failed().because(error))?;
    Ok(text.trim_end_matches('\n').to_owned())
}

fn row(value: &Value) -> Vec<(String, &Value)> {
    match value {
        Value::Object(object) => leaves(object),
        other => vec![("value".to_owned(), other)],
    }
}

fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => harmless(text),
        other => other.to_string(),
    }
}

/// Puts an apostrophe before text that a spreadsheet would read as a formula.
pub(crate) fn harmless(text: &str) -> String {
    let is_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
    if is_formula { format!("'{text}") } else { text.to_owned() }
}
