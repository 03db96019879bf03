//! `houston reconcile OPERATION …`: checks whether a mutation with an unknown outcome took effect.

use clap::Command;
use houston_client::arguments::Arguments;
use houston_client::schema::{Argument, Effect, Field, Merge, Operation, OperationKind, Schema};
use houston_client::selection::Selection;
use serde_json::Value;

use crate::answer::fields;
use crate::answer::view::View;
use crate::arguments::{self, Sources};
use crate::argv::Argv;
use crate::call::{Call, look_up, merge};
use crate::failure::stop::Stop;
use crate::failure::{Code, Exit, Failure};
use crate::schema::{self, history, names};
use crate::settings::options::{self, Options, ReconcileOptions};
use crate::terminal::output;
use crate::terminal::text::{plain, short, words_of};

pub(crate) fn command() -> Command {
    let command = Command::new("reconcile")
        .about("Check whether a mutation with an unknown outcome took effect")
        .override_usage("houston reconcile <MUTATION> [--ARGUMENT VALUE]…")
        .after_help(
            "Pass the arguments of the original call; only those that identify something are required.\n\n\
             Exit code 0 if it took effect, 4 if it did not, 7 if that is unknown.\n\
             The output is what exists now.",
        );
    options::add::<ReconcileOptions>(command)
}

/// The failure if no mutation is named.
pub(crate) fn missing() -> Failure {
    Failure::usage("the name of a mutation is missing")
        .help("Run `houston reconcile MUTATION` with the arguments of the original call.")
}

pub(crate) fn run(built_in: &'static Schema, mut argv: Argv, name: &str) -> Result<(), Stop> {
    let (options, loaded) =
        schema::chosen::<ReconcileOptions>(built_in, "reconcile", &mut argv, |schema| {
            names::operations(schema, Some(OperationKind::Mutation), name).first().copied()
        })?;
    let found = names::operations(&loaded.schema, Some(OperationKind::Mutation), name);
    let [operation] = found.as_slice() else {
        let unknown = Failure::usage(format!("there is no mutation `{}`", short(name)))
            .help("List every mutation with `houston list --mutations`.");
        return Err(history::failure(name, &loaded, unknown).into());
    };
    reconcile(&loaded.schema, operation, options, argv)
}

fn reconcile(
    schema: &Schema,
    operation: &Operation,
    options: Options,
    argv: Argv,
) -> Result<(), Stop> {
    let name = plain(&operation.name);
    let identified = identified(operation);
    let command = Command::new(name.clone())
        .about(format!("Check whether {name} took effect"))
        .args(arguments::flags(schema, &identified));
    let command = options::add::<ReconcileOptions>(merge::add_flag(command, operation, |items| {
        format!("The original call had --merge: other {items} may also exist")
    }));
    let called = format!("reconcile {name}");
    let refused = |problems| arguments::refused(&called, &format!("houston {called}"), problems);
    let words = argv.read(command, &called, &identified, refused)?;
    let call = Call::new(schema, operation, &options)?;
    // The original call also used the defaults.
    let sources = Sources::of(&options, call.defaults());
    let merge = merge::asked(operation, &words.matches);
    let cannot_tell = |failure: Failure| {
        Failure::new(Exit::Unknown, format!("cannot tell whether {name} took effect"))
            .detail(failure.parts().0)
    };
    let mut collected = arguments::collect(&identified, words, sources)?;
    if !collected.lookups().is_empty() {
        collected.clone().read(schema).map_err(refused)?;
        // If nothing is found, it may be gone, or may never have existed.
        look_up::resolve(&call, &mut collected)
            .map_err(|failure| cannot_tell(failure).help("Pass the id in place of `@find:`."))?;
    }
    let arguments = collected.read(schema).map_err(refused)?;
    if let Some(merge) = merge {
        merge::is_distinct(operation, merge, &arguments)?;
    }
    let Some(query) = call.finder() else {
        let why = Failure::usage("no known query finds what it changes");
        return Err(cannot_tell(why)
            .help(format!("See what it does with `houston describe {name}`."))
            .into());
    };
    let selection = match &options.selected.fields {
        // The fields that identify and compare rows are read with the chosen ones.
        Some(text) => {
            let text = format!("{text} {}", compared(schema, operation, query).join(" "));
            fields::selection(schema, query, &text)?
        }
        None => Selection::by_default(schema, query, options.selected.depth.unwrap_or(1)),
    };
    call.target.endpoint()?;
    let view = View::new(query, &options)?;
    let found = call.look(&arguments, &selection).map_err(cannot_tell)?;
    view.done(&found.to_string(), None)?;
    Ok(settle(operation, &arguments, &found, merge.is_some())?)
}

/// The operation, with only the arguments required that its finder needs.
fn identified(operation: &Operation) -> Operation {
    let needs = |argument: &Argument| {
        operation.finder.as_ref().is_some_and(|finder| {
            finder
                .arguments
                .iter()
                .chain(finder.matches.iter())
                .any(|(_, ours)| *ours == argument.name)
        })
    };
    let arguments = operation.arguments.iter().map(|argument| Argument {
        required: argument.required && needs(argument),
        ..argument.clone()
    });
    Operation { arguments: arguments.collect(), ..operation.clone() }
}

/// The fields of the finder's rows that correspond to arguments of the operation.
fn compared(schema: &Schema, operation: &Operation, query: &Operation) -> Vec<String> {
    let matches = operation.finder.iter().flat_map(|finder| finder.matches.iter());
    let mut names: Vec<String> = matches.map(|(theirs, _)| theirs.to_string()).collect();
    let is_compared = |field: &&Field| {
        operation.argument(&field.name).is_some() && fields::is_leaf(schema, field)
    };
    let leaves = fields::of(schema, query).iter().filter(is_compared);
    names.extend(leaves.map(|field| field.name.to_string()));
    let merged = operation.merge.as_ref().and_then(|merge| operation.argument(&merge.argument));
    let item = merged.and_then(|argument| schema.type_named(argument.type_ref().name()));
    names.extend(
        item.into_iter()
            .flat_map(|item| item.input_fields.iter().map(|field| field.name.to_string())),
    );
    names
}

/// Tells from what exists whether the operation took effect.
fn settle(
    operation: &Operation,
    arguments: &Arguments,
    found: &Value,
    is_merged: bool,
) -> Result<(), Failure> {
    let name = plain(&operation.name);
    let is_there = match found {
        Value::Array(rows) => !rows.is_empty(),
        other => !other.is_null(),
    };
    let happened = |how: &str| {
        output::note(format_args!("{name} took effect: {how}"));
        Ok(())
    };
    let did_not = |how: &str| {
        Err(Failure::new(Exit::Refused, format!("{name} did not take effect: {how}"))
            .code(Code::NotHappened)
            .help("If it was sent just now, the server may still run it: check again before you repeat it."))
    };
    let unknown = || Failure::new(Exit::Unknown, format!("cannot tell whether {name} took effect"));
    let cannot_tell = || {
        Err(unknown()
            .detail("the object exists, but none of the given values can be read back")
            .help("Compare what exists with what you sent."))
    };
    match (operation.effect, is_there) {
        (Effect::Create, true) => happened(
            "the object exists; check `createdAt` to see whether this call created it",
        ),
        (Effect::Create, false) => did_not("no matching object exists"),
        (Effect::Delete, false) => happened("the object does not exist"),
        (Effect::Delete, true) => did_not("the object still exists"),
        (Effect::Replace, _) => match operation
            .merge
            .as_ref()
            .filter(|merge| arguments.value(&merge.argument).is_some())
        {
            Some(merge) => match items(merge, arguments, found, is_merged) {
                Items::AsGiven if is_merged => happened("the given items exist"),
                Items::AsGiven => happened("the existing items are the given ones"),
                Items::Other(None) => did_not("other items exist"),
                Items::Other(Some(key)) => {
                    did_not(&format!("`{}` is missing or differs from what was given", short(&key)))
                }
                Items::Hidden(keys) => Err(unknown()
                    .detail(format!(
                        "everything that can be read is as given, but the values of {} are secret and cannot be read",
                        keys.join(", ")
                    ))
                    .help("Running it again with the same values is safe, unless others have changed them since.")),
            },
            None => cannot_tell(),
        },
        (_, false) => did_not("the object does not exist"),
        (_, true) => match differing(arguments, found) {
            Some(differing) if differing.is_empty() => {
                happened("the object has the given values")
            }
            Some(differing) => {
                did_not(&format!("the object has another value for {}", differing.join(", ")))
            }
            None => cannot_tell(),
        },
    }
}

/// How the existing items compare with the given ones.
enum Items {
    AsGiven,
    /// They differ, in the given item of this key if there is one.
    Other(Option<String>),
    /// The items of these keys have values that cannot be read back; everything else is as given.
    Hidden(Vec<String>),
}

/// Compares the existing items with the given ones. After a merge, other items may also exist.
fn items(merge: &Merge, arguments: &Arguments, found: &Value, is_merged: bool) -> Items {
    let given = merge::items(merge, arguments);
    let there = found.as_array().map_or(&[][..], Vec::as_slice);
    let mut hidden = Vec::new();
    for item in given {
        let key = &item[&*merge.key];
        let Some(row) = there.iter().find(|row| row[&*merge.key] == *key) else {
            return Items::Other(Some(words_of(key)));
        };
        let hides = merge.hides.as_deref().filter(|field| row[*field] == true);
        let (readable, secret): (Vec<_>, Vec<_>) =
            item.as_object().into_iter().flatten().partition(|(name, _)| {
                hides.is_none_or(|field| **name == *merge.key || *name == field)
            });
        if readable.into_iter().any(|(name, value)| row[name] != *value) {
            return Items::Other(Some(words_of(key)));
        }
        if !secret.is_empty() {
            hidden.push(short(&words_of(key)));
        }
    }
    match hidden.is_empty() {
        _ if !is_merged && given.len() != there.len() => Items::Other(None),
        true => Items::AsGiven,
        false => Items::Hidden(hidden),
    }
}

/// The given values that differ from the existing ones; `None` if nothing can be compared.
fn differing(arguments: &Arguments, found: &Value) -> Option<Vec<String>> {
    let row = match found {
        Value::Array(rows) => match rows.as_slice() {
            [one] => one,
            _ => return None,
        },
        other => other,
    };
    let compared: Vec<_> = arguments
        .iter()
        .filter_map(|set| Some((set, row.get(&*set.name)?)))
        .filter(|(set, _)| !set.name.to_lowercase().ends_with("uuid"))
        .collect();
    if compared.is_empty() {
        return None;
    }
    let differs = compared.into_iter().filter(|(set, there)| set.value != **there);
    Some(differs.map(|(set, _)| plain(&set.name)).collect())
}
