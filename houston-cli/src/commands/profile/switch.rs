//! `houston profile use` and `remove`.

use clap::{ArgMatches, Command};
use toml_edit::value;

use super::{name, name_of};
use crate::config::{self, Config};
use crate::failure::Failure;
use crate::options::Options;
use crate::{confirm, credentials, output, schema};

pub(super) fn command() -> Command {
    Command::new("use").about("Make a profile the current one").arg(name())
}

pub(super) fn remove_command() -> Command {
    Command::new("remove").about("Remove a profile, with its token and schema").arg(name())
}

pub(super) fn run(matches: &ArgMatches) -> Result<(), Failure> {
    let name = name_of(matches);
    Config::read()?.profile(name)?;
    config::edit(|document| document["current"] = value(name))?;
    output::note(format_args!("profile {name} is the current one"));
    // What is nearer wins.
    if let Some((chosen, choice)) = Config::read()?.chosen(None)?.filter(|(other, _)| other != name)
    {
        output::note(format_args!("note: here, {} chooses {chosen}", choice.words()));
    }
    Ok(())
}

pub(super) fn remove(matches: &ArgMatches, options: &Options) -> Result<(), Failure> {
    let name = name_of(matches);
    let config = Config::read()?;
    if !config.profiles.contains_key(name) {
        // For what there is instead.
        config.profile(name)?;
        return Err(Failure::usage(format!("profile {name} is built in")));
    }
    let removes = format!("profile {name}, with its token and schema");
    confirm::ask_own("profile remove", &removes, options)?;
    credentials::forget(name)?;
    schema::forget(name)?;
    config::edit(|document| {
        config::profiles(document).remove(name);
        if config.current.as_deref() == Some(name) {
            document.remove("current");
        }
    })?;
    output::note(format_args!("profile {name} is removed, and what was kept for it"));
    if config.current.as_deref() == Some(name) {
        output::note("no profile is the current one now; `houston profile use NAME` chooses one");
    }
    Ok(())
}
