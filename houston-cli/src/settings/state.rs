//! The directory for state that is kept between calls.

use std::path::PathBuf;

use super::environment;
#[cfg(unix)]
use crate::failure::Exit;
use crate::failure::Failure;
use crate::terminal::output;

/// The user's directory for state. `what` is kept there, in words.
///
/// # Errors
///
/// Fails if the environment names no directory, and the one in the system's temporary directory is not private to
/// the user.
pub(crate) fn directory(what: &str) -> Result<PathBuf, Failure> {
    if let Some(state) = environment::state_directory() {
        return Ok(state);
    }
    let state = temporary(what)?;
    output::note(format_args!("note: without HOME, {what} is in {}", state.display()));
    Ok(state)
}

/// A directory of this user in the system's temporary directory. Other users can also write there, so it must be a
/// directory that only this user can access.
#[cfg(unix)]
fn temporary(what: &str) -> Result<PathBuf, Failure> {
    use std::os::unix::fs::{DirBuilderExt, MetadataExt};

    let user = rustix::process::geteuid().as_raw();
    let path = std::env::temp_dir().join(format!("houston-{user}"));
    let unusable = || {
        let what = format!("no directory for {what}: cannot use {}", path.display());
        Failure::new(Exit::NotReached, what).help("Set HOME or HOUSTON_STATE_DIR.")
    };
    match std::fs::DirBuilder::new().mode(0o700).create(&path) {
        Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => {
            return Err(unusable().because(error));
        }
        _ => {}
    }
    let found = std::fs::symlink_metadata(&path).map_err(|error| unusable().because(error))?;
    if !found.is_dir() || found.uid() != user || found.mode() & 0o077 != 0 {
        return Err(unusable().detail("it is not a directory that only you can access"));
    }
    Ok(path)
}

#[cfg(not(unix))]
fn temporary(_: &str) -> Result<PathBuf, Failure> {
    Ok(std::env::temp_dir().join("houston"))
}
