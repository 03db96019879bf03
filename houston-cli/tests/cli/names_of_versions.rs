//! Names that other versions of the platform have.

use houston_tests::server::Server;
use serde_json::json;

use crate::environment::Environment;

/// What is known of the schema of a version.
fn line(version: &str) -> String {
    format!("{}/../tests/schemas/lines/{version}.graphql", env!("CARGO_MANIFEST_DIR"))
}

/// What calls say with the schema of a version, without the path of its file.
fn session(version: &str, lines: &[&str]) -> String {
    let user = Environment::new().set("HOUSTON_SCHEMA", &line(version));
    user.session(lines).replace(&line(version), &format!("{version}.graphql"))
}

#[test]
fn errors_name_the_versions_that_have_a_name() {
    let user = Environment::new().set("HOUSTON_SCHEMA", "built-in");
    insta::assert_snapshot!(
        "by_the_built_in_schema",
        user.session(&[
            "upsertDeployment --label a",
            "upsertDeploymnt --label a",
            "describe updateUser",
            "createDeployment --dag-deployment.type image",
            "createDeployment --dag-deployment x",
            "workspaceAddUser --role CLUSTER_ADMIN --email a@b.c",
            "deployments --fields uuid",
            "describe deleteDeployment",
            "describe Role",
            "list --all-versions --grep upsert",
            "list --all-versions --queries cluster",
        ])
    );
    insta::assert_snapshot!(
        "by_the_schema_of_2_1",
        session(
            "2.1",
            &[
                "createDeployment --label a",
                "describe updateDeployment",
                "describe upsertDeployment",
                "upsertDeployment --help",
                "list --all-versions --grep deployment-runtime",
            ]
        )
    );
    insta::assert_snapshot!(
        "by_the_schema_of_0_16",
        session(
            "0.16",
            &[
                "createDeployment --executor LocalExecutor",
                "createDeployment --argument executor=LocalExecutor",
                "deployment --where.id x",
                "describe updateDeploymentVariables",
            ]
        )
    );
}

#[test]
fn programs_get_the_versions() {
    let user = Environment::new().set("HOUSTON_SCHEMA", "built-in");
    let rows = user.answer(&["list", "--all-versions", "-o", "json"]);
    let rows = rows["operations"].as_array().unwrap();
    let row = |name: &str| rows.iter().find(|row| row["name"] == name).unwrap();
    let upsert = row("upsertDeployment");
    assert_eq!((&upsert["inSchema"], &upsert["effect"]), (&json!(false), &json!("create")));
    assert_eq!(upsert["versions"]["since"], "0.32");
    assert_eq!(row("createDeployment")["versions"]["instead"], "upsertDeployment");
    assert!(row("logs")["inSchema"] == true && row("logs")["versions"].is_null());
    let own = user.answer(&["list", "-o", "json"]);
    assert_eq!(rows.len(), own["operations"].as_array().unwrap().len() + 48);
    let create = user.answer(&["describe", "createDeployment", "-o", "json"]);
    assert_eq!(create["versions"]["until"], "0.37");
    let user = Environment::new().set("HOUSTON_SCHEMA", &line("2.1"));
    let shown = user.answer(&["schema", "show", "-o", "json"]);
    let left_out = shown["leftOut"].as_array().unwrap();
    let is_told = |name: &str| left_out.iter().any(|line| line.as_str().unwrap().contains(name));
    // What later versions are known to lack is not missed.
    assert!(is_told("`airflowImages`") && !is_told("createDeployment"), "{left_out:?}");
}

/// A name that the server does not know is explained as one that the schema does not have.
#[test]
fn names_that_a_server_refuses_are_those_of_other_versions() {
    let ended = |schema: &str, command: &str, message: &str| {
        let refusal = json!({ "errors": [{ "message": message }] }).to_string();
        let server = Server::answering("400 Bad Request", &refusal);
        let user = Environment::new().set("HOUSTON_URL", &server.url);
        let ran = user.set("HOUSTON_SCHEMA", schema).line(&format!("{command} --retries 0"));
        assert_eq!(ran.code, 4, "{ran}");
        let told = ran.stderr.lines().filter(|line| line.contains(" has `"));
        told.map(|line| format!("{}\n", line.trim())).collect::<String>()
    };
    let (built_in, later) = ("built-in", line("2.1"));
    let create = "createDeployment --workspace-uuid w --type airflow --label a";
    insta::assert_snapshot!(
        [
            ended(built_in, create, "Cannot query field \"createDeployment\" on type \"Mutation\"."),
            ended(
                built_in,
                &format!("{create} --executor LocalExecutor"),
                "Unknown argument \"executor\" on field \"createDeployment\" of type \"Mutation\"."
            ),
            ended(&later, "createTeam --name a", "Cannot query field \"createTeam\" on type \"Mutation\"."),
            ended(
                &later,
                "createSystemRoleBinding --user-id u --role CLUSTER_ADMIN",
                "Variable \"$role\" got invalid value \"CLUSTER_ADMIN\"; Expected type Role."
            ),
            ended(&later, "deployments", "Unknown type \"Nope\"."),
        ]
        .concat(),
        @"
    Houston through 0.37 has `createDeployment`, and later versions have `upsertDeployment`.
    Houston 0.23 and later has `executor`, and earlier versions have `--config.executor`.
    Houston 2.0 and later has `createTeam`.
    Houston 2.0 and later has `CLUSTER_ADMIN`.
    "
    );
}

/// 0.16 lists variables by their workspace, which is that of the deployment.
#[test]
fn variables_are_merged_and_checked_on_0_16() {
    let deployment = json!({ "id": "d", "label": "a", "releaseName": "r", "description": "", "workspace": { "id": "w" } });
    let listed = json!({ "data": { "deployments": [deployment] } });
    let there = json!({ "data": { "deploymentVariables": [{ "key": "B", "value": "2", "isSecret": false }] } });
    let done = json!({ "data": { "updateDeploymentVariables": [{ "key": "B", "value": "2", "isSecret": false }] } });
    let run = |command: &str, answers: &[&serde_json::Value]| {
        let answers: Vec<String> = answers.iter().map(|answer| answer.to_string()).collect();
        let answers: Vec<(&str, &str)> = answers.iter().map(|body| ("200 OK", &**body)).collect();
        let server = Server::answering_in_turn(&answers);
        let user = Environment::new().set("HOUSTON_URL", &server.url);
        let ran = user.set("HOUSTON_SCHEMA", &line("0.16")).line(command);
        (ran, server.requests())
    };
    let call =
        "updateDeploymentVariables --deployment-uuid d --release-name r --environment-variables";
    let (ran, requests) = run(&format!("{call} key=A,value=1 --merge"), &[&listed, &there, &done]);
    assert_eq!(ran.code, 0, "{ran}");
    assert!(requests[1].contains(r#""workspaceUuid":"w""#), "{requests:?}");
    assert!(
        requests[2].contains(r#""key":"B""#) && requests[2].contains(r#""key":"A""#),
        "{requests:?}"
    );
    let (ran, _) = run(&format!("reconcile {call} key=B,value=2"), &[&listed, &there]);
    assert_eq!(ran.code, 0, "{ran}");
    let (ran, _) = run(&format!("reconcile {call} key=B,value=3"), &[&listed, &there]);
    assert_eq!(ran.code, 4, "{ran}");
}
