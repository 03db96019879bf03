//! Arguments of fields, and fields of input objects.

use serde::{Deserialize, Serialize};

use super::default::is_default;
use super::type_ref::TypeRef;

/// An argument of a field, or a field of an input object.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Argument {
    /// Its name in GraphQL.
    pub name: String,
    /// The schema's description; empty when it has none.
    #[serde(skip_serializing_if = "is_default")]
    pub description: String,
    /// Its type, as GraphQL writes it.
    pub ty: String,
    /// The default, as a GraphQL literal.
    #[serde(skip_serializing_if = "is_default")]
    pub default: Option<String>,
    /// The reason, when the schema deprecates it.
    #[serde(skip_serializing_if = "is_default")]
    pub deprecated: Option<String>,
    /// Whether a call must set it: non-null without a default, or known to be wanted by the server.
    #[serde(skip_serializing_if = "is_default")]
    pub required: bool,
    /// Whether its value must not be shown.
    #[serde(skip_serializing_if = "is_default")]
    pub secret: bool,
    /// Queries that list what it names by its `id`: those who know something else of it look there, in this order.
    #[serde(skip_serializing_if = "is_default")]
    pub finders: Vec<String>,
    /// For JSON: the keys that the server looks at; it drops others without a word. Empty where that is not known.
    #[serde(skip_serializing_if = "is_default")]
    pub keys: Vec<String>,
}

impl Argument {
    /// Its type, to be taken apart.
    pub fn type_ref(&self) -> TypeRef<'_> {
        TypeRef(&self.ty)
    }

    /// As a schema declares it, without its description: `name: String = "new"`.
    pub fn declaration(&self) -> String {
        let Argument { name, ty, default, .. } = self;
        let default = default.as_ref().map_or(String::new(), |default| format!(" = {default}"));
        format!("{name}: {ty}{default}")
    }
}
