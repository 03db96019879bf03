//! Runs many rows: requests in, a stream of outcomes out, in order and with bounded concurrency.

mod engine;
mod error;
mod fingerprint;
mod job;
mod journal;
mod pace;
mod report;
mod requests;
mod run;
mod stop;
mod worker;

pub use error::Error;
pub use fingerprint::Fingerprint;
pub use journal::{FileStorage, Journal, Lines, Record, Storage, Unusable};
pub use report::Report;
pub use requests::{Requests, requests};
pub use run::{Run, run};
pub use stop::{Stop, Stopper};
pub use worker::{End, Past, Prepared, State, Worker};
