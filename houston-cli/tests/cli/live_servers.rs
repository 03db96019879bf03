//! Servers of subscriptions that do something wrong: the exit code, and one clear line.

use houston_tests::server::http;
use houston_tests::socket::{Socket, Step, Talk, say, to};

use crate::environment::Environment;
use crate::live::{complete, event, on, record};

struct Row(&'static str, Vec<Talk>, i32, &'static str);

fn refused(status: &'static str, code: i32, said: &'static str) -> Row {
    let body = "<html><title>Blocked</title></html>";
    Row(status, vec![Talk::Refuse(http(status, "Connection: close\r\n", body))], code, said)
}

/// An event with an error on the field, and no data.
fn error(message: &str, code: &str) -> Step {
    let error =
        format!(r#"{{"message":"{message}","path":["log"],"extensions":{{"code":"{code}"}}}}"#);
    to("data", &format!(r#"{{"errors":[{error}],"data":{{"log":null}}}}"#))
}

/// An event with an error beside its data.
fn partial(id: &str) -> Step {
    let errors = r#"[{"message":"boom","path":["log","level"]}]"#;
    let data = record(id, "a");
    to("data", &format!(r#"{{"errors":{errors},"data":{{"log":{data}}}}}"#))
}

#[test]
fn each_has_its_exit_code_and_a_line() {
    let init = || Step::Hear("connection_init");
    let accept = |steps: Vec<Step>| vec![Talk::Accept(Some("graphql-ws"), steps)];
    let talks = |steps: Vec<Step>| vec![Talk::subscribed(steps)];
    let forbidden = || error("You do not have the appropriate permissions for that", "FORBIDDEN");
    let prohibited = to("connection_error", r#"{"message":"Prohibited connection!"}"#);
    let long = format!("{{\"data\":{{\"log\":{{\"message\":\"{}\"}}}}}}", "x".repeat(33 << 20));
    let mut wrong = String::new();
    for Row(name, talks, code, said) in [
        refused("401 Unauthorized", 3, "401"),
        refused("403 Forbidden", 3, "403"),
        refused("404 Not Found", 4, "404"),
        refused("502 Bad Gateway", 6, "502"),
        refused("200 OK", 4, "instead of a WebSocket"),
        Row("gone", vec![Talk::Refuse(Vec::new())], 6, "the connection was closed"),
        Row("mute", vec![Talk::Mute], 6, "the server sent nothing"),
        Row(
            "prohibited",
            accept(vec![init(), prohibited, Step::Close(1011, "")]),
            3,
            "Prohibited connection!",
        ),
        Row("1002", accept(vec![Step::Close(1002, "")]), 4, "1002"),
        Row("1011", talks(vec![Step::Close(1011, "oops")]), 6, "1011"),
        Row("4403", talks(vec![Step::Close(4403, "Forbidden")]), 3, "Forbidden"),
        Row("no close frame", talks(vec![]), 6, "cut off"),
        Row("cut in a frame", talks(vec![Step::Raw(vec![0x81, 0x20, b'{'])]), 6, "cut off"),
        Row("not a message", talks(vec![Step::Say("<html>".to_owned())]), 6, "protocol"),
        Row(
            "forbidden",
            talks(vec![forbidden(), forbidden(), Step::Stay]),
            3,
            "appropriate permissions",
        ),
        Row(
            "an error each",
            talks(vec![error("boom", "INTERNAL_SERVER_ERROR"), Step::Stay]),
            4,
            "boom",
        ),
        Row("a part", talks(vec![partial("1"), partial("2"), complete()]), 5, "boom"),
        Row(
            "null data",
            talks(vec![to("data", r#"{"data":null}"#), Step::Stay]),
            5,
            "neither data nor errors",
        ),
        Row("no data", talks(vec![to("data", "{}"), Step::Stay]), 5, "neither data nor errors"),
        Row("1006", talks(vec![Step::Raw(vec![0x88, 2, 0x03, 0xee])]), 6, "must not be sent"),
        Row(
            "a token that ends",
            talks(vec![event("1", "a"), error("Not authenticated", "UNAUTHENTICATED"), Step::Stay]),
            3,
            "Not authenticated",
        ),
        Row(
            "a token that ends with 4401",
            talks(vec![event("1", "a"), Step::Close(4401, "Token expired")]),
            3,
            "Token expired",
        ),
        Row("no sign of life", talks(vec![Step::Sleep]), 6, "the server sent nothing for 300 ms"),
        Row(
            "another id",
            talks(vec![
                Step::Say(
                    r#"{"id":"9","type":"data","payload":{"data":{"log":{"message":"x"}}}}"#
                        .to_owned(),
                ),
                complete(),
            ]),
            0,
            "",
        ),
        Row("null", talks(vec![to("data", r#"{"data":{"log":null}}"#), complete()]), 0, ""),
        Row("33 MiB", talks(vec![to("data", &long), Step::Stay]), 6, "larger than 32 MiB"),
        Row("keep-alive alone", talks(vec![say("ka"), complete()]), 0, ""),
    ] {
        let server = match <[Talk; 1]>::try_from(talks) {
            Ok([talk]) => Socket::new(talk),
            Err(talks) => Socket::in_turn(talks),
        };
        let idle = if said.contains("sent nothing") { "300ms" } else { "1m" };
        let options = format!("--retries 1 --idle-timeout {idle}");
        let ran = on(&server, &format!("log --deployment-uuid d {options}"));
        let line = ran.stderr.lines().find(|line| line.starts_with("error: ")).unwrap_or_default();
        if ran.code != code || !line.contains(said) || ran.code != 0 && line.is_empty() {
            wrong += &format!("{name}: {ran}\n\n");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// Whatever ends it, and whether the last event was whole or not.
#[test]
fn events_in_part_count_and_end_it_with_5() {
    let first = |rest: Step| Talk::subscribed([partial("1"), rest, event("3", "c"), Step::Stay]);
    let mut wrong = String::new();
    for (options, rest, lines) in [
        ("--count 1", partial("2"), 1),
        ("--count 2", partial("2"), 2),
        ("--count 2", event("2", "b"), 2),
        ("--count 3", partial("2"), 3),
        ("--for 1s", partial("2"), 3),
        ("--for 1s --count 9", event("2", "b"), 3),
    ] {
        let ran = on(&Socket::new(first(rest)), &format!("log --deployment-uuid d {options}"));
        let notes = ran.stderr.matches("note: ").count();
        if (ran.code, ran.stdout.lines().count(), notes) != (5, lines, 1) {
            wrong += &format!("{options}: {ran}\n\n");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn many_small_events_are_all_written() {
    let text = r#"{"id":"1","type":"data","payload":{"data":{"log":{"message":"x","id":null,"timestamp":null}}}}"#;
    let talk =
        Talk::subscribed([Step::Flood(20_000, text.to_owned()), event("1", "end"), complete()]);
    let ran = on(&Socket::new(talk), "log --deployment-uuid d --fields message");
    let note = "note: the server ended log: run it again to go on, or with `--for TIME`\n";
    assert_eq!((ran.code, ran.stdout.lines().count(), &*ran.stderr), (0, 20_001, note));
}

#[test]
fn a_flood_of_what_shows_nothing_does_not_hold_up_the_end() {
    let ping = [&[0x89, 125], &[0; 125][..]].concat().repeat(1_000);
    let same = format!(
        r#"{{"id":"1","type":"data","payload":{{"data":{{"log":{}}}}}}}"#,
        record("1", "a")
    );
    let mut wrong = String::new();
    for (name, steps) in [
        ("ka", vec![Step::Flood(5_000_000, r#"{"type":"ka"}"#.to_owned())]),
        ("acknowledged", vec![Step::Flood(5_000_000, r#"{"type":"connection_ack"}"#.to_owned())]),
        ("the same event", vec![Step::Flood(1_000_000, same)]),
        ("pings", vec![Step::Raw(ping); 2_000]),
    ] {
        // The event shows that the subscription has begun.
        let steps = [event("0", "a")].into_iter().chain(steps).chain([Step::Sleep]);
        let server = Socket::new(Talk::subscribed(steps));
        let begun = std::time::Instant::now();
        let ran = on(&server, "log --deployment-uuid d --fields message --for 4s");
        let time = begun.elapsed();
        // Long before the flood is over.
        if ran.code != 0 || !ran.stderr.is_empty() || time.as_secs() > 20 {
            wrong += &format!("{name}: {time:?}, {ran}\n\n");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// A server that is alive has nothing to say, and one is silent from some moment on.
#[test]
fn a_quiet_server_is_not_a_dead_one() {
    let log = "log --deployment-uuid d --idle-timeout 300ms";
    let quiet = Socket::new(Talk::subscribed([event("1", "a"), Step::Stay]));
    let ran = on(&quiet, &format!("{log} --for 2s"));
    assert_eq!((ran.code, ran.stdout.lines().count(), &*ran.stderr), (0, 1, ""), "{ran}");
    assert_eq!(quiet.connections(), 1);
    let dead = Socket::new(Talk::subscribed([event("1", "a"), Step::Sleep]));
    let ran = on(&dead, &format!("{log} --retries 0"));
    assert!(ran.code == 6 && ran.stdout.lines().count() == 1, "{ran}");
    assert!(ran.stderr.contains("the server sent nothing for 300 ms"), "{ran}");
}

/// It passes the request on without what asks for a WebSocket, or refuses it.
#[test]
fn a_proxy_that_knows_no_websocket_is_told() {
    for (status, body, code, said) in [
        ("200 OK", "<html><title>Houston</title></html>", 4, "instead of a WebSocket"),
        ("400 Bad Request", "This service requires a WebSocket", 4, "instead of a WebSocket"),
        ("501 Not Implemented", "", 6, "HTTP status 501"),
    ] {
        let proxy = Socket::new(Talk::Refuse(http(status, "Connection: close\r\n", body)));
        let user = Environment::new()
            .set("HOUSTON_URL", "http://houston.example.com/v1")
            .set("HTTP_PROXY", proxy.url.trim_end_matches("/v1"));
        let ran = user.line("log --deployment-uuid d --retries 0 --allow-http");
        assert!(ran.code == code && ran.stderr.contains(said), "{status}: {ran}");
        assert!(proxy.seen()[0].starts_with("GET http://houston.example.com/ws"), "{status}");
    }
}

/// With an option that says how much is wanted, the subscription is made again.
#[test]
fn a_server_that_ends_it_is_asked_again_if_more_is_wanted() {
    let ends = |id: &str| Talk::subscribed([event(id, id), complete()]);
    let log = "log --deployment-uuid d --fields message";
    let ran = on(&Socket::in_turn([ends("1"), ends("1"), ends("2")]), &format!("{log} --count 2"));
    let notes = ran.stderr.matches("note: the server ended log; connected again after").count();
    assert_eq!((ran.code, ran.stdout.lines().count(), notes), (0, 2, 2), "{ran}");
    // The pauses grow: 250 ms, 500 ms, 1 s, 2 s.
    let server = Socket::new(Talk::subscribed([complete()]));
    let ran = on(&server, &format!("{log} --for 3s"));
    assert_eq!((ran.code, server.connections()), (0, 4), "{ran}");
    let ran = on(&Socket::new(ends("1")), log);
    let note = "note: the server ended log: run it again to go on, or with `--for TIME`\n";
    assert_eq!((ran.code, ran.stdout.lines().count(), &*ran.stderr), (0, 1, note), "{ran}");
}
