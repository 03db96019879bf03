// Made by `cargo xtask codegen --schema tests/schemas/stranger.graphql --out tests/src/stranger`: run it again instead of editing.

use ::houston_client::runtime as rt;
use super::super::{argument, enums, input, object, required, scalar};
/// Selects by default: `clientMutationId`.
///
/// Answers [`Payload`](object::Payload).
///
/// Required: [`input`](Change::input).
///
/// GraphQL: `change(input: Cyclic!): Payload!`
pub fn change() -> Change {
    Change(rt::Builder::new())
}
/// The builder of `change`.
#[derive(Clone, Debug)]
#[must_use]
pub struct Change<Input = rt::Unset<argument::input>>(rt::Builder<(Input,)>);
/// [`Change`] with everything set that is required.
pub type ChangeReady = Change<rt::Set>;
impl<Input> Change<Input> {
    /// Required. `input: Cyclic!`
    pub fn input(self, value: impl rt::IntoArgument<input::Cyclic>) -> Change<rt::Set> {
        Change(self.0.with("input", "Cyclic!", value))
    }
    /// Selects exactly this on the result, `Payload!`.
    pub fn select<Selection: rt::Select<object::Payload>>(
        self,
        selection: Selection,
    ) -> rt::Nested<object::Changes, object::Payload, rt::One, Selection>
    where
        Input: required::input,
    {
        rt::Nested::new("change", self.0.into_arguments(), selection)
    }
}
impl<Input: required::input> rt::RootField for Change<Input> {
    type Root = object::Changes;
    type Selection = rt::Nested<
        object::Changes,
        object::Payload,
        rt::One,
        rt::DefaultSelection<object::Payload>,
    >;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
///
/// Answers `Option<bool>`.
///
/// No argument is required.
///
/// GraphQL: `nothing: Boolean`
#[deprecated(note = "Use \\<b\\>change\\</b\\>, see \\`\\`\\`fn main() {}\\`\\`\\`.")]
pub fn nothing() -> Nothing {
    Nothing(rt::Builder::new())
}
/// The builder of `nothing`.
#[derive(Clone, Debug)]
#[must_use]
pub struct Nothing(rt::Builder<()>);
impl Nothing {
    /// The field, to be selected beside others.
    pub fn select(self) -> rt::Leaf<object::Changes, rt::Option<rt::bool>> {
        rt::Leaf::with("nothing", self.0.into_arguments())
    }
}
impl rt::RootField for Nothing {
    type Root = object::Changes;
    type Selection = rt::Leaf<object::Changes, rt::Option<rt::bool>>;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select()
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
/// Selects by default: `id`.
///
/// Answers `Option<Node>`: see [`Node`](object::Node).
///
/// Required: [`id`](Same::id).
///
/// GraphQL: `same(id: ID!): Node`
pub fn same() -> Same {
    Same(rt::Builder::new())
}
/// The builder of `same`.
#[derive(Clone, Debug)]
#[must_use]
pub struct Same<Id = rt::Unset<argument::id>>(rt::Builder<(Id,)>);
/// [`Same`] with everything set that is required.
pub type SameReady = Same<rt::Set>;
impl<Id> Same<Id> {
    /// Required. `id: ID!`
    pub fn id(self, value: impl rt::IntoArgument<scalar::ID>) -> Same<rt::Set> {
        Same(self.0.with("id", "ID!", value))
    }
    /// Selects exactly this on the result, `Node`.
    pub fn select<Selection: rt::Select<object::Node>>(
        self,
        selection: Selection,
    ) -> rt::Nested<object::Changes, object::Node, rt::Opt<rt::One>, Selection>
    where
        Id: required::id,
    {
        rt::Nested::new("same", self.0.into_arguments(), selection)
    }
}
impl<Id: required::id> rt::RootField for Same<Id> {
    type Root = object::Changes;
    type Selection = rt::Nested<
        object::Changes,
        object::Node,
        rt::Opt<rt::One>,
        rt::DefaultSelection<object::Node>,
    >;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
