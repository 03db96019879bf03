//! Deployments.

use serde_json::{Value, json};

use super::{configuration, service_accounts, texts};
use crate::error::refusal::Refusal;
use crate::resolvers::call::{Read, Write};
use crate::resolvers::output::{Answer, id_alone};
use crate::store::settings::Settings;
use crate::store::{Deployment, Entity, RoleBinding, Row, Rows, Time, Workspace};

/// `deployment(where: …)`. Its arguments have no workspace, so the permission is checked here.
pub(super) fn deployment(call: &Read<'_>) -> Answer {
    let wanted = &call.arguments["where"];
    let found = match (wanted["id"].as_str(), wanted["releaseName"].as_str()) {
        (Some(id), _) => call.rows.get(id)?.filter(|row: &Row<Deployment>| row.is_live()),
        (None, Some(name)) => call.deployments(Deployment::RELEASE_NAME, name)?.pop(),
        (None, None) => {
            return Err(Refusal::missing("id or releaseName"));
        }
    };
    // Only a system role learns that a deployment does not exist.
    let entity = Entity::Deployment(found.as_ref().map_or("", |row| &row.id));
    call.require(&[
        ("system.deployments.get", Entity::System),
        ("workspace.deployments.get", entity),
        ("deployment.config.get", entity),
    ])?;
    Ok(found.ok_or_else(Refusal::not_found)?.into())
}

pub(super) fn deployments(call: &Read<'_>) -> Answer {
    let mut found = call.rows.all::<Deployment>()?;
    found.retain(|row| row.is_live());
    Ok(found.into())
}

pub(super) fn workspace_deployment(call: &Read<'_>) -> Answer {
    let found = call.deployments(Deployment::RELEASE_NAME, call.text("releaseName"))?;
    let workspace = call.text("workspaceUuid");
    let found = found.into_iter().find(|row| row.workspace_id == workspace);
    Ok(found.ok_or_else(Refusal::not_found)?.into())
}

pub(super) fn workspace_deployments(call: &Read<'_>) -> Answer {
    let workspace = call.row::<Workspace>(call.text("workspaceUuid"))?;
    let mut found = call.deployments(Deployment::WORKSPACE, &workspace.id)?;
    if let Some(name) = call.optional("releaseName") {
        found.retain(|row| row.release_name == name);
    }
    Ok(found.into())
}

pub(super) fn create(call: &Write<'_>) -> Answer {
    let workspace = call.row::<Workspace>(call.text("workspaceUuid"))?;
    let text = |argument: &str| call.optional(argument).map(str::to_owned);
    let name = configuration::release_name(call)?;
    // The argument `type` is required and ignored.
    let mut deployment = Deployment {
        workspace_id: workspace.id,
        label: call.text("label").to_owned(),
        description: text("description"),
        cloud_role: text("cloudRole"),
        ..Deployment::new(
            &Settings::of(call.rows)?,
            name,
            call.optional("version"),
            call.optional("airflowVersion"),
        )
    };
    require_free_label(call, &deployment, "")?;
    configuration::configure(call, &mut deployment.config)?;
    configuration::set_first_properties(&mut deployment, &call.arguments["properties"])?;
    let deployment = call.create(deployment)?;
    call.bind_caller("DEPLOYMENT_ADMIN", Entity::Deployment(&deployment.id))?;
    Ok(deployment.into())
}

/// Updates texts, configuration and properties. As on the server, the configuration is merged and the properties are
/// replaced: a call without properties removes the extra AU.
pub(super) fn update(call: &Write<'_>) -> Answer {
    let before = call.deployment(call.text("deploymentUuid"))?;
    let mut deployment = before.clone();
    let payload = &call.arguments["payload"];
    texts::update_label(&mut deployment.label, payload)?;
    texts::update(&mut deployment.description, "description", payload)?;
    texts::update(&mut deployment.version, "version", payload)?;
    if let Some(role) = call.arguments.get("cloudRole") {
        deployment.cloud_role = role.as_str().map(str::to_owned);
    }
    require_free_label(call, &deployment, &deployment.id)?;
    configuration::configure(call, &mut deployment.config)?;
    configuration::set_properties(&mut deployment, &payload["properties"])?;
    configuration::require_extra_au(&before, &deployment, &payload["properties"])?;
    Ok(call.roll_out(deployment)?.into())
}

/// Replaces the addresses for alerts. Without a list, they do not change.
pub(super) fn update_alerts(call: &Write<'_>) -> Answer {
    let mut deployment = call.deployment(call.text("deploymentUuid"))?;
    match &call.arguments["alertEmails"] {
        Value::Null => {}
        given => deployment.alert_emails = configuration::addresses(given)?,
    }
    Ok(id_alone(&call.roll_out(deployment)?))
}

/// Switches the autoscaling of workers in the configuration.
pub(super) fn update_keda(call: &Write<'_>) -> Answer {
    let mut deployment = call.deployment(call.text("deploymentUuid"))?;
    let enabled = &call.arguments["state"];
    let workers = json!({ "workers": { "keda": { "enabled": enabled } } });
    configuration::merge(&mut deployment.config, &workers);
    Ok(call.roll_out(deployment)?.into())
}

/// Marks a deployment as deleted, and removes its role bindings and service accounts. The row stays, but no operation
/// finds it.
pub(super) fn delete(call: &Write<'_>) -> Answer {
    let id = call.text("deploymentUuid");
    let mut deployment = call.deployment(id)?;
    service_accounts::remove_all_of(call, id)?;
    call.remove_all(RoleBinding::DEPLOYMENT, id)?;
    deployment.deleted_at = Some(Time(call.now));
    Ok(call.save(deployment)?.into())
}

/// Labels are unique among the live deployments of a workspace. `but` is the id of the deployment itself.
fn require_free_label(call: &Write<'_>, deployment: &Deployment, but: &str) -> Result<(), Refusal> {
    let label = &deployment.label;
    let namesakes = call.deployments(Deployment::LABEL, label)?;
    let is_other =
        |row: &Row<Deployment>| row.workspace_id == deployment.workspace_id && row.id != but;
    if namesakes.iter().any(is_other) {
        return Err(Refusal::input(format!("Workspace already has a deployment named {label}")));
    }
    Ok(())
}
