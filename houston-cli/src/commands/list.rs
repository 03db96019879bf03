//! `houston list`: every operation, one line each.

mod tool;

use clap::{Args, Command};
use houston_client::schema::{Argument, Effect, Operation, OperationKind, Schema};
use houston_codegen::model::Known;
use serde_json::{Value, json};

use crate::arguments;
use crate::commands::builtin::{call, is_hidden};
use crate::failure::Failure;
use crate::schema::names::kebab;
use crate::schema::{self, versions};
use crate::settings::options::{Facts, SchemaChoice};
use crate::terminal::output;
use crate::terminal::text::plain;

/// List every operation with its arguments; `!` marks required ones
#[derive(Args)]
pub(crate) struct List {
    /// List only queries
    #[arg(long)]
    queries: bool,
    /// List only mutations
    #[arg(long)]
    mutations: bool,
    /// List only subscriptions
    #[arg(long)]
    subscriptions: bool,
    /// List only operations with these words in their name or description, in any case
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    grep: Option<String>,
    /// Same as --grep TEXT
    #[arg(conflicts_with = "grep")]
    text: Option<String>,
    /// List also the operations that other versions of the platform have, and which versions
    #[arg(long)]
    all_versions: bool,
    #[command(flatten)]
    schema: SchemaChoice,
    #[command(flatten)]
    output: Facts,
}

/// Lists the operations; `root` is the program with its own commands.
pub(crate) fn run(
    built_in: &'static Schema,
    list: List,
    root: impl FnOnce() -> Command,
) -> Result<(), Failure> {
    let loaded = schema::of(built_in, &list.schema.into())?;
    schema::say(&loaded);
    let kinds = [
        (list.queries, OperationKind::Query),
        (list.mutations, OperationKind::Mutation),
        (list.subscriptions, OperationKind::Subscription),
    ];
    let is_any = kinds.iter().all(|(is_asked, _)| !is_asked);
    let text = list.grep.or(list.text).unwrap_or_default().to_lowercase();
    let fits = |kind, name: &str, description: &str| {
        let kebab = kebab(name);
        let all = [name, &kebab, &kebab.replace('-', " "), description];
        let all = all.join("\n").to_lowercase();
        (is_any || kinds.contains(&(true, kind)))
            && (all.contains(&text) || text.split_whitespace().all(|word| all.contains(word)))
    };
    let schema = &*loaded.schema;
    let rows = schema.operations.iter();
    let rows = rows.filter(|row| fits(row.kind, &row.name, &row.description));
    if list.all_versions {
        let others = versions::operations().filter(|(kind, name, known)| {
            schema.operation(name).is_none() && fits(*kind, name, &known.description)
        });
        let mut all: Vec<(OperationKind, &str, Listed<'_>)> = rows
            .map(|row| (row.kind, &*row.name, Listed::Here(row)))
            .chain(others.map(|(kind, name, known)| (kind, name, Listed::Elsewhere(known))))
            .collect();
        all.sort_by_key(|(kind, name, _)| (*kind, *name));
        return print(schema, root, list.output, all.iter().map(of_all_versions));
    }
    print(schema, root, list.output, rows.map(|operation| (line(operation), whole(operation))))
}

/// An operation of this schema, or one that only other versions have.
enum Listed<'l> {
    Here(&'l Operation),
    Elsewhere(&'l Known),
}

/// The line and the row of an operation, with the versions that have it.
fn of_all_versions((kind, name, listed): &(OperationKind, &str, Listed<'_>)) -> (String, Value) {
    let keyword = kind.keyword();
    let (mut text, mut row, known) = match listed {
        Listed::Here(operation) => {
            let known = versions::operation(name).map(|(_, known)| known);
            (line(operation), whole(operation), known)
        }
        Listed::Elsewhere(known) => {
            let mut text = format!("{keyword:<12} {name}");
            if !known.description.is_empty() {
                text += &format!(" - {}", first_sentence(&known.description));
            }
            let row = json!({
                "name": name,
                "kind": keyword,
                "command": kebab(name),
                "description": known.description,
                "arguments": null,
                "type": null,
                "effect": known.effect.map(Effect::name),
                "idempotent": null,
                "trap": some(&known.trap),
                "deprecated": null,
            });
            (text, row, Some(*known))
        }
    };
    let is_here = matches!(listed, Listed::Here(_));
    match (known, is_here) {
        (Some(known), true) => text += &format!(" [{}]", versions::range(known)),
        (Some(known), false) => {
            text += &format!(" [{}; not in this schema]", versions::range(known));
        }
        (None, _) => {}
    }
    row["versions"] = known.map(versions::json).into();
    row["inSchema"] = is_here.into();
    (text, row)
}

/// Prints lines, or the whole tool with these rows in a format.
fn print(
    schema: &Schema,
    root: impl FnOnce() -> Command,
    output: Facts,
    listed: impl Iterator<Item = (String, Value)>,
) -> Result<(), Failure> {
    let (lines, rows): (Vec<String>, Vec<Value>) = listed.unzip();
    if let Some(format) = output.format {
        return output::facts(format, &tool::facts(schema, &root(), rows));
    }
    if lines.is_empty() {
        output::note("no operation matches");
        return Ok(());
    }
    output::text(&lines.join("\n"))
}

fn line(operation: &Operation) -> String {
    let operation = &*arguments::relaxed(operation);
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

/// Everything about an operation, with its options.
fn whole(operation: &Operation) -> Value {
    let mut row = row(operation);
    for (key, value) in tool::options_of(operation) {
        row[key] = value;
    }
    row
}

/// Everything about an operation except its types.
pub(crate) fn row(operation: &Operation) -> Value {
    let operation = &*arguments::relaxed(operation);
    let argument = |row: &Argument| {
        let mut shown = argument(row);
        shown["flag"] = arguments::shown(operation, &row.name).into();
        shown
    };
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

/// Everything about an argument or input field.
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

/// The text, or `None` if it is empty.
pub(crate) fn some(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}
