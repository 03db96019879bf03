use std::marker::PhantomData;

use serde::de::MapAccess;

use super::wrap::{Seed, Wrap};
use super::{Path, Select};
use crate::arguments::Arguments;
use crate::document::{Doc, Key};

/// The scope, the type of the result and its wrapping; a field holds no values of them.
type Of<S, C, W> = PhantomData<fn() -> (S, C, W)>;

/// A field of the GraphQL type `S` whose result has fields, of type `C`, wrapped in `W`.
#[derive(Debug)]
pub struct Edge<S, C, W> {
    name: &'static str,
    needs: &'static [&'static str],
    of: Of<S, C, W>,
}

impl<S, C, W> Edge<S, C, W> {
    /// Creates the field with this name. Generated constants use this.
    pub const fn new(name: &'static str) -> Self {
        Edge { name, needs: &[], of: PhantomData }
    }

    /// Returns the same field, with the fields that the server needs beside it to compute its value. Requests select
    /// them as well. Generated code uses this.
    pub const fn needs(mut self, fields: &'static [&'static str]) -> Self {
        self.needs = fields;
        self
    }

    /// Selects `selection` on the field's result.
    pub fn of<X: Select<C>>(self, selection: X) -> Nested<S, C, W, X> {
        Nested::new(self.name, Arguments::new(), selection).needs(self.needs)
    }
}

/// Types whose values are selected without a selection of their fields. GraphQL has none: this is for the compiler's text.
#[diagnostic::on_unimplemented(
    message = "a field that returns `{Self}` needs a selection of its fields",
    label = "add `.of(..)` with fields of `{Self}`"
)]
pub trait SelectedWhole {
    /// Not called, because no type implements this.
    fn never() -> !;
}

impl<S, C: SelectedWhole, W> Select<S> for Edge<S, C, W> {
    type Out = ();
    type Plan = ();
    type Slot = ();

    fn write(&self, _: &mut Doc) {
        C::never()
    }

    fn slot() {
        C::never()
    }

    fn take<'de, A: MapAccess<'de>>(
        (): &(),
        _: &str,
        (): &mut (),
        _: &mut A,
        _: &Path,
    ) -> Result<bool, A::Error> {
        C::never()
    }

    fn finish((): &(), (): ()) -> Result<(), Key> {
        C::never()
    }
}

/// A field of the GraphQL type `S` with the selection on its result.
#[derive(Debug)]
pub struct Nested<S, C, W, X> {
    name: &'static str,
    arguments: Arguments,
    needs: &'static [&'static str],
    selection: X,
    of: Of<S, C, W>,
}

impl<S, C, W, X: Select<C>> Nested<S, C, W, X> {
    /// Creates the field. Generated builders use this.
    pub fn new(name: &'static str, arguments: Arguments, selection: X) -> Self {
        Nested { name, arguments, needs: &[], selection, of: PhantomData }
    }

    /// Returns the same field, with the fields that the server needs beside it to compute its value. Requests select
    /// them as well. Generated code uses this.
    pub fn needs(self, fields: &'static [&'static str]) -> Self {
        Nested { needs: fields, ..self }
    }

    /// Returns the same field, for which null is a valid result.
    pub(crate) fn nullable(self) -> Nested<S, C, W::Nullable, X>
    where
        W: Wrap,
    {
        Nested::new(self.name, self.arguments, self.selection).needs(self.needs)
    }
}

impl<S, C, W: Wrap, X: Select<C>> Select<S> for Nested<S, C, W, X> {
    type Out = W::Of<X::Out>;
    type Plan = (Key, X::Plan);
    type Slot = Option<Self::Out>;

    fn write(&self, doc: &mut Doc) -> Self::Plan {
        doc.needs(self.needs.iter().copied().map(Key::Borrowed));
        let key = doc.field(&self.name.into(), &self.arguments);
        (key, doc.selection_set(|doc| self.selection.write(doc)))
    }

    #[inline]
    fn slot() -> Self::Slot {
        None
    }

    #[inline]
    fn take<'de, A: MapAccess<'de>>(
        plan: &Self::Plan,
        key: &str,
        slot: &mut Self::Slot,
        map: &mut A,
        at: &Path,
    ) -> Result<bool, A::Error> {
        if *plan.0 != *key {
            return Ok(false);
        }
        let value = map.next_value_seed(Seed::<C, X, W>::new(&plan.1, at));
        *slot = Some(at.at(value, || key.to_owned())?);
        Ok(true)
    }

    #[inline]
    fn finish(plan: &Self::Plan, slot: Self::Slot) -> Result<Self::Out, Key> {
        slot.ok_or_else(|| plan.0.clone())
    }
}
