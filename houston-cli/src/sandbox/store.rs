//! The sandbox's store: where it is, and which process holds it.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use houston_sandbox::{Builder, Sandbox};

use super::served::{self, Served};
use crate::failure::{Exit, Failure, Step};
use crate::settings::state;
use crate::terminal::awaiting::Awaiting;

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
    Ok(state::directory("the sandbox's store")?.join("sandbox"))
}

/// Opens a store, or finds the process that serves it. Waits for a process that holds it for a call.
pub(crate) fn open(directory: &Path) -> Result<Store, Failure> {
    open_as(directory, &Sandbox::builder())
}

/// [`open`], with the settings of a sandbox in this process.
pub(crate) fn open_as(directory: &Path, choices: &Builder) -> Result<Store, Failure> {
    let deadline = Instant::now() + PATIENCE;
    let mut pause = Duration::from_millis(5);
    let mut told = None;
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
        told.get_or_insert_with(|| {
            Awaiting::begin("the sandbox's store, which another process holds")
        });
        std::thread::sleep(pause);
        pause = (pause * 2).min(Duration::from_millis(100));
    }
}
