//! `ServiceAccount`: its key, which is hidden after a while, and its roles.

use jiff::{SignedDuration, Timestamp};
use serde_json::Value;

use super::Derived;
use crate::{
    call::Read,
    caller::Scope,
    refusal::Refusal,
    store::{Kind, Row, Rows},
};

/// How long a key can be read in full after it was made.
const SHOWN_FOR: SignedDuration = SignedDuration::from_mins(10);

/// How many characters of a key can be read for ever.
const SHOWN_FIRST: usize = 6;

pub(super) fn derive(field: &str, row: &Row, call: &Read<'_>) -> Derived {
    let text = |field: &str| row[field].as_str().unwrap_or_default();
    match field {
        "apiKey" => {
            let is_new = text("createdAt")
                .parse::<Timestamp>()
                .is_ok_and(|made| call.now.duration_since(made) < SHOWN_FOR);
            let key = text("apiKey");
            let is_shown = is_new && may_read(row, call)?;
            Ok(Some(if is_shown { key.into() } else { mask(key).into() }))
        }
        "roleBindings" => {
            let bindings = call.find(Kind::RoleBindings, "serviceAccountId", text("id"))?;
            Ok(Some(window(bindings, call.arguments).into()))
        }
        _ => Ok(None),
    }
}

/// Whether the caller may ask for the account itself.
///
/// The server shows new keys to whoever reaches the account through other objects, such as a viewer of one deployment
/// through its workspace.
fn may_read(row: &Row, call: &Read<'_>) -> Result<bool, Refusal> {
    let roles = |scope| call.caller.roles(call.rows, scope);
    if roles(Scope::System)?.may("system.serviceAccounts.get") {
        return Ok(true);
    }
    if let Some(id) = row["workspaceUuid"].as_str() {
        return Ok(roles(Scope::Workspace(id))?.may("workspace.serviceAccounts.get"));
    }
    let id = row["deploymentUuid"].as_str().unwrap_or_default();
    let deployment = call.rows.get(Kind::Deployments, id)?.unwrap_or_default();
    Ok(roles(Scope::Deployment(&deployment))?.may("deployment.serviceAccounts.get"))
}

fn mask(key: &str) -> String {
    key.chars().enumerate().map(|(at, shown)| if at < SHOWN_FIRST { shown } else { '*' }).collect()
}

/// Applies `after` and `before`, which name rows that stay outside, then `first` and `last`.
fn window(mut rows: Vec<Row>, arguments: &Value) -> Vec<Row> {
    let position = |rows: &[Row], argument: &str| {
        let id = arguments[argument]["id"].as_str()?;
        rows.iter().position(|row| row["id"] == id)
    };
    if let Some(at) = position(&rows, "after") {
        rows.drain(..=at);
    }
    if let Some(at) = position(&rows, "before") {
        rows.truncate(at);
    }
    let count = |argument: &str| usize::try_from(arguments[argument].as_i64()?).ok();
    if let Some(first) = count("first") {
        rows.truncate(first);
    }
    if let Some(last) = count("last") {
        rows.drain(..rows.len().saturating_sub(last));
    }
    rows
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn window_is_cut_at_both_ends() {
        for (arguments, expected) in [
            (json!({}), "abcd"),
            (json!({ "first": 2 }), "ab"),
            (json!({ "last": 1 }), "d"),
            (json!({ "after": { "id": "a" }, "first": 2 }), "bc"),
            (json!({ "before": { "id": "d" }, "last": 2 }), "bc"),
            (json!({ "after": { "id": "a" }, "before": { "id": "d" } }), "bc"),
            (json!({ "first": 9, "last": 9 }), "abcd"),
        ] {
            let rows = ["a", "b", "c", "d"].map(|id| json!({ "id": id })).to_vec();
            let ids: String =
                window(rows, &arguments).iter().filter_map(|row| row["id"].as_str()).collect();
            assert_eq!(ids, expected, "{arguments}");
        }
    }
}
