//! What a sandbox has executed.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use serde_json::Value;

/// A root field that was executed, be it answered or refused. What a fault kept from running is not among them.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Executed {
    /// The name of the operation: `createDeployment`. A subscription is entered when it begins, not with its events.
    pub operation: String,
    /// Its arguments, as the resolver got them: defaults and variables put in.
    pub arguments: Value,
    /// The id of the user or service account that called; `None` for a caller without a valid token.
    pub account: Option<String>,
    /// Why it was refused: the error's text. `None` if it ran.
    pub refusal: Option<String>,
}

/// How many entries are kept: a sandbox that is served for weeks must not grow by what it has done.
const LIMIT: usize = 10_000;

#[derive(Debug, Default)]
pub(crate) struct Ledger(Mutex<VecDeque<Executed>>);

impl Ledger {
    pub(crate) fn add(&self, entry: Executed) {
        let mut entries = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if entries.len() == LIMIT {
            entries.pop_front();
        }
        entries.push_back(entry);
    }
    pub(crate) fn entries(&self) -> Vec<Executed> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect()
    }
}
