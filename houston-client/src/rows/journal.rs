//! What is kept about rows, so that another run goes on where this one stopped.

mod file;
mod index;
mod line;
mod lines;
mod storage;
mod unusable;
mod writer;

use std::io;

use jiff::Timestamp;
use serde_json::Value;

use super::fingerprint::Fingerprint;
use super::worker::{Past, State};
pub use file::FileStorage;
pub use lines::Lines;
pub use storage::Storage;
pub use unusable::Unusable;
pub(super) use writer::{Writer, Written};

/// Keeps what happened to rows.
///
/// One thread of the run calls [`append`](Self::append) and [`sync`](Self::sync) in turn. After one of them has failed,
/// it calls neither again.
pub trait Journal: Send + Sync {
    /// Returns what earlier runs recorded of the next row with this fingerprint, and the fingerprint under which the
    /// journal keeps that row: rows of one run must not share it.
    ///
    /// # Errors
    ///
    /// Fails if the journal cannot be read.
    fn next(&self, given: Fingerprint) -> io::Result<(Fingerprint, Past)>;

    /// Appends these records.
    ///
    /// # Errors
    ///
    /// Fails if they cannot be written, for example because the disk is full.
    fn append(&self, records: &[Record]) -> io::Result<()>;

    /// Makes everything that was appended durable: it survives a loss of power.
    ///
    /// # Errors
    ///
    /// Fails if the storage does not confirm this.
    fn sync(&self) -> io::Result<()>;
}

/// What a journal keeps of a row at one time.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// The row, as [`Journal::next`] returned it.
    pub row: Fingerprint,
    /// How it ended; `None` if it is about to be sent.
    pub state: Option<State>,
    /// When.
    pub at: Timestamp,
    /// The worker's note.
    pub note: Option<Value>,
}

impl Record {
    pub(super) fn new(row: Fingerprint, state: Option<State>, note: Option<Value>) -> Self {
        let now = Timestamp::now();
        // Milliseconds are enough, and shorter.
        let at = Timestamp::from_millisecond(now.as_millisecond()).unwrap_or(now);
        Record { row, state, at, note }
    }
}
