//! Which schema a call is to use, before anything of it is read.

use std::path::PathBuf;

use sha2::{Digest as _, Sha256};

use crate::failure::Failure;
use crate::settings::endpoint::Endpoint;
use crate::settings::environment;
use crate::settings::options::Options;
use crate::settings::target::Target;
use crate::terminal::text::plain;

/// The word for the built-in schema, in place of a file.
pub(crate) const BUILT_IN: &str = "built-in";
/// The word for the schema that was pulled from the platform.
pub(crate) const PULLED: &str = "pulled";
/// The word for the schema that the platform has now.
pub(crate) const LIVE: &str = "live";

/// The schema to use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Choice {
    BuiltIn,
    File(PathBuf),
    /// That of the platform.
    Platform(Place),
}

/// A platform, and where its schema is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    /// Its address, without secrets.
    pub(crate) shown: String,
    /// The file.
    pub(crate) path: PathBuf,
}

impl Choice {
    /// The schema that the options choose, else the environment, the profile or the platform.
    ///
    /// # Errors
    ///
    /// Fails if the environment cannot be read, or if the options name a profile that cannot be used. Any other problem
    /// of the configuration leads to the built-in schema.
    pub(crate) fn of(options: &Options) -> Result<Choice, Failure> {
        if let Some(path) = &options.schema.file {
            return Ok(Choice::of_word(path.clone()));
        }
        let word = environment::path(environment::SCHEMA);
        match (word, Target::of(options)) {
            (_, Err(failure)) if options.platform.profile.name.is_some() => Err(failure),
            (Some(word), _) => Ok(Choice::of_word(word)),
            (None, Ok(target)) => Ok(Choice::of_target(&target)),
            (None, Err(_)) => Ok(Choice::BuiltIn),
        }
    }

    /// The schema of a target for which neither the options nor the environment choose one.
    pub(crate) fn of_target(target: &Target) -> Choice {
        if let Some(word) = target.profile.as_ref().and_then(|(_, profile)| profile.schema.as_ref())
        {
            return Choice::of_word(word.into());
        }
        Place::of(target).map_or(Choice::BuiltIn, Choice::Platform)
    }

    fn of_word(word: PathBuf) -> Choice {
        if word.as_os_str() == BUILT_IN { Choice::BuiltIn } else { Choice::File(word) }
    }
}

impl Place {
    /// The place of a target's schema. None without an address that can be called, and without a directory for it.
    pub(crate) fn of(target: &Target) -> Option<Place> {
        Place::at(target.endpoint.as_ref()?)
    }

    /// The place of an endpoint's schema.
    pub(crate) fn at(endpoint: &Endpoint) -> Option<Place> {
        let shown = endpoint.shown(true).ok()?;
        let directory = environment::state_directory()?.join("schemas");
        let name = match endpoint {
            Endpoint::Sandbox => shown.clone(),
            Endpoint::Url(url) => {
                // A query belongs to the address, and may be a secret.
                let url = url.split('#').next().unwrap_or_default();
                let query = url.split_once('?').map_or("", |(_, query)| query);
                let digest = Sha256::digest(format!("{shown}?{query}"));
                let digest: String =
                    digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
                let host = shown.split('/').nth(2).unwrap_or_default();
                let is_plain = |one: char| one.is_ascii_alphanumeric() || one == '.' || one == '-';
                let host = host.replace(|one| !is_plain(one), "-");
                let end = host.len().min(100);
                format!("{}-{digest}", &host[..end])
            }
        };
        Some(Place { shown, path: directory.join(format!("{name}.schema")) })
    }

    /// The platform, in words.
    pub(crate) fn words(&self) -> String {
        if self.is_sandbox() { "the sandbox".to_owned() } else { plain(&self.shown) }
    }

    /// Whether it is the embedded Houston, whose schema is the built-in one.
    pub(crate) fn is_sandbox(&self) -> bool {
        self.shown == "sandbox"
    }
}

#[cfg(test)]
mod tests {
    use super::Place;
    use crate::settings::options::{Options, Platform};
    use crate::settings::target::Target;

    fn name(url: &str) -> String {
        let platform = Platform { url: Some(url.to_owned()), ..Platform::default() };
        let place = Place::of(&Target::of(&Options::from(platform)).unwrap()).unwrap();
        place.path.file_name().unwrap().to_str().unwrap().to_owned()
    }

    #[test]
    fn the_whole_address_is_the_key() {
        let one = name("https://houston.a.example/v1");
        assert!(one.starts_with("houston.a.example-") && one.ends_with(".schema"), "{one}");
        for same in ["https://houston.a.example:443/v1", "HTTPS://houston.A.example/v1#x"] {
            assert_eq!(name(same), one, "{same}");
        }
        for other in [
            "http://houston.a.example/v1",
            "https://houston.a.example/v2",
            "https://houston.a.example:8443/v1",
            "https://houston.a.example/v1?token=hidden",
        ] {
            assert_ne!(name(other), one, "{other}");
            assert!(!name(other).contains("hidden"));
        }
        assert!(name("http://[::1]:80/v1").starts_with("---1--"));
        assert!(name(&format!("https://{}.example/v1", "a.".repeat(120))).len() < 130);
    }
}
