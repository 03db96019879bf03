//! Server answers: stdout, stderr and the exit code.

use houston_tests::server::Server;

use crate::environment::{Environment, Ran};

pub const KEY: &str = "0123456789abcdef0123456789abcdef";

pub const QUERY: [&str; 1] = ["workspaces"];
pub const MUTATION: [&str; 5] = ["createWorkspace", "--label", "a", "--fields", "id"];

/// The output for a user with a token, and the request that the server received.
fn ask(words: &[&str], status: &str, body: &str) -> (Ran, String) {
    let server = Server::answering(status, body);
    let user = Environment::new().set("HOUSTON_TOKEN", KEY).set("HOUSTON_URL", &server.url);
    let ran = user.run(words);
    assert!(!ran.all().contains(KEY), "{ran}");
    (ran, server.request())
}

/// The output for such a user.
#[track_caller]
pub fn shown(words: &[&str], status: &str, body: &str) -> Ran {
    ask(words, status, body).0
}

#[test]
fn the_value_of_the_field_is_the_answer() {
    let (ran, request) =
        ask(&MUTATION, "200 OK", r#"{"data":{"createWorkspace":{"label":"a","id":"b\u001b"}}}"#);
    insta::assert_snapshot!(ran, @r#"
    {
      "label": "a",
      "id": "b\u001b"
    }
    [exit: 0]
    "#);
    assert!(request.to_lowercase().contains(&format!("authorization: {KEY}\r\n")), "{request}");
    assert!(request.ends_with(r#""variables":{"label":"a"}}"#), "{request}");
}

#[test]
fn an_answer_is_shown_as_it_came() {
    let words = ["workspace", "--workspace-uuid", "a", "--fields", "properties"];
    for (came, shown) in [
        (r#""\ud800""#, r#""\ud800""#),
        ("1e400", "1e400"),
        ("12345678901234567890123", "12345678901234567890123"),
        ("1.10", "1.10"),
        (r#"{"a":1,"a":2}"#, "{\n    \"a\": 1,\n    \"a\": 2\n  }"),
        (
            r#"{"$serde_json::private::RawValue":"[1]"}"#,
            "{\n    \"$serde_json::private::RawValue\": \"[1]\"\n  }",
        ),
        ("\"\u{7f}\u{9b}2J\u{202e}\"", r#""\u007f\u009b2J\u202e""#),
    ] {
        let body = format!(r#"{{"data":{{"workspace":{{"properties":{came}}}}}}}"#);
        let ran = ask(&words, "200 OK", &body).0;
        assert_eq!(ran.to_string(), format!("{{\n  \"properties\": {shown}\n}}\n[exit: 0]"));
    }
    // The answer has three levels around it.
    let deep = "[".repeat(124) + &"]".repeat(124);
    let body = format!(r#"{{"data":{{"workspace":{{"properties":{deep}}}}}}}"#);
    let ran = ask(&words, "200 OK", &body).0;
    let shown = ran.stdout.replace(['\n', ' '], "");
    assert_eq!((ran.code, shown), (0, format!(r#"{{"properties":{deep}}}"#)));
}

#[test]
fn a_part_of_an_answer_is_shown_as_it_came() {
    let body = r#"{"errors":[{"message":"a"}],"data":{"workspaces":
        [{"$serde_json::private::RawValue":"[1]"},{"id":12345678901234567890123,"id":1.10}]}}"#;
    insta::assert_snapshot!(shown(&QUERY, "200 OK", body), @r#"
    [
      {
        "$serde_json::private::RawValue": "[1]"
      },
      {
        "id": 12345678901234567890123,
        "id": 1.10
      }
    ]
    ------- stderr -------
    error: workspaces: a [partial]
      There is an error beside the result.
    A query changes nothing: you can run it again, or select less.
    [exit: 5]
    "#);
}

#[test]
fn a_part_of_an_answer_is_shown_beside_its_errors() {
    let body = r#"{"errors":[{"message":"first\u001b[2J\nline","path":["workspaces",0,"users"]},{"message":"second"}],
        "data":{"workspaces":[{"id":"a","users":null}]}}"#;
    insta::assert_snapshot!(shown(&QUERY, "200 OK", body), @r#"
    [
      {
        "id": "a",
        "users": null
      }
    ]
    ------- stderr -------
    error: workspaces: first[2J line at workspaces.0.users (and 1 more) [partial]
      also: second
      Part of the result is missing.
    A query changes nothing: you can run it again, or select less.
    [exit: 5]
    "#);
}

#[test]
fn a_mutation_that_answers_null_did_not_do_it() {
    let body = r#"{"data":{"createWorkspace":null}}"#;
    insta::assert_snapshot!(shown(&MUTATION, "200 OK", body), @"
    null
    ------- stderr -------
    error: createWorkspace: the server answered null, without an error [partial]
      The mutation ran, but most likely had no effect. Check before you run it again.
    Do not repeat a mutation. Read the result with a query, or select less with `--fields`.
    [exit: 5]
    ");
    insta::assert_snapshot!(shown(&QUERY, "200 OK", r#"{"data":{"workspaces":null}}"#), @"
    null
    [exit: 0]
    ");
}

#[test]
fn a_missing_permission_is_explained() {
    let body = r#"{"errors":[{"message":"Insufficient permissions.","path":["createWorkspace"],
        "extensions":{"code":"INTERNAL_SERVER_ERROR"}}],"data":{"createWorkspace":null}}"#;
    insta::assert_snapshot!(shown(&MUTATION, "200 OK", body), @"
    ------- stderr -------
    error: createWorkspace: Insufficient permissions. (INTERNAL_SERVER_ERROR) at createWorkspace [not-allowed]
      The server refused the mutation. It had no effect.
    createWorkspace needs the permission system.workspace.create; roles that have it by default: USER.
    Ask an administrator for a role with this permission: `houston describe createWorkspace` names the roles.
    The server answers the same for a wrong or expired token. Yours is a service account key, from HOUSTON_TOKEN. Get another with `houston auth login`.
    [exit: 3]
    ");
}

#[test]
fn a_proxy_may_refuse_a_call() {
    insta::assert_snapshot!(shown(&MUTATION, "401 Unauthorized", "<h1>Sign in</h1>"), @"
    ------- stderr -------
    error: createWorkspace: HTTP status 401 (Unauthorized) and a web page instead of a GraphQL answer [not-allowed]
      The server refused the mutation. It had no effect.
    Something in front of the API asks for another sign-in: check the address, the VPN, and the proxy or gateway.
    [exit: 3]
    ");
    insta::assert_snapshot!(shown(&QUERY, "403 Forbidden", ""), @"
    ------- stderr -------
    error: workspaces: HTTP status 403 (Forbidden) and no body instead of a GraphQL answer [not-allowed]
      The server refused the request.
    Something in front of the API asks for another sign-in: check the address, the VPN, and the proxy or gateway.
    [exit: 3]
    ");
}

#[test]
fn a_proxy_may_answer_like_the_api() {
    let body = r#"{"errors":[{"message":"Unauthorized"}]}"#;
    insta::assert_snapshot!(shown(&MUTATION, "401 Unauthorized", body), @"
    ------- stderr -------
    error: createWorkspace: Unauthorized [not-allowed]
      The server refused the mutation. It had no effect.
    createWorkspace needs the permission system.workspace.create; roles that have it by default: USER.
    Ask an administrator for a role with this permission: `houston describe createWorkspace` names the roles.
    The server answers the same for a wrong or expired token. Yours is a service account key, from HOUSTON_TOKEN. Get another with `houston auth login`.
    [exit: 3]
    ");
    insta::assert_snapshot!(shown(&QUERY, "403 Forbidden", body), @"
    ------- stderr -------
    error: workspaces: Unauthorized [not-allowed]
      The server refused the request.
    The token is wrong or has expired: get another with `houston auth login`. Yours is a service account key, from HOUSTON_TOKEN.
    workspaces needs no permission, only a valid token.
    [exit: 3]
    ");
    insta::assert_snapshot!(shown(&QUERY, "400 Bad Request", body), @"
    ------- stderr -------
    error: workspaces: Unauthorized [refused]
      The server refused the request.
    The message gives the reason; `houston describe workspaces` shows the known rules of the operation.
    [exit: 4]
    ");
    // It may have run, whatever the status.
    let body = r#"{"errors":[{"message":"a","path":["createWorkspace"]}],"data":null}"#;
    insta::assert_snapshot!(shown(&MUTATION, "403 Forbidden", body), @"
    ------- stderr -------
    error: createWorkspace: a at createWorkspace [outcome-unknown]
      The server may have run the mutation. Check before you send it again.
    Check before you run it again: with `houston reconcile createWorkspace --since [TIME]` and the same arguments, or with `houston workspaces`.
    [exit: 7]
    ");
}

#[cfg(target_os = "linux")]
#[test]
fn a_failed_write_of_the_answer_does_not_hide_that_the_call_ran() {
    let full = || std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let run = |words: &[&str], body: &str, stdout: std::process::Stdio| {
        let server = Server::answering("200 OK", body);
        let user = Environment::new().set("HOUSTON_URL", &server.url);
        let output = user.command(words).stdout(stdout).output().unwrap();
        server.request();
        Ran::new(output)
    };
    let whole = r#"{"data":{"createWorkspace":{"id":"a"}}}"#;
    insta::assert_snapshot!(run(&MUTATION, whole, full().into()), @r#"
    ------- stderr -------
    error: cannot write to stdout [partial]
      caused by: No space left on device (os error [N])
      createWorkspace ran. Do not run it again.
      Its answer: {"id":"a"}
    Do not repeat a mutation. Read the result with a query, or select less with `--fields`.
    [exit: 5]
    "#);
    let part = r#"{"errors":[{"message":"boom","path":["createWorkspace","id"]}],"data":{"createWorkspace":{}}}"#;
    insta::assert_snapshot!(run(&MUTATION, part, full().into()), @"
    ------- stderr -------
    error: cannot write to stdout [partial]
      caused by: No space left on device (os error [N])
      createWorkspace ran. Do not run it again.
      Its answer: {}
    Do not repeat a mutation. Read the result with a query, or select less with `--fields`.
    error: createWorkspace: boom at createWorkspace.id [partial]
      The server ran the mutation, but part of its result is missing. Do not send it again.
    Do not repeat a mutation. Read the result with a query, or select less with `--fields`.
    [exit: 5]
    ");
    let none = r#"{"data":{"workspaces":[]}}"#;
    insta::assert_snapshot!(run(&QUERY, none, full().into()), @"
    ------- stderr -------
    error: cannot write to stdout [internal]
      caused by: No space left on device (os error [N])
    [exit: 1]
    ");
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let ran = run(&MUTATION, whole, writer.into());
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
}

#[test]
fn a_token_that_the_server_repeats_is_not_shown() {
    let body = format!(r#"{{"errors":[{{"message":"bad token {KEY}"}},{{"message":"{KEY}"}}]}}"#);
    // `ask` checks for every answer that the token is not shown.
    insta::assert_snapshot!(shown(&QUERY, "400 Bad Request", &body), @"
    ------- stderr -------
    error: workspaces: bad token Token(…) (and 1 more) [refused]
      also: Token(…)
      The server refused the request.
    The message gives the reason; `houston describe workspaces` shows the known rules of the operation.
    [exit: 4]
    ");
}

#[test]
fn a_url_without_its_path_gets_a_hint() {
    insta::assert_snapshot!(shown(&QUERY, "404 Not Found", "<h1>Cannot POST /</h1>"), @"
    ------- stderr -------
    error: workspaces: HTTP status 404 (Not Found) and a web page instead of a GraphQL answer [refused]
      The server refused the request.
    Check the address: the API is at https://houston.DOMAIN/v1.
    `houston doctor` checks the server at this address.
    [exit: 4]
    ");
}
