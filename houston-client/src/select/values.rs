//! The values of an object, as a tuple: how generated structs are read and written without code of their own.

use serde::Serialize;
use serde::de::{Deserialize, DeserializeOwned, Deserializer, MapAccess};
use serde::ser::SerializeMap;

use super::value::JsonShape;

/// Values in the order of their keys: a tuple, or [`Rows`].
pub trait Values: Sized {
    /// The values while they come in.
    type Slots: Default;
    /// How many there are.
    const COUNT: usize;

    /// Reads the value of this index.
    ///
    /// # Errors
    ///
    /// Those of the deserializer.
    fn take<'de, A: MapAccess<'de>>(
        slots: &mut Self::Slots,
        index: usize,
        map: &mut A,
    ) -> Result<(), A::Error>;

    /// All values.
    ///
    /// # Errors
    ///
    /// The index of the first one that did not come.
    fn finish(slots: Self::Slots) -> Result<Self, usize>;
}

/// Values to be written, in the order of their keys.
pub trait Entries {
    /// Writes each with the next key.
    ///
    /// # Errors
    ///
    /// Those of the serializer.
    fn write<M: SerializeMap>(&self, keys: &mut Keys<'_>, map: &mut M) -> Result<(), M::Error>;
}

type Keys<'k> = std::slice::Iter<'k, &'static str>;

/// Tuples of tuples: more values than one tuple holds.
#[derive(Debug)]
pub struct Rows<T>(pub T);

/// A value of any JSON, in which every key is a key.
#[derive(Debug)]
pub struct AnyJson<T>(pub T);

impl<'de, T: JsonShape> Deserialize<'de> for AnyJson<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::read(deserializer).map(AnyJson)
    }
}

/// A part of a longer row, after the `before` values of other parts.
fn part<T: Values>(before: &mut usize, slots: T::Slots) -> Result<T, usize> {
    let part = T::finish(slots).map_err(|index| *before + index);
    *before += T::COUNT;
    part
}

macro_rules! tuple {
    ($($index:tt $T:ident)+) => {
        impl<$($T: DeserializeOwned),+> Values for ($($T,)+) {
            type Slots = ($(Option<$T>,)+);
            const COUNT: usize = [$($index),+].len();

            #[inline]
            fn take<'de, A: MapAccess<'de>>(
                slots: &mut Self::Slots,
                index: usize,
                map: &mut A,
            ) -> Result<(), A::Error> {
                match index {
                    $($index => slots.$index = Some(map.next_value()?),)+
                    _ => {}
                }
                Ok(())
            }

            #[inline]
            fn finish(slots: Self::Slots) -> Result<Self, usize> {
                Ok(($(slots.$index.ok_or::<usize>($index)?,)+))
            }
        }

        impl<$($T: Values),+> Values for Rows<($($T,)+)> {
            type Slots = ($($T::Slots,)+);
            const COUNT: usize = 0 $(+ $T::COUNT)+;

            #[inline]
            fn take<'de, A: MapAccess<'de>>(
                slots: &mut Self::Slots,
                mut index: usize,
                map: &mut A,
            ) -> Result<(), A::Error> {
                $(
                    if index < $T::COUNT {
                        return $T::take(&mut slots.$index, index, map);
                    }
                    index -= $T::COUNT;
                )+
                let _ = index;
                Ok(())
            }

            #[inline]
            fn finish(slots: Self::Slots) -> Result<Self, usize> {
                let mut before = 0;
                Ok(Rows(($(part::<$T>(&mut before, slots.$index)?,)+)))
            }
        }

        impl<$($T: Serialize),+> Entries for ($(&$T,)+) {
            #[inline]
            fn write<M: SerializeMap>(
                &self,
                keys: &mut Keys<'_>,
                map: &mut M,
            ) -> Result<(), M::Error> {
                $(map.serialize_entry(keys.next().unwrap_or(&""), self.$index)?;)+
                Ok(())
            }
        }

        impl<$($T: Entries),+> Entries for Rows<($($T,)+)> {
            #[inline]
            fn write<M: SerializeMap>(
                &self,
                keys: &mut Keys<'_>,
                map: &mut M,
            ) -> Result<(), M::Error> {
                $(self.0.$index.write(keys, map)?;)+
                Ok(())
            }
        }
    };
}

tuple! { 0 A0 }
tuple! { 0 A0 1 A1 }
tuple! { 0 A0 1 A1 2 A2 }
tuple! { 0 A0 1 A1 2 A2 3 A3 }
tuple! { 0 A0 1 A1 2 A2 3 A3 4 A4 }
tuple! { 0 A0 1 A1 2 A2 3 A3 4 A4 5 A5 }
tuple! { 0 A0 1 A1 2 A2 3 A3 4 A4 5 A5 6 A6 }
tuple! { 0 A0 1 A1 2 A2 3 A3 4 A4 5 A5 6 A6 7 A7 }
tuple! { 0 A0 1 A1 2 A2 3 A3 4 A4 5 A5 6 A6 7 A7 8 A8 }
tuple! { 0 A0 1 A1 2 A2 3 A3 4 A4 5 A5 6 A6 7 A7 8 A8 9 A9 }
tuple! { 0 A0 1 A1 2 A2 3 A3 4 A4 5 A5 6 A6 7 A7 8 A8 9 A9 10 A10 }
tuple! { 0 A0 1 A1 2 A2 3 A3 4 A4 5 A5 6 A6 7 A7 8 A8 9 A9 10 A10 11 A11 }
