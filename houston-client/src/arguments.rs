//! The arguments of a field: the untyped list that every generated builder fills.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde_json::Value;

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

    /// The value of an argument, if it was set.
    pub fn value(&self, name: &str) -> Option<&Value> {
        self.0.iter().find(|set| set.name == name).map(|set| &set.value)
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

    /// Sets an argument. `Q` records which required arguments are set afterwards.
    pub fn with<Q, T>(
        self,
        name: &'static str,
        ty: &'static str,
        value: impl IntoArgument<T>,
    ) -> Builder<Q> {
        self.with_value(name, ty, value.into_argument())
    }

    /// Sets an argument to null.
    pub fn null(self, name: &'static str, ty: &'static str) -> Self {
        self.with_value(name, ty, Value::Null)
    }

    /// Sets an argument if there is a value.
    pub fn maybe<T>(
        self,
        name: &'static str,
        ty: &'static str,
        value: Option<impl IntoArgument<T>>,
    ) -> Self {
        match value {
            Some(value) => self.with(name, ty, value),
            None => self,
        }
    }

    /// Returns the arguments that were set.
    pub fn into_arguments(self) -> Arguments {
        self.arguments
    }

    /// Returns the arguments that were set, as the JSON of an input object.
    pub fn into_object(self) -> Value {
        self.arguments.into_object()
    }

    fn with_value<Q>(mut self, name: &'static str, ty: &'static str, value: Value) -> Builder<Q> {
        self.arguments.set(name, ty, value);
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

/// A required argument that has been set. See [`Unset`].
#[derive(Clone, Debug)]
pub enum Set {}

/// A required argument that has not been set yet; `A` names it.
///
/// Builders carry one of these for each required argument. A call without that argument is then a compile error
/// that names the method to call, and the builder's type lists the arguments that are still missing.
#[derive(Clone, Debug)]
pub struct Unset<A>(PhantomData<A>);

/// A value for an argument or input field whose GraphQL type is represented by `T`.
///
/// `T` is the Rust type of the scalar, the generated enum or input object, or a `Vec` of one.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a valid value for an argument of type `{T}`",
    label = "not a `{T}`",
    note = "pass an `Option` to the setter `maybe_…`, send null with `…_null()`, and pass a list as an array, a slice or a `Vec`"
)]
pub trait IntoArgument<T> {
    /// Returns the JSON that is sent as the variable.
    fn into_argument(self) -> Value;
}

/// Represents a list whose items may be null, `[T]`; a `Vec<T>` represents `[T!]`.
#[derive(Debug)]
pub struct NullableItems<T>(PhantomData<T>);

/// A list with nulls among its items, for an argument that allows them.
#[derive(Clone, Debug)]
pub struct WithNulls<V>(pub Vec<Option<V>>);

impl<T, V: IntoArgument<T>> IntoArgument<NullableItems<T>> for WithNulls<V> {
    fn into_argument(self) -> Value {
        let items = self.0.into_iter();
        items.map(|item| item.map_or(Value::Null, V::into_argument)).collect()
    }
}

impl<T, V: IntoArgument<T>> IntoArgument<NullableItems<T>> for Vec<V> {
    fn into_argument(self) -> Value {
        IntoArgument::<Vec<T>>::into_argument(self)
    }
}

impl<T, V: IntoArgument<T>, const N: usize> IntoArgument<NullableItems<T>> for [V; N] {
    fn into_argument(self) -> Value {
        IntoArgument::<Vec<T>>::into_argument(self)
    }
}

impl<T, V: IntoArgument<T> + Clone> IntoArgument<NullableItems<T>> for &[V] {
    fn into_argument(self) -> Value {
        IntoArgument::<Vec<T>>::into_argument(self)
    }
}

macro_rules! into_argument {
    ($($from:ty => $to:ty),+ $(,)?) => { $(
        impl IntoArgument<$to> for $from {
            fn into_argument(self) -> Value {
                Value::from(self)
            }
        }
    )+ };
}

into_argument! {
    &str => String,
    String => String,
    std::borrow::Cow<'_, str> => String,
    bool => bool,
    i32 => i32,
    i32 => f64,
    Value => Value,
}

/// JSON has no infinities and no NaN. They are sent as text, which every server refuses for a `Float`. JSON
/// libraries would write null, which clears the value on the server.
impl IntoArgument<f64> for f64 {
    fn into_argument(self) -> Value {
        if self.is_finite() { Value::from(self) } else { Value::from(self.to_string()) }
    }
}

impl IntoArgument<String> for &String {
    fn into_argument(self) -> Value {
        Value::from(self.as_str())
    }
}

impl<T, V: IntoArgument<T>> IntoArgument<Vec<T>> for Vec<V> {
    fn into_argument(self) -> Value {
        self.into_iter().map(V::into_argument).collect()
    }
}

impl<T, V: IntoArgument<T>, const N: usize> IntoArgument<Vec<T>> for [V; N] {
    fn into_argument(self) -> Value {
        self.into_iter().map(V::into_argument).collect()
    }
}

impl<T, V: IntoArgument<T> + Clone> IntoArgument<Vec<T>> for &[V] {
    fn into_argument(self) -> Value {
        self.iter().cloned().map(V::into_argument).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::IntoArgument;
    use serde_json::json;

    #[test]
    fn a_number_that_json_does_not_have_is_not_null() {
        assert_eq!(IntoArgument::<f64>::into_argument(1.5), json!(1.5));
        for (number, text) in [(f64::NAN, "NaN"), (f64::INFINITY, "inf")] {
            assert_eq!(IntoArgument::<f64>::into_argument(number), json!(text));
        }
    }
}
