//! `cargo xtask bench`: speed as a ratio, against a peer in the same run.

mod cli;
mod codegen;
mod compile;
mod turns;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use clap::Subcommand;
use houston_codegen::parse::syntax::Document;
use houston_codegen::{Source, introspection, parse};

use crate::{output, workspace};

#[derive(Subcommand)]
pub(crate) enum Arguments {
    /// The generator beside typed-graphql-builder
    Codegen,
    /// `cargo check` of generated code beside cynic with five queries
    Compile,
    /// Requests and decoding beside reqwest and serde's derive
    Client,
    /// A call of the command line beside curl and a minimal reqwest binary
    Cli,
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode, String> {
    machine()?;
    match arguments {
        Arguments::Codegen => codegen::run()?,
        Arguments::Compile => compile::run()?,
        Arguments::Cli => cli::run()?,
        Arguments::Client => {
            let mut bench = Command::new("cargo");
            bench.args(["run", "--release", "--quiet", "--locked", "-p", "houston-tests"]);
            turns::checked(bench.args(["--example", "client_bench"]).current_dir(workspace()))?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Where the figures come from: without it they say nothing.
fn machine() -> Result<(), String> {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let cpus = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = cpus.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    output::line(&format!(
        "{cores} cores, {}; load {}",
        model.map_or("unknown", |(_, model)| model),
        load.split_whitespace().next().unwrap_or("unknown")
    ));
    for program in ["rustc", "node"] {
        output::line(&format!("{program} {}", turns::version(program)?));
    }
    Ok(())
}

/// A schema of others that `cargo xtask ci` installs.
fn installed(file: &str) -> Result<PathBuf, String> {
    let path = workspace().join("tests/schemas/node_modules").join(file);
    if path.exists() {
        Ok(path)
    } else {
        Err(format!(
            "error: {} is missing\nhelp: run `npm ci --prefix tests/schemas --ignore-scripts --legacy-peer-deps`",
            path.display()
        ))
    }
}

fn houston() -> Result<Document, String> {
    document(&workspace().join("schema/houston.graphql"))
}

/// Without what its owner defines twice: the peers refuse it, too.
fn github() -> Result<Document, String> {
    document(&installed("@octokit/graphql-schema/schema.graphql")?)
}

fn document(path: &Path) -> Result<Document, String> {
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let name = path.display().to_string();
    parse::parse(&Source::new(&name, &text)).map_err(|errors| errors.to_string())
}

/// The file of a schema that is measured with.
fn write(name: &str, document: &Document) -> Result<PathBuf, String> {
    let folder = workspace().join("target/bench");
    let path = folder.join(name).with_extension("graphql");
    let written =
        fs::create_dir_all(&folder).and_then(|()| fs::write(&path, introspection::sdl(document)));
    written.map_err(|error| format!("error: cannot write {}: {error}", path.display()))?;
    Ok(path)
}
