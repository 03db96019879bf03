//! JSON in arguments: reading it from the words of a shell, and hiding what is secret in it.

use houston_client::json::{Duplicates, read};
use houston_client::schema::{Argument, Merge, Operation, Schema, TypeKind};
use serde_json::{Map, Number, Value};

/// What a text means where any JSON may stand.
///
/// A bare word is a string, and a number is a number only if the server, printing it again, gives the same
/// text: `1.10`, `2.0` and `007` stay strings. Text that begins with `{`, `[` or `"` has to be JSON.
pub(super) fn from_text(text: &str) -> Result<Value, serde_json::Error> {
    if text.trim_start().starts_with(['{', '[', '"']) {
        return read(text, Duplicates::Refused);
    }
    Ok(match text {
        "true" => Value::Bool(true),
        "false" => Value::Bool(false),
        "null" => Value::Null,
        _ => match read(text, Duplicates::Refused) {
            Ok(Value::Number(number)) if is_printed_so(&number, text) => Value::Number(number),
            _ => Value::String(text.to_owned()),
        },
    })
}

/// Whether JavaScript, which the server is written in, prints the number like this.
fn is_printed_so(number: &Number, text: &str) -> bool {
    const LARGEST: u64 = (1 << 53) - 1;
    let is_exact = match number.as_i64() {
        Some(whole) => whole.unsigned_abs() <= LARGEST,
        None => number.as_f64().is_some_and(|number| number.fract() != 0.0),
    };
    is_exact && number.to_string() == text
}

/// What kind of JSON a value is, for messages.
pub(super) fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

/// Variables as they may be shown: `***` for the values of secret arguments and input fields.
pub(crate) fn masked(
    schema: &Schema,
    operation: &Operation,
    variables: &Map<String, Value>,
) -> Map<String, Value> {
    let mut masked = mask_fields(schema, &operation.arguments, variables);
    if let Some(merge) = &operation.merge
        && let Some(Value::Array(items)) = masked.get_mut(&*merge.argument)
    {
        for item in items.iter_mut().filter(|item| is_hidden(merge, item)) {
            for (name, value) in item.as_object_mut().into_iter().flatten() {
                let is_shown = *name == merge.key || merge.hides.as_deref() == Some(name);
                if !is_shown && !value.is_null() {
                    *value = MASKED.into();
                }
            }
        }
    }
    masked
}

/// What stands for a value that is not shown.
const MASKED: &str = "***";

/// Whether an item says of itself that no more than its key may be shown.
pub(super) fn is_hidden(merge: &Merge, item: &Value) -> bool {
    merge.hides.as_ref().is_some_and(|field| item[&**field] == true)
}

fn mask_fields(
    schema: &Schema,
    fields: &[Argument],
    values: &Map<String, Value>,
) -> Map<String, Value> {
    let mask = |(name, value): (&String, &Value)| {
        let shown = match fields.iter().find(|field| field.name == *name) {
            Some(field) if field.secret && !value.is_null() => MASKED.into(),
            Some(field) => mask_value(schema, field.type_ref().name(), value),
            None => value.clone(),
        };
        (name.clone(), shown)
    };
    values.iter().map(mask).collect()
}

fn mask_value(schema: &Schema, ty: &str, value: &Value) -> Value {
    match (value, schema.type_named(ty)) {
        (Value::Array(items), _) => items.iter().map(|item| mask_value(schema, ty, item)).collect(),
        (Value::Object(values), Some(ty)) if ty.kind == TypeKind::Input => {
            Value::Object(mask_fields(schema, &ty.input_fields, values))
        }
        _ => value.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::{from_text, masked};
    use crate::fixture::schema;
    use serde_json::json;

    #[test]
    fn a_word_is_json_only_where_nothing_is_guessed() {
        for (text, value) in [
            ("LocalExecutor", json!("LocalExecutor")),
            ("1.10", json!("1.10")),
            ("2.0", json!("2.0")),
            ("9007199254740991", json!(9007199254740991u64)),
            ("9007199254740993", json!("9007199254740993")),
            ("18446744073709551615", json!("18446744073709551615")),
            ("007", json!("007")),
            ("1e3", json!("1e3")),
            ("-0", json!("-0")),
            ("12345678901234567890123", json!("12345678901234567890123")),
            ("2", json!(2)),
            ("-2.5", json!(-2.5)),
            (" 2", json!(" 2")),
            ("true", json!(true)),
            ("True", json!("True")),
            ("null", json!(null)),
            ("", json!("")),
            ("a=b", json!("a=b")),
            (r#""2""#, json!("2")),
            (r#"{"a": [1]}"#, json!({"a": [1]})),
        ] {
            assert_eq!(from_text(text).unwrap(), value, "{text}");
        }
        for text in
            ["{", "[1,", r#""open"#, "{a: 1}", r#"{"a":1} x"#, " [", "[1] [2]", r#"{"a":1,"a":1}"#]
        {
            assert!(from_text(text).is_err(), "{text}");
        }
    }

    #[test]
    fn secrets_are_masked_at_any_depth() {
        let schema = schema();
        let operation = schema.operation("createThing").unwrap();
        let variables = json!({
            "label": "a",
            "password": "hidden",
            "size": {"key": "hidden", "cpu": 1, "inner": {"key": "hidden"}},
            "sizes": [{"key": "hidden"}, null],
            "config": {"password": "not known to be secret"},
        });
        let shown = masked(&schema, operation, variables.as_object().unwrap());
        let expected = json!({
            "label": "a",
            "password": "***",
            "size": {"key": "***", "cpu": 1, "inner": {"key": "***"}},
            "sizes": [{"key": "***"}, null],
            "config": {"password": "not known to be secret"},
        });
        assert_eq!(json!(shown), expected);
    }
}
