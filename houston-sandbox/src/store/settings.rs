//! What the people who run a platform decide, outside of the API.

use serde::{Deserialize, Serialize};

use crate::Error;
use crate::store::{Changes, Rows};

/// Switches of the platform, which the API shows in `appConfig` and `authConfig` and cannot change.
///
/// The default is that of a platform without a mail server: users are active without confirming their address.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq, Serialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Settings {
    /// Whether `createUser` needs no invite. The first user of a platform never needs one.
    pub public_signups: bool,
    /// Whether a user who comes without an invite is pending until `confirmEmail` or `verifyEmail`.
    pub email_confirmation: bool,
    /// Whether `createDeployment` honours a release name of the caller's choice.
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
