use serde::de::value::{Error, UnitDeserializer};
use serde::de::{DeserializeSeed, IntoDeserializer as _, MapAccess};

/// An object whose next value is always null.
pub(super) struct Null;

impl<'de> MapAccess<'de> for Null {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, _: K) -> Result<Option<K::Value>, Error> {
        Ok(None)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        let null: UnitDeserializer<Error> = ().into_deserializer();
        seed.deserialize(null)
    }
}
