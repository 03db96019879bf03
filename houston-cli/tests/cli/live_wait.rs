//! `houston wait SUBSCRIPTION`: listens until an event is as wanted.

use houston_tests::socket::{Socket, Step, Talk, to};

use crate::environment::Environment;
use crate::live::{complete, on, run};
use crate::waiting::timeless;

fn status(state: &str) -> Step {
    to("data", &format!(r#"{{"data":{{"deploymentStatus":{{"status":"{state}"}}}}}}"#))
}

fn statuses(states: &[&str], end: Step) -> Talk {
    Talk::subscribed(states.iter().map(|state| status(state)).chain([end]))
}

const WAIT: &str = "wait deploymentStatus --release-name a --until .status~==~\"HEALTHY\"";

#[test]
fn an_event_ends_it() {
    let moves = || statuses(&["UNKNOWN", "DEPLOYING", "DEPLOYING", "HEALTHY"], Step::Stay);
    let fails = || statuses(&["DEPLOYING", "UNHEALTHY", "HEALTHY"], Step::Stay);
    let stays = || statuses(&["DEPLOYING"], Step::Stay);
    let forbidden = r#"{"errors":[{"message":"You do not have the appropriate permissions for that","path":["deploymentStatus"],"extensions":{"code":"FORBIDDEN"}}],"data":{"deploymentStatus":null}}"#;
    let shown = [
        (moves(), ""),
        (moves(), "-o value --jq .status"),
        (fails(), "--fail-when .status~==~\"UNHEALTHY\""),
        (stays(), "--for 1s"),
        (stays(), "--until .status"),
        (Talk::Mute, "--for 1s"),
        (Talk::subscribed([to("data", forbidden), Step::Stay]), ""),
        (
            Talk::Refuse(houston_tests::server::http("403 Forbidden", "connection: close\r\n", "")),
            "",
        ),
    ]
    .map(|(talk, options)| {
        let line =
            if options.contains("--until") { WAIT.split(" --until").next().unwrap() } else { WAIT };
        run(talk, format!("{line} {options}").trim_end()).after(options)
    });
    insta::assert_snapshot!(timeless(&shown.concat()));
}

#[test]
fn it_listens_on_after_a_lost_connection_and_after_the_end() {
    let server = Socket::in_turn([
        Talk::subscribed([status("DEPLOYING")]),
        statuses(&["DEPLOYING"], complete()),
        statuses(&["HEALTHY"], Step::Stay),
    ]);
    let ran = on(&server, WAIT);
    assert!(ran.code == 0 && ran.stderr.contains("connected again after"), "{ran}");
    assert_eq!(ran.stderr.matches("DEPLOYING").count(), 1, "{ran}");
}

#[test]
fn thousands_of_events_are_judged() {
    let text = r#"{"id":"1","type":"data","payload":{"data":{"deploymentStatus":{"status":"DEPLOYING"}}}}"#;
    let talk = Talk::subscribed([Step::Flood(20_000, text.to_owned()), status("HEALTHY")]);
    let ran = run(talk, &format!("{WAIT} --for 30s"));
    assert_eq!(ran.code, 0, "{ran}");
}

#[test]
fn what_cannot_be_listened_to_is_refused() {
    let user = Environment::new().set("HOUSTON_URL", "http://127.0.0.1:1/v1");
    let shown = [
        "wait deploymentStatus --release-name a",
        "wait deploymentStatus --release-name a --until .state",
        "wait deploymentStatus --release-name a --until true --every 1s",
        "wait deploymentStatus --release-name a --until true --ws-url wss://example.com",
        "wait deploymentStatuses --until true",
        "wait deployments --until true --ws-url wss://example.com",
    ]
    .map(|line| {
        let ran = user.line(line);
        assert_eq!(ran.code, 2, "{line}: {ran}");
        ran.after(line)
    });
    insta::assert_snapshot!(shown.concat());
}
