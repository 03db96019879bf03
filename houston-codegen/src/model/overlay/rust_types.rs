//! The overlay's Rust types of scalars, fields and arguments.

use std::collections::BTreeMap;

use houston_schema::table::TypeRef;

use super::super::{Argument, Field, Model};
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
    let Some((ty, rest)) = coordinate.split_once('.') else {
        let ty = model.types.iter_mut().find(|ty| ty.row.name == coordinate)?;
        return Some((ty.row.kind.is_leaf(), &mut ty.rust_path));
    };
    let (name, argument) = match rest.strip_suffix(":)").and_then(|rest| rest.split_once('(')) {
        Some((name, argument)) => (name, Some(argument)),
        None => (rest, None),
    };
    let ty = model.types.iter_mut().find(|one| one.row.name == ty)?;
    let is_named = |one: &&mut Argument, name: &str| one.row.name == name;
    let field: &mut Field = match ty.root {
        Some(kind) => {
            let mut operations = model.operations.iter_mut().filter(|one| one.row.kind == kind);
            operations.find(|one| one.row.name == name).map(|one| &mut one.field)?
        }
        None if argument.is_none() && !ty.input_fields.is_empty() => {
            let field = ty.input_fields.iter_mut().find(|one| is_named(one, name))?;
            return Some((is_leaf(field.row.type_ref()), &mut field.rust_path));
        }
        None => ty.fields.iter_mut().find(|one| one.row.name == name)?,
    };
    match argument {
        None => Some((is_leaf(field.row.type_ref()), &mut field.rust_path)),
        Some(argument) => {
            let argument = field.arguments.iter_mut().find(|one| is_named(one, argument))?;
            Some((is_leaf(argument.row.type_ref()), &mut argument.rust_path))
        }
    }
}
