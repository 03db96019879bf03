use std::fmt;
use std::marker::PhantomData;

use serde::de::{IgnoredAny, MapAccess};

use super::{Fields, Path, Select};
use crate::arguments::Arguments;
use crate::document::{Doc, Key};

/// The objects of type `C` among the results of the interface or union `S`.
pub struct Fragment<S, C> {
    ty: &'static str,
    of: PhantomData<fn() -> (S, C)>,
}

impl<S, C> Fragment<S, C> {
    /// Creates the fragment for the type with this name. Generated constants use this.
    pub const fn new(ty: &'static str) -> Self {
        Fragment { ty, of: PhantomData }
    }

    /// Selects `selection` on such an object. The answer is `None` for every other object, including one of a type
    /// that the schema does not have.
    pub fn of<X: Select<C>>(self, selection: X) -> On<S, C, X> {
        On { ty: self.ty, selection, of: PhantomData }
    }
}

/// An inline fragment: the selection on the objects of one type.
pub struct On<S, C, X> {
    ty: &'static str,
    selection: X,
    of: PhantomData<fn() -> (S, C)>,
}

/// Its types need no `Debug`: it holds no values of them.
impl<S, C> fmt::Debug for Fragment<S, C> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Fragment").field("ty", &self.ty).finish()
    }
}

impl<S, C, X: fmt::Debug> fmt::Debug for On<S, C, X> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let On { ty, selection, .. } = self;
        formatter.debug_struct("On").field("ty", ty).field("selection", selection).finish()
    }
}

impl<S, C, X: Fields> Select<S> for On<S, C, X> {}

impl<S, C, X: Fields> Fields for On<S, C, X> {
    type Out = Option<X::Out>;
    /// The key of the fragment's own `__typename`, which is in the answer exactly if the object is of the type.
    type Plan = (Key, X::Plan);
    type Slot = (bool, X::Slot);
    const WIDE: bool = true;

    fn write(self, doc: &mut Doc) -> Self::Plan {
        doc.fragment(self.ty, |doc| {
            let marker = doc.field(&"__typename".into(), Arguments::new());
            (marker, self.selection.write(doc))
        })
    }

    #[inline]
    fn slot() -> Self::Slot {
        (false, X::slot())
    }

    #[inline]
    fn take<'de, A: MapAccess<'de>>(
        (marker, plan): &Self::Plan,
        key: &str,
        (matched, slot): &mut Self::Slot,
        map: &mut A,
        at: &Path,
    ) -> Result<bool, A::Error> {
        if **marker != *key {
            return X::take(plan, key, slot, map, at);
        }
        map.next_value::<IgnoredAny>()?;
        *matched = true;
        Ok(true)
    }

    #[inline]
    fn finish((_, plan): &Self::Plan, (matched, slot): Self::Slot) -> Result<Self::Out, Key> {
        if matched { X::finish(plan, slot).map(Some) } else { Ok(None) }
    }
}
