//! A user with a separate home.

use std::ffi::OsStr;
use std::fmt;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use houston_sandbox::WORKSPACE_ID;
use serde_json::Value;
use tempfile::TempDir;

/// An environment with only directories for state and configuration, which are removed at the end.
pub struct Environment {
    directory: TempDir,
    variables: Vec<(String, String)>,
    /// Whether calls use the schemas of their platforms. If not, they use the built-in one, and ask for none.
    follows: bool,
}

impl Environment {
    pub fn new() -> Self {
        Environment { directory: TempDir::new().unwrap(), variables: Vec::new(), follows: false }
    }

    /// The same, for calls that use the schemas of their platforms.
    pub fn following() -> Self {
        Environment { follows: true, ..Environment::new() }
    }

    /// Where pulled schemas are kept.
    pub fn schemas(&self) -> PathBuf {
        self.directory.path().join("schemas")
    }

    /// Sets a variable for later calls.
    pub fn set(mut self, name: &str, value: &str) -> Self {
        self.variables.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Where the sandbox keeps its store.
    pub fn store(&self) -> PathBuf {
        self.directory.path().join("sandbox")
    }

    /// Where journals of runs are kept.
    pub fn runs(&self) -> PathBuf {
        self.directory.path().join("runs")
    }

    /// Where the configuration is kept.
    pub fn config(&self) -> PathBuf {
        self.directory.path().join("config")
    }

    /// The text of a configuration file; empty if it does not exist.
    pub fn config_file(&self, name: &str) -> String {
        std::fs::read_to_string(self.config().join(name)).unwrap_or_default()
    }

    /// Runs a call given as one line; no word has a space.
    pub fn line(&self, line: &str) -> Ran {
        self.run(&line.split(' ').collect::<Vec<_>>())
    }

    /// The output of several calls, each after its command line.
    pub fn session(&self, lines: &[&str]) -> String {
        lines.iter().map(|line| self.line(line).after(line)).collect()
    }

    /// Runs a call with this stdin.
    pub fn with_stdin(&self, words: &[&str], stdin: &str) -> Ran {
        let mut command = self.command(words);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        // A call that is refused does not read stdin.
        let _ = child.stdin.take().unwrap().write_all(stdin.as_bytes());
        Ran::new(child.wait_with_output().unwrap())
    }

    pub fn command(&self, words: &[&str]) -> Command {
        let mut command = bare(words);
        command.env("HOUSTON_STATE_DIR", self.directory.path());
        command.env("HOUSTON_CONFIG_DIR", self.config());
        if !self.follows {
            command.env("HOUSTON_SCHEMA", "built-in");
        }
        command.envs(self.variables.iter().map(|(name, value)| (name, value)));
        command
    }

    pub fn run(&self, words: &[&str]) -> Ran {
        Ran::new(self.command(words).output().unwrap())
    }

    /// The answer of a call that must succeed.
    #[track_caller]
    pub fn answer(&self, words: &[&str]) -> Value {
        let ran = self.run(words);
        assert_eq!(ran.code, 0, "{words:?}: {}", ran.stderr);
        serde_json::from_str(&ran.stdout).unwrap()
    }
}

/// The program with an empty environment.
pub fn bare(words: &[impl AsRef<OsStr>]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_houston"));
    command.env_clear().args(words).stdin(Stdio::null());
    command
}

/// The result of a call. Its text is everything that the user saw, with names for values that differ between runs.
#[derive(Debug)]
pub struct Ran {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Ran {
    pub fn new(output: Output) -> Self {
        let stderr = String::from_utf8(output.stderr).unwrap();
        let code = output.status.code();
        Ran {
            code: code.unwrap_or_else(|| panic!("{}, and said: {stderr}", output.status)),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr,
        }
    }

    /// Everything that the user saw, unchanged.
    pub fn all(&self) -> String {
        format!("{}{}", self.stdout, self.stderr)
    }

    /// The same, with a name for a value of this run.
    pub fn naming(&self, value: &str, name: &str) -> Self {
        let replaced = |text: &str| text.replace(value, name);
        Ran { code: self.code, stdout: replaced(&self.stdout), stderr: replaced(&self.stderr) }
    }

    /// The output of a call after its command line, for snapshots of several calls.
    pub fn after(&self, words: &str) -> String {
        format!("$ {}\n{self}\n\n", lasting(words))
    }
}

impl fmt::Display for Ran {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (text, head) in [(&self.stdout, ""), (&self.stderr, "------- stderr -------\n")] {
            match text.as_str() {
                "" => {}
                text if text.ends_with('\n') => write!(formatter, "{head}{}", lasting(text))?,
                text => writeln!(formatter, "{head}{}[no end of line]", lasting(text))?,
            }
        }
        write!(formatter, "[exit: {}]", self.code)
    }
}

/// Whether a letter belongs to a value.
type IsPart = fn(char) -> bool;

/// A text with names for values that differ between runs or systems: ids and release names of the sandbox,
/// directories, ports, times, and error texts of the system.
pub fn lasting(text: &str) -> String {
    let directory = std::env::temp_dir().join(".tmp").display().to_string();
    let is_digit = |letter: char| letter.is_ascii_digit();
    let is_letter = |letter: char| letter.is_ascii_alphanumeric();
    let is_of_name = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
    let is_of_duration = |letter: char| letter.is_ascii_alphanumeric() || " .".contains(letter);
    let is_of_time = |letter: char| letter.is_ascii_digit() || "-:.TZ".contains(letter);
    // The text before a value, its letters, the least number of them, and its name.
    let rules: [(&str, IsPart, usize, &str); 22] = [
        ("ck", is_letter, 23, "[ID]"),
        ("releaseName=", is_of_name, 8, "[NAME]"),
        ("releaseName\": \"", is_of_name, 8, "[NAME]"),
        (&directory, is_letter, 6, "[DIR]"),
        ("`createdAt` is ", is_of_time, 20, "[TIME]"),
        ("--since ", is_of_time, 20, "[TIME]"),
        ("pulled ", is_of_time, 20, "[TIME]"),
        ("< 200 OK in ", is_of_duration, 1, "[TIME]"),
        ("< 502 Bad Gateway in ", is_of_duration, 1, "[TIME]"),
        ("[TIME], ", is_digit, 1, "[N]"),
        (" of 2 in ", is_of_time, 3, "[TIME]"),
        (" of 3 in ", is_of_time, 3, "[TIME]"),
        (" of 4 in ", is_of_time, 3, "[TIME]"),
        ("timed out after ", is_of_time, 1, "[TIME]"),
        ("answers after ", is_of_duration, 1, "[TIME]"),
        ("status 200 after ", is_of_duration, 1, "[TIME]"),
        ("clock          within ", is_digit, 1, "[N]"),
        ("os error ", is_digit, 1, "[N]"),
        ("address information: ", |letter| letter != '\n', 1, "[CAUSE]"),
        // Port 1, where no server listens, is chosen by a test.
        ("localhost:", is_digit, 2, "[PORT]"),
        ("127.0.0.1:", is_digit, 2, "[PORT]"),
        ("127.0.0.1-", is_digit, 2, "[PORT]"),
    ];
    // A slow machine lets a call wait longer.
    let waits = ["127.0.0.1:", "localhost:", "--jq", "the sandbox", "the system keyring"]
        .map(|it| "waiting for ".to_owned() + it);
    let is_wait = |line: &&str| waits.iter().any(|begin| line.starts_with(&**begin));
    let text: String = text.split_inclusive('\n').filter(|line| !is_wait(line)).collect();
    let known = text.replace(WORKSPACE_ID, "[WORKSPACE]");
    let named = rules.iter().fold(known, |text, (before, is_part, least, name)| {
        with_name(&text, before, *is_part, *least, name)
    });
    named.replace(&directory, "")
}

/// Replaces the letters after a text with a name, if there are enough of them.
fn with_name(text: &str, before: &str, is_part: IsPart, least: usize, name: &str) -> String {
    let mut named = String::new();
    let mut rest = text;
    while let Some((head, after)) = rest.split_once(before) {
        let tail = after.trim_start_matches(is_part);
        let is_value = after.len() - tail.len() >= least;
        named += head;
        named += before;
        named += if is_value { name } else { "" };
        rest = if is_value { tail } else { after };
    }
    named + rest
}
