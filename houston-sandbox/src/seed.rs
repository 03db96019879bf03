//! Seeds: the objects that a store starts with, in YAML.

mod document;
mod sow;

use document::Document;

use crate::Error;
use crate::error::Cause;
use crate::store::settings::{self, Chosen};

/// A valid seed.
#[derive(Clone, Debug)]
pub(crate) struct Seed(Document);

impl Seed {
    /// Reads a seed.
    ///
    /// # Errors
    ///
    /// Returns an error that names the line if the seed is invalid.
    pub(crate) fn read(yaml: &str) -> Result<Seed, Error> {
        let document: Document = serde_saphyr::from_str(yaml)
            .map_err(|error| Cause::Seed(error.to_string().trim_end().to_owned()))?;
        document.check().map_err(|(line, what)| Cause::Seed(format!("line {line}: {what}")))?;
        Ok(Seed(document))
    }

    /// The settings of the platform.
    pub(crate) fn settings(&self) -> Chosen {
        let settings = self.0.settings.0.iter();
        let read = settings.filter_map(|(name, given)| {
            Some((name.value.clone(), settings::read(&name.value, given).ok()?))
        });
        read.collect()
    }
}
