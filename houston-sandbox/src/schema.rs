//! The schema that requests are read against.

use std::sync::LazyLock;

use apollo_compiler::{Schema, schema::ExtendedType, validation::Valid};

static MODERN: LazyLock<Valid<Schema>> = LazyLock::new(|| {
    Schema::parse_and_validate(houston_schema::SDL, "houston.graphql")
        .expect("a test reads the embedded schema")
});

static CLASSIC: LazyLock<Valid<Schema>> = LazyLock::new(|| {
    let mut schema = MODERN.clone().into_inner();
    schema.directive_definitions.shift_remove("specifiedBy");
    schema.directive_definitions.shift_remove("oneOf");
    for (ty, fields) in NEWER {
        let Some(ExtendedType::Object(object)) = schema.types.get_mut(ty) else { continue };
        let object = object.make_mut();
        for field in fields {
            object.fields.shift_remove(*field);
        }
        for (name, field) in &mut object.fields {
            // Of the arguments only these two are old.
            if !matches!((ty, name.as_str()), ("__Type", "fields" | "enumValues")) {
                field.make_mut().arguments.clear();
            }
        }
    }
    // Valid as before: nothing of Houston's refers to what was taken out.
    Valid::assume_valid(schema)
});

/// What graphql-js 14 does not have, by type.
const NEWER: [(&str, &[&str]); 5] = [
    ("__Schema", &["description"]),
    ("__Type", &["specifiedByURL", "isOneOf"]),
    ("__Field", &[]),
    ("__InputValue", &["isDeprecated", "deprecationReason"]),
    ("__Directive", &["isRepeatable"]),
];

/// Houston's schema, with the introspection of this time or with that of graphql-js 14.
pub(crate) fn get(modern_introspection: bool) -> &'static Valid<Schema> {
    if modern_introspection { &MODERN } else { &CLASSIC }
}
