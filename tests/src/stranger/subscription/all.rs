// Made by `cargo xtask codegen --schema tests/schemas/stranger.graphql --out tests/src/stranger`: run it again instead of editing.

use ::houston_client::runtime as rt;
use super::super::{argument, enums, input, object, required, scalar};
/// Selects by default: `at`.
///
/// Answers `Option<Tick>`: see [`Tick`](object::Tick).
///
/// Required: [`every`](Ticks::every).
///
/// GraphQL: `ticks(every: Int!): Tick`
pub fn ticks() -> Ticks {
    Ticks(rt::Builder::new())
}
/// The builder of `ticks`.
#[derive(Clone, Debug)]
#[must_use]
pub struct Ticks<Every = rt::Unset<argument::every>>(rt::Builder<(Every,)>);
/// [`Ticks`] with everything set that is required.
pub type TicksReady = Ticks<rt::Set>;
impl<Every> Ticks<Every> {
    /// Required. `every: Int!`
    pub fn every(self, value: impl rt::IntoArgument<rt::i32>) -> Ticks<rt::Set> {
        Ticks(self.0.with("every", "Int!", value))
    }
    /// Selects exactly this on the result, `Tick`.
    pub fn select<Selection: rt::Select<object::Tick>>(
        self,
        selection: Selection,
    ) -> rt::Nested<object::Stream, object::Tick, rt::Opt<rt::One>, Selection>
    where
        Every: required::every,
    {
        rt::Nested::new("ticks", self.0.into_arguments(), selection)
    }
}
impl<Every: required::every> rt::RootField for Ticks<Every> {
    type Root = object::Stream;
    type Selection = rt::Nested<
        object::Stream,
        object::Tick,
        rt::Opt<rt::One>,
        rt::DefaultSelection<object::Tick>,
    >;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
