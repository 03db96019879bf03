// Made by `cargo xtask codegen`: run it again instead of editing.

//! Input objects: builders for arguments.
mod access;
mod users;
mod configuration;
mod deployments;
mod workspaces;
mod platform;
pub use access::*;
pub use users::*;
pub use configuration::*;
pub use deployments::*;
pub use workspaces::*;
pub use platform::*;
