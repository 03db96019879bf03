//! How a person is asked before something is removed.

use serde::{Deserialize, Serialize};

use super::default::is_default;

/// How a person is asked before an operation removes something.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
#[serde(default, deny_unknown_fields)]
pub struct Question {
    /// What it does, without a question mark. The path of a field of the object stands in braces: `Delete workspace {label}`.
    pub asks: String,
    /// Lists of the object, each with the word for one item: their lengths are told.
    #[serde(skip_serializing_if = "is_default")]
    pub counts: Vec<(String, String)>,
    /// What is lost with the object. If there is such a thing, or something is counted, the person types the value of the
    /// first field in `asks`.
    #[serde(skip_serializing_if = "is_default")]
    pub with: Vec<String>,
}

impl Question {
    /// The paths in braces.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.asks.split('{').skip(1).filter_map(|part| Some(part.split_once('}')?.0))
    }

    /// Whether much is lost.
    pub fn is_grave(&self) -> bool {
        !self.with.is_empty() || !self.counts.is_empty()
    }
}
