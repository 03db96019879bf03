//! What all pages have in common.

use askama::Template;
use houston_client::schema::{Argument, TypeRef};

use super::Reference;
use crate::failure::{Exit, Failure};
use crate::schema::Origin;
use crate::terminal::text::without_controls;

/// The head and the foot of a page.
pub(super) struct Frame {
    pub(super) title: String,
    /// The way from the page to the folder of the reference: empty, or `../`. For pages of a sandbox, its address.
    pub(super) root: String,
    /// Whether a sandbox serves the page, and runs what it asks for.
    pub(super) is_live: bool,
    /// The name of the API.
    pub(super) api: String,
    /// Where the schema comes from.
    pub(super) origin: String,
}

impl Frame {
    pub(super) fn new(reference: &Reference, path: &str, title: &str) -> Self {
        let is_live = reference.is_live;
        let root = match is_live {
            true => "/v1/".to_owned(),
            false => "../".repeat(path.matches('/').count()),
        };
        let version = reference.schema.version.as_deref();
        let api = match (&reference.origin, version) {
            (Origin::BuiltIn, Some(version)) => format!("Houston {version}"),
            _ => "API".to_owned(),
        };
        Frame { title: shown(title), root, is_live, api, origin: shown(&reference.origin.words()) }
    }
}

/// Text of a schema, without letters that are not seen.
pub(super) fn shown(text: &str) -> String {
    without_controls(text)
}

/// The text of a template.
pub(super) fn written(template: &impl Template) -> Result<String, Failure> {
    template
        .render()
        .map_err(|error| Failure::new(Exit::Internal, "cannot write a page").because(error))
}

/// A type reference with a link to the page of its type: `[`, `Deployment`, `!]`.
pub(super) struct TypeLink {
    pub(super) before: String,
    pub(super) name: String,
    pub(super) after: String,
    pub(super) href: Option<String>,
}

impl TypeLink {
    pub(super) fn new(reference: &Reference, frame: &Frame, ty: &str) -> Self {
        let name = TypeRef(ty).name();
        let at = ty.find(name).unwrap_or_default();
        let path = reference.names.of_type(&reference.schema, name);
        TypeLink {
            before: shown(&ty[..at]),
            name: shown(name),
            after: shown(&ty[at + name.len()..]),
            href: path.map(|path| format!("{}{path}", frame.root)),
        }
    }
}

/// A named thing with a link to its page.
pub(super) struct Link {
    pub(super) name: String,
    pub(super) href: String,
    /// One line about it.
    pub(super) about: String,
    /// What kind of thing it is, in one word.
    pub(super) kind: &'static str,
}

/// An argument, a field or a value of an enum.
pub(super) struct Member {
    pub(super) name: String,
    pub(super) ty: Option<TypeLink>,
    /// The shape of a JSON value.
    pub(super) shape: Option<TypeLink>,
    pub(super) arguments: Vec<Member>,
    pub(super) required: bool,
    pub(super) secret: bool,
    pub(super) default: Option<String>,
    pub(super) about: String,
    pub(super) deprecated: Option<String>,
}

impl Member {
    pub(super) fn of_argument(reference: &Reference, frame: &Frame, row: &Argument) -> Self {
        Member {
            name: shown(&row.name),
            ty: Some(TypeLink::new(reference, frame, &row.ty)),
            shape: row.shape.as_ref().map(|shape| TypeLink::new(reference, frame, shape)),
            arguments: Vec::new(),
            required: row.required,
            secret: row.secret,
            default: row.default.as_deref().map(shown),
            about: shown(&row.description),
            deprecated: row.deprecated.as_deref().map(shown),
        }
    }
}
