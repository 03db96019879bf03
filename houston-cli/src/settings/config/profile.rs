//! A platform, and how to talk to it.

use std::path::PathBuf;

use houston_client::client::url_of_base_domain;
use serde::Deserialize;
use serde_json::{Map, Value};

use crate::settings::endpoint::Endpoint;

/// A platform, and how to talk to it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub(crate) struct Profile {
    /// The whole address of the API.
    pub(crate) url: Option<String>,
    /// The platform's domain.
    pub(crate) base_domain: Option<String>,
    /// Whether it is the embedded Houston.
    pub(crate) sandbox: bool,
    /// A shell command that prints the token.
    pub(crate) token_command: Option<String>,
    /// Whether the token may be sent without encryption.
    pub(crate) allow_http: bool,
    /// The proxy to use instead of the environment's.
    pub(crate) proxy: Option<String>,
    /// A file with more certificates to trust.
    pub(crate) ca_cert: Option<PathBuf>,
    /// The schema to use: `built-in` or a file; by default that of the platform, if it was pulled.
    pub(crate) schema: Option<String>,
    /// Default values of arguments, by name.
    pub(crate) defaults: Map<String, Value>,
}

impl Profile {
    /// Checks that it names exactly one platform.
    pub(super) fn check(&self) -> Result<(), String> {
        let named = [self.url.is_some(), self.base_domain.is_some(), self.sandbox];
        match named.iter().filter(|named| **named).count() {
            0 => Err("one of `url`, `base-domain` and `sandbox` is required".to_owned()),
            1 => Ok(()),
            _ => Err("only one of `url`, `base-domain` and `sandbox` can be set".to_owned()),
        }?;
        match &self.base_domain {
            Some(domain) if url_of_base_domain(domain).is_err() => {
                Err("`base-domain` is not a valid domain".to_owned())
            }
            _ => Ok(()),
        }
    }

    /// The address, without secrets.
    pub(crate) fn shown(&self) -> String {
        let endpoint = self.address().map_or(Endpoint::Sandbox, Endpoint::Url);
        endpoint.shown(true).unwrap_or_else(|_| "(invalid address)".to_owned())
    }

    /// The address of the API; none for the embedded Houston.
    pub(crate) fn address(&self) -> Option<String> {
        let domain = || url_of_base_domain(self.base_domain.as_deref()?).ok();
        self.url.clone().or_else(domain)
    }
}
