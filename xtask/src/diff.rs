//! `cargo xtask diff`: what changed between two schemas, and what it means.

use houston_codegen::tool::comparison::{Reporting, Sides};
use houston_codegen::tool::failure::{Exit, Failure};

use crate::introspect;
use crate::workspace::{SCHEMA, beside, workspace};

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
    let beside = beside(overlay.as_deref(), own)?;
    sides.report(&root, &beside, reporting, introspect::COMMAND)
}
