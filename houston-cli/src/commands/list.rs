//! `houston list`: every operation, one line each.

mod lines;
mod tool;

use clap::{Args, Command};
use houston_client::schema::{Argument, Effect, Operation, OperationKind};
use houston_codegen::model::Known;
use serde_json::{Value, json};

use crate::arguments;
use crate::failure::Failure;
use crate::schema::names::kebab;
use crate::schema::{self, BuiltIn, versions};
use crate::settings::options::{Facts, SchemaChoice};
use crate::terminal::{output, pager};

/// List every operation, and what it does
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
    /// Show whole descriptions, and arguments; `!` marks required ones
    #[arg(short, long)]
    verbose: bool,
    #[command(flatten)]
    schema: SchemaChoice,
    #[command(flatten)]
    output: Facts,
}

/// Lists the operations; `root` is the program with its own commands.
pub(crate) fn run(
    built_in: BuiltIn,
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
    let text = list.grep.or(list.text).unwrap_or_default();
    let fits = |kind, name: &str, description: &str| {
        (is_any || kinds.contains(&(true, kind))) && matches(&text, name, description)
    };
    let schema = &*loaded.schema;
    let rows = schema.operations.iter();
    let mut listed: Vec<Listed<'_>> =
        rows.filter(|row| fits(row.kind, &row.name, &row.description)).map(Listed::Here).collect();
    if list.all_versions {
        let others = versions::operations().filter(|(kind, name, known)| {
            schema.operation(name).is_none() && fits(*kind, name, &known.description)
        });
        listed.extend(others.map(|(kind, name, known)| Listed::Elsewhere(kind, name, known)));
        listed.sort_by_key(|listed| (listed.kind(), listed.name()));
    }
    if let Some(format) = list.output.format {
        let rows = listed.iter().map(|listed| match list.all_versions {
            true => of_all_versions(listed),
            false => listed.row(),
        });
        return output::facts(format, &tool::facts(schema, &root(), rows.collect()));
    }
    if listed.is_empty() {
        let is_elsewhere = || {
            versions::operations().any(|(kind, name, known)| fits(kind, name, &known.description))
        };
        output::note(match !list.all_versions && is_elsewhere() {
            true => "no operation matches; `--all-versions` shows those of other versions",
            false => "no operation matches",
        });
        return Ok(());
    }
    let lines = lines::Lines { schema, verbose: list.verbose, all_versions: list.all_versions };
    pager::styled(&lines.text(&listed, output::columns()))
}

/// Whether an operation has these words in its name or description, in any case.
pub(crate) fn matches(text: &str, name: &str, description: &str) -> bool {
    let (text, kebab) = (text.to_lowercase(), kebab(name));
    let all = [name, &kebab, &kebab.replace('-', " "), description];
    let all = all.join("\n").to_lowercase();
    all.contains(&text) || text.split_whitespace().all(|word| all.contains(word))
}

/// An operation of this schema, or one that only other versions have.
#[derive(Clone, Copy)]
enum Listed<'l> {
    Here(&'l Operation),
    Elsewhere(OperationKind, &'l str, &'l Known),
}

impl<'l> Listed<'l> {
    fn kind(self) -> OperationKind {
        match self {
            Listed::Here(operation) => operation.kind,
            Listed::Elsewhere(kind, ..) => kind,
        }
    }

    fn name(self) -> &'l str {
        match self {
            Listed::Here(operation) => &operation.name,
            Listed::Elsewhere(_, name, _) => name,
        }
    }

    /// The versions that have it.
    fn known(self) -> Option<&'l Known> {
        match self {
            Listed::Here(operation) => versions::operation(&operation.name).map(|(_, known)| known),
            Listed::Elsewhere(_, _, known) => Some(known),
        }
    }

    /// The row of an operation for programs.
    fn row(self) -> Value {
        match self {
            Listed::Here(operation) => whole(operation),
            Listed::Elsewhere(kind, name, known) => json!({
                "name": name,
                "kind": kind.keyword(),
                "command": kebab(name),
                "description": known.description,
                "arguments": null,
                "type": null,
                "effect": known.effect.map(Effect::name),
                "idempotent": null,
                "trap": some(&known.trap),
                "deprecated": null,
            }),
        }
    }
}

/// The row of an operation with the versions that have it.
fn of_all_versions(listed: &Listed<'_>) -> Value {
    let mut row = listed.row();
    row["versions"] = listed.known().map(versions::json).into();
    row["inSchema"] = matches!(listed, Listed::Here(_)).into();
    row
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
