//! Nested values in one row, and the columns of several rows.

use std::borrow::Cow;
use std::collections::HashMap;

use serde_json::{Map, Value};

/// The leaves of an object with their dotted paths.
pub(super) type Leaves<'v> = Vec<(Cow<'v, str>, &'v Value)>;

/// The most bytes that all paths of an answer have: an answer has at most 32 MiB, but each path repeats the names above it.
pub(super) const MOST_PATHS: usize = 256 << 20;

/// The leaves of an object. Lists stay whole. None if the paths have more bytes than are `left`.
pub(super) fn leaves<'v>(object: &'v Map<String, Value>, left: &mut usize) -> Option<Leaves<'v>> {
    let mut found = Vec::new();
    add(&mut found, "", object, left).then_some(found)
}

fn add<'v>(
    found: &mut Leaves<'v>,
    above: &str,
    object: &'v Map<String, Value>,
    left: &mut usize,
) -> bool {
    object.iter().all(|(name, value)| {
        let path = match above {
            "" => Cow::Borrowed(name.as_str()),
            above => match left.checked_sub(above.len() + name.len() + 1) {
                Some(rest) => {
                    *left = rest;
                    Cow::Owned(format!("{above}.{name}"))
                }
                None => return false,
            },
        };
        match value {
            Value::Object(inner) if !inner.is_empty() => add(found, &path, inner, left),
            value => {
                found.push((path, value));
                true
            }
        }
    })
}

/// Names, each once, in the order in which they come.
#[derive(Debug, Default)]
pub(super) struct Columns<'n> {
    pub(super) names: Vec<&'n str>,
    places: HashMap<&'n str, usize>,
}

impl<'n> Columns<'n> {
    /// The place of a name, which is added if it is new.
    pub(super) fn place(&mut self, name: &'n str) -> usize {
        *self.places.entry(name).or_insert_with(|| {
            self.names.push(name);
            self.names.len() - 1
        })
    }
}

/// The most columns of so many rows with so many values. Rows that have few names in common would be mostly empty cells,
/// whose number grows with the square of the answer.
pub(super) fn most_columns(rows: usize, values: usize) -> usize {
    const ALWAYS: usize = 1_000_000;
    (values.saturating_mul(8).max(ALWAYS) / rows.max(1)).max(1)
}
