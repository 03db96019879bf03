//! Who makes a call, and through what.

use std::sync::Arc;

use houston_client::schema::Schema;
use houston_client::transport::Transport;
use houston_client::transport::http::{Http, HttpBuilder};
use houston_client::{Client, Token};

use crate::endpoint::Endpoint;
use crate::failure::Failure;
use crate::options::Options;
use crate::output;
use crate::sandbox;
use crate::target::{self, Target, TokenSource};
use crate::text::plain;

/// Whether a call is signed in.
#[derive(Clone, Debug)]
pub(crate) enum SignedIn {
    /// Not so; with the profiles that have a token for the host, where several do.
    No(Vec<String>),
    Yes(Token, TokenSource),
    /// As the sandbox's own.
    Administrator,
}

impl SignedIn {
    /// By the token of a target, if it has one.
    pub(crate) fn by(token: Option<(Token, TokenSource)>, target: &Target) -> Self {
        match token {
            Some((token, source)) => SignedIn::Yes(token, source),
            None => SignedIn::No(target.kept_here()),
        }
    }
}

/// A client, and who it signs in.
pub(crate) struct Caller {
    pub(crate) client: Client,
    pub(crate) signed_in: SignedIn,
}

impl Caller {
    /// The client for a target.
    ///
    /// # Errors
    ///
    /// When the endpoint, the token or the sandbox's store cannot be used.
    pub(crate) fn new(
        schema: &Schema,
        target: &Target,
        options: &Options,
    ) -> Result<Self, Failure> {
        target::say(target, options)?;
        let url = match target.endpoint()? {
            Endpoint::Sandbox => {
                let (transport, token) = sandbox::line()?;
                let builder = Client::builder("sandbox:").token(token).transport(transport);
                let builder = builder.schema_version(schema.version.clone());
                let client = builder.build().map_err(|error| unusable(&error))?;
                return Ok(Caller { client, signed_in: SignedIn::Administrator });
            }
            Endpoint::Url(url) => url,
        };
        // For what it refuses, and how to put that right; a token is not even read then.
        target.shown()?;
        let token = target.token(options)?;
        let own = token.as_ref().map(|(token, _)| token.clone());
        let client = client(schema, url, target, options, own)?;
        let signed_in = SignedIn::by(token, target);
        Ok(Caller { client, signed_in })
    }
}

/// A line to a server, for what is no operation.
pub(crate) struct Line {
    pub(crate) transport: Arc<dyn Transport>,
    pub(crate) signed_in: SignedIn,
    /// The sandbox's own token.
    own: Option<Token>,
}

impl Line {
    /// The line to a target.
    ///
    /// # Errors
    ///
    /// Those of [`Caller::new`].
    pub(crate) fn to(target: &Target, options: &Options) -> Result<Self, Failure> {
        target::say(target, options)?;
        let url = match target.endpoint()? {
            Endpoint::Sandbox => {
                let (transport, token) = sandbox::line()?;
                let signed_in = SignedIn::Administrator;
                return Ok(Line { transport, signed_in, own: Some(token) });
            }
            Endpoint::Url(url) => url,
        };
        target.shown()?;
        let token = target.token(options)?;
        let transport = http(url, target, options)?.build().map_err(|error| unusable(&error))?;
        let signed_in = SignedIn::by(token, target);
        Ok(Line { transport: Arc::new(transport), signed_in, own: None })
    }

    /// A client that uses this line, and sends everything once.
    ///
    /// # Errors
    ///
    /// When it cannot be made.
    pub(crate) fn client(&self) -> Result<Client, Failure> {
        let mut builder = Client::builder("").transport(Arc::clone(&self.transport)).retries(0);
        if let Some(token) = self.token() {
            builder = builder.token(token.clone());
        }
        builder.build().map_err(|error| unusable(&error))
    }

    /// The token to send.
    pub(crate) fn token(&self) -> Option<&Token> {
        match &self.signed_in {
            SignedIn::Yes(token, _) => Some(token),
            SignedIn::No(_) => None,
            SignedIn::Administrator => self.own.as_ref(),
        }
    }
}

fn unusable(error: &houston_client::Error) -> Failure {
    Failure::usage(plain(error.to_string().lines().next().unwrap_or_default()))
}

/// A client of an address that sends this token.
///
/// # Errors
///
/// When the address or an option cannot be used.
pub(crate) fn client(
    schema: &Schema,
    url: &str,
    target: &Target,
    options: &Options,
    token: Option<Token>,
) -> Result<Client, Failure> {
    let http = http(url, target, options)?;
    let mut builder = Client::builder(url).http(|_| http).schema_version(schema.version.clone());
    if let Some(retries) = options.repetition.retries {
        builder = builder.retries(retries);
    }
    if let Some(token) = token {
        builder = builder.token(token);
    }
    let client = builder.build().map_err(|error| unusable(&error))?;
    Ok(client.with(houston_client::Options::new().retry_idempotent(options.retry_idempotent)))
}

/// HTTP to an address, as the options and the profile say.
fn http(url: &str, target: &Target, options: &Options) -> Result<HttpBuilder, Failure> {
    let network = &options.network;
    let mut http = Http::builder(url).allow_http(target.allow_http);
    let profile = target.profile.as_ref().and_then(|(_, profile)| profile.ca_cert.as_ref());
    let unusable = |what: &str, path: &std::path::Path, error: &dyn std::error::Error| {
        Failure::usage(format!("{what}: {} cannot be used", path.display())).because(error)
    };
    if let Some(path) = network.ca_cert.as_ref().or(profile) {
        let pem = std::fs::read(path).map_err(|error| unusable("--ca-cert", path, &error))?;
        http = http.root_certificates(&pem).map_err(|error| unusable("--ca-cert", path, &error))?;
    }
    if let Some(path) = &network.client_cert {
        let pem = std::fs::read(path).map_err(|error| unusable("--client-cert", path, &error))?;
        http = http
            .client_certificate(&pem)
            .map_err(|error| unusable("--client-cert", path, &error))?;
    }
    if network.insecure {
        output::note(
            "warning: --insecure: whoever is on the way can read the token and the answer",
        );
        http = http.danger_accept_invalid_certs(true);
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
