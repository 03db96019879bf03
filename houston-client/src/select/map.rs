use serde::de::MapAccess;

use super::{Fields, Path, Select};
use crate::document::{Doc, Key};

/// A selection whose result is passed to a function. [`selection!`](crate::selection!) creates it.
#[derive(Debug)]
pub struct Map<X, F> {
    selection: X,
    function: F,
}

/// Reads `selection` and passes the result to `function`.
pub fn map<S, X, O, F>(selection: X, function: F) -> Map<X, F>
where
    X: Select<S>,
    F: Fn(X::Out) -> O + Copy + Send + Sync + 'static,
{
    Map { selection, function }
}

/// Returns the selection unchanged, if it is read as `T`: an error about one field then points at that field.
#[doc(hidden)]
pub fn reads<S, T, X: Select<S, Out = T>>(selection: X) -> X {
    selection
}

impl<S, X: Select<S>, F> Select<S> for Map<X, F> where Map<X, F>: Fields {}

impl<X, O, F> Fields for Map<X, F>
where
    X: Fields,
    F: Fn(X::Out) -> O + Copy + Send + Sync + 'static,
{
    type Out = O;
    type Plan = (X::Plan, F);
    type Slot = X::Slot;
    const WIDE: bool = X::WIDE;

    fn write(self, doc: &mut Doc) -> Self::Plan {
        (self.selection.write(doc), self.function)
    }

    #[inline]
    fn slot() -> Self::Slot {
        X::slot()
    }

    #[inline]
    fn take<'de, A: MapAccess<'de>>(
        (plan, _): &Self::Plan,
        key: &str,
        slot: &mut Self::Slot,
        map: &mut A,
        at: &Path,
    ) -> Result<bool, A::Error> {
        X::take(plan, key, slot, map, at)
    }

    #[inline]
    fn finish((plan, function): &Self::Plan, slot: Self::Slot) -> Result<O, Key> {
        X::finish(plan, slot).map(*function)
    }
}

/// Defines a struct of your own as a selection: its fields name the selected fields and hold their values.
///
/// A value that may be null is an `Option`, and so is a list: `[Workspace]` is read as `Option<Vec<_>>`. The
/// overlay decides whether an item of a list may be null. For Houston, no item may be: a null item is an error that
/// names its position.
///
#[cfg_attr(feature = "houston", doc = "```")]
#[cfg_attr(not(feature = "houston"), doc = "```ignore")]
/// use houston_client::object::{self, deployment, workspace};
/// use houston_client::{query, request::Operation, selection};
///
/// selection! {
///     /// The fields of a Deployment in a list.
///     #[derive(Debug)]
///     pub struct Card on object::Deployment {
///         pub id: String = deployment::id,
///         pub label: Option<String> = deployment::label,
///         pub workspace: Option<Home> = deployment::workspace.of(Home::select()),
///     }
/// }
///
/// selection! {
///     #[derive(Debug)]
///     pub struct Home on object::Workspace {
///         pub id: String = workspace::id,
///     }
/// }
///
/// let request = query::deployments().select(Card::select()).request();
/// assert!(request.document().contains("workspace {"));
/// ```
///
/// A struct has at most sixteen fields; nest structs for more. The macro uses no macro of another crate and does
/// not read the schema.
#[macro_export]
macro_rules! selection {
    (
        $(#[$meta:meta])*
        $vis:vis struct $name:ident on $scope:ty {
            $($(#[$field_meta:meta])* $field_vis:vis $field:ident : $ty:ty = $selection:expr),+ $(,)?
        }
    ) => {
        $(#[$meta])*
        $vis struct $name {
            $($(#[$field_meta])* $field_vis $field: $ty),+
        }

        impl $name {
            #[doc = " Returns the selection that is read into this struct."]
            $vis fn select() -> impl $crate::select::Select<$scope, Out = $name> {
                $crate::select::map::<$scope, _, _, _>(
                    ($($crate::select::reads::<$scope, $ty, _>($selection),)+),
                    |selected__| $crate::selection!(
                        @make $name selected__ []
                        [$($field)+]
                        [0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15]
                    ),
                )
            }
        }
    };
    // By index: a pattern with the fields' names would refer to constants with these names, if they are in scope.
    (@make $name:ident $selected:ident [$($made:tt)*]
     [$field:ident $($fields:ident)*] [$index:tt $($indices:tt)*]) => {
        $crate::selection!(
            @make $name $selected [$($made)* $field: $selected.$index,] [$($fields)*] [$($indices)*]
        )
    };
    (@make $name:ident $selected:ident [$($made:tt)*] [] [$($index:tt)*]) => {
        $name { $($made)* }
    };
}
