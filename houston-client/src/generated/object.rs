// Made by `cargo xtask codegen`: run it again instead of editing.

//! Results: for each type a struct for its default selection, and a module of its fields.
mod service_accounts;
mod sign_in;
mod access;
mod users;
mod monitoring;
mod configuration;
mod deployments;
mod workspaces;
mod platform;
pub use service_accounts::*;
pub use sign_in::*;
pub use access::*;
pub use users::*;
pub use monitoring::*;
pub use configuration::*;
pub use deployments::*;
pub use workspaces::*;
pub use platform::*;
