//! The form that runs an operation, on pages that a sandbox serves.

use houston_client::schema::{Argument, Field, Operation, Scalar, Schema, Type, TypeKind, TypeRef};

use super::frame::shown;
use crate::commands::skeleton;

/// The most fields to choose from.
const MOST_CHOICES: usize = 300;

pub(super) struct Form {
    pub(super) required: Vec<Input>,
    pub(super) optional: Vec<Input>,
    pub(super) choices: Vec<Choice>,
}

/// A field for an argument.
pub(super) struct Input {
    pub(super) name: String,
    pub(super) ty: String,
    pub(super) is_required: bool,
    pub(super) is_secret: bool,
    /// The values of an enum.
    pub(super) values: Vec<String>,
    /// What is read from its text: `text`, `number`, `flag` or `json`.
    pub(super) reads: &'static str,
    /// What JSON for it looks like.
    pub(super) example: String,
}

/// A field of the result to choose.
pub(super) struct Choice {
    /// Its name, or those of an object and a field of it with a dot.
    pub(super) path: String,
    pub(super) is_chosen: bool,
    pub(super) is_nested: bool,
}

impl Form {
    pub(super) fn new(schema: &Schema, operation: &Operation) -> Self {
        let input = |argument: &Argument| Input::new(schema, argument);
        let (required, optional): (Vec<&Argument>, Vec<&Argument>) =
            operation.arguments.iter().partition(|argument| argument.required);
        let ty = schema.type_named(operation.type_ref().name());
        Form {
            required: required.into_iter().map(input).collect(),
            optional: optional.into_iter().map(input).collect(),
            choices: ty.map_or_else(Vec::new, |ty| choices(schema, operation, ty)),
        }
    }
}

impl Input {
    fn new(schema: &Schema, argument: &Argument) -> Self {
        let ty = argument.type_ref();
        let named = schema.type_named(ty.name()).filter(|_| ty.item().is_none());
        let values = named.filter(|named| named.kind == TypeKind::Enum);
        let values = values.into_iter().flat_map(|named| &named.values);
        let reads = match named.map(|named| (named.kind, named.scalar)) {
            Some((TypeKind::Scalar, Scalar::Boolean)) => "flag",
            Some((TypeKind::Scalar, Scalar::Int | Scalar::Float)) => "number",
            Some((TypeKind::Scalar, Scalar::String | Scalar::Opaque | Scalar::DateTime)) => "text",
            _ => "json",
        };
        let example = match reads {
            "json" => skeleton::placeholder(schema, argument).to_string(),
            _ => String::new(),
        };
        Input {
            name: shown(&argument.name),
            ty: shown(&argument.ty),
            is_required: argument.required,
            is_secret: argument.secret,
            values: values.map(|value| shown(&value.name)).collect(),
            reads,
            example: shown(&example),
        }
    }
}

/// The leaves of the result, and those of the objects in it.
fn choices(schema: &Schema, operation: &Operation, ty: &Type) -> Vec<Choice> {
    let is_free = |field: &&Field| !field.arguments.iter().any(|argument| argument.required);
    let leaf = |field: &Field| {
        schema.type_named(TypeRef(&field.ty).name()).is_some_and(|ty| ty.kind.is_leaf())
    };
    let fields = ty.fields.iter().filter(is_free);
    let fields = fields.filter(|field| operation.can_answer(&field.name));
    let (leaves, objects): (Vec<&Field>, Vec<&Field>) = fields.partition(|field| leaf(field));
    let own = leaves.into_iter().map(|field| Choice {
        path: shown(&field.name),
        is_chosen: operation.selects(field),
        is_nested: false,
    });
    let nested = objects.into_iter().flat_map(|object| {
        let ty = schema.type_named(TypeRef(&object.ty).name());
        let fields = ty.into_iter().flat_map(|ty| &ty.fields).filter(is_free);
        fields.filter(|field| leaf(field)).map(|field| Choice {
            path: shown(&format!("{}.{}", object.name, field.name)),
            is_chosen: false,
            is_nested: true,
        })
    });
    own.chain(nested).take(MOST_CHOICES).collect()
}
