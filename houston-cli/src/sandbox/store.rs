//! The sandbox's store: where it is, and which process holds it.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use houston_sandbox::{Builder, Sandbox};

use super::served::{self, Served};
use crate::failure::{Exit, Failure, Step};
use crate::settings::environment;
use crate::terminal::output;

/// How long to wait for another process that holds the store.
const PATIENCE: Duration = Duration::from_secs(5);

/// An open store.
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
/// Fails if the environment names no directory, and the one in the system's temporary directory is not private to
/// the user.
pub(crate) fn directory() -> Result<PathBuf, Failure> {
    if let Some(state) = environment::state_directory() {
        return Ok(state.join("sandbox"));
    }
    let state = temporary()?;
    output::note(format_args!("note: without HOME, the sandbox's store is in {}", state.display()));
    Ok(state.join("sandbox"))
}

/// Opens a store, or finds the process that serves it. Waits for a process that holds it for a call.
pub(crate) fn open(directory: &Path) -> Result<Store, Failure> {
    open_as(directory, &Sandbox::builder())
}

/// [`open`], with the settings of a sandbox in this process.
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
                let what = format!("cannot open the sandbox's store in {}", directory.display());
                let failure = Failure::new(Exit::NotReached, what).because(error);
                return Err(failure.step(Step::StoreUnusable));
            }
            Err(error) => {
                if let Some(server) = served::find(directory) {
                    return Ok(Store::Served(server));
                }
                if Instant::now() >= deadline {
                    return Err(Failure::new(Exit::NotReached, error.to_string())
                        .detail(format!("gave up after {} seconds", PATIENCE.as_secs()))
                        .step(Step::StoreHeld));
                }
            }
        }
        std::thread::sleep(pause);
        pause = (pause * 2).min(Duration::from_millis(100));
    }
}

/// A directory of this user in the system's temporary directory. Other users can also write there, so it must be a
/// directory that only this user can access.
#[cfg(unix)]
fn temporary() -> Result<PathBuf, Failure> {
    use std::os::unix::fs::{DirBuilderExt, MetadataExt};

    let user = rustix::process::geteuid().as_raw();
    let path = std::env::temp_dir().join(format!("houston-{user}"));
    let unusable = || {
        let what =
            format!("there is no directory for the sandbox's store: cannot use {}", path.display());
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
fn temporary() -> Result<PathBuf, Failure> {
    Ok(std::env::temp_dir().join("houston"))
}
