//! `houston profile`: named platforms.

mod add;
mod import;
mod list;
mod set;
mod settings;
mod show;
mod switch;

use clap::{Args, Subcommand};

use crate::failure::Failure;

/// Create, change and choose profiles, which name platforms
#[derive(Args)]
#[command(
    disable_help_subcommand = true,
    after_help = "\
A project chooses a profile with the line profile = \"NAME\" in .houston.toml, in its directory or one above. \
`houston help environment` says which profile, address and token a call uses."
)]
pub(crate) struct Profile {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Add(add::Add),
    Set(set::Set),
    List(list::List),
    Use(switch::Use),
    Show(show::Show),
    Remove(switch::Remove),
    Import(import::Import),
}

pub(crate) use switch::{Use, run as switch};

pub(crate) fn run(profile: Profile) -> Result<(), Failure> {
    match profile.command {
        Command::Add(add) => add::run(add),
        Command::Set(set) => set::run(set),
        Command::List(list) => list::run(list),
        Command::Use(switch) => switch::run(switch),
        Command::Show(show) => show::run(show),
        Command::Remove(remove) => switch::remove(remove),
        Command::Import(import) => import::run(import),
    }
}
