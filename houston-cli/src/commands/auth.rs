//! `houston auth`: signing in, and who is signed in.

mod login;
mod logout;
mod status;

use clap::{ArgMatches, Command};

use crate::options::{self, Options};
use crate::stop::Stop;

pub(crate) fn command() -> Command {
    Command::new("auth")
        .about("Sign in and out, and see who is signed in")
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .subcommands(
            [login::command(), status::command(), logout::command()].map(options::add_online),
        )
}

pub(crate) fn run(before: &ArgMatches, matches: ArgMatches) -> Result<(), Stop> {
    // clap asks for one of them.
    let Some((name, matches)) = matches.subcommand() else { return Ok(()) };
    let options = Options::online(&[before, matches], &format!("auth {name}"))?;
    match name {
        "login" => login::run(matches, &options)?,
        "logout" => logout::run(&options)?,
        _ => status::run(&options)?,
    }
    Ok(())
}
