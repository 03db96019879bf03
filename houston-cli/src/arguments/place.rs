//! The place of a value on the command line, and problems there.

use super::problem::Problem;
use crate::terminal::text::short;

/// The flag with the path below it, as the user writes it.
#[derive(Clone, Debug)]
pub(super) struct Place {
    path: String,
    /// Whether its value must not be shown.
    pub(super) secret: bool,
}

impl Place {
    /// The place of an argument, by its flag.
    pub(super) fn flag(flag: String, secret: bool) -> Self {
        Place { path: flag, secret }
    }

    pub(super) fn part(&self, name: &str, secret: bool) -> Self {
        Place { path: format!("{}.{}", self.path, short(name)), secret: self.secret || secret }
    }

    /// The same place, with its value hidden.
    pub(super) fn hidden(&self) -> Self {
        Place { secret: true, ..self.clone() }
    }

    /// Whether it is an item of a list.
    pub(super) fn is_item(&self) -> bool {
        self.path.ends_with(']')
    }

    pub(super) fn item(&self, index: usize) -> Self {
        Place { path: format!("{}[{index}]", self.path), secret: self.secret }
    }

    /// A problem at this place.
    pub(super) fn problem(&self, what: impl std::fmt::Display) -> Problem {
        const LONGEST: usize = 200;
        match self.path.char_indices().nth(LONGEST) {
            Some((end, _)) => Problem::at(format!("{}…", &self.path[..end]), what),
            None => Problem::at(self.path.as_str(), what),
        }
    }

    /// Whether one of the problems is here: then the argument is not missing.
    pub(super) fn is_in(&self, problems: &[Problem]) -> bool {
        problems.iter().any(|problem| problem.place.as_ref() == Some(&self.path))
    }

    /// The problem of a value.
    pub(super) fn bad(&self, value: &str, what: impl std::fmt::Display) -> Problem {
        self.problem(format_args!("{} is {what}", self.shown(value)))
    }

    /// A value for a message: hidden if it is secret, cut if it is long.
    fn shown(&self, value: &str) -> String {
        if self.secret { "the value".to_owned() } else { format!("`{}`", short(value)) }
    }
}
