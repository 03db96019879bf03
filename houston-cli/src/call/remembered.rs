//! What look-ups of a run found: rows that need the same id ask for it once.

use std::cell::RefCell;
use std::collections::HashMap;

/// The ids that look-ups found, by what was asked. What was not found is asked again: it may exist by then.
#[derive(Debug, Default)]
pub(crate) struct Remembered(RefCell<HashMap<String, String>>);

impl Remembered {
    pub(super) fn get(&self, asked: &str) -> Option<String> {
        self.0.borrow().get(asked).cloned()
    }

    pub(super) fn keep(&self, asked: String, id: String) {
        const MOST: usize = 1_000;
        let mut found = self.0.borrow_mut();
        if found.len() >= MOST {
            found.clear();
        }
        found.insert(asked, id);
    }
}
