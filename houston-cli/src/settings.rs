//! What a call goes by: its options, the environment and the configuration.

pub(crate) mod config;
pub(crate) mod credentials;
pub(crate) mod endpoint;
pub(crate) mod environment;
pub(crate) mod files;
pub(crate) mod options;
pub(crate) mod target;
pub(crate) mod token;
