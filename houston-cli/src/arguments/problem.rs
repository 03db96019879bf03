//! What is wrong with the arguments of a call.

use std::fmt::{self, Display};

use crate::schema::names::kebab;

/// One thing that is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Problem {
    /// The flag, with the path below it, as the user writes it; none where it is the call as a whole.
    pub(crate) place: Option<String>,
    pub(crate) what: String,
}

impl Problem {
    pub(crate) fn at(place: impl Into<String>, what: impl Display) -> Self {
        Problem { place: Some(place.into()), what: what.to_string() }
    }

    /// With the flag of an argument.
    pub(crate) fn of(argument: &str, what: impl Display) -> Self {
        Problem::at(format!("--{}", kebab(argument)), what)
    }

    /// With the call as a whole.
    pub(crate) fn whole(what: impl Into<String>) -> Self {
        Problem { place: None, what: what.into() }
    }
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
