//! `houston runs`: the journals of runs over rows.

mod join;
pub(crate) mod kept;
mod list;
mod merge;
mod remove;
mod show;

use clap::{Args, Subcommand};

use crate::failure::stop::Stop;

/// List, show, remove and merge the journals of runs with --rows
#[derive(Args)]
#[command(disable_help_subcommand = true)]
pub(crate) struct Runs {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    List(list::List),
    Show(show::Show),
    Remove(remove::Remove),
    Merge(merge::Merge),
}

pub(crate) fn run(runs: Runs) -> Result<(), Stop> {
    match runs.command {
        Command::List(list) => list::run(list)?,
        Command::Show(show) => show::run(show)?,
        Command::Remove(remove) => remove::run(remove)?,
        Command::Merge(merge) => merge::run(merge)?,
    }
    Ok(())
}
