//! Tokens that `houston auth login` stores, each bound to one host: in one file that only its owner can read, or in the
//! system keyring. The file names the tokens in the keyring and their hosts, so that a call without one asks no keyring.

use std::mem::take;
use std::path::PathBuf;
use std::time::Duration;

use clap::ValueEnum;
use houston_client::Token;
use secrecy::zeroize::{Zeroize as _, Zeroizing};
use serde::Deserialize;
use toml_edit::{DocumentMut, Item, Table, value};

use crate::failure::Failure;
use crate::settings::config::{Config, toml};
use crate::settings::keyring::{self, Place};
use crate::settings::{environment, files, found};
use crate::terminal::output;
use crate::terminal::text::plain;

/// Where a token is stored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, ValueEnum)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Store {
    #[default]
    File,
    Keyring,
}

/// A stored token, and the only host that it may be sent to.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    /// Scheme, host and port.
    origin: String,
    /// None if it is in the keyring.
    token: Option<String>,
    #[serde(default)]
    store: Store,
}

/// The parser has made a copy of every token.
impl Drop for Entry {
    fn drop(&mut self) {
        self.token.zeroize();
    }
}

/// Replaces the parser's message, which may quote a token.
const NO_TOKENS: &str = "it contains something other than tokens";

type Entries = std::collections::BTreeMap<String, Entry>;

fn file() -> Option<PathBuf> {
    Some(environment::config_directory()?.join("credentials.toml"))
}

/// Where the token of a profile is stored; none if it has none. The token itself is not read, so a file that is unreadable
/// or open to other users is reported only when the token is needed.
pub(crate) fn kept(profile: &str) -> Option<Store> {
    match document()? {
        Some(document) => document.get(profile).map(store_of),
        None => Some(Store::File),
    }
}

/// The profiles whose tokens are bound to an origin; none if the file cannot be read.
pub(crate) fn bound_to(origin: &str) -> Vec<String> {
    let Some(Some(document)) = document() else { return Vec::new() };
    let is_bound = |entry: &Item| origin_of(entry) == Some(origin);
    let bound = document.iter().filter(|(_, entry)| is_bound(entry));
    bound.map(|(profile, _)| profile.to_owned()).collect()
}

fn origin_of(entry: &Item) -> Option<&str> {
    entry.get("origin").and_then(Item::as_str)
}

fn store_of(entry: &Item) -> Store {
    match entry.get("store").and_then(Item::as_str) {
        Some("keyring") => Store::Keyring,
        _ => Store::File,
    }
}

/// The content of the file, if it exists; `Some(None)` if it cannot be read.
fn document() -> Option<Option<DocumentMut>> {
    let text = found::text(&file()?).transpose()?.map(Zeroizing::new);
    Some(text.ok().and_then(|text| text.parse().ok()))
}

/// The stored token of a profile, which is read from the keyring only when it is asked for.
pub(crate) struct Stored {
    profile: String,
    /// The origin that it is bound to.
    pub(crate) origin: String,
    /// None if it is in the keyring.
    token: Option<Token>,
}

impl Stored {
    /// The token itself. The keyring has so long for its answer, or a minute.
    ///
    /// # Errors
    ///
    /// Fails if the keyring does not give it.
    pub(crate) fn token(self, patience: Option<Duration>) -> Result<Token, Failure> {
        let Stored { profile, origin, token } = self;
        match token {
            Some(token) => Ok(token),
            None => Place { profile: &profile, origin: &origin }.token(patience),
        }
    }
}

/// What is stored for a profile.
///
/// # Errors
///
/// Fails if the file cannot be read, or if other users can read it.
pub(crate) fn stored(profile: &str) -> Result<Option<Stored>, Failure> {
    let Some(path) = file() else { return Ok(None) };
    let unusable = || Failure::usage(format!("{} cannot be used", path.display()));
    let Some(text) = found::text(&path)?.map(Zeroizing::new) else { return Ok(None) };
    if files::is_open_to_others(&path).map_err(|error| unusable().because(error))? {
        return Err(unusable()
            .detail("it contains tokens, and other users can read it")
            .help(format!("Run `chmod 600 '{}'`.", path.display())));
    }
    let mut entries: Entries =
        toml_edit::de::from_str(&text).map_err(|_| unusable().detail(NO_TOKENS))?;
    let Some(mut entry) = entries.remove(profile) else { return Ok(None) };
    let token = match (entry.store, take(&mut entry.token)) {
        (Store::Keyring, None) => None,
        (Store::File, Some(token)) => {
            Some(Token::new(token).map_err(|why| unusable().detail(format!("{profile}: {why}")))?)
        }
        _ => return Err(unusable().detail(NO_TOKENS)),
    };
    Ok(Some(Stored { profile: profile.to_owned(), origin: take(&mut entry.origin), token }))
}

/// Stores the token of a profile, and returns the place in words.
///
/// # Errors
///
/// Fails if the keyring does not take the token, or the file cannot be written. The file is not changed then.
pub(crate) fn keep(
    profile: &str,
    token: &Token,
    origin: &str,
    store: Store,
    patience: Option<Duration>,
) -> Result<String, Failure> {
    let place = Place { profile, origin };
    if store == Store::Keyring {
        place.keep(token, patience)?;
    }
    let mut before = None;
    let path = edit(|document| {
        let there = document.get(profile).filter(|entry| store_of(entry) == Store::Keyring);
        before = there.and_then(origin_of).map(str::to_owned);
        let mut entry = Table::new();
        entry["origin"] = value(origin);
        match store {
            Store::File => entry["token"] = value(token.expose()),
            Store::Keyring => entry["store"] = value("keyring"),
        }
        document[profile] = Item::Table(entry);
    })?;
    // One that was in the keyring is not needed there.
    if let Some(before) = before.filter(|before| store == Store::File || before != origin)
        && let Err(failure) = (Place { profile, origin: &before }).forget()
    {
        let (why, _) = failure.parts();
        output::note(format_args!(
            "note: the token for {} stays in {}: {why}",
            plain(&before),
            keyring::NAME
        ));
    }
    Ok(match store {
        Store::File => path.display().to_string(),
        Store::Keyring => keyring::NAME.to_owned(),
    })
}

/// Removes the token of a profile, and returns whether there was one.
///
/// # Errors
///
/// Fails if the file cannot be read or written, or the keyring does not remove the token.
pub(crate) fn forget(profile: &str) -> Result<bool, Failure> {
    let Some(store) = kept(profile) else { return Ok(false) };
    if store == Store::Keyring
        && let Some(Some(document)) = document()
        && let Some(origin) = document.get(profile).and_then(origin_of)
    {
        Place { profile, origin }.forget().map_err(|failure| {
            let path = file().unwrap_or_default();
            failure.help(format!(
                "To leave the token in {}, remove the part [{profile}] of {}.",
                keyring::NAME,
                path.display()
            ))
        })?;
    }
    edit(|document| drop(document.remove(profile)))?;
    Ok(true)
}

fn edit(change: impl FnOnce(&mut DocumentMut)) -> Result<PathBuf, Failure> {
    let path = Config::directory()?.join("credentials.toml");
    let parse = |text: &str, failure: Failure| text.parse().map_err(|_| failure.detail(NO_TOKENS));
    toml::edit(&path, parse, change)?;
    Ok(path)
}
