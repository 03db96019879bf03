//! A server that never answers some tokens: the key of a workspace that is deleted.

use std::time::{Duration, Instant};

use houston_tests::server::{Script, Server, http};

use crate::answers::{KEY, MUTATION, QUERY};
use crate::environment::Environment;

/// Answers requests without a token.
fn answer(request: &str) -> Vec<u8> {
    if request.to_lowercase().contains("authorization:") {
        return Vec::new();
    }
    let data = match request {
        _ if request.contains("__schema") => {
            r#"{"__schema":{"queryType":{"name":"Query"},"mutationType":null,"subscriptionType":null,"directives":[],"types":[{"kind":"OBJECT","name":"Query","fields":[{"name":"a","args":[],"type":{"kind":"SCALAR","name":"String"},"isDeprecated":false}],"interfaces":[]},{"kind":"SCALAR","name":"String"}]}}"#
        }
        _ if request.contains("version") => r#"{"appConfig":{"version":"0.16.6"}}"#,
        _ => r#"{"__typename":"Query"}"#,
    };
    http("200 OK", "Content-Type: application/json\r\n", format!("{{\"data\":{data}}}"))
}

pub(crate) fn user() -> (Server, Environment) {
    let server = Server::new(Script::Respond(answer));
    let user = Environment::new().set("HOUSTON_TOKEN", KEY).set("HOUSTON_URL", &server.url);
    (server, user)
}

#[test]
fn silence_is_told_after_the_first_idle_limit() {
    let (_server, user) = user();
    let start = Instant::now();
    let shown = [&QUERY[..], &MUTATION[..]]
        .map(|words| user.run(&[words, &["--idle-timeout", "1s"]].concat()).after(words[0]));
    assert!(start.elapsed() < Duration::from_secs(6), "{:?}", start.elapsed());
    insta::assert_snapshot!(shown.concat(), @"
    $ workspaces
    ------- stderr -------
    error: workspaces: no complete answer: the server sent nothing for 1 s [not-reached]
      The request changes nothing.
    Houston does not answer a key whose workspace was deleted, and it answers nothing while its database is down. Try another token.
    `houston doctor` finds out more.
    [exit: 6]

    $ createWorkspace
    ------- stderr -------
    error: createWorkspace: no complete answer: the server sent nothing for 1 s [outcome-unknown]
      The server may have run the mutation. Check before you send it again.
    Houston does not answer a key whose workspace was deleted, and it answers nothing while its database is down. Try another token.
    `houston doctor` finds out more.
    Check before you run it again: with `houston reconcile createWorkspace --since [TIME]` and the same arguments, or with `houston workspaces`.
    [exit: 7]
    ");
}

#[test]
fn what_is_public_is_asked_once_more_without_the_token() {
    let (server, user) = user();
    let start = Instant::now();
    let doctor = user.line("doctor --idle-timeout 1s");
    assert!(start.elapsed() < Duration::from_secs(5), "{:?}", start.elapsed());
    let pull = user.line("schema pull --idle-timeout 1s --out -");
    let words = ["auth", "login", "--url", &server.url, "--token-stdin", "--idle-timeout", "1s"];
    let login = user.with_stdin(&words, KEY);
    let shown =
        [doctor.after("doctor"), pull.after("schema pull"), login.after("auth login")].concat();
    let (before, rest) = shown.split_once("; platform unknown; ").unwrap();
    let (_, after) = rest.split_once(". Made by").unwrap();
    insta::assert_snapshot!(
        format!("{before}; platform unknown; [TIME]. Made by{after}"),
        @"
    $ doctor
    ok       configuration  0 profiles in [DIR]/config/config.toml
    ok       schema         the built-in schema
    ok       platform       http://127.0.0.1:[PORT]/v1 (from HOUSTON_URL)
    ok       name           127.0.0.1 resolves to 127.0.0.1
    ok       proxy          none
    ok       connection     127.0.0.1:[PORT] answers after [TIME]
    skipped  TLS            the address is plain http
    ok       HTTP           status 200 after [TIME]
    ok       GraphQL        it answers
    ok       introspection  the server returns its schema, at the level of 2025
    ok       version        Houston 0.16.6
    skipped  clock          the server does not report its time
    fault    token          the server answers without the token, and not with it
                            -> Use another token: the server does not answer the key of a workspace that is deleted. `houston auth login` stores one.
    skipped  account        the server does not answer the token
    warning  drift          the built-in schema differs from the server's: 140 breaking, 0 dangerous, 1 safe
                            -> See the differences with `houston schema diff`, or use the server's schema with `houston schema pull`.
    ------- stderr -------
    error: the first check that failed: token [not-allowed]
    Use another token: the server does not answer the key of a workspace that is deleted. `houston auth login` stores one.
    [exit: 3]

    $ schema pull
    # Introspection 2025; platform unknown; [TIME]. Made by `houston schema pull`.

    type Query {
      a: String
    }
    ------- stderr -------
    note: the server answers without the token, and not with it. Use another token: the server does not answer the key of a workspace that is deleted. `houston auth login` stores one.
    [exit: 0]

    $ auth login
    ------- stderr -------
    error: self: no complete answer: the server sent nothing for 1 s [not-reached]
      The request changes nothing.
      the token was not stored
      The server answers without the token.
    Use another token: the server does not answer the key of a workspace that is deleted. `houston auth login` stores one.
    Houston does not answer a key whose workspace was deleted, and it answers nothing while its database is down. Try another token.
    `houston doctor` finds out more.
    [exit: 6]
    "
    );
}

#[test]
fn an_expired_token_explains_silence() {
    let (_server, user) = user();
    // {"exp":1700000000}
    let user = user.set("HOUSTON_TOKEN", "e30.eyJleHAiOjE3MDAwMDAwMDB9.x");
    for (words, limit, exit) in [
        (&QUERY[..], "--idle-timeout", 6),
        (&QUERY[..], "--timeout", 6),
        (&MUTATION[..], "--idle-timeout", 7),
        (&["auth", "status"], "--idle-timeout", 6),
    ] {
        let ran = user.run(&[words, &[limit, "1s"]].concat());
        assert_eq!(ran.code, exit, "{ran}");
        let at = |text: &str| ran.stderr.find(text).unwrap_or(usize::MAX);
        let expired = at("Your token, from HOUSTON_TOKEN, expired at 2023-11-14T22:13:20Z.");
        assert!(expired < at("another token."), "{ran}");
    }
}
