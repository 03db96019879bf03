//! `houston profile`: platforms by name.

mod add;
mod import;
mod list;
mod set;
mod settings;
mod show;
mod switch;

use clap::{Arg, ArgMatches, Command};
use serde_json::{Value, json};

use crate::config::Profile;
use crate::options::{self, Options};
use crate::schema;
use crate::stop::Stop;

/// What the commands have that show profiles, what the one has that removes them, and what the others have.
const SHOWS: &[&[&str]] = &[&[options::OUTPUT, options::PROFILE]];
const REMOVES: &[&[&str]] = &[&[options::YES]];
const NOTHING: &[&[&str]] = &[];

pub(crate) fn command() -> Command {
    Command::new("profile")
        .about("Name platforms, and choose one")
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .subcommand(options::add_own(add::command(), NOTHING))
        .subcommand(options::add_own(set::command(), NOTHING))
        .subcommand(options::add_own(list::command(), SHOWS))
        .subcommand(options::add_own(switch::command(), NOTHING))
        .subcommand(options::add_own(show::command(), SHOWS))
        .subcommand(options::add_own(switch::remove_command(), REMOVES))
        .subcommand(options::add_own(import::command(), NOTHING))
        .after_help(
            "A call uses the profile of --profile, else of HOUSTON_PROFILE, else of .houston.toml in its directory or \
             one above (it holds one line: profile = \"NAME\"), else the current one. --url, --base-domain, HOUSTON_URL and HOUSTON_BASE_DOMAIN come before.",
        )
}

pub(crate) fn run(before: &ArgMatches, matches: ArgMatches) -> Result<(), Stop> {
    // clap asks for one of them.
    let Some((name, matches)) = matches.subcommand() else { return Ok(()) };
    let has = match name {
        "list" | "show" => SHOWS,
        "remove" => REMOVES,
        _ => NOTHING,
    };
    let options = Options::of_own(&[before, matches], &format!("profile {name}"), has)?;
    match name {
        "add" => add::run(matches)?,
        "set" => set::run(matches)?,
        "list" => list::run(&options)?,
        "use" => switch::run(matches)?,
        "show" => show::run(matches, &options)?,
        "remove" => switch::remove(matches, &options)?,
        _ => import::run()?,
    }
    Ok(())
}

/// The name of a profile, as an argument.
fn name() -> Arg {
    Arg::new("name").value_name("NAME").required(true).help("The profile's name")
}

fn name_of(matches: &ArgMatches) -> &str {
    matches.get_one::<String>("name").map_or("", String::as_str)
}

/// A profile for programs. No token is in it.
fn json(name: &str, profile: &Profile, is_current: bool, has_token: bool) -> Value {
    json!({
        "name": name,
        "current": is_current,
        "url": profile.address().map(|_| profile.shown()),
        "sandbox": profile.sandbox,
        "tokenCommand": profile.token_command.is_some(),
        "tokenStored": has_token,
        "allowHttp": profile.allow_http,
        "caCert": profile.ca_cert,
        "schema": profile.schema.as_deref().unwrap_or_else(|| schema::usual(name)),
        "defaults": profile.defaults,
    })
}
