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
    /// A command of the shell that writes the token.
    pub(crate) token_command: Option<String>,
    /// Whether the token may travel without encryption.
    pub(crate) allow_http: bool,
    /// Certificates to trust, too.
    pub(crate) ca_cert: Option<PathBuf>,
    /// The schema to use: `built-in`, or a file; else the one that was pulled, if one was.
    pub(crate) schema: Option<String>,
    /// Values for arguments, by name.
    pub(crate) defaults: Map<String, Value>,
}

impl Profile {
    /// Whether it names one platform.
    pub(super) fn check(&self) -> Result<(), String> {
        let named = [self.url.is_some(), self.base_domain.is_some(), self.sandbox];
        match named.iter().filter(|named| **named).count() {
            0 => Err("`url`, `base-domain` or `sandbox` is missing".to_owned()),
            1 => Ok(()),
            _ => Err("`url`, `base-domain` and `sandbox` exclude each other".to_owned()),
        }?;
        match &self.base_domain {
            Some(domain) if url_of_base_domain(domain).is_err() => {
                Err("`base-domain` is no domain".to_owned())
            }
            _ => Ok(()),
        }
    }

    /// Its address as it may be shown.
    pub(crate) fn shown(&self) -> String {
        let endpoint = self.address().map_or(Endpoint::Sandbox, Endpoint::Url);
        endpoint.shown(true).unwrap_or_else(|_| "(an address that cannot be used)".to_owned())
    }

    /// The address of its API; none for the embedded Houston.
    pub(crate) fn address(&self) -> Option<String> {
        let domain = || url_of_base_domain(self.base_domain.as_deref()?).ok();
        self.url.clone().or_else(domain)
    }
}
