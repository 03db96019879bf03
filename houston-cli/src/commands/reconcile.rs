//! `houston reconcile OPERATION …`: whether a mutation ran whose outcome is not known.

use clap::Command;
use houston_client::arguments::Arguments;
use houston_client::schema::{Argument, Effect, Field, Merge, Operation, OperationKind, Schema};
use houston_client::selection::Selection;
use serde_json::Value;

use crate::answer::fields;
use crate::answer::view::View;
use crate::arguments::{self, Problem, Sources};
use crate::argv::Argv;
use crate::call::{Call, look_up, merge};
use crate::failure::stop::Stop;
use crate::failure::{Code, Exit, Failure};
use crate::schema::{self, history, names};
use crate::settings::options::{self, Options};
use crate::terminal::output;
use crate::terminal::text::{plain, short, words_of};

pub(crate) fn command() -> Command {
    let command = Command::new("reconcile")
        .about("Look whether a mutation ran whose outcome is not known")
        .override_usage("houston reconcile <MUTATION> [--ARGUMENT VALUE]…")
        .after_help(
            "The arguments are those that it was run with; only those that identify something are needed.\n\n\
             Exit code 0 if it has happened, 4 if it has not, 7 if that cannot be told.\n\
             What is there is written to stdout.",
        );
    options::add::<Options>(command)
}

/// The failure that no mutation is named.
pub(crate) fn missing() -> Failure {
    Failure::usage("the name of a mutation is missing")
        .help("`houston reconcile MUTATION`, with the arguments that it was run with")
}

pub(crate) fn run(built_in: &'static Schema, mut argv: Argv, name: &str) -> Result<(), Stop> {
    let (options, loaded) = schema::chosen(built_in, &mut argv, |schema| {
        names::operations(schema, Some(OperationKind::Mutation), name).first().copied()
    })?;
    let found = names::operations(&loaded.schema, Some(OperationKind::Mutation), name);
    let [operation] = found.as_slice() else {
        let unknown = Failure::usage(format!("there is no mutation `{}`", short(name)))
            .help("`houston list --mutations` names all of them");
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
        .about(format!("Look whether {name} ran"))
        .args(arguments::flags(schema, &identified));
    let command = options::add::<Options>(merge::add_flag(command, operation, |items| {
        format!("It was run with --merge: other {items} may be there, too")
    }));
    let refused = |problems: Vec<Problem>| {
        let failure = Failure::usage(format!("{name} cannot be looked for"));
        failure.details(problems).help("nothing was sent")
    };
    let called = format!("reconcile {name}");
    let words = argv.read(command, &called, &identified, refused)?;
    for (given, option) in [
        (options.dry_run, "--dry-run"),
        (options.curl, "--curl"),
        (options.confirmation.yes, "--yes"),
        (options.retry_idempotent, "--retry-idempotent"),
    ] {
        if given {
            return Err(
                Failure::usage(format!("{option} means nothing to `houston reconcile`")).into()
            );
        }
    }
    let call = Call::new(schema, operation, &options)?;
    // The call had the defaults as well.
    let sources = Sources::of(&options, call.defaults());
    let merge = merge::asked(operation, &words.matches);
    let cannot_tell = |failure: Failure| {
        Failure::new(Exit::Unknown, format!("whether {name} ran cannot be told"))
            .detail(failure.parts().0)
    };
    let mut collected = arguments::collect(&identified, words, sources)?;
    if !collected.lookups().is_empty() {
        collected.clone().read(schema).map_err(refused)?;
        // What is not found may be gone, or never have been there.
        look_up::resolve(&call, &mut collected)
            .map_err(|failure| cannot_tell(failure).help("give the id in place of the look-up"))?;
    }
    let arguments = collected.read(schema).map_err(refused)?;
    if let Some(merge) = merge {
        merge::is_distinct(operation, merge, &arguments)?;
    }
    let Some(query) = call.finder() else {
        let why = Failure::usage("no query is known that finds what it is about");
        return Err(cannot_tell(why)
            .help(format!("`houston describe {name}` says what it does"))
            .into());
    };
    let selection = match &options.fields {
        // What rows are told apart by, and compared by, is read with what was chosen.
        Some(text) => {
            let text = format!("{text} {}", compared(schema, operation, query).join(" "));
            fields::selection(schema, query, &text)?
        }
        None => Selection::by_default(schema, query, options.depth.unwrap_or(1)),
    };
    call.target.endpoint()?;
    let view = View::new(query, &options)?;
    let found = call.look(&arguments, &selection).map_err(cannot_tell)?;
    view.done(&found.to_string(), None)?;
    Ok(settle(operation, &arguments, &found, merge.is_some())?)
}

/// The operation with only those arguments required that its finder needs.
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

/// The fields of what the finder finds that say something of the operation.
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

/// What is there says what happened.
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
        output::note(format_args!("{name} has happened: {how}"));
        Ok(())
    };
    let did_not = |how: &str| {
        Err(Failure::new(Exit::Refused, format!("{name} has not happened: {how}"))
            .code(Code::NotHappened)
            .help("if it was sent only now, the server may still run it: look again before you repeat it"))
    };
    let untold = || Failure::new(Exit::Unknown, format!("whether {name} ran cannot be told"));
    let cannot_tell = || {
        Err(untold()
            .detail("what it changes is there, and none of the given values can be read back")
            .help("compare what is there with what was to be written"))
    };
    match (operation.effect, is_there) {
        (Effect::Create, true) => happened(
            "what it makes is there; `createdAt` says whether it is this call that made it",
        ),
        (Effect::Create, false) => did_not("nothing that it would have made is there"),
        (Effect::Delete, false) => happened("what it removes is not there"),
        (Effect::Delete, true) => did_not("what it removes is there"),
        (Effect::Replace, _) => match operation
            .merge
            .as_ref()
            .filter(|merge| arguments.value(&merge.argument).is_some())
        {
            Some(merge) => match items(merge, arguments, found, is_merged) {
                Items::AsGiven if is_merged => happened("what was given is there"),
                Items::AsGiven => happened("what is there is what was given"),
                Items::Other(None) => did_not("something else is there"),
                Items::Other(Some(key)) => {
                    did_not(&format!("`{}` is not there as it was given", short(&key)))
                }
                Items::Hidden(keys) => Err(untold()
                    .detail(format!(
                        "all that can be read is there as it was given; the values of {} are secret, and are not",
                        keys.join(", ")
                    ))
                    .help("running it again with the same values does no harm, unless others have changed them since")),
            },
            None => cannot_tell(),
        },
        (_, false) => did_not("what it changes is not there"),
        (_, true) => match differing(arguments, found) {
            Some(differing) if differing.is_empty() => {
                happened("what is there has the given values")
            }
            Some(differing) => {
                did_not(&format!("another value is there for {}", differing.join(", ")))
            }
            None => cannot_tell(),
        },
    }
}

/// How the items that are there are to the given ones.
enum Items {
    AsGiven,
    /// They differ: in the item of this key, where it is one of the given ones.
    Other(Option<String>),
    /// Those of these keys have values that cannot be read back; all else is as it was given.
    Hidden(Vec<String>),
}

/// Compares the items that are there with the given ones; where these were laid over others, others may be there, too.
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

/// The given values that are not those which are there; none where nothing can be compared.
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
