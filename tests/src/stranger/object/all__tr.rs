// Made by `cargo xtask codegen --schema tests/schemas/stranger.graphql --out tests/src/stranger`: run it again instead of editing.

use ::houston_client::runtime as rt;
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Traps {
    pub value: ::core::option::Option<::core::primitive::i32>,
    pub selection: ::core::option::Option<::core::primitive::i32>,
    pub given: ::core::option::Option<::core::primitive::i32>,
    pub other: ::core::option::Option<::core::primitive::i32>,
    pub __: ::core::option::Option<::core::primitive::i32>,
}
impl rt::Object for Traps {
    type Scope = super::super::object::Traps;
    type Slots = (
        ::core::option::Option<::core::option::Option<::core::primitive::i32>>,
        ::core::option::Option<::core::option::Option<::core::primitive::i32>>,
        ::core::option::Option<::core::option::Option<::core::primitive::i32>>,
        ::core::option::Option<::core::option::Option<::core::primitive::i32>>,
        ::core::option::Option<::core::option::Option<::core::primitive::i32>>,
    );
    const KEYS: &'static [&'static ::core::primitive::str] = &[
        "value",
        "selection",
        "given",
        "other",
        "_",
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
            _ => {}
        }
        ::core::result::Result::Ok(())
    }
    fn finish(
        slots: Self::Slots,
    ) -> ::core::result::Result<Self, ::core::primitive::usize> {
        ::core::result::Result::Ok(Self {
            value: rt::missing_key(slots.0, 0)?,
            selection: rt::missing_key(slots.1, 1)?,
            given: rt::missing_key(slots.2, 2)?,
            other: rt::missing_key(slots.3, 3)?,
            __: rt::missing_key(slots.4, 4)?,
        })
    }
    fn serialize<M: rt::SerializeMap>(
        &self,
        map: &mut M,
    ) -> ::core::result::Result<(), M::Error> {
        map.serialize_entry("value", &self.value)?;
        map.serialize_entry("selection", &self.selection)?;
        map.serialize_entry("given", &self.given)?;
        map.serialize_entry("other", &self.other)?;
        map.serialize_entry("_", &self.__)?;
        ::core::result::Result::Ok(())
    }
}
rt::object_type! {
    Traps
}
pub mod traps {
    //! The fields of [`Traps`](super::Traps), to select from.
    use super::rt;
    pub const value: rt::Leaf<
        super::super::super::object::Traps,
        ::core::option::Option<::core::primitive::i32>,
    > = rt::Leaf::new("value");
    pub const selection: rt::Leaf<
        super::super::super::object::Traps,
        ::core::option::Option<::core::primitive::i32>,
    > = rt::Leaf::new("selection");
    pub const given: rt::Leaf<
        super::super::super::object::Traps,
        ::core::option::Option<::core::primitive::i32>,
    > = rt::Leaf::new("given");
    ///
    /// No argument is required.
    ///
    /// GraphQL: `other(value: Int, x: Int): Int`
    pub fn other() -> Other {
        Other(rt::Builder::new())
    }
    /// The builder of `other`.
    #[derive(Clone, Debug)]
    #[must_use]
    pub struct Other(rt::Builder<()>);
    impl Other {
        /// `value: Int`
        pub fn value(
            self,
            value_: impl rt::IntoArgument<::core::primitive::i32>,
        ) -> Self {
            Self(self.0.with("value", "Int", value_))
        }
        /// Sends null for `value`: not the same as not sending it.
        pub fn value_null(self) -> Self {
            Self(self.0.null("value", "Int"))
        }
        /// As [`value`](Self::value), when there is a value.
        pub fn maybe_value(
            self,
            value_: ::core::option::Option<impl rt::IntoArgument<::core::primitive::i32>>,
        ) -> Self {
            Self(self.0.maybe("value", "Int", value_))
        }
        /// `x: Int`
        pub fn x(self, value_: impl rt::IntoArgument<::core::primitive::i32>) -> Self {
            Self(self.0.with("x", "Int", value_))
        }
        /// Sends null for `x`: not the same as not sending it.
        pub fn x_null(self) -> Self {
            Self(self.0.null("x", "Int"))
        }
        /// As [`x`](Self::x), when there is a value.
        pub fn maybe_x(
            self,
            value_: ::core::option::Option<impl rt::IntoArgument<::core::primitive::i32>>,
        ) -> Self {
            Self(self.0.maybe("x", "Int", value_))
        }
    }
    impl Other {
        /// The field, to be selected beside others.
        pub fn select(
            self,
        ) -> rt::Leaf<
            super::super::super::object::Traps,
            ::core::option::Option<::core::primitive::i32>,
        > {
            rt::Leaf::with("other", self.0.into_arguments())
        }
    }
    ///
    /// No argument is required.
    ///
    /// GraphQL: `another(selection: Int): Traps`
    pub fn another() -> Another {
        Another(rt::Builder::new())
    }
    /// The builder of `another`.
    #[derive(Clone, Debug)]
    #[must_use]
    pub struct Another(rt::Builder<()>);
    impl Another {
        /// `selection: Int`
        pub fn selection(
            self,
            value_: impl rt::IntoArgument<::core::primitive::i32>,
        ) -> Self {
            Self(self.0.with("selection", "Int", value_))
        }
        /// Sends null for `selection`: not the same as not sending it.
        pub fn selection_null(self) -> Self {
            Self(self.0.null("selection", "Int"))
        }
        /// As [`selection`](Self::selection), when there is a value.
        pub fn maybe_selection(
            self,
            value_: ::core::option::Option<impl rt::IntoArgument<::core::primitive::i32>>,
        ) -> Self {
            Self(self.0.maybe("selection", "Int", value_))
        }
    }
    impl Another {
        /// Selects exactly this on the result, `Traps`.
        pub fn select<Selection: rt::Select<super::super::super::object::Traps>>(
            self,
            selection_: Selection,
        ) -> rt::Nested<
            super::super::super::object::Traps,
            super::super::super::object::Traps,
            rt::Opt<rt::One>,
            Selection,
        > {
            rt::Nested::new("another", self.0.into_arguments(), selection_)
        }
    }
    pub const __: rt::Leaf<
        super::super::super::object::Traps,
        ::core::option::Option<::core::primitive::i32>,
    > = rt::Leaf::new("_");
    ///
    /// Required: [`a`](_2_2::a).
    ///
    /// GraphQL: `_2(a: Int!): Int`
    pub fn _2() -> _2_2 {
        _2_2(rt::Builder::new())
    }
    /// The builder of `_2`.
    #[derive(Clone, Debug)]
    #[must_use]
    pub struct _2_2<A = rt::Unset<super::super::super::argument::a>>(rt::Builder<(A,)>);
    /// [`_2_2`] with everything set that is required.
    pub type _2_2Ready = _2_2<rt::Set>;
    impl<A> _2_2<A> {
        /// Required. `a: Int!`
        pub fn a(
            self,
            value_: impl rt::IntoArgument<::core::primitive::i32>,
        ) -> _2_2<rt::Set> {
            _2_2(self.0.with("a", "Int!", value_))
        }
    }
    impl<A> _2_2<A> {
        /// The field, to be selected beside others.
        pub fn select(
            self,
        ) -> rt::Leaf<
            super::super::super::object::Traps,
            ::core::option::Option<::core::primitive::i32>,
        >
        where
            A: super::super::super::required::a,
        {
            rt::Leaf::with("_2", self.0.into_arguments())
        }
    }
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::Traps, ::std::string::String> = rt::Leaf::new(
        "__typename",
    );
}
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Vec {
    pub items: ::std::vec::Vec<::core::primitive::i32>,
}
impl rt::Object for Vec {
    type Scope = super::super::object::Vec;
    type Slots = (::core::option::Option<::std::vec::Vec<::core::primitive::i32>>,);
    const KEYS: &'static [&'static ::core::primitive::str] = &["items"];
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
            items: rt::missing_key(slots.0, 0)?,
        })
    }
    fn serialize<M: rt::SerializeMap>(
        &self,
        map: &mut M,
    ) -> ::core::result::Result<(), M::Error> {
        map.serialize_entry("items", &self.items)?;
        ::core::result::Result::Ok(())
    }
}
rt::object_type! {
    Vec
}
pub mod vec {
    //! The fields of [`Vec`](super::Vec), to select from.
    use super::rt;
    pub const items: rt::Leaf<
        super::super::super::object::Vec,
        ::std::vec::Vec<::core::primitive::i32>,
    > = rt::Leaf::new("items");
    pub const vec: rt::Edge<
        super::super::super::object::Vec,
        super::super::super::object::Vec,
        rt::Opt<rt::List<rt::Opt<rt::One>>>,
    > = rt::Edge::new("Vec");
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::Vec, ::std::string::String> = rt::Leaf::new(
        "__typename",
    );
}
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Wide {
    pub f00: ::core::option::Option<::core::primitive::i32>,
    pub f01: ::core::option::Option<::core::primitive::i32>,
    pub f02: ::core::option::Option<::core::primitive::i32>,
    pub f03: ::core::option::Option<::core::primitive::i32>,
    pub f04: ::core::option::Option<::core::primitive::i32>,
    pub f05: ::core::option::Option<::core::primitive::i32>,
    pub f06: ::core::option::Option<::core::primitive::i32>,
    pub f07: ::core::option::Option<::core::primitive::i32>,
    pub f08: ::core::option::Option<::core::primitive::i32>,
    pub f09: ::core::option::Option<::core::primitive::i32>,
    pub f10: ::core::option::Option<::core::primitive::i32>,
    pub f11: ::core::option::Option<::core::primitive::i32>,
    pub f12: ::core::option::Option<::core::primitive::i32>,
    pub f13: ::core::option::Option<::core::primitive::i32>,
    pub f14: ::core::option::Option<::core::primitive::i32>,
    pub f15: ::core::option::Option<::core::primitive::i32>,
    pub f16: ::core::option::Option<::core::primitive::i32>,
    pub f17: ::core::option::Option<::core::primitive::i32>,
    pub f18: ::core::option::Option<::core::primitive::i32>,
    pub f19: ::core::option::Option<::core::primitive::i32>,
}
impl rt::Object for Wide {
    type Scope = super::super::object::Wide;
    type Slots = (
        (
            ::core::option::Option<::core::option::Option<::core::primitive::i32>>,
            ::core::option::Option<::core::option::Option<::core::primitive::i32>>,
            ::core::option::Option<::core::option::Option<::core::primitive::i32>>,
            ::core::option::Option<::core::option::Option<::core::primitive::i32>>,
            ::core::option::Option<::core::option::Option<::core::primitive::i32>>,
            ::core::option::Option<::core::option::Option<::core::primitive::i32>>,
            ::core::option::Option<::core::option::Option<::core::primitive::i32>>,
            ::core::option::Option<::core::option::Option<::core::primitive::i32>>,
            ::core::option::Option<::core::option::Option<::core::primitive::i32>>,
            ::core::option::Option<::core::option::Option<::core::primitive::i32>>,
            ::core::option::Option<::core::option::Option<::core::primitive::i32>>,
            ::core::option::Option<::core::option::Option<::core::primitive::i32>>,
        ),
        (
            ::core::option::Option<::core::option::Option<::core::primitive::i32>>,
            ::core::option::Option<::core::option::Option<::core::primitive::i32>>,
            ::core::option::Option<::core::option::Option<::core::primitive::i32>>,
            ::core::option::Option<::core::option::Option<::core::primitive::i32>>,
            ::core::option::Option<::core::option::Option<::core::primitive::i32>>,
            ::core::option::Option<::core::option::Option<::core::primitive::i32>>,
            ::core::option::Option<::core::option::Option<::core::primitive::i32>>,
            ::core::option::Option<::core::option::Option<::core::primitive::i32>>,
        ),
    );
    const KEYS: &'static [&'static ::core::primitive::str] = &[
        "f00",
        "f01",
        "f02",
        "f03",
        "f04",
        "f05",
        "f06",
        "f07",
        "f08",
        "f09",
        "f10",
        "f11",
        "f12",
        "f13",
        "f14",
        "f15",
        "f16",
        "f17",
        "f18",
        "f19",
    ];
    fn take<'de, A: rt::MapAccess<'de>>(
        slots: &mut Self::Slots,
        index: ::core::primitive::usize,
        map: &mut A,
    ) -> ::core::result::Result<(), A::Error> {
        match index {
            0 => slots.0.0 = ::core::option::Option::Some(map.next_value()?),
            1 => slots.0.1 = ::core::option::Option::Some(map.next_value()?),
            2 => slots.0.2 = ::core::option::Option::Some(map.next_value()?),
            3 => slots.0.3 = ::core::option::Option::Some(map.next_value()?),
            4 => slots.0.4 = ::core::option::Option::Some(map.next_value()?),
            5 => slots.0.5 = ::core::option::Option::Some(map.next_value()?),
            6 => slots.0.6 = ::core::option::Option::Some(map.next_value()?),
            7 => slots.0.7 = ::core::option::Option::Some(map.next_value()?),
            8 => slots.0.8 = ::core::option::Option::Some(map.next_value()?),
            9 => slots.0.9 = ::core::option::Option::Some(map.next_value()?),
            10 => slots.0.10 = ::core::option::Option::Some(map.next_value()?),
            11 => slots.0.11 = ::core::option::Option::Some(map.next_value()?),
            12 => slots.1.0 = ::core::option::Option::Some(map.next_value()?),
            13 => slots.1.1 = ::core::option::Option::Some(map.next_value()?),
            14 => slots.1.2 = ::core::option::Option::Some(map.next_value()?),
            15 => slots.1.3 = ::core::option::Option::Some(map.next_value()?),
            16 => slots.1.4 = ::core::option::Option::Some(map.next_value()?),
            17 => slots.1.5 = ::core::option::Option::Some(map.next_value()?),
            18 => slots.1.6 = ::core::option::Option::Some(map.next_value()?),
            19 => slots.1.7 = ::core::option::Option::Some(map.next_value()?),
            _ => {}
        }
        ::core::result::Result::Ok(())
    }
    fn finish(
        slots: Self::Slots,
    ) -> ::core::result::Result<Self, ::core::primitive::usize> {
        ::core::result::Result::Ok(Self {
            f00: rt::missing_key(slots.0.0, 0)?,
            f01: rt::missing_key(slots.0.1, 1)?,
            f02: rt::missing_key(slots.0.2, 2)?,
            f03: rt::missing_key(slots.0.3, 3)?,
            f04: rt::missing_key(slots.0.4, 4)?,
            f05: rt::missing_key(slots.0.5, 5)?,
            f06: rt::missing_key(slots.0.6, 6)?,
            f07: rt::missing_key(slots.0.7, 7)?,
            f08: rt::missing_key(slots.0.8, 8)?,
            f09: rt::missing_key(slots.0.9, 9)?,
            f10: rt::missing_key(slots.0.10, 10)?,
            f11: rt::missing_key(slots.0.11, 11)?,
            f12: rt::missing_key(slots.1.0, 12)?,
            f13: rt::missing_key(slots.1.1, 13)?,
            f14: rt::missing_key(slots.1.2, 14)?,
            f15: rt::missing_key(slots.1.3, 15)?,
            f16: rt::missing_key(slots.1.4, 16)?,
            f17: rt::missing_key(slots.1.5, 17)?,
            f18: rt::missing_key(slots.1.6, 18)?,
            f19: rt::missing_key(slots.1.7, 19)?,
        })
    }
    fn serialize<M: rt::SerializeMap>(
        &self,
        map: &mut M,
    ) -> ::core::result::Result<(), M::Error> {
        map.serialize_entry("f00", &self.f00)?;
        map.serialize_entry("f01", &self.f01)?;
        map.serialize_entry("f02", &self.f02)?;
        map.serialize_entry("f03", &self.f03)?;
        map.serialize_entry("f04", &self.f04)?;
        map.serialize_entry("f05", &self.f05)?;
        map.serialize_entry("f06", &self.f06)?;
        map.serialize_entry("f07", &self.f07)?;
        map.serialize_entry("f08", &self.f08)?;
        map.serialize_entry("f09", &self.f09)?;
        map.serialize_entry("f10", &self.f10)?;
        map.serialize_entry("f11", &self.f11)?;
        map.serialize_entry("f12", &self.f12)?;
        map.serialize_entry("f13", &self.f13)?;
        map.serialize_entry("f14", &self.f14)?;
        map.serialize_entry("f15", &self.f15)?;
        map.serialize_entry("f16", &self.f16)?;
        map.serialize_entry("f17", &self.f17)?;
        map.serialize_entry("f18", &self.f18)?;
        map.serialize_entry("f19", &self.f19)?;
        ::core::result::Result::Ok(())
    }
}
rt::object_type! {
    Wide
}
pub mod wide {
    //! The fields of [`Wide`](super::Wide), to select from.
    use super::rt;
    pub const f00: rt::Leaf<
        super::super::super::object::Wide,
        ::core::option::Option<::core::primitive::i32>,
    > = rt::Leaf::new("f00");
    pub const f01: rt::Leaf<
        super::super::super::object::Wide,
        ::core::option::Option<::core::primitive::i32>,
    > = rt::Leaf::new("f01");
    pub const f02: rt::Leaf<
        super::super::super::object::Wide,
        ::core::option::Option<::core::primitive::i32>,
    > = rt::Leaf::new("f02");
    pub const f03: rt::Leaf<
        super::super::super::object::Wide,
        ::core::option::Option<::core::primitive::i32>,
    > = rt::Leaf::new("f03");
    pub const f04: rt::Leaf<
        super::super::super::object::Wide,
        ::core::option::Option<::core::primitive::i32>,
    > = rt::Leaf::new("f04");
    pub const f05: rt::Leaf<
        super::super::super::object::Wide,
        ::core::option::Option<::core::primitive::i32>,
    > = rt::Leaf::new("f05");
    pub const f06: rt::Leaf<
        super::super::super::object::Wide,
        ::core::option::Option<::core::primitive::i32>,
    > = rt::Leaf::new("f06");
    pub const f07: rt::Leaf<
        super::super::super::object::Wide,
        ::core::option::Option<::core::primitive::i32>,
    > = rt::Leaf::new("f07");
    pub const f08: rt::Leaf<
        super::super::super::object::Wide,
        ::core::option::Option<::core::primitive::i32>,
    > = rt::Leaf::new("f08");
    pub const f09: rt::Leaf<
        super::super::super::object::Wide,
        ::core::option::Option<::core::primitive::i32>,
    > = rt::Leaf::new("f09");
    pub const f10: rt::Leaf<
        super::super::super::object::Wide,
        ::core::option::Option<::core::primitive::i32>,
    > = rt::Leaf::new("f10");
    pub const f11: rt::Leaf<
        super::super::super::object::Wide,
        ::core::option::Option<::core::primitive::i32>,
    > = rt::Leaf::new("f11");
    pub const f12: rt::Leaf<
        super::super::super::object::Wide,
        ::core::option::Option<::core::primitive::i32>,
    > = rt::Leaf::new("f12");
    pub const f13: rt::Leaf<
        super::super::super::object::Wide,
        ::core::option::Option<::core::primitive::i32>,
    > = rt::Leaf::new("f13");
    pub const f14: rt::Leaf<
        super::super::super::object::Wide,
        ::core::option::Option<::core::primitive::i32>,
    > = rt::Leaf::new("f14");
    pub const f15: rt::Leaf<
        super::super::super::object::Wide,
        ::core::option::Option<::core::primitive::i32>,
    > = rt::Leaf::new("f15");
    pub const f16: rt::Leaf<
        super::super::super::object::Wide,
        ::core::option::Option<::core::primitive::i32>,
    > = rt::Leaf::new("f16");
    pub const f17: rt::Leaf<
        super::super::super::object::Wide,
        ::core::option::Option<::core::primitive::i32>,
    > = rt::Leaf::new("f17");
    pub const f18: rt::Leaf<
        super::super::super::object::Wide,
        ::core::option::Option<::core::primitive::i32>,
    > = rt::Leaf::new("f18");
    pub const f19: rt::Leaf<
        super::super::super::object::Wide,
        ::core::option::Option<::core::primitive::i32>,
    > = rt::Leaf::new("f19");
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::Wide, ::std::string::String> = rt::Leaf::new(
        "__typename",
    );
}
