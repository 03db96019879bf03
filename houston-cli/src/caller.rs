//! Who makes a call, and through what.

use houston_client::Client;

use crate::endpoint::Endpoint;
use crate::environment;
use crate::failure::Failure;
use crate::options::Options;
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
        let builder = Client::builder(url).allow_http(options.allow_http);
        let (builder, signed_in) = match environment::token()? {
            Some(token) => (builder.token(token), SignedIn::Yes),
            None => (builder, SignedIn::No),
        };
        let client = builder.build().map_err(|error| {
            Failure::usage(plain(error.to_string().lines().next().unwrap_or_default()))
        })?;
        Ok(Caller { client, signed_in })
    }
}
