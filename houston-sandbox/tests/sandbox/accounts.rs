use std::time::Duration;

use houston_sandbox::WORKSPACE_ID;
use serde_json::{Value, json};

use crate::{admin, data, deployment, error, not_found, refusal, sandbox, text};

const WORKSPACE: &str = "mutation($w: Uuid!, $l: String!, $r: Role!) {
    createWorkspaceServiceAccount(workspaceUuid: $w, label: $l, role: $r, category: \"ci\") {
        id label category active entityType entityUuid workspaceUuid deploymentUuid lastUsedAt apiKey roleBindings { role workspace { id } }
    } }";

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

    // The account has the permissions of its role, in its workspace and in the deployments there.
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

    // Its role in the object that it created is the last one.
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

    // A deleted account's key is invalid.
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
    // The legacy operations do not support the system.
    let listed = "query($u: Uuid) { serviceAccounts(entityType: SYSTEM, entityUuid: $u) { id } }";
    let create = "mutation($u: Uuid) { createServiceAccount(entityType: SYSTEM, entityUuid: $u, label: \"x\", role: SYSTEM_ADMIN) { id } }";
    for (query, expected) in [
        (
            listed,
            "Variable \"$_v0_where\" got invalid value { system: { id: \"ID7\" } } at \"_v0_where.AND[0].roleBinding\"; Field \"system\" is not defined by type RoleBindingWhereInput.",
        ),
        (
            create,
            "Variable \"$_v0_data\" got invalid value { role: \"SYSTEM_ADMIN\", system: { connect: [Object] } } at \"_v0_data.roleBinding.create\"; Field \"system\" is not defined by type RoleBindingCreateWithoutServiceAccountInput.",
        ),
    ] {
        let found = error(&sandbox, &token, query, json!({ "u": "ID7" }));
        assert_eq!(found, refusal(expected, "INTERNAL_SERVER_ERROR"));
    }

    let delete =
        "mutation($s: Uuid!) { deleteSystemServiceAccount(serviceAccountUuid: $s) { id } }";
    let arguments = json!({ "w": WORKSPACE_ID, "l": "ci", "r": "WORKSPACE_VIEWER" });
    let other = data(&sandbox, &token, WORKSPACE, arguments);
    let other = &other["createWorkspaceServiceAccount"]["id"];
    assert_eq!(error(&sandbox, &token, delete, json!({ "s": other })), not_found());
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
    let legacy = "mutation($d: Uuid, $r: Role!) { createServiceAccount(entityType: DEPLOYMENT, entityUuid: $d, label: \"b\", role: $r) { id } }";
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
    assert_eq!(
        error(&sandbox, &token, legacy, json!({ "r": "DEPLOYMENT_ADMIN" })),
        refusal("A required argument was not sent: entityUuid", "BAD_USER_INPUT")
    );
    for query in [workspace, of_deployment, legacy] {
        let nowhere = json!({ "w": "x", "d": "x", "r": "WORKSPACE_VIEWER" });
        assert_eq!(error(&sandbox, &token, query, nowhere), not_found(), "{query}");
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
    // The key does not depend on other selected fields, such as the creation time.
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
    // The key stays valid.
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
            "unknown",
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

/// Label, category and role can be changed with the operation of the account's scope or the legacy one.
#[test]
fn accounts_are_updated() {
    let sandbox = sandbox();
    let token = admin(&sandbox);
    let id = deployment(&sandbox, &token, WORKSPACE_ID, "etl");
    let create = "mutation($d: Uuid!, $w: Uuid!, $l: String!) {
        w: createWorkspaceServiceAccount(workspaceUuid: $w, label: $l, role: WORKSPACE_VIEWER) { id }
        d: createDeploymentServiceAccount(deploymentUuid: $d, label: $l, role: DEPLOYMENT_VIEWER) { id }
    }";
    let entities = json!({ "w": WORKSPACE_ID, "d": id, "l": "ci" });
    let made = data(&sandbox, &token, create, entities.clone());
    let mut namesake = entities.clone();
    namesake["l"] = json!("taken");
    data(&sandbox, &token, create, namesake);
    let of_workspace = "mutation($s: Uuid!, $w: Uuid!, $p: JSON!) {
        updateWorkspaceServiceAccount(serviceAccountUuid: $s, workspaceUuid: $w, payload: $p) { label category roleBindings { role } }
    }";
    let of_deployment = "mutation($s: Uuid!, $d: Uuid!, $p: JSON) {
        updateDeploymentServiceAccount(serviceAccountUuid: $s, deploymentUuid: $d, payload: $p) { label category roleBindings { role } }
    }";
    let legacy = "mutation($s: Uuid!, $p: JSON) {
        updateServiceAccount(serviceAccountUuid: $s, payload: $p) { label category roleBindings { role } }
    }";
    for (query, account, entity, scope) in [
        (of_workspace, &made["w"]["id"], "w", "WORKSPACE"),
        (of_deployment, &made["d"]["id"], "d", "DEPLOYMENT"),
        (legacy, &made["w"]["id"], "", "WORKSPACE"),
        (legacy, &made["d"]["id"], "", "DEPLOYMENT"),
    ] {
        let run = |payload: Value| {
            let mut arguments = json!({ "s": account, "p": payload });
            if !entity.is_empty() {
                arguments[entity] = entities[entity].clone();
            }
            arguments
        };
        let role = format!("{scope}_EDITOR");
        let payload = json!({ "label": scope, "category": "c", "role": role, "active": false });
        let changed = data(&sandbox, &token, query, run(payload));
        assert_eq!(
            changed.as_object().unwrap().values().next(),
            Some(&json!({ "label": scope, "category": "c", "roleBindings": [{ "role": role }] })),
            "{query}"
        );
        // An invalid role refuses the whole update, and is not lost silently.
        for (payload, message) in [
            (json!({ "label": "x", "role": "SYSTEM_ADMIN" }), "Entity and role types don't match"),
            (json!({ "label": "x", "role": format!("{scope}_NOPE") }), "Invalid role"),
            (json!({ "label": "taken" }), "Service Account already exists with the name taken"),
        ] {
            let found = error(&sandbox, &token, query, run(payload));
            assert_eq!(found, refusal(message, "BAD_USER_INPUT"), "{query}");
        }
        let same = data(&sandbox, &token, query, run(json!({})));
        assert_eq!(same.as_object().unwrap().values().next().unwrap()["label"], *scope, "{query}");
    }
    // An account is not found in another entity.
    let arguments = json!({ "s": made["d"]["id"], "w": WORKSPACE_ID, "p": {} });
    assert_eq!(error(&sandbox, &token, of_workspace, arguments), not_found());
}

/// The answer has only the deleted account's id, and non-null fields fail although the account was deleted.
#[test]
fn legacy_deletion_answers_with_the_id_alone() {
    let sandbox = sandbox();
    let token = admin(&sandbox);
    let made = data(
        &sandbox,
        &token,
        WORKSPACE,
        json!({ "w": WORKSPACE_ID, "l": "ci", "r": "WORKSPACE_VIEWER" }),
    );
    let id = &made["createWorkspaceServiceAccount"]["id"];
    let delete = "mutation($s: Uuid!) { deleteServiceAccount(serviceAccountUuid: $s) { id label createdAt } }";
    assert_eq!(
        error(&sandbox, &token, delete, json!({ "s": id })),
        refusal(
            "Cannot return null for non-nullable field ServiceAccount.createdAt.",
            "INTERNAL_SERVER_ERROR"
        )
    );
    assert_eq!(error(&sandbox, &token, delete, json!({ "s": id })), not_found());
}

#[test]
fn account_belongs_to_its_deployment() {
    let sandbox = sandbox();
    let token = admin(&sandbox);
    let (own, other) = (
        deployment(&sandbox, &token, WORKSPACE_ID, "own"),
        deployment(&sandbox, &token, WORKSPACE_ID, "other"),
    );
    let create = "mutation($d: Uuid!) {
        createDeploymentServiceAccount(deploymentUuid: $d, label: \"ci\", role: DEPLOYMENT_EDITOR) { id }
    }";
    let made = data(&sandbox, &token, create, json!({ "d": own }));
    let id = text(&made["createDeploymentServiceAccount"]["id"]);
    let find = "query($d: Uuid!, $s: Uuid!) {
        deploymentServiceAccount(deploymentUuid: $d, serviceAccountUuid: $s) { label deploymentUuid roleBindings { role } }
    }";
    let delete = "mutation($d: Uuid!, $s: Uuid!) {
        deleteDeploymentServiceAccount(deploymentUuid: $d, serviceAccountUuid: $s) { id }
    }";
    let found = data(&sandbox, &token, find, json!({ "d": own, "s": id }));
    assert_eq!(
        found["deploymentServiceAccount"],
        json!({ "label": "ci", "deploymentUuid": own, "roleBindings": [{ "role": "DEPLOYMENT_EDITOR" }] })
    );
    for query in [find, delete] {
        assert_eq!(error(&sandbox, &token, query, json!({ "d": other, "s": id })), not_found());
    }
    let gone = data(&sandbox, &token, delete, json!({ "d": own, "s": id }));
    assert_eq!(gone["deleteDeploymentServiceAccount"]["id"], *id);
    assert_eq!(error(&sandbox, &token, find, json!({ "d": own, "s": id })), not_found());
}
