use std::time::Duration;

use houston_sandbox::WORKSPACE_ID;
use serde_json::json;

use crate::{
    admin, data, deployment, error, not_allowed, not_found, refusal, sandbox, system_key, text,
};

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

/// A system key creates a workspace and a deployment in it, and keeps its system role.
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
    // The deployments start.
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
    // A system role does not list the workspace; only a role in the workspace does.
    assert_eq!(
        data(&sandbox, &system_key(&sandbox, "SYSTEM_VIEWER"), "{ workspaces { id } }", json!({})),
        json!({ "workspaces": [] })
    );
}

#[test]
fn workspace_is_updated_and_deleted() {
    let sandbox = sandbox();
    let token = admin(&sandbox);
    let create = "mutation { createWorkspace(label: \"old\") { id } }";
    // Labels of workspaces need not be unique.
    let twin = data(&sandbox, &token, create, json!({}));
    let made = data(&sandbox, &token, create, json!({}));
    let id = text(&made["createWorkspace"]["id"]);
    let update = "mutation($w: Uuid!, $p: JSON!) { updateWorkspace(workspaceUuid: $w, payload: $p) { label description active } }";
    let payload = json!({ "label": "new", "description": "d", "active": false, "id": "x" });
    assert_eq!(
        data(&sandbox, &token, update, json!({ "w": id, "p": payload }))["updateWorkspace"],
        json!({ "label": "new", "description": "d", "active": true })
    );
    for (payload, expected) in [
        (json!({}), json!({ "label": "new", "description": "d", "active": true })),
        (
            json!({ "description": null }),
            json!({ "label": "new", "description": null, "active": true }),
        ),
    ] {
        let changed = data(&sandbox, &token, update, json!({ "w": id, "p": payload }));
        assert_eq!(changed["updateWorkspace"], expected);
    }
    assert_eq!(
        error(&sandbox, &token, update, json!({ "w": id, "p": { "label": 5 } })),
        refusal(
            "Variable \"$_v0_data\" got invalid value 5 at \"_v0_data.label\"; Expected type String. String cannot represent a non string value: 5",
            "INTERNAL_SERVER_ERROR"
        )
    );

    // The workspace gets a deployment, an invite and an account.
    let etl = deployment(&sandbox, &token, &id, "etl");
    let fill = "mutation($w: Uuid!) {
        workspaceAddUser(workspaceUuid: $w, email: \"ada@example.org\", role: WORKSPACE_VIEWER) { id }
        createWorkspaceServiceAccount(workspaceUuid: $w, label: \"ci\", role: WORKSPACE_ADMIN) { apiKey }
    }";
    let filled = data(&sandbox, &token, fill, json!({ "w": id }));
    let key = text(&filled["createWorkspaceServiceAccount"]["apiKey"]);
    let delete = "mutation($w: Uuid!) { deleteWorkspace(workspaceUuid: $w) { id label } }";
    assert_eq!(
        data(&sandbox, &token, delete, json!({ "w": id }))["deleteWorkspace"],
        json!({ "id": id, "label": null })
    );
    // The deployment stays, without a workspace. Roles, invites and accounts are removed.
    let left = "{ workspaces { id } invites { id } deployments { id workspace { id } } self { user { roleBindings { role } } } }";
    assert_eq!(
        data(&sandbox, &token, left, json!({})),
        json!({
            "workspaces": [{ "id": WORKSPACE_ID }, { "id": twin["createWorkspace"]["id"] }],
            "invites": [],
            "deployments": [{ "id": etl, "workspace": null }],
            "self": { "user": { "roleBindings": [
                { "role": "SYSTEM_ADMIN" }, { "role": "WORKSPACE_ADMIN" }, { "role": "WORKSPACE_ADMIN" },
                { "role": "DEPLOYMENT_ADMIN" },
            ] } },
        })
    );
    assert_eq!(error(&sandbox, &key, "{ self { isAdmin } }", json!({})), not_allowed());
    assert_eq!(error(&sandbox, &token, delete, json!({ "w": id })), not_found());
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
