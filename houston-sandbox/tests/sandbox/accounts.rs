use std::time::Duration;

use houston_sandbox::WORKSPACE_ID;
use serde_json::{Value, json};

use crate::{admin, data, deployment, error, sandbox, text};

const WORKSPACE: &str = "mutation($w: Uuid!, $l: String!, $r: Role!) {
    createWorkspaceServiceAccount(workspaceUuid: $w, label: $l, role: $r, category: \"ci\") {
        id label category active entityType entityUuid workspaceUuid deploymentUuid lastUsedAt apiKey roleBindings { role workspace { id } }
    } }";

fn refusal(message: &str, code: &str) -> (String, String) {
    (message.to_owned(), code.to_owned())
}

#[test]
fn account_belongs_to_its_workspace() {
    let sandbox = sandbox();
    let token = admin(&sandbox);
    let arguments = json!({ "w": WORKSPACE_ID, "l": "ci", "r": "WORKSPACE_EDITOR" });
    let mut made =
        data(&sandbox, &token, WORKSPACE, arguments.clone())["createWorkspaceServiceAccount"]
            .take();
    let (id, key) = (text(&made["id"]), text(&made["apiKey"].take()));
    assert_eq!(
        made,
        json!({
            "id": id, "label": "ci", "category": "ci", "active": true, "entityType": "WORKSPACE",
            "entityUuid": WORKSPACE_ID, "workspaceUuid": WORKSPACE_ID, "deploymentUuid": null, "lastUsedAt": null,
            "apiKey": null, "roleBindings": [{ "role": "WORKSPACE_EDITOR", "workspace": { "id": WORKSPACE_ID } }],
        })
    );
    assert_eq!(
        error(&sandbox, &token, WORKSPACE, arguments),
        refusal("Service Account already exists with the name ci", "BAD_USER_INPUT")
    );

    // What the account may do is what its role says, in its workspace and in the deployments there.
    let made = deployment(&sandbox, &key, WORKSPACE_ID, "etl");
    let other = deployment(&sandbox, &token, WORKSPACE_ID, "other");
    let update = "mutation($d: Uuid!) { updateDeployment(deploymentUuid: $d, payload: { description: \"x\" }) { id } }";
    let delete = "mutation($d: Uuid!) { deleteDeployment(deploymentUuid: $d) { id } }";
    assert_eq!(
        data(&sandbox, &key, update, json!({ "d": other }))["updateDeployment"]["id"],
        *other
    );
    assert_eq!(
        error(&sandbox, &key, delete, json!({ "d": other })),
        refusal("Insufficient permissions.", "INTERNAL_SERVER_ERROR")
    );

    // The role in what it made came last.
    let all = "query($w: Uuid!, $s: Uuid!) {
        workspaceServiceAccounts(workspaceUuid: $w) { id }
        workspaceServiceAccount(workspaceUuid: $w, serviceAccountUuid: $s) { label roleBindings(last: 1) { role } }
        serviceAccounts(entityType: WORKSPACE, entityUuid: $w) { id }
    }";
    assert_eq!(
        data(&sandbox, &token, all, json!({ "w": WORKSPACE_ID, "s": id })),
        json!({
            "workspaceServiceAccounts": [{ "id": id }],
            "workspaceServiceAccount": { "label": "ci", "roleBindings": [{ "role": "DEPLOYMENT_ADMIN" }] },
            "serviceAccounts": [{ "id": id }],
        })
    );

    assert_eq!(data(&sandbox, &key, delete, json!({ "d": made }))["deleteDeployment"]["id"], *made);

    // A deleted account's key is nobody's.
    let delete = "mutation($w: Uuid!, $s: Uuid!) { deleteWorkspaceServiceAccount(workspaceUuid: $w, serviceAccountUuid: $s) { id } }";
    data(&sandbox, &token, delete, json!({ "w": WORKSPACE_ID, "s": id }));
    assert_eq!(
        error(&sandbox, &key, "{ self { isAdmin } }", json!({})),
        refusal("Insufficient permissions.", "INTERNAL_SERVER_ERROR")
    );
    assert_eq!(
        error(&sandbox, &token, delete, json!({ "w": WORKSPACE_ID, "s": id })),
        refusal("The requested resource was not found", "RESOURCE_NOT_FOUND")
    );
}

#[test]
fn account_of_the_system_has_no_entity() {
    let sandbox = sandbox();
    let token = admin(&sandbox);
    let create = "mutation { createSystemServiceAccount(label: \"ci\", role: SYSTEM_VIEWER) { id entityType entityUuid } }";
    let made = data(&sandbox, &token, create, json!({}))["createSystemServiceAccount"].take();
    let id = text(&made["id"]);
    assert_eq!(made, json!({ "id": id, "entityType": "DEPLOYMENT", "entityUuid": null }));
    let find =
        "query($s: Uuid) { serviceAccounts(entityType: SYSTEM, serviceAccountUuid: $s) { label } }";
    assert_eq!(
        data(&sandbox, &token, find, json!({ "s": id })),
        json!({ "serviceAccounts": [{ "label": "ci" }] })
    );
    assert_eq!(
        error(&sandbox, &token, find, json!({})),
        refusal(
            "A required argument was not sent: serviceAccountUuid or entityUuid",
            "BAD_USER_INPUT"
        )
    );
    let delete =
        "mutation($s: Uuid!) { deleteSystemServiceAccount(serviceAccountUuid: $s) { id } }";
    assert_eq!(
        data(&sandbox, &token, delete, json!({ "s": id }))["deleteSystemServiceAccount"]["id"],
        *id
    );
}

#[test]
fn roles_of_another_scope_are_refused() {
    let sandbox = sandbox();
    let token = admin(&sandbox);
    let id = deployment(&sandbox, &token, WORKSPACE_ID, "etl");
    let system =
        "mutation($r: Role!) { createSystemServiceAccount(label: \"a\", role: $r) { id } }";
    let workspace = "mutation($w: Uuid!, $r: Role!) { createWorkspaceServiceAccount(workspaceUuid: $w, label: \"a\", role: $r) { id } }";
    let of_deployment = "mutation($d: Uuid!, $r: Role!) { createDeploymentServiceAccount(deploymentUuid: $d, label: \"a\", role: $r) { id } }";
    let legacy = "mutation($d: Uuid!, $r: Role!) { createServiceAccount(entityType: DEPLOYMENT, entityUuid: $d, label: \"b\", role: $r) { id } }";
    let mismatch = "Entity and role types don't match";
    let arguments = |role: &str| json!({ "w": WORKSPACE_ID, "d": id, "r": role });
    for (query, own, foreign, message) in [
        (system, "SYSTEM_VIEWER", "WORKSPACE_ADMIN", "Invalid role"),
        (workspace, "WORKSPACE_VIEWER", "SYSTEM_ADMIN", mismatch),
        (of_deployment, "DEPLOYMENT_VIEWER", "WORKSPACE_ADMIN", mismatch),
        (legacy, "DEPLOYMENT_ADMIN", "USER", mismatch),
    ] {
        let refused = error(&sandbox, &token, query, arguments(foreign));
        assert_eq!(refused, refusal(message, "BAD_USER_INPUT"), "{query}");
        data(&sandbox, &token, query, arguments(own));
    }
}

#[test]
fn key_is_readable_for_ten_minutes() {
    let sandbox = sandbox();
    let token = admin(&sandbox);
    let arguments = json!({ "w": WORKSPACE_ID, "l": "ci", "r": "WORKSPACE_VIEWER" });
    let made = data(&sandbox, &token, WORKSPACE, arguments);
    let key = text(&made["createWorkspaceServiceAccount"]["apiKey"]);
    assert!(
        key.len() == 32 && key.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')),
        "{key}"
    );
    // Neither the creation time nor anything else has to be selected beside it.
    let shown = || {
        let accounts =
            "query($w: Uuid!) { workspaceServiceAccounts(workspaceUuid: $w) { apiKey } }";
        let found = data(&sandbox, &token, accounts, json!({ "w": WORKSPACE_ID }));
        text(&found["workspaceServiceAccounts"][0]["apiKey"])
    };
    sandbox.clock().advance(Duration::from_secs(9 * 60));
    assert_eq!(shown(), key);
    sandbox.clock().advance(Duration::from_secs(60));
    assert_eq!(shown(), format!("{}{}", &key[..6], "*".repeat(26)));
    // It works as before.
    assert_eq!(
        data(&sandbox, &key, "{ self { isAdmin } }", json!({})),
        json!({ "self": { "isAdmin": false } })
    );
}

#[test]
fn last_administrator_stays() {
    let sandbox = sandbox();
    let token = admin(&sandbox);
    let users = data(
        &sandbox,
        &token,
        "{ users(user: { email: \"admin@sandbox.localhost\" }) { id } }",
        json!({}),
    );
    let id = text(&users["users"][0]["id"]);
    let change = |verb: &str, user: &str, role: &str| {
        let query = format!(
            "mutation($u: ID!, $r: Role!) {{ {verb}SystemRoleBinding(userId: $u, role: $r) {{ role user {{ id }} }} }}"
        );
        (query, json!({ "u": user, "r": role }))
    };
    for (verb, user, role, message, code) in [
        (
            "create",
            &*id,
            "SYSTEM_ADMIN",
            "A duplicate role binding already exists",
            "BAD_USER_INPUT",
        ),
        (
            "create",
            "nobody",
            "SYSTEM_ADMIN",
            "The requested resource was not found",
            "RESOURCE_NOT_FOUND",
        ),
        ("create", &id, "WORKSPACE_ADMIN", "Invalid role", "BAD_USER_INPUT"),
        (
            "delete",
            &id,
            "SYSTEM_EDITOR",
            "The role binding does not exist for this user",
            "BAD_USER_INPUT",
        ),
        (
            "delete",
            &id,
            "SYSTEM_ADMIN",
            "There are no other system administrators. Please assign another before removing yourself.",
            "INTERNAL_SERVER_ERROR",
        ),
    ] {
        let (query, variables) = change(verb, user, role);
        assert_eq!(error(&sandbox, &token, &query, variables), refusal(message, code));
    }
    let (query, variables) = change("create", &id, "SYSTEM_VIEWER");
    assert_eq!(
        data(&sandbox, &token, &query, variables),
        json!({ "createSystemRoleBinding": { "role": "SYSTEM_VIEWER", "user": { "id": id } } })
    );
    let (query, variables) = change("delete", &id, "SYSTEM_VIEWER");
    data(&sandbox, &token, &query, variables);
    // A service account counts as another administrator.
    crate::system_key(&sandbox, "SYSTEM_ADMIN");
    let (query, variables) = change("delete", &id, "SYSTEM_ADMIN");
    data(&sandbox, &token, &query, variables);
    let left = data(&sandbox, &token, "{ self { isAdmin } }", json!({}));
    assert_eq!(left["self"]["isAdmin"], Value::Bool(false));
}
