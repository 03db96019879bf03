//! Cleans text from outside before it is shown.

use std::error::Error;
use std::fmt;

use houston_schema::text::is_invisible;

use crate::redaction::Redaction;
use crate::transport::BoxError;

/// The maximum length of a text in one line, in bytes.
pub(super) const LINE: usize = 400;

/// Turns white space into spaces, and removes other control characters and invisible characters: terminals obey both.
pub(super) fn clean(text: &str) -> String {
    let shown = text.chars().filter_map(|char| match char {
        char if char.is_whitespace() => Some(' '),
        char => (!char.is_control() && !is_invisible(char)).then_some(char),
    });
    shown.collect()
}

/// Returns at most `limit` bytes of a text.
pub(super) fn cut(text: &str, limit: usize) -> &str {
    let mut end = limit.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// Returns the text of an error and of its root cause. The causes in between are seldom worth a line.
pub(super) fn summary(error: &(dyn Error + Send + Sync + 'static)) -> String {
    let texts = chain(error);
    match &texts[..] {
        [first, .., last] if !first.contains(last.as_str()) => format!("{first}: {last}"),
        [first, ..] => first.clone(),
        [] => String::new(),
    }
}

/// Returns the error unchanged, unless it would show a secret: then only its texts, without the secret.
pub(super) fn guard(source: BoxError, redaction: &Redaction) -> BoxError {
    if redaction.is_empty() {
        return source;
    }
    let texts = chain(source.as_ref());
    let debug = format!("{source:?}");
    if texts.iter().chain([&debug]).all(|text| redaction.of(text) == text.as_str()) {
        return source;
    }
    let causes = texts.iter().rev().fold(None, |source, text| {
        let text = redaction.of(text).into_owned();
        Some(Box::new(Cause { text, source }))
    });
    match causes {
        Some(cause) => cause,
        None => "an error".into(),
    }
}

fn chain(error: &(dyn Error + Send + Sync + 'static)) -> Vec<String> {
    let first: &(dyn Error + 'static) = error;
    std::iter::successors(Some(first), |&error| error.source()).map(ToString::to_string).collect()
}

/// The redacted text of an error.
#[derive(Debug)]
struct Cause {
    text: String,
    source: Option<Box<Cause>>,
}

impl fmt::Display for Cause {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text)
    }
}

impl Error for Cause {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}

#[cfg(test)]
mod tests {
    use super::{Cause, clean, cut, guard, summary};
    use crate::secrets::Secrets;
    use crate::token::Token;
    use crate::transport::BoxError;

    fn cause(texts: &[&str]) -> BoxError {
        let causes = texts
            .iter()
            .rev()
            .fold(None, |source, text| Some(Box::new(Cause { text: (*text).to_owned(), source })));
        causes.unwrap()
    }

    #[test]
    fn terminals_get_no_orders() {
        assert_eq!(clean("a\x1b[31m\r\n\tb\u{202e}c\0\u{9b}d\u{e9}"), "a[31m   bcd\u{e9}");
    }

    #[test]
    fn a_character_is_not_cut_in_two() {
        assert_eq!(cut("a\u{e9}b", 2), "a");
        assert_eq!(cut("ab", 9), "ab");
    }

    #[test]
    fn a_summary_is_the_top_and_the_bottom() {
        assert_eq!(summary(cause(&["top", "middle", "bottom"]).as_ref()), "top: bottom");
        assert_eq!(summary(cause(&["top: bottom", "bottom"]).as_ref()), "top: bottom");
        assert_eq!(summary(cause(&["top"]).as_ref()), "top");
    }

    #[test]
    fn a_source_is_kept_unless_it_shows_the_token() {
        let token = Token::new("canary").unwrap();
        let secrets = Secrets { tokens: std::slice::from_ref(&token), ..Secrets::default() };
        let redaction = secrets.redaction();
        let kept = guard(Box::new(std::io::Error::other("reset")), &redaction);
        assert!(kept.is::<std::io::Error>());
        let cleaned = guard(cause(&["top", "header canary"]), &redaction);
        assert_eq!(cleaned.to_string(), "top");
        assert_eq!(cleaned.source().unwrap().to_string(), "header Token(…)");
        assert!(!format!("{cleaned:?}").contains("canary"));
    }
}
