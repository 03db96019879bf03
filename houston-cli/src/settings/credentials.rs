//! Tokens that `houston auth login` keeps: in one file, its owner's alone, each bound to one host.

use std::path::PathBuf;

use houston_client::Token;
use serde::Deserialize;
use toml_edit::{DocumentMut, Item, Table, value};

use crate::failure::Failure;
use crate::settings::config::{Config, toml};
use crate::settings::{environment, files};

/// A stored token, and the only place that it may go to.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    /// Scheme, host and port.
    origin: String,
    token: String,
}

/// What a parser says of the text may show a token.
const NO_TOKENS: &str = "it holds something else than tokens";

type Entries = std::collections::BTreeMap<String, Entry>;

fn file() -> Option<PathBuf> {
    Some(environment::config_directory()?.join("credentials.toml"))
}

/// Whether something is kept for a profile. The token itself is not asked for: a file that cannot be read, or that is
/// open to others, is told to whoever needs what is in it.
pub(crate) fn is_kept(profile: &str) -> bool {
    document().is_some_and(|read| read.is_none_or(|document| document.contains_key(profile)))
}

/// The profiles whose tokens are bound to an origin. Where the file cannot be read, none are known.
pub(crate) fn bound_to(origin: &str) -> Vec<String> {
    let Some(Some(document)) = document() else { return Vec::new() };
    let is_bound = |entry: &Item| entry.get("origin").and_then(Item::as_str) == Some(origin);
    let bound = document.iter().filter(|(_, entry)| is_bound(entry));
    bound.map(|(profile, _)| profile.to_owned()).collect()
}

/// The file, if there is one; nothing in it where it cannot be read.
fn document() -> Option<Option<DocumentMut>> {
    let text = files::read(&file()?).transpose()?;
    Some(text.ok().and_then(|text| text.parse().ok()))
}

/// The stored token of a profile, and the origin that it is bound to.
///
/// # Errors
///
/// When the file cannot be read, or others than its owner can.
pub(crate) fn token(profile: &str) -> Result<Option<(Token, String)>, Failure> {
    let Some(path) = file() else { return Ok(None) };
    let unusable = || Failure::usage(format!("{} cannot be used", path.display()));
    let Some(text) = files::read(&path).map_err(|error| unusable().because(error))? else {
        return Ok(None);
    };
    if files::is_open_to_others(&path).map_err(|error| unusable().because(error))? {
        return Err(unusable()
            .detail("others than its owner can read it, and it holds tokens")
            .help(format!("chmod 600 '{}'", path.display())));
    }
    let mut entries: Entries =
        toml_edit::de::from_str(&text).map_err(|_| unusable().detail(NO_TOKENS))?;
    let Some(Entry { origin, token }) = entries.remove(profile) else { return Ok(None) };
    let token = Token::new(token).map_err(|why| unusable().detail(format!("{profile}: {why}")))?;
    Ok(Some((token, origin)))
}

/// Keeps the token of a profile.
///
/// # Errors
///
/// When it cannot be written. The file is then as it was.
pub(crate) fn keep(profile: &str, token: &Token, origin: &str) -> Result<PathBuf, Failure> {
    edit(|document| {
        let mut entry = Table::new();
        entry["origin"] = value(origin);
        entry["token"] = value(token.expose());
        document[profile] = Item::Table(entry);
    })
}

/// Forgets the token of a profile, and says whether there was one.
///
/// # Errors
///
/// When the file cannot be read or written.
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
