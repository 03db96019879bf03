//! The sources of tokens, and reading them.

use std::fs::File;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use houston_client::Token;
use jiff::Timestamp;

use crate::failure::{Exit, Failure, Step};
use crate::input;
use crate::settings::credentials::{Store, Stored};
use crate::settings::endpoint::{Endpoint, origin};
use crate::settings::environment::{self, TOKEN};
use crate::settings::options::Options;
use crate::settings::target::Target;
use crate::settings::token::command;
use crate::settings::{credentials, keyring};
use crate::terminal::output;
use crate::terminal::text::{plain, short, word};

/// The source of a token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum TokenSource {
    File(PathBuf),
    Stdin,
    /// HOUSTON_TOKEN, and the source of the target's own token if it takes its place.
    Environment(Option<Box<TokenSource>>),
    Command(String),
    /// Stored by `houston auth login` in a file, for the profile of this name.
    Stored(String),
    /// The same, in the system keyring.
    Keyring(String),
    /// The user typed it at the prompt.
    Typed,
    /// The platform has just issued it.
    Platform,
}

impl TokenSource {
    /// The source, in words.
    pub(crate) fn words(&self) -> String {
        match self {
            TokenSource::File(path) => format!("--token-file {}", plain(&path.to_string_lossy())),
            TokenSource::Stdin => "--token-stdin".to_owned(),
            TokenSource::Environment(_) => TOKEN.to_owned(),
            TokenSource::Command(profile) => format!("the token-command of profile {profile}"),
            TokenSource::Stored(profile) => format!("the stored credentials of profile {profile}"),
            TokenSource::Keyring(profile) => {
                format!("the credentials of profile {profile} in {}", keyring::NAME)
            }
            TokenSource::Typed => "the prompt".to_owned(),
            TokenSource::Platform => "the platform".to_owned(),
        }
    }
}

/// Whether a call is signed in.
#[derive(Clone, Debug)]
pub(crate) enum SignedIn {
    /// Without a token; with the profiles that have one for the host, if there are several.
    No(Vec<String>),
    Yes(Token, TokenSource),
    /// As the sandbox's administrator.
    Administrator,
}

impl SignedIn {
    /// Reads the token of a call to this target, if it has one.
    ///
    /// # Errors
    ///
    /// Those of [`token`].
    pub(crate) fn at(target: &Target, options: &Options) -> Result<Self, Failure> {
        Ok(match token(target, options)? {
            Some((token, source)) => SignedIn::Yes(token, source),
            None => SignedIn::No(kept_for(target)),
        })
    }

    /// Whether it is known here that the token has expired, and then the next step.
    pub(crate) fn expired(&self) -> Option<String> {
        let SignedIn::Yes(token, source) = self else { return None };
        let end = token.expiry().filter(|end| *end <= Timestamp::now())?;
        let what = format!("Your token, from {}, expired at {end}.", source.words());
        Some(format!("{what} {}", Step::TokenExpired.next()))
    }

    /// Adds an expiry that is known here in front of the other next steps: it is the likeliest reason.
    pub(crate) fn tell_expiry(&self, failure: Failure) -> Failure {
        match self.expired() {
            // A mutation that may have run: what to check comes first.
            Some(expired) if failure.exit == Exit::Unknown => failure.detail(expired),
            Some(expired) => failure.first(expired),
            None => failure,
        }
    }
}

/// The source of a call's token; none if no setting gives one, and for the sandbox, which has its own. The token is not
/// read.
pub(crate) fn source(target: &Target, options: &Options) -> Option<TokenSource> {
    if target.endpoint == Some(Endpoint::Sandbox) {
        return None;
    }
    if let Some(path) = &options.platform.token_file {
        return Some(TokenSource::File(path.clone()));
    }
    if options.platform.token_stdin {
        return Some(TokenSource::Stdin);
    }
    let own = own(target);
    match (environment::is_set(TOKEN), target.is_named) {
        (true, false) => Some(TokenSource::Environment(own.map(Box::new))),
        // Its own token counts more than the environment's, which may be for another platform.
        (true, true) => own.or(Some(TokenSource::Environment(None))),
        (false, _) => own,
    }
}

/// Notes that the token of the environment is not used, because the profile that the environment or the project names
/// has its own.
pub(crate) fn tell_unused(target: &Target, options: &Options, source: &TokenSource) {
    let is_own = matches!(
        source,
        TokenSource::Command(_) | TokenSource::Stored(_) | TokenSource::Keyring(_)
    );
    let is_asked = options.platform.profile.name.is_some();
    if target.is_named && is_own && !is_asked && environment::is_set(TOKEN) {
        let named_by = plain(&target.named_by);
        output::note(format_args!("note: {TOKEN} is not used: {named_by} has its own token"));
    }
}

/// The source of the target's own token: that of its profile, or the one that is stored for its host.
fn own(target: &Target) -> Option<TokenSource> {
    let name = match target.profile.as_ref() {
        Some((name, profile)) if profile.token_command.is_some() => {
            return Some(TokenSource::Command(name.clone()));
        }
        Some((name, _)) => name.clone(),
        None => {
            let [one] = <[String; 1]>::try_from(kept_for(target)).ok()?;
            one
        }
    };
    Some(match credentials::kept(&name)? {
        Store::File => TokenSource::Stored(name),
        Store::Keyring => TokenSource::Keyring(name),
    })
}

/// The token of the environment. If the environment also names a platform, the token belongs to that platform.
fn of_environment(target: &Target) -> Result<Option<Token>, Failure> {
    if let Some((variable, meant)) = environment::platform()? {
        let address = target.shown()?.unwrap_or_default();
        let meant = Endpoint::Url(meant).shown(true);
        if !meant.is_ok_and(|meant| origin(&meant) == origin(&address)) {
            let what =
                format!("{TOKEN} is for the platform of {variable}, and this call goes to another");
            return Err(Failure::usage(what)
                .detail(format!("The call goes to {address}, from {}.", plain(&target.named_by)))
                .help(format!(
                    "Give the token of this platform with `--token-file FILE`, or unset {variable} if {TOKEN} is for this one."
                )));
        }
    }
    environment::token()
}

/// The profiles that have a token for the host of an address that was given without a profile. A single one is used;
/// several are ambiguous.
pub(crate) fn kept_for(target: &Target) -> Vec<String> {
    match (&target.endpoint, target.shown()) {
        (Some(Endpoint::Url(_)), Ok(Some(address))) if target.profile.is_none() => {
            credentials::bound_to(origin(&address))
        }
        _ => Vec::new(),
    }
}

/// Why a call cannot use its token, as far as that can be told without reading stdin, running a command or asking the
/// keyring.
pub(crate) fn problem(target: &Target, source: &TokenSource) -> Option<Failure> {
    match source {
        TokenSource::Environment(_) => of_environment(target).err(),
        TokenSource::Stored(name) | TokenSource::Keyring(name) => stored(target, name).err(),
        _ => None,
    }
}

/// What is stored for a profile, if it is bound to the target of the call.
fn stored(target: &Target, profile: &str) -> Result<Option<Stored>, Failure> {
    let Some(stored) = credentials::stored(profile)? else { return Ok(None) };
    check_bound(target, profile, &stored.origin)?;
    Ok(Some(stored))
}

/// The token of a call, and its source.
///
/// # Errors
///
/// Fails if the token cannot be read, or is bound to another host.
pub(crate) fn token(
    target: &Target,
    options: &Options,
) -> Result<Option<(Token, TokenSource)>, Failure> {
    let Some(source) = source(target, options) else { return Ok(None) };
    let read = |text: String| {
        Token::new(text).map_err(|why| {
            Failure::usage(format!("the token cannot be used: {why}"))
                .detail(format!("It comes from {}.", source.words()))
        })
    };
    let token = match &source {
        TokenSource::File(path) => {
            let unusable =
                || Failure::usage(format!("--token-file: {} cannot be used", path.display()));
            let opened = File::open(path);
            opened.iter().for_each(|file| tell_readable(file, path));
            let text = opened.and_then(input::token);
            Some(read(text.map_err(|error| match error.kind() {
                ErrorKind::NotFound => unusable().detail("the file does not exist"),
                _ => unusable().because(error),
            })?)?)
        }
        TokenSource::Stdin => {
            let unreadable = |why| Failure::usage(format!("--token-stdin: {why}"));
            let stdin = input::own_stdin().map_err(unreadable)?;
            let text = input::unbuffered(&stdin).and_then(input::token);
            let cannot =
                |error: io::Error| format!("cannot read stdin: {}", plain(&error.to_string()));
            Some(read(text.map_err(|error| unreadable(cannot(error)))?)?)
        }
        TokenSource::Environment(_) => of_environment(target)?,
        TokenSource::Command(_) => match &target.profile {
            Some((name, profile)) => {
                let command = profile.token_command.as_deref().unwrap_or_default();
                Some(read(command::output(command, name, options.network.timeout)?)?)
            }
            None => None,
        },
        TokenSource::Stored(name) | TokenSource::Keyring(name) => {
            let stored = stored(target, name)?;
            stored.map(|stored| stored.token(options.network.timeout)).transpose()?
        }
        TokenSource::Typed | TokenSource::Platform => None,
    };
    Ok(token.map(|token| (token, source)))
}

/// Notes that others can read a file with a token. It is not refused: secrets of containers are mounted like this.
fn tell_readable(file: &File, path: &Path) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt as _;
        const OTHERS: u32 = 0o077;
        let is_open = |of: std::fs::Metadata| of.is_file() && of.mode() & OTHERS != 0;
        if file.metadata().is_ok_and(is_open) {
            let shown = plain(&path.to_string_lossy());
            let next = format!("`chmod 600 {}` keeps it to you", word(&shown));
            output::note(format_args!("note: --token-file: other users can read {shown}: {next}"));
        }
    }
    #[cfg(not(unix))]
    let _ = (file, path);
}

/// A stored token is sent only to the host that it was stored for: the profile may have changed since.
fn check_bound(target: &Target, profile: &str, bound: &str) -> Result<(), Failure> {
    let address = target.shown()?.unwrap_or_default();
    if origin(&address) == bound {
        return Ok(());
    }
    let what = format!("the token stored for profile {profile} belongs to another host");
    Err(Failure::new(Exit::NotAllowed, what)
        .detail(format!(
            "It is bound to {}, but the profile uses {}.",
            short(bound),
            origin(&address)
        ))
        .help(format!("`houston auth login --profile {profile}` stores a token for this host.")))
}

/// The next step for a call without a token; `kept` are the profiles that have one for its host, if several do.
pub(crate) fn sign_in(kept: &[String]) -> String {
    match kept {
        [] if environment::is_empty(TOKEN) => {
            format!("{TOKEN} is set but empty: set it to a token, or run `houston auth login`")
        }
        [] => format!("set {TOKEN}, or run `houston auth login`"),
        [first, ..] => format!(
            "several profiles have a token for this host ({}); choose one, for example with `--profile {first}` instead of the address",
            kept.join(", ")
        ),
    }
}
