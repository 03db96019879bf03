//! `--merge`: merges the given items into the current ones, instead of replacing all of them.

use clap::{Arg, ArgAction, ArgMatches, Command};
use houston_client::arguments::Arguments;
use houston_client::schema::{Argument, Merge, Operation, Type};
use serde_json::{Map, Value};

use crate::answer::fields;
use crate::arguments::{self, MASKED, MERGE, Problem};
use crate::call::{Call, losses};
use crate::failure::Failure;
use crate::settings::options;
use crate::terminal::output;
use crate::terminal::text::{plain, short, words_of};

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

/// The operation's merge, if the flag was given.
pub(crate) fn asked<'o>(operation: &'o Operation, matches: &ArgMatches) -> Option<&'o Merge> {
    let is_given = matches!(matches.try_get_one(MERGE), Ok(Some(true)));
    operation.merge.as_ref().filter(|_| is_given)
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
    let merge = operation.merge.as_ref()?;
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

/// Reads the current items, merges the given ones into them, and prints the difference to stderr.
///
/// # Errors
///
/// Fails if the current items cannot be read. Nothing is written then.
pub(crate) async fn lay_over(
    call: &Call<'_>,
    merge: &Merge,
    arguments: &mut Arguments,
) -> Result<(), Failure> {
    let (schema, name) = (call.schema, call.name());
    let cannot = |failure: Failure| {
        failure.detail(format!("The current items could not be read, so {name} was not sent."))
    };
    let unknown =
        || cannot(Failure::usage(format!("--merge does not work with {name} in this schema")));
    let argument = call.operation.argument(&merge.argument).ok_or_else(unknown)?;
    let item = schema.type_named(argument.type_ref().name()).ok_or_else(unknown)?;
    let query = call.finder().ok_or_else(unknown)?;
    let shown = schema.type_named(query.type_ref().name()).ok_or_else(unknown)?;
    // Of the current items, the fields that can be written back.
    let names: Vec<&str> = item.input_fields.iter().map(|field| &*field.name).collect();
    if let Some(lost) =
        names.iter().find(|name| shown.fields.iter().all(|field| field.name != **name))
    {
        return Err(unknown().detail(format!("{} cannot be read back", plain(lost))));
    }
    let selection = fields::selection(schema, query, &names.join(",")).map_err(cannot)?;
    let looked = call.look(arguments, &selection).await.and_then(|looked| looked.clear(query));
    let mut there = looked.map_err(cannot)?.rows;
    let is_stored = |key: &Value| {
        let hides = merge.hides.as_deref().unwrap_or_default();
        there.iter().any(|row| row[&*merge.key] == *key && row[hides] == true)
    };
    losses::tell_empty_secrets(call.operation, arguments, is_stored);
    let given = items(merge, arguments).to_vec();
    let mut lines = Vec::new();
    for key in &call.changes.removed {
        match there.iter().position(|row| row[&*merge.key] == **key) {
            Some(at) => lines.push(format!("- {}", words(item, merge, &there.remove(at)))),
            None => output::note(format_args!("note: `{}` is already gone", short(key))),
        }
    }
    let (merged, changed) = merged(item, merge, there, given);
    lines.extend(changed);
    if lines.is_empty() {
        output::note("no changes");
    }
    lines.iter().for_each(output::note);
    arguments.set(argument.name.clone(), argument.ty.clone(), Value::Array(merged));
    Ok(())
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
                    let (before, after) = (words(item, merge, &before), words(item, merge, known));
                    // The values are hidden, so only the fact is shown.
                    let hint = if before == after { " (value changed)" } else { "" };
                    lines.push(format!("- {before}"));
                    lines.push(format!("+ {after}{hint}"));
                }
            }
        }
    }
    (merged, lines)
}

/// An item in words, with secrets masked.
fn words(item: &Type, merge: &Merge, row: &Value) -> String {
    let is_hidden = merge.hides.as_ref().is_some_and(|field| row[&**field] == true);
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
