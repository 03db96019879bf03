//! Facts about an operation that depend on what is given.

use serde::{Deserialize, Serialize};

use super::default::is_default;
use super::operation::{Effect, Finder, Loss};

/// Facts of an operation that hold if some arguments are given. They take the place of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
#[serde(default, deny_unknown_fields)]
pub struct Case {
    /// The arguments that have to be given.
    pub given: Vec<String>,
    /// The arguments that must not be given.
    #[serde(skip_serializing_if = "is_default")]
    pub missing: Vec<String>,
    /// See [`Operation::effect`](super::Operation::effect).
    pub effect: Effect,
    /// See [`Operation::idempotent`](super::Operation::idempotent).
    #[serde(skip_serializing_if = "is_default")]
    pub idempotent: bool,
    /// See [`Operation::natural_key`](super::Operation::natural_key).
    #[serde(skip_serializing_if = "is_default")]
    pub natural_key: Vec<String>,
    /// See [`Operation::finder`](super::Operation::finder).
    #[serde(skip_serializing_if = "is_default")]
    pub finder: Option<Finder>,
    /// See [`Operation::unfound`](super::Operation::unfound).
    #[serde(skip_serializing_if = "is_default")]
    pub unfound: String,
    /// See [`Operation::losses`](super::Operation::losses).
    #[serde(skip_serializing_if = "is_default")]
    pub losses: Vec<Loss>,
}

impl Case {
    /// Whether it applies to a call. `is_given` tells whether an argument has a value that is not empty.
    pub fn applies(&self, is_given: impl Fn(&str) -> bool) -> bool {
        self.given.iter().all(|name| is_given(name))
            && !self.missing.iter().any(|name| is_given(name))
    }
}
