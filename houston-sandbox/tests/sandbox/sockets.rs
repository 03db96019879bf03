//! The WebSocket: who may connect, what is answered, and streams that follow the clock.

use std::time::Duration;

use futures::{SinkExt, StreamExt};
use houston_sandbox::{Sandbox, Server, WORKSPACE_ID};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::{Message, http};
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async, tungstenite};

use crate::{admin, data, deployment, sandbox, system_key, text};

const LOG: &str =
    "subscription($d: Uuid!) { log(deploymentUuid: $d) { component message timestamp } }";

const STATUS: &str = "subscription($r: String) { deploymentStatus(releaseName: $r) { status } }";

/// A client of the sub-protocol, which says nothing of its own accord.
pub(crate) struct Socket(WebSocketStream<MaybeTlsStream<TcpStream>>);

/// What came: a message of the protocol, or the code that the connection was closed with.
#[derive(Debug, PartialEq)]
pub(crate) enum Heard {
    Said(Value),
    Closed(u16),
}

use Heard::{Closed, Said};

impl Socket {
    pub(crate) async fn open(
        url: &str,
        protocol: &str,
    ) -> Result<(Socket, Option<String>), tungstenite::Error> {
        let mut request = url.into_client_request()?;
        if !protocol.is_empty() {
            request.headers_mut().insert("Sec-WebSocket-Protocol", protocol.parse().unwrap());
        }
        let (stream, response) = connect_async(request).await?;
        let agreed = response.headers().get("Sec-WebSocket-Protocol");
        Ok((Socket(stream), agreed.map(|name| name.to_str().unwrap().to_owned())))
    }

    /// A connection that the server has said yes to.
    async fn signed_in(server: &Server, token: &str) -> Socket {
        let mut socket = Socket::open(&server.socket_url(), "graphql-ws").await.unwrap().0;
        socket
            .say(json!({ "type": "connection_init", "payload": { "authorization": token } }))
            .await;
        assert_eq!(socket.hear().await, Said(json!({ "type": "connection_ack" })));
        socket
    }

    pub(crate) async fn say(&mut self, message: Value) {
        self.0.send(Message::text(message.to_string())).await.unwrap();
    }

    pub(crate) async fn start(&mut self, id: &str, query: &str, variables: Value) {
        let payload = json!({ "query": query, "variables": variables });
        self.say(json!({ "type": "start", "id": id, "payload": payload })).await;
    }

    pub(crate) async fn hear(&mut self) -> Heard {
        let next = tokio::time::timeout(Duration::from_secs(20), self.0.next());
        match next.await.expect("the sandbox says something").unwrap().unwrap() {
            Message::Text(text) => Said(serde_json::from_str(&text).unwrap()),
            Message::Close(frame) => Closed(frame.unwrap().code.into()),
            other => panic!("{other:?}"),
        }
    }

    /// The payload of the next message, which is `data` for this operation.
    pub(crate) async fn data(&mut self, id: &str) -> Value {
        match self.hear().await {
            Said(mut message) => {
                assert_eq!(
                    (&message["type"], &message["id"]),
                    (&json!("data"), &json!(id)),
                    "{message}"
                );
                message["payload"].take()
            }
            closed => panic!("{closed:?}"),
        }
    }

    async fn complete(&mut self, id: &str) {
        let complete = json!({ "type": "complete", "id": id, "payload": null });
        assert_eq!(self.hear().await, Said(complete));
    }

    /// The same where events of this stream may still be on their way.
    pub(crate) async fn settle_after(&mut self, stream: &str) {
        self.start("settle", "{ __typename }", json!({})).await;
        loop {
            match self.hear().await {
                Said(message) if message["id"] == stream => {}
                Said(message) => break assert_eq!(message["type"], "data", "{message}"),
                closed => panic!("{closed:?}"),
            }
        }
        self.complete("settle").await;
    }

    /// Waits until the server has heard everything so far, by asking for something; nothing else comes in between.
    pub(crate) async fn settle(&mut self) {
        self.start("settle", "{ __typename }", json!({})).await;
        assert_eq!(self.data("settle").await, json!({ "data": { "__typename": "Query" } }));
        self.complete("settle").await;
    }
}

/// A server whose clock goes by hand.
async fn server() -> Server {
    let sandbox = sandbox();
    sandbox.clock().stop();
    sandbox.listen().await.unwrap()
}

pub(crate) fn release_name(sandbox: &Sandbox, id: &str) -> String {
    let query = "query($i: String) { deployment(where: { id: $i }) { releaseName } }";
    text(&data(sandbox, &admin(sandbox), query, json!({ "i": id }))["deployment"]["releaseName"])
}

#[tokio::test]
async fn the_first_protocol_that_is_offered_must_be_the_old_one() {
    let url = server().await;
    let cases = [
        ("graphql-ws", Some("graphql-ws"), true),
        ("graphql-ws, graphql-transport-ws", Some("graphql-ws"), true),
        ("graphql-transport-ws", Some("graphql-transport-ws"), false),
        ("graphql-transport-ws, graphql-ws", Some("graphql-transport-ws"), false),
    ];
    for (offered, agreed, is_served) in cases {
        let (mut socket, found) = Socket::open(&url.socket_url(), offered).await.unwrap();
        assert_eq!(found.as_deref(), agreed, "{offered}");
        if is_served {
            socket.settle().await;
        } else {
            assert_eq!(socket.hear().await, Closed(1002), "{offered}");
        }
    }
    let mut socket = Socket::open(&url.socket_url(), "").await.unwrap().0;
    assert_eq!(socket.hear().await, Closed(1002));
}

#[tokio::test]
async fn other_paths_are_no_sockets() {
    let server = server().await;
    let http = server.socket_url().replace("/ws", "");
    for path in ["/ws/", "/v1", "/", "/WS"] {
        match Socket::open(&format!("{http}{path}"), "graphql-ws").await {
            Err(tungstenite::Error::Http(response)) => {
                assert_eq!(response.status(), http::StatusCode::BAD_REQUEST, "{path}");
            }
            other => panic!("{path}: {:?}", other.map(|(_, protocol)| protocol)),
        }
    }
}

#[tokio::test]
async fn a_token_comes_in_the_first_message() {
    let server = server().await;
    let token = server.token().to_owned();
    for payload in [
        json!({ "authorization": token }),
        json!({ "Authorization": token }),
        json!({ "authorization": format!("Bearer {token}") }),
    ] {
        let mut socket = Socket::open(&server.socket_url(), "graphql-ws").await.unwrap().0;
        socket.say(json!({ "type": "connection_init", "payload": payload })).await;
        assert_eq!(socket.hear().await, Said(json!({ "type": "connection_ack" })));
        socket.start("1", "{ self { isAdmin } }", json!({})).await;
        assert_eq!(socket.data("1").await, json!({ "data": { "self": { "isAdmin": true } } }));
    }
    let refused = [
        (
            json!({ "payload": { "authorization": "0123456789abcdef0123456789abcdef" } }),
            "Prohibited connection!",
        ),
        (
            json!({ "payload": { "authorization": format!("bearer {token}") } }),
            "Prohibited connection!",
        ),
        (json!({ "payload": {} }), "Prohibited connection!"),
        (json!({}), "Cannot read property 'authorization' of undefined"),
    ];
    for (mut message, reason) in refused {
        message["type"] = "connection_init".into();
        let mut socket = Socket::open(&server.socket_url(), "graphql-ws").await.unwrap().0;
        socket.say(message).await;
        let error = json!({ "type": "connection_error", "payload": { "message": reason } });
        assert_eq!(socket.hear().await, Said(error));
        assert_eq!(socket.hear().await, Closed(1011));
    }
}

#[tokio::test]
async fn operations_are_served_before_the_first_message_has_come() {
    let server = server().await;
    let mut socket = Socket::open(&server.socket_url(), "graphql-ws").await.unwrap().0;
    socket.start("1", "{ appConfig { version } }", json!({})).await;
    assert_eq!(socket.data("1").await["errors"], Value::Null);
    socket.complete("1").await;
    socket.start("2", "{ workspaces { id } }", json!({})).await;
    let error = &socket.data("2").await["errors"][0];
    assert_eq!(error["message"], "Cannot read property 'session' of undefined");
    assert_eq!(error["extensions"]["code"], "INTERNAL_SERVER_ERROR");
    socket.complete("2").await;
}

#[tokio::test]
async fn queries_and_mutations_are_answered_and_complete() {
    let server = server().await;
    let mut socket = Socket::signed_in(&server, server.token()).await;
    socket.start("q", "mutation { createWorkspace(label: \"Wire\") { label } }", json!({})).await;
    assert_eq!(
        socket.data("q").await,
        json!({ "data": { "createWorkspace": { "label": "Wire" } } })
    );
    socket.complete("q").await;
    // Without an id, as some clients send it: the answer has none either.
    let payload = json!({ "query": "{ self { isAdmin } }" });
    socket.say(json!({ "type": "start", "payload": payload })).await;
    let data = json!({ "data": { "self": { "isAdmin": true } } });
    assert_eq!(socket.hear().await, Said(json!({ "type": "data", "payload": data })));
    assert_eq!(socket.hear().await, Said(json!({ "type": "complete", "payload": null })));
}

#[tokio::test]
async fn what_is_wrong_with_a_request_is_said_in_data_or_in_error() {
    let server = server().await;
    let mut socket = Socket::signed_in(&server, server.token()).await;
    let id = deployment(server.sandbox(), server.token(), WORKSPACE_ID, "etl");
    let as_data = [
        ("subscription { nope }", "Cannot query field \"nope\" on type \"Subscription\"."),
        (STATUS_REQUIRED, "Variable \"$r\" of required type \"String!\" was not provided."),
        (
            "subscription { log(deploymentUuid: \"a\") { id } metrics(deploymentUuid: \"a\") { label } }",
            "Anonymous Subscription must select only one top level field.",
        ),
    ];
    for (query, message) in as_data {
        socket.start("1", query, json!({})).await;
        let answer = socket.data("1").await;
        let error = &answer["errors"][0];
        assert_eq!((&error["message"], error.get("path")), (&json!(message), None));
        assert_eq!(error["extensions"]["code"], "INTERNAL_SERVER_ERROR");
        assert_eq!(answer.get("data"), None);
        socket.complete("1").await;
    }
    // A deployment that is not there: an error with a path, and no data.
    socket.start("2", LOG, json!({ "d": "ck0" })).await;
    let answer = socket.data("2").await;
    assert_eq!(answer["errors"][0]["message"], "The requested resource was not found");
    assert_eq!((&answer["errors"][0]["path"], answer.get("data")), (&json!(["log"]), None));
    socket.complete("2").await;

    let as_error = [
        (json!({ "type": "start", "id": "3" }), "Cannot read property 'query' of undefined"),
        (
            json!({ "type": "start", "id": "3", "payload": null }),
            "Cannot read property 'query' of null",
        ),
        (json!({ "type": "start", "id": "3", "payload": {} }), "Must provide document"),
        (json!({ "type": "subscribe", "id": "3", "payload": {} }), "Invalid message type!"),
        (json!({ "id": "3" }), "Invalid message type!"),
    ];
    for (message, reason) in as_error {
        socket.say(message.clone()).await;
        let error = json!({ "type": "error", "id": "3", "payload": { "message": reason } });
        assert_eq!(socket.hear().await, Said(error), "{message}");
    }
    socket.start("4", "{", json!({})).await;
    match socket.hear().await {
        Said(error) => {
            assert_eq!((&error["type"], &error["id"]), (&json!("error"), &json!("4")));
            assert!(text(&error["payload"]["message"]).starts_with("Syntax Error: "), "{error}");
        }
        closed => panic!("{closed:?}"),
    }
    // No JSON: an error of the connection, which goes on.
    socket.0.send(Message::text("hello")).await.unwrap();
    match socket.hear().await {
        Said(error) => {
            assert_eq!((&error["type"], &error["id"]), (&json!("connection_error"), &json!(null)))
        }
        closed => panic!("{closed:?}"),
    }
    socket.start("5", LOG, json!({ "d": id })).await;
    socket.settle().await;
    socket.say(json!({ "type": "connection_terminate" })).await;
    assert_eq!(socket.hear().await, Closed(1000));
}

const STATUS_REQUIRED: &str =
    "subscription($r: String!) { deploymentStatus(releaseName: $r) { status } }";

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
    // Nothing from before the start was sent.
    assert!(at > 700, "{at}");

    // A stop is not answered, and nothing comes any more.
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
    // What was written until the end, and no more: a record every 5 seconds.
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

    // A change is rolled out.
    let change = "mutation($d: Uuid!) { updateDeployment(deploymentUuid: $d, payload: { description: \"x\" }) { deploymentStatus { status } } }";
    let changed = data(sandbox, server.token(), change, json!({ "d": id }));
    assert_eq!(changed["updateDeployment"]["deploymentStatus"]["status"], "DEPLOYING");
    sandbox.clock().advance(Duration::from_secs(15));
    let now = data(sandbox, server.token(), query, json!({ "i": id }));
    assert_eq!(now["deployment"]["status"], "HEALTHY");

    // The interval has gone by since the last event, and the status is sent although it is the same.
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
    // Reads the platform, and has no right to logs.
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
async fn messages_have_a_largest_size() {
    let server = server().await;
    let mut socket = Socket::signed_in(&server, server.token()).await;
    let large =
        json!({ "type": "start", "id": "1", "payload": { "query": " ".repeat(2 * 1024 * 1024) } });
    // It may fail while it is sent already.
    let _ = socket.0.send(Message::text(large.to_string())).await;
    let end = tokio::time::timeout(Duration::from_secs(20), async {
        while let Some(Ok(message)) = socket.0.next().await {
            assert!(message.is_close(), "{message:?}");
        }
    });
    end.await.expect("the connection is at its end");
}

#[tokio::test]
async fn a_server_at_its_end_closes_its_sockets() {
    let server = server().await;
    let mut socket = Socket::signed_in(&server, server.token()).await;
    drop(server);
    assert_eq!(socket.hear().await, Closed(1001));
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
    // The second event in vain, after the second, and as an error.
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

    // A mutation that ran, and whose answer is lost.
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
