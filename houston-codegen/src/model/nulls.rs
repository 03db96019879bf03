//! How null in an answer is read.

use serde::Deserialize;

/// How to read null.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Nulls {
    /// As the schema declares it.
    #[default]
    AsSchema,
    /// Never null, even if the schema allows it: null is an error.
    NonNull,
}
