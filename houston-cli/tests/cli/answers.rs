//! What becomes of a server's answer: stdout, stderr, and the exit code.

use crate::environment::{Environment, Ran};
use crate::server::Server;

const KEY: &str = "0123456789abcdef0123456789abcdef";

const QUERY: [&str; 1] = ["workspaces"];
const MUTATION: [&str; 3] = ["createWorkspace", "--label", "a"];

/// What a user with a token sees of a server's answer, and what the server was asked.
fn ask(words: &[&str], status: &str, body: &str) -> (Ran, String) {
    let server = Server::answering(status, body);
    let user = Environment::new().set("HOUSTON_TOKEN", KEY).set("HOUSTON_URL", &server.url);
    let ran = user.run(words);
    assert!(!ran.all().contains(KEY), "{}", ran.all());
    (ran, server.request())
}

#[track_caller]
fn ends(words: &[&str], status: &str, body: &str, code: i32) -> Ran {
    let (ran, _) = ask(words, status, body);
    assert_eq!(ran.code, code, "{status} {body}\n{}", ran.all());
    ran
}

#[test]
fn the_value_of_the_field_is_the_answer() {
    let (ran, request) =
        ask(&MUTATION, "200 OK", r#"{"data":{"createWorkspace":{"label":"a","id":"b\u001b"}}}"#);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    assert_eq!(ran.stdout, "{\n  \"label\": \"a\",\n  \"id\": \"b\\u001b\"\n}\n");
    assert!(request.to_lowercase().contains(&format!("authorization: {KEY}\r\n")), "{request}");
    assert!(request.ends_with(r#""variables":{"label":"a"}}"#), "{request}");
}

#[test]
fn an_answer_is_shown_as_it_came() {
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
        let body = format!(r#"{{"data":{{"createWorkspace":{{"id":{came}}}}}}}"#);
        let ran = ends(&MUTATION, "200 OK", &body, 0);
        assert_eq!((ran.stdout, ran.stderr.as_str()), (format!("{{\n  \"id\": {shown}\n}}\n"), ""));
    }
    let deep = "[".repeat(5_000) + &"]".repeat(5_000);
    let ran = ends(&QUERY, "200 OK", &format!(r#"{{"data":{{"workspaces":{deep}}}}}"#), 0);
    assert_eq!(ran.stdout.replace(['\n', ' '], ""), deep);
}

#[test]
fn a_part_of_an_answer_is_shown_as_it_came() {
    let body = r#"{"errors":[{"message":"a"}],"data":{"workspaces":
        [{"$serde_json::private::RawValue":"[1]"},{"id":12345678901234567890123,"id":1.10}]}}"#;
    let ran = ends(&QUERY, "200 OK", body, 5);
    let shown = ran.stdout.replace(['\n', ' '], "");
    assert_eq!(
        shown,
        r#"[{"$serde_json::private::RawValue":"[1]"},{"id":12345678901234567890123,"id":1.10}]"#
    );
}

#[test]
fn a_part_of_an_answer_is_shown_beside_its_errors() {
    let body = r#"{"errors":[{"message":"first\u001b[2J\nline","path":["workspaces",0,"users"]},{"message":"second"}],
        "data":{"workspaces":[{"id":"a","users":null}]}}"#;
    let ran = ends(&QUERY, "200 OK", body, 5);
    assert_eq!(ran.stdout, "[\n  {\n    \"id\": \"a\",\n    \"users\": null\n  }\n]\n");
    insta::assert_snapshot!(ran.stderr);
}

#[test]
fn a_mutation_that_answers_null_did_not_do_it() {
    let ran = ends(&MUTATION, "200 OK", r#"{"data":{"createWorkspace":null}}"#, 5);
    assert_eq!(ran.stdout, "null\n");
    insta::assert_snapshot!(ran.stderr);
    assert_eq!(ends(&QUERY, "200 OK", r#"{"data":{"workspaces":null}}"#, 0).stdout, "null\n");
}

#[test]
fn a_missing_permission_is_explained() {
    let body = r#"{"errors":[{"message":"Insufficient permissions.","path":["createWorkspace"],
        "extensions":{"code":"INTERNAL_SERVER_ERROR"}}],"data":{"createWorkspace":null}}"#;
    let ran = ends(&MUTATION, "200 OK", body, 3);
    assert_eq!(ran.stdout, "");
    insta::assert_snapshot!(ran.stderr);
}

#[test]
fn somebody_in_front_may_not_allow_it() {
    insta::assert_snapshot!(ends(&MUTATION, "401 Unauthorized", "<h1>Sign in</h1>", 3).stderr);
    ends(&QUERY, "403 Forbidden", "", 3);
}

#[test]
fn somebody_in_front_may_answer_as_the_api_does() {
    let body = r#"{"errors":[{"message":"Unauthorized"}]}"#;
    insta::assert_snapshot!(ends(&MUTATION, "401 Unauthorized", body, 3).stderr);
    ends(&QUERY, "403 Forbidden", body, 3);
    ends(&QUERY, "400 Bad Request", body, 4);
    // Whatever the status, it may have run.
    let body = r#"{"errors":[{"message":"a","path":["createWorkspace"]}],"data":null}"#;
    ends(&MUTATION, "403 Forbidden", body, 7);
}

#[cfg(target_os = "linux")]
#[test]
fn an_answer_that_cannot_be_written_is_no_fault_before_the_call() {
    let full = || std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let run = |words: &[&str], body: &str, stdout: std::process::Stdio| {
        let server = Server::answering("200 OK", body);
        let user = Environment::new().set("HOUSTON_URL", &server.url);
        let output = user.command(words).stdout(stdout).output().unwrap();
        server.request();
        Ran::new(output)
    };
    let whole = r#"{"data":{"createWorkspace":{"id":"a"}}}"#;
    let ran = run(&MUTATION, whole, full().into());
    assert_eq!(ran.code, 5, "{}", ran.stderr);
    assert!(ran.stderr.contains("createWorkspace ran: only its answer is lost"), "{}", ran.stderr);
    let part = r#"{"errors":[{"message":"boom","path":["createWorkspace","id"]}],"data":{"createWorkspace":{}}}"#;
    let ran = run(&MUTATION, part, full().into());
    assert_eq!(ran.code, 5, "{}", ran.stderr);
    assert!(ran.stderr.contains("only its answer is lost"), "{}", ran.stderr);
    assert!(ran.stderr.contains("boom"), "{}", ran.stderr);
    assert_eq!(run(&QUERY, r#"{"data":{"workspaces":[]}}"#, full().into()).code, 1);
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let ran = run(&MUTATION, whole, writer.into());
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
}

#[test]
fn a_token_that_the_server_repeats_is_not_shown() {
    let body = format!(r#"{{"errors":[{{"message":"bad token {KEY}"}},{{"message":"{KEY}"}}]}}"#);
    // That it is not shown is looked after by `ask`, for every answer.
    let ran = ends(&QUERY, "400 Bad Request", &body, 4);
    assert!(ran.stderr.contains("bad token"), "{}", ran.stderr);
}

#[test]
fn whoever_forgets_the_path_is_told_the_address() {
    let ran = ends(&QUERY, "404 Not Found", "<h1>Cannot POST /</h1>", 4);
    assert!(
        ran.stderr.contains("help: check the address: that of the API is https://"),
        "{}",
        ran.stderr
    );
}

#[test]
fn what_the_server_refuses_has_a_next_step() {
    for (message, next) in [
        ("Workspace already has a deployment named a", "help: Choose another name, or use"),
        ("The requested resource was not found", "help: List what is there: "),
    ] {
        let body = format!(
            r#"{{"errors":[{{"message":"{message}","path":["createWorkspace"]}}],"data":{{"createWorkspace":null}}}}"#
        );
        let ran = ends(&MUTATION, "200 OK", &body, 4);
        assert!(ran.stderr.contains(next), "{}", ran.stderr);
        let json = ends(&[&["--errors", "json"], &MUTATION[..]].concat(), "200 OK", &body, 4);
        let json: serde_json::Value = serde_json::from_str(&json.stderr).unwrap();
        let help = json["help"][0].as_str().unwrap();
        assert!(format!("help: {help}").starts_with(next), "{json}");
    }
}

#[test]
fn a_refusal_had_no_effect() {
    let body = r#"{"errors":[{"message":"Unknown argument \"x\"","extensions":{"code":"GRAPHQL_VALIDATION_FAILED"}}]}"#;
    insta::assert_snapshot!("refused", ends(&MUTATION, "400 Bad Request", body, 4).stderr);
    insta::assert_snapshot!("redirected", ends(&MUTATION, "302 Found", "", 4).stderr);
}

#[test]
fn an_unknown_outcome_is_said_to_be_one() {
    let error = r#"{"errors":[{"message":"boom","path":["createWorkspace"]}],"data":{"createWorkspace":null}}"#;
    insta::assert_snapshot!(ends(&MUTATION, "200 OK", error, 7).stderr);
    ends(&MUTATION, "502 Bad Gateway", "<h1>Bad Gateway</h1>", 7);
    ends(&MUTATION, "200 OK", "", 7);
    ends(&QUERY, "502 Bad Gateway", "<h1>Bad Gateway</h1>", 6);
}

#[test]
fn an_answer_that_is_cut_leaves_a_mutation_unknown() {
    for (words, code) in [(&MUTATION[..], 7), (&QUERY, 6)] {
        let server = Server::replying("HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n{\"data\":");
        let ran = Environment::new().set("HOUSTON_URL", &server.url).run(words);
        assert_eq!((ran.code, ran.stdout.as_str()), (code, ""), "{}", ran.stderr);
        server.request();
    }
}

#[test]
fn a_server_that_is_not_there_was_sent_nothing() {
    let port = {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        listener.local_addr().unwrap().port()
    };
    let url = format!("http://127.0.0.1:{port}/v1");
    let ran = Environment::new().set("HOUSTON_TOKEN", KEY).run(&[
        "--url",
        &url,
        "createWorkspace",
        "--label",
        "a",
    ]);
    assert_eq!((ran.code, ran.stdout.as_str()), (6, ""));
    let text = ran.stderr.replace(&format!(":{port}"), ":PORT");
    assert!(text.contains("Connection refused") && text.contains("Nothing was sent."), "{text}");
}
