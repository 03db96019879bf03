//! The stages that make a model: syntax, what it says, what the overlay adds, names.

use super::sources::Sources;
use super::{Model, build, naming, overlay};
use crate::parse;
use crate::source::Diagnostics;

impl Model {
    /// Reads, checks and settles everything.
    ///
    /// # Errors
    ///
    /// Syntax errors, broken rules of the specification, and entries of the other files that match nothing
    /// in the schema, each with its place.
    pub fn new(sources: &Sources<'_>) -> Result<Self, Diagnostics> {
        let (model, stale) = Model::with_stale(sources)?;
        stale.into_result().map(|()| model)
    }

    /// As [`new`](Self::new), but entries of the other files that match nothing in the schema are handed back
    /// beside the model, and of no effect: for a schema that is newer than the other files.
    ///
    /// # Errors
    ///
    /// Syntax errors, and broken rules of the specification, each with its place.
    pub fn with_stale(sources: &Sources<'_>) -> Result<(Self, Diagnostics), Diagnostics> {
        let document = parse::parse(&sources.schema)?;
        let duplicates = parse::duplicates(&sources.schema, &document);
        let broken = parse::validate(&sources.schema, &document).err();
        let mut errors = broken.unwrap_or_default();
        if !sources.allow_duplicates {
            errors.0.splice(0..0, duplicates.0.iter().cloned());
        }
        errors.into_result()?;
        let mut model = build::model(document);
        let stale = overlay::lay_over(&mut model, sources)?;
        naming::name(&mut model);
        model.duplicates = duplicates.0;
        Ok((model, stale))
    }
}
