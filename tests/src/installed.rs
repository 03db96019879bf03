//! What tests compare with, and `cargo xtask ci` installs.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The root of the workspace.
pub fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Whether something is installed at this path of the workspace.
///
/// # Panics
///
/// When it is not, and `CI` is set.
pub fn is_installed(what: &str, path: &str) -> bool {
    workspace().join(path).exists() || skipped(what)
}

/// Whether a program is on the path.
///
/// # Panics
///
/// When it is not, and `CI` is set.
pub fn has_program(name: &str) -> bool {
    let mut command = Command::new(name);
    let ran = command.arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    ran.is_ok_and(|status| status.success()) || skipped(name)
}

/// Node.js: that of `cargo xtask ci`, or else that of the system.
pub fn node() -> Command {
    let own = workspace().join("target/node/bin/node");
    Command::new(if own.exists() { own } else { "node".into() })
}

/// Chromium, if it is on the path.
///
/// # Panics
///
/// When it is not, and `CI` is set.
pub fn chromium() -> Option<PathBuf> {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    let mut programs = std::env::split_paths(&folders).map(|folder| folder.join("chromium"));
    let found = programs.find(|program| program.is_file());
    found.or_else(|| {
        skipped("chromium");
        None
    })
}

fn skipped(what: &str) -> bool {
    assert!(std::env::var_os("CI").is_none(), "{what} is not installed");
    // Written past the output of a test, which is shown of one that fails alone.
    let _ =
        writeln!(std::io::stderr(), "skipped: {what} is not installed; `cargo xtask ci` does that");
    false
}
