//! Values from elsewhere: `@file`, `@-`, `@env:NAME`; `@@x` is the text `@x`.

use std::io::Read;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::terminal::text::{plain, short};

/// How a secret is given.
pub(super) const GIVE: &str = "give @FILE, @- or @env:NAME; on a terminal it is asked for";

/// Why a secret is no word of a call.
pub(crate) const STAYS: &str = "a secret in the words of a call stays in the history, and everybody sees it in the list \
                                of processes; give @FILE, @- or @env:NAME";

/// What stands before the words of a look-up.
pub(super) const FIND: &str = "@find:";

/// A text that was given, and whether it stood in the words of the call.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Sourced {
    pub(super) text: String,
    pub(super) literal: bool,
}

/// What a word of the call stands for.
///
/// # Errors
///
/// When its source cannot be read.
pub(super) fn resolve(word: String) -> Result<Sourced, String> {
    let Some(source) = word.strip_prefix('@') else {
        return Ok(Sourced { text: word, literal: true });
    };
    if word.starts_with(FIND) {
        return Err("only an argument as a whole is looked up; `@@…` is a text that begins with @"
            .to_owned());
    }
    let text = match (source, source.strip_prefix("env:")) {
        (text, _) if text.starts_with('@') => {
            return Ok(Sourced { text: text.to_owned(), literal: true });
        }
        ("", _) => {
            return Err("a file's name is missing behind `@`; `@@` is the text `@`".to_owned());
        }
        ("-", _) => stdin()?,
        (_, Some(name)) => std::env::var(name)
            .map_err(|_| format!("the environment has no text `{}`", short(name)))?,
        (path, _) => {
            let text =
                file(path).map_err(|why| format!("{why}; `@@…` is a text that begins with @"))?;
            return Ok(Sourced { text, literal: false });
        }
    };
    Ok(Sourced { text: line(text), literal: false })
}

/// A secret from elsewhere.
///
/// # Errors
///
/// When its source cannot be read, or the word is the secret itself.
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

/// All of stdin, once.
///
/// # Errors
///
/// When it cannot be read, or something else of this call has read it.
pub(crate) fn stdin() -> Result<String, String> {
    static READ: AtomicBool = AtomicBool::new(false);
    if READ.swap(true, Ordering::Relaxed) {
        return Err("stdin is read by something else of this call".to_owned());
    }
    let mut text = String::new();
    let read = std::io::stdin().lock().read_to_string(&mut text);
    read.map_err(|error| format!("stdin cannot be read: {}", plain(&error.to_string())))?;
    Ok(text)
}

fn file(path: &str) -> Result<String, String> {
    std::fs::read_to_string(path).map(line).map_err(|error| {
        let error = plain(&error.to_string());
        format!("the file `{}` cannot be read: {error}", short(path))
    })
}

/// Without the line break that ends most files.
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
