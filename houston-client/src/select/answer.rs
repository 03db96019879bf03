use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserializer as _, IgnoredAny, MapAccess, Visitor};

use super::wrap::{One, Opt, ResponseKey, Seed};
use super::{Path, Select};

/// Reads the `data` of a whole answer in one pass, for answers that are data alone.
///
/// `None` when there are errors, or no data, or anything twice.
///
/// # Errors
///
/// When it is no JSON, or the data does not fit what was selected; `at` then holds the path.
pub(crate) fn read_answer<S, X: Select<S>>(
    plan: &X::Plan,
    at: &Path,
    answer: &str,
) -> Result<Option<X::Out>, serde_json::Error> {
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
    type Value = Option<X::Out>;

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
                "errors" => plain &= map.next_value::<Vec<IgnoredAny>>()?.is_empty(),
                _ => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok(data.flatten().filter(|_| plain))
    }
}
