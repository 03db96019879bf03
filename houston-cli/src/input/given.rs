//! What the user gave for one argument, before anybody asks what it means.

use serde_json::Value;

/// Texts for a value as a whole, and what was given for parts of it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Given {
    /// From the flag itself: `--config TEXT`.
    pub(super) texts: Vec<String>,
    /// From JSON text that was given for something around it.
    pub(super) json: Vec<Value>,
    /// From dotted flags: `--config.executor TEXT`.
    pub(super) parts: Vec<(String, Given)>,
}

impl Given {
    pub(super) fn json(value: Value) -> Self {
        Given { json: vec![value], ..Given::default() }
    }

    pub(super) fn text(text: String) -> Self {
        Given { texts: vec![text], ..Given::default() }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.texts.is_empty() && self.json.is_empty() && self.parts.is_empty()
    }

    /// Adds a text for the value itself, or for the part at the end of `path`.
    pub(crate) fn add<'p>(&mut self, path: impl IntoIterator<Item = &'p str>, text: String) {
        let mut at = self;
        for segment in path {
            at = at.part(segment);
        }
        at.texts.push(text);
    }

    /// Adds all that was given under another spelling of the same name.
    pub(super) fn absorb(&mut self, other: Given) {
        self.texts.extend(other.texts);
        self.json.extend(other.json);
        for (name, given) in other.parts {
            self.part(&name).absorb(given);
        }
    }

    fn part(&mut self, name: &str) -> &mut Given {
        let at = match self.parts.iter().position(|(part, _)| part == name) {
            Some(at) => at,
            None => {
                self.parts.push((name.to_owned(), Given::default()));
                self.parts.len() - 1
            }
        };
        &mut self.parts[at].1
    }
}
