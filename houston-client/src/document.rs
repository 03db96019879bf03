//! Writing one GraphQL document: the single place where selections become text.

use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;

use crate::arguments::Arguments;
use crate::schema::OperationKind;
use serde_json::{Map, Value};

/// A response key: the name of a field, or the alias under which its value comes back.
pub type Key = Cow<'static, str>;

/// A document under construction.
///
/// Typed selections ([`Select`](crate::select::Select)) and untyped ones
/// ([`Selection`](crate::selection::Selection)) write into the same `Doc`. Values never become text: each
/// argument is a variable.
#[derive(Debug)]
pub struct Doc {
    text: String,
    /// The response keys of every selection set that is open. A fragment shares those of the object that it
    /// is spread on: both end up in one object of the answer.
    keys: Vec<Used>,
    /// How deep the text is nested.
    depth: usize,
    root_names: Vec<Cow<'static, str>>,
    root_keys: Vec<Key>,
    declarations: String,
    variables: Map<String, Value>,
    default_selections: usize,
    defaults: Vec<DefaultField>,
}

/// Room for a document of the usual size: a request is made for each call, and texts that grow are copied.
impl Default for Doc {
    fn default() -> Self {
        Doc {
            text: String::with_capacity(512),
            keys: Vec::with_capacity(4),
            depth: 0,
            root_names: Vec::new(),
            root_keys: Vec::new(),
            declarations: String::new(),
            variables: Map::new(),
            default_selections: 0,
            defaults: Vec::new(),
        }
    }
}

/// The response keys that a selection set has used.
#[derive(Debug, Default)]
struct Used {
    /// A look at each is quicker than a hash, as long as they are few.
    few: Vec<Key>,
    /// All of them, once they are many.
    many: HashSet<Key>,
}

impl Used {
    const FEW: usize = 32;

    /// Takes names that differ from each other, when nothing was used before.
    fn claim(&mut self, names: &[&'static str]) -> bool {
        let free = self.few.is_empty();
        if free {
            self.few.extend(names.iter().map(|name| Key::Borrowed(name)));
        }
        free
    }

    /// Whether it was not among them.
    fn insert(&mut self, key: &Key) -> bool {
        if self.few.len() < Self::FEW {
            let is_new = !self.few.contains(key);
            if is_new {
                self.few.push(key.clone());
            }
            return is_new;
        }
        if self.many.is_empty() {
            self.many.extend(self.few.iter().cloned());
        }
        self.many.insert(key.clone())
    }
}

/// A field that nobody but a default selection asks for.
#[derive(Clone, Debug)]
pub(crate) struct DefaultField {
    /// Its name.
    pub(crate) name: Cow<'static, str>,
    /// Where it stands, with the line break before it.
    pub(crate) range: Range<usize>,
    /// Which default selection of the document it belongs to.
    pub(crate) selection: usize,
    /// Its place in that selection.
    pub(crate) index: usize,
    /// Whether the field at this place may be null.
    pub(crate) nullable: fn(usize) -> bool,
}

/// A document that is written, with all that was noted on the way.
#[derive(Clone)]
pub(crate) struct Document {
    /// The whole text.
    pub(crate) text: String,
    /// The values of its variables.
    pub(crate) variables: Map<String, Value>,
    /// The names of the root fields.
    pub(crate) names: Vec<Cow<'static, str>>,
    /// Their response keys.
    pub(crate) fields: Vec<Key>,
    /// What default selections ask for.
    pub(crate) defaults: Vec<DefaultField>,
}

impl Doc {
    /// Writes a field with its arguments and gives the response key: the field's name, or a counted alias
    /// (`name__2`) when this selection set has used the name before.
    ///
    /// The first use is never aliased: Houston 0.16 answers null for an aliased leaf unless the plain field
    /// stands beside it.
    pub fn field(&mut self, name: &Key, arguments: &Arguments) -> Key {
        let key = self.key(name);
        self.line();
        if key != *name {
            self.text.push_str(&key);
            self.text.push_str(": ");
        }
        self.text.push_str(name);
        self.arguments(arguments);
        key
    }

    /// Writes the fields of a default selection, whose names differ from each other. A server may not have those that
    /// `nullable` says yes to, by their place. Gives the response keys where one is not the field's own name.
    pub(crate) fn default_fields(
        &mut self,
        names: &[&'static str],
        nullable: fn(usize) -> bool,
    ) -> Option<Vec<Key>> {
        let (none, selection) = (Arguments::new(), self.default_selection());
        self.defaults.reserve(names.len());
        // Most stand alone in their selection set: there is nothing to look for.
        let alone = self.depth > 1 && self.keys.last_mut().is_some_and(|used| used.claim(names));
        let mut keys = Vec::new();
        for (index, name) in names.iter().enumerate() {
            let name = Cow::Borrowed(*name);
            let key = self.default_field(&name, selection, (index, nullable), |doc| {
                if !alone {
                    return Some(doc.field(&name, &none));
                }
                doc.line();
                doc.text.push_str(&name);
                None
            });
            keys.extend(key);
        }
        keys.iter().zip(names).any(|(key, name)| key != name).then_some(keys)
    }

    /// Begins a default selection, and gives its number.
    pub(crate) fn default_selection(&mut self) -> usize {
        self.default_selections += 1;
        self.default_selections
    }

    /// Writes one field of a default selection, with all that belongs to it.
    pub(crate) fn default_field<T>(
        &mut self,
        name: &Key,
        selection: usize,
        (index, nullable): (usize, fn(usize) -> bool),
        write: impl FnOnce(&mut Doc) -> T,
    ) -> T {
        let start = self.text.len();
        let written = write(self);
        let (name, range) = (name.clone(), start..self.text.len());
        self.defaults.push(DefaultField { name, range, selection, index, nullable });
        written
    }

    /// Writes a selection set, `{ … }`, whose fields `write` writes.
    pub fn selection_set<T>(&mut self, write: impl FnOnce(&mut Doc) -> T) -> T {
        self.keys.push(Used::default());
        let written = self.braces(write);
        self.keys.pop();
        written
    }

    /// Writes an inline fragment, `... on Type { … }`, whose fields `write` writes.
    pub fn fragment<T>(&mut self, ty: &str, write: impl FnOnce(&mut Doc) -> T) -> T {
        self.line();
        self.text.push_str("... on ");
        self.text.push_str(ty);
        self.braces(write)
    }

    /// Puts the operation's head before what was written. An operation is called like its root fields.
    pub(crate) fn finish(mut self, kind: OperationKind) -> Document {
        let size = self.declarations.len() + self.text.len() + 64;
        let mut head = String::with_capacity(size);
        head.push_str(kind.keyword());
        let mut separator = " ";
        for key in &self.root_keys {
            head.push_str(separator);
            head.push_str(key);
            separator = "_";
        }
        if !self.declarations.is_empty() {
            for part in ["(", &self.declarations, ")"] {
                head.push_str(part);
            }
        }
        for DefaultField { range, .. } in &mut self.defaults {
            *range = range.start + head.len()..range.end + head.len();
        }
        Document {
            text: head + &self.text,
            variables: self.variables,
            names: self.root_names,
            fields: self.root_keys,
            defaults: self.defaults,
        }
    }

    fn key(&mut self, name: &Key) -> Key {
        let mut key = name.clone();
        if let Some(used) = self.keys.last_mut() {
            let mut count = 1;
            while !used.insert(&key) {
                count += 1;
                key = Key::Owned(format!("{name}__{count}"));
            }
        }
        if self.depth == 1 {
            self.root_names.push(name.clone());
            self.root_keys.push(key.clone());
        }
        key
    }

    fn braces<T>(&mut self, write: impl FnOnce(&mut Doc) -> T) -> T {
        self.text.push_str(" {");
        self.depth += 1;
        let written = write(self);
        self.depth -= 1;
        self.line();
        self.text.push('}');
        written
    }

    fn line(&mut self) {
        const INDENTED: &str = "\n                                ";
        match INDENTED.get(..1 + 2 * self.depth) {
            Some(line) => self.text.push_str(line),
            None => {
                self.text.push('\n');
                self.text.extend(std::iter::repeat_n("  ", self.depth));
            }
        }
    }

    fn arguments(&mut self, arguments: &Arguments) {
        let count = arguments.iter().len();
        if self.variables.is_empty() {
            self.variables = Map::with_capacity(count);
        }
        self.declarations.reserve(count * 32);
        let mut separator = "(";
        for argument in arguments.iter() {
            let variable = self.variable(&argument.name);
            let comma = if self.declarations.is_empty() { "" } else { ", " };
            for part in [comma, "$", &variable, ": ", &argument.ty] {
                self.declarations.push_str(part);
            }
            for part in [separator, &argument.name, ": $", &variable] {
                self.text.push_str(part);
            }
            self.variables.insert(variable, argument.value.clone());
            separator = ", ";
        }
        if separator == ", " {
            self.text.push(')');
        }
    }

    /// The argument's own name, or a counted one when the document declares that already.
    fn variable(&self, name: &str) -> String {
        let mut variable = name.to_owned();
        let mut count = 1;
        while self.variables.contains_key(&variable) {
            count += 1;
            variable = format!("{name}__{count}");
        }
        variable
    }
}
