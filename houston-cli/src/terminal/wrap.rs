//! Text in lines of a width, and in columns.

use textwrap::core::{Word, display_width};
use textwrap::{Options, WordSeparator, WordSplitter};

/// Wraps the text between words, to lines of at most this many columns where words allow. Continuation lines are
/// indented a little more than the first. What stands in backquotes is one word, so that a command can be copied.
pub(crate) fn wrapped(text: &str, width: usize) -> String {
    let line = |line: &str| {
        let begins = line.len() - line.trim_start().len();
        filled(line, width, "", &" ".repeat(begins + 2))
    };
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

/// Wraps one line in the same way. The first line begins with `first`, all others with `rest`.
pub(crate) fn filled(line: &str, width: usize, first: &str, rest: &str) -> String {
    let options = Options::new(width).initial_indent(first).subsequent_indent(rest);
    let options = options.break_words(false).word_splitter(WordSplitter::NoHyphenation);
    textwrap::fill(line, options.word_separator(WordSeparator::Custom(words)))
}

/// Names, each with a text in the next column, which wraps there. A name that is too long for its column has a line of
/// its own.
pub(crate) fn in_columns(rows: &[(String, String)], width: usize) -> Vec<String> {
    /// The most columns before the texts.
    const LONGEST: usize = 31;
    const INDENT: usize = 2;
    let names = rows.iter().map(|(name, _)| INDENT + display_width(name) + 2);
    let at = names.filter(|at| *at <= LONGEST).max().unwrap_or(LONGEST);
    let lines = rows.iter().map(|(name, text)| {
        let name = format!("{:INDENT$}{name}", "");
        let space = " ".repeat(at);
        match at.checked_sub(display_width(&name) + 2) {
            _ if text.is_empty() => name,
            Some(gap) => filled(text, width, &format!("{name}{:1$}", "", gap + 2), &space),
            None => format!("{name}\n{}", filled(text, width, &space, &space)),
        }
    });
    lines.collect()
}

/// A text that is cut to this many columns.
pub(crate) fn cut(text: &str, columns: usize) -> String {
    if display_width(text) <= columns {
        return text.to_owned();
    }
    let mut shown = String::new();
    for letter in text.chars() {
        if display_width(&shown) + display_width(letter.encode_utf8(&mut [0; 4])) >= columns {
            break;
        }
        shown.push(letter);
    }
    shown.trim_end().to_owned() + "…"
}

/// The words of a line, each with the spaces behind it.
fn words(line: &str) -> Box<dyn Iterator<Item = Word<'_>> + '_> {
    let mut rest = line;
    Box::new(std::iter::from_fn(move || {
        let (mut is_code, mut is_space) = (false, false);
        let end = rest.char_indices().find(|&(at, letter)| {
            if letter == '`' && !is_space {
                is_code = !is_code && rest[at + 1..].contains('`');
            }
            let ends = is_space && letter != ' ';
            is_space = letter == ' ' && !is_code;
            ends
        });
        let (word, after) = rest.split_at(end.map_or(rest.len(), |(at, _)| at));
        rest = after;
        (!word.is_empty()).then(|| Word::from(word))
    }))
}

#[cfg(test)]
mod tests {
    use super::{cut, in_columns, wrapped};

    #[test]
    fn texts_wrap_in_their_column() {
        let rows = [("a", "one two three"), ("--long", "x"), ("none", "")];
        let rows = rows.map(|(name, text)| (name.to_owned(), text.to_owned()));
        let shown = "  a       one two\n          three\n  --long  x\n  none";
        assert_eq!(in_columns(&rows, 18).join("\n"), shown);
        let long = [("x".repeat(40), "text".to_owned()), ("y".to_owned(), "z".to_owned())];
        let shown = format!("  {}\n     text\n  y  z", "x".repeat(40));
        assert_eq!(in_columns(&long, 80).join("\n"), shown);
    }

    #[test]
    fn a_text_is_cut_between_letters() {
        assert_eq!(cut("one two", 7), "one two");
        assert_eq!(cut("one two", 6), "one t…");
        assert_eq!(cut("one two", 5), "one…");
        assert_eq!(cut("漢漢漢", 5), "漢漢…");
        assert_eq!(cut("a", 0), "…");
    }

    #[test]
    fn lines_are_broken_between_words_and_go_on_to_the_right() {
        let text =
            "error: one two three\n  --flag: four five six seven\nhttps://a.example/a-long-word";
        let expected = "error: one two\n  three\n  --flag: four\n    five six\n    seven\nhttps://a.example/a-long-word";
        assert_eq!(wrapped(text, 15), expected);
        assert_eq!(wrapped("a\n\nb", 15), "a\n\nb");
    }

    #[test]
    fn a_command_is_not_broken() {
        let text = "Wait on with `houston wait deployment --until '.a == \"b\"'`. Or not.";
        let expected =
            "Wait on with\n  `houston wait deployment --until '.a == \"b\"'`.\n  Or not.";
        assert_eq!(wrapped(text, 20), expected);
        assert_eq!(wrapped("`a b` or `c d`, and e", 8), "`a b` or\n  `c d`,\n  and e");
        assert_eq!(wrapped("one ` two three", 8), "one `\n  two\n  three");
    }
}
