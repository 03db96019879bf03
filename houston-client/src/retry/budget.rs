use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

/// The price of a retry. A request earns 1, so five requests pay for one retry.
const COST: u32 = 5;

/// The initial balance of a client: ten retries.
const START: u32 = 10 * COST;

/// The maximum balance: a hundred retries.
const FULL: u32 = 100 * COST;

/// The number of retries that a client may still make: a fifth of its requests, so that a server in trouble does
/// not get four times as many requests.
#[derive(Debug)]
pub(crate) struct Budget(AtomicU32);

impl Budget {
    pub(crate) fn new() -> Self {
        Budget(AtomicU32::new(START))
    }

    /// Adds the fifth of a retry that a request earns.
    pub(crate) fn earn(&self) {
        // A full budget is not an error.
        let _ = self.0.fetch_update(Relaxed, Relaxed, |saved| (saved < FULL).then(|| saved + 1));
    }

    /// Pays for a retry. Returns false if the balance is too low.
    pub(crate) fn take(&self) -> bool {
        self.0.fetch_update(Relaxed, Relaxed, |saved| saved.checked_sub(COST)).is_ok()
    }
}
