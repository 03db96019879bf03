//! `houston sandbox`: the embedded Houston for other programs, and its store.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use crate::options;
#[cfg(feature = "sandbox")]
use crate::options::Options;
use crate::stop::Stop;

const SERVE: &[&[&str]] = &[];
const RESET: &[&[&str]] = &[&[options::YES]];

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
        .arg(store())
        .arg(
            Arg::new("seed")
                .long("seed")
                .value_name("FILE")
                .value_parser(value_parser!(PathBuf))
                .help("Users, workspaces, deployments and service accounts to begin with, in YAML"),
        )
        .arg(
            Arg::new("empty")
                .long("empty")
                .action(ArgAction::SetTrue)
                .help("A fresh platform without users: the first createUser becomes administrator"),
        )
        .arg(
            Arg::new("fault").long("fault").value_name("RULE").action(ArgAction::Append).help(
                "Make calls go wrong, such as createDeployment:1:drop-after; can be repeated",
            ),
        )
        .after_help(FAULTS);
    let reset = Command::new("reset")
        .about("Remove the sandbox's store, unless it is served; the next one is new")
        .arg(store());
    Command::new("sandbox")
        .about("The embedded Houston, to try things and to test against")
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .subcommand(options::add_own(serve, SERVE))
        .subcommand(options::add_own(reset, RESET))
}

fn store() -> Arg {
    Arg::new("store")
        .long("store")
        .value_name("DIR")
        .value_parser(value_parser!(PathBuf))
        .help("The directory of its store; the one of --sandbox if it is left out")
}

/// The grammar of `--fault`.
const FAULTS: &str = "\
Faults: OPERATION:CALLS:EFFECT
  OPERATION  an operation, or * for each
  CALLS      from 1 on: 2, 2-4, 2+ or *
  EFFECT     delay=500ms      answer late
             drop-before      end the connection, without running it
             drop-after       run it and end the connection
             502, 502-after   answer as a gateway that fails, without or after running it
             truncate         run it and send half of the answer
             error-after      run it and answer with an error
             repoint-binding  a service account keeps only its role in what it has created
             no-bindings      Cannot read property 'roleBindings' of undefined";

#[cfg(not(feature = "sandbox"))]
pub(crate) fn run(_: &ArgMatches, _: ArgMatches) -> Result<(), Stop> {
    Err(crate::sandbox::missing().into())
}

#[cfg(feature = "sandbox")]
pub(crate) fn run(before: &ArgMatches, matches: ArgMatches) -> Result<(), Stop> {
    // clap asks for one of them.
    let Some((name, matches)) = matches.subcommand() else { return Ok(()) };
    let options = |has| Options::of_own(&[before, matches], &format!("sandbox {name}"), has);
    match name {
        "serve" => options(SERVE).and_then(|_| serve::run(matches))?,
        _ => reset::run(matches, &options(RESET)?)?,
    }
    Ok(())
}

#[cfg(feature = "sandbox")]
mod reset;
#[cfg(feature = "sandbox")]
mod serve;
