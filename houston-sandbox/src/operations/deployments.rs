//! Deployments.

use serde_json::{Value, json};

use super::{airflow, configuration, texts::update_texts};
use crate::{
    call::{Answer, Read, Write, id_alone, is_live},
    caller::Scope,
    clock,
    refusal::Refusal,
    store::{Kind, Row, Rows},
};

/// `deployment(where: …)`. It names no workspace, so that the permission is asked for here.
pub(super) fn deployment(call: &Read<'_>) -> Answer {
    let wanted = &call.arguments["where"];
    let row = match (wanted["id"].as_str(), wanted["releaseName"].as_str()) {
        (Some(id), _) => call.rows.get(Kind::Deployments, id)?.filter(is_live),
        (None, Some(name)) => live(call.find(Kind::Deployments, "releaseName", name)?).pop(),
        (None, None) => {
            return Err(Refusal::missing("id or releaseName"));
        }
    };
    let deployment = row.unwrap_or_default();
    call.require(&[
        ("system.deployments.get", Scope::System),
        ("workspace.deployments.get", Scope::Deployment(&deployment)),
        ("deployment.config.get", Scope::Deployment(&deployment)),
    ])?;
    if deployment.is_null() { Err(Refusal::not_found()) } else { Ok(deployment) }
}

pub(super) fn deployments(call: &Read<'_>) -> Answer {
    Ok(live(call.rows.all(Kind::Deployments)?).into())
}

pub(super) fn workspace_deployment(call: &Read<'_>) -> Answer {
    let found = live(call.find(Kind::Deployments, "releaseName", call.text("releaseName"))?);
    let workspace = call.text("workspaceUuid");
    found.into_iter().find(|row| row["workspaceId"] == workspace).ok_or_else(Refusal::not_found)
}

pub(super) fn workspace_deployments(call: &Read<'_>) -> Answer {
    let workspace = call.row(Kind::Workspaces, call.text("workspaceUuid"))?;
    let mut found = call.deployments_of(workspace["id"].as_str().unwrap_or_default())?;
    if let Some(name) = call.arguments["releaseName"].as_str() {
        found.retain(|row| row["releaseName"] == name);
    }
    Ok(found.into())
}

pub(super) fn create(call: &Write<'_>) -> Answer {
    let workspace = call.row(Kind::Workspaces, call.text("workspaceUuid"))?;
    let airflow = call.arguments["airflowVersion"].as_str().unwrap_or(airflow::DEFAULT);
    let mut deployment = json!({
        "workspaceId": workspace["id"],
        "label": call.text("label"),
        "description": call.arguments["description"],
        // The argument is required and not looked at.
        "type": "airflow",
        "releaseName": configuration::release_name(call)?,
        "version": call.arguments["version"].as_str().unwrap_or(airflow::CHART),
        "airflowVersion": airflow,
        // The same as long as no upgrade is on its way.
        "desiredAirflowVersion": airflow,
        "cloudRole": call.arguments["cloudRole"],
        "config": {},
        "properties": {},
        "alertEmails": [],
        "environmentVariables": [],
    });
    require_free_label(call, &deployment)?;
    configuration::configure(call, &mut deployment)?;
    configuration::set_first_properties(&mut deployment, &call.arguments["properties"])?;
    let deployment = call.create(Kind::Deployments, deployment)?;
    call.bind_caller("DEPLOYMENT_ADMIN", "deploymentId", &deployment["id"])?;
    Ok(deployment)
}

/// Updates texts, configuration and properties. As on the server the configuration is merged, and the properties
/// are not: a call without them takes the extra AU away.
pub(super) fn update(call: &Write<'_>) -> Answer {
    let before = call.deployment(call.text("deploymentUuid"))?;
    let mut deployment = before.clone();
    let payload = &call.arguments["payload"];
    update_texts(&mut deployment, payload, &["label", "description", "version"])?;
    if let Some(role) = call.arguments.get("cloudRole") {
        deployment["cloudRole"] = role.clone();
    }
    require_free_label(call, &deployment)?;
    configuration::configure(call, &mut deployment)?;
    configuration::set_properties(&mut deployment, &payload["properties"])?;
    configuration::require_extra_au(&before, &deployment, &payload["properties"])?;
    call.save(Kind::Deployments, deployment)
}

/// Replaces the addresses that get alerts. Without a list nothing changes.
pub(super) fn update_alerts(call: &Write<'_>) -> Answer {
    let mut deployment = call.deployment(call.text("deploymentUuid"))?;
    match &call.arguments["alertEmails"] {
        Value::Null => {}
        given => deployment["alertEmails"] = configuration::addresses(given)?,
    }
    Ok(id_alone(&call.save(Kind::Deployments, deployment)?))
}

/// Switches the autoscaling of workers, which is a part of the configuration.
pub(super) fn update_keda(call: &Write<'_>) -> Answer {
    let mut deployment = call.deployment(call.text("deploymentUuid"))?;
    deployment["config"]["workers"]["keda"]["enabled"] = call.arguments["state"].clone();
    call.save(Kind::Deployments, deployment)
}

/// Marks a deployment as deleted, and removes the roles in it and its service accounts. The row stays; no operation
/// finds it again.
pub(super) fn delete(call: &Write<'_>) -> Answer {
    let id = call.text("deploymentUuid");
    let mut deployment = call.deployment(id)?;
    super::service_accounts::remove_all_of(call, id)?;
    call.remove_all(Kind::RoleBindings, "deploymentId", id)?;
    deployment["deletedAt"] = clock::iso(call.now).into();
    call.save(Kind::Deployments, deployment)
}

fn live(mut rows: Vec<Row>) -> Vec<Row> {
    rows.retain(is_live);
    rows
}

/// Labels are unique among the deployments of a workspace that are not deleted.
fn require_free_label(call: &Write<'_>, deployment: &Row) -> Result<(), Refusal> {
    let label = deployment["label"].as_str().unwrap_or_default();
    let namesakes = live(call.find(Kind::Deployments, "label", label)?);
    let is_other = |row: &Row| {
        row["workspaceId"] == deployment["workspaceId"] && row["id"] != deployment["id"]
    };
    if namesakes.iter().any(is_other) {
        return Err(Refusal::input(format!("Workspace already has a deployment named {label}")));
    }
    Ok(())
}
