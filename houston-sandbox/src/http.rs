//! HTTP requests and responses, as far as Houston looks at them.

pub(crate) mod cookie;
pub(crate) mod request;
pub(crate) mod response;

/// The domain that the sandbox's platform would have.
pub(crate) const BASE_DOMAIN: &str = "sandbox.localhost";
