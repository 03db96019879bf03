//! How a command ends, and what it says when it did not do what it was asked.

use std::error::Error;
use std::fmt;
use std::io;
use std::path::Path;

#[cfg(feature = "cli")]
use clap::ValueEnum;

use crate::Diagnostics;
#[cfg(feature = "cli")]
use crate::introspection::Refusal;

/// The exit codes. The help shows their comments.
#[cfg_attr(feature = "cli", derive(ValueEnum))]
#[derive(Clone, Copy, Debug)]
pub enum Exit {
    /// done
    Done = 0,
    /// a file cannot be read, or a schema is invalid
    Failed = 1,
    /// usage error
    Usage = 2,
    /// not signed in, or not allowed
    NotAllowed = 3,
    /// the server refused the introspection query
    Refused = 4,
    /// no connection
    NotReached = 6,
    /// no complete answer arrived
    BrokeOff = 7,
    /// done, but work is left to do by hand; the summary lists it (regenerate)
    ToDo = 8,
    /// the schemas differ (diff)
    Drift = 12,
    /// TLS failed
    Tls = 20,
    /// a page instead of JSON
    Html = 21,
    /// introspection is disabled
    SwitchedOff = 22,
    /// not a GraphQL answer
    NotGraphQl = 23,
    /// the answer is not a valid schema
    Invalid = 24,
    /// the answer is too large, or nested too deep
    TooLarge = 25,
    /// a file cannot be written
    NotWritten = 26,
}

#[cfg(feature = "cli")]
impl Exit {
    /// The codes, for the help.
    pub fn table() -> String {
        let row = |exit: &Exit| {
            let value = exit.to_possible_value()?;
            Some(format!("\n  {:>2}  {}", *exit as u8, value.get_help()?))
        };
        let rows: String = Exit::value_variants().iter().filter_map(row).collect();
        format!("Exit codes:{rows}")
    }
}

/// An exit code, and the text for stderr: `error: ` and the message, then further lines.
pub struct Failure {
    /// The exit code.
    pub exit: Exit,
    text: String,
}

impl Failure {
    /// A failure with this exit code.
    pub fn new(exit: Exit, message: impl fmt::Display) -> Self {
        Failure { exit, text: format!("error: {message}") }
    }

    /// A file that cannot be read, or an invalid schema.
    pub fn failed(message: impl fmt::Display) -> Self {
        Failure::new(Exit::Failed, message)
    }

    /// Arguments that do not fit together.
    pub fn usage(message: impl fmt::Display) -> Self {
        Failure::new(Exit::Usage, message)
    }

    /// Errors in a schema, each with its place.
    pub fn places(exit: Exit, places: &Diagnostics) -> Self {
        Failure { exit, text: places.to_string() }
    }

    /// Adds lines below the message, such as the next step.
    #[must_use]
    pub fn with(self, lines: impl fmt::Display) -> Self {
        Failure { text: format!("{}\n{lines}", self.text), ..self }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text)
    }
}

impl Error for Failure {}

/// The text without `error: `: Rust prints `Error: ` and this form when the `main` of a build script fails.
impl fmt::Debug for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.text.strip_prefix("error: ").unwrap_or(&self.text))
    }
}

/// A failure to read or remove a file.
pub fn cannot(what: &str, path: &Path) -> impl Fn(io::Error) -> Failure {
    move |error| Failure::failed(format_args!("cannot {what} {}: {error}", path.display()))
}

/// The error and its causes, each once.
pub fn chain(error: &dyn Error) -> String {
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

#[cfg(feature = "cli")]
impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        let exit = match &refusal {
            Refusal::NotSignedIn(_) | Refusal::NotAllowed(_) => Exit::NotAllowed,
            Refusal::Html(_) => Exit::Html,
            Refusal::SwitchedOff(_) => Exit::SwitchedOff,
            Refusal::NotGraphQl(_) => Exit::NotGraphQl,
            Refusal::InvalidSchema(_) => Exit::Invalid,
            Refusal::TooBig | Refusal::TooDeep(_) => Exit::TooLarge,
            // Additions are also about the server.
            _ => Exit::Refused,
        };
        Failure::new(exit, &refusal).with(refusal.next_step())
    }
}
