//! The environment variables that name a platform and its token, as the command line reads them.

use std::env::{self, VarError};

use crate::error::Error;
use crate::token::Token;

/// The URL of the API.
pub const URL: &str = "HOUSTON_URL";

/// The platform's domain, if [`URL`] is not set.
pub const BASE_DOMAIN: &str = "HOUSTON_BASE_DOMAIN";

/// The token or service-account key to sign in with.
pub const TOKEN: &str = "HOUSTON_TOKEN";

/// Returns the value of a variable. An empty one counts as not set.
///
/// # Errors
///
/// Fails if the value is not valid UTF-8. The error does not show it.
pub fn text(name: &str) -> Result<Option<String>, Error> {
    match env::var(name) {
        Ok(value) if !value.is_empty() => Ok(Some(value)),
        Ok(_) | Err(VarError::NotPresent) => Ok(None),
        Err(VarError::NotUnicode(_)) => {
            Err(Error::input(&format!("{name} is not valid UTF-8"), None))
        }
    }
}

/// Returns the variable that names a platform, and the platform's URL: [`URL`], or [`BASE_DOMAIN`].
///
/// # Errors
///
/// Fails like [`text`], and if the domain is not valid. The URL is not checked here: building a client does that.
pub fn platform() -> Result<Option<(&'static str, String)>, Error> {
    if let Some(url) = text(URL)? {
        return Ok(Some((URL, url)));
    }
    let Some(domain) = text(BASE_DOMAIN)? else { return Ok(None) };
    match url_of_base_domain(&domain) {
        Ok(url) => Ok(Some((BASE_DOMAIN, url))),
        Err(error) => Err(Error::input(&format!("{BASE_DOMAIN}: {error}"), None)),
    }
}

/// Returns the token of [`TOKEN`].
///
/// # Errors
///
/// Fails like [`text`], and if the value is not a token. The error does not show it.
pub fn token() -> Result<Option<Token>, Error> {
    let Some(text) = text(TOKEN)? else { return Ok(None) };
    let read = Token::new(text).map(Some);
    read.map_err(|why| Error::input(&format!("{TOKEN} cannot be used"), Some(why.into())))
}

/// Returns the URL of the platform on this base domain: `https://houston.<domain>/v1`. The domain may have a port
/// and a trailing dot.
///
/// # Errors
///
/// Fails if the text is not a domain name: anything else could send the token to another host.
pub fn url_of_base_domain(domain: &str) -> Result<String, Error> {
    let is_part = |char: char| char.is_alphanumeric() || matches!(char, '.' | '-' | '_' | ':');
    let name = domain.strip_suffix('.').unwrap_or(domain);
    if name.is_empty() || name.starts_with(['.', ':']) || !name.chars().all(is_part) {
        let shown: String = domain.escape_debug().take(60).collect();
        let what = format!("`{shown}` is not a valid domain: give a name such as `example.com`");
        return Err(Error::input(&what, None));
    }
    Ok(format!("https://houston.{name}/v1"))
}
