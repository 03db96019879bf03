//! What TOML has to say of a text that is none.

use crate::text::plain;

/// What is wrong with a text of TOML, and where, without the text itself: it may hold secrets.
pub(crate) fn text_of(error: &toml_edit::de::Error, text: &str) -> String {
    let before = error.span().and_then(|span| text.get(..span.start));
    let line = before
        .map_or(String::new(), |before| format!("line {}: ", before.matches('\n').count() + 1));
    line + &plain(error.message())
}
