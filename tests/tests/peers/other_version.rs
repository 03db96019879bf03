//! Schemas of other versions of Houston, from ours and what they have otherwise.

use houston_codegen::parse::syntax::{Directive, Document, FieldDefinition, TypeDefinition};
use houston_codegen::{Source, introspection, parse};

/// The schema that is ours but for the differences: text of GraphQL where `@gone` takes away what ours has, and what
/// else stands there takes the place of ours. Arguments that do not stand there stay.
pub(crate) fn with_differences(ours: &str, differences: &str) -> String {
    let read =
        |text| parse::parse(&Source::new("", text)).unwrap_or_else(|errors| panic!("{errors}"));
    let (mut document, differences): (Document, Document) = (read(ours), read(differences));
    for mut ty in differences.types {
        let place = document.types.iter().position(|known| known.name.text == ty.name.text);
        match (place, is_gone(&mut ty.directives)) {
            (Some(place), true) => drop(document.types.remove(place)),
            (Some(place), false) => change(&mut document.types[place], ty),
            (None, _) => document.types.push(ty),
        }
    }
    introspection::sdl(&document)
}

/// Whether it is marked as gone.
fn is_gone(directives: &mut Vec<Directive>) -> bool {
    let count = directives.len();
    directives.retain(|directive| directive.name != "gone");
    directives.len() < count
}

fn change(ours: &mut TypeDefinition, theirs: TypeDefinition) {
    for mut field in theirs.fields {
        let place = ours.fields.iter().position(|known| known.name.text == field.name.text);
        match (place, is_gone(&mut field.directives)) {
            (Some(place), true) => drop(ours.fields.remove(place)),
            (Some(place), false) => change_field(&mut ours.fields[place], field),
            (None, _) => ours.fields.push(field),
        }
    }
    for mut field in theirs.input_fields {
        let is_gone = is_gone(&mut field.directives);
        ours.input_fields.retain(|known| known.name.text != field.name.text);
        if !is_gone {
            ours.input_fields.push(field);
        }
    }
    for mut value in theirs.values {
        let is_gone = is_gone(&mut value.directives);
        ours.values.retain(|known| known.name.text != value.name.text);
        if !is_gone {
            ours.values.push(value);
        }
    }
}

fn change_field(ours: &mut FieldDefinition, theirs: FieldDefinition) {
    ours.ty = theirs.ty;
    for mut argument in theirs.arguments {
        let is_gone = is_gone(&mut argument.directives);
        ours.arguments.retain(|known| known.name.text != argument.name.text);
        if !is_gone {
            ours.arguments.push(argument);
        }
    }
}
