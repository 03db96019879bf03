//! `houston sandbox`: serves the embedded Houston to other programs, changes its settings, and resets its store.

mod options;
#[cfg(feature = "sandbox")]
mod reset;
#[cfg(feature = "sandbox")]
pub(super) mod serve;
#[cfg(feature = "sandbox")]
mod settings;

use clap::{Args, Subcommand};

use crate::failure::Failure;
use options::{Reset, Serve, Settings};

/// Serve or reset the embedded Houston, to try things and to test
#[derive(Args)]
#[command(disable_help_subcommand = true, hide = cfg!(not(feature = "sandbox")))]
pub(crate) struct Sandbox {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Serve(Serve),
    Settings(Settings),
    Reset(Reset),
}

#[cfg(not(feature = "sandbox"))]
pub(crate) fn run(_: Sandbox) -> Result<(), Failure> {
    Err(crate::sandbox::missing())
}

#[cfg(feature = "sandbox")]
pub(crate) fn run(sandbox: Sandbox) -> Result<(), Failure> {
    match sandbox.command {
        Command::Serve(serve) => serve::run(serve),
        Command::Settings(settings) => settings::run(settings),
        Command::Reset(reset) => reset::run(reset),
    }
}
