//! Requests that are made to hurt: by their size, their pace, or the page that sends them.

use std::time::Duration;

use futures::StreamExt as _;
use houston_sandbox::{Sandbox, WORKSPACE_ID};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::{sleep, timeout};
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::{MaybeTlsStream, connect_async, tungstenite};

use crate::http::{address, send};
use crate::socket::{Heard, STATUS, Socket, release_name, server};
use crate::{admin, deployment, post, sandbox};

const TOO_LARGE: &str = "the answer is larger than 32 MiB, which is the sandbox's limit";

/// A document whose answer doubles with each level, down to a field.
fn doubling(levels: usize, leaf: &str) -> String {
    let mut fragments = format!("fragment f0 on Workspace {{ {leaf}: id }} ");
    for level in 1..levels {
        let (ty, field) =
            if level % 2 == 0 { ("Workspace", "deployments") } else { ("Deployment", "workspace") };
        let inner = level - 1;
        fragments += &format!(
            "fragment f{level} on {ty} {{ a: {field} {{ ...f{inner} }} b: {field} {{ ...f{inner} }} }} "
        );
    }
    let last = levels - 1;
    format!("{fragments} {{ workspaces {{ ...f{last} }} }}")
}

fn introspection(count: usize, field: &str) -> String {
    (0..count).map(|at| format!("a{at}: {field} ")).collect()
}

#[test]
fn an_answer_has_a_largest_size() {
    let sandbox = sandbox();
    let admin = admin(&sandbox);
    deployment(&sandbox, &admin, WORKSPACE_ID, "etl");
    let long = "a".repeat(40_000);
    let types = "__schema { types { fields { type { fields { args { type { name } } } } } } }";
    let names = introspection(200, "fields { name }");
    for (query, is_answered) in [
        (doubling(5, "id"), true),
        (doubling(37, "id"), false),
        (doubling(13, &long), false),
        (format!("{{ {} }}", introspection(3, types)), true),
        (format!("{{ {} }}", introspection(300, types)), false),
        (format!("{{ __schema {{ types {{ {names} }} }} }}"), true),
        (format!("{{ __schema {{ types {{ fields {{ type {{ {names} }} }} }} }} }}"), true),
    ] {
        let start = &query[..query.len().min(60)];
        let response = post(&sandbox, &admin, json!({ "query": query }).to_string());
        let answer: Value = serde_json::from_slice(&response.body).unwrap();
        let is_refused = answer["errors"][0]["message"] == TOO_LARGE;
        assert_eq!(!is_refused, is_answered, "{start}");
    }
}

/// Its requests share one budget. Those that run before it is used up have their effect.
#[test]
fn a_batch_has_a_largest_size() {
    let sandbox = sandbox();
    let admin = admin(&sandbox);
    deployment(&sandbox, &admin, WORKSPACE_ID, "etl");
    let query = json!({ "query": doubling(29, "id") });
    let answer = |item: Value, count: usize| {
        post(&sandbox, &admin, Value::from(vec![item; count]).to_string())
    };
    let response = answer(query, 40);
    assert_eq!(response.status, 200);
    let answers: Value = serde_json::from_slice(&response.body).unwrap();
    let texts = answers.as_array().unwrap().iter().map(|one| one["errors"][0]["message"].clone());
    assert_eq!(texts.collect::<Vec<_>>(), vec![json!(TOO_LARGE); 40]);
    // A body of the largest size, with the shortest requests that get an error.
    for item in [json!({ "query": "{x}" }), json!({ "query": "{" }), json!({}), json!(0)] {
        let count = 100_000 / (item.to_string().len() + 1);
        let response = answer(item, count);
        assert!(response.body.len() < 10_000_000, "{count}: {}", response.body.len());
    }
}

#[tokio::test]
async fn web_pages_of_other_machines_are_refused() {
    let server = Sandbox::start().await.unwrap().listen().await.unwrap();
    let (url, token) = (server.url(), server.token());
    let query = "{\"query\": \"{ appConfig { version } }\"}";
    for (origin, status) in [
        ("", "200"),
        ("origin: http://localhost:3000\r\n", "200"),
        ("origin: https://evil.example\r\n", "403"),
        ("origin: null\r\n", "403"),
        ("host: evil.example\r\n", "400"),
    ] {
        let headers =
            format!("{origin}content-type: application/json\r\nauthorization: {token}\r\n");
        for (method, path) in [("POST", "/v1"), ("GET", "/v1/healthz"), ("OPTIONS", "/v1")] {
            let (head, _) = send(address(&url), method, path, &headers, query).await;
            let is_refused = head.starts_with("http/1.1 403") || head.starts_with("http/1.1 400");
            assert_eq!(is_refused, status != "200", "{method} {origin}: {head}");
        }
        if let Some((name, value)) = origin.trim().split_once(": ") {
            let mut request = server.socket_url().into_client_request().unwrap();
            request.headers_mut().insert("sec-websocket-protocol", "graphql-ws".parse().unwrap());
            let name: tungstenite::http::HeaderName = name.parse().unwrap();
            request.headers_mut().insert(name, value.parse().unwrap());
            match connect_async(request).await {
                Err(tungstenite::Error::Http(response)) => {
                    assert_eq!(response.status(), 403, "{origin}");
                }
                opened => assert_eq!(status, "200", "{origin}: {opened:?}"),
            }
        }
    }
}

/// The clock is paused: it goes on when nothing else happens.
#[tokio::test(start_paused = true)]
async fn slow_clients_are_not_waited_for() {
    let server = Sandbox::start().await.unwrap().listen().await.unwrap();
    let url = server.url();
    for (sent, answer) in [
        ("", ""),
        ("POST /v1 HTTP/1.1\r\nhost: local", ""),
        (
            "POST /v1 HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\ncontent-length: 9\r\n\r\n{",
            "HTTP/1.1 408 ",
        ),
    ] {
        let mut stream = TcpStream::connect(address(&url)).await.unwrap();
        stream.write_all(sent.as_bytes()).await.unwrap();
        // Until the server has seen it.
        sleep(Duration::from_secs(1)).await;
        let mut heard = Vec::new();
        let ended = timeout(Duration::from_secs(60), stream.read_to_end(&mut heard)).await;
        assert!(ended.is_ok(), "{sent:?} is waited for");
        let heard = String::from_utf8(heard).unwrap();
        assert!(heard.starts_with(answer), "{sent:?}: {heard}");
    }
}

/// More than the buffers of a connection hold.
const LARGE: usize = 16_000_000;

/// Waits for the beginning of an answer, and then for a minute in which nothing is read.
async fn read_nothing(stream: &TcpStream) {
    stream.readable().await.unwrap();
    tokio::time::pause();
    sleep(Duration::from_secs(60)).await;
    tokio::time::resume();
}

#[tokio::test]
async fn an_answer_that_is_not_taken_is_dropped() {
    let server = Sandbox::start().await.unwrap().listen().await.unwrap();
    deployment(server.sandbox(), server.token(), WORKSPACE_ID, "etl");
    let body = json!({ "query": doubling(11, &"a".repeat(25_000)) }).to_string();
    let head = format!(
        "POST /v1 HTTP/1.1\r\nhost: localhost\r\nauthorization: {}\r\ncontent-type: application/json\r\n\
         content-length: {}\r\n\r\n",
        server.token(),
        body.len()
    );
    let mut stream = TcpStream::connect(address(&server.url())).await.unwrap();
    stream.write_all(format!("{head}{body}").as_bytes()).await.unwrap();
    read_nothing(&stream).await;
    let mut heard = Vec::new();
    // The connection may end with an error.
    let ended = timeout(Duration::from_secs(20), stream.read_to_end(&mut heard)).await;
    let text = String::from_utf8(heard).unwrap();
    let length = text.split("content-length: ").nth(1).unwrap().split('\r').next().unwrap();
    assert!(text.starts_with("HTTP/1.1 200 ") && length.parse::<usize>().unwrap() > LARGE);
    assert!(ended.is_ok() && text.len() < LARGE, "{}", text.len());
}

#[tokio::test]
async fn a_socket_that_does_not_read_is_closed() {
    let server = server().await;
    let id = deployment(server.sandbox(), server.token(), WORKSPACE_ID, "etl");
    let release = release_name(server.sandbox(), &id);
    server.sandbox().inject(format!("deploymentStatus:1:size={LARGE}").parse().unwrap());
    let mut socket = Socket::signed_in(&server, server.token()).await;
    socket.start("s", STATUS, json!({ "r": release })).await;
    socket.settle().await;
    server.sandbox().clock().advance(Duration::from_secs(5));
    let MaybeTlsStream::Plain(stream) = socket.0.get_ref() else { panic!("TLS") };
    read_nothing(stream).await;
    let next = timeout(Duration::from_secs(20), socket.0.next()).await.expect("an end");
    assert!(!matches!(next, Some(Ok(_))), "the whole event has come");
}

/// What streams keep of the messages that started them has a limit.
#[tokio::test]
async fn streams_of_large_messages_are_refused() {
    let server = server().await;
    let id = deployment(server.sandbox(), server.token(), WORKSPACE_ID, "etl");
    let release = release_name(server.sandbox(), &id);
    let mut socket = Socket::signed_in(&server, server.token()).await;
    let long = format!("{STATUS} # {}", "x".repeat(120_000));
    for at in 0..9 {
        socket.start(&at.to_string(), &long, json!({ "r": release })).await;
    }
    let refused = timeout(Duration::from_secs(60), socket.hear()).await.unwrap();
    let error = json!({ "type": "error", "id": "8", "payload": { "message": "Too many operations on one connection" } });
    assert_eq!(refused, Heard::Said(error));
    // The end of a stream makes room.
    socket.say(json!({ "type": "stop", "id": "0" })).await;
    socket.start("9", &long, json!({ "r": release })).await;
    socket.settle().await;
}
