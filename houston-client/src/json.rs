//! Reads JSON text as a [`Value`], and quotes text.
//!
//! serde_json's own `Value` gives a special meaning to an object with one of its private keys: with the feature
//! `raw_value`, `{"$serde_json::private::RawValue":"[1]"}` becomes `[1]`, and each such object may be nested as
//! deep again as the text around it. The author of the text must not be able to ask for that.

use std::fmt;
use std::sync::LazyLock;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::map::Entry;
use serde_json::{Map, Number, Value};

/// What to do with a key that appears twice in an object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Duplicates {
    /// Keep the last value.
    LastWins,
    /// Refuse the text.
    Refused,
}

/// Reads JSON text.
///
/// # Errors
///
/// Fails if the text is not valid JSON, is nested deeper than 128 levels, or continues after its value. Fails if it
/// contains something that a `Value` cannot hold: half of a surrogate pair, or a number outside the range of `f64`.
/// With [`Duplicates::Refused`], fails for a key that appears twice; the error names the key.
pub fn read(text: &str, duplicates: Duplicates) -> Result<Value, serde_json::Error> {
    let mut json = serde_json::Deserializer::from_str(text);
    let value = Reader(duplicates).deserialize(&mut json)?;
    json.end()?;
    Ok(value)
}

/// Adds a text with line breaks as a JSON string. A GraphQL document seldom has other characters that JSON escapes, so
/// whole lines are copied.
pub(crate) fn quote(text: &str, to: &mut String) {
    let is_escaped = |byte: u8| (byte < b' ' && byte != b'\n') | (byte == b'"') | (byte == b'\\');
    if text.bytes().fold(false, |any, byte| any | is_escaped(byte)) {
        to.push_str(&Value::from(text).to_string());
        return;
    }
    to.push('"');
    // Lines are too short for the search of `split` to pay.
    let mut start = 0;
    for (end, byte) in text.bytes().enumerate() {
        if byte == b'\n' {
            to.push_str(&text[start..end]);
            to.push_str("\\n");
            start = end + 1;
        }
    }
    to.push_str(&text[start..]);
    to.push('"');
}

/// Reads one value as part of another one.
#[derive(Clone, Copy)]
pub(crate) struct Reader(pub(crate) Duplicates);

impl<'de> DeserializeSeed<'de> for Reader {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Reader {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("any JSON value")
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

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(self)? {
            list.push(item);
        }
        Ok(Value::Array(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Value, A::Error> {
        let mut object = Map::new();
        while let Some(key) = fields.next_key::<String>()? {
            let value = fields.next_value_seed(self)?;
            match object.entry(key) {
                Entry::Occupied(entry) if self.0 == Duplicates::Refused => {
                    return Err(A::Error::custom(format_args!(
                        "duplicate key `{}`",
                        cut(entry.key())
                    )));
                }
                Entry::Occupied(mut entry) => drop(entry.insert(value)),
                Entry::Vacant(entry) => drop(entry.insert(value)),
            }
        }
        Ok(number(&object).unwrap_or(Value::Object(object)))
    }
}

/// The beginning of a long key.
fn cut(key: &str) -> &str {
    key.char_indices().nth(60).map_or(key, |(end, _)| &key[..end])
}

/// Returns the number that serde_json passes as a map.
fn number(object: &Map<String, Value>) -> Option<Value> {
    let digits = object.get("$serde_json::private::Number")?.as_str()?;
    if object.len() > 1 || !*NUMBERS_ARE_MAPS {
        return None;
    }
    digits.parse::<Number>().ok().map(Value::Number)
}

/// Whether another crate of the program has turned on serde_json's feature `arbitrary_precision`. Fractions then
/// arrive as maps, which only their key distinguishes from objects.
static NUMBERS_ARE_MAPS: LazyLock<bool> = LazyLock::new(|| {
    // Only then does a number keep its original text.
    serde_json::from_str::<Number>("0.50").is_ok_and(|number| number.to_string() == "0.50")
});

#[cfg(test)]
mod tests {
    use serde_json::{Map, Value, json};

    use super::{Duplicates, quote, read};

    #[test]
    fn a_private_key_is_a_key() {
        for key in ["$serde_json::private::RawValue", "$serde_json::private::Number"] {
            let mut expected = Map::new();
            expected.insert(key.to_owned(), "[1, 2]".into());
            let text = format!(r#"[{{"{key}":"[1, 2]"}}]"#);
            assert_eq!(read(&text, Duplicates::Refused).unwrap()[0], Value::Object(expected));
        }
        assert_eq!(
            read(r#"{"$serde_json::private::Number":"1"}"#, Duplicates::LastWins).unwrap(),
            json!({"$serde_json::private::Number": "1"})
        );
    }

    #[test]
    fn all_else_is_read_as_serde_json_reads_it() {
        for text in [
            "null",
            " true ",
            "-1",
            "18446744073709551615",
            "18446744073709551616",
            "1.50",
            "-0",
            "1e3",
            r#""a\"\u00e9\ud83d\ude00""#,
            r#"{"b":[1,{"a":null}],"":{},"a":[]}"#,
            r#"{"a":1,"b":2,"a":3}"#,
        ] {
            let expected: Value = serde_json::from_str(text).unwrap();
            let value = read(text, Duplicates::LastWins).unwrap();
            assert_eq!(value.to_string(), expected.to_string(), "{text}");
        }
        let nested = |depth| "[".repeat(depth) + &"]".repeat(depth);
        assert!(read(&nested(127), Duplicates::LastWins).is_ok());
        for text in
            ["", "{", "[1,]", "1 2", "{} x", "1e400", r#""\ud800""#, "{1:2}", "NaN", &nested(128)]
        {
            assert!(serde_json::from_str::<Value>(text).is_err(), "{text}");
            assert!(read(text, Duplicates::LastWins).is_err(), "{text}");
        }
    }

    #[test]
    fn a_text_is_quoted_as_serde_json_quotes_it() {
        let each = (0..=0x17f).filter_map(char::from_u32).map(|one| format!("a{one}\n{one}b"));
        let texts = ["", "\n", "a", "a\n", "\n\n  a\n\n", "a\nb\u{1f600}"].map(str::to_owned);
        for text in texts.into_iter().chain(each) {
            let mut quoted = "[".to_owned();
            quote(&text, &mut quoted);
            assert_eq!(quoted[1..], Value::from(text).to_string());
        }
    }

    #[test]
    fn a_key_that_stands_twice_is_named() {
        let error = read(r#"[{"a":{"b":1,"b":2}}]"#, Duplicates::Refused).unwrap_err();
        assert_eq!(error.to_string(), "duplicate key `b` at line 1 column 19");
        let long = "k".repeat(5000);
        let text = format!(r#"{{"{long}":1,"{long}":1}}"#);
        assert!(read(&text, Duplicates::Refused).unwrap_err().to_string().len() < 120);
        assert!(read(r#"[{"a":1},{"a":1}]"#, Duplicates::Refused).is_ok());
    }
}
