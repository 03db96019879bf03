//! Who makes a call, and through what.

use houston_client::Client;
use houston_client::transport::http::Http;

use crate::endpoint::Endpoint;
use crate::environment;
use crate::failure::Failure;
use crate::options::Options;
use crate::output;
use crate::sandbox;
use crate::text::plain;

/// Whether a call is signed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SignedIn {
    No,
    Yes,
    /// As the sandbox's own.
    Administrator,
}

/// A client, and who it signs in.
pub(crate) struct Caller {
    pub(crate) client: Client,
    pub(crate) signed_in: SignedIn,
}

impl Caller {
    /// The client for an endpoint.
    ///
    /// # Errors
    ///
    /// When the endpoint, the token or the sandbox's store cannot be used.
    pub(crate) fn new(endpoint: &Endpoint, options: &Options) -> Result<Self, Failure> {
        let url = match endpoint {
            Endpoint::Sandbox => {
                let client = sandbox::client()?;
                return Ok(Caller { client, signed_in: SignedIn::Administrator });
            }
            Endpoint::Url(url) => url,
        };
        // For what it refuses, and how to put that right.
        endpoint.shown(options)?;
        let network = &options.network;
        let mut http = Http::builder(url).allow_http(options.allow_http);
        if let Some(path) = &network.ca_cert {
            let unusable = |error: &dyn std::error::Error| {
                Failure::usage(format!("--ca-cert: {} cannot be used", path.display()))
                    .because(error)
            };
            let pem = std::fs::read(path).map_err(|error| unusable(&error))?;
            http = http.root_certificates(&pem).map_err(|error| unusable(&error))?;
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
        let mut builder = Client::builder(url).http(|_| http);
        if let Some(retries) = network.retries {
            builder = builder.retries(retries);
        }
        let (builder, signed_in) = match environment::token()? {
            Some(token) => (builder.token(token), SignedIn::Yes),
            None => (builder, SignedIn::No),
        };
        let client = builder.build().map_err(|error| {
            Failure::usage(plain(error.to_string().lines().next().unwrap_or_default()))
        })?;
        let options = houston_client::Options::new().retry_idempotent(network.retry_idempotent);
        Ok(Caller { client: client.with(options), signed_in })
    }
}
