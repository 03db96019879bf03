//! What maintainers run, against servers that are not ours: Apollo Server of Houston's generation and the current one.
//! And the sandbox, and servers that are broken.
//!
//! `cargo xtask ci` installs them. Without them these tests say that they are skipped, and fail where `CI` is set.

#![allow(clippy::unwrap_used)]

mod client;
mod diff;
mod facts;
mod introspect;
mod live;
mod peer;
mod refused;
mod regenerate;
mod tasks;
mod versions;
