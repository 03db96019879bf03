//! The whole tool as data, so that other programs can drive it: `docs/tool.md` describes the fields.
//!
//! Everything is read from what the program itself uses: the commands as clap knows them, the schema, and the tables of
//! codes.

use clap::builder::ValueRange;
use clap::{Arg, ArgAction, Command};
use houston_client::schema::{Operation, Schema};
use serde_json::{Map, Value, json};

use super::some;
use crate::call::{merge, repeat};
use crate::failure::{Code, Exit};
use crate::live;
use crate::schema::names;
use crate::settings::options::{self, OperationOptions};

/// The version of these fields. It changes when a program that reads them has to change.
const VERSION: u32 = 1;

/// The name that stands for every operation among the commands.
const OPERATION: &str = "OPERATION";

/// The tool with these operations. `root` is the program with its own commands.
pub(super) fn facts(schema: &Schema, root: &Command, operations: Vec<Value>) -> Value {
    let mut options = Options::default();
    let mut commands = Vec::new();
    let every = options::command::<OperationOptions>();
    options.add(OPERATION, &every);
    for operation in &schema.operations {
        options.add(OPERATION, &flags(operation));
    }
    for own in root.get_subcommands() {
        add(&mut commands, &mut options, own.get_name(), own);
    }
    let enums = schema.types.iter().filter(|ty| !ty.values.is_empty()).map(|ty| {
        let values = ty.values.iter().map(|value| {
            json!({
                "name": value.name,
                "description": value.description,
                "deprecated": value.deprecated,
            })
        });
        json!({ "name": ty.name, "description": ty.description, "values": values.collect::<Value>() })
    });
    let exits = Exit::MEANINGS.iter().map(|(exit, meaning)| {
        let codes = Exit::code_of(*exit).into_iter().chain(Exit::others_of(*exit).iter().copied());
        json!({ "exit": exit, "meaning": meaning, "codes": codes.map(Code::word).collect::<Value>() })
    });
    let codes = Code::ALL
        .iter()
        .map(|code| json!({ "code": code.word(), "meaning": code.meaning(), "next": code.next() }));
    json!({
        "v": VERSION,
        "version": env!("CARGO_PKG_VERSION"),
        "schemaVersion": schema.version,
        "operations": operations,
        "commands": commands,
        "options": options.0.into_iter().map(Value::Object).collect::<Value>(),
        "enums": enums.collect::<Value>(),
        "exitCodes": exits.collect::<Value>(),
        "errorCodes": codes.collect::<Value>(),
    })
}

/// What an operation has beside its arguments: the options of its own, and those of every operation that it lacks.
pub(super) fn options_of(operation: &Operation) -> [(&'static str, Value); 2] {
    let own = flags(operation);
    let own = own.get_arguments().filter_map(name);
    let every = options::command::<OperationOptions>();
    let lacks = every.get_arguments().filter(|option| {
        let is_argument = option.get_long().is_some_and(|long| names::is_argument(operation, long));
        is_argument || !live::has_option(operation, option)
    });
    [("options", own.collect()), ("lacks", lacks.filter_map(name).collect())]
}

/// The options that only some operations have.
fn flags(operation: &Operation) -> Command {
    let command = repeat::add_flags(Command::new(OPERATION), operation, false);
    let command = merge::add_flag(command, operation, |items| format!("Keep existing {items}"));
    live::add_flags(command, operation)
}

/// Adds a command and those below it.
fn add(commands: &mut Vec<Value>, options: &mut Options, name: &str, command: &Command) {
    let below: Vec<&Command> = command.get_subcommands().collect();
    for below in &below {
        add(commands, options, &format!("{name} {}", below.get_name()), below);
    }
    if !below.is_empty() {
        return;
    }
    let arguments = command.get_arguments().filter(|argument| argument.is_positional());
    let arguments = arguments.filter(|argument| !argument.is_hide_set()).map(|argument| {
        let (description, default, _) = parts(argument);
        json!({
            "name": argument.get_value_names().and_then(|names| names.first()).map(|name| name.as_str()),
            "required": argument.is_required_set(),
            "repeats": repeats(argument),
            "values": values(argument),
            "default": default,
            "description": description,
        })
    });
    commands.push(json!({
        "name": name,
        "description": command.get_about().map(ToString::to_string),
        "arguments": arguments.collect::<Value>(),
    }));
    options.add(name, command);
}

/// The options of all commands. Those that are the same in several are one.
#[derive(Default)]
struct Options(Vec<Map<String, Value>>);

impl Options {
    fn add(&mut self, command: &str, of: &Command) {
        let is_shown = |option: &&Arg| !option.is_positional() && !option.is_hide_set();
        for option in of.get_arguments().filter(is_shown) {
            let Some(mut row) = row(option) else { continue };
            let same = self
                .0
                .iter_mut()
                .find(|known| row.iter().all(|(key, value)| known.get(key) == Some(value)));
            match same.and_then(|known| known["commands"].as_array_mut()) {
                Some(commands) if commands.iter().any(|known| known == command) => {}
                Some(commands) => commands.push(command.into()),
                None => {
                    row.insert("commands".to_owned(), json!([command]));
                    self.0.push(row);
                }
            }
        }
    }
}

fn row(option: &Arg) -> Option<Map<String, Value>> {
    let (description, default, env) = parts(option);
    let takes = option.get_action().takes_values();
    let names = option.get_value_names().filter(|_| takes).unwrap_or_default();
    let names: Vec<&str> = names.iter().map(|name| name.as_str()).collect();
    match json!({
        "name": name(option)?,
        "short": option.get_short().map(|short| format!("-{short}")),
        "value": some(&names.join(" ")),
        "values": values(option),
        "repeats": repeats(option),
        "default": default,
        "env": env,
        "description": description,
    }) {
        Value::Object(row) => Some(row),
        _ => None,
    }
}

fn name(option: &Arg) -> Option<String> {
    Some(format!("--{}", option.get_long()?))
}

/// Whether it can be given several times, each of which counts.
fn repeats(argument: &Arg) -> bool {
    let many = |range: ValueRange| argument.is_positional() && range.max_values() > 1;
    matches!(argument.get_action(), ArgAction::Append | ArgAction::Count)
        || argument.get_num_args().is_some_and(many)
}

/// The values that are allowed; none if others are.
fn values(argument: &Arg) -> Option<Vec<String>> {
    let values = argument.get_possible_values();
    let values: Vec<String> = values.iter().map(|value| value.get_name().to_owned()).collect();
    (argument.get_action().takes_values() && !values.is_empty()).then_some(values)
}

/// The description, and the default and the environment variables that stand in brackets at its end.
fn parts(argument: &Arg) -> (String, Option<String>, Vec<String>) {
    let text = argument.get_help().map(ToString::to_string).unwrap_or_default();
    let (mut description, mut default, mut env) = (text.trim().to_owned(), None, Vec::new());
    while let Some(inside) = description.strip_suffix(']')
        && let Some((before, last)) = inside.rsplit_once('[')
        && let Some((key, value)) = last.split_once(": ")
    {
        match key {
            "env" => env.extend(variables(value)),
            key if key.starts_with("default") => default = Some(value.to_owned()),
            _ => break,
        }
        description = before.trim_end().to_owned();
    }
    (description, default, env)
}

/// The names of variables in a text.
fn variables(text: &str) -> impl Iterator<Item = String> {
    let is_part =
        |letter: char| letter.is_ascii_uppercase() || letter.is_ascii_digit() || letter == '_';
    let words = text.split(move |letter| !is_part(letter));
    words.filter(|word| word.len() > 3).map(str::to_owned)
}
