//! A value for any type of a schema.

use houston_client::schema::{Schema, TypeKind, TypeRef};
use serde_json::{Value, json};

/// A value of this type, as GraphQL writes the type: with all fields of inputs, and one item in lists.
///
/// # Panics
///
/// When the schema has no such type.
pub fn value(schema: &Schema, ty: &str) -> Value {
    sample(schema, ty, true)
}

/// The least value of this type, as a word of the command line: a text stands for itself.
///
/// # Panics
///
/// When the schema has no such type.
pub fn word(schema: &Schema, ty: &str) -> String {
    match sample(schema, ty, false) {
        Value::String(text) => text,
        other => other.to_string(),
    }
}

/// With `full`, inputs have all of their fields, and not the required ones alone.
fn sample(schema: &Schema, ty: &str, full: bool) -> Value {
    let ty = ty.trim_end_matches('!');
    if let Some(item) = ty.strip_prefix('[') {
        return json!([sample(schema, item.trim_end_matches(']'), full)]);
    }
    let Some(named) = schema.type_named(ty) else { panic!("the schema has no type {ty}") };
    match (named.kind, ty) {
        (TypeKind::Enum, _) => json!(named.values[0].name),
        (TypeKind::Input, _) => {
            let fields = named.input_fields.iter().filter(|one| full || one.required);
            fields.map(|one| (one.name.to_string(), sample(schema, &one.ty, full))).collect()
        }
        (_, "Int") => json!(7),
        (_, "Float") => json!(1.5),
        (_, "Boolean") => json!(true),
        (_, "JSON") if full => json!({"a": 1}),
        (_, "JSON") => json!({}),
        _ => json!("ck0"),
    }
}

/// An object of an answer with all fields of its type: those that are given, and the least value for the others.
///
/// # Panics
///
/// When the schema has no such type.
pub fn object(schema: &Schema, ty: &str, given: &Value) -> Value {
    let Some(named) = schema.type_named(ty) else { panic!("the schema has no type {ty}") };
    let value = |name: &str, ty: TypeRef<'_>| match given.get(name) {
        Some(given) => filled(schema, ty.name(), given),
        None if !ty.is_non_null() => Value::Null,
        None if ty.item().is_some() => json!([]),
        None => sample(schema, ty.0, false),
    };
    let fields = named.fields.iter();
    fields.map(|field| (field.name.clone(), value(&field.name, field.type_ref()))).collect()
}

/// The same wherever objects are.
fn filled(schema: &Schema, ty: &str, given: &Value) -> Value {
    let is_object = schema.type_named(ty).is_some_and(|ty| !ty.kind.is_leaf());
    match given {
        Value::Array(items) => items.iter().map(|item| filled(schema, ty, item)).collect(),
        Value::Object(_) if is_object => object(schema, ty, given),
        other => other.clone(),
    }
}
