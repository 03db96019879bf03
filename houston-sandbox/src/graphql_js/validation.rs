//! Everything that is wrong with a document, in the words of the server's GraphQL library, in its order and with its
//! places.
//!
//! One way through the document, with the rules asked at each node in the order in which that library (graphql-js 14)
//! lists them. Fields that cannot be merged are left to apollo-compiler, which looks at every document afterwards:
//! [`conflict`](super::conflict) translates what it says.

mod definitions;
mod selections;
mod types;
mod values;
mod variables;

use std::collections::HashMap;

use apollo_compiler::ast::{Definition, Document, FragmentDefinition, Type};
use apollo_compiler::parser::SourceSpan;
use apollo_compiler::{Node, Schema};

/// An error's text, and the bytes at which its places begin.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Invalid {
    pub(crate) message: String,
    pub(crate) offsets: Vec<usize>,
}

/// What requests may ask about the schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Introspection {
    Allowed,
    Forbidden,
}

/// Finds what is wrong with a document. `source` is its text.
pub(crate) fn check(
    schema: &Schema,
    document: &Document,
    source: &str,
    introspection: Introspection,
) -> Vec<Invalid> {
    let mut fragments = HashMap::new();
    for definition in &document.definitions {
        if let Definition::FragmentDefinition(fragment) = definition {
            // Of two with one name the last one counts, as there.
            fragments.insert(fragment.name.as_str(), fragment);
        }
    }
    let mut validator = Validator {
        schema,
        document,
        source,
        introspection,
        fragments,
        usages: Vec::new(),
        fragment_usages: HashMap::new(),
        errors: Vec::new(),
    };
    validator.collect_usages();
    validator.definitions();
    validator.errors
}

struct Validator<'d> {
    schema: &'d Schema,
    document: &'d Document,
    source: &'d str,
    introspection: Introspection,
    fragments: HashMap<&'d str, &'d Node<FragmentDefinition>>,
    /// The uses of variables in the definition that is being walked.
    usages: Vec<Usage<'d>>,
    /// The uses of variables in each fragment.
    fragment_usages: HashMap<&'d str, Vec<Usage<'d>>>,
    errors: Vec<Invalid>,
}

/// One use of a variable.
#[derive(Clone)]
struct Usage<'d> {
    name: &'d str,
    place: Option<SourceSpan>,
    /// What is expected there, if that is known.
    ty: Option<Type>,
    /// Whether something stands in where the variable has no value.
    has_default: bool,
}

impl Validator<'_> {
    fn report(&mut self, message: String, places: &[Option<SourceSpan>]) {
        let offsets = places.iter().flatten().map(SourceSpan::offset).collect();
        self.errors.push(Invalid { message, offsets });
    }
}

/// Line and column of a byte, both from 1 on. Columns are counted as in JavaScript, in units of UTF-16.
pub(crate) fn place(source: &str, offset: usize) -> (usize, usize) {
    let before = source.get(..offset).unwrap_or(source);
    let mut line = 1;
    let mut start = 0;
    for (at, byte) in before.bytes().enumerate() {
        let ends = byte == b'\n' || byte == b'\r' && source.as_bytes().get(at + 1) != Some(&b'\n');
        if ends {
            line += 1;
            start = at + 1;
        }
    }
    (line, before[start..].encode_utf16().count() + 1)
}

#[cfg(test)]
mod tests;
