//! Paths in an object that a query lists.

use houston_client::schema::{Field, Schema};
use serde_json::Value;

use crate::answer::fields;
use crate::schema::names;
use crate::terminal::text::words_of;

/// The fields of the objects that a field holds.
pub(super) fn fields_of<'s>(schema: &'s Schema, field: &Field) -> &'s [Field] {
    schema.type_named(field.type_ref().name()).map_or(&[], |ty| &ty.fields)
}

/// Whether a field can be compared.
pub(super) fn is_leaf(schema: &Schema, field: &Field) -> bool {
    fields::is_leaf(schema, field) && field.type_ref().item().is_none() && !field.secret
}

/// The path to a leaf, with the names of the schema.
pub(super) fn leaf(schema: &Schema, fields: &[Field], path: &str) -> Option<String> {
    let (name, rest) = path.split_once('.').map_or((path, None), |(name, rest)| (name, Some(rest)));
    let field = names::find(fields, |field| &field.name, name)?;
    match rest {
        None => is_leaf(schema, field).then(|| field.name.clone()),
        Some(rest) => {
            Some(format!("{}.{}", field.name, leaf(schema, fields_of(schema, field), rest)?))
        }
    }
}

/// Whether a row has this value at a path. The case of addresses does not matter.
pub(super) fn holds(row: &Value, path: &str, wanted: &str) -> bool {
    let (name, rest) = path.split_once('.').map_or((path, None), |(name, rest)| (name, Some(rest)));
    let value = &row[name];
    match rest {
        Some(rest) => flat(value.clone()).iter().any(|below| holds(below, rest, wanted)),
        None if value.is_null() => false,
        None if wanted.contains('@') => words_of(value).eq_ignore_ascii_case(wanted),
        None => words_of(value) == wanted,
    }
}

/// The items of a list, or the value itself.
pub(super) fn flat(value: Value) -> Vec<Value> {
    match value {
        Value::Array(items) => items,
        Value::Null => Vec::new(),
        other => vec![other],
    }
}
