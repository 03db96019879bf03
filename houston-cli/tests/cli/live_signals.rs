//! Live data that people see on a terminal, and what ends it from outside: signals at each stage, and a closed pipe.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use houston_tests::server::{Script, Server};
use houston_tests::socket::{Socket, Step, Talk, to};

use crate::environment::{Environment, Ran};
use crate::live::{complete, event};
use crate::prompts::Terminal;

fn start(url: &str, line: &str) -> Child {
    let user = Environment::new().set("HOUSTON_URL", url);
    let words: Vec<_> = line.split(' ').map(|word| word.replace('~', " ")).collect();
    let mut command = user.command(&words.iter().map(String::as_str).collect::<Vec<_>>());
    command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

/// The end of a call after a signal, which must come at once.
fn stop(child: Child, signal: &str) -> Ran {
    let (id, signalled) = (child.id().to_string(), Instant::now());
    assert!(std::process::Command::new("kill").args([signal, &id]).status().unwrap().success());
    let ran = Ran::new(child.wait_with_output().unwrap());
    assert!(signalled.elapsed() < Duration::from_secs(15), "the signal was not heard: {ran}");
    ran
}

/// Waits until the server has seen a text.
fn hears(server: &Socket, text: &str) {
    let begun = Instant::now();
    while !server.seen().iter().any(|seen| seen.contains(text)) {
        assert!(begun.elapsed() < Duration::from_secs(10), "{text}: {:?}", server.seen());
        std::thread::sleep(Duration::from_millis(10));
    }
}

/// Events that fill a pipe which no program reads.
fn flood() -> Step {
    let message = "x".repeat(500);
    let record = format!(r#"{{"id":null,"message":"{message}","timestamp":null}}"#);
    Step::Flood(
        20_000,
        format!(r#"{{"id":"1","type":"data","payload":{{"data":{{"log":{record}}}}}}}"#),
    )
}

/// A signal comes to any thread of the program, while the others go on.
#[test]
fn a_signal_that_is_told_does_not_end_the_process_itself() {
    let line = "wait log --deployment-uuid d --until last(repeat(.))";
    let codes = || {
        let ended = (0..6).map(|_| {
            let server = Socket::new(Talk::subscribed([event("1", "a"), Step::Stay]));
            let child = start(&server.url, line);
            hears(&server, "\"start\"");
            std::thread::sleep(Duration::from_millis(300));
            stop(child, "-TERM").code
        });
        ended.collect::<Vec<_>>()
    };
    let codes = std::thread::scope(|scope| {
        let running: Vec<_> = (0..6).map(|_| scope.spawn(codes)).collect();
        running.into_iter().flat_map(|codes| codes.join().unwrap()).collect::<Vec<_>>()
    });
    assert_eq!(codes, [143; 36]);
}

#[test]
fn a_signal_ends_it_at_each_stage() {
    let log = "log --deployment-uuid d --fields message";
    let stay = || Talk::subscribed([event("1", "a"), Step::Stay]);
    let wait = "wait log --deployment-uuid d";
    let stages = [
        ("before the upgrade", Talk::Mute, "", log, "-INT"),
        (
            "before it is accepted",
            Talk::Accept(Some("graphql-ws"), vec![Step::Hear("connection_init"), Step::Stay]),
            "connection_init",
            log,
            "-INT",
        ),
        ("without an event", Talk::subscribed([Step::Stay]), "\"start\"", log, "-INT"),
        ("after an event", stay(), "\"start\"", log, "-TERM"),
        ("in a filter", stay(), "\"start\"", &format!("{log} --jq last(repeat(.))"), "-INT"),
        ("in a full pipe", Talk::subscribed([flood(), Step::Stay]), "\"start\"", log, "-INT"),
        (
            "while it waits",
            stay(),
            "\"start\"",
            &format!("{wait} --until .message~==~\"b\""),
            "-INT",
        ),
        (
            "in a flood",
            Talk::subscribed([Step::Flood(9_000_000, r#"{"type":"ka"}"#.to_owned())]),
            "\"start\"",
            log,
            "-TERM",
        ),
        (
            "in the filter of a wait",
            stay(),
            "\"start\"",
            &format!("{wait} --until last(repeat(.))"),
            "-TERM",
        ),
    ];
    let shown = stages.map(|(stage, talk, seen, line, signal)| {
        let server = Socket::new(talk);
        let child = start(&server.url, line);
        if !seen.is_empty() {
            hears(&server, seen);
        }
        // What was sent is read and written.
        std::thread::sleep(Duration::from_millis(300));
        let Ran { code, stderr, .. } = stop(child, signal);
        let line = stderr.lines().find(|line| line.contains(": stopped by")).unwrap_or_default();
        let events = line.split_once(" after ").map_or(line, |(line, _)| line);
        let shown = if stage == "in a full pipe" { events } else { line };
        format!("{stage}: {code}, {shown}\n")
    });
    insta::assert_snapshot!(shown.concat(), @"
    before the upgrade: 130, log: stopped by a signal after 0 events
    before it is accepted: 130, log: stopped by a signal after 0 events
    without an event: 130, log: stopped by a signal after 0 events
    after an event: 143, log: stopped by a signal after 1 event
    in a filter: 130, log: stopped by a signal after 1 event
    in a full pipe: 130, log: stopped by a signal
    while it waits: 130, error: log: stopped by a signal while waiting [stopped]
    in a flood: 143, log: stopped by a signal after 0 events
    in the filter of a wait: 143, error: log: stopped by a signal while waiting [stopped]
    ");
    // The page of a query that does not come.
    let (server, socket) = (Server::new(Script::Silent), Socket::new(stay()));
    let url = socket.url.replace("http", "ws").replace("/v1", "/ws");
    let child = start(&server.url, &format!("logs --deployment-uuid d --follow --ws-url {url}"));
    server.wait_for(1);
    let ran = stop(child, "-INT");
    assert!(ran.code == 130 && ran.stdout.is_empty(), "{ran}");
}

#[test]
fn a_closed_pipe_ends_it_quietly() {
    let stays = || Talk::subscribed([event("1", "a"), Step::Stay]);
    for talk in [stays(), Talk::subscribed([flood(), Step::Stay])] {
        let server = Socket::new(talk);
        let mut child = start(&server.url, "log --deployment-uuid d --fields message");
        let mut stdout = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        stdout.read_line(&mut line).unwrap();
        assert!(line.starts_with('{') && line.ends_with("}\n"), "{line}");
        drop(stdout);
        let closed = Instant::now();
        let ran = Ran::new(child.wait_with_output().unwrap());
        assert!(closed.elapsed() < Duration::from_secs(15), "{ran}");
        assert_eq!((ran.code, &*ran.stderr), (0, ""), "{ran}");
    }
}

#[test]
fn a_terminal_shows_the_state_with_its_age_and_is_left_as_it_was() {
    let status = |state: &str| {
        to("data", &format!(r#"{{"data":{{"deploymentStatus":{{"status":"{state}"}}}}}}"#))
    };
    let rest = || Step::Rest(Duration::from_millis(1_500));
    let server = Socket::new(Talk::subscribed([
        status("UNKNOWN"),
        rest(),
        status("DEPLOYING"),
        status("DEPLOYING"),
        Step::Stay,
    ]));
    let user = Environment::new().set("HOUSTON_URL", &server.url).set("TERM", "xterm");
    let call = "houston deploymentStatus --release-name a";
    let mut terminal = Terminal::start(&user, &format!("{call}; echo \"code $?\""));
    terminal.answer("DEPLOYING for 1s", "\u{3}");
    let shown = terminal.end();
    // Each time is 19 letters.
    let lines: Vec<&str> =
        shown.lines().map(|line| line.rsplit("\u{1b}[K").next().unwrap()).collect();
    let told = |line: &str| line.get(19..).map(str::trim_start).unwrap_or_default().to_owned();
    assert_eq!(told(lines[0]), "UNKNOWN", "{shown}");
    assert!(told(lines[1]).starts_with("DEPLOYING, after at least 1s of UNKNOWN"), "{shown}");
    assert_eq!(lines[2], "deploymentStatus: stopped by a signal after 3 events", "{shown}");
    assert_eq!(lines.last(), Some(&"code 130"), "{shown}");
    assert!(!shown.contains("at least 0s") && shown.contains("DEPLOYING for 0s"), "{shown}");
    // A terminal whose lines cannot be written again, and a log.
    let user = Environment::new().set("HOUSTON_URL", &server.url).set("TERM", "dumb");
    let terminal = Terminal::start(&user, &format!("{call} --count 3"));
    let shown = terminal.end();
    assert!(!shown.contains('\u{1b}') && shown.lines().count() == 2, "{shown}");
    let server = Socket::new(Talk::subscribed([event("1", "one\\u001b[31m\\n two"), complete()]));
    let user = Environment::new().set("HOUSTON_URL", &server.url).set("TERM", "xterm");
    let terminal = Terminal::start(&user, "houston log --deployment-uuid d");
    let shown = terminal.end();
    assert_eq!(
        shown,
        "2026-11-29 03:04:05  scheduler  one[31m\n                                 two\n\
         note: the server ended log: run it again to go on, or with `--for TIME`\n"
    );
}

/// On a terminal, Ctrl-C reaches the process of a filter as well.
#[test]
fn ctrl_c_in_a_filter_is_told_as_a_signal() {
    let server = Socket::new(Talk::subscribed([event("1", "a"), Step::Stay]));
    let user = Environment::new().set("HOUSTON_URL", &server.url);
    let log = "log --deployment-uuid d --fields message";
    for call in [
        format!("houston {log} --jq 'last(repeat(.))'"),
        format!("houston wait {log} --until 'last(repeat(.))'"),
    ] {
        let mut terminal =
            Terminal::start(&user, &format!("(sleep 1; echo now) & {call}; echo \"code $?\""));
        terminal.answer("now", "\u{3}");
        let shown = terminal.end();
        assert!(shown.contains("stopped by a signal") && shown.ends_with("code 130\n"), "{shown}");
    }
}
