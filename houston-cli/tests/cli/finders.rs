//! `@find:` in every place of an id, and for every kind of caller.

use houston_sandbox::WORKSPACE_ID;
use houston_tests::server::Server;
use serde_json::{Value, json};

use crate::environment::{Environment, Ran};
use crate::serve::Serving;

const KEY: &str = "0123456789abcdef0123456789abcdef";

/// A platform with a Deployment in a workspace, a user with a role in it alone, and a service account of the system.
const SEED: &str = "
users:
  ada: { email: ada@example.com, password: secret }
  bob: { email: bob@example.com }
workspaces:
  data: { label: Data, users: { ada: WORKSPACE_ADMIN } }
  other: { label: Other }
deployments:
  etl: { workspace: data, label: ETL }
  web: { workspace: other, label: Web }
serviceAccounts:
  ci: { label: CI, role: SYSTEM_ADMIN, apiKey: 0123456789abcdef0123456789abcdef }
";

/// A call at a server with a token.
fn at(server: &Serving, token: &str, words: &[&str]) -> Ran {
    let user = Environment::new().set("HOUSTON_URL", &server.url).set("HOUSTON_TOKEN", token);
    user.run(words)
}

#[test]
fn each_caller_finds_by_the_query_that_it_may_ask() {
    let owner = Environment::new();
    let path = owner.store().with_extension("yaml");
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(&path, SEED).unwrap();
    let server = Serving::start_with(&owner, &["--seed", path.to_str().unwrap()]);
    let sign_in = ["createToken", "--identity", "ada@example.com", "--password", "@-", "--jq"];
    let user = Environment::new().set("HOUSTON_URL", &server.url);
    let words =
        [&sign_in[..], &[".token.value", "--fields", "token.value", "-o", "value"]].concat();
    let token = user.with_stdin(&words, "secret").stdout;
    let variables = ["deploymentVariables", "-v", "--deployment-uuid"];
    let found_by = |token: &str, words: &[&str]| {
        let ran = at(&server, token.trim(), words);
        let by = ran
            .stderr
            .lines()
            .find_map(|line| line.split_once(", found by "))
            .map(|(_, by)| by.to_owned());
        (ran.code, by)
    };
    let by = |code: i32, query: &str| (code, Some(query.to_owned()));
    // A user without a system role.
    let etl = [&variables[..], &["@find:label=ETL"]].concat();
    assert_eq!(found_by(&token, &etl), by(0, "workspaces.deployments"));
    let data = ["workspaceDeployments", "-v", "--workspace-uuid", "@find:label=Data"];
    assert_eq!(found_by(&token, &data), by(0, "workspaces"));
    // Objects of others are not found, and the exit code says so.
    let web = [&variables[..], &["@find:label=Web"]].concat();
    let ran = at(&server, token.trim(), &web);
    insta::assert_snapshot!(ran, @"
    ------- stderr -------
    endpoint: http://127.0.0.1:[PORT]/v1, from HOUSTON_URL
    token: from HOUSTON_TOKEN
    > POST http://127.0.0.1:[PORT]/v1
    > accept, content-type, authorization
    < 200 OK in [TIME], [N] bytes
    < content-type, content-length, date
    > POST http://127.0.0.1:[PORT]/v1
    > accept, content-type, authorization
    < 200 OK in [TIME], [N] bytes
    < content-type, content-length, date
    error: --deployment-uuid: workspaces.deployments shows no object with label=Web [not-found]
      workspaces: The workspaces in which you have a role. Even a system admin sees no others here.
      candidate: id=ck[ID] label=ETL releaseName=[NAME]
    Only the query was sent. Look for one of these objects, or give its id.
    [exit: 4]
    ");
    // A service account of the system has a role in no workspace.
    assert_eq!(found_by(KEY, &etl), by(0, "deployments"));
    assert_eq!(found_by(KEY, &data), by(0, "deployments.workspace"));
    // Users by their address.
    for (words, query) in [
        (&["users", "-v", "--user.userUuid", "@find:email=BOB@example.com"][..], "users"),
        (&["users", "-v", "--user", r#"{"userUuid": "@find:email=bob@example.com"}"#], "users"),
        (&["users", "-v", "--user", "user-uuid=@find:emails.address=bob@example.com"], "users"),
        (
            &[
                "createSystemRoleBinding",
                "-v",
                "--role=SYSTEM_VIEWER",
                "--user-id",
                "@find:email=bob@example.com",
            ],
            "users",
        ),
    ] {
        let ran = at(&server, server.token().as_str(), words);
        assert!(ran.code == 0 && ran.stderr.contains(&format!("found by {query}\n")), "{ran}");
    }
}

/// The variables of a dry run with this stdin.
fn variables(words: &[&str], stdin: &str) -> (Value, String) {
    let ran = Environment::new().with_stdin(&[words, &["--dry-run", "-o", "json"]].concat(), stdin);
    assert_eq!(ran.code, 0, "{words:?}: {ran}");
    (serde_json::from_str::<Value>(&ran.stdout).unwrap()["variables"].take(), ran.stderr)
}

#[test]
fn a_look_up_can_stand_wherever_an_id_can() {
    let user = Environment::new();
    let input = |text: &str| {
        user.with_stdin(&["--sandbox", "workspace", "--fields", "id", "--input", "-"], text)
    };
    for text in
        ["workspaceUuid: '@find:label=Sandbox'", r#"{"workspaceUuid": "@find:label=Sandbox"}"#]
    {
        let ran = input(text);
        assert_eq!(ran.stdout.trim(), format!("{{\n  \"id\": \"{WORKSPACE_ID}\"\n}}"), "{ran}");
    }
    let text = "query($id: Uuid!) { workspace(workspaceUuid: $id) { id } }";
    let words = [
        "--sandbox",
        "query-text",
        "-",
        "--id",
        "@find:label=Sandbox",
        "--jq",
        ".workspace.id",
        "-o",
        "value",
    ];
    assert_eq!(user.with_stdin(&words, text).stdout.trim(), WORKSPACE_ID);
    let add = [
        "workspaceAddUser",
        "--workspace-uuid=@find:label=x",
        "--email=a@b.c",
        "--deployment-roles",
    ];
    let roles = |value: &str| {
        let (variables, notes) = variables(&[&add[..], &[value]].concat(), "");
        assert!(
            notes.contains("note: --workspace-uuid would be looked up: @find:label=x"),
            "{notes}"
        );
        let what = "note: --deployment-roles[0].deploymentId would be looked up: @find:label=y\n";
        assert!(notes.contains(what), "{notes}");
        variables["deploymentRoles"][0].clone()
    };
    let expected = json!({"deploymentId": "@find:label=y", "role": "DEPLOYMENT_ADMIN"});
    assert_eq!(roles("deploymentId=@find:label=y,role=DEPLOYMENT_ADMIN"), expected);
    assert_eq!(roles(r#"[{"deploymentId":"@find:label=y","role":"DEPLOYMENT_ADMIN"}]"#), expected);
    let (sent, _) = variables(&["deployment", "--where.id", "@find:label=y"], "");
    assert_eq!(sent, json!({"where": {"id": "@find:label=y"}}));
    // Where no id can stand, it is a text of a document, and refused as a flag.
    let (sent, _) = variables(&["createWorkspace", "--input", "-"], "label: '@find:a=b'");
    assert_eq!(sent, json!({"label": "@find:a=b"}));
    for words in [
        ["createWorkspace", "--label=x", "--description", "@find:a=b"],
        ["updateWorkspace", "--workspace-uuid=x", "--payload.label", "@find:a=b"],
        ["serviceAccounts", "--entity-type=WORKSPACE", "--entity-uuid", "@find:label=x"],
        ["createUser", "--email=x", "--profile.any", "@find:a=b"],
    ] {
        let ran = user.run(&[&words[..], &["--dry-run"]].concat());
        assert!(ran.code == 2 && ran.stderr.contains("`@find:` is not supported here"), "{ran}");
    }
    let ran = user.with_stdin(
        &["serviceAccounts", "--entity-type=WORKSPACE", "--input", "-", "--dry-run"],
        "entityUuid: '@find:label=x'",
    );
    assert!(ran.code == 2 && ran.stderr.contains("no known query looks it up"), "{ran}");
}

#[test]
fn what_is_not_found_is_never_sent() {
    let refused = r#"{"errors":[{"message":"Insufficient permissions","path":["deployments"]}],"data":{"deployments":null}}"#;
    let none = r#"{"data":{"workspaces":[{"deployments":[{"id":"a","label":"A","releaseName":"r","description":null}]},{"deployments":null}]}}"#;
    let words = ["deleteDeployment", "--yes", "--deployment-uuid", "@find:label=B"];
    let server = Server::answering_in_turn(&[("200 OK", refused), ("200 OK", none)]);
    let ran = Environment::new().run(&[&words[..], &["--url", &server.url]].concat());
    insta::assert_snapshot!(ran, @"
    ------- stderr -------
    error: --deployment-uuid: workspaces.deployments shows no object with label=B [not-found]
      workspaces: The workspaces in which you have a role. Even a system admin sees no others here.
      candidate: id=a label=A releaseName=r
    Only the query was sent. Look for one of these objects, or give its id.
    [exit: 4]
    ");
    assert!(!server.requests().concat().contains("mutation"));
    let two = r#"{"data":{"workspaces":[{"deployments":[{"id":"a","label":"B","releaseName":"r","description":null}]},{"deployments":[{"id":"b","label":"B","releaseName":"s","description":null}]}]}}"#;
    let server = Server::answering_in_turn(&[("200 OK", refused), ("200 OK", two)]);
    let ran = Environment::new().run(&[&words[..], &["--url", &server.url]].concat());
    assert!(ran.code == 4 && ran.stderr.contains("[ambiguous]"), "{ran}");
    assert!(!server.requests().concat().contains("mutation"));
    // If no query may be asked, the refusal is the answer.
    let other = refused.replace("deployments", "workspaces");
    let server = Server::answering_in_turn(&[("200 OK", refused), ("200 OK", &other)]);
    let ran = Environment::new().run(&[&words[..], &["--url", &server.url]].concat());
    assert_eq!(ran.code, 3, "{ran}");
    assert!(!server.requests().concat().contains("mutation"));
}
