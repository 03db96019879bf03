//! Files, servers and commands around the pure stages: the program `houston-codegen` and the maintainers' commands
//! share them.
//!
//! `files`, `failure`, `module` need the feature `build`; the others need the feature `cli`.

mod atomic;
#[cfg(feature = "cli")]
pub mod commands;
#[cfg(feature = "cli")]
pub mod comparison;
pub mod failure;
#[cfg(feature = "cli")]
pub mod fetched;
pub mod files;
pub mod module;
pub mod output;
#[cfg(feature = "cli")]
pub mod server;

pub use atomic::write;

/// The Rust path of the runtime in a crate that depends on `houston-client`.
pub const RUNTIME: &str = "::houston_client::runtime";
