//! Arguments of fields, and fields of input objects.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::default::is_default;
use super::type_ref::TypeRef;

/// An argument of a field, or a field of an input object.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
#[serde(default, deny_unknown_fields)]
pub struct Argument {
    /// Its name in GraphQL.
    pub name: String,
    /// The schema's description, or an empty string.
    #[serde(skip_serializing_if = "is_default")]
    pub description: String,
    /// Its type, as GraphQL writes it.
    pub ty: String,
    /// The default, as a GraphQL literal.
    #[serde(skip_serializing_if = "is_default")]
    pub default: Option<String>,
    /// The reason, if the schema deprecates it.
    #[serde(skip_serializing_if = "is_default")]
    pub deprecated: Option<String>,
    /// Whether a call must set it: it is non-null without a default, or the server requires it anyway.
    #[serde(skip_serializing_if = "is_default")]
    pub required: bool,
    /// Whether its value is secret and must not be shown.
    #[serde(skip_serializing_if = "is_default")]
    pub secret: bool,
    /// Queries that list the objects whose `id` it takes, in the order in which a caller should search them.
    #[serde(skip_serializing_if = "is_default")]
    pub finders: Vec<String>,
    /// For JSON: the name of its shape in [`Schema::shapes`](super::Schema::shapes), if that is known.
    #[serde(skip_serializing_if = "is_default")]
    pub shape: Option<String>,
}

impl Argument {
    /// Its type as a [`TypeRef`].
    pub fn type_ref(&self) -> TypeRef<'_> {
        TypeRef(&self.ty)
    }

    /// The type that its values must have: that of its shape, or else the schema's.
    pub fn value_type(&self) -> Cow<'_, str> {
        match &self.shape {
            Some(shape) if self.type_ref().is_non_null() => Cow::Owned(format!("{shape}!")),
            Some(shape) => Cow::Borrowed(shape),
            None => Cow::Borrowed(&self.ty),
        }
    }

    /// Returns its declaration in a schema, without its description: `name: String = "new"`.
    pub fn declaration(&self) -> String {
        let Argument { name, ty, default, .. } = self;
        let default = default.as_ref().map_or(String::new(), |default| format!(" = {default}"));
        format!("{name}: {ty}{default}")
    }
}
