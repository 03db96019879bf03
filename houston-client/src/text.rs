//! The common code of generated enums and scalars, whose JSON is text.

use std::fmt;

use serde::de::{Deserializer, Visitor};
use serde_json::Value;

use crate::arguments::IntoArgument;

/// A generated enum. Its code is written once, here: each further item of each enum costs the compiler time.
#[doc(hidden)]
pub trait Enum: Clone + 'static {
    /// Its values and their names.
    const NAMES: Names<Self>;
    /// Creates the variant that keeps a value that the schema does not have.
    const OTHER: fn(String) -> Self;
}

/// The values of a type and their names.
#[doc(hidden)]
#[derive(Debug)]
pub struct Names<T: 'static> {
    /// The Rust name of the type.
    pub of: &'static str,
    /// The values of the schema.
    pub all: &'static [T],
    /// The name of a value.
    pub as_str: fn(&T) -> &str,
}

impl<T: Clone> Names<T> {
    fn known(&self, name: &str) -> Option<T> {
        self.all.iter().find(|one| (self.as_str)(one) == name).cloned()
    }

    /// Returns the value with this name.
    ///
    /// # Errors
    ///
    /// Refuses a name that is not one of them.
    pub fn parse(&self, name: &str) -> Result<T, UnknownName> {
        let names = self.all.iter().map(self.as_str);
        self.known(name).ok_or_else(|| UnknownName::new(self.of, name, names))
    }
}

/// Returns the value with this name, or keeps the name.
#[doc(hidden)]
pub fn enum_from<T: Enum>(name: &str) -> T {
    T::NAMES.known(name).unwrap_or_else(|| (T::OTHER)(name.to_owned()))
}

/// Reads a value, or keeps a name that the schema does not have.
///
/// # Errors
///
/// Returns an error of the deserializer.
#[doc(hidden)]
pub fn read_enum<'de, T: Enum, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_str(Text(enum_from))
}

#[diagnostic::do_not_recommend]
impl<T: Enum> IntoArgument<T> for T {
    type Given = ();

    fn into_argument(self) -> Option<Value> {
        IntoArgument::<T>::into_argument(&self)
    }
}

#[diagnostic::do_not_recommend]
impl<T: Enum> IntoArgument<T> for &T {
    type Given = ();

    fn into_argument(self) -> Option<Value> {
        Some(Value::from((T::NAMES.as_str)(self)))
    }
}

/// Implements text, serde and arguments for a generated enum: its values with their names in GraphQL, and the variant
/// that keeps any other value as text and sends it back unchanged.
#[doc(hidden)]
#[macro_export]
macro_rules! enum_type {
    ($name:ident: $($variant:ident = $text:literal),*; $unknown:ident) => {
        impl $name {
            #[doc = " The values of the schema, in its order."]
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            #[doc = " The value's name in GraphQL."]
            pub fn as_str(&self) -> &::core::primitive::str {
                match self {
                    $(Self::$variant => $text,)*
                    Self::$unknown(other) => other,
                }
            }
        }

        impl $crate::runtime::Enum for $name {
            const NAMES: $crate::runtime::Names<Self> = $crate::names!(@table $name);
            const OTHER: fn($crate::runtime::String) -> Self = Self::$unknown;
        }

        #[doc = " A value that the schema does not have is kept: use `parse` to refuse it."]
        impl ::core::convert::From<&::core::primitive::str> for $name {
            fn from(name: &::core::primitive::str) -> Self {
                $crate::runtime::enum_from(name)
            }
        }

        $crate::names!($name);
        $crate::text_serde!($name, $name::as_str, $crate::runtime::read_enum);
    };
}

/// Implements `Display` and a strict `FromStr` for a type with the constant `ALL` and the method `as_str`.
#[doc(hidden)]
#[macro_export]
macro_rules! names {
    (@table $name:ident) => {
        $crate::runtime::Names {
            of: ::core::stringify!($name),
            all: $name::ALL,
            as_str: $name::as_str,
        }
    };
    ($name:ident) => {
        impl ::core::fmt::Display for $name {
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                formatter.write_str(self.as_str())
            }
        }

        #[doc = " Takes only names in [`ALL`](Self::ALL)."]
        impl ::core::str::FromStr for $name {
            type Err = $crate::runtime::UnknownName;

            fn from_str(
                name: &::core::primitive::str,
            ) -> ::core::result::Result<Self, $crate::runtime::UnknownName> {
                $crate::names!(@table $name).parse(name)
            }
        }
    };
}

/// The error of a text that is not one of an enum's names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownName {
    of: &'static str,
    name: String,
    known: String,
}

impl UnknownName {
    /// Creates the error: the Rust name of the enum, the text, and the names that it knows.
    #[doc(hidden)]
    pub fn new(of: &'static str, name: &str, known: impl Iterator<Item = &'static str>) -> Self {
        /// The text is shown up to this length.
        const SHOWN: usize = 64;
        let mut shown: String = name.chars().take(SHOWN).flat_map(char::escape_debug).collect();
        if name.chars().nth(SHOWN).is_some() {
            shown.push('…');
        }
        UnknownName { of, name: shown, known: known.collect::<Vec<_>>().join(", ") }
    }
}

/// Names the text and the known names.
impl fmt::Display for UnknownName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let UnknownName { of, name, known } = self;
        write!(formatter, "`{of}` has no value `{name}`: use one of {known}")
    }
}

impl std::error::Error for UnknownName {}

/// Implements serde for a type whose JSON is text.
#[doc(hidden)]
#[macro_export]
macro_rules! text_serde {
    ($name:ident, $as_str:expr, $read:expr) => {
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
                $read(deserializer)
            }
        }
    };
}

/// Reads a value that is created from any text.
///
/// # Errors
///
/// Returns an error of the deserializer.
#[doc(hidden)]
pub fn read_text<'de, T: for<'a> From<&'a str>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    deserializer.deserialize_str(Text(|text| T::from(text)))
}

/// Reads text through a function.
struct Text<T>(fn(&str) -> T);

impl<T> Visitor<'_> for Text<T> {
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("text")
    }

    fn visit_str<E>(self, text: &str) -> Result<T, E> {
        Ok((self.0)(text))
    }
}

/// Defines a scalar of opaque text: a type that is created from any text without validation.
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

            #[doc = " Converts to another scalar with the same text: one id has several types in a schema."]
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

        $crate::text_serde!($name, $name::as_str, $crate::runtime::read_text);
    };
    (@argument $name:ident: $($from:ty),+) => { $(
        #[diagnostic::do_not_recommend]
        impl $crate::runtime::IntoArgument<$name> for $from {
            type Given = ();

            fn into_argument(self) -> ::core::option::Option<$crate::runtime::Value> {
                let text = ::std::string::ToString::to_string(&self);
                ::core::option::Option::Some($crate::runtime::Value::String(text))
            }
        }
    )+ };
}

/// Defines a scalar for a point in time. It keeps the received text: text that is not a valid time is not an error.
#[doc(hidden)]
#[macro_export]
macro_rules! date_time_scalar {
    ($(#[$meta:meta])* $name:ident) => {
        $crate::opaque_scalar! { $(#[$meta])* $name }

        impl $name {
            #[doc = " The point in time. `None` if the text is not a date and time with an offset."]
            pub fn timestamp(&self) -> ::core::option::Option<$crate::runtime::Timestamp> {
                self.0.parse().ok()
            }
        }

        #[doc = " Writes milliseconds and UTC, as the server does."]
        impl ::core::convert::From<$crate::runtime::Timestamp> for $name {
            fn from(timestamp: $crate::runtime::Timestamp) -> Self {
                Self(::std::format!("{timestamp:.3}"))
            }
        }

        #[diagnostic::do_not_recommend]
        impl $crate::runtime::IntoArgument<$name> for $crate::runtime::Timestamp {
            type Given = ();

            fn into_argument(self) -> ::core::option::Option<$crate::runtime::Value> {
                $crate::runtime::IntoArgument::<$name>::into_argument($name::from(self))
            }
        }
    };
}

/// Defines the representation of arguments whose values have a Rust type that the overlay names, for each such type. It
/// belongs to the crate with the generated code, so the types may be of any crate.
#[doc(hidden)]
#[macro_export]
macro_rules! rust_types {
    ($name:ident: $($ty:ty),+) => {
        #[doc = " Represents an argument that takes values of the Rust type `T`."]
        #[derive(Debug)]
        pub struct $name<T>(::core::marker::PhantomData<T>);

        $(
            #[diagnostic::do_not_recommend]
            impl $crate::runtime::IntoArgument<$name<$ty>> for $ty {
                type Given = ();

                fn into_argument(self) -> ::core::option::Option<$crate::runtime::Value> {
                    ::core::option::Option::Some($crate::runtime::written(&self))
                }
            }

            #[diagnostic::do_not_recommend]
            impl $crate::runtime::IntoArgument<$name<$ty>> for &$ty {
                type Given = ();

                fn into_argument(self) -> ::core::option::Option<$crate::runtime::Value> {
                    ::core::option::Option::Some($crate::runtime::written(self))
                }
            }
        )+
    };
}
