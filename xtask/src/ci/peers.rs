//! What the tests need of others: programs, and packages at the versions that lock files name.
//!
//! What is missing is installed: programs as Debian packages, and Node.js into `target/`.

use std::fs;

use crate::failure::Failure;
use crate::step::{NODE, program, read, step};
use crate::{output, workspace};

/// The oldest Node.js that runs all peers, and the one that is installed where there is none.
const NODE_NEEDED: u32 = 20;
const NODE_INSTALLED: u32 = 22;

/// Peers that run in Node.js, with the folders of their lock files.
const IN_NODE: [(&str, &str); 3] = [
    ("the server and the clients of Houston's generation", "tests/apollo"),
    ("the current Apollo Server", "tests/apollo-current"),
    ("graphql-js with the schemas of others", "tests/schemas"),
];

/// Where peers in Python are installed.
const PYTHON: &str = "target/python";

/// Installs what is missing. What cannot be had is left out, and named.
pub(super) fn install() -> Result<Vec<&'static str>, Failure> {
    let mut left_out = LeftOut::default();
    if !has_tools() {
        left_out.add(
            "the README's commands with curl and jq",
            "curl and jq are missing: install both",
        )?;
    }
    if has_node() {
        for (peer, folder) in IN_NODE {
            let words = "--ignore-scripts --legacy-peer-deps --no-audit --no-fund";
            step(peer, program("npm", &format!("ci --prefix {folder} {words}")))?;
        }
    } else {
        let why = format!(
            "Node.js {NODE_NEEDED} or newer with npm is missing: install it from https://nodejs.org, or run this as \
             root where apt-get is"
        );
        for (peer, folder) in IN_NODE {
            forget(&format!("{folder}/node_modules"));
            left_out.add(peer, &why)?;
        }
    }
    let peer = "gql, a client in Python";
    if has_python() {
        let words = "-m pip install --quiet --requirement tests/python/requirements.txt";
        step(peer, program(&format!("{PYTHON}/bin/python"), words))?;
    } else {
        forget(PYTHON);
        left_out.add(
            peer,
            "Python 3 with venv is missing: install python3 and python3-venv, or run this as root where apt-get is",
        )?;
    }
    Ok(left_out.0)
}

/// What the tests do without.
#[derive(Default)]
struct LeftOut(Vec<&'static str>);

impl LeftOut {
    /// On a machine that others rely on, nothing is.
    fn add(&mut self, what: &'static str, why: &str) -> Result<(), Failure> {
        if std::env::var_os("CI").is_some() {
            let message = format!("{what} would be left out, and CI is set");
            return Err(Failure::failed(message).help(why));
        }
        output::line(&format!("\n==> left out: {what}\n    {why}"));
        self.0.push(what);
        Ok(())
    }
}

/// Tests run what is installed: what cannot be brought up to date is not.
fn forget(installed: &str) {
    // What was never there cannot be removed.
    let _ = fs::remove_dir_all(workspace().join(installed));
}

fn has_tools() -> bool {
    let missing = || ["curl", "jq"].into_iter().filter(|tool| !runs(tool, "--version"));
    install_packages(&missing().collect::<Vec<_>>());
    missing().count() == 0
}

fn has_node() -> bool {
    let is_new = || node_version().is_some_and(|version| version >= NODE_NEEDED);
    let has_npm = || runs("npm", "--version");
    if !has_npm() {
        install_packages(&["nodejs", "npm"]);
    }
    if has_npm() && !is_new() {
        // Debian's is older. This package is the program alone, and needs no script of its own.
        let package = format!("node-{}-{}@{NODE_INSTALLED}", system(), processor());
        let words = "--ignore-scripts --no-audit --no-fund";
        let words = format!("install --global --prefix {NODE} {words} {package}");
        tried("Node.js", "npm", &words);
    }
    has_npm() && is_new()
}

fn node_version() -> Option<u32> {
    let said = read(program("node", "--version")).ok()?;
    let said = String::from_utf8_lossy(&said.stdout).into_owned();
    said.strip_prefix('v')?.split('.').next()?.parse().ok()
}

/// How Node.js names what it runs on.
fn system() -> &'static str {
    match std::env::consts::OS {
        "macos" => "darwin",
        other => other,
    }
}

fn processor() -> &'static str {
    match std::env::consts::ARCH {
        "x86_64" => "x64",
        "aarch64" => "arm64",
        other => other,
    }
}

fn has_python() -> bool {
    let python = format!("{PYTHON}/bin/python");
    let has_pip = || runs(&python, "-m pip --version");
    if has_pip() {
        return true;
    }
    if !runs("python3", "-m ensurepip --version") {
        install_packages(&["python3", "python3-venv"]);
    }
    tried("a place for peers in Python", "python3", &format!("-m venv --clear {PYTHON}"));
    has_pip()
}

/// Installs Debian packages, where that can be done: it is seen afterwards by what is there.
fn install_packages(names: &[&str]) {
    if names.is_empty() || !runs("apt-get", "--version") {
        return;
    }
    tried("package lists", "apt-get", "update --quiet");
    let words = "install --yes --quiet --no-install-recommends";
    tried("Debian packages", "apt-get", &format!("{words} {}", names.join(" ")));
}

/// A step that may fail.
fn tried(name: &str, what: &str, words: &str) {
    if let Err(failure) = step(name, program(what, words)) {
        output::error(&failure.to_string());
    }
}

fn runs(name: &str, words: &str) -> bool {
    read(program(name, words)).is_ok_and(|ran| ran.status.success())
}
