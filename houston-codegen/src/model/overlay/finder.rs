//! The overlay's queries that show the effect of an operation.

use std::collections::BTreeMap;

use houston_schema::row;
use houston_schema::table::{Finder, OperationKind};
use serde::Deserialize;

use super::super::{Model, Operation, Type};
use super::stale::{Name, Stale, names};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FinderEntry {
    query: Name,
    /// By the name of the query's argument: the path of ours.
    #[serde(default)]
    arguments: BTreeMap<Name, Name>,
    /// By the path of a field of its result: the path of ours.
    #[serde(rename = "match", default)]
    matches: BTreeMap<Name, Name>,
    /// As `match`, but to compare and not to identify.
    #[serde(default)]
    shows: BTreeMap<Name, Name>,
    #[serde(default)]
    unique: bool,
    #[serde(default)]
    elsewhere: String,
    or: Option<Box<FinderEntry>>,
    /// The finder of schemas that this one does not fit.
    otherwise: Option<Box<FinderEntry>>,
}

impl FinderEntry {
    pub(super) fn check(
        &self,
        model: &Model,
        operation: &Operation,
        stale: &mut Stale<'_>,
    ) -> Option<Finder> {
        let before = stale.errors.0.len();
        let own = self.own(model, operation, stale);
        let (None, Some(otherwise)) = (&own, &self.otherwise) else { return own };
        let own = stale.errors.0.split_off(before);
        let finder = otherwise.check(model, operation, stale);
        if finder.is_none() {
            // What is wrong with the first one is told.
            stale.errors.0.splice(before.., own);
        }
        finder
    }

    fn own(&self, model: &Model, operation: &Operation, stale: &mut Stale<'_>) -> Option<Finder> {
        let name = self.query.get_ref();
        let is_meant = |Operation { row, .. }: &&Operation| {
            row.kind == OperationKind::Query && row.name == *name
        };
        let Some(query) = model.operations.iter().find(is_meant) else {
            stale.lacks(&self.query, &[name], format!("the schema has no query `{name}`"));
            return None;
        };
        let own = names(&operation.field.arguments);
        let (of, its) = (format!("`{name}`"), format!("`{}`", operation.row.name));
        let of_query = |name: &str| format!("{}.{name}", OperationKind::Query.usual_root());
        let mut pairs = |pairs: &BTreeMap<Name, Name>, known: &dyn Fn(&str) -> bool, what: &str| {
            let mut is_known = |(theirs, ours): (&Name, &Name)| {
                let text = theirs.get_ref();
                let is_theirs = known(text);
                if !is_theirs {
                    let argument = of_query(&format!("{name}({text}:)"));
                    let field = lacking(model, query, text);
                    stale.lacks(theirs, &[&argument, &field], format!("{what} `{text}`"));
                }
                stale.is_path(ours, &own, &its) && is_theirs
            };
            // With only some of its pairs, a finder could find the wrong object.
            let known = pairs.iter().filter(|pair| is_known(*pair)).count();
            let text =
                |(theirs, ours): (&Name, &Name)| (theirs.get_ref().clone(), ours.get_ref().clone());
            (known == pairs.len()).then(|| pairs.iter().map(text).collect::<Vec<_>>())
        };
        // Ours are ids and texts, and parts of JSON.
        let is_argument = |name: &str| {
            let mut theirs = query.field.arguments.iter();
            theirs.any(|one| one.row.name == name && model.is_leaf(one.row.type_ref()))
        };
        let is_field = |path: &str| is_field_of(model, query, path);
        let is_leaf = |path: &str| {
            is_field(path) && type_of(model, query, path).is_none_or(|ty| ty.row.kind.is_leaf())
        };
        let no_field = format!("the result of {of} has no field");
        let arguments = pairs(&self.arguments, &is_argument, &format!("{of} has no argument"));
        let matches = pairs(&self.matches, &is_leaf, &no_field);
        let shows = pairs(&self.shows, &is_field, &no_field);
        Some(row!(Finder {
            query: name.clone(),
            arguments: arguments?,
            matches: matches?,
            shows: shows?,
            unique: self.unique,
            elsewhere: self.elsewhere.clone(),
            or: self.or.as_ref().and_then(|or| or.check(model, operation, stale)).map(Box::new),
            ..Finder::default()
        }))
    }
}

/// The type of what a path names in a query's result.
pub(super) fn type_of<'m>(model: &'m Model, query: &Operation, path: &str) -> Option<&'m Type> {
    let ty = model.type_named(query.row.type_ref().name());
    path.split('.').fold(ty, |ty, name| {
        let field = ty?.fields.iter().find(|field| field.row.name == name)?;
        model.type_named(field.row.type_ref().name())
    })
}

/// Whether a query's result has the fields of a path.
pub(super) fn is_field_of(model: &Model, query: &Operation, path: &str) -> bool {
    lacking(model, query, path).is_empty()
}

/// The coordinate of the first field of a path that a query's result lacks; empty if it has all of them.
pub(super) fn lacking(model: &Model, query: &Operation, path: &str) -> String {
    let mut of = query.row.type_ref().name();
    for name in path.split('.') {
        let ty = model.type_named(of);
        let field = ty.and_then(|ty| ty.fields.iter().find(|field| field.row.name == name));
        let Some(field) = field else { return format!("{of}.{name}") };
        of = field.row.type_ref().name();
    }
    String::new()
}
