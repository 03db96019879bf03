//! Values from files, stdin and the environment: `@file`, `@-`, `@env:NAME`; `@@x` is the text `@x`.

use crate::input;
use crate::terminal::text::short;

/// How to pass a secret.
pub(super) const GIVE: &str =
    "This is a secret: use @FILE, @- or @env:NAME, or type it when asked on a terminal.";

/// Why a secret is not allowed on the command line.
pub(crate) const STAYS: &str = "a secret on the command line stays in the shell history, and `ps` shows it to every user; \
                                use @FILE, @- or @env:NAME";

/// The prefix of a look-up.
pub(crate) const FIND: &str = "@find:";

/// How to pass text that looks like a source.
pub(super) const LITERAL: &str = "to pass text that begins with `@`, write `@@…`";

/// Why a source gives no value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Unread {
    pub(super) why: String,
    /// Whether nothing is in it. That is more often a command that failed than an empty value.
    pub(super) is_nothing: bool,
}

impl Unread {
    /// The reason in words; `how` is how to write a value with nothing in it, or empty.
    pub(super) fn said(self, how: &str) -> String {
        match (self.is_nothing, how) {
            (false, _) => self.why,
            (true, "") => format!("{}; check the command that should have written it", self.why),
            (true, how) => format!("{}; {how}", self.why),
        }
    }
}

impl From<String> for Unread {
    fn from(why: String) -> Self {
        Unread { why, is_nothing: false }
    }
}

/// A text, and whether it is on the command line itself.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Sourced {
    pub(super) text: String,
    pub(super) literal: bool,
}

/// Resolves a value of the command line.
///
/// # Errors
///
/// Fails if its source cannot be read.
pub(super) fn resolve(word: String) -> Result<Sourced, Unread> {
    let Some(source) = word.strip_prefix('@') else {
        return Ok(Sourced { text: word, literal: true });
    };
    if word.starts_with(FIND) {
        return Err(format!("`{FIND}` is not supported here; {LITERAL}").into());
    }
    let text = match (source, source.strip_prefix("env:")) {
        (text, _) if text.starts_with('@') => {
            return Ok(Sourced { text: text.to_owned(), literal: true });
        }
        ("", _) => {
            let what = "a file name is missing after `@`; to pass the text `@`, write `@@`";
            return Err(what.to_owned().into());
        }
        ("-", _) => input::something(input::stdin()?, "stdin"),
        (_, Some(name)) => {
            let what = format!("the environment variable `{}`", short(name));
            let value = std::env::var(name);
            let value = value.map_err(|_| format!("{what} is not set, or is not UTF-8"))?;
            let text = input::text(value.into_bytes()).map_err(|why| format!("{what}: {why}"))?;
            input::something(text, &what)
        }
        (path, _) => {
            let text = input::named(path).map_err(|why| format!("{why}; {LITERAL}"))?;
            input::something(text, &format!("the file `{}`", short(path)))
        }
    };
    let text = text.map_err(|why| Unread { why, is_nothing: true })?;
    Ok(Sourced { text: line(text), literal: false })
}

/// Whether a text names a source, behind any number of `@`.
fn is_source(text: &str) -> bool {
    const BEGINNINGS: [&str; 5] = ["env:", "/", "./", "../", "~/"];
    let name = text.trim_start_matches('@');
    name.len() < text.len()
        && (name == "-" || BEGINNINGS.iter().any(|begin| name.starts_with(begin)))
}

/// A text of JSON or of a document, where sources are not read: such files come from others. A text that looks like a
/// source is surely meant as one.
///
/// # Errors
///
/// Fails with what is wrong with a text that looks like a source.
pub(super) fn in_document(text: &str) -> Result<&str, String> {
    match text.strip_prefix('@').filter(|_| is_source(text)) {
        None => Ok(text),
        Some(escaped) if escaped.starts_with('@') => Ok(escaped),
        Some(_) => Err(
            "a text that names a source, which is read only as the whole value of a flag; give the value with its flag, \
             or write `@@…` for the text itself"
                .to_owned(),
        ),
    }
}

/// A text as JSON or a document writes it.
pub(super) fn for_document(text: String) -> String {
    if is_source(&text) { format!("@{text}") } else { text }
}

/// Reads a secret from a file, stdin or the environment.
///
/// # Errors
///
/// Fails if its source cannot be read, or if the word is the secret itself.
pub(crate) fn secret(word: &str) -> Result<String, String> {
    let sourced = resolve(word.to_owned()).map_err(|unread| unread.why)?;
    if sourced.literal {
        return Err(STAYS.to_owned());
    }
    Ok(sourced.text)
}

/// Removes the line break that ends most files.
fn line(mut text: String) -> String {
    if text.ends_with('\n') {
        text.pop();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::Sourced;

    #[test]
    fn a_word_is_itself_or_names_its_source() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("a");
        std::fs::write(&path, "x=y\r\n").unwrap();
        let resolve = |word: &str| super::resolve(word.to_owned());
        let sourced = |text: &str, literal| Ok(Sourced { text: text.to_owned(), literal });
        assert_eq!(resolve("a@b"), sourced("a@b", true));
        assert_eq!(resolve("@@b"), sourced("@b", true));
        assert_eq!(resolve(&format!("@{}", path.display())), sourced("x=y", false));
        for (text, read) in [
            ("@daily", Some("@daily")),
            ("@@daily", Some("@@daily")),
            ("a@env:b", Some("a@env:b")),
            ("@@env:A", Some("@env:A")),
            ("@@-", Some("@-")),
            ("@@@env:A", Some("@@env:A")),
            ("@env:A", None),
            ("@/run/a", None),
            ("@./a", None),
            ("@-", None),
        ] {
            assert_eq!(super::in_document(text).ok(), read, "{text}");
            let written = super::for_document(text.to_owned());
            assert_eq!(super::in_document(&written), Ok(text));
        }
        for word in ["@", "@no-such-file", "@env:HOUSTON_NO_SUCH_VARIABLE"] {
            assert!(resolve(word).is_err(), "{word}");
        }
    }
}
