use houston_sandbox::{Sandbox, WORKSPACE_ID};
use serde_json::{Value, json};

use crate::{admin, data, deployment, error, not_found, refusal, sandbox, text, user};

const ADD: &str = "mutation($e: String!, $r: Role!, $w: Uuid, $d: [DeploymentRoles]) {
    workspaceAddUser(email: $e, role: $r, workspaceUuid: $w, deploymentRoles: $d) { users { username } }
}";

const REMOVE: &str = "mutation($u: Uuid!, $w: Uuid!) {
    workspaceRemoveUser(userUuid: $u, workspaceUuid: $w) { users { username } }
}";

const CHANGE: &str = "mutation($e: String!, $r: Role!, $w: Uuid!) {
    workspaceUpdateUserRole(email: $e, role: $r, workspaceUuid: $w)
}";

fn other_workspace(sandbox: &Sandbox) -> String {
    let query = "mutation { createWorkspace(label: \"other\") { id } }";
    text(&data(sandbox, &admin(sandbox), query, json!({}))["createWorkspace"]["id"])
}

/// The roles of a user, each with its entity.
fn roles(sandbox: &Sandbox, user: &str) -> Value {
    let query = "query($u: Uuid) { users(user: { userUuid: $u }) { roleBindings { role } } }";
    let mut found = data(sandbox, &admin(sandbox), query, json!({ "u": user }));
    let bindings = found["users"][0]["roleBindings"].take();
    bindings.as_array().unwrap().iter().map(|binding| binding["role"].clone()).collect()
}

#[test]
fn user_is_added_to_a_workspace_changed_and_removed() {
    let sandbox = sandbox();
    let token = admin(&sandbox);
    let (id, own) = user(&sandbox, "ada@example.org");
    let etl = deployment(&sandbox, &token, WORKSPACE_ID, "etl");
    let given = json!([{ "deploymentId": etl, "role": "DEPLOYMENT_ADMIN" }]);
    let arguments =
        json!({ "e": "Ada@example.org", "r": "WORKSPACE_VIEWER", "w": WORKSPACE_ID, "d": given });
    let added = data(&sandbox, &token, ADD, arguments.clone());
    assert_eq!(
        added["workspaceAddUser"]["users"],
        json!([{ "username": "admin@sandbox.localhost" }, { "username": "ada@example.org" }])
    );
    assert_eq!(roles(&sandbox, &id), json!(["WORKSPACE_VIEWER", "DEPLOYMENT_ADMIN"]));
    let listed = data(&sandbox, &own, "{ workspaces { id } }", json!({}));
    assert_eq!(listed, json!({ "workspaces": [{ "id": WORKSPACE_ID }] }));
    // On the server the user would now have two roles, and neither could be changed.
    assert_eq!(
        error(&sandbox, &token, ADD, arguments),
        refusal("A duplicate role binding already exists", "BAD_USER_INPUT")
    );

    let arguments = json!({ "e": "ada@example.org", "r": "WORKSPACE_EDITOR", "w": WORKSPACE_ID });
    assert_eq!(
        data(&sandbox, &token, CHANGE, arguments),
        json!({ "workspaceUpdateUserRole": "WORKSPACE_EDITOR" })
    );
    assert_eq!(roles(&sandbox, &id), json!(["WORKSPACE_EDITOR", "DEPLOYMENT_ADMIN"]));

    let removed = data(&sandbox, &token, REMOVE, json!({ "u": id, "w": WORKSPACE_ID }));
    assert_eq!(
        removed["workspaceRemoveUser"]["users"],
        json!([{ "username": "admin@sandbox.localhost" }])
    );
    // The roles in its deployments are removed with it.
    assert_eq!(roles(&sandbox, &id), json!([]));
    // Removing a user without a role is not an error.
    data(&sandbox, &token, REMOVE, json!({ "u": "unknown", "w": WORKSPACE_ID }));
}

#[test]
fn role_of_an_open_invite_can_be_changed() {
    let sandbox = sandbox();
    let token = admin(&sandbox);
    let arguments = |role: &str| json!({ "e": "ada@example.org", "r": role, "w": WORKSPACE_ID });
    data(&sandbox, &token, ADD, arguments("WORKSPACE_VIEWER"));
    data(&sandbox, &token, CHANGE, arguments("WORKSPACE_ADMIN"));
    let invites = data(&sandbox, &token, "{ invites { role } }", json!({}));
    assert_eq!(invites, json!({ "invites": [{ "role": "WORKSPACE_ADMIN" }] }));
}

#[test]
fn memberships_are_refused() {
    let sandbox = sandbox();
    let token = admin(&sandbox);
    let (id, _) = user(&sandbox, "ada@example.org");
    let other = other_workspace(&sandbox);
    let foreign = deployment(&sandbox, &token, &other, "etl");
    let arguments = |role: &str| json!({ "e": "ada@example.org", "r": role, "w": WORKSPACE_ID });
    let with = |deployment: &str, role: &str| {
        let mut arguments = arguments("WORKSPACE_VIEWER");
        arguments["d"] = json!([{ "deploymentId": deployment, "role": role }]);
        arguments
    };
    let own = deployment(&sandbox, &token, WORKSPACE_ID, "etl");
    let mut twice = with(&own, "DEPLOYMENT_ADMIN");
    twice["d"] = json!([twice["d"][0], { "deploymentId": own, "role": "DEPLOYMENT_VIEWER" }]);
    twice["e"] = json!("unknown@example.org");
    let wrong = refusal("invalid workspace role", "BAD_USER_INPUT");
    let nowhere = json!({ "e": "ada@example.org", "r": "WORKSPACE_VIEWER" });
    let capital =
        json!({ "e": "Admin@sandbox.localhost", "r": "WORKSPACE_VIEWER", "w": WORKSPACE_ID });
    for (query, arguments, expected) in [
        (ADD, arguments("SYSTEM_ADMIN"), wrong.clone()),
        (ADD, arguments("DEPLOYMENT_ADMIN"), wrong.clone()),
        (CHANGE, arguments("USER"), wrong),
        // A deployment of another workspace is not found.
        (ADD, with(&foreign, "DEPLOYMENT_ADMIN"), not_found()),
        (ADD, with("nothing", "DEPLOYMENT_ADMIN"), not_found()),
        (ADD, with(&foreign, "SYSTEM_ADMIN"), refusal("invalid deployment role", "BAD_USER_INPUT")),
        (ADD, twice, refusal("A duplicate role binding already exists", "BAD_USER_INPUT")),
        (ADD, nowhere, not_found()),
        (CHANGE, arguments("WORKSPACE_ADMIN"), not_found()),
        // The address is case-sensitive.
        (CHANGE, capital, not_found()),
        (REMOVE, json!({ "u": id, "w": "nowhere" }), not_found()),
    ] {
        assert_eq!(error(&sandbox, &token, query, arguments.clone()), expected, "{arguments}");
    }
    assert_eq!(roles(&sandbox, &id), json!([]));
}

#[test]
fn users_of_a_workspace_are_found() {
    let sandbox = sandbox();
    let token = admin(&sandbox);
    for address in ["ada@example.org", "eve@example.org", "eva@example.net"] {
        user(&sandbox, address);
    }
    for address in ["ada@example.org", "eve@example.org"] {
        let arguments = json!({ "e": address, "r": "WORKSPACE_VIEWER", "w": WORKSPACE_ID });
        data(&sandbox, &token, ADD, arguments);
    }
    let query = "query($s: UserSearch, $w: Uuid!) { workspaceUsers(user: $s, workspaceUuid: $w) { username } }";
    let one = "query($s: UserSearch!, $w: Uuid!) { workspaceUser(user: $s, workspaceUuid: $w) { username } }";
    let several = refusal(
        "workspaceUser query unexpectedly returned more than a single user!",
        "INTERNAL_SERVER_ERROR",
    );
    for (search, names, refused) in [
        (
            json!({}),
            &["admin@sandbox.localhost", "ada@example.org", "eve@example.org"][..],
            Some(&several),
        ),
        (json!({ "email": "Eve@Example.org" }), &["eve@example.org"], None),
        (json!({ "email": "eve" }), &[], Some(&not_found())),
        (json!({ "email": "eva@example.net" }), &[], Some(&not_found())),
        (json!({ "username": "EXAMPLE" }), &["ada@example.org", "eve@example.org"], Some(&several)),
        (json!({ "fullName": "Administr" }), &["admin@sandbox.localhost"], None),
        // Only the first given field is used.
        (json!({ "username": "unknown", "email": "ada@example.org" }), &["ada@example.org"], None),
        (json!({ "userUuid": "unknown", "email": "ada@example.org" }), &[], Some(&not_found())),
        (json!({ "createdAt": "2000-01-01T00:00:00.000Z" }), &[], Some(&not_found())),
    ] {
        let arguments = json!({ "s": search, "w": WORKSPACE_ID });
        let found = data(&sandbox, &token, query, arguments.clone());
        let users: Vec<Value> = names.iter().map(|name| json!({ "username": name })).collect();
        assert_eq!(found, json!({ "workspaceUsers": users }), "{search}");
        match refused {
            Some(refused) => {
                assert_eq!(error(&sandbox, &token, one, arguments), *refused, "{search}")
            }
            None => assert_eq!(data(&sandbox, &token, one, arguments)["workspaceUser"], users[0]),
        }
    }
}

#[test]
fn roles_in_a_deployment_are_given_changed_and_taken() {
    let sandbox = sandbox();
    let token = admin(&sandbox);
    let (id, own) = user(&sandbox, "ada@example.org");
    let etl = deployment(&sandbox, &token, WORKSPACE_ID, "etl");
    let add = "mutation($d: Id!, $e: String!, $r: Role!, $u: Id) { deploymentAddUserRole(deploymentId: $d, email: $e, role: $r, userId: $u) { role user { id } deployment { id } } }";
    let change = "mutation($d: Id!, $e: String!, $r: Role!, $u: Id) { deploymentUpdateUserRole(deploymentId: $d, email: $e, role: $r, userId: $u) { role } }";
    let remove = "mutation($d: Id!, $e: String!, $u: Id) { deploymentRemoveUserRole(deploymentId: $d, email: $e, userId: $u) { role } }";
    let arguments = |role: &str| json!({ "d": etl, "e": "Ada@example.org", "r": role, "u": id });
    let unknown = json!({ "d": etl, "e": "unknown@example.org", "r": "DEPLOYMENT_VIEWER" });
    let mismatch =
        json!({ "d": etl, "e": "admin@sandbox.localhost", "r": "DEPLOYMENT_VIEWER", "u": id });
    let gone = json!({ "d": etl, "e": "ada@example.org" });
    let wrong = refusal("invalid deployment role", "BAD_USER_INPUT");
    let absent = refusal("The role binding does not exist for this user", "BAD_USER_INPUT");

    assert_eq!(error(&sandbox, &token, add, arguments("WORKSPACE_ADMIN")), wrong);
    assert_eq!(error(&sandbox, &token, add, unknown), not_found());
    assert_eq!(error(&sandbox, &token, add, mismatch), not_found());
    assert_eq!(error(&sandbox, &token, change, arguments("DEPLOYMENT_ADMIN")), absent);
    assert_eq!(
        data(&sandbox, &token, add, arguments("DEPLOYMENT_VIEWER"))["deploymentAddUserRole"],
        json!({ "role": "DEPLOYMENT_VIEWER", "user": { "id": id }, "deployment": { "id": etl } })
    );
    assert_eq!(
        error(&sandbox, &token, add, arguments("DEPLOYMENT_ADMIN")),
        refusal("A duplicate role binding already exists", "BAD_USER_INPUT")
    );

    // Users with a role only in the workspace are not listed.
    user(&sandbox, "eve@example.org");
    let eve = json!({ "e": "eve@example.org", "r": "WORKSPACE_ADMIN", "w": WORKSPACE_ID });
    data(&sandbox, &token, ADD, eve);
    let users = "query($d: Id!, $s: UserSearch) { deploymentUsers(deploymentId: $d, user: $s) { username } }";
    let listed = data(&sandbox, &own, users, json!({ "d": etl }));
    let (ada, admin) = (
        json!({ "username": "ada@example.org" }),
        json!({ "username": "admin@sandbox.localhost" }),
    );
    assert_eq!(listed, json!({ "deploymentUsers": [admin, ada] }));
    let search = json!({ "d": etl, "s": { "email": "ada@example.org" } });
    assert_eq!(data(&sandbox, &own, users, search), json!({ "deploymentUsers": [ada] }));

    let update = "mutation($d: Uuid!) { updateDeploymentKedaConfig(deploymentUuid: $d, state: true) { id } }";
    assert_eq!(error(&sandbox, &own, update, json!({ "d": etl })), crate::not_allowed());
    let changed = data(&sandbox, &token, change, arguments("DEPLOYMENT_EDITOR"));
    assert_eq!(changed["deploymentUpdateUserRole"]["role"], "DEPLOYMENT_EDITOR");
    data(&sandbox, &own, update, json!({ "d": etl }));
    assert_eq!(
        data(&sandbox, &token, remove, gone.clone()),
        json!({ "deploymentRemoveUserRole": { "role": "DEPLOYMENT_EDITOR" } })
    );
    assert_eq!(error(&sandbox, &token, remove, gone), absent);
}

#[test]
fn caller_changes_the_own_name_alone() {
    let sandbox = sandbox();
    let (id, token) = user(&sandbox, "ada@example.org");
    let update = "mutation($p: JSON!) { updateSelf(payload: $p) { id fullName username status } }";
    let payload = json!({ "fullName": "Ada L", "username": "root", "status": "banned", "id": "x" });
    assert_eq!(
        data(&sandbox, &token, update, json!({ "p": payload }))["updateSelf"],
        json!({ "id": id, "fullName": "Ada L", "username": "ada@example.org", "status": "active" })
    );
    assert_eq!(
        error(&sandbox, &token, update, json!({ "p": { "fullName": 5 } })).0,
        "Variable \"$_v0_data\" got invalid value 5 at \"_v0_data.fullName\"; Expected type String. String cannot represent a non string value: 5"
    );
    // A service account has no name.
    let key = crate::system_key(&sandbox, "SYSTEM_ADMIN");
    assert_eq!(error(&sandbox, &key, update, json!({ "p": {} })), not_found());
}

/// A user is removed with all their rows, except the service accounts that they created.
#[test]
fn accounts_outlive_the_user_who_made_them() {
    let sandbox = sandbox();
    let token = admin(&sandbox);
    let (id, own) = user(&sandbox, "ada@example.org");
    let made = data(&sandbox, &own, "mutation { createWorkspace(label: \"w\") { id } }", json!({}));
    let workspace = &made["createWorkspace"]["id"];
    let create = "mutation($w: Uuid!) { createWorkspaceServiceAccount(workspaceUuid: $w, label: \"ci\", role: WORKSPACE_EDITOR) { apiKey } }";
    let made = data(&sandbox, &own, create, json!({ "w": workspace }));
    let key = text(&made["createWorkspaceServiceAccount"]["apiKey"]);
    let remove = "mutation($u: Uuid!) { removeUser(userUuid: $u) { id } }";
    data(&sandbox, &token, remove, json!({ "u": id }));
    assert_eq!(error(&sandbox, &own, "{ self { isAdmin } }", json!({})), crate::not_allowed());
    let found = "query($w: Uuid!) { workspace(workspaceUuid: $w) { users { id } roleBindings { role } } email(where: { address: \"ada@example.org\" }) { id } }";
    let (_, found) = crate::ask(&sandbox, &token, found, json!({ "w": workspace }));
    assert_eq!(
        found["data"],
        json!({ "workspace": { "users": [], "roleBindings": [{ "role": "WORKSPACE_EDITOR" }] }, "email": null })
    );
    crate::deployment(&sandbox, &key, workspace.as_str().unwrap(), "etl");
}

#[test]
fn last_administrator_is_not_removed() {
    let sandbox = sandbox();
    let token = admin(&sandbox);
    let (id, _) = user(&sandbox, "ada@example.org");
    let users =
        data(&sandbox, &token, "{ users(user: { username: \"admin\" }) { id } }", json!({}));
    let administrator = &users["users"][0]["id"];
    let remove = "mutation($u: Uuid!) { removeUser(userUuid: $u) { id } }";
    assert_eq!(
        error(&sandbox, &token, remove, json!({ "u": administrator })),
        refusal(
            "There are no other system administrators. Please assign another before removing yourself.",
            "INTERNAL_SERVER_ERROR"
        )
    );
    assert_eq!(error(&sandbox, &token, remove, json!({ "u": "unknown" })), not_found());
    let promote =
        "mutation($u: ID!) { createSystemRoleBinding(userId: $u, role: SYSTEM_ADMIN) { role } }";
    data(&sandbox, &token, promote, json!({ "u": id }));
    let whole = "mutation($u: Uuid!) { removeUser(userUuid: $u) { id createdAt } }";
    assert_eq!(
        error(&sandbox, &token, whole, json!({ "u": administrator })).0,
        "Cannot return null for non-nullable field User.createdAt."
    );
    // This error came after the removal.
    assert_eq!(error(&sandbox, &token, "{ self { isAdmin } }", json!({})), crate::not_allowed());
}

#[test]
fn address_is_shown_to_its_owner_and_to_those_who_list_users() {
    let sandbox = sandbox();
    let (id, token) = user(&sandbox, "ada@example.org");
    let query = "query($w: EmailWhereUniqueInput!) { email(where: $w) { id user { id } } }";
    let own = data(&sandbox, &token, query, json!({ "w": { "address": "Ada@example.org" } }));
    assert_eq!(own["email"]["user"]["id"], *id);
    let by_id = json!({ "w": { "id": own["email"]["id"] } });
    assert_eq!(data(&sandbox, &token, query, by_id)["email"]["user"]["id"], *id);
    let foreign = json!({ "w": { "address": "admin@sandbox.localhost" } });
    assert_eq!(error(&sandbox, &token, query, foreign), crate::not_allowed());
    let unknown = json!({ "w": { "address": "unknown@example.org" } });
    assert_eq!(error(&sandbox, &token, query, unknown.clone()), crate::not_allowed());
    assert_eq!(error(&sandbox, &admin(&sandbox), query, unknown), not_found());
    assert_eq!(
        error(&sandbox, &token, query, json!({ "w": {} })),
        refusal("A required argument was not sent: id, address or token", "BAD_USER_INPUT")
    );
}
