//! Schemas that were pulled: a file for each profile, with a head that says what it is.

use std::path::PathBuf;

use crate::failure::{Exit, Failure};
use crate::settings::config::Config;
use crate::settings::{environment, files};
use crate::terminal::text::plain;

/// What is known of a schema that was pulled.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct About {
    /// The version of the platform, where it says it.
    pub(crate) version: Option<String>,
    /// When it was pulled.
    pub(crate) date: String,
    /// How much of introspection the server knew.
    pub(crate) level: String,
}

const VERSION: &str = "# version: ";
const DATE: &str = "# pulled: ";
const LEVEL: &str = "# introspection: ";

impl About {
    /// What it is, in words.
    pub(crate) fn words(&self) -> String {
        let version = self.version.as_deref().map_or("a Houston", |version| version);
        let version =
            if self.version.is_some() { format!("Houston {version}") } else { version.into() };
        format!("{version}, pulled {}", self.date)
    }

    fn head(&self) -> String {
        let version =
            self.version.as_ref().map_or(String::new(), |version| format!("{VERSION}{version}\n"));
        format!("{version}{DATE}{}\n{LEVEL}{}\n\n", self.date, self.level)
    }

    fn of_text(text: &str) -> About {
        let mut about = About::default();
        for line in text.lines().take_while(|line| line.starts_with('#')) {
            if let Some(version) = line.strip_prefix(VERSION) {
                about.version = Some(plain(version));
            } else if let Some(date) = line.strip_prefix(DATE) {
                about.date = plain(date);
            } else if let Some(level) = line.strip_prefix(LEVEL) {
                about.level = plain(level);
            }
        }
        about
    }
}

/// Where the schema of a profile is kept; none where the environment names no place.
pub(crate) fn path(profile: &str) -> Option<PathBuf> {
    let directory = environment::config_directory()?.join("schemas");
    Some(directory.join(format!("{profile}.graphql")))
}

/// The schema that was pulled for a profile.
///
/// # Errors
///
/// When there is one that cannot be read.
pub(super) fn read(profile: &str) -> Result<Option<(String, About)>, Failure> {
    let Some(path) = path(profile) else { return Ok(None) };
    let text = files::read(&path).map_err(|error| {
        Failure::usage(format!("{} cannot be read", path.display())).because(error)
    })?;
    Ok(text.map(|text| {
        let about = About::of_text(&text);
        (text, about)
    }))
}

/// Keeps a schema for a profile. The one before it stays until this one is written.
///
/// # Errors
///
/// When it cannot be written.
pub(crate) fn keep(profile: &str, sdl: &str, about: &About) -> Result<PathBuf, Failure> {
    let directory = Config::directory()?.join("schemas");
    let path = directory.join(format!("{profile}.graphql"));
    files::write_private(&path, &format!("{}{sdl}", about.head())).map_err(|error| {
        Failure::new(Exit::Internal, format!("{} cannot be written", path.display())).because(error)
    })?;
    Ok(path)
}

/// Removes the schema of a profile, if there is one.
///
/// # Errors
///
/// When it cannot be removed.
pub(crate) fn forget(profile: &str) -> Result<(), Failure> {
    let Some(path) = path(profile) else { return Ok(()) };
    files::remove(&path).map_err(|error| {
        Failure::new(Exit::Internal, format!("{} cannot be removed", path.display())).because(error)
    })
}

#[cfg(test)]
mod tests {
    use super::About;

    #[test]
    fn a_head_is_read_as_it_was_written() {
        let (date, level) = ("2026-11-24T12:00:00Z".to_owned(), "2021".to_owned());
        let about = About { version: Some("0.30.0".to_owned()), date, level };
        assert_eq!(About::of_text(&format!("{}type Query {{ a: Int }}", about.head())), about);
        assert_eq!(about.words(), "Houston 0.30.0, pulled 2026-11-24T12:00:00Z");
        assert_eq!(About::of_text("type Query { a: Int }"), About::default());
    }
}
