//! The overlay's facts about work that goes on after the answer of a call.

use std::collections::BTreeMap;

use houston_schema::row;
use houston_schema::table::{OperationKind, Reasons, Watch};
use serde::Deserialize;

use super::super::{Model, Operation};
use super::finder::{is_field_of, lacking, type_of};
use super::repeats::text;
use super::stale::{Name, Stale, names};

/// `[watched.NAME]`: how to see how far the work is.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WatchedEntry {
    query: Name,
    /// The path of the query's argument that takes the id.
    argument: Name,
    /// The path of the state in the query's answer.
    state: Name,
    reached: Vec<Name>,
    #[serde(default)]
    failed: Vec<Name>,
    reasons: Option<ReasonsEntry>,
}

/// The query that shows why the work has failed.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ReasonsEntry {
    query: Name,
    argument: Name,
}

impl ReasonsEntry {
    fn check(&self, model: &Model, stale: &mut Stale<'_>) -> Option<Reasons> {
        let query = query(model, &self.query, stale)?;
        let (argument, known) =
            (std::slice::from_ref(&self.argument), names(&query.field.arguments));
        let own = format!("`{}`", query.row.name);
        let argument = stale.known(argument, &known, "argument", &own).pop()?;
        Some(row!(Reasons { query: text(&self.query), argument, ..Reasons::default() }))
    }
}

/// What an operation begins.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WatchEntry {
    /// The name of a [`WatchedEntry`].
    what: Name,
    /// The operation's argument with the id; without it, the answer has the id.
    id: Option<Name>,
}

impl WatchEntry {
    pub(super) fn check(
        &self,
        model: &Model,
        operation: &Operation,
        watched: &BTreeMap<Name, WatchedEntry>,
        stale: &mut Stale<'_>,
    ) -> Option<Watch> {
        let own = format!("`{}`", operation.row.name);
        let is_meant = |(name, _): &(&Name, _)| name.get_ref() == self.what.get_ref();
        let Some((_, entry)) = watched.iter().find(is_meant) else {
            stale.refuse(&self.what, format!("`[watched]` has no `{}`", self.what.get_ref()));
            return None;
        };
        let id = match &self.id {
            Some(id) => {
                let (id, known) = (std::slice::from_ref(id), names(&operation.field.arguments));
                Some(stale.known(id, &known, "argument", &own).pop()?)
            }
            None if is_field_of(model, operation, "id") => None,
            None => {
                let what = format!("the result of {own} has no field `id`: name an argument");
                stale.refuse(&self.what, what);
                return None;
            }
        };
        Some(row!(Watch { id, ..entry.check(model, stale)? }))
    }
}

impl WatchedEntry {
    fn check(&self, model: &Model, stale: &mut Stale<'_>) -> Option<Watch> {
        let name = text(&self.query);
        let query = query(model, &self.query, stale)?;
        let arguments = names(&query.field.arguments);
        stale.is_path(&self.argument, &arguments, &format!("`{name}`")).then_some(())?;
        if !is_field_of(model, query, self.state.get_ref()) {
            let state = self.state.get_ref();
            let coordinate = lacking(model, query, state);
            let message = format!("the result of `{name}` has no field `{state}`");
            stale.lacks(&self.state, &[&coordinate], message);
            return None;
        }
        let ty = type_of(model, query, self.state.get_ref());
        if ty.is_some_and(|ty| !ty.row.kind.is_leaf()) {
            let state = self.state.get_ref();
            stale.refuse(&self.state, format!("`{state}` of `{name}` has fields"));
            return None;
        }
        let values = ty.map_or(&[][..], |ty| &ty.row.values);
        let values: Vec<String> = values.iter().map(|value| value.name.clone()).collect();
        let mut known = |states: &[Name]| match ty.filter(|_| !values.is_empty()) {
            Some(ty) => stale.known(states, &values, "value", &format!("`{}`", ty.row.name)),
            None => states.iter().map(text).collect(),
        };
        let (reached, failed) = (known(&self.reached), known(&self.failed));
        (!reached.is_empty()).then_some(())?;
        let reasons = self.reasons.as_ref().and_then(|entry| entry.check(model, stale));
        let (query, argument, state) = (name, text(&self.argument), text(&self.state));
        Some(row!(Watch { query, argument, state, reached, failed, reasons, ..Watch::default() }))
    }
}

/// The query of this name.
fn query<'m>(model: &'m Model, name: &Name, stale: &mut Stale<'_>) -> Option<&'m Operation> {
    let is_meant =
        |one: &&Operation| one.row.kind == OperationKind::Query && one.row.name == *name.get_ref();
    let query = model.operations.iter().find(is_meant);
    if query.is_none() {
        let text = name.get_ref();
        stale.lacks(name, &[text], format!("the schema has no query `{text}`"));
    }
    query
}
