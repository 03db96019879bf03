//! What is refused before anything is sent.

use houston_tests::server::Unasked;

use crate::environment::{Environment, Ran};

/// Runs a call that has to be refused: nothing on stdout, and nothing sent to the server that it names.
#[track_caller]
pub fn refused(words: &[&str]) -> Ran {
    let server = Unasked::new();
    let user = Environment::new().set("HOUSTON_URL", &server.url).set("HOUSTON_TOKEN", "canary");
    let ran = user.run(words);
    assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{words:?}: {ran}");
    assert!(!server.was_asked(), "it was sent: {words:?}");
    assert!(!ran.stderr.contains("canary"));
    ran
}

/// What many such calls show.
#[track_caller]
pub fn all_refused(calls: &[&[&str]]) -> String {
    calls.iter().map(|words| refused(words).after(&words.join(" "))).collect()
}

#[test]
fn all_that_is_missing_is_named_at_once() {
    insta::assert_snapshot!(refused(&["createDeployment", "--executor", "Localexecutor"]), @"
    ------- stderr -------
    error: createDeployment cannot be run: 4 problems [usage]
      --executor: `Localexecutor` is no ExecutorType; did you mean `LocalExecutor`?
      --label: missing, label: String! - Name shown to people; unique within the workspace.
      --type: missing, type: String! - Required and ignored by the server: send `airflow`.
      --workspace-uuid: missing, workspaceUuid: Uuid! - Id of the workspace; you need the right to create deployments in it. `houston workspaces` lists them, @find: looks one up.
    `houston createDeployment --help` shows every argument; nothing was sent
    [exit: 2]
    ");
    insta::assert_snapshot!(refused(&["workspaceServiceAccount"]), @"
    ------- stderr -------
    error: workspaceServiceAccount cannot be run: 2 problems [usage]
      --service-account-uuid: missing, serviceAccountUuid: Uuid! - Id of the service account. `houston workspaceServiceAccounts` lists them, @find: looks one up.
      --workspace-uuid: missing, workspaceUuid: Uuid! - Id of the workspace. `houston workspaces` lists them, @find: looks one up.
    `houston workspaceServiceAccount --help` shows every argument; nothing was sent
    [exit: 2]
    ");
    // The schema does not ask for this one, the server does.
    let words = ["createServiceAccount", "--label", "a", "--role", "WORKSPACE_VIEWER"];
    insta::assert_snapshot!(refused(&words), @"
    ------- stderr -------
    error: createServiceAccount cannot be run: 2 problems [usage]
      --entity-type: missing, entityType: EntityType! - WORKSPACE or DEPLOYMENT.
      --entity-uuid: missing, entityUuid: Uuid (the server wants it) - Id of the workspace or deployment; the server fails without it.
    `houston createServiceAccount --help` shows every argument; nothing was sent
    [exit: 2]
    ");
}

#[test]
fn all_problems_of_a_call_are_named_at_once() {
    insta::assert_snapshot!(refused(&[
        "create-deployment",
        "--label",
        "a",
        "--label",
        "b",
        "--type",
        "airflow",
        "--scheduler.replica",
        "2",
        "--scheduler.resources.limits.cpu",
        "2147483648",
        "--config",
        "{executor: x}",
        "--executor",
        "x",
        "--webserver",
        r#"{"useDefaultAirflowImage": "yes"}"#,
        "--wokers.replicas",
        "1",
    ]), @r#"
    ------- stderr -------
    error: createDeployment cannot be run: 8 problems [usage]
      --wokers: createDeployment has no argument `wokers`; did you mean `workers`?
      --label: given twice; one String is wanted
      --config: it begins like JSON and is none: key must be a string at line 1 column 2
      --executor: `x` is no ExecutorType; give one of LocalExecutor, CeleryExecutor, KubernetesExecutor
      --scheduler.replica: Scheduler has no field `replica`; did you mean `replicas`?
      --scheduler.resources.limits.cpu: `2147483648` is no Int; give a whole number from -2147483648 to 2147483647
      --webserver.useDefaultAirflowImage: `"yes"` is no Boolean; give true or false
      --workspace-uuid: missing, workspaceUuid: Uuid! - Id of the workspace; you need the right to create deployments in it. `houston workspaces` lists them, @find: looks one up.
    `houston createDeployment --help` shows every argument; nothing was sent
    [exit: 2]
    "#);
}

#[test]
fn a_misspelt_name_is_put_right() {
    let shown = all_refused(&[
        &["creatDeployment"],
        &["query", "createDeploymen"],
        &["query", "create-deployment"],
        &["mutation", "workspaces"],
        &["query", "deploymentStatus", "--release-name", "a"],
        &["mutation", "createDeploymen", "--label", "a"],
        &["describe", "Deploymint"],
        &["createWorkspace", "--labl", "a"],
        &["workspace", "--workspaceUid", "a"],
        &["lst"],
    ]);
    insta::assert_snapshot!(shown);
}

#[test]
fn a_value_is_given_once_under_either_name() {
    let words = ["workspace", "--workspaceUuid", "a", "--workspace-uuid", "b"];
    insta::assert_snapshot!(refused(&words), @"
    ------- stderr -------
    error: workspace cannot be run [usage]
      --workspace-uuid: given twice; one Uuid is wanted
    `houston workspace --help` shows every argument; nothing was sent
    [exit: 2]
    ");
    let words = ["--url", "http://127.0.0.1:1", "workspaces", "--url", "http://127.0.0.1:1"];
    insta::assert_snapshot!(refused(&words), @"
    ------- stderr -------
    error: --url is given twice [usage]
    [exit: 2]
    ");
}

#[test]
fn a_list_is_checked() {
    let call = "updateDeploymentVariables --deployment-uuid a --release-name b";
    let call: Vec<&str> = call.split(' ').chain(["--environment-variables"]).collect();
    let with = |value: &str| refused(&[&call[..], &[value]].concat());
    insta::assert_snapshot!(with(r#"{"key": "A", "valu": "1"}"#), @"
    ------- stderr -------
    error: updateDeploymentVariables cannot be run [usage]
      --environment-variables[0].valu: InputEnvironmentVariable has no field `valu`; did you mean `value`?
    `houston updateDeploymentVariables --help` shows every argument; nothing was sent
    [exit: 2]
    ");
    insta::assert_snapshot!(with("[{]"), @"
    ------- stderr -------
    error: updateDeploymentVariables cannot be run [usage]
      --environment-variables: no JSON array: key must be a string at line 1 column 3; repeat the flag for each item, or give one JSON array
    `houston updateDeploymentVariables --help` shows every argument; nothing was sent
    [exit: 2]
    ");
}

#[test]
fn a_subscription_cannot_be_run_yet() {
    insta::assert_snapshot!(refused(&["deploymentStatus", "--release-name", "a"]), @"
    ------- stderr -------
    error: deploymentStatus is a subscription, which cannot be run yet [usage]
    `houston describe deploymentStatus` shows what it would give
    [exit: 2]
    ");
}

#[test]
fn a_document_that_cannot_be_read_is_all_that_is_told() {
    let user = Environment::new();
    let words = ["createDeployment", "--input", "-", "--dry-run", "--executor", "LocalExecutor"];
    // What is missing is not known, and what a library can do is no help.
    let shown = ["label: a\nlabel: b\n", "label: [a\n", "- a\n"]
        .map(|document| user.with_stdin(&words, document).after(document.trim_end()));
    insta::assert_snapshot!(shown.concat(), @"
    $ label: a
    label: b
    ------- stderr -------
    error: createDeployment cannot be run [usage]
      --input: neither JSON nor YAML: line 2: duplicate mapping key `label` is not allowed here
    `houston createDeployment --help` shows every argument; nothing was sent
    [exit: 2]

    $ label: [a
    ------- stderr -------
    error: createDeployment cannot be run [usage]
      --input: neither JSON nor YAML: line 1: unclosed bracket '['
    `houston createDeployment --help` shows every argument; nothing was sent
    [exit: 2]

    $ - a
    ------- stderr -------
    error: createDeployment cannot be run [usage]
      --input: no object with the arguments' names
    `houston createDeployment --help` shows every argument; nothing was sent
    [exit: 2]
    ");
    insta::assert_snapshot!(user.line("createDeployment --input no-such-file"), @"
    ------- stderr -------
    error: createDeployment cannot be run [usage]
      --input: the file `no-such-file` cannot be read: No such file or directory (os error [N])
    `houston createDeployment --help` shows every argument; nothing was sent
    [exit: 2]
    ");
}

#[test]
fn an_operation_of_another_version_is_known_wherever_it_is_named() {
    let name = "availableNamespaces";
    let calls = [&[name][..], &["query", name], &["describe", name], &["skeleton", name]];
    let shown = calls.map(|words| refused(words).to_string());
    assert!(shown.iter().all(|text| *text == shown[0]), "{shown:?}");
    insta::assert_snapshot!(shown[0], @"
    ------- stderr -------
    error: `availableNamespaces` is a query of Houston 0.25.8 and later, and not in the schema that is built in [schema-drift]
    `houston schema pull` goes by the schema of your platform, if that has it
    [exit: 2]
    ");
}

#[test]
fn a_secret_that_is_missing_is_given_elsewhere() {
    insta::assert_snapshot!(refused(&["createUser", "--email", "a"]), @"
    ------- stderr -------
    error: createUser cannot be run [usage]
      --password: missing, password: String! - The password; not checked, not even for being empty (seen on 0.16). It is secret: give @FILE, @- or @env:NAME; on a terminal it is asked for.
    `houston createUser --help` shows every argument; nothing was sent
    [exit: 2]
    ");
}

#[test]
fn a_key_that_is_given_twice_is_named() {
    insta::assert_snapshot!(refused(&[
        "createDeployment",
        "--label=a",
        "--type=a",
        "--workspace-uuid=a",
        "--scheduler",
        r#"{"replicas":1,"replicas":2}"#,
    ]), @"
    ------- stderr -------
    error: createDeployment cannot be run [usage]
      --scheduler: it begins like JSON and is none: duplicate key `replicas` at line 1 column 27
    `houston createDeployment --help` shows every argument; nothing was sent
    [exit: 2]
    ");
}

#[test]
fn a_key_that_the_server_would_drop_is_refused() {
    insta::assert_snapshot!(all_refused(&[
        &["updateDeployment", "--deployment-uuid", "x", "--payload.labl", "a"],
        &["updateSelf", "--payload", r#"{"fullName": "a", "name": "b"}"#],
    ]), @r#"
    $ updateDeployment --deployment-uuid x --payload.labl a
    ------- stderr -------
    error: updateDeployment cannot be run [usage]
      --payload.labl: updateDeployment looks at label, description, version, properties, and drops every other key; did you mean `label`?
    `houston updateDeployment --help` shows every argument; nothing was sent
    [exit: 2]

    $ updateSelf --payload {"fullName": "a", "name": "b"}
    ------- stderr -------
    error: updateSelf cannot be run [usage]
      --payload.name: updateSelf looks at fullName, and drops every other key; did you mean `fullName`?
    `houston updateSelf --help` shows every argument; nothing was sent
    [exit: 2]
    "#);
    // Of other JSON, nobody knows all keys.
    let words =
        "createDeployment --workspace-uuid x --type airflow --label a --config.any 1 --dry-run";
    assert_eq!(Environment::new().line(words).code, 0);
}

#[test]
fn an_object_that_shows_nothing_by_itself_is_asked_for_field_by_field() {
    insta::assert_snapshot!(refused(&["self", "--fields", "token"]), @"
    ------- stderr -------
    error: --fields cannot be used [usage]
      token: say which of its fields: payload, value
    `houston describe AuthUser` shows its fields; nothing was sent
    [exit: 2]
    ");
    let user = Environment::new();
    assert_eq!(user.run(&["self", "--fields", "token.value", "--dry-run"]).code, 0);
}
