//! Prompts on a terminal.

use std::io::{Read, Write};
use std::process::{Child, Command, Stdio};

use houston_sandbox::WORKSPACE_ID;

use crate::environment::{Environment, lasting};

/// A shell on a separate terminal.
pub(crate) struct Terminal {
    script: Child,
    shown: String,
}

impl Terminal {
    /// Runs shell commands, in which `houston` is the program. The shell goes on after Ctrl-C, which not every `sh`
    /// does by itself.
    pub(crate) fn start(user: &Environment, commands: &str) -> Self {
        let houston = user.command(&[]);
        let mut script = Command::new("script");
        let commands = commands.replace("houston ", concat!(env!("CARGO_BIN_EXE_houston"), " "));
        script.args(["-qec", &format!("trap : INT; {commands}"), "/dev/null"]);
        script.envs(houston.get_envs().filter_map(|(name, value)| Some((name, value?))));
        // Colors are for the tests of colors.
        script
            .env("NO_COLOR", "1")
            .env("HOUSTON_PAGER", "")
            .env("SHELL", "/bin/sh")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped());
        Terminal { script: script.spawn().unwrap(), shown: String::new() }
    }

    /// Waits until a text is shown, then types another.
    #[track_caller]
    pub(crate) fn answer(&mut self, prompt: &str, keys: &str) {
        let stdout = self.script.stdout.as_mut().unwrap();
        let mut buffer = [0; 1024];
        while !self.shown.contains(prompt) {
            let count = stdout.read(&mut buffer).unwrap();
            assert_ne!(count, 0, "{prompt} was not asked: {}", self.shown);
            self.shown += &String::from_utf8_lossy(&buffer[..count]);
        }
        self.script.stdin.as_mut().unwrap().write_all(keys.as_bytes()).unwrap();
    }

    /// Everything that was shown, for a snapshot.
    pub(crate) fn end(mut self) -> String {
        let mut rest = String::new();
        self.script.stdout.take().unwrap().read_to_string(&mut rest).unwrap();
        self.script.wait().unwrap();
        let shown = (self.shown + &rest).replace('\r', "");
        let untimed = |line: &str| match line.split_once("At  ") {
            Some((name, _)) => format!("{name}At  [TIME]\n"),
            None => format!("{}\n", line.trim_end()),
        };
        lasting(&shown).lines().map(untimed).collect()
    }
}

#[test]
fn ctrl_c_at_a_question_leaves_the_terminal_as_it_was() {
    let user = Environment::new();
    let delete = format!("houston deleteWorkspace --workspace-uuid {WORKSPACE_ID} --sandbox");
    let shown = [
        ("houston createToken --identity a --sandbox", "password (not shown): ", "hidden\u{3}"),
        ("houston auth login --url http://127.0.0.1:1/v1", "Token (not shown): ", "hidden\u{3}"),
        (&delete, "to confirm: ", "\u{3}"),
    ]
    .map(|(call, prompt, keys)| {
        let commands = format!("{call}; echo \"code $?\"; stty -a");
        let mut terminal = Terminal::start(&user, &commands);
        terminal.answer(prompt, keys);
        told_and_as_it_was(&terminal.end())
    });
    insta::assert_snapshot!(shown.concat(), @r#"
    password (not shown):
    error: stopped at the prompt [stopped]
    Nothing was sent.
    code 130
    Token (not shown):
    error: stopped at the prompt [stopped]
    Nothing was sent.
    code 130
    Trap: Delete its deployments first: they can continue to run without a workspace
    Its service accounts go with it.
    Delete workspace "Sandbox"? Type its label to confirm: ^C
    error: stopped at the prompt [stopped]
    Nothing was sent.
    code 130
    "#);
}

/// The text before the terminal's modes. The modes must be restored, and the typed secret must not be shown.
#[track_caller]
fn told_and_as_it_was(shown: &str) -> String {
    let (told, modes) = shown.split_once("speed ").expect(shown);
    for mode in ["echo", "icanon", "isig"] {
        assert!(modes.split_whitespace().any(|word| word == mode), "{mode}: {shown}");
    }
    assert!(!shown.contains("hidde"), "{shown}");
    told.replace("^C\u{1b}[K", "^C\n")
}

#[test]
fn a_secret_is_typed_without_being_shown() {
    let user = Environment::new();
    let commands = "houston createToken --identity a --curl; echo \"code $?\"; stty -a";
    let mut terminal = Terminal::start(&user, commands);
    terminal.answer("password (not shown): ", "hiddem\u{7f}n\r");
    insta::assert_snapshot!(told_and_as_it_was(&terminal.end()), @r#"
    password (not shown):
    note: set HOUSTON_ARG_PASSWORD to the text of a JSON string, without the quotes
    curl --silent --show-error --fail-with-body "$HOUSTON_URL" \
      --header 'Content-Type: application/json' \
      --data-binary '{"query":"mutation createToken($password: String!, $identity: String!) {\n  createToken(password: $password, identity: $identity) {\n    authUserCapabilities {\n      canSysAdmin\n    }\n    isAdmin\n    permissions\n    user {\n      createdAt\n      fullName\n      id\n      status\n      updatedAt\n      username\n    }\n  }\n}","variables":{"password":"'"${HOUSTON_ARG_PASSWORD}"'","identity":"a"}}'
    code 0
    "#);
    // Nothing is typed, so it is missing.
    let mut terminal = Terminal::start(&user, "houston createToken --identity a; echo \"code $?\"");
    terminal.answer("password (not shown): ", "\r");
    insta::assert_snapshot!(terminal.end(), @"
    password (not shown):
    error: createToken is missing a required argument [usage]
      --password: missing (String!). The password. This is a secret: use @FILE, @-
        or @env:NAME, or type it when asked on a terminal.
    Nothing was sent. See `houston createToken --help`.
    code 2
    ");
}

#[test]
fn nothing_that_is_typed_is_not_a_missing_terminal() {
    let user = Environment::new();
    let call = "houston auth login --url http://127.0.0.1:1/v1; echo \"code $?\"";
    let mut terminal = Terminal::start(&user, call);
    terminal.answer("Token (not shown): ", "\r");
    insta::assert_snapshot!(terminal.end(), @"
    Token (not shown):
    error: houston needs a token, and nothing was typed [usage]
    Nothing was sent. Pass it with `--token-file` or `--token-stdin`, or sign in
      with `--identity` and a password.
    code 2
    ");
}

#[test]
fn what_removes_something_of_this_machine_asks() {
    let user = Environment::new();
    assert_eq!(user.line("profile add p --sandbox").code, 0);
    assert_eq!(user.line("--sandbox createWorkspace --label Gone").code, 0);
    let profile = || user.config_file("config.toml").contains("[profiles.p]");
    let store = || user.store().join("houston.redb").exists();
    let is_profile = &profile as &dyn Fn() -> bool;
    let shown = [
        ("profile remove p", is_profile, "[y/N] ", ["\u{4}", "n\r", "y\r"]),
        ("sandbox reset", &store, "Type `yes` to run it: ", ["\u{4}", "y\r", "yes\r"]),
    ]
    .map(|(call, is_there, prompt, keys)| {
        let unasked = user.line(call).after(call);
        // The end of the input does not confirm. Lines are not wrapped, because the length of the directory's name
        // differs.
        let asked = keys.map(|keys| {
            assert!(is_there(), "{call}");
            let mut terminal = Terminal::start(
                &user,
                &format!("stty cols 300 rows 50; houston {call}; echo \"code $?\""),
            );
            terminal.answer(prompt, keys);
            format!("{keys:?}: {}\n", terminal.end())
        });
        assert!(!is_there(), "{call}");
        unasked + &asked.concat()
    });
    insta::assert_snapshot!(shown.concat());
    // No prompt for something that does not exist.
    insta::assert_snapshot!(user.session(&["profile remove p", "sandbox reset"]), @"
    $ profile remove p
    ------- stderr -------
    error: unknown profile `p` [usage]
    `houston profile list` shows the profiles, `houston profile add` creates one.
    [exit: 2]

    $ sandbox reset
    ------- stderr -------
    Removed the store in [DIR]/sandbox.
    [exit: 0]
    ");
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
        assert_eq!(ran.stderr.contains(trap), is_told, "{option}: {ran}");
    }
    for (option, is_told) in [("", true), ("--yes", false)] {
        let call = format!("houston {call} --url http://127.0.0.1:1/v1 {option}");
        let shown = Terminal::start(&user, &call).end();
        assert_eq!(shown.contains("note: trap: Without"), is_told, "{option}: {shown}");
    }
    let ran = user.line("updateDeploymentVariables --deployment-uuid a --release-name b --environment-variables [] --dry-run");
    assert!(ran.stderr.contains("note: trap: Replaces all"), "{ran}");
}

#[test]
fn a_delete_whose_object_is_not_known_asks_as_well() {
    let user = Environment::new();
    let gone = "deleteWorkspace --workspace-uuid ck0sandbox0workspace00001";
    let call = format!("houston {gone} --url http://127.0.0.1:1/v1; echo \"code $?\"");
    let mut terminal = Terminal::start(&user, &call);
    terminal.answer("Type `yes` to run it: ", "no\r");
    insta::assert_snapshot!(terminal.end(), @"
    cannot connect to the server: 127.0.0.1:1: Connection refused (os error [N]),
      attempt 2 of 4 in [TIME] s
    cannot connect to the server: 127.0.0.1:1: Connection refused (os error [N]),
      attempt 3 of 4 in [TIME] s
    cannot connect to the server: 127.0.0.1:1: Connection refused (os error [N]),
      attempt 4 of 4 in [TIME] s
    deleteWorkspace deletes something.
    Trap: Delete its deployments first: they can continue to run without a workspace
    The current state is not known.
    Type `yes` to run it: no
    error: deleteWorkspace was not confirmed [confirmation-needed]
      deleteWorkspace was not sent.
    Add `--yes` to run it without asking.
    code 13
    ");
}
