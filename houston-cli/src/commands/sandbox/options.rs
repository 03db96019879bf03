//! The options of the sandbox's commands.

#![cfg_attr(not(feature = "sandbox"), allow(dead_code, reason = "only the sandbox reads them"))]

use std::path::PathBuf;

use clap::Args;

use crate::settings::options::Confirmation;

/// Serve the sandbox on a port of this machine until interrupted
#[derive(Args)]
#[cfg_attr(feature = "sandbox", command(after_help = grammars()))]
pub(super) struct Serve {
    /// Port to listen on [default: a free one]
    #[arg(long, value_name = "N")]
    pub(super) port: Option<u16>,
    #[command(flatten)]
    pub(super) store: StoreDirectory,
    /// YAML file with initial users, workspaces, deployments, service accounts and settings
    #[arg(long, value_name = "FILE")]
    pub(super) seed: Option<PathBuf>,
    #[command(flatten)]
    pub(super) chosen: Chosen,
    /// Start without users; the first user that is created becomes administrator
    #[arg(long)]
    pub(super) empty: bool,
    /// Inject a fault, such as createDeployment:1:drop-after; can be repeated
    #[arg(id = "fault", long, value_name = "RULE")]
    pub(super) faults: Vec<String>,
}

/// Show the settings of the sandbox's platform, and set some
#[derive(Args)]
#[cfg_attr(feature = "sandbox", command(after_help = houston_sandbox::Settings::grammar()))]
pub(super) struct Settings {
    #[command(flatten)]
    pub(super) store: StoreDirectory,
    #[command(flatten)]
    pub(super) chosen: Chosen,
}

/// Settings of the platform to set.
#[derive(Args)]
pub(super) struct Chosen {
    /// Set a setting of the platform, such as baseDomain=astro.example.com; the store keeps it; can be repeated
    #[arg(id = "set", long, value_name = "NAME=VALUE")]
    pub(super) settings: Vec<String>,
}

/// What `--fault` and `--set` take.
#[cfg(feature = "sandbox")]
fn grammars() -> String {
    format!("{}\n\n{}", houston_sandbox::Settings::grammar(), houston_sandbox::Fault::grammar())
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
