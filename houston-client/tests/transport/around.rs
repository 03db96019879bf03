//! Options of a request, and the connections that it uses.

use std::time::Duration;

use houston_client::schema::OperationKind;
use houston_client::transport::http::reqwest;
use houston_client::{Client, ErrorKind, Options, Outcome, Token};
use houston_tests::server::{Script, Server, http};

use crate::C1;
use crate::check::{CANARY, assert_is, checked, client, plain};
use crate::gzip::GZIP;
use crate::request::{mutation, typed, untyped};

#[tokio::test]
async fn one_connection_is_used_again_and_again() {
    let server = Server::new(Script::KeepAlive(http("200 OK", "", C1)));
    let client = plain(&server);
    client.send(mutation()).await.unwrap();
    client.clone().send(typed()).await.unwrap();
    client.with(Options::new().header("x-team", "a")).send(typed()).await.unwrap();
    assert_eq!((server.seen().len(), server.connections()), (3, 1));
    // Another client has its own connection.
    plain(&server).send(typed()).await.unwrap();
    assert_eq!((server.seen().len(), server.connections()), (4, 2));
}

#[tokio::test]
async fn headers_are_sent_with_the_requests_that_they_are_meant_for() {
    let server = Server::new(Script::KeepAlive(http("200 OK", "", C1)));
    let client = plain(&server);
    let secret = Token::new("canary-of-the-gateway").unwrap();
    let options = Options::new().header("X-Team", "data, ops").secret_header("x-gateway", secret);
    let with = client.with(options.header("user-agent", "mine"));
    with.send(mutation()).await.unwrap();
    client.send(mutation()).await.unwrap();
    let [first, second] = &server.seen()[..] else { panic!("{:?}", server.seen()) };
    let lines: Vec<_> = first.lines().collect();
    for line in ["x-team: data, ops", "x-gateway: canary-of-the-gateway", "user-agent: mine"] {
        assert!(lines.contains(&line), "{line} in {first}");
    }
    assert!(first.contains(CANARY) && !second.contains("x-"), "{second}");
}

#[tokio::test]
async fn a_secret_header_is_in_no_text() {
    let secret = "canary-of-the-gateway";
    let body = format!("<html>x-gateway: {secret}, authorization: {CANARY}</html>");
    let server = Server::new(Script::KeepAlive(http("403 Forbidden", "", body)));
    let options = Options::new().secret_header("x-gateway", Token::new(secret).unwrap());
    let client = plain(&server).with(options);
    // `checked` looks for both.
    let error = checked(&client, client.send(mutation()).await.unwrap_err());
    assert_is(&error, ErrorKind::Foreign { status: 403 }, Outcome::Refused);
    let body = error.body().unwrap();
    assert!(body.contains("x-gateway: Token(…), authorization: Token(…)"), "{body}");
}

#[tokio::test]
async fn one_request_can_have_less_time_or_more() {
    let server = Server::new(Script::Silent);
    let hasty = plain(&server).with(Options::new().timeout(Duration::from_millis(300)));
    let call = tokio::time::timeout(Duration::from_secs(20), hasty.send(mutation()));
    let error = checked(&hasty, call.await.expect("a deadline").unwrap_err());
    assert_is(&error, ErrorKind::Lost, Outcome::Unknown);

    let pause = Duration::from_millis(400);
    let server = Server::new(Script::WriteAfter(pause, http("200 OK", "", C1)));
    let client = client(&server, |http| http.timeout(Duration::from_millis(200)));
    assert!(client.send(mutation()).await.is_err());
    let patient = client.with(Options::new().timeout(Duration::from_secs(20)));
    assert!(patient.send(mutation()).await.is_ok());
}

#[tokio::test]
async fn a_query_is_sent_again_as_it_was() {
    let server = Server::new(Script::CloseAfterReading);
    let client = Client::builder(&server.url).token(Token::new(CANARY).unwrap()).retries(1);
    let client = client.build().unwrap();
    let error = client.send(untyped(OperationKind::Query)).await.unwrap_err();
    let error = checked(&client, error);
    assert_is(&error, ErrorKind::Lost, Outcome::Unknown);
    assert_eq!(error.attempts(), 2);
    let seen = server.seen();
    assert_eq!(seen.len(), 2);
    assert_eq!(seen[0], seen[1]);
}

#[tokio::test]
async fn a_client_of_the_caller_s_is_used_as_it_is() {
    let server = Server::new(Script::KeepAlive(http("200 OK", "Content-Encoding: gzip\r\n", GZIP)));
    let own = reqwest::Client::builder().user_agent("mine").gzip(true).no_proxy();
    let own = own.http1_only().build().unwrap();
    for _ in 0..2 {
        let client = client(&server, |http| http.client(own.clone()));
        assert_eq!(client.send(typed()).await.unwrap(), "cgzip");
    }
    assert_eq!((server.seen().len(), server.connections()), (2, 1));
    let head = server.seen()[0].to_lowercase();
    for header in [
        "user-agent: mine",
        "content-type: application/json",
        "accept: application/json",
        "accept-encoding: gzip",
        &format!("authorization: {CANARY}"),
    ] {
        assert!(head.lines().any(|line| line == header), "{header} in {head}");
    }
    // The caller's client may have no timeout.
    let silent = Server::new(Script::Silent);
    let client = client(&silent, |http| http.client(own).timeout(Duration::from_millis(300)));
    let call = tokio::time::timeout(Duration::from_secs(20), client.send(mutation()));
    let error = checked(&client, call.await.expect("a deadline").unwrap_err());
    assert_is(&error, ErrorKind::Lost, Outcome::Unknown);
}
