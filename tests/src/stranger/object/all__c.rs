// Made by `cargo xtask codegen --schema tests/schemas/stranger.graphql --out tests/src/stranger`: run it again instead of editing.

use ::houston_client::runtime as rt;
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Cell {
    pub row: ::core::primitive::i32,
    pub column: ::core::primitive::i32,
}
impl rt::Object for Cell {
    type Scope = super::super::object::Cell;
    type Slots = (
        ::core::option::Option<::core::primitive::i32>,
        ::core::option::Option<::core::primitive::i32>,
    );
    const KEYS: &'static [&'static ::core::primitive::str] = &["row", "column"];
    fn take<'de, A: rt::MapAccess<'de>>(
        slots: &mut Self::Slots,
        index: ::core::primitive::usize,
        map: &mut A,
    ) -> ::core::result::Result<(), A::Error> {
        match index {
            0 => slots.0 = ::core::option::Option::Some(map.next_value()?),
            1 => slots.1 = ::core::option::Option::Some(map.next_value()?),
            _ => {}
        }
        ::core::result::Result::Ok(())
    }
    fn finish(
        slots: Self::Slots,
    ) -> ::core::result::Result<Self, ::core::primitive::usize> {
        ::core::result::Result::Ok(Self {
            row: rt::missing_key(slots.0, 0)?,
            column: rt::missing_key(slots.1, 1)?,
        })
    }
    fn serialize<M: rt::SerializeMap>(
        &self,
        map: &mut M,
    ) -> ::core::result::Result<(), M::Error> {
        map.serialize_entry("row", &self.row)?;
        map.serialize_entry("column", &self.column)?;
        ::core::result::Result::Ok(())
    }
}
rt::object_type! {
    Cell
}
pub mod cell {
    //! The fields of [`Cell`](super::Cell), to select from.
    use super::rt;
    pub const row: rt::Leaf<super::super::super::object::Cell, ::core::primitive::i32> = rt::Leaf::new(
        "row",
    );
    pub const column: rt::Leaf<
        super::super::super::object::Cell,
        ::core::primitive::i32,
    > = rt::Leaf::new("column");
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
    pub struct At<Time = rt::Unset<super::super::super::argument::time>>(
        rt::Builder<(Time,)>,
    );
    /// [`At`] with everything set that is required.
    pub type AtReady = At<rt::Set>;
    impl<Time> At<Time> {
        /// Required. `time: Moment!`
        pub fn time(self, value_: impl rt::IntoArgument<rt::Value>) -> At<rt::Set> {
            At(self.0.with("time", "Moment!", value_))
        }
        /// `zone: String`
        pub fn zone(self, value_: impl rt::IntoArgument<::std::string::String>) -> Self {
            Self(self.0.with("zone", "String", value_))
        }
        /// Sends null for `zone`: not the same as not sending it.
        pub fn zone_null(self) -> Self {
            Self(self.0.null("zone", "String"))
        }
        /// As [`zone`](Self::zone), when there is a value.
        pub fn maybe_zone(
            self,
            value_: ::core::option::Option<impl rt::IntoArgument<::std::string::String>>,
        ) -> Self {
            Self(self.0.maybe("zone", "String", value_))
        }
    }
    impl<Time> At<Time> {
        /// Selects exactly this on the result, `Cell`.
        pub fn select<Selection: rt::Select<super::super::super::object::Cell>>(
            self,
            selection_: Selection,
        ) -> rt::Nested<
            super::super::super::object::Cell,
            super::super::super::object::Cell,
            rt::Opt<rt::One>,
            Selection,
        >
        where
            Time: super::super::super::required::time,
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
        pub fn within(
            self,
            value_: impl rt::IntoArgument<::core::primitive::i32>,
        ) -> Self {
            Self(self.0.with("within", "Int", value_))
        }
        /// Sends null for `within`: not the same as not sending it.
        pub fn within_null(self) -> Self {
            Self(self.0.null("within", "Int"))
        }
        /// As [`within`](Self::within), when there is a value.
        pub fn maybe_within(
            self,
            value_: ::core::option::Option<impl rt::IntoArgument<::core::primitive::i32>>,
        ) -> Self {
            Self(self.0.maybe("within", "Int", value_))
        }
    }
    impl Neighbours {
        /// Selects exactly this on the result, `[Cell!]`.
        pub fn select<Selection: rt::Select<super::super::super::object::Cell>>(
            self,
            selection_: Selection,
        ) -> rt::Nested<
            super::super::super::object::Cell,
            super::super::super::object::Cell,
            rt::Opt<rt::List<rt::One>>,
            Selection,
        > {
            rt::Nested::new("neighbours", self.0.into_arguments(), selection_)
        }
    }
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::Cell, ::std::string::String> = rt::Leaf::new(
        "__typename",
    );
}
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Changes {
    /// The name of the object's type.
    pub typename: ::std::string::String,
}
impl rt::Object for Changes {
    type Scope = super::super::object::Changes;
    type Slots = (::core::option::Option<::std::string::String>,);
    const KEYS: &'static [&'static ::core::primitive::str] = &["__typename"];
    fn take<'de, A: rt::MapAccess<'de>>(
        slots: &mut Self::Slots,
        index: ::core::primitive::usize,
        map: &mut A,
    ) -> ::core::result::Result<(), A::Error> {
        match index {
            0 => slots.0 = ::core::option::Option::Some(map.next_value()?),
            _ => {}
        }
        ::core::result::Result::Ok(())
    }
    fn finish(
        slots: Self::Slots,
    ) -> ::core::result::Result<Self, ::core::primitive::usize> {
        ::core::result::Result::Ok(Self {
            typename: rt::missing_key(slots.0, 0)?,
        })
    }
    fn serialize<M: rt::SerializeMap>(
        &self,
        map: &mut M,
    ) -> ::core::result::Result<(), M::Error> {
        map.serialize_entry("__typename", &self.typename)?;
        ::core::result::Result::Ok(())
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
    pub typename: ::std::string::String,
}
impl rt::Object for Client {
    type Scope = super::super::object::Client;
    type Slots = (::core::option::Option<::std::string::String>,);
    const KEYS: &'static [&'static ::core::primitive::str] = &["__typename"];
    fn take<'de, A: rt::MapAccess<'de>>(
        slots: &mut Self::Slots,
        index: ::core::primitive::usize,
        map: &mut A,
    ) -> ::core::result::Result<(), A::Error> {
        match index {
            0 => slots.0 = ::core::option::Option::Some(map.next_value()?),
            _ => {}
        }
        ::core::result::Result::Ok(())
    }
    fn finish(
        slots: Self::Slots,
    ) -> ::core::result::Result<Self, ::core::primitive::usize> {
        ::core::result::Result::Ok(Self {
            typename: rt::missing_key(slots.0, 0)?,
        })
    }
    fn serialize<M: rt::SerializeMap>(
        &self,
        map: &mut M,
    ) -> ::core::result::Result<(), M::Error> {
        map.serialize_entry("__typename", &self.typename)?;
        ::core::result::Result::Ok(())
    }
}
rt::object_type! {
    Client
}
pub mod client {
    //! The fields of [`Client`](super::Client), to select from.
    use super::rt;
    pub const client: rt::Edge<
        super::super::super::object::Client,
        super::super::super::object::Client,
        rt::Opt<rt::One>,
    > = rt::Edge::new("client");
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::Client, ::std::string::String> = rt::Leaf::new(
        "__typename",
    );
}
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Hit {
    /// The name of the object's type.
    pub typename: ::std::string::String,
}
impl rt::Object for Hit {
    type Scope = super::super::object::Hit;
    type Slots = (::core::option::Option<::std::string::String>,);
    const KEYS: &'static [&'static ::core::primitive::str] = &["__typename"];
    fn take<'de, A: rt::MapAccess<'de>>(
        slots: &mut Self::Slots,
        index: ::core::primitive::usize,
        map: &mut A,
    ) -> ::core::result::Result<(), A::Error> {
        match index {
            0 => slots.0 = ::core::option::Option::Some(map.next_value()?),
            _ => {}
        }
        ::core::result::Result::Ok(())
    }
    fn finish(
        slots: Self::Slots,
    ) -> ::core::result::Result<Self, ::core::primitive::usize> {
        ::core::result::Result::Ok(Self {
            typename: rt::missing_key(slots.0, 0)?,
        })
    }
    fn serialize<M: rt::SerializeMap>(
        &self,
        map: &mut M,
    ) -> ::core::result::Result<(), M::Error> {
        map.serialize_entry("__typename", &self.typename)?;
        ::core::result::Result::Ok(())
    }
}
rt::object_type! {
    Hit
}
pub mod hit {
    //! The fields of [`Hit`](super::Hit), to select from.
    use super::rt;
    /// Of these, the objects of type `Self`.
    pub const on_self: rt::Fragment<super::Hit, super::super::super::object::Self_> = rt::Fragment::new(
        "Self",
    );
    /// Of these, the objects of type `Option`.
    pub const on_option: rt::Fragment<super::Hit, super::super::super::object::Option> = rt::Fragment::new(
        "Option",
    );
    /// Of these, the objects of type `Wide`.
    pub const on_wide: rt::Fragment<super::Hit, super::super::super::object::Wide> = rt::Fragment::new(
        "Wide",
    );
    /// Of these, the objects of type `Client`.
    pub const on_client: rt::Fragment<super::Hit, super::super::super::object::Client> = rt::Fragment::new(
        "Client",
    );
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::Hit, ::std::string::String> = rt::Leaf::new(
        "__typename",
    );
}
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Named {
    pub id: super::super::scalar::ID,
    pub name: ::core::option::Option<::std::string::String>,
}
impl rt::Object for Named {
    type Scope = super::super::object::Named;
    type Slots = (
        ::core::option::Option<super::super::scalar::ID>,
        ::core::option::Option<::core::option::Option<::std::string::String>>,
    );
    const KEYS: &'static [&'static ::core::primitive::str] = &["id", "name"];
    fn take<'de, A: rt::MapAccess<'de>>(
        slots: &mut Self::Slots,
        index: ::core::primitive::usize,
        map: &mut A,
    ) -> ::core::result::Result<(), A::Error> {
        match index {
            0 => slots.0 = ::core::option::Option::Some(map.next_value()?),
            1 => slots.1 = ::core::option::Option::Some(map.next_value()?),
            _ => {}
        }
        ::core::result::Result::Ok(())
    }
    fn finish(
        slots: Self::Slots,
    ) -> ::core::result::Result<Self, ::core::primitive::usize> {
        ::core::result::Result::Ok(Self {
            id: rt::missing_key(slots.0, 0)?,
            name: rt::missing_key(slots.1, 1)?,
        })
    }
    fn serialize<M: rt::SerializeMap>(
        &self,
        map: &mut M,
    ) -> ::core::result::Result<(), M::Error> {
        map.serialize_entry("id", &self.id)?;
        map.serialize_entry("name", &self.name)?;
        ::core::result::Result::Ok(())
    }
}
rt::object_type! {
    Named
}
pub mod named {
    //! The fields of [`Named`](super::Named), to select from.
    use super::rt;
    pub const id: rt::Leaf<
        super::super::super::object::Named,
        super::super::super::scalar::ID,
    > = rt::Leaf::new("id");
    pub const name: rt::Leaf<
        super::super::super::object::Named,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("name");
    /// Of these, the objects of type `Self`.
    pub const on_self: rt::Fragment<super::Named, super::super::super::object::Self_> = rt::Fragment::new(
        "Self",
    );
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::Named, ::std::string::String> = rt::Leaf::new(
        "__typename",
    );
}
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Node {
    pub id: super::super::scalar::ID,
}
impl rt::Object for Node {
    type Scope = super::super::object::Node;
    type Slots = (::core::option::Option<super::super::scalar::ID>,);
    const KEYS: &'static [&'static ::core::primitive::str] = &["id"];
    fn take<'de, A: rt::MapAccess<'de>>(
        slots: &mut Self::Slots,
        index: ::core::primitive::usize,
        map: &mut A,
    ) -> ::core::result::Result<(), A::Error> {
        match index {
            0 => slots.0 = ::core::option::Option::Some(map.next_value()?),
            _ => {}
        }
        ::core::result::Result::Ok(())
    }
    fn finish(
        slots: Self::Slots,
    ) -> ::core::result::Result<Self, ::core::primitive::usize> {
        ::core::result::Result::Ok(Self {
            id: rt::missing_key(slots.0, 0)?,
        })
    }
    fn serialize<M: rt::SerializeMap>(
        &self,
        map: &mut M,
    ) -> ::core::result::Result<(), M::Error> {
        map.serialize_entry("id", &self.id)?;
        ::core::result::Result::Ok(())
    }
}
rt::object_type! {
    Node
}
pub mod node {
    //! The fields of [`Node`](super::Node), to select from.
    use super::rt;
    pub const id: rt::Leaf<
        super::super::super::object::Node,
        super::super::super::scalar::ID,
    > = rt::Leaf::new("id");
    /// Of these, the objects of type `Self`.
    pub const on_self: rt::Fragment<super::Node, super::super::super::object::Self_> = rt::Fragment::new(
        "Self",
    );
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::Node, ::std::string::String> = rt::Leaf::new(
        "__typename",
    );
}
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Option {
    pub value: ::core::option::Option<::core::primitive::i32>,
    pub extended: ::core::option::Option<::core::primitive::i32>,
}
impl rt::Object for Option {
    type Scope = super::super::object::Option;
    type Slots = (
        ::core::option::Option<::core::option::Option<::core::primitive::i32>>,
        ::core::option::Option<::core::option::Option<::core::primitive::i32>>,
    );
    const KEYS: &'static [&'static ::core::primitive::str] = &["value", "extended"];
    fn take<'de, A: rt::MapAccess<'de>>(
        slots: &mut Self::Slots,
        index: ::core::primitive::usize,
        map: &mut A,
    ) -> ::core::result::Result<(), A::Error> {
        match index {
            0 => slots.0 = ::core::option::Option::Some(map.next_value()?),
            1 => slots.1 = ::core::option::Option::Some(map.next_value()?),
            _ => {}
        }
        ::core::result::Result::Ok(())
    }
    fn finish(
        slots: Self::Slots,
    ) -> ::core::result::Result<Self, ::core::primitive::usize> {
        ::core::result::Result::Ok(Self {
            value: rt::missing_key(slots.0, 0)?,
            extended: rt::missing_key(slots.1, 1)?,
        })
    }
    fn serialize<M: rt::SerializeMap>(
        &self,
        map: &mut M,
    ) -> ::core::result::Result<(), M::Error> {
        map.serialize_entry("value", &self.value)?;
        map.serialize_entry("extended", &self.extended)?;
        ::core::result::Result::Ok(())
    }
}
rt::object_type! {
    Option
}
pub mod option {
    //! The fields of [`Option`](super::Option), to select from.
    use super::rt;
    pub const value: rt::Leaf<
        super::super::super::object::Option,
        ::core::option::Option<::core::primitive::i32>,
    > = rt::Leaf::new("value");
    pub const some: rt::Edge<
        super::super::super::object::Option,
        super::super::super::object::Vec,
        rt::Opt<rt::One>,
    > = rt::Edge::new("some");
    pub const none: rt::Edge<
        super::super::super::object::Option,
        super::super::super::object::Result,
        rt::Opt<rt::One>,
    > = rt::Edge::new("none");
    pub const extended: rt::Leaf<
        super::super::super::object::Option,
        ::core::option::Option<::core::primitive::i32>,
    > = rt::Leaf::new("extended");
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::Option, ::std::string::String> = rt::Leaf::new(
        "__typename",
    );
}
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Payload {
    pub client_mutation_id: ::core::option::Option<::std::string::String>,
}
impl rt::Object for Payload {
    type Scope = super::super::object::Payload;
    type Slots = (
        ::core::option::Option<::core::option::Option<::std::string::String>>,
    );
    const KEYS: &'static [&'static ::core::primitive::str] = &["clientMutationId"];
    fn take<'de, A: rt::MapAccess<'de>>(
        slots: &mut Self::Slots,
        index: ::core::primitive::usize,
        map: &mut A,
    ) -> ::core::result::Result<(), A::Error> {
        match index {
            0 => slots.0 = ::core::option::Option::Some(map.next_value()?),
            _ => {}
        }
        ::core::result::Result::Ok(())
    }
    fn finish(
        slots: Self::Slots,
    ) -> ::core::result::Result<Self, ::core::primitive::usize> {
        ::core::result::Result::Ok(Self {
            client_mutation_id: rt::missing_key(slots.0, 0)?,
        })
    }
    fn serialize<M: rt::SerializeMap>(
        &self,
        map: &mut M,
    ) -> ::core::result::Result<(), M::Error> {
        map.serialize_entry("clientMutationId", &self.client_mutation_id)?;
        ::core::result::Result::Ok(())
    }
}
rt::object_type! {
    Payload
}
pub mod payload {
    //! The fields of [`Payload`](super::Payload), to select from.
    use super::rt;
    pub const relay: rt::Edge<
        super::super::super::object::Payload,
        super::super::super::object::Root,
        rt::Opt<rt::One>,
    > = rt::Edge::new("relay");
    pub const node: rt::Edge<
        super::super::super::object::Payload,
        super::super::super::object::Node,
        rt::Opt<rt::One>,
    > = rt::Edge::new("node");
    pub const self_: rt::Edge<
        super::super::super::object::Payload,
        super::super::super::object::Self_,
        rt::Opt<rt::One>,
    > = rt::Edge::new("self");
    pub const client_mutation_id: rt::Leaf<
        super::super::super::object::Payload,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("clientMutationId");
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::Payload, ::std::string::String> = rt::Leaf::new(
        "__typename",
    );
}
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Result {
    pub ok: ::core::option::Option<::core::primitive::bool>,
    pub err: ::core::option::Option<::std::string::String>,
    pub rt: ::core::option::Option<::core::primitive::i32>,
}
impl rt::Object for Result {
    type Scope = super::super::object::Result;
    type Slots = (
        ::core::option::Option<::core::option::Option<::core::primitive::bool>>,
        ::core::option::Option<::core::option::Option<::std::string::String>>,
        ::core::option::Option<::core::option::Option<::core::primitive::i32>>,
    );
    const KEYS: &'static [&'static ::core::primitive::str] = &["ok", "err", "rt"];
    fn take<'de, A: rt::MapAccess<'de>>(
        slots: &mut Self::Slots,
        index: ::core::primitive::usize,
        map: &mut A,
    ) -> ::core::result::Result<(), A::Error> {
        match index {
            0 => slots.0 = ::core::option::Option::Some(map.next_value()?),
            1 => slots.1 = ::core::option::Option::Some(map.next_value()?),
            2 => slots.2 = ::core::option::Option::Some(map.next_value()?),
            _ => {}
        }
        ::core::result::Result::Ok(())
    }
    fn finish(
        slots: Self::Slots,
    ) -> ::core::result::Result<Self, ::core::primitive::usize> {
        ::core::result::Result::Ok(Self {
            ok: rt::missing_key(slots.0, 0)?,
            err: rt::missing_key(slots.1, 1)?,
            rt: rt::missing_key(slots.2, 2)?,
        })
    }
    fn serialize<M: rt::SerializeMap>(
        &self,
        map: &mut M,
    ) -> ::core::result::Result<(), M::Error> {
        map.serialize_entry("ok", &self.ok)?;
        map.serialize_entry("err", &self.err)?;
        map.serialize_entry("rt", &self.rt)?;
        ::core::result::Result::Ok(())
    }
}
rt::object_type! {
    Result
}
pub mod result {
    //! The fields of [`Result`](super::Result), to select from.
    use super::rt;
    pub const ok: rt::Leaf<
        super::super::super::object::Result,
        ::core::option::Option<::core::primitive::bool>,
    > = rt::Leaf::new("ok");
    pub const err: rt::Leaf<
        super::super::super::object::Result,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("err");
    pub const rt: rt::Leaf<
        super::super::super::object::Result,
        ::core::option::Option<::core::primitive::i32>,
    > = rt::Leaf::new("rt");
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::Result, ::std::string::String> = rt::Leaf::new(
        "__typename",
    );
}
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Root {
    /// The name of the object's type.
    pub typename: ::std::string::String,
}
impl rt::Object for Root {
    type Scope = super::super::object::Root;
    type Slots = (::core::option::Option<::std::string::String>,);
    const KEYS: &'static [&'static ::core::primitive::str] = &["__typename"];
    fn take<'de, A: rt::MapAccess<'de>>(
        slots: &mut Self::Slots,
        index: ::core::primitive::usize,
        map: &mut A,
    ) -> ::core::result::Result<(), A::Error> {
        match index {
            0 => slots.0 = ::core::option::Option::Some(map.next_value()?),
            _ => {}
        }
        ::core::result::Result::Ok(())
    }
    fn finish(
        slots: Self::Slots,
    ) -> ::core::result::Result<Self, ::core::primitive::usize> {
        ::core::result::Result::Ok(Self {
            typename: rt::missing_key(slots.0, 0)?,
        })
    }
    fn serialize<M: rt::SerializeMap>(
        &self,
        map: &mut M,
    ) -> ::core::result::Result<(), M::Error> {
        map.serialize_entry("__typename", &self.typename)?;
        ::core::result::Result::Ok(())
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
    pub id: super::super::scalar::ID,
    pub name: ::core::option::Option<::std::string::String>,
    pub r#type: ::core::option::Option<super::super::enums::Type>,
    pub typename: ::core::option::Option<::std::string::String>,
    pub string: ::std::string::String,
    pub _1: ::core::option::Option<::core::primitive::i32>,
}
impl rt::Object for Self_ {
    type Scope = super::super::object::Self_;
    type Slots = (
        ::core::option::Option<super::super::scalar::ID>,
        ::core::option::Option<::core::option::Option<::std::string::String>>,
        ::core::option::Option<::core::option::Option<super::super::enums::Type>>,
        ::core::option::Option<::core::option::Option<::std::string::String>>,
        ::core::option::Option<::std::string::String>,
        ::core::option::Option<::core::option::Option<::core::primitive::i32>>,
    );
    const KEYS: &'static [&'static ::core::primitive::str] = &[
        "id",
        "name",
        "type",
        "typename",
        "String",
        "_1",
    ];
    fn take<'de, A: rt::MapAccess<'de>>(
        slots: &mut Self::Slots,
        index: ::core::primitive::usize,
        map: &mut A,
    ) -> ::core::result::Result<(), A::Error> {
        match index {
            0 => slots.0 = ::core::option::Option::Some(map.next_value()?),
            1 => slots.1 = ::core::option::Option::Some(map.next_value()?),
            2 => slots.2 = ::core::option::Option::Some(map.next_value()?),
            3 => slots.3 = ::core::option::Option::Some(map.next_value()?),
            4 => slots.4 = ::core::option::Option::Some(map.next_value()?),
            5 => slots.5 = ::core::option::Option::Some(map.next_value()?),
            _ => {}
        }
        ::core::result::Result::Ok(())
    }
    fn finish(
        slots: Self::Slots,
    ) -> ::core::result::Result<Self, ::core::primitive::usize> {
        ::core::result::Result::Ok(Self {
            id: rt::missing_key(slots.0, 0)?,
            name: rt::missing_key(slots.1, 1)?,
            r#type: rt::missing_key(slots.2, 2)?,
            typename: rt::missing_key(slots.3, 3)?,
            string: rt::missing_key(slots.4, 4)?,
            _1: rt::missing_key(slots.5, 5)?,
        })
    }
    fn serialize<M: rt::SerializeMap>(
        &self,
        map: &mut M,
    ) -> ::core::result::Result<(), M::Error> {
        map.serialize_entry("id", &self.id)?;
        map.serialize_entry("name", &self.name)?;
        map.serialize_entry("type", &self.r#type)?;
        map.serialize_entry("typename", &self.typename)?;
        map.serialize_entry("String", &self.string)?;
        map.serialize_entry("_1", &self._1)?;
        ::core::result::Result::Ok(())
    }
}
rt::object_type! {
    Self_
}
pub mod self_ {
    //! The fields of [`Self_`](super::Self_), to select from.
    use super::rt;
    pub const id: rt::Leaf<
        super::super::super::object::Self_,
        super::super::super::scalar::ID,
    > = rt::Leaf::new("id");
    pub const name: rt::Leaf<
        super::super::super::object::Self_,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("name");
    pub const self_: rt::Edge<
        super::super::super::object::Self_,
        super::super::super::object::Self_,
        rt::Opt<rt::One>,
    > = rt::Edge::new("self");
    pub const super_: rt::Edge<
        super::super::super::object::Self_,
        super::super::super::object::Self_,
        rt::List<rt::One>,
    > = rt::Edge::new("super");
    pub const r#type: rt::Leaf<
        super::super::super::object::Self_,
        ::core::option::Option<super::super::super::enums::Type>,
    > = rt::Leaf::new("type");
    pub const typename: rt::Leaf<
        super::super::super::object::Self_,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("typename");
    pub const option: rt::Edge<
        super::super::super::object::Self_,
        super::super::super::object::Option,
        rt::Opt<rt::One>,
    > = rt::Edge::new("Option");
    pub const string: rt::Leaf<
        super::super::super::object::Self_,
        ::std::string::String,
    > = rt::Leaf::new("String");
    pub const _1: rt::Leaf<
        super::super::super::object::Self_,
        ::core::option::Option<::core::primitive::i32>,
    > = rt::Leaf::new("_1");
    pub const rt: rt::Edge<
        super::super::super::object::Self_,
        super::super::super::object::Rt,
        rt::Opt<rt::One>,
    > = rt::Edge::new("rt");
    /// The name of the object's type.
    pub const typename_2: rt::Leaf<super::Self_, ::std::string::String> = rt::Leaf::new(
        "__typename",
    );
}
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Stream {
    /// The name of the object's type.
    pub typename: ::std::string::String,
}
impl rt::Object for Stream {
    type Scope = super::super::object::Stream;
    type Slots = (::core::option::Option<::std::string::String>,);
    const KEYS: &'static [&'static ::core::primitive::str] = &["__typename"];
    fn take<'de, A: rt::MapAccess<'de>>(
        slots: &mut Self::Slots,
        index: ::core::primitive::usize,
        map: &mut A,
    ) -> ::core::result::Result<(), A::Error> {
        match index {
            0 => slots.0 = ::core::option::Option::Some(map.next_value()?),
            _ => {}
        }
        ::core::result::Result::Ok(())
    }
    fn finish(
        slots: Self::Slots,
    ) -> ::core::result::Result<Self, ::core::primitive::usize> {
        ::core::result::Result::Ok(Self {
            typename: rt::missing_key(slots.0, 0)?,
        })
    }
    fn serialize<M: rt::SerializeMap>(
        &self,
        map: &mut M,
    ) -> ::core::result::Result<(), M::Error> {
        map.serialize_entry("__typename", &self.typename)?;
        ::core::result::Result::Ok(())
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
    pub value: ::core::option::Option<::core::primitive::i32>,
}
impl rt::Object for String {
    type Scope = super::super::object::String;
    type Slots = (
        ::core::option::Option<::core::option::Option<::core::primitive::i32>>,
    );
    const KEYS: &'static [&'static ::core::primitive::str] = &["value"];
    fn take<'de, A: rt::MapAccess<'de>>(
        slots: &mut Self::Slots,
        index: ::core::primitive::usize,
        map: &mut A,
    ) -> ::core::result::Result<(), A::Error> {
        match index {
            0 => slots.0 = ::core::option::Option::Some(map.next_value()?),
            _ => {}
        }
        ::core::result::Result::Ok(())
    }
    fn finish(
        slots: Self::Slots,
    ) -> ::core::result::Result<Self, ::core::primitive::usize> {
        ::core::result::Result::Ok(Self {
            value: rt::missing_key(slots.0, 0)?,
        })
    }
    fn serialize<M: rt::SerializeMap>(
        &self,
        map: &mut M,
    ) -> ::core::result::Result<(), M::Error> {
        map.serialize_entry("value", &self.value)?;
        ::core::result::Result::Ok(())
    }
}
rt::object_type! {
    String
}
pub mod string {
    //! The fields of [`String`](super::String), to select from.
    use super::rt;
    pub const value: rt::Leaf<
        super::super::super::object::String,
        ::core::option::Option<::core::primitive::i32>,
    > = rt::Leaf::new("value");
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::String, ::std::string::String> = rt::Leaf::new(
        "__typename",
    );
}
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Tick {
    pub at: rt::Value,
}
impl rt::Object for Tick {
    type Scope = super::super::object::Tick;
    type Slots = (::core::option::Option<rt::Value>,);
    const KEYS: &'static [&'static ::core::primitive::str] = &["at"];
    fn take<'de, A: rt::MapAccess<'de>>(
        slots: &mut Self::Slots,
        index: ::core::primitive::usize,
        map: &mut A,
    ) -> ::core::result::Result<(), A::Error> {
        match index {
            0 => {
                slots.0 = ::core::option::Option::Some(
                    <rt::Json as rt::Read<_>>::read(map)?,
                );
            }
            _ => {}
        }
        ::core::result::Result::Ok(())
    }
    fn finish(
        slots: Self::Slots,
    ) -> ::core::result::Result<Self, ::core::primitive::usize> {
        ::core::result::Result::Ok(Self {
            at: rt::missing_key(slots.0, 0)?,
        })
    }
    fn serialize<M: rt::SerializeMap>(
        &self,
        map: &mut M,
    ) -> ::core::result::Result<(), M::Error> {
        map.serialize_entry("at", &self.at)?;
        ::core::result::Result::Ok(())
    }
}
rt::object_type! {
    Tick
}
pub mod tick {
    //! The fields of [`Tick`](super::Tick), to select from.
    use super::rt;
    pub const at: rt::Leaf<super::super::super::object::Tick, rt::Value, rt::Json> = rt::Leaf::json(
        "at",
    );
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::Tick, ::std::string::String> = rt::Leaf::new(
        "__typename",
    );
}
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct I32 {
    pub usize: ::core::option::Option<::core::primitive::i32>,
}
impl rt::Object for I32 {
    type Scope = super::super::object::I32;
    type Slots = (
        ::core::option::Option<::core::option::Option<::core::primitive::i32>>,
    );
    const KEYS: &'static [&'static ::core::primitive::str] = &["usize"];
    fn take<'de, A: rt::MapAccess<'de>>(
        slots: &mut Self::Slots,
        index: ::core::primitive::usize,
        map: &mut A,
    ) -> ::core::result::Result<(), A::Error> {
        match index {
            0 => slots.0 = ::core::option::Option::Some(map.next_value()?),
            _ => {}
        }
        ::core::result::Result::Ok(())
    }
    fn finish(
        slots: Self::Slots,
    ) -> ::core::result::Result<Self, ::core::primitive::usize> {
        ::core::result::Result::Ok(Self {
            usize: rt::missing_key(slots.0, 0)?,
        })
    }
    fn serialize<M: rt::SerializeMap>(
        &self,
        map: &mut M,
    ) -> ::core::result::Result<(), M::Error> {
        map.serialize_entry("usize", &self.usize)?;
        ::core::result::Result::Ok(())
    }
}
rt::object_type! {
    I32
}
pub mod i32 {
    //! The fields of [`I32`](super::I32), to select from.
    use super::rt;
    pub const usize: rt::Leaf<
        super::super::super::object::I32,
        ::core::option::Option<::core::primitive::i32>,
    > = rt::Leaf::new("usize");
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::I32, ::std::string::String> = rt::Leaf::new(
        "__typename",
    );
}
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Rt {
    pub i32: ::core::option::Option<::core::primitive::i32>,
    pub str: ::core::option::Option<::std::string::String>,
}
impl rt::Object for Rt {
    type Scope = super::super::object::Rt;
    type Slots = (
        ::core::option::Option<::core::option::Option<::core::primitive::i32>>,
        ::core::option::Option<::core::option::Option<::std::string::String>>,
    );
    const KEYS: &'static [&'static ::core::primitive::str] = &["i32", "str"];
    fn take<'de, A: rt::MapAccess<'de>>(
        slots: &mut Self::Slots,
        index: ::core::primitive::usize,
        map: &mut A,
    ) -> ::core::result::Result<(), A::Error> {
        match index {
            0 => slots.0 = ::core::option::Option::Some(map.next_value()?),
            1 => slots.1 = ::core::option::Option::Some(map.next_value()?),
            _ => {}
        }
        ::core::result::Result::Ok(())
    }
    fn finish(
        slots: Self::Slots,
    ) -> ::core::result::Result<Self, ::core::primitive::usize> {
        ::core::result::Result::Ok(Self {
            i32: rt::missing_key(slots.0, 0)?,
            str: rt::missing_key(slots.1, 1)?,
        })
    }
    fn serialize<M: rt::SerializeMap>(
        &self,
        map: &mut M,
    ) -> ::core::result::Result<(), M::Error> {
        map.serialize_entry("i32", &self.i32)?;
        map.serialize_entry("str", &self.str)?;
        ::core::result::Result::Ok(())
    }
}
rt::object_type! {
    Rt
}
pub mod rt_2 {
    //! The fields of [`Rt`](super::Rt), to select from.
    use super::rt;
    pub const i32: rt::Leaf<
        super::super::super::object::Rt,
        ::core::option::Option<::core::primitive::i32>,
    > = rt::Leaf::new("i32");
    pub const str: rt::Leaf<
        super::super::super::object::Rt,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("str");
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::Rt, ::std::string::String> = rt::Leaf::new(
        "__typename",
    );
}
