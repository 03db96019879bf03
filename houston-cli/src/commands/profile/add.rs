//! `houston profile add`: a new profile.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgGroup, ArgMatches, Command, value_parser};
use toml_edit::{Item, Table, value};

use super::{name, name_of};
use crate::config::{self, Config};
use crate::endpoint::{Endpoint, in_domain};
use crate::failure::Failure;
use crate::files::absolute;
use crate::output;
use crate::text::short;

pub(super) fn command() -> Command {
    let text = |name: &'static str, value: &'static str, help: &'static str| {
        Arg::new(name).long(name).value_name(value).help(help)
    };
    let flag = |name: &'static str, help: &'static str| {
        Arg::new(name).long(name).action(ArgAction::SetTrue).help(help)
    };
    Command::new("add")
        .about("Make a profile")
        .arg(name())
        .arg(text("base-domain", "DOMAIN", "The platform's domain: https://houston.DOMAIN/v1"))
        .arg(text("url", "URL", "The whole address of the API"))
        .arg(flag("sandbox", "The embedded Houston"))
        .group(ArgGroup::new("platform").args(["base-domain", "url", "sandbox"]).required(true))
        .arg(text(
            "token-command",
            "COMMAND",
            "A command of the shell that writes the token, such as `pass show houston`",
        ))
        .arg(
            Arg::new("default")
                .long("default")
                .value_name("NAME=VALUE")
                .action(ArgAction::Append)
                .help("A value for arguments of this name, such as workspaceUuid=ck…; can be repeated"),
        )
        .arg(
            text("ca-cert", "FILE", "Trust the certificates of this PEM file, too")
                .value_parser(value_parser!(PathBuf)),
        )
        .arg(flag("allow-http", "Send the token without encryption"))
        .arg(flag("use", "Make it the current one"))
}

pub(super) fn run(matches: &ArgMatches) -> Result<(), Failure> {
    let name = name_of(matches);
    config::check_name(name).map_err(|why| Failure::usage(format!("`{}`: {why}", short(name))))?;
    let config = Config::read()?;
    if config.profiles.contains_key(name) {
        return Err(Failure::usage(format!("there is a profile {name} already"))
            .help(format!("`houston profile remove {name}` removes it")));
    }
    let text = |name: &str| matches.get_one::<String>(name).map(String::as_str);
    let allow_http = matches.get_flag("allow-http");
    let mut profile = Table::new();
    if let Some(domain) = text("base-domain") {
        in_domain(domain, "--base-domain")?;
        profile["base-domain"] = value(domain);
    }
    if let Some(url) = text("url") {
        Endpoint::Url(url.to_owned()).shown(allow_http)?;
        profile["url"] = value(url);
    }
    if matches.get_flag("sandbox") {
        profile["sandbox"] = value(true);
    }
    if let Some(command) = text("token-command") {
        profile["token-command"] = value(command);
    }
    if let Some(path) = matches.get_one::<PathBuf>("ca-cert") {
        profile["ca-cert"] = value(absolute(path).to_string_lossy().as_ref());
    }
    if allow_http {
        profile["allow-http"] = value(true);
    }
    let mut defaults = Table::new();
    for pair in matches.get_many::<String>("default").into_iter().flatten() {
        let Some((argument, default)) = pair.split_once('=').filter(|(name, _)| !name.is_empty())
        else {
            return Err(Failure::usage(format!("--default: `{}` is no NAME=VALUE", short(pair))));
        };
        defaults[argument] = value(default);
    }
    if !defaults.is_empty() {
        profile["defaults"] = Item::Table(defaults);
    }
    let is_current = matches.get_flag("use") || config.current.is_none();
    config::edit(|document| {
        config::profiles(document)[name] = Item::Table(profile);
        // Another process may have made one meanwhile.
        if matches.get_flag("use") || !document.contains_key("current") {
            document["current"] = value(name);
        }
    })?;
    output::note(format_args!(
        "profile {name} is made{}",
        if is_current { ", and is the current one" } else { "" }
    ));
    Ok(())
}
