//! Each cause of a failure has its own next step: the same in the error, in `houston explain` and in `houston doctor`.

use houston_tests::server::{Script, Server, closing};
use serde_json::Value;

use crate::answers::{KEY, QUERY};
use crate::environment::{Environment, Ran};

/// The causes and next steps that `houston explain` knows.
fn explained() -> Vec<(String, String)> {
    let user = Environment::new();
    let codes = user.answer(&["explain", "-o", "json"]);
    let causes =
        codes.as_array().unwrap().iter().flat_map(|code| code["causes"].as_array().unwrap());
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    causes.map(|row| (text(&row["cause"]), text(&row["next"]))).collect()
}

fn next(cause: &str) -> String {
    let found = explained().into_iter().find(|(known, _)| known == cause);
    found.unwrap_or_else(|| panic!("no cause `{cause}`")).1
}

#[track_caller]
fn ends_with_the_step(ran: &Ran, cause: &str) {
    assert!(ran.stderr.contains(&next(cause)), "{cause}: {ran}");
}

#[test]
fn a_foreign_answer_has_the_step_of_its_status() {
    let page = "<html><body><h1>Sign in</h1></body></html>";
    for (status, body, code, cause) in [
        ("302 Found", "", 4, "the server redirects to another address"),
        ("401 Unauthorized", page, 3, "status 401 or 403 without a GraphQL answer"),
        ("403 Forbidden", page, 3, "status 401 or 403 without a GraphQL answer"),
        ("404 Not Found", page, 4, "status 404 or 405 without a GraphQL answer"),
        ("407 Proxy Authentication Required", page, 4, "status 407 from a proxy"),
        ("413 Payload Too Large", page, 4, "status 413"),
        ("429 Too Many Requests", page, 4, "status 429"),
        ("502 Bad Gateway", page, 6, "status 502"),
        ("503 Service Unavailable", page, 6, "status 503"),
        ("504 Gateway Timeout", page, 6, "status 504"),
        ("200 OK", page, 6, "a page of HTML instead of a GraphQL answer"),
        ("200 OK", "hello", 6, "an answer that is not GraphQL"),
    ] {
        let server = Server::answering(status, body);
        let user = Environment::new().set("HOUSTON_TOKEN", KEY).set("HOUSTON_URL", &server.url);
        let ran = user.run(&[&QUERY[..], &["--retries", "0"]].concat());
        assert_eq!(ran.code, code, "{status}: {ran}");
        ends_with_the_step(&ran, cause);
    }
}

#[test]
fn doctor_gives_the_same_step_as_the_error() {
    let page = "<html><body><h1>Sign in</h1></body></html>";
    for (status, cause) in [
        ("302 Found", "the server redirects to another address"),
        ("401 Unauthorized", "status 401 or 403 without a GraphQL answer"),
        ("502 Bad Gateway", "status 502"),
        ("503 Service Unavailable", "status 503"),
        ("200 OK", "a page of HTML instead of a GraphQL answer"),
    ] {
        let server = Server::new(Script::Write(closing(status, page)));
        let user = Environment::new().set("HOUSTON_TOKEN", KEY).set("HOUSTON_URL", &server.url);
        let ran = user.run(&["doctor"]);
        let last = ran.stderr.lines().last().unwrap_or_default();
        assert_eq!(last, next(cause), "{status}: {ran}");
    }
}

#[test]
fn what_does_not_connect_has_its_step() {
    let words = ["workspaces", "--retries", "0", "--url"];
    let ask = |url: &str| Environment::new().run(&[&words[..], &[url]].concat());
    ends_with_the_step(
        &ask("https://no-such-host.invalid/v1"),
        "the name of the server does not resolve",
    );
    let closed = houston_tests::server::closed();
    ends_with_the_step(&ask(&closed), "the server does not accept a connection");
}

/// A token that has expired is the likeliest reason, and is told first.
#[test]
fn an_expired_token_is_told_first() {
    // {"exp":1700000000}
    let token = "e30.eyJleHAiOjE3MDAwMDAwMDB9.x";
    let refusal = r#"{"errors":[{"message":"You do not have the appropriate permissions for that","path":["workspaces"],"extensions":{"code":"FORBIDDEN"}}],"data":{"workspaces":null}}"#;
    let server = Server::answering("200 OK", refusal);
    let user = Environment::new().set("HOUSTON_TOKEN", token).set("HOUSTON_URL", &server.url);
    insta::assert_snapshot!(user.run(&QUERY), @"
    ------- stderr -------
    error: workspaces: You do not have the appropriate permissions for that (FORBIDDEN) at workspaces [not-allowed]
      The server refused the request.
    Your token, from HOUSTON_TOKEN, expired at 2023-11-14T22:13:20Z. Sign in again with `houston auth login`. A user's token is valid for a day; automation needs the key of a service account.
    workspaces needs a token, but no permission.
    [exit: 3]
    ");
}
