//! `houston profile show`.

use clap::{ArgMatches, Command};

use super::{json, name, name_of};
use crate::config::Config;
use crate::failure::Failure;
use crate::format::Format;
use crate::options::Options;
use crate::{credentials, output};

pub(super) fn command() -> Command {
    Command::new("show")
        .about("Show a profile, without its token")
        .arg(name().required(false).help("The profile's name; the one in use if it is left out"))
}

pub(super) fn run(matches: &ArgMatches, options: &Options) -> Result<(), Failure> {
    let config = Config::read()?;
    let current = config.chosen(options.platform.profile.name.as_deref())?.map(|(name, _)| name);
    let name = match (name_of(matches), &current) {
        ("", Some(current)) => current.clone(),
        ("", None) => {
            return Err(Failure::usage("no profile is in use")
                .help("`houston profile use NAME` makes one the current one"));
        }
        (name, _) => name.to_owned(),
    };
    let profile = config.profile(&name)?;
    let has_token = credentials::is_kept(&name);
    let facts = json(&name, &profile, current.as_ref() == Some(&name), has_token);
    output::facts(options.facts().unwrap_or(Format::Yaml), &facts)
}
