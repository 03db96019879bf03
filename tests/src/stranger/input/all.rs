// Made by `cargo xtask codegen --schema tests/schemas/stranger.graphql --out tests/src/stranger`: run it again instead of editing.

use ::houston_client::runtime as rt;
use super::super::{argument, enums, input, object, required, scalar};
pub fn cell_input() -> CellInput {
    CellInput(rt::Builder::new())
}
#[derive(Clone, Debug)]
#[must_use]
pub struct CellInput<Row = rt::Unset<argument::row>>(rt::Builder<(Row,)>);
/// [`CellInput`] with everything set that is required.
pub type CellInputReady = CellInput<rt::Set>;
impl<Row> CellInput<Row> {
    /// Required. `row: Int!`
    pub fn row(self, value: impl rt::IntoArgument<rt::i32>) -> CellInput<rt::Set> {
        CellInput(self.0.with("row", "Int!", value))
    }
    /// `column: Int = 3`
    pub fn column(self, value: impl rt::IntoArgument<rt::i32>) -> Self {
        Self(self.0.with("column", "Int", value))
    }
    /// Sends null for `column`: not the same as not sending it.
    pub fn column_null(self) -> Self {
        Self(self.0.null("column", "Int"))
    }
    /// As [`column`](Self::column), when there is a value.
    pub fn maybe_column(
        self,
        value: rt::Option<impl rt::IntoArgument<rt::i32>>,
    ) -> Self {
        Self(self.0.maybe("column", "Int", value))
    }
    /// `extended: [Int!] = [1, 2]`
    pub fn extended(self, value: impl rt::IntoArgument<rt::Vec<rt::i32>>) -> Self {
        Self(self.0.with("extended", "[Int!]", value))
    }
    /// Sends null for `extended`: not the same as not sending it.
    pub fn extended_null(self) -> Self {
        Self(self.0.null("extended", "[Int!]"))
    }
    /// As [`extended`](Self::extended), when there is a value.
    pub fn maybe_extended(
        self,
        value: rt::Option<impl rt::IntoArgument<rt::Vec<rt::i32>>>,
    ) -> Self {
        Self(self.0.maybe("extended", "[Int!]", value))
    }
    /// `label: String = "a \"quoted\" U+202E text"`
    pub fn label(self, value: impl rt::IntoArgument<rt::String>) -> Self {
        Self(self.0.with("label", "String", value))
    }
    /// Sends null for `label`: not the same as not sending it.
    pub fn label_null(self) -> Self {
        Self(self.0.null("label", "String"))
    }
    /// As [`label`](Self::label), when there is a value.
    pub fn maybe_label(
        self,
        value: rt::Option<impl rt::IntoArgument<rt::String>>,
    ) -> Self {
        Self(self.0.maybe("label", "String", value))
    }
    /// `ok: Boolean! = false`
    pub fn ok(self, value: impl rt::IntoArgument<rt::bool>) -> Self {
        Self(self.0.with("ok", "Boolean!", value))
    }
    /// As [`ok`](Self::ok), when there is a value.
    pub fn maybe_ok(self, value: rt::Option<impl rt::IntoArgument<rt::bool>>) -> Self {
        Self(self.0.maybe("ok", "Boolean!", value))
    }
}
impl<Row: required::row> rt::IntoArgument<CellInput> for CellInput<Row> {
    fn into_argument(self) -> rt::Value {
        self.0.into_object()
    }
}
pub fn cyclic() -> Cyclic {
    Cyclic(rt::Builder::new())
}
#[derive(Clone, Debug)]
#[must_use]
pub struct Cyclic<Name = rt::Unset<argument::name>>(rt::Builder<(Name,)>);
/// [`Cyclic`] with everything set that is required.
pub type CyclicReady = Cyclic<rt::Set>;
impl<Name> Cyclic<Name> {
    /// Required. `name: String!`
    pub fn name(self, value: impl rt::IntoArgument<rt::String>) -> Cyclic<rt::Set> {
        Cyclic(self.0.with("name", "String!", value))
    }
    /// `by: SearchBy`
    pub fn by(self, value: impl rt::IntoArgument<input::SearchBy>) -> Self {
        Self(self.0.with("by", "SearchBy", value))
    }
    /// Sends null for `by`: not the same as not sending it.
    pub fn by_null(self) -> Self {
        Self(self.0.null("by", "SearchBy"))
    }
    /// As [`by`](Self::by), when there is a value.
    pub fn maybe_by(
        self,
        value: rt::Option<impl rt::IntoArgument<input::SearchBy>>,
    ) -> Self {
        Self(self.0.maybe("by", "SearchBy", value))
    }
    /// `cells: [[CellInput!]]`
    pub fn cells(
        self,
        value: impl rt::IntoArgument<rt::NullableItems<rt::Vec<input::CellInput>>>,
    ) -> Self {
        Self(self.0.with("cells", "[[CellInput!]]", value))
    }
    /// Sends null for `cells`: not the same as not sending it.
    pub fn cells_null(self) -> Self {
        Self(self.0.null("cells", "[[CellInput!]]"))
    }
    /// As [`cells`](Self::cells), when there is a value.
    pub fn maybe_cells(
        self,
        value: rt::Option<
            impl rt::IntoArgument<rt::NullableItems<rt::Vec<input::CellInput>>>,
        >,
    ) -> Self {
        Self(self.0.maybe("cells", "[[CellInput!]]", value))
    }
    /// `cyclic: Cyclic`
    pub fn cyclic(self, value: impl rt::IntoArgument<input::Cyclic>) -> Self {
        Self(self.0.with("cyclic", "Cyclic", value))
    }
    /// Sends null for `cyclic`: not the same as not sending it.
    pub fn cyclic_null_2(self) -> Self {
        Self(self.0.null("cyclic", "Cyclic"))
    }
    /// As [`cyclic`](Self::cyclic), when there is a value.
    pub fn maybe_cyclic(
        self,
        value: rt::Option<impl rt::IntoArgument<input::Cyclic>>,
    ) -> Self {
        Self(self.0.maybe("cyclic", "Cyclic", value))
    }
    /// `cyclic_null: Int`
    pub fn cyclic_null(self, value: impl rt::IntoArgument<rt::i32>) -> Self {
        Self(self.0.with("cyclic_null", "Int", value))
    }
    /// Sends null for `cyclic_null`: not the same as not sending it.
    pub fn cyclic_null_null(self) -> Self {
        Self(self.0.null("cyclic_null", "Int"))
    }
    /// As [`cyclic_null`](Self::cyclic_null), when there is a value.
    pub fn maybe_cyclic_null(
        self,
        value: rt::Option<impl rt::IntoArgument<rt::i32>>,
    ) -> Self {
        Self(self.0.maybe("cyclic_null", "Int", value))
    }
    /// `type: Type = OLD`
    pub fn r#type(self, value: impl rt::IntoArgument<enums::Type>) -> Self {
        Self(self.0.with("type", "Type", value))
    }
    /// Sends null for `type`: not the same as not sending it.
    pub fn type_null(self) -> Self {
        Self(self.0.null("type", "Type"))
    }
    /// As [`r#type`](Self::type), when there is a value.
    pub fn maybe_type(
        self,
        value: rt::Option<impl rt::IntoArgument<enums::Type>>,
    ) -> Self {
        Self(self.0.maybe("type", "Type", value))
    }
}
impl<Name: required::name> rt::IntoArgument<Cyclic> for Cyclic<Name> {
    fn into_argument(self) -> rt::Value {
        self.0.into_object()
    }
}
#[derive(Clone, Debug)]
pub struct SearchBy(rt::Builder<()>);
impl SearchBy {
    pub fn cell(value: impl rt::IntoArgument<input::CellInput>) -> Self {
        Self(rt::Builder::<()>::new().with("cell", "CellInput", value))
    }
    pub fn cells(value: impl rt::IntoArgument<rt::Vec<input::CellInput>>) -> Self {
        Self(rt::Builder::<()>::new().with("cells", "[CellInput!]", value))
    }
    pub fn id(value: impl rt::IntoArgument<scalar::ID>) -> Self {
        Self(rt::Builder::<()>::new().with("id", "ID", value))
    }
    pub fn name(value: impl rt::IntoArgument<rt::String>) -> Self {
        Self(rt::Builder::<()>::new().with("name", "String", value))
    }
}
impl rt::IntoArgument<SearchBy> for SearchBy {
    fn into_argument(self) -> rt::Value {
        self.0.into_object()
    }
}
pub fn input() -> Input {
    Input(rt::Builder::new())
}
#[derive(Clone, Debug)]
#[must_use]
pub struct Input<Object = rt::Unset<argument::object>>(rt::Builder<(Object,)>);
/// [`Input`] with everything set that is required.
pub type InputReady = Input<rt::Set>;
impl<Object> Input<Object> {
    /// Required. `object: Int!`
    pub fn object(self, value: impl rt::IntoArgument<rt::i32>) -> Input<rt::Set> {
        Input(self.0.with("object", "Int!", value))
    }
    /// `argument: String`
    pub fn argument(self, value: impl rt::IntoArgument<rt::String>) -> Self {
        Self(self.0.with("argument", "String", value))
    }
    /// Sends null for `argument`: not the same as not sending it.
    pub fn argument_null(self) -> Self {
        Self(self.0.null("argument", "String"))
    }
    /// As [`argument`](Self::argument), when there is a value.
    pub fn maybe_argument(
        self,
        value: rt::Option<impl rt::IntoArgument<rt::String>>,
    ) -> Self {
        Self(self.0.maybe("argument", "String", value))
    }
    /// `required: input`
    pub fn required(self, value: impl rt::IntoArgument<input::Input>) -> Self {
        Self(self.0.with("required", "input", value))
    }
    /// Sends null for `required`: not the same as not sending it.
    pub fn required_null(self) -> Self {
        Self(self.0.null("required", "input"))
    }
    /// As [`required`](Self::required), when there is a value.
    pub fn maybe_required(
        self,
        value: rt::Option<impl rt::IntoArgument<input::Input>>,
    ) -> Self {
        Self(self.0.maybe("required", "input", value))
    }
}
impl<Object: required::object> rt::IntoArgument<Input> for Input<Object> {
    fn into_argument(self) -> rt::Value {
        self.0.into_object()
    }
}
