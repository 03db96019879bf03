//! `houston schema`: the schema that operations use.

mod diff;
mod pull;
mod show;
mod switch;

use clap::{Args, Subcommand};

use crate::failure::Failure;
use crate::schema::BuiltIn;

/// Show, pull and choose the schema that operations use
#[derive(Args)]
#[command(
    disable_help_subcommand = true,
    after_help = "\
A call uses the schema of --schema, HOUSTON_SCHEMA or its profile, in this order; or else that of its platform, if it \
was pulled; or else the built-in one."
)]
pub(crate) struct SchemaCommand {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Show(show::Show),
    Pull(pull::Pull),
    Diff(diff::Diff),
    Use(switch::Use),
}

pub(crate) fn run(built_in: BuiltIn, schema: SchemaCommand) -> Result<(), Failure> {
    match schema.command {
        Command::Show(show) => show::run(built_in, show),
        Command::Pull(pull) => pull::run(pull),
        Command::Diff(diff) => diff::run(built_in, diff),
        Command::Use(switch) => switch::run(switch),
    }
}
