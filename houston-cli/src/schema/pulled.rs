//! Pulled schemas: a file for each profile, with a header that describes it.

use std::path::PathBuf;

use crate::failure::{Exit, Failure};
use crate::settings::config::Config;
use crate::settings::{environment, files};
use crate::terminal::text::plain;

/// Facts about a pulled schema.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct About {
    /// The version of the platform, if it reports one.
    pub(crate) version: Option<String>,
    /// When it was pulled.
    pub(crate) date: String,
    /// The level of introspection that the server supported.
    pub(crate) level: String,
}

const VERSION: &str = "# version: ";
const DATE: &str = "# pulled: ";
const LEVEL: &str = "# introspection: ";

impl About {
    /// The facts, in words.
    pub(crate) fn words(&self) -> String {
        let version = self.version.as_deref().unwrap_or("of unknown version");
        format!("Houston {version}, pulled {}", self.date)
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

/// The file of a profile's schema; `None` if there is no configuration directory.
pub(crate) fn path(profile: &str) -> Option<PathBuf> {
    let directory = environment::config_directory()?.join("schemas");
    Some(directory.join(format!("{profile}.graphql")))
}

/// Reads the schema that was pulled for a profile, if any.
///
/// # Errors
///
/// Fails if its file cannot be read.
pub(super) fn read(profile: &str) -> Result<Option<(String, About)>, Failure> {
    let Some(path) = path(profile) else { return Ok(None) };
    let text = files::read(&path).map_err(|error| {
        Failure::usage(format!("cannot read {}", path.display())).because(error)
    })?;
    Ok(text.map(|text| {
        let about = About::of_text(&text);
        (text, about)
    }))
}

/// Stores a schema for a profile. The previous one stays until this one is written.
///
/// # Errors
///
/// Fails if it cannot be written.
pub(crate) fn keep(profile: &str, sdl: &str, about: &About) -> Result<PathBuf, Failure> {
    let directory = Config::directory()?.join("schemas");
    let path = directory.join(format!("{profile}.graphql"));
    files::write_private(&path, &format!("{}{sdl}", about.head())).map_err(|error| {
        Failure::new(Exit::Internal, format!("cannot write {}", path.display())).because(error)
    })?;
    Ok(path)
}

/// Removes the schema of a profile, if any.
///
/// # Errors
///
/// Fails if it cannot be removed.
pub(crate) fn forget(profile: &str) -> Result<(), Failure> {
    let Some(path) = path(profile) else { return Ok(()) };
    files::remove(&path).map_err(|error| {
        Failure::new(Exit::Internal, format!("cannot remove {}", path.display())).because(error)
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
