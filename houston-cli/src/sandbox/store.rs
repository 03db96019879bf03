//! The sandbox's store: where it is, and who has it.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use houston_sandbox::{Builder, Sandbox};

use super::served::{self, Served};
use crate::failure::{Exit, Failure};
use crate::settings::environment;
use crate::terminal::output;

/// How long somebody else may hold the store.
const PATIENCE: Duration = Duration::from_secs(5);

/// A store that is open.
pub(crate) enum Store {
    /// This process holds it.
    Ours(Sandbox),
    /// Another process holds it, and serves it.
    Served(Served),
}

/// The directory of the user's store.
///
/// # Errors
///
/// When the environment names no place, and the one below the system's directory for temporary files is not
/// the user's alone.
pub(crate) fn directory() -> Result<PathBuf, Failure> {
    if let Some(state) = environment::state_directory() {
        return Ok(state.join("sandbox"));
    }
    let state = temporary()?;
    output::note(format_args!("note: without HOME, the sandbox's store is in {}", state.display()));
    Ok(state.join("sandbox"))
}

/// Opens a store, or finds the process that serves it. Somebody who holds it for a call is waited for.
pub(crate) fn open(directory: &Path) -> Result<Store, Failure> {
    open_as(directory, &Sandbox::builder())
}

/// [`open`], with the choices for a sandbox that is ours then.
pub(crate) fn open_as(directory: &Path, choices: &Builder) -> Result<Store, Failure> {
    let deadline = Instant::now() + PATIENCE;
    let mut pause = Duration::from_millis(5);
    loop {
        match choices.clone().open(directory) {
            Ok(sandbox) => {
                served::withdraw(directory);
                return Ok(Store::Ours(sandbox));
            }
            Err(error) if !error.is_locked() => {
                let what =
                    format!("the sandbox's store in {} cannot be opened", directory.display());
                return Err(Failure::new(Exit::NotReached, what).because(error));
            }
            Err(error) => {
                if let Some(server) = served::find(directory) {
                    return Ok(Store::Served(server));
                }
                if Instant::now() >= deadline {
                    return Err(Failure::new(Exit::NotReached, error.to_string())
                        .detail(format!("it was waited for during {} seconds", PATIENCE.as_secs()))
                        .help("end the process that holds it, or set HOUSTON_STATE_DIR to use another store"));
                }
            }
        }
        std::thread::sleep(pause);
        pause = (pause * 2).min(Duration::from_millis(100));
    }
}

/// A directory of this user below the system's one for temporary files. Others can write there, too: it counts
/// only if it is a directory of this user that nobody else can look into.
#[cfg(unix)]
fn temporary() -> Result<PathBuf, Failure> {
    use std::os::unix::fs::{DirBuilderExt, MetadataExt};

    let user = rustix::process::geteuid().as_raw();
    let path = std::env::temp_dir().join(format!("houston-{user}"));
    let unusable = || {
        let what = format!("no place for the sandbox's store: {} cannot be used", path.display());
        Failure::new(Exit::NotReached, what).help("set HOME or HOUSTON_STATE_DIR")
    };
    match std::fs::DirBuilder::new().mode(0o700).create(&path) {
        Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => {
            return Err(unusable().because(error));
        }
        _ => {}
    }
    let found = std::fs::symlink_metadata(&path).map_err(|error| unusable().because(error))?;
    if !found.is_dir() || found.uid() != user || found.mode() & 0o077 != 0 {
        return Err(unusable().detail("it is not a directory that only you can look into"));
    }
    Ok(path)
}

#[cfg(not(unix))]
fn temporary() -> Result<PathBuf, Failure> {
    Ok(std::env::temp_dir().join("houston"))
}
