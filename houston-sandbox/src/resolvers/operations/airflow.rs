//! Releases of Airflow, and upgrades of deployments.

use serde_json::{Value, json};

use crate::error::refusal::Refusal;
use crate::resolvers::call::{Read, Write};
use crate::resolvers::output::Answer;
use crate::store::settings::{RELEASES, Settings};

pub(super) fn releases(call: &Read<'_>) -> Answer {
    Ok(on_offer(&Settings::of(call.rows)?).collect::<Value>().into())
}

/// The versions on offer, in their order.
fn versions(settings: &Settings) -> Vec<&str> {
    let mut versions: Vec<&str> = settings.airflow_versions.iter().map(String::as_str).collect();
    versions.sort_by_key(|version| numbers(version));
    versions
}

pub(super) fn release(call: &Read<'_>) -> Answer {
    let wanted = &call.arguments["where"];
    let field = if wanted["id"].is_null() { "tag" } else { "id" };
    if wanted[field].is_null() {
        return Err(Refusal::missing("id or tag"));
    }
    let found = on_offer(&Settings::of(call.rows)?).find(|release| release[field] == wanted[field]);
    Ok(found.ok_or_else(Refusal::not_found)?.into())
}

fn on_offer(settings: &Settings) -> impl Iterator<Item = Value> {
    versions(settings).into_iter().zip(1..).map(|(version, number)| {
        let known = RELEASES.iter().find(|(known, _)| *known == version);
        let day = known.map_or("1970-01-01", |(_, day)| day);
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
pub(super) fn images(settings: &Settings) -> (Value, Value) {
    let versions = versions(settings);
    let image =
        |version: &&str| json!({ "version": version, "channel": "stable", "tag": tag(version) });
    (versions.iter().map(image).collect(), versions.into())
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
        if !Settings::of(call.rows)?.airflow_versions.iter().any(|version| version == wanted) {
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
