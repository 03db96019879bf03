use std::marker::PhantomData;

use serde::de::{DeserializeOwned, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use crate::json::{Duplicates, Reader};

/// How the value of a leaf is read as `T`.
pub trait Read<T> {
    /// Reads the value of the key that was read last.
    ///
    /// # Errors
    ///
    /// Returns an error of the deserializer.
    fn read<'de, A: MapAccess<'de>>(map: &mut A) -> Result<T, A::Error>;
}

/// Reads with the type's own `Deserialize`.
#[derive(Debug)]
pub enum Plain {}

impl<T: DeserializeOwned> Read<T> for Plain {
    #[inline]
    fn read<'de, A: MapAccess<'de>>(map: &mut A) -> Result<T, A::Error> {
        map.next_value()
    }
}

/// Reads any JSON, and every key as a plain key: serde_json's own `Value` gives one key a special meaning.
#[derive(Debug)]
pub enum Json {}

impl<T: JsonShape> Read<T> for Json {
    #[inline]
    fn read<'de, A: MapAccess<'de>>(map: &mut A) -> Result<T, A::Error> {
        map.next_value_seed(Shape(PhantomData))
    }
}

/// JSON inside the lists and nulls that a schema puts around it.
pub trait JsonShape: Sized {
    /// Reads the value.
    ///
    /// # Errors
    ///
    /// Returns an error of the deserializer.
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error>;
}

struct Shape<T>(PhantomData<T>);

impl<'de, T: JsonShape> DeserializeSeed<'de> for Shape<T> {
    type Value = T;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        T::read(deserializer)
    }
}

impl JsonShape for Value {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Reader(Duplicates::LastWins).deserialize(deserializer)
    }
}

impl<T: JsonShape> JsonShape for Option<T> {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_option(Shape::<Self>(PhantomData))
    }
}

impl<'de, T: JsonShape> Visitor<'de> for Shape<Option<T>> {
    type Value = Option<T>;

    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("a value or null")
    }

    fn visit_none<E>(self) -> Result<Option<T>, E> {
        Ok(None)
    }

    fn visit_unit<E>(self) -> Result<Option<T>, E> {
        Ok(None)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<T>, D::Error> {
        T::read(deserializer).map(Some)
    }
}

impl<T: JsonShape> JsonShape for Vec<T> {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(Shape::<Self>(PhantomData))
    }
}

impl<'de, T: JsonShape> Visitor<'de> for Shape<Vec<T>> {
    type Value = Vec<T>;

    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Vec<T>, A::Error> {
        let mut read = Vec::new();
        while let Some(item) = items.next_element_seed(Shape::<T>(PhantomData))? {
            read.push(item);
        }
        Ok(read)
    }
}
