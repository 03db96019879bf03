//! What a call loses is told before it runs, and what did not happen after it.

use houston_sandbox::WORKSPACE_ID;
use houston_tests::server::Server;
use serde_json::{Value, json};

use crate::environment::{Environment, Ran};

fn ran(line: &str, data: &Value) -> Ran {
    let server = Server::answering("200 OK", &json!({ "data": data }).to_string());
    Environment::new().set("HOUSTON_URL", &server.url).line(line)
}

#[test]
fn a_reset_is_told_before_the_call() {
    let data = json!({ "updateDeployment": { "id": "d" } });
    let call = "updateDeployment --deployment-uuid d --fields id -o value";
    insta::assert_snapshot!(ran(&format!("{call} --payload.label b"), &data), @"
    d
    ------- stderr -------
    note: without payload.properties.extra_au, the extra AU of the deployment are reset to 0
    note: through 0.16, the running deployment changes only with sync: true
    [exit: 0]
    ");
    let whole = format!("{call} --payload.properties.extra_au 2 --sync true");
    assert_eq!(ran(&whole, &data).stderr, "");
    let closed = Environment::new()
        .line(&format!("{call} --executor LocalExecutor --url http://127.0.0.1:1/v1"));
    assert!(closed.stderr.starts_with("note: without payload.properties.extra_au"), "{closed}");
}

#[test]
fn what_did_not_happen_is_told_after_the_call() {
    let call = "createDeployment --type airflow --label a --workspace-uuid w --release-name mine \
                --executor LocalExecutor --properties.extra_au 5 --fields";
    let row = json!({
        "id": "d", "releaseName": "quiet-star-1234", "executor": "CeleryExecutor", "properties": {},
        "label": "a",
    });
    let data = json!({ "createDeployment": row });
    let call = call.split_whitespace().collect::<Vec<_>>().join(" ");
    insta::assert_snapshot!(ran(&format!("{call} id,releaseName,executor,properties,label -o ndjson"), &data), @r#"
    {"id":"d","releaseName":"quiet-star-1234","executor":"CeleryExecutor","properties":{},"label":"a"}
    ------- stderr -------
    note: releaseName is kept only if the platform has manual release names: otherwise the server makes a name of its own
    note: createDeployment: executor is CeleryExecutor, and LocalExecutor was given
    note: createDeployment: properties.extra_au is empty, and 5 was given
    note: createDeployment: releaseName is quiet-star-1234, and mine was given
    [exit: 0]
    "#);
    // Only what the answer shows can be told.
    let shown = ran(&format!("{call} id"), &json!({ "createDeployment": { "id": "d" } }));
    assert_eq!(shown.stderr.lines().count(), 1, "{shown}");
    let other = "createWorkspace --label a --fields label";
    let same = json!({ "createWorkspace": { "label": "a" } });
    assert_eq!(ran(other, &same).stderr, "");
    // The row of an invite is read only in part.
    let part = json!({ "inviteUser": { "id": "i", "email": null } });
    let shown = ran("inviteUser --email a@example.com --fields id,email", &part);
    assert!(!shown.stderr.contains("was given"), "{shown}");
}

#[test]
fn a_secret_without_its_value_is_told() {
    let user = Environment::new();
    let line = |line: &str| user.line(line);
    let create = "createDeployment --sandbox --type airflow --label a --fields id,releaseName";
    let made = line(&format!("{create} --workspace-uuid {WORKSPACE_ID}"));
    let made: Value = serde_json::from_str(&made.stdout).unwrap();
    let same = format!(
        "updateDeploymentVariables --sandbox --deployment-uuid {} --release-name {} -o ndjson",
        made["id"].as_str().unwrap(),
        made["releaseName"].as_str().unwrap()
    );
    let given = |options: &str, key: &str, value: &str| {
        let items = json!([{ "key": key, "value": value, "isSecret": true }]).to_string();
        let line = format!("{same} {options} --environment-variables @-");
        user.with_stdin(&line.split_whitespace().collect::<Vec<_>>(), &items)
    };
    insta::assert_snapshot!(given("--yes", "S", ""), @r#"
    {"isSecret":true,"key":"S","value":""}
    ------- stderr -------
    note: the list replaces all variables: those that are not in it are removed
    note: secrets are given without a value: S. A stored value is kept; without one, an empty value is stored. A secret cannot be read back, so give its value to write it elsewhere
    [exit: 0]
    "#);
    assert!(!given("--yes", "S", "x").stderr.contains("secrets"));
    assert!(!given("--merge", "S", "").stderr.contains("secrets"));
    let other = given("--merge", "T", "");
    assert!(other.stderr.contains("secrets are given without a value: T"), "{other}");
    // Where a question is asked, it says the same.
    insta::assert_snapshot!(given("", "S", ""), @"
    ------- stderr -------
    note: secrets are given without a value: S. A stored value is kept; without one, an empty value is stored. A secret cannot be read back, so give its value to write it elsewhere
    error: updateDeploymentVariables needs confirmation: it replaces the current values [confirmation-needed]
      Replaces all variables: those not in the list are removed; an empty value keeps a stored secret
    Nothing was sent. `--merge` keeps the current values, except for the environmentVariables that you give.
    Add `--yes` to run it without asking.
    [exit: 13]
    ");
}
