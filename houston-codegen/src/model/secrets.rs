//! Finds the secret arguments and input fields of operations.

use std::collections::{BTreeMap, BTreeSet};

use super::{Argument, Model};

/// Records the names of each operation's secret arguments and input fields, at any depth.
pub(super) fn note(model: &mut Model) {
    // For each input object: its secret fields, and the input objects in it.
    let inputs: BTreeMap<String, (Vec<String>, Vec<String>)> = model
        .types
        .iter()
        .filter(|ty| !ty.input_fields.is_empty())
        .map(|ty| {
            let fields = ty.input_fields.iter().map(|field| &field.row);
            let secret = fields.clone().filter(|field| field.secret);
            let below = fields.map(|field| field.type_ref().name().to_owned());
            let secret = secret.map(|field| field.name.clone());
            (ty.row.name.clone(), (secret.collect(), below.collect()))
        })
        .collect();
    for operation in &mut model.operations {
        let mut names = BTreeSet::new();
        let mut seen = BTreeSet::new();
        let mut waiting = Vec::new();
        for Argument { row, .. } in &operation.field.arguments {
            if row.secret {
                names.insert(row.name.clone());
            }
            waiting.push(row.type_ref().name().to_owned());
        }
        while let Some(ty) = waiting.pop() {
            let Some((secret, below)) = inputs.get(&ty) else { continue };
            if seen.insert(ty) {
                names.extend(secret.iter().cloned());
                waiting.extend(below.iter().cloned());
            }
        }
        operation.row.secrets = names.into_iter().collect();
    }
}
