use std::fmt;
use std::marker::PhantomData;

use serde::de::{
    DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor,
};

use super::key::ResponseKey;
use super::{Fields, Path};

/// Lists and nulls around a result that has fields: `Opt<List<One>>` is `[T!]`.
pub trait Wrap {
    /// The Rust type around `T`.
    type Of<T>;
    /// The same wrapping, where null is allowed.
    type Nullable: Wrap;

    /// Reads a value with this wrapping.
    ///
    /// # Errors
    ///
    /// Returns an error of the deserializer; `at` then holds the path.
    fn read<'de, X: Fields, D: Deserializer<'de>>(
        plan: &X::Plan,
        at: &Path,
        deserializer: D,
    ) -> Result<Self::Of<X::Out>, D::Error>;
}

/// Exactly one object: `T!`.
#[derive(Debug)]
pub enum One {}

/// Null, or a value with the wrapping `W`.
#[derive(Debug)]
pub struct Opt<W>(PhantomData<W>);

/// A list of values with the wrapping `W`.
#[derive(Debug)]
pub struct List<W>(PhantomData<W>);

/// The seed and visitor of a value with the wrapping `W` around an object on which `X` is selected.
pub(crate) struct Seed<'p, X: Fields, W> {
    plan: &'p X::Plan,
    at: &'p Path,
    of: PhantomData<fn() -> W>,
}

impl<'p, X: Fields, W> Seed<'p, X, W> {
    #[inline]
    pub(crate) fn new(plan: &'p X::Plan, at: &'p Path) -> Self {
        Seed { plan, at, of: PhantomData }
    }
}

impl<'de, X: Fields, W: Wrap> DeserializeSeed<'de> for Seed<'_, X, W> {
    type Value = W::Of<X::Out>;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        W::read::<X, D>(self.plan, self.at, deserializer)
    }
}

impl Wrap for One {
    type Of<T> = T;
    type Nullable = Opt<One>;

    #[inline]
    fn read<'de, X: Fields, D: Deserializer<'de>>(
        plan: &X::Plan,
        at: &Path,
        deserializer: D,
    ) -> Result<X::Out, D::Error> {
        deserializer.deserialize_map(Seed::<X, One>::new(plan, at))
    }
}

impl<'de, X: Fields> Visitor<'de> for Seed<'_, X, One> {
    type Value = X::Out;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object")
    }

    #[inline]
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<X::Out, A::Error> {
        let mut slot = X::slot();
        while let Some(key) = map.next_key_seed(ResponseKey)? {
            if !X::take(self.plan, &key, &mut slot, &mut map, self.at)? {
                map.next_value::<IgnoredAny>()?;
            }
        }
        X::finish(self.plan, slot).map_err(|key| {
            A::Error::custom(format_args!("`{key}` was selected but is missing from the answer"))
        })
    }
}

impl<W: Wrap> Wrap for Opt<W> {
    type Of<T> = Option<W::Of<T>>;
    type Nullable = Self;

    #[inline]
    fn read<'de, X: Fields, D: Deserializer<'de>>(
        plan: &X::Plan,
        at: &Path,
        deserializer: D,
    ) -> Result<Self::Of<X::Out>, D::Error> {
        deserializer.deserialize_option(Seed::<X, Opt<W>>::new(plan, at))
    }
}

impl<'de, X: Fields, W: Wrap> Visitor<'de> for Seed<'_, X, Opt<W>> {
    type Value = Option<W::Of<X::Out>>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value or null")
    }

    fn visit_none<E>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    #[inline]
    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        W::read::<X, D>(self.plan, self.at, deserializer).map(Some)
    }
}

impl<W: Wrap> Wrap for List<W> {
    type Of<T> = Vec<W::Of<T>>;
    type Nullable = Opt<Self>;

    #[inline]
    fn read<'de, X: Fields, D: Deserializer<'de>>(
        plan: &X::Plan,
        at: &Path,
        deserializer: D,
    ) -> Result<Self::Of<X::Out>, D::Error> {
        deserializer.deserialize_seq(Seed::<X, List<W>>::new(plan, at))
    }
}

impl<'de, X: Fields, W: Wrap> Visitor<'de> for Seed<'_, X, List<W>> {
    type Value = Vec<W::Of<X::Out>>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a list")
    }

    #[inline]
    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self::Value, A::Error> {
        let mut read = Vec::new();
        loop {
            let item = items.next_element_seed(Seed::<X, W>::new(self.plan, self.at));
            match self.at.at(item, || read.len().to_string())? {
                Some(item) => read.push(item),
                None => return Ok(read),
            }
        }
    }
}
