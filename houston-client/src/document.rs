//! Writing one GraphQL document: the single place where selections become text.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt::Write as _;

use crate::arguments::Arguments;
use crate::schema::{OperationKind, Text};
use serde_json::{Map, Value};

/// A response key: the name of a field, or the alias under which its value comes back.
pub type Key = Cow<'static, str>;

/// A document under construction.
///
/// Typed selections ([`Select`](crate::select::Select)) and untyped ones
/// ([`Selection`](crate::selection::Selection)) write into the same `Doc`. Values never become text: each
/// argument is a variable.
#[derive(Debug, Default)]
pub struct Doc {
    text: String,
    /// How often each field was used, for every selection set that is open.
    used: Vec<HashMap<Text, u32>>,
    declarations: String,
    variables: Map<String, Value>,
}

impl Doc {
    /// Writes a field with its arguments and gives the response key: the field's name, or a counted alias
    /// (`name__2`) when this selection set used the name before.
    ///
    /// The first use is never aliased: Houston 0.16 answers null for an aliased leaf unless the plain field
    /// stands beside it.
    pub fn field(&mut self, name: &Text, arguments: &Arguments) -> Key {
        let count = match self.used.last_mut() {
            Some(used) => used.entry(name.clone()).or_insert(0),
            None => &mut 0,
        };
        *count += 1;
        let key = match *count {
            1 => name.clone(),
            n => Key::Owned(format!("{name}__{n}")),
        };
        self.line();
        if key != *name {
            self.text.push_str(&key);
            self.text.push_str(": ");
        }
        self.text.push_str(name);
        self.arguments(arguments);
        key
    }

    /// Writes a selection set, `{ … }`, whose fields `write` writes.
    pub fn selection_set<T>(&mut self, write: impl FnOnce(&mut Doc) -> T) -> T {
        self.text.push_str(" {");
        self.used.push(HashMap::new());
        let written = write(self);
        self.used.pop();
        self.line();
        self.text.push('}');
        written
    }

    /// Puts the operation's head before what was written: the whole document, and its variables.
    pub(crate) fn finish(self, kind: OperationKind, name: &str) -> (String, Map<String, Value>) {
        let keyword = kind.keyword();
        let head = match self.declarations.as_str() {
            "" => format!("{keyword} {name}"),
            declared => format!("{keyword} {name}({declared})"),
        };
        (head + &self.text, self.variables)
    }

    fn line(&mut self) {
        self.text.push('\n');
        for _ in 0..self.used.len() {
            self.text.push_str("  ");
        }
    }

    fn arguments(&mut self, arguments: &Arguments) {
        let mut separator = "(";
        for argument in arguments.iter() {
            let variable = self.variable(&argument.name);
            let comma = if self.declarations.is_empty() { "" } else { ", " };
            // Writing to a String cannot fail.
            let _ = write!(self.declarations, "{comma}${variable}: {}", argument.ty);
            let _ = write!(self.text, "{separator}{}: ${variable}", argument.name);
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
