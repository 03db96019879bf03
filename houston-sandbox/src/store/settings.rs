//! Settings that the operators of a platform choose, outside of the API.

use serde::{Deserialize, Serialize};

use crate::Error;
use crate::store::{Changes, Rows};

/// Settings of the platform. The API shows them in `appConfig` and `authConfig`, and cannot change them.
///
/// The defaults are those of a platform without a mail server: users are active without confirming their address.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq, Serialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Settings {
    /// Whether `createUser` works without an invite. The first user of a platform never needs one.
    pub public_signups: bool,
    /// Whether a user who signs up without an invite is pending until `confirmEmail` or `verifyEmail`.
    pub email_confirmation: bool,
    /// Whether `createDeployment` uses the release name in its arguments.
    pub manual_release_names: bool,
}

const NAME: &str = "settings";

impl Settings {
    pub(crate) fn of(rows: &impl Rows) -> Result<Settings, Error> {
        match rows.setting(NAME)? {
            Some(text) => Ok(serde_json::from_str(&text)?),
            None => Ok(Settings::default()),
        }
    }
    pub(crate) fn set(self, changes: &Changes) -> Result<(), Error> {
        changes.set(NAME, &serde_json::to_string(&self)?)
    }
}
