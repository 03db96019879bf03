//! The parts of HTTP requests and responses that Houston uses.

pub(crate) mod cookie;
pub(crate) mod request;
pub(crate) mod response;

/// The base domain of the sandbox's platform.
pub(crate) const BASE_DOMAIN: &str = "sandbox.localhost";
