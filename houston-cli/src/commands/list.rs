//! `houston list`: every operation, one line each.

use clap::Args;
use houston_client::schema::{Argument, Operation, OperationKind, Schema};
use serde_json::{Value, json};

use crate::arguments;
use crate::commands::builtin::{call, is_hidden};
use crate::failure::Failure;
use crate::schema;
use crate::schema::names::kebab;
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
    #[command(flatten)]
    schema: SchemaChoice,
    #[command(flatten)]
    output: Facts,
}

pub(crate) fn run(built_in: &'static Schema, list: List) -> Result<(), Failure> {
    let loaded = schema::of(built_in, &list.schema.into())?;
    schema::say(&loaded);
    let kinds = [
        (list.queries, OperationKind::Query),
        (list.mutations, OperationKind::Mutation),
        (list.subscriptions, OperationKind::Subscription),
    ];
    let is_any = kinds.iter().all(|(is_asked, _)| !is_asked);
    let text = list.grep.or(list.text).unwrap_or_default().to_lowercase();
    let fits = |operation: &&Operation| {
        let kebab = kebab(&operation.name);
        let all = [&*operation.name, &kebab, &kebab.replace('-', " "), &*operation.description];
        let all = all.join("\n").to_lowercase();
        (is_any || kinds.contains(&(true, operation.kind)))
            && (all.contains(&text) || text.split_whitespace().all(|word| all.contains(word)))
    };
    let rows = loaded.schema.operations.iter().filter(fits);
    if let Some(format) = list.output.format {
        return output::facts(format, &rows.map(row).collect());
    }
    let lines: Vec<String> = rows.map(line).collect();
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
