use serde::de::MapAccess;

use super::{Fields, Leaf, Path, Plain, Read, Select};
use crate::document::{Doc, Key};

/// The name of the object's type, which can be selected on every type that has fields.
#[derive(Debug)]
pub struct Typename<T = String>(Leaf<(), T>);

/// The name of the object's type.
pub const TYPENAME: Typename = Typename(Leaf::new("__typename"));

impl<T> Typename<T> {
    /// Reads the name as another type: an enum of your own, for example.
    ///
    /// The schema no longer guarantees the type of the value: a value that does not match is a decode error.
    pub fn read_as<U>(self) -> Typename<U> {
        Typename(self.0.read_as())
    }
}

#[diagnostic::do_not_recommend]
impl<S, T> Select<S> for Typename<T> where Plain: Read<T> {}

impl<T> Fields for Typename<T>
where
    Plain: Read<T>,
{
    type Out = T;
    type Plan = Key;
    type Slot = Option<T>;

    fn write(self, doc: &mut Doc) -> Key {
        self.0.write(doc)
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
        Leaf::<(), T>::take(plan, key, slot, map, at)
    }

    #[inline]
    fn finish(plan: &Key, slot: Option<T>) -> Result<T, Key> {
        Leaf::<(), T>::finish(plan, slot)
    }
}
