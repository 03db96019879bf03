//! Colors of errors, notes and help: on a terminal, unless the user wants it otherwise.

use crate::environment::Environment;
use crate::terminal::Terminal;

/// What a terminal got of a call.
fn bytes(line: &str, variables: &[(&str, &str)]) -> String {
    let user = Environment::new();
    let terminal = Terminal::start(&user, line, variables, (80, 60));
    let bytes = std::sync::Arc::clone(&terminal.bytes);
    terminal.end();
    let bytes = bytes.lock().unwrap();
    String::from_utf8_lossy(&bytes).replace('\r', "")
}

const ERROR: &str = "\u{1b}[1m\u{1b}[31merror:\u{1b}[0m unknown operation or command `xyz` \u{1b}[2m[usage]\u{1b}[0m\n";

#[test]
fn an_error_is_colored_on_a_terminal() {
    let shown = bytes("xyz", &[]);
    assert!(shown.starts_with(ERROR), "{shown:?}");
    let shown = bytes("list --nope", &[]);
    assert!(shown.starts_with("\u{1b}[1m\u{1b}[31merror:\u{1b}[0m"), "{shown:?}");
    for (name, value) in [("NO_COLOR", "1"), ("TERM", "dumb"), ("CLICOLOR", "0")] {
        for line in ["xyz", "--help", "list", "createWorkspace --help"] {
            let shown = bytes(line, &[(name, value)]);
            assert!(!shown.contains('\u{1b}'), "{line}: {name}: {shown:?}");
        }
    }
    assert!(bytes("--help", &[]).contains("\u{1b}[1mUsage\u{1b}[0m"));
}

#[test]
fn elsewhere_colors_are_there_on_demand_alone() {
    for line in ["xyz", "list", "--help"] {
        assert!(!Environment::new().line(line).all().contains('\u{1b}'), "{line}");
        let forced = Environment::new().set("CLICOLOR_FORCE", "1");
        assert!(forced.line(line).all().contains('\u{1b}'), "{line}");
        let not = Environment::new().set("CLICOLOR_FORCE", "1").set("NO_COLOR", "1");
        assert!(!not.line(line).all().contains('\u{1b}'), "{line}");
    }
    // For programs, an error is JSON and nothing else.
    let user = Environment::new().set("CLICOLOR_FORCE", "1");
    assert!(!user.line("xyz --errors json").all().contains('\u{1b}'));
}

#[test]
fn nothing_is_wider_than_the_terminal() {
    let width = |line: &str| line.chars().count();
    for call in [
        "",
        "--help",
        "help options",
        "help workflows",
        "list",
        "list -v",
        "createDeployment --help",
        "auth login --help",
        "describe Deployment",
    ] {
        let user = Environment::new();
        let line = if call.is_empty() { "help" } else { call };
        let terminal = Terminal::start(&user, line, &[("NO_COLOR", "1")], (80, 60));
        let bytes = std::sync::Arc::clone(&terminal.bytes);
        terminal.end();
        let shown = String::from_utf8_lossy(&bytes.lock().unwrap()).replace('\r', "");
        let wide: Vec<&str> = shown.lines().filter(|line| width(line) > 80).collect();
        // A command is not broken.
        let is_command = |line: &&&str| line.trim_start().starts_with("houston ");
        let wide: Vec<_> = wide.iter().filter(|line| !is_command(line)).collect();
        assert!(wide.is_empty(), "{call}: {wide:#?}");
    }
}

#[test]
fn long_lists_stay_in_their_column() {
    let user = Environment::new();
    for label in ["one", "two", "three", "four"] {
        assert_eq!(user.line(&format!("createWorkspace --sandbox --label {label}")).code, 0);
    }
    let terminal = Terminal::start(&user, "doctor --sandbox", &[], (60, 60));
    let (_, screen) = terminal.end();
    let (_, account) = screen.split_once("account ").unwrap();
    let (account, _) = account.split_once("drift").unwrap();
    let rest: Vec<&str> = account.lines().skip(1).filter(|line| line.starts_with(' ')).collect();
    assert!(!rest.is_empty(), "{screen}");
    assert!(rest.iter().all(|line| line.starts_with(&" ".repeat(24))), "{screen}");
}
