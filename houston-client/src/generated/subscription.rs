// Made by `cargo xtask codegen`: run it again instead of editing.

//! Subscriptions: a builder for each.
mod monitoring;
pub use monitoring::*;
