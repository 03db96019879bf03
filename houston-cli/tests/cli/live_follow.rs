//! `houston logs --follow`: the query's page and the subscription, without a record lost or twice.

use houston_tests::server::{Script, Server, http};
use houston_tests::socket::{Socket, Step, Talk};

use crate::environment::{Environment, Ran};
use crate::live::{complete, event, record};

fn page(ids: &[&str]) -> Script {
    let records = ids.iter().map(|id| record(id, id)).collect::<Vec<_>>().join(",");
    let body = format!(r#"{{"data":{{"logs":[{records}]}}}}"#);
    Script::Write(http("200 OK", "connection: close\r\n", &body))
}

fn follow(pages: Vec<Script>, talks: Vec<Talk>, options: &str) -> (Ran, Vec<String>) {
    let (server, socket) = (Server::in_turn(pages), Socket::in_turn(talks));
    let user = Environment::new().set("HOUSTON_URL", &server.url);
    let url = socket.url.replace("http", "ws").replace("/v1", "/ws");
    let line = format!(
        "logs --deployment-uuid d --follow --ws-url {url} --fields message --jq .message -o value {options}"
    );
    (user.line(line.trim_end()), server.seen())
}

/// An event for each of these.
fn events(ids: &[&str]) -> Vec<Step> {
    ids.iter().map(|id| event(id, id)).collect()
}

#[test]
fn what_comes_while_the_page_is_read_is_shown_once() {
    let talk = Talk::subscribed([events(&["3", "4"]), vec![Step::Stay]].concat());
    let (ran, seen) = follow(vec![page(&["1", "2", "3"])], vec![talk], "--count 4");
    assert_eq!((ran.code, &*ran.stdout, &*ran.stderr), (0, "1\n2\n3\n4\n", ""), "{ran}");
    // What tells records apart is asked for as well.
    assert!(seen[0].contains("id") && seen[0].contains("timestamp"), "{seen:?}");
}

#[test]
fn after_a_lost_connection_the_page_is_read_again() {
    let talks = || {
        let first = Talk::subscribed([events(&["2", "3"]), vec![]].concat());
        let second = Talk::subscribed([events(&["5", "6"]), vec![Step::Stay]].concat());
        vec![first, second]
    };
    let (ran, seen) = follow(vec![page(&["1", "2"]), page(&["3", "4", "5"])], talks(), "--count 6");
    assert_eq!((ran.code, &*ran.stdout), (0, "1\n2\n3\n4\n5\n6\n"), "{ran}");
    assert!(ran.stderr.contains("the records of this time were read again"), "{ran}");
    // It begins before the newest known record.
    assert!(seen[1].contains("2026-11-29T03:04:00.678Z"), "{seen:?}");
    // A page without a known record does not reach back far enough.
    let (ran, _) = follow(vec![page(&["1", "2"]), page(&["4", "5"])], talks(), "--count 6");
    assert!(ran.code == 0 && ran.stderr.contains("some are missing"), "{ran}");
    assert_eq!(ran.stdout, "1\n2\n3\n4\n5\n6\n");
    // A page that cannot be read is a gap, and not the end.
    let broken = Script::Write(http("500 Oops", "connection: close\r\n", "oops"));
    let pages = vec![page(&["1", "2"]), broken];
    let (ran, _) = follow(pages, talks(), "--count 5 --retries 1");
    assert!(ran.code == 0 && ran.stderr.contains("records of this time are missing"), "{ran}");
    assert_eq!(ran.stdout, "1\n2\n3\n5\n6\n");
}

#[test]
fn a_first_page_that_fails_ends_it() {
    let refused = r#"{"errors":[{"message":"You do not have the appropriate permissions for that","path":["logs"],"extensions":{"code":"FORBIDDEN"}}],"data":{"logs":null}}"#;
    let refused = Script::Write(http("200 OK", "connection: close\r\n", refused));
    let talk = Talk::subscribed([Step::Stay]);
    let (ran, _) = follow(vec![refused], vec![talk], "");
    assert!(ran.code == 3 && ran.stderr.contains("[not-allowed]"), "{ran}");
}

#[test]
fn a_server_that_ends_the_subscription_is_asked_again() {
    let again = Talk::subscribed([events(&["2", "3"]), vec![Step::Stay]].concat());
    let talks = vec![Talk::subscribed([complete()]), again];
    let (ran, _) = follow(vec![page(&["1"]), page(&["1", "2"])], talks, "--count 3");
    assert_eq!((ran.code, &*ran.stdout), (0, "1\n2\n3\n"), "{ran}");
    assert!(ran.stderr.contains("note: the server ended log; connected again after"), "{ran}");
}
