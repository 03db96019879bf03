//! What templates do with texts.

use std::fmt::Display;

use askama::filters::{Html, Safe, escape};

/// Escapes a text, and makes what is between two backticks code, as the command line quotes names.
#[askama::filter_fn]
pub(super) fn prose(text: impl Display, _: &dyn askama::Values) -> askama::Result<Safe<String>> {
    let escaped = escape(text, Html)?.to_string();
    Ok(Safe(with_code(&escaped).unwrap_or(escaped)))
}

/// The text with its code, if it has pairs of single backticks.
fn with_code(escaped: &str) -> Option<String> {
    let parts: Vec<&str> = escaped.split('`').collect();
    if parts.len().is_multiple_of(2) || escaped.contains("``") {
        return None;
    }
    let part = |(index, part): (usize, &&str)| match index % 2 {
        0 => (*part).to_owned(),
        _ => format!("<code>{part}</code>"),
    };
    Some(parts.iter().enumerate().map(part).collect())
}

#[cfg(test)]
mod tests {
    use super::with_code;

    #[test]
    fn pairs_of_backticks_are_code() {
        for (text, html) in [
            ("plain", Some("plain")),
            ("use `a`, not `&lt;b&gt;`", Some("use <code>a</code>, not <code>&lt;b&gt;</code>")),
            ("odd ` one", None),
            ("```\nfence\n```", None),
        ] {
            assert_eq!(with_code(text).as_deref(), html, "{text}");
        }
    }
}
