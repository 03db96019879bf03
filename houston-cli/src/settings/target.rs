//! The target of a call, resolved once per call.

use houston_client::schema::{Operation, OperationKind};

use crate::failure::Failure;
use crate::settings::config::{Choice, Config, Profile};
use crate::settings::endpoint::{Endpoint, in_domain};
use crate::settings::environment;
use crate::settings::options::Options;
use crate::terminal::output;
use crate::terminal::text::plain;

/// The endpoint of a call, and the profile that it came from.
#[derive(Debug)]
pub(crate) struct Target {
    /// None if no setting names one.
    pub(crate) endpoint: Option<Endpoint>,
    /// The profile that named the endpoint.
    pub(crate) profile: Option<(String, Profile)>,
    /// Whether the profile is named: by an option, a variable or the project, and not only the current one.
    pub(crate) is_named: bool,
    /// Whether the profile is named by a file of the project.
    is_of_project: bool,
    pub(crate) allow_http: bool,
    /// The setting that names the endpoint, in words.
    pub(crate) named_by: String,
}

impl Target {
    /// Resolves the target from the options, else the environment, else a profile. With `--sandbox`, nothing else is read.
    ///
    /// # Errors
    ///
    /// Fails if a domain is not valid, the profile does not exist, or a setting cannot be read.
    pub(crate) fn of(options: &Options) -> Result<Target, Failure> {
        let target = |endpoint, named_by: &str| Target {
            endpoint,
            profile: None,
            is_named: false,
            is_of_project: false,
            allow_http: options.platform.allow_http,
            named_by: named_by.to_owned(),
        };
        if options.platform.sandbox {
            return Ok(target(Some(Endpoint::Sandbox), "--sandbox"));
        }
        if let Some(url) = &options.platform.url {
            return Ok(target(Some(Endpoint::Url(url.clone())), "--url"));
        }
        if let Some(domain) = &options.platform.base_domain {
            return Ok(target(
                Some(Endpoint::Url(in_domain(domain, "--base-domain")?)),
                "--base-domain",
            ));
        }
        // A profile that is named in the call wins over the environment.
        if options.platform.profile.name.is_none()
            && let Some((variable, url)) = environment::platform()?
        {
            return Ok(target(Some(Endpoint::Url(url)), variable));
        }
        let config = Config::read()?;
        let Some((name, choice)) = config.chosen(options.platform.profile.name.as_deref())? else {
            return Ok(target(None, "nothing"));
        };
        let by = choice.words();
        let profile = config
            .profile(&name)
            .map_err(|failure| failure.detail(format!("It is named by {by}.")))?;
        let endpoint = profile.address().map_or(Endpoint::Sandbox, Endpoint::Url);
        let named_by = format!("profile {name} ({by})");
        Ok(Target {
            allow_http: options.platform.allow_http || profile.allow_http,
            profile: Some((name, profile)),
            is_named: choice != Choice::Current,
            is_of_project: matches!(choice, Choice::Project(_)),
            ..target(Some(endpoint), &named_by)
        })
    }

    /// Says on stderr that a project's file chooses the platform of an operation that writes.
    pub(crate) fn tell(&self, operation: &Operation) {
        if self.is_of_project && operation.kind == OperationKind::Mutation {
            let address = self.shown().ok().flatten().unwrap_or_default();
            output::note(format_args!("note: {} chooses {address}", plain(&self.named_by)));
        }
    }

    /// The endpoint.
    ///
    /// # Errors
    ///
    /// Fails if no setting names one.
    pub(crate) fn endpoint(&self) -> Result<&Endpoint, Failure> {
        self.endpoint.as_ref().ok_or_else(Endpoint::missing)
    }

    /// The address without secrets; none if no setting names one.
    ///
    /// # Errors
    ///
    /// Fails if the URL cannot be called.
    pub(crate) fn shown(&self) -> Result<Option<String>, Failure> {
        let shown = self.endpoint.as_ref().map(|endpoint| endpoint.shown(self.allow_http));
        let source = |failure: Failure| {
            failure.detail(format!("The address comes from {}.", plain(&self.named_by)))
        };
        shown.transpose().map_err(source)
    }
}
