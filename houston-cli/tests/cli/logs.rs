//! `houston logs`: times as people write them, and what they read.

use houston_tests::server::Server;

use crate::environment::Environment;

/// Each row: what is given, and a part of what is sent or said.
#[test]
fn since_is_a_time_or_an_age_and_sets_the_timestamp() {
    let user = Environment::new();
    let sent = |time: &str| format!("\"timestamp\": \"{time}\"");
    for (given, code, said) in [
        ("--since 2026-11-28T10:00:00Z", 0, sent("2026-11-28T10:00:00.000Z")),
        ("--since 2026-11-28T10:00:00.5+02:00", 0, sent("2026-11-28T08:00:00.500Z")),
        ("--since=10m", 0, "\"timestamp\": \"20".to_owned()),
        ("--since 10m --component scheduler", 0, "\"component\": \"scheduler\"".to_owned()),
        (
            "--since yesterday",
            2,
            "expected a time such as 2026-11-28T10:00:00Z, or an age".to_owned(),
        ),
        ("--since", 2, "--since: a value is missing".to_owned()),
        ("--since 10", 2, "expected a time".to_owned()),
        ("--since -10m", 2, "expected a time".to_owned()),
        ("--since 2026-11-28T10:00:00", 2, "expected a time".to_owned()),
        ("--since 9999-01-01T00:00:00Z", 2, "it is in the future".to_owned()),
        ("--since 1m --since 2m", 2, "--since".to_owned()),
        (
            "--since 1m --timestamp 2026-11-28T10:00:00Z",
            2,
            "--since: it cannot be used with --timestamp".to_owned(),
        ),
        ("--timestamp 10m", 2, "expected a time with its offset".to_owned()),
    ] {
        let ran = user.line(&format!("logs --deployment-uuid d {given} --dry-run"));
        assert!(ran.code == code && ran.all().contains(&said), "{given}: {ran}");
        assert_eq!(ran.stdout.is_empty(), code == 2, "{given}: {ran}");
    }
    // Where it is an argument, that is what it sets; elsewhere it is not a flag.
    let ran = user.line("deployments --since 10m");
    assert!(ran.code == 2 && ran.stderr.contains("--since"), "{ran}");
    let ran = user.line("workspaces --dry-run --help");
    assert!(!ran.stdout.contains("--since"), "{ran}");
    let ran = user.line("reconcile createWorkspace --label a --since tomorrow");
    assert!(ran.code == 2 && ran.stderr.contains("expected a time"), "{ran}");
}

#[test]
fn a_table_of_records_has_their_time_component_and_message() {
    let record = |time: &str, component: &str, message: &str| {
        format!(
            r#"{{"component":"{component}","id":"{time}","level":null,"message":"{message}","release":"a","timestamp":"{time}"}}"#
        )
    };
    let records = [
        record("2026-11-29T03:04:05.678Z", "webserver", "GET /health 200"),
        record("1795921446000", "scheduler", "Traceback:\\n  File \\\"a.py\\\"\\u001b[2J"),
    ];
    let answer = |records: &str| {
        Server::answering("200 OK", &format!(r#"{{"data":{{"logs":[{records}]}}}}"#))
    };
    let run = |records: &str, options: &str| {
        let server = answer(records);
        let user = Environment::new().set("HOUSTON_URL", &server.url);
        user.line(&format!("logs --deployment-uuid d {options}")).after(options)
    };
    let all = records.join(",");
    let shown = run(&all, "-o table") + &run("", "-o table") + &run(&all, "-o ndjson");
    insta::assert_snapshot!(shown, @r#"
    $ -o table
    TIMESTAMP            COMPONENT  MESSAGE
    2026-11-29 03:04:05  webserver  GET /health 200
    2026-11-29 03:04:06  scheduler  Traceback:
                                      File "a.py"[2J
    [exit: 0]

    $ -o table
    ------- stderr -------
    note: the list is empty
    [exit: 0]

    $ -o ndjson
    {"component":"webserver","id":"2026-11-29T03:04:05.678Z","level":null,"message":"GET /health 200","release":"a","timestamp":"2026-11-29T03:04:05.678Z"}
    {"component":"scheduler","id":"1795921446000","level":null,"message":"Traceback:\n  File \"a.py\"\u001b[2J","release":"a","timestamp":"1795921446000"}
    [exit: 0]
    "#);
}

#[test]
fn a_flag_of_live_data_in_the_wrong_place_leads_to_the_right_one() {
    let user = Environment::new();
    for (line, text) in [
        ("logs --deployment-uuid d --for 3s", "--for works only with --follow"),
        ("logs --deployment-uuid d -f", "-f: logs has no such flag; did you mean `--follow`?"),
        ("log --deployment-uuid d --follow", "log has no such flag; `houston logs` has it"),
        ("metrics --deployment-uuid d --follow", "--follow: metrics has no such flag\n"),
        ("workspaces -f", "-f: workspaces has no such flag\n"),
        ("createWorkspace --label a --for 3s", "--for works only with --wait"),
    ] {
        let ran = user.line(&format!("--sandbox {line}"));
        assert!(ran.code == 2 && ran.stderr.contains(text), "{ran}");
    }
}

#[test]
fn a_plan_of_live_data_shows_the_websocket() {
    let user = Environment::new().set("HOUSTON_TOKEN", "hidden");
    let ran = user.line("log --deployment-uuid d --url https://h.example/v1 --dry-run");
    let start = "WebSocket of https://h.example/v1\nsec-websocket-protocol: graphql-ws, graphql-transport-ws\nauthorization in the first message: ***\n\nsubscription ";
    assert!(ran.code == 0 && ran.stdout.starts_with(start), "{ran}");
}
