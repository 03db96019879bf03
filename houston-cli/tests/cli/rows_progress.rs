//! Rows and the bar on a terminal: each row stays once and whole, and nothing of the bar does.

use houston_sandbox::WORKSPACE_ID;

use crate::rows_platform::{Platform, labels};
use crate::terminal::Terminal;

const ROWS: usize = 30;

fn line(file: &str) -> String {
    format!(
        "createDeployment --rows {file} --workspace-uuid {WORKSPACE_ID} --type airflow --jobs 2"
    )
}

fn bars(screen: &str) -> usize {
    screen.lines().filter(|line| line.contains("/30")).count()
}

/// Each row is one line of the screen, with its label and its id.
#[track_caller]
fn are_whole(screen: &str) {
    for row in 1..=ROWS {
        let begin = format!("{row:>6}  done ");
        let lines: Vec<_> = screen.lines().filter(|line| line.starts_with(&begin)).collect();
        let [line] = &lines[..] else { panic!("row {row}: {lines:?}\n{screen}") };
        let words: Vec<_> = line.split_whitespace().collect();
        let [_, _, key, id] = &words[..] else { panic!("{line}") };
        assert!(*key == format!("label=etl{row}") && id.len() == 25, "{line}");
    }
}

#[test]
fn each_row_stays_whole_and_no_bar_is_left() {
    for columns in [140, 80, 30] {
        let platform = Platform::start(&["createDeployment:*:delay=60ms"]);
        let file = labels(&platform, ROWS);
        let terminal = Terminal::start(&platform.user, &line(&file), &[], (columns, 100));
        let screen = terminal.wait(|screen| bars(screen) == 1 && screen.contains("  done "));
        assert_eq!(screen.contains('█') || screen.contains('░'), columns >= 60, "{screen}");
        let bytes = std::sync::Arc::clone(&terminal.bytes);
        let (status, screen) = terminal.end();
        assert_eq!((status.code(), bars(&screen)), (Some(0), 0), "{screen}");
        are_whole(&screen);
        assert!(!screen.contains(['█', '░']) && screen.contains("30 rows: 30 done ("), "{screen}");
        let bytes = String::from_utf8_lossy(&bytes.lock().unwrap()).into_owned();
        // A bar of the library's own look takes the whole line, and counts without a word.
        assert!(!bytes.contains(&"░".repeat(21)) && !bytes.contains("█ 0/30"), "{bytes:?}");
        // The bar has no colours, which a background could hide.
        assert!(!bytes.split("\x1b[").skip(1).any(is_colour), "{bytes:?}");
    }
}

fn is_colour(code: &str) -> bool {
    let end = code.find(|letter: char| letter.is_ascii_alphabetic());
    end.is_some_and(|end| code[end..].starts_with('m'))
}

#[test]
fn a_bar_fits_a_terminal_that_has_changed() {
    let platform = Platform::start(&["createDeployment:*:delay=150ms"]);
    let file = labels(&platform, ROWS);
    let terminal = Terminal::start(&platform.user, &line(&file), &[], (80, 100));
    terminal.wait(|screen| bars(screen) == 1 && screen.contains('█'));
    terminal.resize(140, 100);
    let screen = terminal.wait(|screen| bars(screen) == 1 && screen.contains(" left"));
    assert!(screen.contains(" rows/s   "), "{screen}");
    terminal.resize(100, 100);
    terminal.wait(|screen| bars(screen) == 1 && screen.contains("    15  done "));
    let (status, screen) = terminal.end();
    assert_eq!((status.code(), bars(&screen)), (Some(0), 0), "{screen}");
    are_whole(&screen);
}

#[test]
fn a_terminal_that_cannot_change_has_no_bar() {
    let platform = Platform::start(&["createDeployment:*:delay=10ms"]);
    let file = labels(&platform, ROWS);
    let dumb = [("TERM", "dumb")];
    let terminal = Terminal::start(&platform.user, &line(&file), &dumb, (80, 100));
    let bytes = std::sync::Arc::clone(&terminal.bytes);
    let (status, screen) = terminal.end();
    assert_eq!(status.code(), Some(0), "{screen}");
    are_whole(&screen);
    assert!(!bytes.lock().unwrap().contains(&0x1b), "{screen}");
}

#[test]
fn rows_that_wait_have_no_time_left() {
    let platform = Platform::start(&[]);
    platform.sandbox.clock().stop();
    let file = labels(&platform, ROWS);
    let line = line(&file) + " --wait --every 100ms";
    let terminal = Terminal::start(&platform.user, &line, &[], (80, 100));
    let screen = terminal.wait(|screen| screen.contains("0/30   waiting 30"));
    assert_eq!(bars(&screen), 1, "{screen}");
    assert!(!screen.contains(" left"), "{screen}");
    platform.sandbox.clock().advance(std::time::Duration::from_secs(60));
    let (status, screen) = terminal.end();
    assert_eq!((status.code(), bars(&screen)), (Some(0), 0), "{screen}");
    for row in 1..=ROWS {
        let begin = format!("{row:>6}  healthy       label=etl{row} ");
        let lines = screen.lines().filter(|line| line.starts_with(&begin));
        assert_eq!(lines.filter(|line| line.contains("  HEALTHY ")).count(), 1, "{screen}");
    }
}
