//! Typed selections: what is selected decides the type of the answer.
//!
//! A selection works in two steps. [`Select::write`] prints it into a document and returns a plan: the
//! response keys, decided once. Decoding needs the plan alone: [`Select::take`] is offered each key of the
//! object as it comes by, [`Select::finish`] turns the filled slots into the result. No tree of values is
//! built on the way.
//!
//! Decoding is written once, here, so that generated code needs no serde derive. Derives there cost five to seven times
//! the compile time: with one struct for each type of GitHub's schema, `cargo check` took 19 to 27 seconds with
//! `derive(Deserialize)`, and 4 seconds with decoding that is written out.

mod default;
mod fragment;
mod leaf;
mod map;
mod nested;
mod null;
mod tuple;
mod value;
mod values;
mod wrap;

use std::cell::RefCell;

use serde::de::MapAccess;

pub use default::{
    DefaultSelection, Object, default_selection, deserialize_object, serialize_entries,
    serialize_object,
};
pub use fragment::{Fragment, On};
pub use leaf::Leaf;
pub use map::{Map, map, reads};
pub use nested::{Edge, Nested};
pub use value::{Json, JsonShape, Plain, Read};
pub use values::{AnyJson, Entries, Rows, Values};
pub use wrap::{List, One, Opt, Wrap};
pub(crate) use wrap::{ResponseKey, Seed};

use crate::document::{Doc, Key};

/// Anything that can be selected on the GraphQL type that `S` stands for.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be selected on GraphQL type `{S}`",
    label = "not a selection on `{S}`",
    note = "select a field of `{S}`, or a tuple of its fields; of a field that is an object, say what: `.of(..)`, or `.select(..)` after its arguments"
)]
pub trait Select<S> {
    /// What the answer is read into.
    type Out;
    /// The response keys, and the plans of what is nested.
    type Plan: Send + Sync + 'static;
    /// The values of one object while they come in.
    type Slot;
    /// Whether it may take more than one key of an object.
    const WIDE: bool = false;

    /// Writes the selection into the selection set that is open.
    fn write(&self, doc: &mut Doc) -> Self::Plan;

    /// Empty slots.
    fn slot() -> Self::Slot;

    /// Reads the value of `key` when it belongs to this selection; `false` leaves the map untouched.
    ///
    /// # Errors
    ///
    /// Those of the deserializer; `at` then holds the path.
    fn take<'de, A: MapAccess<'de>>(
        plan: &Self::Plan,
        key: &str,
        slot: &mut Self::Slot,
        map: &mut A,
        at: &Path,
    ) -> Result<bool, A::Error>;

    /// The result.
    ///
    /// # Errors
    ///
    /// The response key that was selected and did not come.
    fn finish(plan: &Self::Plan, slot: Self::Slot) -> Result<Self::Out, Key>;
}

/// Where decoding failed: filled on the way out of an error only, so that a good answer pays nothing.
#[derive(Debug, Default)]
pub struct Path {
    segments: RefCell<Vec<String>>,
    /// Whether default selections read a key that is missing as null, where it may be.
    lenient: bool,
}

impl Path {
    pub(crate) fn new(lenient: bool) -> Self {
        Path { segments: RefCell::default(), lenient }
    }

    /// Adds `segment` when `result` is an error.
    ///
    /// # Errors
    ///
    /// Those of `result`.
    pub fn at<T, E>(&self, result: Result<T, E>, segment: impl FnOnce() -> String) -> Result<T, E> {
        result.inspect_err(|_| self.segments.borrow_mut().push(segment()))
    }

    /// The path as a JSON pointer ([RFC 6901](https://www.rfc-editor.org/rfc/rfc6901)).
    pub fn json_pointer(&self) -> String {
        let mut pointer = String::new();
        for segment in self.segments.borrow().iter().rev() {
            pointer.push('/');
            pointer.push_str(&segment.replace('~', "~0").replace('/', "~1"));
        }
        pointer
    }
}
