//! All output: data goes to stdout, everything else to stderr.

use std::cell::RefCell;
use std::fmt::Display;
use std::io::{self, ErrorKind, IsTerminal, Write};
use std::pin::pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use clap::error::{ContextKind, ErrorKind as Mistake};
use terminal_size::{Height, Width, terminal_size_of};
use textwrap::core::Word;
use textwrap::{WordSeparator, WordSplitter};

use crate::answer::format::{self, Format, Screen};
use crate::answer::pretty::compact;
use crate::failure::{Exit, Failure};
use crate::terminal::text::{plain, steady, within};

/// Writes data to stdout, with a final newline. On a terminal, it loses its control characters. A closed
/// pipe is not an error.
pub(crate) fn data(text: impl Display) -> Result<(), Failure> {
    // A line that passes comes after it.
    let _quiet = io::stderr().lock();
    passed();
    let mut stdout = io::stdout().lock();
    let written = match stdout.is_terminal() {
        true => writeln!(stdout, "{}", steady(&text.to_string())),
        false => writeln!(stdout, "{text}"),
    };
    match written.and_then(|()| stdout.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(Failure::new(Exit::Internal, "cannot write to stdout").because(error))
        }
        _ => Ok(()),
    }
}

/// Writes text for people to stdout. On a terminal, long lines are wrapped between words.
pub(crate) fn text(text: &str) -> Result<(), Failure> {
    match io::stdout().is_terminal() {
        true => data(wrapped(text, width(terminal_size_of(io::stdout())))),
        false => data(text),
    }
}

/// Wraps the text between words, to lines of at most this many columns where words allow. Continuation lines are
/// indented a little more than the first. What stands in backquotes is one word, so that a command can be copied.
fn wrapped(text: &str, width: u16) -> String {
    let line = |line: &str| {
        let begins = line.len() - line.trim_start().len();
        let indent = " ".repeat(begins + 2);
        let options = textwrap::Options::new(width.into()).subsequent_indent(&indent);
        let options = options.break_words(false).word_splitter(WordSplitter::NoHyphenation);
        let options = options.word_separator(WordSeparator::Custom(words));
        textwrap::fill(line, options)
    };
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
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
    match format::write(format, &[&value.to_string()], screen(), None)?.text {
        Some(text) => data(text),
        None => Ok(()),
    }
}

/// The screen that stdout leads to.
pub(crate) fn screen() -> Screen {
    let terminal = io::stdout().is_terminal();
    let width = terminal.then(|| width(terminal_size_of(io::stdout())));
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
            writeln!(stderr, "{}", wrapped(text, width(terminal_size_of(io::stderr()))))
        }
        false => writeln!(stderr, "{text}"),
    };
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

/// Turns a usage error of clap into a failure.
pub(crate) fn clap_failure(said: &clap::Error) -> Failure {
    let text = said.to_string();
    let is_ours = |line: &&str| !line.is_empty() && !line.starts_with("For more information");
    let mut lines = text.lines().map(str::trim).filter(is_ours);
    let first = lines.next().unwrap_or_default();
    let what = match first.strip_prefix("error: ") {
        Some(what) => Failure::usage(plain(what)).details(lines.map(plain)),
        // For a command that only groups others, clap gives its help.
        None => {
            note(text.trim_end());
            Failure::usage("a command is missing")
        }
    };
    let stray = said.get(ContextKind::InvalidArg).map(ToString::to_string);
    let is_word = said.kind() == Mistake::UnknownArgument
        && stray.is_some_and(|stray| !stray.is_empty() && !stray.starts_with('-'));
    let what = match is_word {
        true => what.help("A value with white space stands in quotes."),
        false => what,
    };
    what.help("For usage, try `--help`.")
}

#[cfg(test)]
mod tests {
    use super::{collecting, note, wrapped};

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
