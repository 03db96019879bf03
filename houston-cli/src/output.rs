//! The only place that writes: data to stdout, all else to stderr.

use std::fmt::Display;
use std::io::{self, ErrorKind, IsTerminal, Write};
use std::sync::atomic::{AtomicBool, Ordering};

use crate::failure::{Exit, Failure};
use crate::format::{self, Format, Screen};
use crate::pretty::compact;
use crate::text::plain;

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

/// Writes facts to stdout for programs.
pub(crate) fn facts(format: Format, value: &serde_json::Value) -> Result<(), Failure> {
    match format::write(format, &[&value.to_string()], screen())?.text {
        Some(text) => data(text),
        None => Ok(()),
    }
}

/// Where stdout leads.
pub(crate) fn screen() -> Screen {
    let terminal = io::stdout().is_terminal();
    Screen { terminal, width: if terminal { Some(width()) } else { None }, chosen: false }
}

/// How many columns the terminal has; what most have where it does not say.
fn width() -> u16 {
    const USUAL: u16 = 80;
    let columns = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    #[cfg(unix)]
    let asked = rustix::termios::tcgetwinsize(io::stdout()).ok().map(|size| size.ws_col);
    #[cfg(not(unix))]
    let asked = None;
    asked.filter(|columns| *columns > 0).or(columns).unwrap_or(USUAL)
}

/// Whether notes and errors are written as JSON, one object a line.
static AS_JSON: AtomicBool = AtomicBool::new(false);

/// From here on, notes and errors are JSON.
pub(crate) fn notes_as_json() {
    AS_JSON.store(true, Ordering::Relaxed);
}

/// Writes a line to stderr. Where stderr is closed, nobody is there to be told.
pub(crate) fn note(text: impl Display) {
    let mut stderr = io::stderr().lock();
    let _ = match AS_JSON.load(Ordering::Relaxed) {
        true => writeln!(stderr, "{}", serde_json::json!({ "note": text.to_string() })),
        false => writeln!(stderr, "{text}"),
    };
}

/// Writes to stderr why a call failed.
pub(crate) fn failure(failure: &Failure) {
    match AS_JSON.load(Ordering::Relaxed) {
        // As a line that a program reads: nothing of it can steer a terminal.
        true => drop(writeln!(io::stderr().lock(), "{}", compact(&failure.json().to_string()))),
        false => note(failure),
    }
}

/// Writes to stderr what clap has to say about the words of a call.
pub(crate) fn said(said: &clap::Error) {
    if AS_JSON.load(Ordering::Relaxed) {
        let text = said.to_string();
        let mut lines = text.lines().filter(|line| !line.trim().is_empty());
        let first = lines.next().unwrap_or_default();
        let what = Failure::usage(plain(first.strip_prefix("error: ").unwrap_or(first)));
        return failure(&lines.map(|line| plain(line.trim())).fold(what, Failure::detail));
    }
    // Where stderr is closed, nobody is there to be told.
    let _ = said.print();
    note("Nothing was sent.");
}
