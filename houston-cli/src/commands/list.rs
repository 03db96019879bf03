//! `houston list`: every operation, one line each.

use clap::{Arg, ArgAction, ArgMatches, Command};
use houston_client::schema::{Argument, Operation, OperationKind, Schema};
use serde_json::{Value, json};

use crate::names::kebab;
use crate::options::{self, Options};
use crate::output;
use crate::own::{call, is_hidden};
use crate::schema;
use crate::stop::Stop;
use crate::text::plain;

const KINDS: [(&str, OperationKind); 3] = [
    ("queries", OperationKind::Query),
    ("mutations", OperationKind::Mutation),
    ("subscriptions", OperationKind::Subscription),
];

const HAS: &[&[&str]] = &[&[options::OUTPUT, options::SCHEMA, options::PROFILE]];

pub(crate) fn command() -> Command {
    let kinds = KINDS.map(|(name, _)| {
        Arg::new(name).long(name).action(ArgAction::SetTrue).help(format!("Only {name}"))
    });
    let command = Command::new("list")
        .about("Name every operation, with its arguments: `!` marks the required ones")
        .args(kinds)
        .arg(
            Arg::new("grep")
                .long("grep")
                .value_name("TEXT")
                .allow_hyphen_values(true)
                .help("Only operations with these words in name or description, in any case"),
        )
        .arg(
            Arg::new("text")
                .value_name("TEXT")
                .conflicts_with("grep")
                .help("The same as --grep TEXT"),
        );
    options::add_own(command, HAS)
}

pub(crate) fn run(
    built_in: &'static Schema,
    before: &ArgMatches,
    matches: ArgMatches,
) -> Result<(), Stop> {
    let options = Options::of_own(&[before, &matches], "list", HAS)?;
    let loaded = schema::of(built_in, &options)?;
    schema::say(&loaded);
    let schema = &*loaded.schema;
    let asked = |(name, _): &&(&str, OperationKind)| matches.get_flag(name);
    let kinds: Vec<OperationKind> = KINDS.iter().filter(asked).map(|(_, kind)| *kind).collect();
    let text = matches.get_one::<String>("grep").or(matches.get_one("text"));
    let text = text.map_or(String::new(), |text| text.to_lowercase());
    let fits = |operation: &&Operation| {
        let kebab = kebab(&operation.name);
        let all = [&*operation.name, &kebab, &kebab.replace('-', " "), &*operation.description];
        let all = all.join("\n").to_lowercase();
        (kinds.is_empty() || kinds.contains(&operation.kind))
            && (all.contains(&text) || text.split_whitespace().all(|word| all.contains(word)))
    };
    let rows = schema.operations.iter().filter(fits);
    if let Some(format) = options.facts() {
        return Ok(output::facts(format, &rows.map(row).collect())?);
    }
    let lines: Vec<String> = rows.map(line).collect();
    if lines.is_empty() {
        output::note("no operation fits");
        return Ok(());
    }
    Ok(output::text(&lines.join("\n"))?)
}

fn line(operation: &Operation) -> String {
    let mark = |argument: &Argument| {
        let mark = if argument.required { "!" } else { "" };
        format!("{}{mark}", plain(&argument.name))
    };
    let arguments: Vec<String> = operation.arguments.iter().map(mark).collect();
    let (kind, name) = (operation.kind.keyword(), plain(&operation.name));
    let mut line = format!("{kind:<12} {name}");
    if !arguments.is_empty() {
        line += &format!("({})", arguments.join(", "));
    }
    if !operation.description.is_empty() {
        line += &format!(" - {}", plain(first_sentence(&operation.description)));
    }
    if operation.deprecated.is_some() {
        line += " [deprecated]";
    }
    if is_hidden(&operation.name) {
        line += &format!(" [run it as: {}]", call(operation));
    }
    line
}

/// A description up to the end of its first sentence.
fn first_sentence(text: &str) -> &str {
    match text.split_once(". ") {
        Some((first, _)) => first,
        None => text.strip_suffix('.').unwrap_or(text),
    }
}

/// All that is known of an operation but its types.
pub(crate) fn row(operation: &Operation) -> Value {
    json!({
        "name": operation.name,
        "kind": operation.kind.keyword(),
        "command": kebab(&operation.name),
        "description": operation.description,
        "arguments": operation.arguments.iter().map(argument).collect::<Value>(),
        "type": operation.ty,
        "effect": operation.effect.name(),
        "idempotent": operation.idempotent,
        "trap": some(&operation.trap),
        "deprecated": operation.deprecated,
    })
}

/// All that is known of an argument or input field.
pub(crate) fn argument(argument: &Argument) -> Value {
    json!({
        "name": argument.name,
        "flag": format!("--{}", kebab(&argument.name)),
        "type": argument.ty,
        "required": argument.required,
        "description": argument.description,
        "default": argument.default,
        "deprecated": argument.deprecated,
        "secret": argument.secret,
    })
}

/// Text, or null where there is none.
pub(crate) fn some(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}
