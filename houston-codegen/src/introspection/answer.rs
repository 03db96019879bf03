//! The JSON of introspection, as in the specification's section "Schema Introspection". Members that a
//! server of an older specification leaves out count as absent.

use houston_schema::table::{OperationKind, TypeKind};
use serde::Deserialize;
use serde::de::{Deserializer, Error as _};

use super::literal;
use crate::parse::MAX_BYTES;
use crate::parse::syntax::{
    self, Directive, DirectiveDefinition, EnumValue, FieldDefinition, InputValue, Name, TypeRef,
    Value,
};
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
    #[serde(default, deserialize_with = "syntax::described")]
    description: Option<String>,
    query_type: Option<Named>,
    mutation_type: Option<Named>,
    subscription_type: Option<Named>,
    types: Vec<Type>,
    #[serde(default)]
    directives: Vec<DirectiveDefinition>,
}

#[derive(Deserialize)]
struct Named {
    name: Name,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Type {
    #[serde(with = "Kind")]
    kind: TypeKind,
    name: Name,
    #[serde(default, deserialize_with = "syntax::described")]
    description: Option<String>,
    #[serde(alias = "specifiedByUrl", rename = "specifiedByURL")]
    specified_by_url: Option<String>,
    is_one_of: Option<bool>,
    fields: Option<Vec<FieldDefinition>>,
    input_fields: Option<Vec<InputValue>>,
    interfaces: Option<Vec<Named>>,
    enum_values: Option<Vec<EnumValue>>,
    possible_types: Option<Vec<Named>>,
}

/// The names of kinds in introspection.
#[derive(Deserialize)]
#[serde(remote = "TypeKind", rename_all = "SCREAMING_SNAKE_CASE")]
enum Kind {
    Scalar,
    Object,
    Interface,
    Union,
    Enum,
    #[serde(rename = "INPUT_OBJECT")]
    Input,
}

/// A valid name, as in the specification's section "Names", so that it is still one name when printed. JSON has no
/// positions that an error about the schema could show.
impl<'de> Deserialize<'de> for Name {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let starts = text.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_');
        if starts && text.chars().all(|next| next.is_ascii_alphanumeric() || next == '_') {
            return Ok(Name { text, offset: 0 });
        }
        Err(D::Error::custom(format!("expected a GraphQL name, found `{text}`")))
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        literal::value(&String::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}

/// A name inside lists and non-null marks.
impl<'de> Deserialize<'de> for TypeRef {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(rename_all = "camelCase")]
        struct Written {
            kind: String,
            name: Option<Name>,
            of_type: Option<Box<TypeRef>>,
        }
        let Written { kind, name, of_type } = Written::deserialize(deserializer)?;
        match (kind.as_str(), name, of_type) {
            ("LIST", _, Some(item)) => Ok(TypeRef::List(item)),
            ("NON_NULL", _, Some(inner)) if inner.is_non_null() => {
                Err(D::Error::custom("a type is marked as non-null twice"))
            }
            ("NON_NULL", _, Some(inner)) => Ok(TypeRef::NonNull(inner)),
            ("LIST" | "NON_NULL", _, None) => Err(D::Error::custom(format!(
                "{kind} without its `ofType`: the introspection query asks for too few levels"
            ))),
            (_, Some(name), _) => Ok(TypeRef::Named(name.text)),
            (_, None, _) => Err(D::Error::custom("a type without a name")),
        }
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
    let roots = roots.into_iter().filter_map(|(kind, root)| Some((kind, root?.name)));
    let own = |ty: &Type| {
        let built_in = ty.kind == TypeKind::Scalar && SCALARS.contains(&ty.name.text.as_str());
        !built_in && !ty.name.text.starts_with("__")
    };
    let is_own =
        |directive: &DirectiveDefinition| !DIRECTIVES.contains(&directive.name.text.as_str());
    syntax::Document {
        description: schema.description,
        has_schema_definition: true,
        roots: roots.collect(),
        types: schema.types.into_iter().filter(own).map(ty).collect(),
        directives: schema.directives.into_iter().filter(is_own).collect(),
        duplicates: Vec::new(),
    }
}

fn ty(ty: Type) -> syntax::TypeDefinition {
    let specified = ty.specified_by_url.map(|url| Directive::new("specifiedBy", "url", Some(url)));
    let one_of = (ty.is_one_of == Some(true)).then(|| Directive::new("oneOf", "", None));
    let members = ty.possible_types.filter(|_| ty.kind == TypeKind::Union);
    syntax::TypeDefinition {
        kind: ty.kind,
        extension: false,
        name: ty.name,
        description: ty.description,
        directives: specified.into_iter().chain(one_of).collect(),
        implements: names(ty.interfaces),
        fields: ty.fields.unwrap_or_default(),
        input_fields: ty.input_fields.unwrap_or_default(),
        values: ty.enum_values.unwrap_or_default(),
        members: names(members),
    }
}

fn names(named: Option<Vec<Named>>) -> Vec<String> {
    named.into_iter().flatten().map(|named| named.name.text).collect()
}
