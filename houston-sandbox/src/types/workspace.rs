//! `Workspace`.

use jiff::Timestamp;
use serde_json::{Value, json};

use super::{Derived, referring};
use crate::{
    call::Read,
    caller::Scope,
    refusal::Refusal,
    store::{Kind, Row, Rows},
};

pub(super) fn derive(field: &str, row: &Row, call: &Read<'_>) -> Derived {
    let id = row["id"].as_str().unwrap_or_default();
    Ok(Some(match field {
        "billingEnabled" => false.into(),
        "paywallEnabled" => paywall(row, call).into(),
        "invites" => invite(call, id)?,
        "deployments" => call.deployments_of(id)?.into(),
        "properties" => json!({}),
        "roleBindings" => return referring(call, Kind::RoleBindings, "workspaceId", row),
        "serviceAccounts" => return referring(call, Kind::ServiceAccounts, "entityUuid", row),
        "users" => users(call, row)?,
        "workspaceCapabilities" => capabilities(call, id)?,
        _ => return Ok(None),
    }))
}

/// A suspended workspace is behind it, and one without a customer once its trial has ended.
fn paywall(row: &Row, call: &Read<'_>) -> bool {
    let ends = row["trialEndsAt"].as_str().and_then(|time| time.parse::<Timestamp>().ok());
    let trial_is_over = ends.is_some_and(|ends| ends <= call.now);
    row["active"] == false || trial_is_over && row["stripeCustomerId"].is_null()
}

/// The oldest open invite. It holds a token, so that whoever may not list invites does not see it.
fn invite(call: &Read<'_>, id: &str) -> Result<Value, Refusal> {
    let may = call.require(&[
        ("workspace.invites.get", Scope::Workspace(id)),
        ("system.invites.get", Scope::System),
    ]);
    if may.is_err() {
        return Ok(Value::Null);
    }
    Ok(call.find(Kind::Invites, "workspaceId", id)?.into_iter().next().unwrap_or_default())
}

/// The users who have a role in the workspace.
fn users(call: &Read<'_>, row: &Row) -> Result<Value, Refusal> {
    let mut users: Vec<Row> = Vec::new();
    for binding in
        call.find(Kind::RoleBindings, "workspaceId", row["id"].as_str().unwrap_or_default())?
    {
        let Some(id) = binding["userId"].as_str() else {
            continue;
        };
        if !users.iter().any(|user| user["id"] == id) {
            users.extend(call.rows.get(Kind::Users, id)?);
        }
    }
    Ok(users.into())
}

fn capabilities(call: &Read<'_>, id: &str) -> Result<Value, Refusal> {
    let roles = call.caller.roles(call.rows, Scope::Workspace(id))?;
    let may = |permission| roles.may(permission);
    Ok(json!({
        "canCreateDeployment": may("workspace.deployments.create"),
        "canCreateServiceAccount": may("workspace.serviceAccounts.create"),
        "canDeleteServiceAccount": may("workspace.serviceAccounts.delete"),
        "canDeleteUser": may("workspace.iam.update"),
        "canDeleteWorkspace": may("workspace.config.delete"),
        "canInviteUser": may("workspace.iam.update"),
        "canUpdateBilling": may("workspace.billing.update"),
        "canUpdateIAM": may("workspace.iam.update"),
        "canUpdateServiceAccount": may("workspace.serviceAccounts.update"),
        "canUpdateUser": may("workspace.iam.update"),
        "canUpdateWorkspace": may("workspace.config.update"),
    }))
}
