//! `houston runs show`: what a journal knows of a run and its rows.

use clap::Args;
use serde_json::{Value, json};

use super::kept::{self, Kept};
use super::list::counted;
use crate::failure::Failure;
use crate::settings::options::Facts;
use crate::terminal::output;
use crate::terminal::text::words_of;

/// Show a journal: its run, and what became of each row
#[derive(Args)]
pub(super) struct Show {
    /// Name of a journal, as `houston runs list` shows it, or its file
    journal: String,
    #[command(flatten)]
    output: Facts,
}

pub(super) fn run(show: Show) -> Result<(), Failure> {
    let kept = Kept::read(&kept::path(&show.journal)?)?;
    if let Some(format) = show.output.format {
        let rows: Value = kept.rows.iter().map(kept::Row::facts).collect();
        return output::facts(format, &json!({ "run": kept.header, "rows": rows }));
    }
    let header = kept.header.as_object().into_iter().flatten();
    let header = header.filter(|(_, value)| !value.is_null() && **value != false);
    let mut lines: Vec<String> = header
        .map(|(name, value)| {
            format!("{name:<10} {}", crate::terminal::text::plain(&words_of(value)))
        })
        .collect();
    lines.push(format!("{:<10} {}", "outcomes", counted(&kept)));
    for row in &kept.rows {
        let error = [row.text("error"), row.text("code")].join(" ");
        let line = format!(
            "{:>6}  {:<9} {}  {}  {error}",
            row.line(),
            row.word(),
            row.text("key"),
            row.text("id")
        );
        lines.push(line.trim_end().to_owned());
    }
    output::data(lines.join("\n"))
}
