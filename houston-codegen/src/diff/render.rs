//! A report as text, Markdown and JSON.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::{Change, Class, Counts, Report, Step};
use crate::source::is_unseen;

/// More of the calls that a change touches than anybody reads.
const SHOWN: usize = 3;

const CLASSES: [Class; 3] = [Class::Breaking, Class::Dangerous, Class::Safe];

impl Report {
    /// For terminals.
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

    /// For a pull request: what breaks in full, what is safe folded away.
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

    /// For programs.
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

    /// One line: how many of each class.
    pub fn summary(&self) -> String {
        if self.step().is_none() {
            return "Nothing changed.".to_owned();
        }
        let Counts { breaking, dangerous, safe } = self.counts();
        format!("{breaking} breaking, {dangerous} dangerous, {safe} safe.")
    }

    /// One line for those who publish generated code: what its next release must be. `None` when nothing changed.
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

/// The first few as they are written by `each`, and how many more.
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

/// A code span in a cell of a table. Text of a schema is a stranger's.
fn code(text: &str) -> String {
    let text = plain(text).replace('|', "\\|");
    // A span ends at as many backticks as it began with.
    let longest = text.split(|one| one != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let pad = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{fence}{pad}{text}{pad}{fence}")
}

/// On one line, and without characters that change how others are shown.
fn plain(text: &str) -> String {
    let text: String = text.chars().filter(|one| !is_unseen(*one)).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
