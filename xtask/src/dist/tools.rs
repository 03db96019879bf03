//! What makes and checks artifacts, at fixed versions.

use std::process::Command;

use crate::step::{TOOLS, cargo, program, step};
use crate::workspace::workspace;
use houston_codegen::tool::failure::Failure;

/// The folder with the list of tools in Python, and the environment that they are installed in.
pub(crate) const LISTED_IN: &str = "dist";
pub(crate) const PYTHON: &str = "target/dist-tools";

/// Tools that have no package with a current binary: name, version, and the crates in them that are worth optimizing.
const FROM_SOURCE: [(&str, &str, &[&str]); 2] = [
    ("cargo-deb", "3.8.0", &[]),
    // Four checksums of the whole binary, in one second instead of forty.
    ("cargo-generate-rpm", "0.21.1", &["keccak", "sha1", "sha2", "sha3"]),
];

/// Installs the tools in Python, from the lists of these names. Nothing happens if they are there.
pub(super) fn python(lists: &[&str]) -> Result<(), Failure> {
    if !workspace().join(scripts(PYTHON)).exists() {
        let words = format!("-m venv {PYTHON}");
        step("an environment for tools in Python", program(system_python(), &words))?;
    }
    let lists = lists.iter().map(|list| format!(" --requirement {LISTED_IN}/{list}.txt"));
    let words = format!("-m pip install --quiet{}", lists.collect::<String>());
    step("tools in Python", python_tool("python", &words))
}

/// A tool of the environment for Python.
pub(crate) fn python_tool(name: &str, words: &str) -> Command {
    let path = workspace().join(scripts(PYTHON)).join(name);
    program(&path.to_string_lossy(), words)
}

/// The folder with the programs of an environment.
pub(super) fn scripts(environment: &str) -> String {
    format!("{environment}/{}", if cfg!(windows) { "Scripts" } else { "bin" })
}

/// The Python that makes environments.
pub(super) fn system_python() -> &'static str {
    if cfg!(windows) { "python" } else { "python3" }
}

/// Builds a tool of Cargo if this version is not there. It is found on the search path.
pub(super) fn cargo_tool(name: &str) -> Result<(), Failure> {
    let tool = FROM_SOURCE.iter().find(|tool| tool.0 == name);
    let unknown = || Failure::failed(format_args!("unknown tool {name}"));
    let (_, version, optimized) = tool.ok_or_else(unknown)?;
    // Without optimization it is built sooner, and it runs for seconds.
    let words = format!("install --quiet --debug --locked --root {TOOLS} {name}@{version}");
    let mut install = cargo(&words);
    for package in *optimized {
        install.arg("--config").arg(format!("profile.dev.package.{package}.opt-level=3"));
    }
    install.env("CARGO_PROFILE_DEV_DEBUG", "0");
    // A crate below it can ask for another compiler: rustup must not change those of this machine for it.
    install.env("RUSTUP_AUTO_INSTALL", "0");
    step(name, install)
}
