//! `houston profile set`: changes a profile.

use clap::Args;
use toml_edit::value;

use super::settings::{self, Place, Settings};
use crate::failure::Failure;
use crate::settings::config::{self, Config, Profile};
use crate::settings::credentials;
use crate::settings::endpoint::{Endpoint, in_domain, origin};
use crate::terminal::output;
use crate::terminal::suggest::did_you_mean;
use crate::terminal::text::short;

/// The prefix of the name of a default.
const DEFAULT: &str = "default.";

/// Change a profile; other settings stay as they are
#[derive(Args)]
#[command(after_help = "A stored token stays bound to its host: for another host, sign in again.")]
pub(super) struct Set {
    /// Name of the profile
    name: String,
    #[command(flatten)]
    settings: Settings,
    /// Remove a setting: token-command, proxy, ca-cert, allow-http or default.NAME; can be repeated
    #[arg(long, value_name = "WHAT")]
    unset: Vec<String>,
}

pub(super) fn run(set: Set) -> Result<(), Failure> {
    let (name, unset) = (&*set.name, &set.unset);
    let config = Config::read()?;
    let before = config.profile(name)?;
    if !config.profiles.contains_key(name) {
        return Err(Failure::usage(format!("profile {name} is built in"))
            .help("Create your own with `houston profile add NAME --sandbox`."));
    }
    let changes = set.settings.changes()?;
    let defaults = changes.names();
    if changes.is_empty() && unset.is_empty() {
        return Err(Failure::usage(format!("there is nothing to change in profile {name}"))
            .help("See the settings with `houston profile set --help`."));
    }
    unset.iter().try_for_each(|what| is_set(name, &before, what))?;
    let is_unset = |what: &str| unset.iter().any(|unset| unset == what);
    let allow_http = before.allow_http && !is_unset("allow-http");
    let address =
        endpoint(&set.settings.place, &before)?.shown(allow_http || set.settings.allow_http)?;
    config::edit(|document| {
        if changes.is_current {
            document["current"] = value(name);
        }
        // Another process may have removed it meanwhile; then there is nothing to change.
        let profile = config::profiles(document).get_mut(name);
        let Some(profile) = profile.and_then(|item| item.as_table_like_mut()) else { return };
        for what in unset {
            match what.strip_prefix(DEFAULT) {
                Some(argument) => {
                    let defaults = profile.get_mut("defaults");
                    defaults.and_then(|item| item.as_table_like_mut()?.remove(argument));
                }
                None => drop(profile.remove(what)),
            }
        }
        changes.apply(profile);
    })?;
    output::note(format_args!("Changed profile {name}."));
    settings::tell_unknown(name, &defaults);
    if origin(&address) != origin(&before.shown()) && credentials::kept(name).is_some() {
        output::note(format_args!(
            "note: its stored token is for another host and is not sent to this one; \
             sign in with `houston auth login --profile {name}`"
        ));
    }
    Ok(())
}

/// The endpoint after the change.
fn endpoint(place: &Place, before: &Profile) -> Result<Endpoint, Failure> {
    Ok(match (&place.url, &place.base_domain) {
        (Some(url), _) => Endpoint::Url(url.clone()),
        (None, Some(domain)) => Endpoint::Url(in_domain(domain, "--base-domain")?),
        (None, None) if place.sandbox => Endpoint::Sandbox,
        (None, None) => before.address().map_or(Endpoint::Sandbox, Endpoint::Url),
    })
}

/// Fails if a setting to remove is not set.
fn is_set(name: &str, profile: &Profile, what: &str) -> Result<(), Failure> {
    let is_set = match (what, what.strip_prefix(DEFAULT)) {
        ("token-command", _) => profile.token_command.is_some(),
        ("proxy", _) => profile.proxy.is_some(),
        ("ca-cert", _) => profile.ca_cert.is_some(),
        ("allow-http", _) => profile.allow_http,
        (_, Some(argument)) => profile.defaults.contains_key(argument),
        _ => false,
    };
    if is_set {
        return Ok(());
    }
    let defaults: Vec<String> =
        profile.defaults.keys().map(|argument| format!("{DEFAULT}{argument}")).collect();
    let known = ["token-command", "proxy", "ca-cert", "allow-http"];
    let meant = did_you_mean(what, known.into_iter().chain(defaults.iter().map(String::as_str)));
    let what = format!("--unset: profile {name} has no `{}`{meant}", short(what));
    Err(Failure::usage(what).help(format!("See its settings with `houston profile show {name}`.")))
}
