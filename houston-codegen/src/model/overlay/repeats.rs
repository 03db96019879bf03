//! The overlay's facts about calls that run again: what they lose, merge, and do in some cases.

use houston_schema::row;
use houston_schema::table::{Case, Effect, Finder, Follow, Loss, Merge, OperationKind, Variables};
use serde::Deserialize;

use super::super::{Argument, Model, Operation};
use super::finder::{FinderEntry, is_field_of};
use super::stale::{Name, Stale, names};

/// How to lay what is given over what the finder finds.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MergeEntry {
    /// The path of the argument: a list, or an object.
    argument: Name,
    /// The field that identifies an item of a list of input objects.
    key: Option<Name>,
    /// The Boolean field that marks an item of which only the key may be shown.
    hides: Option<Name>,
    #[serde(default)]
    keeps: bool,
    /// The path of what exists in the finder's object.
    from: Option<Name>,
}

impl MergeEntry {
    pub(super) fn check(
        &self,
        model: &Model,
        operation: &Operation,
        finder: Option<&Finder>,
        stale: &mut Stale<'_>,
    ) -> Option<Merge> {
        let own = format!("`{}`", operation.row.name);
        stale.is_path(&self.argument, &names(&operation.field.arguments), &own).then_some(())?;
        let argument = text(&self.argument);
        let found = operation.field.arguments.iter().find(|known| known.row.name == argument);
        let item = found.map_or("", |Argument { row, .. }| row.type_ref().name());
        let fields = model.type_named(item).map_or(Vec::new(), |item| names(&item.input_fields));
        let mut known = |name: &Option<Name>| {
            let given: Vec<Name> = name.iter().cloned().collect();
            stale.known(&given, &fields, "field", &format!("`{item}`")).pop()
        };
        let (key, hides) = (known(&self.key), known(&self.hides));
        // Without the mark, hidden values would be shown.
        let is_whole =
            key.is_some() == self.key.is_some() && hides.is_some() == self.hides.is_some();
        is_whole.then_some(())?;
        if let Some(from) = &self.from {
            let query = finder.map_or("", |finder| &finder.query);
            let is_it =
                |one: &&Operation| one.row.kind == OperationKind::Query && one.row.name == query;
            let query = model.operations.iter().find(is_it);
            // What follows the first name can be a key of JSON.
            let first = from.get_ref().split('.').next().unwrap_or_default();
            if !query.is_some_and(|query| is_field_of(model, query, first)) {
                stale.refuse(from, format!("the finder of {own} has no field `{first}`"));
                return None;
            }
        }
        let (key, from) = (key.unwrap_or_default(), self.from.as_ref().map(text));
        Some(row!(Merge { argument, key, hides, keeps: self.keeps, from, ..Merge::default() }))
    }
}

/// What is known of the items of `merge` if they are variables.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct VariablesEntry {
    value: Name,
    of: Name,
    letters: String,
    #[serde(default)]
    reserved: Vec<String>,
}

impl VariablesEntry {
    pub(super) fn check(
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

/// The subscription that goes on where a query ends.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FollowEntry {
    subscription: Name,
    since: Name,
}

impl FollowEntry {
    pub(super) fn check(
        &self,
        model: &Model,
        operation: &Operation,
        stale: &mut Stale<'_>,
    ) -> Option<Follow> {
        let subscription = text(&self.subscription);
        let known = model.operations.iter().find(|known| {
            known.row.kind == OperationKind::Subscription && known.row.name == subscription
        });
        let ty = operation.row.type_ref().name();
        if known.is_none_or(|known| known.row.type_ref().name() != ty) {
            let what =
                format!("the schema has no subscription `{subscription}` of the type `{ty}`");
            stale.refuse(&self.subscription, what);
            return None;
        }
        let (arguments, own) =
            (names(&operation.field.arguments), format!("`{}`", operation.row.name));
        let since =
            stale.known(std::slice::from_ref(&self.since), &arguments, "argument", &own).pop()?;
        Some(row!(Follow { subscription, since, ..Follow::default() }))
    }
}

/// What a call loses: exactly one of `given` and `missing`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LossEntry {
    given: Option<Name>,
    missing: Option<Name>,
    says: Name,
}

impl LossEntry {
    pub(super) fn check(
        &self,
        arguments: &[String],
        of: &str,
        stale: &mut Stale<'_>,
    ) -> Option<Loss> {
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

/// Facts that hold if some arguments are given.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct CaseEntry {
    given: Vec<Name>,
    #[serde(default)]
    missing: Vec<Name>,
    effect: Effect,
    #[serde(default)]
    idempotent: bool,
    #[serde(default)]
    natural_key: Vec<Name>,
    finder: Option<FinderEntry>,
    unfound: Option<Name>,
    #[serde(default)]
    losses: Vec<LossEntry>,
}

impl CaseEntry {
    pub(super) fn check(
        &self,
        model: &Model,
        operation: &Operation,
        stale: &mut Stale<'_>,
    ) -> Option<Case> {
        let (arguments, own) =
            (names(&operation.field.arguments), format!("`{}`", operation.row.name));
        let given = stale.known(&self.given, &arguments, "argument", &own);
        let missing = stale.known(&self.missing, &arguments, "argument", &own);
        // With only some of its arguments, it would apply to other calls.
        let is_whole = given.len() == self.given.len() && missing.len() == self.missing.len();
        (is_whole && !given.is_empty()).then_some(())?;
        let finder = self.finder.as_ref().and_then(|entry| entry.check(model, operation, stale));
        let losses = self.losses.iter();
        Some(row!(Case {
            given,
            missing,
            effect: self.effect,
            idempotent: self.idempotent,
            natural_key: stale.known(&self.natural_key, &arguments, "argument", &own),
            finder,
            unfound: self.unfound.as_ref().map(text).unwrap_or_default(),
            losses: losses.filter_map(|loss| loss.check(&arguments, &own, stale)).collect(),
            ..Case::default()
        }))
    }
}

pub(super) fn text(name: &Name) -> String {
    name.get_ref().clone()
}
