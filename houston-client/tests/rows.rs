//! Runs of many rows.
#![cfg(feature = "transport")]
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "the helpers of tests are tests")]

#[path = "rows/crashes.rs"]
mod crashes;
#[path = "rows/damage.rs"]
mod damage;
#[path = "rows/disk.rs"]
mod disk;
#[path = "rows/follow.rs"]
mod follow;
#[path = "rows/journal.rs"]
mod journal;
#[path = "rows/properties.rs"]
mod properties;
#[path = "rows/run.rs"]
mod run;
#[path = "rows/worker.rs"]
mod worker;
