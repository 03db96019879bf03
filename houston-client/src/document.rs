//! Writes a GraphQL document. Only this module turns selections into text.

use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;

use crate::arguments::Arguments;
use crate::schema::OperationKind;
use serde_json::{Map, Value};

/// A response key: the name of a field, or its alias in the answer.
pub type Key = Cow<'static, str>;

/// A document under construction.
///
/// Typed selections ([`Select`](crate::select::Select)) and untyped ones
/// ([`Selection`](crate::selection::Selection)) write into the same `Doc`. Values never become text: each
/// argument is a variable.
#[derive(Debug)]
pub struct Doc {
    text: String,
    /// The response keys of each open selection set. A fragment shares the keys of the object that it is spread on,
    /// because both end up in one object of the answer.
    keys: Vec<Used>,
    /// The nesting depth of the text.
    depth: usize,
    root_names: Vec<Cow<'static, str>>,
    root_keys: Vec<Key>,
    declarations: String,
    variables: Map<String, Value>,
    default_selections: usize,
    defaults: Vec<DefaultField>,
}

/// Reserves room for a document of the usual size: every call builds one, and growing text is copied.
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
    /// While there are few keys, comparing each is faster than hashing.
    few: Vec<Key>,
    /// All keys, once there are many.
    many: HashSet<Key>,
}

impl Used {
    const FEW: usize = 32;

    /// Claims names that differ from each other, if no key was used before.
    fn claim(&mut self, names: &[&'static str]) -> bool {
        let free = self.few.is_empty();
        if free {
            self.few.extend(names.iter().map(|name| Key::Borrowed(name)));
        }
        free
    }

    /// Adds a key and returns whether it was new.
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

/// A field that only a default selection asks for.
#[derive(Clone, Debug)]
pub(crate) struct DefaultField {
    /// The name of the field.
    pub(crate) name: Cow<'static, str>,
    /// The position in the text, including the line break before it.
    pub(crate) range: Range<usize>,
    /// The number of the default selection that it belongs to.
    pub(crate) selection: usize,
    /// The index in that selection.
    pub(crate) index: usize,
    /// Whether the field at this index may be null.
    pub(crate) nullable: fn(usize) -> bool,
}

/// A finished document, with the data that was collected while it was written.
#[derive(Clone)]
pub(crate) struct Document {
    /// The whole text.
    pub(crate) text: String,
    /// The values of the variables.
    pub(crate) variables: Map<String, Value>,
    /// The names of the root fields.
    pub(crate) names: Vec<Cow<'static, str>>,
    /// The response keys of the root fields.
    pub(crate) fields: Vec<Key>,
    /// The fields that only default selections ask for.
    pub(crate) defaults: Vec<DefaultField>,
}

impl Doc {
    /// Writes a field with its arguments and returns the response key: the field's name, or a numbered alias
    /// (`name__2`) if this selection set has already used the name.
    ///
    /// The first use is never aliased: Houston 0.16 returns null for an aliased leaf unless the plain field is
    /// selected as well.
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

    /// Writes the fields of a default selection, whose names differ from each other. `nullable` tells by index
    /// whether a server may lack the field. Returns the response keys if one of them is not the field's own name.
    pub(crate) fn default_fields(
        &mut self,
        names: &[&'static str],
        nullable: fn(usize) -> bool,
    ) -> Option<Vec<Key>> {
        let (none, selection) = (Arguments::new(), self.default_selection());
        self.defaults.reserve(names.len());
        // Most default selections are alone in their selection set, so that no name can be taken.
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

    /// Begins a default selection and returns its number.
    pub(crate) fn default_selection(&mut self) -> usize {
        self.default_selections += 1;
        self.default_selections
    }

    /// Writes one field of a default selection, with everything that belongs to it.
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

    /// Writes a selection set, `{ … }`, with the fields that `write` writes.
    pub fn selection_set<T>(&mut self, write: impl FnOnce(&mut Doc) -> T) -> T {
        self.keys.push(Used::default());
        let written = self.braces(write);
        self.keys.pop();
        written
    }

    /// Writes an inline fragment, `... on Type { … }`, with the fields that `write` writes.
    pub fn fragment<T>(&mut self, ty: &str, write: impl FnOnce(&mut Doc) -> T) -> T {
        self.line();
        self.text.push_str("... on ");
        self.text.push_str(ty);
        self.braces(write)
    }

    /// Writes the operation's head before the selections. The operation is named after its root fields.
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

    /// Returns the argument's own name, or a numbered one if the document already declares that name.
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
