//! What a newer schema of a platform lacks and has, for an operation that was called by an older one.

use std::collections::HashSet;

use houston_client::schema::{Argument, Field, Operation, Schema, Type, TypeRef};

use crate::terminal::suggest::misspelled;
use crate::terminal::text::plain;

/// The most types of a result that are compared.
const MOST_TYPES: usize = 200;

/// The most changes that are told.
const MOST_LINES: usize = 8;

/// The changes of an operation that can break or correct a call: arguments and their fields, and fields of its result. One
/// line for each.
pub(crate) fn lines(
    old: &Schema,
    new: &Schema,
    before: &Operation,
    after: &Operation,
) -> Vec<String> {
    let mut lines = Vec::new();
    let name = plain(&before.name);
    arguments(&name, "argument", &before.arguments, &after.arguments, &mut lines);
    let mut open: Vec<&str> = before.arguments.iter().map(|one| one.type_ref().name()).collect();
    open.push(before.type_ref().name());
    let mut seen: HashSet<&str> = HashSet::new();
    while let Some(ty) = open.pop() {
        if seen.len() >= MOST_TYPES || !seen.insert(ty) {
            continue;
        }
        let Some(before) = old.type_named(ty) else { continue };
        open.extend(before.fields.iter().map(|field| TypeRef(&field.ty).name()));
        open.extend(before.input_fields.iter().map(|field| field.type_ref().name()));
        match new.type_named(ty) {
            Some(after) => of_type(before, after, &mut lines),
            None => lines.push(format!("it has no type {}", plain(ty))),
        }
    }
    let more = lines.len().saturating_sub(MOST_LINES);
    lines.truncate(MOST_LINES);
    lines.extend((more > 0).then(|| format!("and {more} more changes")));
    lines
}

fn of_type(before: &Type, after: &Type, lines: &mut Vec<String>) {
    let name = plain(&before.name);
    arguments(&name, "field", &before.input_fields, &after.input_fields, lines);
    let known = |field: &Field| after.fields.iter().any(|other| other.name == field.name);
    let names = after.fields.iter().map(|field| field.name.as_str());
    for field in before.fields.iter().filter(|field| !known(field)) {
        lines.push(lacks(&name, "field", &field.name, names.clone()));
    }
    let values = after.values.iter().map(|value| value.name.as_str());
    for value in &before.values {
        if !values.clone().any(|other| other == value.name) {
            lines.push(lacks(&name, "value", &value.name, values.clone()));
        }
    }
}

fn arguments(
    of: &str,
    kind: &str,
    before: &[Argument],
    after: &[Argument],
    lines: &mut Vec<String>,
) {
    let of_name = |all: &[Argument], name: &str| all.iter().position(|other| other.name == name);
    let new = after.iter().filter(|argument| of_name(before, &argument.name).is_none());
    for argument in before {
        match of_name(after, &argument.name).map(|at| &after[at]) {
            None => {
                let names = new.clone().map(|argument| argument.name.as_ref());
                lines.push(lacks(of, kind, &argument.name, names));
            }
            Some(now) if now.ty != argument.ty => lines.push(format!(
                "{kind} {} of {of} is {}, and was {}",
                plain(&argument.name),
                plain(&now.ty),
                plain(&argument.ty)
            )),
            Some(_) => {}
        }
    }
    for argument in new {
        let is = if argument.required { "required" } else { "optional" };
        let (name, ty) = (plain(&argument.name), plain(&argument.ty));
        lines.push(format!("{of} has a new {is} {kind} {name} ({ty})"));
    }
}

fn lacks<'n>(of: &str, kind: &str, name: &str, names: impl Iterator<Item = &'n str>) -> String {
    let meant = misspelled(name, names);
    let meant = meant.map(|meant| format!("; it has {}", plain(meant))).unwrap_or_default();
    format!("{of} has no {kind} {}{meant}", plain(name))
}
