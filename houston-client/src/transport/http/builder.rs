use std::fmt;
use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use reqwest::header::HeaderValue;
use reqwest::{Url, redirect, retry};
use rustls::pki_types::CertificateDer;

use super::pem::{self, Identity};
use super::proxy::{self, Route};
use super::tls;
use super::{Http, json_headers, shown};
use crate::error::Error;

/// Also said of `localhost:8080`, whose host has the place of a scheme.
const UNKNOWN_SCHEME: &str = "the URL does not begin with `https://` or `http://`";

impl Http {
    /// Returns a builder for a transport to this URL.
    pub fn builder(url: impl Into<String>) -> HttpBuilder {
        HttpBuilder {
            url: url.into(),
            socket_url: None,
            timeout: Duration::from_secs(120),
            read_timeout: Duration::from_secs(30),
            connect_timeout: Duration::from_secs(10),
            max_body: 32 << 20,
            allow_http: false,
            accept_invalid_certs: false,
            certificates: Vec::new(),
            identity: None,
            proxy: None,
            resolved: Vec::new(),
            user_agent: concat!("houston-client/", env!("CARGO_PKG_VERSION")).to_owned(),
            client: None,
        }
    }
}

/// Configures an [`Http`].
///
/// The transport never follows redirects and never sends twice, so that a mutation runs once and only one host gets
/// the token. It keeps idle connections for 4 seconds, because Node closes them after 5. It loads the system's root
/// certificates only for `https`. It takes proxies from the environment and the system's settings, but not for loopback;
/// a proxy that cannot be read is an error, because the token must not go to the server directly.
#[derive(Clone)]
#[must_use]
pub struct HttpBuilder {
    url: String,
    socket_url: Option<String>,
    timeout: Duration,
    read_timeout: Duration,
    connect_timeout: Duration,
    max_body: usize,
    allow_http: bool,
    accept_invalid_certs: bool,
    certificates: Vec<CertificateDer<'static>>,
    identity: Option<Identity>,
    proxy: Option<String>,
    /// Addresses of hosts with their ports.
    resolved: Vec<(String, u16, IpAddr)>,
    user_agent: String,
    client: Option<reqwest::Client>,
}

impl HttpBuilder {
    /// Sets the timeout of a whole call. The default is 120 seconds.
    ///
    /// In a [`Client`](crate::Client), all attempts share it.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// Sets the address of the WebSocket for subscriptions: `wss`, or `ws` where `http` is allowed. The default is
    /// Houston's: `/ws` beside `/v1`. A URL that does not end in `v1` is also that of its WebSocket, as on most servers.
    ///
    /// The token goes to this address in the first message.
    pub fn socket_url(mut self, url: impl Into<String>) -> Self {
        self.socket_url = Some(url.into());
        self
    }

    /// Sets how long the server may send nothing. The default is 30 seconds. An open subscription that is silent for
    /// this time asks the server for a sign of life, and ends if none comes within the same time.
    pub fn read_timeout(mut self, timeout: Duration) -> Self {
        self.read_timeout = timeout;
        self
    }

    /// Sets the timeout for establishing a connection. The default is 10 seconds, and at most three quarters of the
    /// whole timeout: only a failure to connect proves that nothing was sent.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect_timeout = timeout;
        self
    }

    /// Sets the maximum size of an answer in bytes, decompressed. The default is 32 MiB.
    pub fn max_body(mut self, bytes: usize) -> Self {
        self.max_body = bytes;
        self
    }

    /// Allows `http` to hosts other than loopback, where anyone on the network path can read the token.
    pub fn allow_http(mut self, allow: bool) -> Self {
        self.allow_http = allow;
        self
    }

    /// Also trusts the certificates of a PEM file, in addition to the system's root certificates. A server may also
    /// present one of them as its own; its name and dates are checked as usual.
    ///
    /// # Errors
    ///
    /// Fails if the file contains no certificate, or one that cannot be read. The source is a [`PemFault`](super::PemFault).
    pub fn root_certificates(mut self, pem: &[u8]) -> Result<Self, Error> {
        let read = pem::certificates(pem).map_err(|fault| {
            Error::input("the root certificates cannot be read", Some(fault.into()))
        })?;
        self.certificates.extend(read);
        Ok(self)
    }

    /// Sets the client certificate for servers that ask for one. The PEM text contains the certificate, the
    /// certificates that lead to its root, and its key.
    ///
    /// # Errors
    ///
    /// Fails if one of them is missing or cannot be read, or if the key belongs to another certificate. The source is a
    /// [`PemFault`](super::PemFault).
    pub fn client_certificate(mut self, pem: &[u8]) -> Result<Self, Error> {
        let identity = Identity::read(pem, &tls::provider()).map_err(|fault| {
            Error::input("the client certificate cannot be read", Some(fault.into()))
        })?;
        self.identity = Some(identity);
        Ok(self)
    }

    /// Sends through this proxy instead of the environment's: `http://host:port`, `https`, `socks4`, `socks4a`,
    /// `socks5` or `socks5h`, with a user and password if the proxy requires them. `NO_PROXY` still counts. A proxy of the
    /// environment does not count for loopback, and this one does.
    pub fn proxy(mut self, url: impl Into<String>) -> Self {
        self.proxy = Some(url.into());
        self
    }

    /// Connects to this address if the URL, or that of the WebSocket, has this host and port, whatever the name resolves
    /// to: the name of a platform before its DNS entry exists, or one machine of several. TLS still checks the host's
    /// certificate. Several addresses of one host are tried in turn. A proxy resolves names by itself.
    pub fn resolve(mut self, host: impl Into<String>, port: u16, address: IpAddr) -> Self {
        self.resolved.push((host.into().to_ascii_lowercase(), port, address));
        self
    }

    /// The addresses that [`resolve`](Self::resolve) gives to the URL; none if its name is resolved as usual.
    ///
    /// # Errors
    ///
    /// Fails like [`endpoint`](Self::endpoint).
    pub fn resolved(&self) -> Result<Vec<IpAddr>, Error> {
        self.url().map(|url| addresses(&self.resolved, &url))
    }

    /// Sets the header `User-Agent`. The default is `houston-client/` with the version of this crate.
    pub fn user_agent(mut self, text: impl Into<String>) -> Self {
        self.user_agent = text.into();
        self
    }

    /// Returns the way to the server: directly, or through a proxy.
    ///
    /// # Errors
    ///
    /// Fails like [`endpoint`](Self::endpoint), and if the proxy cannot be read.
    pub fn route(&self) -> Result<Route, Error> {
        let url = self.url()?;
        proxy::route(&url, self.proxy.as_deref(), is_loopback(&url))
    }

    /// Accepts any certificate: anyone on the network path can then read the token.
    pub fn danger_accept_invalid_certs(mut self, accept: bool) -> Self {
        self.accept_invalid_certs = accept;
        self
    }

    /// Sends through a reqwest client of yours, with its proxies, certificates, timeouts, compression and
    /// connections.
    ///
    /// Of the settings here, only [`timeout`](Self::timeout) (in a [`Client`](crate::Client)),
    /// [`max_body`](Self::max_body) and [`allow_http`](Self::allow_http) still apply. You are responsible for what
    /// that client does on its own: if it follows redirects (reqwest's default), the body goes to another host, and
    /// a mutation that was answered with 307 is sent twice; if it retries requests, a mutation may run twice.
    pub fn client(mut self, client: reqwest::Client) -> Self {
        self.client = Some(client);
        self
    }

    /// Returns the endpoint in a form that may be shown: the URL without its query and fragment.
    ///
    /// # Errors
    ///
    /// Fails if the URL is invalid, is neither `https` nor an allowed `http`, or contains a user or password.
    pub fn endpoint(&self) -> Result<String, Error> {
        self.url().map(|url| shown(&url))
    }

    fn url(&self) -> Result<Url, Error> {
        self.checked(&self.url)
    }

    /// The address of the WebSocket, as a URL for HTTP.
    fn socket(&self, url: &Url) -> Result<Url, Error> {
        let Some(given) = &self.socket_url else { return Ok(beside(url)) };
        let socket = match given.split_once("://") {
            Some((scheme, rest)) if scheme.eq_ignore_ascii_case("wss") => format!("https://{rest}"),
            Some((scheme, rest)) if scheme.eq_ignore_ascii_case("ws") => format!("http://{rest}"),
            _ => given.clone(),
        };
        self.checked(&socket).map_err(|error| {
            Error::input("the URL of the WebSocket cannot be used", Some(error.into()))
        })
    }

    fn checked(&self, text: &str) -> Result<Url, Error> {
        let url = Url::parse(text).map_err(|error| match text.contains("://") {
            true => Error::input("the URL is not valid", Some(error.into())),
            false => Error::input(UNKNOWN_SCHEME, None),
        })?;
        if !url.username().is_empty() || url.password().is_some() {
            return Err(Error::input("the URL contains a user or password; use a token", None));
        }
        match url.scheme() {
            "https" => Ok(url),
            "http" if is_loopback(&url) || self.allow_http => Ok(url),
            "http" => {
                let what = "plain http shows the token to anyone on the network path; use https, or allow http";
                Err(Error::input(what, None))
            }
            _ => Err(Error::input(UNKNOWN_SCHEME, None)),
        }
    }

    /// Builds the transport.
    ///
    /// # Errors
    ///
    /// Fails like [`route`](Self::route), and if TLS cannot be set up.
    pub fn build(self) -> Result<Http, Error> {
        let url = self.url()?;
        let socket = self.socket(&url)?;
        let (foreign, max_body, timeout) = (self.client.is_some(), self.max_body, self.timeout);
        let silence = (!foreign).then_some(self.read_timeout);
        let identified = self.identity.is_some();
        let route = if foreign { Route::Direct } else { self.route()? };
        let client = match self.client.clone() {
            Some(client) => client,
            None => self.own_client(&[&url, &socket], &route)?,
        };
        let proxy = match route {
            Route::Proxy(proxy) => Some(proxy),
            _ => None,
        };
        Ok(Http { client, foreign, url, socket, max_body, timeout, silence, identified, proxy })
    }

    fn own_client(self, urls: &[&Url], route: &Route) -> Result<reqwest::Client, Error> {
        let is_https = urls.iter().any(|url| url.scheme() == "https");
        let unusable = |error| Error::input("TLS cannot be set up", Some(error));
        let agent = HeaderValue::from_str(&self.user_agent).map_err(|error| {
            Error::input("the user agent is not visible ASCII", Some(error.into()))
        })?;
        let mut builder = reqwest::Client::builder()
            .user_agent(agent)
            .default_headers(json_headers())
            .gzip(true)
            .http1_only()
            .redirect(redirect::Policy::none())
            .referer(false)
            .retry(retry::never())
            .pool_idle_timeout(Duration::from_secs(4))
            .connect_timeout(self.connect_timeout.min(self.timeout.mul_f32(0.75)));
        for url in urls {
            let addresses = addresses(&self.resolved, url).into_iter();
            // The port is that of the URL.
            let addresses: Vec<_> = addresses.map(|one| SocketAddr::new(one, 0)).collect();
            if !addresses.is_empty() {
                builder = builder.resolve_to_addrs(url.host_str().unwrap_or(""), &addresses);
            }
        }
        let is_tls_proxy = matches!(route, Route::Proxy(proxy) if proxy.is_https());
        builder = match route {
            Route::Proxy(proxy) => match proxy.build() {
                Some(proxy) => {
                    let unusable = |_| Error::input("the proxy cannot be used", None);
                    builder.no_proxy().proxy(proxy.map_err(unusable)?)
                }
                None => builder,
            },
            _ => builder.no_proxy(),
        };
        builder = match is_https || is_tls_proxy {
            // Loading the system's root certificates takes longer than a whole call to loopback.
            false => builder.tls_certs_only([]),
            true => {
                let config =
                    tls::config(self.certificates, self.identity, self.accept_invalid_certs);
                builder.tls_backend_preconfigured(config.map_err(|error| unusable(error.into()))?)
            }
        };
        builder.build().map_err(|error| unusable(error.into()))
    }

    /// The timeout of a whole call.
    pub(crate) fn whole_timeout(&self) -> Duration {
        self.timeout
    }
}

/// Omits the URL, which may contain a password.
impl fmt::Debug for HttpBuilder {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("HttpBuilder")
            .field("timeout", &self.timeout)
            .finish_non_exhaustive()
    }
}

/// The addresses that are given for the host and port of a URL.
fn addresses(resolved: &[(String, u16, IpAddr)], url: &Url) -> Vec<IpAddr> {
    let (host, port) = (url.host_str().unwrap_or_default(), url.port_or_known_default());
    resolved.iter().filter(|one| one.0 == host && Some(one.1) == port).map(|one| one.2).collect()
}

/// The WebSocket of a server: Houston has it at `/ws` beside `/v1`.
fn beside(url: &Url) -> Url {
    let mut socket = url.clone();
    let path = url.path().trim_end_matches('/');
    if let Some(parent) = path.strip_suffix("/v1") {
        socket.set_path(&format!("{parent}/ws"));
    }
    socket
}

fn is_loopback(url: &Url) -> bool {
    let Some(host) = url.host_str() else {
        return false;
    };
    let address = host.trim_matches(['[', ']']).parse::<std::net::IpAddr>();
    host == "localhost" || address.is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::Http;
    use crate::outcome::Outcome;

    #[test]
    fn https_everywhere_and_http_on_loopback() {
        for url in [
            "https://houston.example.com/v1",
            "http://localhost:8871/v1",
            "http://127.0.0.2/v1",
            "http://[::1]:8871/v1",
        ] {
            assert!(Http::builder(url).build().is_ok(), "{url}");
        }
        for url in [
            "http://houston.example.com/v1",
            "http://localhost.example.com/v1",
            "http://10.0.0.1/v1",
            "http://127.0.0.1.example.com/v1",
            "ftp://localhost/v1",
            "houston.example.com",
            "https://",
            "",
            "https://user:hunter2@houston.example.com/v1",
            "https://hunter2@houston.example.com/v1",
        ] {
            let error = Http::builder(url).build().unwrap_err();
            assert_eq!(error.outcome(), Outcome::NotSent, "{url}");
            assert!(!format!("{error} {error:?}").contains("hunter2"), "{error:?}");
        }
        assert!(Http::builder("http://houston.example.com/v1").allow_http(true).build().is_ok());
    }

    #[test]
    fn certificates_are_read_or_refused() {
        for pem in ["", "nothing", "-----BEGIN CERTIFICATE-----\n!\n-----END CERTIFICATE-----\n"] {
            let builder = Http::builder("https://houston.example.com/v1");
            assert!(builder.root_certificates(pem.as_bytes()).is_err(), "{pem:?}");
        }
    }

    #[test]
    fn debug_hides_what_a_query_holds() {
        let http = Http::builder("https://example.com/v1?key=hunter2").build().unwrap();
        assert_eq!(format!("{http:?}"), r#"Http { url: https://example.com/v1, .. }"#);
    }
}
