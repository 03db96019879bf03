//! Typed selections: the selection determines the type of the answer.
//!
//! A selection works in two steps. [`Fields::write`] writes it into a document and returns a plan with the response
//! keys. Decoding needs only the plan: [`Fields::take`] gets each key of the object as it is read, and
//! [`Fields::finish`] turns the filled slots into the result. Decoding builds no tree of values.
//!
//! Decoding is written once, here, so that generated code needs no serde derive. Derives would take five to seven
//! times the compile time: with one struct for each type of GitHub's schema, `cargo check` took 19 to 27 seconds
//! with `derive(Deserialize)`, and 4 seconds with this code.

mod default;
mod fragment;
mod items;
pub(crate) mod key;
mod leaf;
mod map;
mod nested;
mod null;
mod tuple;
mod typename;
mod value;
mod values;
mod wrap;

use std::cell::RefCell;

use serde::de::MapAccess;

pub use default::{
    DefaultSelection, Object, default_selection, deserialize_object, empty_object, serialize_object,
};
pub use fragment::{Fragment, On};
pub use leaf::Leaf;
pub use map::{Map, map, reads};
pub use nested::{Edge, Nested};
pub use typename::{TYPENAME, Typename};
pub use value::{Json, JsonShape, Plain, Read};
pub use values::{AnyJson, Entries, Rows, Values};
pub(crate) use wrap::Seed;
pub use wrap::{List, One, Opt, Wrap};

use crate::document::{Doc, Key};

/// Anything that can be selected on the GraphQL type that `S` represents.
#[diagnostic::on_unimplemented(
    message = "this cannot be selected on GraphQL type `{S}`",
    label = "not a field of `{S}`, or a tuple of up to 16; after a field with arguments comes `.select(..)`"
)]
pub trait Select<S>: Fields {}

/// What a selection writes into a document and reads from an answer. The types that [`Select`] names are checked where a
/// selection is made, and not again for the selections around it: a mistake is one error of the compiler.
pub trait Fields: Sized {
    /// The type that the answer is read into.
    type Out;
    /// The response keys, and the plans of nested selections.
    type Plan: Send + Sync + 'static;
    /// The values of one object while it is read.
    type Slot;
    /// Whether the selection may take more than one key of an object.
    const WIDE: bool = false;

    /// Writes the selection into the open selection set.
    fn write(self, doc: &mut Doc) -> Self::Plan;

    /// Returns empty slots.
    fn slot() -> Self::Slot;

    /// Reads the value of `key` if it belongs to this selection. Otherwise returns `false` and leaves the map
    /// untouched.
    ///
    /// # Errors
    ///
    /// Returns an error of the deserializer; `at` then holds the path.
    fn take<'de, A: MapAccess<'de>>(
        plan: &Self::Plan,
        key: &str,
        slot: &mut Self::Slot,
        map: &mut A,
        at: &Path,
    ) -> Result<bool, A::Error>;

    /// Returns the result.
    ///
    /// # Errors
    ///
    /// Returns the response key that was selected but is missing.
    fn finish(plan: &Self::Plan, slot: Self::Slot) -> Result<Self::Out, Key>;
}

/// Where decoding failed. It is filled only when an error is returned, so that a valid answer costs nothing.
#[derive(Debug, Default)]
pub struct Path {
    segments: RefCell<Vec<String>>,
    /// Whether default selections read a missing key as null, if it may be null.
    lenient: bool,
}

impl Path {
    pub(crate) fn new(lenient: bool) -> Self {
        Path { segments: RefCell::default(), lenient }
    }

    /// Whether the server was asked without some of the fields that may be left out.
    pub(crate) fn is_lenient(&self) -> bool {
        self.lenient
    }

    /// Adds `segment` if `result` is an error.
    ///
    /// # Errors
    ///
    /// Returns the error of `result`.
    pub fn at<T, E>(&self, result: Result<T, E>, segment: impl FnOnce() -> String) -> Result<T, E> {
        result.inspect_err(|_| self.segments.borrow_mut().push(segment()))
    }

    /// Returns the path as a JSON pointer ([RFC 6901](https://www.rfc-editor.org/rfc/rfc6901)).
    pub fn json_pointer(&self) -> String {
        let mut pointer = String::new();
        for segment in self.segments.borrow().iter().rev() {
            pointer.push('/');
            pointer.push_str(&segment.replace('~', "~0").replace('/', "~1"));
        }
        pointer
    }
}
