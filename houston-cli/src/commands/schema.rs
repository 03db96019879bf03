//! `houston schema`: what operations go by.

mod diff;
mod pull;
mod show;
mod switch;

use clap::{Args, Subcommand};
use houston_client::schema::Schema;

use crate::failure::stop::Stop;

/// See, pull and choose the schema that operations go by
#[derive(Args)]
#[command(
    disable_help_subcommand = true,
    after_help = "\
The one of a call is that of --schema FILE, else that of the profile, else the one that is built in.
What is pulled for a profile is that of its server from then on."
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

pub(crate) fn run(built_in: &'static Schema, schema: SchemaCommand) -> Result<(), Stop> {
    match schema.command {
        Command::Show(show) => show::run(built_in, show)?,
        Command::Pull(pull) => pull::run(pull)?,
        Command::Diff(diff) => diff::run(built_in, diff)?,
        Command::Use(switch) => switch::run(switch)?,
    }
    Ok(())
}
