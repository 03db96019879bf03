//! Places in a schema: `Type`, `Type.field`, `Type.field(argument:)`, `Input.field` and `Enum.VALUE`.

use super::super::{Argument, EnumValue, Model, Operation, Type};

/// What a schema coordinate names.
pub(super) enum Place<'m> {
    Type(&'m mut Type),
    Operation(&'m mut Operation),
    Field(&'m mut super::super::Field),
    /// An argument, or a field of an input object.
    Argument(&'m mut Argument),
    Value(&'m mut EnumValue),
}

/// The place that a coordinate names, if the schema has it.
pub(super) fn find<'m>(model: &'m mut Model, coordinate: &str) -> Option<Place<'m>> {
    let Some((ty, rest)) = coordinate.split_once('.') else {
        let ty = model.types.iter_mut().find(|ty| ty.row.name == coordinate)?;
        return Some(Place::Type(ty));
    };
    let (name, argument) = match rest.strip_suffix(":)").and_then(|rest| rest.split_once('(')) {
        Some((name, argument)) => (name, Some(argument)),
        None => (rest, None),
    };
    let at = model.types.iter().position(|one| one.row.name == ty)?;
    let argument_of = |arguments: &'m mut Vec<Argument>, name: &str| {
        let argument = arguments.iter_mut().find(|one| one.row.name == name)?;
        Some(Place::Argument(argument))
    };
    if let Some(kind) = model.types[at].root {
        let at = model.operation_at(kind, name)?;
        let operation = &mut model.operations[at];
        return match argument {
            Some(argument) => argument_of(&mut operation.field.arguments, argument),
            None => Some(Place::Operation(operation)),
        };
    }
    let ty = &mut model.types[at];
    if let Some(argument) = argument {
        let field = ty.fields.iter_mut().find(|one| one.row.name == name)?;
        return argument_of(&mut field.arguments, argument);
    }
    if !ty.values.is_empty() {
        return ty.values.iter_mut().find(|one| one.row.name == name).map(Place::Value);
    }
    if !ty.input_fields.is_empty() {
        return argument_of(&mut ty.input_fields, name);
    }
    ty.fields.iter_mut().find(|one| one.row.name == name).map(Place::Field)
}
