//! Introspection: what a server says of its own schema, as JSON, and the schema definition language.

mod answer;
mod comments;
mod dialogue;
mod json;
mod literal;
mod merge;
mod query;
mod refusal;
mod sdl;

pub use comments::with_comments;
pub use dialogue::{Dialogue, Introspected};
pub use json::json;
pub use merge::{Merged, merge};
pub use query::{Edition, Level};
pub use refusal::{Refusal, Said};
pub use sdl::{compact_sdl, sdl};

use crate::parse::{MAX_BYTES, syntax};
use crate::source::{Diagnostics, Source};

/// Whether a text is JSON rather than schema definition language: a schema does not begin with a brace.
pub fn is_json(text: &str) -> bool {
    text.trim_start_matches('\u{feff}').trim_start().starts_with('{')
}

/// Reads the answer to an introspection query: the body of a server, or its `data` alone.
///
/// # Errors
///
/// A text that is no JSON or no such answer, with the place; names that are no GraphQL names; defaults that
/// are no values; a text above 64 MiB. Whether the schema obeys the rules of the specification is not asked.
pub fn parse(source: &Source<'_>) -> Result<syntax::Document, Diagnostics> {
    if source.text.len() > MAX_BYTES {
        return Err(source.error(0, "the answer is larger than 64 MiB").into());
    }
    let text = source.text.trim_start_matches('\u{feff}');
    let shift = source.text.len() - text.len();
    let answer: answer::Answer = serde_json::from_str(text).map_err(|error| {
        let start: usize =
            text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
        // The column counts bytes, and stands behind what was read.
        let offset = shift + start + error.column().saturating_sub(1);
        let on_boundary = |offset: &usize| source.text.is_char_boundary(*offset);
        let offset = (0..=offset).rev().find(on_boundary).unwrap_or(0);
        let message = error.to_string();
        let message = message.rsplit_once(" at line ").map_or(message.as_str(), |(text, _)| text);
        source.error(offset, message)
    })?;
    answer.schema().map(answer::document).map_err(|message| source.error(0, message).into())
}
