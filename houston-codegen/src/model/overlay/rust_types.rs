//! The overlay's Rust types of scalars, fields and arguments.

use std::collections::BTreeMap;

use houston_schema::table::TypeRef;

use super::super::{Model, Operation};
use super::coordinate::{self, Place};
use super::stale::{Name, Stale};

/// Sets the path of the Rust type at each schema coordinate: `Scalar`, `Type.field` or `Type.field(argument:)`.
pub(super) fn set(model: &mut Model, entries: &BTreeMap<Name, Name>, stale: &mut Stale<'_>) {
    for (name, path) in entries {
        let written = name.get_ref();
        let Some((is_leaf, place)) = find(model, written) else {
            let what = "expected a type, `Type.field` or `Type.field(argument:)` of the schema";
            stale.refuse(name, format!("there is no `{written}`: {what}"));
            continue;
        };
        if !is_leaf {
            let what = "has fields: only scalars and enums take a Rust type";
            stale.refuse(name, format!("`{written}` {what}"));
            continue;
        }
        if !path.get_ref().contains("::") {
            let what = "expected the path of a Rust type, as in `::jiff::Timestamp`";
            stale.refuse(path, what.to_owned());
            continue;
        }
        *place = Some(path.get_ref().clone());
    }
}

/// The place of a path, and whether values there have no fields.
fn find<'m>(model: &'m mut Model, coordinate: &str) -> Option<(bool, &'m mut Option<String>)> {
    let leaves: Vec<String> = model
        .types
        .iter()
        .filter(|ty| ty.row.kind.is_leaf())
        .map(|ty| ty.row.name.clone())
        .collect();
    let is_leaf = |ty: TypeRef<'_>| leaves.iter().any(|leaf| leaf == ty.name());
    match coordinate::find(model, coordinate)? {
        Place::Type(ty) => Some((ty.row.kind.is_leaf(), &mut ty.rust_path)),
        Place::Operation(Operation { field, .. }) | Place::Field(field) => {
            Some((is_leaf(field.row.type_ref()), &mut field.rust_path))
        }
        Place::Argument(one) => Some((is_leaf(one.row.type_ref()), &mut one.rust_path)),
        Place::Value(_) => None,
    }
}
