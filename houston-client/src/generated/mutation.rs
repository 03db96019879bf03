// Made by `cargo xtask codegen`: run it again instead of editing.

//! Mutations: a builder for each.
mod service_accounts;
mod sign_in;
mod access;
mod users;
mod configuration;
mod deployments;
mod workspaces;
mod platform;
pub use service_accounts::*;
pub use sign_in::*;
pub use access::*;
pub use users::*;
pub use configuration::*;
pub use deployments::*;
pub use workspaces::*;
pub use platform::*;
