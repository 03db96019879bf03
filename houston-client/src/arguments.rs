//! The arguments of a field: the untyped list that every generated builder fills.

mod required;
mod value;

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde_json::Value;

pub use required::{AllSet, Missing, Nothing, Required as RequiredArgument, Set, Unset};
pub use value::{
    Arg, Input, IntoArgument, Items, ListOf, Maybe, Null, Nullable, Optional, Required, TakenBy,
    TakesNull, TakesOption,
};

/// An argument that was set.
#[derive(Clone)]
pub struct Argument {
    /// The name in GraphQL.
    pub name: Cow<'static, str>,
    /// The type in GraphQL notation, as the document declares it for the variable.
    pub ty: Cow<'static, str>,
    /// The value.
    pub value: Value,
}

/// Omits the value, which may be a secret.
impl fmt::Debug for Argument {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.name, self.ty)
    }
}

/// The arguments that were set. Only these are sent.
#[derive(Clone, Debug, Default)]
pub struct Arguments(Vec<Argument>);

impl Arguments {
    /// Creates an empty list.
    pub const fn new() -> Self {
        Arguments(Vec::new())
    }

    /// Sets an argument. A second value for the same name replaces the first.
    pub fn set(
        &mut self,
        name: impl Into<Cow<'static, str>>,
        ty: impl Into<Cow<'static, str>>,
        value: Value,
    ) {
        let argument = Argument { name: name.into(), ty: ty.into(), value };
        match self.0.iter_mut().find(|set| set.name == argument.name) {
            Some(set) => *set = argument,
            None => self.0.push(argument),
        }
    }

    /// Removes an argument, so that it is not sent.
    pub fn remove(&mut self, name: &str) {
        self.0.retain(|set| set.name != name);
    }

    /// The value of an argument, if it was set.
    pub fn value(&self, name: &str) -> Option<&Value> {
        self.0.iter().find(|set| set.name == name).map(|set| &set.value)
    }

    /// Replaces the value at a JSON pointer, whose first name is that of an argument. Without a value there, nothing
    /// changes.
    pub fn replace(&mut self, pointer: &str, value: Value) {
        let pointer = pointer.strip_prefix('/').unwrap_or(pointer);
        let (name, below) = pointer.split_at(pointer.find('/').unwrap_or(pointer.len()));
        let name = name.replace("~1", "/").replace("~0", "~");
        let argument = self.0.iter_mut().find(|set| set.name == name);
        if let Some(place) = argument.and_then(|set| set.value.pointer_mut(below)) {
            *place = value;
        }
    }

    /// The arguments, in the order in which they were first set.
    pub fn iter(&self) -> std::slice::Iter<'_, Argument> {
        self.0.iter()
    }

    /// Returns the fields of an input object that were set, as one JSON object.
    pub fn into_object(self) -> Value {
        self.0.into_iter().map(|argument| (argument.name.into_owned(), argument.value)).collect()
    }
}

/// The arguments, in the order in which they were first set.
impl IntoIterator for Arguments {
    type Item = Argument;
    type IntoIter = std::vec::IntoIter<Argument>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

/// The base of every generated builder: the arguments that were set, and in `P` one type for each required argument
/// that records whether it was set.
pub struct Builder<P> {
    arguments: Arguments,
    required: PhantomData<fn() -> P>,
}

impl<P> Builder<P> {
    /// Creates a builder with nothing set.
    pub const fn new() -> Self {
        Builder { arguments: Arguments::new(), required: PhantomData }
    }

    /// Sets an argument, or removes it if the value is `None`. `Q` records which required arguments are set afterwards.
    pub fn with<Q, T, N>(
        self,
        name: &'static str,
        ty: &'static str,
        value: impl Arg<T, N>,
    ) -> Builder<Q> {
        self.with_value(name, ty, value.into_argument())
    }

    /// Returns the arguments that were set.
    pub fn into_arguments(self) -> Arguments {
        self.arguments
    }

    /// Returns the arguments that were set, as the JSON of an input object.
    pub fn into_object(self) -> Option<Value> {
        Some(self.arguments.into_object())
    }

    /// Writes a tuple struct of this name around the builder, as a derive does.
    ///
    /// # Errors
    ///
    /// Returns an error of the formatter.
    pub fn show(&self, name: &str, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple(name).field(self).finish()
    }

    fn with_value<Q>(
        mut self,
        name: &'static str,
        ty: &'static str,
        value: Option<Value>,
    ) -> Builder<Q> {
        match value {
            Some(value) => self.arguments.set(name, ty, value),
            None => self.arguments.remove(name),
        }
        Builder { arguments: self.arguments, required: PhantomData }
    }
}

impl<P> Default for Builder<P> {
    fn default() -> Self {
        Self::new()
    }
}

impl<P> Clone for Builder<P> {
    fn clone(&self) -> Self {
        Builder { arguments: self.arguments.clone(), required: PhantomData }
    }
}

impl<P> fmt::Debug for Builder<P> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.arguments.fmt(formatter)
    }
}

/// Implements `Clone` and `Debug` for a generated builder, whatever its required arguments are. A derive would ask both of
/// the types of these arguments.
#[doc(hidden)]
#[macro_export]
macro_rules! builder_type { ($name:ident $($parameter:ident)*) => {
    impl<$($parameter),*> ::core::clone::Clone for $name<$($parameter),*> {
        fn clone(&self) -> Self {
            Self(self.0.clone())
        }
    }

    impl<$($parameter),*> ::core::fmt::Debug for $name<$($parameter),*> {
        fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            self.0.show(::core::stringify!($name), formatter)
        }
    }
} }
