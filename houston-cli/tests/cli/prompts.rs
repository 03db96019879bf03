//! What is asked on a terminal.

use std::io::{Read, Write};
use std::process::{Child, Command, Stdio};

use crate::environment::Environment;

/// A shell on a terminal of its own.
struct Terminal {
    script: Child,
    shown: String,
}

impl Terminal {
    /// Runs commands in which `houston` is the program.
    fn start(user: &Environment, commands: &str) -> Self {
        let houston = user.command(&[]);
        let mut script = Command::new("script");
        let commands = commands.replace("houston ", concat!(env!("CARGO_BIN_EXE_houston"), " "));
        script.args(["-qec", &commands, "/dev/null"]);
        script.envs(houston.get_envs().filter_map(|(name, value)| Some((name, value?))));
        script.stdin(Stdio::piped()).stdout(Stdio::piped());
        Terminal { script: script.spawn().unwrap(), shown: String::new() }
    }

    /// Waits until this is shown, and types then.
    #[track_caller]
    fn answer(&mut self, prompt: &str, keys: &str) {
        let stdout = self.script.stdout.as_mut().unwrap();
        let mut buffer = [0; 1024];
        while !self.shown.contains(prompt) {
            let count = stdout.read(&mut buffer).unwrap();
            assert_ne!(count, 0, "{prompt} was not asked: {}", self.shown);
            self.shown += &String::from_utf8_lossy(&buffer[..count]);
        }
        self.script.stdin.as_mut().unwrap().write_all(keys.as_bytes()).unwrap();
    }

    /// All that was shown, at the end.
    fn end(mut self) -> String {
        let mut rest = String::new();
        self.script.stdout.take().unwrap().read_to_string(&mut rest).unwrap();
        self.script.wait().unwrap();
        self.shown + &rest
    }
}

#[test]
fn ctrl_c_at_a_secret_leaves_the_terminal_as_it_was() {
    let user = Environment::new();
    for (call, prompt) in [
        ("houston createToken --identity a --sandbox", "password (it is not shown): "),
        ("houston auth login --url http://127.0.0.1:1/v1", "Token (it is not shown): "),
    ] {
        let commands = format!("{call}; echo \"code $?\"; stty -a");
        let mut terminal = Terminal::start(&user, &commands);
        terminal.answer(prompt, "hidden\u{3}");
        let shown = terminal.end();
        assert!(shown.contains("code 130") && !shown.contains("hidden"), "{shown}");
        assert!(shown.contains("stopped at the prompt; nothing was sent"), "{shown}");
        for mode in ["echo", "icanon", "isig"] {
            assert!(shown.split_whitespace().any(|word| word == mode), "{mode}: {shown}");
        }
    }
}

#[test]
fn a_secret_is_typed_without_being_shown() {
    let user = Environment::new();
    let commands = "houston createToken --identity a --curl; echo \"code $?\"; stty -a";
    let mut terminal = Terminal::start(&user, commands);
    terminal.answer("password (it is not shown): ", "hiddem\u{7f}n\r");
    let shown = terminal.end();
    assert!(shown.contains("code 0") && shown.contains("HOUSTON_ARG_PASSWORD"), "{shown}");
    assert!(!shown.contains("hidde") && shown.split_whitespace().any(|word| word == "echo"));
    // Nothing is typed: then it is missing.
    let mut terminal = Terminal::start(&user, "houston createToken --identity a; echo \"code $?\"");
    terminal.answer("password (it is not shown): ", "\r");
    let shown = terminal.end();
    assert!(shown.contains("code 2") && shown.contains("--password"), "{shown}");
}

#[test]
fn what_removes_something_of_this_machine_asks() {
    let user = Environment::new();
    assert_eq!(user.line("profile add p --sandbox").code, 0);
    assert_eq!(user.line("--sandbox createWorkspace --label Gone").code, 0);
    let profile = || user.config_file("config.toml").contains("[profiles.p]");
    let store = || user.store().join("houston.redb").exists();
    for (call, said, is_there) in [
        ("profile remove p", "profile p, with its token and schema", &profile as &dyn Fn() -> bool),
        ("sandbox reset", "removes the store in", &store),
    ] {
        let ran = user.line(call);
        assert_eq!((ran.code, ran.stdout.as_str()), (13, ""), "{}", ran.stderr);
        assert!(ran.stderr.contains(said) && ran.stderr.contains("help: --yes"), "{}", ran.stderr);
        // The end of the input is no yes, nor is anything else.
        for (keys, code) in [("\u{4}", 13), ("y\r", 13), ("yes\r", 0)] {
            assert!(is_there(), "{call}");
            let mut terminal = Terminal::start(&user, &format!("houston {call}; echo \"code $?\""));
            terminal.answer("Only `yes` does: ", keys);
            let shown = terminal.end();
            assert!(shown.contains(&format!("code {code}")) && shown.contains(said), "{shown}");
        }
        assert!(!is_there(), "{call}");
    }
    // What is not there is not asked about.
    assert_eq!(user.line("profile remove p").code, 2);
    assert_eq!(user.line("sandbox reset").code, 0);
}

#[test]
fn a_trap_is_told_where_somebody_sees_it() {
    let user = Environment::new();
    let call = "updateDeployment --deployment-uuid a --payload.label b";
    let trap = "note: trap: Without payload.properties.extra_au";
    for (option, is_told) in
        [("--dry-run", true), ("--curl", true), ("--url http://127.0.0.1:1/v1", false)]
    {
        let ran = user.line(&format!("{call} {option}"));
        assert_eq!(ran.stderr.contains(trap), is_told, "{option}: {}", ran.stderr);
    }
    for (option, is_told) in [("", true), ("--yes", false)] {
        let call = format!("houston {call} --url http://127.0.0.1:1/v1 {option}");
        let shown = Terminal::start(&user, &call).end();
        assert_eq!(shown.contains("note: trap: Without"), is_told, "{option}: {shown}");
    }
    let ran = user.line("updateDeploymentVariables --deployment-uuid a --release-name b --environment-variables [] --dry-run");
    assert!(ran.stderr.contains("note: trap: Replaces all"), "{}", ran.stderr);
}

#[test]
fn a_delete_says_what_will_go_and_asks() {
    let user = Environment::new();
    let gone = "deleteWorkspace --workspace-uuid ck0sandbox0workspace00001";
    for (place, told) in [
        ("--sandbox", "What is there now:"),
        ("--url http://127.0.0.1:1/v1", "Cannot tell what will go."),
    ] {
        let call = format!("houston {gone} {place}; echo \"code $?\"");
        let mut terminal = Terminal::start(&user, &call);
        terminal.answer("Only `yes` does: ", "no\r");
        let shown = terminal.end();
        assert!(shown.contains(told) && shown.contains("code 13"), "{shown}");
    }
    let kept = user.answer(&["workspaces", "--sandbox", "--fields", "id"]);
    assert_eq!(kept.as_array().map(Vec::len), Some(1));
}
