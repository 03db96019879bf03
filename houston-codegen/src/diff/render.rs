//! A report as text, Markdown and JSON.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::{Change, Class, Counts, Report, Step};
use crate::source::is_unseen;

/// The maximum number of affected calls to show for a change.
const SHOWN: usize = 3;

const CLASSES: [Class; 3] = [Class::Breaking, Class::Dangerous, Class::Safe];

impl Report {
    /// Returns the report for terminals.
    pub fn text(&self) -> String {
        let mut text = self.summary();
        text.push('\n');
        for class in CLASSES.into_iter().filter(|class| self.of(*class).next().is_some()) {
            text += &format!("\n{}\n", class.name().to_uppercase());
            for change in self.of(class) {
                text += &of_change(change);
            }
        }
        if !self.stale.is_empty() {
            text += "\nSTALE: entries of other files that no longer match anything in the schema\n";
            for entry in &self.stale {
                let (file, line) = (&entry.file, entry.line);
                text += &format!("  {file}:{line}: {}\n", plain(&entry.message));
            }
        }
        text
    }

    /// Returns the report as Markdown for a pull request, with safe changes folded.
    pub fn markdown(&self) -> String {
        let release = self.release().map(|release| format!(" {release}")).unwrap_or_default();
        let mut text = format!("{}{release}\n", self.summary());
        for class in CLASSES.into_iter().filter(|class| self.of(*class).next().is_some()) {
            let (name, count) = (class.name(), self.of(class).count());
            let folded = class == Class::Safe;
            text += &match folded {
                true => format!("\n<details><summary>{count} {name}</summary>\n\n"),
                false => format!("\n### {count} {name}\n\n"),
            };
            text += "| change | old | new | impact on code | impact on commands | Rust | commands | what to do |\n";
            text += "|---|---|---|---|---|---|---|---|\n";
            for change in self.of(class) {
                text += &row(change);
            }
            if folded {
                text += "\n</details>\n";
            }
        }
        if !self.stale.is_empty() {
            text += "\n### Entries that no longer match anything\n\n";
            for entry in &self.stale {
                let place = format!("{}:{}", entry.file, entry.line);
                text += &format!("- {}: {}\n", code(&place), code(&entry.message));
            }
        }
        text
    }

    /// Returns the report for programs.
    pub fn json(&self) -> Value {
        let stale: Vec<Value> = self
            .stale
            .iter()
            .map(
                |entry| json!({ "file": entry.file, "line": entry.line, "message": entry.message }),
            )
            .collect();
        json!({
            "counts": self.counts(),
            "release": self.step(),
            "changes": self.changes,
            "stale": stale,
        })
    }

    /// Returns one line with the number of changes in each class.
    pub fn summary(&self) -> String {
        if self.step().is_none() {
            return "Nothing changed.".to_owned();
        }
        let Counts { breaking, dangerous, safe } = self.counts();
        format!("{breaking} breaking, {dangerous} dangerous, {safe} safe.")
    }

    /// Returns one line about the next release of the generated code, or `None` if nothing changed.
    pub fn release(&self) -> Option<String> {
        let step = self.step()?;
        let why = match step {
            Step::Major => {
                "code that compiled before may no longer compile; below 1.0, this is the second number"
            }
            Step::Minor => "items are added",
            Step::Patch => "no item changes its type or name",
        };
        Some(format!(
            "The next release of the generated code is a {} release ({why}).",
            step.name()
        ))
    }
}

fn of_change(change: &Change) -> String {
    let Change { element, delta, path, rust, advice, .. } = change;
    let mut text = format!("  {path}: {} {}\n", element.name(), delta.words());
    let mut line = |label: &str, value: &str| {
        if !value.is_empty() {
            // Writing to a `String` cannot fail.
            let _ = writeln!(text, "      {label:<9}{}", plain(value));
        }
    };
    line("schema", &arrow(change));
    line(
        "impact",
        &format!("{} for code, {} for commands", change.code.name(), change.commands.name()),
    );
    line("Rust", rust);
    line("houston", &calls(change, str::to_owned));
    line("to do", advice);
    text
}

fn arrow(change: &Change) -> String {
    match (&change.old, &change.new) {
        (Some(old), Some(new)) => format!("{old} → {new}"),
        (Some(old), None) => format!("{old} → nothing"),
        (None, Some(new)) => format!("nothing → {new}"),
        (None, None) => String::new(),
    }
}

/// The first few calls, formatted with `each`, and the number of further ones.
fn calls(change: &Change, each: impl Fn(&str) -> String) -> String {
    let mut calls: Vec<String> = change.calls.iter().take(SHOWN).map(|call| each(call)).collect();
    match change.calls.len().saturating_sub(SHOWN) {
        0 => {}
        more => calls.push(format!("and {more} more")),
    }
    calls.join(", ")
}

fn row(change: &Change) -> String {
    let Change { element, delta, path, rust, advice, .. } = change;
    let optional = |text: &Option<String>| text.as_deref().map(code).unwrap_or_default();
    format!(
        "| {} {} {} | {} | {} | {} | {} | {} | {} | {advice} |\n",
        element.name(),
        code(path),
        delta.words(),
        optional(&change.old),
        optional(&change.new),
        change.code.name(),
        change.commands.name(),
        if rust.is_empty() { String::new() } else { code(rust) },
        calls(change, code),
    )
}

/// A code span in a table cell. The text of a schema is not trusted.
fn code(text: &str) -> String {
    let text = plain(text).replace('|', "\\|");
    // A code span ends with as many backticks as it begins with.
    let longest = text.split(|one| one != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let pad = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{fence}{pad}{text}{pad}{fence}")
}

/// The text on one line, without characters that change how others are shown.
fn plain(text: &str) -> String {
    let text: String = text.chars().filter(|one| !is_unseen(*one)).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
