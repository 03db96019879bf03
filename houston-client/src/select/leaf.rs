use std::fmt;
use std::marker::PhantomData;

use serde::de::MapAccess;

use super::{Fields, Json, Path, Plain, Read, Select};
use crate::arguments::Arguments;
use crate::document::{Doc, Key};

/// A field without subfields on the GraphQL type `S`, read as `T` in the way that `R` defines.
pub struct Leaf<S, T, R = Plain> {
    name: &'static str,
    arguments: Arguments,
    needs: &'static [&'static str],
    of: Of<S, T, R>,
}

/// The types that a leaf is for; it holds no values of them.
type Of<S, T, R> = PhantomData<fn() -> (S, T, R)>;

impl<S, T> Leaf<S, T> {
    /// Creates the field with this name. Generated constants use this.
    pub const fn new(name: &'static str) -> Self {
        Self::with(name, Arguments::new())
    }

    /// Creates the field with this name and these arguments. Generated builders use this.
    pub const fn with(name: &'static str, arguments: Arguments) -> Self {
        Leaf { name, arguments, needs: &[], of: PhantomData }
    }
}

impl<S, T> Leaf<S, T, Json> {
    /// Creates the field with this name, whose value is any JSON.
    pub const fn json(name: &'static str) -> Self {
        Self::json_with(name, Arguments::new())
    }

    /// Creates the field with this name and these arguments, whose value is any JSON.
    pub const fn json_with(name: &'static str, arguments: Arguments) -> Self {
        Leaf { name, arguments, needs: &[], of: PhantomData }
    }
}

impl<S, T, R> Leaf<S, T, R> {
    /// Returns the same field, with the fields that the server needs beside it to compute its value. Requests select
    /// them as well. Generated code uses this.
    pub const fn needs(mut self, fields: &'static [&'static str]) -> Self {
        self.needs = fields;
        self
    }

    /// Reads the same field as another type: `Option<Box<RawValue>>` keeps JSON as the original text, and a type of
    /// your own reads the keys that it knows.
    ///
    /// The schema no longer guarantees the type of the value: a value that does not match is a decode error.
    pub fn read_as<U>(self) -> Leaf<S, U> {
        Leaf::with(self.name, self.arguments).needs(self.needs)
    }

    /// Returns the same field, for which null is a valid result.
    pub(crate) fn nullable(self) -> Leaf<S, Option<T>, R> {
        let Leaf { name, arguments, needs, .. } = self;
        Leaf { name, arguments, needs, of: PhantomData }
    }
}

/// Its types need no `Debug`: it holds no values of them.
impl<S, T, R> fmt::Debug for Leaf<S, T, R> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Leaf { name, arguments, needs, .. } = self;
        let mut shown = formatter.debug_struct("Leaf");
        shown.field("name", name).field("arguments", arguments).field("needs", needs).finish()
    }
}

#[diagnostic::do_not_recommend]
impl<S, T, R: Read<T>> Select<S> for Leaf<S, T, R> {}

impl<S, T, R: Read<T>> Fields for Leaf<S, T, R> {
    type Out = T;
    type Plan = Key;
    type Slot = Option<T>;

    fn write(self, doc: &mut Doc) -> Key {
        doc.needs(self.needs.iter().copied().map(Key::Borrowed));
        doc.field(&self.name.into(), self.arguments)
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
