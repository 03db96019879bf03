//! `--merge`: merges the given items into the current ones, instead of replacing all of them.

use clap::{Arg, ArgAction, ArgMatches, Command};
use houston_client::Selection;
use houston_client::arguments::Arguments;
use houston_client::schema::{Argument, Merge, Operation, Schema, Type};
use serde_json::{Map, Value};

use crate::answer::fields;
use crate::arguments::{self, MASKED, MERGE, Problem};
use crate::call::repeat::Settled;
use crate::call::{Call, compare, losses};
use crate::failure::{Code, Exit, Failure};
use crate::settings::options;
use crate::terminal::output;
use crate::terminal::text::{listed, plain, short, words_of};

/// Adds the flag if the operation supports it. `help` gets the name of the items.
pub(crate) fn add_flag(
    command: Command,
    operation: &Operation,
    help: impl FnOnce(&str) -> String,
) -> Command {
    let Some(merge) = &operation.merge else { return command };
    let flag = Arg::new(MERGE).long("merge").action(ArgAction::SetTrue);
    let help = help(&plain(&merge.argument));
    let command = options::add_flag(command, flag.help(help));
    arguments::variable_flags(operation).into_iter().fold(command, options::add_flag)
}

/// Whether the flag was given.
pub(crate) fn is_asked(matches: &ArgMatches) -> bool {
    matches!(matches.try_get_one(MERGE), Ok(Some(true)))
}

/// The given items.
pub(crate) fn items<'a>(merge: &Merge, arguments: &'a Arguments) -> &'a [Value] {
    arguments.value(&merge.argument).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// The problem of an item that has no key, one that the server refuses, or the key of another item. `place` shows the argument.
pub(super) fn key_problem(
    operation: &Operation,
    arguments: &Arguments,
    place: &str,
) -> Option<Problem> {
    let merge = operation.merge.as_ref().filter(|merge| !merge.key.is_empty())?;
    let items = items(merge, arguments);
    let key = |item: &Value| item[&*merge.key].clone();
    let named = plain(&merge.key);
    let is_nothing =
        |key: Value| key.is_null() || key.as_str().is_some_and(|key| key.trim().is_empty());
    if let Some(at) = items.iter().position(|item| is_nothing(key(item))) {
        let what = format!("{named} is missing or empty; give each item its {named}");
        return Some(Problem::at(format!("{place}[{at}]"), what));
    }
    let refused = operation.variables.as_ref().and_then(|variables| {
        items.iter().enumerate().find_map(|(at, item)| {
            let what = arguments::key_problem(variables, key(item).as_str()?, true)?;
            Some(Problem::at(format!("{place}[{at}]"), what))
        })
    });
    if refused.is_some() {
        return refused;
    }
    let twice = items.iter().enumerate().find_map(|(at, item)| {
        items[..at].iter().any(|other| key(other) == key(item)).then(|| key(item))
    });
    twice.map(|key| {
        let key = short(&words_of(&key));
        Problem::at(place, format!("two items have the {named} `{key}`; give one for each {named}"))
    })
}

/// What identifies an item: its key, or all of it.
pub(crate) fn key<'v>(merge: &Merge, item: &'v Value) -> &'v Value {
    if merge.key.is_empty() { item } else { &item[&*merge.key] }
}

/// The items that exist, in what the finder shows.
pub(crate) fn there<'v>(merge: &Merge, rows: &'v [Value]) -> &'v [Value] {
    match (&merge.from, rows) {
        (None, rows) => rows,
        (Some(from), [one, ..]) => {
            at(one, from).and_then(Value::as_array).map_or(&[], Vec::as_slice)
        }
        (Some(_), []) => &[],
    }
}

/// The fields of the finder's objects that show what exists.
pub(crate) fn fields(schema: &Schema, operation: &Operation, merge: &Merge) -> Vec<String> {
    let Some(from) = &merge.from else { return names(schema, operation, merge) };
    if merge.key.is_empty() {
        // The keys of JSON cannot be selected.
        return from.split('.').next().map(str::to_owned).into_iter().collect();
    }
    names(schema, operation, merge).iter().map(|name| format!("{from}.{name}")).collect()
}

/// The fields of an item.
fn names(schema: &Schema, operation: &Operation, merge: &Merge) -> Vec<String> {
    let argument = operation.argument(&merge.argument).filter(|_| !merge.key.is_empty());
    let item = argument.and_then(|argument| schema.type_named(argument.type_ref().name()));
    item.map_or(Vec::new(), |item| item.input_fields.iter().map(|one| one.name.clone()).collect())
}

/// The value at a path.
fn at<'v>(value: &'v Value, path: &str) -> Option<&'v Value> {
    path.split('.').try_fold(value, |value, name| value.get(name))
}

/// Reads what exists, lays what is given over it, and prints the difference to stderr. Returns whether there is none.
///
/// # Errors
///
/// Fails if what exists cannot be read, or is hidden and would be lost. Nothing is written then.
pub(crate) async fn lay_over(
    call: &Call<'_>,
    merge: &Merge,
    arguments: &mut Arguments,
) -> Result<bool, Failure> {
    let (schema, operation, name) = (call.schema, call.operation, call.name());
    let cannot = |failure: Failure| {
        failure.detail(format!("The current items could not be read, so {name} was not sent."))
    };
    let unknown =
        || cannot(Failure::usage(format!("--merge does not work with {name} in this schema")));
    let root = merge.argument.split('.').next().unwrap_or_default();
    let argument = operation.argument(root).ok_or_else(unknown)?;
    let query = call.finder().ok_or_else(unknown)?;
    let shown = schema.type_named(query.type_ref().name()).ok_or_else(unknown)?;
    // Of what exists, the fields that can be written back.
    let names = fields(schema, operation, merge);
    let is_shown = |path: &String| compare::shows(schema, shown, path);
    if let Some(lost) = names.iter().find(|path| !is_shown(path)) {
        return Err(unknown().detail(format!("{} cannot be read back", plain(lost))));
    }
    let selection = fields::selection(schema, query, &names.join(",")).map_err(cannot)?;
    let looked = call.look(arguments, &selection).await.and_then(|looked| looked.clear(query));
    let rows = looked.map_err(cannot)?.rows;
    if merge.from.is_some() && rows.len() != 1 {
        let what =
            format!("{}: {} objects match, and --merge needs one", plain(&query.name), rows.len());
        let code = if rows.is_empty() { Code::NotFound } else { Code::Ambiguous };
        return Err(cannot(Failure::new(Exit::Refused, what).code(code)));
    }
    let Some(item) =
        schema.type_named(argument.type_ref().name()).filter(|_| !merge.key.is_empty())
    else {
        values(call, merge, argument, &rows[0], arguments)?;
        return Ok(false);
    };
    if arguments.value(&merge.argument).is_none() {
        output::note("no changes");
        return Ok(false);
    }
    let there = there(merge, &rows);
    let hides = merge.hides.as_deref().unwrap_or_default();
    let given = items(merge, arguments).to_vec();
    let is_hidden = |row: &Value| row[hides] == true;
    if !merge.keeps {
        let has_value = |one: &Value| {
            let fields = one.as_object().into_iter().flatten();
            let mut values = fields.filter(|(name, _)| **name != merge.key && *name != hides);
            values.any(|(_, value)| !value.is_null() && value != "")
        };
        let is_given = |row: &&Value| {
            given.iter().any(|one| key(merge, one) == key(merge, row) && has_value(one))
        };
        let is_removed =
            |row: &&Value| call.changes.removed.iter().any(|removed| *key(merge, row) == **removed);
        let lost = there.iter().filter(|row| is_hidden(row) && !is_given(row) && !is_removed(row));
        let lost: Vec<String> = lost.map(|row| short(&words_of(key(merge, row)))).collect();
        if !lost.is_empty() {
            let what =
                format!("{name}: the values of {} are hidden, and would be lost", listed(&lost));
            return Err(Failure::usage(what)
                .detail(format!("{} does not show them.", plain(&query.name)))
                .help(format!("Give each of them with {}.", arguments::shown(operation, root))));
        }
    }
    let is_stored =
        |key: &Value| there.iter().any(|row| row[&*merge.key] == *key && is_hidden(row));
    losses::tell_empty_secrets(operation, arguments, is_stored);
    let (mut there, mut lines) = (there.to_vec(), Vec::new());
    for removed in &call.changes.removed {
        match there.iter().position(|row| row[&*merge.key] == **removed) {
            Some(at) => lines.push(format!("- {}", words(item, merge, &there.remove(at)))),
            None => output::note(format_args!("note: `{}` is already gone", short(removed))),
        }
    }
    let (merged, changed) = merged(item, merge, there, given);
    lines.extend(changed);
    tell(&lines);
    arguments.set(argument.name.clone(), argument.ty.clone(), Value::Array(merged));
    Ok(lines.is_empty())
}

/// What exists, in place of the answer of a call that would change nothing. None if the call gives more than the items.
///
/// # Errors
///
/// Fails if it cannot be read.
pub(crate) async fn unchanged(
    call: &Call<'_>,
    merge: &Merge,
    arguments: &Arguments,
    selection: &Selection,
) -> Result<Option<Settled>, Failure> {
    let (Some(finder), Some(query)) = (&call.operation.finder, call.finder()) else {
        return Ok(None);
    };
    let is_known = |name: &str| {
        let mut used = finder.arguments.iter().chain(&finder.matches);
        name == merge.argument || used.any(|(_, ours)| ours.split('.').next() == Some(name))
    };
    let is_same = query.type_ref().name() == call.operation.type_ref().name();
    if !is_same || arguments.iter().any(|set| !is_known(&set.name)) {
        return Ok(None);
    }
    let shown = call.look(arguments, selection).await?.shown(query, selection);
    let note = format!("{}: nothing changes, so nothing was sent", call.name());
    Ok(Some(Settled::Exists { id: None, shown, note }))
}

fn tell(lines: &[String]) {
    if lines.is_empty() {
        output::note("no changes");
    }
    lines.iter().for_each(output::note);
}

/// Lays given values over those of an object: a list gets the new ones, and an object keeps the keys that are not given.
fn values(
    call: &Call<'_>,
    merge: &Merge,
    argument: &Argument,
    one: &Value,
    arguments: &mut Arguments,
) -> Result<(), Failure> {
    let there = merge.from.as_deref().and_then(|from| at(one, from)).cloned().unwrap_or_default();
    let given = compare::value_at(arguments, &merge.argument).cloned().unwrap_or_default();
    let (root, below) = merge.argument.split_once('.').unwrap_or((&merge.argument, ""));
    let merged = match argument.type_ref().item() {
        Some(_) if below.is_empty() => {
            let mut all = there.as_array().cloned().unwrap_or_default();
            let new = given.as_array().into_iter().flatten().filter(|one| !all.contains(one));
            let new: Vec<Value> = new.cloned().collect();
            tell(&new.iter().map(|one| format!("+ {}", short(&words_of(one)))).collect::<Vec<_>>());
            all.extend(new);
            Value::Array(all)
        }
        _ => {
            let is_read = |key: &str| {
                shape(call, argument, below)
                    .is_none_or(|shape| shape.input_fields.iter().any(|known| known.name == key))
            };
            let mut all = there.as_object().cloned().unwrap_or_default();
            let given = given.as_object().cloned().unwrap_or_default();
            all.retain(|key, value| is_read(key) && !value.is_null() && !given.contains_key(key));
            for (key, value) in &all {
                let (path, key, value) =
                    (plain(&merge.argument), short(key), short(&words_of(value)));
                output::note(format_args!("note: {path}.{key} stays {value}"));
            }
            all.extend(given);
            Value::Object(all)
        }
    };
    let names = below.split('.').filter(|name| !name.is_empty());
    let outer = arguments.value(root).cloned().unwrap_or_default();
    let whole = put(outer, &names.collect::<Vec<_>>(), merged);
    arguments.set(argument.name.clone(), argument.ty.clone(), whole);
    Ok(())
}

/// A value with another one at a path.
fn put(outer: Value, path: &[&str], value: Value) -> Value {
    let Some((name, below)) = path.split_first() else { return value };
    let Value::Object(mut fields) = outer else {
        return put(Value::Object(Map::new()), path, value);
    };
    let inner = fields.remove(*name).unwrap_or_default();
    fields.insert((*name).to_owned(), put(inner, below, value));
    Value::Object(fields)
}

/// The shape of the value at a path below an argument.
fn shape<'s>(call: &Call<'s>, argument: &Argument, path: &str) -> Option<&'s Type> {
    let schema = call.schema;
    let whole = schema.shape_named(argument.shape.as_ref()?);
    path.split('.').filter(|name| !name.is_empty()).fold(whole, |shape, name| {
        let key = shape?.input_fields.iter().find(|key| key.name == name)?;
        schema.shape_named(key.type_ref().name())
    })
}

/// The merged list, and the lines of the difference.
fn merged(
    item: &Type,
    merge: &Merge,
    there: Vec<Value>,
    given: Vec<Value>,
) -> (Vec<Value>, Vec<String>) {
    let without_nulls = |row: Value| match row {
        Value::Object(fields) => {
            let fields = fields.into_iter().filter(|(_, value)| !value.is_null());
            Value::Object(fields.collect::<Map<_, _>>())
        }
        other => other,
    };
    let mut merged: Vec<Value> = there.into_iter().map(without_nulls).collect();
    let mut lines = Vec::new();
    for row in given {
        match merged.iter_mut().find(|known| known[&*merge.key] == row[&*merge.key]) {
            None => {
                lines.push(format!("+ {}", words(item, merge, &row)));
                merged.push(row);
            }
            Some(known) => {
                let before = known.clone();
                if let (Some(known), Value::Object(fields)) = (known.as_object_mut(), row) {
                    known.extend(fields);
                }
                if *known != before {
                    let is_hidden = hides(merge, &before);
                    let (before, after) = (words(item, merge, &before), words(item, merge, known));
                    // The values are masked, so only the fact is shown.
                    let hint = match before == after {
                        true if is_hidden => {
                            " (perhaps the same value: the server does not show it)"
                        }
                        true => " (value changed)",
                        false => "",
                    };
                    lines.push(format!("- {before}"));
                    lines.push(format!("+ {after}{hint}"));
                }
            }
        }
    }
    (merged, lines)
}

/// Whether only the key of an item may be shown.
fn hides(merge: &Merge, row: &Value) -> bool {
    merge.hides.as_ref().is_some_and(|field| row[&**field] == true)
}

/// An item in words, with secrets masked.
fn words(item: &Type, merge: &Merge, row: &Value) -> String {
    let is_hidden = hides(merge, row);
    let is_value = |field: &Argument| {
        field.name != merge.key && merge.hides.as_ref().is_none_or(|hides| field.name != *hides)
    };
    let field = |field: &Argument| {
        let value = &row[&*field.name];
        let text = match value {
            Value::Null => return None,
            _ if field.secret || is_hidden && is_value(field) => MASKED.to_owned(),
            Value::String(text) => short(text),
            other => other.to_string(),
        };
        Some(format!("{}={text}", plain(&field.name)))
    };
    item.input_fields.iter().filter_map(field).collect::<Vec<_>>().join(" ")
}
