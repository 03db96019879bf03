//! Tokens that `houston auth login` stores: in one file that only its owner can read, each bound to one host.

use std::mem::take;
use std::path::PathBuf;

use houston_client::Token;
use secrecy::zeroize::{Zeroize as _, Zeroizing};
use serde::Deserialize;
use toml_edit::{DocumentMut, Item, Table, value};

use crate::failure::Failure;
use crate::settings::config::{Config, toml};
use crate::settings::{environment, files, found};

/// A stored token, and the only host that it may be sent to.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    /// Scheme, host and port.
    origin: String,
    token: String,
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

/// Whether a token is stored for a profile. The token itself is not read, so a file that is unreadable or open to other
/// users is reported only when the token is needed.
pub(crate) fn is_kept(profile: &str) -> bool {
    document().is_some_and(|read| read.is_none_or(|document| document.contains_key(profile)))
}

/// The profiles whose tokens are bound to an origin; none if the file cannot be read.
pub(crate) fn bound_to(origin: &str) -> Vec<String> {
    let Some(Some(document)) = document() else { return Vec::new() };
    let is_bound = |entry: &Item| entry.get("origin").and_then(Item::as_str) == Some(origin);
    let bound = document.iter().filter(|(_, entry)| is_bound(entry));
    bound.map(|(profile, _)| profile.to_owned()).collect()
}

/// The content of the file, if it exists; `Some(None)` if it cannot be read.
fn document() -> Option<Option<DocumentMut>> {
    let text = found::text(&file()?).transpose()?.map(Zeroizing::new);
    Some(text.ok().and_then(|text| text.parse().ok()))
}

/// The stored token of a profile, and the origin that it is bound to.
///
/// # Errors
///
/// Fails if the file cannot be read, or if other users can read it.
pub(crate) fn token(profile: &str) -> Result<Option<(Token, String)>, Failure> {
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
    let token = Token::new(take(&mut entry.token));
    let token = token.map_err(|why| unusable().detail(format!("{profile}: {why}")))?;
    Ok(Some((token, take(&mut entry.origin))))
}

/// Stores the token of a profile.
///
/// # Errors
///
/// Fails if the file cannot be written. It is not changed then.
pub(crate) fn keep(profile: &str, token: &Token, origin: &str) -> Result<PathBuf, Failure> {
    edit(|document| {
        let mut entry = Table::new();
        entry["origin"] = value(origin);
        entry["token"] = value(token.expose());
        document[profile] = Item::Table(entry);
    })
}

/// Removes the token of a profile, and returns whether there was one.
///
/// # Errors
///
/// Fails if the file cannot be read or written.
pub(crate) fn forget(profile: &str) -> Result<bool, Failure> {
    if !is_kept(profile) {
        return Ok(false);
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
