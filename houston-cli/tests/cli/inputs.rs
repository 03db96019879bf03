//! Values from files, stdin and the environment, secrets, and confirmations.

#[cfg(unix)]
use std::process::Command;

use houston_sandbox::WORKSPACE_ID;
use serde_json::{Value, json};

use crate::environment::Environment;
#[cfg(unix)]
use crate::serve::Serving;

/// The variables of a dry run with this stdin.
fn variables(user: &Environment, words: &[&str], stdin: &str) -> Value {
    let ran = user.with_stdin(&[words, &["--dry-run", "-o", "json"]].concat(), stdin);
    let is_trap = |line: &str| line.starts_with("note: trap: ");
    assert!(ran.code == 0 && ran.stderr.lines().all(is_trap), "{words:?}: {ran}");
    serde_json::from_str::<Value>(&ran.stdout).unwrap()["variables"].take()
}

#[test]
fn a_value_comes_from_elsewhere() {
    let user = Environment::new().set("LABEL", "from=env");
    let call =
        |word: &str, stdin: &str| variables(&user, &["createWorkspace", "--label", word], stdin);
    assert_eq!(call("@env:LABEL", ""), json!({"label": "from=env"}));
    assert_eq!(call("@-", "from\nstdin\n"), json!({"label": "from\nstdin"}));
    assert_eq!(call("@@x", ""), json!({"label": "@x"}));
    let ran = user.run(&["createWorkspace", "--label", "@no-such-file", "--dry-run"]);
    insta::assert_snapshot!(ran, @"
    ------- stderr -------
    error: createWorkspace has an invalid argument [usage]
      --label: cannot read the file `no-such-file`: No such file or directory (os error [N]); to pass text that begins with `@`, write `@@…`
    Nothing was sent. See `houston createWorkspace --help`.
    [exit: 2]
    ");
    let twice = ["createWorkspace", "--label", "@-", "--description", "@-", "--dry-run"];
    insta::assert_snapshot!(user.with_stdin(&twice, "a"), @"
    ------- stderr -------
    error: createWorkspace has an invalid argument [usage]
      --description: stdin is already used by another option or argument
    Nothing was sent. See `houston createWorkspace --help`.
    [exit: 2]
    ");
}

#[test]
fn a_document_and_flags_are_one_value() {
    let user = Environment::new();
    let words = [
        "createDeployment",
        "--input",
        "-",
        "--label",
        "b",
        "--config.executor",
        "KubernetesExecutor",
        "--null",
        "description",
    ];
    let expected = json!({
        "label": "b", "type": "airflow", "workspaceUuid": "ck0",
        "config": {"executor": "KubernetesExecutor", "version": "1.10"}, "description": null,
    });
    let yaml = "label: a\ntype: airflow\nworkspace-uuid: ck0\nconfig:\n  executor: LocalExecutor\n  version: '1.10'\n";
    assert_eq!(variables(&user, &words, yaml), expected);
    let json = r#"{"label":"a","type":"airflow","workspaceUuid":"ck0","config":{"executor":"LocalExecutor","version":"1.10"}}"#;
    assert_eq!(variables(&user, &words, json), expected);
    let ran = user.with_stdin(&["createWorkspace", "--input", "-", "--dry-run"], "lable: a\n");
    insta::assert_snapshot!(ran, @"
    ------- stderr -------
    error: createWorkspace has an invalid argument [usage]
      --input.lable: createWorkspace has no argument `lable`; did you mean `label`?
    Nothing was sent. See `houston createWorkspace --help`.
    [exit: 2]
    ");
    let ran = user.line("createWorkspace --label a --null descripton --dry-run");
    insta::assert_snapshot!(ran, @"
    ------- stderr -------
    error: createWorkspace has an invalid argument [usage]
      --null: createWorkspace has no argument `descripton`; did you mean `description`?
    Nothing was sent. See `houston createWorkspace --help`.
    [exit: 2]
    ");
}

#[test]
fn a_boolean_needs_no_value() {
    let user = Environment::new();
    let payload = r#"{"label":"a"}"#;
    let words = ["updateDeployment", "--deployment-uuid", "a", "--sync", "--payload", payload];
    let shown = variables(&user, &words, "");
    assert_eq!(shown["sync"], json!(true), "{shown}");
    let shown =
        variables(&user, &[&words[..3], &["--sync", "false", "--payload", payload]].concat(), "");
    assert_eq!(shown["sync"], json!(false));
}

#[test]
fn a_secret_is_refused_on_the_command_line() {
    let user = Environment::new().set("PASSWORD", "canary");
    let call = ["createToken", "--identity", "me", "--password"];
    let ran = user.run(&[&call[..], &["canary", "--dry-run"]].concat());
    assert!(!ran.all().contains("canary"), "{ran}");
    insta::assert_snapshot!(ran, @"
    ------- stderr -------
    error: createToken has an invalid argument [usage]
      --password: a secret on the command line stays in the shell history, and `ps` shows it to every user; use @FILE, @- or @env:NAME, or add `--allow-secret-args`
    Nothing was sent. See `houston createToken --help`.
    [exit: 2]
    ");
    let ran =
        user.run(&[&call[..], &["@env:PASSWORD", "--fields", "token.value", "--dry-run"]].concat());
    assert!(!ran.all().contains("canary"), "{ran}");
    insta::assert_snapshot!(ran, @r#"
    POST (no platform was given)
    accept: application/json
    content-type: application/json
    authorization: (no token: HOUSTON_TOKEN is not set)

    mutation createToken($password: String!, $identity: String!) {
      createToken(password: $password, identity: $identity) {
        token {
          value
        }
      }
    }

    {
      "password": "***",
      "identity": "me"
    }
    [exit: 0]
    "#);
}

#[cfg(unix)]
#[test]
fn curl_sends_the_same_without_secrets_in_it() {
    let user = Environment::new();
    let server = Serving::start(&user);
    let url = &server.url;
    let call = ["--url", url, "createWorkspace", "--fields", "label", "--curl", "--label"];
    let shown = user.run(&[&call[..], &["it's $HOME `x` \\ \"q\" \n!"]].concat());
    insta::assert_snapshot!(shown, @r#"
    curl --silent --show-error --fail-with-body 'http://127.0.0.1:[PORT]/v1' \
      --header 'Content-Type: application/json' \
      --header "Authorization: $HOUSTON_TOKEN" \
      --data-binary '{"query":"mutation createWorkspace($label: String!) {\n  createWorkspace(label: $label) {\n    label\n  }\n}","variables":{"label":"it'\''s $HOME `x` \\ \"q\" \n!"}}'
    ------- stderr -------
    note: set HOUSTON_TOKEN to the token before you run the command
    [exit: 0]
    "#);
    let answer = Command::new("sh")
        .args(["-c", &shown.stdout])
        .env("HOUSTON_TOKEN", server.token())
        .output()
        .unwrap();
    let answer: Value = serde_json::from_slice(&answer.stdout).unwrap();
    assert_eq!(answer["data"]["createWorkspace"]["label"], "it's $HOME `x` \\ \"q\" \n!");
    let call = "createToken --identity me --password canary --allow-secret-args --fields token.value --curl";
    let shown = user.line(&format!("--url {url} {call}"));
    assert!(!shown.all().contains("canary"), "{shown}");
    insta::assert_snapshot!(shown, @r#"
    curl --silent --show-error --fail-with-body 'http://127.0.0.1:[PORT]/v1' \
      --header 'Content-Type: application/json' \
      --data-binary '{"query":"mutation createToken($password: String!, $identity: String!) {\n  createToken(password: $password, identity: $identity) {\n    token {\n      value\n    }\n  }\n}","variables":{"password":"'"${HOUSTON_ARG_PASSWORD}"'","identity":"me"}}'
    ------- stderr -------
    note: set HOUSTON_ARG_PASSWORD to the text of a JSON string, without the quotes
    [exit: 0]
    "#);
}

#[test]
fn nothing_goes_without_a_yes() {
    let user = Environment::new();
    let ran = user.line(&format!("--sandbox deleteWorkspace --workspace-uuid {WORKSPACE_ID}"));
    insta::assert_snapshot!(ran, @"
    ------- stderr -------
    error: deleteWorkspace needs confirmation: it deletes something [confirmation-needed]
      Delete its deployments first: they can continue to run without a workspace
    Nothing was sent. Add `--yes` to run it without asking.
    [exit: 13]
    ");
    let ran = user.line("--sandbox updateDeploymentVariables --deployment-uuid a --release-name b");
    insta::assert_snapshot!(ran, @"
    ------- stderr -------
    error: updateDeploymentVariables is missing a required argument [usage]
      --environment-variables: missing ([InputEnvironmentVariable]!). The whole list. A secret sent with an empty value keeps its stored value.
    Nothing was sent. See `houston updateDeploymentVariables --help`.
    [exit: 2]
    ");
}

#[test]
fn a_text_of_a_document_is_not_taken_for_a_source() {
    let user = Environment::new().set("PW", "canary");
    let call = [
        "updateDeploymentVariables",
        "--deployment-uuid=x",
        "--release-name=r",
        "--dry-run",
        "--allow-secret-args",
        "-o=json",
    ];
    let variables = |value: &str| json!([{"key": "A", "value": value, "isSecret": false}]);
    for (value, sent) in [
        ("@env:PW", None),
        ("@/run/secrets/a", None),
        ("@./a", None),
        ("@-", None),
        ("@@env:PW", Some("@env:PW")),
        ("@daily", Some("@daily")),
        ("@@daily", Some("@@daily")),
    ] {
        let items = variables(value);
        let document = json!({ "environmentVariables": items }).to_string();
        let config = json!({ "config": { "a": [value] } }).to_string();
        let create = "createDeployment --workspace-uuid=x --label=a --type=airflow --dry-run -o=json --input=-";
        let create: Vec<&str> = create.split(' ').collect();
        for ran in [
            user.with_stdin(&[&call[..], &["--input=-"]].concat(), &document),
            user.with_stdin(
                &[&call[..], &["--environment-variables=@-"]].concat(),
                &items.to_string(),
            ),
            user.run(&[&call[..], &["--environment-variables", &items.to_string()]].concat()),
            user.with_stdin(&create, &config),
        ] {
            assert!(!ran.all().contains("canary"), "{ran}");
            match sent {
                Some(sent) => {
                    let read: Value = serde_json::from_str(&ran.stdout).unwrap_or_default();
                    let read = &read["variables"];
                    let config = &read["config"]["a"][0];
                    let value = &read["environmentVariables"][0]["value"];
                    assert!(config == sent || value == sent, "{ran}");
                }
                None => {
                    let what = "a text that names a source";
                    assert!(ran.code == 2 && ran.stderr.contains(what), "{value}: {ran}");
                    assert!(value.len() < 3 || !ran.all().contains(&value[2..]), "{ran}");
                }
            }
        }
    }
}
