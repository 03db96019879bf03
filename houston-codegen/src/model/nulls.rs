//! How null in an answer is read.

use serde::Deserialize;

/// How loosely null is meant.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Nulls {
    /// To the letter.
    #[default]
    AsSchema,
    /// Never null, whatever the schema says: null is an error.
    NonNull,
}
