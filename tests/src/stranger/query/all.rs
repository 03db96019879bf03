// Made by `cargo xtask codegen --schema tests/schemas/stranger.graphql --out tests/src/stranger`: run it again instead of editing.

use ::houston_client::runtime as rt;
use super::super::{argument, enums, input, object, required, scalar};
///
/// Answers `Option<i32>`.
///
/// No argument is required.
///
/// GraphQL: `FooBar: Int`
pub fn foo_bar_2() -> FooBar {
    FooBar(rt::Builder::new())
}
/// The builder of `FooBar`.
#[derive(Clone, Debug)]
#[must_use]
pub struct FooBar(rt::Builder<()>);
impl FooBar {
    /// The field, to be selected beside others.
    pub fn select(self) -> rt::Leaf<object::Root, rt::Option<rt::i32>> {
        rt::Leaf::with("FooBar", self.0.into_arguments())
    }
}
impl rt::RootField for FooBar {
    type Root = object::Root;
    type Selection = rt::Leaf<object::Root, rt::Option<rt::i32>>;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select()
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
/// Selects by default: `id`, `name`, `type`, `typename`, `String`, `_1`.
///
/// Answers `Option<Self_>`: see [`Self_`](object::Self_).
///
/// No argument is required.
///
/// GraphQL: `Self: Self`
pub fn self_2() -> Self_ {
    Self_(rt::Builder::new())
}
/// The builder of `Self`.
#[derive(Clone, Debug)]
#[must_use]
pub struct Self_(rt::Builder<()>);
impl Self_ {
    /// Selects exactly this on the result, `Self`.
    pub fn select<Selection: rt::Select<object::Self_>>(
        self,
        selection: Selection,
    ) -> rt::Nested<object::Root, object::Self_, rt::Opt<rt::One>, Selection> {
        rt::Nested::new("Self", self.0.into_arguments(), selection)
    }
}
impl rt::RootField for Self_ {
    type Root = object::Root;
    type Selection = rt::Nested<
        object::Root,
        object::Self_,
        rt::Opt<rt::One>,
        rt::DefaultSelection<object::Self_>,
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
/// GraphQL: `_: Boolean`
pub fn __() -> __2 {
    __2(rt::Builder::new())
}
/// The builder of `_`.
#[derive(Clone, Debug)]
#[must_use]
pub struct __2(rt::Builder<()>);
impl __2 {
    /// The field, to be selected beside others.
    pub fn select(self) -> rt::Leaf<object::Root, rt::Option<rt::bool>> {
        rt::Leaf::with("_", self.0.into_arguments())
    }
}
impl rt::RootField for __2 {
    type Root = object::Root;
    type Selection = rt::Leaf<object::Root, rt::Option<rt::bool>>;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select()
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
///
/// Answers `Option<i32>`.
///
/// No argument is required.
///
/// GraphQL: `_1: Int`
pub fn _1() -> _1_2 {
    _1_2(rt::Builder::new())
}
/// The builder of `_1`.
#[derive(Clone, Debug)]
#[must_use]
pub struct _1_2(rt::Builder<()>);
impl _1_2 {
    /// The field, to be selected beside others.
    pub fn select(self) -> rt::Leaf<object::Root, rt::Option<rt::i32>> {
        rt::Leaf::with("_1", self.0.into_arguments())
    }
}
impl rt::RootField for _1_2 {
    type Root = object::Root;
    type Selection = rt::Leaf<object::Root, rt::Option<rt::i32>>;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select()
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
///
/// Answers `Option<ID>`: see [`ID`](scalar::ID).
///
/// No argument is required.
///
/// GraphQL: `_id: ID`
pub fn _id() -> _Id {
    _Id(rt::Builder::new())
}
/// The builder of `_id`.
#[derive(Clone, Debug)]
#[must_use]
pub struct _Id(rt::Builder<()>);
impl _Id {
    /// The field, to be selected beside others.
    pub fn select(self) -> rt::Leaf<object::Root, rt::Option<scalar::ID>> {
        rt::Leaf::with("_id", self.0.into_arguments())
    }
}
impl rt::RootField for _Id {
    type Root = object::Root;
    type Selection = rt::Leaf<object::Root, rt::Option<scalar::ID>>;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select()
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
///
/// Answers `Option<String>`.
///
/// No argument is required.
///
/// GraphQL: `as: String`
pub fn r#as() -> As {
    As(rt::Builder::new())
}
/// The builder of `as`.
#[derive(Clone, Debug)]
#[must_use]
pub struct As(rt::Builder<()>);
impl As {
    /// The field, to be selected beside others.
    pub fn select(self) -> rt::Leaf<object::Root, rt::Option<rt::String>> {
        rt::Leaf::with("as", self.0.into_arguments())
    }
}
impl rt::RootField for As {
    type Root = object::Root;
    type Selection = rt::Leaf<object::Root, rt::Option<rt::String>>;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select()
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
/// Selects by default: `row`, `column`.
///
/// Answers `Option<Vec<Vec<Vec<Option<Cell>>>>>`: see [`Cell`](object::Cell).
///
/// Required: [`matrix`](Deep::matrix).
///
/// GraphQL: `deep(matrix: [[[CellInput!]!]]!): [[[Cell]!]!]`
pub fn deep() -> Deep {
    Deep(rt::Builder::new())
}
/// The builder of `deep`.
#[derive(Clone, Debug)]
#[must_use]
pub struct Deep<Matrix = rt::Unset<argument::matrix>>(rt::Builder<(Matrix,)>);
/// [`Deep`] with everything set that is required.
pub type DeepReady = Deep<rt::Set>;
impl<Matrix> Deep<Matrix> {
    /// Required. `matrix: [[[CellInput!]!]]!`
    pub fn matrix(
        self,
        value: impl rt::IntoArgument<
            rt::NullableItems<rt::Vec<rt::Vec<input::CellInput>>>,
        >,
    ) -> Deep<rt::Set> {
        Deep(self.0.with("matrix", "[[[CellInput!]!]]!", value))
    }
    /// Selects exactly this on the result, `[[[Cell]!]!]`.
    pub fn select<Selection: rt::Select<object::Cell>>(
        self,
        selection: Selection,
    ) -> rt::Nested<
        object::Root,
        object::Cell,
        rt::Opt<rt::List<rt::List<rt::List<rt::Opt<rt::One>>>>>,
        Selection,
    >
    where
        Matrix: required::matrix,
    {
        rt::Nested::new("deep", self.0.into_arguments(), selection)
    }
}
impl<Matrix: required::matrix> rt::RootField for Deep<Matrix> {
    type Root = object::Root;
    type Selection = rt::Nested<
        object::Root,
        object::Cell,
        rt::Opt<rt::List<rt::List<rt::List<rt::Opt<rt::One>>>>>,
        rt::DefaultSelection<object::Cell>,
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
/// Answers `Option<i32>`.
///
/// No argument is required.
///
/// GraphQL: `fooBar: Int`
pub fn foo_bar_3() -> FooBar_2 {
    FooBar_2(rt::Builder::new())
}
/// The builder of `fooBar`.
#[derive(Clone, Debug)]
#[must_use]
pub struct FooBar_2(rt::Builder<()>);
impl FooBar_2 {
    /// The field, to be selected beside others.
    pub fn select(self) -> rt::Leaf<object::Root, rt::Option<rt::i32>> {
        rt::Leaf::with("fooBar", self.0.into_arguments())
    }
}
impl rt::RootField for FooBar_2 {
    type Root = object::Root;
    type Selection = rt::Leaf<object::Root, rt::Option<rt::i32>>;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select()
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
///
/// Answers `Option<i32>`.
///
/// No argument is required.
///
/// GraphQL: `foo_bar: Int`
pub fn foo_bar() -> FooBar_3 {
    FooBar_3(rt::Builder::new())
}
/// The builder of `foo_bar`.
#[derive(Clone, Debug)]
#[must_use]
pub struct FooBar_3(rt::Builder<()>);
impl FooBar_3 {
    /// The field, to be selected beside others.
    pub fn select(self) -> rt::Leaf<object::Root, rt::Option<rt::i32>> {
        rt::Leaf::with("foo_bar", self.0.into_arguments())
    }
}
impl rt::RootField for FooBar_3 {
    type Root = object::Root;
    type Selection = rt::Leaf<object::Root, rt::Option<rt::i32>>;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select()
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
///
/// Answers `Option<i32>`.
///
/// Required: [`rt`](Gen::rt).
///
/// GraphQL: `gen(rt: Int!, gen: Int): Int`
pub fn r#gen() -> Gen {
    Gen(rt::Builder::new())
}
/// The builder of `gen`.
#[derive(Clone, Debug)]
#[must_use]
pub struct Gen<Rt = rt::Unset<argument::rt_2>>(rt::Builder<(Rt,)>);
/// [`Gen`] with everything set that is required.
pub type GenReady = Gen<rt::Set>;
impl<Rt> Gen<Rt> {
    /// Required. `rt: Int!`
    pub fn rt(self, value: impl rt::IntoArgument<rt::i32>) -> Gen<rt::Set> {
        Gen(self.0.with("rt", "Int!", value))
    }
    /// `gen: Int`
    pub fn r#gen(self, value: impl rt::IntoArgument<rt::i32>) -> Self {
        Self(self.0.with("gen", "Int", value))
    }
    /// Sends null for `gen`: not the same as not sending it.
    pub fn gen_null(self) -> Self {
        Self(self.0.null("gen", "Int"))
    }
    /// As [`r#gen`](Self::gen), when there is a value.
    pub fn maybe_gen(self, value: rt::Option<impl rt::IntoArgument<rt::i32>>) -> Self {
        Self(self.0.maybe("gen", "Int", value))
    }
    /// The field, to be selected beside others.
    pub fn select(self) -> rt::Leaf<object::Root, rt::Option<rt::i32>>
    where
        Rt: required::rt_2,
    {
        rt::Leaf::with("gen", self.0.into_arguments())
    }
}
impl<Rt: required::rt_2> rt::RootField for Gen<Rt> {
    type Root = object::Root;
    type Selection = rt::Leaf<object::Root, rt::Option<rt::i32>>;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select()
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
///
/// Answers [`ID`](scalar::ID).
///
/// No argument is required.
///
/// GraphQL: `id: ID!`
pub fn id() -> Id {
    Id(rt::Builder::new())
}
/// The builder of `id`.
#[derive(Clone, Debug)]
#[must_use]
pub struct Id(rt::Builder<()>);
impl Id {
    /// The field, to be selected beside others.
    pub fn select(self) -> rt::Leaf<object::Root, scalar::ID> {
        rt::Leaf::with("id", self.0.into_arguments())
    }
}
impl rt::RootField for Id {
    type Root = object::Root;
    type Selection = rt::Leaf<object::Root, scalar::ID>;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select()
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
/// A builder of the same name as its argument, and as its parameter in `select`.
///
/// Selects by default: `ok`, `err`, `rt`.
///
/// Answers `Option<Result>`: see [`Result`](object::Result).
///
/// Required: [`label`](Label::label), [`selection`](Label::selection).
///
/// GraphQL: `label(label: String!, selection: Int!): Result`
pub fn label() -> Label {
    Label(rt::Builder::new())
}
/// The builder of `label`.
#[derive(Clone, Debug)]
#[must_use]
pub struct Label<
    Label_2 = rt::Unset<argument::label>,
    Selection_2 = rt::Unset<argument::selection_3>,
>(
    rt::Builder<(Label_2, Selection_2)>,
);
/// [`Label`] with everything set that is required.
pub type LabelReady = Label<rt::Set, rt::Set>;
impl<Label_2, Selection_2> Label<Label_2, Selection_2> {
    /// Required. `label: String!`
    pub fn label(
        self,
        value: impl rt::IntoArgument<rt::String>,
    ) -> Label<rt::Set, Selection_2> {
        Label(self.0.with("label", "String!", value))
    }
    /// Required. `selection: Int!`
    pub fn selection(
        self,
        value: impl rt::IntoArgument<rt::i32>,
    ) -> Label<Label_2, rt::Set> {
        Label(self.0.with("selection", "Int!", value))
    }
    /// Selects exactly this on the result, `Result`.
    pub fn select<Selection: rt::Select<object::Result>>(
        self,
        selection: Selection,
    ) -> rt::Nested<object::Root, object::Result, rt::Opt<rt::One>, Selection>
    where
        Label_2: required::label,
        Selection_2: required::selection_3,
    {
        rt::Nested::new("label", self.0.into_arguments(), selection)
    }
}
impl<Label_2: required::label, Selection_2: required::selection_3> rt::RootField
for Label<Label_2, Selection_2> {
    type Root = object::Root;
    type Selection = rt::Nested<
        object::Root,
        object::Result,
        rt::Opt<rt::One>,
        rt::DefaultSelection<object::Result>,
    >;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
/// Selects by default: `id`.
///
/// Answers `Option<Node>`: see [`Node`](object::Node).
///
/// Required: [`id`](Node::id).
///
/// GraphQL: `node(id: ID!): Node`
pub fn node() -> Node {
    Node(rt::Builder::new())
}
/// The builder of `node`.
#[derive(Clone, Debug)]
#[must_use]
pub struct Node<Id = rt::Unset<argument::id>>(rt::Builder<(Id,)>);
/// [`Node`] with everything set that is required.
pub type NodeReady = Node<rt::Set>;
impl<Id> Node<Id> {
    /// Required. `id: ID!`
    pub fn id(self, value: impl rt::IntoArgument<scalar::ID>) -> Node<rt::Set> {
        Node(self.0.with("id", "ID!", value))
    }
    /// Selects exactly this on the result, `Node`.
    pub fn select<Selection: rt::Select<object::Node>>(
        self,
        selection: Selection,
    ) -> rt::Nested<object::Root, object::Node, rt::Opt<rt::One>, Selection>
    where
        Id: required::id,
    {
        rt::Nested::new("node", self.0.into_arguments(), selection)
    }
}
impl<Id: required::id> rt::RootField for Node<Id> {
    type Root = object::Root;
    type Selection = rt::Nested<
        object::Root,
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
/// A setter that another's null takes.
///
/// Answers `Option<bool>`.
///
/// No argument is required.
///
/// GraphQL: `nulls(maybe_x: Int, x: Int, x_null: Int): Boolean`
pub fn nulls() -> Nulls {
    Nulls(rt::Builder::new())
}
/// The builder of `nulls`.
#[derive(Clone, Debug)]
#[must_use]
pub struct Nulls(rt::Builder<()>);
impl Nulls {
    /// `maybe_x: Int`
    pub fn maybe_x(self, value: impl rt::IntoArgument<rt::i32>) -> Self {
        Self(self.0.with("maybe_x", "Int", value))
    }
    /// Sends null for `maybe_x`: not the same as not sending it.
    pub fn maybe_x_null(self) -> Self {
        Self(self.0.null("maybe_x", "Int"))
    }
    /// As [`maybe_x`](Self::maybe_x), when there is a value.
    pub fn maybe_maybe_x(
        self,
        value: rt::Option<impl rt::IntoArgument<rt::i32>>,
    ) -> Self {
        Self(self.0.maybe("maybe_x", "Int", value))
    }
    /// `x: Int`
    pub fn x(self, value: impl rt::IntoArgument<rt::i32>) -> Self {
        Self(self.0.with("x", "Int", value))
    }
    /// Sends null for `x`: not the same as not sending it.
    pub fn x_null_2(self) -> Self {
        Self(self.0.null("x", "Int"))
    }
    /// As [`x`](Self::x), when there is a value.
    pub fn maybe_x_2(self, value: rt::Option<impl rt::IntoArgument<rt::i32>>) -> Self {
        Self(self.0.maybe("x", "Int", value))
    }
    /// `x_null: Int`
    pub fn x_null(self, value: impl rt::IntoArgument<rt::i32>) -> Self {
        Self(self.0.with("x_null", "Int", value))
    }
    /// Sends null for `x_null`: not the same as not sending it.
    pub fn x_null_null(self) -> Self {
        Self(self.0.null("x_null", "Int"))
    }
    /// As [`x_null`](Self::x_null), when there is a value.
    pub fn maybe_x_null_2(
        self,
        value: rt::Option<impl rt::IntoArgument<rt::i32>>,
    ) -> Self {
        Self(self.0.maybe("x_null", "Int", value))
    }
    /// The field, to be selected beside others.
    pub fn select(self) -> rt::Leaf<object::Root, rt::Option<rt::bool>> {
        rt::Leaf::with("nulls", self.0.into_arguments())
    }
}
impl rt::RootField for Nulls {
    type Root = object::Root;
    type Selection = rt::Leaf<object::Root, rt::Option<rt::bool>>;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select()
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
/// Selects by default: `input`, `required`.
///
/// Answers `Option<Object>`: see [`Object`](object::Object).
///
/// Required: [`input`](Object::input).
///
/// GraphQL: `object(input: input!): object`
pub fn object() -> Object {
    Object(rt::Builder::new())
}
/// The builder of `object`.
#[derive(Clone, Debug)]
#[must_use]
pub struct Object<Input = rt::Unset<argument::input>>(rt::Builder<(Input,)>);
/// [`Object`] with everything set that is required.
pub type ObjectReady = Object<rt::Set>;
impl<Input> Object<Input> {
    /// Required. `input: input!`
    pub fn input(self, value: impl rt::IntoArgument<input::Input>) -> Object<rt::Set> {
        Object(self.0.with("input", "input!", value))
    }
    /// Selects exactly this on the result, `object`.
    pub fn select<Selection: rt::Select<object::Object>>(
        self,
        selection: Selection,
    ) -> rt::Nested<object::Root, object::Object, rt::Opt<rt::One>, Selection>
    where
        Input: required::input,
    {
        rt::Nested::new("object", self.0.into_arguments(), selection)
    }
}
impl<Input: required::input> rt::RootField for Object<Input> {
    type Root = object::Root;
    type Selection = rt::Nested<
        object::Root,
        object::Object,
        rt::Opt<rt::One>,
        rt::DefaultSelection<object::Object>,
    >;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
/// Selects by default: `__typename`.
///
/// Answers [`Root`](object::Root).
///
/// No argument is required.
///
/// GraphQL: `relay: Root!`
pub fn relay() -> Relay {
    Relay(rt::Builder::new())
}
/// The builder of `relay`.
#[derive(Clone, Debug)]
#[must_use]
pub struct Relay(rt::Builder<()>);
impl Relay {
    /// Selects exactly this on the result, `Root!`.
    pub fn select<Selection: rt::Select<object::Root>>(
        self,
        selection: Selection,
    ) -> rt::Nested<object::Root, object::Root, rt::One, Selection> {
        rt::Nested::new("relay", self.0.into_arguments(), selection)
    }
}
impl rt::RootField for Relay {
    type Root = object::Root;
    type Selection = rt::Nested<
        object::Root,
        object::Root,
        rt::One,
        rt::DefaultSelection<object::Root>,
    >;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
/// Selects by default: `__typename`.
///
/// Answers `Option<Vec<Hit>>`: see [`Hit`](object::Hit).
///
/// Required: [`by`](Search::by).
///
/// GraphQL: `search(by: SearchBy!, first: Int! = 10): [Hit!]`
pub fn search() -> Search {
    Search(rt::Builder::new())
}
/// The builder of `search`.
#[derive(Clone, Debug)]
#[must_use]
pub struct Search<By = rt::Unset<argument::by>>(rt::Builder<(By,)>);
/// [`Search`] with everything set that is required.
pub type SearchReady = Search<rt::Set>;
impl<By> Search<By> {
    /// Required. `by: SearchBy!`
    pub fn by(self, value: impl rt::IntoArgument<input::SearchBy>) -> Search<rt::Set> {
        Search(self.0.with("by", "SearchBy!", value))
    }
    /// `first: Int! = 10`
    pub fn first(self, value: impl rt::IntoArgument<rt::i32>) -> Self {
        Self(self.0.with("first", "Int!", value))
    }
    /// As [`first`](Self::first), when there is a value.
    pub fn maybe_first(self, value: rt::Option<impl rt::IntoArgument<rt::i32>>) -> Self {
        Self(self.0.maybe("first", "Int!", value))
    }
    /// Selects exactly this on the result, `[Hit!]`.
    pub fn select<Selection: rt::Select<object::Hit>>(
        self,
        selection: Selection,
    ) -> rt::Nested<object::Root, object::Hit, rt::Opt<rt::List<rt::One>>, Selection>
    where
        By: required::by,
    {
        rt::Nested::new("search", self.0.into_arguments(), selection)
    }
}
impl<By: required::by> rt::RootField for Search<By> {
    type Root = object::Root;
    type Selection = rt::Nested<
        object::Root,
        object::Hit,
        rt::Opt<rt::List<rt::One>>,
        rt::DefaultSelection<object::Hit>,
    >;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
/// Selects by default: `value`, `extended`.
///
/// Answers `Vec<Option>`: see [`Option`](object::Option).
///
/// Required: [`select_2`](Select::select_2).
///
/// GraphQL: `select(select: ID!, clone: String, into_argument: String, request: String): [Option!]!`
pub fn select() -> Select {
    Select(rt::Builder::new())
}
/// The builder of `select`.
#[derive(Clone, Debug)]
#[must_use]
pub struct Select<Select_2 = rt::Unset<argument::select_2>>(rt::Builder<(Select_2,)>);
/// [`Select`] with everything set that is required.
pub type SelectReady = Select<rt::Set>;
impl<Select_2> Select<Select_2> {
    /// Required. `select: ID!`
    pub fn select_2(self, value: impl rt::IntoArgument<scalar::ID>) -> Select<rt::Set> {
        Select(self.0.with("select", "ID!", value))
    }
    /// `clone: String`
    pub fn clone_2(self, value: impl rt::IntoArgument<rt::String>) -> Self {
        Self(self.0.with("clone", "String", value))
    }
    /// Sends null for `clone`: not the same as not sending it.
    pub fn clone_2_null(self) -> Self {
        Self(self.0.null("clone", "String"))
    }
    /// As [`clone_2`](Self::clone_2), when there is a value.
    pub fn maybe_clone_2(
        self,
        value: rt::Option<impl rt::IntoArgument<rt::String>>,
    ) -> Self {
        Self(self.0.maybe("clone", "String", value))
    }
    /// `into_argument: String`
    pub fn into_argument_2(self, value: impl rt::IntoArgument<rt::String>) -> Self {
        Self(self.0.with("into_argument", "String", value))
    }
    /// Sends null for `into_argument`: not the same as not sending it.
    pub fn into_argument_2_null(self) -> Self {
        Self(self.0.null("into_argument", "String"))
    }
    /// As [`into_argument_2`](Self::into_argument_2), when there is a value.
    pub fn maybe_into_argument_2(
        self,
        value: rt::Option<impl rt::IntoArgument<rt::String>>,
    ) -> Self {
        Self(self.0.maybe("into_argument", "String", value))
    }
    /// `request: String`
    pub fn request_2(self, value: impl rt::IntoArgument<rt::String>) -> Self {
        Self(self.0.with("request", "String", value))
    }
    /// Sends null for `request`: not the same as not sending it.
    pub fn request_2_null(self) -> Self {
        Self(self.0.null("request", "String"))
    }
    /// As [`request_2`](Self::request_2), when there is a value.
    pub fn maybe_request_2(
        self,
        value: rt::Option<impl rt::IntoArgument<rt::String>>,
    ) -> Self {
        Self(self.0.maybe("request", "String", value))
    }
    /// Selects exactly this on the result, `[Option!]!`.
    pub fn select<Selection: rt::Select<object::Option>>(
        self,
        selection: Selection,
    ) -> rt::Nested<object::Root, object::Option, rt::List<rt::One>, Selection>
    where
        Select_2: required::select_2,
    {
        rt::Nested::new("select", self.0.into_arguments(), selection)
    }
}
impl<Select_2: required::select_2> rt::RootField for Select<Select_2> {
    type Root = object::Root;
    type Selection = rt::Nested<
        object::Root,
        object::Option,
        rt::List<rt::One>,
        rt::DefaultSelection<object::Option>,
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
/// Answers `i32`.
///
/// Required: [`selection`](Selection::selection), [`selection_2`](Selection::selection_2).
///
/// GraphQL: `selection(SELECTION: Int!, Selection: Int!): Int!`
pub fn selection() -> Selection {
    Selection(rt::Builder::new())
}
/// The builder of `selection`.
#[derive(Clone, Debug)]
#[must_use]
pub struct Selection<
    SELECTION = rt::Unset<argument::selection>,
    Selection_2 = rt::Unset<argument::selection_2>,
>(
    rt::Builder<(SELECTION, Selection_2)>,
);
/// [`Selection`] with everything set that is required.
pub type SelectionReady = Selection<rt::Set, rt::Set>;
impl<SELECTION, Selection_2> Selection<SELECTION, Selection_2> {
    /// Required. `SELECTION: Int!`
    pub fn selection(
        self,
        value: impl rt::IntoArgument<rt::i32>,
    ) -> Selection<rt::Set, Selection_2> {
        Selection(self.0.with("SELECTION", "Int!", value))
    }
    /// Required. `Selection: Int!`
    pub fn selection_2(
        self,
        value: impl rt::IntoArgument<rt::i32>,
    ) -> Selection<SELECTION, rt::Set> {
        Selection(self.0.with("Selection", "Int!", value))
    }
    /// The field, to be selected beside others.
    pub fn select(self) -> rt::Leaf<object::Root, rt::i32>
    where
        SELECTION: required::selection,
        Selection_2: required::selection_2,
    {
        rt::Leaf::with("selection", self.0.into_arguments())
    }
}
impl<SELECTION: required::selection, Selection_2: required::selection_2> rt::RootField
for Selection<SELECTION, Selection_2> {
    type Root = object::Root;
    type Selection = rt::Leaf<object::Root, rt::i32>;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select()
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
/// Keywords as every kind of name.
///
/// Selects by default: `id`, `name`, `type`, `typename`, `String`, `_1`.
///
/// Answers `Option<Self_>`: see [`Self_`](object::Self_).
///
/// Required: [`self_`](Self_2::self_), [`r#type`](Self_2::type).
///
/// GraphQL: `self(self: String!, type: Type!, crate: Float, fn: Boolean = true, super: Int): Self`
pub fn self_3() -> Self_2 {
    Self_2(rt::Builder::new())
}
/// The builder of `self`.
#[derive(Clone, Debug)]
#[must_use]
pub struct Self_2<
    Self_ = rt::Unset<argument::self_>,
    Type = rt::Unset<argument::r#type>,
>(
    rt::Builder<(Self_, Type)>,
);
/// [`Self_2`] with everything set that is required.
pub type Self_2Ready = Self_2<rt::Set, rt::Set>;
impl<Self_, Type> Self_2<Self_, Type> {
    /// Required. `self: String!`
    pub fn self_(
        self,
        value: impl rt::IntoArgument<rt::String>,
    ) -> Self_2<rt::Set, Type> {
        Self_2(self.0.with("self", "String!", value))
    }
    /// Required. `type: Type!`
    pub fn r#type(
        self,
        value: impl rt::IntoArgument<enums::Type>,
    ) -> Self_2<Self_, rt::Set> {
        Self_2(self.0.with("type", "Type!", value))
    }
    /// `crate: Float`
    pub fn crate_(self, value: impl rt::IntoArgument<rt::f64>) -> Self {
        Self(self.0.with("crate", "Float", value))
    }
    /// Sends null for `crate`: not the same as not sending it.
    pub fn crate_null(self) -> Self {
        Self(self.0.null("crate", "Float"))
    }
    /// As [`crate_`](Self::crate_), when there is a value.
    pub fn maybe_crate_(
        self,
        value: rt::Option<impl rt::IntoArgument<rt::f64>>,
    ) -> Self {
        Self(self.0.maybe("crate", "Float", value))
    }
    /// `fn: Boolean = true`
    pub fn r#fn(self, value: impl rt::IntoArgument<rt::bool>) -> Self {
        Self(self.0.with("fn", "Boolean", value))
    }
    /// Sends null for `fn`: not the same as not sending it.
    pub fn fn_null(self) -> Self {
        Self(self.0.null("fn", "Boolean"))
    }
    /// As [`r#fn`](Self::fn), when there is a value.
    pub fn maybe_fn(self, value: rt::Option<impl rt::IntoArgument<rt::bool>>) -> Self {
        Self(self.0.maybe("fn", "Boolean", value))
    }
    /// `super: Int`
    pub fn super_(self, value: impl rt::IntoArgument<rt::i32>) -> Self {
        Self(self.0.with("super", "Int", value))
    }
    /// Sends null for `super`: not the same as not sending it.
    pub fn super_null(self) -> Self {
        Self(self.0.null("super", "Int"))
    }
    /// As [`super_`](Self::super_), when there is a value.
    pub fn maybe_super_(
        self,
        value: rt::Option<impl rt::IntoArgument<rt::i32>>,
    ) -> Self {
        Self(self.0.maybe("super", "Int", value))
    }
    /// Selects exactly this on the result, `Self`.
    pub fn select<Selection: rt::Select<object::Self_>>(
        self,
        selection: Selection,
    ) -> rt::Nested<object::Root, object::Self_, rt::Opt<rt::One>, Selection>
    where
        Self_: required::self_,
        Type: required::r#type,
    {
        rt::Nested::new("self", self.0.into_arguments(), selection)
    }
}
impl<Self_: required::self_, Type: required::r#type> rt::RootField
for Self_2<Self_, Type> {
    type Root = object::Root;
    type Selection = rt::Nested<
        object::Root,
        object::Self_,
        rt::Opt<rt::One>,
        rt::DefaultSelection<object::Self_>,
    >;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
/// Selects by default: `id`, `name`, `type`, `typename`, `String`, `_1`.
///
/// Answers `Option<Self_>`: see [`Self_`](object::Self_).
///
/// No argument is required.
///
/// GraphQL: `self_: Self`
pub fn self_() -> Self_3 {
    Self_3(rt::Builder::new())
}
/// The builder of `self_`.
#[derive(Clone, Debug)]
#[must_use]
pub struct Self_3(rt::Builder<()>);
impl Self_3 {
    /// Selects exactly this on the result, `Self`.
    pub fn select<Selection: rt::Select<object::Self_>>(
        self,
        selection: Selection,
    ) -> rt::Nested<object::Root, object::Self_, rt::Opt<rt::One>, Selection> {
        rt::Nested::new("self_", self.0.into_arguments(), selection)
    }
}
impl rt::RootField for Self_3 {
    type Root = object::Root;
    type Selection = rt::Nested<
        object::Root,
        object::Self_,
        rt::Opt<rt::One>,
        rt::DefaultSelection<object::Self_>,
    >;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
/// Selects by default: `value`, `selection`, `given`, `other`, `_`.
///
/// Answers `Option<Traps>`: see [`Traps`](object::Traps).
///
/// No argument is required.
///
/// GraphQL: `traps: Traps`
pub fn traps() -> Traps {
    Traps(rt::Builder::new())
}
/// The builder of `traps`.
#[derive(Clone, Debug)]
#[must_use]
pub struct Traps(rt::Builder<()>);
impl Traps {
    /// Selects exactly this on the result, `Traps`.
    pub fn select<Selection: rt::Select<object::Traps>>(
        self,
        selection: Selection,
    ) -> rt::Nested<object::Root, object::Traps, rt::Opt<rt::One>, Selection> {
        rt::Nested::new("traps", self.0.into_arguments(), selection)
    }
}
impl rt::RootField for Traps {
    type Root = object::Root;
    type Selection = rt::Nested<
        object::Root,
        object::Traps,
        rt::Opt<rt::One>,
        rt::DefaultSelection<object::Traps>,
    >;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
