//! The environment variables that a call reads, and the directories that they name.

use std::path::PathBuf;

use houston_client::Token;

use crate::failure::Failure;
use crate::input;
use crate::settings::endpoint::in_domain;
use crate::settings::token::form;

/// The token or service account key to sign in with.
pub(crate) const TOKEN: &str = "HOUSTON_TOKEN";
/// The URL of the API.
pub(crate) const URL: &str = "HOUSTON_URL";
/// The platform's domain.
pub(crate) const BASE_DOMAIN: &str = "HOUSTON_BASE_DOMAIN";

/// The value of a variable; none if it is unset or empty.
///
/// # Errors
///
/// Returns the variable's name if its value is not valid UTF-8.
pub(crate) fn text(name: &'static str) -> Result<Option<String>, &'static str> {
    match std::env::var(name) {
        Ok(value) if !value.is_empty() => Ok(Some(value)),
        Ok(_) | Err(std::env::VarError::NotPresent) => Ok(None),
        Err(std::env::VarError::NotUnicode(_)) => Err(name),
    }
}

/// The variable that names a platform, and the URL that it gives; none if no variable does.
///
/// # Errors
///
/// Fails if a variable is not valid UTF-8, or the domain is not valid.
pub(crate) fn platform() -> Result<Option<(&'static str, String)>, Failure> {
    let read =
        |name| text(name).map_err(|name| Failure::usage(format!("{name} is not valid UTF-8")));
    if let Some(url) = read(URL)? {
        return Ok(Some((URL, url)));
    }
    let Some(domain) = read(BASE_DOMAIN)? else { return Ok(None) };
    Ok(Some((BASE_DOMAIN, in_domain(&domain, BASE_DOMAIN)?)))
}

/// The token of the environment.
///
/// # Errors
///
/// Fails if the value cannot be a token. The error does not show it.
pub(crate) fn token() -> Result<Option<Token>, Failure> {
    let refused = |why: &str| Failure::usage(format!("{TOKEN} cannot be used: {why}"));
    let token = text(TOKEN).map_err(|_| refused("it is not valid UTF-8"))?;
    let Some(token) = token else { return Ok(None) };
    let token = input::text(token.into_bytes()).map_err(|why| refused(&why.to_string()))?;
    form::read(token).map(Some).map_err(|why| refused(&why))
}

/// The profile to use.
pub(crate) const PROFILE: &str = "HOUSTON_PROFILE";
/// The directory of the configuration.
const CONFIG_DIR: &str = "HOUSTON_CONFIG_DIR";

/// Whether a variable is set and not empty.
pub(crate) fn is_set(name: &str) -> bool {
    path(name).is_some()
}

/// Whether a variable is set to an empty text.
pub(crate) fn is_empty(name: &str) -> bool {
    std::env::var_os(name).is_some_and(|value| value.is_empty())
}

/// A variable that names a path.
pub(crate) fn path(name: &str) -> Option<PathBuf> {
    std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from)
}

/// The directory of the configuration; none if the environment does not name one.
pub(crate) fn config_directory() -> Option<PathBuf> {
    path(CONFIG_DIR).or_else(|| below("XDG_CONFIG_HOME", ".config"))
}

/// The directory for state that is kept between calls; none if the environment does not name one.
#[cfg(feature = "sandbox")]
pub(crate) fn state_directory() -> Option<PathBuf> {
    path("HOUSTON_STATE_DIR").or_else(|| below("XDG_STATE_HOME", ".local/state"))
}

/// The directory for houston in one of the XDG base directories. A relative path counts as unset, as their
/// specification requires.
fn below(variable: &str, of_home: &str) -> Option<PathBuf> {
    let absolute = |name| path(name).filter(|path| path.is_absolute());
    let base = absolute(variable).or_else(|| Some(absolute("HOME")?.join(of_home)))?;
    Some(base.join("houston"))
}
