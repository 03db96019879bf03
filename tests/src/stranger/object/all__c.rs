// Made by `cargo xtask codegen --schema tests/schemas/stranger.graphql --out tests/src/stranger`: run it again instead of editing.

use ::houston_client::runtime as rt;
use super::super::{argument, enums, input, object, required, scalar};
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Cell {
    pub row: rt::i32,
    pub column: rt::i32,
}
impl rt::Object for Cell {
    type Scope = object::Cell;
    type Values = (rt::i32, rt::i32);
    const KEYS: &'static [&'static rt::str] = &["row", "column"];
    fn new((row, column): Self::Values) -> Self {
        Self { row, column }
    }
    fn serialize<M: rt::SerializeMap>(&self, map: &mut M) -> rt::Result<(), M::Error> {
        rt::serialize_entries(Self::KEYS, &(&self.row, &self.column), map)
    }
}
rt::object_type! {
    Cell
}
pub mod cell {
    //! The fields of [`Cell`](super::Cell), to select from.
    use super::{argument, enums, input, object, required, rt, scalar};
    pub const row: rt::Leaf<object::Cell, rt::i32> = rt::Leaf::new("row");
    pub const column: rt::Leaf<object::Cell, rt::i32> = rt::Leaf::new("column");
    ///
    /// Required: [`time`](At::time).
    ///
    /// GraphQL: `at(time: Moment!, zone: String): Cell`
    pub fn at() -> At {
        At(rt::Builder::new())
    }
    /// The builder of `at`.
    #[derive(Clone, Debug)]
    #[must_use]
    pub struct At<Time = rt::Unset<argument::time>>(rt::Builder<(Time,)>);
    /// [`At`] with everything set that is required.
    pub type AtReady = At<rt::Set>;
    impl<Time> At<Time> {
        /// Required. `time: Moment!`
        pub fn time(self, value_: impl rt::IntoArgument<rt::Value>) -> At<rt::Set> {
            At(self.0.with("time", "Moment!", value_))
        }
        /// `zone: String`
        pub fn zone(self, value_: impl rt::IntoArgument<rt::String>) -> Self {
            Self(self.0.with("zone", "String", value_))
        }
        /// Sends null for `zone`: not the same as not sending it.
        pub fn zone_null(self) -> Self {
            Self(self.0.null("zone", "String"))
        }
        /// As [`zone`](Self::zone), when there is a value.
        pub fn maybe_zone(
            self,
            value_: rt::Option<impl rt::IntoArgument<rt::String>>,
        ) -> Self {
            Self(self.0.maybe("zone", "String", value_))
        }
        /// Selects exactly this on the result, `Cell`.
        pub fn select<Selection: rt::Select<object::Cell>>(
            self,
            selection_: Selection,
        ) -> rt::Nested<object::Cell, object::Cell, rt::Opt<rt::One>, Selection>
        where
            Time: required::time,
        {
            rt::Nested::new("at", self.0.into_arguments(), selection_)
        }
    }
    ///
    /// No argument is required.
    ///
    /// GraphQL: `neighbours(within: Int): [Cell!]`
    pub fn neighbours() -> Neighbours {
        Neighbours(rt::Builder::new())
    }
    /// The builder of `neighbours`.
    #[derive(Clone, Debug)]
    #[must_use]
    pub struct Neighbours(rt::Builder<()>);
    impl Neighbours {
        /// `within: Int`
        pub fn within(self, value_: impl rt::IntoArgument<rt::i32>) -> Self {
            Self(self.0.with("within", "Int", value_))
        }
        /// Sends null for `within`: not the same as not sending it.
        pub fn within_null(self) -> Self {
            Self(self.0.null("within", "Int"))
        }
        /// As [`within`](Self::within), when there is a value.
        pub fn maybe_within(
            self,
            value_: rt::Option<impl rt::IntoArgument<rt::i32>>,
        ) -> Self {
            Self(self.0.maybe("within", "Int", value_))
        }
        /// Selects exactly this on the result, `[Cell!]`.
        pub fn select<Selection: rt::Select<object::Cell>>(
            self,
            selection_: Selection,
        ) -> rt::Nested<
            object::Cell,
            object::Cell,
            rt::Opt<rt::List<rt::One>>,
            Selection,
        > {
            rt::Nested::new("neighbours", self.0.into_arguments(), selection_)
        }
    }
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::Cell, rt::String> = rt::Leaf::new("__typename");
}
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Changes {
    /// The name of the object's type.
    pub typename: rt::String,
}
impl rt::Object for Changes {
    type Scope = object::Changes;
    type Values = (rt::String,);
    const KEYS: &'static [&'static rt::str] = &["__typename"];
    fn new((typename,): Self::Values) -> Self {
        Self { typename }
    }
    fn serialize<M: rt::SerializeMap>(&self, map: &mut M) -> rt::Result<(), M::Error> {
        rt::serialize_entries(Self::KEYS, &(&self.typename,), map)
    }
}
rt::object_type! {
    Changes
}
impl rt::Root for Changes {
    const KIND: rt::OperationKind = rt::OperationKind::Mutation;
}
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Client {
    /// The name of the object's type.
    pub typename: rt::String,
}
impl rt::Object for Client {
    type Scope = object::Client;
    type Values = (rt::String,);
    const KEYS: &'static [&'static rt::str] = &["__typename"];
    fn new((typename,): Self::Values) -> Self {
        Self { typename }
    }
    fn serialize<M: rt::SerializeMap>(&self, map: &mut M) -> rt::Result<(), M::Error> {
        rt::serialize_entries(Self::KEYS, &(&self.typename,), map)
    }
}
rt::object_type! {
    Client
}
pub mod client {
    //! The fields of [`Client`](super::Client), to select from.
    use super::{argument, enums, input, object, required, rt, scalar};
    pub const client: rt::Edge<object::Client, object::Client, rt::Opt<rt::One>> = rt::Edge::new(
        "client",
    );
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::Client, rt::String> = rt::Leaf::new(
        "__typename",
    );
}
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Hit {
    /// The name of the object's type.
    pub typename: rt::String,
}
impl rt::Object for Hit {
    type Scope = object::Hit;
    type Values = (rt::String,);
    const KEYS: &'static [&'static rt::str] = &["__typename"];
    fn new((typename,): Self::Values) -> Self {
        Self { typename }
    }
    fn serialize<M: rt::SerializeMap>(&self, map: &mut M) -> rt::Result<(), M::Error> {
        rt::serialize_entries(Self::KEYS, &(&self.typename,), map)
    }
}
rt::object_type! {
    Hit
}
pub mod hit {
    //! The fields of [`Hit`](super::Hit), to select from.
    use super::{argument, enums, input, object, required, rt, scalar};
    /// Of these, the objects of type `Self`.
    pub const on_self: rt::Fragment<super::Hit, object::Self_> = rt::Fragment::new(
        "Self",
    );
    /// Of these, the objects of type `Option`.
    pub const on_option: rt::Fragment<super::Hit, object::Option> = rt::Fragment::new(
        "Option",
    );
    /// Of these, the objects of type `Wide`.
    pub const on_wide: rt::Fragment<super::Hit, object::Wide> = rt::Fragment::new(
        "Wide",
    );
    /// Of these, the objects of type `Client`.
    pub const on_client: rt::Fragment<super::Hit, object::Client> = rt::Fragment::new(
        "Client",
    );
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::Hit, rt::String> = rt::Leaf::new("__typename");
}
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Named {
    pub id: scalar::ID,
    pub name: rt::Option<rt::String>,
}
impl rt::Object for Named {
    type Scope = object::Named;
    type Values = (scalar::ID, rt::Option<rt::String>);
    const KEYS: &'static [&'static rt::str] = &["id", "name"];
    fn new((id, name): Self::Values) -> Self {
        Self { id, name }
    }
    fn serialize<M: rt::SerializeMap>(&self, map: &mut M) -> rt::Result<(), M::Error> {
        rt::serialize_entries(Self::KEYS, &(&self.id, &self.name), map)
    }
}
rt::object_type! {
    Named
}
pub mod named {
    //! The fields of [`Named`](super::Named), to select from.
    use super::{argument, enums, input, object, required, rt, scalar};
    pub const id: rt::Leaf<object::Named, scalar::ID> = rt::Leaf::new("id");
    pub const name: rt::Leaf<object::Named, rt::Option<rt::String>> = rt::Leaf::new(
        "name",
    );
    /// Of these, the objects of type `Self`.
    pub const on_self: rt::Fragment<super::Named, object::Self_> = rt::Fragment::new(
        "Self",
    );
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::Named, rt::String> = rt::Leaf::new("__typename");
}
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Node {
    pub id: scalar::ID,
}
impl rt::Object for Node {
    type Scope = object::Node;
    type Values = (scalar::ID,);
    const KEYS: &'static [&'static rt::str] = &["id"];
    fn new((id,): Self::Values) -> Self {
        Self { id }
    }
    fn serialize<M: rt::SerializeMap>(&self, map: &mut M) -> rt::Result<(), M::Error> {
        rt::serialize_entries(Self::KEYS, &(&self.id,), map)
    }
}
rt::object_type! {
    Node
}
pub mod node {
    //! The fields of [`Node`](super::Node), to select from.
    use super::{argument, enums, input, object, required, rt, scalar};
    pub const id: rt::Leaf<object::Node, scalar::ID> = rt::Leaf::new("id");
    /// Of these, the objects of type `Self`.
    pub const on_self: rt::Fragment<super::Node, object::Self_> = rt::Fragment::new(
        "Self",
    );
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::Node, rt::String> = rt::Leaf::new("__typename");
}
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Option {
    pub value: rt::Option<rt::i32>,
    pub extended: rt::Option<rt::i32>,
}
impl rt::Object for Option {
    type Scope = object::Option;
    type Values = (rt::Option<rt::i32>, rt::Option<rt::i32>);
    const KEYS: &'static [&'static rt::str] = &["value", "extended"];
    fn new((value, extended): Self::Values) -> Self {
        Self { value, extended }
    }
    fn serialize<M: rt::SerializeMap>(&self, map: &mut M) -> rt::Result<(), M::Error> {
        rt::serialize_entries(Self::KEYS, &(&self.value, &self.extended), map)
    }
}
rt::object_type! {
    Option
}
pub mod option {
    //! The fields of [`Option`](super::Option), to select from.
    use super::{argument, enums, input, object, required, rt, scalar};
    pub const value: rt::Leaf<object::Option, rt::Option<rt::i32>> = rt::Leaf::new(
        "value",
    );
    pub const some: rt::Edge<object::Option, object::Vec, rt::Opt<rt::One>> = rt::Edge::new(
        "some",
    );
    pub const none: rt::Edge<object::Option, object::Result, rt::Opt<rt::One>> = rt::Edge::new(
        "none",
    );
    pub const extended: rt::Leaf<object::Option, rt::Option<rt::i32>> = rt::Leaf::new(
        "extended",
    );
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::Option, rt::String> = rt::Leaf::new(
        "__typename",
    );
}
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Payload {
    pub client_mutation_id: rt::Option<rt::String>,
}
impl rt::Object for Payload {
    type Scope = object::Payload;
    type Values = (rt::Option<rt::String>,);
    const KEYS: &'static [&'static rt::str] = &["clientMutationId"];
    fn new((client_mutation_id,): Self::Values) -> Self {
        Self { client_mutation_id }
    }
    fn serialize<M: rt::SerializeMap>(&self, map: &mut M) -> rt::Result<(), M::Error> {
        rt::serialize_entries(Self::KEYS, &(&self.client_mutation_id,), map)
    }
}
rt::object_type! {
    Payload
}
pub mod payload {
    //! The fields of [`Payload`](super::Payload), to select from.
    use super::{argument, enums, input, object, required, rt, scalar};
    pub const relay: rt::Edge<object::Payload, object::Root, rt::Opt<rt::One>> = rt::Edge::new(
        "relay",
    );
    pub const node: rt::Edge<object::Payload, object::Node, rt::Opt<rt::One>> = rt::Edge::new(
        "node",
    );
    pub const self_: rt::Edge<object::Payload, object::Self_, rt::Opt<rt::One>> = rt::Edge::new(
        "self",
    );
    pub const client_mutation_id: rt::Leaf<object::Payload, rt::Option<rt::String>> = rt::Leaf::new(
        "clientMutationId",
    );
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::Payload, rt::String> = rt::Leaf::new(
        "__typename",
    );
}
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Result {
    pub ok: rt::Option<rt::bool>,
    pub err: rt::Option<rt::String>,
    pub rt: rt::Option<rt::i32>,
}
impl rt::Object for Result {
    type Scope = object::Result;
    type Values = (rt::Option<rt::bool>, rt::Option<rt::String>, rt::Option<rt::i32>);
    const KEYS: &'static [&'static rt::str] = &["ok", "err", "rt"];
    fn new((ok, err, rt): Self::Values) -> Self {
        Self { ok, err, rt }
    }
    fn serialize<M: rt::SerializeMap>(&self, map: &mut M) -> rt::Result<(), M::Error> {
        rt::serialize_entries(Self::KEYS, &(&self.ok, &self.err, &self.rt), map)
    }
}
rt::object_type! {
    Result
}
pub mod result {
    //! The fields of [`Result`](super::Result), to select from.
    use super::{argument, enums, input, object, required, rt, scalar};
    pub const ok: rt::Leaf<object::Result, rt::Option<rt::bool>> = rt::Leaf::new("ok");
    pub const err: rt::Leaf<object::Result, rt::Option<rt::String>> = rt::Leaf::new(
        "err",
    );
    pub const rt: rt::Leaf<object::Result, rt::Option<rt::i32>> = rt::Leaf::new("rt");
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::Result, rt::String> = rt::Leaf::new(
        "__typename",
    );
}
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Root {
    /// The name of the object's type.
    pub typename: rt::String,
}
impl rt::Object for Root {
    type Scope = object::Root;
    type Values = (rt::String,);
    const KEYS: &'static [&'static rt::str] = &["__typename"];
    fn new((typename,): Self::Values) -> Self {
        Self { typename }
    }
    fn serialize<M: rt::SerializeMap>(&self, map: &mut M) -> rt::Result<(), M::Error> {
        rt::serialize_entries(Self::KEYS, &(&self.typename,), map)
    }
}
rt::object_type! {
    Root
}
impl rt::Root for Root {
    const KIND: rt::OperationKind = rt::OperationKind::Query;
}
/// Hostile text:
///
/// \`\`\`
/// std::fs::write("/tmp/canary", "").unwrap();
/// \`\`\`
///
/// std::process::exit(1);
///
/// \*/ "# } \<script\>alert(1)\</script\> \[x\](javascript:1) \\u202e U+202E #!\[feature(x)\] \`\<unpaired
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Self_ {
    pub id: scalar::ID,
    pub name: rt::Option<rt::String>,
    pub r#type: rt::Option<enums::Type>,
    pub typename: rt::Option<rt::String>,
    pub string: rt::String,
    pub _1: rt::Option<rt::i32>,
}
impl rt::Object for Self_ {
    type Scope = object::Self_;
    type Values = (
        scalar::ID,
        rt::Option<rt::String>,
        rt::Option<enums::Type>,
        rt::Option<rt::String>,
        rt::String,
        rt::Option<rt::i32>,
    );
    const KEYS: &'static [&'static rt::str] = &[
        "id",
        "name",
        "type",
        "typename",
        "String",
        "_1",
    ];
    fn new((id, name, r#type, typename, string, _1): Self::Values) -> Self {
        Self {
            id,
            name,
            r#type,
            typename,
            string,
            _1,
        }
    }
    fn serialize<M: rt::SerializeMap>(&self, map: &mut M) -> rt::Result<(), M::Error> {
        rt::serialize_entries(
            Self::KEYS,
            &(
                &self.id,
                &self.name,
                &self.r#type,
                &self.typename,
                &self.string,
                &self._1,
            ),
            map,
        )
    }
}
rt::object_type! {
    Self_
}
pub mod self_ {
    //! The fields of [`Self_`](super::Self_), to select from.
    use super::{argument, enums, input, object, required, rt, scalar};
    pub const id: rt::Leaf<object::Self_, scalar::ID> = rt::Leaf::new("id");
    pub const name: rt::Leaf<object::Self_, rt::Option<rt::String>> = rt::Leaf::new(
        "name",
    );
    pub const self_: rt::Edge<object::Self_, object::Self_, rt::Opt<rt::One>> = rt::Edge::new(
        "self",
    );
    pub const super_: rt::Edge<object::Self_, object::Self_, rt::List<rt::One>> = rt::Edge::new(
        "super",
    );
    pub const r#type: rt::Leaf<object::Self_, rt::Option<enums::Type>> = rt::Leaf::new(
        "type",
    );
    pub const typename: rt::Leaf<object::Self_, rt::Option<rt::String>> = rt::Leaf::new(
        "typename",
    );
    pub const option: rt::Edge<object::Self_, object::Option, rt::Opt<rt::One>> = rt::Edge::new(
        "Option",
    );
    pub const string: rt::Leaf<object::Self_, rt::String> = rt::Leaf::new("String");
    pub const _1: rt::Leaf<object::Self_, rt::Option<rt::i32>> = rt::Leaf::new("_1");
    pub const rt: rt::Edge<object::Self_, object::Rt, rt::Opt<rt::One>> = rt::Edge::new(
        "rt",
    );
    /// The name of the object's type.
    pub const typename_2: rt::Leaf<super::Self_, rt::String> = rt::Leaf::new(
        "__typename",
    );
}
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Stream {
    /// The name of the object's type.
    pub typename: rt::String,
}
impl rt::Object for Stream {
    type Scope = object::Stream;
    type Values = (rt::String,);
    const KEYS: &'static [&'static rt::str] = &["__typename"];
    fn new((typename,): Self::Values) -> Self {
        Self { typename }
    }
    fn serialize<M: rt::SerializeMap>(&self, map: &mut M) -> rt::Result<(), M::Error> {
        rt::serialize_entries(Self::KEYS, &(&self.typename,), map)
    }
}
rt::object_type! {
    Stream
}
impl rt::Root for Stream {
    const KIND: rt::OperationKind = rt::OperationKind::Subscription;
}
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct String {
    pub value: rt::Option<rt::i32>,
}
impl rt::Object for String {
    type Scope = object::String;
    type Values = (rt::Option<rt::i32>,);
    const KEYS: &'static [&'static rt::str] = &["value"];
    fn new((value,): Self::Values) -> Self {
        Self { value }
    }
    fn serialize<M: rt::SerializeMap>(&self, map: &mut M) -> rt::Result<(), M::Error> {
        rt::serialize_entries(Self::KEYS, &(&self.value,), map)
    }
}
rt::object_type! {
    String
}
pub mod string {
    //! The fields of [`String`](super::String), to select from.
    use super::{argument, enums, input, object, required, rt, scalar};
    pub const value: rt::Leaf<object::String, rt::Option<rt::i32>> = rt::Leaf::new(
        "value",
    );
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::String, rt::String> = rt::Leaf::new(
        "__typename",
    );
}
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Tick {
    pub at: rt::Value,
}
impl rt::Object for Tick {
    type Scope = object::Tick;
    type Values = (rt::AnyJson<rt::Value>,);
    const KEYS: &'static [&'static rt::str] = &["at"];
    fn new((rt::AnyJson(at),): Self::Values) -> Self {
        Self { at }
    }
    fn serialize<M: rt::SerializeMap>(&self, map: &mut M) -> rt::Result<(), M::Error> {
        rt::serialize_entries(Self::KEYS, &(&self.at,), map)
    }
}
rt::object_type! {
    Tick
}
pub mod tick {
    //! The fields of [`Tick`](super::Tick), to select from.
    use super::{argument, enums, input, object, required, rt, scalar};
    pub const at: rt::Leaf<object::Tick, rt::Value, rt::Json> = rt::Leaf::json("at");
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::Tick, rt::String> = rt::Leaf::new("__typename");
}
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct I32 {
    pub usize: rt::Option<rt::i32>,
}
impl rt::Object for I32 {
    type Scope = object::I32;
    type Values = (rt::Option<rt::i32>,);
    const KEYS: &'static [&'static rt::str] = &["usize"];
    fn new((usize,): Self::Values) -> Self {
        Self { usize }
    }
    fn serialize<M: rt::SerializeMap>(&self, map: &mut M) -> rt::Result<(), M::Error> {
        rt::serialize_entries(Self::KEYS, &(&self.usize,), map)
    }
}
rt::object_type! {
    I32
}
pub mod i32 {
    //! The fields of [`I32`](super::I32), to select from.
    use super::{argument, enums, input, object, required, rt, scalar};
    pub const usize: rt::Leaf<object::I32, rt::Option<rt::i32>> = rt::Leaf::new("usize");
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::I32, rt::String> = rt::Leaf::new("__typename");
}
/// Named as the modules of generated code.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Object {
    pub input: rt::Option<rt::bool>,
    pub required: rt::Option<enums::Enums>,
}
impl rt::Object for Object {
    type Scope = object::Object;
    type Values = (rt::Option<rt::bool>, rt::Option<enums::Enums>);
    const KEYS: &'static [&'static rt::str] = &["input", "required"];
    fn new((input, required): Self::Values) -> Self {
        Self { input, required }
    }
    fn serialize<M: rt::SerializeMap>(&self, map: &mut M) -> rt::Result<(), M::Error> {
        rt::serialize_entries(Self::KEYS, &(&self.input, &self.required), map)
    }
}
rt::object_type! {
    Object
}
pub mod object_2 {
    //! The fields of [`Object`](super::Object), to select from.
    use super::{argument, enums, input, object, required, rt, scalar};
    pub const input: rt::Leaf<object::Object, rt::Option<rt::bool>> = rt::Leaf::new(
        "input",
    );
    ///
    /// Required: [`required`](Scalar::required).
    ///
    /// GraphQL: `scalar(required: Int!, enums: enums, object: input): scalar`
    pub fn scalar() -> Scalar {
        Scalar(rt::Builder::new())
    }
    /// The builder of `scalar`.
    #[derive(Clone, Debug)]
    #[must_use]
    pub struct Scalar<Required = rt::Unset<argument::required>>(
        rt::Builder<(Required,)>,
    );
    /// [`Scalar`] with everything set that is required.
    pub type ScalarReady = Scalar<rt::Set>;
    impl<Required> Scalar<Required> {
        /// Required. `required: Int!`
        pub fn required(
            self,
            value_: impl rt::IntoArgument<rt::i32>,
        ) -> Scalar<rt::Set> {
            Scalar(self.0.with("required", "Int!", value_))
        }
        /// `enums: enums`
        pub fn enums(self, value_: impl rt::IntoArgument<enums::Enums>) -> Self {
            Self(self.0.with("enums", "enums", value_))
        }
        /// Sends null for `enums`: not the same as not sending it.
        pub fn enums_null(self) -> Self {
            Self(self.0.null("enums", "enums"))
        }
        /// As [`enums`](Self::enums), when there is a value.
        pub fn maybe_enums(
            self,
            value_: rt::Option<impl rt::IntoArgument<enums::Enums>>,
        ) -> Self {
            Self(self.0.maybe("enums", "enums", value_))
        }
        /// `object: input`
        pub fn object(self, value_: impl rt::IntoArgument<input::Input>) -> Self {
            Self(self.0.with("object", "input", value_))
        }
        /// Sends null for `object`: not the same as not sending it.
        pub fn object_null(self) -> Self {
            Self(self.0.null("object", "input"))
        }
        /// As [`object`](Self::object), when there is a value.
        pub fn maybe_object(
            self,
            value_: rt::Option<impl rt::IntoArgument<input::Input>>,
        ) -> Self {
            Self(self.0.maybe("object", "input", value_))
        }
        /// Selects exactly this on the result, `scalar`.
        pub fn select<Selection: rt::Select<object::Scalar>>(
            self,
            selection_: Selection,
        ) -> rt::Nested<object::Object, object::Scalar, rt::Opt<rt::One>, Selection>
        where
            Required: required::required,
        {
            rt::Nested::new("scalar", self.0.into_arguments(), selection_)
        }
    }
    pub const argument: rt::Edge<object::Object, object::Object, rt::Opt<rt::One>> = rt::Edge::new(
        "argument",
    );
    pub const required: rt::Leaf<object::Object, rt::Option<enums::Enums>> = rt::Leaf::new(
        "required",
    );
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::Object, rt::String> = rt::Leaf::new(
        "__typename",
    );
}
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Rt {
    pub i32: rt::Option<rt::i32>,
    pub str: rt::Option<rt::String>,
}
impl rt::Object for Rt {
    type Scope = object::Rt;
    type Values = (rt::Option<rt::i32>, rt::Option<rt::String>);
    const KEYS: &'static [&'static rt::str] = &["i32", "str"];
    fn new((i32, str): Self::Values) -> Self {
        Self { i32, str }
    }
    fn serialize<M: rt::SerializeMap>(&self, map: &mut M) -> rt::Result<(), M::Error> {
        rt::serialize_entries(Self::KEYS, &(&self.i32, &self.str), map)
    }
}
rt::object_type! {
    Rt
}
pub mod rt_2 {
    //! The fields of [`Rt`](super::Rt), to select from.
    use super::{argument, enums, input, object, required, rt, scalar};
    pub const i32: rt::Leaf<object::Rt, rt::Option<rt::i32>> = rt::Leaf::new("i32");
    pub const str: rt::Leaf<object::Rt, rt::Option<rt::String>> = rt::Leaf::new("str");
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::Rt, rt::String> = rt::Leaf::new("__typename");
}
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Scalar {
    pub enums: rt::Option<rt::Vec<enums::Enums>>,
}
impl rt::Object for Scalar {
    type Scope = object::Scalar;
    type Values = (rt::Option<rt::Vec<enums::Enums>>,);
    const KEYS: &'static [&'static rt::str] = &["enums"];
    fn new((enums,): Self::Values) -> Self {
        Self { enums }
    }
    fn serialize<M: rt::SerializeMap>(&self, map: &mut M) -> rt::Result<(), M::Error> {
        rt::serialize_entries(Self::KEYS, &(&self.enums,), map)
    }
}
rt::object_type! {
    Scalar
}
pub mod scalar_2 {
    //! The fields of [`Scalar`](super::Scalar), to select from.
    use super::{argument, enums, input, object, required, rt, scalar};
    pub const enums: rt::Leaf<object::Scalar, rt::Option<rt::Vec<enums::Enums>>> = rt::Leaf::new(
        "enums",
    );
    pub const object: rt::Edge<object::Scalar, object::Object, rt::Opt<rt::One>> = rt::Edge::new(
        "object",
    );
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::Scalar, rt::String> = rt::Leaf::new(
        "__typename",
    );
}
