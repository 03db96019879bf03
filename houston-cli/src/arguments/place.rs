//! The place of a value on the command line, and problems there.

use houston_client::schema::Argument;

use super::pairs::pairs;
use super::problem::Problem;
use crate::terminal::text::{plain, visible};

/// An id that is to be looked up.
#[derive(Clone, Debug)]
pub(crate) struct LookUp {
    /// The flag with the path below it, as the user writes it.
    pub(crate) flag: String,
    /// The JSON pointer to the value in the variables.
    pub(crate) pointer: String,
    /// The queries to ask, in this order.
    pub(crate) finders: Vec<String>,
    /// The words behind `@find:`.
    pub(crate) words: String,
    /// The field of the object that is the value.
    pub(crate) field: String,
    /// The names and values in these words, or what is wrong with them.
    pub(crate) pairs: Result<Vec<(String, String)>, String>,
}

/// A JSON pointer with one more name.
fn segment(pointer: &str, name: &str) -> String {
    format!("{pointer}/{}", name.replace('~', "~0").replace('/', "~1"))
}

/// The name of a type, with its article.
pub(super) fn a(name: &str) -> String {
    let article = if name.starts_with(['A', 'E', 'I', 'O', 'U']) { "an" } else { "a" };
    format!("{article} {name}")
}

/// The flag with the path below it, as the user writes it.
#[derive(Clone, Debug)]
pub(super) struct Place {
    path: String,
    /// The JSON pointer to the value in the variables.
    pointer: String,
    /// The queries that list what the value is the id of, in the order in which to ask.
    pub(super) finders: Vec<String>,
    /// Whether its value must not be shown.
    pub(super) secret: bool,
}

impl Place {
    /// The place of an argument, by its flag.
    pub(super) fn flag(flag: String, argument: &Argument) -> Self {
        let path = flag;
        let pointer = segment("", &argument.name);
        let finders = argument.finders.clone();
        Place { path, pointer, finders, secret: argument.secret }
    }

    /// The flag with the path below it.
    pub(super) fn path(&self) -> &str {
        &self.path
    }

    pub(super) fn part(&self, name: &str, secret: bool) -> Self {
        let path = format!("{}.{}", self.path, visible(name));
        let pointer = segment(&self.pointer, name);
        Place { path, pointer, finders: Vec::new(), secret: self.secret || secret }
    }

    /// The place of a field below it.
    pub(super) fn field(&self, name: &str, field: &Argument) -> Self {
        Place { finders: field.finders.clone(), ..self.part(name, field.secret) }
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
        let path = format!("{}[{index}]", self.path);
        Place { path, pointer: format!("{}/{index}", self.pointer), ..self.clone() }
    }

    /// The look-up of the id here.
    pub(super) fn look_up(&self, words: String) -> LookUp {
        let Place { path, pointer, finders, .. } = self.clone();
        let pairs = pairs(&words);
        LookUp { flag: path, pointer, finders, words, pairs, field: "id".to_owned() }
    }

    /// The problem of a required argument or field without a value.
    pub(super) fn lacking(&self, argument: &Argument) -> Problem {
        let by = if argument.type_ref().is_non_null() { "" } else { ", required by the server" };
        let hint = match argument.finders.first() {
            _ if argument.secret => super::source::GIVE.to_owned(),
            Some(query) => {
                format!("Find it with `houston {}`, or use `@find:FIELD=VALUE`.", plain(query))
            }
            None => String::new(),
        };
        let mut what = format!("missing ({}{by})", argument.ty);
        let mut before = ". ";
        for text in [plain(&argument.description), hint].iter().filter(|text| !text.is_empty()) {
            what += &format!("{before}{text}");
            before = " ";
        }
        Problem { is_missing: true, ..self.problem(what) }
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
        problems.iter().any(|problem| problem.is_of(&self.path))
    }

    /// The problem of a value.
    pub(super) fn bad(&self, value: &str, what: impl std::fmt::Display) -> Problem {
        self.problem(format_args!("{} is {what}", self.shown(value)))
    }

    /// A value for a message: hidden if it is secret, cut if it is long.
    fn shown(&self, value: &str) -> String {
        if self.secret { "the value".to_owned() } else { format!("`{}`", visible(value)) }
    }
}
