//! The overlay's entries for operations.

use std::collections::BTreeMap;

use houston_schema::row;
use houston_schema::table::{Effect, Loss, Merge, OperationKind, Variables};
use serde::Deserialize;

use super::super::build::order;
use super::super::{Argument, Model, Nulls, Operation};
use super::finder::FinderEntry;
use super::stale::{Name, Stale, names};

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
    ignored: Vec<Name>,
    /// By the name of an argument: the path of a key in another one.
    #[serde(default)]
    stored_in: BTreeMap<Name, Name>,
    #[serde(default)]
    trap: String,
    merge: Option<MergeEntry>,
    variables: Option<VariablesEntry>,
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
    /// Applies the entry with this name to its operation.
    pub(super) fn lay_over(&self, model: &mut Model, name: &Name, stale: &mut Stale<'_>) {
        let Some(index) = stale.operation(model, name) else { return };
        let before = &model.operations[index];
        let finder = self.finder.as_ref().and_then(|entry| entry.check(model, before, stale));
        if let (Some(_), Some(unfound)) = (&self.finder, &self.unfound) {
            stale.refuse(unfound, "expected only one of `finder` and `unfound`".to_owned());
        }
        let merge = self.merge.as_ref().and_then(|entry| entry.check(model, before, stale));
        let variables = self.variables.as_ref();
        let variables =
            variables.and_then(|entry| entry.check(model, before, merge.as_ref(), stale));
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
        row.unfound = self.unfound.as_ref().map(text).unwrap_or_default();
        row.merge = merge;
        row.variables = variables;
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
            row.shape = shape.map(|(_, shape)| shape.get_ref().clone());
            row.required |= required.contains(&row.name);
        }
        field.arguments.sort_by_key(order);
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

/// What is known of the items of `merge` if they are variables.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct VariablesEntry {
    value: Name,
    of: Name,
    letters: String,
    #[serde(default)]
    reserved: Vec<String>,
}

impl VariablesEntry {
    fn check(
        &self,
        model: &Model,
        operation: &Operation,
        merge: Option<&Merge>,
        stale: &mut Stale<'_>,
    ) -> Option<Variables> {
        let Some(merge) = merge else {
            stale.refuse(&self.value, "`variables` is only used beside `merge`".to_owned());
            return None;
        };
        let arguments = &operation.field.arguments;
        let items = arguments.iter().find(|known| known.row.name == merge.argument)?;
        let item = items.row.type_ref().name();
        let fields = model.type_named(item).map_or(Vec::new(), |item| names(&item.input_fields));
        let value = std::slice::from_ref(&self.value);
        let value = stale.known(value, &fields, "field", &format!("`{item}`")).pop();
        let (of, own) = (std::slice::from_ref(&self.of), format!("`{}`", operation.row.name));
        let of = stale.known(of, &names(arguments), "argument", &own).pop();
        let (letters, reserved) = (self.letters.clone(), self.reserved.clone());
        Some(row!(Variables { value: value?, of: of?, letters, reserved, ..Variables::default() }))
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
        stale.is_path(name, arguments, of).then_some(())?;
        let (given, missing) = (self.given.as_ref().map(text), self.missing.as_ref().map(text));
        Some(row!(Loss { given, missing, says: text(&self.says), ..Loss::default() }))
    }
}

fn text(name: &Name) -> String {
    name.get_ref().clone()
}

/// The names of the fields of an operation's result.
fn fields_of_result(model: &Model, operation: &Operation) -> Vec<String> {
    let ty = model.type_named(operation.row.type_ref().name());
    ty.map_or(Vec::new(), |ty| ty.fields.iter().map(|field| field.row.name.clone()).collect())
}
