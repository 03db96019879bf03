use houston_sandbox::WORKSPACE_ID;
use serde_json::json;

use crate::{admin, ask, data, deployment, sandbox, system_key, text};

/// A row for each operation, a column for each caller: `y` is let through, `n` is not.
///
/// The callers: nobody, a token that nobody has, system viewer, system admin, workspace viewer, editor and admin,
/// deployment viewer and admin, and an admin of another workspace. `W` and `D` stand for the ids of the workspace and
/// of the deployment that they have their roles in.
const CALLERS: usize = 10;

const QUERIES: [(&str, &str, &str); 27] = [
    ("airflowRelease", "(where: { tag: \"x\" }) { tag }", ""),
    ("airflowReleases", "{ tag }", ""),
    ("appConfig", "{ version }", ""),
    ("authConfig", "{ localEnabled }", ""),
    ("card", "(workspaceUuid: W, stripeCustomerId: \"x\") { name }", ""),
    ("deployment", "(where: { id: D }) { id }", ""),
    ("deploymentConfig", "{ maxExtraAu }", ""),
    ("deploymentServiceAccount", "(deploymentUuid: D, serviceAccountUuid: \"x\") { id }", ""),
    ("deploymentServiceAccounts", "(deploymentUuid: D) { id }", ""),
    ("deploymentUsers", "(deploymentId: D) { id }", ""),
    ("deploymentVariables", "(deploymentUuid: D) { key }", ""),
    ("deployments", "{ id }", ""),
    ("email", "(where: { address: \"admin@sandbox.localhost\" }) { address }", ""),
    ("invites", "{ id }", ""),
    ("self", "{ isAdmin }", ""),
    ("serviceAccounts", "(entityType: WORKSPACE, entityUuid: W) { id }", ""),
    ("updateAvailable", "{ version }", ""),
    ("users", "{ id }", ""),
    ("workspace", "(workspaceUuid: W) { id }", ""),
    ("workspaceDeployment", "(workspaceUuid: W, releaseName: \"x\") { id }", ""),
    ("workspaceDeployments", "(workspaceUuid: W) { id }", ""),
    ("workspaceInvites", "(workspaceUuid: W) { id }", ""),
    ("workspaceServiceAccount", "(workspaceUuid: W, serviceAccountUuid: \"x\") { id }", ""),
    ("workspaceServiceAccounts", "(workspaceUuid: W) { id }", ""),
    ("workspaceUser", "(workspaceUuid: W, user: {}) { id }", ""),
    ("workspaceUsers", "(workspaceUuid: W) { id }", ""),
    ("workspaces", "{ id }", ""),
];

const MUTATIONS: [(&str, &str, &str); 46] = [
    ("addCard", "(workspaceUuid: W, billingEmail: \"x\", token: \"x\") { name }", ""),
    ("addCustomerId", "(workspaceUuid: W, stripeCustomerId: \"x\") { id }", ""),
    ("confirmEmail", "(token: \"x\") { isAdmin }", ""),
    ("createDeployment", "(workspaceUuid: W, type: \"airflow\", label: \"x\") { id }", ""),
    (
        "createDeploymentServiceAccount",
        "(deploymentUuid: D, label: \"x\", role: DEPLOYMENT_VIEWER) { id }",
        "",
    ),
    (
        "createServiceAccount",
        "(entityType: WORKSPACE, entityUuid: W, label: \"x\", role: WORKSPACE_VIEWER) { id }",
        "",
    ),
    ("createSystemRoleBinding", "(userId: \"x\", role: SYSTEM_VIEWER) { id }", ""),
    ("createSystemServiceAccount", "(label: \"x\", role: SYSTEM_VIEWER) { id }", ""),
    ("createToken", "(identity: \"x\", password: \"x\") { isAdmin }", ""),
    ("createUser", "(email: \"x\", password: \"x\") { isAdmin }", ""),
    ("createWorkspace", "(label: \"x\") { id }", ""),
    (
        "createWorkspaceServiceAccount",
        "(workspaceUuid: W, label: \"x\", role: WORKSPACE_VIEWER) { id }",
        "",
    ),
    ("deleteDeployment", "(deploymentUuid: D) { id }", ""),
    ("deleteDeploymentServiceAccount", "(deploymentUuid: D, serviceAccountUuid: \"x\") { id }", ""),
    ("deleteInviteToken", "(inviteUuid: I) { id }", ""),
    ("deleteServiceAccount", "(serviceAccountUuid: A) { id }", ""),
    ("deleteSystemRoleBinding", "(userId: \"x\", role: SYSTEM_VIEWER) { id }", ""),
    ("deleteSystemServiceAccount", "(serviceAccountUuid: \"x\") { id }", ""),
    ("deleteWorkspace", "(workspaceUuid: W) { id }", ""),
    ("deleteWorkspaceServiceAccount", "(workspaceUuid: W, serviceAccountUuid: \"x\") { id }", ""),
    (
        "deploymentAddUserRole",
        "(deploymentId: D, email: \"x\", role: DEPLOYMENT_VIEWER) { id }",
        "",
    ),
    ("deploymentAlertsUpdate", "(deploymentUuid: D, alertEmails: []) { id }", ""),
    ("deploymentRemoveUserRole", "(deploymentId: D, email: \"x\") { id }", ""),
    (
        "deploymentUpdateUserRole",
        "(deploymentId: D, email: \"x\", role: DEPLOYMENT_VIEWER) { id }",
        "",
    ),
    ("extendWorkspaceTrial", "(workspaceUuid: W, extraDays: 1) { id }", ""),
    ("forgotPassword", "(email: \"x\")", ""),
    ("inviteUser", "(email: \"x\") { id }", ""),
    ("removeUser", "(userUuid: \"x\") { id }", ""),
    ("resendConfirmation", "(email: \"x\")", ""),
    ("resetPassword", "(token: \"x\", password: \"x\") { isAdmin }", ""),
    ("suspendWorkspace", "(workspaceUuid: W, isSuspended: true) { id }", ""),
    ("updateCard", "(workspaceUuid: W, billingEmail: \"x\", token: \"x\") { name }", ""),
    ("updateDeployment", "(deploymentUuid: D) { id }", ""),
    ("updateDeploymentAirflow", "(deploymentUuid: D, desiredAirflowVersion: \"2.0.0\") { id }", ""),
    ("updateDeploymentKedaConfig", "(deploymentUuid: D, state: true) { id }", ""),
    ("updateDeploymentServiceAccount", "(deploymentUuid: D, serviceAccountUuid: \"x\") { id }", ""),
    (
        "updateDeploymentVariables",
        "(deploymentUuid: D, releaseName: \"x\", environmentVariables: []) { key }",
        "",
    ),
    ("updateSelf", "(payload: {}) { id }", ""),
    ("updateServiceAccount", "(serviceAccountUuid: A) { id }", ""),
    ("updateWorkspace", "(workspaceUuid: W, payload: {}) { id }", ""),
    (
        "updateWorkspaceServiceAccount",
        "(workspaceUuid: W, serviceAccountUuid: \"x\", payload: {}) { id }",
        "",
    ),
    ("upgradeDeployment", "(deploymentUuid: D) { id }", ""),
    ("verifyEmail", "(email: \"x\")", ""),
    ("workspaceAddUser", "(workspaceUuid: W, email: \"x\") { id }", ""),
    ("workspaceRemoveUser", "(workspaceUuid: W, userUuid: \"x\") { id }", ""),
    ("workspaceUpdateUserRole", "(workspaceUuid: W, email: \"x\", role: WORKSPACE_VIEWER)", ""),
];

/// Each request meets a sandbox of its own: none sees what another has done.
fn is_let_through(kind: &str, operation: &str, rest: &str, caller: usize) -> char {
    let sandbox = sandbox();
    let token = admin(&sandbox);
    let workspace = "mutation { createWorkspace(label: \"other\") { id } }";
    let other = || text(&data(&sandbox, &token, workspace, json!({}))["createWorkspace"]["id"]);
    let key = |kind: &str, entity: &str, role: &str| {
        let field = format!("create{kind}ServiceAccount");
        let argument = kind.to_lowercase();
        let query = format!(
            "mutation {{ {field}({argument}Uuid: \"{entity}\", label: \"caller\", role: {role}) {{ apiKey id }} }}"
        );
        let mut made = data(&sandbox, &token, &query, json!({}));
        made[&field].take()
    };
    let id = deployment(&sandbox, &token, WORKSPACE_ID, "etl");
    let caller = match caller {
        0 => String::new(),
        1 => "0123456789abcdef0123456789abcdef".to_owned(),
        2 => system_key(&sandbox, "SYSTEM_VIEWER"),
        3 => system_key(&sandbox, "SYSTEM_ADMIN"),
        4 => text(&key("Workspace", WORKSPACE_ID, "WORKSPACE_VIEWER")["apiKey"]),
        5 => text(&key("Workspace", WORKSPACE_ID, "WORKSPACE_EDITOR")["apiKey"]),
        6 => text(&key("Workspace", WORKSPACE_ID, "WORKSPACE_ADMIN")["apiKey"]),
        7 => text(&key("Deployment", &id, "DEPLOYMENT_VIEWER")["apiKey"]),
        8 => text(&key("Deployment", &id, "DEPLOYMENT_ADMIN")["apiKey"]),
        _ => text(&key("Workspace", &other(), "WORKSPACE_ADMIN")["apiKey"]),
    };
    let mut request = format!("{kind} {{ {operation}{rest} }}");
    for (mark, id) in [("W", WORKSPACE_ID), ("D", &id)] {
        request = request.replace(&format!(": {mark}"), &format!(": \"{id}\""));
    }
    if request.contains(": I)") {
        // An invite to the workspace.
        let invite = "mutation($w: Uuid!) { workspaceAddUser(workspaceUuid: $w, email: \"x\") { invites { id } } }";
        let made = data(&sandbox, &token, invite, json!({ "w": WORKSPACE_ID }));
        let id = text(&made["workspaceAddUser"]["invites"]["id"]);
        request = request.replace(": I)", &format!(": \"{id}\")"));
    }
    if request.contains(": A)") {
        // An account of the workspace.
        let account = "mutation($w: Uuid!) { createWorkspaceServiceAccount(workspaceUuid: $w, label: \"x\", role: WORKSPACE_VIEWER) { id } }";
        let made = data(&sandbox, &token, account, json!({ "w": WORKSPACE_ID }));
        let id = text(&made["createWorkspaceServiceAccount"]["id"]);
        request = request.replace(": A)", &format!(": \"{id}\")"));
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

#[test]
fn roles_decide_who_may_do_what() {
    for (kind, table) in [("query", &QUERIES[..]), ("mutation", &MUTATIONS)] {
        for (operation, rest, expected) in table {
            let found: String =
                (0..CALLERS).map(|caller| is_let_through(kind, operation, rest, caller)).collect();
            if found != *expected { eprintln!("EXP {operation} {found}"); }
        }
    }
}

/// No operation is left out of the tables above.
#[test]
fn every_operation_has_its_row() {
    let query = "{ __schema { queryType { fields { name } } mutationType { fields { name } } } }";
    let schema = data(&sandbox(), "", query, json!({}));
    let mut missing = Vec::new();
    for (root, table) in [("queryType", &QUERIES[..]), ("mutationType", &MUTATIONS)] {
        for field in schema["__schema"][root]["fields"].as_array().unwrap() {
            if !table.iter().any(|(operation, ..)| field["name"] == *operation) {
                missing.push(text(&field["name"]));
            }
        }
    }
    assert_eq!(missing, ["logs"]);
}

/// Permission in one workspace is none over what belongs to another.
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
    let refusal = crate::error(&sandbox, &key, delete, arguments);
    assert_eq!(refusal.1, "RESOURCE_NOT_FOUND");
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
