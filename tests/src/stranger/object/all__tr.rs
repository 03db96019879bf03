// Made by `cargo xtask codegen --schema tests/schemas/stranger.graphql --out tests/src/stranger`: run it again instead of editing.

use ::houston_client::runtime as rt;
use super::super::{argument, enums, input, object, required, scalar};
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Traps {
    pub value: rt::Option<rt::i32>,
    pub selection: rt::Option<rt::i32>,
    pub given: rt::Option<rt::i32>,
    pub other: rt::Option<rt::i32>,
    pub __: rt::Option<rt::i32>,
}
impl rt::Object for Traps {
    type Scope = object::Traps;
    type Values = (
        rt::Option<rt::i32>,
        rt::Option<rt::i32>,
        rt::Option<rt::i32>,
        rt::Option<rt::i32>,
        rt::Option<rt::i32>,
    );
    const KEYS: &'static [&'static rt::str] = &[
        "value",
        "selection",
        "given",
        "other",
        "_",
    ];
    fn new((value, selection, given, other, __): Self::Values) -> Self {
        Self {
            value,
            selection,
            given,
            other,
            __,
        }
    }
    fn serialize<M: rt::SerializeMap>(&self, map: &mut M) -> rt::Result<(), M::Error> {
        rt::serialize_entries(
            Self::KEYS,
            &(&self.value, &self.selection, &self.given, &self.other, &self.__),
            map,
        )
    }
}
rt::object_type! {
    Traps
}
pub mod traps {
    //! The fields of [`Traps`](super::Traps), to select from.
    use super::{argument, enums, input, object, required, rt, scalar};
    pub const value: rt::Leaf<object::Traps, rt::Option<rt::i32>> = rt::Leaf::new(
        "value",
    );
    pub const selection: rt::Leaf<object::Traps, rt::Option<rt::i32>> = rt::Leaf::new(
        "selection",
    );
    pub const given: rt::Leaf<object::Traps, rt::Option<rt::i32>> = rt::Leaf::new(
        "given",
    );
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
        pub fn value(self, value_: impl rt::IntoArgument<rt::i32>) -> Self {
            Self(self.0.with("value", "Int", value_))
        }
        /// Sends null for `value`: not the same as not sending it.
        pub fn value_null(self) -> Self {
            Self(self.0.null("value", "Int"))
        }
        /// As [`value`](Self::value), when there is a value.
        pub fn maybe_value(
            self,
            value_: rt::Option<impl rt::IntoArgument<rt::i32>>,
        ) -> Self {
            Self(self.0.maybe("value", "Int", value_))
        }
        /// `x: Int`
        pub fn x(self, value_: impl rt::IntoArgument<rt::i32>) -> Self {
            Self(self.0.with("x", "Int", value_))
        }
        /// Sends null for `x`: not the same as not sending it.
        pub fn x_null(self) -> Self {
            Self(self.0.null("x", "Int"))
        }
        /// As [`x`](Self::x), when there is a value.
        pub fn maybe_x(
            self,
            value_: rt::Option<impl rt::IntoArgument<rt::i32>>,
        ) -> Self {
            Self(self.0.maybe("x", "Int", value_))
        }
        /// The field, to be selected beside others.
        pub fn select(self) -> rt::Leaf<object::Traps, rt::Option<rt::i32>> {
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
        pub fn selection(self, value_: impl rt::IntoArgument<rt::i32>) -> Self {
            Self(self.0.with("selection", "Int", value_))
        }
        /// Sends null for `selection`: not the same as not sending it.
        pub fn selection_null(self) -> Self {
            Self(self.0.null("selection", "Int"))
        }
        /// As [`selection`](Self::selection), when there is a value.
        pub fn maybe_selection(
            self,
            value_: rt::Option<impl rt::IntoArgument<rt::i32>>,
        ) -> Self {
            Self(self.0.maybe("selection", "Int", value_))
        }
        /// Selects exactly this on the result, `Traps`.
        pub fn select<Selection: rt::Select<object::Traps>>(
            self,
            selection_: Selection,
        ) -> rt::Nested<object::Traps, object::Traps, rt::Opt<rt::One>, Selection> {
            rt::Nested::new("another", self.0.into_arguments(), selection_)
        }
    }
    pub const __: rt::Leaf<object::Traps, rt::Option<rt::i32>> = rt::Leaf::new("_");
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
    pub struct _2_2<A = rt::Unset<argument::a>>(rt::Builder<(A,)>);
    /// [`_2_2`] with everything set that is required.
    pub type _2_2Ready = _2_2<rt::Set>;
    impl<A> _2_2<A> {
        /// Required. `a: Int!`
        pub fn a(self, value_: impl rt::IntoArgument<rt::i32>) -> _2_2<rt::Set> {
            _2_2(self.0.with("a", "Int!", value_))
        }
        /// The field, to be selected beside others.
        pub fn select(self) -> rt::Leaf<object::Traps, rt::Option<rt::i32>>
        where
            A: required::a,
        {
            rt::Leaf::with("_2", self.0.into_arguments())
        }
    }
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::Traps, rt::String> = rt::Leaf::new("__typename");
}
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Vec {
    pub items: rt::Vec<rt::i32>,
}
impl rt::Object for Vec {
    type Scope = object::Vec;
    type Values = (rt::Vec<rt::i32>,);
    const KEYS: &'static [&'static rt::str] = &["items"];
    fn new((items,): Self::Values) -> Self {
        Self { items }
    }
    fn serialize<M: rt::SerializeMap>(&self, map: &mut M) -> rt::Result<(), M::Error> {
        rt::serialize_entries(Self::KEYS, &(&self.items,), map)
    }
}
rt::object_type! {
    Vec
}
pub mod vec {
    //! The fields of [`Vec`](super::Vec), to select from.
    use super::{argument, enums, input, object, required, rt, scalar};
    pub const items: rt::Leaf<object::Vec, rt::Vec<rt::i32>> = rt::Leaf::new("items");
    pub const vec: rt::Edge<
        object::Vec,
        object::Vec,
        rt::Opt<rt::List<rt::Opt<rt::One>>>,
    > = rt::Edge::new("Vec");
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::Vec, rt::String> = rt::Leaf::new("__typename");
}
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Wide {
    pub f00: rt::Option<rt::i32>,
    pub f01: rt::Option<rt::i32>,
    pub f02: rt::Option<rt::i32>,
    pub f03: rt::Option<rt::i32>,
    pub f04: rt::Option<rt::i32>,
    pub f05: rt::Option<rt::i32>,
    pub f06: rt::Option<rt::i32>,
    pub f07: rt::Option<rt::i32>,
    pub f08: rt::Option<rt::i32>,
    pub f09: rt::Option<rt::i32>,
    pub f10: rt::Option<rt::i32>,
    pub f11: rt::Option<rt::i32>,
    pub f12: rt::Option<rt::i32>,
    pub f13: rt::Option<rt::i32>,
    pub f14: rt::Option<rt::i32>,
    pub f15: rt::Option<rt::i32>,
    pub f16: rt::Option<rt::i32>,
    pub f17: rt::Option<rt::i32>,
    pub f18: rt::Option<rt::i32>,
    pub f19: rt::Option<rt::i32>,
}
impl rt::Object for Wide {
    type Scope = object::Wide;
    type Values = rt::Rows<
        (
            (
                rt::Option<rt::i32>,
                rt::Option<rt::i32>,
                rt::Option<rt::i32>,
                rt::Option<rt::i32>,
                rt::Option<rt::i32>,
                rt::Option<rt::i32>,
                rt::Option<rt::i32>,
                rt::Option<rt::i32>,
                rt::Option<rt::i32>,
                rt::Option<rt::i32>,
                rt::Option<rt::i32>,
                rt::Option<rt::i32>,
            ),
            (
                rt::Option<rt::i32>,
                rt::Option<rt::i32>,
                rt::Option<rt::i32>,
                rt::Option<rt::i32>,
                rt::Option<rt::i32>,
                rt::Option<rt::i32>,
                rt::Option<rt::i32>,
                rt::Option<rt::i32>,
            ),
        ),
    >;
    const KEYS: &'static [&'static rt::str] = &[
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
    fn new(
        rt::Rows(
            (
                (f00, f01, f02, f03, f04, f05, f06, f07, f08, f09, f10, f11),
                (f12, f13, f14, f15, f16, f17, f18, f19),
            ),
        ): Self::Values,
    ) -> Self {
        Self {
            f00,
            f01,
            f02,
            f03,
            f04,
            f05,
            f06,
            f07,
            f08,
            f09,
            f10,
            f11,
            f12,
            f13,
            f14,
            f15,
            f16,
            f17,
            f18,
            f19,
        }
    }
    fn serialize<M: rt::SerializeMap>(&self, map: &mut M) -> rt::Result<(), M::Error> {
        rt::serialize_entries(
            Self::KEYS,
            &rt::Rows((
                (
                    &self.f00,
                    &self.f01,
                    &self.f02,
                    &self.f03,
                    &self.f04,
                    &self.f05,
                    &self.f06,
                    &self.f07,
                    &self.f08,
                    &self.f09,
                    &self.f10,
                    &self.f11,
                ),
                (
                    &self.f12,
                    &self.f13,
                    &self.f14,
                    &self.f15,
                    &self.f16,
                    &self.f17,
                    &self.f18,
                    &self.f19,
                ),
            )),
            map,
        )
    }
}
rt::object_type! {
    Wide
}
pub mod wide {
    //! The fields of [`Wide`](super::Wide), to select from.
    use super::{argument, enums, input, object, required, rt, scalar};
    pub const f00: rt::Leaf<object::Wide, rt::Option<rt::i32>> = rt::Leaf::new("f00");
    pub const f01: rt::Leaf<object::Wide, rt::Option<rt::i32>> = rt::Leaf::new("f01");
    pub const f02: rt::Leaf<object::Wide, rt::Option<rt::i32>> = rt::Leaf::new("f02");
    pub const f03: rt::Leaf<object::Wide, rt::Option<rt::i32>> = rt::Leaf::new("f03");
    pub const f04: rt::Leaf<object::Wide, rt::Option<rt::i32>> = rt::Leaf::new("f04");
    pub const f05: rt::Leaf<object::Wide, rt::Option<rt::i32>> = rt::Leaf::new("f05");
    pub const f06: rt::Leaf<object::Wide, rt::Option<rt::i32>> = rt::Leaf::new("f06");
    pub const f07: rt::Leaf<object::Wide, rt::Option<rt::i32>> = rt::Leaf::new("f07");
    pub const f08: rt::Leaf<object::Wide, rt::Option<rt::i32>> = rt::Leaf::new("f08");
    pub const f09: rt::Leaf<object::Wide, rt::Option<rt::i32>> = rt::Leaf::new("f09");
    pub const f10: rt::Leaf<object::Wide, rt::Option<rt::i32>> = rt::Leaf::new("f10");
    pub const f11: rt::Leaf<object::Wide, rt::Option<rt::i32>> = rt::Leaf::new("f11");
    pub const f12: rt::Leaf<object::Wide, rt::Option<rt::i32>> = rt::Leaf::new("f12");
    pub const f13: rt::Leaf<object::Wide, rt::Option<rt::i32>> = rt::Leaf::new("f13");
    pub const f14: rt::Leaf<object::Wide, rt::Option<rt::i32>> = rt::Leaf::new("f14");
    pub const f15: rt::Leaf<object::Wide, rt::Option<rt::i32>> = rt::Leaf::new("f15");
    pub const f16: rt::Leaf<object::Wide, rt::Option<rt::i32>> = rt::Leaf::new("f16");
    pub const f17: rt::Leaf<object::Wide, rt::Option<rt::i32>> = rt::Leaf::new("f17");
    pub const f18: rt::Leaf<object::Wide, rt::Option<rt::i32>> = rt::Leaf::new("f18");
    pub const f19: rt::Leaf<object::Wide, rt::Option<rt::i32>> = rt::Leaf::new("f19");
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::Wide, rt::String> = rt::Leaf::new("__typename");
}
