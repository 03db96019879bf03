//! Adds facts to the model that a schema cannot state: `overlay.toml`, `permissions.toml` and
//! `refusals.toml`.
//!
//! The crate `houston-schema` describes the formats. Unknown keys are refused, and every name that refers to
//! the schema keeps its place, so that errors about stale entries show the line.

mod coordinate;
mod finder;
mod operation;
mod permissions;
mod question;
mod refusals;
mod repeats;
mod rust_types;
mod shapes;
mod stale;
mod ty;
mod versions;
mod watch;

use std::collections::BTreeMap;

use houston_schema::table::{OperationKind, Scalar, TypeKind};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use toml::Spanned;
use wildmatch::WildMatch;

use super::nulls::Nulls;
use super::sources::Sources;
use super::structs::Structs;
use super::{Argument, Model, secrets};
use crate::keyword;
use crate::source::{Diagnostics, Source};
use coordinate::Place;
use finder::is_field_of;
use operation::OperationEntry;
use permissions::Permissions;
use refusals::Refusals;
use shapes::ShapeEntry;
use stale::{Name, Stale};
use ty::TypeEntry;
use versions::NameEntry;
pub use versions::{Evidence, Known, known};
use watch::WatchedEntry;

/// `overlay.toml`
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
struct Overlay {
    /// The server version that the schema belongs to.
    version: Option<String>,
    /// Which types have a struct of their default selection.
    structs: Option<Structs>,
    lists: Lists,
    results: Results,
    scalars: BTreeMap<Name, Spanned<String>>,
    /// By schema coordinate: the path of the Rust type of a scalar, field or argument.
    rust: BTreeMap<Name, Name>,
    domains: Vec<Domain>,
    types: BTreeMap<Name, TypeEntry>,
    operations: BTreeMap<Name, OperationEntry>,
    /// By name: the values of an enum, or the keys of an object with their types.
    shapes: BTreeMap<Name, ShapeEntry>,
    /// By name: how to see how far the work is that calls begin.
    watched: BTreeMap<Name, WatchedEntry>,
    /// By schema coordinate: what is known of a name that some versions lack. `(argument:)` stands for all arguments of
    /// operations that have this name.
    names: BTreeMap<Name, NameEntry>,
    /// By argument name, or `Type.field`: queries that list the objects whose `id` the argument takes; `query.field` if
    /// a field of their result lists them.
    arguments: BTreeMap<Name, Vec<Name>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Lists {
    items: Option<Nulls>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Results {
    mutations: Option<Nulls>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Domain {
    /// The name of its files and modules.
    name: Name,
    /// Globs for the names of types and operations, ignoring case.
    #[serde(rename = "match")]
    patterns: Vec<String>,
}

/// Whose facts an overlay and its companions are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Whose {
    /// The schema's own.
    Schema,
    Preset,
}

/// Reads the companion files of the schema and applies them to the model. Returns entries that match nothing, although
/// the schema's version should have what they name.
///
/// Files that are laid over a second time add to the first ones: their entry for a name replaces the earlier one.
pub(super) fn lay_over(
    model: &mut Model,
    sources: &Sources<'_>,
    whose: Whose,
) -> Result<Diagnostics, Diagnostics> {
    let overlay: Overlay = read(sources.overlay.as_ref())?;
    let permissions: Permissions = read(sources.permissions.as_ref())?;
    let refusals: Refusals = read(sources.refusals.as_ref())?;
    // The version in a preset is that of another schema.
    let own = overlay.version.as_deref().filter(|_| whose == Whose::Schema);
    let others = versions::others(&overlay, sources.version.or(own));
    let errors = Diagnostics(Vec::new());
    let mut stale = Stale { source: sources.overlay, whose, errors, others, elsewhere: 0 };

    if overlay.version.is_some() {
        model.version.clone_from(&overlay.version);
    }
    model.structs = overlay.structs.or(model.structs);
    nulls(model, &overlay);
    scalars(model, &overlay, &mut stale);
    rust_types::set(model, &overlay.rust, &mut stale);
    for (name, entry) in &overlay.types {
        entry.lay_over(model, name, &mut stale);
    }
    let shapes = shapes::all(model, &overlay.shapes, &mut stale);
    model.shapes.retain(|earlier| shapes.iter().all(|shape| shape.name != earlier.name));
    model.shapes.extend(shapes);
    for (name, entry) in &overlay.operations {
        entry.lay_over(model, name, &overlay.watched, &mut stale);
    }
    for (name, entry) in &overlay.names {
        describe(model, name, &entry.says, &mut stale);
    }
    for (name, queries) in &overlay.arguments {
        finders(model, name, queries, &mut stale);
    }
    secrets::note(model);
    domains(model, &overlay, &mut stale);
    stale.source = sources.permissions;
    permissions.lay_over(model, &mut stale);
    stale.source = sources.refusals;
    refusals.lay_over(model, &mut stale);
    if whose == Whose::Preset {
        model.of_other_versions = stale.elsewhere;
    }
    Ok(stale.errors)
}

/// Reads one of the files. A missing file counts as empty.
fn read<T: DeserializeOwned + Default>(source: Option<&Source<'_>>) -> Result<T, Diagnostics> {
    let Some(source) = source else { return Ok(T::default()) };
    toml::from_str(source.text).map_err(|error| {
        let offset = error.span().map_or(0, |span| span.start);
        source.error(offset, error.message()).into()
    })
}

/// Applies the defaults of the two rules, before the entries of single operations.
fn nulls(model: &mut Model, overlay: &Overlay) {
    for field in model.types.iter_mut().flat_map(|ty| &mut ty.fields) {
        field.items = overlay.lists.items.unwrap_or(field.items);
    }
    for operation in &mut model.operations {
        operation.field.items = overlay.lists.items.unwrap_or(operation.field.items);
        if operation.row.kind == OperationKind::Mutation {
            operation.result = overlay.results.mutations.unwrap_or(operation.result);
        }
    }
}

fn scalars(model: &mut Model, overlay: &Overlay, stale: &mut Stale<'_>) {
    for (name, written) in &overlay.scalars {
        let scalar = match written.get_ref().as_str() {
            "opaque" => Scalar::Opaque,
            "date-time" => Scalar::DateTime,
            "json" => Scalar::Json,
            _ => {
                let expected = "expected `opaque`, `date-time` or `json`";
                stale.refuse(written, format!("{expected}; a Rust type belongs under `[rust]`"));
                continue;
            }
        };
        let ty = model.types.iter_mut().find(|ty| ty.row.name == *name.get_ref());
        match ty.filter(|ty| ty.row.kind == TypeKind::Scalar) {
            Some(ty) => ty.row.scalar = scalar,
            None => stale.refuse(name, format!("the schema has no scalar `{}`", name.get_ref())),
        }
    }
}

/// Describes what a coordinate names, if the schema does not.
fn describe(model: &mut Model, name: &Name, says: &str, stale: &mut Stale<'_>) {
    let text = name.get_ref();
    let set = |description: &mut String| {
        if description.is_empty() {
            says.clone_into(description);
        }
    };
    if let Some(argument) = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(":)")) {
        let arguments = model.operations.iter_mut().flat_map(|one| &mut one.field.arguments);
        let named = arguments.filter(|one| one.row.name == argument);
        return named.for_each(|one| set(&mut one.row.description));
    }
    // That a type or an operation is missing is told once.
    if stale.whose == Whose::Preset && !has_owner(model, text) {
        return;
    }
    match coordinate::find(model, text) {
        Some(Place::Type(ty)) => set(&mut ty.row.description),
        Some(Place::Operation(operation)) => {
            set(&mut operation.row.description);
            set(&mut operation.field.row.description);
        }
        Some(Place::Field(field)) => set(&mut field.row.description),
        Some(Place::Argument(argument)) => set(&mut argument.row.description),
        Some(Place::Value(value)) => set(&mut value.row.description),
        None => stale.lacks(name, &[text], format!("the schema has no `{text}`")),
    }
}

/// Whether the schema has the type or the operation that a coordinate is a part of.
fn has_owner(model: &mut Model, coordinate: &str) -> bool {
    let owner = match coordinate.rsplit_once('(') {
        Some((operation, _)) => Some(operation),
        None => coordinate.split_once('.').map(|(ty, _)| ty),
    };
    owner.is_none_or(|owner| coordinate::find(model, owner).is_some())
}

/// Records the queries that list the objects of arguments with this name. Their items have an `id`.
fn finders(model: &mut Model, name: &Name, queries: &[Name], stale: &mut Stale<'_>) {
    let mut known = Vec::new();
    for query in queries {
        let text = query.get_ref();
        // An `id` of the query's result, or of a field of it.
        let path = format!("{text}.id");
        let (name, path) = path.split_once('.').unwrap_or_default();
        let found = model.operations.iter().find(|operation| {
            operation.row.kind == OperationKind::Query && operation.row.name == name
        });
        match found {
            None => stale.lacks(query, &[name], format!("the schema has no query `{text}`")),
            Some(found) if path.matches('.').count() > 1 || !is_field_of(model, found, path) => {
                stale.refuse(query, format!("the result of `{text}` has no field `id`"));
            }
            Some(_) => known.push(text.clone()),
        }
    }
    let wanted = name.get_ref();
    let mut is_used = false;
    let mut set = |argument: &mut Argument| {
        argument.row.finders.clone_from(&known);
        is_used = true;
    };
    let arguments = model.operations.iter_mut().flat_map(|row| &mut row.field.arguments);
    arguments.filter(|argument| argument.row.name == *wanted).for_each(&mut set);
    for ty in &mut model.types {
        let (of, inputs) = (&ty.row.name, &mut ty.input_fields);
        let is_meant = |field: &&mut Argument| {
            field.row.name == *wanted || format!("{of}.{}", field.row.name) == *wanted
        };
        inputs.iter_mut().filter(is_meant).for_each(&mut set);
    }
    let is_of_others = known.is_empty()
        && queries.iter().all(|query| {
            let query = query.get_ref().split('.').next().unwrap_or_default();
            stale.others.contains(query)
        });
    if !is_used && !is_of_others {
        stale.refuse(name, format!("no operation has an argument `{}`", name.get_ref()));
    }
}

/// The first domain with a pattern that matches the name, or the last domain.
fn domains(model: &mut Model, overlay: &Overlay, stale: &mut Stale<'_>) {
    if overlay.domains.is_empty() {
        return;
    }
    let patterns: Vec<Vec<WildMatch>> = overlay
        .domains
        .iter()
        .map(|domain| {
            domain.patterns.iter().map(|glob| WildMatch::new(&glob.to_lowercase())).collect()
        })
        .collect();
    let find = |name: &str| {
        let name = name.to_lowercase();
        let of = patterns.iter().position(|globs| globs.iter().any(|glob| glob.matches(&name)));
        of.unwrap_or(patterns.len() - 1)
    };
    for ty in &mut model.types {
        ty.domain = find(&ty.row.name);
    }
    for operation in &mut model.operations {
        operation.field.domain = find(&operation.row.name);
        let domain = &overlay.domains[operation.field.domain];
        operation.row.domain.clone_from(domain.name.get_ref());
    }
    let mut names: Vec<String> = Vec::new();
    for domain in &overlay.domains {
        let name = domain.name.get_ref();
        if !is_file_name(name) {
            let expected = "expected a file name: lower-case words separated by `_`";
            stale.refuse(&domain.name, expected.to_owned());
        } else if names.contains(name) {
            stale.refuse(&domain.name, format!("the domain `{name}` is defined twice"));
        }
        names.push(name.clone());
    }
    model.domains = names;
}

/// Whether a name is in snake case and can be a module's name.
fn is_file_name(name: &str) -> bool {
    let letters = |one: char| one.is_ascii_lowercase() || one.is_ascii_digit() || one == '_';
    name.starts_with(|first: char| first.is_ascii_lowercase())
        && name.chars().all(letters)
        && !name.ends_with('_')
        && !name.contains("__")
        && !keyword::is_no_name(name)
}
