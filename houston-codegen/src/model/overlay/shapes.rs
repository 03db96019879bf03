//! The overlay's shapes of JSON values.

use std::collections::BTreeMap;

use houston_schema::row;
use houston_schema::table::{self, Scalar, TypeKind, TypeRef};
use serde::Deserialize;

use super::super::Model;
use super::stale::{Name, Stale};

/// A shape: the values of an enum, or the keys of an object with their types.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum ShapeEntry {
    Enum(Vec<String>),
    Object(BTreeMap<String, String>),
}

/// Returns all shapes. The type of a key is a type of the schema or another shape, as GraphQL writes types. A key whose
/// type does not exist may have any value.
pub(super) fn all(
    model: &Model,
    entries: &BTreeMap<Name, ShapeEntry>,
    stale: &mut Stale<'_>,
) -> Vec<table::Type> {
    let is_known = |ty: &str| {
        let name = TypeRef(ty).name();
        model.type_named(name).is_some()
            || model.shapes.iter().any(|shape| shape.name == name)
            || entries.keys().any(|shape| shape.get_ref() == name)
    };
    let mut shapes = Vec::new();
    for (name, entry) in entries {
        let mut shape =
            row!(table::Type { name: name.get_ref().clone(), ..table::Type::default() });
        if model.type_named(&shape.name).is_some() {
            stale.refuse(name, format!("the schema has a type `{}`", shape.name));
            continue;
        }
        match entry {
            ShapeEntry::Enum(values) => {
                shape.kind = TypeKind::Enum;
                let value = |name: &String| {
                    row!(table::EnumValue { name: name.clone(), ..table::EnumValue::default() })
                };
                shape.values = values.iter().map(value).collect();
            }
            ShapeEntry::Object(keys) => {
                (shape.kind, shape.scalar) = (TypeKind::Input, Scalar::Json);
                for (key, ty) in keys {
                    if !is_known(ty) {
                        let what = format!("key `{key}`: there is no type or shape `{ty}`");
                        stale.refuse(name, what);
                        continue;
                    }
                    let (name, ty) = (key.clone(), ty.clone());
                    let row = row!(table::Argument { name, ty, ..table::Argument::default() });
                    shape.input_fields.push(row);
                }
            }
        }
        shapes.push(shape);
    }
    shapes
}
