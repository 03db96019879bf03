//! The sandbox compared with the server that Houston is built on, and used by common clients.
//!
//! `cargo xtask ci` installs them. Without them these tests print that they are skipped, and fail if `CI` is set.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod apollo;
mod http;

use std::process::{Command, Stdio};

use houston_sandbox::{Sandbox, Server};
use houston_tests::installed::{is_installed, node, workspace};

const MODULES: &str = "tests/apollo/node_modules/graphql-request";
const PYTHON: &str = "target/python/bin/python";

async fn serve() -> Server {
    Sandbox::start().await.unwrap().listen().await.unwrap()
}

/// Runs a program against the sandbox, and returns its output.
async fn output(server: &Server, mut command: Command, words: &[&str]) -> String {
    command.current_dir(workspace()).args(words).env("HOUSTON_TOKEN", server.token());
    command.stdin(Stdio::null()).env_remove("http_proxy").env_remove("HTTP_PROXY");
    let ran = tokio::task::spawn_blocking(move || command.output()).await.unwrap().unwrap();
    let said = String::from_utf8_lossy(&ran.stderr);
    assert!(ran.status.success(), "{said}");
    String::from_utf8(ran.stdout).unwrap()
}

const FOUND: &str = "[{\"label\":\"etl\",\"config\":{\"executor\":\"LocalExecutor\"}}]";

#[tokio::test(flavor = "multi_thread")]
async fn two_generations_of_graphql_js_read_the_schema() {
    if !is_installed("graphql-js", MODULES) {
        return;
    }
    let server = serve().await;
    let words = ["tests/apollo/introspection.js", &server.url(), "schema/houston.graphql"];
    let said = output(&server, node(), &words).await;
    let lines: Vec<&str> = said.lines().collect();
    assert!(
        lines[0].starts_with("graphql 14.6.0: ") && lines[1].starts_with("graphql-16 16."),
        "{said}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn graphql_request_tells_the_story() {
    if !is_installed("graphql-request", MODULES) {
        return;
    }
    let server = serve().await;
    let said = output(&server, node(), &["tests/apollo/story.js", &server.url()]).await;
    assert_eq!(said.trim(), FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn gql_tells_the_story() {
    if !is_installed("gql", PYTHON) {
        return;
    }
    let server = serve().await;
    let python = Command::new(workspace().join(PYTHON));
    let said = output(&server, python, &["tests/python/story.py", &server.url()]).await;
    assert_eq!(said.trim(), FOUND);
}

/// A deployment's log through another client. It follows the clock of this machine.
#[tokio::test(flavor = "multi_thread")]
async fn subscriptions_transport_ws_follows_the_log() {
    if !is_installed("subscriptions-transport-ws", MODULES) {
        return;
    }
    let seed = "workspaces: { data: { label: Data } }\ndeployments: { etl: { workspace: data, label: ETL } }\n";
    let sandbox = Sandbox::builder().seed(seed).unwrap().in_memory().unwrap();
    let server = sandbox.listen().await.unwrap();
    let words = ["tests/apollo/follow.js", &server.socket_url(), "ck00000000000000000000etl"];
    let said = output(&server, node(), &words).await;
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines.len(), 3, "{said}");
    let components = ["scheduler: ", "webserver: ", "worker: ", "flower: "];
    for line in lines {
        assert!(components.iter().any(|component| line.starts_with(component)), "{said}");
    }
    let begun: Vec<_> = server.sandbox().ledger();
    assert_eq!(begun[0].operation, "log");
}
