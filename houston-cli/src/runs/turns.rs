//! Rows that read an object and write it again take turns, so that none writes over what another one has written.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::{Arc, Weak};

use houston_client::arguments::Arguments;
use serde_json::Value;
use tokio::sync::{Mutex, OwnedMutexGuard};

use crate::call::{Call, compare};

/// The turns of a run, by the object that they are about.
#[derive(Default)]
pub(crate) struct Turns(RefCell<HashMap<String, Weak<Mutex<()>>>>);

/// The turn of a row. It ends when this is dropped.
pub(crate) type Turn = OwnedMutexGuard<()>;

impl Turns {
    /// Waits until no other row has the turn of the object that these arguments name.
    pub(crate) async fn take(&self, call: &Call<'_>, arguments: &Arguments) -> Turn {
        let finder = call.operation.finder.iter();
        let named = finder.flat_map(|finder| finder.arguments.iter().chain(&finder.matches));
        let object: Vec<Option<&Value>> =
            named.map(|(_, ours)| compare::value_at(arguments, ours)).collect();
        let object = format!("{object:?}");
        let turn = {
            let mut turns = self.0.borrow_mut();
            turns.retain(|_, turn| turn.strong_count() > 0);
            let known = turns.get(&object).and_then(Weak::upgrade);
            known.unwrap_or_else(|| {
                let made = Arc::default();
                turns.insert(object, Arc::downgrade(&made));
                made
            })
        };
        turn.lock_owned().await
    }
}
