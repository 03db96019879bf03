//! Adapts a request to a server of another version, which may lack a field of a default selection.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Request;
use crate::answer::{GraphQlError, Location};
use crate::document::Defaults;
use crate::error::{Error, ErrorKind};
use crate::outcome::Outcome;
use crate::select::Path;

#[cfg(test)]
mod tests;

/// A field that the server does not have, with its position in the document.
struct Unknown<'e> {
    field: &'e str,
    ty: &'e str,
    location: Location,
}

impl<T> Request<T> {
    /// Returns the same request without the fields that the server refused it for, and the names of these fields as
    /// `Type.field`. Returns `None` unless only default selections or other fields asked for the fields, all of them
    /// may be left out, and each selection keeps a field. The error proves that nothing ran, even for a mutation.
    ///
    /// A client does this by itself with
    /// [`adapt_default_selection`](crate::ClientBuilder::adapt_default_selection).
    pub fn adapted(&self, error: &Error) -> Option<(Self, Vec<String>)> {
        let unknown = unknown_fields(error)?;
        let defaults = self.prepared.document.defaults.each();
        let mut left: BTreeMap<usize, usize> = BTreeMap::new();
        for selection in defaults.iter().filter_map(|field| field.selection) {
            *left.entry(selection).or_default() += 1;
        }
        let mut dropped = BTreeMap::new();
        for one in &unknown {
            let at = offset(self.document(), one.location)?;
            // The innermost one: the range of an object in a default selection includes the object's fields.
            let around = defaults.iter().filter(|field| field.range.contains(&at));
            let field = around.max_by_key(|field| field.range.start)?;
            if field.name != one.field || !(field.nullable)(field.index) {
                return None;
            }
            // The same error twice counts as one field.
            let is_new = dropped.insert(field.range.start, field.range.clone()).is_none();
            if let Some(selection) = field.selection.filter(|_| is_new) {
                *left.entry(selection).or_default() -= 1;
            }
        }
        if left.values().any(|left| *left == 0) {
            return None;
        }
        let mut adapted = self.clone();
        // From the end, so that the positions before stay valid. A field inside another one is removed with it.
        let mut end = 0;
        dropped.retain(|_, range| {
            let is_outer = range.start >= end;
            end = end.max(range.end);
            is_outer
        });
        let prepared = Arc::make_mut(&mut adapted.prepared);
        for range in dropped.into_values().rev() {
            prepared.document.text.replace_range(range, "");
        }
        prepared.document.defaults = Defaults::default();
        prepared.lenient = true;
        let names = unknown.iter().map(|one| format!("{}.{}", one.ty, one.field)).collect();
        Some((adapted, names))
    }

    /// Returns the path for decoding, which records where it failed.
    pub(crate) fn path(&self) -> Path {
        Path::new(self.prepared.lenient)
    }
}

/// Returns the unknown fields, if they are the only reason why the server refused the request.
fn unknown_fields<'a>(error: &'a Error) -> Option<Vec<Unknown<'a>>> {
    if error.kind() != ErrorKind::GraphQl || error.outcome() != Outcome::Refused {
        return None;
    }
    // An error with a path means that something ran.
    if error.data().is_some() || error.errors().iter().any(|error| error.path.is_some()) {
        return None;
    }
    let read = |error: &'a GraphQlError| {
        let (field, ty) = names(&error.message)?;
        let [location] = error.locations[..] else { return None };
        Some(Unknown { field, ty, location })
    };
    let unknown: Vec<Unknown<'_>> = error.errors().iter().map(read).collect::<Option<_>>()?;
    (!unknown.is_empty()).then_some(unknown)
}

/// Returns the field and its type from graphql-js's error text.
fn names(message: &str) -> Option<(&str, &str)> {
    let rest = message.strip_prefix("Cannot query field \"")?;
    let (field, rest) = rest.split_once("\" on type \"")?;
    let (ty, _) = rest.split_once('"')?;
    let is_name = |name: &str| {
        !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
    };
    (is_name(field) && is_name(ty)).then_some((field, ty))
}

/// Converts a location to a byte offset in the text. Our documents are ASCII.
fn offset(text: &str, Location { line, column }: Location) -> Option<usize> {
    let before = text.split_inclusive('\n').take(line.checked_sub(1)?).map(str::len).sum::<usize>();
    let at = before.checked_add(column.checked_sub(1)?)?;
    text.is_char_boundary(at).then_some(at)
}
