//! Values from elsewhere, secrets, and what is asked before something goes.

#[cfg(unix)]
use std::process::Command;
use std::process::Stdio;

use serde_json::{Value, json};

use crate::environment::Environment;

/// The variables of a dry run, with this on stdin.
fn variables(user: &Environment, words: &[&str], stdin: &str) -> Value {
    let ran = user.with_stdin(&[words, &["--dry-run", "-o", "json"]].concat(), stdin);
    let is_trap = |line: &str| line.starts_with("note: trap: ");
    assert!(ran.code == 0 && ran.stderr.lines().all(is_trap), "{words:?}: {}", ran.stderr);
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
    assert_eq!((ran.code, ran.stdout.as_str()), (2, ""));
    assert!(
        ran.stderr.contains("--label: the file `no-such-file` cannot be read"),
        "{}",
        ran.stderr
    );
    let ran = user
        .with_stdin(&["createWorkspace", "--label", "@-", "--description", "@-", "--dry-run"], "a");
    assert!(
        ran.code == 2 && ran.stderr.contains("stdin is read by something else"),
        "{}",
        ran.stderr
    );
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
        "x",
        "--null",
        "description",
    ];
    let expected = json!({
        "label": "b", "type": "airflow", "workspaceUuid": "ck0",
        "config": {"executor": "x", "version": "1.10"}, "description": null,
    });
    let yaml =
        "label: a\ntype: airflow\nworkspace-uuid: ck0\nconfig:\n  executor: y\n  version: '1.10'\n";
    assert_eq!(variables(&user, &words, yaml), expected);
    let json = r#"{"label":"a","type":"airflow","workspaceUuid":"ck0","config":{"executor":"y","version":"1.10"}}"#;
    assert_eq!(variables(&user, &words, json), expected);
    let ran = user.with_stdin(&["createWorkspace", "--input", "-", "--dry-run"], "lable: a\n");
    assert_eq!((ran.code, ran.stdout.as_str()), (2, ""));
    insta::assert_snapshot!(ran.stderr);
    let ran = user.run(&["createWorkspace", "--label", "a", "--null", "descripton", "--dry-run"]);
    assert!(ran.code == 2 && ran.stderr.contains("did you mean `description`?"), "{}", ran.stderr);
}

#[test]
fn a_boolean_needs_no_value() {
    let user = Environment::new();
    let words = ["updateDeployment", "--deployment-uuid", "a", "--sync", "--payload", "{}"];
    let shown = variables(&user, &words, "");
    assert_eq!(shown["sync"], json!(true), "{shown}");
    let shown =
        variables(&user, &[&words[..3], &["--sync", "false", "--payload", "{}"]].concat(), "");
    assert_eq!(shown["sync"], json!(false));
}

#[test]
fn a_secret_is_no_word_of_a_call() {
    let user = Environment::new().set("PASSWORD", "canary");
    let call = ["createToken", "--identity", "me", "--password"];
    let ran = user.run(&[&call[..], &["canary", "--dry-run"]].concat());
    assert_eq!((ran.code, ran.stdout.as_str()), (2, ""));
    assert!(!ran.stderr.contains("canary"));
    insta::assert_snapshot!(ran.stderr);
    let ran = user.run(&[&call[..], &["@env:PASSWORD", "--dry-run"]].concat());
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    assert!(!ran.stdout.contains("canary") && ran.stdout.contains("***"), "{}", ran.stdout);
}

#[cfg(unix)]
#[test]
fn curl_sends_the_same_without_secrets_in_it() {
    let user = Environment::new();
    let mut server = user
        .command(&["sandbox", "serve"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut line = String::new();
    std::io::BufRead::read_line(
        &mut std::io::BufReader::new(server.stdout.take().unwrap()),
        &mut line,
    )
    .unwrap();
    let url = line.trim().strip_prefix("export HOUSTON_URL=").unwrap().to_owned();
    let token = std::fs::read_to_string(user.store().join("administrator.token")).unwrap();
    let words = [
        "--url",
        &url,
        "createWorkspace",
        "--label",
        "it's $HOME `x` \\ \"q\" \n!",
        "--fields",
        "label",
        "--curl",
    ];
    let shown = user.run(&words);
    let note = "note: set HOUSTON_TOKEN to the token before you run it\n";
    assert_eq!((shown.code, shown.stderr.as_str()), (0, note));
    let answer = Command::new("sh")
        .args(["-c", &shown.stdout])
        .env("HOUSTON_TOKEN", token.trim())
        .output()
        .unwrap();
    server.kill().unwrap();
    server.wait().unwrap();
    let answer: Value = serde_json::from_slice(&answer.stdout).unwrap();
    assert_eq!(answer["data"]["createWorkspace"]["label"], "it's $HOME `x` \\ \"q\" \n!");
    let words = [
        "--url",
        &url,
        "createToken",
        "--identity",
        "me",
        "--password",
        "canary",
        "--allow-secret-args",
        "--curl",
    ];
    let shown = user.run(&words);
    assert!(
        shown.stdout.contains("\"${HOUSTON_ARG_PASSWORD}\"") && !shown.all().contains("canary"),
        "{}",
        shown.all()
    );
}

#[cfg(target_os = "linux")]
#[test]
fn nothing_goes_without_a_yes() {
    let user = Environment::new();
    let id = user.answer(&["--sandbox", "createWorkspace", "--label", "Gone"])["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let call = ["--sandbox", "deleteWorkspace", "--workspace-uuid", &id];
    let ran = user.run(&call);
    assert_eq!((ran.code, ran.stdout.as_str()), (13, ""), "{}", ran.stderr);
    insta::assert_snapshot!("not_confirmed", ran.stderr);
    let ran = user.run(&[
        "--sandbox",
        "updateDeploymentVariables",
        "--deployment-uuid",
        "a",
        "--release-name",
        "b",
    ]);
    assert!(ran.code == 13 || ran.code == 2, "{}", ran.stderr);
    // On a terminal: the end of the input is no yes, nor is anything else.
    let houston = env!("CARGO_BIN_EXE_houston");
    let ask = |answer: &str| {
        let line =
            format!("printf '{answer}' | script -qec '{houston} {}' /dev/null", call.join(" "));
        let mut shell = Command::new("sh");
        shell.args(["-c", &line]).env("HOUSTON_STATE_DIR", user.store().parent().unwrap());
        let output = shell.output().unwrap();
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    let left = || user.answer(&["--sandbox", "workspaces", "-o", "json"]).to_string().contains(&id);
    for answer in ["", "no\n", "y\n"] {
        let shown = ask(answer);
        assert!(shown.contains("was not confirmed") && shown.contains("Gone"), "{shown}");
        assert!(left());
    }
    let shown = ask("yes\n");
    assert!(!left(), "{shown}");
}
