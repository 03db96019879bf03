//! Writes a GraphQL document. Only this module turns selections into text.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::added::Added;
use crate::arguments::Arguments;
use crate::schema::{OperationKind, TypeRef};
use defaults::Piece;
pub(crate) use defaults::{DefaultField, Defaults};
use serde_json::{Map, Value};
use used::Used;

mod defaults;
#[cfg(test)]
mod tests;
mod used;

/// How many root fields are part of the operation's name.
const NAMED: usize = 8;

/// A response key: the name of a field, or its alias in the answer.
pub type Key = Cow<'static, str>;

/// A document under construction.
///
/// Typed selections ([`Select`](crate::select::Select)) and untyped ones
/// ([`Selection`](crate::Selection)) write into the same `Doc`. Values never become text: each
/// argument is a variable.
#[derive(Debug)]
pub struct Doc {
    text: String,
    /// The open selection sets. A fragment shares the set of the object that it is spread on, because both end up in
    /// one object of the answer.
    sets: Vec<Set>,
    /// The key of the field that was written last.
    last: Key,
    /// The fields that were added to the whole answer.
    added: Added,
    /// The nesting depth of the text.
    depth: usize,
    root_names: Vec<Cow<'static, str>>,
    root_keys: Vec<Key>,
    declarations: String,
    variables: Map<String, Value>,
    /// The last number that a name of a variable got.
    numbers: HashMap<String, usize>,
    default_selections: usize,
    defaults: Defaults,
}

/// Reserves room for a document of the usual size: every call builds one, and growing text is copied.
impl Default for Doc {
    fn default() -> Self {
        Doc {
            text: String::with_capacity(512),
            sets: Vec::with_capacity(4),
            last: Key::Borrowed(""),
            added: Added::default(),
            depth: 0,
            root_names: Vec::with_capacity(1),
            root_keys: Vec::with_capacity(1),
            declarations: String::new(),
            variables: Map::new(),
            numbers: HashMap::new(),
            default_selections: 0,
            defaults: Defaults::default(),
        }
    }
}

/// An open selection set.
#[derive(Debug, Default)]
struct Set {
    used: Used,
    /// The key of the field that it belongs to.
    of: Key,
    /// The fields that its fields need beside them.
    needs: Vec<Key>,
    added: Added,
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
    /// The fields that the caller did not ask for.
    pub(crate) defaults: Defaults,
    /// Those of them that are not part of the answer.
    pub(crate) added: Added,
}

impl Doc {
    /// Writes a field with its arguments and returns the response key: the field's name, or a numbered alias
    /// (`name__2`) if this selection set has already used the name.
    ///
    /// The first use is never aliased: Houston 0.16 returns null for an aliased leaf unless the plain field is
    /// selected as well.
    pub fn field(&mut self, name: &Key, arguments: Arguments) -> Key {
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
        names: &'static [&'static str],
        nullable: fn(usize) -> bool,
    ) -> Option<Vec<Key>> {
        let selection = self.default_selection();
        // Most default selections are alone in their selection set, so that no name can be taken.
        if self.depth > 1 && self.sets.last_mut().is_some_and(|set| set.used.claim(names)) {
            let (start, line) = (self.text.len(), 1 + 2 * self.depth);
            self.defaults.add_piece(Piece { names, start, line, selection, nullable });
            for name in names {
                self.line();
                self.text.push_str(name);
            }
            return None;
        }
        let fields = names.iter().enumerate().map(|(index, name)| {
            let (name, place) = (Cow::Borrowed(*name), (index, nullable));
            self.default_field(&name, Some(selection), place, |doc| {
                doc.field(&name, Arguments::new())
            })
        });
        let keys: Vec<_> = fields.collect();
        keys.iter().zip(names).any(|(key, name)| key != name).then_some(keys)
    }

    /// Begins a default selection and returns its number.
    pub(crate) fn default_selection(&mut self) -> usize {
        self.default_selections += 1;
        self.default_selections
    }

    /// Writes one field that the caller did not ask for, with everything that belongs to it.
    pub(crate) fn default_field<T>(
        &mut self,
        name: &Key,
        selection: Option<usize>,
        (index, nullable): (usize, fn(usize) -> bool),
        write: impl FnOnce(&mut Doc) -> T,
    ) -> T {
        let start = self.text.len();
        let written = write(self);
        let (name, range) = (name.clone(), start..self.text.len());
        self.defaults.add(DefaultField { name, range, selection, index, nullable });
        written
    }

    /// Records the fields that a field of the open selection set needs beside it: without them, the server computes a
    /// wrong value. Those that nothing selects are added at the end of the set, and removed from the answer.
    pub fn needs(&mut self, names: impl IntoIterator<Item = Key>) {
        if let Some(set) = self.sets.last_mut() {
            set.needs.extend(names);
        }
    }

    /// Writes a selection set, `{ … }`, with the fields that `write` writes.
    pub fn selection_set<T>(&mut self, write: impl FnOnce(&mut Doc) -> T) -> T {
        self.sets.push(Set { of: std::mem::take(&mut self.last), ..Set::default() });
        let written = self.braces(|doc| {
            let written = write(doc);
            doc.add_needs(0, |set, name| set.used.contains(name));
            written
        });
        if let Some(Set { used, of, mut added, .. }) = self.sets.pop() {
            added.keep(|name| used.contains(name));
            let above = self.sets.last_mut().map_or(&mut self.added, |set| &mut set.added);
            above.put(of, added);
        }
        written
    }

    /// Writes an inline fragment, `... on Type { … }`, with the fields that `write` writes.
    pub fn fragment<T>(&mut self, ty: &str, write: impl FnOnce(&mut Doc) -> T) -> T {
        self.line();
        self.text.push_str("... on ");
        self.text.push_str(ty);
        let before = self.sets.last().map_or(0, |set| set.needs.len());
        self.braces(|doc| {
            let written = write(doc);
            // The other fields of the set may be those of another type's fragment. The same field twice does no harm.
            doc.add_needs(before, |_, _| false);
            written
        })
    }

    /// Writes the fields that are needed since `from` and that are not there yet.
    fn add_needs(&mut self, from: usize, is_there: impl Fn(&Set, &Key) -> bool) {
        let Some(set) = self.sets.last_mut().filter(|set| set.needs.len() > from) else { return };
        let mut needs = set.needs.split_off(from);
        needs.sort_unstable();
        needs.dedup();
        needs.retain(|name| !is_there(set, name));
        for name in needs {
            // It may be left out whatever its type, because it is not part of the answer.
            self.default_field(&name, None, (0, |_| true), |doc| {
                doc.line();
                doc.text.push_str(&name);
            });
            if let Some(set) = self.sets.last_mut() {
                set.added.add(name);
            }
        }
    }

    /// Writes the operation's head before the selections. The operation is named after its first root fields.
    pub(crate) fn finish(mut self, kind: OperationKind) -> Document {
        let size = self.declarations.len() + self.text.len() + 64;
        let mut head = String::with_capacity(size);
        head.push_str(kind.keyword());
        let mut separator = " ";
        for key in self.root_keys.iter().take(NAMED) {
            head.push_str(separator);
            head.push_str(key);
            separator = "_";
        }
        if !self.declarations.is_empty() {
            for part in ["(", &self.declarations, ")"] {
                head.push_str(part);
            }
        }
        self.defaults.move_by(head.len());
        Document {
            text: head + &self.text,
            variables: self.variables,
            names: self.root_names,
            fields: self.root_keys,
            defaults: self.defaults,
            added: self.added,
        }
    }

    fn key(&mut self, name: &Key) -> Key {
        let set = self.sets.last_mut();
        let key = set.map_or_else(|| name.clone(), |set| set.used.key(name));
        if self.depth == 1 {
            self.root_names.push(name.clone());
            self.root_keys.push(key.clone());
        }
        self.last = key.clone();
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

    fn arguments(&mut self, arguments: Arguments) {
        let count = arguments.iter().len();
        // The arguments of one field have different names.
        let is_first = self.variables.is_empty();
        if is_first {
            self.variables = Map::with_capacity(count);
        }
        self.declarations.reserve(count * 32);
        let mut separator = "(";
        for argument in arguments {
            let variable = match is_first {
                true => argument.name.to_string(),
                false => self.variable(&argument.name),
            };
            let comma = if self.declarations.is_empty() { "" } else { ", " };
            for part in [comma, "$", &variable, ": "] {
                self.declarations.push_str(part);
            }
            declare(TypeRef(&argument.ty), &[&argument.value], &mut self.declarations);
            for part in [separator, &argument.name, ": $", &variable] {
                self.text.push_str(part);
            }
            self.variables.insert(variable, argument.value);
            separator = ", ";
        }
        if separator == ", " {
            self.text.push(')');
        }
    }

    /// Returns the argument's own name, or a numbered one if the document already declares that name.
    fn variable(&mut self, name: &str) -> String {
        let mut variable = name.to_owned();
        while self.variables.contains_key(&variable) {
            let number = self.numbers.entry(name.to_owned()).or_insert(1);
            *number += 1;
            variable = format!("{name}__{number}");
        }
        variable
    }
}

/// Writes the type of a variable: the argument's, with every `!` that its values allow. A variable may stand wherever
/// its type is at least as strict as the position's, and another version of a server may be stricter.
fn declare(ty: TypeRef<'_>, values: &[&Value], to: &mut String) {
    match ty.item() {
        None => to.push_str(ty.name()),
        Some(item) => {
            let items = values.iter().flat_map(|value| match value {
                Value::Array(items) => items.iter().collect(),
                Value::Null => Vec::new(),
                // A single value is read as a list of one.
                one => vec![*one],
            });
            to.push('[');
            declare(item, &items.collect::<Vec<_>>(), to);
            to.push(']');
        }
    }
    if ty.is_non_null() || values.iter().all(|value| !value.is_null()) {
        to.push('!');
    }
}
