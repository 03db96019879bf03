//! The options of the sandbox's commands.

#![cfg_attr(not(feature = "sandbox"), allow(dead_code, reason = "then nothing is served"))]

use std::path::PathBuf;

use clap::Args;

use crate::settings::options::Confirmation;

/// Serve the sandbox on a port of this machine until it is interrupted
#[derive(Args)]
#[command(after_help = FAULTS)]
pub(super) struct Serve {
    /// The port; a free one if it is left out
    #[arg(long, value_name = "N")]
    pub(super) port: Option<u16>,
    #[command(flatten)]
    pub(super) store: StoreDirectory,
    /// Users, workspaces, deployments and service accounts to begin with, in YAML
    #[arg(long, value_name = "FILE")]
    pub(super) seed: Option<PathBuf>,
    /// A fresh platform without users: the first createUser becomes administrator
    #[arg(long)]
    pub(super) empty: bool,
    /// Make calls go wrong, such as createDeployment:1:drop-after; can be repeated
    #[arg(id = "fault", long, value_name = "RULE")]
    pub(super) faults: Vec<String>,
}

/// Remove the sandbox's store, unless it is served; the next one is new
#[derive(Args)]
pub(super) struct Reset {
    #[command(flatten)]
    pub(super) store: StoreDirectory,
    #[command(flatten)]
    pub(super) confirmation: Confirmation,
}

/// Where the sandbox keeps what it has.
#[derive(Args)]
pub(super) struct StoreDirectory {
    /// The directory of its store; the one of --sandbox if it is left out
    #[arg(id = "store", long, value_name = "DIR")]
    pub(super) directory: Option<PathBuf>,
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
