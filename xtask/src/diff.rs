//! `cargo xtask diff`: what changed between two schemas, and what it means.

use std::path::Path;

use houston_codegen::tool::comparison::{Reporting, Sides};
use houston_codegen::tool::failure::{Exit, Failure};
use houston_codegen::tool::files::Beside;

use crate::introspect;
use crate::workspace::{OVERLAY, SCHEMA, workspace};

#[derive(clap::Args)]
#[command(after_help = Exit::table())]
pub(crate) struct Arguments {
    #[command(flatten)]
    sides: Sides,
    /// The overlay, or `none` [default: schema/overlay.toml if one of the two
    /// is our own schema, otherwise none]
    #[arg(long, value_name = "FILE|none")]
    overlay: Option<String>,
    #[command(flatten)]
    reporting: Reporting,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let Arguments { sides, overlay, reporting } = arguments;
    let root = workspace();
    let own = [&sides.old, &sides.new].iter().any(|side| root.join(side) == root.join(SCHEMA));
    let beside = match overlay.as_deref() {
        Some("none") => Beside::default(),
        Some(path) => Beside::read(&root, Path::new(path))?,
        None if own => Beside::read(&root, Path::new(OVERLAY))?,
        None => Beside::default(),
    };
    sides.report(&root, &beside, reporting, introspect::COMMAND)
}
