//! Answers that are too large, and answers that do not come from Houston.

use houston_tests::server::{Script, Server, closing, http};

use crate::answers::{MUTATION, QUERY};
use crate::environment::{Environment, Ran};

/// The output of a query and of a mutation that get this answer. Each is sent once.
fn once(answer: &[u8]) -> String {
    let calls = [&QUERY[..], &MUTATION[..]].map(|words| {
        let server = Server::new(Script::Write(answer.to_vec()));
        let ran = Environment::new().run(&[words, &["--url", &server.url]].concat());
        assert_eq!(server.connections(), 1, "{ran}");
        ran.after(words[0])
    });
    calls.concat()
}

#[test]
fn an_answer_that_is_too_large_or_too_deep_is_fetched_once() {
    let close = "Connection: close\r\n";
    let large = "x".repeat(33 << 20);
    let large = format!(r#"{{"data":{{"workspaces":[],"createWorkspace":{{"id":"{large}"}}}}}}"#);
    let large = once(&http("200 OK", close, large));
    let deep = "[".repeat(100_000) + &"]".repeat(100_000);
    let deep = format!(r#"{{"data":{{"workspaces":{deep},"createWorkspace":{deep}}}}}"#);
    let deep = once(&http("200 OK", close, deep));
    insta::assert_snapshot!(format!("{large}{deep}"), @"
    $ workspaces
    ------- stderr -------
    error: workspaces: no complete answer: the answer is larger than 32 MiB [too-large]
      The request changes nothing.
    Choose less with `--fields`.
    [exit: 6]

    $ createWorkspace
    ------- stderr -------
    error: createWorkspace: no complete answer: the answer is larger than 32 MiB [outcome-unknown]
      The server may have run the mutation. Check before you send it again.
    Check before you run it again: with `houston reconcile createWorkspace --url http://127.0.0.1:[PORT]/v1 --since [TIME]` and the same arguments, or with `houston workspaces --url http://127.0.0.1:[PORT]/v1`.
    [exit: 7]

    $ workspaces
    ------- stderr -------
    error: workspaces: no complete answer: the answer is nested deeper than 127 levels [too-large]
      The request changes nothing.
    Choose less with `--fields`.
    [exit: 6]

    $ createWorkspace
    ------- stderr -------
    error: createWorkspace: no complete answer: the answer is nested deeper than 127 levels [outcome-unknown]
      The server may have run the mutation. Check before you send it again.
    Check before you run it again: with `houston reconcile createWorkspace --url http://127.0.0.1:[PORT]/v1 --since [TIME]` and the same arguments, or with `houston workspaces --url http://127.0.0.1:[PORT]/v1`.
    [exit: 7]
    ");
}

/// The output of a query and of a mutation that get this status and body.
fn answered(status: &str, body: &str) -> String {
    let calls = [&QUERY[..], &MUTATION[..]].map(|words| {
        let server = Server::new(Script::Write(closing(status, body)));
        let user = Environment::new().set("HOUSTON_TOKEN", "canary");
        let ran = user.run(&[words, &["--retries", "0", "--url", &server.url]].concat());
        assert!(!ran.all().contains('<') && !ran.all().contains("canary"), "{ran}");
        ran.after(&format!("{}  < {status}", words[0]))
    });
    calls.concat()
}

#[test]
fn a_gateway_is_named_and_its_page_is_not_pasted() {
    let page = |title: &str| {
        let filling = "<p>The server could not be reached; canary.</p>".repeat(40);
        format!(
            "<!DOCTYPE html>\n<html><head><title>{title}</title></head><body>{filling}</body></html>"
        )
    };
    let express =
        "<html lang=\"en\"><head><title>Error</title></head><body><pre>PayloadTooLargeError</pre>";
    let shown = [
        answered("413 Payload Too Large", express),
        answered("502 Bad Gateway", &page("502 Bad Gateway")),
        answered("503 Service Unavailable", "no healthy upstream"),
        answered("504 Gateway Time-out", &page("504 Gateway\n Time-out")),
        answered("407 Proxy Authentication Required", ""),
    ];
    insta::assert_snapshot!("gateways", shown.concat());
}

/// A call to a server behind this proxy.
fn through(proxy: &str, words: &[&str]) -> Ran {
    let user = Environment::new().set("HOUSTON_TOKEN", "canary");
    let proxy = format!("http://user:secret@{proxy}");
    let ran = user.run(&[words, &["--retries", "1", "--proxy", &proxy]].concat());
    assert!(!ran.all().contains("secret") && !ran.all().contains("canary"), "{ran}");
    ran
}

#[test]
fn a_proxy_that_makes_no_connection_is_named_with_its_status() {
    let far = ["--url", "https://houston.invalid/v1"];
    let near = ["--url", "http://houston.invalid/v1", "--allow-http"];
    let mut shown = String::new();
    for (status, words, connections) in [
        ("407 Proxy Authentication Required", &far[..], 1),
        ("407 Proxy Authentication Required", &near, 1),
        // The second connection asks for the status.
        ("403 Forbidden", &far, 2),
        ("502 Bad Gateway", &far, 4),
    ] {
        let server = Server::new(Script::Write(closing(status, "<html>no</html>")));
        let ran = through(&server.address, &[&MUTATION[..], words].concat());
        assert_eq!(server.connections(), connections, "{ran}");
        assert_eq!(ran.code, 6, "{ran}");
        let seen = server.seen();
        let account = seen.iter().filter(|text| {
            text.to_lowercase().contains("proxy-authorization: basic dxnlcjpzzwnyzxq=")
        });
        assert_eq!(account.count(), connections, "{seen:?}");
        shown += &ran.after(&format!("{}  < {status}", words[1]));
    }
    shown += &through("127.0.0.1:1", &[&QUERY[..], &far].concat()).after("no proxy");
    insta::assert_snapshot!("proxies_that_make_no_connection", shown);
    // Doctor gives the same cause.
    let server = Server::new(Script::Write(closing("407 Proxy Authentication Required", "")));
    let proxy = format!("http://user:secret@{}", server.address);
    let doctor = Environment::new().run(&[&["doctor", "--proxy", &proxy], &far[..]].concat());
    assert!(doctor.stdout.contains("answers with HTTP status 407"), "{doctor}");
    assert!(!doctor.all().contains("secret"), "{doctor}");
}

#[test]
fn a_mistake_in_an_unchecked_document_is_not_blamed_on_a_version() {
    let user = Environment::new();
    let document = "{ workspaces { lable } }";
    let ran = user.with_stdin(&["query-text", "-", "--unchecked", "--sandbox"], document);
    insta::assert_snapshot!(ran, @r#"
    ------- stderr -------
    error: query: Cannot query field "lable" on type "Workspace". Did you mean "label"? (GRAPHQL_VALIDATION_FAILED) [refused]
      The server refused the request. Nothing ran.
      The document does not match the schema either:
      -:1:3: interface, union and object types must have a subselection set
      -:1:16: type `Workspace` does not have a field `lable`
    Correct the document; without `--unchecked`, it is checked before it is sent.
    [exit: 4]
    "#);
    // A document that fits the schema shows that the server has another one.
    let body = r#"{"errors":[{"message":"Cannot query field \"label\" on type \"Workspace\"."}]}"#;
    let server = Server::new(Script::Write(closing("400 Bad Request", body)));
    let words = ["query-text", "-", "--unchecked", "--url", &server.url];
    let ran = user.with_stdin(&words, "{ workspaces { label } }");
    assert!(ran.stderr.contains("[schema-drift]"), "{ran}");
}
