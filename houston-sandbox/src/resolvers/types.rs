//! Derived fields, in a file for each type.

mod auth_user;
mod deployment;
mod email;
mod invite;
mod role_binding;
mod service_account;
mod user;
mod workspace;

pub(crate) use auth_user::AuthUser;
pub(crate) use deployment::variables;
