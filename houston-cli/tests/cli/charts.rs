//! Measurements on a terminal: charts that change in place.

use std::io::Write;
use std::sync::Arc;
use std::time::{Duration, Instant};

use houston_sandbox::WORKSPACE_ID;
use houston_tests::socket::{Socket, Step, Talk, to};

use crate::environment::Environment;
use crate::rows_platform::Platform;
use crate::terminal::Terminal;

/// How often a text is on a screen.
fn count(screen: &str, text: &str) -> usize {
    screen.matches(text).count()
}

const METRICS: &str =
    "metrics --metric-type DEPLOYMENT_STATUS --since 1800 --step 60 --deployment-uuid";

/// A sandbox with a Deployment that has run for an hour, and its id.
fn platform(faults: &[&str]) -> (Platform, String) {
    let platform = Platform::start(faults);
    platform.sandbox.clock().stop();
    let line = format!(
        "createDeployment --workspace-uuid {WORKSPACE_ID} --type airflow --label etl --fields id -o value"
    );
    let id = platform.user.line(&line).stdout.trim().to_owned();
    platform.sandbox.clock().advance(Duration::from_secs(3600));
    (platform, id)
}

/// Waits until so many streams have begun, and lets time pass: an event comes after 30 seconds.
fn advance(platform: &Platform, streams: usize, seconds: u64) {
    let begun = || platform.sandbox.ledger().iter().filter(|it| it.operation == "metrics").count();
    let begin = Instant::now();
    while begun() < streams {
        assert!(begin.elapsed() < Duration::from_secs(20), "the stream begins");
        std::thread::sleep(Duration::from_millis(20));
    }
    std::thread::sleep(Duration::from_millis(100));
    platform.sandbox.clock().advance(Duration::from_secs(seconds));
}

#[test]
fn a_chart_changes_in_place_and_the_last_one_stays() {
    let (platform, id) = platform(&[]);
    let mut terminal = Terminal::start(&platform.user, &format!("{METRICS} {id}"), &[], (80, 24));
    let mode = terminal.mode();
    advance(&platform, 1, 30);
    let one = |screen: &str| {
        ["scheduler  1", "webserver  1", "worker  1"].iter().all(|it| count(screen, it) == 1)
    };
    let screen = terminal.wait(one);
    assert_eq!(count(&screen, " UTC"), 3, "{screen}");
    assert!(screen.contains("│⠉⠉⠉") || screen.contains("│⠒⠒⠒") || screen.contains('⣀'), "{screen}");
    // The next event, and another size: still one picture.
    advance(&platform, 1, 30);
    terminal.resize(140, 40);
    let beside = |screen: &str| {
        screen.lines().any(|line| line.contains("scheduler  1") && line.contains("webserver  1"))
    };
    let screen = terminal.wait(|screen| beside(screen) && one(screen));
    assert_eq!(count(&screen, " UTC"), 3, "{screen}");
    terminal.resize(100, 20);
    terminal.wait(|screen| !beside(screen) && one(screen));
    terminal.keys.write_all(b"\x03").unwrap();
    assert_eq!(format!("{mode:?}"), format!("{:?}", terminal.mode()));
    assert!(!terminal.parser.lock().unwrap().screen().alternate_screen());
    let (status, screen) = terminal.end();
    assert_eq!(status.code(), Some(130), "{screen}");
    // The lines of the error have moved it up.
    assert!(count(&screen, "worker  1") == 1 && screen.contains("stopped by a signal"), "{screen}");
}

#[test]
fn a_note_stands_above_the_picture() {
    let (platform, id) = platform(&["/ws:1:lasts=45s"]);
    let line = format!("{METRICS} {id} --count 2");
    let terminal = Terminal::start(&platform.user, &line, &[], (80, 24));
    advance(&platform, 1, 30);
    terminal.wait(|screen| screen.contains("scheduler  1"));
    advance(&platform, 1, 20);
    advance(&platform, 2, 30);
    let (status, screen) = terminal.end();
    assert_eq!(status.code(), Some(0), "{screen}");
    let axes = screen.lines().filter(|line| line.ends_with(" UTC")).count();
    assert_eq!((count(&screen, "scheduler  1"), axes), (1, 3), "{screen}");
    let note = screen.find("note: ").unwrap_or_else(|| panic!("{screen}"));
    assert!(note < screen.find("scheduler").unwrap(), "{screen}");
}

/// A server with one event of one measurement.
fn server(label: &str) -> Socket {
    let values = r#"[[1795921200,"1"],[1795921260,"NaN"],[1795921320,"2"]]"#;
    let metric = format!(r#"{{"label":"{label}","result":[{{"metric":{{}},"values":{values}}}]}}"#);
    let event = to("data", &format!(r#"{{"data":{{"metrics":[{metric}]}}}}"#));
    Socket::new(Talk::subscribed([
        event,
        Step::Rest(Duration::from_millis(50)),
        to("complete", "null"),
    ]))
}

fn shown(
    label: &str,
    variables: &[(&str, &str)],
    size: (u16, u16),
    more: &str,
) -> (String, String) {
    let user = Environment::new().set("HOUSTON_URL", &server(label).url);
    let line = format!("{METRICS} d --count 1{more}");
    let terminal = Terminal::start(&user, &line, variables, size);
    let bytes = Arc::clone(&terminal.bytes);
    let (status, screen) = terminal.end();
    assert_eq!(status.code(), Some(0), "{screen}");
    (screen, String::from_utf8_lossy(&bytes.lock().unwrap()).into_owned())
}

#[test]
fn a_terminal_that_cannot_change_has_lines() {
    let line = "2026-11-29 03:02:00  queued  2";
    for (variables, size) in [
        ([("TERM", "dumb")], (80, 24)),
        ([("TERM", "xterm")], (39, 24)),
        ([("TERM", "xterm")], (80, 7)),
        ([("TERM", "")], (80, 24)),
    ] {
        let (screen, bytes) = shown("queued", &variables, size, "");
        assert_eq!((screen.trim_end(), bytes.trim_end()), (line, line), "{variables:?} {size:?}");
    }
    // Formats are as in a pipe.
    let (screen, _) = shown("queued", &[], (200, 24), " -o ndjson");
    assert!(
        screen.starts_with(r#"[{"label":"queued","result":[{"metric":{},"values":[["#),
        "{screen}"
    );
}

#[test]
fn a_picture_has_no_colours_and_obeys_no_label() {
    let label = r"\u001b[2J\u001b]0;title\u0007\u009b31mqueued\u202e";
    for variables in [&[][..], &[("NO_COLOR", "1")]] {
        let (screen, bytes) = shown(label, variables, (80, 24), "");
        assert!(screen.starts_with("[2J]0;title31mqueued  2"), "{screen}");
        assert_eq!(count(&screen, " UTC"), 1, "{screen}");
        let steers = |letter: char| letter.is_control() && !"\r\n".contains(letter);
        assert!(!bytes.contains(steers), "{bytes:?}");
    }
}
