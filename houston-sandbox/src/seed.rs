//! Seeds: what a store begins with, in YAML.

mod document;
mod sow;

use document::{Document, Entry};

use crate::Error;
use crate::error::Cause;

/// A seed that has been read and whose references hold.
#[derive(Clone, Debug)]
pub(crate) struct Seed(Document);

impl Seed {
    /// Reads a seed.
    ///
    /// # Errors
    ///
    /// With the line of what is wrong.
    pub(crate) fn read(yaml: &str) -> Result<Seed, Error> {
        let document: Document = serde_saphyr::from_str(yaml)
            .map_err(|error| Cause::Seed(error.to_string().trim_end().to_owned()))?;
        document.check().map_err(|(line, what)| Cause::Seed(format!("line {line}: {what}")))?;
        Ok(Seed(document))
    }
}
