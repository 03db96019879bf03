//! `houston schema`: what operations go by.

pub(crate) mod diff;
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
        .subcommand(options::add_offline(show::command()))
        .subcommand(options::add_online(pull::command()))
        .subcommand(options::add_online(diff::command()))
        .subcommand(switch::command())
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
    let (places, command) = ([before, matches], format!("schema {name}"));
    match name {
        "show" => show::run(built_in, &Options::offline(&places, &command)?)?,
        "pull" => pull::run(matches, &Options::online(&places, &command)?)?,
        "diff" => diff::run(built_in, matches, &Options::online(&places, &command)?)?,
        _ => switch::run(matches, &Options::offline(&places, &command)?)?,
    }
    Ok(())
}
