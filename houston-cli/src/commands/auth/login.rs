//! `houston auth login`: checks a token, and keeps it for one host.

use clap::Args;
use houston_client::object::{auth_user, token};
use houston_client::{Client, SCHEMA, Token, mutation};
use toml_edit::{Item, Table, value};

use crate::arguments;
use crate::call::connection::Connection;
use crate::call::diagnosis::diagnose;
use crate::call::{identity, runtime};
use crate::failure::{Exit, Failure};
use crate::settings::config::{self, Choice, Config};
use crate::settings::endpoint::{Endpoint, in_domain, origin};
use crate::settings::options::{Network, Options, Platform, Repetition};
use crate::settings::target::Target;
use crate::settings::token::source::{self, SignedIn, TokenSource};
use crate::settings::{credentials, files};
use crate::terminal::text::short;
use crate::terminal::{output, prompt};

/// Check a token with the platform, and keep it for that host alone
#[derive(Args)]
#[command(after_help = "\
Without --identity a token is asked for: one from the app, or the key of a service account.
A script gives it with --token-file or --token-stdin; HOUSTON_TOKEN needs no login.")]
pub(super) struct Login {
    /// Sign in with this email address or user name, and a password
    #[arg(long, value_name = "NAME")]
    identity: Option<String>,
    /// Where the password is; asked for if it is left out
    #[arg(long, value_name = "@FILE|@-|@env:NAME", requires = "identity")]
    password: Option<String>,
    /// The name of the profile that is made [default: the domain]
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    #[command(flatten)]
    platform: Platform,
    #[command(flatten)]
    network: Network,
    #[command(flatten)]
    repetition: Repetition,
}

pub(super) fn run(login: Login) -> Result<(), Failure> {
    let Login { platform, network, repetition, .. } = login;
    let options = &Options { network, repetition, ..platform.into() };
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
            let what = format!("--name makes a profile, and {profile} is there already");
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
    // Before anything is asked: what is typed is not lost to a file that cannot be written.
    Config::directory()?;
    let is_given = options.platform.token_file.is_some() || options.platform.token_stdin;
    if is_given && login.identity.is_some() {
        return Err(Failure::usage("--identity signs in with a password, and needs no token")
            .help("leave out --token-file and --token-stdin, or --identity"));
    }
    let mut connection = Connection::to(&target, options, SignedIn::No(Vec::new()))?;
    let (token, source) = match &login.identity {
        Some(identity) => {
            let password = password(login.password.as_ref())?;
            let client = connection.client(&SCHEMA)?;
            (sign_in(&client, identity, &password)?, TokenSource::Platform)
        }
        None => pasted(&target, options, is_given)?,
    };
    connection.signed_in = SignedIn::Yes(token.clone(), source);
    let client = connection.client(&SCHEMA)?;
    let identity = runtime::read(identity::ask(&client))?.map_err(|error| {
        identity::failure(&connection.signed_in, error).detail("the token was not kept")
    })?;
    if !identity.is_somebody() {
        return Err(Failure::new(Exit::NotAllowed, "the platform does not say who that is")
            .detail("the token was not kept"));
    }
    if target.profile.is_none() {
        make(&name, url, options)?;
    }
    let path = credentials::keep(&name, &token, origin(&address))?;
    output::note(format_args!(
        "signed in to {address}: {}\nThe token is in {}, for this host alone; profile {name} uses it.",
        identity.lines().join(", "),
        path.display()
    ));
    if let Some(expiry) = crate::settings::token::expiry_words(&token) {
        output::note(format_args!("It {expiry}."));
    }
    tell_usual(&name, &address);
    Ok(())
}

/// Says where calls go that name no platform, if that is not where somebody has just signed in. What keeps it from
/// being known is told by those calls.
fn tell_usual(name: &str, address: &str) {
    let Ok(usual) = Target::of(&Options::default()) else { return };
    let Ok(Some(there)) = usual.shown() else { return };
    let next = match &usual.profile {
        Some((profile, _)) if profile == name => return,
        None if origin(&there) == origin(address) => return,
        Some(_) if is_by_current() => format!("`houston profile use {name}` changes that"),
        _ => format!("--profile {name} uses this one"),
    };
    let by = &usual.named_by;
    output::note(format_args!("note: calls still go to {there}, named by {by}; {next}"));
}

/// Whether it is the configuration that chooses the profile.
fn is_by_current() -> bool {
    let chosen = Config::read().and_then(|config| config.chosen(None));
    matches!(chosen, Ok(Some((_, Choice::Current))))
}

/// The failure that no platform was named.
fn unnamed() -> Failure {
    Failure::usage("no platform to sign in to was named")
        .help("--base-domain DOMAIN names https://houston.DOMAIN/v1")
        .help("--url URL names any other address, --profile NAME the one of a profile")
}

/// The password, from where the word says or from whoever is there.
fn password(word: Option<&String>) -> Result<String, Failure> {
    match word {
        Some(word) => {
            arguments::secret(word).map_err(|why| Failure::usage(format!("--password: {why}")))
        }
        None => prompt::secret("Password")?.ok_or_else(|| {
            Failure::usage("nobody is there to type a password")
                .help("--password @FILE, @- or @env:NAME says where it is")
        }),
    }
}

/// A token that was given, or that somebody pastes.
fn pasted(
    target: &Target,
    options: &Options,
    is_given: bool,
) -> Result<(Token, TokenSource), Failure> {
    if is_given && let Some(given) = source::token(target, options)? {
        return Ok(given);
    }
    let text = prompt::secret("Token")?.ok_or_else(|| {
        Failure::usage("nobody is there to paste a token")
            .help("--token-file or --token-stdin gives it, --identity signs in with a password")
    })?;
    let token = Token::new(text)
        .map_err(|why| Failure::usage(format!("the token cannot be used: {why}")))?;
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
        Failure::new(Exit::NotAllowed, "the platform gave no token")
            .detail("the address of the account may have to be confirmed first")
    };
    Token::new(value.flatten().ok_or_else(missing)?)
        .map_err(|why| Failure::new(Exit::Partial, format!("the platform's token: {why}")))
}

/// What a profile is called that nobody names: by the domain, without the part that every platform has.
fn named_after(address: &str) -> String {
    let host = origin(address).split_once("://").map_or(address, |(_, host)| host);
    host.strip_prefix("houston.").unwrap_or(host).replace([':', '[', ']'], "-")
}

/// Refuses a name whose profile leads elsewhere.
fn is_free(name: &str, address: &str) -> Result<(), Failure> {
    let config = Config::read()?;
    let Some(profile) = config.profiles.get(name) else { return Ok(()) };
    let there = profile.address().map(Endpoint::Url).unwrap_or(Endpoint::Sandbox);
    if there.shown(true).is_ok_and(|there| there == address) {
        return Ok(());
    }
    Err(Failure::usage(format!("there is a profile {name} already, and it leads elsewhere"))
        .help("--name gives the new one another name"))
}

/// Makes the profile, if it is not there, and the one in use, if none is.
fn make(name: &str, url: &str, options: &Options) -> Result<(), Failure> {
    config::edit(|document| {
        let profiles = config::profiles(document);
        if !profiles.contains_key(name) {
            let mut profile = Table::new();
            profile["url"] = value(url);
            if options.platform.allow_http {
                profile["allow-http"] = value(true);
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
