//! Problems with the arguments of a call.

use std::fmt::{self, Display};

use crate::failure::Failure;

/// One problem, and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Problem {
    /// The flag with the path below it, as the user writes it; `None` for the call as a whole.
    pub(crate) place: Option<String>,
    pub(crate) what: String,
    /// Whether a required argument has no value.
    pub(super) is_missing: bool,
    /// Whether another schema may have the name.
    pub(crate) is_unknown: bool,
    /// The flags that were probably meant: they are not missing as well.
    pub(super) meant: Vec<String>,
}

impl Problem {
    pub(crate) fn at(place: impl Into<String>, what: impl Display) -> Self {
        Problem {
            place: Some(place.into()),
            what: what.to_string(),
            is_missing: false,
            is_unknown: false,
            meant: Vec::new(),
        }
    }

    /// The same, of a name that another schema may have.
    pub(crate) fn unknown(self) -> Self {
        Problem { is_unknown: true, ..self }
    }

    /// The same, of a flag in whose place one of these was probably meant.
    pub(crate) fn meaning(self, meant: Vec<String>) -> Self {
        Problem { meant, ..self }
    }

    /// Whether it is about the value of this flag, or of a flag that was probably meant to be it.
    pub(crate) fn is_of(&self, flag: &str) -> bool {
        self.place.as_deref() == Some(flag) || self.meant.iter().any(|meant| meant == flag)
    }

    /// A problem of the call as a whole.
    pub(crate) fn whole(what: impl Into<String>) -> Self {
        Problem { place: None, ..Problem::at("", what.into()) }
    }
}

/// The failure of a call of `name` with these problems. `command` is the command line whose help has the arguments.
pub(crate) fn refused(name: &str, command: &str, problems: Vec<Problem>) -> Failure {
    let (is, kind) = match problems.iter().filter(|problem| problem.is_missing).count() {
        0 => ("has", "invalid"),
        missing if missing == problems.len() => ("is missing", "required"),
        _ => ("has", "missing or invalid"),
    };
    let what = match problems.len() {
        1 if kind == "invalid" => "an invalid argument".to_owned(),
        1 => format!("a {kind} argument"),
        count => format!("{count} {kind} arguments"),
    };
    let are_unknown = problems.iter().any(|problem| problem.is_unknown);
    Failure::usage(format!("{name} {is} {what}"))
        .about_names(are_unknown)
        .details(problems)
        .help(format!("See `{command} --help`."))
}

/// One line.
impl Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(place) = &self.place {
            write!(formatter, "{place}: ")?;
        }
        formatter.write_str(&self.what)
    }
}
