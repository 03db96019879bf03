//! The values of an object as a tuple, so that generated structs need no code to be read and written.

use serde::Serialize;
use serde::de::{Deserialize, DeserializeOwned, Deserializer, MapAccess};
use serde::ser::SerializeMap;

use super::value::JsonShape;

/// Values in the order of their keys: a tuple, or [`Rows`].
pub trait Values: Sized {
    /// The values while they are read.
    type Slots: Default;
    /// The number of values.
    const COUNT: usize;

    /// Reads the value at this index.
    ///
    /// # Errors
    ///
    /// Returns an error of the deserializer.
    fn take<'de, A: MapAccess<'de>>(
        slots: &mut Self::Slots,
        index: usize,
        map: &mut A,
    ) -> Result<(), A::Error>;

    /// Returns all values.
    ///
    /// # Errors
    ///
    /// Returns the index of the first missing value.
    fn finish(slots: Self::Slots) -> Result<Self, usize>;
}

/// Values to write, in the order of their keys.
pub trait Entries {
    /// Writes each value with the next key.
    ///
    /// # Errors
    ///
    /// Returns an error of the serializer.
    fn write<M: SerializeMap>(&self, keys: &mut Keys<'_>, map: &mut M) -> Result<(), M::Error>;
}

type Keys<'k> = std::slice::Iter<'k, &'static str>;

/// Tuples of tuples, for more values than one tuple holds.
#[derive(Debug)]
pub struct Rows<T>(pub T);

/// Any JSON value, with every key as a plain key.
#[derive(Debug)]
pub struct AnyJson<T>(pub T);

impl<'de, T: JsonShape> Deserialize<'de> for AnyJson<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::read(deserializer).map(AnyJson)
    }
}

/// Returns one part of a longer row. `before` counts the values of the parts before it.
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

#[cfg(test)]
mod tests {
    use serde::de::MapAccess;
    use serde::de::value::MapDeserializer;
    use serde::ser::{SerializeMap, Serializer};

    use super::{Entries, Rows, Values};

    /// Five values in rows of two, as the generator nests them.
    type Five = Rows<(Rows<((u8, u8), (u8, u8))>, Rows<((u8,),)>)>;

    /// Reads the values of these indexes: each is ten times its index.
    fn read(indexes: &[usize]) -> Result<Five, usize> {
        let mut slots = <Five as Values>::Slots::default();
        for &index in indexes {
            let value = 10 * index as u8;
            let mut map =
                MapDeserializer::<_, serde::de::value::Error>::new([("key", value)].into_iter());
            let _: Option<String> = map.next_key().unwrap();
            Five::take(&mut slots, index, &mut map).unwrap();
        }
        Five::finish(slots)
    }

    #[test]
    fn rows_of_rows_are_one_row() {
        assert_eq!(Five::COUNT, 5);
        let Rows((Rows(((a, b), (c, d))), Rows(((e,),)))) = read(&[4, 0, 2, 1, 3]).unwrap();
        assert_eq!([a, b, c, d, e], [0, 10, 20, 30, 40]);
        for missing in 0..5 {
            let others: Vec<usize> = (0..5).filter(|index| *index != missing).collect();
            assert_eq!(read(&others).unwrap_err(), missing);
        }
    }

    #[test]
    fn rows_are_written_with_the_keys_in_order() {
        let mut written = Vec::new();
        let mut serializer = serde_json::Serializer::new(&mut written);
        let mut map = serializer.serialize_map(None).unwrap();
        let entries = Rows((Rows(((&1, &2), (&3, &4))), Rows(((&5,),))));
        entries.write(&mut ["a", "b", "c", "d", "e"].iter(), &mut map).unwrap();
        map.end().unwrap();
        assert_eq!(String::from_utf8(written).unwrap(), r#"{"a":1,"b":2,"c":3,"d":4,"e":5}"#);
    }
}
