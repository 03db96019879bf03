//! JSON in arguments: reading it from the command line, and hiding secrets in it.

use houston_client::json::{Duplicates, read};
use houston_client::schema::{Argument, Merge, Operation, Schema, TypeKind};
use serde_json::{Map, Number, Value};

/// Reads a text where any JSON is allowed.
///
/// A bare word is a string. A number is a number only if the server would print it the same way: `1.10`,
/// `2.0` and `007` stay strings. Text that begins with `{`, `[` or `"` must be valid JSON.
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

/// The text in place of a value that is not shown.
pub(crate) const MASKED: &str = "***";

/// Variables with [`MASKED`] in place of secret arguments and input fields.
pub(crate) fn masked(
    schema: &Schema,
    operation: &Operation,
    variables: &Map<String, Value>,
) -> Value {
    replaced(variables, &secrets(schema, operation, variables), MASKED)
}

/// Variables with a text at each of these places.
pub(crate) fn replaced(variables: &Map<String, Value>, places: &[String], text: &str) -> Value {
    let mut replaced = Value::Object(variables.clone());
    for place in places {
        if let Some(value) = replaced.pointer_mut(place) {
            *value = text.into();
        }
    }
    replaced
}

/// JSON pointers to the secrets in a call's variables, in the order of the text.
pub(crate) fn secrets(
    schema: &Schema,
    operation: &Operation,
    variables: &Map<String, Value>,
) -> Vec<String> {
    let mut secrets = Secrets { schema, merge: operation.merge.as_ref(), found: Vec::new() };
    secrets.of_fields(&operation.arguments, variables, "", None);
    secrets.found
}

/// Whether an item is marked to show only its key.
pub(super) fn is_hidden(merge: &Merge, item: &Value) -> bool {
    merge.hides.as_ref().is_some_and(|field| item[&**field] == true)
}

struct Secrets<'s> {
    schema: &'s Schema,
    merge: Option<&'s Merge>,
    found: Vec<String>,
}

impl Secrets<'_> {
    /// Finds the secrets of an object. With `hiding`, it is an item that shows only its key.
    fn of_fields(
        &mut self,
        fields: &[Argument],
        values: &Map<String, Value>,
        above: &str,
        hiding: Option<&Merge>,
    ) {
        for (name, value) in values {
            let place = format!("{above}/{}", name.replace('~', "~0").replace('/', "~1"));
            let field = fields.iter().find(|field| field.name == *name);
            let is_shown =
                |merge: &Merge| *name == merge.key || merge.hides.as_deref() == Some(name);
            let is_secret = field.is_some_and(|field| field.secret)
                || hiding.is_some_and(|merge| !is_shown(merge));
            if is_secret && !value.is_null() {
                self.found.push(place);
            } else if let Some(field) = field {
                let is_merged = |merge: &&Merge| above.is_empty() && merge.argument == *name;
                let merge = self.merge.filter(is_merged);
                self.of_value(field.type_ref().name(), value, merge, &place);
            }
        }
    }

    fn of_value(&mut self, ty: &str, value: &Value, merge: Option<&Merge>, place: &str) {
        match value {
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    self.of_value(ty, item, merge, &format!("{place}/{index}"));
                }
            }
            Value::Object(values) => {
                let ty = self.schema.type_named(ty).filter(|ty| ty.kind == TypeKind::Input);
                let fields = ty.map_or(&[][..], |ty| &ty.input_fields);
                let hiding = merge.filter(|merge| is_hidden(merge, value));
                self.of_fields(fields, values, place, hiding);
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{from_text, masked};
    use crate::schema::fixture::schema;
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
        assert_eq!(shown, expected);
    }
}
