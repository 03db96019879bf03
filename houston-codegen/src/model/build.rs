//! Converts syntax to the model: merges extensions and decides what is required.

use std::collections::BTreeMap;

use houston_schema::row;
use houston_schema::table::{self, Effect, OperationKind, Scalar, TypeKind};

use super::{Argument, EnumValue, Field, Model, Nulls, Operation, Type};
use crate::parse::syntax::{
    self, Directive, Document, FieldDefinition, InputValue, TypeDefinition, Value,
};

const BUILT_IN_SCALARS: [(&str, Scalar, &str); 5] = [
    ("Boolean", Scalar::Boolean, "True or false."),
    ("Float", Scalar::Float, "A double-precision number."),
    ("ID", Scalar::Opaque, "An identifier: opaque text."),
    ("Int", Scalar::Int, "A signed 32-bit number."),
    ("String", Scalar::String, "Text."),
];

/// Returns the model, without names and without the overlay.
pub(super) fn model(document: Document) -> Model {
    let root = |kind| Some((kind, document.root(kind)?.to_owned()));
    let roots: Vec<_> = OperationKind::ALL.into_iter().filter_map(root).collect();
    let mut types: BTreeMap<String, Type> = BUILT_IN_SCALARS
        .into_iter()
        .map(|(name, scalar, description)| {
            let mut ty = named_type(TypeKind::Scalar, name.to_owned());
            ty.row.scalar = scalar;
            ty.row.description = description.to_owned();
            (name.to_owned(), ty)
        })
        .collect();
    // Definitions first: an extension may precede its type.
    let (extensions, definitions): (Vec<_>, Vec<_>) =
        document.types.into_iter().partition(|definition| definition.extension);
    for definition in definitions.into_iter().chain(extensions) {
        let name = definition.name.text.clone();
        let ty = types.entry(name.clone()).or_insert_with(|| named_type(definition.kind, name));
        add(ty, definition);
    }
    implementers(&mut types);
    for (kind, name) in &roots {
        if let Some(ty) = types.get_mut(name) {
            ty.root = Some(*kind);
        }
    }
    let mut operations = Vec::new();
    for (kind, name) in &roots {
        let fields = types.get(name).map_or(&[][..], |ty| &ty.fields);
        let mut of_kind: Vec<Operation> =
            fields.iter().map(|field| operation(*kind, field.clone())).collect();
        of_kind.sort_by(|one, other| one.row.name.cmp(&other.row.name));
        operations.extend(of_kind);
    }
    let mut model = Model {
        operations,
        types: types.into_values().collect(),
        directives: document.directives,
        domains: vec!["all".to_owned()],
        ..Model::default()
    };
    default_selections(&mut model);
    model
}

fn named_type(kind: TypeKind, name: String) -> Type {
    Type { row: row!(table::Type { kind, name, ..table::Type::default() }), ..Type::default() }
}

/// Adds a definition or an extension.
fn add(ty: &mut Type, definition: TypeDefinition) {
    let row = &mut ty.row;
    if let Some(description) = definition.description {
        row.description = description;
    }
    row.one_of |= definition.directives.iter().any(|directive| directive.name == "oneOf");
    row.members.extend(definition.members);
    ty.directives.extend(definition.directives);
    ty.implements.extend(definition.implements);
    ty.fields.extend(definition.fields.into_iter().map(field));
    ty.input_fields.extend(definition.input_fields.into_iter().map(argument));
    ty.input_fields.sort_by_key(order);
    ty.values.extend(definition.values.into_iter().map(value));
}

fn value(value: syntax::EnumValue) -> EnumValue {
    let row = row!(table::EnumValue {
        name: value.name.text,
        description: value.description.unwrap_or_default(),
        deprecated: deprecated(&value.directives),
        ..table::EnumValue::default()
    });
    EnumValue { row, ..EnumValue::default() }
}

fn field(definition: FieldDefinition) -> Field {
    let mut arguments: Vec<Argument> = definition.arguments.into_iter().map(argument).collect();
    arguments.sort_by_key(order);
    let row = row!(table::Field {
        name: definition.name.text,
        description: definition.description.unwrap_or_default(),
        ty: definition.ty.to_string(),
        deprecated: deprecated(&definition.directives),
        ..table::Field::default()
    });
    Field { row, arguments, ..Field::default() }
}

fn argument(value: InputValue) -> Argument {
    let row = row!(table::Argument {
        name: value.name.text,
        description: value.description.unwrap_or_default(),
        ty: value.ty.to_string(),
        default: value.default.as_ref().map(Value::to_string),
        deprecated: deprecated(&value.directives),
        // The specification, section "Required Arguments".
        required: value.ty.is_non_null() && value.default.is_none(),
        ..table::Argument::default()
    });
    Argument { row, default: value.default, ..Argument::default() }
}

/// Required ones first, then by name.
pub(super) fn order(argument: &Argument) -> (bool, String) {
    (!argument.row.required, argument.row.name.clone())
}

fn deprecated(directives: &[Directive]) -> Option<String> {
    Directive::deprecation(directives).map(str::to_owned)
}

fn operation(kind: OperationKind, field: Field) -> Operation {
    let table::Field { name, description, ty, deprecated, .. } = field.row.clone();
    let writes = kind == OperationKind::Mutation;
    let row = row!(table::Operation {
        kind,
        name,
        description,
        ty,
        deprecated,
        effect: if writes { Effect::Unknown } else { Effect::Read },
        idempotent: !writes,
        ..table::Operation::default()
    });
    Operation { row, field, payload: String::new(), result: Nulls::AsSchema }
}

fn implementers(types: &mut BTreeMap<String, Type>) {
    let mut of: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for ty in types.values().filter(|ty| ty.row.kind == TypeKind::Object) {
        for interface in &ty.implements {
            of.entry(interface.clone()).or_default().push(ty.row.name.clone());
        }
    }
    for (interface, objects) in of {
        if let Some(ty) = types.get_mut(&interface) {
            ty.row.members = objects;
        }
    }
}

/// Default selections include fields without required arguments that are not deprecated. Root types have none: they
/// are the operations.
fn default_selections(model: &mut Model) {
    for ty in model.types.iter_mut().filter(|ty| ty.root.is_none()) {
        for field in &mut ty.fields {
            let free = !field.arguments.iter().any(|argument| argument.row.required);
            field.row.selected = free && field.row.deprecated.is_none();
        }
    }
}
