//! `houston profile set`: a profile with something else in it.

use clap::{Arg, ArgAction, ArgMatches, Command};
use toml_edit::value;

use super::settings::{self, Settings};
use super::{name, name_of};
use crate::config::{self, Config, Profile};
use crate::endpoint::{Endpoint, in_domain, origin};
use crate::failure::Failure;
use crate::suggest::did_you_mean;
use crate::text::short;
use crate::{credentials, output, schema};

/// What stands before the name of a default.
const DEFAULT: &str = "default.";

pub(super) fn command() -> Command {
    let command = Command::new("set").about("Change a profile: what is not given stays as it is");
    settings::add(command.arg(name()), false)
        .arg(Arg::new("unset").long("unset").value_name("WHAT").action(ArgAction::Append).help(
            "Take it out: token-command, ca-cert, allow-http or default.NAME; can be repeated",
        ))
        .after_help("A token that is kept stays bound to its host: for another one, sign in again.")
}

pub(super) fn run(matches: &ArgMatches) -> Result<(), Failure> {
    let name = name_of(matches);
    let config = Config::read()?;
    let before = config.profile(name)?;
    if !config.profiles.contains_key(name) {
        return Err(Failure::usage(format!("profile {name} is built in"))
            .help("`houston profile add NAME --sandbox` makes one of yours"));
    }
    let settings = Settings::read(matches)?;
    let defaults = settings.names();
    let unset: Vec<&String> = matches.get_many("unset").into_iter().flatten().collect();
    if settings.is_empty() && unset.is_empty() {
        return Err(Failure::usage(format!("nothing is given that profile {name} gets"))
            .help("`houston profile set --help` shows what it can be"));
    }
    unset.iter().try_for_each(|what| is_set(name, &before, what))?;
    let is_unset = |what: &str| unset.iter().any(|unset| *unset == what);
    let allow_http = before.allow_http && !is_unset("allow-http");
    let address =
        endpoint(matches, &before)?.shown(allow_http || matches.get_flag("allow-http"))?;
    config::edit(|document| {
        if settings.is_current {
            document["current"] = value(name);
        }
        // Another process may have removed it meanwhile: then there is nothing to change.
        let profile = config::profiles(document).get_mut(name);
        let Some(profile) = profile.and_then(|item| item.as_table_like_mut()) else { return };
        for what in &unset {
            match what.strip_prefix(DEFAULT) {
                Some(argument) => {
                    let defaults = profile.get_mut("defaults");
                    defaults.and_then(|item| item.as_table_like_mut()?.remove(argument));
                }
                None => drop(profile.remove(what)),
            }
        }
        settings.apply(profile);
    })?;
    output::note(format_args!("profile {name} is changed"));
    settings::tell_unknown(name, &defaults);
    if origin(&address) != origin(&before.shown()) {
        if credentials::is_kept(name) {
            output::note(format_args!(
                "note: the token that is kept for it is for another host, and is not sent to this one; \
                 `houston auth login --profile {name}` keeps one for it"
            ));
        }
        if schema::usual(name) == schema::PULLED {
            output::note(format_args!(
                "note: the schema that was pulled for it is another server's; \
                 `houston schema pull --profile {name}` asks this one"
            ));
        }
    }
    Ok(())
}

/// Refuses to take out what is not there.
fn is_set(name: &str, profile: &Profile, what: &str) -> Result<(), Failure> {
    let is_set = match (what, what.strip_prefix(DEFAULT)) {
        ("token-command", _) => profile.token_command.is_some(),
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
    let known = ["token-command", "ca-cert", "allow-http"];
    let meant = did_you_mean(what, known.into_iter().chain(defaults.iter().map(String::as_str)));
    let what = format!("--unset: profile {name} has no `{}`{meant}", short(what));
    Err(Failure::usage(what).help(format!("`houston profile show {name}` shows what it has")))
}

/// Where it leads afterwards.
fn endpoint(matches: &ArgMatches, before: &Profile) -> Result<Endpoint, Failure> {
    let text = |name: &str| matches.get_one::<String>(name);
    Ok(match (text("url"), text("base-domain")) {
        (Some(url), _) => Endpoint::Url(url.clone()),
        (None, Some(domain)) => Endpoint::Url(in_domain(domain, "--base-domain")?),
        (None, None) if matches.get_flag("sandbox") => Endpoint::Sandbox,
        (None, None) => before.address().map_or(Endpoint::Sandbox, Endpoint::Url),
    })
}
