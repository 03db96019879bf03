//! The program as a tree of commands, for manual pages.

use std::collections::HashSet;

use clap::{Arg, ArgAction, Command, ValueEnum};
use houston_client::schema::{Argument, Operation, Schema};

use super::entry;
use crate::arguments;
use crate::commands::builtin::{Builtin, is_hidden};
use crate::commands::operation;
use crate::failure::Failure;
use crate::help::examples;
use crate::help::program::ABOUT;
use crate::help::topics::Topic;
use crate::schema::{self, BuiltIn, names};
use crate::settings::options::{self, OTHER, OperationOptions, SchemaChoice};
use crate::terminal::output;
use crate::terminal::text::plain;

/// The program with its own commands and options.
pub(super) fn root() -> Command {
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
    let root = Command::new("houston")
        .version(env!("CARGO_PKG_VERSION"))
        .about(ABOUT)
        .override_usage(options::USAGE)
        .disable_help_subcommand(true)
        .disable_version_flag(true)
        .arg(version.help("Print the version").help_heading(OTHER))
        .after_help(after_help());
    let commands = Builtin::value_variants().iter().map(|own| entry(*own).command.name(own.name()));
    options::add::<OperationOptions>(root.subcommands(commands))
}

/// The most operations that the manual has, and the most values of an enum in it: each operation repeats
/// all options, and each argument the values of its enum.
const MOST_OPERATIONS: usize = 1_000;
const MOST_VALUES: usize = 100;

/// The program with every operation of a schema, for manual pages.
pub(super) fn tree(built_in: BuiltIn, choice: &SchemaChoice) -> Result<Command, Failure> {
    let loaded = schema::of(built_in, &choice.clone().into())?;
    let schema = &*loaded.schema;
    let operations: Vec<&Operation> = schema.operations.iter().take(MOST_OPERATIONS).collect();
    if operations.len() < schema.operations.len() {
        let all = schema.operations.len();
        output::note(format_args!("note: only the first {MOST_OPERATIONS} of {all} operations"));
    }
    let runs = |row: &&Operation| !is_hidden(&row.name);
    // Operations can share a name, also in kebab-case: each word is added once.
    let mut taken: HashSet<String> = operations.iter().map(|row| plain(&row.name)).collect();
    let mut named = HashSet::new();
    let operation = |row: &Operation| {
        let name = plain(&row.name);
        let command = values(schema, row, operation::command(schema, row));
        let examples = examples::of(schema, row);
        let examples: Vec<String> = examples.iter().map(|one| format!("  {one}")).collect();
        let command = command.after_help(format!("Examples:\n{}", examples.join("\n")));
        let spelled = names::kebab(&name);
        let command = match taken.insert(spelled.clone()) {
            true => command.visible_alias(spelled),
            false => command,
        };
        named.insert(name).then_some(command)
    };
    Ok(root().subcommands(operations.into_iter().filter(runs).filter_map(operation)))
}

/// The command of an operation with the values of its enums, for manual pages.
fn values(schema: &Schema, operation: &Operation, command: Command) -> Command {
    let has_none: Vec<&Argument> = arguments::without_flag(operation).collect();
    let has_flag = |argument: &Argument| !has_none.contains(&argument);
    operation.arguments.iter().fold(command, |command, argument| {
        match schema.type_named(argument.type_ref().name()) {
            Some(ty) if (1..=MOST_VALUES).contains(&ty.values.len()) && has_flag(argument) => {
                let names: Vec<String> = ty.values.iter().map(|value| plain(&value.name)).collect();
                command.mut_arg(arguments::flag_id(argument), |flag| {
                    flag.value_parser(clap::builder::PossibleValuesParser::new(names))
                })
            }
            _ => command,
        }
    })
}

/// The topics, for the manual.
fn after_help() -> String {
    let topics = [Topic::Environment, Topic::ExitCodes].map(Topic::text);
    anstream::adapter::strip_str(&topics.join("\n\n")).to_string()
}
