//! Types, their fields and their values.

use serde::{Deserialize, Serialize};

use super::argument::Argument;
use super::default::is_default;
use super::type_ref::TypeRef;

/// A type of the schema.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
#[serde(default, deny_unknown_fields)]
pub struct Type {
    /// Its name in GraphQL.
    pub name: String,
    /// Its kind.
    pub kind: TypeKind,
    /// The schema's description, or an empty string.
    #[serde(skip_serializing_if = "is_default")]
    pub description: String,
    /// Fields of an object or interface, in the schema's order.
    #[serde(skip_serializing_if = "is_default")]
    pub fields: Vec<Field>,
    /// Fields of an input object: required ones first.
    #[serde(skip_serializing_if = "is_default")]
    pub input_fields: Vec<Argument>,
    /// Values of an enum, in the schema's order.
    #[serde(skip_serializing_if = "is_default")]
    pub values: Vec<EnumValue>,
    /// Members of a union, or the objects that implement an interface.
    #[serde(skip_serializing_if = "is_default")]
    pub members: Vec<String>,
    /// Whether an input object takes exactly one of its fields.
    #[serde(skip_serializing_if = "is_default")]
    pub one_of: bool,
    /// The fields that people look for first, in this order; of records of something that happened, those that they read.
    #[serde(skip_serializing_if = "is_default")]
    pub columns: Vec<String>,
    /// The field with the time of such a record: a text in ISO 8601, or milliseconds since 1970.
    #[serde(skip_serializing_if = "is_default")]
    pub time: Option<String>,
    /// The field that two records have in common only if they are the same.
    #[serde(skip_serializing_if = "is_default")]
    pub identity: Option<String>,
    /// The field with samples of numbers over time, as Prometheus writes them, if its values are measurements.
    #[serde(skip_serializing_if = "is_default")]
    pub samples: Option<String>,
    /// The format of a scalar's values; [`Scalar::Json`] for types that are not scalars.
    #[serde(skip_serializing_if = "is_default")]
    pub scalar: Scalar,
}

impl Type {
    /// Returns the field with exactly this name.
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == name)
    }
}

/// The kind of a [`Type`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TypeKind {
    /// A leaf whose values the schema does not describe.
    #[default]
    Scalar,
    /// A leaf with a fixed set of values.
    Enum,
    /// A group of fields, for arguments.
    Input,
    /// A group of fields, for results.
    Object,
    /// Fields that several objects share.
    Interface,
    /// One of several objects.
    Union,
}

impl TypeKind {
    /// Returns the keyword of the schema definition language.
    pub const fn keyword(self) -> &'static str {
        match self {
            TypeKind::Scalar => "scalar",
            TypeKind::Enum => "enum",
            TypeKind::Input => "input",
            TypeKind::Object => "type",
            TypeKind::Interface => "interface",
            TypeKind::Union => "union",
        }
    }

    /// Whether values of this kind have no fields to select.
    pub const fn is_leaf(self) -> bool {
        matches!(self, TypeKind::Scalar | TypeKind::Enum)
    }
}

/// The format of a scalar's values.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scalar {
    /// Built in: a signed 32-bit number.
    Int,
    /// Built in: a double.
    Float,
    /// Built in: text.
    String,
    /// Built in: true or false.
    Boolean,
    /// An identifier: opaque text.
    Opaque,
    /// A point in time, ISO 8601.
    DateTime,
    /// Any JSON.
    #[default]
    Json,
}

/// A field of an object or interface.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
#[serde(default, deny_unknown_fields)]
pub struct Field {
    /// Its name in GraphQL.
    pub name: String,
    /// The schema's description, or an empty string.
    #[serde(skip_serializing_if = "is_default")]
    pub description: String,
    /// Its type, as GraphQL writes it.
    pub ty: String,
    /// Arguments: required ones first, then by name.
    #[serde(skip_serializing_if = "is_default")]
    pub arguments: Vec<Argument>,
    /// The reason, if the schema deprecates it.
    #[serde(skip_serializing_if = "is_default")]
    pub deprecated: Option<String>,
    /// Whether default selections include it: it requires no argument, is not a secret, and exists in
    /// neighbouring versions of the platform.
    #[serde(skip_serializing_if = "is_default")]
    pub selected: bool,
    /// Whether its value is secret and must not be shown.
    #[serde(skip_serializing_if = "is_default")]
    pub secret: bool,
    /// Whether the server stores its text in lower case.
    #[serde(skip_serializing_if = "is_default")]
    pub lower_case: bool,
    /// Fields of the same type that must be selected beside it: without them, the server computes a wrong value.
    #[serde(skip_serializing_if = "is_default")]
    pub needs: Vec<String>,
    /// Where an empty value of it is not to be believed.
    #[serde(skip_serializing_if = "is_default")]
    pub doubt: Option<Doubt>,
}

impl Field {
    /// Its type as a [`TypeRef`].
    pub fn type_ref(&self) -> TypeRef<'_> {
        TypeRef(&self.ty)
    }
}

/// Where an empty value of a field, such as null, false or an empty list, may hide another one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
#[serde(default, deny_unknown_fields)]
pub struct Doubt {
    /// The operations whose own result is meant, and not an object inside it. Empty if every place is meant.
    #[serde(skip_serializing_if = "is_default")]
    pub only: Vec<String>,
    /// The operations in whose own result the value can be believed.
    #[serde(skip_serializing_if = "is_default")]
    pub except: Vec<String>,
    /// The path of fields below it that must be selected for the doubt. Empty if nothing has to be.
    #[serde(skip_serializing_if = "is_default")]
    pub with: Vec<String>,
    /// What is known about it, as one sentence without a final period.
    pub says: String,
}

/// A value of an enum.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
#[serde(default, deny_unknown_fields)]
pub struct EnumValue {
    /// Its name in GraphQL.
    pub name: String,
    /// The schema's description, or an empty string.
    #[serde(skip_serializing_if = "is_default")]
    pub description: String,
    /// The reason, if the schema deprecates it.
    #[serde(skip_serializing_if = "is_default")]
    pub deprecated: Option<String>,
}
