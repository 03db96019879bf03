//! The overlay's entries for operations.

use std::collections::BTreeMap;

use houston_schema::table::{Effect, OperationKind, Scalar, TypeKind};
use serde::Deserialize;

use super::super::build::order;
use super::super::{Argument, Model, Nulls, Operation};
use super::finder::FinderEntry;
use super::question::QuestionEntry;
use super::repeats::{CaseEntry, FollowEntry, LossEntry, MergeEntry, VariablesEntry, text};
use super::stale::{Name, Stale, names};
use super::versions::{Evidence, Range, Version};
use super::watch::{WatchEntry, WatchedEntry};

/// `[operations.NAME]`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct OperationEntry {
    pub(super) effect: Effect,
    /// The first and the last version that are known to have it.
    since: Option<Version>,
    until: Option<Version>,
    /// What earlier and later versions have in its place.
    pub(super) before: Option<String>,
    pub(super) instead: Option<String>,
    pub(super) evidence: Option<Evidence>,
    /// What it does, for a schema that does not say it.
    #[serde(default)]
    pub(super) description: String,
    /// Facts that depend on which arguments are given.
    #[serde(default)]
    cases: Vec<CaseEntry>,
    #[serde(default)]
    idempotent: bool,
    #[serde(default)]
    natural_key: Vec<Name>,
    finder: Option<FinderEntry>,
    unfound: Option<Name>,
    #[serde(default)]
    required: Vec<Name>,
    #[serde(default)]
    secret: Vec<Name>,
    #[serde(default)]
    select: Vec<Name>,
    #[serde(default)]
    omit: Vec<Name>,
    answers: Option<Vec<Name>>,
    #[serde(default)]
    losses: Vec<LossEntry>,
    #[serde(default)]
    pub(super) ignored: Vec<Name>,
    /// By the name of an argument: the path of a key in another one.
    #[serde(default)]
    stored_in: BTreeMap<Name, Name>,
    #[serde(default)]
    pub(super) trap: String,
    merge: Option<MergeEntry>,
    variables: Option<VariablesEntry>,
    watch: Option<WatchEntry>,
    unwatched: Option<Name>,
    follow: Option<FollowEntry>,
    question: Option<QuestionEntry>,
    /// By the name of an argument: another one, a period, and a field of the object that it identifies.
    #[serde(default)]
    filled: BTreeMap<Name, Name>,
    /// By the name of a JSON argument: its shape.
    #[serde(default)]
    shapes: BTreeMap<Name, Name>,
    items: Option<Nulls>,
    result: Option<Nulls>,
}

impl OperationEntry {
    /// The versions that have it.
    pub(super) fn range(&self) -> Range<'_> {
        Range { since: self.since.as_ref(), until: self.until.as_ref() }
    }

    /// Applies the entry with this name to its operation.
    pub(super) fn lay_over(
        &self,
        model: &mut Model,
        name: &Name,
        watched: &BTreeMap<Name, WatchedEntry>,
        stale: &mut Stale<'_>,
    ) {
        let Some(index) = stale.operation(model, name) else { return };
        let before = &model.operations[index];
        let finder = self.finder.as_ref().and_then(|entry| entry.check(model, before, stale));
        if let (Some(_), Some(unfound)) = (&self.finder, &self.unfound) {
            stale.refuse(unfound, "expected only one of `finder` and `unfound`".to_owned());
        }
        if let (None, Some(question)) = (&self.finder, &self.question) {
            question.lacks_finder(stale);
        }
        let question = self.question.as_ref();
        let question = question.and_then(|entry| entry.check(model, finder.as_ref(), stale));
        let watch = self.watch.as_ref();
        let watch = watch.and_then(|entry| entry.check(model, before, watched, stale));
        if let (Some(_), Some(unwatched)) = (&self.watch, &self.unwatched) {
            stale.refuse(unwatched, "expected only one of `watch` and `unwatched`".to_owned());
        }
        let merge = self.merge.as_ref();
        let merge = merge.and_then(|entry| entry.check(model, before, finder.as_ref(), stale));
        let cases = self.cases.iter().filter_map(|case| case.check(model, before, stale));
        let cases = cases.collect();
        let variables = self.variables.as_ref();
        let variables =
            variables.and_then(|entry| entry.check(model, before, merge.as_ref(), stale));
        let follow = self.follow.as_ref().and_then(|entry| entry.check(model, before, stale));
        let fields = fields_of_result(model, before);
        let known: Vec<String> = model.shapes.iter().map(|shape| shape.name.clone()).collect();
        let is_json = |argument: &&Argument| {
            let ty = argument.row.type_ref();
            ty.item().is_none()
                && model.type_named(ty.name()).is_some_and(|ty| {
                    ty.row.kind == TypeKind::Scalar && ty.row.scalar == Scalar::Json
                })
        };
        let json = before.field.arguments.iter().filter(is_json);
        let json: Vec<String> = json.map(|argument| argument.row.name.clone()).collect();
        let Operation { row, field, result, .. } = &mut model.operations[index];
        let arguments = names(&field.arguments);
        let (own, its_result) =
            (format!("`{}`", row.name), format!("the result of `{}`", row.name));
        row.effect = self.effect;
        if row.description.is_empty() {
            row.description.clone_from(&self.description);
            field.row.description.clone_from(&self.description);
        }
        row.idempotent = self.idempotent || row.kind != OperationKind::Mutation;
        row.natural_key = stale.known(&self.natural_key, &arguments, "argument", &own);
        row.finder = finder;
        row.unfound = self.unfound.as_ref().map(text).unwrap_or_default();
        row.merge = merge;
        row.cases = cases;
        row.variables = variables;
        row.watch = watch;
        row.unwatched = self.unwatched.as_ref().map(text).unwrap_or_default();
        row.follow = follow;
        row.question = question;
        row.trap.clone_from(&self.trap);
        row.selected = stale.known(&self.select, &fields, "field", &its_result);
        let losses = self.losses.iter();
        row.losses = losses.filter_map(|loss| loss.check(&arguments, &own, stale)).collect();
        let mut is_path = |path: &Name| stale.is_path(path, &arguments, &own);
        row.ignored = self.ignored.iter().filter(|path| is_path(path)).map(text).collect();
        let stored = self.stored_in.iter().filter(|(part, whole)| is_path(part) && is_path(whole));
        row.stored_in = stored.map(|(part, whole)| (text(part), text(whole))).collect();
        let filled = self.filled.iter().filter(|(part, from)| is_path(part) && is_path(from));
        row.filled = filled.map(|(part, from)| (text(part), text(from))).collect();
        let answers = self.answers.as_ref();
        row.answers = answers.map(|names| stale.known(names, &fields, "field", &its_result));
        row.omitted = stale.known(&self.omit, &fields, "field", &its_result);
        field.items = self.items.unwrap_or(field.items);
        *result = self.result.unwrap_or(*result);
        let required = stale.known(&self.required, &arguments, "argument", &own);
        let secret = stale.known(&self.secret, &arguments, "argument", &own);
        let shaped: Vec<Name> = self.shapes.keys().cloned().collect();
        stale.known(&shaped, &arguments, "argument", &own);
        let shapes: Vec<Name> = self.shapes.values().cloned().collect();
        stale.known(&shapes, &known, "shape", "the overlay");
        for Argument { row, .. } in &mut field.arguments {
            row.secret |= secret.contains(&row.name);
            let shape = self.shapes.iter().find(|(name, _)| *name.get_ref() == row.name);
            row.shape = shape.and_then(|(name, shape)| {
                let is_json = json.contains(&row.name);
                if !is_json {
                    stale.refuse(name, format!("`{}` of {own} is not JSON", row.name));
                }
                is_json.then(|| shape.get_ref().clone())
            });
            row.required |= required.contains(&row.name);
        }
        field.arguments.sort_by_key(order);
    }
}

/// The names of the fields of an operation's result.
fn fields_of_result(model: &Model, operation: &Operation) -> Vec<String> {
    let ty = model.type_named(operation.row.type_ref().name());
    ty.map_or(Vec::new(), |ty| ty.fields.iter().map(|field| field.row.name.clone()).collect())
}
