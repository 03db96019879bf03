//! The page of an operation.

use askama::Template;
use houston_client::schema::{Operation, OperationKind};

use super::Reference;
use super::filters;
use super::form::Form;
use super::frame::{Frame, Link, Member, TypeLink, shown, written};
use super::search::first_sentence;
use super::snippets::{self, Snippet};
use crate::arguments;
use crate::commands::describe;
use crate::failure::Failure;

#[derive(Template)]
#[template(path = "operation.html")]
struct Page {
    frame: Frame,
    name: String,
    kind: &'static str,
    about: String,
    deprecated: Option<String>,
    trap: String,
    /// What a call is known to lose.
    losses: Vec<String>,
    arguments: Vec<Member>,
    returns: TypeLink,
    /// The fields of the result, if it is an object.
    fields: Vec<Member>,
    /// Headings with what is known.
    facts: Vec<(&'static str, Vec<String>)>,
    /// Operations that belong to this one, each with why.
    related: Vec<Link>,
    /// What runs it, if a sandbox serves the page.
    form: Option<Form>,
    snippets: Vec<Snippet>,
    /// Why the snippets do not have all arguments.
    missing: Option<String>,
}

pub(super) fn page(
    reference: &Reference,
    operation: &Operation,
    frame: Frame,
) -> Result<String, Failure> {
    let schema = &*reference.schema;
    let relaxed = arguments::relaxed(operation);
    let arguments = relaxed.arguments.iter().map(|row| {
        let member = Member::of_argument(reference, &frame, row);
        let filled = operation.fills(&row.name);
        let filled = filled.map(|(from, field)| format!("{} of {}", shown(field), shown(from)));
        Member { default: member.default.clone().or(filled), ..member }
    });
    let arguments = arguments.collect();
    let ty = schema.type_named(operation.type_ref().name());
    let answers = ty.into_iter().flat_map(|ty| &ty.fields);
    let answers = answers.filter(|field| operation.can_answer(&field.name));
    let fields = answers.map(|field| Member {
        name: shown(&field.name),
        ty: Some(TypeLink::new(reference, &frame, &field.ty)),
        shape: None,
        arguments: Vec::new(),
        required: false,
        secret: field.secret,
        default: None,
        about: shown(&first_sentence(&field.description)),
        deprecated: field.deprecated.as_deref().map(shown),
    });
    let fields = fields.take(MOST_FIELDS).collect();
    let facts = describe::operation::facts(schema, operation);
    let facts = facts.into_iter().filter(|(_, lines)| !lines.is_empty()).collect();
    let (snippets, missing) = snippets::of(reference, operation)?;
    let page = Page {
        name: shown(&operation.name),
        kind: operation.kind.keyword(),
        about: shown(&operation.description),
        deprecated: operation.deprecated.as_deref().map(shown),
        trap: sentence(&operation.trap),
        losses: operation.losses.iter().map(|loss| sentence(&loss.says)).collect(),
        arguments,
        returns: TypeLink::new(reference, &frame, &operation.ty),
        fields,
        facts,
        related: related(reference, operation, &frame),
        form: frame.is_live.then(|| Form::new(schema, operation)),
        snippets,
        missing,
        frame,
    };
    written(&page)
}

/// Facts are sentences without a final period.
fn sentence(fact: &str) -> String {
    match fact {
        "" => String::new(),
        fact => shown(fact).trim_end_matches('.').to_owned() + ".",
    }
}

/// The most fields of the result that a page lists: the page of the type has all.
const MOST_FIELDS: usize = 200;

/// The operations that show its effect, its progress, or what comes next.
fn related(reference: &Reference, operation: &Operation, frame: &Frame) -> Vec<Link> {
    use OperationKind::{Query, Subscription};
    let finder = operation.finder.as_ref().map(|finder| (Query, &finder.query, "shows its effect"));
    let watch = operation.watch.as_ref();
    let state = watch.map(|watch| (Query, &watch.query, "shows how far it is"));
    let reasons = watch.and_then(|watch| watch.reasons.as_ref());
    let reasons = reasons.map(|reasons| (Query, &reasons.query, "shows why it failed"));
    let follow = operation.follow.as_ref();
    let follow = follow.map(|follow| (Subscription, &follow.subscription, "goes on where it ends"));
    let finds = operation.arguments.iter().flat_map(|argument| &argument.finders);
    let finds = finds.map(|query| (Query, query, "finds an id for it"));
    let mut seen = Vec::new();
    let all = [finder, state, reasons, follow].into_iter().flatten().chain(finds);
    let links = all.filter_map(|(kind, name, why)| {
        let rows = &reference.schema.operations;
        let at = rows.iter().position(|row| row.kind == kind && row.name == *name)?;
        if seen.contains(&at) {
            return None;
        }
        seen.push(at);
        let href = format!("{}{}", frame.root, reference.names.operations[at]);
        Some(Link { name: shown(name), href, about: why.to_owned(), kind: kind.keyword() })
    });
    links.collect()
}
