//! Other programs, run at the root of the workspace.

use std::ffi::OsString;
use std::process::{Command, Output};
use std::time::Instant;

use crate::workspace::workspace;
use houston_codegen::tool::failure::Failure;
use houston_codegen::tool::output;

/// Where `cargo xtask ci` installs Node.js if the system has none, or an old one.
pub(crate) const NODE: &str = "target/node";

/// Where tools of Cargo are installed.
pub(crate) const TOOLS: &str = "target/tools";

/// A program with these arguments.
pub(crate) fn program(name: &str, words: &str) -> Command {
    let mut command = Command::new(name);
    command.args(words.split_whitespace()).current_dir(workspace()).env("PATH", path());
    command
}

/// This Cargo with these arguments.
pub(crate) fn cargo(words: &str) -> Command {
    program(env!("CARGO"), words)
}

/// Runs a program that must succeed, and shows its output.
pub(crate) fn step(name: &str, mut command: Command) -> Result<(), Failure> {
    output::line(&format!("\n==> {name}"));
    let started = Instant::now();
    let status = command.status().map_err(|error| cannot_run(&command, error))?;
    if !status.success() {
        return Err(Failure::failed(format_args!("{name} failed: {}", words(&command))));
    }
    output::line(&format!("    {name}: {} s", started.elapsed().as_secs()));
    Ok(())
}

/// Runs a program, and returns its output.
pub(crate) fn read(mut command: Command) -> Result<Output, Failure> {
    command.output().map_err(|error| cannot_run(&command, error))
}

fn cannot_run(command: &Command, error: std::io::Error) -> Failure {
    Failure::failed(format_args!("cannot run {}: {error}", words(command)))
}

/// A command as a user types it, without folder and environment.
fn words(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

/// The search path: tools that were installed here first, then those of this machine.
fn path() -> OsString {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let here = [NODE, TOOLS].map(|folder| workspace().join(folder).join("bin"));
    let all = here.into_iter().chain(std::env::split_paths(&path));
    // A folder whose name has a colon cannot be on it.
    std::env::join_paths(all).unwrap_or(path)
}
