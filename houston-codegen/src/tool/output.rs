//! Writing to the terminal. A closed terminal is not an error.

use std::io::Write as _;

/// Writes a line to stdout.
pub fn line(text: &str) {
    let _ = writeln!(std::io::stdout(), "{text}");
}

/// Writes a line to stderr.
pub fn error(text: &str) {
    let _ = writeln!(std::io::stderr(), "{text}");
}
