//! Where the journal of a run lies: the same command finds it again.

use std::path::{Path, PathBuf};

use houston_client::rows::Fingerprint;

use crate::failure::Failure;
use crate::settings::{files, state};

/// The ending of journals.
pub(crate) const ENDING: &str = "journal";

/// The directory of journals.
///
/// # Errors
///
/// Fails if no directory for state can be used.
pub(crate) fn directory() -> Result<PathBuf, Failure> {
    Ok(state::directory("the journal of a run")?.join("runs"))
}

/// The journal of the run of an operation, named after all that makes it this run: the endpoint, the constant arguments, the
/// file and the shard.
///
/// # Errors
///
/// Fails if no directory for state can be used.
pub(crate) fn of(operation: &str, facts: &[&str], rows: &str) -> Result<PathBuf, Failure> {
    let rows = match rows {
        "-" => PathBuf::from(rows),
        path => {
            // One file has one run, however its path is written.
            let path = files::absolute(Path::new(path));
            std::fs::canonicalize(&path).unwrap_or(path)
        }
    };
    let rows = rows.to_string_lossy();
    // A length in front of each part: two parts cannot be read as two others.
    let parts = facts.iter().copied().chain([&*rows]);
    let parts: Vec<String> = parts.map(|part| format!("{}:{part}", part.len())).collect();
    let name = Fingerprint::of(parts.concat().as_bytes());
    Ok(directory()?.join(format!("{operation}-{name}.{ENDING}")))
}
