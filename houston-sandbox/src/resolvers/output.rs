//! The results of resolvers: values of fields, before they are converted to the types of the schema.

use serde::Serialize;
use serde_json::{Value, json};

use crate::error::refusal::Refusal;
use crate::resolvers::call::Read;
use crate::store::{Row, Table};

/// The value of a field.
pub(crate) enum Output {
    /// A leaf, or objects and lists without derived fields.
    Json(Value),
    List(Vec<Output>),
    /// An object with derived fields.
    Object(Box<dyn Resolve>),
    /// A new token for the user with this id.
    Token(String),
}

/// The result of an operation.
pub(crate) type Answer = Result<Output, Refusal>;

/// A derived field's value, or none if the field is stored.
pub(crate) type Derived = Result<Option<Output>, Refusal>;

/// A GraphQL object.
pub(crate) trait Resolve: Stored {
    /// Returns the value of a derived field.
    fn derive(&self, field: &str, call: &Read<'_>) -> Derived;
}

/// The stored fields of an object.
pub(crate) trait Stored {
    fn stored(&self) -> Value;
}

impl<T: Serialize> Stored for T {
    fn stored(&self) -> Value {
        // Cannot fail: the keys are strings.
        serde_json::to_value(self).unwrap_or_default()
    }
}

impl Output {
    pub(crate) fn is_null(&self) -> bool {
        matches!(self, Output::Json(Value::Null))
    }

    /// The id of an object.
    pub(crate) fn id(&self) -> Option<String> {
        let object = match self {
            Output::Json(object) => object,
            Output::Object(object) => &object.stored(),
            Output::List(_) | Output::Token(_) => return None,
        };
        object["id"].as_str().map(str::to_owned)
    }
}

/// An answer with only an id. As on the server, other fields are null, and non-null fields fail although the operation
/// ran.
pub(crate) fn id_alone<T>(row: &Row<T>) -> Output {
    json!({ "id": row.id }).into()
}

impl From<Value> for Output {
    fn from(value: Value) -> Self {
        Output::Json(value)
    }
}

impl From<bool> for Output {
    fn from(value: bool) -> Self {
        Output::Json(value.into())
    }
}

impl From<&str> for Output {
    fn from(value: &str) -> Self {
        Output::Json(value.into())
    }
}

impl<T: Table> From<Row<T>> for Output
where
    Row<T>: Resolve,
{
    fn from(row: Row<T>) -> Self {
        Output::Object(Box::new(row))
    }
}

impl<T: Into<Output>> From<Vec<T>> for Output {
    fn from(values: Vec<T>) -> Self {
        Output::List(values.into_iter().map(T::into).collect())
    }
}

impl<T: Into<Output>> From<Option<T>> for Output {
    fn from(value: Option<T>) -> Self {
        value.map_or(Output::Json(Value::Null), T::into)
    }
}
