// Made by `cargo xtask codegen --schema tests/schemas/stranger.graphql --out tests/src/stranger`: run it again instead of editing.

use ::houston_client::runtime as rt;
/// Selects by default: `at`.
///
/// Answers `Option<Tick>`: see [`Tick`](super::super::object::Tick).
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
pub struct Ticks<Every = rt::Unset<super::super::argument::every>>(
    rt::Builder<(Every,)>,
);
/// [`Ticks`] with everything set that is required.
pub type TicksReady = Ticks<rt::Set>;
impl<Every> Ticks<Every> {
    /// Required. `every: Int!`
    pub fn every(
        self,
        value: impl rt::IntoArgument<::core::primitive::i32>,
    ) -> Ticks<rt::Set> {
        Ticks(self.0.with("every", "Int!", value))
    }
}
impl<Every> Ticks<Every> {
    /// Selects exactly this on the result, `Tick`.
    pub fn select<Selection: rt::Select<super::super::object::Tick>>(
        self,
        selection: Selection,
    ) -> rt::Nested<
        super::super::object::Stream,
        super::super::object::Tick,
        rt::Opt<rt::One>,
        Selection,
    >
    where
        Every: super::super::required::every,
    {
        rt::Nested::new("ticks", self.0.into_arguments(), selection)
    }
}
impl<Every: super::super::required::every> rt::RootField for Ticks<Every> {
    type Root = super::super::object::Stream;
    type Selection = rt::Nested<
        super::super::object::Stream,
        super::super::object::Tick,
        rt::Opt<rt::One>,
        rt::DefaultSelection<super::super::object::Tick>,
    >;
    type Partial = rt::Nested<
        super::super::object::Stream,
        super::super::object::Tick,
        <rt::Opt<rt::One> as rt::Wrap>::Nullable,
        rt::DefaultSelection<super::super::object::Tick>,
    >;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(self.select(rt::default_selection()))
    }
}
