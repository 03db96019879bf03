use std::time::Duration;

use houston_sandbox::{Sandbox, WORKSPACE_ID};
use serde_json::{Value, json};

use crate::socket::{Heard, Socket, release_name};
use crate::{admin, ask, data, deployment, sandbox, system_key, text};

/// A row for each operation, a column for each caller: `y` is allowed, `n` is refused.
///
/// The callers: no token, an invalid token, system viewer, system admin, workspace viewer, editor and admin,
/// deployment viewer and admin, and an admin of another workspace. `$W` and `$D` are the ids of the workspace and the
/// deployment in which they have their roles, `$A` that of an account and `$I` that of an invite of the workspace.
const CALLERS: usize = 10;

const QUERIES: [(&str, &str, &str); 28] = [
    ("airflowRelease", "(where: { tag: \"x\" }) { tag }", "nnyyyyyyyy"),
    ("airflowReleases", "{ tag }", "nnyyyyyyyy"),
    ("appConfig", "{ version }", "yyyyyyyyyy"),
    ("authConfig", "{ localEnabled }", "yyyyyyyyyy"),
    ("card", "(workspaceUuid: $W, stripeCustomerId: \"x\") { name }", "nnnnnnynnn"),
    ("deployment", "(where: { id: $D }) { id }", "nnyyyyyyyn"),
    ("deploymentConfig", "{ maxExtraAu }", "nnyyyyyyyy"),
    (
        "deploymentServiceAccount",
        "(deploymentUuid: $D, serviceAccountUuid: \"x\") { id }",
        "nnyyyyyyyn",
    ),
    ("deploymentServiceAccounts", "(deploymentUuid: $D) { id }", "nnyyyyyyyn"),
    ("deploymentUsers", "(deploymentId: $D) { id }", "nnyyyyyyyn"),
    ("deploymentVariables", "(deploymentUuid: $D) { key }", "nnyyyyyyyn"),
    ("deployments", "{ id }", "nnyynnnnnn"),
    ("email", "(where: { address: \"admin@sandbox.localhost\" }) { address }", "nnyynnnnnn"),
    ("invites", "{ id }", "nnyynnnnnn"),
    ("logs", "(deploymentUuid: $D) { id }", "nnnyyyyyyn"),
    ("self", "{ isAdmin }", "nnyyyyyyyy"),
    ("serviceAccounts", "(entityType: WORKSPACE, entityUuid: $W) { id }", "nnyyyyynnn"),
    ("updateAvailable", "{ version }", "nnyynnnnnn"),
    ("users", "{ id }", "nnyynnnnnn"),
    ("workspace", "(workspaceUuid: $W) { id }", "nnyyyyynnn"),
    ("workspaceDeployment", "(workspaceUuid: $W, releaseName: \"x\") { id }", "nnyyyyynnn"),
    ("workspaceDeployments", "(workspaceUuid: $W) { id }", "nnyyyyynnn"),
    ("workspaceInvites", "(workspaceUuid: $W) { id }", "nnyyyyynnn"),
    (
        "workspaceServiceAccount",
        "(workspaceUuid: $W, serviceAccountUuid: \"x\") { id }",
        "nnyyyyynnn",
    ),
    ("workspaceServiceAccounts", "(workspaceUuid: $W) { id }", "nnyyyyynnn"),
    ("workspaceUser", "(workspaceUuid: $W, user: {}) { id }", "nnyyyyynnn"),
    ("workspaceUsers", "(workspaceUuid: $W) { id }", "nnyyyyynnn"),
    ("workspaces", "{ id }", "nnyyyyyyyy"),
];

const MUTATIONS: [(&str, &str, &str); 46] = [
    ("addCard", "(workspaceUuid: $W, billingEmail: \"x\", token: \"x\") { name }", "nnnnnnynnn"),
    ("addCustomerId", "(workspaceUuid: $W, stripeCustomerId: \"x\") { id }", "nnnynnnnnn"),
    ("confirmEmail", "(token: \"x\") { isAdmin }", "yyyyyyyyyy"),
    (
        "createDeployment",
        "(workspaceUuid: $W, type: \"airflow\", label: \"x\") { id }",
        "nnnnnyynnn",
    ),
    (
        "createDeploymentServiceAccount",
        "(deploymentUuid: $D, label: \"x\", role: DEPLOYMENT_VIEWER) { id }",
        "nnnynyynyn",
    ),
    (
        "createServiceAccount",
        "(entityType: WORKSPACE, entityUuid: $W, label: \"x\", role: WORKSPACE_VIEWER) { id }",
        "nnnynyynnn",
    ),
    ("createSystemRoleBinding", "(userId: \"x\", role: SYSTEM_VIEWER) { id }", "nnnynnnnnn"),
    ("createSystemServiceAccount", "(label: \"x\", role: SYSTEM_VIEWER) { id }", "nnnynnnnnn"),
    ("createToken", "(identity: \"x\", password: \"x\") { isAdmin }", "yyyyyyyyyy"),
    ("createUser", "(email: \"x\", password: \"x\") { isAdmin }", "yyyyyyyyyy"),
    ("createWorkspace", "(label: \"x\") { id }", "nnyyyyyyyy"),
    (
        "createWorkspaceServiceAccount",
        "(workspaceUuid: $W, label: \"x\", role: WORKSPACE_VIEWER) { id }",
        "nnnynyynnn",
    ),
    ("deleteDeployment", "(deploymentUuid: $D) { id }", "nnnynnynyn"),
    (
        "deleteDeploymentServiceAccount",
        "(deploymentUuid: $D, serviceAccountUuid: \"x\") { id }",
        "nnnynyynyn",
    ),
    ("deleteInviteToken", "(inviteUuid: $I) { id }", "nnnynnynnn"),
    ("deleteServiceAccount", "(serviceAccountUuid: $A) { id }", "nnnynyynnn"),
    ("deleteSystemRoleBinding", "(userId: \"x\", role: SYSTEM_VIEWER) { id }", "nnnynnnnnn"),
    ("deleteSystemServiceAccount", "(serviceAccountUuid: \"x\") { id }", "nnnynnnnnn"),
    ("deleteWorkspace", "(workspaceUuid: $W) { id }", "nnnynnynnn"),
    (
        "deleteWorkspaceServiceAccount",
        "(workspaceUuid: $W, serviceAccountUuid: \"x\") { id }",
        "nnnynyynnn",
    ),
    (
        "deploymentAddUserRole",
        "(deploymentId: $D, email: \"x\", role: DEPLOYMENT_VIEWER) { id }",
        "nnnynnynyn",
    ),
    ("deploymentAlertsUpdate", "(deploymentUuid: $D, alertEmails: []) { id }", "nnnynyynyn"),
    ("deploymentRemoveUserRole", "(deploymentId: $D, email: \"x\") { id }", "nnnynnynyn"),
    (
        "deploymentUpdateUserRole",
        "(deploymentId: $D, email: \"x\", role: DEPLOYMENT_VIEWER) { id }",
        "nnnynnynyn",
    ),
    ("extendWorkspaceTrial", "(workspaceUuid: $W, extraDays: 1) { id }", "nnnynnnnnn"),
    ("forgotPassword", "(email: \"x\")", "yyyyyyyyyy"),
    ("inviteUser", "(email: \"x\") { id }", "nnnynnnnnn"),
    ("removeUser", "(userUuid: \"x\") { id }", "nnnynnnnnn"),
    ("resendConfirmation", "(email: \"x\")", "yyyyyyyyyy"),
    ("resetPassword", "(token: \"x\", password: \"x\") { isAdmin }", "yyyyyyyyyy"),
    ("suspendWorkspace", "(workspaceUuid: $W, isSuspended: true) { id }", "nnnynnnnnn"),
    ("updateCard", "(workspaceUuid: $W, billingEmail: \"x\", token: \"x\") { name }", "nnnnnnynnn"),
    ("updateDeployment", "(deploymentUuid: $D) { id }", "nnnynyynyn"),
    (
        "updateDeploymentAirflow",
        "(deploymentUuid: $D, desiredAirflowVersion: \"2.0.0\") { id }",
        "nnnynyynyn",
    ),
    ("updateDeploymentKedaConfig", "(deploymentUuid: $D, state: true) { id }", "nnnynyynyn"),
    (
        "updateDeploymentServiceAccount",
        "(deploymentUuid: $D, serviceAccountUuid: \"x\") { id }",
        "nnnynyynyn",
    ),
    (
        "updateDeploymentVariables",
        "(deploymentUuid: $D, releaseName: \"x\", environmentVariables: []) { key }",
        "nnnynyynyn",
    ),
    ("updateSelf", "(payload: {}) { id }", "nnyyyyyyyy"),
    ("updateServiceAccount", "(serviceAccountUuid: $A) { id }", "nnnynyynnn"),
    ("updateWorkspace", "(workspaceUuid: $W, payload: {}) { id }", "nnnnnyynnn"),
    (
        "updateWorkspaceServiceAccount",
        "(workspaceUuid: $W, serviceAccountUuid: \"x\", payload: {}) { id }",
        "nnnynyynnn",
    ),
    ("upgradeDeployment", "(deploymentUuid: $D) { id }", "nnnynyynyn"),
    ("verifyEmail", "(email: \"x\")", "nnnynnnnnn"),
    ("workspaceAddUser", "(workspaceUuid: $W, email: \"x\") { id }", "nnnynnynnn"),
    ("workspaceRemoveUser", "(workspaceUuid: $W, userUuid: \"x\") { id }", "nnnynnynnn"),
    (
        "workspaceUpdateUserRole",
        "(workspaceUuid: $W, email: \"x\", role: WORKSPACE_VIEWER)",
        "nnnynnynnn",
    ),
];

/// Over a socket, where the caller without a token sends no first message. `$R` is the release name.
const SUBSCRIPTIONS: [(&str, &str, &str); 3] = [
    ("deploymentStatus", "(releaseName: $R) { status }", "nnyyyyyyyy"),
    ("log", "(deploymentUuid: $D) { id }", "nnnyyyyyyn"),
    ("metrics", "(deploymentUuid: $D, metricType: [DEPLOYMENT_QUOTAS]) { label }", "nnnyyyyyyn"),
];

/// The token of a caller, by its column; `deployment` is the deployment of the deployment roles.
fn token_of(sandbox: &Sandbox, caller: usize, deployment: &str) -> String {
    let token = admin(sandbox);
    let workspace = "mutation { createWorkspace(label: \"other\") { id } }";
    let other = || text(&data(sandbox, &token, workspace, json!({}))["createWorkspace"]["id"]);
    let key = |kind: &str, entity: &str, role: &str| {
        text(&account(sandbox, role, kind, entity, role)["apiKey"])
    };
    match caller {
        0 => String::new(),
        1 => "0123456789abcdef0123456789abcdef".to_owned(),
        2 => system_key(sandbox, "SYSTEM_VIEWER"),
        3 => system_key(sandbox, "SYSTEM_ADMIN"),
        4 => key("Workspace", WORKSPACE_ID, "WORKSPACE_VIEWER"),
        5 => key("Workspace", WORKSPACE_ID, "WORKSPACE_EDITOR"),
        6 => key("Workspace", WORKSPACE_ID, "WORKSPACE_ADMIN"),
        7 => key("Deployment", deployment, "DEPLOYMENT_VIEWER"),
        8 => key("Deployment", deployment, "DEPLOYMENT_ADMIN"),
        _ => key("Workspace", &other(), "WORKSPACE_ADMIN"),
    }
}

/// Creates a service account of a `Workspace` or `Deployment`.
fn account(sandbox: &Sandbox, label: &str, kind: &str, entity: &str, role: &str) -> Value {
    let field = format!("create{kind}ServiceAccount");
    let argument = kind.to_lowercase();
    let query = format!(
        "mutation {{ {field}({argument}Uuid: \"{entity}\", label: \"{label}\", role: {role}) {{ apiKey id }} }}"
    );
    data(sandbox, &admin(sandbox), &query, json!({}))[&field].take()
}

/// Each request gets a new sandbox, so that it does not see the changes of others.
fn is_let_through(kind: &str, operation: &str, rest: &str, caller: usize) -> char {
    let sandbox = sandbox();
    let token = admin(&sandbox);
    let id = deployment(&sandbox, &token, WORKSPACE_ID, "etl");
    let caller = token_of(&sandbox, caller, &id);
    let mut request = format!("{kind} {{ {operation}{rest} }}");
    let mut fill_in = |mark: &str, id: &str| request = request.replace(mark, &format!("\"{id}\""));
    fill_in("$W", WORKSPACE_ID);
    fill_in("$D", &id);
    if rest.contains("$A") {
        let victim = account(&sandbox, "victim", "Workspace", WORKSPACE_ID, "WORKSPACE_VIEWER");
        fill_in("$A", &text(&victim["id"]));
    }
    if rest.contains("$I") {
        let invite = "mutation($w: Uuid!) { workspaceAddUser(workspaceUuid: $w, email: \"x\") { invites { id } } }";
        let made = data(&sandbox, &token, invite, json!({ "w": WORKSPACE_ID }));
        fill_in("$I", &text(&made["workspaceAddUser"]["invites"]["id"]));
    }
    let (status, answer) = ask(&sandbox, &caller, &request, json!({}));
    assert_eq!(status, 200, "{request}: {answer}");
    let error = &answer["errors"][0];
    if error["message"] != "Insufficient permissions." {
        return 'y';
    }
    assert_eq!(error["extensions"], json!({ "code": "INTERNAL_SERVER_ERROR" }), "{request}");
    assert_eq!(error["path"], json!([operation]), "{request}");
    'n'
}

fn judge(kind: &str, table: &[(&str, &str, &str)]) {
    for (operation, rest, expected) in table {
        let found: String =
            (0..CALLERS).map(|caller| is_let_through(kind, operation, rest, caller)).collect();
        assert_eq!(found, *expected, "{operation}");
    }
}

#[test]
fn roles_decide_who_may_read_what() {
    judge("query", &QUERIES);
}

#[test]
fn roles_decide_who_may_change_what() {
    judge("mutation", &MUTATIONS);
}

#[tokio::test]
async fn roles_decide_who_may_follow_what() {
    let sandbox = sandbox();
    sandbox.clock().stop();
    let id = deployment(&sandbox, &admin(&sandbox), WORKSPACE_ID, "etl");
    let release = release_name(&sandbox, &id);
    let tokens: Vec<_> = (0..CALLERS).map(|caller| token_of(&sandbox, caller, &id)).collect();
    let server = sandbox.listen().await.unwrap();
    let mut found = SUBSCRIPTIONS.map(|_| String::new());
    for (caller, token) in tokens.iter().enumerate() {
        let mut socket = Socket::open(&server.socket_url(), "graphql-ws").await.unwrap().0;
        if caller > 0 {
            let init = json!({ "type": "connection_init", "payload": { "authorization": token } });
            socket.say(init).await;
            let answer = socket.hear().await;
            if answer != Heard::Said(json!({ "type": "connection_ack" })) {
                assert_eq!(caller, 1, "{answer:?}");
                found.iter_mut().for_each(|all| all.push('n'));
                continue;
            }
        }
        for ((operation, rest, _), all) in SUBSCRIPTIONS.iter().zip(&mut found) {
            let rest =
                rest.replace("$R", &format!("{release:?}")).replace("$D", &format!("{id:?}"));
            socket
                .start(operation, &format!("subscription {{ {operation}{rest} }}"), json!({}))
                .await;
            socket.settle().await;
            server.sandbox().clock().advance(Duration::from_secs(30));
            let answer = socket.data(operation).await;
            socket.say(json!({ "type": "stop", "id": operation })).await;
            // Events that came with the first one.
            socket.settle_after(operation).await;
            let refused = match caller {
                0 => "Cannot read property 'session' of undefined",
                _ => "Insufficient permissions.",
            };
            all.push(match &answer["errors"][0] {
                Value::Null => 'y',
                error => {
                    assert_eq!(error["message"], refused, "{operation}: {answer}");
                    assert_eq!(answer["data"], json!({ *operation: null }));
                    'n'
                }
            });
        }
    }
    assert_eq!(found, SUBSCRIPTIONS.map(|(_, _, expected)| expected.to_owned()));
}

/// The tables above list every operation.
#[test]
fn every_operation_has_its_row() {
    let query = "{ __schema { queryType { fields { name } } mutationType { fields { name } }
        subscriptionType { fields { name } } } }";
    let schema = data(&sandbox(), "", query, json!({}));
    let mut missing = Vec::new();
    for (root, table) in [
        ("queryType", &QUERIES[..]),
        ("mutationType", &MUTATIONS),
        ("subscriptionType", &SUBSCRIPTIONS),
    ] {
        for field in schema["__schema"][root]["fields"].as_array().unwrap() {
            if !table.iter().any(|(operation, ..)| field["name"] == *operation) {
                missing.push(text(&field["name"]));
            }
        }
    }
    assert_eq!(missing, Vec::<String>::new());
}
