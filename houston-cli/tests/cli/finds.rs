//! `@find:` and `--merge`: look-ups before a mutation is sent.

use houston_sandbox::WORKSPACE_ID;
use houston_tests::server::Server;
use serde_json::json;

use crate::environment::Environment;

/// A user with two Deployments in the sandbox: `a` and `b`.
fn with_deployments() -> Environment {
    let user = Environment::new();
    for label in ["a", "b"] {
        let line = format!(
            "--sandbox createDeployment --type airflow --label {label} --workspace-uuid {WORKSPACE_ID}"
        );
        let ran = user.line(&line);
        assert_eq!(ran.code, 0, "{ran}");
    }
    user
}

#[test]
fn an_id_is_found_by_what_people_know() {
    let user = with_deployments();
    let found = |line: &str| user.answer(&line.split(' ').collect::<Vec<_>>());
    let rows = found(
        "workspaceDeployments --sandbox --workspace-uuid @find:label=Sandbox --fields id,label",
    );
    assert_eq!((&rows[0]["label"], &rows[1]["label"]), (&json!("a"), &json!("b")));
    let variables = "deploymentVariables --sandbox --deployment-uuid";
    // The query's own arguments come from the words; without them, it searches the whole platform.
    let line = format!("{variables} @find:label=b,workspaceUuid={WORKSPACE_ID}");
    assert_eq!(found(&line), json!([]));
    assert_eq!(found(&format!("{variables} @find:label=b -v")), json!([]));
    let id = rows[1]["id"].as_str().unwrap();
    let ran = user.line(&format!("{variables} @find:label=b -v"));
    insta::assert_snapshot!(ran.naming(id, "[ID of b]"), @"
    []
    ------- stderr -------
    endpoint: sandbox, from --sandbox
    token: none; signed in as the sandbox's administrator
    > POST sandbox
    > accept, content-type, authorization
    < 200 OK in [TIME], [N] bytes
    note: --deployment-uuid is [ID of b], found by deployments
    > POST sandbox
    > accept, content-type, authorization
    < 200 OK in [TIME], [N] bytes
    [exit: 0]
    ");
    // One look-up searches in what another one found.
    let line = "workspaceServiceAccount --sandbox --service-account-uuid @find:label=x --workspace-uuid @find:label=Sandbox";
    insta::assert_snapshot!(user.line(line), @"
    ------- stderr -------
    error: --service-account-uuid: workspaceServiceAccounts shows no object with label=x [not-found]
    Only the query was sent. It shows no objects at all.
    [exit: 4]
    ");
    // The default of a profile names the workspace.
    let ran = user.line(&format!("profile add p --sandbox --default workspaceUuid={WORKSPACE_ID}"));
    assert_eq!(ran.code, 0, "{ran}");
    let id = rows[0]["id"].as_str().unwrap();
    let ran = user.line("deploymentVariables --deployment-uuid @find:label=a -v");
    insta::assert_snapshot!(ran.naming(id, "[ID of a]"), @"
    []
    ------- stderr -------
    endpoint: sandbox, from profile p (the configuration)
    token: none; signed in as the sandbox's administrator
    > POST sandbox
    > accept, content-type, authorization
    < 200 OK in [TIME], [N] bytes
    note: --deployment-uuid is [ID of a], found by workspaceDeployments
    > POST sandbox
    > accept, content-type, authorization
    < 200 OK in [TIME], [N] bytes
    [exit: 0]
    ");
    // Deletions also look up the id, but not in the workspace that the profile names.
    let ran = user.line("deleteDeployment --deployment-uuid @find:label=a --yes --fields id -v");
    insta::assert_snapshot!(ran.naming(id, "[ID of a]"), @r#"
    {
      "id": "[ID of a]"
    }
    ------- stderr -------
    endpoint: sandbox, from profile p (the configuration)
    token: none; signed in as the sandbox's administrator
    > POST sandbox
    > accept, content-type, authorization
    < 200 OK in [TIME], [N] bytes
    note: --deployment-uuid is [ID of a], found by deployments
    > POST sandbox
    > accept, content-type, authorization
    < 200 OK in [TIME], [N] bytes
    [exit: 0]
    "#);
    assert_eq!(
        found("workspaceDeployments --workspace-uuid @find:label=Sandbox --fields label"),
        json!([{"label": "b"}])
    );
}

#[test]
fn none_or_several_are_an_error_and_nothing_is_sent() {
    let user = with_deployments();
    let shown = user.session(&[
        "deleteDeployment --sandbox --yes --deployment-uuid @find:label=c",
        "deleteDeployment --sandbox --yes --deployment-uuid @find:type=airflow",
        "createDeployment --sandbox --type airflow --label x --workspace-uuid @find:lable=x",
        "createDeployment --sandbox --type airflow --label x --workspace-uuid @find:label",
        "createDeployment --sandbox --type airflow --label @find:a=b --workspace-uuid x",
        "createDeployment --sandbox --type airflow --label x --workspace-uuid @find:label=a --workspace-uuid y",
        "createDeployment --sandbox --type airflow --label x --workspace-uuid x --config.executor @find:a=b",
        "deleteServiceAccount --sandbox --yes --service-account-uuid @find:label=x",
        "workspaceUsers --sandbox --workspace-uuid @find:users=x",
    ]);
    insta::assert_snapshot!(shown);
    let ran = user.line("--sandbox deployments --fields label -o csv");
    assert_eq!(ran.stdout, "label\na\nb\n");
    // Problems of the other arguments are reported before a look-up is sent.
    let server = Server::answering("200 OK", r#"{"data":{"workspaces":[]}}"#);
    let words = ["createDeployment", "--url", &server.url, "--workspace-uuid", "@find:label=x"];
    insta::assert_snapshot!(user.run(&words), @"
    ------- stderr -------
    error: createDeployment is missing 2 required arguments [usage]
      --label: missing (String!). Display name; unique within the workspace.
      --type: missing (String!). Required, but the server ignores the value. Send `airflow`.
    Nothing was sent. See `houston createDeployment --help`.
    [exit: 2]
    ");
    // A look-up that fails keeps its own error.
    let line = "createDeployment --type airflow --label x --workspace-uuid @find:label=x";
    let ran = user.line(&format!("{line} --url http://127.0.0.1:1/v1 --retries 0"));
    insta::assert_snapshot!(ran, @"
    ------- stderr -------
    error: workspaces: cannot connect to the server: 127.0.0.1:1: Connection refused (os error [N]) [not-reached]
      Nothing was sent.
      It was the look-up for --workspace-uuid; createDeployment was not sent.
    Check the address and that the platform is running, or try `--sandbox`.
    [exit: 6]
    ");
    insta::assert_snapshot!(user.line(&format!("{line} --url {}", server.url)), @"
    ------- stderr -------
    cannot connect to the server: 127.0.0.1:[PORT]: Connection refused (os error [N]), attempt 2 of 4 in [TIME] s
    cannot connect to the server: 127.0.0.1:[PORT]: Connection refused (os error [N]), attempt 3 of 4 in [TIME] s
    cannot connect to the server: 127.0.0.1:[PORT]: Connection refused (os error [N]), attempt 4 of 4 in [TIME] s
    error: --workspace-uuid: workspaces shows no object with label=x [not-found]
      workspaces: The workspaces in which you have a role. Even a system admin sees no others here.
    Only the query was sent. It shows no objects at all.
    [exit: 4]
    ");
    assert!(server.request().contains("workspaces"));
    // A dry run sends nothing.
    insta::assert_snapshot!(user.line(&format!("{line} --dry-run --fields id")), @r#"
    POST (no platform was given)
    accept: application/json
    content-type: application/json
    authorization: (no token: HOUSTON_TOKEN is not set)

    mutation createDeployment($label: String!, $type: String!, $workspaceUuid: Uuid!) {
      createDeployment(label: $label, type: $type, workspaceUuid: $workspaceUuid) {
        id
      }
    }

    {
      "label": "x",
      "type": "airflow",
      "workspaceUuid": "@find:label=x"
    }
    ------- stderr -------
    note: --workspace-uuid would be looked up: @find:label=x
    [exit: 0]
    "#);
    // It still reports what cannot be looked up.
    let line = line.replace("@find:label", "@find:labl");
    insta::assert_snapshot!(user.line(&format!("{line} --dry-run")), @"
    ------- stderr -------
    error: createDeployment cannot be run [usage]
      --workspace-uuid: the result of workspaces has no field `labl`; did you mean `label`?
    Nothing was sent.
    [exit: 2]
    ");
}

#[test]
fn variables_are_laid_over_those_that_are_there() {
    let user = with_deployments();
    let rows = user.answer(&["--sandbox", "deployments", "--fields", "id,releaseName"]);
    let (id, name) = (rows[0]["id"].as_str().unwrap(), rows[0]["releaseName"].as_str().unwrap());
    let update = |words: &[&str]| {
        let call = [
            "--sandbox",
            "updateDeploymentVariables",
            "--deployment-uuid",
            id,
            "--release-name",
            name,
        ];
        let ran = user.run(&[&call, words].concat());
        assert_eq!(ran.code, 0, "{ran}");
        ran
    };
    let list = r#"[{"key":"A","value":"1","isSecret":false},{"key":"S","value":"hidden","isSecret":true}]"#;
    // A value that its item marks as secret is refused on the command line, and is not shown.
    let call = ["updateDeploymentVariables", "--deployment-uuid", id, "--release-name", name];
    let refused = |words: &[&str], stdin: &str| {
        let ran = user.with_stdin(&[&call[..], words].concat(), stdin);
        assert!(!ran.all().contains("hidden"), "{ran}");
        ran.naming(name, "[NAME]")
    };
    let ran = refused(&["--environment-variables", list, "--dry-run"], "");
    insta::assert_snapshot!(ran, @"
    ------- stderr -------
    error: updateDeploymentVariables has an invalid argument [usage]
      --environment-variables: a secret on the command line stays in the shell history, and `ps` shows it to every user; use @FILE, @- or @env:NAME
    Nothing was sent. See `houston updateDeploymentVariables --help`.
    [exit: 2]
    ");
    let elsewhere = ["--environment-variables", "@-", "--fields", "key", "--dry-run"];
    insta::assert_snapshot!(refused(&elsewhere, list), @r#"
    POST (no platform was given)
    accept: application/json
    content-type: application/json
    authorization: (no token: HOUSTON_TOKEN is not set)

    mutation updateDeploymentVariables($deploymentUuid: Uuid!, $environmentVariables: [InputEnvironmentVariable!]!, $releaseName: String!) {
      updateDeploymentVariables(deploymentUuid: $deploymentUuid, environmentVariables: $environmentVariables, releaseName: $releaseName) {
        key
      }
    }

    {
      "deploymentUuid": "ck[ID]",
      "environmentVariables": [
        {
          "key": "A",
          "value": "1",
          "isSecret": false
        },
        {
          "key": "S",
          "value": "***",
          "isSecret": true
        }
      ],
      "releaseName": "[NAME]"
    }
    ------- stderr -------
    note: trap: Replaces all variables: those not in the list are removed; an empty value keeps a stored secret
    [exit: 0]
    "#);
    insta::assert_snapshot!(refused(&elsewhere, "hidden, as it is not JSON"), @"
    ------- stderr -------
    error: updateDeploymentVariables has an invalid argument [usage]
      --environment-variables[0]: the value is not a valid InputEnvironmentVariable; pass NAME=VALUE,… or a JSON object for each item
    Nothing was sent. See `houston updateDeploymentVariables --help`.
    [exit: 2]
    ");
    let ran = refused(&["--environment-variables", r#"{"key":"A"}"#], "");
    insta::assert_snapshot!(ran, @"
    ------- stderr -------
    error: updateDeploymentVariables needs confirmation: it replaces the current values [confirmation-needed]
      Replaces all variables: those not in the list are removed; an empty value keeps a stored secret
    Nothing was sent. `--merge` keeps the current values, except for the environmentVariables that you give.
    Add `--yes` to run it without asking.
    [exit: 13]
    ");
    update(&["--environment-variables", list, "--yes", "--allow-secret-args"]);
    let ran = update(&[
        "--merge",
        "--allow-secret-args",
        "--environment-variables",
        r#"{"key":"A","value":"2"}"#,
        "--environment-variables",
        r#"{"key":"B","value":"3"}"#,
        "--environment-variables",
        r#"{"key":"S","value":"also hidden"}"#,
    ]);
    assert!(!ran.stderr.contains("hidden"), "{ran}");
    insta::assert_snapshot!(ran.stderr, @"
    - isSecret=false key=A value=1
    + isSecret=false key=A value=2
    + key=B value=3
    - isSecret=true key=S value=***
    + isSecret=true key=S value=*** (perhaps the same value: the server does not show it)
    ");
    let ran = user.line(&format!("--sandbox deploymentVariables --deployment-uuid {id} -o csv"));
    assert_eq!(ran.stdout, "isSecret,key,value\nfalse,A,2\nfalse,B,3\ntrue,S,\n");
    let ran = update(&["--merge", "--environment-variables", r#"{"key":"B","value":"3"}"#]);
    let said =
        "no changes\nnote: updateDeploymentVariables: nothing changes, so nothing was sent\n";
    assert_eq!((ran.code, &*ran.stderr), (0, said));
    // A value that cannot be read is not overwritten.
    let call = format!(
        "updateDeploymentVariables --merge --deployment-uuid {id} --release-name {name} --environment-variables []"
    );
    let ran = user.line(&format!("{call} --url http://127.0.0.1:1/v1 --retries 0"));
    insta::assert_snapshot!(ran, @"
    ------- stderr -------
    error: deploymentVariables: cannot connect to the server: 127.0.0.1:1: Connection refused (os error [N]) [not-reached]
      Nothing was sent.
      The current items could not be read, so updateDeploymentVariables was not sent.
    Check the address and that the platform is running, or try `--sandbox`.
    [exit: 6]
    ");
    let ran = user.line(&format!("{call} --fields key --dry-run")).naming(name, "[NAME]");
    insta::assert_snapshot!(ran, @r#"
    POST (no platform was given)
    accept: application/json
    content-type: application/json
    authorization: (no token: HOUSTON_TOKEN is not set)

    mutation updateDeploymentVariables($deploymentUuid: Uuid!, $environmentVariables: [InputEnvironmentVariable!]!, $releaseName: String!) {
      updateDeploymentVariables(deploymentUuid: $deploymentUuid, environmentVariables: $environmentVariables, releaseName: $releaseName) {
        key
      }
    }

    {
      "deploymentUuid": "ck[ID]",
      "environmentVariables": [],
      "releaseName": "[NAME]"
    }
    ------- stderr -------
    note: existing items would be read first, and kept where nothing is given for them
    [exit: 0]
    "#);
    let line = format!("--sandbox upgradeDeployment --merge --deployment-uuid {id}");
    insta::assert_snapshot!(user.line(&line), @"
    ------- stderr -------
    error: upgradeDeployment has an invalid argument [usage]
      --merge: upgradeDeployment does not have it: it keeps what is not given
    Nothing was sent. See `houston upgradeDeployment --help`.
    [exit: 2]
    ");
}

#[test]
fn after_a_look_up_the_call_was_not_sent() {
    let words = ["--sandbox", "deleteWorkspace", "--workspace-uuid", "@find:label=Sandbox"];
    insta::assert_snapshot!(Environment::new().run(&words), @"
    ------- stderr -------
    error: deleteWorkspace needs confirmation: it deletes something [confirmation-needed]
      Delete its deployments first: they can continue to run without a workspace
      deleteWorkspace was not sent.
    Add `--yes` to run it without asking.
    [exit: 13]
    ");
}
