//! What is offered at the cursor.

use std::collections::HashSet;

use crate::terminal::text::{plain, within};

/// The most offers: no person reads more.
const MOST: usize = 5_000;

/// The most columns of a description.
const WIDEST: usize = 72;

/// What can stand at the cursor.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Offers {
    /// The end of the word at the cursor that an offer replaces. Each of them begins with it.
    pub(super) typed: String,
    pub(super) rows: Vec<Row>,
    /// Whether a file stands there.
    pub(super) files: bool,
}

/// An offer.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) text: String,
    /// A line for people.
    pub(super) about: String,
    /// Whether something of the same word can follow.
    pub(super) goes_on: bool,
}

impl Row {
    /// A whole word, with a text that says what it is.
    pub(super) fn new(text: impl Into<String>, about: &str) -> Self {
        let about = plain(about);
        let first = about.split_once(". ").map_or(&*about, |(first, _)| first);
        let about = within(first.trim().trim_end_matches('.'), WIDEST).into_owned();
        Row { text: text.into(), about, goes_on: false }
    }

    /// The same, as the beginning of a word.
    pub(super) fn going_on(self) -> Self {
        Row { goes_on: true, ..self }
    }
}

impl Offers {
    /// The rows that begin with what was typed.
    pub(super) fn of(typed: &str, rows: impl IntoIterator<Item = Row>) -> Self {
        let mut taken = HashSet::new();
        let mut fits = |row: &Row| {
            row.text.starts_with(typed) && is_plain(&row.text) && taken.insert(row.text.clone())
        };
        let rows = rows.into_iter().filter(|row| fits(row)).take(MOST).collect();
        Offers { typed: typed.to_owned(), rows, files: false }
    }

    /// The files that begin with what was typed.
    pub(super) fn files(typed: &str) -> Self {
        Offers { typed: typed.to_owned(), rows: Vec::new(), files: true }
    }

    /// The same, or files if none fits.
    pub(super) fn or_files(self) -> Self {
        if self.rows.is_empty() { Offers::files(&self.typed) } else { self }
    }

    /// The part of the word that stays.
    pub(super) fn kept<'w>(&self, word: &'w str) -> &'w str {
        word.strip_suffix(&*self.typed).unwrap_or_default()
    }
}

/// Whether a text is a word that every shell takes as it is.
fn is_plain(text: &str) -> bool {
    text.chars().all(|letter| letter.is_ascii_alphanumeric() || "-_.:=@/+,".contains(letter))
}

#[cfg(test)]
mod tests {
    use super::{Offers, Row};

    #[test]
    fn what_a_shell_would_not_take_as_a_word_is_not_offered() {
        let texts = [
            "$(a)",
            "`a`",
            "a b",
            "a\nb",
            "a;b",
            "a'b",
            "a\"b",
            "a*",
            "~a",
            "a|b",
            "\u{e9}",
            "a-b_c.d:e=f",
        ];
        let offers = Offers::of("", texts.map(|text| Row::new(text, "")));
        let texts: Vec<&str> = offers.rows.iter().map(|row| row.text.as_str()).collect();
        assert_eq!(texts, ["a-b_c.d:e=f"]);
        let row = Row::new("a", "One\nline\t\u{1b}[31m of it. And more of it.");
        assert_eq!(row.about, "One line [31m of it");
    }
}
