//! What the client says about every way in which a server can fail it, over real connections on loopback.
#![cfg(feature = "transport")]
#![allow(clippy::unwrap_used, reason = "the helpers of tests are tests")]

#[path = "transport/around.rs"]
mod around;
#[cfg(feature = "blocking")]
#[path = "transport/blocking.rs"]
mod blocking;
#[path = "transport/check.rs"]
mod check;
#[path = "transport/refusal.rs"]
mod refusal;
#[path = "transport/request.rs"]
mod request;
#[path = "transport/server.rs"]
mod server;
#[cfg(feature = "tracing")]
#[path = "transport/tracing.rs"]
mod tracing;

use std::error::Error as _;
use std::net::TcpListener;
use std::time::Duration;

use check::{CANARY, assert_is, checked, client, fails, plain};
use houston_client::schema::OperationKind;
use houston_client::{Client, ErrorKind, Outcome, Token};
use request::{mutation, typed, untyped};
use server::{GZIP, Script, Server, bomb, http, json};

const C1: &str = r#"{"data":{"createDeployment":{"id":"c1"}}}"#;

#[tokio::test]
async fn the_request_is_what_houston_wants() {
    let server = Server::new(Script::KeepAlive(http("200 OK", "", C1)));
    let client = plain(&server);
    for _ in 0..2 {
        let result = client.send(mutation()).await.unwrap();
        assert_eq!(result.get(), r#"{"id":"c1"}"#);
    }
    let seen = server.seen();
    assert_eq!(seen.len(), 2);
    let (head, body) = seen[0].split_once("\r\n\r\n").unwrap();
    let mut lines = head.lines();
    assert_eq!(lines.next(), Some("POST /v1 HTTP/1.1"));
    let headers: Vec<_> = lines.map(str::to_lowercase).collect();
    for header in [
        format!("authorization: {CANARY}"),
        "content-type: application/json".to_owned(),
        "accept: application/json".to_owned(),
        "accept-encoding: gzip".to_owned(),
        concat!("user-agent: houston-client/", env!("CARGO_PKG_VERSION")).to_owned(),
    ] {
        assert!(headers.contains(&header), "{header} in {headers:?}");
    }
    assert_eq!(body, mutation().body());

    let anonymous = Client::builder(server.url()).build().unwrap();
    anonymous.send(mutation()).await.unwrap();
    let last = server.seen().pop().unwrap().to_lowercase();
    assert!(!last.contains("authorization"), "{last}");
}

#[test]
fn loopback_is_not_reached_through_a_proxy() {
    // The environment belongs to the whole process: in another one, a test runs that would see no proxy.
    let mut again = std::process::Command::new(std::env::current_exe().unwrap());
    again.args(["--exact", "the_request_is_what_houston_wants"]);
    again.env("http_proxy", "http://127.0.0.1:1").env_remove("no_proxy").env_remove("NO_PROXY");
    let output = again.output().unwrap();
    let shown = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && shown.contains("1 passed"), "{shown}");
}

#[tokio::test]
async fn a_refused_port_is_not_sent() {
    // Held, so that no other test gets it, and without anybody who listens.
    let held = tokio::net::TcpSocket::new_v4().unwrap();
    held.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    let address = held.local_addr().unwrap();
    let url = format!("http://{address}/v1?key=hunter2");
    let client = Client::new(url, Token::new(CANARY).unwrap()).unwrap();
    let error = checked(&client, client.send(mutation()).await.unwrap_err());
    assert_is(&error, ErrorKind::NotConnected, Outcome::NotSent);
    let text = error.to_string();
    assert!(text.contains(&format!("http://{address}/v1")) && !text.contains("hunter2"), "{text}");
    assert!(text.ends_with("\nNothing was sent."), "{text}");
    assert!(error.source().is_some() && error.status().is_none());
}

#[tokio::test]
async fn tls_that_does_not_come_to_stand_is_not_sent() {
    for script in [Script::Silent, Script::Write(http("400 Bad Request", "", "plain"))] {
        let server = Server::new(script);
        let builder = Client::builder(format!("https://{}/v1", server.address));
        let builder = builder.token(Token::new(CANARY).unwrap());
        let client = builder.timeout(Duration::from_millis(800)).build().unwrap();
        let error = checked(&client, client.send(mutation()).await.unwrap_err());
        assert_is(&error, ErrorKind::NotConnected, Outcome::NotSent);
        assert!(!server.seen().concat().contains(CANARY));
    }
}

#[tokio::test]
async fn a_connection_that_is_lost_leaves_it_unknown() {
    let short = format!("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{C1}");
    let chunk = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"dat";
    let gzip = |body: &[u8]| Script::Write(http("200 OK", "Content-Encoding: gzip\r\n", body));
    for (name, script) in [
        ("close on accept", Script::CloseOnAccept),
        ("close after reading", Script::CloseAfterReading),
        ("head cut", Script::Write(b"HTTP/1.1 200 OK\r\nContent-".to_vec())),
        ("no HTTP", Script::Write(b"SSH-2.0-canary\r\n".to_vec())),
        ("body cut", Script::Write(short.into_bytes())),
        ("chunk cut", Script::Write(chunk.to_vec())),
        ("gzip cut", gzip(&GZIP[..GZIP.len() - 20])),
        ("no gzip", gzip(C1.as_bytes())),
    ] {
        let error = fails(script).await;
        let got = (error.kind(), error.outcome());
        assert_eq!(got, (ErrorKind::Lost, Outcome::Unknown), "{name}: {error}");
        assert!(error.source().is_some(), "{name}");
        let meaning = "The server may have run the mutation: check before you repeat it.";
        assert!(error.to_string().ends_with(meaning), "{error}");
    }
    let server = Server::new(Script::CloseAfterReading);
    let error = plain(&server).send(untyped(OperationKind::Query)).await.unwrap_err();
    assert_is(&error, ErrorKind::Lost, Outcome::Unknown);
    assert!(error.to_string().ends_with("It changes nothing: it can be repeated."), "{error}");
}

#[tokio::test]
async fn no_answer_ends_at_the_deadline() {
    let half = b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{".to_vec();
    let short = Duration::from_millis(300);
    for script in [Script::Silent, Script::WriteAndStall(half)] {
        for idle in [false, true] {
            let server = Server::new(script.clone());
            let client = client(&server, |http| match idle {
                true => http.read_timeout(short),
                false => http.timeout(short),
            });
            let call = tokio::time::timeout(Duration::from_secs(20), client.send(mutation()));
            let error = checked(&client, call.await.expect("a deadline").unwrap_err());
            assert_is(&error, ErrorKind::Lost, Outcome::Unknown);
            let why = std::error::Error::source(&error).unwrap().to_string();
            let said =
                if idle { "the server was silent for 300ms" } else { "no whole answer after " };
            assert!(why.contains(said), "{why}");
            assert_eq!(server.seen().len(), 1);
        }
    }
}

#[tokio::test]
async fn a_body_over_the_cap_is_dropped() {
    let server = Server::new(json("200 OK", C1));
    let exact = client(&server, |http| http.max_body(C1.len()));
    assert!(exact.send(mutation()).await.is_ok());
    let client_below = client(&server, |http| http.max_body(C1.len() - 1));
    let error = checked(&client_below, client_below.send(mutation()).await.unwrap_err());
    assert_is(&error, ErrorKind::Lost, Outcome::Unknown);
    assert!(error.to_string().contains("larger than 40 bytes"), "{error}");

    // Counted decompressed: these bytes are fewer than the cap.
    let server = Server::new(Script::Write(http("200 OK", "Content-Encoding: gzip\r\n", bomb())));
    let result = client(&server, |http| http.max_body(100_032)).send(mutation()).await;
    assert_eq!(result.unwrap().get().len(), 100_002);
    let result = client(&server, |http| http.max_body(100_031)).send(mutation()).await;
    assert_is(&result.unwrap_err(), ErrorKind::Lost, Outcome::Unknown);
}

#[tokio::test]
async fn the_cap_is_32_mib() {
    let padded = |length: usize| {
        let mut body = C1.to_owned();
        body.extend(std::iter::repeat_n(' ', length - C1.len()));
        json("200 OK", &body)
    };
    let server = Server::new(padded(32 << 20));
    plain(&server).send(mutation()).await.unwrap();
    let error = fails(padded((32 << 20) + 1)).await;
    assert_is(&error, ErrorKind::Lost, Outcome::Unknown);
}

#[tokio::test]
async fn an_answer_of_somebody_else() {
    for (line, status, outcome) in [
        ("200 OK", 200, Outcome::Unknown),
        ("408 Request Timeout", 408, Outcome::Unknown),
        ("500 Internal Server Error", 500, Outcome::Unknown),
        ("502 Bad Gateway", 502, Outcome::Unknown),
        ("429 Too Many Requests", 429, Outcome::Refused),
        ("400 Bad Request", 400, Outcome::Refused),
        ("401 Unauthorized", 401, Outcome::Refused),
        ("403 Forbidden", 403, Outcome::Refused),
        ("404 Not Found", 404, Outcome::Refused),
    ] {
        // As a gateway does that shows what it was sent.
        let body = format!("<html>\x1b[31m{line}\r\nAuthorization: {CANARY}</html>");
        let error = fails(Script::Write(http(line, "Content-Type: text/html\r\n", body))).await;
        assert_is(&error, ErrorKind::Foreign { status }, outcome);
        assert_eq!(error.status(), Some(status));
        let body = error.body().unwrap();
        assert!(body.contains("Authorization: Token(…)"), "{body}");
        assert!(!body.contains(char::is_control), "{body:?}");
    }
}

#[tokio::test]
async fn a_foreign_body_is_cut_after_the_token_is_out() {
    // Cut first, a part of the token would be left at the end.
    let body = format!("{}{CANARY}{}", "x".repeat(2048 - 10), "y".repeat(2048));
    let error = fails(Script::Write(http("502 Bad Gateway", "Retry-After: 7\r\n", body))).await;
    assert_eq!(error.body().map(str::len), Some(2048));
    assert_eq!(error.retry_after(), Some("7"));
}

#[tokio::test]
async fn bytes_that_are_no_text_or_no_json_are_somebody_else_s() {
    let no_text = b"{\"data\":{\"createDeployment\":{\"id\":\"\xff\"}}}";
    for body in [&no_text[..], b"{\"data\":", b""] {
        let error = fails(Script::Write(http("200 OK", "", body))).await;
        assert_is(&error, ErrorKind::Foreign { status: 200 }, Outcome::Unknown);
    }
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let second = TcpListener::bind("127.0.0.1:0").unwrap();
    second.set_nonblocking(true).unwrap();
    let location = format!("http://{}/{CANARY}", second.local_addr().unwrap());
    for (line, status) in [
        ("301 Moved Permanently", 301),
        ("302 Found", 302),
        ("307 Temporary Redirect", 307),
        ("308 Permanent Redirect", 308),
    ] {
        let answer = http(line, &format!("Location: {location}\r\n"), "");
        let error = fails(Script::Write(answer)).await;
        assert_is(&error, ErrorKind::Foreign { status }, Outcome::Refused);
        assert!(error.to_string().contains("a redirect to http://127.0.0.1:"), "{error}");
        let nobody = second.accept().unwrap_err();
        assert_eq!(nobody.kind(), std::io::ErrorKind::WouldBlock);
    }
}

#[tokio::test]
async fn partial_data_comes_with_its_errors() {
    let body = format!(
        r#"{{"errors":[{{"message":"m","path":["createDeployment","urls",0]}},{{"message":"n"}}],
            "data":{{"createDeployment":{{"id":"c1","urls":["{CANARY}"]}}}}}}"#
    );
    let error = fails(json("200 OK", &body)).await;
    assert_is(&error, ErrorKind::GraphQl, Outcome::Partial);
    assert_eq!(error.errors().len(), 2);
    let data = error.data().unwrap();
    assert_eq!(data["createDeployment"]["id"], "c1");
    assert_eq!(data["createDeployment"]["urls"][0], "Token(…)");
    let first = "m at createDeployment.urls.0 (and 1 more)\n";
    assert!(error.to_string().starts_with(first), "{error}");
}

#[tokio::test]
async fn gzip_and_a_byte_order_mark_are_read() {
    let gzip = http("200 OK", "Content-Encoding: gzip\r\n", GZIP);
    let server = Server::new(Script::Write(gzip));
    assert_eq!(plain(&server).send(typed()).await.unwrap(), "cgzip");
    // An answer is one by its body, not by its status.
    for status in ["200 OK", "302 Found", "500 Internal Server Error"] {
        let server = Server::new(json(status, &format!("\u{feff}{C1}")));
        assert_eq!(plain(&server).send(typed()).await.unwrap(), "c1", "{status}");
    }
}

#[tokio::test]
async fn null_is_a_result_only_where_the_type_says_so() {
    let null = r#"{"data":{"createDeployment":null}}"#;
    let server = Server::new(Script::KeepAlive(http("200 OK", "", null)));
    let client = plain(&server);
    let error = checked(&client, client.send(typed()).await.unwrap_err());
    assert_is(&error, ErrorKind::Decode, Outcome::Done);
    assert!(error.to_string().contains("the server answered null"), "{error}");
    assert_eq!(error.pointer(), Some("/data/createDeployment"));
    assert_eq!(client.send(mutation()).await.unwrap().get(), "null");
}

#[tokio::test]
async fn a_result_of_the_wrong_type_is_done() {
    let body = format!(r#"{{"data":{{"createDeployment":{{"id":["{CANARY}"]}}}}}}"#);
    let server = Server::new(json("200 OK", &body));
    let client = plain(&server);
    let error = checked(&client, client.send(typed()).await.unwrap_err());
    assert_is(&error, ErrorKind::Decode, Outcome::Done);
    assert_eq!(error.pointer(), Some("/data/createDeployment/id"));
    assert_eq!(error.body(), Some(body.replace(CANARY, "Token(…)").as_str()));
    let meaning = "The server ran the mutation: do not repeat it.";
    assert!(error.to_string().ends_with(meaning), "{error}");
}

#[tokio::test]
async fn the_token_is_not_in_a_text_that_serde_repeats() {
    let body = format!(r#"{{"data":{{"createDeployment":"{CANARY}"}}}}"#);
    let server = Server::new(json("200 OK", &body));
    let client = plain(&server);
    let error = checked(&client, client.send(typed()).await.unwrap_err());
    assert_is(&error, ErrorKind::Decode, Outcome::Done);
    assert!(error.to_string().contains("Token(…)"), "{error}");
}
