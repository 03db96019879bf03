//! Long texts on a terminal: the pager, and when there is none.

use std::io::Write as _;
use std::time::{Duration, Instant};

use houston_tests::installed::has_program;

use crate::environment::Environment;
use crate::terminal::Terminal;

/// What stays on a small terminal after a call, with a pager that marks each line that it shows.
fn shown(line: &str, variables: &[(&str, &str)]) -> String {
    let marks = ("HOUSTON_PAGER", "sed 's/^/| /'");
    let variables: Vec<(&str, &str)> =
        [marks].into_iter().chain(variables.iter().copied()).collect();
    let (status, screen) = Terminal::start(&Environment::new(), line, &variables, (100, 10)).end();
    assert_eq!(status.code(), Some(0), "{line}: {screen}");
    screen
}

fn is_paged(line: &str, variables: &[(&str, &str)]) -> bool {
    let screen = shown(line, variables);
    let lines = screen.lines().filter(|line| !line.is_empty());
    let marked = lines.clone().filter(|line| line.starts_with('|')).count();
    assert!(marked == 0 || marked == lines.count(), "{line}: {screen}");
    marked > 0
}

#[test]
fn a_text_that_is_longer_than_the_screen_is_in_the_pager() {
    for line in [
        "describe Deployment",
        "describe createDeployment",
        "list",
        "explain",
        "--help",
        "list --help",
        "createDeployment --help",
        "help options",
        "createDeployment --help --errors json",
    ] {
        assert!(is_paged(line, &[]), "{line}");
        assert!(!is_paged(&format!("{line} --no-pager"), &[]), "{line}");
    }
    // Those that fit, and those for programs.
    for line in ["describe DateTime", "describe Deployment -o json", "--version", "list xyz"] {
        assert!(!is_paged(line, &[]), "{line}");
    }
}

#[test]
fn the_environment_decides_whether_there_is_a_pager() {
    let line = "describe Deployment";
    for (name, value) in [
        ("HOUSTON_PAGER", ""),
        ("HOUSTON_PAGER", " "),
        ("HOUSTON_PAGER", "cat"),
        ("CI", "true"),
        ("TERM", "dumb"),
    ] {
        assert!(!is_paged(line, &[(name, value)]), "{name}={value}");
    }
    // The pager of the program counts more than that of the system.
    assert!(!is_paged(line, &[("HOUSTON_PAGER", ""), ("PAGER", "sed 's/^/| /'")]));
    assert!(is_paged(line, &[("CI", "")]));
    // Without a terminal, it is never asked.
    let user = Environment::new().set("HOUSTON_PAGER", "false").set("TERM", "xterm");
    assert!(user.line(line).stdout.contains("releaseName"));
}

#[test]
fn a_pager_is_started_without_a_shell() {
    let directory = tempfile::tempdir().unwrap();
    let mark = directory.path().join("ran");
    let pager =
        format!("printf '%s,' 'a b' \"c\" d\\ e $HOME `touch {0}` ;touch {0}", mark.display());
    let screen = shown("describe Deployment", &[("HOUSTON_PAGER", &pager)]);
    assert!(screen.starts_with("a b,c,d e,$HOME,`touch,"), "{screen}");
    assert!(!mark.exists());
}

#[test]
fn a_pager_that_cannot_be_started_is_told_and_the_text_is_printed() {
    for (pager, note) in [
        (
            "./no-such-pager -x",
            "note: the pager `./no-such-pager`, from HOUSTON_PAGER, cannot be started",
        ),
        ("less 'x", "note: HOUSTON_PAGER is not a command: a quote in it is not closed"),
    ] {
        let user = Environment::new();
        let terminal = Terminal::start(&user, "explain", &[("HOUSTON_PAGER", pager)], (100, 30));
        let bytes = std::sync::Arc::clone(&terminal.bytes);
        let (status, _) = terminal.end();
        let all = String::from_utf8_lossy(&bytes.lock().unwrap()).replace("\u{1b}[0m", "");
        assert_eq!(status.code(), Some(0), "{all}");
        let all = all.replace("\u{1b}[1m\u{1b}[36m", "");
        assert!(all.starts_with(note), "{all}");
        assert!(all.contains("already-exists") && all.contains("would-change"), "{all}");
    }
}

#[test]
fn a_pager_that_ends_early_is_not_an_error() {
    for line in ["list -v", "createDeployment --help"] {
        let screen = shown(line, &[("HOUSTON_PAGER", "head -1")]);
        assert_eq!(screen.lines().count(), 1, "{screen}");
        assert_eq!(shown(line, &[("HOUSTON_PAGER", "true")]), "");
    }
}

#[test]
fn less_shows_the_first_screen_and_ends_with_its_key() {
    if !has_program("less") {
        return;
    }
    let user = Environment::new();
    let usual = [("USUAL_PAGER", "")];
    let mut terminal = Terminal::start(&user, "describe Deployment", &usual, (80, 12));
    let screen =
        terminal.wait(|screen| screen.lines().last().is_some_and(|line| line.starts_with(':')));
    assert!(screen.starts_with("type Deployment"), "{screen}");
    // Ctrl-C is a key of less, and ends neither program.
    terminal.keys.write_all(b"\x03").unwrap();
    let begun = Instant::now();
    while terminal.screen().contains("type Deployment") {
        assert!(begun.elapsed() < Duration::from_secs(20), "{}", terminal.screen());
        // It forgets the keys that came with Ctrl-C.
        terminal.keys.write_all(b" ").unwrap();
        std::thread::sleep(Duration::from_millis(100));
    }
    terminal.keys.write_all(b"q").unwrap();
    let (status, _) = terminal.end();
    assert_eq!(status.code(), Some(0));
    // Styles are shown, and not their bytes.
    let mut terminal = Terminal::start(&user, "--help", &[("PAGER", "less")], (80, 12));
    let screen =
        terminal.wait(|screen| screen.lines().last().is_some_and(|line| line.starts_with(':')));
    assert!(screen.contains("\nUsage\n") && !screen.contains("ESC"), "{screen}");
    terminal.keys.write_all(b"q").unwrap();
    assert_eq!(terminal.end().0.code(), Some(0));
}
