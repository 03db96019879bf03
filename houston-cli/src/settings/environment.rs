//! The environment variables that a call looks at, and where it keeps its state.

use std::path::PathBuf;

use houston_client::Token;

use crate::failure::Failure;

/// The token or service account key to sign in with.
pub(crate) const TOKEN: &str = "HOUSTON_TOKEN";
/// The whole address of the API.
pub(crate) const URL: &str = "HOUSTON_URL";
/// The platform's domain.
pub(crate) const BASE_DOMAIN: &str = "HOUSTON_BASE_DOMAIN";

/// A variable that is set to something.
///
/// # Errors
///
/// The variable's name, if its value is no UTF-8.
pub(crate) fn text(name: &'static str) -> Result<Option<String>, &'static str> {
    match std::env::var(name) {
        Ok(value) if !value.is_empty() => Ok(Some(value)),
        Ok(_) | Err(std::env::VarError::NotPresent) => Ok(None),
        Err(std::env::VarError::NotUnicode(_)) => Err(name),
    }
}

/// The token of the environment.
///
/// # Errors
///
/// When it cannot be one. The error does not show it.
pub(crate) fn token() -> Result<Option<Token>, Failure> {
    let refused = |why: &str| Failure::usage(format!("{TOKEN} cannot be used: {why}"));
    let token = text(TOKEN).map_err(|_| refused("it is no UTF-8"))?;
    token.map(Token::new).transpose().map_err(|why| refused(&why.to_string()))
}

/// The profile to use.
pub(crate) const PROFILE: &str = "HOUSTON_PROFILE";
/// The directory of the configuration.
const CONFIG_DIR: &str = "HOUSTON_CONFIG_DIR";

/// Whether a variable is set to something, whatever it is.
pub(crate) fn is_set(name: &str) -> bool {
    path(name).is_some()
}

/// A variable that names a path.
pub(crate) fn path(name: &str) -> Option<PathBuf> {
    std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from)
}

/// The directory of the configuration, or none where the environment names no place for it.
pub(crate) fn config_directory() -> Option<PathBuf> {
    path(CONFIG_DIR).or_else(|| below("XDG_CONFIG_HOME", ".config"))
}

/// The directory for what is kept between calls, or none where the environment names no place for it.
#[cfg(feature = "sandbox")]
pub(crate) fn state_directory() -> Option<PathBuf> {
    path("HOUSTON_STATE_DIR").or_else(|| below("XDG_STATE_HOME", ".local/state"))
}

/// Our directory below one of the XDG base directories. One that is no absolute path counts as none, as their
/// specification says.
fn below(variable: &str, of_home: &str) -> Option<PathBuf> {
    let absolute = |name| path(name).filter(|path| path.is_absolute());
    let base = absolute(variable).or_else(|| Some(absolute("HOME")?.join(of_home)))?;
    Some(base.join("houston"))
}
