//! A document as the JSON of a server's answer to an introspection query.

use std::collections::HashMap;

use houston_schema::table::{OperationKind, TypeKind};
use serde_json::{Value, json};

use super::answer::{DIRECTIVES, SCALARS};
use crate::parse::syntax::{
    Directive, DirectiveDefinition, Document, EnumValue, FieldDefinition, InputValue, Name,
    TypeDefinition, TypeRef,
};
use crate::source::Source;

/// Returns the answer to an introspection query of the newest edition: `{"__schema": …}`.
///
/// It has the built-in scalars and directives of the specification, without descriptions, but not the types of
/// introspection itself. It leaves out what introspection cannot express: applied directives, except
/// `@deprecated`, `@specifiedBy` and `@oneOf`. Extensions are merged into the types that they extend.
pub fn json(document: &Document) -> Value {
    let types = merged(document);
    let root = |kind| document.root(kind).map(|name| json!({ "name": name }));
    let kinds = Kinds {
        types: &types,
        by_name: types.iter().map(|ty| (ty.name.text.as_str(), kind(ty.kind))).collect(),
    };
    let mut all: Vec<Value> = types.iter().map(|one| ty(one, &kinds)).collect();
    all.extend(kinds.built_in(document));
    let is_own = |directive: &&DirectiveDefinition| !DIRECTIVES.contains(&&*directive.name.text);
    let built_in = built_in_directives();
    let directives = document.directives.iter().filter(is_own).chain(&built_in);
    json!({ "__schema": {
        "description": document.description,
        "queryType": root(OperationKind::Query),
        "mutationType": root(OperationKind::Mutation),
        "subscriptionType": root(OperationKind::Subscription),
        "types": all,
        "directives": directives.map(|one| directive(one, &kinds)).collect::<Vec<_>>(),
    } })
}

/// As in the specification's section "Type System Directives".
fn built_in_directives() -> Vec<DirectiveDefinition> {
    const DEFINITIONS: &str = r#"
directive @skip(if: Boolean!) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT
directive @include(if: Boolean!) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT
directive @deprecated(reason: String! = "No longer supported")
  on FIELD_DEFINITION | ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION | ENUM_VALUE
directive @specifiedBy(url: String!) on SCALAR
directive @oneOf on INPUT_OBJECT
"#;
    let parsed = crate::parse::parse(&Source::new("built in", DEFINITIONS));
    parsed.expect("the text above is a schema").directives
}

/// Merges extensions into their definitions.
fn merged(document: &Document) -> Vec<TypeDefinition> {
    let mut types: Vec<TypeDefinition> =
        document.types.iter().filter(|ty| !ty.extension).cloned().collect();
    for extension in document.types.iter().filter(|ty| ty.extension) {
        let Some(ty) = types.iter_mut().find(|ty| ty.name.text == extension.name.text) else {
            continue;
        };
        let TypeDefinition {
            directives, implements, fields, input_fields, values, members, ..
        } = extension.clone();
        ty.directives.extend(directives);
        ty.implements.extend(implements);
        ty.fields.extend(fields);
        ty.input_fields.extend(input_fields);
        ty.values.extend(values);
        ty.members.extend(members);
    }
    types
}

/// The kind of each named type.
struct Kinds<'d> {
    types: &'d [TypeDefinition],
    by_name: HashMap<&'d str, &'static str>,
}

impl Kinds<'_> {
    /// A reference: a name inside lists and non-null marks.
    fn reference(&self, ty: &TypeRef) -> Value {
        match ty {
            TypeRef::Named(name) => self.named(name),
            TypeRef::List(item) => {
                json!({ "kind": "LIST", "name": null, "ofType": self.reference(item) })
            }
            TypeRef::NonNull(inner) => {
                json!({ "kind": "NON_NULL", "name": null, "ofType": self.reference(inner) })
            }
        }
    }

    fn named(&self, name: &str) -> Value {
        let kind = self.by_name.get(name).copied().unwrap_or("SCALAR");
        json!({ "kind": kind, "name": name, "ofType": null })
    }

    fn objects_of(&self, interface: &str) -> Vec<Value> {
        let of = |ty: &&TypeDefinition| {
            ty.kind == TypeKind::Object && ty.implements.iter().any(|one| one == interface)
        };
        self.types.iter().filter(of).map(|ty| self.named(&ty.name.text)).collect()
    }

    /// The built-in scalars that the schema uses: every server has `String` and `Boolean`, for
    /// introspection.
    fn built_in(&self, document: &Document) -> Vec<Value> {
        let fields = self.types.iter().flat_map(|ty| &ty.fields);
        let outputs = fields.clone().map(|field| &field.ty);
        let arguments = fields.flat_map(|field| &field.arguments);
        let inputs = self.types.iter().flat_map(|ty| &ty.input_fields).chain(arguments);
        let inputs = inputs.chain(document.directives.iter().flat_map(|one| &one.arguments));
        let used: Vec<&str> =
            outputs.chain(inputs.map(|value| &value.ty)).map(TypeRef::name).collect();
        let is_there = |name: &&str| ["Boolean", "String"].contains(name) || used.contains(name);
        let scalar = |name: &str| TypeDefinition {
            name: Name { text: name.to_owned(), offset: 0 },
            ..TypeDefinition::default()
        };
        SCALARS.into_iter().filter(is_there).map(|name| ty(&scalar(name), self)).collect()
    }
}

const fn kind(kind: TypeKind) -> &'static str {
    match kind {
        TypeKind::Scalar => "SCALAR",
        TypeKind::Enum => "ENUM",
        TypeKind::Input => "INPUT_OBJECT",
        TypeKind::Object => "OBJECT",
        TypeKind::Interface => "INTERFACE",
        TypeKind::Union => "UNION",
    }
}

fn ty(ty: &TypeDefinition, kinds: &Kinds<'_>) -> Value {
    let has_fields = matches!(ty.kind, TypeKind::Object | TypeKind::Interface);
    let fields = ty.fields.iter().map(|one| field(one, kinds)).collect::<Vec<_>>();
    let inputs = ty.input_fields.iter().map(|one| input_value(one, kinds)).collect::<Vec<_>>();
    let is_input = ty.kind == TypeKind::Input;
    let possible = match ty.kind {
        TypeKind::Union => Some(ty.members.iter().map(|name| kinds.named(name)).collect()),
        TypeKind::Interface => Some(kinds.objects_of(&ty.name.text)),
        _ => None,
    };
    let implements = ty.implements.iter().map(|name| kinds.named(name)).collect::<Vec<_>>();
    let values = ty.values.iter().map(enum_value).collect::<Vec<_>>();
    let mut json = json!({
        "kind": kind(ty.kind),
        "name": ty.name.text,
        "description": ty.description,
        "specifiedByURL": Directive::text_of(&ty.directives, "specifiedBy", "url"),
        "fields": has_fields.then_some(fields),
        "inputFields": is_input.then_some(inputs),
        "interfaces": has_fields.then_some(implements),
        "enumValues": (ty.kind == TypeKind::Enum).then_some(values),
        "possibleTypes": possible,
    });
    if is_input {
        json["isOneOf"] = ty.directives.iter().any(|one| one.name == "oneOf").into();
    }
    json
}

fn field(field: &FieldDefinition, kinds: &Kinds<'_>) -> Value {
    let arguments = field.arguments.iter().map(|one| input_value(one, kinds)).collect::<Vec<_>>();
    let head = json!({
        "name": field.name.text,
        "description": field.description,
        "args": arguments,
        "type": kinds.reference(&field.ty),
    });
    with_deprecation(head, &field.directives)
}

fn input_value(value: &InputValue, kinds: &Kinds<'_>) -> Value {
    let head = json!({
        "name": value.name.text,
        "description": value.description,
        "type": kinds.reference(&value.ty),
        "defaultValue": value.default.as_ref().map(ToString::to_string),
    });
    with_deprecation(head, &value.directives)
}

fn enum_value(value: &EnumValue) -> Value {
    let head = json!({ "name": value.name.text, "description": value.description });
    with_deprecation(head, &value.directives)
}

fn directive(directive: &DirectiveDefinition, kinds: &Kinds<'_>) -> Value {
    let arguments = directive.arguments.iter().map(|one| input_value(one, kinds));
    json!({
        "name": directive.name.text,
        "description": directive.description,
        "isRepeatable": directive.repeatable,
        "locations": directive.locations,
        "args": arguments.collect::<Vec<_>>(),
    })
}

fn with_deprecation(mut json: Value, directives: &[Directive]) -> Value {
    let reason = Directive::deprecation(directives);
    json["isDeprecated"] = reason.is_some().into();
    json["deprecationReason"] = reason.into();
    json
}
