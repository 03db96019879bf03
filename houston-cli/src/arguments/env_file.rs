//! Env files: variables as `NAME=VALUE`, as docker and compose read them. What they read differently, and what depends
//! on where they run, is refused. `docs/variables.md` has the rules and their sources.
//!
//! No message has a part of a value. A name is only in a message if it can be one: a line of a key that was pasted
//! without quotes can look like `NAME=`.

use crate::terminal::text::plain;

/// A variable of an env file.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Variable {
    pub(super) name: String,
    pub(super) value: String,
}

/// Something of a variable, or its problem with the line.
type Read<T> = Result<T, (usize, &'static str)>;

const BLANK: [char; 2] = [' ', '\t'];

/// Reads an env file. `check` says what is wrong with a name.
///
/// # Errors
///
/// Returns every problem, with its line.
pub(super) fn read(
    text: &str,
    check: impl Fn(&str) -> Option<String>,
) -> Result<Vec<Variable>, Vec<String>> {
    let mut reader = Reader { rest: text, line: 1 };
    let mut found: Vec<(Variable, usize)> = Vec::new();
    let mut problems = Vec::new();
    while !reader.rest.is_empty() {
        let first = reader.line;
        let mut problem = |line: usize, what: &str| problems.push(format!("line {line}: {what}"));
        match reader.variable() {
            Ok(None) => {}
            Ok(Some(Variable { name, .. })) if check(&name).is_some() => {
                problem(first, &check(&name).unwrap_or_default());
            }
            Ok(Some(variable)) => {
                match found.iter().find(|(known, _)| known.name == variable.name) {
                    Some((Variable { name, .. }, before)) => problem(
                        first,
                        &format!(
                            "`{}` is also on line {before}, and the last one would win: keep one of them",
                            plain(name)
                        ),
                    ),
                    None => found.push((variable, first)),
                }
            }
            Err((line, what)) => problem(line, what),
        }
        reader.line_end();
    }
    match problems.is_empty() {
        true => Ok(found.into_iter().map(|(variable, _)| variable).collect()),
        false => Err(problems),
    }
}

struct Reader<'t> {
    rest: &'t str,
    line: usize,
}

impl<'t> Reader<'t> {
    /// The rest of the line.
    fn line(&self) -> &'t str {
        self.rest.split('\n').next().unwrap_or_default()
    }

    /// Takes the rest of the line.
    fn line_end(&mut self) {
        self.rest = self.rest.split_once('\n').map_or("", |(_, rest)| rest);
        self.line += 1;
    }

    fn take(&mut self, bytes: usize) {
        self.rest = &self.rest[bytes..];
    }

    fn blanks(&mut self) {
        self.rest = self.rest.trim_start_matches(BLANK);
    }

    /// The variable that begins on this line; none on a line that is empty or a comment.
    fn variable(&mut self) -> Read<Option<Variable>> {
        self.blanks();
        if self.line().is_empty() || self.line().starts_with('#') {
            return Ok(None);
        }
        if let Some(rest) = self.rest.strip_prefix("export").filter(|rest| rest.starts_with(BLANK))
        {
            self.rest = rest;
            self.blanks();
        }
        let wrong = |what| Err((self.line, what));
        let Some((name, _)) = self.line().split_once('=') else {
            return wrong(
                "`=` is missing: docker would take the value from its own environment. Write NAME=VALUE, or NAME= for an \
                 empty value; a value of several lines needs quotes",
            );
        };
        if name.is_empty() {
            return wrong("the name in front of `=` is missing");
        }
        if name.ends_with(BLANK) {
            return wrong("white space in front of `=`, which docker refuses: remove it");
        }
        self.take(name.len() + 1);
        let value = match self.rest.chars().next() {
            Some(quote @ ('"' | '\'')) => self.quoted(quote)?,
            _ => self.plain()?,
        };
        Ok(Some(Variable { name: name.to_owned(), value }))
    }

    /// A value without quotes, which ends with the line.
    fn plain(&self) -> Read<String> {
        let (value, wrong) = (self.line(), |what| Err((self.line, what)));
        let comment = [" #", "\t#"].iter().any(|comment| value.contains(comment));
        if value.starts_with(BLANK) {
            wrong(
                "white space behind `=`: docker keeps it, and compose drops it. Remove it, or put the value in quotes \
                 directly behind `=`",
            )
        } else if value.contains('$') {
            wrong(
                "a `$`: compose puts the value of another variable there, and docker does not. Put the value in single \
                 quotes to keep the `$`",
            )
        } else if comment || value.starts_with('#') {
            wrong(
                "a `#` in a value without quotes: for docker it is a part of the value, and for compose it begins a \
                 comment. Put the value in quotes, or the comment on a line of its own",
            )
        } else if value.ends_with(BLANK) {
            wrong(
                "white space at the end: docker keeps it, and compose drops it. Remove it, or put the value in quotes",
            )
        } else if value.contains('\r') {
            wrong("a carriage return in the line: save the file with line feeds")
        } else {
            Ok(value.to_owned())
        }
    }

    /// A value in quotes, which may have several lines. Only a comment may follow.
    fn quoted(&mut self, quote: char) -> Read<String> {
        let opened = self.line;
        self.take(1);
        let (mut value, mut wrong) = (String::new(), None);
        loop {
            let mut letters = self.rest.chars();
            let (letter, next) = (letters.next(), letters.next());
            let Some(letter) = letter.filter(|letter| *letter != quote) else {
                if letter.is_none() {
                    return Err((
                        opened,
                        "the quote has no end: close it, and write a quote in the value with `\\` in front of it",
                    ));
                }
                break;
            };
            self.line += usize::from(letter == '\n');
            let escaped = match (quote, letter, next) {
                ('"', '\\', Some('n')) => Some('\n'),
                ('"', '\\', Some('r')) => Some('\r'),
                ('"', '\\', Some('t')) => Some('\t'),
                ('"', '\\', Some(next @ ('\\' | '"' | '$'))) => Some(next),
                ('\'', '\\', Some('\'')) => next,
                _ => None,
            };
            let what = match (quote, letter, escaped) {
                ('"', '\\', None) => Some(
                    "a `\\` in double quotes that begins none of `\\n`, `\\r`, `\\t`, `\\\\`, `\\\"` and `\\$`: write `\\\\`, or use \
                     single quotes",
                ),
                ('"', '$', _) => Some(
                    "a `$` in double quotes: compose puts the value of another variable there. Write `\\$`, or use single \
                     quotes",
                ),
                _ => None,
            };
            wrong = wrong.or(what.map(|what| (self.line, what)));
            value.push(escaped.unwrap_or(letter));
            self.take(letter.len_utf8() + usize::from(escaped.is_some()));
        }
        self.take(1);
        let behind = self.line();
        let rest = behind.trim_start_matches(BLANK);
        let is_comment = rest.starts_with('#') && rest.len() < behind.len();
        match wrong {
            Some(wrong) => Err(wrong),
            None if rest.is_empty() || is_comment => Ok(value),
            None => Err((
                self.line,
                "text behind the closing quote: write a quote in the value with `\\` in front of it, and a space \
                 in front of a comment",
            )),
        }
    }
}

#[cfg(test)]
mod properties;

#[cfg(test)]
mod tests {
    use super::{Variable, read};

    fn refuse(name: &str) -> Option<String> {
        (!name.chars().all(|letter| letter.is_ascii_uppercase())).then(|| "bad name".to_owned())
    }

    #[test]
    fn a_file_has_the_variables_that_docker_and_compose_read() {
        for (text, expected) in [
            ("", &[][..]),
            ("# A=1\n\n  \t\n  # b", &[]),
            ("A=1", &[("A", "1")]),
            ("A=1\nB=2\n", &[("A", "1"), ("B", "2")]),
            ("  A=1\n\tB=2", &[("A", "1"), ("B", "2")]),
            ("A=", &[("A", "")]),
            ("A=\nB=''\nC=\"\"", &[("A", ""), ("B", ""), ("C", "")]),
            ("export A=1\nexport\t B='2'", &[("A", "1"), ("B", "2")]),
            ("A=a=b==", &[("A", "a=b==")]),
            ("A=a b  c", &[("A", "a b  c")]),
            ("A=a#b", &[("A", "a#b")]),
            ("A=it's \"x\" \\n `y`", &[("A", "it's \"x\" \\n `y`")]),
            (
                "A=@env:B\nC=@/etc/passwd\nD=@find:x",
                &[("A", "@env:B"), ("C", "@/etc/passwd"), ("D", "@find:x")],
            ),
            ("A={\"b\": [1, 2]}", &[("A", "{\"b\": [1, 2]}")]),
            ("A=\"b\"\nB='c'", &[("A", "b"), ("B", "c")]),
            ("A=\" b \" # c\nB='c'\t#\nC='d'  ", &[("A", " b "), ("B", "c"), ("C", "d")]),
            ("A=\"b # c\"", &[("A", "b # c")]),
            ("A='$B ${C} \\n \"'", &[("A", "$B ${C} \\n \"")]),
            ("A='Let\\'s go'", &[("A", "Let's go")]),
            (r#"A="\n\r\t\\ \"\$B""#, &[("A", "\n\r\t\\ \"$B")]),
            ("A='b\nB=c\n# d\n'\nC=1", &[("A", "b\nB=c\n# d\n"), ("C", "1")]),
            ("A=\"-----BEGIN\nx==\n-----END\"", &[("A", "-----BEGIN\nx==\n-----END")]),
            ("A=é€\nB='日本'", &[("A", "é€"), ("B", "日本")]),
        ] {
            let variable = |(name, value): &(&str, &str)| Variable {
                name: (*name).to_owned(),
                value: (*value).to_owned(),
            };
            let expected = expected.iter().map(variable).collect();
            assert_eq!(read(text, refuse), Ok(expected), "{text}");
        }
    }

    #[test]
    fn what_has_two_meanings_is_refused_with_its_line_and_without_its_value() {
        for (text, expected) in [
            ("A=1\nSECRET", "line 2: `=` is missing"),
            ("export SECRET", "line 1: `=` is missing"),
            ("A: SECRET", "line 1: `=` is missing"),
            ("=SECRET", "line 1: the name in front of `=`"),
            ("export =SECRET", "line 1: the name in front of `=`"),
            ("A =SECRET", "line 1: white space in front of `=`"),
            ("A= SECRET", "line 1: white space behind `=`"),
            ("A= 'SECRET'", "line 1: white space behind `=`"),
            ("A = SECRET", "line 1: white space in front of `=`"),
            ("A= ", "line 1: white space behind `=`"),
            ("A=SECRET ", "line 1: white space at the end"),
            ("A=SECRET\t\nB=1", "line 1: white space at the end"),
            ("A=SECRET\rB=2", "line 1: a carriage return"),
            ("A=SECRET # b", "line 1: a `#` in a value without quotes"),
            ("A=SECRET\t#b", "line 1: a `#` in a value without quotes"),
            ("A=#SECRET", "line 1: a `#` in a value without quotes"),
            ("A=SECRET$B", "line 1: a `$`"),
            ("A=${B}", "line 1: a `$`"),
            ("A=SECRET$", "line 1: a `$`"),
            ("A=\"x\n${B}SECRET\"\nB=1", "line 2: a `$` in double quotes"),
            ("A=\"C:\\SECRET\"\nB=1", "line 1: a `\\` in double quotes"),
            ("A=\"SECRET\\\nx\"\nB=1", "line 1: a `\\` in double quotes"),
            ("A='SECRET\nB=1\nC=2", "line 1: the quote has no end"),
            ("B=1\nA=\"SECRET\\\"\nC=2", "line 2: the quote has no end"),
            ("A='SECRET'x", "line 1: text behind the closing quote"),
            ("A=\"SECRET\"#b", "line 1: text behind the closing quote"),
            ("A=\"\"\"SECRET\"\"\"", "line 1: text behind the closing quote"),
            ("A='x\ny' SECRET", "line 2: text behind the closing quote"),
            ("A=SECRET\nB=1\nA=2", "line 3: `A` is also on line 1"),
            ("MIISECRETabc==", "line 1: bad name"),
            ("export  SECRETs=1", "line 1: bad name"),
            ("A-B=SECRET", "line 1: bad name"),
        ] {
            let problems = read(text, refuse).unwrap_err();
            let [only] = &problems[..] else { panic!("{text}: {problems:?}") };
            assert!(only.starts_with(expected), "{text}: {only}");
            assert!(!only.contains("SECRET"), "{text}: {only}");
        }
    }

    #[test]
    fn all_problems_are_found() {
        let text = "A =1\nB=$x\nC=\"$\n\"\nD=1\nE\nF='";
        let problems = read(text, refuse).unwrap_err();
        let lines: Vec<&str> =
            problems.iter().map(|what| what.split(':').next().unwrap()).collect();
        assert_eq!(lines, ["line 1", "line 2", "line 3", "line 6", "line 7"]);
    }
}
