//! JSON that somebody else wrote.
//!
//! serde_json's own reading of a `Value` takes an object with one of its private keys for something else: with its
//! feature `raw_value` the text under that key becomes the value, nested as deep again as the text around it.

use std::fmt;
use std::sync::LazyLock;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

/// Reads a JSON text, in which every key is a key. It may be nested 127 deep.
pub(crate) fn read(text: &[u8]) -> Result<Value, serde_json::Error> {
    Ok(serde_json::from_slice::<Json>(text)?.0)
}

/// Reads a value as a part of something else.
pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Value, D::Error> {
    Ok(Json::deserialize(deserializer)?.0)
}

struct Json(Value);

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Json(deserializer.deserialize_any(Plain)?))
    }
}

struct Plain;

impl<'de> Visitor<'de> for Plain {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(Json(item)) = items.next_element()? {
            list.push(item);
        }
        Ok(list.into())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Value, A::Error> {
        let mut object = Map::new();
        while let Some((name, Json(value))) = fields.next_entry::<String, _>()? {
            object.insert(name, value);
        }
        Ok(number(&object).unwrap_or(Value::Object(object)))
    }
}

/// The number that serde_json gave as an object: it does so where another crate of the program has turned on its
/// feature `arbitrary_precision`, whose numbers keep their zeros.
fn number(object: &Map<String, Value>) -> Option<Value> {
    static ARE_OBJECTS: LazyLock<bool> = LazyLock::new(|| {
        serde_json::from_str::<Number>("1.10").is_ok_and(|number| number.to_string() == "1.10")
    });
    let digits = object.get("$serde_json::private::Number")?.as_str()?;
    if object.len() > 1 || !*ARE_OBJECTS {
        return None;
    }
    digits.parse().ok().map(Value::Number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_private_key_is_a_key() {
        for key in ["$serde_json::private::RawValue", "$serde_json::private::Number"] {
            let text = format!("[{{\"{key}\": \"[1]\"}}]");
            let found = read(text.as_bytes()).unwrap();
            assert_eq!(found[0].as_object().unwrap()[key], "[1]");
        }
    }

    #[test]
    fn all_else_is_what_serde_json_makes_of_it() {
        let nested = |depth| "[".repeat(depth) + &"]".repeat(depth);
        for text in [
            "null",
            "[true, -1, 18446744073709551615, 18446744073709551616, 1.50, -0, 1e3]",
            r#"{"b": "a\"\u00e9\ud83d\ude00", "a": {"": []}, "b": 2}"#,
            &nested(127),
            &nested(128),
            "",
            "{",
            "1 2",
            r#""\ud800""#,
            "1e400",
        ] {
            let [ours, theirs] = [read(text.as_bytes()), serde_json::from_str::<Value>(text)]
                .map(|read| read.map(|value| value.to_string()).map_err(|error| error.to_string()));
            assert_eq!(ours, theirs, "{text}");
        }
    }
}
