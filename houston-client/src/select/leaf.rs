use std::marker::PhantomData;

use serde::de::{DeserializeOwned, MapAccess};

use super::{Path, Select};
use crate::arguments::Arguments;
use crate::document::{Doc, Key};

/// A field without fields of its own, on the GraphQL type `S`, read as `T`.
#[derive(Debug)]
pub struct Leaf<S, T> {
    name: &'static str,
    arguments: Arguments,
    of: PhantomData<fn() -> (S, T)>,
}

impl<S, T> Leaf<S, T> {
    /// The field of this name; what generated constants are made with.
    pub const fn new(name: &'static str) -> Self {
        Self::with(name, Arguments::new())
    }

    /// The field of this name with arguments; what generated builders end in.
    pub const fn with(name: &'static str, arguments: Arguments) -> Self {
        Leaf { name, arguments, of: PhantomData }
    }

    /// The same field, read as another type: `Option<Box<RawValue>>` keeps JSON as the text that came, a type
    /// of your own reads what is known of it.
    ///
    /// The schema no longer stands behind what comes: a value that does not fit is a decode error.
    pub fn read_as<U>(self) -> Leaf<S, U> {
        Leaf::with(self.name, self.arguments)
    }
}

impl<S, T: DeserializeOwned> Select<S> for Leaf<S, T> {
    type Out = T;
    type Plan = Key;
    type Slot = Option<T>;

    fn write(&self, doc: &mut Doc) -> Key {
        doc.field(&self.name.into(), &self.arguments)
    }

    #[inline]
    fn slot() -> Option<T> {
        None
    }

    #[inline]
    fn take<'de, A: MapAccess<'de>>(
        plan: &Key,
        key: &str,
        slot: &mut Option<T>,
        map: &mut A,
        at: &Path,
    ) -> Result<bool, A::Error> {
        if **plan != *key {
            return Ok(false);
        }
        *slot = Some(at.at(map.next_value(), || key.to_owned())?);
        Ok(true)
    }

    #[inline]
    fn finish(plan: &Key, slot: Option<T>) -> Result<T, Key> {
        slot.ok_or_else(|| plan.clone())
    }
}
