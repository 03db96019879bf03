//! What the user gave for one argument, before it is interpreted.

use super::source::{FIND, Sourced, Unread};
use super::template;
use super::written::Written;
use crate::schema::names::kebab;

/// Texts for a value as a whole, and what was given for parts of it.
#[derive(Clone, Debug, Default)]
pub(crate) struct RawArgument {
    /// From the flag itself: `--config TEXT`.
    pub(super) texts: Vec<String>,
    /// From JSON text that was given for something around it.
    pub(super) json: Vec<Written>,
    /// From dotted flags: `--config.executor TEXT`.
    pub(super) parts: Vec<(String, RawArgument)>,
    /// The search terms after `@find:`, for a value to look up.
    pub(super) find: Option<String>,
    /// Why a source that was named for it gives no value.
    pub(super) unread: Option<Unread>,
    pub(super) origin: Origin,
}

/// Where a value comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Origin {
    /// A file, stdin, the environment, a prompt or a profile.
    #[default]
    Elsewhere,
    /// The command line, where other users can read it; at least a part of it.
    CommandLine,
    /// The document of `--input`.
    Document,
    /// A cell of a row: it is data, and nothing in it is read as a source or a look-up.
    Cell,
}

impl Origin {
    /// Whether cells of a row can be filled in.
    pub(super) fn has_templates(self) -> bool {
        matches!(self, Origin::CommandLine | Origin::Document)
    }

    pub(super) fn and(self, other: Origin) -> Origin {
        match (self, other) {
            (Origin::CommandLine, _) | (_, Origin::CommandLine) => Origin::CommandLine,
            (Origin::Elsewhere, other) => other,
            _ => self,
        }
    }
}

impl RawArgument {
    pub(super) fn json(value: Written) -> Self {
        RawArgument { json: vec![value], ..RawArgument::default() }
    }

    /// A text, or a look-up.
    pub(super) fn of_word(word: String) -> Self {
        match word.strip_prefix(FIND) {
            Some(words) => RawArgument { find: Some(words.to_owned()), ..RawArgument::default() },
            None => RawArgument::text(word),
        }
    }

    /// An item or a part of a text from this origin. In a cell, nothing is a look-up.
    pub(super) fn of_item(text: String, origin: Origin) -> Self {
        match origin {
            Origin::Cell => RawArgument::text(text).from(origin),
            _ => RawArgument::of_word(text).from(origin),
        }
    }

    /// The search terms, if it is only a look-up. In JSON and documents, a text is one where an id `is_wanted`.
    pub(super) fn look_up(&self, is_wanted: bool) -> Option<String> {
        match (&self.find, &self.json[..]) {
            _ if !self.texts.is_empty() || !self.parts.is_empty() => None,
            _ if self.origin == Origin::Cell => None,
            (Some(words), []) => Some(words.clone()),
            (None, [Written::Text(text)]) if is_wanted => {
                text.strip_prefix(FIND).map(str::to_owned)
            }
            _ => None,
        }
    }

    pub(super) fn text(text: String) -> Self {
        RawArgument { texts: vec![text], ..RawArgument::default() }
    }

    /// The same, from this origin.
    pub(super) fn from(self, origin: Origin) -> Self {
        RawArgument { origin, ..self }
    }

    /// Whether anything was given for the value as a whole.
    pub(super) fn is_whole(&self) -> bool {
        let is_given = !self.texts.is_empty() || !self.json.is_empty() || self.find.is_some();
        is_given || self.unread.is_some()
    }

    /// What was given for parts of it.
    pub(super) fn parts(&self) -> impl Iterator<Item = (&str, &RawArgument)> {
        self.parts.iter().map(|(name, given)| (name.as_str(), given))
    }

    pub(super) fn add_json(&mut self, value: Written) {
        self.json.push(value);
        self.origin = self.origin.and(Origin::Document);
    }

    pub(crate) fn is_empty(&self) -> bool {
        !self.is_whole() && self.parts.is_empty()
    }

    /// The part at the end of `path`, created if needed.
    pub(crate) fn at<'p>(&mut self, path: impl IntoIterator<Item = &'p str>) -> &mut RawArgument {
        path.into_iter().fold(self, |at, segment| at.part(segment))
    }

    /// Adds a text for the value itself, or why there is none.
    pub(super) fn add(&mut self, text: Result<Sourced, Unread>) {
        match text {
            Ok(text) => {
                self.texts.push(text.text);
                if text.literal {
                    self.origin = Origin::CommandLine;
                }
            }
            Err(unread) => self.unread = self.unread.take().or(Some(unread)),
        }
    }

    /// Calls `each` with each text that may be a template. If the value `is_text`, JSON is not read.
    pub(super) fn each_text(&self, is_text: bool, each: &mut dyn FnMut(&str)) {
        if self.origin.has_templates() {
            for text in self.texts.iter() {
                let begins = !is_text && text.trim_start().starts_with(['{', '[', '"']);
                match begins.then(|| Written::json(text)) {
                    Some(Ok(written)) => written.each_text(each),
                    Some(Err(_)) if !template::can_be(text) => {}
                    _ => each(text),
                }
            }
            self.json.iter().for_each(|written| written.each_text(each));
            self.find.iter().for_each(|words| each(words));
        }
        self.parts.iter().for_each(|(_, part)| part.each_text(false, each));
    }

    /// Whether it gives the value at a path below it.
    pub(super) fn gives(&self, path: &[String]) -> bool {
        let Some((first, rest)) = path.split_first() else { return self.is_whole() };
        let is_it = |name: &str| name == first || kebab(name) == *first || kebab(first) == name;
        let has = |written: &Written| match written {
            Written::Object(fields) => fields.iter().any(|(name, _)| is_it(name)),
            _ => true,
        };
        self.json.iter().any(has)
            || self.find.is_some()
            || self.unread.is_some()
            || self.parts().any(|(name, part)| is_it(name) && part.gives(rest))
    }

    /// Whether every source that was named for it, or for a part, gives a value.
    pub(super) fn is_read(&self) -> bool {
        self.unread.is_none() && self.parts.iter().all(|(_, part)| part.is_read())
    }

    /// Adds everything that was given under another spelling of the same name.
    pub(super) fn absorb(&mut self, other: RawArgument) {
        self.texts.extend(other.texts);
        self.json.extend(other.json);
        self.find = self.find.take().or(other.find);
        self.unread = self.unread.take().or(other.unread);
        self.origin = self.origin.and(other.origin);
        for (name, given) in other.parts {
            self.part(&name).absorb(given);
        }
    }

    fn part(&mut self, name: &str) -> &mut RawArgument {
        let at = match self.parts.iter().position(|(part, _)| part == name) {
            Some(at) => at,
            None => {
                self.parts.push((name.to_owned(), RawArgument::default()));
                self.parts.len() - 1
            }
        };
        &mut self.parts[at].1
    }
}
