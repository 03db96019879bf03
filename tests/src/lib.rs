//! What crosses houston's crates: see `tests/`.

#![forbid(unsafe_code)]

pub mod build;
pub mod canned;
pub mod installed;
pub mod old;
pub mod page;
pub mod property;
pub mod sample;
pub mod server;
pub mod socket;
pub mod strict;

/// Code generated for a small schema: what callers' mistakes are shown against.
#[rustfmt::skip]
pub mod fixture;

/// Code generated for a schema of a stranger, in which every name and text is chosen to trouble Rust.
#[rustfmt::skip]
pub mod stranger;

/// The Rust of the README and the guides, compiled.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
#[doc = include_str!("../../docs/client.md")]
#[doc = include_str!("../../docs/sandbox.md")]
struct Printed;
