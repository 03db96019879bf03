//! The files that a model is made from.

use std::fs;
use std::io::{self, Read as _};
use std::path::Path;

use super::failure::{Failure, cannot};
use crate::model::Sources;
use crate::parse::MAX_BYTES;
use crate::{Diagnostics, Preset, Source, introspection};

/// A text, and its name in errors.
#[derive(Clone, Debug)]
pub struct File {
    /// The name: the path as the user wrote it.
    pub name: String,
    /// The text.
    pub text: String,
}

impl File {
    /// Reads a file, with its path relative to `root`.
    ///
    /// # Errors
    ///
    /// Fails if the file cannot be read, or is not UTF-8.
    pub fn read(root: &Path, path: &Path) -> Result<Self, Failure> {
        let name = path.strip_prefix(root).unwrap_or(path);
        let bytes = read(path).map_err(cannot("read", name)).map_err(|failure| {
            match (root.as_os_str().is_empty() && name.is_relative(), std::env::current_dir()) {
                (true, Ok(here)) => {
                    failure.with(format_args!("Paths are relative to {}.", here.display()))
                }
                _ => failure,
            }
        })?;
        let name = name.display().to_string();
        let text = Source::decode(&name, bytes).map_err(Diagnostics::from)?;
        Ok(File { name, text })
    }

    /// The text as SDL: introspection JSON is converted.
    ///
    /// # Errors
    ///
    /// Fails if the JSON is not an introspection result.
    pub fn definitions(self) -> Result<Self, Failure> {
        if !introspection::is_json(&self.text) {
            return Ok(self);
        }
        let document = introspection::parse(&self.source())?;
        let name = format!("{} (as definitions)", self.name);
        Ok(File { name, text: introspection::sdl(&document) })
    }

    /// The version of the server, if the text records it.
    pub(crate) fn platform(&self) -> Option<String> {
        introspection::platform_version(&self.text).map(str::to_owned)
    }

    /// The text with its name.
    pub fn source(&self) -> Source<'_> {
        Source::new(&self.name, &self.text)
    }
}

/// Reads a file that is not larger than a schema can be.
pub(super) fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    // One byte more shows that it is too large.
    fs::File::open(path)?.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    match bytes.len() > MAX_BYTES {
        true => Err(io::Error::other("it is larger than 64 MiB")),
        false => Ok(bytes),
    }
}

/// The overlay and the files next to it, above a preset.
#[derive(Debug, Default)]
pub struct Beside {
    preset: Option<Preset>,
    overlay: Option<File>,
    permissions: Option<File>,
    refusals: Option<File>,
}

impl Beside {
    /// The overlay, with permissions.toml and refusals.toml from its folder.
    ///
    /// # Errors
    ///
    /// Fails if one of them cannot be read, or is not UTF-8.
    pub fn read(root: &Path, overlay: &Path) -> Result<Self, Failure> {
        let overlay = root.join(overlay);
        let beside = |name: &str| {
            let path = overlay.parent()?.join(name);
            path.exists().then(|| File::read(root, &path))
        };
        Ok(Beside {
            preset: None,
            permissions: beside("permissions.toml").transpose()?,
            refusals: beside("refusals.toml").transpose()?,
            overlay: Some(File::read(root, &overlay)?),
        })
    }

    /// Puts these files above a preset.
    #[must_use]
    pub fn above(self, preset: Option<Preset>) -> Self {
        Beside { preset, ..self }
    }

    /// The names of the files.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        let files = [&self.overlay, &self.permissions, &self.refusals];
        files.into_iter().flatten().map(|file| file.name.as_str())
    }

    /// A schema with all these files.
    pub fn sources<'a>(&'a self, schema: &'a File) -> Sources<'a> {
        Sources {
            preset: self.preset,
            overlay: self.overlay.as_ref().map(File::source),
            permissions: self.permissions.as_ref().map(File::source),
            refusals: self.refusals.as_ref().map(File::source),
            ..Sources::schema(schema.source())
        }
    }
}
