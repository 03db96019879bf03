use serde::de::MapAccess;

use super::{Fields, Path, Select};
use crate::document::{Doc, Key};

// The slot holds the index of the member that is expected next: an answer in the order of the selection costs one
// comparison for each key. A wide member may take more keys, so the index stays on it.
macro_rules! tuples { ($($len:literal: $($member:ident $index:tt),+;)+) => { $(
    impl<S, $($member: Select<S>),+> Select<S> for ($($member,)+) {}

    impl<$($member: Fields),+> Fields for ($($member,)+) {
        type Out = ($($member::Out,)+);
        type Plan = ($($member::Plan,)+);
        type Slot = (u8, ($($member::Slot,)+));
        const WIDE: bool = true;

        fn write(self, doc: &mut Doc) -> Self::Plan {
            ($(self.$index.write(doc),)+)
        }

        #[inline]
        fn slot() -> Self::Slot {
            (0, ($($member::slot(),)+))
        }

        #[inline]
        fn take<'de, Map: MapAccess<'de>>(
            plan: &Self::Plan,
            key: &str,
            slot: &mut Self::Slot,
            map: &mut Map,
            at: &Path,
        ) -> Result<bool, Map::Error> {
            let mut member = slot.0;
            for _ in 0..$len {
                let taken = match member {
                    $($index => {
                        let taken = $member::take(&plan.$index, key, &mut slot.1.$index, map, at)?;
                        (taken, $member::WIDE)
                    })+
                    _ => (false, false),
                };
                let next = if member + 1 == $len { 0 } else { member + 1 };
                if let (true, wide) = taken {
                    slot.0 = if wide { member } else { next };
                    return Ok(true);
                }
                member = next;
            }
            Ok(false)
        }

        #[inline]
        fn finish(plan: &Self::Plan, slot: Self::Slot) -> Result<Self::Out, Key> {
            Ok(($($member::finish(&plan.$index, slot.1.$index)?,)+))
        }
    }
)+ } }

tuples! {
    1: A 0;
    2: A 0, B 1;
    3: A 0, B 1, C 2;
    4: A 0, B 1, C 2, D 3;
    5: A 0, B 1, C 2, D 3, E 4;
    6: A 0, B 1, C 2, D 3, E 4, F 5;
    7: A 0, B 1, C 2, D 3, E 4, F 5, G 6;
    8: A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7;
    9: A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8;
    10: A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9;
    11: A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10;
    12: A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10, L 11;
    13: A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10, L 11, M 12;
    14: A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10, L 11, M 12, N 13;
    15: A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10, L 11, M 12, N 13, O 14;
    16: A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10, L 11, M 12, N 13, O 14, P 15;
}
