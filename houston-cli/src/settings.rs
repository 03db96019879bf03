//! Settings of a call: options, environment and configuration.

pub(crate) mod config;
pub(crate) mod credentials;
pub(crate) mod endpoint;
pub(crate) mod environment;
pub(crate) mod files;
pub(crate) mod options;
pub(crate) mod target;
pub(crate) mod token;
