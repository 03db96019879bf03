//! Values from files, stdin and the environment: `@file`, `@-`, `@env:NAME`; `@@x` is the text `@x`.

use std::io::Read;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::terminal::text::{plain, short};

/// How to pass a secret.
pub(super) const GIVE: &str =
    "This is a secret: use @FILE, @- or @env:NAME, or type it when asked on a terminal.";

/// Why a secret is not allowed on the command line.
pub(crate) const STAYS: &str = "a secret on the command line stays in the shell history, and `ps` shows it to every user; \
                                use @FILE, @- or @env:NAME";

/// The prefix of a look-up.
pub(super) const FIND: &str = "@find:";

/// How to pass text that looks like a source.
pub(super) const LITERAL: &str = "to pass text that begins with `@`, write `@@…`";

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
pub(super) fn resolve(word: String) -> Result<Sourced, String> {
    let Some(source) = word.strip_prefix('@') else {
        return Ok(Sourced { text: word, literal: true });
    };
    if word.starts_with(FIND) {
        return Err(format!("`{FIND}` works only for a whole argument; {LITERAL}"));
    }
    let text = match (source, source.strip_prefix("env:")) {
        (text, _) if text.starts_with('@') => {
            return Ok(Sourced { text: text.to_owned(), literal: true });
        }
        ("", _) => {
            return Err(
                "a file name is missing after `@`; to pass the text `@`, write `@@`".to_owned()
            );
        }
        ("-", _) => stdin()?,
        (_, Some(name)) => std::env::var(name).map_err(|_| {
            format!("the environment variable `{}` is not set, or is not UTF-8", short(name))
        })?,
        (path, _) => {
            let text = file(path).map_err(|why| format!("{why}; {LITERAL}"))?;
            return Ok(Sourced { text, literal: false });
        }
    };
    Ok(Sourced { text: line(text), literal: false })
}

/// Reads a secret from a file, stdin or the environment.
///
/// # Errors
///
/// Fails if its source cannot be read, or if the word is the secret itself.
pub(crate) fn secret(word: &str) -> Result<String, String> {
    let sourced = resolve(word.to_owned())?;
    if sourced.literal {
        return Err(STAYS.to_owned());
    }
    Ok(sourced.text)
}

/// The text of a file, or of stdin for `-`.
pub(crate) fn document(path: &str) -> Result<String, String> {
    if path == "-" { stdin() } else { file(path) }
}

/// Reads all of stdin, once.
///
/// # Errors
///
/// Fails if it cannot be read, or if this call has read it already.
pub(crate) fn stdin() -> Result<String, String> {
    static READ: AtomicBool = AtomicBool::new(false);
    if READ.swap(true, Ordering::Relaxed) {
        return Err("stdin is already used by another option or argument".to_owned());
    }
    let mut text = String::new();
    let read = std::io::stdin().lock().read_to_string(&mut text);
    read.map_err(|error| format!("cannot read stdin: {}", plain(&error.to_string())))?;
    Ok(text)
}

fn file(path: &str) -> Result<String, String> {
    std::fs::read_to_string(path).map(line).map_err(|error| {
        let error = plain(&error.to_string());
        format!("cannot read the file `{}`: {error}", short(path))
    })
}

/// Removes the line break that ends most files.
fn line(mut text: String) -> String {
    if text.ends_with('\n') {
        text.pop();
        if text.ends_with('\r') {
            text.pop();
        }
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
        for word in ["@", "@no-such-file", "@env:HOUSTON_NO_SUCH_VARIABLE"] {
            assert!(resolve(word).is_err(), "{word}");
        }
    }
}
