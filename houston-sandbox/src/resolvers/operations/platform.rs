//! The platform itself.

use serde_json::{Map, Value, json};

use super::{airflow, configuration};
use crate::resolvers::call::Read;
use crate::resolvers::output::{Answer, Output};
use crate::store::settings::Settings;

pub(super) fn app_config(call: &Read<'_>) -> Answer {
    let settings = Settings::of(call.rows)?;
    Ok(json!({
        "version": settings.version,
        "baseDomain": settings.base_domain,
        "elasticSearchEnabled": false,
        "manualReleaseNames": settings.manual_release_names,
        "prometheusEnabled": false,
        "smtpConfigured": false,
    })
    .into())
}

/// The sandbox never has an update.
pub(super) fn update_available(_: &Read<'_>) -> Answer {
    Ok(Output::Json(Value::Null))
}

/// The server's configuration. The arguments are ignored.
pub(super) fn deployment_config(call: &Read<'_>) -> Answer {
    let settings = Settings::of(call.rows)?;
    let (images, versions) = airflow::images(&settings);
    Ok(json!({
        "airflowImages": images,
        "airflowVersions": versions,
        "astroUnit": {
            "cpu": configuration::AU_CPU,
            "memory": configuration::AU_MEMORY,
            "pods": 1.0,
            "airflowConns": 5.0,
            "actualConns": 0.5,
            "price": 0.0,
        },
        "defaultAirflowChartVersion": settings.chart_version,
        "defaultAirflowImageTag": airflow::tag(settings.airflow_version()),
        "defaults": sizes(settings.max_pod_au, |component| component.default, 600, 1),
        "limits": sizes(settings.max_pod_au, |component| component.limit, 36_000, 10),
        "executors": executors(),
        "latestVersion": settings.version,
        "loggingEnabled": true,
        "maxExtraAu": settings.max_extra_au,
        "singleNamespace": false,
    })
    .into())
}

/// A component of a deployment, with its sizes in AU.
struct Component {
    name: &'static str,
    default: u32,
    limit: u32,
}

const COMPONENTS: [Component; 7] = [
    Component { name: "scheduler", default: 5, limit: 30 },
    Component { name: "webserver", default: 5, limit: 30 },
    Component { name: "statsd", default: 2, limit: 30 },
    Component { name: "pgbouncer", default: 2, limit: 2 },
    Component { name: "flower", default: 2, limit: 2 },
    Component { name: "redis", default: 2, limit: 2 },
    Component { name: "workers", default: 10, limit: 30 },
];

/// The sizes of all components, of which none is larger than the largest pod.
fn sizes(most: u32, au: fn(&Component) -> u32, grace: u32, replicas: u32) -> Value {
    let mut sizes: Map<String, Value> = COMPONENTS
        .iter()
        .map(|component| {
            let au = au(component).min(most);
            let size = json!({ "cpu": au * configuration::AU_CPU, "memory": au * configuration::AU_MEMORY });
            let resources = json!({ "resources": { "limits": size, "requests": size } });
            (component.name.to_owned(), resources)
        })
        .collect();
    sizes["workers"]["terminationGracePeriodSeconds"] = grace.into();
    sizes["workers"]["replicas"] = replicas.into();
    sizes.into()
}

fn executors() -> Value {
    let executor = |name: &str| {
        let has = |component: &&Component| {
            name == "CeleryExecutor" || !["workers", "flower", "redis"].contains(&component.name)
        };
        let names: Vec<&str> = COMPONENTS.iter().filter(has).map(|one| one.name).collect();
        let mut executor = json!({ "name": name, "enabled": true, "components": names });
        if name == configuration::KUBERNETES {
            executor["defaultExtraAu"] = configuration::KUBERNETES_EXTRA_AU.into();
        }
        (name.to_owned(), executor)
    };
    configuration::EXECUTORS.map(executor).into_iter().collect()
}
