//! Untrusted text, made safe to show.

use std::borrow::Cow;

use houston_schema::text::is_invisible;
use unicode_width::UnicodeWidthStr;

/// Returns untrusted text as one line that cannot steer a terminal.
pub(crate) fn plain(text: &str) -> String {
    let spaced = text.replace(['\n', '\r', '\t'], " ");
    spaced.chars().filter(|letter| !letter.is_control() && !is_invisible(*letter)).collect()
}

/// Returns untrusted text without characters that could steer a terminal. Line breaks stay.
pub(crate) fn without_controls(text: &str) -> String {
    let stays = |letter: &char| *letter == '\n' || !letter.is_control() && !is_invisible(*letter);
    text.chars().filter(stays).collect()
}

/// Whether a letter could steer a terminal, or changes how others are shown. Emoji and Persian need the joiners, which
/// change their neighbours alone.
pub(crate) fn steers(letter: char) -> bool {
    letter.is_control() || is_invisible(letter) && !matches!(letter, '\u{200c}' | '\u{200d}')
}

/// Returns text of any origin for a terminal. Line breaks, tabs and joiners stay.
pub(crate) fn steady(text: &str) -> String {
    text.chars().filter(|letter| matches!(letter, '\n' | '\t') || !steers(*letter)).collect()
}

/// Returns the beginning of untrusted text, for use in a sentence.
pub(crate) fn short(text: &str) -> String {
    cut(plain(text))
}

/// The same, with escapes for characters that could not be seen: for a text that may be wrong because of them.
pub(crate) fn visible(text: &str) -> String {
    let mut shown = String::new();
    for letter in text.chars() {
        match letter.is_control() || is_invisible(letter) {
            true => shown.extend(letter.escape_debug()),
            false => shown.push(letter),
        }
    }
    cut(shown)
}

fn cut(mut shown: String) -> String {
    const LONGEST: usize = 60;
    if let Some((end, _)) = shown.char_indices().nth(LONGEST) {
        shown.truncate(end);
        shown.push('…');
    }
    shown
}

/// Untrusted names for use in a sentence: the first, and how many more there are.
pub(crate) fn listed(names: impl IntoIterator<Item: AsRef<str>>) -> String {
    const MOST: usize = 20;
    let mut names = names.into_iter();
    let shown: Vec<String> = names.by_ref().take(MOST).map(|name| plain(name.as_ref())).collect();
    match names.count() {
        0 => shown.join(", "),
        more => format!("{} and {more} more", shown.join(", ")),
    }
}

/// How many columns of a terminal a text of one line takes.
pub(crate) fn width(text: &str) -> usize {
    text.width()
}

/// The text, or its beginning and an ellipsis if it takes more than so many columns of a terminal. Marks that take no column
/// by themselves are bounded as well.
pub(crate) fn within(text: &str, most: usize) -> Cow<'_, str> {
    const MARKS: usize = 4;
    let is_bounded = text.chars().nth(most.saturating_mul(MARKS)).is_none();
    if is_bounded && width(text) <= most {
        return text.into();
    }
    let ends = text.char_indices().map(|(at, letter)| at + letter.len_utf8()).take(most * MARKS);
    let end = ends.take_while(|end| width(&text[..*end]) < most).last().unwrap_or_default();
    format!("{}…", &text[..end]).into()
}

/// A value for use in a sentence: strings have no quotes.
pub(crate) fn words_of(value: &serde_json::Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// A text as one word of a POSIX shell, quoted if it needs that.
pub(crate) fn word(text: &str) -> String {
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "-_./:".contains(letter);
    match !text.is_empty() && text.chars().all(is_plain) {
        true => text.to_owned(),
        false => quoted(text),
    }
}

/// Quotes a text as one word of a POSIX shell.
pub(crate) fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

#[cfg(test)]
mod properties;

#[cfg(test)]
mod tests {
    use super::{listed, plain, quoted, short, steady, visible, width, within, word};

    #[test]
    fn text_of_others_cannot_steer_a_terminal() {
        assert_eq!(plain("a\u{1b}[31mred\u{7}\u{9b}2J\nb"), "a[31mred2J b");
        assert_eq!(plain("a\u{202e}b\u{feff}c"), "abc");
        assert_eq!(plain("äöü 漢"), "äöü 漢");
        assert_eq!(
            steady("a\u{1b}[31m\r\n\tb\u{202e}\u{200d}\u{2028}\u{e0041}c"),
            "a[31m\n\tb\u{200d}c"
        );
        assert_eq!(
            visible("a\u{1b}\u{200b}\r\n\"b é\u{e0041}"),
            r#"a\u{1b}\u{200b}\r\n"b é\u{e0041}"#
        );
    }

    #[test]
    fn a_word_of_a_shell_is_safe() {
        assert_eq!(quoted("a'b$(c)`d`\\"), r"'a'\''b$(c)`d`\'");
        assert_eq!(word("https://a.test:8443/v1"), "https://a.test:8443/v1");
        for text in ["", "a b", "~", "a*", "$a", "a=b"] {
            assert_eq!(word(text), quoted(text));
        }
    }

    #[test]
    fn many_names_are_counted() {
        assert_eq!(listed(["a", "b\u{1b}"]), "a, b");
        let names = listed((0..1_000).map(|name| name.to_string()));
        assert!(
            names.starts_with("0, 1, 2, ") && names.ends_with(", 18, 19 and 980 more"),
            "{names}"
        );
    }

    #[test]
    fn text_is_measured_in_columns() {
        assert_eq!(["abc", "äöü", "漢字", "🚀", "e\u{301}"].map(width), [3, 3, 4, 2, 1]);
        for (text, most, shown) in [
            ("abcd", 4, "abcd"),
            ("abcde", 4, "abc…"),
            ("漢字漢字", 8, "漢字漢字"),
            ("漢字漢字", 7, "漢字漢…"),
            ("漢字漢字", 6, "漢字…"),
            ("abc", 0, "…"),
        ] {
            assert_eq!(within(text, most), shown);
        }
        let marks = format!("a{}", "\u{301}".repeat(1_000_000));
        assert!(within(&marks, 40).len() < 500);
    }

    #[test]
    fn long_text_is_cut() {
        assert_eq!(short(&"ä".repeat(60)), "ä".repeat(60));
        assert_eq!(short(&"ä".repeat(61)), "ä".repeat(60) + "…");
    }
}
