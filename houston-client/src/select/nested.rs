use std::fmt;
use std::marker::PhantomData;

use serde::de::MapAccess;

use super::wrap::{Seed, Wrap};
use super::{Fields, Path, Select};
use crate::arguments::Arguments;
use crate::document::{Doc, Key};

/// The scope, the type of the result and its wrapping; a field holds no values of them.
type Of<S, C, W> = PhantomData<fn() -> (S, C, W)>;

/// A field of the GraphQL type `S` whose result has fields, of type `C`, wrapped in `W`.
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

/// Its types need no `Debug`: it holds no values of them.
impl<S, C, W> fmt::Debug for Edge<S, C, W> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Edge { name, needs, .. } = self;
        formatter.debug_struct("Edge").field("name", name).field("needs", needs).finish()
    }
}

/// Types without fields. No type with fields implements this, and it is never asked of others: it is for the compiler's
/// text.
#[diagnostic::on_unimplemented(
    message = "a field that returns `{Self}` needs a selection of its fields",
    label = "add `.of(..)` with fields of `{Self}`"
)]
pub trait WithoutFields {}

impl WithoutFields for String {}

impl<S, C: WithoutFields, W: Wrap> Select<S> for Edge<S, C, W> {}

/// Not called, because `Select` asks for a type without fields. It would read nothing, and name the field as missing.
impl<S, C, W: Wrap> Fields for Edge<S, C, W> {
    type Out = W::Of<C>;
    type Plan = Key;
    type Slot = ();

    fn write(self, _: &mut Doc) -> Key {
        self.name.into()
    }

    fn slot() {}

    fn take<'de, A: MapAccess<'de>>(
        _: &Key,
        _: &str,
        (): &mut (),
        _: &mut A,
        _: &Path,
    ) -> Result<bool, A::Error> {
        Ok(false)
    }

    fn finish(plan: &Key, (): ()) -> Result<Self::Out, Key> {
        Err(plan.clone())
    }
}

/// A field of the GraphQL type `S` with the selection on its result.
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
}

impl<S, C, W: Wrap, X> Nested<S, C, W, X> {
    /// Returns the same field, for which null is a valid result.
    pub(crate) fn nullable(self) -> Nested<S, C, W::Nullable, X> {
        let Nested { name, arguments, needs, selection, .. } = self;
        Nested { name, arguments, needs, selection, of: PhantomData }
    }
}

impl<S, C, W, X: fmt::Debug> fmt::Debug for Nested<S, C, W, X> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Nested { name, arguments, needs, selection, .. } = self;
        let mut shown = formatter.debug_struct("Nested");
        shown.field("name", name).field("arguments", arguments).field("needs", needs);
        shown.field("selection", selection).finish()
    }
}

impl<S, C, W: Wrap, X: Fields> Select<S> for Nested<S, C, W, X> {}

impl<S, C, W: Wrap, X: Fields> Fields for Nested<S, C, W, X> {
    type Out = W::Of<X::Out>;
    type Plan = (Key, X::Plan);
    type Slot = Option<Self::Out>;

    fn write(self, doc: &mut Doc) -> Self::Plan {
        doc.needs(self.needs.iter().copied().map(Key::Borrowed));
        let key = doc.field(&self.name.into(), self.arguments);
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
        let value = map.next_value_seed(Seed::<X, W>::new(&plan.1, at));
        *slot = Some(at.at(value, || key.to_owned())?);
        Ok(true)
    }

    #[inline]
    fn finish(plan: &Self::Plan, slot: Self::Slot) -> Result<Self::Out, Key> {
        slot.ok_or_else(|| plan.0.clone())
    }
}
