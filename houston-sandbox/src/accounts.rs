//! The account that sends a request, how it signs in, and its permissions.

pub(crate) mod caller;
pub(crate) mod jwt;
pub(crate) mod password;
pub(crate) mod permission;
