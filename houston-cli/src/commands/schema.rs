//! `houston schema`: what operations go by.

mod diff;
mod pull;
mod show;
mod switch;

use clap::{ArgMatches, Command};
use houston_client::schema::Schema;

use crate::options::{self, Options};
use crate::stop::Stop;

pub(crate) fn command() -> Command {
    Command::new("schema")
        .about("See, pull and choose the schema that operations go by")
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .subcommand(options::add_own(show::command(), show::HAS))
        .subcommand(options::add_own(pull::command(), pull::HAS))
        .subcommand(options::add_own(diff::command(), diff::HAS))
        .subcommand(options::add_own(switch::command(), switch::HAS))
        .after_help(
            "The one of a call is that of --schema FILE, else that of the profile, else the one that is built in.\n\
             What is pulled for a profile is that of its server from then on.",
        )
}

pub(crate) fn run(
    built_in: &'static Schema,
    before: &ArgMatches,
    matches: ArgMatches,
) -> Result<(), Stop> {
    // clap asks for one of them.
    let Some((name, matches)) = matches.subcommand() else { return Ok(()) };
    let command = format!("schema {name}");
    let options = |has| Options::of_own(&[before, matches], &command, has);
    match name {
        "show" => show::run(built_in, &options(show::HAS)?)?,
        "pull" => pull::run(matches, &options(pull::HAS)?)?,
        "diff" => diff::run(built_in, matches, &options(diff::HAS)?)?,
        _ => switch::run(matches, &options(switch::HAS)?)?,
    }
    Ok(())
}
