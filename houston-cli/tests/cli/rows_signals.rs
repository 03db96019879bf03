//! Runs over rows that take their time: signals, the rate, and the lines of a log.

use std::process::{Child, Command};
use std::time::{Duration, Instant};

use houston_sandbox::WORKSPACE_ID;

use crate::environment::Ran;
use crate::rows_platform::{Platform, begin, deployments, labels, outcomes};

/// Sends a signal to a run.
fn signal(run: &Child, name: &str) {
    let id = run.id().to_string();
    assert!(Command::new("kill").args([name, &id]).status().unwrap().success());
}

/// Goes on after a run that was stopped: each row is there once.
fn goes_on(platform: &Platform, words: &[&str], count: usize) {
    let again = platform.user.run(words);
    assert_eq!(again.code, 0, "{again}");
    let counts = platform.counts("createDeployment", "label");
    assert_eq!(counts.len(), count, "{again}");
    assert!(counts.values().all(|count| *count == 1), "{counts:?}");
}

#[test]
fn sigterm_lets_rows_that_are_being_sent_end() {
    let platform = Platform::start(&["createDeployment:*:delay=300ms"]);
    let file = labels(&platform, 8);
    let run = begin(&platform.user, &deployments(&file));
    platform.wait_for("createDeployment", 2);
    signal(&run, "-TERM");
    let ran = Ran::new(run.wait_with_output().unwrap());
    let ended = outcomes(&ran);
    assert_eq!((ran.code, ended.len()), (143, 8), "{ran}");
    let done = ended.iter().take_while(|outcome| *outcome == "done").count();
    assert!(done >= 2 && ended[done..].iter().all(|outcome| outcome == "skipped"), "{ran}");
    assert_eq!(platform.ran("createDeployment").len(), done);
    goes_on(&platform, &deployments(&file), 8);
}

#[test]
fn a_second_signal_ends_at_once() {
    for (first, second) in [("-INT", "-INT"), ("-TERM", "-INT"), ("-INT", "-TERM")] {
        let platform = Platform::start(&["createDeployment:2:delay=20s"]);
        let file = labels(&platform, 4);
        let run = begin(&platform.user, &deployments(&file));
        platform.wait_for("createDeployment", 1);
        std::thread::sleep(Duration::from_millis(300));
        let start = Instant::now();
        signal(&run, first);
        std::thread::sleep(Duration::from_millis(300));
        signal(&run, second);
        let output = run.wait_with_output().unwrap();
        assert!(start.elapsed() < Duration::from_secs(10), "it waited for the row");
        let stderr = String::from_utf8_lossy(&output.stderr);
        assert!(stderr.contains("a second signal ends at once"), "{stderr}");
        assert!(!output.status.success(), "{stderr}");
        goes_on(&platform, &deployments(&file), 4);
    }
}

#[test]
fn a_rate_limits_how_many_rows_start() {
    let platform = Platform::start(&[]);
    let file = platform
        .file("q.ndjson", &format!("{{\"workspaceUuid\":\"{WORKSPACE_ID}\"}}\n").repeat(21));
    let words = ["workspaceDeployments", "--fields", "id", "--jobs", "8", "--rows", &file];
    let start = Instant::now();
    let ran = platform.user.run(&[&words[..], &["--rate", "10/s"]].concat());
    assert_eq!(outcomes(&ran), ["done"; 21], "{ran}");
    // The first starts at once, and the last two seconds later.
    assert!(start.elapsed() >= Duration::from_millis(1_990), "{:?}", start.elapsed());
}

#[test]
fn a_log_gets_a_line_every_five_seconds() {
    let platform = Platform::start(&["createDeployment:*:delay=4s"]);
    let file = labels(&platform, 3);
    let ran = platform.user.run(&deployments(&file));
    assert_eq!(outcomes(&ran), ["done"; 3], "{ran}");
    let lines: Vec<&str> =
        ran.stderr.lines().filter(|line| line.contains(" of 3 rows, ")).collect();
    assert!(matches!(lines.len(), 2 | 3), "{ran}");
    assert!(lines[0].starts_with("1 of 3 rows, done 1, exists 0, failed 0, unknown 0; "), "{ran}");
    assert!(lines[0].contains(" rows/s, ") && lines[0].ends_with(" s left"), "{ran}");
}
