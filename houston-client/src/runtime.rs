//! What generated code stands on. The generator is told the path of this module.
//!
//! Nothing here needs to be named by hand: builders, selections and answers are used through the generated
//! modules.

pub use std::borrow::Cow::Borrowed;
pub use std::option::Option::{self, Some};
pub use std::primitive::{bool, f64, i32, str};
pub use std::result::Result::{self, Ok};
pub use std::string::String;
pub use std::sync::LazyLock;
pub use std::vec::Vec;

pub use jiff::Timestamp;
pub use serde;
pub use serde::de::MapAccess;
pub use serde::ser::SerializeMap;
pub use serde_json::{Value, to_value};

pub use crate::arguments::{Arguments, Builder, IntoArgument, NullableItems, Set, Unset};
pub use crate::outcome::{Part, Refusal};
pub use crate::request::{Operation, OperationSecrets, Request, Root, RootField};
pub use crate::schema::{self, OperationKind};
pub use crate::select::{
    AnyJson, DefaultSelection, Edge, Fragment, Json, Leaf, List, Nested, Object, One, Opt, Rows,
    Select, Wrap, default_selection, deserialize_object, serialize_entries, serialize_object,
};
pub use crate::text::{EnumType, Text};
pub use crate::{date_time_scalar, enum_type, object_type, opaque_scalar, text_serde};

/// Reads the schema table that the generator writes beside its code, as `table.json`.
///
/// # Panics
///
/// When the text is not what the generator of the same version wrote.
pub fn read_table(text: &str) -> schema::Schema {
    match serde_json::from_str(text) {
        Ok(schema) => schema,
        Err(error) => panic!("the schema table is not of this version's generator: {error}"),
    }
}

/// Owned text, whatever names a schema hides.
pub fn owned(text: &str) -> String {
    text.to_owned()
}

/// Implements serde for an [`Object`].
#[doc(hidden)]
#[macro_export]
macro_rules! object_type {
    ($name:ident) => {
        impl $crate::runtime::serde::Serialize for $name {
            fn serialize<S: $crate::runtime::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::runtime::serialize_object(self, serializer)
            }
        }

        impl<'de> $crate::runtime::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::runtime::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::runtime::deserialize_object(deserializer)
            }
        }
    };
}

/// Implements text, serde and arguments for an [`EnumType`].
#[doc(hidden)]
#[macro_export]
macro_rules! enum_type {
    ($name:ident) => {
        impl ::core::fmt::Display for $name {
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                formatter.write_str($crate::runtime::EnumType::name(self))
            }
        }

        impl ::core::convert::From<&::core::primitive::str> for $name {
            fn from(name: &::core::primitive::str) -> Self {
                $crate::runtime::EnumType::from_name(name)
            }
        }

        impl $crate::runtime::IntoArgument<$name> for $name {
            fn into_argument(self) -> $crate::runtime::Value {
                $crate::runtime::Value::from($crate::runtime::EnumType::name(&self))
            }
        }

        $crate::text_serde!(
            $name,
            $crate::runtime::EnumType::name,
            $crate::runtime::EnumType::from_name
        );
    };
}

/// Implements serde for a type that is text on the wire.
#[doc(hidden)]
#[macro_export]
macro_rules! text_serde {
    ($name:ident, $as_str:expr, $from_str:expr) => {
        impl $crate::runtime::serde::Serialize for $name {
            fn serialize<S: $crate::runtime::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                serializer.serialize_str($as_str(self))
            }
        }

        impl<'de> $crate::runtime::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::runtime::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                deserializer.deserialize_str($crate::runtime::Text($from_str))
            }
        }
    };
}

/// A scalar that is opaque text: a type of its own, made from text and never judged.
#[doc(hidden)]
#[macro_export]
macro_rules! opaque_scalar {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(::std::string::String);

        impl $name {
            #[doc = " The text, as the server writes it."]
            pub fn as_str(&self) -> &::core::primitive::str {
                &self.0
            }

            #[doc = " The same text as another scalar: one id has several types in a schema."]
            pub fn cast<T: ::core::convert::From<::std::string::String>>(self) -> T {
                T::from(self.0)
            }
        }

        impl ::core::fmt::Display for $name {
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                formatter.write_str(&self.0)
            }
        }

        impl ::core::convert::From<::std::string::String> for $name {
            fn from(text: ::std::string::String) -> Self {
                Self(text)
            }
        }

        impl ::core::convert::From<&::core::primitive::str> for $name {
            fn from(text: &::core::primitive::str) -> Self {
                Self($crate::runtime::owned(text))
            }
        }

        impl ::core::convert::From<$name> for ::std::string::String {
            fn from(scalar: $name) -> Self {
                scalar.0
            }
        }

        $crate::opaque_scalar! { @argument $name: $name, &$name, ::std::string::String,
            &::std::string::String, &::core::primitive::str }

        $crate::text_serde!($name, $name::as_str, |text: &::core::primitive::str| $name::from(text));
    };
    (@argument $name:ident: $($from:ty),+) => { $(
        impl $crate::runtime::IntoArgument<$name> for $from {
            fn into_argument(self) -> $crate::runtime::Value {
                $crate::runtime::Value::String(::std::string::ToString::to_string(&self))
            }
        }
    )+ };
}

/// A scalar that is a point in time. The text that came is kept: one that is no time is no error.
#[doc(hidden)]
#[macro_export]
macro_rules! date_time_scalar {
    ($(#[$meta:meta])* $name:ident) => {
        $crate::opaque_scalar! { $(#[$meta])* $name }

        impl $name {
            #[doc = " The point in time; `None` when the text is no date and time with an offset."]
            pub fn timestamp(&self) -> ::core::option::Option<$crate::runtime::Timestamp> {
                self.0.parse().ok()
            }
        }

        #[doc = " With milliseconds, in UTC: as the server writes it."]
        impl ::core::convert::From<$crate::runtime::Timestamp> for $name {
            fn from(timestamp: $crate::runtime::Timestamp) -> Self {
                Self(::std::format!("{timestamp:.3}"))
            }
        }

        impl $crate::runtime::IntoArgument<$name> for $crate::runtime::Timestamp {
            fn into_argument(self) -> $crate::runtime::Value {
                $crate::runtime::IntoArgument::<$name>::into_argument($name::from(self))
            }
        }
    };
}

/// Makes a type of your own a value for arguments of the scalar that it stands for: `scalar_argument!(Money)`.
///
/// The overlay names the type for the scalar; it must read and write the scalar's JSON with serde, and be
/// `Clone`, `Debug` and `PartialEq`.
#[macro_export]
macro_rules! scalar_argument {
    ($name:ty) => {
        impl $crate::runtime::IntoArgument<$name> for $name {
            fn into_argument(self) -> $crate::runtime::Value {
                // What cannot be written as JSON is refused by the server as null.
                $crate::runtime::to_value(self).unwrap_or_default()
            }
        }
    };
}
