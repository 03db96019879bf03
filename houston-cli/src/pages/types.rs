//! The page of a type.

use std::collections::BTreeMap;

use askama::Template;
use houston_client::schema::{OperationKind, Schema, Type, TypeKind, TypeRef};

use super::Reference;
use super::filters;
use super::frame::{Frame, Link, Member, TypeLink, shown, written};
use super::search::first_sentence;
use crate::commands::describe;
use crate::failure::Failure;

/// The type at this index of the pages: shapes follow behind the types.
pub(super) fn at(schema: &Schema, at: usize) -> &Type {
    match at.checked_sub(schema.types.len()) {
        None => &schema.types[at],
        Some(shape) => &schema.shapes[shape],
    }
}

pub(super) const fn plural_of(kind: OperationKind) -> &'static str {
    match kind {
        OperationKind::Query => "Queries",
        OperationKind::Mutation => "Mutations",
        OperationKind::Subscription => "Subscriptions",
    }
}

/// The most links to places that use a type.
const MOST_LINKS: usize = 100;

/// Where each type is used, by its name.
pub(super) struct Used(BTreeMap<String, Uses>);

#[derive(Default)]
struct Uses {
    /// The indices of operations.
    operations: Vec<usize>,
    /// The names of types.
    types: Vec<usize>,
}

impl Used {
    pub(super) fn new(schema: &Schema) -> Self {
        let mut used: BTreeMap<String, Uses> = BTreeMap::new();
        let mut note = |ty: &str, put: &dyn Fn(&mut Uses) -> &mut Vec<usize>, at: usize| {
            let uses = put(used.entry(TypeRef(ty).name().to_owned()).or_default());
            if uses.last() != Some(&at) {
                uses.push(at);
            }
        };
        for (at, operation) in schema.operations.iter().enumerate() {
            let arguments = operation.arguments.iter();
            let of_arguments = arguments.flat_map(|row| [Some(&row.ty), row.shape.as_ref()]);
            for ty in of_arguments.flatten().chain([&operation.ty]) {
                note(ty, &|uses| &mut uses.operations, at);
            }
        }
        for (at, ty) in schema.types.iter().chain(&*schema.shapes).enumerate() {
            let inputs = ty.input_fields.iter();
            let fields = ty.fields.iter();
            let arguments = fields.clone().flat_map(|field| &field.arguments).chain(inputs);
            let of_arguments = arguments.flat_map(|row| [Some(&row.ty), row.shape.as_ref()]);
            for used in of_arguments.flatten().chain(fields.map(|field| &field.ty)) {
                note(used, &|uses| &mut uses.types, at);
            }
        }
        Used(used)
    }
}

#[derive(Template)]
#[template(path = "type.html")]
struct Page {
    frame: Frame,
    name: String,
    kind: &'static str,
    about: String,
    form: Option<&'static str>,
    one_of: bool,
    /// Headings with their fields or values.
    parts: Vec<(&'static str, Vec<Member>)>,
    members: Option<(&'static str, Vec<TypeLink>)>,
    used: Vec<Link>,
    more: usize,
}

pub(super) fn page(reference: &Reference, ty: &Type, frame: Frame) -> Result<String, Failure> {
    let inputs = ty.input_fields.iter().map(|row| Member::of_argument(reference, &frame, row));
    let fields = ty.fields.iter().map(|field| {
        let arguments = field.arguments.iter();
        Member {
            name: shown(&field.name),
            ty: Some(TypeLink::new(reference, &frame, &field.ty)),
            shape: None,
            arguments: arguments.map(|row| Member::of_argument(reference, &frame, row)).collect(),
            required: false,
            secret: field.secret,
            default: None,
            about: shown(&field.description),
            deprecated: field.deprecated.as_deref().map(shown),
        }
    });
    let values = ty.values.iter().map(|value| Member {
        name: shown(&value.name),
        ty: None,
        shape: None,
        arguments: Vec::new(),
        required: false,
        secret: false,
        default: None,
        about: shown(&value.description),
        deprecated: value.deprecated.as_deref().map(shown),
    });
    let fields = inputs.chain(fields).collect();
    let parts = [("Fields", fields), ("Values", values.collect())];
    let parts = parts.into_iter().filter(|(_, members): &(_, Vec<Member>)| !members.is_empty());
    let heading = if ty.kind == TypeKind::Union { "One of" } else { "Implemented by" };
    let members = ty.members.iter().map(|name| TypeLink::new(reference, &frame, name));
    let members: Vec<TypeLink> = members.collect();
    let (used, more) = used(reference, &frame, ty);
    written(&Page {
        name: shown(&ty.name),
        kind: ty.kind.keyword(),
        about: shown(&ty.description),
        form: describe::types::form(ty),
        one_of: ty.one_of,
        parts: parts.collect(),
        members: (!members.is_empty()).then_some((heading, members)),
        used,
        more,
        frame,
    })
}

/// Links to operations and types that use a type, and how many more there are.
fn used(reference: &Reference, frame: &Frame, ty: &Type) -> (Vec<Link>, usize) {
    let (schema, names) = (&*reference.schema, &reference.names);
    let Some(uses) = reference.used.0.get(&ty.name) else { return (Vec::new(), 0) };
    let operations = uses.operations.iter().map(|at| {
        let row = &schema.operations[*at];
        (&row.name, &names.operations[*at], row.kind.keyword(), &row.description)
    });
    let types = uses.types.iter().map(|at| {
        let ty = self::at(schema, *at);
        (&ty.name, &names.types[*at], ty.kind.keyword(), &ty.description)
    });
    let count = uses.operations.len() + uses.types.len();
    let links = operations.chain(types).take(MOST_LINKS);
    let links = links.map(|(name, path, kind, about)| Link {
        name: shown(name),
        href: format!("{}{path}", frame.root),
        about: shown(&first_sentence(about)),
        kind,
    });
    (links.collect(), count.saturating_sub(MOST_LINKS))
}
