//! What the user gave for one argument, before it is interpreted.

use super::source::{FIND, Sourced, Unread};
use super::written::Written;

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
    /// Whether any of it is on the command line, where other users can read it.
    pub(super) literal: bool,
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

    /// The search terms, if it is only a look-up. In JSON and documents, a text is one where an id `is_wanted`.
    pub(super) fn look_up(&self, is_wanted: bool) -> Option<String> {
        match (&self.find, &self.json[..]) {
            _ if !self.texts.is_empty() || !self.parts.is_empty() => None,
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

    /// The same, with this [`literal`](Self::literal).
    pub(super) fn literally(self, literal: bool) -> Self {
        RawArgument { literal, ..self }
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
                self.literal |= text.literal;
            }
            Err(unread) => self.unread = self.unread.take().or(Some(unread)),
        }
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
        self.literal |= other.literal;
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
