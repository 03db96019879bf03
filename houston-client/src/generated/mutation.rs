// Made by `cargo xtask codegen`: run it again instead of editing.

//! Mutations: a builder for each.
mod service_accounts__c;
mod service_accounts__deletes;
mod sign_in;
mod access;
mod users;
mod configuration;
mod deployments;
mod workspaces;
mod platform;
pub use service_accounts__c::*;
pub use service_accounts__deletes::*;
pub use sign_in::*;
pub use access::*;
pub use users::*;
pub use configuration::*;
pub use deployments::*;
pub use workspaces::*;
pub use platform::*;
