use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

/// What a repetition costs, in what a request earns: one repetition for five requests.
const COST: u32 = 5;

/// What a new client may spend before it has earned anything: ten repetitions.
const START: u32 = 10 * COST;

/// What can be saved up: a hundred repetitions.
const FULL: u32 = 100 * COST;

/// How many repetitions a client may still make: a fifth of its requests, so that a server in trouble is not
/// asked four times as much.
#[derive(Debug)]
pub(crate) struct Budget(AtomicU32);

impl Budget {
    pub(crate) fn new() -> Self {
        Budget(AtomicU32::new(START))
    }

    /// A request is made: it earns a fifth of a repetition.
    pub(crate) fn earn(&self) {
        // Full is no failure.
        let _ = self.0.fetch_update(Relaxed, Relaxed, |saved| (saved < FULL).then(|| saved + 1));
    }

    /// Pays for a repetition; false when there is not enough.
    pub(crate) fn take(&self) -> bool {
        self.0.fetch_update(Relaxed, Relaxed, |saved| saved.checked_sub(COST)).is_ok()
    }
}
