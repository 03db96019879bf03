use std::time::Duration;

use houston_sandbox::WORKSPACE_ID;
use serde_json::json;

use crate::{admin, data, deployment, sandbox, system_key, text};

#[test]
fn new_store_holds_an_administrator_and_a_workspace() {
    let sandbox = sandbox();
    let answer = data(
        &sandbox,
        &admin(&sandbox),
        "{ self { isAdmin authUserCapabilities { canSysAdmin }
            user { username status emails { address primary verified user { fullName } }
              roleBindings { role workspace { id label } } } }
          workspaces { id label users { username } deployments { id } workspaceCapabilities { canCreateDeployment } } }",
        json!({}),
    );
    assert_eq!(
        answer,
        json!({
            "self": {
                "isAdmin": true,
                "authUserCapabilities": { "canSysAdmin": true },
                "user": {
                    "username": "admin@sandbox.localhost",
                    "status": "active",
                    "emails": [{
                        "address": "admin@sandbox.localhost", "primary": true, "verified": true,
                        "user": { "fullName": "Administrator" },
                    }],
                    "roleBindings": [
                        { "role": "SYSTEM_ADMIN", "workspace": null },
                        { "role": "WORKSPACE_ADMIN", "workspace": { "id": WORKSPACE_ID, "label": "Sandbox" } },
                    ],
                },
            },
            "workspaces": [{
                "id": WORKSPACE_ID,
                "label": "Sandbox",
                "users": [{ "username": "admin@sandbox.localhost" }],
                "deployments": [],
                "workspaceCapabilities": { "canCreateDeployment": true },
            }],
        })
    );
}

/// A key of the whole system makes a workspace and a deployment in it, and keeps its role through it all.
#[test]
fn system_key_makes_a_workspace_and_deployments() {
    let sandbox = sandbox();
    let key = system_key(&sandbox, "SYSTEM_ADMIN");
    let made = data(
        &sandbox,
        &format!("Bearer {key}"),
        "mutation { createWorkspace(label: \"Data\", description: \"ours\") { id label description active createdAt
          roleBindings { role serviceAccount { label } user { id } } } }",
        json!({}),
    );
    let workspace = &made["createWorkspace"];
    assert_eq!(
        workspace["roleBindings"],
        json!([{ "role": "WORKSPACE_ADMIN", "serviceAccount": { "label": "SYSTEM_ADMIN" }, "user": null }])
    );
    let id = text(&workspace["id"]);
    let (first, second) =
        (deployment(&sandbox, &key, &id, "etl"), deployment(&sandbox, &key, &id, "ml"));
    // Until they are up.
    sandbox.clock().advance(Duration::from_secs(30));

    let listed = data(
        &sandbox,
        &key,
        "query($w: Uuid!) { workspaceDeployments(workspaceUuid: $w) { id label type status workspace { label }
            deploymentStatus { status } deploymentCapabilities { canDeploy } roleBindings { role } }
          workspaces { label deployments { label } }
          self { isAdmin user { id } } }",
        json!({ "w": id }),
    );
    let row = |id: &str, label: &str| {
        json!({
            "id": id, "label": label, "type": "airflow", "status": "HEALTHY", "workspace": { "label": "Data" },
            "deploymentStatus": { "status": "HEALTHY" }, "deploymentCapabilities": { "canDeploy": true },
            "roleBindings": [{ "role": "DEPLOYMENT_ADMIN" }],
        })
    };
    assert_eq!(listed["workspaceDeployments"], json!([row(&first, "etl"), row(&second, "ml")]));
    assert_eq!(
        listed["workspaces"],
        json!([{ "label": "Data", "deployments": [{ "label": "etl" }, { "label": "ml" }] }])
    );
    assert_eq!(listed["self"], json!({ "isAdmin": true, "user": null }));
    // Another system role would not have done: it is the workspace's own that counts.
    assert_eq!(
        data(&sandbox, &system_key(&sandbox, "SYSTEM_VIEWER"), "{ workspaces { id } }", json!({})),
        json!({ "workspaces": [] })
    );
}

#[test]
fn workspace_is_updated_and_deleted() {
    let sandbox = sandbox();
    let token = admin(&sandbox);
    let made =
        data(&sandbox, &token, "mutation { createWorkspace(label: \"old\") { id } }", json!({}));
    let id = text(&made["createWorkspace"]["id"]);
    let update = "mutation($w: Uuid!, $p: JSON!) { updateWorkspace(workspaceUuid: $w, payload: $p) { label description active } }";
    let payload = json!({ "label": "new", "description": "d", "active": false, "id": "x" });
    assert_eq!(
        data(&sandbox, &token, update, json!({ "w": id, "p": payload }))["updateWorkspace"],
        json!({ "label": "new", "description": "d", "active": true })
    );
    let delete = "mutation($w: Uuid!) { deleteWorkspace(workspaceUuid: $w) { id label } }";
    assert_eq!(
        data(&sandbox, &token, delete, json!({ "w": id }))["deleteWorkspace"],
        json!({ "id": id, "label": null })
    );
    let left = data(&sandbox, &token, "{ workspaces { id } }", json!({}));
    assert_eq!(left, json!({ "workspaces": [{ "id": WORKSPACE_ID }] }));
}

#[test]
fn platform_says_who_it_is_without_a_token() {
    let answer = data(&sandbox(), "", "{ appConfig { version baseDomain } }", json!({}));
    assert_eq!(
        answer,
        json!({ "appConfig": { "version": "0.23.12", "baseDomain": "sandbox.localhost" } })
    );
}

#[test]
fn introspection_names_all_root_fields_without_a_token() {
    let answer = data(
        &sandbox(),
        "",
        "{ __schema { queryType { fields { name } } mutationType { fields { name } } subscriptionType { fields { name } } } }",
        json!({}),
    );
    let counts = ["queryType", "mutationType", "subscriptionType"]
        .map(|root| answer["__schema"][root]["fields"].as_array().map_or(0, Vec::len));
    assert_eq!(counts, [28, 46, 3]);
}
