//! The files that a model is made from.

use std::fs;
use std::path::Path;

use houston_codegen::model::Sources;
use houston_codegen::{Diagnostics, Source, introspection};

use crate::failure::{Failure, cannot};

/// Our own schema, from the root of the workspace, and the overlay beside it.
pub(crate) const SCHEMA: &str = "schema/houston.graphql";
pub(crate) const OVERLAY: &str = "schema/overlay.toml";

/// A text, and its name in errors.
#[derive(Clone, Debug)]
pub(crate) struct File {
    pub(crate) name: String,
    pub(crate) text: String,
}

impl File {
    /// Reads a file, with its path relative to `root`.
    pub(crate) fn read(root: &Path, path: &Path) -> Result<Self, Failure> {
        let name = path.strip_prefix(root).unwrap_or(path);
        let bytes = fs::read(path).map_err(cannot("read", name))?;
        let name = name.display().to_string();
        let text = Source::decode(&name, bytes).map_err(Diagnostics::from)?;
        Ok(File { name, text })
    }

    /// The text as SDL: introspection JSON is converted.
    pub(crate) fn definitions(self) -> Result<Self, Failure> {
        if !introspection::is_json(&self.text) {
            return Ok(self);
        }
        let document = introspection::parse(&self.source())?;
        let name = format!("{} (as definitions)", self.name);
        Ok(File { name, text: introspection::sdl(&document) })
    }

    pub(crate) fn source(&self) -> Source<'_> {
        Source::new(&self.name, &self.text)
    }
}

/// The overlay and the files next to it.
#[derive(Debug, Default)]
pub(crate) struct Beside {
    overlay: Option<File>,
    permissions: Option<File>,
    refusals: Option<File>,
}

impl Beside {
    /// The overlay, with permissions.toml and refusals.toml from its folder.
    pub(crate) fn read(root: &Path, overlay: &Path) -> Result<Self, Failure> {
        let overlay = root.join(overlay);
        let beside = |name: &str| {
            let path = overlay.parent()?.join(name);
            path.exists().then(|| File::read(root, &path))
        };
        Ok(Beside {
            permissions: beside("permissions.toml").transpose()?,
            refusals: beside("refusals.toml").transpose()?,
            overlay: Some(File::read(root, &overlay)?),
        })
    }

    /// A schema with all these files.
    pub(crate) fn sources<'a>(&'a self, schema: &'a File) -> Sources<'a> {
        Sources {
            overlay: self.overlay.as_ref().map(File::source),
            permissions: self.permissions.as_ref().map(File::source),
            refusals: self.refusals.as_ref().map(File::source),
            ..Sources::schema(schema.source())
        }
    }
}
