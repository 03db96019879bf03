use std::sync::{Arc, OnceLock};
use std::task::Waker;

use futures_util::task::AtomicWaker;

/// Stops a run: the rows that are being sent end, and no other row is sent. Clones stop the same run.
#[derive(Clone, Debug, Default)]
pub struct Stopper(Arc<Inner>);

#[derive(Debug, Default)]
struct Inner {
    why: OnceLock<Stop>,
    waker: AtomicWaker,
}

/// Why a run stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// [`Stopper::stop`] was called.
    Asked,
    /// So many rows failed as [`Run::stop_after`](super::Run::stop_after) allows.
    Failures,
    /// The [`End`](super::End) of a row asked for it.
    Row,
}

impl Stopper {
    /// Stops the run.
    pub fn stop(&self) {
        self.because(Stop::Asked);
    }

    /// Why the run stopped, if it did: the first reason.
    pub fn stopped(&self) -> Option<Stop> {
        self.0.why.get().copied()
    }

    pub(super) fn because(&self, why: Stop) {
        let _ = self.0.why.set(why);
        self.0.waker.wake();
    }

    /// Wakes this task when the run is stopped.
    pub(super) fn register(&self, waker: &Waker) {
        self.0.waker.register(waker);
    }
}
