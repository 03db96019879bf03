use std::marker::PhantomData;

use serde::de::MapAccess;

use super::{Json, Path, Plain, Read, Select};
use crate::arguments::Arguments;
use crate::document::{Doc, Key};

/// A field without fields of its own, on the GraphQL type `S`, read as `T` in the way that `R` says.
#[derive(Debug)]
pub struct Leaf<S, T, R = Plain> {
    name: &'static str,
    arguments: Arguments,
    of: Of<S, T, R>,
}

/// None of them is there.
type Of<S, T, R> = PhantomData<fn() -> (S, T, R)>;

impl<S, T> Leaf<S, T> {
    /// The field of this name; what generated constants are made with.
    pub const fn new(name: &'static str) -> Self {
        Self::with(name, Arguments::new())
    }

    /// The field of this name with arguments; what generated builders end in.
    pub const fn with(name: &'static str, arguments: Arguments) -> Self {
        Leaf { name, arguments, of: PhantomData }
    }
}

impl<S, T> Leaf<S, T, Json> {
    /// The field of this name, which is any JSON.
    pub const fn json(name: &'static str) -> Self {
        Self::json_with(name, Arguments::new())
    }

    /// The same with arguments.
    pub const fn json_with(name: &'static str, arguments: Arguments) -> Self {
        Leaf { name, arguments, of: PhantomData }
    }
}

impl<S, T, R> Leaf<S, T, R> {
    /// The same field, read as another type: `Option<Box<RawValue>>` keeps JSON as the text that came, a type
    /// of your own reads what is known of it.
    ///
    /// The schema no longer stands behind what comes: a value that does not fit is a decode error.
    pub fn read_as<U>(self) -> Leaf<S, U> {
        Leaf::with(self.name, self.arguments)
    }

    /// The same, when null is a result.
    pub(crate) fn nullable(self) -> Leaf<S, Option<T>, R> {
        Leaf { name: self.name, arguments: self.arguments, of: PhantomData }
    }
}

impl<S, T, R: Read<T>> Select<S> for Leaf<S, T, R> {
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
        *slot = Some(at.at(R::read(map), || key.to_owned())?);
        Ok(true)
    }

    #[inline]
    fn finish(plan: &Key, slot: Option<T>) -> Result<T, Key> {
        slot.ok_or_else(|| plan.clone())
    }
}
