//! `houston reconcile OPERATION …`: checks whether a mutation with an unknown outcome took effect.

mod verdict;

use clap::Command;
use houston_client::Outcome;
use houston_client::schema::{Argument, Effect, Operation, OperationKind, Schema};
use houston_schema::row;

use crate::answer::view::View;
use crate::answer::{envelope, fields};
use crate::arguments::{self, Changes, Sources};
use crate::argv::Argv;
use crate::call::compare::{self, Given};
use crate::call::{Call, contradictions, copy, look_up, merge, repeat, runtime};
use crate::failure::stop::Stop;
use crate::failure::{Code, Exit, Failure};
use crate::schema::{BuiltIn, Loaded, chosen, names, repeats, versions};
use crate::settings::options::{self, Options, ReconcileOptions};
use crate::terminal::output;
use crate::terminal::suggest::{misspelled, one_of};
use crate::terminal::text::{plain, short};
use verdict::Verdict;

pub(crate) fn command() -> Command {
    let command = Command::new("reconcile")
        .about("Check whether a mutation with an unknown outcome took effect")
        .override_usage("houston reconcile <MUTATION> [--ARGUMENT VALUE]…")
        .after_help(
            "Pass the arguments of the original call; only those that identify something are required.\n\n\
             Exit code 0 if it took effect, 4 if it did not, 7 if that is unknown.\n\
             An object with the given values can be older than the call: --since tells them apart.\n\
             The output is what exists now.",
        );
    options::add::<ReconcileOptions>(command)
}

/// The failure if no mutation is named.
pub(crate) fn missing() -> Failure {
    Failure::usage("the name of a mutation is missing")
        .help("Run `houston reconcile MUTATION` with the arguments of the original call.")
}

pub(crate) fn run(built_in: BuiltIn, argv: Argv, name: &str) -> Result<(), Stop> {
    // Until the verdict, nothing is known of the original call, whatever happens to this one.
    envelope::reached(Outcome::Unknown);
    let run = |options: &Options, loaded: &Loaded, argv| match mutations(&loaded.schema, name)
        .as_slice()
    {
        [operation] => reconcile(&loaded.schema, operation, options, argv),
        _ => Err(unknown(loaded, name).about_names(true).into()),
    };
    chosen::following::<ReconcileOptions>(
        built_in,
        "reconcile",
        argv,
        |schema| mutations(schema, name).first().copied(),
        run,
    )
}

fn mutations<'s>(schema: &'s Schema, name: &str) -> Vec<&'s Operation> {
    names::operations(schema, Some(OperationKind::Mutation), name)
}

/// The failure for a name that is not a mutation's.
fn unknown(loaded: &Loaded, name: &str) -> Failure {
    let mutations = loaded.schema.operations.iter();
    let mutations = mutations.filter(|row| row.kind == OperationKind::Mutation);
    let meant = one_of(misspelled(name, mutations.map(|row| &*row.name)).as_slice());
    let unknown =
        Failure::usage(format!("`{}` is not a mutation of this schema{meant}", short(name)))
            .help("List every mutation with `houston list --mutations`.");
    versions::failure(name, loaded, unknown)
}

/// The command that checks a mutation.
pub(crate) fn of(schema: &Schema, operation: &Operation) -> Command {
    let name = plain(&operation.name);
    let command = Command::new(name.clone())
        .about(format!("Check whether {name} took effect"))
        .args(arguments::flags(schema, &identified(operation)));
    let command = repeat::add_flags(command, operation, true);
    options::add::<ReconcileOptions>(merge::add_flag(command, operation, |items| {
        format!("The original call had --merge: other {items} may also exist")
    }))
}

fn reconcile(
    schema: &Schema,
    operation: &Operation,
    options: &Options,
    argv: Argv,
) -> Result<(), Stop> {
    let name = plain(&operation.name);
    let identified = identified(operation);
    let command = of(schema, operation);
    let called = format!("reconcile {name}");
    let refused = |problems| arguments::refused(&called, &format!("houston {called}"), problems);
    let command = argv.with_help(command, &called);
    let words = argv.read(command, &called, (schema, &identified), refused)?;
    let mut call = Call::new(schema, operation, options)?;
    call.changes = Changes::of(&words.matches);
    // The original call also used the defaults.
    let sources = Sources::of(options, call.defaults());
    let is_merged = merge::is_asked(&words.matches);
    let cannot_tell = |failure: Failure| {
        Failure::new(Exit::Unknown, format!("cannot tell whether {name} took effect"))
            .detail(failure.parts().0)
    };
    let collected = arguments::collect(&identified, words, sources)?;
    let (mut arguments, lookups) = collected.read(schema).map_err(refused)?;
    let problems = contradictions::between(operation, &arguments);
    if !problems.is_empty() {
        return Err(refused(problems).into());
    }
    let operation = &*compare::with(operation, &arguments);
    let call = call.about(operation);
    // If nothing is found, it may be gone, or may never have existed.
    runtime::read(look_up::resolve(&call, &mut arguments, lookups))?.map_err(|unresolved| {
        cannot_tell(unresolved.into()).help("Pass the id in place of `@find:`.")
    })?;
    runtime::read(copy::copy(&call, &mut arguments))
        .flatten()
        .map_err(|failure| cannot_tell(failure).help("Give the variables themselves."))?;
    let Some(query) = call.finder() else {
        return Err(cannot_tell(Failure::usage(repeats::unfound(operation)))
            .help(format!("See what it does with `houston describe {name}`."))
            .into());
    };
    let clock =
        verdict::Clock { is_dated: is_dated(schema, operation, query), since: options.since };
    if clock.since.is_some() && !clock.is_dated {
        return Err(Failure::usage(format!(
            "--since is not used by {name}: no query shows when its object was created"
        ))
        .help("Run it without --since.")
        .into());
    }
    let by_default = || fields::by_default(schema, query, options.selected.depth.unwrap_or(1));
    let shown = match &options.selected.fields {
        // They are those of the call's own answer, which can be of another type.
        Some(text) if query.type_ref().name() != operation.type_ref().name() => {
            fields::selection(schema, query, text).unwrap_or_else(|_| by_default())
        }
        Some(text) => fields::selection(schema, query, text)?,
        None => by_default(),
    };
    let mut given = compare::given(schema, query, operation, &arguments);
    let needed = needed(schema, operation, query, &given);
    let mut selection = shown.clone();
    if !needed.is_empty() {
        selection.merge(&fields::selection(schema, query, &needed.join(","))?.optional());
    }
    let see = format!("See what exists with `houston {}`.", plain(&query.name));
    call.target.endpoint()?;
    let view = View::new(query, options)?.selecting(schema, &shown);
    let looked = runtime::read(call.look(&arguments, &selection)).flatten();
    let looked = looked.and_then(|looked| looked.clear(query));
    let found = looked.map_err(|failure| {
        let (_, next) = failure.parts();
        let is_own = next.is_empty() || failure.exit == Exit::Partial;
        cannot_tell(failure).help(if is_own { see } else { next })
    })?;
    given.without(&found.lacking);
    let merge = operation.merge.as_ref().filter(|_| is_merged);
    let is_removed = |key: &&String| {
        let there = merge.map_or(&[][..], |merge| merge::there(merge, &found.rows));
        merge.is_some_and(|merge| there.iter().any(|row| *merge::key(merge, row) == ***key))
    };
    let verdict = match call.changes.removed.iter().find(is_removed) {
        Some(key) => Verdict::DidNot(format!("`{}` still exists", short(key))),
        None => verdict::of(operation, &arguments, &given, &found.rows, is_merged, clock),
    };
    let settled = match verdict {
        Verdict::Happened(how) => Ok(how),
        Verdict::DidNot(how) => Err(Failure::new(
            Exit::Refused,
            format!("{name} did not take effect: {how}"),
        )
        .code(Code::NotHappened)
        .help("If it was sent just now, the server may still run it: check again before you repeat it.")),
        Verdict::Unknown { why, next } => Err(cannot_tell(Failure::usage(why)).help(next)),
    };
    // Whatever happens to the output, the verdict decides the exit code.
    if let Err(lost) =
        view.done(&found.shown(query, &shown).to_string(), None, settled.as_ref().err())
    {
        output::note(format_args!("note: what exists cannot be shown: {}", lost.parts().0));
    }
    output::note(format_args!("{name} {}", settled?));
    Ok(())
}

/// The operation, with only the arguments required that its finder needs.
fn identified(operation: &Operation) -> Operation {
    let needs = |argument: &Argument| {
        operation.finder.as_ref().is_some_and(|finder| {
            finder
                .arguments
                .iter()
                .chain(finder.matches.iter())
                .any(|(_, ours)| ours.split('.').next() == Some(&argument.name))
        })
    };
    let arguments = operation.arguments.iter().map(|argument| {
        row!(Argument { required: argument.required && needs(argument), ..argument.clone() })
    });
    row!(Operation { arguments: arguments.collect(), ..operation.clone() })
}

/// Whether the objects of the finder tell when the operation created them.
fn is_dated(schema: &Schema, operation: &Operation, query: &Operation) -> bool {
    // The time of an object of another type tells nothing about the call.
    operation.effect == Effect::Create
        && query.type_ref().name() == operation.type_ref().name()
        && fields::of(schema, query).iter().any(|field| field.name == verdict::CREATED)
}

/// The fields that compare the rows of the finder, and those that the verdict names.
fn needed(
    schema: &Schema,
    operation: &Operation,
    query: &Operation,
    given: &Given<'_>,
) -> Vec<String> {
    let mut names = given.fields();
    let merge = operation.merge.as_ref().filter(|_| operation.effect == Effect::Replace);
    names.extend(merge.into_iter().flat_map(|merge| merge::fields(schema, operation, merge)));
    let created = fields::of(schema, query).iter().find(|field| field.name == verdict::CREATED);
    names.extend(created.map(|field| field.name.clone()));
    names
}
