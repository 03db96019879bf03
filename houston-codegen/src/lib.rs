//! Turns the text of a GraphQL schema into typed Rust builders for the crate `houston-client`.
//!
//! The program `houston-codegen` writes a module into a crate; its page describes the commands. `build` is the function
//! for build scripts, and needs the feature `build` alone.
//!
//! As a library, there are three pure stages: [`parse`] reads the schema definition language, [`model`] decides names,
//! requirements and the overlay's additions, `emit` writes Rust. [`example`] shows how to call an operation. None uses a network, a clock or files:
//! only `tool` does, the commands of the program.

#![forbid(unsafe_code)]

#[cfg(feature = "build")]
pub mod build;
pub mod diff;
pub mod document;
#[cfg(feature = "emit")]
pub mod emit;
pub mod example;
pub mod introspection;
mod keyword;
pub mod model;
mod parallel;
pub mod parse;
mod preset;
mod source;
#[cfg(feature = "build")]
pub mod tool;

pub use preset::Preset;
pub use source::{Diagnostic, Diagnostics, Source};
