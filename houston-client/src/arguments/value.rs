//! Values that setters take.

use std::borrow::Cow;
use std::marker::PhantomData;

use serde_json::Value;

use super::required::AllSet;

/// A value for an argument or input field whose GraphQL type is represented by `T`: the Rust type of the scalar, the
/// generated enum or input object, or [`ListOf`] one.
pub trait IntoArgument<T> {
    /// What only some arguments take: `()` if each takes it. See [`TakenBy`].
    type Given;

    /// Returns the JSON that is sent as the variable. `None` is not sent.
    fn into_argument(self) -> Option<Value>;
}

/// What the setter of an argument takes. `T` is as in [`IntoArgument`], and `N` says what else the argument takes: see
/// [`Required`], [`Optional`] and [`Nullable`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a value for an argument of type `{T}`",
    label = "not a `{T}`; a list is an array, a slice or a `Vec`"
)]
pub trait Arg<T, N = Required>: IntoArgument<T> {}

impl<T, N, V: IntoArgument<T, Given: TakenBy<N>>> Arg<T, N> for V {}

/// What an argument of the kind `N` takes. This is apart from [`IntoArgument`], so that the compiler says either that a
/// value has the wrong type, or that this argument takes no null.
pub trait TakenBy<N> {}

impl<N> TakenBy<N> for () {}
impl<N: TakesNull> TakenBy<N> for Null {}
impl<N: TakesOption, T, V: Arg<T, N>> TakenBy<N> for Maybe<V, T> {}
impl<N, I, T, V: Arg<T, I>> TakenBy<N> for Items<V, T, I> {}
impl<N, A: AllSet> TakenBy<N> for Input<A> {}

/// A given `Option` of a `V`.
#[derive(Debug)]
pub struct Maybe<V, T>(PhantomData<(V, T)>);

/// Given items of a list; `I` says what the items may be.
#[derive(Debug)]
pub struct Items<V, T, I>(PhantomData<(V, T, I)>);

/// A given input object with these required fields.
#[derive(Debug)]
pub struct Input<A>(PhantomData<A>);

/// Sends null, which differs from not sending the argument: `.description(Null)`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Null;

/// An argument that takes a value, but no `Option` and no [`Null`].
#[derive(Debug)]
pub enum Required {}

/// An argument that may be left out, but is not null: it takes a value or an `Option`.
#[derive(Debug)]
pub enum Optional {}

/// An argument that may be left out or null: it takes a value, an `Option` or [`Null`]. As an item of a list, `None`
/// is null.
#[derive(Debug)]
pub enum Nullable {}

/// Arguments that may be left out.
#[diagnostic::on_unimplemented(
    message = "a required argument, or an item that is not null, takes no `Option`",
    label = "this `Option` may have no value to send",
    note = "pass the value itself: `Some(value)` becomes `value`, and `None` needs another value or an early return"
)]
pub trait TakesOption {}

#[diagnostic::do_not_recommend]
impl TakesOption for Optional {}
#[diagnostic::do_not_recommend]
impl TakesOption for Nullable {}

/// Arguments that may be null.
#[diagnostic::on_unimplemented(
    message = "this argument does not take `Null`",
    label = "null is not a value for it",
    note = "pass a value; an optional argument is left out by `None`, or without the call"
)]
pub trait TakesNull {}

#[diagnostic::do_not_recommend]
impl TakesNull for Nullable {}

#[diagnostic::do_not_recommend]
impl<T> IntoArgument<T> for Null {
    type Given = Null;

    fn into_argument(self) -> Option<Value> {
        Some(Value::Null)
    }
}

#[diagnostic::do_not_recommend]
impl<T, V: IntoArgument<T>> IntoArgument<T> for Option<V> {
    type Given = Maybe<V, T>;

    fn into_argument(self) -> Option<Value> {
        self?.into_argument()
    }
}

/// Represents a list; `N` says whether its items may be null, as in `[T]`, or not, as in `[T!]`.
#[derive(Debug)]
pub struct ListOf<T, N = Nullable>(PhantomData<(T, N)>);

fn list<T, V: IntoArgument<T>>(items: impl IntoIterator<Item = V>) -> Option<Value> {
    let items = items.into_iter().map(V::into_argument);
    Some(items.map(Option::unwrap_or_default).collect())
}

fn cloned<T, V: IntoArgument<T> + Clone>(items: &[V]) -> Option<Value> {
    list(items.iter().cloned())
}

macro_rules! lists {
    ($([$($generics:tt)*] $from:ty: $items:ident),+ $(,)?) => { $(
        #[diagnostic::do_not_recommend]
        impl<T, I, V: IntoArgument<T> $($generics)*> IntoArgument<ListOf<T, I>> for $from {
            type Given = Items<V, T, I>;

            fn into_argument(self) -> Option<Value> {
                $items(self)
            }
        }
    )+ };
}

lists! {
    [] Vec<V>: list,
    [, const LENGTH: usize] [V; LENGTH]: list,
    [+ Clone] &[V]: cloned,
}

macro_rules! values {
    ($($from:ty => $to:ty: $value:path),+ $(,)?) => { $(
        #[diagnostic::do_not_recommend]
        impl IntoArgument<$to> for $from {
            type Given = ();

            fn into_argument(self) -> Option<Value> {
                Some($value(self))
            }
        }
    )+ };
}

values! {
    &str => String: Value::from,
    String => String: Value::from,
    &String => String: copied,
    Cow<'_, str> => String: Value::from,
    bool => bool: Value::from,
    i32 => i32: Value::from,
    i32 => f64: Value::from,
    f64 => f64: finite,
    Value => Value: Value::from,
}

#[expect(clippy::ptr_arg, reason = "the macro gives it the type that callers pass")]
fn copied(text: &String) -> Value {
    Value::from(text.as_str())
}

/// JSON has no infinities and no NaN. They are sent as text, which every server refuses for a `Float`. JSON
/// libraries would write null, which clears the value on the server.
fn finite(number: f64) -> Value {
    if number.is_finite() { Value::from(number) } else { Value::from(number.to_string()) }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{Arg, ListOf, Null, Nullable, Optional, Required};

    fn given<T, N>(value: impl Arg<T, N>) -> Option<Value> {
        value.into_argument()
    }

    #[test]
    fn a_number_that_json_does_not_have_is_not_null() {
        assert_eq!(given::<f64, Required>(1.5), Some(json!(1.5)));
        for (number, text) in [(f64::NAN, "NaN"), (f64::INFINITY, "inf")] {
            assert_eq!(given::<f64, Required>(number), Some(json!(text)));
        }
    }

    #[test]
    fn one_setter_takes_a_value_an_option_or_null() {
        assert_eq!(given::<String, Required>("a"), Some(json!("a")));
        assert_eq!(given::<String, Optional>(Some("a")), Some(json!("a")));
        assert_eq!(given::<String, Optional>(None::<&str>), None);
        assert_eq!(given::<String, Nullable>("a"), Some(json!("a")));
        assert_eq!(given::<String, Nullable>(None::<&str>), None);
        assert_eq!(given::<String, Nullable>(Null), Some(Value::Null));
        assert_eq!(given::<String, Nullable>(Some(Null)), Some(Value::Null));
        assert_eq!(given::<String, Nullable>(Some(Some("a"))), Some(json!("a")));
    }

    #[test]
    fn lists_and_their_items_take_what_the_schema_allows() {
        type Items<N> = ListOf<String, N>;
        assert_eq!(given::<Items<Required>, Required>(["a", "b"]), Some(json!(["a", "b"])));
        assert_eq!(given::<Items<Required>, Nullable>(Null), Some(Value::Null));
        assert_eq!(given::<Items<Required>, Nullable>(Some(vec!["a"])), Some(json!(["a"])));
        assert_eq!(given::<Items<Required>, Optional>(None::<Vec<&str>>), None);
        let nulls = json!(["a", null]);
        assert_eq!(given::<Items<Nullable>, Required>(vec![Some("a"), None]), Some(nulls.clone()));
        assert_eq!(given::<Items<Nullable>, Required>(&[Some("a"), None][..]), Some(nulls));
        assert_eq!(given::<Items<Nullable>, Nullable>([Null]), Some(json!([null])));
        let nested = given::<ListOf<Items<Nullable>>, Nullable>([Some([Some("a"), None]), None]);
        assert_eq!(nested, Some(json!([["a", null], null])));
    }
}
