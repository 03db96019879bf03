//! The parts of HTTP requests and responses that Houston uses.

pub(crate) mod cookie;
pub(crate) mod request;
pub(crate) mod response;
