//! The overlay's entries for operations.

use std::collections::BTreeMap;

use houston_schema::row;
use houston_schema::table::{Effect, Finder, Loss, Merge, OperationKind};
use serde::Deserialize;

use super::super::build::order;
use super::super::{Argument, Model, Nulls, Operation};
use super::stale::{Name, Stale};

/// `[operations.NAME]`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct OperationEntry {
    effect: Effect,
    #[serde(default)]
    idempotent: bool,
    #[serde(default)]
    natural_key: Vec<Name>,
    finder: Option<FinderEntry>,
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
    ignored: Vec<Name>,
    #[serde(default)]
    trap: String,
    merge: Option<MergeEntry>,
    /// By the name of a JSON argument: its shape.
    #[serde(default)]
    shapes: BTreeMap<Name, Name>,
    items: Option<Nulls>,
    result: Option<Nulls>,
}

impl OperationEntry {
    /// Applies the entry with this name to its operation.
    pub(super) fn lay_over(&self, model: &mut Model, name: &Name, stale: &mut Stale<'_>) {
        let Some(index) = stale.operation(model, name) else { return };
        let before = &model.operations[index];
        let finder = self.finder.as_ref().and_then(|entry| entry.check(model, before, stale));
        let merge = self.merge.as_ref().and_then(|entry| entry.check(model, before, stale));
        let fields = fields_of_result(model, before);
        let known: Vec<String> = model.shapes.iter().map(|shape| shape.name.clone()).collect();
        let Operation { row, field, result, .. } = &mut model.operations[index];
        let arguments = names(&field.arguments);
        let (own, its_result) =
            (format!("`{}`", row.name), format!("the result of `{}`", row.name));
        row.effect = self.effect;
        row.idempotent = self.idempotent || row.kind != OperationKind::Mutation;
        row.natural_key = stale.known(&self.natural_key, &arguments, "argument", &own);
        row.finder = finder;
        row.merge = merge;
        row.trap.clone_from(&self.trap);
        row.selected = stale.known(&self.select, &fields, "field", &its_result);
        let losses = self.losses.iter();
        row.losses = losses.filter_map(|loss| loss.check(&arguments, &own, stale)).collect();
        row.ignored = stale.known(&self.ignored, &arguments, "argument", &own);
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
        for Argument { row, required_by_overlay, .. } in &mut field.arguments {
            row.secret = secret.contains(&row.name);
            let shape = self.shapes.iter().find(|(name, _)| *name.get_ref() == row.name);
            row.shape = shape.map(|(_, shape)| shape.get_ref().clone());
            *required_by_overlay = !row.required && required.contains(&row.name);
            row.required |= *required_by_overlay;
        }
        field.arguments.sort_by_key(order);
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct FinderEntry {
    query: Name,
    #[serde(default)]
    arguments: BTreeMap<Name, Name>,
    #[serde(rename = "match", default)]
    matches: BTreeMap<Name, Name>,
}

impl FinderEntry {
    fn check(&self, model: &Model, operation: &Operation, stale: &mut Stale<'_>) -> Option<Finder> {
        let name = self.query.get_ref();
        let is_meant = |Operation { row, .. }: &&Operation| {
            row.kind == OperationKind::Query && row.name == *name
        };
        let Some(query) = model.operations.iter().find(is_meant) else {
            stale.refuse(&self.query, format!("the schema has no query `{name}`"));
            return None;
        };
        let own = names(&operation.field.arguments);
        let mut pairs = |pairs: &BTreeMap<Name, Name>, theirs: &[String], what: &str, of: &str| {
            let its = format!("`{}`", operation.row.name);
            let (keys, values): (Vec<Name>, Vec<Name>) =
                pairs.iter().map(|(key, value)| (key.clone(), value.clone())).unzip();
            let keys = stale.known(&keys, theirs, what, of);
            let values = stale.known(&values, &own, "argument", &its);
            // With only some of its pairs, a finder could find the wrong object.
            let complete = keys.len() == pairs.len() && values.len() == pairs.len();
            complete.then(|| keys.into_iter().zip(values).collect::<Vec<_>>())
        };
        let of = format!("`{name}`");
        let arguments = pairs(&self.arguments, &names(&query.field.arguments), "argument", &of);
        let fields = fields_of_result(model, query);
        let matches = pairs(&self.matches, &fields, "field", &format!("the result of {of}"));
        Some(row!(Finder {
            query: name.clone(),
            arguments: arguments?,
            matches: matches?,
            ..Finder::default()
        }))
    }
}

/// How to merge given items into the finder's result.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct MergeEntry {
    /// The argument: a list of input objects.
    argument: Name,
    /// The field that identifies an item.
    key: Name,
    /// The Boolean field that marks an item of which only the key may be shown.
    hides: Option<Name>,
}

impl MergeEntry {
    fn check(&self, model: &Model, operation: &Operation, stale: &mut Stale<'_>) -> Option<Merge> {
        let argument = self.argument.get_ref();
        let found = operation.field.arguments.iter().find(|known| known.row.name == *argument);
        let Some(Argument { row: found, .. }) = found else {
            let own = &operation.row.name;
            stale.refuse(&self.argument, format!("`{own}` has no argument `{argument}`"));
            return None;
        };
        let item = found.type_ref().name();
        let fields = model.type_named(item).map_or(Vec::new(), |item| names(&item.input_fields));
        let of = format!("`{item}`");
        let hides: Vec<Name> = self.hides.iter().cloned().collect();
        let mut key = stale.known(std::slice::from_ref(&self.key), &fields, "field", &of);
        let hides = stale.known(&hides, &fields, "field", &of).pop();
        // Without the mark, hidden values would be shown.
        (hides.is_some() == self.hides.is_some()).then_some(())?;
        Some(row!(Merge { argument: argument.clone(), key: key.pop()?, hides, ..Merge::default() }))
    }
}

/// What a call loses: exactly one of `given` and `missing`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct LossEntry {
    given: Option<Name>,
    missing: Option<Name>,
    says: Name,
}

impl LossEntry {
    fn check(&self, arguments: &[String], of: &str, stale: &mut Stale<'_>) -> Option<Loss> {
        let ((Some(name), None) | (None, Some(name))) = (&self.given, &self.missing) else {
            let expected = "expected exactly one of `given` and `missing` in this loss";
            stale.refuse(&self.says, expected.to_owned());
            return None;
        };
        let argument = name.get_ref().split('.').next().unwrap_or_default();
        if !arguments.iter().any(|known| known == argument) {
            stale.refuse(name, format!("{of} has no argument `{argument}`"));
            return None;
        }
        let text = |name: &Name| name.get_ref().clone();
        let (given, missing) = (self.given.as_ref().map(text), self.missing.as_ref().map(text));
        Some(row!(Loss { given, missing, says: text(&self.says), ..Loss::default() }))
    }
}

fn names(arguments: &[Argument]) -> Vec<String> {
    arguments.iter().map(|argument| argument.row.name.clone()).collect()
}

/// The names of the fields of an operation's result.
pub(super) fn fields_of_result(model: &Model, operation: &Operation) -> Vec<String> {
    let ty = model.type_named(operation.row.type_ref().name());
    ty.map_or(Vec::new(), |ty| ty.fields.iter().map(|field| field.row.name.clone()).collect())
}
