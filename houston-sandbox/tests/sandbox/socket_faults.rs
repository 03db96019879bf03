//! Faults of a WebSocket: at its opening, and in the middle of its streams.

use std::time::Duration;

use futures::{SinkExt, StreamExt};
use houston_sandbox::{Server, WORKSPACE_ID};
use serde_json::{Value, json};
use tokio_tungstenite::tungstenite::{self, Message};

use crate::deployment;
use crate::socket::{STATUS, Socket, release_name, server};

/// What a client sees after a start: the status of each event, the word of another message, and the end.
async fn course(server: &Server, socket: &mut Socket, events: usize) -> String {
    let mut seen = Vec::new();
    for _ in 0..events {
        server.sandbox().clock().advance(Duration::from_secs(2));
        // A connection can end between two events.
        tokio::time::sleep(Duration::from_millis(50)).await;
        server.sandbox().clock().advance(Duration::from_secs(3));
        // The clock may advance further only when this event has come.
        while let Ok(next) = tokio::time::timeout(Duration::from_millis(200), socket.0.next()).await
        {
            seen.push(match next {
                Some(Ok(Message::Text(text))) => shown(&text),
                Some(Ok(Message::Close(frame))) => {
                    format!("close {}", frame.map_or(0, |frame| frame.code.into()))
                }
                Some(Ok(other)) => format!("{other:?}"),
                Some(Err(_)) => "broken".to_owned(),
                None => return seen.join(" "),
            });
        }
    }
    seen.join(" ")
}

/// `ID:STATUS`, `ID:null` or `ID:error`, and the size of a large message.
fn shown(text: &str) -> String {
    let message: Value = serde_json::from_str(text).unwrap();
    let answer = &message["payload"];
    let value = match (&answer["errors"], &answer["data"]["deploymentStatus"]) {
        (Value::Null, Value::Null) => "null".to_owned(),
        (Value::Null, found) => found["status"].as_str().unwrap().to_owned(),
        _ => "error".to_owned(),
    };
    let size = if text.len() > 1000 { format!("({})", text.len()) } else { String::new() };
    format!("{}:{value}{size}", message["id"].as_str().unwrap())
}

#[tokio::test]
async fn a_stream_fails_as_the_rule_says() {
    let cases = [
        ("deploymentStatus:2:close=1002", "s:UNKNOWN close 1002"),
        ("deploymentStatus:2:close=1011", "s:UNKNOWN close 1011"),
        ("deploymentStatus:1:close=4403", "close 4403"),
        ("deploymentStatus:1:drop-after", "s:UNKNOWN broken"),
        ("deploymentStatus:2:drop-before", "s:UNKNOWN broken"),
        ("deploymentStatus:2:502", "s:UNKNOWN broken"),
        ("deploymentStatus:1:truncate", "broken"),
        ("deploymentStatus:2:truncate", "s:UNKNOWN broken"),
        ("deploymentStatus:*:error-after", "s:error s:error s:error"),
        ("deploymentStatus:2:null", "s:UNKNOWN s:null s:DEPLOYING"),
        ("deploymentStatus:2:other-id", "s:UNKNOWN another:DEPLOYING s:DEPLOYING"),
        ("deploymentStatus:*:skip", ""),
        ("deploymentStatus:1-2:skip", "s:DEPLOYING"),
        ("deploymentStatus:1:flood=3", "s:UNKNOWN s:UNKNOWN s:UNKNOWN s:DEPLOYING s:DEPLOYING"),
        ("deploymentStatus:2:size=2000000", "s:UNKNOWN s:DEPLOYING(2000000) s:DEPLOYING"),
        ("deploymentStatus:2:hang", "s:UNKNOWN"),
        ("/ws:1:lasts=12s", "s:UNKNOWN s:DEPLOYING broken"),
        ("*:2:null", "s:UNKNOWN s:null s:DEPLOYING"),
    ];
    for (rule, expected) in cases {
        let server = server().await;
        let id = deployment(server.sandbox(), server.token(), WORKSPACE_ID, "etl");
        let release = release_name(server.sandbox(), &id);
        server.sandbox().inject(rule.parse().unwrap());
        let mut socket = Socket::signed_in(&server, server.token()).await;
        socket.start("s", STATUS, json!({ "r": release })).await;
        socket.0.send(Message::Ping("there".into())).await.unwrap();
        let pong = socket.0.next().await.unwrap().unwrap();
        assert!(matches!(pong, Message::Pong(_)), "{rule}: {pong:?}");
        assert_eq!(course(&server, &mut socket, 3).await, expected, "{rule}");
    }
}

#[tokio::test]
async fn a_silent_stream_answers_pings_and_one_that_hangs_does_not() {
    for (effect, answers) in [("skip", true), ("hang", false)] {
        let server = server().await;
        let id = deployment(server.sandbox(), server.token(), WORKSPACE_ID, "etl");
        let release = release_name(server.sandbox(), &id);
        let rule = format!("deploymentStatus:*:{effect}");
        server.sandbox().inject(rule.parse().unwrap());
        let mut socket = Socket::signed_in(&server, server.token()).await;
        socket.start("s", STATUS, json!({ "r": release })).await;
        socket.settle().await;
        assert_eq!(course(&server, &mut socket, 1).await, "", "{effect}");
        socket.0.send(Message::Ping("there".into())).await.unwrap();
        let next = tokio::time::timeout(Duration::from_millis(300), socket.0.next()).await;
        assert_eq!(matches!(next, Ok(Some(Ok(Message::Pong(_))))), answers, "{next:?}");
        // The end of the server is the end of such a connection.
        drop(server);
        let end = tokio::time::timeout(Duration::from_secs(5), async {
            while let Some(Ok(_)) = socket.0.next().await {}
        });
        end.await.expect("the connection ends");
    }
}

#[tokio::test]
async fn events_while_a_client_is_away_are_not_sent_again() {
    let server = server().await;
    let id = deployment(server.sandbox(), server.token(), WORKSPACE_ID, "etl");
    let release = release_name(server.sandbox(), &id);
    server.sandbox().inject("/ws:1:lasts=7s".parse().unwrap());
    for expected in ["s:UNKNOWN broken", "s:DEPLOYING s:DEPLOYING s:HEALTHY s:HEALTHY"] {
        let mut socket = Socket::signed_in(&server, server.token()).await;
        socket.start("s", STATUS, json!({ "r": release })).await;
        socket.settle().await;
        assert_eq!(course(&server, &mut socket, 4).await, expected);
        // Away for as long as two more events.
        server.sandbox().clock().advance(Duration::from_secs(5));
    }
}

#[tokio::test]
async fn an_opening_fails_as_the_rule_says() {
    let cases = [
        ("/ws:1:401", "401"),
        ("/ws:1:403", "403"),
        ("/ws:1:404", "404"),
        ("/ws:1:502", "502"),
        ("/ws:1:200", "200"),
        ("/ws:1:drop-before", "broken"),
        ("/ws:1:delay=1ms", "open"),
        ("/ws:2:403", "open"),
        ("/ws:1:close=1013", "close 1013"),
        ("/ws:1:drop-after", "closed"),
        ("/ws:1:hang", "silent"),
        ("/ws:1:reject", "refused, close 1011"),
        ("*:1:drop-before", "open"),
    ];
    for (rule, expected) in cases {
        let server = server().await;
        server.sandbox().inject(rule.parse().unwrap());
        assert_eq!(opening(&server).await, expected, "{rule}");
        assert_eq!(opening(&server).await, if rule == "/ws:2:403" { "403" } else { "open" });
    }
}

async fn opening(server: &Server) -> String {
    let mut socket = match Socket::open(&server.socket_url(), "graphql-ws").await {
        Ok((socket, _)) => socket.0,
        Err(tungstenite::Error::Http(response)) => return response.status().as_str().to_owned(),
        Err(_) => return "broken".to_owned(),
    };
    let payload = json!({ "authorization": server.token() });
    let init = json!({ "type": "connection_init", "payload": payload });
    // The connection may be closed already.
    let _ = socket.send(Message::text(init.to_string())).await;
    let mut seen = Vec::new();
    loop {
        match tokio::time::timeout(Duration::from_millis(500), socket.next()).await {
            Err(_) => return "silent".to_owned(),
            Ok(Some(Ok(Message::Text(text)))) if text.contains("connection_ack") => {
                return "open".to_owned();
            }
            Ok(Some(Ok(Message::Text(text)))) => {
                assert!(text.contains("Prohibited connection!"), "{text}");
                seen.push("refused".to_owned());
            }
            Ok(Some(Ok(Message::Close(frame)))) => {
                seen.push(format!("close {}", u16::from(frame.unwrap().code)));
                return seen.join(", ");
            }
            Ok(_) => return "closed".to_owned(),
        }
    }
}
