//! Why a call failed, and its exit code.

mod cause;
pub(crate) mod certificate;
mod code;
mod exit;
pub(crate) mod panics;
pub(crate) mod said;
mod step;
pub(crate) mod stop;

use std::borrow::Cow;
use std::error::Error;
use std::fmt;

use serde_json::{Value, json};

use crate::terminal::text::plain;

pub(crate) use code::Code;
pub(crate) use exit::Exit;
pub(crate) use step::Step;

/// The most lines of a list below a message.
pub(crate) const MOST_DETAILS: usize = 50;

/// What is said of a call that was refused before it was sent.
const UNSENT: &str = "Nothing was sent.";

/// A failed call: what happened, details and causes, and the next steps.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) exit: Exit,
    message: String,
    code: Option<Code>,
    details: Vec<String>,
    cause: Option<Cause>,
    help: Vec<String>,
    /// Whether it leaves out that nothing was sent.
    quiet: bool,
    /// Whether the user wanted this end: people are not told that it is an error.
    wanted: bool,
    /// Whether names are unknown that another schema may have.
    about_names: bool,
}

/// Why it failed.
#[derive(Debug)]
struct Cause {
    error: Box<dyn Error + Send + Sync>,
    /// Whether the message is the text of this error, so that only its own causes are shown.
    is_message: bool,
    /// The number of details before it.
    before: usize,
}

impl Failure {
    pub(crate) fn new(exit: Exit, message: impl Into<String>) -> Self {
        let message = message.into();
        let (details, help) = (Vec::new(), Vec::new());
        Failure {
            exit,
            message,
            code: None,
            details,
            cause: None,
            help,
            quiet: false,
            wanted: false,
            about_names: false,
        }
    }

    /// A usage error. Its next steps begin with "Nothing was sent."
    pub(crate) fn usage(message: impl Into<String>) -> Self {
        Failure::new(Exit::Usage, message)
    }

    /// Adds a line below the message.
    pub(crate) fn detail(mut self, line: impl Into<String>) -> Self {
        self.details.push(line.into());
        self
    }

    /// Adds lines below the message: the first, and how many more there are.
    pub(crate) fn details(mut self, lines: impl IntoIterator<Item: ToString>) -> Self {
        let mut lines = lines.into_iter();
        self.details.extend(lines.by_ref().take(MOST_DETAILS).map(|line| line.to_string()));
        match lines.count() {
            0 => self,
            more => self.detail(format!("and {more} more")),
        }
    }

    /// Adds an error and its causes, except texts that were already shown.
    pub(crate) fn because(self, error: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        self.caused(error.into(), false)
    }

    /// Adds the causes of an error whose text is the message.
    pub(crate) fn because_source_of(self, error: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        self.caused(error.into(), true)
    }

    fn caused(self, error: Box<dyn Error + Send + Sync>, is_message: bool) -> Self {
        let before = self.details.len();
        Failure { cause: Some(Cause { error, is_message, before }), ..self }
    }

    /// The lines below the message.
    pub(crate) fn lines(&self) -> Vec<String> {
        let Some(cause) = &self.cause else { return self.details.clone() };
        let (before, after) = self.details.split_at(cause.before);
        let mut lines = before.to_vec();
        for text in chain(&*cause.error).skip(cause.is_message.into()) {
            let mut why = "caused by: ";
            for line in text.lines().map(plain).filter(|line| !line.trim().is_empty()) {
                if !lines.iter().chain([&self.message]).any(|said| said.contains(&line)) {
                    lines.push(format!("{why}{line}"));
                    why = "";
                }
            }
        }
        lines.extend_from_slice(after);
        lines
    }

    /// What happened and the first next step, in one line each.
    pub(crate) fn parts(&self) -> (String, String) {
        let what: Vec<String> = [self.message.clone()].into_iter().chain(self.lines()).collect();
        (what.join("; "), self.steps().first().map_or(String::new(), |next| (*next).to_owned()))
    }

    /// What happened, without details.
    pub(crate) fn told(&self) -> &str {
        &self.message
    }

    /// The failure for programs.
    pub(crate) fn json(&self) -> Value {
        json!({
            "error": self.message,
            "code": self.kind().word(),
            "exit": self.exit as u8,
            "details": self.lines(),
            "help": self.next(),
        })
    }

    /// The next steps. Of a call that would have been sent, the first says that it was not.
    fn next(&self) -> Vec<Cow<'_, str>> {
        let mut next: Vec<Cow<'_, str>> = self.steps().into_iter().map(Cow::Borrowed).collect();
        if self.is_unsent() {
            match next.first_mut() {
                Some(first) => *first = Cow::Owned(format!("{UNSENT} {first}")),
                None => next.push(Cow::Borrowed(UNSENT)),
            }
        }
        next
    }

    /// Whether it says that nothing was sent.
    pub(crate) fn is_unsent(&self) -> bool {
        matches!(self.exit, Exit::Usage | Exit::NotConfirmed) && !self.quiet
    }

    /// The next steps; by default that of the code. Usage and internal errors have no default: their messages say it.
    pub(crate) fn steps(&self) -> Vec<&str> {
        let told = self.help.iter().map(String::as_str);
        match self.exit {
            _ if !self.help.is_empty() => told.collect(),
            Exit::Usage | Exit::Internal => Vec::new(),
            _ => vec![self.kind().next()],
        }
    }

    /// The word of its code.
    pub(crate) fn word(&self) -> &'static str {
        self.kind().word()
    }

    /// Whether it has this error code.
    pub(crate) fn is(&self, code: Code) -> bool {
        self.kind() == code
    }

    /// Its error code.
    pub(crate) fn kind(&self) -> Code {
        self.code.unwrap_or(self.exit.code())
    }

    /// Sets the error code.
    pub(crate) fn code(self, code: Code) -> Self {
        Failure { code: Some(code), ..self }
    }

    /// The failure of a query that prepares a call: the call itself was not sent, so that nothing ran in part.
    pub(crate) fn before_the_call(self) -> Self {
        match self.exit {
            Exit::Partial => Failure { exit: Exit::NotReached, ..self },
            _ => self,
        }
    }

    /// Adds the next step for a cause, and its code if that says more than the exit code's.
    pub(crate) fn step(self, step: Step) -> Self {
        // A mutation may have run: that comes first, and it must not be repeated.
        if self.exit == Exit::Unknown {
            return if step.repeats() { self } else { self.help(step.next()) };
        }
        let says_more =
            |code: &Code| !matches!(code, Code::NotReached | Code::Refused | Code::NotAllowed);
        let code = Some(step.code()).filter(says_more);
        Failure { code: self.code.or(code), ..self }.help(step.next())
    }

    /// Adds the next step for its code, if it has none yet.
    pub(crate) fn advise(self, next: impl FnOnce(Code) -> Option<String>) -> Self {
        match next(self.kind()).filter(|_| self.help.is_empty()) {
            Some(next) => self.help(next),
            None => self,
        }
    }

    /// Leaves out that nothing was sent: the command sends nothing, or something else was sent before.
    pub(crate) fn quiet(self) -> Self {
        Failure { quiet: true, ..self }
    }

    /// Leaves out for people that it is an error: the user wanted this end.
    pub(crate) fn wanted(self) -> Self {
        Failure { wanted: true, ..self }
    }

    /// Says that names are unknown that another schema may have. Nothing was read but the words of the call.
    pub(crate) fn about_names(self, are_unknown: bool) -> Self {
        Failure { about_names: are_unknown, ..self }
    }

    /// Whether names are unknown that another schema may have.
    pub(crate) fn is_about_names(&self) -> bool {
        self.about_names
    }

    /// Puts a name in front of the message.
    pub(crate) fn about(self, name: &str) -> Self {
        Failure { message: format!("{name}: {}", self.message), ..self }
    }

    /// Adds a next step in front of the others.
    pub(crate) fn first(mut self, line: impl Into<String>) -> Self {
        self.help.insert(0, line.into());
        self
    }

    /// Adds a next step.
    pub(crate) fn help(mut self, line: impl Into<String>) -> Self {
        self.help.push(line.into());
        self
    }
}

impl Error for Failure {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&*self.cause.as_ref()?.error)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.wanted {
            true => write!(formatter, "{}", self.message)?,
            false => write!(formatter, "error: {} [{}]", self.message, self.kind().word())?,
        }
        for line in self.lines() {
            write!(formatter, "\n  {line}")?;
        }
        for line in self.next() {
            write!(formatter, "\n{line}")?;
        }
        Ok(())
    }
}

/// The texts of an error and of its causes.
pub(crate) fn chain(error: &(dyn Error + 'static)) -> impl Iterator<Item = String> {
    let errors = std::iter::successors(Some(error), |&error| error.source());
    errors.map(ToString::to_string)
}

#[cfg(test)]
mod tests {
    use std::error::Error;

    use super::Failure;

    #[test]
    fn a_cause_stays_an_error_and_is_told_where_it_was_given() {
        let cause = std::io::Error::other("why");
        let failure = Failure::usage("what").detail("before").because(cause).detail("after");
        assert!(failure.source().unwrap().is::<std::io::Error>());
        let text = "error: what [usage]\n  before\n  caused by: why\n  after\nNothing was sent.";
        assert_eq!(failure.to_string(), text);
    }

    #[test]
    fn a_list_has_a_limit() {
        let failure = Failure::usage("what").details(0..20_000);
        assert_eq!(failure.lines().len(), super::MOST_DETAILS + 1);
        assert_eq!(failure.lines().last().unwrap(), "and 19950 more");
        assert_eq!(Failure::usage("what").details(0..50).lines().last().unwrap(), "49");
    }

    #[test]
    fn only_a_call_that_would_have_been_sent_was_not() {
        let failure = || Failure::usage("what").help("Correct it.").help("Or else.");
        let said = "error: what [usage]\nNothing was sent. Correct it.\nOr else.";
        assert_eq!(failure().to_string(), said);
        assert_eq!(failure().json()["help"][0], "Nothing was sent. Correct it.");
        assert_eq!(failure().quiet().to_string(), said.replace("Nothing was sent. ", ""));
        // A layer of `houston doctor` has the step alone.
        assert_eq!(failure().parts().1, "Correct it.");
    }
}
