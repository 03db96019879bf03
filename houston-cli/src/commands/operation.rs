//! `houston OPERATION`: one call of the API.

use std::ffi::OsString;

use clap::{ArgMatches, Command};
use houston_client::request::Request;
use houston_client::schema::{Argument, Operation, OperationKind, Scalar, Schema, TypeKind};

use crate::cli::{self, Stop};
use crate::failure::Failure;
use crate::names::kebab;
use crate::options::{self, Options};
use crate::output::plain;
use crate::{access, answer, dry_run, input};

/// How many levels of objects a default selection shows.
pub(crate) const DEPTH: usize = 2;

/// Runs a call: the options before the operation's name, and the words behind it.
pub(crate) fn run(
    schema: &Schema,
    operation: &Operation,
    before: &[&ArgMatches],
    words: Vec<OsString>,
) -> Result<(), Stop> {
    let mut command = command(schema, operation);
    command.build();
    let name = plain(&operation.name);
    let words = input::rewrite(words, |flag| cli::takes_value(&command, flag))
        .map_err(|flag| Failure::usage(format!("{}: a value is missing", plain(&flag))))?;
    let matches = cli::parse(command, &name, words)?;
    let places: Vec<&ArgMatches> = before.iter().copied().chain([&matches]).collect();
    let options = Options::read(&places)?;
    if operation.kind == OperationKind::Subscription {
        let failure = Failure::usage(format!("{name} is a subscription, which cannot be run yet"));
        return Err(failure
            .help(format!("`houston describe {name}` shows what it would give"))
            .into());
    }
    let arguments = input::read(schema, operation, &matches).map_err(|problems| {
        let failure = match problems.len() {
            1 => Failure::usage(format!("{name} cannot be run")),
            count => Failure::usage(format!("{name} cannot be run: {count} problems")),
        };
        let failure = problems.into_iter().fold(failure, Failure::detail);
        failure.help(format!("`houston {name} --help` shows every argument; nothing was sent"))
    })?;
    let selection = schema.default_selection(operation, DEPTH);
    let request = Request::untyped(operation, &arguments, &selection);
    if options.dry_run {
        return Ok(dry_run::show(schema, operation, &request, &options)?);
    }
    Ok(answer::fetch(schema, operation, request, &options)?)
}

/// The operation's command, with a flag for each argument.
fn command(schema: &Schema, operation: &Operation) -> Command {
    let name = plain(&operation.name);
    let mut after = Vec::new();
    let has_parts = |argument: &Argument| {
        let ty = schema.type_named(argument.type_ref().name());
        ty.is_some_and(|ty| {
            ty.kind == TypeKind::Input || ty.scalar == Scalar::Json && ty.values.is_empty()
        })
    };
    if let Some(argument) = operation.arguments.iter().find(|argument| has_parts(argument)) {
        after.push(format!(
            "A part of an object is given as --{}.NAME VALUE, a list by repeating its flag; either as JSON, too.\n",
            kebab(&plain(&argument.name))
        ));
    }
    if let Some(reason) = &operation.deprecated {
        after.push(format!("Deprecated: {}", plain(reason)));
    }
    if !operation.trap.is_empty() {
        after.push(format!("Trap: {}", plain(&operation.trap)));
    }
    if let Some((first, rest)) = access::lines(schema, operation).split_first() {
        after.push(format!("It {first}."));
        after.extend(
            rest.iter().map(|line| format!("Roles{}.", line.strip_prefix("roles").unwrap_or(line))),
        );
    }
    after.push(format!("`houston describe {name}` shows what it returns."));
    let command = Command::new(name.clone())
        .about(plain(&operation.description))
        .override_usage(usage(operation))
        .after_help(after.join("\n"))
        .args(input::flags(schema, operation));
    options::add(command)
}

/// The required arguments stand in the usage line.
fn usage(operation: &Operation) -> String {
    let mut usage = cli::call(operation);
    let (required, rest): (Vec<_>, Vec<_>) =
        operation.arguments.iter().partition(|argument| argument.required);
    for argument in required {
        usage += &format!(" --{} <{}>", kebab(&plain(&argument.name)), plain(&argument.ty));
    }
    if rest.is_empty() { usage } else { usage + " [--ARGUMENT VALUE]…" }
}

#[cfg(test)]
mod tests {
    use super::command;
    use crate::fixture::schema;
    use crate::options::Options;
    use crate::{cli, input};

    #[test]
    fn an_argument_wins_over_an_option_of_its_name() {
        let schema = schema();
        let operation = schema.operation("shadow").unwrap();
        let line = "--url a --output b --help c --dry-run e --sandbox f --set.path g --fooBar h --FooBar i -o json";
        let mut command = command(&schema, operation);
        command.build();
        let words = line.split(' ').map(Into::into);
        let words = input::rewrite(words, |flag| cli::takes_value(&command, flag)).unwrap();
        let matches = cli::parse(command, "shadow", words).unwrap();
        let options = Options::read(&[&matches]).unwrap();
        assert!(options.json && !options.dry_run && !options.sandbox && options.url.is_none());
        let arguments = input::read(&schema, operation, &matches).unwrap().into_object();
        let expected = serde_json::json!({
            "url": "a", "output": "b", "help": "c", "set": {"path": "g"}, "dryRun": "e", "sandbox": "f",
            "fooBar": "h", "FooBar": "i",
        });
        assert_eq!(arguments, expected);
    }

    #[test]
    fn help_is_there_under_its_short_name() {
        let schema = schema();
        let operation = schema.operation("shadow").unwrap();
        let said = cli::parse(command(&schema, operation), "shadow", ["-h".into()]).unwrap_err();
        assert_eq!(said.kind(), clap::error::ErrorKind::DisplayHelp);
    }
}
