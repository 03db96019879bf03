//! The options of the sandbox's commands.

#![cfg_attr(not(feature = "sandbox"), allow(dead_code, reason = "only the sandbox reads them"))]

use std::path::PathBuf;

use clap::Args;

use crate::settings::options::Confirmation;

/// Serve the sandbox on a port of this machine until interrupted
#[derive(Args)]
#[command(after_help = FAULTS)]
pub(super) struct Serve {
    /// Port to listen on [default: a free one]
    #[arg(long, value_name = "N")]
    pub(super) port: Option<u16>,
    #[command(flatten)]
    pub(super) store: StoreDirectory,
    /// YAML file with initial users, workspaces, deployments and service accounts
    #[arg(long, value_name = "FILE")]
    pub(super) seed: Option<PathBuf>,
    /// Start without users; the first user that is created becomes administrator
    #[arg(long)]
    pub(super) empty: bool,
    /// Inject a fault, such as createDeployment:1:drop-after; can be repeated
    #[arg(id = "fault", long, value_name = "RULE")]
    pub(super) faults: Vec<String>,
}

/// Remove the sandbox's store, unless a process serves it; the next call creates a new one
#[derive(Args)]
pub(super) struct Reset {
    #[command(flatten)]
    pub(super) store: StoreDirectory,
    #[command(flatten)]
    pub(super) confirmation: Confirmation,
}

/// Where the sandbox stores its data.
#[derive(Args)]
pub(super) struct StoreDirectory {
    /// Directory of the store [default: the one that --sandbox uses]
    #[arg(id = "store", long, value_name = "DIR")]
    pub(super) directory: Option<PathBuf>,
}

/// The grammar of `--fault`.
const FAULTS: &str = "\
Faults: OPERATION:CALLS:EFFECT
  OPERATION  an operation, or * for every one
  CALLS      which calls, from 1: 2, 2-4, 2+ or *
  EFFECT     delay=500ms      answer late
             drop-before      close the connection without running it
             drop-after       run it, then close the connection
             502, 502-after   answer like a failing gateway, without or after running it
             truncate         run it, then send half of the answer
             error-after      run it, then answer with an error
             repoint-binding  leave a service account only its role in what it created
             no-bindings      answer: Cannot read property 'roleBindings' of undefined";
