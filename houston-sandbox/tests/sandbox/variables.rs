use houston_sandbox::{Sandbox, WORKSPACE_ID};
use serde_json::{Value, json};

use crate::{admin, data, deployment, error, not_found, refusal, sandbox, text};

const UPDATE: &str = "mutation($d: Uuid!, $r: String!, $e: [InputEnvironmentVariable]!) {
    updateDeploymentVariables(deploymentUuid: $d, releaseName: $r, environmentVariables: $e) { key value isSecret }
}";

const READ: &str = "query($d: Uuid!, $r: String) { deploymentVariables(deploymentUuid: $d, releaseName: $r) { key value isSecret } }";

/// Creates a deployment, and returns its id and release name.
fn new(sandbox: &Sandbox, label: &str) -> (String, String) {
    let token = admin(sandbox);
    let id = deployment(sandbox, &token, WORKSPACE_ID, label);
    let find = "query($d: String) { deployment(where: { id: $d }) { releaseName } }";
    let found = data(sandbox, &token, find, json!({ "d": id }));
    (id, text(&found["deployment"]["releaseName"]))
}

#[test]
fn variables_are_replaced_and_secrets_are_kept() {
    let sandbox = sandbox();
    let token = admin(&sandbox);
    let (id, release) = new(&sandbox, "etl");
    let plain = |key: &str, value: &str| json!({ "key": key, "value": value, "isSecret": false });
    let secret = |key: &str, value: &str| json!({ "key": key, "value": value, "isSecret": true });
    let hidden = |key: &str| secret(key, "");
    for (sent, expected) in [
        // Sorted by key; the last variable with a key wins, and values of secrets come back empty.
        (
            json!([
                secret("PASSWORD", "hunter2"),
                plain("B", "0"),
                plain("A_1", ""),
                plain("B", "2")
            ]),
            json!([plain("A_1", ""), plain("B", "2"), hidden("PASSWORD")]),
        ),
        // A secret that is sent empty keeps its value; variables that are not sent are removed.
        (json!([hidden("PASSWORD"), { "key": "C" }]), json!([plain("C", ""), hidden("PASSWORD")])),
        // An empty list removes all variables.
        (json!([]), json!([])),
        (json!([hidden("PASSWORD")]), json!([hidden("PASSWORD")])),
    ] {
        let arguments = json!({ "d": id, "r": release, "e": sent });
        let answer = data(&sandbox, &token, UPDATE, arguments);
        assert_eq!(answer["updateDeploymentVariables"], expected, "{sent}");
        let read = data(&sandbox, &token, READ, json!({ "d": id }));
        assert_eq!(read["deploymentVariables"], expected, "{sent}");
        let nested = "query($d: String) { deployment(where: { id: $d }) { environmentVariables { key value isSecret } } }";
        let read = data(&sandbox, &token, nested, json!({ "d": id }));
        assert_eq!(read["deployment"]["environmentVariables"], expected, "{sent}");
    }
}

#[test]
fn keys_are_refused_in_the_words_of_the_server() {
    let sandbox = sandbox();
    let token = admin(&sandbox);
    let (id, release) = new(&sandbox, "etl");
    let key = |key: &str| json!([{ "key": key, "value": "v" }]);
    let invalid = |key: &str| {
        format!("Invalid Environment Variable Key: {key} (use alphanumeric and underscores)")
    };
    let reserved = |names: &str, are: &str| {
        format!("{names} {are} set automatically and cannot be overridden")
    };
    let executor = "AIRFLOW__CORE__EXECUTOR";
    for (variables, message) in [
        (key(""), invalid("")),
        (key("1A"), invalid("1A")),
        (key("A B"), invalid("A B")),
        (key("A-B"), invalid("A-B")),
        (key("Aa"), invalid("Aa")),
        (key("___"), invalid("___")),
        (key("lower"), invalid("lower")),
        (key("ÄÖ"), invalid("ÄÖ")),
        (key(executor), reserved(executor, "is")),
        // Lowercase names are also reserved, and a reserved name is reported before an invalid one.
        (json!([{ "key": "1A" }, { "key": "airflow__core__executor" }]), reserved(executor, "is")),
        // In the server's order, not that of the request.
        (
            json!([{ "key": "AIRFLOW__CORE__FERNET_KEY" }, { "key": executor }]),
            reserved("AIRFLOW__CORE__EXECUTOR and AIRFLOW__CORE__FERNET_KEY", "are"),
        ),
        (
            json!([{ "key": "AIRFLOW__KUBERNETES__NAMESPACE" }, { "key": "AIRFLOW__CORE__FERNET_KEY" }, { "key": executor }]),
            reserved(
                "AIRFLOW__CORE__EXECUTOR, AIRFLOW__CORE__FERNET_KEY and AIRFLOW__KUBERNETES__NAMESPACE",
                "are",
            ),
        ),
        (json!([{ "value": "v" }]), "Cannot read property 'toUpperCase' of undefined".to_owned()),
    ] {
        let arguments = json!({ "d": id, "r": release, "e": variables });
        assert_eq!(
            error(&sandbox, &token, UPDATE, arguments),
            refusal(&message, "INTERNAL_SERVER_ERROR")
        );
    }
    for fine in ["A", "_A", "A1", "AIRFLOW__CORE__PARALLELISM"] {
        data(&sandbox, &token, UPDATE, json!({ "d": id, "r": release, "e": key(fine) }));
    }
}

/// The server works on the named release, even that of another deployment. Here it must be the deployment's own.
#[test]
fn variables_of_another_deployment_are_out_of_reach() {
    let sandbox = sandbox();
    let token = admin(&sandbox);
    let ((own, _), (other, release)) = (new(&sandbox, "own"), new(&sandbox, "other"));
    let variables = json!([{ "key": "A", "value": "1" }]);
    data(&sandbox, &token, UPDATE, json!({ "d": other, "r": release, "e": variables }));
    let arguments = json!({ "d": own, "r": release, "e": [] });
    assert_eq!(error(&sandbox, &token, UPDATE, arguments), not_found());
    assert_eq!(error(&sandbox, &token, READ, json!({ "d": own, "r": release })), not_found());
    let read = data(&sandbox, &token, READ, json!({ "d": other, "r": release }));
    assert_eq!(read["deploymentVariables"].as_array().map(Vec::len), Some(1));
    assert_eq!(read["deploymentVariables"][0]["isSecret"], Value::Bool(false));
}
