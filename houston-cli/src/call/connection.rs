//! The connection of a call, and its account.

mod line;
mod resolved;

use std::cell::{Cell, OnceCell, RefCell};
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use houston_client::transport::http::{Http, HttpBuilder, InvalidExclusion, Proxy, Route};
use houston_client::transport::{Cause, Failure as Lost, Message, Reply, Transport};
use houston_client::{Client, Token};

use crate::call::watch::Watch;
use crate::failure::{Failure, Step};
use crate::input;
use crate::sandbox;
use crate::settings::endpoint::Endpoint;
use crate::settings::environment;
use crate::settings::options::Options;
use crate::settings::target::Target;
use crate::settings::token::source::{self, SignedIn};
use crate::terminal::awaiting::Awaiting;
use crate::terminal::output;
use crate::terminal::text::plain;

pub(crate) use line::Line;
use resolved::{check_resolved, resolved, routed};

/// A connection to a server, and the account that is signed in.
pub(crate) struct Connection {
    channel: Channel,
    pub(crate) signed_in: SignedIn,
    watch: Watch,
    /// Which requests are retried, and how often.
    repeats: houston_client::Options,
    /// For requests that are not operations.
    http: OnceCell<Http>,
    /// Whether the server answers without the token, and not with it.
    unanswered: Cell<bool>,
    /// The attempts and the time that the call behind it has spent.
    spent: (u32, Duration),
}

/// The client's default number of retries, which the help of `--retries` names.
const RETRIES: u32 = 3;

thread_local! {
    /// The connection that asked for the schema, with its address and profile.
    static LEFT: RefCell<Option<(Whose, Connection)>> = const { RefCell::new(None) };
}

type Whose = (Option<String>, Option<String>);

fn of_whom(target: &Target) -> Whose {
    let profile = target.profile.as_ref().map(|(name, _)| name.clone());
    (target.shown().ok().flatten(), profile)
}

enum Channel {
    Http(String, Box<HttpBuilder>),
    /// The embedded Houston, and its administrator's token.
    Sandbox(Arc<dyn Transport>, Token),
}

impl Connection {
    /// Opens a connection to a target.
    ///
    /// # Errors
    ///
    /// Fails if the endpoint, the token or the sandbox's store cannot be used.
    pub(crate) fn open(target: &Target, options: &Options) -> Result<Self, Failure> {
        say(target, options)?;
        // An empty variable names nothing, so that the current profile does.
        if !target.is_named && target.profile.is_some() {
            use environment::{BASE_DOMAIN, PROFILE, URL};
            [URL, BASE_DOMAIN, PROFILE].into_iter().for_each(environment::tell_if_empty);
        }
        if *target.endpoint()? == Endpoint::Sandbox {
            let (transport, token) = sandbox::line()?;
            let channel = Channel::Sandbox(transport, token);
            return Ok(Connection::new(channel, SignedIn::Administrator, target, options));
        }
        // An invalid address is reported before the token is read.
        target.shown()?;
        let signed_in = SignedIn::at(target, options)?;
        if let SignedIn::Yes(_, source) = &signed_in {
            source::tell_unused(target, options, source);
        }
        let is_given = options.platform.token_file.is_some() || options.platform.token_stdin;
        if !is_given {
            environment::tell_if_empty(environment::TOKEN);
        }
        Connection::to(target, options, signed_in)
    }

    /// Opens a connection to a server with this account.
    ///
    /// # Errors
    ///
    /// Fails if the address or an option cannot be used.
    pub(crate) fn to(
        target: &Target,
        options: &Options,
        signed_in: SignedIn,
    ) -> Result<Self, Failure> {
        let Endpoint::Url(url) = target.endpoint()? else { return Err(Endpoint::missing()) };
        let channel = Channel::Http(url.clone(), Box::new(http(url, target, options)?));
        Ok(Connection::new(channel, signed_in, target, options))
    }

    fn new(channel: Channel, signed_in: SignedIn, target: &Target, options: &Options) -> Self {
        let repeats =
            houston_client::Options::new().retry_idempotent(options.running.retry_idempotent);
        let repeats = match options.repetition.retries {
            Some(retries) => repeats.retries(retries),
            None => repeats,
        };
        Connection {
            channel,
            signed_in,
            watch: Watch::of(target, options),
            repeats,
            http: OnceCell::new(),
            unanswered: Cell::new(false),
            spent: (0, Duration::ZERO),
        }
    }

    /// Leaves it to the call that follows: the token is read once, and what is said of it is said once.
    pub(crate) fn leave(self, target: &Target) {
        LEFT.set(Some((of_whom(target), self)));
    }

    /// The connection that was left for this target, or a new one.
    ///
    /// # Errors
    ///
    /// See [`Connection::open`].
    pub(crate) fn left_or_open(target: &Target, options: &Options) -> Result<Self, Failure> {
        match LEFT.take() {
            Some((whose, connection)) if whose == of_whom(target) => Ok(connection),
            _ => Connection::open(target, options),
        }
    }

    /// The token to send.
    pub(crate) fn token(&self) -> Option<&Token> {
        match (&self.signed_in, &self.channel) {
            (SignedIn::Yes(token, _), _)
            | (SignedIn::Administrator, Channel::Sandbox(_, token)) => Some(token),
            _ => None,
        }
    }

    /// Creates a client.
    ///
    /// # Errors
    ///
    /// Fails if the client cannot be created.
    pub(crate) fn client(&self) -> Result<Client, Failure> {
        let builder = match &self.channel {
            Channel::Http(url, http) => Client::builder(url).http(|_| (**http).clone()),
            Channel::Sandbox(transport, _) => {
                Client::builder("sandbox:").transport(Arc::clone(transport))
            }
        };
        let builder =
            self.token().cloned().into_iter().fold(builder, |builder, token| builder.token(token));
        let client = builder.build().map_err(|error| unusable(&error))?;
        let watch = self.watch.clone();
        Ok(client.with(self.repeats.clone().observe(move |delivery| watch.tell(delivery))))
    }

    /// Sends a request that is not an operation. What it asks for is public on many servers: if the server does not
    /// answer the token, it is sent once more without.
    ///
    /// # Errors
    ///
    /// Fails if no answer arrives.
    pub(crate) async fn send(&self, body: String) -> Result<Reply, Lost> {
        let token = self.token().filter(|_| !self.unanswered.get());
        let lost = match self.send_as(token, body.clone()).await {
            Err(lost) if token.is_some() => lost,
            sent => return sent,
        };
        if !matches!(lost.cause(), Some(Cause::Silent(_) | Cause::Late(_))) {
            return Err(lost);
        }
        let reply = self.send_as(None, body).await.map_err(|_| lost)?;
        self.unanswered.set(true);
        Ok(reply)
    }

    /// Tells that an answer is waited for, until it is dropped.
    pub(crate) fn awaiting(&self) -> Awaiting {
        self.watch.awaiting()
    }

    /// Whether the server answers a request without the token.
    pub(crate) async fn answers_without_token(&self) -> bool {
        let document = serde_json::json!({ "query": "{ __typename }" }).to_string();
        self.send_as(None, document).await.is_ok()
    }

    /// Whether the server answered requests without the token, and not with it.
    pub(crate) fn is_token_unanswered(&self) -> bool {
        self.unanswered.get()
    }

    /// Notes that an answer came without the token.
    pub(crate) fn say_unanswered(&self) {
        if self.is_token_unanswered() {
            let (cause, next) = (Step::TokenUnanswered.cause(), Step::TokenUnanswered.next());
            output::note(format_args!("note: {cause}. {next}"));
        }
    }

    async fn send_as(&self, token: Option<&Token>, body: String) -> Result<Reply, Lost> {
        let transport: &dyn Transport = match (&self.channel, self.http.get()) {
            (Channel::Sandbox(transport, _), _) => transport,
            (Channel::Http(..), Some(http)) => http,
            (Channel::Http(_, http), None) => {
                let made = http.clone().build();
                let made = made.map_err(|error| Lost::NotConnected(error.into()))?;
                self.http.get_or_init(|| made)
            }
        };
        let mut message = Message::new(body);
        message.token = token;
        let (_told, begun) = (self.awaiting(), Instant::now());
        self.watch.sending(false, token.is_some(), None);
        let sent = transport.send(message).await;
        self.watch.sent(&sent, begun.elapsed());
        sent
    }
}

/// Prints the settings of a call to stderr, with `--verbose`.
fn say(target: &Target, options: &Options) -> Result<(), Failure> {
    if !options.verbosity.is_verbose() {
        return Ok(());
    }
    let address = target.shown()?;
    let address = address.as_deref().unwrap_or("(none)");
    output::note(format_args!("endpoint: {address}, from {}", target.named_by));
    if matches!(target.endpoint, Some(Endpoint::Url(_))) {
        match route(target, options)? {
            (Route::Proxy(proxy), source) => {
                output::note(format_args!("proxy: {}, from {source}", proxy.address));
            }
            (Route::Excluded { by }, _) => {
                output::note(format_args!("proxy: none, because {by} names the host"));
            }
            _ => {}
        }
    }
    if let Some(addresses) = resolved(target, options)? {
        output::note(format_args!("address: {addresses}, from --resolve"));
    }
    match source::source(target, options) {
        _ if target.endpoint == Some(Endpoint::Sandbox) => {
            output::note("token: none; signed in as the sandbox's administrator");
        }
        Some(source) => output::note(format_args!("token: from {}", source.words())),
        None => match &source::kept_for(target)[..] {
            [] => output::note("token: none"),
            kept => output::note(format_args!("token: none; {}", source::sign_in(kept))),
        },
    }
    Ok(())
}

fn unusable(error: &houston_client::Error) -> Failure {
    Failure::usage(plain(&error.summary()))
}

/// The setting of the call that names a proxy, and the proxy.
fn proxy<'s>(target: &'s Target, options: &'s Options) -> Option<(String, &'s str)> {
    let given = options.network.proxy.as_deref().map(|proxy| ("--proxy".to_owned(), proxy));
    given.or_else(|| {
        let (name, profile) = target.profile.as_ref()?;
        Some((format!("profile {name}"), profile.proxy.as_deref()?))
    })
}

fn checked_route(http: &HttpBuilder, target: &Target, options: &Options) -> Result<Route, Failure> {
    if let Some((source, proxy)) = proxy(target, options) {
        check_proxy(proxy, &source)?;
    }
    http.route().map_err(|error| match std::error::Error::source(&error) {
        Some(source) if source.is::<InvalidExclusion>() => unusable(&error)
            .detail("The token would go to a proxy that it should avoid.")
            .help("Separate the entries with commas: `a.example`, `.example`, `10.0.0.0/8`, `*`, each with a port or without."),
        _ => invalid_proxy(unusable(&error).detail(
            "Without the proxy, the token would go to the server directly.",
        )),
    })
}

/// Checks a proxy from this setting.
///
/// # Errors
///
/// Fails if it is not the address of a proxy.
pub(crate) fn check_proxy(proxy: &str, source: &str) -> Result<(), Failure> {
    Proxy::read(proxy)
        .map(drop)
        .map_err(|error| invalid_proxy(unusable(&error).detail(format!("It comes from {source}."))))
}

fn invalid_proxy(failure: Failure) -> Failure {
    failure.help("Write it as http://HOST:PORT, with special characters of a password as %XX.")
}

/// The way to the server of a target, and the setting that chooses it.
///
/// # Errors
///
/// Fails if the proxy cannot be used.
pub(crate) fn route(target: &Target, options: &Options) -> Result<(Route, String), Failure> {
    let Endpoint::Url(url) = target.endpoint()? else { return Err(Endpoint::missing()) };
    let route = checked_route(&routed(url, target, options), target, options)?;
    let source = match &route {
        Route::Proxy(used) => match proxy(target, options) {
            Some((source, _)) => source,
            None => used.source.to_string(),
        },
        Route::Excluded { by } => (*by).to_owned(),
        _ => String::new(),
    };
    Ok((route, source))
}

/// HTTP to an address, with the settings of the options and the profile.
fn http(url: &str, target: &Target, options: &Options) -> Result<HttpBuilder, Failure> {
    let network = &options.network;
    let mut http = routed(url, target, options);
    let route = checked_route(&http, target, options)?;
    check_resolved(target, options, &route)?;
    let profile = target.profile.as_ref();
    let profile = profile.and_then(|(name, profile)| Some((name, profile.ca_cert.as_ref()?)));
    if let Some(path) = &network.ca_cert {
        http = with_pem(http, "--ca-cert", path, HttpBuilder::root_certificates)?;
    } else if let Some((name, path)) = profile {
        let source = format!("ca-cert of profile {name}");
        http = with_pem(http, &source, path, HttpBuilder::root_certificates)?;
    }
    if let Some(path) = &network.client_cert {
        http = with_pem(http, "--client-cert", path, HttpBuilder::client_certificate)?;
    }
    if network.insecure {
        output::note(
            "warning: --insecure: anyone on the network path can read the token and the answer",
        );
        http = http.danger_accept_invalid_certs(true);
    }
    if let Some(socket) = &options.socket_url {
        http = http.socket_url(socket);
    }
    if let Some(timeout) = network.connect_timeout {
        http = http.connect_timeout(timeout);
    }
    if let Some(timeout) = network.idle_timeout {
        http = http.read_timeout(timeout);
    }
    if let Some(timeout) = network.timeout {
        http = http.timeout(timeout);
    }
    Ok(http)
}

/// Checks a file with certificates to trust, from this setting.
///
/// # Errors
///
/// Fails if it cannot be read or contains no certificate.
pub(crate) fn check_ca_cert(path: &Path, source: &str) -> Result<(), Failure> {
    let any = Http::builder("https://localhost");
    with_pem(any, source, path, HttpBuilder::root_certificates).map(drop)
}

/// Adds the certificates of a file.
fn with_pem(
    http: HttpBuilder,
    source: &str,
    path: &Path,
    add: fn(HttpBuilder, &[u8]) -> Result<HttpBuilder, houston_client::Error>,
) -> Result<HttpBuilder, Failure> {
    let unusable = || {
        let path = plain(&path.to_string_lossy());
        Failure::usage(format!("{source}: {path} cannot be used"))
    };
    let pem = input::bytes(path).map_err(|error| unusable().because(error))?;
    add(http, &pem).map_err(|error| {
        let why = format!("caused by: {}", plain(&error.summary()));
        unusable().detail(why).with_pem_fault(&error)
    })
}
