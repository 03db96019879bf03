//! `houston auth login`: checks a token, and stores it for one host.

use clap::Args;
use houston_client::object::{auth_user, token};
use houston_client::transport::Cause;
use houston_client::{Client, SCHEMA, Token, mutation};
use toml_edit::{Item, Table, value};

use crate::arguments;
use crate::call::connection::Connection;
use crate::call::diagnosis::diagnose;
use crate::call::{identity, runtime};
use crate::failure::{Exit, Failure, Step};
use crate::schema::follow;
use crate::settings::config::{self, Choice, Config};
use crate::settings::credentials::Store;
use crate::settings::endpoint::{Endpoint, in_domain, origin};
use crate::settings::keyring::Place;
use crate::settings::options::{Network, Options, Platform, ProfileName, Repetition, Verbosity};
use crate::settings::target::Target;
use crate::settings::token::source::{self, SignedIn, TokenSource};
use crate::settings::{credentials, files};
use crate::terminal::text::short;
use crate::terminal::{output, prompt};

/// Check a token with the platform, and store it for that host only
#[derive(Args)]
#[command(after_help = "\
Without --identity, it asks for a token: one from the app, or the key of a service account.
In scripts, use --token-file or --token-stdin; HOUSTON_TOKEN needs no login.")]
pub(super) struct Login {
    /// Sign in with this email address or user name, and a password
    #[arg(long, value_name = "NAME")]
    identity: Option<String>,
    /// Source of the password [default: ask on the terminal]
    #[arg(long, value_name = "@FILE|@-|@env:NAME", requires = "identity")]
    password: Option<String>,
    /// Name of the profile to create [default: the domain]
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    /// Where to store the token [default: where the profile's token is, or else file]
    #[arg(long, value_name = "PLACE", value_enum)]
    store: Option<Store>,
    #[command(flatten)]
    platform: Platform,
    #[command(flatten)]
    network: Network,
    #[command(flatten)]
    repetition: Repetition,
    #[command(flatten)]
    verbosity: Verbosity,
}

pub(super) fn run(login: Login) -> Result<(), Failure> {
    let Login { platform, network, repetition, verbosity, .. } = login;
    let options = &Options { network, repetition, verbosity, ..platform.into() };
    let mut target = Target::of(options)?;
    if target.endpoint.is_none() {
        let domain = prompt::line("The platform's base domain: ")?.ok_or_else(unnamed)?;
        target.endpoint = Some(Endpoint::Url(in_domain(&domain, "the domain")?));
    }
    let Endpoint::Url(url) = target.endpoint()? else {
        return Err(Failure::usage("the sandbox needs no login: it signs in as its administrator"));
    };
    let address = target.endpoint()?.shown(target.allow_http)?;
    let name = match (login.name, &target.profile) {
        (Some(name), None) => name,
        (Some(_), Some((profile, _))) => {
            let what = format!("--name creates a profile, but profile {profile} already exists");
            return Err(Failure::usage(what));
        }
        (None, Some((profile, _))) => profile.clone(),
        (None, None) => named_after(&address),
    };
    config::check_name(&name)
        .map_err(|why| Failure::usage(format!("--name: `{}`: {why}", short(&name))))?;
    if target.profile.is_none() {
        is_free(&name, &address)?;
    }
    // Before any prompt: a place that cannot be written must not waste what is typed.
    Config::directory()?;
    let patience = options.network.timeout;
    let store = login.store.or_else(|| credentials::kept(&name)).unwrap_or_default();
    if store == Store::Keyring {
        Place { profile: &name, origin: origin(&address) }.check(patience)?;
    }
    let is_given = options.platform.token_file.is_some() || options.platform.token_stdin;
    if is_given && login.identity.is_some() {
        return Err(Failure::usage("--identity signs in with a password and needs no token")
            .help("Leave out --token-file and --token-stdin, or --identity."));
    }
    let mut connection = Connection::to(&target, options, SignedIn::No(Vec::new()))?;
    let (token, source) = match &login.identity {
        Some(identity) => {
            let password = password(login.password.as_ref())?;
            let client = connection.client()?;
            let _told = connection.awaiting();
            (sign_in(&client, identity, &password)?, TokenSource::Platform)
        }
        None => pasted(&target, options, is_given)?,
    };
    connection.signed_in = SignedIn::Yes(token.clone(), source);
    let client = connection.client()?;
    let asked = {
        let _told = connection.awaiting();
        runtime::read(identity::ask(&client))?
    };
    let identity = match asked {
        Ok(identity) => identity,
        Err(error) => return Err(unknown(&connection, error)?),
    };
    if !identity.is_somebody() {
        return Err(Failure::new(
            Exit::NotAllowed,
            "the platform does not say whose token this is",
        )
        .detail("the token was not stored"));
    }
    if target.profile.is_none() {
        make(&name, url, options).map_err(Failure::quiet)?;
    }
    let place = credentials::keep(&name, &token, origin(&address), store, patience)
        .map_err(Failure::quiet)?;
    output::note(format_args!(
        "Signed in to {address}: {}\nThe token is stored in {place}, for this host only; profile {name} uses it.",
        identity.line()
    ));
    if let Some(expiry) = crate::settings::token::expiry_words(&token) {
        output::note(format_args!("It {expiry}."));
    }
    let options = &ProfileName { name: Some(name.clone()) }.into();
    follow::at_once(&Target::of(options).unwrap_or(target), &connection);
    tell_usual(&name, &address);
    Ok(())
}

/// The failure if the platform does not say whose token it is. If it does not answer at all, it is asked once more
/// without the token, to find out which of the two does not work.
fn unknown(connection: &Connection, error: houston_client::Error) -> Result<Failure, Failure> {
    let is_silent = matches!(error.cause(), Some(Cause::Silent(_) | Cause::Late(_)));
    let failure = identity::failure(&connection.signed_in, error);
    let failure = failure.detail("the token was not stored");
    if is_silent && runtime::read(connection.answers_without_token())? {
        return Ok(failure
            .detail("The server answers without the token.")
            .first(Step::TokenUnanswered.next()));
    }
    Ok(failure)
}

/// Notes where calls without a platform go, if that is not the one of this login. If it cannot be found out, those
/// calls report why.
fn tell_usual(name: &str, address: &str) {
    let Ok(usual) = Target::of(&Options::default()) else { return };
    let Ok(Some(there)) = usual.shown() else { return };
    let next = match &usual.profile {
        Some((profile, _)) if profile == name => return,
        None if origin(&there) == origin(address) => return,
        Some(_) if is_by_current() => format!("change that with `houston profile use {name}`"),
        _ => format!("use this one with `--profile {name}`"),
    };
    let by = &usual.named_by;
    output::note(format_args!("note: calls still go to {there} (from {by}); {next}"));
}

/// Whether the configuration chooses the profile.
fn is_by_current() -> bool {
    let chosen = Config::read().and_then(|config| config.chosen(None));
    matches!(chosen, Ok(Some((_, Choice::Current))))
}

/// The failure if no platform is given.
fn unnamed() -> Failure {
    Failure::usage("a platform to sign in to is missing")
        .help("Add `--base-domain DOMAIN` for https://houston.DOMAIN/v1, `--url URL` or `--profile NAME`.")
}

/// The password, from its source or from a prompt.
fn password(word: Option<&String>) -> Result<String, Failure> {
    match word {
        Some(word) => {
            arguments::secret(word).map_err(|why| Failure::usage(format!("--password: {why}")))
        }
        None => prompt::secret("Password")?.ok_or_else(|| {
            prompt::missing("a password")
                .help("Pass it with `--password @FILE`, `@-` or `@env:NAME`.")
        }),
    }
}

/// The token, from the options or from a prompt.
fn pasted(
    target: &Target,
    options: &Options,
    is_given: bool,
) -> Result<(Token, TokenSource), Failure> {
    if is_given && let Some(given) = source::token(target, options)? {
        return Ok(given);
    }
    let text = prompt::secret("Token")?.ok_or_else(|| {
        prompt::missing("a token")
            .help("Pass it with `--token-file` or `--token-stdin`, or sign in with `--identity` and a password.")
    })?;
    let token =
        Token::new(text).map_err(|why| Failure::usage(format!("cannot use the token: {why}")))?;
    Ok((token, TokenSource::Typed))
}

/// Signs in with a password.
fn sign_in(client: &Client, identity: &str, password: &str) -> Result<Token, Failure> {
    let create = mutation::create_token()
        .password(password)
        .identity(identity)
        .select(auth_user::token.of(token::value));
    let sent = runtime::read(client.send(create))?;
    let value = sent.map_err(|error| {
        let operation = SCHEMA.operation("createToken").expect("it has just been sent");
        diagnose(&SCHEMA, operation, &SignedIn::No(Vec::new()), error)
    })?;
    let missing = || {
        Failure::new(Exit::NotAllowed, "the platform returned no token")
            .detail("the account's email address may need to be confirmed first")
    };
    Token::new(value.flatten().ok_or_else(missing)?).map_err(|why| {
        Failure::new(Exit::Partial, format!("cannot use the platform's token: {why}"))
    })
}

/// The default name of a profile: the domain, without the part that every platform has.
fn named_after(address: &str) -> String {
    let host = origin(address).split_once("://").map_or(address, |(_, host)| host);
    host.strip_prefix("houston.").unwrap_or(host).replace([':', '[', ']'], "-")
}

/// Fails if a profile of this name has another address.
fn is_free(name: &str, address: &str) -> Result<(), Failure> {
    let config = Config::read()?;
    let Some(profile) = config.profiles.get(name) else { return Ok(()) };
    let there = profile.address().map(Endpoint::Url).unwrap_or(Endpoint::Sandbox);
    if there.shown(true).is_ok_and(|there| there == address) {
        return Ok(());
    }
    Err(Failure::usage(format!("profile {name} already exists, with another address"))
        .help("Choose another name with `--name`."))
}

/// Creates the profile if it does not exist, and makes it the current one if there is none.
fn make(name: &str, url: &str, options: &Options) -> Result<(), Failure> {
    config::edit(|document| {
        let profiles = config::profiles(document);
        if !profiles.contains_key(name) {
            let mut profile = Table::new();
            profile["url"] = value(url);
            if options.platform.allow_http {
                profile["allow-http"] = value(true);
            }
            if let Some(proxy) = &options.network.proxy {
                profile["proxy"] = value(proxy);
            }
            if let Some(path) = &options.network.ca_cert {
                profile["ca-cert"] = value(files::absolute(path).to_string_lossy().as_ref());
            }
            profiles[name] = Item::Table(profile);
        }
        if !document.contains_key("current") {
            document["current"] = value(name);
        }
    })
}
