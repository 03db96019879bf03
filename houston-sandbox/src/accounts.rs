//! Who sends a request, how that is known, and what the account may do.

pub(crate) mod caller;
pub(crate) mod jwt;
pub(crate) mod password;
pub(crate) mod permission;
