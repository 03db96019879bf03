//! A user with a home of their own.

use std::ffi::OsStr;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// An environment that holds nothing but directories for state and configuration, removed at its end.
pub struct Environment {
    directory: TempDir,
    variables: Vec<(String, String)>,
}

impl Environment {
    pub fn new() -> Self {
        Environment { directory: TempDir::new().unwrap(), variables: Vec::new() }
    }

    /// Sets a variable for the calls that follow.
    pub fn set(mut self, name: &str, value: &str) -> Self {
        self.variables.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Where the sandbox keeps its store.
    pub fn store(&self) -> PathBuf {
        self.directory.path().join("sandbox")
    }

    /// Where the configuration is kept.
    pub fn config(&self) -> PathBuf {
        self.directory.path().join("config")
    }

    /// A file of the configuration; empty where there is none.
    pub fn config_file(&self, name: &str) -> String {
        std::fs::read_to_string(self.config().join(name)).unwrap_or_default()
    }

    /// The words of a call as one line; none of them has a space.
    pub fn line(&self, line: &str) -> Ran {
        self.run(&line.split(' ').collect::<Vec<_>>())
    }

    /// A call with this on stdin.
    pub fn with_stdin(&self, words: &[&str], stdin: &str) -> Ran {
        let mut command = self.command(words);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        // Whoever refuses a call does not read it.
        let _ = child.stdin.take().unwrap().write_all(stdin.as_bytes());
        Ran::new(child.wait_with_output().unwrap())
    }

    pub fn command(&self, words: &[&str]) -> Command {
        let mut command = bare(words);
        command.env("HOUSTON_STATE_DIR", self.directory.path());
        command.env("HOUSTON_CONFIG_DIR", self.config());
        command.envs(self.variables.iter().map(|(name, value)| (name, value)));
        command
    }

    pub fn run(&self, words: &[&str]) -> Ran {
        Ran::new(self.command(words).output().unwrap())
    }

    /// The answer of a call that has to succeed.
    #[track_caller]
    pub fn answer(&self, words: &[&str]) -> Value {
        let ran = self.run(words);
        assert_eq!(ran.code, 0, "{words:?}: {}", ran.stderr);
        serde_json::from_str(&ran.stdout).unwrap()
    }
}

/// The program with nothing in its environment at all.
pub fn bare(words: &[impl AsRef<OsStr>]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_houston"));
    command.env_clear().args(words).stdin(Stdio::null());
    command
}

/// How a call ended.
#[derive(Debug)]
pub struct Ran {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Ran {
    pub fn new(output: Output) -> Self {
        Ran {
            code: output.status.code().expect("it ended by itself"),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// All that the user saw.
    pub fn all(&self) -> String {
        format!("{}{}", self.stdout, self.stderr)
    }
}
