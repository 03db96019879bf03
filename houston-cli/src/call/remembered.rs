//! What rows of a run share: rows that need the same id or the same list ask for it once.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use std::time::{Duration, Instant};

use serde_json::Value;
use tokio::sync::OnceCell;

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

/// How long an answer counts for other rows. Many rows need the same long list, and it changes while they run.
const FRESH: Duration = Duration::from_secs(5);

/// How many answers are kept, and the most bytes of them.
const MOST: usize = 16;
const MOST_BYTES: usize = 8 << 20;

/// The answer to a query.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(super) value: Value,
    /// The fields that the server lacks.
    pub(super) lacking: Vec<String>,
    /// The length of its text.
    pub(super) bytes: usize,
    pub(super) arrived: Instant,
}

/// Recent answers, by the query and its arguments. Rows that ask for the same at the same time wait for one answer.
#[derive(Debug, Default)]
pub(crate) struct Answers(RefCell<HashMap<String, Rc<OnceCell<Rc<Answer>>>>>);

impl Answers {
    /// A recent answer, or the one that `ask` gets.
    ///
    /// # Errors
    ///
    /// Fails as `ask` does. Other rows then ask for themselves.
    pub(super) async fn get<E>(
        &self,
        asked: String,
        ask: impl Future<Output = Result<Rc<Answer>, E>>,
    ) -> Result<Rc<Answer>, E> {
        let cell = {
            let mut kept = self.0.borrow_mut();
            kept.retain(|_, cell| cell.get().is_none_or(|one| one.arrived.elapsed() < FRESH));
            let bytes = |cell: &Rc<OnceCell<Rc<Answer>>>| cell.get().map(|one| one.bytes);
            if kept.len() >= MOST || kept.values().filter_map(bytes).sum::<usize>() > MOST_BYTES {
                kept.clear();
            }
            Rc::clone(kept.entry(asked).or_default())
        };
        cell.get_or_try_init(|| ask).await.cloned()
    }
}
