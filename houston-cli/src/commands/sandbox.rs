//! `houston sandbox`: the embedded Houston for other programs, and its store.

#![cfg_attr(not(feature = "sandbox"), allow(dead_code, reason = "then nothing is served"))]

use std::path::PathBuf;

use clap::{Args, Subcommand};

use crate::options::Confirmation;
use crate::stop::Stop;

/// The embedded Houston, to try things and to test against
#[derive(Args)]
#[command(disable_help_subcommand = true, hide = cfg!(not(feature = "sandbox")))]
pub(crate) struct Sandbox {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Serve(Serve),
    Reset(Reset),
}

/// Serve the sandbox on a port of this machine until it is interrupted
#[derive(Args)]
#[command(after_help = FAULTS)]
struct Serve {
    /// The port; a free one if it is left out
    #[arg(long, value_name = "N")]
    port: Option<u16>,
    #[command(flatten)]
    store: StoreDirectory,
    /// Users, workspaces, deployments and service accounts to begin with, in YAML
    #[arg(long, value_name = "FILE")]
    seed: Option<PathBuf>,
    /// A fresh platform without users: the first createUser becomes administrator
    #[arg(long)]
    empty: bool,
    /// Make calls go wrong, such as createDeployment:1:drop-after; can be repeated
    #[arg(id = "fault", long, value_name = "RULE")]
    faults: Vec<String>,
}

/// Remove the sandbox's store, unless it is served; the next one is new
#[derive(Args)]
struct Reset {
    #[command(flatten)]
    store: StoreDirectory,
    #[command(flatten)]
    confirmation: Confirmation,
}

/// Where the sandbox keeps what it has.
#[derive(Args)]
struct StoreDirectory {
    /// The directory of its store; the one of --sandbox if it is left out
    #[arg(id = "store", long, value_name = "DIR")]
    directory: Option<PathBuf>,
}

/// The grammar of `--fault`.
const FAULTS: &str = "\
Faults: OPERATION:CALLS:EFFECT
  OPERATION  an operation, or * for each
  CALLS      from 1 on: 2, 2-4, 2+ or *
  EFFECT     delay=500ms      answer late
             drop-before      end the connection, without running it
             drop-after       run it and end the connection
             502, 502-after   answer as a gateway that fails, without or after running it
             truncate         run it and send half of the answer
             error-after      run it and answer with an error
             repoint-binding  a service account keeps only its role in what it has created
             no-bindings      Cannot read property 'roleBindings' of undefined";

#[cfg(not(feature = "sandbox"))]
pub(crate) fn run(sandbox: Sandbox) -> Result<(), Stop> {
    Err(crate::sandbox::missing().into())
}

#[cfg(feature = "sandbox")]
pub(crate) fn run(sandbox: Sandbox) -> Result<(), Stop> {
    match sandbox.command {
        Command::Serve(serve) => serve::run(serve)?,
        Command::Reset(reset) => reset::run(reset)?,
    }
    Ok(())
}

#[cfg(feature = "sandbox")]
mod reset;
#[cfg(feature = "sandbox")]
mod serve;
