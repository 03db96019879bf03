//! A server that is asked for its schema.

use std::io;
use std::path::PathBuf;

use clap::ValueEnum;
use houston_client::Token;
use houston_client::environment::{self, url_of_base_domain};
use houston_client::transport::cause::TlsFault;
use houston_client::transport::http::Http;
use houston_client::transport::{self, Cause, Message, Reply, Transport as _};

use super::failure::{Exit, Failure, cannot, chain};
use super::files;
use crate::introspection::{Dialogue, Edition, Introspected, Refusal};
use crate::parse::MAX_BYTES;

/// How to reach a server, and how to ask it.
#[derive(clap::Args, Debug)]
pub struct Access {
    /// A file with the token [default: HOUSTON_TOKEN, or no token]
    #[arg(long, value_name = "FILE")]
    token_file: Option<PathBuf>,
    /// Also trust the certificates in this PEM file
    #[arg(long, value_name = "FILE")]
    ca_cert: Option<PathBuf>,
    /// Do not verify certificates: anyone on the network path can read the token
    #[arg(long)]
    insecure: bool,
    /// Allow plain HTTP to a host other than this machine
    #[arg(long)]
    allow_http: bool,
    /// The edition of GraphQL to introspect with: exactly this one, or the newest that the server supports
    #[arg(long, value_name = "YEAR", default_value = "auto")]
    spec: Spec,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Spec {
    Auto,
    #[value(name = "2018")]
    June2018,
    #[value(name = "2021")]
    October2021,
    #[value(name = "2025")]
    September2025,
}

/// The address of a platform.
#[derive(clap::Args, Debug)]
#[group(required = true, multiple = false)]
pub struct Address {
    /// The platform's domain: https://houston.D/v1
    #[arg(long, value_name = "D")]
    base_domain: Option<String>,
    /// The full URL of the API
    #[arg(long, value_name = "URL")]
    url: Option<String>,
}

impl Address {
    /// The URL of the API.
    ///
    /// # Errors
    ///
    /// Fails if the domain is not one.
    pub fn url(&self) -> Result<String, Failure> {
        match (&self.url, &self.base_domain) {
            (Some(url), _) => Ok(url.clone()),
            (None, Some(domain)) => url_of_base_domain(domain)
                .map_err(|error| Failure::usage(format_args!("--base-domain: {error}"))),
            // Clap asks for one of them.
            (None, None) => Err(Failure::usage("no server is named")),
        }
    }
}

impl Access {
    /// Asks until there is a schema, or a reason why not.
    ///
    /// # Errors
    ///
    /// Fails if the options are invalid, if there is no answer, or if the answer is not a schema.
    pub fn introspect(&self, url: &str) -> Result<Introspected, Failure> {
        let http = self.http(url)?;
        let token = self.token()?;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        let runtime = runtime.map_err(Failure::failed)?;
        let mut dialogue = match self.spec {
            Spec::Auto => Dialogue::new(),
            Spec::June2018 => Dialogue::of_edition(Edition::June2018),
            Spec::October2021 => Dialogue::of_edition(Edition::October2021),
            Spec::September2025 => Dialogue::of_edition(Edition::September2025),
        };
        loop {
            let body = serde_json::json!({ "query": dialogue.next_query() });
            let mut message = Message::new(body.to_string());
            message.token = token.as_ref();
            let Reply { status, body, .. } = runtime.block_on(http.send(message)).map_err(lost)?;
            if let Some(introspected) = dialogue.accept(status, &body)? {
                return Ok(introspected);
            }
        }
    }

    fn http(&self, url: &str) -> Result<Http, Failure> {
        let mut builder = Http::builder(url)
            .allow_http(self.allow_http)
            .danger_accept_invalid_certs(self.insecure)
            .max_body(MAX_BYTES);
        if let Some(path) = &self.ca_cert {
            let pem = files::read(path).map_err(cannot("read", path))?;
            builder = builder.root_certificates(&pem).map_err(unusable)?;
        }
        builder.build().map_err(unusable)
    }

    /// Whether there is a token. It is for one server only.
    ///
    /// # Errors
    ///
    /// Fails if the token cannot be read.
    pub fn has_token(&self) -> Result<bool, Failure> {
        Ok(self.token()?.is_some())
    }

    fn token(&self) -> Result<Option<Token>, Failure> {
        let Some(path) = &self.token_file else {
            // A secret that a workflow does not have is an empty variable, which counts as unset.
            return environment::token().map_err(|error| Failure::usage(error.summary()));
        };
        let bytes = files::read(path).map_err(cannot("read", path))?;
        let text = String::from_utf8(bytes).map_err(io::Error::other);
        let token = Token::new(text.map_err(cannot("read", path))?);
        let refused = |error| Failure::usage(format_args!("{}: {error}", path.display()));
        token.map(Some).map_err(refused)
    }
}

fn unusable(error: houston_client::Error) -> Failure {
    Failure::usage(error.summary()).with(error.meaning())
}

/// Whether a word is the address of a server, and not a path.
pub fn is_address(word: &str) -> bool {
    word.starts_with("https://") || word.starts_with("http://")
}

/// Why no answer came back.
fn lost(failure: transport::Failure) -> Failure {
    let cause = failure.cause().cloned();
    let why = |error: &dyn std::error::Error| match failure.cause() {
        Some(cause) => cause.to_string(),
        None => chain(error),
    };
    match (&failure, cause) {
        (_, Some(Cause::Tls(tls))) => {
            let what = format!("the TLS connection to the server failed: {tls}");
            Failure::new(Exit::Tls, what).with(match tls.fault {
                TlsFault::UnknownIssuer | TlsFault::MarkedAsAuthority => {
                    "Trust your own issuer with `--ca-cert FILE`."
                }
                TlsFault::NotTls => {
                    "Check the port. If it serves plain http, the address must begin with `http://`."
                }
                TlsFault::WrongName(_) => "Use a name of the certificate in the address.",
                _ => "`houston doctor` shows the certificates of the server and what to do.",
            })
        }
        (_, Some(Cause::TooLarge(_))) => Refusal::TooBig.into(),
        (transport::Failure::NotConnected(error), _) => {
            Failure::new(Exit::NotReached, format_args!("no connection: {}", why(&**error)))
                .with("Check the address and the network.")
        }
        (transport::Failure::Lost(error), _) => {
            let message = format!("no complete answer arrived: {}", why(&**error));
            Failure::new(Exit::BrokeOff, message).with("Nothing was written; try again.")
        }
        (error, _) => Failure::new(Exit::BrokeOff, format_args!("no answer: {error:?}")),
    }
}
