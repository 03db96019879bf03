//! Why a call failed, and the exit code that says so.

use std::error::Error;
use std::fmt;

use serde_json::{Value, json};

use crate::codes;
use crate::text::plain;

/// What the process ends with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Exit {
    /// Our own fault.
    Internal = 1,
    /// Usage or input refused: nothing was sent.
    Usage = 2,
    /// Not signed in, or not allowed.
    NotAllowed = 3,
    /// The server refused: no effect.
    Refused = 4,
    /// Partial data, or it ran and the answer does not fit.
    Partial = 5,
    /// Not reached, or a query that got no answer.
    NotReached = 6,
    /// A mutation may or may not have happened.
    Unknown = 7,
    /// Schemas differ.
    Drift = 12,
    /// Nobody has said yes: nothing was sent.
    NotConfirmed = 13,
    /// Stopped by SIGINT.
    Interrupted = 130,
    /// Stopped by SIGTERM.
    Terminated = 143,
}

impl Exit {
    /// Every code, and what it means to whoever reads it.
    pub(crate) const MEANINGS: [(u8, &str); 12] = [
        (0, "done"),
        (Exit::Internal as u8, "internal fault"),
        (Exit::Usage as u8, "usage or input refused; nothing was sent"),
        (Exit::NotAllowed as u8, "not signed in, or not allowed"),
        (Exit::Refused as u8, "the server refused; no effect"),
        (Exit::Partial as u8, "it ran, and the answer is not whole"),
        (Exit::NotReached as u8, "not reached; nothing was sent (or a query that got no answer)"),
        (Exit::Unknown as u8, "the outcome of a mutation is unknown: check before you repeat it"),
        (Exit::Drift as u8, "schemas differ"),
        (Exit::NotConfirmed as u8, "not confirmed; nothing was sent"),
        (Exit::Interrupted as u8, "stopped by SIGINT; a mutation that was sent may have run"),
        (Exit::Terminated as u8, "stopped by SIGTERM; a mutation that was sent may have run"),
    ];
}

impl Exit {
    /// The word for it, where no other one fits better.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Exit::Internal => "internal",
            Exit::Usage => "usage",
            Exit::NotAllowed => "not-allowed",
            Exit::Refused => "refused",
            Exit::Partial => "partial",
            Exit::NotReached => "not-reached",
            Exit::Unknown => "outcome-unknown",
            Exit::Drift => "schema-drift",
            Exit::NotConfirmed => "confirmation-needed",
            Exit::Interrupted | Exit::Terminated => "stopped",
        }
    }
}

/// A failed call: what happened, details and causes, and what to do next.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) exit: Exit,
    message: String,
    code: Option<String>,
    details: Vec<String>,
    help: Vec<String>,
}

impl Failure {
    pub(crate) fn new(exit: Exit, message: impl Into<String>) -> Self {
        Failure { exit, message: message.into(), code: None, details: Vec::new(), help: Vec::new() }
    }

    /// Input that is refused before anything is sent.
    pub(crate) fn usage(message: impl Into<String>) -> Self {
        Failure::new(Exit::Usage, message)
    }

    /// Adds a line below the message.
    pub(crate) fn detail(mut self, line: impl Into<String>) -> Self {
        self.details.push(line.into());
        self
    }

    /// Adds lines below the message.
    pub(crate) fn details(mut self, lines: impl IntoIterator<Item: ToString>) -> Self {
        self.details.extend(lines.into_iter().map(|line| line.to_string()));
        self
    }

    /// Adds an error and all that caused it, but for what has been said.
    pub(crate) fn because(mut self, error: &dyn Error) -> Self {
        let mut next = Some(error);
        while let Some(cause) = next {
            let text = cause.to_string();
            let mut why = "because: ";
            for line in text.lines().map(plain).filter(|line| !line.trim().is_empty()) {
                if !self.details.iter().chain([&self.message]).any(|said| said.contains(&line)) {
                    self.details.push(format!("{why}{line}"));
                    why = "";
                }
            }
            next = cause.source();
        }
        self
    }

    /// What happened, and the first thing to do about it, in a line each.
    pub(crate) fn parts(&self) -> (String, String) {
        let what = [&self.message].into_iter().chain(&self.details);
        let what: Vec<&str> = what.map(String::as_str).collect();
        (what.join("; "), self.next().first().map_or(String::new(), |next| (*next).to_owned()))
    }

    /// The failure for programs.
    pub(crate) fn json(&self) -> Value {
        json!({
            "error": self.message,
            "code": self.word(),
            "exit": self.exit as u8,
            "details": self.details,
            "help": self.next(),
        })
    }

    /// What to do next: where nothing better was said, what the table of codes says. Of what is wrong with the words of a
    /// call, or with the machine, the message says it.
    fn next(&self) -> Vec<&str> {
        let told = self.help.iter().map(String::as_str);
        let usual = || codes::find(self.word()).map(|code| code.next);
        match self.exit {
            _ if !self.help.is_empty() => told.collect(),
            Exit::Usage | Exit::Internal => Vec::new(),
            _ => usual().into_iter().collect(),
        }
    }

    /// The word that says what kind of failure it is.
    fn word(&self) -> &str {
        self.code.as_deref().unwrap_or(self.exit.code())
    }

    /// Says by its word what kind of failure it is; `houston explain` knows all of them.
    pub(crate) fn code(mut self, code: &str) -> Self {
        self.code = Some(code.to_owned());
        self
    }

    /// Adds what to do next.
    pub(crate) fn help(mut self, line: impl Into<String>) -> Self {
        self.help.push(line.into());
        self
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "error: {}", self.message)?;
        for line in &self.details {
            write!(formatter, "\n  {line}")?;
        }
        for line in self.next() {
            write!(formatter, "\nhelp: {line}")?;
        }
        write!(formatter, "\ncode: {0} (`houston explain {0}`)", self.word())
    }
}
