//! Each process uses one connection to the platform, also for look-ups.

use houston_tests::server::{Script, Server, http};

use crate::environment::{Environment, Ran, bare};

/// A server that keeps connections, and answers what it is asked.
fn server() -> Server {
    Server::new(Script::Respond(|request| {
        let data = match () {
            _ if request.contains("updateDeploymentVariables(") => {
                r#"{"updateDeploymentVariables":[{"key":"A","value":"1","isSecret":false}]}"#
            }
            _ if request.contains("deploymentVariables(") => r#"{"deploymentVariables":[]}"#,
            _ => r#"{"deployments":[{"id":"d","label":"a","releaseName":"r","description":null}]}"#,
        };
        http("200 OK", "", format!(r#"{{"data":{data}}}"#))
    }))
}

/// A mutation that looks up an id, and reads existing values.
const CALL: [&str; 7] = [
    "updateDeploymentVariables",
    "--deployment-uuid",
    "@find:label=a",
    "--merge",
    "--environment-variables",
    r#"[{"key":"A","value":"1","isSecret":false}]"#,
    "--release-name",
];

#[test]
fn all_that_a_call_sends_goes_over_one_connection() {
    let asked = server();
    let words = ["r", "--url", &asked.url, "--insecure"];
    let ran = Environment::new().run(&[&CALL[..], &words].concat());
    assert_eq!((ran.code, asked.connections()), (0, 1), "{ran}");
    assert_eq!(ran.stderr.matches("warning: --insecure").count(), 1, "{ran}");
    // Existing values are read over the connection of the look-up.
    let asked = server();
    let reconcile = [&["reconcile"], &CALL[..], &["r", "--url", &asked.url]].concat();
    let ran = Environment::new().run(&reconcile);
    assert_eq!((ran.code, asked.connections()), (4, 1), "{ran}");
}

/// Without a directory in the environment, each opening of the store prints a note.
#[cfg(unix)]
#[test]
fn the_store_is_opened_once() {
    let temporary = tempfile::tempdir().unwrap();
    let run = |words: &[&str]| {
        let mut command = bare(&[&["--sandbox"], words].concat());
        let ran = Ran::new(command.env("TMPDIR", temporary.path()).output().unwrap());
        assert_eq!(ran.code, 0, "{ran}");
        assert_eq!(ran.stderr.matches("store is in").count(), 1, "{ran}");
        ran.stdout.trim().to_owned()
    };
    let workspace = ["--workspace-uuid", houston_sandbox::WORKSPACE_ID];
    let create = ["createDeployment", "--type", "airflow", "--label", "a"];
    let shown = ["--fields", "releaseName", "-o", "value"];
    let name = run(&[&create[..], &workspace, &shown].concat());
    run(&[&CALL[..], &[&name]].concat());
    run(&[&["reconcile"], &CALL[..], &[&name]].concat());
}
