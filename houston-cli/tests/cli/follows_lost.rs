//! Platforms that do not answer, or cannot be reached, when a call pulls their schema.

use std::time::{Duration, Instant};

use houston_tests::server::{Script, Server, closed, http};

use crate::environment::Environment;

#[test]
fn a_platform_that_does_not_answer_costs_a_little_time_once() {
    let silent = Server::new(Script::Silent);
    let user = Environment::following().set("HOUSTON_URL", &silent.url);
    let started = Instant::now();
    let ran = user.line("workspaces --timeout 1s --retries 0");
    assert!(ran.stderr.contains("HOUSTON_SCHEMA=built-in"), "{ran}");
    assert!(started.elapsed() < Duration::from_secs(13), "{:?}", started.elapsed());
    let asked = silent.seen().len();
    user.line("workspaces --timeout 1s --retries 0");
    assert!(silent.seen()[asked..].iter().all(|request| !request.contains("__schema")));
    // Nothing was sent: the call says why, and the next one asks again.
    let user = Environment::following().set("HOUSTON_URL", &closed());
    insta::assert_snapshot!(user.line("createWorkspace --label a --retries 1"), @"
    ------- stderr -------
    cannot connect to the server: 127.0.0.1:[PORT]: Connection refused (os error [N]), attempt 2 of 2 in [TIME] s
    error: createWorkspace: cannot connect to the server: 127.0.0.1:[PORT]: Connection refused (os error [N]) (after 2 attempts) [not-reached]
      Nothing was sent.
    Check the address and that the platform is running, or try `--sandbox`.
    [exit: 6]
    ");
    assert!(
        !user.schemas().exists()
            || std::fs::read_dir(user.schemas()).unwrap().all(|entry| {
                entry.unwrap().path().extension().is_some_and(|end| end == "lock")
            })
    );
}

/// A proxy that lets no one through. Each attempt counts, that of the pull as well.
#[test]
fn a_platform_that_cannot_be_reached_is_not_tried_once_more() {
    let refused = http("503 Service Unavailable", "", "");
    for retries in [0, 1, 2] {
        let tried = |more: &str| {
            let script = Script::Write(refused.clone());
            let proxy = Server::new(script);
            let user =
                Environment::following().set("HOUSTON_URL", "https://houston.example.com/v1");
            let address = proxy.url.trim_end_matches("/v1");
            let ran = user.line(&format!("workspaces --retries {retries} --proxy {address}{more}"));
            let what = "error: workspaces: cannot connect to the server: ";
            assert!(ran.code == 6 && ran.stderr.contains(what), "{ran}");
            let told = format!("(after {} attempts)", retries + 1);
            assert_eq!(ran.stderr.contains(&told), retries > 0, "{ran}");
            proxy.seen().len()
        };
        assert_eq!(tried(""), tried(" --schema built-in"), "{retries}");
    }
}

/// One time limit holds for the pull and the call together.
#[test]
fn a_pull_takes_its_time_from_that_of_the_call() {
    let silent = Server::new(Script::Silent);
    let user = Environment::following().set("HOUSTON_URL", &silent.url);
    let ran = user.line("workspaces --timeout 4s --retries 0");
    assert!(ran.code == 6 && ran.stderr.contains("no answer within 2 s"), "{ran}");
    // What is left for the call: nothing, on a slow machine.
    let error = ran.stderr.lines().find(|line| line.starts_with("error: ")).unwrap();
    let limit = error.split_once("no answer within ").map_or("0 ms", |(_, rest)| rest);
    let (number, unit) = limit.split_once(' ').unwrap();
    let seconds = match unit.starts_with("ms") {
        true => 0.0,
        false => number.parse::<f64>().unwrap(),
    };
    assert!(seconds <= 2.0, "{ran}");
}
