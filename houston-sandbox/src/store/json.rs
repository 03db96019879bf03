//! JSON from outside of the sandbox.
//!
//! serde_json's `Value` misreads an object with one of its private keys: with its feature `raw_value`, the text under
//! that key becomes the value, and can double the nesting. The values of apollo-compiler have no such keys. They also
//! do not support the numbers of serde_json's feature `arbitrary_precision`: a program that enables it must also
//! enable that of serde_json_bytes.

use apollo_compiler::response::JsonValue;
use serde::de::Error;
use serde::{Deserialize, Deserializer};
use serde_json::Value;

/// Reads a JSON text without private keys. It can be nested 127 levels deep.
pub(crate) fn read(text: &[u8]) -> Result<Value, serde_json::Error> {
    serde_json::to_value(serde_json::from_slice::<JsonValue>(text)?)
}

/// Deserializes a value as part of another type.
pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Value, D::Error> {
    serde_json::to_value(JsonValue::deserialize(deserializer)?).map_err(D::Error::custom)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_private_key_is_an_ordinary_key() {
        for key in ["$serde_json::private::RawValue", "$serde_json::private::Number"] {
            let text = format!("[{{\"{key}\": \"[1]\"}}]");
            let found = read(text.as_bytes()).unwrap();
            assert_eq!(found[0].as_object().unwrap()[key], "[1]");
        }
    }

    #[test]
    fn other_texts_are_read_as_by_serde_json() {
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
