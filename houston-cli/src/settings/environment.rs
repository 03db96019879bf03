//! The environment variables that a call reads, and the directories that they name.

use std::path::{Path, PathBuf};

use houston_client::Token;
use houston_client::environment as read;
pub(crate) use houston_client::environment::{BASE_DOMAIN, TOKEN, URL};

use crate::failure::Failure;
use crate::terminal::output;
use crate::terminal::text::plain;

/// The value of a variable; none if it is unset or empty.
///
/// # Errors
///
/// Fails if the value is not valid UTF-8.
pub(crate) fn text(name: &'static str) -> Result<Option<String>, Failure> {
    read::text(name).map_err(|error| unusable(&error))
}

/// The variable that names a platform, and the URL that it gives; none if no variable does.
///
/// # Errors
///
/// Fails if a variable is not valid UTF-8, or the domain is not valid.
pub(crate) fn platform() -> Result<Option<(&'static str, String)>, Failure> {
    read::platform().map_err(|error| unusable(&error))
}

/// The token of the environment.
///
/// # Errors
///
/// Fails if the value cannot be a token. The error does not show it.
pub(crate) fn token() -> Result<Option<Token>, Failure> {
    read::token().map_err(|error| unusable(&error))
}

fn unusable(error: &houston_client::Error) -> Failure {
    Failure::usage(plain(&error.summary()))
}

/// Parts of the names of variables that hold secrets.
const SECRET: [&str; 14] = [
    "TOKEN",
    "SECRET",
    "PASSW",
    "PASSPHRASE",
    "_PWD",
    "KEY",
    "CREDENTIAL",
    "AUTH",
    "COOKIE",
    "SESSION",
    "PRIVATE",
    "_DSN",
    "_CONN",
    "HOUSTON_ARG",
];

/// A shorter secret is part of other values by chance.
const SHORTEST: usize = 6;

/// The variables that a filter may read: all but those that can hold a secret.
pub(crate) fn shown() -> impl Iterator<Item = (String, String)> {
    without_secrets(
        std::env::vars_os()
            .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
            .collect(),
    )
}

/// Leaves out variables whose name or value says that it is a secret, and those with a copy of one.
fn without_secrets(all: Vec<(String, String)>) -> impl Iterator<Item = (String, String)> {
    let (secret, others): (Vec<_>, Vec<_>) =
        all.into_iter().partition(|(name, value)| is_secret(name, value));
    let secret = secret.into_iter().map(|(_, value)| value);
    let secret: Vec<String> = secret.filter(|value| value.len() >= SHORTEST).collect();
    others
        .into_iter()
        .filter(move |(_, value)| !secret.iter().any(|secret| value.contains(&**secret)))
}

fn is_secret(name: &str, value: &str) -> bool {
    let name = name.to_ascii_uppercase();
    let has_password = value.split_once("://").is_some_and(|(_, rest)| {
        rest.split(['/', '?', '#']).next().is_some_and(|it| it.contains('@'))
    });
    let is_pem_or_jwt = value.contains("-----BEGIN ") || value.contains("eyJ");
    SECRET.iter().any(|part| name.contains(part)) || has_password || is_pem_or_jwt
}

/// The profile to use.
pub(crate) const PROFILE: &str = "HOUSTON_PROFILE";
/// The schema of calls whose options choose none.
pub(crate) const SCHEMA: &str = "HOUSTON_SCHEMA";
/// Whether stdout is written as on a terminal, and with how many columns.
pub(crate) const FORCE_TTY: &str = "HOUSTON_FORCE_TTY";
/// The directory of the configuration.
const CONFIG_DIR: &str = "HOUSTON_CONFIG_DIR";

/// Directories whose files are obeyed although another person can have written them.
pub(crate) const SAFE_DIRECTORIES: &str = "HOUSTON_SAFE_DIRECTORIES";

/// Whether the environment says that the files of a directory are obeyed: it, or `*`, is in the list.
pub(crate) fn is_safe(directory: &Path) -> bool {
    let all = std::env::var_os(SAFE_DIRECTORIES).unwrap_or_default();
    let is_it = |named: &Path| {
        named == Path::new("*") || named.canonicalize().is_ok_and(|named| named == directory)
    };
    std::env::split_paths(&all).any(|named| is_it(&named))
}

/// Whether a variable is set and not empty.
pub(crate) fn is_set(name: &str) -> bool {
    path(name).is_some()
}

/// Whether a variable is set to an empty text.
pub(crate) fn is_empty(name: &str) -> bool {
    std::env::var_os(name).is_some_and(|value| value.is_empty())
}

/// Says that a variable is set to an empty text.
pub(crate) fn tell_if_empty(name: &str) {
    if is_empty(name) {
        output::note(format_args!("note: {name} is set but empty"));
    }
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

#[cfg(test)]
mod tests {
    use super::without_secrets;

    #[test]
    fn secrets_are_left_out() {
        let all = [
            ("HOME", "/root"),
            ("PWD", "/work"),
            ("LABEL", "etl"),
            ("HOUSTON_URL", "https://houston.example.com/v1"),
            ("HOUSTON_TOKEN", "canary-1"),
            ("COPY", "Bearer canary-1"),
            ("db_password", "x"),
            ("AWS_ACCESS_KEY_ID", "x"),
            ("MYSQL_PWD", "x"),
            ("AIRFLOW_CONN_DB", "x"),
            ("HTTPS_PROXY", "http://user:canary@proxy.example.com:3128"),
            ("CA", "-----BEGIN PRIVATE"),
            ("LOGIN", "eyJhbGciOiJIUzI1NiJ9.e30.x"),
        ];
        let all = all.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let names: Vec<String> = without_secrets(all.into()).map(|(name, _)| name).collect();
        assert_eq!(names, ["HOME", "PWD", "LABEL", "HOUSTON_URL"]);
    }
}
