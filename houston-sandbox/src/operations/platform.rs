//! The platform itself.

use serde_json::json;

use crate::{
    call::{Answer, Read},
    types::BASE_DOMAIN,
};

/// The platform version that the sandbox gives itself out for.
const VERSION: &str = "0.23.12";

pub(super) fn app_config(_: &Read<'_>) -> Answer {
    Ok(json!({
        "version": VERSION,
        "baseDomain": BASE_DOMAIN,
        "elasticSearchEnabled": false,
        "manualReleaseNames": false,
        "prometheusEnabled": false,
        "smtpConfigured": false,
    }))
}
