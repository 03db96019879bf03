//! The parts that generated code uses. The generator gets the path of this module.
//!
//! Callers do not need to name anything here: they use builders, selections and answers through the generated
//! modules.

pub use std::option::Option::{self, Some};
pub use std::primitive::{bool, f64, i32, str};
pub use std::string::String;
pub use std::sync::LazyLock;
pub use std::vec::Vec;

pub use jiff::Timestamp;
pub use serde;
pub use serde_json::Value;

pub use crate::arguments::{
    AllSet, Arg, Arguments, Builder, Input, IntoArgument, ListOf, Nullable, Optional, Required,
    Set, Unset,
};
pub use crate::error::Error;
pub use crate::request::{Operation, OperationSecrets, Request, Root, RootField, kind};
pub use crate::schema;
pub use crate::select::{
    AnyJson, DefaultSelection, Edge, Entries, Fragment, Json, Leaf, List, Nested, Object, One, Opt,
    Rows, Select, TYPENAME, Wrap, default_selection, deserialize_object, empty_object,
    serialize_object,
};
pub use crate::text::{Enum, Names, UnknownName, enum_from, read_enum, read_text};
pub use crate::{
    builder_type, date_time_scalar, enum_type, names, object_type, opaque_scalar,
    required_arguments, rust_types, text_serde,
};

/// Reads the schema table that the generator writes next to its code, as `table.json`.
///
/// # Panics
///
/// Panics if the text was not written by the same version of the generator.
pub fn read_table(text: &str) -> schema::Schema {
    match serde_json::from_str(text) {
        Ok(schema) => schema,
        Err(error) => panic!("another version of the generator wrote the schema table: {error}"),
    }
}

/// A field without subfields.
pub const fn leaf<S, T>(name: &'static str) -> Leaf<S, T> {
    Leaf::new(name)
}

/// A field whose value is any JSON.
pub const fn json<S, T>(name: &'static str) -> Leaf<S, T, Json> {
    Leaf::json(name)
}

/// A field whose result has fields.
pub const fn edge<S, C, W>(name: &'static str) -> Edge<S, C, W> {
    Edge::new(name)
}

/// Returns owned text, even where a schema's names hide those of the standard library.
pub fn owned(text: &str) -> String {
    text.to_owned()
}

/// Returns the JSON of a value of the caller's own type.
///
/// # Panics
///
/// Panics if the type's `Serialize` fails: sending anything else could clear a value on the server.
pub fn written<T: serde::Serialize>(value: &T) -> Value {
    match serde_json::to_value(value) {
        Ok(value) => value,
        Err(error) => panic!("a value of `{}` is not JSON: {error}", std::any::type_name::<T>()),
    }
}
