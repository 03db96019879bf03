//! Resolvers of operations and of the fields of their results.

pub(crate) mod call;
pub(crate) mod operations;
pub(crate) mod output;
mod series;
mod types;
