use houston_sandbox::WORKSPACE_ID;
use serde_json::{Value, json};

use crate::{admin, ask, data, deployment, sandbox, system_key, text};

/// A row for each request, a column for each caller: `y` is served, `n` is refused.
///
/// The callers: nobody, a token that nobody has, system viewer, system admin, workspace viewer, editor and admin,
/// deployment viewer and admin, and an admin of another workspace.
const CALLERS: usize = 10;

const TABLE: [(&str, &str); 18] = [
    ("{ appConfig { version } }", "yyyyyyyyyy"),
    ("{ self { isAdmin } }", "nnyyyyyyyy"),
    ("{ workspaces { id } }", "nnyyyyyyyy"),
    ("{ deployments { id } }", "nnyynnnnnn"),
    ("{ users { id } }", "nnyynnnnnn"),
    ("query($w: Uuid!) { workspace(workspaceUuid: $w) { id } }", "nnyyyyynnn"),
    ("query($w: Uuid!) { workspaceDeployments(workspaceUuid: $w) { id } }", "nnyyyyynnn"),
    ("query($d: String) { deployment(where: { id: $d }) { id } }", "nnyyyyyyyn"),
    ("query($w: Uuid!) { workspaceServiceAccounts(workspaceUuid: $w) { id } }", "nnyyyyynnn"),
    ("query($d: Uuid!) { deploymentServiceAccounts(deploymentUuid: $d) { id } }", "nnyyyyyyyn"),
    (
        "query($w: Uuid!) { serviceAccounts(entityType: WORKSPACE, entityUuid: $w) { id } }",
        "nnyyyyynnn",
    ),
    ("mutation { createWorkspace(label: \"x\") { id } }", "nnyyyyyyyy"),
    (
        "mutation($w: Uuid!, $n: String!) { createDeployment(workspaceUuid: $w, type: \"airflow\", label: $n) { id } }",
        "nnnnnyynnn",
    ),
    (
        "mutation($w: Uuid!) { updateWorkspace(workspaceUuid: $w, payload: {}) { id } }",
        "nnnnnyynnn",
    ),
    ("mutation($d: Uuid!) { updateDeployment(deploymentUuid: $d) { id } }", "nnnynyynyn"),
    (
        "mutation($n: String!) { createSystemServiceAccount(label: $n, role: SYSTEM_VIEWER) { id } }",
        "nnnynnnnnn",
    ),
    (
        "mutation($w: Uuid!, $n: String!) { createServiceAccount(entityType: WORKSPACE, entityUuid: $w, label: $n, role: WORKSPACE_VIEWER) { id } }",
        "nnnynyynnn",
    ),
    (
        "mutation($d: Uuid!, $n: String!) { createDeploymentServiceAccount(deploymentUuid: $d, label: $n, role: DEPLOYMENT_VIEWER) { id } }",
        "nnnynyynyn",
    ),
];

#[test]
fn roles_decide_who_may_do_what() {
    let sandbox = sandbox();
    let token = admin(&sandbox);
    let id = deployment(&sandbox, &token, WORKSPACE_ID, "etl");
    let other =
        data(&sandbox, &token, "mutation { createWorkspace(label: \"other\") { id } }", json!({}));
    let other = text(&other["createWorkspace"]["id"]);
    let key = |kind: &str, entity: &str, role: &str| {
        let field = format!("create{kind}ServiceAccount");
        let query = format!(
            "mutation($e: Uuid!, $r: Role!, $l: String!) {{ {field}({}Uuid: $e, label: $l, role: $r) {{ apiKey }} }}",
            kind.to_lowercase(),
        );
        let made = data(&sandbox, &token, &query, json!({ "e": entity, "r": role, "l": role }));
        text(&made[&field]["apiKey"])
    };
    let callers: [String; CALLERS] = [
        String::new(),
        "0123456789abcdef0123456789abcdef".to_owned(),
        system_key(&sandbox, "SYSTEM_VIEWER"),
        system_key(&sandbox, "SYSTEM_ADMIN"),
        key("Workspace", WORKSPACE_ID, "WORKSPACE_VIEWER"),
        key("Workspace", WORKSPACE_ID, "WORKSPACE_EDITOR"),
        key("Workspace", WORKSPACE_ID, "WORKSPACE_ADMIN"),
        key("Deployment", &id, "DEPLOYMENT_VIEWER"),
        key("Deployment", &id, "DEPLOYMENT_ADMIN"),
        key("Workspace", &other, "WORKSPACE_ADMIN"),
    ];
    let mut number = 0;
    let found = TABLE.map(|(query, _)| {
        let served: String = callers
            .iter()
            .map(|caller| {
                number += 1;
                let variables = json!({ "w": WORKSPACE_ID, "d": id, "n": format!("new {number}") });
                // Only variables that the operation defines.
                let variables = variables.as_object().into_iter().flatten();
                let variables: serde_json::Map<String, Value> = variables
                    .filter(|(name, _)| query.contains(&format!("${name}:")))
                    .map(|(name, value)| (name.clone(), value.clone()))
                    .collect();
                let (status, answer) = ask(&sandbox, caller, query, variables.into());
                assert_eq!(status, 200, "{query}");
                let Some(error) = answer["errors"].get(0) else {
                    return 'y';
                };
                let field = answer["data"].as_object().and_then(|data| data.keys().next()).unwrap();
                assert_eq!(
                    (
                        &error["message"],
                        &error["extensions"],
                        &error["path"],
                        &answer["data"][field]
                    ),
                    (
                        &json!("Insufficient permissions."),
                        &json!({ "code": "INTERNAL_SERVER_ERROR" }),
                        &json!([field]),
                        &Value::Null
                    ),
                    "{query}"
                );
                'n'
            })
            .collect();
        (query, served)
    });
    assert_eq!(found, TABLE.map(|(query, served)| (query, served.to_owned())));
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
