//! Servers of others, and the commands of maintainers.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::LazyLock;

use houston_tests::build;
use houston_tests::installed::{is_installed, node};

pub(crate) use houston_tests::installed::workspace;

pub(crate) const SCHEMA: &str = "schema/houston.graphql";

/// Apollo Server 2.14.3 with graphql-js 14.6.0, as Houston 0.16 locks them.
pub(crate) const OF_HOUSTON: &str = "tests/apollo";
/// The current servers of Apollo and graphql-ws, with graphql-js 16.
pub(crate) const CURRENT: &str = "tests/apollo-current";

/// A server of others. It ends with the test.
pub(crate) struct Peer {
    process: Child,
    pub(crate) url: String,
}

impl Peer {
    /// Serves a schema on a free port, if the server is installed.
    pub(crate) fn start(folder: &str, schema: &Path, flags: &[&str]) -> Option<Peer> {
        if !is_installed(folder, &format!("{folder}/node_modules")) {
            return None;
        }
        let mut command = node();
        command.args(["tests/apollo/mock.js", folder]).arg(schema).args(flags);
        Some(Peer::of(command))
    }

    /// A Houston of one line, which keeps what it is told, if its server is installed.
    pub(crate) fn line(line: &str, introspection: &str) -> Option<Peer> {
        for folder in [OF_HOUSTON, CURRENT] {
            if !is_installed(folder, &format!("{folder}/node_modules")) {
                return None;
            }
        }
        let mut command = node();
        command.args(["tests/apollo/line.js", line, "--introspection", introspection]);
        Some(Peer::of(command))
    }

    fn of(mut command: Command) -> Peer {
        command.current_dir(workspace()).env("NODE_ENV", "production");
        let mut process = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let mut port = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut port).unwrap();
        Peer { process, url: format!("http://127.0.0.1:{}/v1", port.trim()) }
    }
}

impl Drop for Peer {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// What a command of maintainers did.
pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl From<Output> for Ran {
    fn from(output: Output) -> Self {
        Ran {
            code: output.status.code().unwrap_or(-1),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

pub(crate) fn program() -> &'static Path {
    static PROGRAM: LazyLock<PathBuf> = LazyLock::new(build::xtask);
    &PROGRAM
}

/// Runs a command in this workspace.
pub(crate) fn xtask(arguments: &[&str]) -> Ran {
    let mut command = Command::new(program());
    command.args(arguments).env_remove("HOUSTON_TOKEN").stdin(Stdio::null());
    command.output().unwrap().into()
}

/// A schema that is ours but for one place, in a file.
pub(crate) fn changed(folder: &Path, from: &str, to: &str) -> PathBuf {
    let text = fs::read_to_string(workspace().join(SCHEMA)).unwrap();
    assert!(text.contains(from), "{from}");
    let path = folder.join("changed.graphql");
    fs::write(&path, text.replacen(from, to, 1)).unwrap();
    path
}
