//! What the tests need of others: programs, and packages at the versions that lock files name.
//!
//! What is missing is installed: programs as Debian packages, and Node.js into `target/`.

use std::fs;
use std::path::Path;

use crate::dist::tools;
use crate::step::{NODE, program, read, step};
use crate::workspace::workspace;
use houston_codegen::tool::failure::Failure;
use houston_codegen::tool::output;

/// The shells besides bash in which completions are tested.
const SHELLS: [&str; 3] = ["zsh", "fish", "elvish"];

/// The oldest Node.js that runs all peers, and the one that is installed where there is none.
const NODE_NEEDED: u32 = 20;
const NODE_INSTALLED: u32 = 22;

/// Peers that run in Node.js, with the folders of their lock files.
const IN_NODE: [(&str, &str); 4] = [
    ("the server and the clients of Houston's generation", "tests/apollo"),
    ("the current servers of Apollo and graphql-ws", "tests/apollo-current"),
    ("graphql-js with the schemas of others", "tests/schemas"),
    ("what drives Chromium", "tests/browser"),
];

/// What makes the artifacts, and checks the dependencies.
pub(super) const ARTIFACTS: &str = "artifacts, and what is known of dependencies";

/// Peers in Python, each with its list of packages and the environment that they are installed in.
const IN_PYTHON: [(&str, &str, &str); 3] = [
    ("gql, a client in Python", "tests/python", "target/python"),
    ("Airflow, and checkers for GitHub and Kubernetes", "tests/elsewhere", "target/elsewhere"),
    (ARTIFACTS, tools::LISTED_IN, tools::PYTHON),
];

/// Installs missing tools. Returns the peers that cannot run, after printing their names.
pub(super) fn install() -> Result<Vec<&'static str>, Failure> {
    let mut missing = Vec::new();
    if !has_all(&["curl", "jq"]) {
        let peers = vec!["the README's commands with curl and jq"];
        missing.push(Missing { peers, what: "curl or jq".to_owned(), how: "both" });
    }
    if !has_all(&SHELLS) {
        let peers = vec!["completions in zsh, fish and Elvish"];
        let how = "the packages zsh, fish and elvish";
        missing.push(Missing { peers, what: "a shell".to_owned(), how });
    }
    if !has_keyring() {
        let peers = vec!["GNOME Keyring, and less as a pager"];
        let how = "the packages dbus, gnome-keyring, less and libsecret-tools";
        missing.push(Missing { peers, what: "a program of these".to_owned(), how });
    }
    if !has_chromium() {
        let peers = vec!["Chromium with the reference"];
        missing.push(Missing { peers, what: "Chromium".to_owned(), how: "the package chromium" });
    }
    if cfg!(target_os = "linux") && !has_all(&["rpm"]) {
        let peers = vec!["installing the rpm"];
        missing.push(Missing { peers, what: "rpm".to_owned(), how: "the package rpm" });
    }
    if has_node() {
        for (peer, folder) in IN_NODE {
            let words = "--ignore-scripts --legacy-peer-deps --no-audit --no-fund";
            step(peer, program("npm", &format!("ci --prefix {folder} {words}")))?;
        }
    } else {
        IN_NODE.iter().for_each(|(_, folder)| forget(&format!("{folder}/node_modules")));
        let peers = IN_NODE.iter().map(|(peer, _)| *peer).collect();
        let what = format!("Node.js {NODE_NEEDED} or newer with npm");
        missing.push(Missing { peers, what, how: "it from https://nodejs.org" });
    }
    for (peer, folder, environment) in IN_PYTHON {
        if has_python(environment) {
            let words = format!("-m pip install --quiet --requirement {folder}/requirements.txt");
            step(peer, program(&format!("{environment}/bin/python"), &words))?;
        } else {
            forget(environment);
            let what = "Python 3 with venv and pip".to_owned();
            let how = "the packages python3 and python3-venv";
            missing.push(Missing { peers: vec![peer], what, how });
        }
    }
    let said: Vec<String> = missing.iter().map(Missing::said).collect();
    if !missing.is_empty() && std::env::var_os("CI").is_some() {
        let failure = Failure::failed("CI is set, so no test may be left out");
        return Err(failure.with(said.join("\n")));
    }
    said.iter().for_each(|text| output::line(&format!("\n==> {text}")));
    Ok(missing.into_iter().flat_map(|missing| missing.peers).collect())
}

/// A tool that could not be installed, and the peers that need it.
struct Missing {
    peers: Vec<&'static str>,
    what: String,
    how: &'static str,
}

impl Missing {
    fn said(&self) -> String {
        let Missing { peers, what, how } = self;
        let peers = peers.join(", ");
        format!(
            "{what} is missing: install {how}, or run this as root where apt-get is\n    \
             left out without it: {peers}"
        )
    }
}

/// Tests run what is installed, so an outdated installation is removed.
fn forget(installed: &str) {
    // What was never there cannot be removed.
    let _ = fs::remove_dir_all(workspace().join(installed));
}

/// Whether all of these programs are there, whose packages have the same names.
fn has_all(programs: &[&'static str]) -> bool {
    let missing = || programs.iter().copied().filter(|tool| !runs(tool, "--version"));
    install_packages(&missing().collect::<Vec<_>>());
    missing().count() == 0
}

/// The keyring of a desktop on a bus of its own, a program that reads it, and a pager.
fn has_keyring() -> bool {
    let missing = || {
        let programs = ["dbus-run-session", "gnome-keyring-daemon", "less"];
        let package = |program: &'static str| match program {
            "dbus-run-session" => "dbus",
            "gnome-keyring-daemon" => "gnome-keyring",
            other => other,
        };
        let missing = programs.into_iter().filter(|program| !runs(program, "--version"));
        // It has no option that ends well without a keyring.
        let reader = (!Path::new("/usr/bin/secret-tool").exists()).then_some("libsecret-tools");
        missing.map(package).chain(reader)
    };
    install_packages(&missing().collect::<Vec<_>>());
    missing().count() == 0
}

fn has_chromium() -> bool {
    let is_there = || runs("chromium", "--version");
    if !is_there() {
        install_packages(&["chromium"]);
    }
    is_there()
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

/// Node.js's name for this platform.
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

/// Whether this environment is there, made if possible.
fn has_python(environment: &str) -> bool {
    let python = format!("{environment}/bin/python");
    let has_pip = || runs(&python, "-m pip --version");
    if has_pip() {
        return true;
    }
    let has_venv = || runs("python3", "-m ensurepip --version");
    if !has_venv() {
        install_packages(&["python3", "python3-venv"]);
    }
    if has_venv() {
        tried(
            "an environment for peers in Python",
            "python3",
            &format!("-m venv --clear {environment}"),
        );
    }
    has_pip()
}

/// Installs Debian packages if possible. The caller checks for the tools afterwards.
fn install_packages(names: &[&str]) {
    if names.is_empty() || !runs("apt-get", "--version") {
        return;
    }
    // A runner of a CI service is not root, and may become it.
    const SUDO: &str = "--non-interactive";
    let may = std::env::var_os("CI").is_some() && runs("sudo", &format!("{SUDO} true"));
    let (what, front) =
        if may { ("sudo", format!("{SUDO} apt-get ")) } else { ("apt-get", String::new()) };
    tried("package lists", what, &format!("{front}update --quiet"));
    let words = "install --yes --quiet --no-install-recommends";
    tried("Debian packages", what, &format!("{front}{words} {}", names.join(" ")));
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
