//! TOML files: changing them, and describing errors in them.

use std::path::Path;

use secrecy::zeroize::Zeroizing;
use toml_edit::DocumentMut;

use crate::failure::Failure;
use crate::settings::{files, found};
use crate::terminal::text::plain;

/// Changes a file. The rest of it, including comments, stays as it is. `parse` builds its failure from the one that it
/// is given.
///
/// # Errors
///
/// Fails if the file cannot be read or written. It is not changed then.
pub(crate) fn edit(
    path: &Path,
    parse: impl FnOnce(&str, Failure) -> Result<DocumentMut, Failure>,
    change: impl FnOnce(&mut DocumentMut),
) -> Result<(), Failure> {
    let unwritable = || Failure::usage(format!("{} cannot be written", path.display()));
    let failed = |error| {
        unwritable().because(error).help(
            "Set HOUSTON_CONFIG_DIR to a directory that you can write to, or use HOUSTON_TOKEN and HOUSTON_URL, which need no file.",
        )
    };
    let _lock = files::lock(path).map_err(failed)?;
    // It may contain tokens.
    let text = Zeroizing::new(found::text(path)?.unwrap_or_default());
    let mut document = parse(&text, unwritable())?;
    change(&mut document);
    let text = Zeroizing::new(document.to_string());
    files::write_private(path, &text).map_err(failed)
}

/// Describes an error in a TOML text, with its line, without quoting the text: it may contain secrets.
pub(crate) fn text_of(error: &toml_edit::de::Error, text: &str) -> String {
    let before = error.span().and_then(|span| text.get(..span.start));
    let line = before
        .map_or(String::new(), |before| format!("line {}: ", before.matches('\n').count() + 1));
    line + &plain(error.message())
}
