//! `.houston.toml`: a project says which profile it is for, and nothing else.

use std::path::PathBuf;

use serde::Deserialize;

use super::toml::text_of;
use crate::failure::Failure;
use crate::settings::files;

const NAME: &str = ".houston.toml";

/// A file that came with somebody's project names no address: a token of the user's could follow it there.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Project {
    profile: String,
}

/// The profile that the directory's project, or one that it lies in, is for; and the file that says so.
///
/// # Errors
///
/// When the file cannot be read, or says something else.
pub(super) fn profile() -> Result<Option<(String, PathBuf)>, Failure> {
    // Without a directory there is no project.
    let Ok(directory) = std::env::current_dir() else { return Ok(None) };
    for directory in directory.ancestors() {
        let path = directory.join(NAME);
        let unusable = || Failure::usage(format!("{} cannot be used", path.display()));
        match files::read(&path) {
            Ok(Some(text)) => {
                let project: Project = toml_edit::de::from_str(&text).map_err(|error| {
                    unusable()
                        .detail(text_of(&error, &text))
                        .help("it may hold one line: profile = \"NAME\"")
                })?;
                return Ok(Some((project.profile, path)));
            }
            Ok(None) => {}
            Err(error) => return Err(unusable().because(error)),
        }
    }
    Ok(None)
}
