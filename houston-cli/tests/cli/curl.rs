//! `--curl`: commands that send the same call.
#![cfg(unix)]

use std::process::Command;

use houston_tests::installed;
use houston_tests::server::{Script, Server, closing};
use serde_json::{Value, json};

use crate::environment::{Environment, Ran};

/// Runs a printed command with these variables, and returns the body that the server gets.
fn run(printed: &Ran, server: &Server, variables: &[(&str, &str)]) -> Value {
    let mut shell = Command::new("sh");
    shell.args(["-uc", &printed.stdout]).env("HOUSTON_TOKEN", "token");
    let ran = shell.envs(variables.iter().copied()).output().unwrap();
    assert!(ran.status.success(), "{ran:?}");
    let request = server.seen().pop().unwrap();
    assert!(request.contains("Authorization: token\r\n"), "{request}");
    let (_, body) = request.split_once("\r\n\r\n").unwrap();
    serde_json::from_str::<Value>(body).unwrap()["variables"].take()
}

#[test]
fn each_secret_has_its_own_variable_by_its_place() {
    if !installed::has_program("curl") {
        return;
    }
    let server = Server::new(Script::Write(closing("200 OK", r#"{"data":{}}"#)));
    let user = Environment::new();
    let variables = r#"[{"key":"A","value":"canary-1","isSecret":true},{"key":"B","value":"***","isSecret":false},{"key":"C","value":"canary-2","isSecret":true},{"key":"D","value":"hole-0 HOUSTON_ARG_X $HOME","isSecret":false}]"#;
    let words = ["updateDeploymentVariables", "--deployment-uuid", "***", "--release-name", "r"];
    let words = [&words[..], &["--environment-variables", variables, "--fields", "key"]].concat();
    let words = [&words[..], &["--allow-secret-args", "--curl", "--url", &server.url]].concat();
    let printed = user.run(&words);
    assert!(printed.code == 0 && !printed.all().contains("canary"), "{printed}");
    insta::assert_snapshot!(printed, @r#"
    curl --silent --show-error --fail-with-body 'http://127.0.0.1:[PORT]/v1' \
      --header 'Content-Type: application/json' \
      --header "Authorization: $HOUSTON_TOKEN" \
      --data-binary '{"query":"mutation updateDeploymentVariables($deploymentUuid: Uuid!, $environmentVariables: [InputEnvironmentVariable!]!, $releaseName: String!) {\n  updateDeploymentVariables(deploymentUuid: $deploymentUuid, environmentVariables: $environmentVariables, releaseName: $releaseName) {\n    key\n  }\n}","variables":{"deploymentUuid":"***","environmentVariables":[{"key":"A","value":"'"${HOUSTON_ARG_ENVIRONMENT_VARIABLES_0_VALUE}"'","isSecret":true},{"key":"B","value":"***","isSecret":false},{"key":"C","value":"'"${HOUSTON_ARG_ENVIRONMENT_VARIABLES_2_VALUE}"'","isSecret":true},{"key":"D","value":"hole-0 HOUSTON_ARG_X $HOME","isSecret":false}],"releaseName":"r"}}'
    ------- stderr -------
    note: trap: Replaces all variables: those not in the list are removed; an empty value keeps a stored secret
    note: set HOUSTON_TOKEN to the token before you run the command
    note: set HOUSTON_ARG_ENVIRONMENT_VARIABLES_0_VALUE, HOUSTON_ARG_ENVIRONMENT_VARIABLES_2_VALUE to the text of a JSON string, without the quotes
    [exit: 0]
    "#);
    let sent = run(
        &printed,
        &server,
        &[
            ("HOUSTON_ARG_ENVIRONMENT_VARIABLES_0_VALUE", "first"),
            ("HOUSTON_ARG_ENVIRONMENT_VARIABLES_2_VALUE", r#"it's $HOME `x` \\ \"q\" \n"#),
        ],
    );
    assert_eq!(sent["deploymentUuid"], "***");
    assert_eq!(
        sent["environmentVariables"],
        json!([
            {"key": "A", "value": "first", "isSecret": true},
            {"key": "B", "value": "***", "isSecret": false},
            {"key": "C", "value": "it's $HOME `x` \\ \"q\" \n", "isSecret": true},
            {"key": "D", "value": "hole-0 HOUSTON_ARG_X $HOME", "isSecret": false},
        ])
    );
}

#[test]
fn the_connection_is_the_same() {
    let user = Environment::new();
    let words = "workspaces --fields id --curl --url https://a.example/v1 --ca-cert it's.pem \
                 --client-cert c.pem --insecure --proxy http://user:secret@p:3128";
    let printed = user.line(words);
    assert!(!printed.all().contains("secret"), "{printed}");
    let first = printed.stdout.lines().next().unwrap();
    assert_eq!(
        first,
        r"curl --silent --show-error --fail-with-body --cacert 'it'\''s.pem' --cert 'c.pem' --insecure --proxy 'http://p:3128' 'https://a.example/v1' \"
    );
}

/// The printed command takes the way of the call, whatever the environment of the shell says, or is refused like it.
#[test]
fn the_way_to_the_server_is_the_same() {
    let far = ["workspaces", "--fields", "id", "--curl", "--allow-http", "--url"];
    let far = [&far[..], &["http://houston.invalid/v1"]].concat();
    for (variables, words, expected) in [
        (&[("HTTP_PROXY", "http://user:secret@p:3128")][..], &[][..], " --proxy 'http://p:3128' "),
        (&[("ALL_PROXY", "p:3128")], &["--proxy", "q:1"], " --proxy 'http://q:1' "),
        (&[("no_proxy", "x")], &["--proxy", "q:1"], " --proxy 'http://q:1' --noproxy '' "),
        (&[("ALL_PROXY", "p:3128"), ("NO_PROXY", "*.invalid")], &[], " --noproxy '*' "),
        (&[("HTTP_PROXY", "bad bad")], &[], ""),
        (&[("HTTP_PROXY", "p:1"), ("NO_PROXY", "'x'")], &[], ""),
    ] {
        let mut command = Environment::new().command(&[&far[..], words].concat());
        let ran = Ran::new(command.envs(variables.iter().copied()).output().unwrap());
        let code = if expected.is_empty() { 2 } else { 0 };
        assert!(ran.code == code && ran.stdout.contains(expected), "{variables:?}: {ran}");
        assert!(!ran.all().contains("secret"), "{ran}");
        let asks = variables[0].1.contains('@');
        assert_eq!(ran.stderr.contains("--proxy-user"), asks, "{ran}");
    }
}

/// What needs no token asks for none.
#[test]
fn a_call_without_a_token_has_no_header_for_one() {
    let line = "createToken --identity me --password @env:P --curl --url https://a.example/v1";
    let printed = Environment::new().set("P", "canary").line(line);
    assert!(
        !printed.all().contains("TOKEN\"") && !printed.all().contains("Authorization"),
        "{printed}"
    );
    assert!(
        printed.stderr.contains("set HOUSTON_ARG_PASSWORD to") && printed.code == 0,
        "{printed}"
    );
    let printed = Environment::new().set("P", "canary").set("HOUSTON_TOKEN", "t").line(line);
    assert!(printed.stdout.contains("Authorization: $HOUSTON_TOKEN"), "{printed}");
}
