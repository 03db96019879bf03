//! Answers that do not match the request, or come from another server.

use houston_client::schema::OperationKind;
use houston_client::transport::Cause;
use houston_client::{ErrorKind, Outcome};
use houston_tests::server::{Script, Server, Unasked, http, json};

use crate::check::{CANARY, assert_is, checked, fails, plain};
use crate::request::{mutation, typed, untyped};

#[tokio::test]
async fn an_answer_of_another_server() {
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
        // A gateway may show the request that it received.
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
async fn a_body_that_is_not_text_or_json_is_not_a_graphql_answer() {
    let no_text = b"{\"data\":{\"createDeployment\":{\"id\":\"\xff\"}}}";
    for body in [&no_text[..], b"{\"data\":", b""] {
        let error = fails(Script::Write(http("200 OK", "", body))).await;
        assert_is(&error, ErrorKind::Foreign { status: 200 }, Outcome::Unknown);
    }
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let second = Unasked::new();
    let location = format!("{}/{CANARY}", second.url);
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
        assert!(!second.was_asked());
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
    assert_eq!(error.to_string(), "m at createDeployment.urls.0 (and 1 more)");
}

#[tokio::test]
async fn null_is_a_result_only_where_the_type_says_so() {
    let null = r#"{"data":{"createDeployment":null}}"#;
    let server = Server::new(Script::KeepAlive(http("200 OK", "", null)));
    let client = plain(&server);
    let error = checked(&client, client.send(typed()).await.unwrap_err());
    assert_is(&error, ErrorKind::Decode, Outcome::Done);
    assert!(error.to_string().contains("the server returned null"), "{error}");
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
    let meaning = "The server ran the mutation. Do not send it again.";
    assert_eq!(error.meaning(), meaning);
}

#[tokio::test]
async fn the_token_is_not_in_a_text_that_serde_repeats() {
    let body = format!(r#"{{"data":{{"createDeployment":"{CANARY}"}}}}"#);
    let server = Server::new(json("200 OK", &body));
    let client = plain(&server);
    let error = checked(&client, client.send(typed()).await.unwrap_err());
    assert_is(&error, ErrorKind::Decode, Outcome::Done);
    assert!(error.summary().contains("Token(…)"), "{error}");
}

#[tokio::test]
async fn an_answer_that_is_nested_too_deep_is_not_read() {
    for levels in [200, 100_000] {
        let deep = "[".repeat(levels) + &"]".repeat(levels);
        for body in [
            format!(r#"{{"data":{{"createDeployment":{{"id":"ck1","more":{deep}}}}}}}"#),
            format!(r#"{{"data":{{"createDeployment":{{"id":"ck1"}}}},"extensions":{deep}}}"#),
            format!(r#"{{"errors":[{{"message":"m","extensions":{deep}}}]}}"#),
        ] {
            let error = fails(Script::Write(http("200 OK", "", &body))).await;
            assert_is(&error, ErrorKind::Lost, Outcome::Unknown);
            assert_eq!(error.cause(), Some(&Cause::TooDeep(127)));
            let server = Server::new(Script::Write(http("200 OK", "", &body)));
            let error = plain(&server).send(untyped(OperationKind::Query)).await.unwrap_err();
            assert_eq!((error.outcome(), error.attempts()), (Outcome::Unknown, 1), "{error}");
            assert_eq!(server.connections(), 1);
        }
    }
}
