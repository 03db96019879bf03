use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::Value;

use super::wrap::{One, Opt, ResponseKey, Seed};
use super::{Path, Select};

/// What one pass over a whole answer found.
pub(crate) struct Decoded<T> {
    /// The `data`, when it is there and not null.
    pub(crate) data: Option<T>,
    /// Whether the answer is data alone: no errors, and nothing twice.
    pub(crate) plain: bool,
}

/// Reads a whole answer in one pass.
///
/// # Errors
///
/// When it is no JSON, or the data does not fit what was selected; `at` then holds the path.
pub(crate) fn read_answer<S, X: Select<S>>(
    plan: &X::Plan,
    at: &Path,
    answer: &str,
) -> Result<Decoded<X::Out>, serde_json::Error> {
    let mut json = serde_json::Deserializer::from_str(answer);
    let read = json.deserialize_map(Answer::<S, X> { plan, at, of: PhantomData })?;
    json.end()?;
    Ok(read)
}

struct Answer<'p, S, X: Select<S>> {
    plan: &'p X::Plan,
    at: &'p Path,
    of: PhantomData<fn() -> S>,
}

impl<'de, S, X: Select<S>> Visitor<'de> for Answer<'_, S, X> {
    type Value = Decoded<X::Out>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a GraphQL answer")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut data = None;
        let mut plain = true;
        while let Some(key) = map.next_key_seed(ResponseKey)? {
            match key.as_ref() {
                "data" => {
                    plain &= data.is_none();
                    let value =
                        map.next_value_seed(Seed::<S, X, Opt<One>>::new(self.plan, self.at));
                    data = Some(self.at.at(value, || "data".to_owned())?);
                }
                // `errors: []` is not allowed by the specification, and harmless.
                "errors" => plain &= map.next_value::<NoErrors>()?.0,
                _ => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok(Decoded { data: data.flatten(), plain })
    }
}

/// Whether `errors` says that there are none: null and an empty list do, which the specification allows
/// neither of, and which do no harm.
struct NoErrors(bool);

impl<'de> Deserialize<'de> for NoErrors {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(match Value::deserialize(deserializer)? {
            Value::Null => NoErrors(true),
            Value::Array(errors) => NoErrors(errors.is_empty()),
            _ => NoErrors(false),
        })
    }
}
