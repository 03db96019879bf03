//! Environment variables of deployments.

use std::collections::BTreeMap;
use std::mem;

use serde_json::Value;

use crate::error::refusal::Refusal;
use crate::resolvers::call::{Call, Read, Write};
use crate::resolvers::output::Answer;
use crate::resolvers::types::variables;
use crate::store::{Deployment, Row, Rows, Variable};

pub(super) fn deployment_variables(call: &Read<'_>) -> Answer {
    Ok(variables(&*named(call)?).into())
}

/// Replaces all variables. A secret that is sent empty keeps its value.
pub(super) fn update(call: &Write<'_>) -> Answer {
    let mut deployment = named(call)?;
    let given = call.arguments["environmentVariables"].as_array();
    let given: Vec<Variable> = given.into_iter().flatten().map(read).collect::<Result<_, _>>()?;
    require_free_keys(&given)?;
    for variable in &given {
        require_well_formed_key(&variable.key)?;
    }
    let stored = mem::take(&mut deployment.environment_variables);
    // The last variable with a key wins.
    let mut all = BTreeMap::new();
    for mut variable in given {
        if variable.is_secret && variable.value.is_empty() {
            let kept = stored.iter().find(|one| one.key == variable.key);
            variable.value = kept.map(|one| one.value.clone()).unwrap_or_default();
        }
        all.insert(variable.key.clone(), variable);
    }
    deployment.environment_variables = all.into_values().collect();
    Ok(variables(&*call.roll_out(deployment)?).into())
}

fn read(given: &Value) -> Result<Variable, Refusal> {
    // The server's own text, also for a null variable.
    let no_key = || Refusal::internal("Cannot read property 'toUpperCase' of undefined");
    Ok(Variable {
        key: given["key"].as_str().ok_or_else(no_key)?.to_owned(),
        value: given["value"].as_str().unwrap_or_default().to_owned(),
        is_secret: given["isSecret"] == true,
    })
}

/// The variables that the platform sets, in the server's order.
const RESERVED: [&str; 14] = [
    "AIRFLOW__CORE__EXECUTOR",
    "AIRFLOW__CORE__SQL_ALCHEMY_CONN",
    "AIRFLOW__CORE__LOAD_EXAMPLES",
    "AIRFLOW__CORE__FERNET_KEY",
    "AIRFLOW__WEBSERVER__BASE_URL",
    "AIRFLOW__CELERY__BROKER_URL",
    "AIRFLOW__CELERY__RESULT_BACKEND",
    "AIRFLOW__CELERY__DEFAULT_QUEUE",
    "AIRFLOW__SCHEDULER__SCHEDULER_HEARTBEAT_SEC",
    "AIRFLOW__SCHEDULER__STATSD_ON",
    "AIRFLOW__SCHEDULER__STATSD_HOST",
    "AIRFLOW__SCHEDULER__STATSD_PORT",
    "AIRFLOW__SCHEDULER__STATSD_PREFIX",
    "AIRFLOW__KUBERNETES__NAMESPACE",
];

fn require_free_keys(given: &[Variable]) -> Result<(), Refusal> {
    let is_given = |name: &&str| given.iter().any(|one| one.key.to_uppercase() == *name);
    let taken: Vec<&str> = RESERVED.into_iter().filter(is_given).collect();
    let (names, are) = match taken.as_slice() {
        [] => return Ok(()),
        [one] => ((*one).to_owned(), "is"),
        [most @ .., last] => (format!("{} and {last}", most.join(", ")), "are"),
    };
    Err(Refusal::internal(format!("{names} {are} set automatically and cannot be overridden")))
}

/// Uppercase letters, digits and underscores, not starting with a digit, and not only underscores.
fn require_well_formed_key(key: &str) -> Result<(), Refusal> {
    let is_word = |byte: u8| matches!(byte, b'A'..=b'Z' | b'0'..=b'9' | b'_');
    let is_well_formed = key.bytes().all(is_word)
        && key.bytes().any(|byte| byte != b'_')
        && !key.starts_with(|first: char| first.is_ascii_digit());
    if is_well_formed {
        return Ok(());
    }
    Err(Refusal::internal(format!(
        "Invalid Environment Variable Key: {key} (use alphanumeric and underscores)"
    )))
}

/// Returns the deployment in the arguments.
///
/// The server checks the permission by the id and works on the release name, even of another deployment. Here both
/// must belong to the same deployment.
fn named<R: Rows>(call: &Call<'_, R>) -> Result<Row<Deployment>, Refusal> {
    let deployment = call.deployment(call.text("deploymentUuid"))?;
    let release = &call.arguments["releaseName"];
    if release.is_null() || *release == deployment.release_name {
        Ok(deployment)
    } else {
        Err(Refusal::not_found())
    }
}
