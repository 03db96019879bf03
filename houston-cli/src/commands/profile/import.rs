//! `houston profile import astro`: imports the configuration of the astro command line.

use clap::{Args, ValueEnum};
use houston_client::Token;
use toml_edit::{Item, Table, value};

use crate::failure::Failure;
use crate::settings::config::{self, Config, astro};
use crate::settings::credentials::Store;
use crate::settings::endpoint::{Endpoint, in_domain, origin};
use crate::settings::{credentials, token};
use crate::terminal::output;

/// Import the platforms, tokens and workspaces of another tool
#[derive(Args)]
pub(super) struct Import {
    /// astro: its contexts, from ~/.astro/config.yaml (ASTRO_HOME overrides the home directory)
    #[arg(value_name = "TOOL")]
    from: Tool,
}

/// A tool to import from.
#[derive(Clone, Copy, ValueEnum)]
enum Tool {
    Astro,
}

pub(super) fn run(import: Import) -> Result<(), Failure> {
    let Tool::Astro = import.from;
    let astro = astro::read()?;
    let config = Config::read()?;
    let mut imported = Vec::new();
    for context in astro.contexts.values() {
        let name = context.domain.clone();
        let left = |why: &str| {
            output::note(format_args!("{}: skipped: {why}", context.shown()));
        };
        // Neither is a private platform: they have no Houston at this address.
        if name.ends_with("astronomer.io") || name == "localhost" {
            left("it has no Houston at houston.DOMAIN");
            continue;
        }
        if let Some(profile) = config.profiles.get(&name) {
            let token = Token::new(context.raw_token());
            match (token, profile.address()) {
                (Ok(token), Some(address))
                    if profile.base_domain.as_ref() == Some(&name) && is_later(&name, &token)? =>
                {
                    let store = credentials::kept(&name).unwrap_or_default();
                    credentials::keep(&name, &token, origin(&address), store, None)?;
                    output::note(format_args!("profile {name}: already exists; updated its token"));
                }
                _ => left("a profile of this name already exists"),
            }
            continue;
        }
        let address = in_domain(&name, "the domain").map(Endpoint::Url);
        let Ok(address) = address.and_then(|endpoint| endpoint.shown(false)) else {
            left("it is not a valid domain");
            continue;
        };
        if config::check_name(&name).is_err() {
            left("it is not a valid name of a profile");
            continue;
        }
        let mut profile = Table::new();
        profile["base-domain"] = value(&name);
        if !context.workspace.is_empty() {
            let mut defaults = Table::new();
            defaults["workspaceUuid"] = value(&context.workspace);
            profile["defaults"] = Item::Table(defaults);
        }
        config::edit(|document| config::profiles(document)[&name] = Item::Table(profile))?;
        let token = Token::new(context.raw_token());
        if let Ok(token) = &token {
            credentials::keep(&name, token, origin(&address), Store::File, None)?;
        }
        output::note(format_args!(
            "profile {name}: {address}{}",
            match &token {
                Ok(token) => match token::expiry_words(token) {
                    Some(expiry) => format!(", with its token, which {expiry}"),
                    None => ", with its token".to_owned(),
                },
                Err(_) => ", without a token".to_owned(),
            }
        ));
        imported.push(name);
    }
    let chosen = astro.current.filter(|name| imported.contains(name)).or(imported.first().cloned());
    match (chosen, &config.current) {
        (Some(name), None) => {
            config::edit(|document| document["current"] = value(&name))?;
            output::note(format_args!("Profile {name} is now the current one."));
        }
        (Some(name), Some(current)) if name != *current => {
            output::note(format_args!(
                "Profile {current} stays the current one. Change that with `houston profile use {name}`."
            ));
        }
        (None, _) => output::note("Nothing was imported."),
        _ => {}
    }
    Ok(())
}

/// Whether the token is valid for longer than the stored one of the profile.
fn is_later(profile: &str, token: &Token) -> Result<bool, Failure> {
    let Some(kept) = credentials::stored(profile)? else { return Ok(true) };
    let kept = kept.token(None)?;
    // A key does not expire.
    Ok(match (kept.expiry(), token.expiry()) {
        (Some(kept), Some(new)) => new > kept,
        (Some(_), None) => true,
        (None, _) => false,
    })
}
