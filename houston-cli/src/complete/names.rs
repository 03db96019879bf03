//! Names of operations, types and their parts.

use houston_client::schema::{Argument, Field, Operation, Schema, Type, TypeKind};

use super::offers::{Offers, Row};
use crate::schema::names::{self, kebab};

/// The operations whose names begin with what was typed; in kebab-case behind a hyphen. Others are not read.
pub(super) fn operations<'s>(
    schema: &'s Schema,
    typed: &'s str,
    fits: impl Fn(&Operation) -> bool + 's,
) -> impl Iterator<Item = Row> + 's {
    let spelled = move |name: &str| if typed.contains('-') { kebab(name) } else { name.to_owned() };
    let found = schema.operations.called(move |name| spelled(name).starts_with(typed));
    found.filter(move |row| fits(row)).map(move |row| Row::new(spelled(&row.name), about(row)))
}

/// What an operation does.
fn about(operation: &Operation) -> &str {
    match operation.description.as_str() {
        "" => operation.kind.keyword(),
        about => about,
    }
}

/// What `houston describe` describes: an operation, a type, or a part of one behind a dot.
pub(super) fn described(schema: &Schema, word: &str) -> Offers {
    if let Some((path, typed)) = word.rsplit_once('.') {
        return Offers::of(typed, parts(schema, path).unwrap_or_default());
    }
    let types = schema.types.called(|name| name.starts_with(word));
    let types = types.map(|ty| {
        let about = if ty.description.is_empty() { ty.kind.keyword() } else { &ty.description };
        Row::new(ty.name.as_str(), about)
    });
    Offers::of(word, operations(schema, word, |_| true).chain(types))
}

/// The parts of what a path names.
fn parts(schema: &Schema, path: &str) -> Option<Vec<Row>> {
    let mut path = path.split('.');
    let first = path.next()?;
    // A part of it is of a type, whose parts come next.
    let (arguments, mut ty) = match schema.type_named(first) {
        Some(ty) => (&[][..], Some(ty)),
        None => {
            let operation = *names::operations(schema, None, first).first()?;
            (&*operation.arguments, schema.type_named(operation.type_ref().name()))
        }
    };
    let mut arguments = arguments;
    for name in path {
        let argument = names::find(arguments, |argument| &argument.name, name);
        let field = || ty.and_then(|ty| names::find(&ty.fields, |field| &field.name, name));
        let input = || ty.and_then(|ty| names::find(&ty.input_fields, |field| &field.name, name));
        let of = match argument.or_else(input) {
            Some(argument) => argument.type_ref(),
            None => field()?.type_ref(),
        };
        ty = schema.type_named(of.name());
        arguments = &[];
    }
    let argument = |argument: &Argument| row(&argument.name, &argument.description, &argument.ty);
    let field = |field: &Field| row(&field.name, &field.description, &field.ty);
    let mut rows: Vec<Row> = arguments.iter().map(argument).collect();
    if let Some(ty) = ty {
        rows.extend(ty.fields.iter().map(field));
        rows.extend(ty.input_fields.iter().map(argument));
        rows.extend(values(ty));
    }
    Some(rows)
}

/// The values of an enum.
pub(super) fn values(ty: &Type) -> impl Iterator<Item = Row> {
    ty.values.iter().map(|value| Row::new(value.name.as_str(), &value.description))
}

/// The fields of a type that can be selected, each as the beginning of a list or a path.
pub(super) fn selectable(schema: &Schema, ty: &Type) -> impl Iterator<Item = Row> {
    let fields = ty.fields.iter();
    let fields = fields.filter(|field| !field.arguments.iter().any(|argument| argument.required));
    fields.map(|field| {
        let of = schema.type_named(field.type_ref().name());
        let is_leaf = of.is_none_or(|of| of.kind.is_leaf() || of.kind == TypeKind::Union);
        let name = if is_leaf { field.name.clone() } else { format!("{}.", field.name) };
        row(&name, &field.description, &field.ty).going_on()
    })
}

fn row(name: &str, about: &str, ty: &str) -> Row {
    Row::new(name, if about.is_empty() { ty } else { about })
}
