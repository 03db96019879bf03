//! Completions in real shells, each on a terminal: what a line becomes at a press of TAB.
#![cfg(target_os = "linux")]

use std::fs;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, Instant};

use serde_json::json;
use tempfile::TempDir;

use crate::environment::Environment;
use crate::platform::Peer;
use crate::terminal::Terminal;

/// A shell with completions, on a terminal.
pub struct Shell {
    name: &'static str,
    terminal: Terminal,
    /// Where the shell runs, and writes its line at Ctrl-G, which also empties it.
    pub folder: TempDir,
    lines: usize,
}

/// What a shell runs first. `READY` is its prompt.
const BASH: &str = r#"
PS1='READY '
bind 'set bell-style none' 'set show-all-if-ambiguous on' 'set enable-bracketed-paste off'
bind 'set completion-query-items 0'
bind 'set page-completions off'
tell() {
    printf "%s|%s\n" "${READLINE_LINE:0:READLINE_POINT}" "${READLINE_LINE:READLINE_POINT}" >> lines
    READLINE_LINE= READLINE_POINT=0
}
bind -x '"\C-g": tell'
source <(houston completions bash)
"#;
const ZSH: &str = r#"
PS1='READY '
bindkey -e
unsetopt beep
autoload -Uz compinit
compinit -u -D
tell() { print -r -- "$LBUFFER|$RBUFFER" >> lines; BUFFER= }
zle -N tell
bindkey '^G' tell
source <(houston completions zsh)
"#;
const FISH: &str = r#"
function fish_prompt; echo 'READY '; end
set fish_greeting
function tell; set -l at (commandline -C); set -l line (commandline)
    echo -- (string sub -l $at -- "$line")'|'(string sub -s (math $at + 1) -- "$line") >> lines
    commandline ''; end
bind \cg tell
houston completions fish | source
"#;
const ELVISH: &str = r#"
set edit:prompt = { put 'READY ' }
set edit:rprompt = { }
fn tell {
    var line at = $edit:current-command $edit:-dot
    echo $line[..$at]'|'$line[$at..] >> lines
    set edit:current-command = ''
}
set edit:insert:binding[Ctrl-G] = $tell~
# A word in quotes is shown first, and taken then.
set edit:completion:binding[Ctrl-G] = { edit:completion:accept; tell }
set edit:insert:binding[Ctrl-B] = $edit:move-dot-left~
eval (houston completions elvish | slurp)
"#;

impl Shell {
    /// Starts a shell; none if it is not installed.
    pub fn start(name: &'static str, user: &Environment) -> Option<Self> {
        Command::new(name).arg("--version").output().ok()?;
        let folder = tempfile::tempdir().unwrap();
        let (file, text, words): (_, _, &[&str]) = match name {
            "bash" => ("rc", BASH, &["--rcfile", "rc", "-i"]),
            "zsh" => (".zshrc", ZSH, &["-d", "-o", "nopromptsp"]),
            "fish" => ("rc", FISH, &["--no-config", "-C", "source rc"]),
            _ => ("rc", ELVISH, &["-rc", "rc"]),
        };
        fs::write(folder.path().join(file), text).unwrap();
        let houston = user.command(&[]);
        let mut shell = Command::new(name);
        shell.args(words).current_dir(folder.path()).env("HOME", folder.path());
        shell.envs(houston.get_envs().filter_map(|it| Some((it.0, it.1?))));
        let directory = PathBuf::from(houston.get_program()).parent().unwrap().to_owned();
        let path = std::env::var("PATH").unwrap();
        shell.env("PATH", format!("{}:{path}", directory.display())).env("TERM", "xterm");
        let terminal = Terminal::of(&shell, (200, 60));
        terminal.wait(|screen| screen.contains("READY"));
        Some(Shell { name, terminal, folder, lines: 0 })
    }

    fn keys(&mut self, keys: &str) {
        self.terminal.keys.write_all(keys.as_bytes()).unwrap();
    }

    pub fn screen(&self) -> String {
        self.terminal.screen()
    }

    /// What a line becomes, with `|` at the cursor, before and after.
    #[track_caller]
    pub fn tab(&mut self, line: &str) -> String {
        let (front, behind) = line.split_once('|').unwrap_or((line, ""));
        self.keys(&format!("{front}{behind}{}\t\x07", "\x02".repeat(behind.len())));
        let begun = Instant::now();
        let path = self.folder.path().join("lines");
        loop {
            let text = fs::read_to_string(&path).unwrap_or_default();
            if let Some(line) = text.lines().nth(self.lines)
                && text.ends_with('\n')
            {
                self.lines += 1;
                return line.to_owned();
            }
            let shown = || format!("{}: {line}: {}", self.name, self.terminal.screen());
            assert!(begun.elapsed() < Duration::from_secs(20), "{}", shown());
            std::thread::sleep(Duration::from_millis(10));
        }
    }
}

impl Drop for Shell {
    fn drop(&mut self) {
        self.keys("\x03exit\r");
    }
}

/// Starts each shell that is installed.
pub fn each(user: &Environment, run: impl Fn(Shell)) {
    for name in ["bash", "zsh", "fish", "elvish"] {
        match Shell::start(name, user) {
            Some(shell) => run(shell),
            None => {
                // Shown with --nocapture when the tests are run by hand.
                #[allow(
                    clippy::print_stderr,
                    reason = "this is where a test says why it is skipped"
                )]
                {
                    eprintln!("skipped: {name} is not installed");
                }
            }
        }
    }
}

/// A line, and what it becomes. A blank behind it is left out: fish writes one where the others write none.
const LINES: [(&str, &str); 33] = [
    ("houston createDep", "houston createDeployment|"),
    ("houston create-dep", "houston create-deployment|"),
    ("houston expla", "houston explain|"),
    ("houston query workspaceD", "houston query workspaceDeployment|"),
    ("houston mutation deleteWorkspaceS", "houston mutation deleteWorkspaceServiceAccount|"),
    ("houston reconcile createDep", "houston reconcile createDeployment|"),
    ("houston wait workspaceDeployments --un", "houston wait workspaceDeployments --until|"),
    ("houston describe Deployment.releaseN", "houston describe Deployment.releaseName|"),
    ("houston skeleton createDep", "houston skeleton createDeployment|"),
    ("houston help createDep", "houston help createDeployment|"),
    ("houston explain not-a", "houston explain not-allowed|"),
    ("houston profile rem", "houston profile remove|"),
    ("houston createDeployment --workspace-u", "houston createDeployment --workspace-uuid|"),
    ("houston createDeployment --workspaceU", "houston createDeployment --workspaceUuid|"),
    ("houston createDeployment --scheduler.rep", "houston createDeployment --scheduler.replicas|"),
    ("houston createDeployment --sched", "houston createDeployment --scheduler.|"),
    (
        "houston createDeployment --config.executor Ce",
        "houston createDeployment --config.executor CeleryExecutor|",
    ),
    (
        "houston createDeployment --config.executor=Ce",
        "houston createDeployment --config.executor=CeleryExecutor|",
    ),
    (
        "houston createDeployment --workspace-uuid @find:l",
        "houston createDeployment --workspace-uuid @find:label=|",
    ),
    ("houston createDeployment --label @not", "houston createDeployment --label @notes.txt|"),
    ("houston createDeployment --input not", "houston createDeployment --input notes.txt|"),
    ("houston createDeployment --input=not", "houston createDeployment --input=notes.txt|"),
    ("houston workspaces -o nd", "houston workspaces -o ndjson|"),
    ("houston workspaces --output=nd", "houston workspaces --output=ndjson|"),
    ("houston workspaces --fields id,lab", "houston workspaces --fields id,label|"),
    (
        "houston workspaces --fields=id,users.usern",
        "houston workspaces --fields=id,users.username|",
    ),
    (
        "houston workspaceDeployments --fields 'id urls{ty",
        "houston workspaceDeployments --fields 'id urls{type|",
    ),
    ("houston workspaces --profile st", "houston workspaces --profile staging|"),
    ("houston --profile=st", "houston --profile=staging|"),
    (
        "houston createDeployment --label 'a \"b' --ty",
        "houston createDeployment --label 'a \"b' --type|",
    ),
    (
        "houston createDeployment --label a\\ b --ty",
        "houston createDeployment --label a\\ b --type|",
    ),
    ("houston createDep| --label etl", "houston createDeployment| --label etl"),
    ("houston createDeployment --ty| --label etl", "houston createDeployment --type| --label etl"),
];

#[test]
fn a_line_becomes_what_was_meant() {
    let user = Environment::new();
    for name in ["staging", "production"] {
        user.run(&["profile", "add", name, "--base-domain", "example.com"]);
    }
    each(&user, |mut shell| {
        fs::write(shell.folder.path().join("notes.txt"), "").unwrap();
        let mut wrong = Vec::new();
        for (typed, meant) in LINES {
            let line = shell.tab(typed);
            // A shell closes a quote, and writes a blank behind a whole word.
            let same = |text: &str| text.replace([' ', '\''], "");
            if same(&line) != same(meant) {
                wrong.push(format!("{typed}\n  {line}\n  {meant}"));
            }
        }
        assert!(
            wrong.is_empty(),
            "{}:\n{}\n{}",
            shell.name,
            wrong.join("\n"),
            shell.terminal.screen()
        );
    });
}

#[test]
fn what_fits_is_listed_with_what_it_is() {
    each(&Environment::new(), |shell| {
        let mut keys = &shell.terminal.keys;
        keys.write_all(b"houston createDeployment --executor \t").unwrap();
        // bash has no place for descriptions.
        let about = if shell.name == "bash" { "" } else { "Tasks run on long-lived workers" };
        let values = ["LocalExecutor", "CeleryExecutor", "KubernetesExecutor", about];
        shell.terminal.wait(|screen| values.iter().all(|value| screen.contains(value)));
    });
}

/// The words that are offered, by a shell that takes them whole.
fn offered(user: &Environment, words: &[&str]) -> Vec<String> {
    let ran = user.run(&[&["complete", "elvish"], words].concat());
    assert!(ran.code == 0 && ran.stderr.is_empty(), "{words:?}: {ran}");
    let text = |line: &str| line.split('\t').nth(1).unwrap().to_owned();
    ran.stdout.lines().map(text).collect()
}

#[test]
fn the_schema_that_a_call_would_use_decides() {
    let peer = Peer::new("type Query { ours(kind: E): Int } enum E { BIG }", &json!({}));
    let url = peer.server.url.as_str();
    let user = Environment::following();
    assert_eq!(user.run(&["profile", "add", "new", "--url", url]).code, 0);
    assert_eq!(user.run(&["schema", "pull", "--profile", "new"]).code, 0);
    let asked = (peer.asked(), peer.called());
    for words in [
        &["--profile", "new", "our"][..],
        &["--url", url, "our"],
        &["query", "--profile", "new", "our"],
        &["describe", "--profile", "new", "our"],
    ] {
        assert_eq!(offered(&user, words), ["ours"], "{words:?}");
    }
    // It is the current profile, and an option behind the name counts as well.
    assert_eq!(offered(&user, &["ours", "--kind", ""]), ["BIG"]);
    assert_eq!(offered(&user, &["createWork", "--schema"]), Vec::<String>::new());
    assert_eq!(
        offered(&user, &["describe", "--schema", "built-in", "createWorkspace"])[0],
        "createWorkspace"
    );
    let other = user.set("HOUSTON_SCHEMA", "built-in");
    assert_eq!(offered(&other, &["our"]), Vec::<String>::new());
    assert_eq!((peer.asked(), peer.called()), asked, "a press of TAB asks nothing");
}

/// Whatever is wrong, a prompt sees nothing of it.
#[test]
fn an_error_is_no_noise() {
    let user = Environment::new();
    fs::create_dir_all(user.config()).unwrap();
    fs::write(user.config().join("config.toml"), "this is not TOML").unwrap();
    fs::write(user.config().join("schema.graphql"), "type Query {").unwrap();
    let schema = user.config().join("schema.graphql");
    let schema = schema.to_str().unwrap();
    for words in [
        &["complete"][..],
        &["complete", "tcsh", ""],
        &["complete", "bash"],
        &["complete", "bash", ""],
        &["complete", "powershell", "a"],
        &["complete", "elvish", "--schema", "no-such-file", "query", ""],
        &["complete", "elvish", "--schema", schema, "query", ""],
        &["complete", "elvish", "nope", "--"],
        &["complete", "elvish", "workspaces", "--fields", "a{{{"],
        &["complete", "elvish", "--errors", "nope", "query", "--dry-run", "nope", "--"],
        &["complete", "elvish", "describe", "Nope.nope."],
        &["complete", "elvish", "createDeployment", "--config..", "--config.nope.x="],
        &["complete", "elvish", "auth", "nope", ""],
    ] {
        let ran = user.run(words);
        assert_eq!((ran.code, ran.all().as_str()), (0, ""), "{words:?}");
    }
    assert_eq!(offered(&user, &["--profile", "s"]), ["sandbox"]);
}
