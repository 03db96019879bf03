//! Releases of Airflow, and upgrades of deployments.

use serde_json::{Value, json};

use crate::error::refusal::Refusal;
use crate::resolvers::call::{Read, Write};
use crate::resolvers::output::Answer;
use crate::store::Deployment;

/// Version and date of the available releases, in order of version.
const RELEASES: [(&str, &str); 9] = [
    ("1.10.5", "2019-09-04"),
    ("1.10.7", "2019-12-24"),
    ("1.10.10", "2020-04-09"),
    ("1.10.12", "2020-08-25"),
    ("1.10.14", "2020-12-10"),
    (Deployment::AIRFLOW, "2021-03-17"),
    ("2.0.0", "2020-12-17"),
    ("2.0.2", "2021-04-19"),
    ("2.1.0", "2021-05-21"),
];

pub(super) fn releases(_: &Read<'_>) -> Answer {
    Ok(on_offer().collect::<Value>().into())
}

pub(super) fn release(call: &Read<'_>) -> Answer {
    let wanted = &call.arguments["where"];
    let field = if wanted["id"].is_null() { "tag" } else { "id" };
    if wanted[field].is_null() {
        return Err(Refusal::missing("id or tag"));
    }
    let found = on_offer().find(|release| release[field] == wanted[field]);
    Ok(found.ok_or_else(Refusal::not_found)?.into())
}

fn on_offer() -> impl Iterator<Item = Value> {
    RELEASES.iter().zip(1..).map(|((version, day), number)| {
        json!({
            "id": format!("ck0sandbox0airflow{number:07}"),
            "version": version,
            "tag": tag(version),
            "channel": "stable",
            "level": "new_feature",
            "description": format!("Apache Airflow {version}"),
            "url": format!("https://airflow.apache.org/docs/apache-airflow/{version}/"),
            "releaseDate": format!("{day}T00:00:00.000Z"),
        })
    })
}

/// The images and versions in `deploymentConfig`.
pub(super) fn images() -> (Value, Value) {
    let images = RELEASES.iter().map(
        |(version, _)| json!({ "version": version, "channel": "stable", "tag": tag(version) }),
    );
    (images.collect(), RELEASES.iter().map(|(version, _)| *version).collect())
}

pub(super) fn tag(version: &str) -> String {
    format!("{version}-buster-onbuild")
}

/// Starts an upgrade. It would end when an image with the new version is deployed, which the sandbox never does. The
/// current version cancels it.
pub(super) fn update(call: &Write<'_>) -> Answer {
    let mut deployment = call.deployment(call.text("deploymentUuid"))?;
    let wanted = call.text("desiredAirflowVersion");
    let present = &deployment.airflow_version;
    if wanted != present {
        if !RELEASES.iter().any(|(version, _)| *version == wanted) {
            return Err(Refusal::input(format!("Airflow {wanted} is not on offer")));
        }
        if numbers(wanted) < numbers(present) {
            return Err(Refusal::input(format!("Airflow {present} cannot go back to {wanted}")));
        }
    }
    wanted.clone_into(&mut deployment.desired_airflow_version);
    Ok(call.roll_out(deployment)?.into())
}

/// Sets the chart version of a deployment. As on the server, it can be any text.
pub(super) fn upgrade(call: &Write<'_>) -> Answer {
    let mut deployment = call.deployment(call.text("deploymentUuid"))?;
    if let Some(version) = call.optional("version") {
        deployment.version = Some(version.to_owned());
    }
    Ok(call.roll_out(deployment)?.into())
}

fn numbers(version: &str) -> Vec<u64> {
    version.split('.').map(|number| number.parse().unwrap_or_default()).collect()
}
