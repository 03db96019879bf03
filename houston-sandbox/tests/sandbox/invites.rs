use houston_sandbox::{Purpose, WORKSPACE_ID};
use serde_json::{Value, json};

use crate::{admin, data, error, not_allowed, not_found, refusal, sandbox, text, user};

const INVITE: &str = "mutation($e: String!) { inviteUser(email: $e) { id token } }";

const ADD: &str = "mutation($e: String!, $w: Uuid, $r: Role!, $d: [DeploymentRoles]) {
    workspaceAddUser(email: $e, workspaceUuid: $w, role: $r, deploymentRoles: $d) { id invites { id } users { username } }
}";

const DELETE: &str = "mutation($i: Uuid, $w: Uuid) { deleteInviteToken(inviteUuid: $i, workspaceUuid: $w) { id email } }";

#[test]
fn invites_are_listed_and_searched() {
    let sandbox = sandbox();
    let token = admin(&sandbox);
    let first = data(&sandbox, &token, INVITE, json!({ "e": "Ada@example.org" }));
    let add = json!({ "e": "eve@example.org", "w": WORKSPACE_ID, "r": "WORKSPACE_EDITOR" });
    data(&sandbox, &token, ADD, add);
    let all = "query($s: InviteSearch, $w: Uuid!) {
        invites(invite: $s) { email role } workspaceInvites(workspaceUuid: $w, invite: $s) { email role } }";
    let (ada, eve) = (
        json!({ "email": "ada@example.org", "role": "WORKSPACE_ADMIN" }),
        json!({ "email": "eve@example.org", "role": "WORKSPACE_EDITOR" }),
    );
    let id = &first["inviteUser"]["id"];
    for (search, expected, of_workspace) in [
        (Value::Null, json!([ada, eve]), json!([eve])),
        (json!({ "email": "EXAMPLE" }), json!([ada, eve]), json!([eve])),
        (json!({ "email": "ada@" }), json!([ada]), json!([])),
        // An id overrides the other fields.
        (json!({ "inviteUuid": id, "email": "eve" }), json!([ada]), json!([])),
    ] {
        let found = data(&sandbox, &token, all, json!({ "s": search, "w": WORKSPACE_ID }));
        assert_eq!(
            found,
            json!({ "invites": expected, "workspaceInvites": of_workspace }),
            "{search}"
        );
    }
    let whole = data(&sandbox, &token, "{ invites { id uuid token createdAt } }", json!({}));
    let whole = &whole["invites"][0];
    assert_eq!(whole["uuid"], *id);
    assert_eq!(whole["token"], sandbox.letters().unwrap()[0].token);
    assert!(sandbox.letters().unwrap().iter().all(|letter| letter.purpose == Purpose::Invite));
}

#[test]
fn invites_are_sent_once() {
    let sandbox = sandbox();
    let token = admin(&sandbox);
    let invited = refusal("User already invited", "USER_ALREADY_INVITED");
    let add = json!({ "e": "Ada@example.org", "w": WORKSPACE_ID, "r": "WORKSPACE_EDITOR" });
    data(&sandbox, &token, ADD, add.clone());
    assert_eq!(error(&sandbox, &token, ADD, add), invited);
    assert_eq!(error(&sandbox, &token, INVITE, json!({ "e": "ada@example.org" })), invited);
    assert_eq!(
        error(&sandbox, &token, INVITE, json!({ "e": "ADMIN@sandbox.localhost" })),
        refusal("Email address in use", "DUPLICATE_EMAIL")
    );
}

/// A sign-up redeems all invites to an address, with their roles.
#[test]
fn invited_user_has_the_roles_of_all_invites() {
    let sandbox = sandbox();
    let token = admin(&sandbox);
    let id = crate::deployment(&sandbox, &token, WORKSPACE_ID, "etl");
    let roles = json!([{ "deploymentId": id, "role": "DEPLOYMENT_EDITOR" }]);
    let add =
        json!({ "e": "ada@example.org", "w": WORKSPACE_ID, "r": "WORKSPACE_VIEWER", "d": roles });
    data(&sandbox, &token, ADD, add);
    let other = "mutation { createWorkspace(label: \"other\") { id } }";
    let other = data(&sandbox, &token, other, json!({}));
    let other = &other["createWorkspace"]["id"];
    let add = json!({ "e": "ada@example.org", "w": other, "r": "WORKSPACE_ADMIN" });
    data(&sandbox, &token, ADD, add);
    let last = sandbox.letters().unwrap().pop().unwrap();
    let create = "mutation($t: String) { createUser(email: \"ada@example.org\", password: \"p\", inviteToken: $t) {
        user { roleBindings { role workspace { id } deployment { id } } } } }";
    let made = data(&sandbox, "", create, json!({ "t": last.token }));
    assert_eq!(
        made["createUser"]["user"]["roleBindings"],
        json!([
            { "role": "WORKSPACE_VIEWER", "workspace": { "id": WORKSPACE_ID }, "deployment": null },
            { "role": "DEPLOYMENT_EDITOR", "workspace": null, "deployment": { "id": id } },
            { "role": "WORKSPACE_ADMIN", "workspace": { "id": other }, "deployment": null },
        ])
    );
    assert_eq!(data(&sandbox, &token, "{ invites { id } }", json!({})), json!({ "invites": [] }));
}

/// The server lets every account revoke any invite. The sandbox requires the permission to invite.
#[test]
fn invite_is_revoked_by_those_who_may_invite() {
    let sandbox = sandbox();
    let token = admin(&sandbox);
    let (_, stranger) = user(&sandbox, "eve@example.org");
    let invited = data(&sandbox, &token, INVITE, json!({ "e": "ada@example.org" }));
    let id = text(&invited["inviteUser"]["id"]);
    assert_eq!(error(&sandbox, &stranger, DELETE, json!({ "i": id })), not_allowed());
    // An invite to the platform is not an invite to a workspace.
    let arguments = json!({ "i": id, "w": WORKSPACE_ID });
    assert_eq!(error(&sandbox, &token, DELETE, arguments), not_found());
    assert_eq!(
        error(&sandbox, &token, DELETE, json!({})),
        refusal("A required argument was not sent: inviteUuid", "BAD_USER_INPUT")
    );
    assert_eq!(
        data(&sandbox, &token, DELETE, json!({ "i": id })),
        json!({ "deleteInviteToken": { "id": id, "email": null } })
    );
    assert_eq!(error(&sandbox, &token, DELETE, json!({ "i": id })), not_found());
    let create = "mutation($t: String) { createUser(email: \"ada@example.org\", password: \"p\", inviteToken: $t) { isAdmin } }";
    let arguments = json!({ "t": invited["inviteUser"]["token"] });
    assert_eq!(error(&sandbox, "", create, arguments).0, "Invite token not found");
}

/// A workspace shows an invite only to callers who may list invites, because it contains a token.
#[test]
fn workspace_does_not_give_its_invites_away() {
    let sandbox = sandbox();
    let token = admin(&sandbox);
    let id = crate::deployment(&sandbox, &token, WORKSPACE_ID, "etl");
    let add = json!({ "e": "ada@example.org", "w": WORKSPACE_ID, "r": "WORKSPACE_ADMIN" });
    data(&sandbox, &token, ADD, add);
    let key = "mutation($d: Uuid!) { createDeploymentServiceAccount(deploymentUuid: $d, label: \"k\", role: DEPLOYMENT_VIEWER) { apiKey } }";
    let key = data(&sandbox, &token, key, json!({ "d": id }));
    let key = text(&key["createDeploymentServiceAccount"]["apiKey"]);
    let query =
        "query($d: String) { deployment(where: { id: $d }) { workspace { invites { email } } } }";
    let shown = |token: &str| {
        let mut found = data(&sandbox, token, query, json!({ "d": id }));
        found["deployment"]["workspace"]["invites"].take()
    };
    assert_eq!(shown(&token), json!({ "email": "ada@example.org" }));
    assert_eq!(shown(&key), Value::Null);
}
