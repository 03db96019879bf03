//! Lines of a description.

use houston_client::schema::Argument;

use crate::terminal::text::plain;

/// The lines of an argument or input field: its signature and its description.
pub(super) fn argument(argument: &Argument) -> String {
    let mut lines = format!("  {}: {}", plain(&argument.name), plain(&argument.ty));
    if let Some(default) = &argument.default {
        lines += &format!(" = {}", plain(default));
    }
    if argument.required {
        lines += "  (required)";
    }
    if argument.secret {
        lines += "  (secret)";
    }
    lines + &below(&argument.description, &argument.deprecated)
}

/// Description and deprecation, indented below a signature.
pub(super) fn below(description: &str, deprecated: &Option<String>) -> String {
    let mut lines = String::new();
    if !description.is_empty() {
        lines += &format!("\n      {}", plain(description));
    }
    if let Some(reason) = deprecated {
        lines += &format!("\n      Deprecated: {}", plain(reason));
    }
    lines
}

/// A part of a description with a heading; empty if it has no rows.
pub(super) fn part(heading: &str, rows: impl IntoIterator<Item = String>) -> String {
    let rows: Vec<String> = rows.into_iter().collect();
    if rows.is_empty() { String::new() } else { format!("\n{heading}\n{}\n", rows.join("\n")) }
}
