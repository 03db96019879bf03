//! The settings of a profile that `houston profile add` and `set` change.

use std::collections::BTreeSet;
use std::path::PathBuf;

use clap::Args;
use houston_client::SCHEMA;
use houston_client::schema::Schema;
use toml_edit::{Item, Table, TableLike, value};

use crate::call::connection::{check_ca_cert, check_proxy};
use crate::failure::Failure;
use crate::schema;
use crate::settings::endpoint::in_domain;
use crate::settings::files::absolute;
use crate::settings::options::ProfileName;
use crate::terminal::output;
use crate::terminal::suggest::did_you_mean;
use crate::terminal::text::short;

/// The settings that name a platform: a profile has one of them.
const PLATFORMS: [&str; 3] = ["base-domain", "url", "sandbox"];

/// The options for settings.
#[derive(Args)]
pub(super) struct Settings {
    #[command(flatten)]
    pub(super) place: Place,
    /// Shell command that prints the token, such as `pass show houston`
    #[arg(long, value_name = "COMMAND")]
    token_command: Option<String>,
    /// Default value for arguments of this name, such as workspaceUuid=ck…; can be repeated
    #[arg(long = "default", value_name = "NAME=VALUE")]
    defaults: Vec<String>,
    /// Proxy to use instead of the environment's
    #[arg(long, value_name = "URL")]
    proxy: Option<String>,
    /// Also trust the certificates in this PEM file
    #[arg(long, value_name = "FILE")]
    ca_cert: Option<PathBuf>,
    /// Send the token without encryption
    #[arg(long)]
    pub(super) allow_http: bool,
    /// Make it the current profile
    #[arg(long = "use")]
    is_current: bool,
}

/// The platform of a profile.
#[derive(Args)]
#[group(id = "place", multiple = false)]
pub(super) struct Place {
    /// Domain of the platform, for https://houston.DOMAIN/v1
    #[arg(long, value_name = "DOMAIN")]
    pub(super) base_domain: Option<String>,
    /// Full address of the API
    #[arg(long, value_name = "URL")]
    pub(super) url: Option<String>,
    /// Use the embedded Houston
    #[arg(long)]
    pub(super) sandbox: bool,
}

impl Settings {
    /// Checks the options, and returns the changes.
    ///
    /// # Errors
    ///
    /// Fails if the domain, the proxy or the certificates are not valid, or if a default has no name or no value.
    pub(super) fn changes(&self) -> Result<Changes, Failure> {
        let Place { base_domain, url, sandbox } = &self.place;
        if let Some(domain) = base_domain {
            in_domain(domain, "--base-domain")?;
        }
        self.proxy.as_deref().map_or(Ok(()), |proxy| check_proxy(proxy, "--proxy"))?;
        self.ca_cert.as_deref().map_or(Ok(()), |path| check_ca_cert(path, "--ca-cert"))?;
        let ca_cert = self.ca_cert.as_ref().map(|path| absolute(path).to_string_lossy().into());
        let texts = [
            ("base-domain", base_domain),
            ("url", url),
            ("token-command", &self.token_command),
            ("proxy", &self.proxy),
            ("ca-cert", &ca_cert),
        ];
        let flags = [("sandbox", *sandbox), ("allow-http", self.allow_http)];
        let texts =
            texts.into_iter().filter_map(|(name, text)| Some((name, value(text.as_ref()?))));
        let flags = flags.into_iter().filter(|(_, is)| *is).map(|(name, _)| (name, value(true)));
        let entries = texts.chain(flags).collect();
        let defaults = self.defaults.iter().map(|pair| default(pair)).collect::<Result<_, _>>()?;
        Ok(Changes { entries, defaults, is_current: self.is_current })
    }
}

/// The name and the value of a default.
fn default(pair: &str) -> Result<(String, String), Failure> {
    match pair.split_once('=') {
        Some((name, value)) if !name.is_empty() && value.trim().is_empty() => {
            let what = format!("--default: `{}` has no value", short(pair));
            Err(Failure::usage(what).help(format!(
                "Write {0}=VALUE, or remove the default with `houston profile set NAME --unset default.{0}`.",
                short(name)
            )))
        }
        Some((name, value)) if !name.is_empty() => Ok((name.to_owned(), value.to_owned())),
        _ => Err(Failure::usage(format!("--default: `{}` is not NAME=VALUE", short(pair)))),
    }
}

/// Changes to a profile.
#[derive(Debug)]
pub(super) struct Changes {
    entries: Vec<(&'static str, Item)>,
    defaults: Vec<(String, String)>,
    /// Whether it becomes the current profile.
    pub(super) is_current: bool,
}

impl Changes {
    /// The names of the defaults.
    pub(super) fn names(&self) -> Vec<String> {
        self.defaults.iter().map(|(name, _)| name.clone()).collect()
    }

    /// Whether nothing was given.
    pub(super) fn is_empty(&self) -> bool {
        self.entries.is_empty() && self.defaults.is_empty() && !self.is_current
    }

    /// Writes the changes to a profile. A new platform replaces the old one.
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

/// Notes which defaults of a profile match no argument of its schema.
pub(super) fn tell_unknown(profile: &str, names: &[String]) {
    if names.is_empty() {
        return;
    }
    let profile = ProfileName { name: Some(profile.to_owned()) };
    // Commands that need the schema report that it cannot be read.
    let loaded = schema::of(&SCHEMA, &profile.into());
    let schema: &Schema = loaded.as_ref().map_or(&SCHEMA, |loaded| &loaded.schema);
    let arguments = schema.operations.iter().flat_map(|operation| operation.arguments.iter());
    let known: BTreeSet<&str> = arguments.map(|argument| argument.name.as_ref()).collect();
    for name in names.iter().filter(|name| !known.contains(name.as_str())) {
        let meant = did_you_mean(name, known.iter().copied());
        output::note(format_args!(
            "note: no operation has an argument `{}`, so nothing uses this default{meant}",
            short(name)
        ));
    }
}
