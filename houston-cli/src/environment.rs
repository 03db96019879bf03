//! The environment variables that a call looks at, and where it keeps its state.

#[cfg(feature = "sandbox")]
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

/// The directory for what is kept between calls, or none where the environment names no place for it.
#[cfg(feature = "sandbox")]
pub(crate) fn state_directory() -> Option<PathBuf> {
    let path = |name| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let absolute = |name| path(name).filter(|path| path.is_absolute());
    path("HOUSTON_STATE_DIR")
        .or_else(|| Some(absolute("XDG_STATE_HOME")?.join("houston")))
        .or_else(|| Some(absolute("HOME")?.join(".local/state/houston")))
}
