//! Workspaces.

use jiff::SignedDuration;
use serde_json::json;

use super::texts::update_texts;
use crate::{
    call::{Answer, Read, Write, id_alone},
    clock,
    store::{Kind, Row, Rows},
};

/// How long the trial of a new workspace is.
const TRIAL: SignedDuration = SignedDuration::from_hours(14 * 24);

pub(super) fn workspace(call: &Read<'_>) -> Answer {
    call.row(Kind::Workspaces, call.text("workspaceUuid"))
}

/// The workspaces that the caller has a role in: no system role shows others.
pub(super) fn workspaces(call: &Read<'_>) -> Answer {
    let mut found: Vec<Row> = Vec::new();
    for binding in call.caller.bindings(call.rows)? {
        let Some(id) = binding["workspaceId"].as_str() else {
            continue;
        };
        if !found.iter().any(|row| row["id"] == id) {
            found.extend(call.rows.get(Kind::Workspaces, id)?);
        }
    }
    Ok(found.into())
}

pub(super) fn create(call: &Write<'_>) -> Answer {
    let trial_ends = call.now.saturating_add(TRIAL).unwrap_or(call.now);
    let workspace = call.create(
        Kind::Workspaces,
        json!({
            "label": call.text("label"),
            "description": call.arguments["description"],
            "active": true,
            "trialEndsAt": clock::iso(trial_ends),
        }),
    )?;
    call.bind_caller("WORKSPACE_ADMIN", "workspaceId", &workspace["id"])?;
    Ok(workspace)
}

pub(super) fn update(call: &Write<'_>) -> Answer {
    let mut workspace = call.row(Kind::Workspaces, call.text("workspaceUuid"))?;
    update_texts(&mut workspace, &call.arguments["payload"], &["label", "description"])?;
    call.save(Kind::Workspaces, workspace)
}

/// Removes a workspace with the roles in it, the invites to it and its service accounts. Its deployments stay, without a workspace, as
/// they do on the server.
pub(super) fn delete(call: &Write<'_>) -> Answer {
    let id = call.text("workspaceUuid");
    let workspace = call.row(Kind::Workspaces, id)?;
    super::service_accounts::remove_all_of(call, id)?;
    call.remove_all(Kind::RoleBindings, "workspaceId", id)?;
    call.remove_all(Kind::Invites, "workspaceId", id)?;
    call.rows.remove(Kind::Workspaces, id)?;
    Ok(id_alone(&workspace))
}
