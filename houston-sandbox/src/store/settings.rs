//! Settings that the operators of a platform choose, outside of the API.

mod named;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::Error;
use crate::store::{Changes, Rows};
pub use named::InvalidSetting;
pub(crate) use named::read;

/// Settings of the platform. The API shows them and acts by them, and cannot change them.
///
/// The defaults are those of a platform of version 0.23 without a mail server: users are active without confirming their
/// address. In seeds and for [`Builder::setting`](crate::Builder::setting), a setting has its
/// name in camel case, such as `baseDomain`.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase", default)]
#[non_exhaustive]
pub struct Settings {
    /// The domain of the platform: `appConfig` returns it, the URLs of Airflow and the cookie of a browser have it.
    pub base_domain: String,
    /// The version that `appConfig` and `deploymentConfig` report. It does not change the schema.
    pub version: String,
    /// Whether `createUser` works without an invite. The first user of a platform never needs one.
    pub public_signups: bool,
    /// Whether a user who signs up without an invite is pending until `confirmEmail` or `verifyEmail`.
    pub email_confirmation: bool,
    /// Whether `createDeployment` uses the release name in its arguments.
    pub manual_release_names: bool,
    /// The versions of Airflow on offer. The first one is that of new Deployments.
    pub airflow_versions: Vec<String>,
    /// The version of Airflow's chart for new Deployments.
    pub chart_version: String,
    /// The largest scheduler or webserver, in AU. An AU has 100 millicores and 384 MiB.
    pub max_pod_au: u32,
    /// The most extra AU of a Deployment. `deploymentConfig` returns it, and as on the server, no mutation checks it.
    pub max_extra_au: u32,
}

/// Version and date of the releases of Airflow that are known. The others have the date 1970-01-01.
pub(crate) const RELEASES: [(&str, &str); 9] = [
    ("1.10.15", "2021-03-17"),
    ("1.10.5", "2019-09-04"),
    ("1.10.7", "2019-12-24"),
    ("1.10.10", "2020-04-09"),
    ("1.10.12", "2020-08-25"),
    ("1.10.14", "2020-12-10"),
    ("2.0.0", "2020-12-17"),
    ("2.0.2", "2021-04-19"),
    ("2.1.0", "2021-05-21"),
];

impl Default for Settings {
    fn default() -> Self {
        Settings {
            base_domain: "sandbox.localhost".to_owned(),
            version: "0.23.12".to_owned(),
            public_signups: false,
            email_confirmation: false,
            manual_release_names: false,
            airflow_versions: RELEASES.map(|(version, _)| version.to_owned()).to_vec(),
            chart_version: "0.19.0".to_owned(),
            max_pod_au: 35,
            max_extra_au: 400,
        }
    }
}

/// Settings that were chosen, by name. The others have their defaults.
pub(crate) type Chosen = Map<String, Value>;

const NAME: &str = "settings";

impl Settings {
    pub(crate) fn of(rows: &impl Rows) -> Result<Settings, Error> {
        match rows.setting(NAME)? {
            Some(text) => Ok(serde_json::from_str(&text)?),
            None => Ok(Settings::default()),
        }
    }

    /// The version of Airflow that new Deployments have.
    pub(crate) fn airflow_version(&self) -> &str {
        self.airflow_versions.first().map_or("", String::as_str)
    }

    /// Stores all of them.
    pub(crate) fn set(&self, changes: &Changes) -> Result<(), Error> {
        changes.set(NAME, &serde_json::to_string(self)?)
    }
}

/// Stores chosen settings: those of a seed unless the store has them, and then the others.
pub(crate) fn choose(changes: &Changes, sown: &Chosen, chosen: &Chosen) -> Result<(), Error> {
    if sown.is_empty() && chosen.is_empty() {
        return Ok(());
    }
    let kept = changes.setting(NAME)?;
    let mut kept: Chosen =
        kept.map_or_else(|| Ok(Map::new()), |text| serde_json::from_str(&text))?;
    for (name, value) in sown {
        kept.entry(name).or_insert_with(|| value.clone());
    }
    kept.extend(chosen.clone());
    changes.set(NAME, &serde_json::to_string(&kept)?)
}
