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
        .subcommand(options::add_own(login::command(), login::HAS))
        .subcommand(options::add_own(status::command(), status::HAS))
        .subcommand(options::add_own(logout::command(), logout::HAS))
}

pub(crate) fn run(before: &ArgMatches, matches: ArgMatches) -> Result<(), Stop> {
    // clap asks for one of them.
    let Some((name, matches)) = matches.subcommand() else { return Ok(()) };
    let command = format!("auth {name}");
    let options = |has| Options::of_own(&[before, matches], &command, has);
    match name {
        "login" => login::run(matches, &options(login::HAS)?)?,
        "logout" => logout::run(&options(logout::HAS)?)?,
        _ => status::run(&options(status::HAS)?)?,
    }
    Ok(())
}
