//! A schema without its texts, to be shown to others.

use crate::parse::syntax::{Directive, Document, EnumValue, FieldDefinition, InputValue};

/// Names, types, defaults and marks of what is deprecated: no descriptions, reasons and addresses, in which a platform may
/// say what is its own.
pub fn bare(mut document: Document) -> Document {
    document.description = None;
    for ty in &mut document.types {
        ty.description = None;
        marks(&mut ty.directives);
        ty.fields.iter_mut().for_each(field);
        ty.input_fields.iter_mut().for_each(input);
        for EnumValue { description, directives, .. } in &mut ty.values {
            *description = None;
            marks(directives);
        }
    }
    for directive in &mut document.directives {
        directive.description = None;
        directive.arguments.iter_mut().for_each(input);
    }
    document
}

fn field(field: &mut FieldDefinition) {
    field.description = None;
    marks(&mut field.directives);
    field.arguments.iter_mut().for_each(input);
}

fn input(input: &mut InputValue) {
    input.description = None;
    marks(&mut input.directives);
}

/// Keeps what has no text of its own.
fn marks(directives: &mut Vec<Directive>) {
    directives.retain(|one| one.name != "specifiedBy");
    directives
        .iter_mut()
        .filter(|one| one.name == "deprecated")
        .for_each(|one| one.arguments.clear());
}
