//! `Deployment`: fields that follow from its release name and its configuration.

use serde_json::{Value, json};

use crate::error::refusal::Refusal;
use crate::resolvers::call::Read;
use crate::resolvers::output::{Derived, Resolve};
use crate::resolvers::series;
use crate::store::settings::Settings;
use crate::store::{Deployment, Entity, RoleBinding, Row, Rows, ServiceAccount, Workspace};

impl Resolve for Row<Deployment> {
    fn derive(&self, field: &str, call: &Read<'_>) -> Derived {
        let config = &self.config;
        Ok(Some(match field {
            "deployInfo" => json!({ "next": "deploy-1", "nextCli": "deploy-1" }).into(),
            "deploymentCapabilities" => capabilities(call, self)?.into(),
            "deploymentStatus" => json!({ "status": series::status(self, call.now) }).into(),
            "status" => json!(series::status(self, call.now)).into(),
            "environmentVariables" => {
                // They can hold passwords. The server shows them to every caller that sees the deployment.
                let may = call.require(&[
                    ("deployment.variables.get", Entity::Deployment(&self.id)),
                    ("system.deployment.variables.get", Entity::System),
                ]);
                if may.is_ok() { variables(self).into() } else { json!([]).into() }
            }
            "executor" => config["executor"].clone().into(),
            "properties" => properties(self).into(),
            "scheduler" => {
                let replicas = integer(&config["scheduler"]["replicas"], 1);
                json!({
                    "replicas": { "default": replicas, "limit": 4, "minimum": 1, "minAirflowVersion": "2.0.0" },
                    "resources": resources(&config["scheduler"], (500, 1920)),
                })
                .into()
            }
            "webserver" => json!({
                "resources": resources(&config["webserver"], (500, 1920)),
                "useDefaultAirflowImage": config["webserver"]["useDefaultAirflowImage"].as_bool(),
            })
            .into(),
            "workers" => json!({
                "replicas": integer(&config["workers"]["replicas"], 1),
                "resources": resources(&config["workers"], (1000, 3840)),
                "terminationGracePeriodSeconds": integer(&config["workers"]["terminationGracePeriodSeconds"], 600),
            })
            .into(),
            "roleBindings" => call.find(RoleBinding::DEPLOYMENT, &self.id)?.into(),
            "serviceAccounts" => call.find(ServiceAccount::ENTITY, &self.id)?.into(),
            "urls" => urls(self, &Settings::of(call.rows)?.base_domain).into(),
            "workspace" => call.rows.get::<Workspace>(&self.workspace_id)?.into(),
            _ => return Ok(None),
        }))
    }
}

/// The URL of Airflow, and that of Flower with the Celery executor.
fn urls(deployment: &Deployment, base_domain: &str) -> Value {
    let release = &deployment.release_name;
    let types: &[&str] = if deployment.executor() == "CeleryExecutor" {
        &["airflow", "flower"]
    } else {
        &["airflow"]
    };
    types
        .iter()
        .map(|ty| json!({ "type": ty, "url": format!("https://deployments.{base_domain}/{release}/{ty}") }))
        .collect()
}

/// The variables, with empty values for secrets.
pub(crate) fn variables(deployment: &Deployment) -> Value {
    let mut variables = deployment.environment_variables.clone();
    for secret in variables.iter_mut().filter(|variable| variable.is_secret) {
        secret.value.clear();
    }
    json!(variables)
}

/// The stored properties, without `extra_au` if it is 0, and with the addresses for alerts.
fn properties(deployment: &Deployment) -> Value {
    let mut properties = deployment.properties.clone();
    if let Some(fields) = properties.as_object_mut() {
        fields.retain(|name, value| name != "extra_au" || value.as_f64() != Some(0.0));
    }
    properties["alert_emails"] = json!(deployment.alert_emails);
    properties
}

/// A component's limits and requests. The requests are always equal to the limits.
fn resources(component: &Value, (cpu, memory): (i64, i64)) -> Value {
    let limits = &component["resources"]["limits"];
    let limits = json!({ "cpu": integer(&limits["cpu"], cpu), "memory": integer(&limits["memory"], memory) });
    json!({ "limits": limits, "requests": limits })
}

/// A number, with or without a unit, such as `500m`.
fn integer(value: &Value, default: i64) -> i64 {
    let digits = |text: &str| text.trim_end_matches(|c: char| !c.is_ascii_digit()).parse().ok();
    value.as_i64().or_else(|| digits(value.as_str()?)).unwrap_or(default)
}

fn capabilities(call: &Read<'_>, row: &Row<Deployment>) -> Result<Value, Refusal> {
    let roles = call.caller.roles(call.rows, Entity::Deployment(&row.id))?;
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
