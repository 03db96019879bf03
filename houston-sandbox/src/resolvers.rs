//! What operations do, and what the fields of their results are.

pub(crate) mod call;
pub(crate) mod operations;
pub(crate) mod output;
mod series;
mod types;
