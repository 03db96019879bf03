//! What `houston profile add` and `set` give a profile.

use std::collections::BTreeSet;
use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgGroup, ArgMatches, Command, value_parser};
use houston_client::SCHEMA;
use houston_client::schema::Schema;
use toml_edit::{Item, Table, TableLike, value};

use crate::endpoint::in_domain;
use crate::failure::Failure;
use crate::files::absolute;
use crate::options::{Options, Platform, ProfileName};
use crate::suggest::did_you_mean;
use crate::text::short;
use crate::{output, schema};

/// What names a platform: a profile has one of them.
const PLATFORMS: [&str; 3] = ["base-domain", "url", "sandbox"];

/// Adds the options to a command.
pub(super) fn add(command: Command, is_required: bool) -> Command {
    let text = |name: &'static str, value: &'static str, help: &'static str| {
        Arg::new(name).long(name).value_name(value).help(help)
    };
    let flag = |name: &'static str, help: &'static str| {
        Arg::new(name).long(name).action(ArgAction::SetTrue).help(help)
    };
    command
        .arg(text("base-domain", "DOMAIN", "The platform's domain: https://houston.DOMAIN/v1"))
        .arg(text("url", "URL", "The whole address of the API"))
        .arg(flag("sandbox", "The embedded Houston"))
        .group(ArgGroup::new("platform").args(PLATFORMS).required(is_required))
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

/// What was given, checked.
#[derive(Debug)]
pub(super) struct Settings {
    entries: Vec<(&'static str, Item)>,
    defaults: Vec<(String, String)>,
    /// Whether it becomes the current one.
    pub(super) is_current: bool,
}

impl Settings {
    /// Reads the options.
    ///
    /// # Errors
    ///
    /// For a domain that is none, and a default without a name or a value.
    pub(super) fn read(matches: &ArgMatches) -> Result<Self, Failure> {
        let text = |name: &str| matches.get_one::<String>(name).map(String::as_str);
        let mut entries = Vec::new();
        if let Some(domain) = text("base-domain") {
            in_domain(domain, "--base-domain")?;
        }
        for name in ["base-domain", "url", "token-command"] {
            entries.extend(text(name).map(|text| (name, value(text))));
        }
        if let Some(path) = matches.get_one::<PathBuf>("ca-cert") {
            entries.push(("ca-cert", value(absolute(path).to_string_lossy().as_ref())));
        }
        for name in ["sandbox", "allow-http"] {
            entries.extend(matches.get_flag(name).then(|| (name, value(true))));
        }
        let mut defaults = Vec::new();
        for pair in matches.get_many::<String>("default").into_iter().flatten() {
            match pair.split_once('=') {
                Some((name, "")) if !name.is_empty() => {
                    let what = format!("--default: `{}` gives no value", short(pair));
                    return Err(Failure::usage(what).help(format!(
                        "write {0}=VALUE; `houston profile set NAME --unset default.{0}` takes one out",
                        short(name)
                    )));
                }
                Some((name, value)) if !name.is_empty() => {
                    defaults.push((name.to_owned(), value.to_owned()));
                }
                _ => {
                    let what = format!("--default: `{}` is no NAME=VALUE", short(pair));
                    return Err(Failure::usage(what));
                }
            }
        }
        Ok(Settings { entries, defaults, is_current: matches.get_flag("use") })
    }

    /// The names of the defaults.
    pub(super) fn names(&self) -> Vec<String> {
        self.defaults.iter().map(|(name, _)| name.clone()).collect()
    }

    /// Whether nothing was given.
    pub(super) fn is_empty(&self) -> bool {
        self.entries.is_empty() && self.defaults.is_empty() && !self.is_current
    }

    /// Writes them to a profile: of what names a platform, only what was given stays.
    pub(super) fn apply(self, profile: &mut dyn TableLike) {
        if self.entries.iter().any(|(name, _)| PLATFORMS.contains(name)) {
            for name in PLATFORMS {
                profile.remove(name);
            }
        }
        for (name, item) in self.entries {
            profile.insert(name, item);
        }
        for (name, default) in self.defaults {
            let defaults = profile.entry("defaults").or_insert_with(|| Item::Table(Table::new()));
            if let Some(defaults) = defaults.as_table_like_mut() {
                defaults.insert(&name, value(default));
            }
        }
    }
}

/// Says of which defaults of a profile no operation of its schema has an argument.
pub(super) fn tell_unknown(profile: &str, names: &[String]) {
    if names.is_empty() {
        return;
    }
    let profile = ProfileName { name: Some(profile.to_owned()) };
    let platform = Platform { profile, ..Platform::default() };
    let options = Options { platform, ..Options::default() };
    // A schema that cannot be read is told by what needs it.
    let loaded = schema::of(&SCHEMA, &options);
    let schema: &Schema = loaded.as_ref().map_or(&SCHEMA, |loaded| &loaded.schema);
    let arguments = schema.operations.iter().flat_map(|operation| operation.arguments.iter());
    let known: BTreeSet<&str> = arguments.map(|argument| argument.name.as_ref()).collect();
    for name in names.iter().filter(|name| !known.contains(name.as_str())) {
        let meant = did_you_mean(name, known.iter().copied());
        output::note(format_args!(
            "note: no operation has an argument `{}`: nothing uses this default{meant}",
            short(name)
        ));
    }
}
