//! Seeds: the objects that a store starts with.

use houston_sandbox::Sandbox;
use serde_json::json;

use crate::{admin, ask, data, text};

const SEED: &str = "\
users:
  ada: { email: Ada@example.com, fullName: Ada, password: secret, role: SYSTEM_VIEWER }
workspaces:
  data:
    label: Data
    users: { ada: WORKSPACE_ADMIN }
deployments:
  etl:
    workspace: data
    label: ETL
    executor: LocalExecutor
    releaseName: lunar-probe-1234
    variables: { STAGE: test }
serviceAccounts:
  ci: { label: CI, role: SYSTEM_ADMIN, apiKey: 0123456789abcdef0123456789abcdef }
  deployer: { label: Deployer, role: DEPLOYMENT_EDITOR, deployment: etl }
  boss: { label: Boss, role: WORKSPACE_ADMIN, workspace: data, apiKey: fedcba9876543210fedcba9876543210 }
";

const KEY: &str = "0123456789abcdef0123456789abcdef";

#[test]
fn a_seed_has_readable_ids() {
    let sandbox = Sandbox::builder().seed(SEED).unwrap().in_memory().unwrap();
    let query = "query($d: Uuid!, $w: Uuid!) {
        deployments { id label releaseName workspace { id label } config
            environmentVariables { key value } serviceAccounts { label } }
        workspace(workspaceUuid: $w) { users { username } roleBindings { role } }
        users(user: { email: \"ada@example.com\" }) { id fullName }
        deploymentServiceAccounts(deploymentUuid: $d) { id label }
    }";
    let ids = json!({ "d": "ck00000000000000000000etl", "w": "ck0000000000000000000data" });
    let found = data(&sandbox, KEY, query, ids);
    assert_eq!(
        found["deployments"],
        json!([{
            "id": "ck00000000000000000000etl", "label": "ETL", "releaseName": "lunar-probe-1234",
            "workspace": { "id": "ck0000000000000000000data", "label": "Data" },
            "config": { "executor": "LocalExecutor" },
            "environmentVariables": [{ "key": "STAGE", "value": "test" }],
            "serviceAccounts": [{ "label": "Deployer" }],
        }])
    );
    assert_eq!(
        found["workspace"]["roleBindings"],
        json!([{ "role": "WORKSPACE_ADMIN" }, { "role": "WORKSPACE_ADMIN" }])
    );
    assert_eq!(found["users"][0]["fullName"], "Ada");
    let query = "mutation { createToken(identity: \"ada@example.com\", password: \"secret\") { token { value } } }";
    let token = text(&data(&sandbox, "", query, json!({}))["createToken"]["token"]["value"]);
    let found = data(&sandbox, &token, "{ self { user { fullName } } }", json!({}));
    assert_eq!(found["self"]["user"]["fullName"], "Ada");
}

#[test]
fn secrets_stay_hidden_and_invites_can_be_taken() {
    let seed = SEED.replace("    variables:", "    secrets: { TOKEN: hunter2 }\n    variables:")
        + "invites:\n  bob: { email: Bob@example.com, workspace: data, role: WORKSPACE_EDITOR, token: welcome }\n  \
           eve: { email: eve@example.com }\n";
    let sandbox = Sandbox::builder().seed(&seed).unwrap().in_memory().unwrap();
    let query = "query($w: Uuid!) {
        deployments { environmentVariables { key value isSecret } }
        workspaceInvites(workspaceUuid: $w) { id email role }
        invites { email }
    }";
    let found = data(&sandbox, KEY, query, json!({ "w": "ck0000000000000000000data" }));
    assert_eq!(
        found,
        json!({
            "deployments": [{ "environmentVariables": [
                { "key": "STAGE", "value": "test", "isSecret": false },
                { "key": "TOKEN", "value": "", "isSecret": true },
            ] }],
            "workspaceInvites": [{ "id": "ck00000000000000000000bob", "email": "bob@example.com", "role": "WORKSPACE_EDITOR" }],
            "invites": [{ "email": "bob@example.com" }, { "email": "eve@example.com" }],
        })
    );
    let create = "mutation { createUser(email: \"bob@example.com\", password: \"x\", inviteToken: \"welcome\") {
        user { roleBindings { role workspace { label } } }
    } }";
    let made = data(&sandbox, "", create, json!({}));
    assert_eq!(
        made["createUser"]["user"]["roleBindings"],
        json!([{ "role": "WORKSPACE_EDITOR", "workspace": { "label": "Data" } }])
    );
}

#[test]
fn a_seed_does_not_overwrite_existing_objects() {
    let dir = tempfile::tempdir().unwrap();
    let open = || Sandbox::builder().seed(SEED).unwrap().open(dir.path());
    let rename = "mutation { updateWorkspace(workspaceUuid: \"ck0000000000000000000data\", payload: { label: \"Mine\" }) { id } }";
    data(&open().unwrap(), "fedcba9876543210fedcba9876543210", rename, json!({}));
    let query = "{ workspace(workspaceUuid: \"ck0000000000000000000data\") { label roleBindings { role } } }";
    let found = data(&open().unwrap(), KEY, query, json!({}));
    assert_eq!(
        found["workspace"],
        json!({ "label": "Mine", "roleBindings": [{ "role": "WORKSPACE_ADMIN" }, { "role": "WORKSPACE_ADMIN" }] })
    );
}

#[test]
fn an_invalid_seed_is_refused_with_its_line() {
    for (seed, line, part) in [
        ("users:\n  ada: { email: ada }\n", 2, "`ada` is not a valid address"),
        ("users:\n  Ada: { email: a@b.c }\n", 2, "`Ada` is not a valid key"),
        ("users:\n  ada: { mail: a@b.c }\n", 2, "mail"),
        ("users:\n  ada: { email: a@b.c, role: WORKSPACE_ADMIN }\n", 2, "begins with `SYSTEM_`"),
        ("users:\n  a: { email: a@b.c }\n  b: { email: A@b.c }\n", 3, "used twice"),
        (
            "workspaces:\n  data:\n    label: x\n    users:\n      bob: WORKSPACE_ADMIN\n",
            5,
            "there is no user `bob`",
        ),
        (
            "deployments:\n  etl:\n    label: x\n    workspace: nope\n",
            4,
            "there is no workspace `nope`",
        ),
        (
            "workspaces: { w: { label: x } }\ndeployments:\n  a: { label: x, workspace: w }\n  b: { label: x, workspace: w }\n",
            4,
            "used twice",
        ),
        (
            "serviceAccounts:\n  ci:\n    label: x\n    role: SYSTEM_ADMIN\n    apiKey: short\n",
            5,
            "32 lowercase hexadecimal digits",
        ),
        (
            "serviceAccounts:\n  ci:\n    label: x\n    role: SYSTEM_OWNER\n",
            4,
            "begins with `SYSTEM_`",
        ),
        (
            "workspaces: { a: { label: x } }\nusers: { a: { email: a@b.c } }\n",
            1,
            "give the same id",
        ),
        ("invites:\n  bob: { email: b@c.d, workspace: nope }\n", 2, "there is no workspace `nope`"),
        ("invites:\n  bob: { email: b@c.d, role: WORKSPACE_ADMIN }\n", 2, "cannot have a `role`"),
        ("invites:\n  a: { email: b@c.d }\n  b: { email: B@c.d }\n", 3, "used twice"),
        (
            "users: { ada: { email: a@b.c } }\ninvites:\n  bob: { email: A@b.c }\n",
            3,
            "already the address of a user",
        ),
        (
            "workspaces: { w: { label: x } }\ndeployments:\n  a: { label: x, workspace: w, variables: { A: b }, secrets: { A: c } }\n",
            3,
            "both a variable and a secret",
        ),
        ("users: [\n", 0, ""),
        ("nope: {}\n", 1, "nope"),
    ] {
        let error = Sandbox::builder().seed(seed).unwrap_err().to_string();
        assert!(error.contains(part), "{seed}\n{error}");
        assert!(line == 0 || error.contains(&format!("line {line}")), "{seed}\n{error}");
    }
}

#[test]
fn a_conflicting_seed_leaves_the_store_unchanged() {
    let dir = tempfile::tempdir().unwrap();
    drop(Sandbox::open(dir.path()).unwrap());
    let seed = "workspaces: { data: { label: Data } }\nusers: { me: { email: admin@sandbox.localhost } }\n";
    let error = Sandbox::builder().seed(seed).unwrap().open(dir.path()).unwrap_err().to_string();
    assert!(error.contains("line 2: another user"), "{error}");
    let sandbox = Sandbox::open(dir.path()).unwrap();
    let query = "{ workspace(workspaceUuid: \"ck0000000000000000000data\") { id } users { id } }";
    let (_, answer) = ask(&sandbox, &admin(&sandbox), query, json!({}));
    assert_eq!(answer["data"]["workspace"], json!(null));
    assert_eq!(answer["data"]["users"].as_array().unwrap().len(), 1);
}

#[test]
fn an_empty_platform_has_no_users() {
    let dir = tempfile::tempdir().unwrap();
    let sandbox = Sandbox::builder().empty().open(dir.path()).unwrap();
    assert_eq!(sandbox.administrator_token(), "");
    for token in ["", "Bearer ", "x"] {
        let (_, answer) = ask(&sandbox, token, "{ self { isAdmin } }", json!({}));
        assert_eq!(answer["errors"][0]["message"], "Insufficient permissions.", "{token}");
    }
    drop(sandbox);
    let sandbox = Sandbox::open(dir.path()).unwrap();
    assert_eq!(sandbox.administrator_token(), "");
    let query = "mutation { createUser(email: \"first@example.com\", password: \"x\") { token { value } } }";
    let token = text(&data(&sandbox, "", query, json!({}))["createUser"]["token"]["value"]);
    let found = data(&sandbox, &token, "{ self { isAdmin } workspaces { id } }", json!({}));
    assert_eq!(found, json!({ "self": { "isAdmin": true }, "workspaces": [] }));
}

#[test]
fn a_reset_store_is_new() {
    let dir = tempfile::tempdir().unwrap();
    Sandbox::reset(dir.path()).unwrap();
    let first = Sandbox::open(dir.path()).unwrap();
    let token = admin(&first);
    assert!(Sandbox::reset(dir.path()).unwrap_err().is_locked());
    data(&first, &token, "{ workspaces { id } }", json!({}));
    drop(first);
    Sandbox::reset(dir.path()).unwrap();
    assert_ne!(admin(&Sandbox::open(dir.path()).unwrap()), token);
}
