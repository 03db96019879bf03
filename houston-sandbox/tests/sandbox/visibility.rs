//! Callers, and the objects that they see through the operations that they may run.

use houston_sandbox::WORKSPACE_ID;
use serde_json::json;

use crate::{admin, ask, data, deployment, sandbox, text};

/// A permission in one workspace does not apply to objects of another.
#[test]
fn accounts_of_another_entity_are_not_found() {
    let sandbox = sandbox();
    let token = admin(&sandbox);
    let create = "mutation($w: Uuid!) { createWorkspaceServiceAccount(workspaceUuid: $w, label: \"a\", role: WORKSPACE_ADMIN) { id apiKey } }";
    let other =
        data(&sandbox, &token, "mutation { createWorkspace(label: \"other\") { id } }", json!({}));
    let other = text(&other["createWorkspace"]["id"]);
    let victim = data(&sandbox, &token, create, json!({ "w": WORKSPACE_ID }));
    let intruder = data(&sandbox, &token, create, json!({ "w": other }));
    let key = text(&intruder["createWorkspaceServiceAccount"]["apiKey"]);
    let delete = "mutation($w: Uuid!, $s: Uuid!) { deleteWorkspaceServiceAccount(workspaceUuid: $w, serviceAccountUuid: $s) { id } }";
    let arguments = json!({ "w": other, "s": victim["createWorkspaceServiceAccount"]["id"] });
    let find = "query($w: Uuid!, $s: Uuid!) { workspaceServiceAccount(workspaceUuid: $w, serviceAccountUuid: $s) { id } }";
    for query in [find, delete] {
        assert_eq!(crate::error(&sandbox, &key, query, arguments.clone()), crate::not_found());
    }
}

#[test]
fn token_is_read_as_the_server_reads_it() {
    let sandbox = sandbox();
    let token = admin(&sandbox);
    for (header, works) in [
        (token.clone(), true),
        (format!("Bearer {token}"), true),
        (format!("bearer {token}"), false),
        (format!("Bearer  {token}"), false),
        (token.to_uppercase(), false),
    ] {
        let (_, answer) = ask(&sandbox, &header, "{ self { isAdmin } }", json!({}));
        assert_eq!(answer.get("errors").is_none(), works, "{header:?}");
    }
}

/// The server shows both to every caller that reaches them through other objects.
#[test]
fn forbidden_objects_are_hidden_in_other_objects() {
    let sandbox = sandbox();
    let token = admin(&sandbox);
    let (own, other) = (
        deployment(&sandbox, &token, WORKSPACE_ID, "own"),
        deployment(&sandbox, &token, WORKSPACE_ID, "other"),
    );
    let variables = "mutation($d: Uuid!, $r: String!) {
        updateDeploymentVariables(deploymentUuid: $d, releaseName: $r, environmentVariables: [{ key: \"A\", value: \"b\" }]) { key }
    }";
    for id in [&own, &other] {
        let release = "query($d: String) { deployment(where: { id: $d }) { releaseName } }";
        let found = data(&sandbox, &token, release, json!({ "d": id }));
        let arguments = json!({ "d": id, "r": found["deployment"]["releaseName"] });
        data(&sandbox, &token, variables, arguments);
    }
    let create = "mutation($w: Uuid!, $d: Uuid!) {
        createWorkspaceServiceAccount(workspaceUuid: $w, label: \"boss\", role: WORKSPACE_ADMIN) { id apiKey }
        createDeploymentServiceAccount(deploymentUuid: $d, label: \"viewer\", role: DEPLOYMENT_VIEWER) { apiKey }
    }";
    let made = data(&sandbox, &token, create, json!({ "w": WORKSPACE_ID, "d": own }));
    let boss = text(&made["createWorkspaceServiceAccount"]["apiKey"]);
    let viewer = text(&made["createDeploymentServiceAccount"]["apiKey"]);
    assert!(!boss.contains('*') && !viewer.contains('*'), "{made}");
    let query = "query($d: String) { deployment(where: { id: $d }) {
        environmentVariables { key }
        serviceAccounts { apiKey }
        workspace {
            serviceAccounts { apiKey }
            roleBindings { serviceAccount { apiKey } }
            deployments { label environmentVariables { key } }
        }
    } }";
    let found = data(&sandbox, &viewer, query, json!({ "d": own }));
    let shown = found.to_string();
    // It may read those of its own deployment with deploymentServiceAccounts and deploymentVariables.
    assert!(
        shown.contains(&viewer) && !shown.contains(&boss) && shown.contains(&boss[..6]),
        "{shown}"
    );
    assert_eq!(found["deployment"]["environmentVariables"], json!([{ "key": "A" }]));
    for row in found["deployment"]["workspace"]["deployments"].as_array().unwrap() {
        let expected = if row["label"] == "own" { json!([{ "key": "A" }]) } else { json!([]) };
        assert_eq!(row["environmentVariables"], expected, "{row}");
    }
    let found = data(&sandbox, &boss, query, json!({ "d": other }));
    assert!(found.to_string().contains(&boss), "{found}");
}
