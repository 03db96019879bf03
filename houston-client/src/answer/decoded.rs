use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

use crate::select::Path;
use crate::select::key::ResponseKey;

/// The result of one pass over a whole answer.
pub(crate) struct Decoded<T> {
    /// The `data`, if it is present and not null.
    pub(crate) data: Option<T>,
    /// Whether the answer has one `data` and no errors.
    pub(crate) plain: bool,
}

/// Reads a whole answer in one pass, and its `data` with this seed.
///
/// # Errors
///
/// Fails if the answer is not valid JSON, or if the data does not match the selection; `at` then holds the path.
pub(crate) fn decode<'de, T, D: DeserializeSeed<'de, Value = Option<T>>>(
    data: D,
    at: &Path,
    answer: &'de str,
) -> Result<Decoded<T>, serde_json::Error> {
    let mut json = serde_json::Deserializer::from_str(answer);
    let read = json.deserialize_map(AnswerVisitor { data, at })?;
    json.end()?;
    Ok(read)
}

struct AnswerVisitor<'p, D> {
    data: D,
    at: &'p Path,
}

impl<'de, T, D: DeserializeSeed<'de, Value = Option<T>>> Visitor<'de> for AnswerVisitor<'_, D> {
    type Value = Decoded<T>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a GraphQL answer")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut seed = Some(self.data);
        let mut data = None;
        let mut plain = true;
        while let Some(key) = map.next_key_seed(ResponseKey)? {
            match key.as_ref() {
                "data" => match seed.take() {
                    Some(seed) => {
                        data = self.at.at(map.next_value_seed(seed), || "data".to_owned())?;
                    }
                    None => {
                        plain = false;
                        map.next_value::<IgnoredAny>()?;
                    }
                },
                "errors" => plain &= says_none(map.next_value()?),
                _ => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok(Decoded { data, plain })
    }
}

/// Whether `errors` is null or an empty list. The specification allows neither, but both mean that there are no
/// errors.
fn says_none(errors: &RawValue) -> bool {
    let items = errors.get().strip_prefix('[').and_then(|text| text.strip_suffix(']'));
    errors.get() == "null" || items.is_some_and(|items| items.trim_ascii().is_empty())
}
