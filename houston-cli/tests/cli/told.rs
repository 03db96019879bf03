//! What is told while a call is under way, in a log and on a terminal.

use std::time::Duration;

use houston_sandbox::WORKSPACE_ID;
use houston_tests::server::{Answers, Script, Server, http};

use crate::environment::{Environment, Ran, lasting};
use crate::rows_platform::{Platform, labels};
use crate::terminal::Terminal;

const BODY: &str = r#"{"data":{"workspaces":[{"id":"a"}]}}"#;

fn slow(pause: u64) -> Server {
    let answer = http("200 OK", "", BODY);
    Server::new(Script::WriteAfter(Duration::from_millis(pause), answer))
}

fn waiting(text: &str) -> Vec<&str> {
    text.lines().filter(|line| line.contains("waiting for")).collect()
}

#[test]
fn who_is_waited_for_is_told_after_a_second() {
    let line = "workspaces --fields id";
    let quick = slow(0);
    let ran = Environment::new().set("HOUSTON_URL", &quick.url).line(line);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{ran}");
    let server = slow(3_500);
    let user = Environment::new().set("HOUSTON_URL", &server.url);
    let told = format!("waiting for {}", server.address);
    let ran = user.line(line);
    assert_eq!((ran.code, waiting(&ran.stderr)), (0, vec![&*told]), "{ran}");
    // On a terminal, it stays only until there is an answer.
    let terminal = Terminal::start(&user, line, &[], (80, 20));
    terminal.wait(|screen| screen.contains(&format!("{told} (2 s)")));
    let (status, screen) = terminal.end();
    assert_eq!((status.code(), screen.trim_end()), (Some(0), "ID\na\n1 workspace."), "{screen}");
    let dumb = Terminal::start(&user, line, &[("TERM", "dumb")], (80, 20));
    let (status, screen) = dumb.end();
    let shown = format!("{told}\nID\na\n1 workspace.");
    assert_eq!((status.code(), screen.trim_end()), (Some(0), &*shown), "{screen}");
}

#[test]
fn a_filter_is_waited_for_as_well() {
    let server = slow(0);
    let user = Environment::new().set("HOUSTON_URL", &server.url);
    let filter = ["workspaces", "--timeout", "2s", "--jq", "last(repeat(1))"];
    assert_eq!(waiting(&user.run(&filter).stderr), ["waiting for --jq"]);
}

/// A server that fails twice, and then answers.
fn failing() -> Server {
    let count = std::sync::atomic::AtomicU32::new(0);
    Server::new(Script::Answer(Answers::new(move |_| {
        match count.fetch_add(1, std::sync::atomic::Ordering::SeqCst) % 3 {
            2 => http("200 OK", "X-Trace: canary\r\n", BODY),
            _ => http("502 Bad Gateway", "", "<h1>Bad Gateway</h1>"),
        }
    })))
}

fn user_of(server: &Server) -> Environment {
    Environment::new().set("HOUSTON_URL", &server.url).set("HOUSTON_TOKEN", "canary-token")
}

#[test]
fn each_repetition_is_told() {
    let server = failing();
    let ran = user_of(&server).line("workspaces --fields id");
    insta::assert_snapshot!(ran, @r#"
    [
      {
        "id": "a"
      }
    ]
    ------- stderr -------
    502 Bad Gateway, attempt 2 of 4 in [TIME] s
    502 Bad Gateway, attempt 3 of 4 in [TIME] s
    [exit: 0]
    "#);
    let json = user_of(&server).line("workspaces --fields id --errors json --retries 2");
    insta::assert_snapshot!(json.stderr.lines().map(lasting).collect::<Vec<_>>().join("\n"), @r#"
    {"note":"502 Bad Gateway, attempt 2 of 3 in [TIME] s"}
    {"note":"502 Bad Gateway, attempt 3 of 3 in [TIME] s"}
    "#);
}

/// The text without times and addresses.
fn traced(ran: &Ran, server: &Server) -> String {
    lasting(&ran.stderr.replace(&server.address, "[ADDRESS]"))
}

#[test]
fn requests_and_answers_are_told_if_asked() {
    let server = failing();
    let ran = user_of(&server).line("workspaces --fields id -v");
    assert!(!ran.stderr.contains("canary"), "{ran}");
    insta::assert_snapshot!(traced(&ran, &server), @"
    endpoint: http://[ADDRESS]/v1, from HOUSTON_URL
    token: from HOUSTON_TOKEN
    > POST http://[ADDRESS]/v1
    > accept, content-type, authorization
    < 502 Bad Gateway in [TIME], [N] bytes
    < content-length
    502 Bad Gateway, attempt 2 of 4 in [TIME] s
    > POST http://[ADDRESS]/v1 (attempt 2 of 4)
    > accept, content-type, authorization
    < 502 Bad Gateway in [TIME], [N] bytes
    < content-length
    502 Bad Gateway, attempt 3 of 4 in [TIME] s
    > POST http://[ADDRESS]/v1 (attempt 3 of 4)
    > accept, content-type, authorization
    < 200 OK in [TIME], [N] bytes
    < x-trace, content-length
    ");
}

#[test]
fn documents_are_told_without_secrets() {
    let answer = http("200 OK", "", r#"{"data":{"createToken":{"token":{"value":"answer"}}}}"#);
    let server = Server::new(Script::KeepAlive(answer));
    let user = user_of(&server);
    let words = [
        "createToken",
        "--identity",
        "my canary-pass",
        "--password",
        "@env:PASS",
        "--fields",
        "token.value",
        "-vv",
    ];
    let ran = user.set("PASS", "canary-pass").run(&words);
    assert!(!ran.stderr.contains("canary"), "{ran}");
    insta::assert_snapshot!(traced(&ran, &server), @r#"
    endpoint: http://[ADDRESS]/v1, from HOUSTON_URL
    token: from HOUSTON_TOKEN
    mutation createToken($password: String!, $identity: String!) {
      createToken(password: $password, identity: $identity) {
        token {
          value
        }
      }
    }
    {
      "password": "***",
      "identity": "my (secret)"
    }
    > POST http://[ADDRESS]/v1
    > accept: application/json
    > content-type: application/json
    > authorization: ***
    < 200 OK in [TIME], [N] bytes
    < content-length: 53
    "#);
}

#[test]
fn what_is_told_beside_a_bar_stays_whole() {
    let platform = Platform::start(&["createDeployment:*:delay=300ms"]);
    let file = labels(&platform, 8);
    let line = format!(
        "createDeployment --rows {file} --workspace-uuid {WORKSPACE_ID} --type airflow --jobs 2 -v"
    );
    let (status, screen) = Terminal::start(&platform.user, &line, &[], (100, 100)).end();
    assert_eq!(status.code(), Some(0), "{screen}");
    let of = |begin: &str| screen.lines().filter(|line| line.starts_with(begin)).count();
    assert_eq!((of("> POST http://127.0.0.1:"), of("< 200 OK in ")), (8, 8), "{screen}");
    assert_eq!(of("     "), 8, "{screen}");
    assert!(!screen.contains(['█', '░']) && waiting(&screen).is_empty(), "{screen}");
}

#[test]
fn the_repetitions_of_a_row_are_in_its_notes() {
    let platform = Platform::start(&["createDeployment:1:429"]);
    let file = labels(&platform, 2);
    let line = format!(
        "createDeployment --rows {file} --workspace-uuid {WORKSPACE_ID} --type airflow --jobs 1"
    );
    let ran = platform.user.line(&line);
    let told = ran.stdout.lines().filter(|line| line.contains(", attempt 2 of 4 in "));
    assert_eq!((ran.code, told.count()), (0, 1), "{ran}");
}

/// With `-vv`, values of headers, and the beginning of what is not a GraphQL answer: neither with secrets.
#[test]
fn a_page_in_place_of_an_answer_is_told() {
    let page = "<h1>Bad Gateway</h1>\nfor canary-token\u{1b}[2J and canary-pass";
    let headers =
        "Set-Cookie: a=canary\r\nX-Request-Id: r1\r\nLocation: https://sso.example/a?b=canary\r\n";
    let server = Server::new(Script::KeepAlive(http("502 Bad Gateway", headers, page)));
    let words = ["createToken", "--identity", "me", "--password", "@env:PASS", "-vv"];
    let ran = user_of(&server).set("PASS", "canary-pass").run(&words);
    assert!(!ran.stderr.contains("canary") && !ran.stderr.contains('\u{1b}'), "{ran}");
    let shown = traced(&ran, &server);
    let (_, shown) = shown.split_once("> POST ").unwrap();
    insta::assert_snapshot!(shown, @"
    http://[ADDRESS]/v1
    > accept: application/json
    > content-type: application/json
    > authorization: ***
    < 502 Bad Gateway in [TIME], [N] bytes
    < set-cookie: ***
    < x-request-id: r1
    < location: https://sso.example/a?***
    < content-length: 57
    < <h1>Bad Gateway</h1> for Token(…)[2J and (secret)
    error: createToken: HTTP status 502 (Bad Gateway) and a web page instead of a GraphQL answer [outcome-unknown]
      The server may have run the mutation. Check before you send it again.
    The gateway runs, and Houston behind it does not answer: check that the platform is running.
    Check before you run it again.
    ");
}

/// It can have keys, also if it was cut.
#[test]
fn a_graphql_answer_is_never_told() {
    for (status, body) in [
        ("200 OK", r#"{"data":{"workspaces":[{"id":"canary"}]}}"#),
        ("500 Internal Server Error", r#"{"errors":[{"message":"no"}],"data":{"x":"canary"}}"#),
        ("502 Bad Gateway", r#"{"data":{"workspaces":[{"id":"canary"}"#),
        ("200 OK", r#"{"workspaces":[{"id":"canary"}]}"#),
    ] {
        let server = Server::new(Script::KeepAlive(http(status, "", body)));
        let ran = user_of(&server).line("workspaces --fields id -vv --retries 0");
        assert!(!ran.stderr.contains("< {") && ran.stderr.contains("< content-length: "), "{ran}");
    }
    let body = r#"{"message":"upstream is gone"}"#;
    let server = Server::new(Script::KeepAlive(http("502 Bad Gateway", "", body)));
    let ran = user_of(&server).line("workspaces --fields id -vv --retries 0");
    assert!(ran.stderr.contains("\n< {\"message\":\"upstream is gone\"}\n"), "{ran}");
}
