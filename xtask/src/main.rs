//! The commands of houston's maintainers: `cargo xtask help` lists them.

mod bench;
mod ci;
mod codegen;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

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
    /// Measures speed against peers, in one run
    #[command(subcommand)]
    Bench(bench::Arguments),
    /// Installs what the tests need, and checks everything
    Ci,
}

fn main() -> ExitCode {
    let result = match Arguments::parse().command {
        Command::Codegen(arguments) => codegen::run(&arguments),
        Command::Bench(arguments) => bench::run(&arguments),
        Command::Ci => ci::run(),
    };
    match result {
        Ok(code) => code,
        Err(error) => {
            output::error(&error);
            ExitCode::FAILURE
        }
    }
}

/// The root of the workspace: this crate's parent.
fn workspace() -> PathBuf {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    manifest.parent().unwrap_or(manifest).to_owned()
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
