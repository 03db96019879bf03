//! `houston completions SHELL` and `houston man DIR`, from the whole tree of commands.

use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command, value_parser};
use clap_complete::Shell;

use crate::failure::Failure;
use crate::options::{self, Options};
use crate::output;
use crate::stop::Stop;

const HAS: &[&[&str]] = &[&[options::SCHEMA, options::PROFILE]];

pub(crate) fn command() -> Command {
    options::add_own(Command::new("completions"), HAS)
        .about("Write the completions of a shell")
        .arg(
            Arg::new("shell")
                .value_name("SHELL")
                .required(true)
                .value_parser(["bash", "zsh", "fish"])
                .help("Whose completions"),
        )
        .after_help("For bash: source <(houston completions bash)")
}

pub(crate) fn man_command() -> Command {
    options::add_own(Command::new("man"), HAS)
        .about("Write the manual, a page for each command")
        .arg(
            Arg::new("directory")
                .value_name("DIR")
                .required(true)
                .value_parser(value_parser!(PathBuf))
                .help("Where the pages go"),
        )
}

/// Writes completions of the tree.
pub(crate) fn run(
    tree: impl FnOnce(&Options) -> Result<Command, Failure>,
    before: &ArgMatches,
    matches: ArgMatches,
) -> Result<(), Stop> {
    let mut tree = tree(&Options::of_own(&[before, &matches], "completions", HAS)?)?;
    let shell = match matches.get_one::<String>("shell").map_or("", String::as_str) {
        "bash" => Shell::Bash,
        "zsh" => Shell::Zsh,
        _ => Shell::Fish,
    };
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut tree, "houston", &mut script);
    Ok(output::data(String::from_utf8_lossy(&script).trim_end())?)
}

/// Writes the manual of the tree.
pub(crate) fn man(
    tree: impl FnOnce(&Options) -> Result<Command, Failure>,
    before: &ArgMatches,
    matches: ArgMatches,
) -> Result<(), Stop> {
    let tree = tree(&Options::of_own(&[before, &matches], "man", HAS)?)?;
    let Some(directory) = matches.get_one::<PathBuf>("directory") else { return Ok(()) };
    let written =
        std::fs::create_dir_all(directory).and_then(|()| clap_mangen::generate_to(tree, directory));
    written.map_err(|error| {
        let what = format!("the manual cannot be written to {}", directory.display());
        Failure::usage(what).because(error).help("give a folder that can be written to")
    })?;
    Ok(())
}
