//! Finds the secret arguments and input fields of operations.

use std::collections::{BTreeMap, BTreeSet};

use super::{Argument, Model};

/// Records the names of each operation's secret arguments and input fields, at any depth.
pub(super) fn note(model: &mut Model) {
    // For each input object, those that contain it, and for each name of a secret, those that have it.
    let mut around: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut owners: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for ty in &model.types {
        for field in &ty.input_fields {
            around.entry(field.row.type_ref().name()).or_default().push(&ty.row.name);
            if field.row.secret {
                owners.entry(field.row.name.clone()).or_default().push(&ty.row.name);
            }
        }
    }
    let inside = |owners: Vec<&str>| -> BTreeSet<String> {
        let (mut found, mut waiting) = (BTreeSet::new(), owners);
        while let Some(ty) = waiting.pop() {
            if found.insert(ty.to_owned()) {
                waiting.extend(around.get(ty).into_iter().flatten());
            }
        }
        found
    };
    let owners: Vec<(String, BTreeSet<String>)> =
        owners.into_iter().map(|(name, owners)| (name, inside(owners))).collect();
    for operation in &mut model.operations {
        let arguments = || operation.field.arguments.iter().map(|Argument { row, .. }| row);
        let own = arguments().filter(|row| row.secret).map(|row| row.name.clone());
        let is_inside =
            |types: &BTreeSet<String>| arguments().any(|row| types.contains(row.type_ref().name()));
        let below = owners.iter().filter(|(_, types)| is_inside(types));
        let names: BTreeSet<String> = own.chain(below.map(|(name, _)| name.clone())).collect();
        operation.row.secrets = names.into_iter().collect();
    }
}
