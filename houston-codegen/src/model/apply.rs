//! The overlay, laid over the model. An entry that matches nothing in the schema is an error.

use std::collections::BTreeMap;

use wildmatch::WildMatch;

use super::build::order;
use super::overlay::{
    self, Everybody, Name, OperationEntry, Overlay, Permissions, Refusals, TypeEntry,
};
use super::{
    Access, Argument, Field, Finder, Merge, Model, Operation, OperationKind, Part, Refusal, Scalar,
    Sources, TypeKind, secrets,
};
use crate::source::{Diagnostics, Source};

/// Reads the files beside the schema and lays them over the model. Entries that match nothing are handed back.
pub(super) fn overlay(
    model: &mut Model,
    sources: &Sources<'_>,
) -> Result<Diagnostics, Diagnostics> {
    let overlay: Overlay = overlay::read(sources.overlay.as_ref())?;
    let permissions: Permissions = overlay::read(sources.permissions.as_ref())?;
    let refusals: Refusals = overlay::read(sources.refusals.as_ref())?;
    let mut stale = Stale { source: sources.overlay, errors: Diagnostics(Vec::new()) };

    model.version = overlay.version.clone();
    nulls(model, &overlay);
    scalars(model, &overlay, &mut stale);
    for (name, entry) in &overlay.types {
        ty(model, name, entry, &mut stale);
    }
    for (name, entry) in &overlay.operations {
        operation(model, name, entry, &mut stale);
    }
    for (name, queries) in &overlay.arguments {
        finders(model, name, queries, &mut stale);
    }
    secrets::note(model);
    domains(model, &overlay, &mut stale);
    stale.source = sources.permissions;
    access(model, permissions, &mut stale);
    stale.source = sources.refusals;
    model.refusals = refusals_of(refusals, &mut stale);
    Ok(stale.errors)
}

/// Entries that match nothing.
struct Stale<'a> {
    source: Option<Source<'a>>,
    errors: Diagnostics,
}

impl Stale<'_> {
    fn refuse(&mut self, name: &Name, message: String) {
        // Without a file there are no entries.
        let source = self.source.unwrap_or(Source::new("", ""));
        self.errors.0.push(source.error(name.span().start, message));
    }

    /// The place of the operation that an entry is about: `name`, or `mutation.name` where a query has the same name.
    fn operation(&mut self, model: &Model, name: &Name) -> Option<usize> {
        let text = name.get_ref().as_str();
        let (kind, plain) = match text.split_once('.') {
            Some((kind, plain)) => (Some(kind), plain),
            None => (None, text),
        };
        let known = model.operations.iter().enumerate().filter(|(_, known)| {
            known.field.name == plain && kind.is_none_or(|kind| kind == known.kind.keyword())
        });
        let found: Vec<usize> = known.map(|(index, _)| index).collect();
        match found[..] {
            [one] => return Some(one),
            [] => self.refuse(name, format!("the schema has no operation `{text}`")),
            _ => {
                let kinds = found.iter().map(|index| model.operations[*index].kind.keyword());
                let names: Vec<String> = kinds.map(|kind| format!("`{kind}.{text}`")).collect();
                let message = format!(
                    "the schema has more than one operation `{text}`: say {}",
                    names.join(" or ")
                );
                self.refuse(name, message);
            }
        }
        None
    }

    /// Names that must be among `known`; the others are refused, and left out.
    fn known(&mut self, names: &[Name], known: &[String], what: &str, of: &str) -> Vec<String> {
        let is_known = |name: &&Name| known.contains(name.get_ref());
        for name in names.iter().filter(|name| !is_known(name)) {
            self.refuse(name, format!("{of} has no {what} `{}`", name.get_ref()));
        }
        names.iter().filter(is_known).map(|name| name.get_ref().clone()).collect()
    }
}

/// The defaults of the two rules, before single operations have their say.
fn nulls(model: &mut Model, overlay: &Overlay) {
    for field in model.types.iter_mut().flat_map(|ty| &mut ty.fields) {
        field.items = overlay.lists.items;
    }
    for operation in &mut model.operations {
        operation.items = overlay.lists.items;
        if operation.kind == OperationKind::Mutation {
            operation.result = overlay.results.mutations;
        }
    }
}

fn scalars(model: &mut Model, overlay: &Overlay, stale: &mut Stale<'_>) {
    for (name, written) in &overlay.scalars {
        let scalar = match written.get_ref().as_str() {
            "opaque" => Scalar::Opaque,
            "date-time" => Scalar::DateTime,
            "json" => Scalar::Json,
            path if path.contains("::") => Scalar::Rust(path.to_owned()),
            _ => {
                let expected = "expected `opaque`, `date-time`, `json`, or the path of a Rust type";
                stale.refuse(written, expected.to_owned());
                continue;
            }
        };
        let ty = model.types.iter_mut().find(|ty| ty.name == *name.get_ref());
        match ty.filter(|ty| ty.kind == TypeKind::Scalar) {
            Some(ty) => ty.scalar = scalar,
            None => stale.refuse(name, format!("the schema has no scalar `{}`", name.get_ref())),
        }
    }
}

fn ty(model: &mut Model, name: &Name, entry: &TypeEntry, stale: &mut Stale<'_>) {
    let Some(ty) = model.types.iter_mut().find(|ty| ty.name == *name.get_ref()) else {
        return stale.refuse(name, format!("the schema has no type `{}`", name.get_ref()));
    };
    let fields: Vec<String> = ty.fields.iter().map(|field| field.name.clone()).collect();
    let inputs = ty.input_fields.iter().map(|field| field.name.clone());
    let with_inputs: Vec<String> = fields.iter().cloned().chain(inputs).collect();
    let secret = stale.known(&entry.secret, &with_inputs, "field", &format!("`{}`", ty.name));
    let mut hidden = stale.known(&entry.volatile, &fields, "field", &format!("`{}`", ty.name));
    hidden.extend(stale.known(&entry.omit, &fields, "field", &format!("`{}`", ty.name)));
    for field in &mut ty.fields {
        field.secret = secret.contains(&field.name);
        field.selected &= !field.secret && !hidden.contains(&field.name);
    }
    for field in &mut ty.input_fields {
        field.secret = secret.contains(&field.name);
    }
}

fn operation(model: &mut Model, name: &Name, entry: &OperationEntry, stale: &mut Stale<'_>) {
    let Some(index) = stale.operation(model, name) else { return };
    let text = model.operations[index].field.name.clone();
    let finder = entry
        .finder
        .as_ref()
        .and_then(|written| finder(model, &model.operations[index], written, stale));
    let merge = entry
        .merge
        .as_ref()
        .and_then(|written| merge(model, &model.operations[index], written, stale));
    let fields = fields_of_result(model, &model.operations[index]);
    let operation = &mut model.operations[index];
    let arguments: Vec<String> =
        operation.field.arguments.iter().map(|argument| argument.name.clone()).collect();
    let (own, result) = (format!("`{text}`"), format!("the result of `{text}`"));
    operation.effect = entry.effect;
    operation.idempotent = entry.idempotent || operation.kind != OperationKind::Mutation;
    operation.natural_key = stale.known(&entry.natural_key, &arguments, "argument", &own);
    operation.finder = finder;
    operation.merge = merge;
    operation.trap = entry.trap.clone();
    operation.selected = stale.known(&entry.select, &fields, "field", &result);
    operation.omitted = stale.known(&entry.omit, &fields, "field", &result);
    operation.items = entry.items.unwrap_or(operation.items);
    operation.result = entry.result.unwrap_or(operation.result);
    let required = stale.known(&entry.required, &arguments, "argument", &own);
    let secret = stale.known(&entry.secret, &arguments, "argument", &own);
    let keyed: Vec<Name> = entry.keys.keys().cloned().collect();
    stale.known(&keyed, &arguments, "argument", &own);
    for argument in &mut operation.field.arguments {
        argument.secret = secret.contains(&argument.name);
        let keys = entry.keys.iter().find(|(name, _)| *name.get_ref() == argument.name);
        argument.keys = keys.map(|(_, keys)| keys.clone()).unwrap_or_default();
        argument.required_by_overlay = !argument.required && required.contains(&argument.name);
        argument.required |= argument.required_by_overlay;
    }
    operation.field.arguments.sort_by_key(order);
}

fn finder(
    model: &Model,
    operation: &Operation,
    written: &overlay::Finder,
    stale: &mut Stale<'_>,
) -> Option<Finder> {
    let query = model.operations.iter().find(|query| {
        query.kind == OperationKind::Query && query.field.name == *written.query.get_ref()
    });
    let Some(query) = query else {
        stale.refuse(
            &written.query,
            format!("the schema has no query `{}`", written.query.get_ref()),
        );
        return None;
    };
    let names = |arguments: &[Argument]| -> Vec<String> {
        arguments.iter().map(|argument| argument.name.clone()).collect()
    };
    let own = names(&operation.field.arguments);
    let mut pairs = |pairs: &BTreeMap<Name, Name>, theirs: &[String], what: &str, of: &str| {
        let its = format!("`{}`", operation.field.name);
        let (keys, values): (Vec<Name>, Vec<Name>) =
            pairs.iter().map(|(key, value)| (key.clone(), value.clone())).unzip();
        let keys = stale.known(&keys, theirs, what, of);
        let values = stale.known(&values, &own, "argument", &its);
        // With a part of its pairs, a finder would find something else.
        let complete = keys.len() == pairs.len() && values.len() == pairs.len();
        complete.then(|| keys.into_iter().zip(values).collect::<Vec<_>>())
    };
    let of = format!("`{}`", query.field.name);
    let arguments = pairs(&written.arguments, &names(&query.field.arguments), "argument", &of);
    let fields = fields_of_result(model, query);
    let matches = pairs(&written.matches, &fields, "field", &format!("the result of {of}"));
    Some(Finder { query: query.field.name.clone(), arguments: arguments?, matches: matches? })
}

fn merge(
    model: &Model,
    operation: &Operation,
    written: &overlay::Merge,
    stale: &mut Stale<'_>,
) -> Option<Merge> {
    let argument = written.argument.get_ref();
    let found = operation.field.arguments.iter().find(|known| known.name == *argument);
    let Some(found) = found else {
        let own = &operation.field.name;
        stale.refuse(&written.argument, format!("`{own}` has no argument `{argument}`"));
        return None;
    };
    let item = model.type_named(found.ty.name()).map_or(&[][..], |item| &item.input_fields[..]);
    let fields: Vec<String> = item.iter().map(|field| field.name.clone()).collect();
    let of = format!("`{}`", found.ty.name());
    let hides: Vec<Name> = written.hides.iter().cloned().collect();
    let mut key = stale.known(std::slice::from_ref(&written.key), &fields, "field", &of);
    let hides = stale.known(&hides, &fields, "field", &of).pop();
    // Without the mark, what it hides would be shown.
    (hides.is_some() == written.hides.is_some()).then_some(())?;
    Some(Merge { argument: argument.clone(), key: key.pop()?, hides })
}

/// Notes which queries list what arguments of this name stand for: their items have an `id`.
fn finders(model: &mut Model, name: &Name, queries: &[Name], stale: &mut Stale<'_>) {
    let mut known = Vec::new();
    for query in queries {
        let text = query.get_ref();
        let found = model.operations.iter().find(|operation| {
            operation.kind == OperationKind::Query && operation.field.name == *text
        });
        match found {
            None => stale.refuse(query, format!("the schema has no query `{text}`")),
            Some(found) if !fields_of_result(model, found).iter().any(|field| field == "id") => {
                stale.refuse(query, format!("the result of `{text}` has no field `id`"));
            }
            Some(_) => known.push(text.clone()),
        }
    }
    let arguments = model.operations.iter_mut().flat_map(|row| &mut row.field.arguments);
    let mut is_used = false;
    for argument in arguments.filter(|argument| argument.name == *name.get_ref()) {
        argument.finders.clone_from(&known);
        is_used = true;
    }
    if !is_used {
        stale.refuse(name, format!("no operation has an argument `{}`", name.get_ref()));
    }
}

fn fields_of_result(model: &Model, operation: &Operation) -> Vec<String> {
    let ty = model.type_named(operation.field.ty.name());
    let fields = ty.map_or(&[][..], |ty| ty.fields.as_slice());
    fields.iter().map(|field: &Field| field.name.clone()).collect()
}

/// The first domain of which a pattern matches the name; items that none matches go to the last one.
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
        ty.domain = find(&ty.name);
    }
    for operation in &mut model.operations {
        operation.field.domain = find(&operation.field.name);
    }
    let mut names: Vec<String> = Vec::new();
    for domain in &overlay.domains {
        let name = domain.name.get_ref();
        if !is_file_name(name) {
            let expected = "expected a name for files: lower-case words, with `_` between them";
            stale.refuse(&domain.name, expected.to_owned());
        } else if names.contains(name) {
            stale.refuse(&domain.name, format!("there are two domains `{name}`"));
        }
        names.push(name.clone());
    }
    model.domains = names;
}

/// Names that are snake case as it is, and no keyword that cannot be a module's name.
fn is_file_name(name: &str) -> bool {
    let letters = |one: char| one.is_ascii_lowercase() || one.is_ascii_digit() || one == '_';
    name.starts_with(|first: char| first.is_ascii_lowercase())
        && name.chars().all(letters)
        && !name.ends_with('_')
        && !name.contains("__")
        && !["self", "super", "crate"].contains(&name)
}

fn access(model: &mut Model, permissions: Permissions, stale: &mut Stale<'_>) {
    for (name, access) in permissions.operations {
        let Some(index) = stale.operation(model, &name) else { continue };
        model.operations[index].access = match access {
            overlay::Access::Everybody(Everybody::Public) => Access::Public,
            overlay::Access::Everybody(Everybody::SignedIn) => Access::SignedIn,
            overlay::Access::AnyOf(any) => Access::AnyOf(any),
        };
    }
    for name in permissions.unknown.keys().chain(permissions.supposed.keys()) {
        let Some(index) = stale.operation(model, name) else { continue };
        if model.operations[index].access != Access::Unknown {
            stale.refuse(name, format!("the permission of `{}` is known", name.get_ref()));
        }
    }
    model.roles = permissions.roles.into_iter().collect();
}

fn refusals_of(refusals: Refusals, stale: &mut Stale<'_>) -> Vec<Refusal> {
    let mut known = Vec::new();
    for entry in refusals.refusal {
        let (text, part) = match (entry.text, entry.prefix, entry.suffix) {
            (Some(text), None, None) => (text, Part::Whole),
            (None, Some(prefix), None) => (prefix, Part::Beginning),
            (None, None, Some(suffix)) => (suffix, Part::End),
            _ => {
                let expected =
                    "expected one of `text`, `prefix` and `suffix` in this refusal".to_owned();
                stale.refuse(&entry.code, expected);
                continue;
            }
        };
        known.push(Refusal { text: text.into_inner(), part, code: entry.code.into_inner() });
    }
    known
}
