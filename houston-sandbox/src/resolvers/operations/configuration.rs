//! The executor, sizes, properties and names of a deployment, and their limits.

use serde::Deserialize;
use serde_json::{Value, json};

use crate::error::refusal::Refusal;
use crate::resolvers::call::Write;
use crate::store::settings::Settings;
use crate::store::{Deployment, identifier};

/// One AU in millicores and MiB.
pub(super) const AU_CPU: u32 = 100;
pub(super) const AU_MEMORY: u32 = 384;

pub(super) const KUBERNETES: &str = "KubernetesExecutor";
pub(super) const EXECUTORS: [&str; 3] = ["LocalExecutor", "CeleryExecutor", KUBERNETES];

/// The extra AU that a deployment with the Kubernetes executor needs.
pub(super) const KUBERNETES_EXTRA_AU: u32 = 10;

/// Merges the `config` argument and the typed arguments into a deployment's configuration.
pub(super) fn configure(call: &Write<'_>, config: &mut Value) -> Result<(), Refusal> {
    let arguments = call.arguments;
    match &arguments["config"] {
        Value::Null => {}
        given @ Value::Object(_) => merge(config, given),
        // The server stores a text as an object with a field for each letter.
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
        // On an update the server stores an unknown one, and can never update the deployment again.
        Value::String(name) => {
            return Err(Refusal::input(format!("{name} is not a valid executor")));
        }
        other => return Err(Refusal::input(format!("{other} is not a valid executor"))),
    }
    // The server fails on a null component only after it has stored the deployment.
    let is_null = |component: &&str| config.get(component).is_some_and(Value::is_null);
    if ["scheduler", "webserver", "workers"].iter().any(is_null) {
        return Err(Refusal::internal("Cannot read property 'resources' of null"));
    }
    for component in ["scheduler", "webserver", "workers"] {
        let sizes = &config[component];
        let limits = &sizes["resources"]["limits"];
        let all = [
            ("cpu", limits),
            ("memory", limits),
            ("replicas", sizes),
            ("terminationGracePeriodSeconds", sizes),
        ];
        for (name, of) in all {
            // Sizes can have a unit.
            let digits = |text: &str| {
                text.trim_end_matches(|c: char| !c.is_ascii_digit()).parse::<u64>().ok()
            };
            let number =
                of[name].as_str().map_or_else(|| of[name].clone(), |text| digits(text).into());
            require_integer(&format!("config.{component}.{name}"), &number)?;
        }
    }
    let most = Settings::of(call.rows)?.max_pod_au;
    for component in ["scheduler", "webserver"] {
        let limits = &config[component]["resources"]["limits"];
        let is_exceeded = |resource: &str, unit: u32| {
            limits[resource].as_f64().is_some_and(|asked| asked > f64::from(most * unit))
        };
        if is_exceeded("cpu", AU_CPU) {
            return Err(Refusal::internal("Maximum CPU for pod exceeded"));
        }
        if is_exceeded("memory", AU_MEMORY) {
            return Err(Refusal::internal("Maximum Memory for pod exceeded"));
        }
    }
    Ok(())
}

/// Merges a JSON value into another: objects field by field, other values as a whole.
pub(super) fn merge(base: &mut Value, over: &Value) {
    match (base, over) {
        (Value::Object(base), Value::Object(over)) => {
            for (name, value) in over {
                merge(base.entry(name.as_str()).or_insert(Value::Null), value);
            }
        }
        (base, over) => *base = over.clone(),
    }
}

/// Refuses too few extra AU for the Kubernetes executor. As on the server, only updates are checked, with the executor
/// from before the update, and only if a component has a size and `extra_au` is given.
pub(super) fn require_extra_au(
    before: &Deployment,
    after: &Deployment,
    properties: &Value,
) -> Result<(), Refusal> {
    let is_sized = ["scheduler", "webserver"].iter().any(|one| after.config.get(one).is_some());
    let is_short =
        properties["extra_au"].as_f64().is_some_and(|au| au < f64::from(KUBERNETES_EXTRA_AU));
    if before.executor() == KUBERNETES && is_sized && is_short {
        return Err(Refusal::internal("Minimum Extra AU not met"));
    }
    Ok(())
}

/// Sets the properties of a new deployment: the given ones, and the extra AU that its executor needs.
pub(super) fn set_first_properties(
    deployment: &mut Deployment,
    given: &Value,
) -> Result<(), Refusal> {
    set_properties(deployment, given)?;
    if deployment.properties["extra_au"].is_null() && deployment.executor() == KUBERNETES {
        deployment.properties["extra_au"] = KUBERNETES_EXTRA_AU.into();
    }
    Ok(())
}

/// Replaces the properties. The addresses for alerts are kept if none are given.
pub(super) fn set_properties(deployment: &mut Deployment, given: &Value) -> Result<(), Refusal> {
    let given = match given {
        Value::Null => return set_properties(deployment, &json!({})),
        Value::Object(given) => given,
        _ => return Err(Refusal::input("properties is not an object")),
    };
    let mut properties = json!({});
    for (name, value) in given {
        match name.as_str() {
            "extra_au" => {
                require_integer("extraAu", value)?;
                properties[name] = value.clone();
            }
            "component_version" => properties[name] = value.clone(),
            "alert_emails" => deployment.alert_emails = addresses(value)?,
            _ => {
                return Err(Refusal::internal(format!(
                    "{name} is not a valid deployment property"
                )));
            }
        }
    }
    deployment.properties = properties;
    Ok(())
}

/// Refuses a value that does not fit an `Int`, because it could not be read again. Null is allowed.
fn require_integer(field: &str, value: &Value) -> Result<(), Refusal> {
    let kind = match value.as_f64() {
        None if value.is_null() => return Ok(()),
        Some(number) if number.fract() == 0.0 && number.abs() <= f64::from(i32::MAX) => {
            return Ok(());
        }
        Some(number) if number.fract() == 0.0 => "non 32-bit signed integer",
        _ => "non-integer",
    };
    Err(Refusal::stored(field, "Int", kind, value))
}

/// Reads a list of addresses. It can be empty, and must contain only texts.
pub(super) fn addresses(given: &Value) -> Result<Vec<String>, Refusal> {
    Vec::deserialize(given)
        .map_err(|_| Refusal::input("addresses for alerts are not a list of texts"))
}

/// Returns the requested release name, if the platform allows it, or a new one that no deployment has, not even a
/// deleted one.
pub(super) fn release_name(call: &Write<'_>) -> Result<String, Refusal> {
    let is_taken =
        |name: &str| Ok::<_, Refusal>(!call.find(Deployment::RELEASE_NAME, name)?.is_empty());
    let wanted = call.optional("releaseName").filter(|name| !name.is_empty());
    if let Some(name) = wanted
        && Settings::of(call.rows)?.manual_release_names
    {
        require_well_formed(name)?;
        if is_taken(name)? {
            return Err(Refusal::internal(
                "A unique constraint would be violated on Deployment. Details: Field name = releaseName",
            ));
        }
        return Ok(name.to_owned());
    }
    loop {
        let name = identifier::release_name()?;
        if !is_taken(&name)? {
            return Ok(name);
        }
    }
}

/// The prefix of namespaces.
const NAMESPACE: &str = "astronomer";

/// The maximum length of a label in Kubernetes.
const LONGEST: usize = 63;

fn require_well_formed(name: &str) -> Result<(), Refusal> {
    let is_well_formed = (1..=LONGEST).contains(&name.len())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        && !name.bytes().all(|byte| byte.is_ascii_digit())
        && !name.starts_with('-')
        && !name.ends_with('-');
    if !is_well_formed {
        return Err(Refusal::input("Release name not formatted correctly."));
    }
    if name == "base-images" {
        return Err(Refusal::input("base-images is reserved name"));
    }
    if NAMESPACE.len() + name.len() > LONGEST {
        return Err(Refusal::input(format!(
            "{NAMESPACE}-{name} exceeds max char limit of {LONGEST}."
        )));
    }
    Ok(())
}
