//! Whether a server shows a given value.

use std::mem::discriminant;

use houston_client::schema::Field;
use serde_json::{Number, Value};

/// How a value that was found compares with the given one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Likeness {
    Other,
    /// It can be the same in another form: servers store some texts in lower case.
    Unclear,
    Same,
}

/// Compares a value with that of a field.
pub(super) fn likeness(field: &Field, wanted: &Value, found: &Value) -> Likeness {
    let is_folded = || is_same(&folded(wanted), &folded(found));
    match (wanted, found) {
        _ if is_same(wanted, found) || field.lower_case && is_folded() => Likeness::Same,
        _ if is_folded() => Likeness::Unclear,
        (Value::Null, _) | (_, Value::Null) => Likeness::Other,
        (Value::Number(_), Value::String(text)) | (Value::String(text), Value::Number(_))
            if size(text).is_some() =>
        {
            Likeness::Other
        }
        (wanted, found) if discriminant(wanted) == discriminant(found) => Likeness::Other,
        _ => Likeness::Unclear,
    }
}

/// Whether two values mean the same. Lists are compared without their order.
pub(crate) fn is_same(wanted: &Value, found: &Value) -> bool {
    match (wanted, found) {
        (Value::Array(wanted), Value::Array(found)) => {
            let is_in = |list: &[Value], one: &Value| list.iter().any(|other| is_same(one, other));
            wanted.len() == found.len()
                && wanted.iter().all(|one| is_in(found, one))
                && found.iter().all(|one| is_in(wanted, one))
        }
        (Value::Number(wanted), Value::Number(found)) => {
            wanted == found || wanted.as_f64() == found.as_f64()
        }
        (Value::Number(number), Value::String(text))
        | (Value::String(text), Value::Number(number)) => {
            size(text).is_some_and(|size| size.as_f64() == number.as_f64())
        }
        // Servers leave out what has no value.
        (one, Value::Null) | (Value::Null, one) => has_no_value(one),
        (wanted, found) => wanted == found,
    }
}

/// The number in a size: the server adds the units of CPU and memory.
fn size(text: &str) -> Option<Number> {
    text.strip_suffix("Mi").or_else(|| text.strip_suffix('m'))?.parse().ok()
}

/// A value with its texts in lower case.
fn folded(value: &Value) -> Value {
    match value {
        Value::String(text) => text.to_lowercase().into(),
        Value::Array(items) => items.iter().map(folded).collect(),
        other => other.clone(),
    }
}

/// Whether a value is as good as none.
pub(super) fn has_no_value(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::Number(number) => number.as_f64() == Some(0.0),
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(fields) => fields.values().all(has_no_value),
        Value::Bool(true) => false,
    }
}
