//! How a command ends, and what it says when it did not do what it was asked.

use std::error::Error;
use std::fmt;
use std::io;
use std::path::Path;

use clap::ValueEnum;
use houston_codegen::Diagnostics;
use houston_codegen::introspection::Refusal;

/// The exit codes. What each means is its comment: the help shows them.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Exit {
    /// done
    Done = 0,
    /// a file cannot be read, or a schema is none
    Failed = 1,
    /// the words of the call
    Usage = 2,
    /// not signed in, or not allowed
    NotAllowed = 3,
    /// the server refused the introspection query
    Refused = 4,
    /// no connection
    NotReached = 6,
    /// the answer did not come, or not whole
    BrokeOff = 7,
    /// done, and something is left to do by hand: the summary says what (regenerate)
    ToDo = 8,
    /// the schemas differ (diff)
    Drift = 12,
    /// TLS
    Tls = 20,
    /// a page instead of JSON
    Html = 21,
    /// introspection is switched off
    SwitchedOff = 22,
    /// no answer of GraphQL
    NotGraphQl = 23,
    /// the answer is no valid schema
    Invalid = 24,
    /// the answer is too big, or nests too deep
    TooLarge = 25,
    /// a file cannot be written
    NotWritten = 26,
}

impl Exit {
    /// The codes, for the help.
    pub(crate) fn table() -> String {
        let row = |exit: &Exit| {
            let value = exit.to_possible_value()?;
            Some(format!("\n  {:>2}  {}", *exit as u8, value.get_help()?))
        };
        let rows: String = Exit::value_variants().iter().filter_map(row).collect();
        format!("Exit codes:{rows}")
    }
}

/// An exit code, and what is written on stderr.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) exit: Exit,
    text: String,
}

impl Failure {
    /// A failure with an exit code of its own.
    pub(crate) fn new(exit: Exit, message: impl fmt::Display) -> Self {
        Failure { exit, text: format!("error: {message}") }
    }

    /// Something of this workspace.
    pub(crate) fn failed(message: impl fmt::Display) -> Self {
        Failure::new(Exit::Failed, message)
    }

    /// The words of the call make no sense together.
    pub(crate) fn usage(message: impl fmt::Display) -> Self {
        Failure::new(Exit::Usage, message)
    }

    /// Places in a schema: each is an error with a text of its own.
    pub(crate) fn places(exit: Exit, places: &Diagnostics) -> Self {
        Failure { exit, text: places.to_string() }
    }

    /// The same with more lines below it.
    pub(crate) fn with(self, lines: impl fmt::Display) -> Self {
        Failure { text: format!("{}\n{lines}", self.text), ..self }
    }

    /// The same with what to do about it.
    pub(crate) fn help(self, advice: impl fmt::Display) -> Self {
        self.with(format_args!("help: {advice}"))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text)
    }
}

/// What became of a file: to read it, to remove it.
pub(crate) fn cannot(what: &str, path: &Path) -> impl Fn(io::Error) -> Failure {
    move |error| Failure::failed(format_args!("cannot {what} {}: {error}", path.display()))
}

/// The error and its causes, each said once.
pub(crate) fn chain(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        let said = error.to_string();
        if !text.contains(&said) {
            text += &format!(": {said}");
        }
        cause = error.source();
    }
    text
}

impl From<Diagnostics> for Failure {
    fn from(places: Diagnostics) -> Self {
        Failure::places(Exit::Failed, &places)
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        let exit = match &refusal {
            Refusal::NotSignedIn(_) | Refusal::NotAllowed(_) => Exit::NotAllowed,
            Refusal::Html(_) => Exit::Html,
            Refusal::SwitchedOff(_) => Exit::SwitchedOff,
            Refusal::NotGraphQl(_) => Exit::NotGraphQl,
            Refusal::InvalidSchema(_) => Exit::Invalid,
            Refusal::TooBig | Refusal::TooDeep(_) => Exit::TooLarge,
            // What may be added is about the server, too.
            _ => Exit::Refused,
        };
        Failure::new(exit, refusal)
    }
}
