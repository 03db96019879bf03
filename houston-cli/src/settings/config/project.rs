//! `.houston.toml`: the profile of a project.

use std::path::PathBuf;

use serde::Deserialize;

use super::toml::text_of;
use crate::failure::Failure;
use crate::settings::found;

const NAME: &str = ".houston.toml";

/// The file may come from another person, so it cannot name an address: the user's token could be sent there.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Project {
    profile: String,
}

/// The profile of the project in the current directory or one above it, and the file that names it.
///
/// # Errors
///
/// Fails if the file cannot be read or contains anything else.
pub(super) fn profile() -> Result<Option<(String, PathBuf)>, Failure> {
    // Without a current directory there is no project.
    let Ok(directory) = std::env::current_dir() else { return Ok(None) };
    for directory in directory.ancestors() {
        let path = directory.join(NAME);
        let Some(text) = found::text(&path)? else { continue };
        let project: Project = toml_edit::de::from_str(&text).map_err(|error| {
            Failure::usage(format!("{} cannot be used", path.display()))
                .detail(text_of(&error, &text))
                .help("The file may contain one line: `profile = \"NAME\"`.")
        })?;
        return Ok(Some((project.profile, path)));
    }
    Ok(None)
}
