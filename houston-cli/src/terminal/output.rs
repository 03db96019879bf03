//! All output: data goes to stdout, everything else to stderr.

use std::cell::RefCell;
use std::fmt::Display;
use std::io::{self, ErrorKind, IsTerminal, Write};
use std::pin::pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{LazyLock, Mutex, PoisonError};

use anstream::{AutoStream, ColorChoice};
use anstyle::{AnsiColor, Style};
use houston_client::Outcome;
use terminal_size::{Height, Width, terminal_size_of};

use crate::answer::envelope;
use crate::answer::format::{self, Format, Screen};
use crate::answer::pretty::compact;
use crate::failure::{Code, Exit, Failure};
use crate::settings::environment;
use crate::terminal::text::{steady, within};
use crate::terminal::wrap::wrapped;

/// The styles of what a message begins with, and of an error's code.
const ERROR: Style = AnsiColor::Red.on_default().bold();
const WARNING: Style = AnsiColor::Yellow.on_default().bold();
const NOTE: Style = AnsiColor::Cyan.on_default().bold();
const CODE: Style = Style::new().dimmed();

/// Writes data to stdout, with a final newline. On a terminal, it loses its control characters. A closed
/// pipe is not an error.
pub(crate) fn data(text: impl Display) -> Result<(), Failure> {
    streamed(text).map(drop)
}

/// The same, for a part of the data. Returns whether a reader is left for the next one.
pub(crate) fn streamed(text: impl Display) -> Result<bool, Failure> {
    // A line that passes comes after it.
    let _quiet = io::stderr().lock();
    passed();
    let mut stdout = io::stdout().lock();
    let written = match is_terminal() {
        true => writeln!(stdout, "{}", steady(&text.to_string())),
        false => writeln!(stdout, "{text}"),
    };
    match written.and_then(|()| stdout.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(false),
        Err(error) => Err(Failure::new(Exit::Internal, "cannot write to stdout").because(error)),
        Ok(()) => Ok(true),
    }
}

/// Writes text for people to stdout. On a terminal, long lines are wrapped between words.
pub(crate) fn text(text: &str) -> Result<(), Failure> {
    match columns() {
        Some(columns) => data(wrapped(text, columns)),
        None => data(text),
    }
}

/// Writes our own text with its styles to stdout. A closed pipe is not an error.
pub(crate) fn styled(text: &str) -> Result<(), Failure> {
    passed();
    let stdout = io::stdout().lock();
    let choice = match AutoStream::choice(&stdout) {
        ColorChoice::Never if forced().is_some() && !environment::is_set("NO_COLOR") => {
            ColorChoice::Always
        }
        choice => choice,
    };
    let mut stdout = AutoStream::new(stdout, choice);
    match writeln!(stdout, "{text}").and_then(|()| stdout.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(Failure::new(Exit::Internal, "cannot write to stdout").because(error))
        }
        _ => Ok(()),
    }
}

/// The number of columns that the environment gives for output as on a terminal: 0 if it gives none, and nothing if stdout
/// alone decides.
fn forced() -> Option<u16> {
    static FORCED: LazyLock<Option<u16>> = LazyLock::new(|| {
        let given = environment::path(environment::FORCE_TTY)?;
        Some(given.to_str().and_then(|columns| columns.parse().ok()).unwrap_or_default())
    });
    *FORCED
}

/// Whether stdout leads to a terminal, or is to be written as if it did.
pub(crate) fn is_terminal() -> bool {
    forced().is_some() || io::stdout().is_terminal()
}

/// Whether a person reads notes on a terminal.
pub(crate) fn is_watched() -> bool {
    io::stderr().is_terminal() && !is_json()
}

/// The number of columns of the terminal that stdout leads to; none if it leads elsewhere.
pub(crate) fn columns() -> Option<usize> {
    screen().width.map(usize::from)
}

/// Whether a line of a stream can be written again.
pub(crate) fn changes(stream: &impl IsTerminal) -> bool {
    let is_plain = |term: &String| matches!(&**term, "" | "dumb");
    stream.is_terminal() && std::env::var("TERM").is_ok_and(|term| !is_plain(&term))
}

/// The number of columns of the terminal that stderr leads to.
pub(crate) fn asking_width() -> u16 {
    width(terminal_size_of(io::stderr()))
}

/// Writes facts to stdout for programs.
pub(crate) fn facts(format: Format, value: &serde_json::Value) -> Result<(), Failure> {
    facts_with(format, value, Outcome::Done, None)
}

/// The same; an envelope also says how the command ends.
pub(crate) fn facts_with(
    format: Format,
    value: &serde_json::Value,
    outcome: Outcome,
    failure: Option<&Failure>,
) -> Result<(), Failure> {
    let mut text = value.to_string();
    if format == Format::Envelope {
        let errors: Vec<_> = failure.iter().map(|failure| failure.json()).collect();
        text = envelope::of(&text, outcome, &errors, failure)?;
    }
    if let Some(text) = format::write(format, &[&text], screen(), None)?.text {
        data(text)?;
    }
    envelope::written();
    Ok(())
}

/// The screen that stdout leads to.
pub(crate) fn screen() -> Screen {
    let terminal = is_terminal();
    let forced = forced().filter(|columns| *columns > 0);
    let width = terminal.then(|| forced.unwrap_or_else(|| width(terminal_size_of(io::stdout()))));
    Screen { terminal, width, ..Screen::default() }
}

/// The number of columns of a terminal; 80 if it is not known.
fn width(size: Option<(Width, Height)>) -> u16 {
    const USUAL: u16 = 80;
    size.map(|(Width(columns), _)| columns).or_else(columns_variable).unwrap_or(USUAL)
}

fn columns_variable() -> Option<u16> {
    std::env::var("COLUMNS").ok()?.parse().ok().filter(|columns| *columns > 0)
}

/// Whether notes and errors are written as JSON, one object per line.
static AS_JSON: AtomicBool = AtomicBool::new(false);

/// Whether notes and errors are JSON.
pub(crate) fn is_json() -> bool {
    AS_JSON.load(Ordering::Relaxed)
}

/// Switches notes and errors to JSON.
pub(crate) fn notes_as_json() {
    AS_JSON.store(true, Ordering::Relaxed);
}

tokio::task_local! {
    /// The notes of the task, which go to its caller.
    static NOTES: RefCell<Vec<String>>;
}

/// Runs a task, and returns the notes that it would have written.
pub(crate) async fn collecting<T>(task: impl Future<Output = T>) -> (T, Vec<String>) {
    let mut task = pin!(NOTES.scope(RefCell::default(), task));
    let done = task.as_mut().await;
    let notes = task.as_mut().take_value();
    (done, notes.map(RefCell::into_inner).unwrap_or_default())
}

/// Runs something without its notes.
pub(crate) fn quietly<T>(work: impl FnOnce() -> T) -> T {
    NOTES.sync_scope(RefCell::default(), work)
}

/// Whether the notes of this task go to its caller.
pub(crate) fn is_collecting() -> bool {
    NOTES.try_with(|_| ()).is_ok()
}

/// Writes a note on a screen that something else draws as well.
type Through = Box<dyn Fn(&str) + Send>;

/// How notes are written while a bar or a picture is on the screen.
static THROUGH: Mutex<Option<Through>> = Mutex::new(None);

fn through<T>(change: impl FnOnce(&mut Option<Through>) -> T) -> T {
    change(&mut THROUGH.lock().unwrap_or_else(PoisonError::into_inner))
}

/// While it lives, notes are written by what draws on the screen.
#[derive(Debug)]
#[must_use]
pub(crate) struct Drawing(());

impl Drawing {
    pub(crate) fn new(write: impl Fn(&str) + Send + 'static) -> Self {
        through(|through| *through = Some(Box::new(write)));
        Drawing(())
    }
}

impl Drop for Drawing {
    fn drop(&mut self) {
        through(|through| *through = None);
    }
}

/// Whether the last line of the terminal is one that passes.
static IS_PASSING: AtomicBool = AtomicBool::new(false);

/// Whether a line of the terminal that stderr leads to can be written again.
fn can_change() -> bool {
    io::stderr().is_terminal()
        && !is_json()
        && std::env::var("TERM").is_ok_and(|term| !matches!(&*term, "" | "dumb"))
}

/// Writes a line that stays only until the next output. Returns whether it is shown, or something else that shows how far
/// the work is.
pub(crate) fn passing(line: &str) -> bool {
    if through(|through| through.is_some()) {
        return true;
    }
    if !can_change() {
        return false;
    }
    let most = width(terminal_size_of(io::stderr())).saturating_sub(1);
    let line = within(line, most.into());
    let mut stderr = io::stderr().lock();
    IS_PASSING.store(true, Ordering::Relaxed);
    let _ = write!(stderr, "\r\x1b[K{line}").and_then(|()| stderr.flush());
    true
}

/// Whether the last line of the terminal is one that passes.
pub(crate) fn is_passing() -> bool {
    IS_PASSING.load(Ordering::Relaxed)
}

/// Removes the line that passes, if there is one.
pub(crate) fn passed() {
    let mut stderr = io::stderr().lock();
    if IS_PASSING.swap(false, Ordering::Relaxed) {
        let _ = write!(stderr, "\r\x1b[K");
    }
}

/// Begins a line on the terminal after Ctrl-C, which shows `^C` there.
pub(crate) fn after_key() {
    IS_PASSING.store(false, Ordering::Relaxed);
    let mut stderr = io::stderr().lock();
    // A closed stderr is ignored.
    let _ = match (can_change(), stderr.is_terminal()) {
        (true, _) => write!(stderr, "\r\x1b[K"),
        (false, true) => writeln!(stderr),
        _ => Ok(()),
    };
}

/// Writes a line to stderr, unless it is collected for the task. A closed stderr is ignored.
pub(crate) fn note(text: impl Display) {
    let collected = NOTES.try_with(|notes| {
        let text = text.to_string();
        notes.borrow_mut().push(text.strip_prefix("note: ").unwrap_or(&text).to_owned());
    });
    if collected.is_err() {
        told(&text.to_string());
    }
}

/// Writes a line to stderr, also while the notes of a task are collected.
pub(crate) fn told(text: &str) {
    let is_written = through(|through| through.as_ref().map(|write| write(text)).is_some());
    if !is_written {
        written(text);
    }
}

/// Writes a line to stderr, whatever else is on the screen.
pub(crate) fn written(text: &str) {
    let mut stderr = io::stderr().lock();
    passed();
    let _ = match AS_JSON.load(Ordering::Relaxed) {
        true => {
            let text = text.strip_prefix("note: ").unwrap_or(text);
            writeln!(stderr, "{}", serde_json::json!({ "note": text }))
        }
        false if stderr.is_terminal() => {
            let width = width(terminal_size_of(io::stderr()));
            writeln!(stderr, "{}", colored(wrapped(text, width.into())))
        }
        false => writeln!(stderr, "{}", colored(text.to_string())),
    };
}

/// A note or an error with colors, where stderr shows them: for what it is, and for the error's code.
fn colored(text: String) -> String {
    if AutoStream::choice(&io::stderr()) == ColorChoice::Never {
        return text;
    }
    let starts = [("error:", ERROR), ("warning:", WARNING), ("note:", NOTE)];
    let Some((start, style)) = starts.into_iter().find(|(start, _)| text.starts_with(start)) else {
        return text;
    };
    let rest = &text[start.len()..];
    let codes = Code::ALL.iter().map(|code| format!("[{}]", code.word()));
    let code = codes.filter_map(|code| Some((rest.find(&code)?, code))).min();
    match code.filter(|_| start == "error:") {
        Some((at, code)) => {
            let (before, after) = (&rest[..at], &rest[at + code.len()..]);
            format!("{style}{start}{style:#}{before}{CODE}{code}{CODE:#}{after}")
        }
        None => format!("{style}{start}{style:#}{rest}"),
    }
}

/// Writes a table to stderr, without wrapping its lines.
pub(crate) fn table(text: &str) {
    match AS_JSON.load(Ordering::Relaxed) {
        true => note(text),
        // A closed stderr is ignored.
        false => drop(writeln!(io::stderr().lock(), "{text}")),
    }
}

/// Writes a failure to stderr.
pub(crate) fn failure(failure: &Failure) {
    match AS_JSON.load(Ordering::Relaxed) {
        // One line for programs, without control characters that could steer a terminal.
        true => drop(writeln!(io::stderr().lock(), "{}", compact(&failure.json().to_string()))),
        false => note(failure),
    }
}

#[cfg(test)]
mod tests {
    use super::{collecting, note};

    #[tokio::test]
    async fn each_task_collects_its_own_notes() {
        let task = |name: &'static str| async move {
            note(format_args!("note: {name}"));
            tokio::task::yield_now().await;
            note(format_args!("{name} ended"));
        };
        let (one, two) = tokio::join!(collecting(task("one")), collecting(task("two")));
        assert_eq!(
            (one.1, two.1),
            (vec!["one".into(), "one ended".into()], vec!["two".into(), "two ended".into()])
        );
    }
}
