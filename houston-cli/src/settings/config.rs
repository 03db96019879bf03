//! The configuration of the user: profiles, in one TOML file.

pub(crate) mod astro;
mod profile;
mod project;
pub(crate) mod toml;

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::Deserialize;
use toml_edit::{DocumentMut, Item, Table};

use crate::failure::Failure;
use crate::settings::{environment, found};
use crate::terminal::suggest::did_you_mean;
use crate::terminal::text::{plain, short};
use toml::text_of;

pub(crate) use profile::Profile;

/// The profile that exists without configuration: the embedded Houston.
pub(crate) const SANDBOX: &str = "sandbox";

/// The content of the configuration file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Config {
    /// The profile that is used by default.
    pub(crate) current: Option<String>,
    #[serde(default)]
    pub(crate) profiles: BTreeMap<String, Profile>,
}

impl Config {
    /// The directory of the configuration.
    ///
    /// # Errors
    ///
    /// Fails if the environment does not name one.
    pub(crate) fn directory() -> Result<PathBuf, Failure> {
        environment::config_directory().ok_or_else(|| {
            Failure::usage("there is no directory for the configuration")
                .help("Set HOUSTON_CONFIG_DIR or HOME.")
        })
    }

    /// The configuration file; none if the environment does not name a directory for it.
    pub(crate) fn file() -> Option<PathBuf> {
        Some(environment::config_directory()?.join("config.toml"))
    }

    /// Reads the configuration; it is empty if the file does not exist.
    ///
    /// # Errors
    ///
    /// Fails if the file cannot be read or is not a valid configuration.
    pub(crate) fn read() -> Result<Config, Failure> {
        let Some(path) = Config::file() else { return Ok(Config::default()) };
        let unusable = || Failure::usage(format!("{} cannot be used", path.display()));
        let text = found::text(&path)?.unwrap_or_default();
        let config: Config = toml_edit::de::from_str(&text).map_err(|error| {
            unusable().detail(text_of(&error, &text)).help("Fix it, or move it out of the way.")
        })?;
        for (name, profile) in &config.profiles {
            check_name(name)
                .and_then(|()| profile.check())
                .map_err(|why| unusable().detail(format!("profiles.{}: {why}", short(name))))?;
        }
        Ok(config)
    }

    /// The profile with this name.
    ///
    /// # Errors
    ///
    /// Fails if it does not exist.
    pub(crate) fn profile(&self, name: &str) -> Result<Profile, Failure> {
        match self.profiles.get(name) {
            Some(profile) => Ok(profile.clone()),
            None if name == SANDBOX => Ok(Profile { sandbox: true, ..Profile::default() }),
            None => {
                let known = self.profiles.keys().map(String::as_str).chain([SANDBOX]);
                let meant = did_you_mean(name, known);
                Err(Failure::usage(format!("unknown profile `{}`{meant}", short(name))).help(
                    "`houston profile list` shows the profiles, `houston profile add` creates one.",
                ))
            }
        }
    }

    /// The profile that a call uses, and the setting that names it; none if no setting does.
    ///
    /// # Errors
    ///
    /// Fails if the environment or the project's file cannot be read.
    pub(crate) fn chosen(&self, option: Option<&str>) -> Result<Option<(String, Choice)>, Failure> {
        if let Some(name) = option {
            return Ok(Some((name.to_owned(), Choice::Option)));
        }
        if let Some(name) = environment::text(environment::PROFILE)? {
            return Ok(Some((name, Choice::Environment)));
        }
        if let Some((name, path)) = project::profile()? {
            return Ok(Some((name, Choice::Project(path))));
        }
        Ok(self.current.clone().map(|name| (name, Choice::Current)))
    }
}

/// The setting that names the profile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Choice {
    Option,
    Environment,
    Project(PathBuf),
    Current,
}

impl Choice {
    /// Its description.
    pub(crate) fn words(&self) -> String {
        match self {
            Choice::Option => "--profile".to_owned(),
            Choice::Environment => environment::PROFILE.to_owned(),
            Choice::Project(path) => plain(&path.to_string_lossy()),
            Choice::Current => "the configuration".to_owned(),
        }
    }
}

/// Changes the configuration. The rest of the file, including comments, stays as it is.
///
/// # Errors
///
/// Fails if the file cannot be read or written. It is not changed then.
pub(crate) fn edit(change: impl FnOnce(&mut DocumentMut)) -> Result<(), Failure> {
    let path = Config::directory()?.join("config.toml");
    let parse = |text: &str, failure: Failure| {
        // An invalid file is not overwritten.
        Config::read()?;
        text.parse().map_err(|error: toml_edit::TomlError| failure.because(error))
    };
    toml::edit(&path, parse, change)
}

/// The table of profiles, for changes.
pub(crate) fn profiles(document: &mut DocumentMut) -> &mut Table {
    let item = document.entry("profiles").or_insert_with(|| {
        let mut table = Table::new();
        table.set_implicit(true);
        Item::Table(table)
    });
    if !item.is_table() {
        let table = std::mem::take(item).into_table().unwrap_or_default();
        *item = Item::Table(table);
    }
    item.as_table_mut().expect("it has just been made one")
}

/// Checks the name of a profile. It also becomes the name of a file.
pub(crate) fn check_name(name: &str) -> Result<(), String> {
    let fits = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_' | '.');
    if name.is_empty() || name.len() > 100 || name.starts_with('.') || !name.chars().all(fits) {
        return Err(
            "a name consists of letters, digits, `-`, `_` and `.`, and does not start with `.`"
                .into(),
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::check_name;

    #[test]
    fn a_name_of_a_profile_can_be_the_name_of_a_file() {
        for name in ["prod", "a.example.com", "A_1-b"] {
            assert_eq!(check_name(name), Ok(()), "{name}");
        }
        for name in ["", ".", "..", ".a", "a/b", "a b", "ä", &"a".repeat(101)] {
            assert!(check_name(name).is_err(), "{name}");
        }
    }
}
