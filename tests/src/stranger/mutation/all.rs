// Made by `cargo xtask codegen --schema tests/schemas/stranger.graphql --out tests/src/stranger`: run it again instead of editing.

use ::houston_client::runtime as rt;
/// Selects by default: `clientMutationId`.
///
/// Answers [`Payload`](super::super::object::Payload).
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
pub struct Change<Input = rt::Unset<super::super::argument::input>>(
    rt::Builder<(Input,)>,
);
/// [`Change`] with everything set that is required.
pub type ChangeReady = Change<rt::Set>;
impl<Input> Change<Input> {
    /// Required. `input: Cyclic!`
    pub fn input(
        self,
        value: impl rt::IntoArgument<super::super::input::Cyclic>,
    ) -> Change<rt::Set> {
        Change(self.0.with("input", "Cyclic!", value))
    }
}
impl<Input> Change<Input> {
    /// Selects exactly this on the result, `Payload!`.
    pub fn select<Selection: rt::Select<super::super::object::Payload>>(
        self,
        selection: Selection,
    ) -> rt::Nested<
        super::super::object::Changes,
        super::super::object::Payload,
        rt::One,
        Selection,
    >
    where
        Input: super::super::required::input,
    {
        rt::Nested::new("change", self.0.into_arguments(), selection)
    }
}
impl<Input: super::super::required::input> rt::RootField for Change<Input> {
    type Root = super::super::object::Changes;
    type Selection = rt::Nested<
        super::super::object::Changes,
        super::super::object::Payload,
        rt::One,
        rt::DefaultSelection<super::super::object::Payload>,
    >;
    type Partial = rt::Nested<
        super::super::object::Changes,
        super::super::object::Payload,
        <rt::One as rt::Wrap>::Nullable,
        rt::DefaultSelection<super::super::object::Payload>,
    >;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(self.select(rt::default_selection()))
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
impl Nothing {}
impl Nothing {
    /// The field, to be selected beside others.
    pub fn select(
        self,
    ) -> rt::Leaf<
        super::super::object::Changes,
        ::core::option::Option<::core::primitive::bool>,
    > {
        rt::Leaf::with("nothing", self.0.into_arguments())
    }
}
impl rt::RootField for Nothing {
    type Root = super::super::object::Changes;
    type Selection = rt::Leaf<
        super::super::object::Changes,
        ::core::option::Option<::core::primitive::bool>,
    >;
    type Partial = rt::Leaf<
        super::super::object::Changes,
        ::core::option::Option<::core::option::Option<::core::primitive::bool>>,
    >;
    fn selection(self) -> Self::Selection {
        self.select()
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(self.select())
    }
}
/// Selects by default: `id`.
///
/// Answers `Option<Node>`: see [`Node`](super::super::object::Node).
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
pub struct Same<Id = rt::Unset<super::super::argument::id>>(rt::Builder<(Id,)>);
/// [`Same`] with everything set that is required.
pub type SameReady = Same<rt::Set>;
impl<Id> Same<Id> {
    /// Required. `id: ID!`
    pub fn id(
        self,
        value: impl rt::IntoArgument<super::super::scalar::ID>,
    ) -> Same<rt::Set> {
        Same(self.0.with("id", "ID!", value))
    }
}
impl<Id> Same<Id> {
    /// Selects exactly this on the result, `Node`.
    pub fn select<Selection: rt::Select<super::super::object::Node>>(
        self,
        selection: Selection,
    ) -> rt::Nested<
        super::super::object::Changes,
        super::super::object::Node,
        rt::Opt<rt::One>,
        Selection,
    >
    where
        Id: super::super::required::id,
    {
        rt::Nested::new("same", self.0.into_arguments(), selection)
    }
}
impl<Id: super::super::required::id> rt::RootField for Same<Id> {
    type Root = super::super::object::Changes;
    type Selection = rt::Nested<
        super::super::object::Changes,
        super::super::object::Node,
        rt::Opt<rt::One>,
        rt::DefaultSelection<super::super::object::Node>,
    >;
    type Partial = rt::Nested<
        super::super::object::Changes,
        super::super::object::Node,
        <rt::Opt<rt::One> as rt::Wrap>::Nullable,
        rt::DefaultSelection<super::super::object::Node>,
    >;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(self.select(rt::default_selection()))
    }
}
