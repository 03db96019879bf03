//! A schema document as plain data: names, types, values and places. Its smaller parts are also read from the JSON of
//! introspection.

use std::fmt;
use std::ops::Range;

use houston_schema::table::{OperationKind, TypeKind};
use serde::{Deserialize, Deserializer};

/// A document of the schema definition language.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// The description of `schema { … }`.
    pub description: Option<String>,
    /// The root types that `schema { … }` and its extensions name.
    pub roots: Vec<(OperationKind, Name)>,
    /// Whether there is a `schema { … }`. Without one, the root types have their default names.
    pub has_schema_definition: bool,
    /// Type definitions and extensions, in order.
    pub types: Vec<TypeDefinition>,
    /// Directive definitions, in order.
    pub directives: Vec<DirectiveDefinition>,
    /// Fields, arguments and values that are defined a second time in the same definition. No other list has
    /// them.
    pub duplicates: Vec<Duplicate>,
}

impl Document {
    /// Returns the name of a root type: from `schema { … }`, or the default name if such a type exists.
    pub fn root(&self, kind: OperationKind) -> Option<&str> {
        let named = self.roots.iter().find(|(root, _)| *root == kind);
        let usual = Some(kind.usual_root());
        let usual = usual.filter(|usual| !self.has_schema_definition && self.defines(usual));
        named.map(|(_, name)| name.text.as_str()).or(usual)
    }

    /// Whether it defines or extends a type with this name.
    pub(crate) fn defines(&self, ty: &str) -> bool {
        self.types.iter().any(|defined| defined.name.text == ty)
    }
}

/// A second item with the same name in one definition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duplicate {
    /// Its name.
    pub name: Name,
    /// The offset of the first definition's name.
    pub first: usize,
    /// Its byte range, including the description.
    pub range: Range<usize>,
}

/// A name and its place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Name {
    /// The name itself.
    pub text: String,
    /// Its offset in bytes.
    pub offset: usize,
}

/// A type definition or extension.
#[derive(Clone, Debug, Default)]
pub struct TypeDefinition {
    /// The kind of type.
    pub kind: TypeKind,
    /// Whether it extends a type that is defined elsewhere.
    pub extension: bool,
    /// The type's name.
    pub name: Name,
    /// Its description.
    pub description: Option<String>,
    /// Directives that are applied to it.
    pub directives: Vec<Directive>,
    /// Interfaces that it implements.
    pub implements: Vec<String>,
    /// Fields of an object or interface.
    pub fields: Vec<FieldDefinition>,
    /// Fields of an input object.
    pub input_fields: Vec<InputValue>,
    /// Values of an enum.
    pub values: Vec<EnumValue>,
    /// Members of a union.
    pub members: Vec<String>,
}

/// A field of an object or interface.
#[derive(Clone, Debug, Deserialize)]
pub struct FieldDefinition {
    /// Its name.
    pub name: Name,
    /// Its description.
    #[serde(default, deserialize_with = "described")]
    pub description: Option<String>,
    /// Its arguments.
    #[serde(default, rename = "args")]
    pub arguments: Vec<InputValue>,
    /// The type of its result.
    #[serde(rename = "type")]
    pub ty: TypeRef,
    /// Directives that are applied to it.
    #[serde(flatten, deserialize_with = "deprecated")]
    pub directives: Vec<Directive>,
}

/// An argument, or a field of an input object.
#[derive(Clone, Debug, Deserialize)]
pub struct InputValue {
    /// Its name.
    pub name: Name,
    /// Its description.
    #[serde(default, deserialize_with = "described")]
    pub description: Option<String>,
    /// Its type.
    #[serde(rename = "type")]
    pub ty: TypeRef,
    /// Its default.
    #[serde(rename = "defaultValue")]
    pub default: Option<Value>,
    /// Directives that are applied to it.
    #[serde(flatten, deserialize_with = "deprecated")]
    pub directives: Vec<Directive>,
}

/// A value of an enum.
#[derive(Clone, Debug, Deserialize)]
pub struct EnumValue {
    /// Its name.
    pub name: Name,
    /// Its description.
    #[serde(default, deserialize_with = "described")]
    pub description: Option<String>,
    /// Directives that are applied to it.
    #[serde(flatten, deserialize_with = "deprecated")]
    pub directives: Vec<Directive>,
}

/// An applied directive.
#[derive(Clone, Debug)]
pub struct Directive {
    /// Its name, without `@`.
    pub name: String,
    /// Its arguments.
    pub arguments: Vec<(String, Value)>,
}

impl Directive {
    /// Creates one with at most one argument, a string.
    pub(crate) fn new(name: &str, argument: &str, value: Option<String>) -> Self {
        let arguments = value.map(|text| (argument.to_owned(), Value::String(text)));
        Directive { name: name.to_owned(), arguments: arguments.into_iter().collect() }
    }

    /// The string that an argument of the directive with this name has.
    pub(crate) fn text_of<'d>(all: &'d [Self], name: &str, argument: &str) -> Option<&'d str> {
        let directive = all.iter().find(|directive| directive.name == name)?;
        match directive.arguments.iter().find(|(name, _)| name == argument) {
            Some((_, Value::String(text))) => Some(text),
            _ => None,
        }
    }

    /// The reason for a deprecation; none without one.
    pub(crate) fn deprecation(all: &[Self]) -> Option<&str> {
        let is_deprecated = all.iter().any(|one| one.name == "deprecated");
        // The default of the specification, section "@deprecated".
        let reason = || Self::text_of(all, "deprecated", "reason").unwrap_or("No longer supported");
        is_deprecated.then(reason)
    }
}

/// graphql-js 14 sends an empty description for items without one.
pub(crate) fn described<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    Ok(Option::<String>::deserialize(from)?.filter(|text| !text.is_empty()))
}

fn is_true<'de, D: Deserializer<'de>>(from: D) -> Result<bool, D::Error> {
    Ok(Option::deserialize(from)?.unwrap_or_default())
}

/// The directive that introspection shows as two fields.
fn deprecated<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Directive>, D::Error> {
    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct Deprecation {
        is_deprecated: Option<bool>,
        deprecation_reason: Option<String>,
    }
    let Deprecation { is_deprecated, deprecation_reason } = Deprecation::deserialize(from)?;
    let directive = || Directive::new("deprecated", "reason", deprecation_reason);
    Ok(is_deprecated.unwrap_or_default().then(directive).into_iter().collect())
}

/// A directive definition.
#[derive(Clone, Debug, Deserialize)]
pub struct DirectiveDefinition {
    /// Its name, without `@`.
    pub name: Name,
    /// Its description.
    #[serde(default, deserialize_with = "described")]
    pub description: Option<String>,
    /// Its arguments.
    #[serde(default, rename = "args")]
    pub arguments: Vec<InputValue>,
    /// Whether it may be applied more than once in one place.
    #[serde(default, rename = "isRepeatable", deserialize_with = "is_true")]
    pub repeatable: bool,
    /// Where it may be applied.
    #[serde(default)]
    pub locations: Vec<String>,
}

/// A reference to a type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TypeRef {
    /// A type by name.
    Named(String),
    /// A list.
    List(Box<TypeRef>),
    /// A non-null type.
    NonNull(Box<TypeRef>),
}

impl TypeRef {
    /// Returns the name inside all lists and marks.
    pub fn name(&self) -> &str {
        match self {
            TypeRef::Named(name) => name,
            TypeRef::List(inner) | TypeRef::NonNull(inner) => inner.name(),
        }
    }

    /// Whether it does not allow null.
    pub fn is_non_null(&self) -> bool {
        matches!(self, TypeRef::NonNull(_))
    }
}

/// Prints GraphQL syntax: `[Deployment!]!`.
impl fmt::Display for TypeRef {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            TypeRef::Named(name) => formatter.write_str(name),
            TypeRef::List(item) => write!(formatter, "[{item}]"),
            TypeRef::NonNull(inner) => write!(formatter, "{inner}!"),
        }
    }
}

/// A constant value.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// `null`
    Null,
    /// `true` or `false`
    Boolean(bool),
    /// A number, as written in the document.
    Number(String),
    /// A string, without escapes.
    String(String),
    /// A name.
    Enum(String),
    /// A list.
    List(Vec<Value>),
    /// Fields and their values.
    Object(Vec<(String, Value)>),
}

/// Prints a GraphQL literal on one line.
impl fmt::Display for Value {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Null => formatter.write_str("null"),
            Value::Boolean(value) => write!(formatter, "{value}"),
            Value::Number(text) | Value::Enum(text) => formatter.write_str(text),
            Value::String(text) => write_string(formatter, text),
            Value::List(items) => {
                formatter.write_str("[")?;
                for (index, item) in items.iter().enumerate() {
                    write!(formatter, "{}{item}", if index == 0 { "" } else { ", " })?;
                }
                formatter.write_str("]")
            }
            Value::Object(fields) => {
                formatter.write_str("{")?;
                for (index, (name, value)) in fields.iter().enumerate() {
                    write!(formatter, "{}{name}: {value}", if index == 0 { "" } else { ", " })?;
                }
                formatter.write_str("}")
            }
        }
    }
}

/// Writes escapes as in the specification's section "String Value".
fn write_string(formatter: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    formatter.write_str("\"")?;
    for character in text.chars() {
        match character {
            '"' => formatter.write_str("\\\"")?,
            '\\' => formatter.write_str("\\\\")?,
            '\n' => formatter.write_str("\\n")?,
            '\r' => formatter.write_str("\\r")?,
            '\t' => formatter.write_str("\\t")?,
            '\u{8}' => formatter.write_str("\\b")?,
            '\u{c}' => formatter.write_str("\\f")?,
            control if control.is_control() => write!(formatter, "\\u{:04X}", u32::from(control))?,
            other => write!(formatter, "{other}")?,
        }
    }
    formatter.write_str("\"")
}
