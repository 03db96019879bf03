//! `houston runs list`: the journals in the state directory.

use clap::Args;
use serde_json::{Value, json};

use super::kept::{self, Kept};
use crate::failure::Failure;
use crate::settings::options::Facts;
use crate::terminal::output;
use crate::terminal::text::plain;

/// List the journals in the state directory, with the outcomes of their rows
#[derive(Args)]
pub(super) struct List {
    #[command(flatten)]
    output: Facts,
}

pub(super) fn run(list: List) -> Result<(), Failure> {
    let mut read = Vec::new();
    for (name, path) in kept::all()? {
        match Kept::read(&path) {
            Ok(kept) => read.push((name, path, kept)),
            // The others are still of use.
            Err(failure) => output::note(format_args!("note: {}", failure.parts().0)),
        }
    }
    read.sort_by_key(|(_, _, kept)| kept.text("begun"));
    if let Some(format) = list.output.format {
        let facts = read.iter().map(|(name, path, kept)| {
            let counts: serde_json::Map<_, _> =
                kept.counts().into_iter().map(|(word, count)| (word.to_owned(), count.into())).collect();
            json!({ "name": name, "file": path.to_string_lossy(), "run": kept.header, "rows": counts })
        });
        return output::facts(format, &facts.collect::<Value>());
    }
    if read.is_empty() {
        output::note("No journals found. Start a run with `--rows` to create one.");
        return Ok(());
    }
    let lines = read.iter().map(|(name, _, kept)| {
        let rows = plain(kept.header["rows"].as_str().unwrap_or_default());
        let place = kept.text("endpoint");
        format!("{name}\n  {}, {rows}, {place}\n  {}", kept.text("begun"), counted(kept))
    });
    output::text(&lines.collect::<Vec<_>>().join("\n"))
}

/// The counts in words.
pub(super) fn counted(kept: &Kept) -> String {
    let counts = kept.counts().into_iter().map(|(word, count)| format!("{count} {word}"));
    let counts: Vec<String> = counts.collect();
    if counts.is_empty() { "no rows yet".to_owned() } else { counts.join(", ") }
}
