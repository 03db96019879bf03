//! `--if-exists` and `--if-absent`, for every operation that has them.

use houston_client::SCHEMA;
use houston_client::schema::{Effect, Operation};
use houston_sandbox::WORKSPACE_ID;
use houston_tests::sample;
use houston_tests::server::{Server, closed};
use serde_json::{Value, json};

use crate::environment::{Environment, Ran};

/// Runs a call against a server with these answers. Returns the requests as well.
fn at(answers: &[Value], line: &str) -> (Ran, Vec<String>) {
    let answers: Vec<String> = answers.iter().map(Value::to_string).collect();
    let answers: Vec<(&str, &str)> = answers.iter().map(|body| ("200 OK", &**body)).collect();
    let server = Server::answering_in_turn(&answers);
    let ran = Environment::new().set("HOUSTON_URL", &server.url).line(line);
    (ran, server.requests())
}

/// The answer of a query with these objects, or with the last one if it is not a list.
fn answer(query: &str, given: &[Value]) -> Value {
    let query = SCHEMA.operation(query).unwrap();
    let name = query.type_ref().name();
    let rows: Vec<Value> = given.iter().map(|one| sample::object(&SCHEMA, name, one)).collect();
    let value = match query.type_ref().item() {
        Some(_) => json!(rows),
        None => rows.last().cloned().unwrap_or_default(),
    };
    json!({ "data": { &query.name: value } })
}

/// The answer of the mutation itself.
fn made(operation: &Operation) -> Value {
    let row = sample::object(&SCHEMA, operation.type_ref().name(), &json!({}));
    json!({ "data": { &operation.name: row } })
}

fn refusal(operation: &Operation, text: &str) -> Value {
    let error = json!({ "message": text, "path": [operation.name] });
    json!({ "errors": [error], "data": { &operation.name: null } })
}

fn finder(operation: &Operation) -> &str {
    &operation.finder.as_ref().unwrap().query
}

/// Each row: a call, the object that exists, and the server's text for a second one if it is known.
fn creations() -> Vec<(&'static str, Value, Option<&'static str>)> {
    let role = |role: &str| json!({ "role": role, "workspace": { "id": "w" }, "deployment": { "id": "d" } });
    let account = json!({ "id": "s", "label": "a" });
    let user = |bound: &str| json!({ "id": "u", "emails": [{ "address": "a@b.c" }], "roleBindings": [role(bound)] });
    vec![
        (
            "createWorkspace --label a",
            json!({ "label": "a" }),
            Some("There is already another workspace with this label"),
        ),
        (
            "createDeployment --workspace-uuid w --type airflow --label a",
            json!({ "label": "a" }),
            Some("Workspace already has a deployment named a"),
        ),
        (
            "createDeploymentServiceAccount --deployment-uuid d --label a --role DEPLOYMENT_EDITOR",
            account.clone(),
            None,
        ),
        (
            "createServiceAccount --entity-type WORKSPACE --entity-uuid w --label a --role WORKSPACE_EDITOR",
            account.clone(),
            None,
        ),
        (
            "createWorkspaceServiceAccount --workspace-uuid w --label a --role WORKSPACE_EDITOR",
            account,
            None,
        ),
        (
            "createSystemRoleBinding --user-id u --role SYSTEM_ADMIN",
            user("SYSTEM_ADMIN"),
            Some("A duplicate role binding already exists"),
        ),
        (
            "createUser --email a@b.c --password p --allow-secret-args",
            user("WORKSPACE_ADMIN"),
            Some("Email already in use"),
        ),
        (
            "deploymentAddUserRole --deployment-id d --email a@b.c --user-id u --role DEPLOYMENT_EDITOR",
            user("DEPLOYMENT_EDITOR"),
            None,
        ),
        (
            "inviteUser --email a@b.c",
            json!({ "id": "i", "email": "a@b.c" }),
            Some("Email address in use"),
        ),
        (
            "workspaceAddUser --workspace-uuid w --email a@b.c --role WORKSPACE_EDITOR",
            user("WORKSPACE_EDITOR"),
            Some("User already invited"),
        ),
    ]
}

#[test]
fn what_exists_is_used_for_every_creation() {
    let mut seen = Vec::new();
    for (line, there, text) in creations() {
        let name = line.split(' ').next().unwrap();
        seen.push(name);
        let operation = SCHEMA.operation(name).unwrap();
        let (exists, none) = (answer(finder(operation), &[there]), answer(finder(operation), &[]));
        let (ran, requests) = at(std::slice::from_ref(&exists), &format!("{line} --if-exists use"));
        assert!(ran.code == 0 && ran.stderr.contains("it already exists"), "{line}: {ran}");
        assert!(!requests.concat().contains("mutation"), "{line}");
        // What does not exist is created, after all queries have been asked.
        let or = operation.finder.as_ref().unwrap().or.as_ref();
        let mut before = vec![none];
        before.extend(or.map(|or| answer(&or.query, &[])));
        let create = [&before[..], &[made(operation)]].concat();
        let (ran, requests) = at(&create, &format!("{line} --if-exists use"));
        assert!(ran.code == 0 && requests.last().unwrap().contains("mutation"), "{line}: {ran}");
        // Another call was faster.
        if let Some(text) = text {
            let race = [&before[..], &[refusal(operation, text), exists]].concat();
            let (ran, requests) = at(&race, &format!("{line} --if-exists use"));
            assert!(ran.code == 0 && ran.stderr.contains("it already exists"), "{line}: {ran}");
            assert_eq!(requests.len(), race.len(), "{line}");
        }
    }
    let user = Environment::new();
    for operation in SCHEMA.operations.iter().filter(|row| row.effect == Effect::Create) {
        if !seen.contains(&&*operation.name) {
            let ran = user.line(&format!("{} --if-exists use", operation.name));
            assert!(ran.code == 2 && ran.stderr.contains(&operation.unfound), "{ran}");
        }
    }
}

/// Each row: a call, and the object that exists while it is not gone.
fn deletions() -> Vec<(&'static str, Value)> {
    let user = json!({
        "id": "u", "emails": [{ "address": "a@b.c" }],
        "roleBindings": [{ "role": "SYSTEM_ADMIN", "deployment": { "id": "d" } }],
    });
    vec![
        ("deleteWorkspace --workspace-uuid w", json!({ "id": "w" })),
        ("deleteDeployment --deployment-uuid d", json!({ "id": "d" })),
        (
            "deleteDeploymentServiceAccount --deployment-uuid d --service-account-uuid s",
            json!({ "id": "s" }),
        ),
        (
            "deleteWorkspaceServiceAccount --workspace-uuid w --service-account-uuid s",
            json!({ "id": "s" }),
        ),
        ("deleteInviteToken --invite-uuid i", json!({ "id": "i" })),
        ("deleteSystemRoleBinding --user-id u --role SYSTEM_ADMIN", user.clone()),
        ("deploymentRemoveUserRole --deployment-id d --user-id u --email a@b.c", user.clone()),
        ("removeUser --user-uuid u", user.clone()),
        ("workspaceRemoveUser --workspace-uuid w --user-uuid u", user),
    ]
}

#[test]
fn what_is_gone_is_a_success_for_every_deletion() {
    let mut seen = vec!["deleteServiceAccount", "deleteSystemServiceAccount"];
    for (line, there) in deletions() {
        let name = line.split(' ').next().unwrap();
        seen.push(name);
        let operation = SCHEMA.operation(name).unwrap();
        let query = SCHEMA.operation(finder(operation)).unwrap();
        let others = match query.type_ref().item() {
            Some(_) => {
                answer(&query.name, &[json!({ "id": "other", "emails": [], "roleBindings": [] })])
            }
            None => json!({ "data": { &query.name: null } }),
        };
        let line = format!("{line} --if-absent ok --yes");
        let (ran, requests) = at(&[others], &line);
        assert!(ran.code == 0 && ran.stderr.contains("it is already gone"), "{line}: {ran}");
        assert!(!requests.concat().contains("mutation"), "{line}");
        let (ran, requests) = at(&[answer(&query.name, &[there]), made(operation)], &line);
        assert!(ran.code == 0 && requests[1].contains("mutation"), "{line}: {ran}");
    }
    let user = Environment::new();
    for name in &seen[..2] {
        let line = format!("--sandbox {name} --service-account-uuid nope --yes");
        assert_eq!(user.line(&line).code, 4, "{line}");
        let ran = user.line(&format!("{line} --if-absent ok"));
        assert!(ran.code == 0 && ran.stderr.contains("it is already gone"), "{ran}");
    }
    for operation in SCHEMA.operations.iter().filter(|row| row.effect == Effect::Delete) {
        if !seen.contains(&&*operation.name) {
            let ran = user.line(&format!("{} --if-absent ok", operation.name));
            assert!(ran.code == 2 && ran.stderr.contains(&operation.unfound), "{ran}");
        }
    }
}

/// A workspace that is not there proves nothing about an account that can be in another one.
#[test]
fn another_object_that_is_missing_is_not_the_one_to_delete() {
    let user = Environment::new();
    let line = "--sandbox deleteWorkspaceServiceAccount --yes --if-absent ok --workspace-uuid nope --service-account-uuid s";
    let ran = user.line(line);
    assert!(ran.code != 0 && !ran.stderr.contains("gone"), "{ran}");
    let delete = SCHEMA.operation("deleteWorkspaceServiceAccount").unwrap();
    // The list is empty, and no such workspace exists.
    let answers = [
        answer("workspaceServiceAccounts", &[]),
        answer("workspaces", &[json!({ "id": "x" })]),
        answer("deployments", &[]),
        refusal(delete, "The requested resource was not found"),
        answer("workspaceServiceAccounts", &[]),
        answer("workspaces", &[json!({ "id": "x" })]),
        answer("deployments", &[]),
    ];
    let line = "deleteWorkspaceServiceAccount --yes --if-absent ok --workspace-uuid w --service-account-uuid s";
    let (ran, _) = at(&answers, line);
    assert!(ran.code == 4 && ran.stderr.contains("[not-found]"), "{ran}");
    // It is empty, and the workspace exists.
    let answers =
        [answer("workspaceServiceAccounts", &[]), answer("workspaces", &[json!({ "id": "w" })])];
    let (ran, _) = at(&answers, line);
    assert!(ran.code == 0 && ran.stderr.contains("it is already gone"), "{ran}");
}

#[test]
fn what_exists_is_compared_and_shown() {
    let user = Environment::new();
    let create =
        format!("--sandbox createDeployment --workspace-uuid {WORKSPACE_ID} --type airflow");
    let account = format!(
        "--sandbox createWorkspaceServiceAccount --workspace-uuid {WORKSPACE_ID} --label ci --fields apiKey,label --if-exists check"
    );
    let invite = format!(
        "--sandbox workspaceAddUser --workspace-uuid {WORKSPACE_ID} --email a@example.com --if-exists check --fields id"
    );
    assert_eq!(user.line(&format!("{account} --role WORKSPACE_EDITOR")).code, 0);
    assert_eq!(user.line(&format!("{invite} --role WORKSPACE_EDITOR")).code, 0);
    let lines = [
        format!("{create} --label etl --executor CeleryExecutor --if-exists check --fields label"),
        format!("{create} --label etl --executor CeleryExecutor --if-exists check --fields label"),
        format!("{create} --label etl --executor LocalExecutor --config.x 1 --if-exists check"),
        format!(
            "{create} --label etl --release-name other-1 --if-exists check --jq .label -o value"
        ),
        format!(
            "{create} --label etl --executor LocalExecutor --if-exists use --fields label -o envelope"
        ),
        format!("{create} --label ETL --if-exists check --fields label"),
        format!("{create} --label etl --if-exists check --fields label --dry-run"),
        format!("{account} --role WORKSPACE_EDITOR"),
        format!("{account} --role WORKSPACE_ADMIN"),
        format!("{invite} --role WORKSPACE_EDITOR"),
        "--sandbox createWorkspace --label a --fields label".to_owned(),
        "--sandbox createWorkspace --label a --fields label".to_owned(),
        "--sandbox createWorkspace --label a --fields label --if-exists use".to_owned(),
        "--sandbox createWorkspace --label b --if-absent ok".to_owned(),
        "--sandbox deleteDeployment --yes --deployment-uuid @find:label=none --if-absent ok"
            .to_owned(),
        "--sandbox deleteDeployment --yes --deployment-uuid none --if-absent ok -o envelope"
            .to_owned(),
    ];
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    insta::assert_snapshot!(user.session(&lines));
    // Nothing that was given can be compared.
    let there = answer("users", &[json!({ "id": "u", "emails": [{ "address": "a@b.c" }] })]);
    let line = "createUser --email a@b.c --password p --allow-secret-args --if-exists check";
    let (ran, _) = at(&[there], line);
    insta::assert_snapshot!(ran);
}

#[test]
fn what_exists_stays_with_merge() {
    let user = Environment::new();
    let create = format!(
        "--sandbox createDeployment --workspace-uuid {WORKSPACE_ID} --type airflow --label a --properties.extra_au 3 --properties.alert_emails a@b.c --jq .id -o value"
    );
    let id = user.line(&create).stdout.trim().to_owned();
    let alerts = format!(
        "--sandbox deploymentAlertsUpdate --deployment-uuid {id} --fields id --alert-emails"
    );
    let update =
        format!("--sandbox updateDeployment --deployment-uuid {id} --fields label,properties");
    let lines = [
        format!("{alerts} b@b.c --alert-emails a@b.c --merge"),
        format!("{alerts} b@b.c --merge"),
        format!("{alerts} b@b.c"),
        format!("{update} --payload.label b --merge"),
        format!("{update} --payload.properties.extra_au 7 --sync true --merge"),
        format!("{update} --executor LocalExecutor --merge"),
        format!("{update} --payload.label c"),
        format!(
            "--sandbox reconcile deploymentAlertsUpdate --merge --deployment-uuid {id} --alert-emails b@b.c --fields label"
        ),
        format!(
            "--sandbox reconcile deploymentAlertsUpdate --merge --deployment-uuid {id} --alert-emails c@b.c --fields label"
        ),
        "--sandbox updateDeployment --deployment-uuid none --payload.label b --merge".to_owned(),
    ];
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    insta::assert_snapshot!(user.session(&lines).replace(&id, "[ID]"));
}

/// A schema of 2.1.
const LATER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/schemas/lines/2.1.graphql");

/// It creates without an id, only brings up to date with the id alone, and replaces all variables with the list.
#[test]
fn facts_depend_on_the_arguments() {
    let call = |line: &str| format!("--schema {LATER} {line}");
    let there = answer(
        "workspaceDeployments",
        &[json!({ "id": "d", "label": "a", "executor": "CeleryExecutor" })],
    );
    let upsert = "upsertDeployment --workspace-uuid w --label a --fields id,label";
    let (ran, _) = at(std::slice::from_ref(&there), &call(&format!("{upsert} --if-exists use")));
    assert!(ran.code == 0 && ran.stderr.contains("it already exists"), "{ran}");
    // Without its label, any Deployment would be taken for it.
    let nameless = upsert.replace(" --label a", " --if-exists use");
    let ran = Environment::new().line(&call(&format!("{nameless} --url {}", closed())));
    assert!(
        ran.code == 2 && ran.stderr.contains("workspaceDeployments finds the object by `label`"),
        "{ran}"
    );
    let (ran, _) =
        at(&[there], &call(&format!("{upsert} --if-exists check --executor LocalExecutor")));
    assert!(
        ran.code == 4
            && ran.stderr.contains("executor: wanted LocalExecutor, found CeleryExecutor"),
        "{ran}"
    );
    let user = Environment::new();
    let refused = |line: &str| {
        let ran = user.line(&call(line));
        ran.after(line)
    };
    let variables = "--environment-variables key=A,value=1";
    let by_id = "upsertDeployment --deployment-uuid d";
    insta::assert_snapshot!(
        [
            refused(&format!("{by_id} --if-exists use")),
            refused(&format!("{by_id} {variables} --url http://127.0.0.1:1/v1")),
            refused(&format!(
                "{by_id} --merge --image x --url http://127.0.0.1:1/v1 --dry-run --fields id"
            )),
            refused(&format!("upsertDeployment --workspace-uuid w --label a --merge {variables}")),
            refused("upsertDeployment --if-absent ok"),
            refused("upsertDeployment --url http://127.0.0.1:1/v1"),
        ]
        .concat()
    );
    rows_ask_for_what_they_do(&user);
    let secret = json!({ "key": "S", "value": "", "isSecret": true });
    let there = |variables: &[Value]| {
        answer("deployments", &[json!({ "id": "d", "environmentVariables": variables })])
    };
    let merge = call(&format!("{by_id} {variables} --merge --fields id"));
    let (ran, _) = at(&[there(&[secret])], &merge);
    assert!(
        ran.code == 2 && ran.stderr.contains("the values of S are hidden, and would be lost"),
        "{ran}"
    );
    let plain = json!({ "key": "B", "value": "2", "isSecret": false });
    let done = json!({ "data": { "upsertDeployment": { "id": "d" } } });
    let (ran, requests) = at(&[there(&[plain]), done.clone()], &merge);
    assert!(ran.code == 0 && requests[1].contains(r#""key":"B""#), "{ran}\n{requests:?}");
    // With the id alone, nothing is asked and nothing is told to be lost.
    let (ran, _) = at(&[done], &call(&format!("{by_id} --fields id")));
    assert!(ran.code == 0 && ran.stderr.is_empty(), "{ran}");
}

fn rows_ask_for_what_they_do(user: &Environment) {
    let run = |rows: &str, more: &str| {
        let (url, what) = (closed(), "upsertDeployment --rows - --rows-format csv");
        let line = format!("--schema {LATER} {what} --url {url} --no-journal --retries 0{more}");
        let ran = user.with_stdin(&line.split(' ').collect::<Vec<_>>(), rows);
        (ran.code, ran.stderr)
    };
    // What creates something is not asked about, and cannot be merged.
    let (code, stderr) = run("workspaceUuid,label\nw,a\n", "");
    assert!(code == 8 && !stderr.contains("confirmation"), "{stderr}");
    let (code, stderr) = run("workspaceUuid,label\nw,a\nw,b\n", " --merge");
    assert!(code == 2 && stderr.contains("it creates something new"), "{stderr}");
    // Only the rows that replace something count.
    let variables = "deploymentUuid,label,environmentVariables\n,a,\nd,,\"[{\"\"key\"\":\"\"A\"\",\"\"value\"\":\"\"1\"\"}]\"\n";
    let (code, stderr) = run(variables, "");
    assert!(code == 13 && stderr.contains("replaces the current values, for 1 row "), "{stderr}");
}
