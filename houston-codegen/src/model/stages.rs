//! The steps that build a model: syntax, definitions, overlay, names.

use std::panic::resume_unwind;
use std::thread;

use super::overlay::Whose;
use super::sources::Sources;
use super::{Model, build, descriptions, naming, overlay, structs};
use crate::parse;
use crate::source::Diagnostics;

impl Model {
    /// Reads and checks the sources, and builds the model.
    ///
    /// # Errors
    ///
    /// Fails with syntax errors, broken rules of the specification, and entries of the other files that match nothing
    /// in the schema, each with its place.
    pub fn new(sources: &Sources<'_>) -> Result<Self, Diagnostics> {
        let (model, stale) = Model::with_stale(sources)?;
        stale.into_result().map(|()| model)
    }

    /// Like [`new`](Self::new), but returns entries of the other files that match nothing in the schema together
    /// with the model, and ignores them. Use it for a schema that is newer than the other files.
    ///
    /// # Errors
    ///
    /// Fails with syntax errors and broken rules of the specification, each with its place.
    pub fn with_stale(sources: &Sources<'_>) -> Result<(Self, Diagnostics), Diagnostics> {
        // Both take about the same time. Validation stays on this thread, whose stack the caller chose.
        let (document, checked) = thread::scope(|scope| {
            let read = || parse::parse(&sources.schema);
            let reading = thread::Builder::new().spawn_scoped(scope, read);
            let checked = parse::checked(&sources.schema);
            let document = match reading {
                Ok(reading) => reading.join().unwrap_or_else(|panic| resume_unwind(panic)),
                // The system gives no more threads.
                Err(_) => read(),
            };
            (document, checked)
        });
        let document = document?;
        let duplicates = parse::duplicates(&sources.schema, &document);
        let mut errors = parse::broken(&sources.schema, &document, checked);
        if !sources.allow_duplicates {
            errors.0.splice(0..0, duplicates.0.iter().cloned());
        }
        errors.into_result()?;
        let mut model = build::model(document);
        if let Some(preset) = sources.preset {
            descriptions::of_preset(&mut model, preset);
            let left_out =
                overlay::lay_over(&mut model, &sources.of_preset(preset), Whose::Preset)?;
            model.left_out = left_out.0;
            // It belongs to the schema that the preset is about.
            model.version = None;
        }
        let stale = overlay::lay_over(&mut model, sources, Whose::Schema)?;
        structs::decide(&mut model);
        naming::name(&mut model);
        model.duplicates = duplicates.0;
        Ok((model, stale))
    }
}
