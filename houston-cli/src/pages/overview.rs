//! The pages that list all operations and all types.

use askama::Template;
use houston_client::schema::{Operation, TypeKind};
use houston_codegen::model::Model;

use super::Reference;
use super::filters;
use super::frame::{Frame, Link, shown, written};
use super::search::first_sentence;
use super::types;
use crate::failure::Failure;

/// Links with a heading.
struct Group {
    heading: String,
    links: Vec<Link>,
}

#[derive(Template)]
#[template(path = "overview.html")]
struct Overview {
    frame: Frame,
    heading: &'static str,
    groups: Vec<Group>,
}

#[derive(Template)]
#[template(path = "documents.html")]
struct Documents {
    frame: Frame,
}

/// Where documents of one's own are run.
pub(super) fn documents(frame: Frame) -> Result<String, Failure> {
    written(&Documents { frame })
}

/// All operations, by what they are about, or else by kind.
pub(super) fn operations(reference: &Reference, frame: Frame) -> Result<String, Failure> {
    let rows = &reference.schema.operations;
    let mut order: Vec<(usize, usize)> =
        rows.iter().map(|row| group(&reference.model, row)).zip(0..).collect();
    order.sort_unstable();
    let link = |at: usize| Link {
        name: shown(&rows[at].name),
        href: format!("{}{}", frame.root, reference.names.operations[at]),
        about: shown(&first_sentence(&rows[at].description)),
        kind: rows[at].kind.keyword(),
    };
    let groups = order.chunk_by(|one, next| one.0 == next.0).map(|group| {
        let (number, first) = group[0];
        let heading = heading(&reference.model, number, &rows[first]);
        Group { heading, links: group.iter().map(|(_, at)| link(*at)).collect() }
    });
    let groups = groups.collect();
    written(&Overview { frame, heading: "Operations", groups })
}

/// The group of an operation: its domain, or its kind where there is one domain.
fn group(model: &Model, operation: &Operation) -> usize {
    let has_name = |one: &&houston_codegen::model::Operation| {
        one.row.name == operation.name && one.row.kind == operation.kind
    };
    match model.domains.len() {
        0 | 1 => operation.kind as usize,
        _ => model.operations.iter().find(has_name).map_or(usize::MAX, |one| one.field.domain),
    }
}

fn heading(model: &Model, group: usize, operation: &Operation) -> String {
    match model.domains.get(group) {
        Some(domain) if model.domains.len() > 1 => {
            let words = domain.replace('_', " ");
            let mut letters = words.chars();
            letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
        }
        _ => types::plural_of(operation.kind).to_owned(),
    }
}

/// All types, by kind.
pub(super) fn types(reference: &Reference, frame: Frame) -> Result<String, Failure> {
    const KINDS: [(TypeKind, &str); 6] = [
        (TypeKind::Object, "Objects"),
        (TypeKind::Interface, "Interfaces"),
        (TypeKind::Union, "Unions"),
        (TypeKind::Input, "Input objects"),
        (TypeKind::Enum, "Enums"),
        (TypeKind::Scalar, "Scalars"),
    ];
    let schema = &*reference.schema;
    let link = |at: usize| {
        let ty = types::at(schema, at);
        Link {
            name: shown(&ty.name),
            href: format!("{}{}", frame.root, reference.names.types[at]),
            about: shown(&first_sentence(&ty.description)),
            kind: ty.kind.keyword(),
        }
    };
    let of_kind =
        |kind: TypeKind| (0..schema.types.len()).filter(move |at| schema.types[*at].kind == kind);
    let groups = KINDS.map(|(kind, heading)| (heading, of_kind(kind).map(link).collect()));
    let shapes = (schema.types.len()..reference.names.types.len()).map(link).collect();
    let groups = groups.into_iter().chain([("Shapes of JSON", shapes)]);
    let groups = groups.filter(|(_, links): &(_, Vec<Link>)| !links.is_empty());
    let groups = groups.map(|(heading, links)| Group { heading: heading.to_owned(), links });
    let groups = groups.collect();
    written(&Overview { frame, heading: "Types", groups })
}
