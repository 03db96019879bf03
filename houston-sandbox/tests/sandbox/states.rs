//! The states of deployments on the clock.

use std::time::Duration;

use houston_sandbox::Sandbox;
use serde_json::{Value, json};

use crate::{admin, data, text};

const ID: &str = "ck00000000000000000000etl";

/// Starts a sandbox with a stopped clock and one deployment.
fn seeded(becomes: &str) -> Sandbox {
    let seed = format!(
        "workspaces: {{ data: {{ label: Data }} }}\n\
         deployments: {{ etl: {{ workspace: data, label: ETL, releaseName: calm-comet-1234{becomes} }} }}\n"
    );
    let sandbox = Sandbox::builder().seed(&seed).unwrap().in_memory().unwrap();
    sandbox.clock().stop();
    sandbox
}

fn status(sandbox: &Sandbox, id: &str) -> String {
    let query = "query($i: String) { deployment(where: { id: $i }) { status } }";
    text(&data(sandbox, &admin(sandbox), query, json!({ "i": id }))["deployment"]["status"])
}

/// Returns the different states of the next half minute.
fn course(sandbox: &Sandbox, id: &str) -> Vec<String> {
    let mut states = vec![status(sandbox, id)];
    for _ in 0..12 {
        sandbox.clock().advance(Duration::from_secs(3));
        states.push(status(sandbox, id));
    }
    states.dedup();
    states
}

#[test]
fn a_seed_says_what_a_deployment_becomes() {
    for (becomes, expected) in [
        ("", vec!["UNKNOWN", "DEPLOYING", "HEALTHY"]),
        (", becomes: HEALTHY", vec!["UNKNOWN", "DEPLOYING", "HEALTHY"]),
        (", becomes: UNHEALTHY", vec!["UNKNOWN", "DEPLOYING", "UNHEALTHY"]),
        (", becomes: DEPLOYING", vec!["UNKNOWN", "DEPLOYING"]),
        (", becomes: UNKNOWN", vec!["UNKNOWN"]),
    ] {
        assert_eq!(course(&seeded(becomes), ID), expected, "{becomes}");
    }
    let seed = "workspaces: { data: { label: Data } }\n\
                deployments: { etl: { workspace: data, label: ETL, becomes: BROKEN } }\n";
    let error = Sandbox::builder().seed(seed).unwrap_err();
    let error = error.to_string();
    assert!(error.contains("BROKEN") && error.contains("UNHEALTHY"), "{error}");
}

#[test]
fn a_fault_says_what_a_created_or_updated_deployment_becomes() {
    let create = "mutation { createDeployment(workspaceUuid: \"ck0sandbox0workspace00001\", type: \"airflow\", \
                  label: \"etl\") { id } }";
    for (becomes, expected) in [
        ("HEALTHY", vec!["UNKNOWN", "DEPLOYING", "HEALTHY"]),
        ("UNHEALTHY", vec!["UNKNOWN", "DEPLOYING", "UNHEALTHY"]),
        ("DEPLOYING", vec!["UNKNOWN", "DEPLOYING"]),
        ("UNKNOWN", vec!["UNKNOWN"]),
    ] {
        let sandbox = Sandbox::in_memory().unwrap();
        sandbox.clock().stop();
        sandbox.inject(format!("createDeployment:1:becomes={becomes}").parse().unwrap());
        let made = data(&sandbox, &admin(&sandbox), create, json!({}));
        let id = text(&made["createDeployment"]["id"]);
        assert_eq!(course(&sandbox, &id), expected, "{becomes}");
    }
    // By the id among the arguments, where the answer has none.
    let sandbox = seeded("");
    sandbox.clock().advance(Duration::from_secs(60));
    sandbox.inject("updateDeploymentVariables:1:becomes=UNHEALTHY".parse().unwrap());
    let update = format!("mutation($d: Uuid!) {{ {} {{ key }} }}", CHANGES[11].0);
    data(&sandbox, &admin(&sandbox), &update, json!({ "d": ID }));
    assert_eq!(course(&sandbox, ID), ["DEPLOYING", "UNHEALTHY"]);
}

/// Changes of a deployment, each with whether it restarts the pods.
const CHANGES: [(&str, bool); 13] = [
    ("updateDeployment(deploymentUuid: $d, payload: { label: \"New\" })", false),
    ("updateDeployment(deploymentUuid: $d, payload: { description: \"New\" })", false),
    ("updateDeployment(deploymentUuid: $d, payload: { properties: { extra_au: 5 } })", false),
    (
        "updateDeployment(deploymentUuid: $d, payload: {}, config: { executor: \"CeleryExecutor\" })",
        false,
    ),
    (
        "updateDeployment(deploymentUuid: $d, payload: {}, config: { executor: \"LocalExecutor\" })",
        true,
    ),
    ("updateDeployment(deploymentUuid: $d, payload: {}, cloudRole: \"reader\")", true),
    ("updateDeployment(deploymentUuid: $d, payload: { version: \"0.20.0\" })", true),
    ("deploymentAlertsUpdate(deploymentUuid: $d, alertEmails: [\"ada@example.com\"])", false),
    ("updateDeploymentKedaConfig(deploymentUuid: $d, state: true)", true),
    ("updateDeploymentAirflow(deploymentUuid: $d, desiredAirflowVersion: \"2.0.0\")", false),
    ("upgradeDeployment(deploymentUuid: $d, version: \"0.20.0\")", true),
    (
        "updateDeploymentVariables(deploymentUuid: $d, releaseName: \"calm-comet-1234\", \
         environmentVariables: [{ key: \"A\", value: \"1\" }])",
        true,
    ),
    (
        "updateDeploymentVariables(deploymentUuid: $d, releaseName: \"calm-comet-1234\", environmentVariables: [])",
        false,
    ),
];

#[test]
fn a_change_of_the_pods_restarts_them() {
    for (change, restarts) in CHANGES {
        let sandbox = seeded("");
        sandbox.clock().advance(Duration::from_secs(60));
        let field = if change.contains("Variables") { "key" } else { "id" };
        let mutation = format!("mutation($d: Uuid!) {{ {change} {{ {field} }} }}");
        data(&sandbox, &admin(&sandbox), &mutation, json!({ "d": ID }));
        let expected = if restarts { vec!["DEPLOYING", "HEALTHY"] } else { vec!["HEALTHY"] };
        assert_eq!(course(&sandbox, ID), expected, "{change}");
        // The same change again changes nothing.
        let again = data(&sandbox, &admin(&sandbox), &mutation, json!({ "d": ID }));
        assert_ne!(again, Value::Null);
        assert_eq!(course(&sandbox, ID), ["HEALTHY"], "{change}");
    }
}
