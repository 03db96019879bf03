//! `cargo xtask introspect`: a server's schema becomes a file, with our own words in it.

use std::path::PathBuf;

use houston_codegen::tool::failure::{Exit, Failure};
use houston_codegen::tool::fetched;
use houston_codegen::tool::server::{Access, Address};

use crate::workspace::{SCHEMA, workspace};

/// The command as the files name it.
pub(crate) const COMMAND: &str = "cargo xtask introspect";

#[derive(clap::Args)]
#[command(after_help = Exit::table())]
pub(crate) struct Arguments {
    #[command(flatten)]
    address: Address,
    #[command(flatten)]
    access: Access,
    /// The file to write. Descriptions, deprecation reasons, order and comments of an existing file are kept
    #[arg(long, value_name = "FILE", default_value = SCHEMA)]
    out: PathBuf,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let Arguments { address, access, out } = arguments;
    fetched::introspect(access, &address.url()?, &workspace(), out, COMMAND)
}
