//! `houston profile show`: shows one profile.

use clap::Args;
use houston_client::transport::http::Proxy;
use serde_json::{Value, json};

use crate::answer::format::Format;
use crate::failure::Failure;
use crate::schema;
use crate::schema::choice::{BUILT_IN, PULLED, Place};
use crate::settings::config::{Config, Profile};
use crate::settings::credentials;
use crate::settings::endpoint::Endpoint;
use crate::settings::options::{Facts, ProfileName};
use crate::terminal::output;

/// Show a profile, without its token
#[derive(Args)]
pub(super) struct Show {
    /// Name of the profile [default: the one in use]
    name: Option<String>,
    #[command(flatten)]
    profile: ProfileName,
    #[command(flatten)]
    output: Facts,
}

pub(super) fn run(show: Show) -> Result<(), Failure> {
    let config = Config::read()?;
    let current = config.chosen(show.profile.name.as_deref())?.map(|(name, _)| name);
    let Some(name) = show.name.or_else(|| current.clone()) else {
        return Err(Failure::usage("no profile is in use")
            .help("Choose one with `houston profile use NAME`."));
    };
    let profile = config.profile(&name)?;
    let has_token = credentials::kept(&name).is_some();
    let facts = facts(&name, &profile, current.as_ref() == Some(&name), has_token);
    output::facts(show.output.format.unwrap_or(Format::Yaml), &facts)
}

/// A profile for programs, without its token.
pub(super) fn facts(name: &str, profile: &Profile, is_current: bool, has_token: bool) -> Value {
    json!({
        "name": name,
        "current": is_current,
        "url": profile.address().map(|_| profile.shown()),
        "sandbox": profile.sandbox,
        "tokenCommand": profile.token_command.is_some(),
        "tokenStored": has_token,
        "allowHttp": profile.allow_http,
        "proxy": profile.proxy.as_deref().map(shown),
        "caCert": profile.ca_cert,
        "schema": profile.schema.as_deref().unwrap_or_else(|| usual(profile)),
        "defaults": profile.defaults,
    })
}

/// The schema of a profile that does not choose one.
fn usual(profile: &Profile) -> &'static str {
    let endpoint = profile.address().map_or(Endpoint::Sandbox, Endpoint::Url);
    let pulled = Place::at(&endpoint).and_then(|place| schema::pulled_from(&place));
    if pulled.is_some() { PULLED } else { BUILT_IN }
}

/// A proxy without its user and password.
fn shown(proxy: &str) -> String {
    Proxy::read(proxy).map_or_else(|_| "(invalid address)".to_owned(), |proxy| proxy.address)
}
