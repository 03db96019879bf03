//! The commands of houston's maintainers: `cargo xtask help` lists them.

mod atomic;
mod bench;
mod ci;
mod codegen;
mod diff;
mod failure;
mod files;
mod introspect;
mod regenerate;
mod server;
mod step;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use failure::Exit;

#[derive(Parser)]
#[command(name = "cargo xtask", about)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Writes the builders and the table for a schema
    Codegen(codegen::Arguments),
    /// Asks a server for its schema, and writes it with our descriptions in it
    Introspect(introspect::Arguments),
    /// Tells what changed between two schemas: for code, for commands, and what to do
    Diff(diff::Arguments),
    /// Introspects, compares, writes the builders and checks them, in one go
    Regenerate(regenerate::Arguments),
    /// Measures speed against peers, in one run
    Bench(bench::Arguments),
    /// Installs what the tests need, and checks everything
    Ci,
}

fn main() -> ExitCode {
    let result = match Arguments::parse().command {
        Command::Codegen(arguments) => codegen::run(&arguments),
        Command::Introspect(arguments) => introspect::run(&arguments),
        Command::Diff(arguments) => diff::run(&arguments),
        Command::Regenerate(arguments) => regenerate::run(&arguments),
        Command::Bench(arguments) => bench::run(&arguments),
        Command::Ci => ci::run(),
    };
    let exit: Exit = result.unwrap_or_else(|failure| {
        output::error(&failure.to_string());
        failure.exit
    });
    ExitCode::from(exit as u8)
}

/// The root of the workspace: the parent of this crate, where Cargo runs it.
fn workspace() -> PathBuf {
    let manifest = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    let manifest = manifest.unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")));
    manifest.parent().unwrap_or(&manifest).to_owned()
}

/// Writing to the terminal: nothing here cares when nobody reads it.
mod output {
    use std::io::Write as _;

    pub(crate) fn line(text: &str) {
        let _ = writeln!(std::io::stdout(), "{text}");
    }

    pub(crate) fn error(text: &str) {
        let _ = writeln!(std::io::stderr(), "{text}");
    }
}
