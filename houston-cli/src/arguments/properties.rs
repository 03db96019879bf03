//! Properties of flags: a value that is given in parts is that value.

use houston_tests::property::{cases, json};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::coerce_tests::read;
use super::source::for_document;

/// The same value as it stands in JSON of the command line: a text in it that begins with `@` is written with another one.
fn escaped(value: &Value) -> Value {
    match value {
        Value::String(text) => for_document(text.clone()).into(),
        Value::Array(items) => items.iter().map(escaped).collect(),
        Value::Object(fields) => Value::Object(
            fields.iter().map(|(name, field)| (name.clone(), escaped(field))).collect(),
        ),
        other => other.clone(),
    }
}

/// The flags that give a value: one for each of its parts, or one for a whole object.
fn flags(path: &str, value: &Value, apart: bool, flags: &mut Vec<String>) {
    match value {
        Value::Object(fields) if !fields.is_empty() && apart => {
            for (at, (name, field)) in fields.iter().enumerate() {
                self::flags(&format!("{path}.{name}"), field, at % 3 != 2, flags);
            }
        }
        value => flags.extend([path.to_owned(), escaped(value).to_string()]),
    }
}

/// Numbers that a server reads exactly, and names that can stand in a flag.
fn modest(value: Value, is_flag: bool) -> Value {
    match value {
        Value::Number(number) => (number.as_i64().unwrap_or_default() % (1 << 53)).into(),
        Value::Array(items) => items.into_iter().map(|item| modest(item, false)).collect(),
        Value::Object(fields) => {
            let name = |at: usize, name: String| if is_flag { format!("n_{at}") } else { name };
            let fields = fields.into_iter().enumerate();
            Value::Object(
                fields.map(|(at, (key, field))| (name(at, key), modest(field, is_flag))).collect(),
            )
        }
        other => other,
    }
}

proptest! {
    #![proptest_config(cases(128))]

    #[test]
    fn a_value_is_the_same_as_a_whole_and_in_parts(values in vec(json(), 1..4)) {
        let whole: Value = values.iter().map(|value| modest(value.clone(), false)).collect();
        let word = escaped(&whole).to_string();
        prop_assert_eq!(read("createThing", &["--config", &word]), Ok(json!({ "config": whole })));

        let fields = values.into_iter().enumerate();
        let parts: Value =
            Value::Object(fields.map(|(at, value)| (format!("f{at}"), modest(value, true))).collect());
        let mut words = Vec::new();
        flags("--config", &parts, true, &mut words);
        let line: Vec<&str> = words.iter().map(String::as_str).collect();
        prop_assert_eq!(read("createThing", &line), Ok(json!({ "config": parts })), "{:?}", line);
    }
}
