//! The description of an operation.

use houston_client::arguments::Arguments;
use houston_client::request::Request;
use houston_client::schema::{Access, Operation, OperationKind, Schema};
use serde_json::{Value, json};

use super::lines::{argument, part};
use crate::answer::fields::{self, DEPTH};
use crate::arguments;
use crate::commands::{builtin, list};
use crate::schema::names::kebab;
use crate::schema::{access, versions};
use crate::terminal::text::plain;

pub(super) fn text(schema: &Schema, operation: &Operation, depth: Option<usize>) -> String {
    let (kind, name) = (operation.kind.keyword(), plain(&operation.name));
    let mut text = format!("{kind} {name}: {}\n", plain(&operation.ty));
    text += &format!("{}\n", kebab(&builtin::call(operation)));
    if !operation.description.is_empty() {
        text += &format!("\n{}\n", plain(&operation.description));
    }
    if let Some(reason) = &operation.deprecated {
        text += &format!("\nDeprecated: {}\n", plain(reason));
    }
    if !operation.trap.is_empty() {
        text += &format!("\nTrap: {}\n", plain(&operation.trap));
    }
    let relaxed = arguments::relaxed(operation);
    text += &part("Arguments", relaxed.arguments.iter().map(argument));
    for (heading, lines) in facts(schema, operation) {
        text += &part(heading, lines.iter().map(|line| format!("  {line}")));
    }
    let selection = selection(schema, operation, depth);
    let returns = selection.lines().map(|line| format!("  {line}"));
    text + &part(&format!("Returns {}, by default", plain(&operation.ty)), returns)
}

/// What is known about an operation beside its signature: headings with their lines, which can be none.
pub(crate) fn facts(schema: &Schema, operation: &Operation) -> [(&'static str, Vec<String>); 4] {
    [
        ("Access", access::lines(schema, operation)),
        ("Effect", vec![effect(operation)]),
        ("Shown by", shown_by(operation).into_iter().collect()),
        ("Versions", in_versions(operation)),
    ]
}

fn effect(operation: &Operation) -> String {
    let twice = match operation.idempotent {
        true => "running it again has no further effect",
        false => "running it again may repeat the effect",
    };
    match operation.effect {
        houston_client::schema::Effect::Read => "read".to_owned(),
        effect => format!("{}; {twice}", effect.name()),
    }
}

/// The versions that have it, and its arguments in other versions.
fn in_versions(operation: &Operation) -> Vec<String> {
    let own = versions::operation(&operation.name).map(|(_, known)| versions::lines(known));
    let others = versions::arguments(operation)
        .filter(|(name, _)| operation.argument(name).is_none())
        .map(|(name, known)| format!("--{}: {}", kebab(name), versions::lines(known).join("; ")));
    own.into_iter().flatten().chain(others).collect()
}

/// The query that shows the effect, or why none does; nothing for other operations than mutations.
fn shown_by(operation: &Operation) -> Option<String> {
    let why = plain(&operation.unfound);
    match &operation.finder {
        Some(finder) => Some(format!(
            "{}; `houston reconcile {}` asks it",
            plain(&finder.query),
            plain(&operation.name)
        )),
        None if operation.kind != OperationKind::Mutation => None,
        None if why.is_empty() => Some("no known query".to_owned()),
        None => Some(format!("no single query: {why}")),
    }
}

/// The default selection, as in the document; only the name for a leaf.
fn selection(schema: &Schema, operation: &Operation, depth: Option<usize>) -> String {
    let selection = fields::by_default(schema, operation, depth.unwrap_or(DEPTH));
    let request = Request::untyped(schema, operation, &Arguments::new(), &selection);
    let document = request.document();
    let root = document.split_once('{').map_or("", |(_, root)| root).trim();
    let root = root.strip_suffix('}').unwrap_or(root).trim_end();
    root.replace("\n  ", "\n")
}

pub(super) fn json(schema: &Schema, operation: &Operation, depth: Option<usize>) -> Value {
    let permissions = match &operation.access {
        Access::Unknown => Value::Null,
        Access::Public | Access::SignedIn => json!([]),
        Access::AnyOf(permissions) => json!(permissions),
    };
    let mut row = list::row(operation);
    row["signsIn"] = match operation.access {
        Access::Unknown => Value::Null,
        Access::Public => false.into(),
        Access::SignedIn | Access::AnyOf(_) => true.into(),
    };
    row["permissions"] = permissions;
    row["finder"] = operation.finder.as_ref().map(|finder| finder.query.as_str()).into();
    row["unfound"] = list::some(&operation.unfound).into();
    row["roles"] = access::roles(schema, operation).into();
    row["versions"] =
        versions::operation(&operation.name).map(|(_, known)| versions::json(known)).into();
    row["selection"] = selection(schema, operation, depth).into();
    row
}
