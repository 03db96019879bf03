//! Subscriptions as commands: events in every format, counted and timed.

use std::time::{Duration, Instant};

use houston_tests::socket::{Socket, Step, Talk, to};

use crate::environment::{Environment, Ran};

/// An event with this record of a log.
pub fn record(id: &str, message: &str) -> String {
    format!(
        r#"{{"component":"scheduler","id":"{id}","level":null,"message":"{message}","release":"a","timestamp":"2026-11-29T03:04:05.678Z"}}"#
    )
}

pub fn event(id: &str, message: &str) -> Step {
    to("data", &format!(r#"{{"data":{{"log":{}}}}}"#, record(id, message)))
}

pub fn complete() -> Step {
    to("complete", "null")
}

/// A call to a server that does this with each connection.
pub fn run(talk: Talk, line: &str) -> Ran {
    on(&Socket::new(talk), line)
}

pub fn on(server: &Socket, line: &str) -> Ran {
    let user = Environment::new().set("HOUSTON_URL", &server.url);
    user.run(
        &line
            .split(' ')
            .map(|word| word.replace('~', " "))
            .collect::<Vec<_>>()
            .iter()
            .map(String::as_str)
            .collect::<Vec<_>>(),
    )
}

#[test]
fn an_event_is_a_line_in_each_format() {
    let talk = || Talk::subscribed([event("1", "one"), event("2", "two\\n  more"), complete()]);
    let log = "log --deployment-uuid d";
    let shown = [
        "",
        "--fields message",
        "--fields message,component -o table",
        "-o table",
        "-o json --fields id",
        "-o yaml --fields id,message",
        "-o csv --fields id,message",
        "-o value --jq .message --count 1",
        "-o raw --fields id",
        "-o envelope --fields id --count 1",
        "--jq .message",
        "--jq .id,.release -o value",
        "--jq empty",
        "--jq error",
        "-o value",
    ]
    .map(|options| run(talk(), format!("{log} {options}").trim()).after(options));
    insta::assert_snapshot!(shown.concat());
}

#[test]
fn a_number_of_events_or_a_time_ends_it() {
    let stays = || Talk::subscribed([event("1", "a"), event("2", "b"), Step::Stay]);
    let ran = run(stays(), "log --deployment-uuid d --count 1");
    assert_eq!((ran.code, ran.stdout.lines().count(), &*ran.stderr), (0, 1, ""), "{ran}");
    let start = Instant::now();
    let ran = run(stays(), "log --deployment-uuid d --for 1s");
    assert_eq!((ran.code, ran.stdout.lines().count(), &*ran.stderr), (0, 2, ""), "{ran}");
    assert!(start.elapsed() >= Duration::from_secs(1) && start.elapsed() < Duration::from_secs(25));
    let ran = run(Talk::Mute, "log --deployment-uuid d --for 500ms");
    insta::assert_snapshot!(ran, @"
    ------- stderr -------
    error: log: no connection within 500 ms [not-reached]
    Check the address with `houston doctor`, or give it more time with `--for`.
    [exit: 6]
    ");
}

#[test]
fn a_lost_connection_is_told_and_no_event_comes_twice() {
    let server = Socket::in_turn([
        Talk::subscribed([event("1", "a"), event("2", "b")]),
        Talk::subscribed([
            event("2", "b"),
            event("3", "c"),
            event("3", "c"),
            event("4", "c"),
            complete(),
        ]),
    ]);
    let ran = on(&server, "log --deployment-uuid d --fields message --jq .message -o value");
    // Two records may say the same.
    assert_eq!(ran.stdout, "a\nb\nc\nc\n", "{ran}");
    assert!(ran.code == 0 && ran.stderr.contains("events of this time are missing"), "{ran}");
    let token = server.seen().iter().filter(|seen| seen.contains("connection_init")).count();
    assert_eq!(token, 2);
}

#[test]
fn what_does_not_fit_live_data_is_refused_before_anything_is_sent() {
    let user = Environment::new().set("HOUSTON_URL", "http://127.0.0.1:1/v1");
    let shown = [
        "log --deployment-uuid d --rows x",
        "log --deployment-uuid d --curl",
        "log --deployment-uuid d --count 0",
        "log --deployment-uuid d --follow",
        "logs --deployment-uuid d --count 1",
        "logs --deployment-uuid d --for 1s",
        "logs --deployment-uuid d --follow --rows x",
        "workspaces --follow",
        "log --deployment-uuid d --ws-url wss://example.com/ws",
        "log --deployment-uuid d --ws-url example.com",
        "log --deployment-uuid d --ws-url http://127.0.0.1:1/ws",
        "log --deployment-uuid d --sandbox --ws-url ws://127.0.0.1:1/ws",
        "log --deployment-uuid d --fields nope",
        "query log --deployment-uuid d",
    ]
    .map(|line| {
        let ran = user.line(line);
        assert_eq!(ran.code, 2, "{line}: {ran}");
        ran.after(line)
    });
    insta::assert_snapshot!(shown.concat());
}

#[test]
fn a_url_for_subscriptions_may_have_another_port_and_path() {
    let server = Socket::new(Talk::subscribed([event("1", "a"), complete()]));
    let socket = server.url.replace("http", "ws").replace("/v1", "/live");
    let user = Environment::new()
        .set("HOUSTON_URL", "http://127.0.0.1:1/v1")
        .set("HOUSTON_TOKEN", "t0ken");
    let ran = user.line(&format!("log --deployment-uuid d --ws-url {socket}"));
    assert_eq!(ran.code, 0, "{ran}");
    assert!(server.seen()[0].starts_with("GET /live") && !server.seen()[0].contains("t0ken"));
    assert!(server.seen()[1].contains("t0ken"));
}

#[test]
fn a_document_may_be_a_subscription() {
    let talk = || Talk::subscribed([event("1", "a"), event("2", "b"), complete()]);
    let document = "subscription($d: Uuid!) { log(deploymentUuid: $d) { message } }";
    let run = |options: &[&str]| {
        let server = Socket::new(talk());
        let user = Environment::new().set("HOUSTON_URL", &server.url);
        let words = [&["query-text", "-", "--d", "x"], options].concat();
        user.with_stdin(&words, document)
    };
    let ran = run(&["--jq", ".log.message", "-o", "value"]);
    assert_eq!((ran.code, &*ran.stdout), (0, "a\nb\n"), "{ran}");
    let ran = run(&["--count", "1", "--for", "20s"]);
    assert_eq!((ran.code, ran.stdout.lines().count()), (0, 1), "{ran}");
    let ran =
        Environment::new().with_stdin(&["query-text", "-", "--for", "1s"], "{ self { isAdmin } }");
    assert!(ran.code == 2 && ran.stderr.contains("--for works only with a subscription"), "{ran}");
}

#[test]
fn the_embedded_houston_has_live_data() {
    let user = Environment::new();
    let workspace = houston_sandbox::WORKSPACE_ID;
    let create = [
        "--sandbox",
        "createDeployment",
        "--workspace-uuid",
        workspace,
        "--label",
        "a",
        "--type",
        "airflow",
    ];
    let made = user.answer(&create);
    let id = made["id"].as_str().unwrap();
    // The first records come at once and after five seconds.
    let ran = user.line(&format!("--sandbox logs --deployment-uuid {id} --follow --count 2"));
    assert_eq!((ran.code, ran.stdout.lines().count(), &*ran.stderr), (0, 2, ""), "{ran}");
    let ran = user.line("--sandbox log --deployment-uuid nope");
    assert!(ran.code == 4 && ran.stderr.contains("[not-found]"), "{ran}");
    // The address of the port is gone with the call.
    assert!(!user.store().join("server.url").exists());
}
