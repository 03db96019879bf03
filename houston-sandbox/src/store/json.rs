//! JSON that somebody else wrote.
//!
//! serde_json's own reading of a `Value` takes an object with one of its private keys for something else: with its
//! feature `raw_value` the text under that key becomes the value, nested as deep again as the text around it. The values
//! of apollo-compiler know no such key. They know no numbers of serde_json's feature `arbitrary_precision` either: a
//! program that turns it on must turn on that of serde_json_bytes as well.

use apollo_compiler::response::JsonValue;
use serde::de::Error;
use serde::{Deserialize, Deserializer};
use serde_json::Value;

/// Reads a JSON text, in which every key is a key. It may be nested 127 deep.
pub(crate) fn read(text: &[u8]) -> Result<Value, serde_json::Error> {
    serde_json::to_value(serde_json::from_slice::<JsonValue>(text)?)
}

/// Reads a value as a part of something else.
pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Value, D::Error> {
    serde_json::to_value(JsonValue::deserialize(deserializer)?).map_err(D::Error::custom)
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
