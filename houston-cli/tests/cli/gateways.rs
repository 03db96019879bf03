//! Answers that are too large, and answers that do not come from Houston.

use houston_tests::server::{Script, Server, http};

use crate::answers::{MUTATION, QUERY};
use crate::environment::Environment;

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
    Check before you run it again: with `houston reconcile createWorkspace` and the same arguments, or with `houston workspaces`.
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
    Check before you run it again: with `houston reconcile createWorkspace` and the same arguments, or with `houston workspaces`.
    [exit: 7]
    ");
}
