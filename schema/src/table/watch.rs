//! What a call begins.

use serde::{Deserialize, Serialize};

use super::default::is_default;

/// How to see how far the work is that a call begins and that goes on after its answer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
#[serde(default, deny_unknown_fields)]
pub struct Watch {
    /// The query that shows it.
    pub query: String,
    /// The query's argument that takes the id, or the path of a key in it: `where.id`.
    pub argument: String,
    /// The call's argument that has this id; without it, the id is that of the call's answer.
    #[serde(skip_serializing_if = "is_default")]
    pub id: Option<String>,
    /// The path of the state in the query's answer: `deploymentStatus.status`.
    pub state: String,
    /// The states in which the work is done.
    pub reached: Vec<String>,
    /// The states in which it has failed.
    #[serde(skip_serializing_if = "is_default")]
    pub failed: Vec<String>,
    /// The query that shows why it has failed, if there is one.
    #[serde(skip_serializing_if = "is_default")]
    pub reasons: Option<Reasons>,
}

/// A query that shows why work has failed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
#[serde(default, deny_unknown_fields)]
pub struct Reasons {
    /// The query.
    pub query: String,
    /// The query's argument that takes the id.
    pub argument: String,
}
