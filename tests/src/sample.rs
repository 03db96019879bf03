//! A value for any type of a schema.

use houston_client::schema::{Schema, TypeKind};
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
