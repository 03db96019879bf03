//! The texts that a model is made from.

use crate::source::Source;

/// The texts that a model is made from.
#[derive(Clone, Copy, Debug)]
pub struct Sources<'a> {
    /// The schema, in GraphQL's schema definition language.
    pub schema: Source<'a>,
    /// `overlay.toml`, when there is one.
    pub overlay: Option<Source<'a>>,
    /// `permissions.toml`, when there is one.
    pub permissions: Option<Source<'a>>,
    /// `refusals.toml`, when there is one.
    pub refusals: Option<Source<'a>>,
    /// Whether a schema may define a field, an argument or a value twice: the second one is left out.
    pub allow_duplicates: bool,
}

impl<'a> Sources<'a> {
    /// A schema with nothing beside it.
    pub fn schema(schema: Source<'a>) -> Self {
        Sources {
            schema,
            overlay: None,
            permissions: None,
            refusals: None,
            allow_duplicates: false,
        }
    }
}
