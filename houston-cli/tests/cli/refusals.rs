//! Calls that are refused before anything is sent.

use houston_tests::server::Unasked;

use crate::environment::{Environment, Ran};

/// Runs a call that must be refused, with nothing on stdout and nothing sent to its server.
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

/// The output of several such calls.
#[track_caller]
pub fn all_refused(calls: &[&[&str]]) -> String {
    calls.iter().map(|words| refused(words).after(&words.join(" "))).collect()
}

#[test]
fn all_that_is_missing_is_named_at_once() {
    insta::assert_snapshot!(refused(&["createDeployment", "--executor", "Localexecutor"]), @"
    ------- stderr -------
    error: createDeployment has 4 missing or invalid arguments [usage]
      --executor: `Localexecutor` is not a valid ExecutorType; did you mean `LocalExecutor`?
      --label: missing (String!). Display name; unique within the workspace.
      --type: missing (String!). Required, but the server ignores the value. Send `airflow`.
      --workspace-uuid: missing (Uuid!). Id of the workspace. You need permission to create deployments in it. Find it with `houston workspaces`, or use `@find:FIELD=VALUE`.
    Nothing was sent. See `houston createDeployment --help`.
    [exit: 2]
    ");
    insta::assert_snapshot!(refused(&["workspaceServiceAccount"]), @"
    ------- stderr -------
    error: workspaceServiceAccount is missing 2 required arguments [usage]
      --service-account-uuid: missing (Uuid!). Id of the service account. Find it with `houston workspaceServiceAccounts`, or use `@find:FIELD=VALUE`.
      --workspace-uuid: missing (Uuid!). Id of the workspace. Find it with `houston workspaces`, or use `@find:FIELD=VALUE`.
    Nothing was sent. See `houston workspaceServiceAccount --help`.
    [exit: 2]
    ");
    // The schema does not require this argument, but the server does.
    let words = ["createServiceAccount", "--label", "a", "--role", "WORKSPACE_VIEWER"];
    insta::assert_snapshot!(refused(&words), @"
    ------- stderr -------
    error: createServiceAccount is missing 2 required arguments [usage]
      --entity-type: missing (EntityType!). WORKSPACE or DEPLOYMENT.
      --entity-uuid: missing (Uuid, required by the server). Id of the workspace or deployment; the server fails without it.
    Nothing was sent. See `houston createServiceAccount --help`.
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
    error: createDeployment has 8 missing or invalid arguments [usage]
      --wokers: createDeployment has no argument `wokers`; did you mean `workers`?
      --label: given more than once; expected one String
      --config: starts like JSON, but is not valid JSON: key must be a string at line 1 column 2
      --executor: `x` is not a valid ExecutorType; expected one of LocalExecutor, CeleryExecutor, KubernetesExecutor
      --scheduler.replica: Scheduler has no field `replica`; did you mean `replicas`? Its fields are replicas, resources
      --scheduler.resources.limits.cpu: `2147483648` is not a valid Int; expected an integer from -2147483648 to 2147483647
      --webserver.useDefaultAirflowImage: `"yes"` is not a valid Boolean; expected true or false
      --workspace-uuid: missing (Uuid!). Id of the workspace. You need permission to create deployments in it. Find it with `houston workspaces`, or use `@find:FIELD=VALUE`.
    Nothing was sent. See `houston createDeployment --help`.
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
    error: workspace has an invalid argument [usage]
      --workspace-uuid: given more than once; expected one Uuid
    Nothing was sent. See `houston workspace --help`.
    [exit: 2]
    ");
    let words = ["--url", "http://127.0.0.1:1", "workspaces", "--url", "http://127.0.0.1:1"];
    insta::assert_snapshot!(refused(&words), @"
    ------- stderr -------
    error: --url was given twice [usage]
    Nothing was sent.
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
    error: updateDeploymentVariables has an invalid argument [usage]
      --environment-variables[0].valu: InputEnvironmentVariable has no field `valu`; did you mean `value`? Its fields are isSecret, key, value
    Nothing was sent. See `houston updateDeploymentVariables --help`.
    [exit: 2]
    ");
    insta::assert_snapshot!(with("[{]"), @"
    ------- stderr -------
    error: updateDeploymentVariables has an invalid argument [usage]
      --environment-variables: not a valid JSON array: key must be a string at line 1 column 3; repeat the flag for each item, or pass one JSON array
    Nothing was sent. See `houston updateDeploymentVariables --help`.
    [exit: 2]
    ");
}

#[test]
fn a_document_that_cannot_be_read_is_the_only_problem() {
    let user = Environment::new();
    let words = ["createDeployment", "--input", "-", "--dry-run", "--executor", "LocalExecutor"];
    // Missing arguments are not known then, and the parser's advice for programmers is left out.
    let shown = ["label: a\nlabel: b\n", "label: [a\n", "- a\n"]
        .map(|document| user.with_stdin(&words, document).after(document.trim_end()));
    insta::assert_snapshot!(shown.concat(), @"
    $ label: a
    label: b
    ------- stderr -------
    error: createDeployment has an invalid argument [usage]
      --input: not valid JSON or YAML: line 2: duplicate mapping key `label` is not allowed here
    Nothing was sent. See `houston createDeployment --help`.
    [exit: 2]

    $ label: [a
    ------- stderr -------
    error: createDeployment has an invalid argument [usage]
      --input: not valid JSON or YAML: line 1: unclosed bracket '['
    Nothing was sent. See `houston createDeployment --help`.
    [exit: 2]

    $ - a
    ------- stderr -------
    error: createDeployment has an invalid argument [usage]
      --input: expected an object with the names of arguments as keys
    Nothing was sent. See `houston createDeployment --help`.
    [exit: 2]
    ");
    insta::assert_snapshot!(user.line("createDeployment --input no-such-file"), @"
    ------- stderr -------
    error: createDeployment has an invalid argument [usage]
      --input: cannot read the file `no-such-file`: No such file or directory (os error [N])
    Nothing was sent. See `houston createDeployment --help`.
    [exit: 2]
    ");
}

#[test]
fn an_operation_of_another_version_is_known_wherever_it_is_named() {
    let name = "availableNamespaces";
    let calls = [&[name][..], &["query", name], &["describe", name], &["skeleton", name]];
    let shown = calls.map(|words| refused(words).to_string());
    // The commands that only show something send nothing.
    let quiet = shown[0].replace("Nothing was sent. ", "");
    assert_eq!(shown[1..], [&*shown[0], &quiet, &quiet]);
    insta::assert_snapshot!(shown[0], @"
    ------- stderr -------
    error: `availableNamespaces` is a query of Houston 0.25.8 and later, but not in the built-in schema [schema-drift]
      Lists the namespaces that a new deployment can use.
    Nothing was sent. If your platform has it, use your platform's schema with `houston schema pull`.
    [exit: 2]
    ");
}

#[test]
fn a_secret_that_is_missing_is_given_elsewhere() {
    insta::assert_snapshot!(refused(&["createUser", "--email", "a"]), @"
    ------- stderr -------
    error: createUser is missing a required argument [usage]
      --password: missing (String!). The password. The server does not check it: even an empty one is accepted (seen on 0.16). This is a secret: use @FILE, @- or @env:NAME, or type it when asked on a terminal.
    Nothing was sent. See `houston createUser --help`.
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
    error: createDeployment has an invalid argument [usage]
      --scheduler: starts like JSON, but is not valid JSON: duplicate key `replicas` at line 1 column 27
    Nothing was sent. See `houston createDeployment --help`.
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
    error: updateDeployment has an invalid argument [usage]
      --payload.labl: updateDeployment ignores this key; it reads only description, label, properties, version; did you mean `label`?
    Nothing was sent. See `houston updateDeployment --help`.
    [exit: 2]

    $ updateSelf --payload {"fullName": "a", "name": "b"}
    ------- stderr -------
    error: updateSelf has an invalid argument [usage]
      --payload.name: updateSelf ignores this key; it reads only fullName; did you mean `fullName`?
    Nothing was sent. See `houston updateSelf --help`.
    [exit: 2]
    "#);
    // The keys of other JSON are not all known.
    let words =
        "createDeployment --workspace-uuid x --type airflow --label a --config.any 1 --dry-run";
    assert_eq!(Environment::new().line(words).code, 0);
}

#[test]
fn an_object_that_shows_nothing_by_itself_is_asked_for_field_by_field() {
    insta::assert_snapshot!(refused(&["self", "--fields", "token"]), @"
    ------- stderr -------
    error: --fields is not valid [usage]
      token: select some of its fields: payload, value
    Nothing was sent. `houston describe AuthUser` shows the fields.
    [exit: 2]
    ");
    let user = Environment::new();
    assert_eq!(user.run(&["self", "--fields", "token.value", "--dry-run"]).code, 0);
}
