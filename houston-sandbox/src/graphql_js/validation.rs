//! Errors in a document, with the texts, the order and the places of the server's GraphQL library.
//!
//! One walk through the document applies the rules at each node in the order of that library (graphql-js 14).
//! apollo-compiler validates every document that passes. The rules for which it has the same texts are only there:
//! uses of directives, fields that cannot be merged, definitions and types that are not allowed in a place.
//! [`remaining`] translates its errors.

mod definitions;
mod remaining;
mod selections;
mod types;
mod values;
mod variables;

use std::collections::HashMap;

use apollo_compiler::ast::{Definition, Document, FragmentDefinition, Type};
use apollo_compiler::parser::SourceSpan;
use apollo_compiler::validation::Valid;
use apollo_compiler::{ExecutableDocument, Node, Schema};

use super::schema;
use crate::platform::builder::Habits;

/// An error's text, and the byte offsets of its places.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Invalid {
    pub(crate) message: String,
    pub(crate) offsets: Vec<usize>,
}

/// Validates a document, or returns its errors. `source` is its text.
pub(crate) fn validate(
    document: &Document,
    source: &str,
    habits: Habits,
) -> Result<Valid<ExecutableDocument>, Vec<Invalid>> {
    let is_modern = habits.modern_introspection;
    let invalid = check(schema::judged(is_modern), document, source, habits.introspection);
    if !invalid.is_empty() {
        return Err(invalid);
    }
    let validated = document.to_executable_validate(schema::executed(is_modern));
    validated.map_err(|found| remaining::errors(&found.errors))
}

fn check(schema: &Schema, document: &Document, source: &str, may_introspect: bool) -> Vec<Invalid> {
    let fragments = document.definitions.iter().filter_map(Definition::as_fragment_definition);
    // As in the server's library, the last of two fragments with the same name is used.
    let fragments = fragments.map(|fragment| (fragment.name.as_str(), fragment)).collect();
    let mut validator = Validator {
        schema,
        document,
        source,
        may_introspect,
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
    /// Whether requests can query the schema.
    may_introspect: bool,
    fragments: HashMap<&'d str, &'d Node<FragmentDefinition>>,
    /// The uses of variables in the current definition.
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
    /// The expected type, if it is known.
    ty: Option<Type>,
    /// Whether a default replaces a missing value.
    has_default: bool,
}

impl Validator<'_> {
    fn report(&mut self, message: String, places: &[Option<SourceSpan>]) {
        let offsets = places.iter().flatten().map(SourceSpan::offset).collect();
        self.errors.push(Invalid { message, offsets });
    }
}

/// Returns the line and column of a byte, both from 1. As in JavaScript, columns count UTF-16 units.
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
