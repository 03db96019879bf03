//! The JSON of introspection, as in the specification's section "Schema Introspection". Members that a
//! server of an older specification leaves out count as absent.

use houston_schema::table::{OperationKind, TypeKind};
use serde::Deserialize;
use serde::de::{Deserializer, Error as _};

use super::literal;
use crate::parse::MAX_BYTES;
use crate::parse::syntax::{self, TypeRef, Value};
use crate::source::{Diagnostics, Source};

/// Whether a text is JSON rather than schema definition language, which never begins with a brace.
pub fn is_json(text: &str) -> bool {
    text.trim_start_matches('\u{feff}').trim_start().starts_with('{')
}

/// Reads the answer to an introspection query: a server's whole response body, or only its `data`.
///
/// # Errors
///
/// Fails if the text is not JSON or not such an answer, with the place; if a name or a default is not valid
/// GraphQL; or if the text is larger than 64 MiB. Does not check the schema against the specification's rules.
pub fn parse(source: &Source<'_>) -> Result<syntax::Document, Diagnostics> {
    if source.text.len() > MAX_BYTES {
        return Err(source.error(0, "the answer is larger than 64 MiB").into());
    }
    let text = source.text.trim_start_matches('\u{feff}');
    let shift = source.text.len() - text.len();
    let answer: Answer = serde_json::from_str(text).map_err(|error| {
        let start: usize =
            text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
        // The column counts bytes, and points behind the text that was read.
        let offset = shift + start + error.column().saturating_sub(1);
        let on_boundary = |offset: &usize| source.text.is_char_boundary(*offset);
        let offset = (0..=offset).rev().find(on_boundary).unwrap_or(0);
        let message = error.to_string();
        let message = message.rsplit_once(" at line ").map_or(message.as_str(), |(text, _)| text);
        source.error(offset, message)
    })?;
    answer.schema().map(document).map_err(|message| source.error(0, message).into())
}

/// The response body, or its `data`.
#[derive(Deserialize)]
struct Answer {
    data: Option<Data>,
    #[serde(rename = "__schema")]
    schema: Option<Schema>,
}

#[derive(Deserialize)]
struct Data {
    #[serde(rename = "__schema")]
    schema: Option<Schema>,
}

impl Answer {
    fn schema(self) -> Result<Schema, String> {
        let within = self.data.and_then(|data| data.schema);
        self.schema.or(within).ok_or_else(|| {
            "expected the answer to an introspection query, with a `__schema`".to_owned()
        })
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Schema {
    #[serde(default, deserialize_with = "described")]
    description: Option<String>,
    query_type: Option<Named>,
    mutation_type: Option<Named>,
    subscription_type: Option<Named>,
    types: Vec<Type>,
    #[serde(default)]
    directives: Vec<Directive>,
}

#[derive(Deserialize)]
struct Named {
    name: Name,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Type {
    kind: Kind,
    name: Name,
    #[serde(default, deserialize_with = "described")]
    description: Option<String>,
    #[serde(alias = "specifiedByUrl", rename = "specifiedByURL")]
    specified_by_url: Option<String>,
    is_one_of: Option<bool>,
    fields: Option<Vec<Field>>,
    input_fields: Option<Vec<InputValue>>,
    interfaces: Option<Vec<Named>>,
    enum_values: Option<Vec<EnumValue>>,
    possible_types: Option<Vec<Named>>,
}

#[derive(Clone, Copy, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
enum Kind {
    Scalar,
    Object,
    Interface,
    Union,
    Enum,
    InputObject,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Field {
    name: Name,
    #[serde(default, deserialize_with = "described")]
    description: Option<String>,
    #[serde(default)]
    args: Vec<InputValue>,
    #[serde(rename = "type")]
    ty: Reference,
    is_deprecated: Option<bool>,
    deprecation_reason: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct InputValue {
    name: Name,
    #[serde(default, deserialize_with = "described")]
    description: Option<String>,
    #[serde(rename = "type")]
    ty: Reference,
    default_value: Option<Literal>,
    is_deprecated: Option<bool>,
    deprecation_reason: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct EnumValue {
    name: Name,
    #[serde(default, deserialize_with = "described")]
    description: Option<String>,
    is_deprecated: Option<bool>,
    deprecation_reason: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Directive {
    name: Name,
    #[serde(default, deserialize_with = "described")]
    description: Option<String>,
    #[serde(default)]
    args: Vec<InputValue>,
    is_repeatable: Option<bool>,
    #[serde(default)]
    locations: Vec<Name>,
}

/// graphql-js 14 sends an empty description for items without one.
fn described<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    let text: Option<String> = Option::deserialize(deserializer)?;
    Ok(text.filter(|text| !text.is_empty()))
}

/// A valid name, as in the specification's section "Names", so that it is still one name when printed.
struct Name(String);

impl<'de> Deserialize<'de> for Name {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        let starts = name.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_');
        if starts && name.chars().all(|next| next.is_ascii_alphanumeric() || next == '_') {
            return Ok(Name(name));
        }
        Err(D::Error::custom(format!("expected a GraphQL name, found `{name}`")))
    }
}

struct Literal(Value);

impl<'de> Deserialize<'de> for Literal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        literal::value(&text).map(Literal).map_err(D::Error::custom)
    }
}

/// A reference to a type: a name inside lists and non-null marks.
struct Reference(TypeRef);

impl<'de> Deserialize<'de> for Reference {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(rename_all = "camelCase")]
        struct Written {
            kind: String,
            name: Option<Name>,
            of_type: Option<Box<Reference>>,
        }
        let Written { kind, name, of_type } = Written::deserialize(deserializer)?;
        let reference = match (kind.as_str(), name, of_type) {
            ("LIST", _, Some(item)) => TypeRef::List(Box::new(item.0)),
            ("NON_NULL", _, Some(inner)) if inner.0.is_non_null() => {
                return Err(D::Error::custom("a type is marked as non-null twice"));
            }
            ("NON_NULL", _, Some(inner)) => TypeRef::NonNull(Box::new(inner.0)),
            ("LIST" | "NON_NULL", _, None) => {
                return Err(D::Error::custom(format!(
                    "{kind} without its `ofType`: the introspection query asks for too few levels"
                )));
            }
            (_, Some(name), _) => TypeRef::Named(name.0),
            (_, None, _) => return Err(D::Error::custom("a type without a name")),
        };
        Ok(Reference(reference))
    }
}

/// How many levels of lists and marks around a name the introspection query requests: as many as graphql-js 16.
pub(super) const TYPE_LEVELS: usize = 9;

/// The specification builds these in, so a printed schema does not define them.
pub(super) const SCALARS: [&str; 5] = ["Boolean", "Float", "ID", "Int", "String"];
pub(super) const DIRECTIVES: [&str; 5] = ["deprecated", "include", "oneOf", "skip", "specifiedBy"];

fn document(schema: Schema) -> syntax::Document {
    let roots = [
        (OperationKind::Query, schema.query_type),
        (OperationKind::Mutation, schema.mutation_type),
        (OperationKind::Subscription, schema.subscription_type),
    ];
    let roots = roots.into_iter().filter_map(|(kind, root)| Some((kind, self::name(root?.name))));
    let own = |ty: &Type| {
        let built_in = ty.kind == Kind::Scalar && SCALARS.contains(&ty.name.0.as_str());
        !built_in && !ty.name.0.starts_with("__")
    };
    let directives = schema.directives.into_iter();
    let directives =
        directives.filter(|directive| !DIRECTIVES.contains(&directive.name.0.as_str()));
    syntax::Document {
        description: schema.description,
        has_schema_definition: true,
        roots: roots.collect(),
        types: schema.types.into_iter().filter(own).map(ty).collect(),
        directives: directives.map(directive).collect(),
        duplicates: Vec::new(),
    }
}

fn ty(ty: Type) -> syntax::TypeDefinition {
    let kind = match ty.kind {
        Kind::Scalar => TypeKind::Scalar,
        Kind::Object => TypeKind::Object,
        Kind::Interface => TypeKind::Interface,
        Kind::Union => TypeKind::Union,
        Kind::Enum => TypeKind::Enum,
        Kind::InputObject => TypeKind::Input,
    };
    let specified = ty.specified_by_url.map(|url| applied("specifiedBy", "url", Some(url)));
    let one_of = (ty.is_one_of == Some(true)).then(|| applied("oneOf", "", None));
    let members = ty.possible_types.filter(|_| kind == TypeKind::Union);
    syntax::TypeDefinition {
        kind,
        extension: false,
        name: name(ty.name),
        description: ty.description,
        directives: specified.into_iter().chain(one_of).collect(),
        implements: names(ty.interfaces),
        fields: ty.fields.into_iter().flatten().map(field).collect(),
        input_fields: ty.input_fields.into_iter().flatten().map(input_value).collect(),
        values: ty.enum_values.into_iter().flatten().map(value).collect(),
        members: names(members),
    }
}

fn field(field: Field) -> syntax::FieldDefinition {
    syntax::FieldDefinition {
        name: name(field.name),
        description: field.description,
        arguments: field.args.into_iter().map(input_value).collect(),
        ty: field.ty.0,
        directives: deprecated(field.is_deprecated, field.deprecation_reason),
    }
}

fn input_value(value: InputValue) -> syntax::InputValue {
    syntax::InputValue {
        name: name(value.name),
        description: value.description,
        ty: value.ty.0,
        default: value.default_value.map(|literal| literal.0),
        directives: deprecated(value.is_deprecated, value.deprecation_reason),
    }
}

fn value(value: EnumValue) -> syntax::EnumValue {
    syntax::EnumValue {
        name: name(value.name),
        description: value.description,
        directives: deprecated(value.is_deprecated, value.deprecation_reason),
    }
}

fn directive(directive: Directive) -> syntax::DirectiveDefinition {
    syntax::DirectiveDefinition {
        name: name(directive.name),
        description: directive.description,
        arguments: directive.args.into_iter().map(input_value).collect(),
        repeatable: directive.is_repeatable == Some(true),
        locations: directive.locations.into_iter().map(|location| location.0).collect(),
    }
}

/// JSON has no positions that an error about the schema could show.
fn name(name: Name) -> syntax::Name {
    syntax::Name { text: name.0, offset: 0 }
}

fn names(named: Option<Vec<Named>>) -> Vec<String> {
    named.into_iter().flatten().map(|named| named.name.0).collect()
}

fn deprecated(deprecated: Option<bool>, reason: Option<String>) -> Vec<syntax::Directive> {
    if deprecated != Some(true) {
        return Vec::new();
    }
    vec![applied("deprecated", "reason", reason)]
}

fn applied(name: &str, argument: &str, value: Option<String>) -> syntax::Directive {
    let arguments = value.map(|text| (argument.to_owned(), Value::String(text)));
    syntax::Directive { name: name.to_owned(), arguments: arguments.into_iter().collect() }
}
