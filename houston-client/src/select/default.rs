use std::marker::PhantomData;

use serde::de::{Deserializer, MapAccess};
use serde::ser::{SerializeMap as _, Serializer};

use super::null::{Empty, Null};
use super::values::{Entries, Values};
use super::{Fields, One, Path, Select, Wrap};
use crate::document::{Doc, Key};

/// A generated struct for a default selection.
///
/// The generator writes only the parts below; everything else is written once, here.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no struct for a default selection",
    label = "select its fields by name instead: `.of((..))`",
    note = "in large schemas, only types that an operation returns have one: `structs = \"all\"` in the overlay of the generator gives one to each type"
)]
pub trait Object: Sized {
    /// The GraphQL type that the fields are selected on.
    type Scope;
    /// The values of the fields, in the order of the selection.
    type Values: Values;
    /// The names of the fields, in the order of the selection.
    const KEYS: &'static [&'static str];
    /// The fields that the server needs beside these fields to compute their values, if any.
    const NEEDS: &'static [&'static str] = &[];

    /// Creates the struct from these values.
    fn new(values: Self::Values) -> Self;

    /// The values to write, in the order of the selection.
    fn entries(&self) -> impl Entries;
}

/// The values of an [`Object`] while it is read.
type Slots<T> = <<T as Object>::Values as Values>::Slots;

/// Writes the JSON that an [`Object`] was read from.
///
/// # Errors
///
/// Returns an error of the serializer.
pub fn serialize_object<T: Object, S: Serializer>(
    object: &T,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(T::KEYS.len()))?;
    object.entries().write(&mut T::KEYS.iter(), &mut map)?;
    map.end()
}

/// Reads an [`Object`] from JSON. Keys of fields that may be null may be missing.
///
/// # Errors
///
/// Returns an error of the deserializer.
pub fn deserialize_object<'de, T: Object, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    One::read::<FromJson<T>, D>(&Keys::Plain, &Path::default(), deserializer)
}

/// Returns an [`Object`] for tests: each field is null if that is allowed, or else an empty text or list, zero or false.
///
/// # Panics
///
/// Panics if a type of your own cannot be read from such a value.
pub fn empty_object<T: Object>() -> T {
    let mut slots = Slots::<T>::default();
    for (index, key) in T::KEYS.iter().enumerate() {
        if let Err(error) = T::Values::take(&mut slots, index, &mut Empty) {
            panic!("the type of `{key}` has no empty value: {error}");
        }
    }
    match T::Values::finish(slots) {
        Ok(values) => T::new(values),
        Err(index) => panic!("the value at {index} is read in the loop above"),
    }
}

/// Any number of groups of rows, each with the next ones inside: as a type, or as a value or its pattern.
#[doc(hidden)]
#[macro_export]
macro_rules! object_rows {
    (type [$($one:tt)*]) => { $crate::runtime::Rows<($($one)*,)> };
    (type [$($one:tt)*] $($more:tt)+) => {
        $crate::runtime::Rows<($($one)*, $crate::object_rows!(type $($more)+))>
    };
    (value [$($one:tt)*]) => { $crate::runtime::Rows(($($one)*,)) };
    (value [$($one:tt)*] $($more:tt)+) => {
        $crate::runtime::Rows(($($one)*, $crate::object_rows!(value $($more)+)))
    };
}

/// Implements [`Object`] and serde for a generated struct: its scope, the fields that it needs besides, and its own
/// fields with their types and keys, in rows of twelve: `(…)`, `(…) (…)`, or `[(…) (…)] [(…)]`.
#[doc(hidden)]
#[macro_export]
macro_rules! object_type {
    ($name:ident: $scope:ty, $needs:tt, (
        $($field:ident $(. $json:tt)?: $ty:ty = $key:literal),*
    )) => {
        impl $crate::runtime::Object for $name {
            type Scope = $scope;
            type Values = ($($ty,)*);
            const KEYS: &'static [&'static ::core::primitive::str] = &[$($key),*];
            const NEEDS: &'static [&'static ::core::primitive::str] = &$needs;
            fn new(($($field,)*): Self::Values) -> Self {
                Self { $($field: $field $(. $json)?),* }
            }
            fn entries(&self) -> impl $crate::runtime::Entries {
                ($(&self.$field,)*)
            }
        }
        $crate::object_type! { $name }
    };
    ($name:ident: $scope:ty, $needs:tt, $(
        ($($field:ident $(. $json:tt)?: $ty:ty = $key:literal),*)
    )*) => {
        impl $crate::runtime::Object for $name {
            type Scope = $scope;
            type Values = $crate::runtime::Rows<($(($($ty,)*),)*)>;
            const KEYS: &'static [&'static ::core::primitive::str] = &[$($($key),*),*];
            const NEEDS: &'static [&'static ::core::primitive::str] = &$needs;
            fn new($crate::runtime::Rows(($(($($field,)*),)*)): Self::Values) -> Self {
                Self { $($($field: $field $(. $json)?),*),* }
            }
            fn entries(&self) -> impl $crate::runtime::Entries {
                $crate::runtime::Rows(($(($(&self.$field,)*),)*))
            }
        }
        $crate::object_type! { $name }
    };
    ($name:ident: $scope:ty, $needs:tt, $([$(
        ($($field:ident $(. $json:tt)?: $ty:ty = $key:literal),*)
    )*])*) => {
        impl $crate::runtime::Object for $name {
            type Scope = $scope;
            type Values = $crate::object_rows!(
                type $([$crate::runtime::Rows<($(($($ty,)*),)*)>])*
            );
            const KEYS: &'static [&'static ::core::primitive::str] = &[$($($($key),*),*),*];
            const NEEDS: &'static [&'static ::core::primitive::str] = &$needs;
            fn new(
                $crate::object_rows!(
                    value $([$crate::runtime::Rows(($(($($field,)*),)*))])*
                ): Self::Values,
            ) -> Self {
                Self { $($($($field: $field $(. $json)?),*),*),* }
            }
            fn entries(&self) -> impl $crate::runtime::Entries {
                $crate::object_rows!(
                    value $([$crate::runtime::Rows(($(($(&self.$field,)*),)*))])*
                )
            }
        }
        $crate::object_type! { $name }
    };
    ($name:ident) => {
        #[doc = " For tests: a field is null if it may be, or else an empty text or list, zero or false."]
        impl ::core::default::Default for $name {
            fn default() -> Self {
                $crate::runtime::empty_object()
            }
        }

        impl $crate::runtime::serde::Serialize for $name {
            fn serialize<S: $crate::runtime::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::runtime::serialize_object(self, serializer)
            }
        }

        impl<'de> $crate::runtime::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::runtime::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::runtime::deserialize_object(deserializer)
            }
        }
    };
}

/// The default selection of a type, read into the struct `T`.
#[derive(Debug)]
pub struct DefaultSelection<T>(PhantomData<fn() -> T>);

/// Returns the default selection that is read into the struct `T`. It can be selected if `T` is such a struct: a second check
/// here would be a second error of the compiler for one mistake.
pub const fn default_selection<T>() -> DefaultSelection<T> {
    DefaultSelection(PhantomData)
}

/// The response keys of a default selection.
#[derive(Debug)]
pub enum Keys {
    /// The fields' own names: nothing else in the selection set uses them.
    Plain,
    /// Some keys are aliases.
    Aliased(Vec<Key>),
}

impl Keys {
    fn is(&self, index: usize, key: &str, plain: &[&'static str]) -> bool {
        match self {
            Keys::Plain => plain.get(index).is_some_and(|own| *own == key),
            Keys::Aliased(keys) => keys.get(index).is_some_and(|own| *own == key),
        }
    }
}

impl<T: Object> Select<T::Scope> for DefaultSelection<T> {}

impl<T: Object> Fields for DefaultSelection<T> {
    type Out = T;
    type Plan = Keys;
    /// The index that is expected next, and the values.
    type Slot = (usize, Slots<T>);
    const WIDE: bool = true;

    fn write(self, doc: &mut Doc) -> Keys {
        doc.needs(T::NEEDS.iter().copied().map(Key::Borrowed));
        doc.default_fields(T::KEYS, is_nullable::<T>).map_or(Keys::Plain, Keys::Aliased)
    }

    #[inline]
    fn slot() -> Self::Slot {
        (0, Slots::<T>::default())
    }

    #[inline]
    fn take<'de, A: MapAccess<'de>>(
        plan: &Keys,
        key: &str,
        (next, slots): &mut Self::Slot,
        map: &mut A,
        at: &Path,
    ) -> Result<bool, A::Error> {
        if at.lenient && *next == 0 {
            all_null::<T>(slots);
        }
        // Servers answer in the order of the selection, so the next key is nearly always the expected one.
        let index = if plan.is(*next, key, T::KEYS) {
            *next
        } else {
            match (0..T::KEYS.len()).find(|index| plan.is(*index, key, T::KEYS)) {
                Some(index) => index,
                None => return Ok(false),
            }
        };
        at.at(T::Values::take(slots, index, map), || key.to_owned())?;
        *next = index + 1;
        Ok(true)
    }

    fn finish(plan: &Keys, (_, slots): Self::Slot) -> Result<T, Key> {
        T::Values::finish(slots).map(T::new).map_err(|index| match plan {
            Keys::Plain => T::KEYS.get(index).copied().unwrap_or_default().into(),
            Keys::Aliased(keys) => keys.get(index).cloned().unwrap_or_default(),
        })
    }
}

/// A default selection whose nullable keys may be missing.
struct FromJson<T>(PhantomData<T>);

impl<T: Object> Fields for FromJson<T> {
    type Out = T;
    type Plan = Keys;
    type Slot = (usize, Slots<T>);

    fn write(self, _: &mut Doc) -> Keys {
        Keys::Plain
    }

    fn slot() -> Self::Slot {
        let mut slots = Slots::<T>::default();
        all_null::<T>(&mut slots);
        (0, slots)
    }

    fn take<'de, A: MapAccess<'de>>(
        plan: &Keys,
        key: &str,
        slot: &mut Self::Slot,
        map: &mut A,
        at: &Path,
    ) -> Result<bool, A::Error> {
        DefaultSelection::<T>::take(plan, key, slot, map, at)
    }

    fn finish(plan: &Keys, slot: Self::Slot) -> Result<T, Key> {
        DefaultSelection::<T>::finish(plan, slot)
    }
}

/// Whether the field at this index may be null.
fn is_nullable<T: Object>(index: usize) -> bool {
    T::Values::take(&mut Slots::<T>::default(), index, &mut Null).is_ok()
}

/// Sets each field to null that may be null; a field that does not arrive stays null.
#[cold]
fn all_null<T: Object>(slots: &mut Slots<T>) {
    for index in 0..T::KEYS.len() {
        // A field that must not be null stays empty.
        let _ = T::Values::take(slots, index, &mut Null);
    }
}

#[cfg(test)]
#[cfg(feature = "houston")]
mod tests;
