//! The texts that a model is built from.

use crate::introspection;
use crate::preset::Preset;
use crate::source::Source;

/// The texts that a model is built from.
#[derive(Clone, Copy, Debug)]
pub struct Sources<'a> {
    /// The schema, in GraphQL's schema definition language.
    pub schema: Source<'a>,
    /// The facts below those of the other files. Its entries that match nothing in the schema are left out.
    pub preset: Option<Preset>,
    /// `overlay.toml`, if there is one.
    pub overlay: Option<Source<'a>>,
    /// `permissions.toml`, if there is one.
    pub permissions: Option<Source<'a>>,
    /// `refusals.toml`, if there is one.
    pub refusals: Option<Source<'a>>,
    /// The version of the server that has the schema, if it is known. Names that this version lacks may be missing.
    pub version: Option<&'a str>,
    /// Whether a schema may define a field, an argument or a value twice. The second one is left out.
    pub allow_duplicates: bool,
}

impl<'a> Sources<'a> {
    /// Creates sources with only a schema, and the version that its first line records.
    pub fn schema(schema: Source<'a>) -> Self {
        Sources {
            schema,
            preset: None,
            overlay: None,
            permissions: None,
            refusals: None,
            version: introspection::platform_version(schema.text),
            allow_duplicates: false,
        }
    }

    /// Returns the facts of a preset, in place of these facts, for the same schema. Errors name its files as
    /// `houston/overlay.toml`.
    pub(crate) fn of_preset(&self, preset: Preset) -> Self {
        let Preset::Houston = preset;
        Sources {
            overlay: Some(Source::new("houston/overlay.toml", houston_schema::OVERLAY)),
            permissions: Some(Source::new("houston/permissions.toml", houston_schema::PERMISSIONS)),
            refusals: Some(Source::new("houston/refusals.toml", houston_schema::REFUSALS)),
            preset: None,
            ..*self
        }
    }
}
