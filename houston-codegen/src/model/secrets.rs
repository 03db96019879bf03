//! What of an operation's arguments must not be shown.

use std::collections::{BTreeMap, BTreeSet};

use super::Model;

/// Notes of each operation the names of arguments and of input fields, at any depth below them, that are secret.
pub(super) fn note(model: &mut Model) {
    // Of each input object: the fields that are secret, and the input objects below it.
    let inputs: BTreeMap<String, (Vec<String>, Vec<String>)> = model
        .types
        .iter()
        .filter(|ty| !ty.input_fields.is_empty())
        .map(|ty| {
            let secret = ty.input_fields.iter().filter(|field| field.secret);
            let below = ty.input_fields.iter().map(|field| field.ty.name().to_owned());
            (ty.name.clone(), (secret.map(|field| field.name.clone()).collect(), below.collect()))
        })
        .collect();
    for operation in &mut model.operations {
        let mut names = BTreeSet::new();
        let mut seen = BTreeSet::new();
        let mut waiting = Vec::new();
        for argument in &operation.field.arguments {
            if argument.secret {
                names.insert(argument.name.clone());
            }
            waiting.push(argument.ty.name().to_owned());
        }
        while let Some(ty) = waiting.pop() {
            let Some((secret, below)) = inputs.get(&ty) else { continue };
            if seen.insert(ty) {
                names.extend(secret.iter().cloned());
                waiting.extend(below.iter().cloned());
            }
        }
        operation.secrets = names.into_iter().collect();
    }
}
