//! The schema of requests.

use std::sync::LazyLock;

use apollo_compiler::Schema;
use apollo_compiler::schema::ExtendedType;
use apollo_compiler::validation::Valid;

static MODERN: LazyLock<Valid<Schema>> = LazyLock::new(|| {
    Schema::parse_and_validate(houston_schema::SDL, "houston.graphql")
        .expect("a test reads the embedded schema")
});

/// The schema without the directives and fields that are newer than graphql-js 14.
static OLD_FIELDS: LazyLock<Valid<Schema>> = LazyLock::new(|| {
    let mut schema = MODERN.clone().into_inner();
    schema.directive_definitions.shift_remove("specifiedBy");
    schema.directive_definitions.shift_remove("oneOf");
    for (ty, fields) in NEWER {
        let Some(ExtendedType::Object(object)) = schema.types.get_mut(ty) else { continue };
        let object = object.make_mut();
        for field in fields {
            object.fields.shift_remove(*field);
        }
    }
    // Still valid: Houston's types do not refer to the removed ones.
    Valid::assume_valid(schema)
});

/// [`OLD_FIELDS`] without the newer arguments.
static OLD: LazyLock<Valid<Schema>> = LazyLock::new(|| {
    let mut schema = OLD_FIELDS.clone().into_inner();
    for (ty, _) in NEWER {
        let Some(ExtendedType::Object(object)) = schema.types.get_mut(ty) else { continue };
        for (name, field) in &mut object.make_mut().fields {
            // Only these two fields have arguments in graphql-js 14.
            if !matches!((ty, name.as_str()), ("__Type", "fields" | "enumValues")) {
                field.make_mut().arguments.clear();
            }
        }
    }
    Valid::assume_valid(schema)
});

/// The fields that graphql-js 14 lacks, by type.
const NEWER: [(&str, &[&str]); 5] = [
    ("__Schema", &["description"]),
    ("__Type", &["specifiedByURL", "isOneOf"]),
    ("__Field", &[]),
    ("__InputValue", &["isDeprecated", "deprecationReason"]),
    ("__Directive", &["isRepeatable"]),
];

/// The schema that requests are executed with.
///
/// Its introspection keeps the newer arguments, because apollo-compiler's resolvers need them: a query for the fields
/// of `__Field` returns them.
pub(crate) fn executed(modern_introspection: bool) -> &'static Valid<Schema> {
    if modern_introspection { &MODERN } else { &OLD_FIELDS }
}

/// The schema that requests are validated against, with current introspection or that of graphql-js 14.
pub(crate) fn judged(modern_introspection: bool) -> &'static Valid<Schema> {
    if modern_introspection { &MODERN } else { &OLD }
}
