//! Today's ten tasks at a Houston of each line, as a script runs them: `tasks.txt` has the commands. A task that a line
//! cannot do ends with an error that says so before anything is sent.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use houston_tests::build;

use crate::peer::{Peer, Ran};

const LINES: [&str; 5] = ["0.16", "0.30", "0.37", "1.1", "2.1"];

/// A row of the table: a step, the lines that have it, and the command.
struct Row {
    step: &'static str,
    from: usize,
    to: usize,
    command: &'static str,
}

fn rows() -> Vec<Row> {
    let place = |line: &str| LINES.iter().position(|one| *one == line);
    let row = |text: &'static str| {
        let mut parts = text.splitn(4, '|').map(str::trim);
        let mut next = || parts.next().unwrap();
        let (step, from) = (next(), place(next()).unwrap());
        Row { step, from, to: place(next()).unwrap_or(LINES.len() - 1), command: next() }
    };
    let lines = include_str!("tasks.txt").lines();
    lines.filter(|line| !line.is_empty() && !line.starts_with('#')).map(row).collect()
}

/// The longest time for each step of a call: the machine may be slow.
const PATIENT: &str = "--timeout 1h --idle-timeout 1h --connect-timeout 1h";

/// The command line at a platform, in a home of its own.
struct User {
    program: PathBuf,
    home: tempfile::TempDir,
}

impl User {
    fn new() -> Self {
        User { program: build::houston(), home: tempfile::tempdir().unwrap() }
    }

    fn login(&self, url: &str) {
        let words = "--identity admin@example.com --password @env:CI_PASSWORD";
        let ran = self.run(&format!("auth login --url {url} {words}"));
        assert_eq!(ran.code, 0, "{}", ran.stderr);
    }

    /// What is said of the platform's schema. A login pulls it as well, if that takes no longer than a moment.
    fn pull(&self) -> String {
        let ran = self.run("schema pull");
        let said = ran.stderr.lines().find(|said| said.starts_with("Houston "));
        said.unwrap_or(&ran.stderr).to_owned()
    }

    fn run(&self, line: &str) -> Ran {
        let mut command = Command::new("sh");
        command
            .args(["-c", &format!("\"$HOUSTON\" {PATIENT} {line}")])
            .env_clear()
            .env("HOUSTON", &self.program);
        command
            .env("HOUSTON_CONFIG_DIR", self.home.path())
            .env("HOUSTON_STATE_DIR", self.home.path());
        command.env("CI_SECRET", "canary-secret").env("CI_PASSWORD", "houston");
        command.stdin(Stdio::null()).output().unwrap().into()
    }

    /// A value that a later command needs; empty if the line has no such thing.
    fn value(&self, line: &str) -> String {
        self.run(&format!("{line} -o value")).stdout.trim().to_owned()
    }
}

/// What a line's schema says, what each command of the table ends with, and what the commands printed.
fn story(line: &str) -> Option<String> {
    let peer = Peer::line(line, "on")?;
    let user = User::new();
    let url = &peer.url;
    user.login(url);
    let workspace = user.value("createWorkspace --label Data --jq .id");
    let (mut deployment, mut release) = (String::new(), String::new());
    let team = user.value("paginatedTeams --fields teams.id --jq '.teams[0].id'");
    let cluster = user.value("clusters --jq '.[0].id'");
    let place = LINES.iter().position(|one| *one == line).unwrap();
    let rows = rows();
    let mut told = vec![user.pull()];
    for step in rows.chunk_by(|one, other| one.step == other.step) {
        let last = step.last().unwrap();
        let row = step.iter().find(|row| place <= row.to).unwrap_or(last);
        if row.command.contains("{deployment}") && deployment.is_empty() {
            let found = format!(
                "workspaceDeployments --workspace-uuid {workspace} --fields id,releaseName"
            );
            deployment = user.value(&format!("{found} --jq '.[0].id'"));
            release = user.value(&format!("{found} --jq '.[0].releaseName'"));
        }
        let mut command = row.command.to_owned();
        for (name, value) in [
            ("workspace", &workspace),
            ("deployment", &deployment),
            ("release", &release),
            ("team", &team),
            ("cluster", &cluster),
        ] {
            // A line that has no such thing is told so all the same.
            let value = if value.is_empty() { "none" } else { value };
            command = command.replace(&format!("{{{name}}}"), value);
        }
        let ran = user.run(&command);
        let is_there = (row.from..=row.to).contains(&place);
        let ended = format!("{}: exit {}: houston {}", row.step, ran.code, row.command);
        assert_eq!(ran.code == 0, is_there, "{line}: {ended}\n{}", ran.stderr);
        assert!(!ran.stderr.contains("canary-secret") && !ran.stdout.contains("canary-secret"));
        told.push(ended);
        if is_there {
            told.extend(ran.stdout.lines().map(|said| format!("    {said}")));
        } else {
            let is_told =
                ran.stderr.contains("error: ") && ran.stderr.contains("Nothing was sent.");
            assert!(ran.code == 2 && is_told, "{line}: {}", ran.stderr);
        }
    }
    Some(told.join("\n").replace(url.as_str(), "URL"))
}

/// The story of a line, unless it cannot be told here.
#[track_caller]
fn check(line: &str) {
    if let Some(told) = story(line) {
        insta::assert_snapshot!(format!("tasks_{line}"), told);
    }
}

#[test]
fn the_ten_tasks_at_0_16() {
    check("0.16");
}

#[test]
fn the_ten_tasks_at_0_30() {
    check("0.30");
}

#[test]
fn the_ten_tasks_at_0_37() {
    check("0.37");
}

#[test]
fn the_ten_tasks_at_1_1() {
    check("1.1");
}

#[test]
fn the_ten_tasks_at_2_1() {
    check("2.1");
}

/// Roles of teams for the whole platform are found. A team is not, and the reason is told.
#[test]
fn roles_of_teams_are_repeatable_and_teams_say_why_not() {
    let Some(peer) = Peer::line("2.1", "on") else { return };
    let user = User::new();
    user.login(&peer.url);
    let team = user.value("paginatedTeams --fields teams.id --jq '.teams[0].id'");
    let of = format!("TeamSystemRoleBinding --team-uuid {team} --role SYSTEM_VIEWER");
    for (command, code, said) in [
        (format!("create{of} --if-exists use"), 0, ""),
        (format!("create{of} --if-exists use"), 0, "exists"),
        (format!("reconcile create{of}"), 7, "exists, and can be older than the call"),
        (format!("delete{of} --yes"), 0, ""),
        (format!("reconcile delete{of}"), 0, ""),
        (format!("reconcile create{of}"), 4, ""),
        (format!("delete{of} --if-absent ok --yes"), 0, ""),
        ("createTeam --name a --if-exists use".to_owned(), 2, "no query finds a team by its name"),
        ("reconcile createTeam --name a".to_owned(), 7, "no query finds a team by its name"),
    ] {
        let ran = user.run(&command);
        assert!(ran.code == code && ran.stderr.contains(said), "{command}: {}", ran.stderr);
    }
}

/// Without the platform's schema, the built-in one serves; with the first token, the platform is asked again.
#[test]
fn a_platform_may_keep_its_schema_or_show_it_to_those_who_sign_in() {
    let refused = "introspection is disabled on this server";
    for (introspection, said) in [("off", refused), ("token", "Houston 2.1.0: 119 operations")] {
        let Some(peer) = Peer::line("2.1", introspection) else { return };
        let user = User::new();
        let ran = user.run(&format!("schema pull --url {}", peer.url));
        assert!(ran.code != 0 && ran.stderr.contains(refused), "{}", ran.stderr);
        let ran = user.run(&format!("appConfig --fields version --url {}", peer.url));
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        user.login(&peer.url);
        let pulled = user.pull();
        assert!(pulled.contains(said), "{pulled}");
        let ran = user.run("sysWorkspaces");
        assert_eq!(ran.code == 0, introspection == "token", "{}", ran.stderr);
    }
}
