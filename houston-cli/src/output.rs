//! The only place that writes: data to stdout, all else to stderr.

use std::fmt::Display;
use std::io::{self, ErrorKind, Write};

use crate::failure::{Exit, Failure};
use crate::pretty::pretty;

/// Writes data to stdout, with a final newline. That the reader has gone away is no error.
pub(crate) fn data(text: impl Display) -> Result<(), Failure> {
    let mut stdout = io::stdout().lock();
    match writeln!(stdout, "{text}").and_then(|()| stdout.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(Failure::new(Exit::Internal, "stdout cannot be written").because(&error))
        }
        _ => Ok(()),
    }
}

/// Writes JSON to stdout for people and programs alike.
pub(crate) fn json(value: &serde_json::Value) -> Result<(), Failure> {
    data(pretty(&value.to_string()))
}

/// Writes a line to stderr. Where stderr is closed, nobody is there to be told.
pub(crate) fn note(text: impl Display) {
    let _ = writeln!(io::stderr().lock(), "{text}");
}
