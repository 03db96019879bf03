//! `houston profile add`: creates a profile.

use clap::Args;
use toml_edit::{Item, Table, value};

use super::settings::{self, Settings};
use crate::failure::Failure;
use crate::schema::follow;
use crate::settings::config::{self, Config};
use crate::settings::endpoint::Endpoint;
use crate::terminal::output;
use crate::terminal::text::short;

/// Create a profile
#[derive(Args)]
#[command(mut_group("place", |group| group.required(true)))]
pub(super) struct Add {
    /// Name of the profile
    name: String,
    #[command(flatten)]
    settings: Settings,
}

pub(super) fn run(add: Add) -> Result<(), Failure> {
    let name = &*add.name;
    config::check_name(name).map_err(|why| Failure::usage(format!("`{}`: {why}", short(name))))?;
    let config = Config::read()?;
    if config.profiles.contains_key(name) {
        return Err(Failure::usage(format!("profile {name} already exists")).help(format!(
            "Change it with `houston profile set {name}`, or remove it with `houston profile remove {name}`."
        )));
    }
    let changes = add.settings.changes()?;
    if let Some(url) = &add.settings.place.url {
        Endpoint::Url(url.clone()).shown(add.settings.allow_http)?;
    }
    let defaults = changes.names();
    let is_current = changes.is_current || config.current.is_none();
    config::edit(|document| {
        // Another process may have chosen one meanwhile.
        if changes.is_current || !document.contains_key("current") {
            document["current"] = value(name);
        }
        let mut profile = Table::new();
        changes.apply(&mut profile);
        config::profiles(document)[name] = Item::Table(profile);
    })?;
    output::note(format_args!(
        "Created profile {name}{}.",
        if is_current { ", which is now the current one" } else { "" }
    ));
    follow::of_profile(name);
    settings::tell_unknown(name, &defaults);
    Ok(())
}
