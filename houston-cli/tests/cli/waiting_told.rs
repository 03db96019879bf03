//! What a wait says while it lasts, in a log and on a terminal.

use std::time::Duration;

use houston_tests::server::{Script, Server};

use crate::environment::Ran;
use crate::prompts::Terminal;
use crate::waiting::{CREATE, UPDATE, said, stuck, user};

/// A log has the line once, and a terminal has it until the next output.
#[test]
fn what_is_waited_for_is_told_after_a_second() {
    let lines = |ran: &Ran| -> Vec<String> {
        ran.stderr.lines().filter(|line| line.starts_with("waiting ")).map(str::to_owned).collect()
    };
    let wait = "wait deployment --where.id d1 --fields deploymentStatus.status --until false";
    for (line, told) in [
        (CREATE, "waiting for HEALTHY, for 2.5 s at most"),
        (
            UPDATE,
            "waiting for HEALTHY after a change, or for 2m without one (--settle), for 2.5 s at most",
        ),
        (wait, "waiting for deployment until --until is true, for 2.5 s at most"),
    ] {
        let server = Server::new(Script::Respond(stuck));
        let ran = user(&server).line(&format!("{line} --for 2500ms"));
        assert_eq!((ran.code, lines(&ran)), (10, vec![told.to_owned()]), "{ran}");
    }
    let server = Server::new(Script::Respond(stuck));
    let user = user(&server).set("TERM", "xterm");
    let mut terminal = Terminal::start(&user, &format!("houston {CREATE}; echo \"code $?\""));
    terminal.answer("waiting for HEALTHY: 2 s of 10m", "\u{3}");
    let shown = terminal.end();
    let lines: Vec<&str> =
        shown.lines().filter_map(|line| line.rsplit("\u{1b}[K").next()).collect();
    let error = "error: createDeployment: stopped by a signal while waiting [stopped]";
    assert!(lines.contains(&error), "{shown}");
    // The command is one line.
    let command =
        "  `houston wait deployment --where.id=d1 --fields deploymentStatus.status --until ";
    assert!(lines.iter().any(|line| line.starts_with(command) && line.ends_with("`.")), "{shown}");
    assert_eq!(lines.last(), Some(&"code 130"), "{shown}");
}

/// A server that never answers the look-up takes no longer than the wait.
#[test]
fn a_look_up_is_a_part_of_the_wait() {
    let server = Server::new(Script::Silent);
    let line = "wait workspace --workspace-uuid @find:label=a --until .id --for 1s";
    let begun = std::time::Instant::now();
    let ran = user(&server).line(line);
    // The server may be silent for 30 s.
    assert!(begun.elapsed() < Duration::from_secs(25), "{ran}");
    insta::assert_snapshot!(said(line, &ran), @"
    $ wait workspace --workspace-uuid @find:label=a --until .id --for [T]
    ------- stderr -------
    error: workspace: no answer within [T] [not-reached]
      The look-up of `@find:` had no answer.
    Check the address, the network, the proxy and `--timeout`, then try again.
    [exit: 6]
    ");
}
