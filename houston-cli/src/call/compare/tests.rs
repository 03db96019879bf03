//! Which given values are compared.

use houston_client::SCHEMA;
use houston_client::arguments::Arguments;
use serde_json::{Value, json};

use super::given;

fn compared(operation: &str, arguments: Value, object: &Value) -> (Vec<String>, Vec<String>) {
    let operation = SCHEMA.operation(operation).unwrap();
    let mut set = Arguments::new();
    for (name, value) in arguments.as_object().unwrap() {
        set.set(name.clone(), "T", value.clone());
    }
    let query = SCHEMA.operation("deployments").unwrap();
    let given = given(&SCHEMA, query, operation, &set);
    let comparison = given.compare(object).unwrap_or_default();
    let differences = comparison.differences.iter().map(ToString::to_string);
    let hidden = comparison.hidden.iter().map(|place| format!("{place} is hidden"));
    (given.fields(), differences.chain(hidden).collect())
}

#[test]
fn only_what_was_given_is_compared() {
    let arguments = json!({
        "releaseName": "b",
        "workspaceUuid": "w",
        "executor": "LocalExecutor",
        "scheduler": {"replicas": 2, "resources": {"limits": {"cpu": 1}}},
        "config": {"executor": "LocalExecutor"},
        "properties": {"extra_au": 0, "alert_emails": ["x", "y"]},
    });
    let object = json!({
        "releaseName": "c",
        "executor": "CeleryExecutor",
        "scheduler": {"replicas": {"default": 1}, "resources": {"limits": {"cpu": 1, "memory": 2}}},
        "config": {"executor": "CeleryExecutor", "x": 1},
        "properties": {"alert_emails": ["y", "x"]},
    });
    let (fields, differences) = compared("createDeployment", arguments, &object);
    insta::assert_debug_snapshot!((fields.join(" "), differences), @r#"
    (
        "executor config scheduler.resources.limits.cpu config properties",
        [
            "executor is CeleryExecutor, and LocalExecutor was given",
            "config.executor is CeleryExecutor, and LocalExecutor was given",
            "releaseName is hidden",
            "scheduler.replicas is hidden",
        ],
    )
    "#);
}

#[test]
fn keys_of_a_payload_are_compared() {
    let payload = json!({"payload": {"label": "a", "description": "", "nope": 1}});
    let same = json!({"label": "a", "description": null});
    assert_eq!(compared("updateDeployment", payload.clone(), &same).1, ["payload.nope is hidden"]);
    let other = compared("updateDeployment", payload, &json!({"label": "b", "description": ""}));
    assert_eq!(other.0, ["label", "description"]);
    assert_eq!(other.1, ["payload.label is b, and a was given", "payload.nope is hidden"]);
}
