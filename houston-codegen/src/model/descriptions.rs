//! Descriptions by name, for a schema that has none.

use std::collections::HashMap;

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
    let versions = versions.iter().filter(|known| known.effect.is_some());
    // Of several with a name, the first one.
    let versions: HashMap<&str, &Known> =
        versions.rev().filter_map(|known| Some((known.name.split_once('.')?.1, known))).collect();
    for operation in &mut model.operations {
        let at = ours.operation_at(operation.row.kind, &operation.row.name);
        let Some(known) = at.and_then(|at| ours.operations.get(at)) else { continue };
        add(&mut operation.row.description, &known.row.description);
        field(&mut operation.field, &known.field);
    }
    for operation in &mut model.operations {
        for (known, ignored) in replaced(&operation.row.name, &versions, &ours) {
            // That a value is ignored is true of the earlier operation alone.
            let own = operation.field.arguments.iter_mut();
            let own = own.filter(|one| !ignored.contains(&one.row.name));
            arguments(own, &known.field.arguments);
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

/// The operations of our schema that another one has taken the place of: it has arguments of theirs. Each comes with the
/// arguments that it ignores.
fn replaced<'o>(
    name: &str,
    versions: &HashMap<&str, &'o Known>,
    ours: &'o Model,
) -> impl Iterator<Item = (&'o Operation, &'o [String])> {
    let before = versions.get(name).and_then(|known| known.before.as_deref());
    before.into_iter().flat_map(|names| names.split(" or ")).filter_map(move |name| {
        let before = ours.operations.iter().find(|row| row.row.name == name)?;
        Some((before, versions.get(name).map_or(&[][..], |known| &known.ignored)))
    })
}

fn field(own: &mut Field, known: &Field) {
    add(&mut own.row.description, &known.row.description);
    arguments(&mut own.arguments, &known.arguments);
}

fn arguments<'a>(own: impl IntoIterator<Item = &'a mut Argument>, known: &[Argument]) {
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
