//! Deployments.

use serde_json::{Value, json};

use super::workspaces::update_texts;
use crate::{
    call::{Answer, Read, Write, is_live},
    caller::Scope,
    clock, identifier,
    refusal::Refusal,
    store::{Kind, Row, Rows},
};

/// The Airflow chart and the Airflow that a deployment gets when its creator names none.
const VERSION: &str = "0.19.0";
const AIRFLOW_VERSION: &str = "1.10.15";

/// `deployment(where: …)`. It names no workspace, so that the permission is asked for here.
pub(super) fn deployment(call: &Read<'_>) -> Answer {
    let wanted = &call.arguments["where"];
    let row = match (wanted["id"].as_str(), wanted["releaseName"].as_str()) {
        (Some(id), _) => call.rows.get(Kind::Deployments, id)?.filter(is_live),
        (None, Some(name)) => live(call.find(Kind::Deployments, "releaseName", name)?).pop(),
        (None, None) => {
            return Err(Refusal::input("A required argument was not sent: id or releaseName"));
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
    let mut deployment = json!({
        "workspaceId": workspace["id"],
        "label": call.text("label"),
        "description": call.arguments["description"],
        // The argument is required and not looked at.
        "type": "airflow",
        // A release name of the caller's own counts only where the platform has them switched on.
        "releaseName": free_release_name(call)?,
        "version": call.arguments["version"].as_str().unwrap_or(VERSION),
        "airflowVersion": call.arguments["airflowVersion"].as_str().unwrap_or(AIRFLOW_VERSION),
        "cloudRole": call.arguments["cloudRole"],
        "config": {},
        "properties": {},
        "alertEmails": [],
        "environmentVariables": [],
    });
    require_free_label(call, &deployment)?;
    configure(call, &mut deployment)?;
    set_properties(&mut deployment, &call.arguments["properties"])?;
    let deployment = call.create(Kind::Deployments, deployment)?;
    call.bind_caller("DEPLOYMENT_ADMIN", "deploymentId", &deployment["id"])?;
    Ok(deployment)
}

/// Updates texts, configuration and properties. As on the server the configuration is merged, and the properties
/// are not: a call without them takes the extra AU away.
pub(super) fn update(call: &Write<'_>) -> Answer {
    let mut deployment = call.deployment(call.text("deploymentUuid"))?;
    let payload = &call.arguments["payload"];
    update_texts(&mut deployment, payload, &["label", "description", "version"])?;
    if let Some(role) = call.arguments.get("cloudRole") {
        deployment["cloudRole"] = role.clone();
    }
    require_free_label(call, &deployment)?;
    configure(call, &mut deployment)?;
    set_properties(&mut deployment, &payload["properties"])?;
    call.save(Kind::Deployments, deployment)
}

/// Marks a deployment as deleted, and removes the roles in it and its service accounts. The row stays; no operation
/// finds it again.
pub(super) fn delete(call: &Write<'_>) -> Answer {
    let id = call.text("deploymentUuid");
    let mut deployment = call.deployment(id)?;
    super::service_accounts::remove_all_of(call, id)?;
    call.remove_all(Kind::RoleBindings, "deploymentId", id)?;
    deployment["deletedAt"] = clock::iso(call.sandbox.clock().now()).into();
    call.save(Kind::Deployments, deployment)
}

/// A release name that no deployment has, not even a deleted one.
fn free_release_name(call: &Write<'_>) -> Result<String, Refusal> {
    loop {
        let name = identifier::release_name()?;
        if call.find(Kind::Deployments, "releaseName", &name)?.is_empty() {
            return Ok(name);
        }
    }
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

/// Merges the `config` argument and the typed arguments beside it into a deployment's configuration.
fn configure(call: &Write<'_>, deployment: &mut Row) -> Result<(), Refusal> {
    let arguments = call.arguments;
    let config = &mut deployment["config"];
    match &arguments["config"] {
        Value::Null => {}
        given @ Value::Object(_) => merge(config, given),
        _ => return Err(Refusal::input("config is not an object")),
    }
    for typed in ["executor", "scheduler", "webserver", "workers"] {
        if !arguments[typed].is_null() {
            merge(&mut config[typed], &arguments[typed]);
        }
    }
    match &config["executor"] {
        Value::Null => config["executor"] = "CeleryExecutor".into(),
        Value::String(name) if EXECUTORS.contains(&name.as_str()) => {}
        Value::String(name) => {
            return Err(Refusal::input(format!("{name} is not a valid executor")));
        }
        other => return Err(Refusal::input(format!("{other} is not a valid executor"))),
    }
    for component in ["scheduler", "webserver"] {
        let limits = &config[component]["resources"]["limits"];
        for (resource, largest, text) in POD_LIMITS {
            if limits[resource].as_f64().is_some_and(|asked| asked > largest) {
                return Err(Refusal::internal(text));
            }
        }
    }
    Ok(())
}

const EXECUTORS: [&str; 3] = ["LocalExecutor", "CeleryExecutor", "KubernetesExecutor"];

/// 35 AU of 100 mCPU and 384 MiB each.
const POD_LIMITS: [(&str, f64, &str); 2] = [
    ("cpu", 3_500.0, "Maximum CPU for pod exceeded"),
    ("memory", 13_440.0, "Maximum Memory for pod exceeded"),
];

/// Lays one JSON value over another: objects field by field, everything else as a whole.
fn merge(base: &mut Value, over: &Value) {
    match (base, over) {
        (Value::Object(base), Value::Object(over)) => {
            for (name, value) in over {
                merge(base.entry(name.as_str()).or_insert(Value::Null), value);
            }
        }
        (base, over) => *base = over.clone(),
    }
}

/// Replaces the properties. Addresses for alerts stay if none are given.
fn set_properties(deployment: &mut Row, given: &Value) -> Result<(), Refusal> {
    let given = match given {
        Value::Null => return set_properties(deployment, &json!({})),
        Value::Object(given) => given,
        _ => return Err(Refusal::input("properties is not an object")),
    };
    let mut properties = json!({});
    for (name, value) in given {
        match name.as_str() {
            "extra_au" | "component_version" => properties[name] = value.clone(),
            "alert_emails" if value.is_array() => deployment["alertEmails"] = value.clone(),
            "alert_emails" => return Err(Refusal::input("alert_emails is not a list")),
            _ => {
                return Err(Refusal::internal(format!(
                    "{name} is not a valid deployment property"
                )));
            }
        }
    }
    deployment["properties"] = properties;
    Ok(())
}
