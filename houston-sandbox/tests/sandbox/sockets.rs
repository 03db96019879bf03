//! The WebSocket: connections and answers.

use std::time::Duration;

use futures::{SinkExt, StreamExt};
use houston_sandbox::WORKSPACE_ID;
use serde_json::{Value, json};
use tokio_tungstenite::tungstenite::{self, Message, http};

use crate::socket::Heard::{Closed, Said};
use crate::socket::{LOG, Socket, server};
use crate::{deployment, text};

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
async fn other_paths_are_not_sockets() {
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
    // Some clients send no id; the answer then has none.
    let payload = json!({ "query": "{ self { isAdmin } }" });
    socket.say(json!({ "type": "start", "payload": payload })).await;
    let data = json!({ "data": { "self": { "isAdmin": true } } });
    assert_eq!(socket.hear().await, Said(json!({ "type": "data", "payload": data })));
    assert_eq!(socket.hear().await, Said(json!({ "type": "complete", "payload": null })));
}

#[tokio::test]
async fn errors_of_a_request_come_in_data_or_in_error() {
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
    // A missing deployment: an error with a path, without data.
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
    // Invalid JSON: an error of the connection, which stays open.
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
async fn messages_have_a_maximum_size() {
    let server = server().await;
    let mut socket = Socket::signed_in(&server, server.token()).await;
    let large =
        json!({ "type": "start", "id": "1", "payload": { "query": " ".repeat(2 * 1024 * 1024) } });
    // The connection can fail while the message is sent.
    let _ = socket.0.send(Message::text(large.to_string())).await;
    let end = tokio::time::timeout(Duration::from_secs(20), async {
        while let Some(Ok(message)) = socket.0.next().await {
            assert!(message.is_close(), "{message:?}");
        }
    });
    end.await.expect("the connection ends");
}

#[tokio::test]
async fn a_server_at_its_end_closes_its_sockets() {
    let server = server().await;
    let mut socket = Socket::signed_in(&server, server.token()).await;
    drop(server);
    assert_eq!(socket.hear().await, Closed(1001));
}
