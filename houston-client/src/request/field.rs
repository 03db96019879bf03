//! One field of a root type as an operation.

use super::{OnRoot, Root, RootField, SameRoot};
use crate::select::{Fields, Leaf, Nested, Read, Wrap};

impl<R, C, W, X> RootField for Nested<R, C, W, X>
where
    R: Root + 'static,
    C: 'static,
    W: Wrap + 'static,
    X: Fields + 'static,
{
    type Root = R;
    type Selection = Self;

    fn selection(self) -> Self {
        self
    }
}

impl<R, S, C, W, X> OnRoot<R> for Nested<S, C, W, X>
where
    S: SameRoot<R> + 'static,
    C: 'static,
    W: Wrap + 'static,
    X: Fields + 'static,
{
    type Partial = Nested<S, C, W::Nullable, X>;

    fn partial(self) -> Self::Partial {
        self.nullable()
    }
}

impl<R, T, H> RootField for Leaf<R, T, H>
where
    R: Root + 'static,
    T: 'static,
    H: Read<T> + Read<Option<T>> + 'static,
{
    type Root = R;
    type Selection = Self;

    fn selection(self) -> Self {
        self
    }
}

impl<R, S, T, H> OnRoot<R> for Leaf<S, T, H>
where
    S: SameRoot<R> + 'static,
    T: 'static,
    H: Read<T> + Read<Option<T>> + 'static,
{
    type Partial = Leaf<S, Option<T>, H>;

    fn partial(self) -> Self::Partial {
        self.nullable()
    }
}
