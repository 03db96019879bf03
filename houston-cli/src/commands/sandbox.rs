//! `houston sandbox serve`: the embedded Houston for other programs.

use clap::{Arg, ArgMatches, Command, value_parser};

use crate::cli::Stop;

pub(crate) fn command() -> Command {
    let serve = Command::new("serve")
        .about("Serve the sandbox on a port of this machine until it is interrupted")
        .arg(
            Arg::new("port")
                .long("port")
                .value_name("N")
                .value_parser(value_parser!(u16))
                .help("The port; a free one if it is left out"),
        )
        .arg(
            Arg::new("store")
                .long("store")
                .value_name("DIR")
                .value_parser(value_parser!(std::path::PathBuf))
                .help("The directory of its store; the one of --sandbox if it is left out"),
        );
    Command::new("sandbox")
        .about("The embedded Houston, to try things and to test against")
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .subcommand(serve)
}

#[cfg(not(feature = "sandbox"))]
pub(crate) fn run(_: ArgMatches) -> Result<(), Stop> {
    Err(crate::sandbox::missing().into())
}

#[cfg(feature = "sandbox")]
pub(crate) fn run(matches: ArgMatches) -> Result<(), Stop> {
    match matches.subcommand() {
        Some(("serve", matches)) => Ok(serve::run(matches)?),
        // clap asks for one of them.
        _ => Ok(()),
    }
}

#[cfg(feature = "sandbox")]
mod serve;
