//! `cargo xtask bench`: speed as a ratio, against a peer in the same run.

mod cli;
mod codegen;
mod compile;
mod rows;
mod subscriptions;
mod turns;

use std::error::Error;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use clap::Parser;
use houston_codegen::parse::syntax::Document;
use houston_codegen::{Source, introspection, parse};

type Result<T = ()> = std::result::Result<T, Box<dyn Error>>;

/// Measure speed beside comparable tools, in one run
#[derive(Parser)]
#[command(bin_name = "cargo xtask bench")]
enum Arguments {
    /// The generator beside typed-graphql-builder
    Codegen,
    /// `cargo check` of generated code beside cynic with five queries
    Compile,
    /// Requests and decoding beside reqwest and serde's derive
    Client,
    /// A call of the command line beside curl and a minimal reqwest binary
    Cli,
    /// 10,000 rows beside a minimal reqwest binary, xargs with curl, and Python's gql
    Rows(rows::Arguments),
    /// The events of a subscription beside tokio-tungstenite and serde by hand, and 1,000 subscriptions
    Subscriptions(subscriptions::Arguments),
}

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // There is nowhere else to say it.
            let _ = writeln!(std::io::stderr(), "error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> Result {
    machine()?;
    match arguments {
        Arguments::Codegen => codegen::run(),
        Arguments::Compile => compile::run(),
        Arguments::Cli => cli::run(),
        Arguments::Rows(arguments) => rows::run(arguments),
        Arguments::Subscriptions(arguments) => subscriptions::run(arguments),
        Arguments::Client => {
            let mut bench = Command::new("cargo");
            bench.args(["run", "--release", "--quiet", "--locked", "-p", "houston-bench"]);
            turns::checked(bench.args(["--example", "client"]).current_dir(workspace()))
        }
    }
}

/// The root of the workspace.
fn workspace() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

/// Writes a line of the report.
fn line(text: &str) {
    // A report that is not read is not a failure.
    let _ = writeln!(std::io::stdout(), "{text}");
}

/// Where cargo builds.
fn target() -> Result<PathBuf> {
    Ok(match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => std::path::absolute(folder)?,
        None => workspace().join("target"),
    })
}

/// Where the figures come from: without it they say nothing.
fn machine() -> Result {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let cpus = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = cpus.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    line(&format!(
        "{cores} cores, {}; load {}",
        model.map_or("unknown", |(_, model)| model),
        load.split_whitespace().next().unwrap_or("unknown")
    ));
    for program in ["rustc", "node"] {
        line(&format!("{program} {}", turns::version(program)?));
    }
    Ok(())
}

/// A schema of others that `cargo xtask ci` installs.
fn installed(file: &str) -> Result<PathBuf> {
    let path = workspace().join("tests/schemas/node_modules").join(file);
    if path.exists() {
        Ok(path)
    } else {
        Err(format!("{} is missing\nRun `cargo xtask ci`.", path.display()).into())
    }
}

fn houston() -> Result<Document> {
    document(&workspace().join("schema/houston.graphql"))
}

/// Without duplicate definitions, which the peers also refuse.
fn github() -> Result<Document> {
    document(&installed("@octokit/graphql-schema/schema.graphql")?)
}

fn document(path: &Path) -> Result<Document> {
    let name = path.display().to_string();
    let text = fs::read_to_string(path).map_err(|error| format!("{name}: {error}"))?;
    Ok(parse::parse(&Source::new(&name, &text))?)
}

/// The file of a schema that is measured with.
fn write(name: &str, document: &Document) -> Result<PathBuf> {
    let folder = workspace().join("target/bench");
    let path = folder.join(name).with_extension("graphql");
    let written =
        fs::create_dir_all(&folder).and_then(|()| fs::write(&path, introspection::sdl(document)));
    written.map_err(|error| format!("cannot write {}: {error}", path.display()))?;
    Ok(path)
}
