//! `houston profile add`: a new profile.

use clap::{ArgMatches, Command};
use toml_edit::{Item, Table, value};

use super::settings::{self, Settings};
use super::{name, name_of};
use crate::config::{self, Config};
use crate::endpoint::Endpoint;
use crate::failure::Failure;
use crate::output;
use crate::text::short;

pub(super) fn command() -> Command {
    settings::add(Command::new("add").about("Make a profile").arg(name()), true)
}

pub(super) fn run(matches: &ArgMatches) -> Result<(), Failure> {
    let name = name_of(matches);
    config::check_name(name).map_err(|why| Failure::usage(format!("`{}`: {why}", short(name))))?;
    let config = Config::read()?;
    if config.profiles.contains_key(name) {
        return Err(Failure::usage(format!("there is a profile {name} already")).help(format!(
            "`houston profile set {name}` changes it, `houston profile remove {name}` removes it"
        )));
    }
    let settings = Settings::read(matches)?;
    if let Some(url) = matches.get_one::<String>("url") {
        Endpoint::Url(url.clone()).shown(matches.get_flag("allow-http"))?;
    }
    let defaults = settings.names();
    let is_current = settings.is_current || config.current.is_none();
    config::edit(|document| {
        // Another process may have made one meanwhile.
        if settings.is_current || !document.contains_key("current") {
            document["current"] = value(name);
        }
        let mut profile = Table::new();
        settings.apply(&mut profile);
        config::profiles(document)[name] = Item::Table(profile);
    })?;
    output::note(format_args!(
        "profile {name} is made{}",
        if is_current { ", and is the current one" } else { "" }
    ));
    settings::tell_unknown(name, &defaults);
    Ok(())
}
