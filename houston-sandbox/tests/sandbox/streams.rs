//! Streams that follow the clock.

use std::time::Duration;

use futures::StreamExt;
use houston_sandbox::WORKSPACE_ID;
use serde_json::{Value, json};

use crate::socket::{LOG, STATUS, Socket, release_name, server};
use crate::{admin, data, deployment, system_key, text};

#[tokio::test]
async fn the_log_follows_the_clock_and_agrees_with_the_query() {
    let server = server().await;
    let sandbox = server.sandbox();
    let id = deployment(sandbox, server.token(), WORKSPACE_ID, "etl");
    sandbox.clock().advance(Duration::from_secs(3600));
    let mut socket = Socket::signed_in(&server, server.token()).await;
    socket.start("log", LOG, json!({ "d": id })).await;
    socket.settle().await;
    sandbox.clock().advance(Duration::from_secs(60));
    let mut followed = Vec::new();
    for _ in 0..12 {
        let answer = socket.data("log").await;
        assert_eq!(answer["errors"], Value::Null);
        followed.push(answer["data"]["log"].clone());
    }
    let query = "query($d: Uuid!) { logs(deploymentUuid: $d) { component message timestamp } }";
    let stored = data(sandbox, server.token(), query, json!({ "d": id }));
    let stored = stored["logs"].as_array().unwrap().clone();
    assert!(stored.len() > 700 && stored.len() <= 800);
    let at = stored.iter().position(|record| *record == followed[0]).unwrap();
    assert_eq!(stored[at..at + 12], followed);
    // No records from before the start were sent.
    assert!(at > 700, "{at}");

    // A stop is not answered, and ends the stream.
    socket.say(json!({ "type": "stop", "id": "log" })).await;
    socket.settle().await;
    sandbox.clock().advance(Duration::from_secs(60));
    socket.settle().await;
}

#[tokio::test]
async fn a_log_ends_after_twenty_minutes() {
    let server = server().await;
    let id = deployment(server.sandbox(), server.token(), WORKSPACE_ID, "etl");
    let mut socket = Socket::signed_in(&server, server.token()).await;
    socket.start("log", LOG, json!({ "d": id })).await;
    socket.settle().await;
    server.sandbox().clock().advance(Duration::from_secs(30 * 60));
    // All records up to the end, one every 5 seconds.
    for _ in 0..240 {
        assert_eq!(socket.data("log").await["errors"], Value::Null);
    }
    socket.complete("log").await;
    socket.settle().await;
}

#[tokio::test]
async fn the_status_of_a_new_deployment_can_be_watched() {
    let server = server().await;
    let sandbox = server.sandbox();
    let id = deployment(sandbox, server.token(), WORKSPACE_ID, "etl");
    let release = release_name(sandbox, &id);
    let mut socket = Socket::signed_in(&server, server.token()).await;
    socket.start("s", STATUS, json!({ "r": release })).await;
    socket.settle().await;
    let mut seen = Vec::new();
    for _ in 0..6 {
        sandbox.clock().advance(Duration::from_secs(5));
        seen.push(text(&socket.data("s").await["data"]["deploymentStatus"]["status"]));
    }
    let deploying = "DEPLOYING";
    assert_eq!(seen, ["UNKNOWN", deploying, deploying, deploying, deploying, "HEALTHY"]);
    let query = "query($i: String) { deployment(where: { id: $i }) { status deploymentStatus { status } } }";
    let now = data(sandbox, server.token(), query, json!({ "i": id }));
    assert_eq!(
        now["deployment"],
        json!({ "status": "HEALTHY", "deploymentStatus": { "status": "HEALTHY" } })
    );

    // A change of its pods restarts it.
    let change = "mutation($d: Uuid!, $c: JSON) {
        updateDeployment(deploymentUuid: $d, payload: {}, config: $c) { deploymentStatus { status } }
    }";
    let local = json!({ "executor": "LocalExecutor" });
    let changed = data(sandbox, server.token(), change, json!({ "d": id, "c": local }));
    assert_eq!(changed["updateDeployment"]["deploymentStatus"]["status"], "DEPLOYING");
    sandbox.clock().advance(Duration::from_secs(15));
    let now = data(sandbox, server.token(), query, json!({ "i": id }));
    assert_eq!(now["deployment"]["status"], "HEALTHY");

    // The interval has passed since the last event, and the status is sent although it has not changed.
    assert_eq!(socket.data("s").await["data"]["deploymentStatus"]["status"], "HEALTHY");

    // A deleted deployment ends the stream.
    let delete = "mutation($d: Uuid!) { deleteDeployment(deploymentUuid: $d) { id } }";
    data(sandbox, server.token(), delete, json!({ "d": id }));
    sandbox.clock().advance(Duration::from_secs(5));
    let last = socket.data("s").await;
    assert_eq!(last["errors"][0]["message"], "The requested resource was not found");
    socket.complete("s").await;
}

#[tokio::test]
async fn metrics_need_a_type() {
    let server = server().await;
    let sandbox = server.sandbox();
    let id = deployment(sandbox, server.token(), WORKSPACE_ID, "etl");
    sandbox.clock().advance(Duration::from_secs(600));
    let mut socket = Socket::signed_in(&server, server.token()).await;
    let query = "subscription($d: Uuid!, $t: [MetricType]) {
        metrics(deploymentUuid: $d, metricType: $t, since: 300, step: 30) { label result }
    }";
    let all = ["DEPLOYMENT_STATUS", "DEPLOYMENT_QUOTAS"];
    socket.start("some", query, json!({ "d": id, "t": all })).await;
    socket.start("none", query, json!({ "d": id })).await;
    socket.settle().await;
    sandbox.clock().advance(Duration::from_secs(30));
    let some = socket.data("some").await;
    assert_eq!(socket.data("none").await, json!({ "data": { "metrics": [] } }));
    let metrics = some["data"]["metrics"].as_array().unwrap();
    let labels: Vec<&str> =
        metrics.iter().map(|metric| metric["label"].as_str().unwrap()).collect();
    assert_eq!(labels, ["scheduler", "webserver", "worker", "cpu", "memory", "pods"]);
    let samples = metrics[0]["result"][0]["values"].as_array().unwrap();
    assert!((10..=11).contains(&samples.len()), "the span may begin at a sample: {samples:?}");
    assert!(samples.iter().all(|sample| sample[1] == "1"), "{samples:?}");
}

#[tokio::test]
async fn what_is_forbidden_is_refused_event_by_event() {
    let server = server().await;
    let sandbox = server.sandbox();
    let id = deployment(sandbox, server.token(), WORKSPACE_ID, "etl");
    // A system viewer lacks the permission for logs.
    let mut socket = Socket::signed_in(&server, &system_key(sandbox, "SYSTEM_VIEWER")).await;
    socket.start("log", LOG, json!({ "d": id })).await;
    socket.settle().await;
    sandbox.clock().advance(Duration::from_secs(10));
    for _ in 0..2 {
        let answer = socket.data("log").await;
        assert_eq!(answer["errors"][0]["message"], "Insufficient permissions.");
        assert_eq!(answer["errors"][0]["path"], json!(["log"]));
        assert_eq!(answer["data"], json!({ "log": null }));
    }
}

#[tokio::test]
async fn an_id_that_is_used_again_ends_what_had_it() {
    let server = server().await;
    let sandbox = server.sandbox();
    let id = deployment(sandbox, server.token(), WORKSPACE_ID, "etl");
    let mut socket = Socket::signed_in(&server, server.token()).await;
    socket.start("1", LOG, json!({ "d": id })).await;
    socket.start("1", STATUS, json!({ "r": release_name(sandbox, &id) })).await;
    socket.settle().await;
    sandbox.clock().advance(Duration::from_secs(5));
    assert_eq!(
        socket.data("1").await,
        json!({ "data": { "deploymentStatus": { "status": "UNKNOWN" } } })
    );
    socket.settle().await;
}

#[tokio::test]
async fn faults_and_the_ledger_see_the_socket() {
    let server = server().await;
    let sandbox = server.sandbox();
    let id = deployment(sandbox, &admin(sandbox), WORKSPACE_ID, "etl");
    let release = release_name(sandbox, &id);
    let step = || sandbox.clock().advance(Duration::from_secs(5));
    let begin = |rule: &'static str| {
        let (server, release) = (&server, release.clone());
        async move {
            server.sandbox().inject(rule.parse().unwrap());
            let mut socket = Socket::signed_in(server, server.token()).await;
            socket.start("s", STATUS, json!({ "r": release })).await;
            socket.settle().await;
            socket
        }
    };
    // One connection closes before its second event, one after its first, and one event is an error.
    let mut socket = begin("deploymentStatus:2:drop-before").await;
    step();
    socket.data("s").await;
    step();
    assert!(socket.0.next().await.is_none_or(|next| next.is_err()));
    let mut socket = begin("deploymentStatus:1:drop-after").await;
    step();
    assert!(socket.data("s").await["data"]["deploymentStatus"].is_object());
    assert!(socket.0.next().await.is_none_or(|next| next.is_err()));
    let mut socket = begin("deploymentStatus:1:error-after").await;
    step();
    let answer = socket.data("s").await;
    assert_eq!(answer["errors"][0]["message"], "13 INTERNAL: failed to validate token");

    // A mutation that ran, but whose answer is lost.
    sandbox.inject("createWorkspace:1:drop-after".parse().unwrap());
    let create = "mutation { createWorkspace(label: \"Data\") { id } }";
    socket.start("m", create, json!({})).await;
    assert!(socket.0.next().await.is_none_or(|next| next.is_err()));
    let entries = sandbox.ledger();
    let of = |operation: &str| entries.iter().filter(|one| one.operation == operation).count();
    assert_eq!((of("deploymentStatus"), of("createWorkspace")), (3, 1));
    let begun = entries.iter().find(|one| one.operation == "deploymentStatus").unwrap();
    assert_eq!(begun.arguments, json!({ "releaseName": release }));
    assert!(begun.account.is_some() && begun.refusal.is_none());
    let found = data(sandbox, &admin(sandbox), "{ workspaces { label } }", json!({}));
    assert!(found.to_string().contains("Data"), "{found}");
}

#[tokio::test]
async fn no_token_is_issued_over_a_socket() {
    let server = server().await;
    let mut socket = Socket::signed_in(&server, server.token()).await;
    socket.start("t", "{ self { token { value } isAdmin } }", json!({})).await;
    let answer = socket.data("t").await;
    assert_eq!(answer["errors"][0]["message"], "Cannot read property 'cookie' of undefined");
    socket.complete("t").await;
}
