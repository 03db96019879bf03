//! From the text of a GraphQL schema to typed Rust builders.
//!
//! Stages, each pure: [`parse`] reads the schema definition language, [`model`] decides names, what is
//! required and what the overlay adds, `emit` writes Rust. No network, no clock, no file system.

pub mod diff;
pub mod document;
#[cfg(feature = "emit")]
pub mod emit;
pub mod introspection;
mod keyword;
pub mod model;
pub mod parse;
mod source;

pub use source::{Diagnostic, Diagnostics, Source};
