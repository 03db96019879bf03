use serde::de::MapAccess;

use super::{Fields, Path, Select};
use crate::document::{Doc, Key};

impl<S, X: Select<S>> Select<S> for Vec<X> {}

/// Any number of selections of one type: the result has one value for each, in the same order.
impl<X: Fields> Fields for Vec<X> {
    type Out = Vec<X::Out>;
    type Plan = Vec<X::Plan>;
    /// The index that is expected next, and the slots of the selections before it and of it.
    type Slot = (usize, Vec<X::Slot>);
    const WIDE: bool = true;

    fn write(self, doc: &mut Doc) -> Self::Plan {
        self.into_iter().map(|one| one.write(doc)).collect()
    }

    fn slot() -> Self::Slot {
        (0, Vec::new())
    }

    fn take<'de, A: MapAccess<'de>>(
        plan: &Self::Plan,
        key: &str,
        (next, slots): &mut Self::Slot,
        map: &mut A,
        at: &Path,
    ) -> Result<bool, A::Error> {
        slots.resize_with(plan.len(), X::slot);
        // Servers answer in the order of the selection. One that may take several keys is asked for the next one as well.
        let order = (*next..plan.len()).chain(0..*next);
        for index in order {
            if X::take(&plan[index], key, &mut slots[index], map, at)? {
                *next = if X::WIDE { index } else { index + 1 };
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn finish(plan: &Self::Plan, (_, mut slots): Self::Slot) -> Result<Self::Out, Key> {
        slots.resize_with(plan.len(), X::slot);
        plan.iter().zip(slots).map(|(plan, slot)| X::finish(plan, slot)).collect()
    }
}
