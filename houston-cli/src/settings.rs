//! Settings of a call: options, environment and configuration.

pub(crate) mod config;
pub(crate) mod credentials;
pub(crate) mod endpoint;
pub(crate) mod environment;
pub(crate) mod files;
pub(crate) mod found;
pub(crate) mod keyring;
pub(crate) mod options;
pub(crate) mod state;
pub(crate) mod target;
pub(crate) mod token;

/// Which settings a call uses, for `houston help environment` and `docs/platform.md`.
pub(crate) const ORDER: &str = "\
The platform of a call is that of --url, --base-domain, --sandbox or --profile; or
else of HOUSTON_URL, HOUSTON_BASE_DOMAIN, HOUSTON_PROFILE, .houston.toml or the
current profile, in this order.
Its token is that of --token-file or --token-stdin; or else the own one of a
profile that --profile, HOUSTON_PROFILE or .houston.toml names; or else
HOUSTON_TOKEN; or else the one of the current profile, or the one that is stored
for the host. If HOUSTON_URL or HOUSTON_BASE_DOMAIN is set,
HOUSTON_TOKEN is for that host only: a call that would send it to another host is
refused.";
