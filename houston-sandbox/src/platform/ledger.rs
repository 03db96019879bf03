//! The operations that a sandbox has executed.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use serde_json::Value;

/// A root field that was executed, whether it succeeded or was refused. Calls that a fault stopped are not listed.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Executed {
    /// The name of the operation, for example `createDeployment`. A subscription is listed once, when it starts.
    pub operation: String,
    /// Its arguments as the resolver got them, with defaults and variables filled in.
    pub arguments: Value,
    /// The id of the calling user or service account; `None` without a valid token.
    pub account: Option<String>,
    /// The error's text if it was refused; `None` if it ran.
    pub refusal: Option<String>,
}

/// The maximum number of entries, unless a builder sets another one: a sandbox that runs for weeks must not grow without
/// limit.
const LIMIT: usize = 10_000;

#[derive(Debug)]
pub(crate) struct Ledger {
    entries: Mutex<VecDeque<Executed>>,
    limit: usize,
}

impl Ledger {
    pub(crate) fn new(limit: Option<usize>) -> Self {
        Ledger { entries: Mutex::default(), limit: limit.unwrap_or(LIMIT) }
    }

    pub(crate) fn add(&self, entry: Executed) {
        let mut entries = self.entries.lock().unwrap_or_else(PoisonError::into_inner);
        entries.push_back(entry);
        if entries.len() > self.limit {
            entries.pop_front();
        }
    }

    pub(crate) fn entries(&self) -> Vec<Executed> {
        self.entries.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect()
    }
}
