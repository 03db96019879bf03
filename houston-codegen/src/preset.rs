//! Facts about a schema that the generator brings, by name.

use crate::model::Sources;
use crate::source::Source;

/// Facts about a schema that the generator brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "cli", derive(clap::ValueEnum))]
pub enum Preset {
    /// Astronomer's Houston 0.23: its overlay, permissions and refusals
    Houston,
}

impl Preset {
    /// Its name on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Preset::Houston => "houston",
        }
    }

    /// Adds its facts to a schema, in place of other facts. Errors name its files as `houston/overlay.toml`.
    pub fn sources<'a>(self, sources: &Sources<'a>) -> Sources<'a> {
        let Preset::Houston = self;
        Sources {
            overlay: Some(Source::new("houston/overlay.toml", houston_schema::OVERLAY)),
            permissions: Some(Source::new("houston/permissions.toml", houston_schema::PERMISSIONS)),
            refusals: Some(Source::new("houston/refusals.toml", houston_schema::REFUSALS)),
            preset: None,
            ..*sources
        }
    }
}
