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
                for name in values.iter().flat_map(|value| written(model, value)) {
                    let value = row!(table::EnumValue { name, ..table::EnumValue::default() });
                    if !shape.values.iter().any(|known| known.name == value.name) {
                        shape.values.push(value);
                    }
                }
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

/// The values that an item of an enum stands for: itself, or `...Name` for the values of that enum of the schema, which
/// are none if the schema lacks it.
fn written(model: &Model, item: &str) -> Vec<String> {
    let Some(name) = item.strip_prefix("...") else { return vec![item.to_owned()] };
    let values = model.type_named(name).map_or(&[][..], |ty| &ty.values);
    values.iter().map(|value| value.row.name.clone()).collect()
}
