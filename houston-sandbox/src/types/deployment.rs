//! `Deployment`: what follows from its release name and its configuration.

use serde_json::{Value, json};

use super::{BASE_DOMAIN, Derived, referred, referring};
use crate::{
    call::Read,
    caller::Scope,
    refusal::Refusal,
    series,
    store::{Kind, Row},
};

pub(super) fn derive(field: &str, row: &Row, call: &Read<'_>) -> Derived {
    let config = &row["config"];
    Ok(Some(match field {
        "deployInfo" => json!({ "next": "deploy-1", "nextCli": "deploy-1" }),
        "deploymentCapabilities" => capabilities(call, row)?,
        "deploymentStatus" => json!({ "status": series::status(row, call.now) }),
        "status" => series::status(row, call.now).into(),
        "environmentVariables" => {
            // They hold connections. The server shows them to whoever sees the deployment.
            let may = call.require(&[
                ("deployment.variables.get", Scope::Deployment(row)),
                ("system.deployment.variables.get", Scope::System),
            ]);
            if may.is_ok() { variables(row) } else { json!([]) }
        }
        "executor" => config["executor"].clone(),
        "properties" => properties(row),
        "scheduler" => {
            let replicas = integer(&config["scheduler"]["replicas"], 1);
            json!({
                "replicas": { "default": replicas, "limit": 4, "minimum": 1, "minAirflowVersion": "2.0.0" },
                "resources": resources(&config["scheduler"], (500, 1920)),
            })
        }
        "webserver" => json!({
            "resources": resources(&config["webserver"], (500, 1920)),
            "useDefaultAirflowImage": config["webserver"]["useDefaultAirflowImage"].as_bool(),
        }),
        "workers" => json!({
            "replicas": integer(&config["workers"]["replicas"], 1),
            "resources": resources(&config["workers"], (1000, 3840)),
            "terminationGracePeriodSeconds": integer(&config["workers"]["terminationGracePeriodSeconds"], 600),
        }),
        "roleBindings" => return referring(call, Kind::RoleBindings, "deploymentId", row),
        "serviceAccounts" => return referring(call, Kind::ServiceAccounts, "entityUuid", row),
        "urls" => urls(row),
        "workspace" => return referred(call, Kind::Workspaces, &row["workspaceId"]),
        _ => return Ok(None),
    }))
}

/// Airflow's address, and with workers under Celery that of Flower.
fn urls(row: &Row) -> Value {
    let release = row["releaseName"].as_str().unwrap_or_default();
    let types: &[&str] = if row["config"]["executor"] == "CeleryExecutor" {
        &["airflow", "flower"]
    } else {
        &["airflow"]
    };
    types
        .iter()
        .map(|ty| json!({ "type": ty, "url": format!("https://deployments.{BASE_DOMAIN}/{release}/{ty}") }))
        .collect()
}

/// Secrets are shown by name only.
pub(crate) fn variables(row: &Row) -> Value {
    let mut variables = row["environmentVariables"].clone();
    for variable in variables.as_array_mut().into_iter().flatten() {
        if variable["isSecret"] == true {
            variable["value"] = "".into();
        }
    }
    variables
}

/// The stored ones without extra AU if there are none, and the addresses for alerts.
fn properties(row: &Row) -> Value {
    let mut properties = row["properties"].clone();
    if let Some(fields) = properties.as_object_mut() {
        fields.retain(|name, value| name != "extra_au" || value.as_f64() != Some(0.0));
    }
    properties["alert_emails"] = row["alertEmails"].clone();
    properties
}

/// A component's limits and requests. Requests follow the limits, whatever was asked for.
fn resources(component: &Value, (cpu, memory): (i64, i64)) -> Value {
    let limits = &component["resources"]["limits"];
    let limits = json!({ "cpu": integer(&limits["cpu"], cpu), "memory": integer(&limits["memory"], memory) });
    json!({ "limits": limits, "requests": limits })
}

/// A number, also one with a unit behind it such as `500m`.
fn integer(value: &Value, default: i64) -> i64 {
    let digits = |text: &str| text.trim_end_matches(|c: char| !c.is_ascii_digit()).parse().ok();
    value.as_i64().or_else(|| digits(value.as_str()?)).unwrap_or(default)
}

fn capabilities(call: &Read<'_>, row: &Row) -> Result<Value, Refusal> {
    let roles = call.caller.roles(call.rows, Scope::Deployment(row))?;
    let may = |permission| roles.may(permission);
    Ok(json!({
        "canCreateServiceAccount": may("deployment.serviceAccounts.create"),
        "canDeleteDeployment": may("deployment.config.delete"),
        "canDeleteServiceAccount": may("deployment.serviceAccounts.delete"),
        "canDeploy": may("deployment.images.push"),
        "canUpdateDeployment": may("deployment.config.update"),
        "canUpdateServiceAccount": may("deployment.serviceAccounts.update"),
        "canUpdateUserRole": may("deployment.userRoles.update"),
        "canUpdateVariables": may("deployment.variables.update"),
    }))
}
