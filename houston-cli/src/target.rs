//! Where a call goes, and with what token: settled once for each call.

use std::cell::{Cell, OnceCell};
use std::process::{Command, Stdio};

use houston_client::Token;

use crate::config::{Config, Profile};
use crate::credentials;
use crate::endpoint::{Endpoint, in_domain, origin};
use crate::environment::{self, BASE_DOMAIN, TOKEN, URL};
use crate::failure::{Exit, Failure};
use crate::files;
use crate::input;
use crate::options::Options;
use crate::output;
use crate::text::{plain, short};

/// Where a call goes, and by what profile.
#[derive(Debug)]
pub(crate) struct Target {
    /// None where nothing names one.
    pub(crate) endpoint: Option<Endpoint>,
    /// The profile that named the endpoint.
    pub(crate) profile: Option<(String, Profile)>,
    pub(crate) allow_http: bool,
    /// What names the endpoint, in words.
    pub(crate) named_by: String,
    /// The token, once it was asked for: stdin can be read once, and a command may ask somebody.
    token: OnceCell<Option<(Token, TokenSource)>>,
    /// Whether it was said where calls go.
    said: Cell<bool>,
}

/// Where a token comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum TokenSource {
    File(std::path::PathBuf),
    Stdin,
    Environment,
    Command(String),
    /// Stored by `houston auth login`, for the profile of this name.
    Stored(String),
    /// Somebody has pasted it.
    Typed,
    /// The platform has just given it.
    Platform,
}

impl TokenSource {
    /// Where it comes from, in words.
    pub(crate) fn words(&self) -> String {
        match self {
            TokenSource::File(path) => format!("--token-file {}", plain(&path.to_string_lossy())),
            TokenSource::Stdin => "--token-stdin".to_owned(),
            TokenSource::Environment => TOKEN.to_owned(),
            TokenSource::Command(profile) => format!("the token-command of profile {profile}"),
            TokenSource::Stored(profile) => format!("what is stored for profile {profile}"),
            TokenSource::Typed => "what was typed".to_owned(),
            TokenSource::Platform => "the platform".to_owned(),
        }
    }
}

impl Target {
    /// What the options name, else the environment, else a profile. With `--sandbox` nothing else is looked at.
    ///
    /// # Errors
    ///
    /// For a domain that is none, a profile that is not there, and what cannot be read.
    pub(crate) fn of(options: &Options) -> Result<Target, Failure> {
        let target = |endpoint, named_by: &str| Target {
            endpoint: Some(endpoint),
            profile: None,
            allow_http: options.platform.allow_http,
            named_by: named_by.to_owned(),
            token: OnceCell::new(),
            said: Cell::new(false),
        };
        if options.platform.sandbox {
            return Ok(target(Endpoint::Sandbox, "--sandbox"));
        }
        if let Some(url) = &options.platform.url {
            return Ok(target(Endpoint::Url(url.clone()), "--url"));
        }
        if let Some(domain) = &options.platform.base_domain {
            return Ok(target(Endpoint::Url(in_domain(domain, "--base-domain")?), "--base-domain"));
        }
        // Whoever names a profile in the call means that one.
        if options.platform.profile.name.is_none() {
            let read = |name| {
                environment::text(name)
                    .map_err(|name| Failure::usage(format!("{name} is no UTF-8")))
            };
            if let Some(url) = read(URL)? {
                return Ok(target(Endpoint::Url(url), URL));
            }
            if let Some(domain) = read(BASE_DOMAIN)? {
                return Ok(target(Endpoint::Url(in_domain(&domain, BASE_DOMAIN)?), BASE_DOMAIN));
            }
        }
        let config = Config::read()?;
        let Some((name, choice)) = config.chosen(options.platform.profile.name.as_deref())? else {
            return Ok(Target {
                endpoint: None,
                profile: None,
                allow_http: options.platform.allow_http,
                named_by: "nothing".to_owned(),
                token: OnceCell::new(),
                said: Cell::new(false),
            });
        };
        let by = choice.words();
        let profile =
            config.profile(&name).map_err(|failure| failure.detail(format!("{by} names it")))?;
        let endpoint = profile.address().map_or(Endpoint::Sandbox, Endpoint::Url);
        Ok(Target {
            endpoint: Some(endpoint),
            allow_http: options.platform.allow_http || profile.allow_http,
            named_by: format!("profile {name} ({by})"),
            profile: Some((name, profile)),
            token: OnceCell::new(),
            said: Cell::new(false),
        })
    }

    /// The endpoint.
    ///
    /// # Errors
    ///
    /// When nothing names one.
    pub(crate) fn endpoint(&self) -> Result<&Endpoint, Failure> {
        self.endpoint.as_ref().ok_or_else(Endpoint::missing)
    }

    /// The address as it may be shown; none where nothing names one.
    ///
    /// # Errors
    ///
    /// For a URL that no call is sent to.
    pub(crate) fn shown(&self) -> Result<Option<String>, Failure> {
        let shown = self.endpoint.as_ref().map(|endpoint| endpoint.shown(self.allow_http));
        let source = |failure: Failure| {
            failure.detail(format!("The address comes from {}.", plain(&self.named_by)))
        };
        shown.transpose().map_err(source)
    }

    /// Where the token of a call comes from; none where nothing gives one, and for the sandbox, which has its own.
    /// Whether it can be had and used is not asked.
    pub(crate) fn token_source(&self, options: &Options) -> Option<TokenSource> {
        if self.endpoint == Some(Endpoint::Sandbox) {
            return None;
        }
        if let Some(path) = &options.platform.token_file {
            return Some(TokenSource::File(path.clone()));
        }
        if options.platform.token_stdin {
            return Some(TokenSource::Stdin);
        }
        if environment::is_set(TOKEN) {
            return Some(TokenSource::Environment);
        }
        let Some((name, profile)) = self.profile.as_ref() else {
            let [one] = <[String; 1]>::try_from(self.kept_here()).ok()?;
            return Some(TokenSource::Stored(one));
        };
        if profile.token_command.is_some() {
            return Some(TokenSource::Command(name.clone()));
        }
        credentials::is_kept(name).then(|| TokenSource::Stored(name.clone()))
    }

    /// The profiles that have a token for the host of an address that no profile named. One alone is used; of several,
    /// nobody can tell which is meant.
    pub(crate) fn kept_here(&self) -> Vec<String> {
        match (&self.endpoint, self.shown()) {
            (Some(Endpoint::Url(_)), Ok(Some(address))) if self.profile.is_none() => {
                credentials::bound_to(origin(&address))
            }
            _ => Vec::new(),
        }
    }

    /// Why a call could not use its token, as far as that is seen without reading stdin or running a command.
    pub(crate) fn token_problem(&self, source: &TokenSource) -> Option<Failure> {
        match source {
            TokenSource::Environment => environment::token().err(),
            TokenSource::Stored(name) => self.stored(name).err(),
            _ => None,
        }
    }

    /// The token that is stored for a profile, if it may go where the call goes.
    fn stored(&self, profile: &str) -> Result<Option<Token>, Failure> {
        let Some((token, bound)) = credentials::token(profile)? else { return Ok(None) };
        self.is_bound_here(profile, &bound)?;
        Ok(Some(token))
    }

    /// The token of a call, and where it comes from.
    ///
    /// # Errors
    ///
    /// When it cannot be had, or is bound to another host.
    pub(crate) fn token(&self, options: &Options) -> Result<Option<(Token, TokenSource)>, Failure> {
        if let Some(token) = self.token.get() {
            return Ok(token.clone());
        }
        let token = self.read_token(options)?;
        Ok(self.token.get_or_init(|| token).clone())
    }

    fn read_token(&self, options: &Options) -> Result<Option<(Token, TokenSource)>, Failure> {
        let Some(source) = self.token_source(options) else { return Ok(None) };
        let read = |text: String| {
            Token::new(text).map_err(|why| {
                Failure::usage(format!("the token cannot be used: {why}"))
                    .detail(format!("it came from {}", source.words()))
            })
        };
        let token = match &source {
            TokenSource::File(path) => {
                let unusable =
                    || Failure::usage(format!("--token-file: {} cannot be used", path.display()));
                let text = files::read(path).map_err(|error| unusable().because(error))?;
                read(text.ok_or_else(|| unusable().detail("there is no such file"))?)?
            }
            TokenSource::Stdin => read(
                input::stdin().map_err(|why| Failure::usage(format!("--token-stdin: {why}")))?,
            )?,
            TokenSource::Environment => match environment::token()? {
                Some(token) => token,
                None => return Ok(None),
            },
            TokenSource::Command(_) => match &self.profile {
                Some((name, profile)) => {
                    read(said_by(profile.token_command.as_deref().unwrap_or_default(), name)?)?
                }
                None => return Ok(None),
            },
            TokenSource::Stored(name) => match self.stored(name)? {
                Some(token) => token,
                None => return Ok(None),
            },
            TokenSource::Typed | TokenSource::Platform => return Ok(None),
        };
        Ok(Some((token, source)))
    }

    /// A stored token goes to the host that it was stored for, and to no other: the profile may have been changed.
    fn is_bound_here(&self, profile: &str, bound: &str) -> Result<(), Failure> {
        let address = self.shown()?.unwrap_or_default();
        if origin(&address) == bound {
            return Ok(());
        }
        let what = format!("the token that is stored for profile {profile} is for another host");
        Err(Failure::new(Exit::NotAllowed, what)
            .detail(format!(
                "it is bound to {}, and the profile leads to {}",
                short(bound),
                origin(&address)
            ))
            .help(format!("`houston auth login --profile {profile}` stores one for this host")))
    }
}

/// What a command of the shell writes. What it says on stderr is seen, as it may ask for something.
fn said_by(command: &str, profile: &str) -> Result<String, Failure> {
    let failed = |why: String| {
        Failure::new(
            Exit::NotAllowed,
            format!("the token-command of profile {profile} failed: {why}"),
        )
        .help("run it by itself; it has to write the token, and nothing else, to stdout")
    };
    let shell = if cfg!(windows) { ["cmd", "/C"] } else { ["sh", "-c"] };
    let ran = Command::new(shell[0])
        .args([shell[1], command])
        .stdin(Stdio::inherit())
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| failed(plain(&error.to_string())))?;
    if !ran.status.success() {
        return Err(failed(ran.status.to_string()));
    }
    String::from_utf8(ran.stdout).map_err(|_| failed("what it wrote is no UTF-8".to_owned()))
}

/// What to do where a call has no token: one of those is chosen that the profiles have for its host, if several do.
pub(crate) fn sign_in(kept: &[String]) -> String {
    match kept {
        [] => format!("set {TOKEN}, or `houston auth login` keeps one"),
        [first, ..] => format!(
            "several profiles have one for this host ({}): choose with --profile, such as --profile {first}, in place of the address",
            kept.join(", ")
        ),
    }
}

/// Says on stderr where a call goes, once and where that was asked for.
pub(crate) fn say(target: &Target, options: &Options) -> Result<(), Failure> {
    if !options.verbosity.verbose || target.said.replace(true) {
        return Ok(());
    }
    let address = target.shown()?;
    let address = address.as_deref().unwrap_or("nowhere");
    output::note(format_args!("to {address}, named by {}", target.named_by));
    match target.token_source(options) {
        _ if target.endpoint == Some(Endpoint::Sandbox) => {
            output::note("signed in as the sandbox's administrator");
        }
        Some(source) => output::note(format_args!("token from {}", source.words())),
        None => match &target.kept_here()[..] {
            [] => output::note("without a token"),
            kept => output::note(format_args!("without a token: {}", sign_in(kept))),
        },
    }
    Ok(())
}
