//! Descriptions by name, for a schema that has none.

use super::{Argument, Field, Known, Model, Operation, build, overlay};
use crate::parse;
use crate::preset::Preset;
use crate::source::Source;

/// Adds the descriptions of the preset's schema to what has the same name. A description of the schema itself stays.
pub(super) fn of_preset(model: &mut Model, preset: Preset) {
    let Preset::Houston = preset;
    let source = Source::new("houston/houston.graphql", houston_schema::SDL);
    // The file is compiled in, and tests read it.
    let Ok(document) = parse::parse(&source) else { return };
    let ours = build::model(document);
    let versions = overlay::known(preset).unwrap_or_default();
    for operation in &mut model.operations {
        let named = |row: &&Operation| {
            row.row.kind == operation.row.kind && row.row.name == operation.row.name
        };
        let Some(known) = ours.operations.iter().find(named) else { continue };
        add(&mut operation.row.description, &known.row.description);
        field(&mut operation.field, &known.field);
    }
    for operation in &mut model.operations {
        for known in replaced(&operation.row.name, &versions, &ours) {
            arguments(&mut operation.field.arguments, &known.field.arguments);
        }
    }
    for ty in &mut model.types {
        let Some(known) = ours.type_named(&ty.row.name) else { continue };
        add(&mut ty.row.description, &known.row.description);
        for own in &mut ty.fields {
            let known = known.fields.iter().find(|known| known.row.name == own.row.name);
            known.into_iter().for_each(|known| field(own, known));
        }
        arguments(&mut ty.input_fields, &known.input_fields);
        for own in &mut ty.values {
            let known = known.values.iter().find(|known| known.row.name == own.row.name);
            known
                .into_iter()
                .for_each(|known| add(&mut own.row.description, &known.row.description));
        }
    }
}

/// The operations of our schema that another one has taken the place of: it has arguments of theirs.
fn replaced<'o>(
    name: &str,
    versions: &[Known],
    ours: &'o Model,
) -> impl Iterator<Item = &'o Operation> {
    let is_it = |known: &&Known| {
        known.effect.is_some() && known.name.split_once('.').is_some_and(|(_, known)| known == name)
    };
    let before = versions.iter().find(is_it).and_then(|known| known.before.clone());
    let is_before = move |row: &&Operation| {
        before.iter().flat_map(|names| names.split(" or ")).any(|one| one == row.row.name)
    };
    ours.operations.iter().filter(is_before)
}

fn field(own: &mut Field, known: &Field) {
    add(&mut own.row.description, &known.row.description);
    arguments(&mut own.arguments, &known.arguments);
}

fn arguments(own: &mut [Argument], known: &[Argument]) {
    for own in own {
        let known = known.iter().find(|known| known.row.name == own.row.name);
        known.into_iter().for_each(|known| add(&mut own.row.description, &known.row.description));
    }
}

fn add(own: &mut String, known: &str) {
    if own.is_empty() {
        known.clone_into(own);
    }
}
