//! The client's errors for every way in which a server can fail, over real connections on loopback.
#![cfg(feature = "transport")]
#![allow(clippy::unwrap_used, reason = "the helpers of tests are tests")]

#[path = "transport/answer.rs"]
mod answer;
#[path = "transport/around.rs"]
mod around;
#[cfg(feature = "blocking")]
#[path = "transport/blocking.rs"]
mod blocking;
#[path = "transport/check.rs"]
mod check;
#[path = "transport/connection.rs"]
mod connection;
#[path = "transport/environment.rs"]
mod environment;
#[path = "transport/gzip.rs"]
mod gzip;
#[path = "transport/refusal.rs"]
mod refusal;
#[path = "transport/report.rs"]
mod report;
#[path = "transport/request.rs"]
mod request;
#[cfg(feature = "tracing")]
#[path = "transport/tracing.rs"]
mod tracing;

use check::{CANARY, plain};
use houston_client::{Client, Options, Token};
use houston_tests::server::{Script, Server, http};
use request::mutation;

const C1: &str = r#"{"data":{"createDeployment":{"id":"c1"}}}"#;

#[tokio::test]
async fn the_request_is_what_houston_expects() {
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

    let named = client.with(Options::new().token(Token::new(CANARY).unwrap().bearer()));
    named.send(mutation()).await.unwrap();
    let last = server.seen().pop().unwrap().to_lowercase();
    assert!(last.contains(&format!("authorization: bearer {CANARY}\r\n")), "{last}");

    let other = Client::builder(&server.url).user_agent("team/1 (ci)").build().unwrap();
    other.send(mutation()).await.unwrap();
    let last = server.seen().pop().unwrap().to_lowercase();
    assert!(last.contains("user-agent: team/1 (ci)\r\n"), "{last}");
    let odd = Client::builder(&server.url).user_agent("a\r\nb").build().unwrap_err();
    assert!(odd.summary().starts_with("the user agent is not visible ASCII"), "{odd}");

    let anonymous = Client::builder(&server.url).build().unwrap();
    anonymous.send(mutation()).await.unwrap();
    let last = server.seen().pop().unwrap().to_lowercase();
    assert!(!last.contains("authorization"), "{last}");
}

#[test]
fn loopback_is_not_reached_through_a_proxy() {
    // The environment belongs to the whole process, so another process runs the test that must not use the proxy.
    let mut again = std::process::Command::new(std::env::current_exe().unwrap());
    again.args(["--exact", "the_request_is_what_houston_expects"]);
    again.env("http_proxy", "http://127.0.0.1:1").env_remove("no_proxy").env_remove("NO_PROXY");
    let output = again.output().unwrap();
    let shown = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && shown.contains("1 passed"), "{shown}");
}
