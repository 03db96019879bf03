//! The way to a server: directly, or through a proxy.

use std::env;
use std::fmt;
use std::time::Duration;

use hyper_util::client::proxy::matcher::Matcher;
use reqwest::Url;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::time::timeout;

use super::exclusion::{excluding, first};
use crate::error::Error;
use crate::transport::cause::{Cause, ProxyFault};

/// The way to a server.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Route {
    /// No proxy is set, or the server is on loopback.
    Direct,
    /// A proxy is set, but it is not for this server.
    Excluded {
        /// The variable that names the server: `NO_PROXY` or `no_proxy`.
        by: &'static str,
    },
    /// Through a proxy.
    Proxy(Proxy),
}

/// A proxy.
#[derive(Clone, PartialEq, Eq)]
pub struct Proxy {
    /// Protocol, host and port, without user and password.
    pub address: String,
    /// The setting that names it.
    pub source: ProxySource,
    /// The address with user and password; none for a proxy of the system's settings.
    url: Option<Url>,
}

/// The setting that names a proxy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ProxySource {
    /// The environment variable of this name.
    Variable(&'static str),
    /// The caller: [`HttpBuilder::proxy`](super::HttpBuilder::proxy).
    Caller,
    /// The settings of the system.
    System,
}

/// Writes the setting in words.
impl fmt::Display for ProxySource {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            ProxySource::Variable(name) => name,
            ProxySource::Caller => "the proxy",
            ProxySource::System => "the proxy of the system's settings",
        })
    }
}

/// Omits user and password.
impl fmt::Debug for Proxy {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut proxy = formatter.debug_struct("Proxy");
        proxy.field("address", &self.address).field("source", &self.source);
        proxy.finish_non_exhaustive()
    }
}

impl Proxy {
    /// Reads the address of a proxy, as [`HttpBuilder::proxy`](super::HttpBuilder::proxy) does.
    ///
    /// # Errors
    ///
    /// Fails if it is not an address. The error does not show it, because it may contain a password.
    pub fn read(address: &str) -> Result<Self, Error> {
        Proxy::from_source(Ok(address.to_owned()), ProxySource::Caller)
    }

    /// Whether the address has a user or password.
    pub fn has_account(&self) -> bool {
        let has = |url: &Url| !url.username().is_empty() || url.password().is_some();
        self.url.as_ref().is_some_and(has)
    }

    fn from_source(text: Result<String, ()>, source: ProxySource) -> Result<Self, Error> {
        let url = text.map_err(|()| "it is not valid UTF-8").and_then(|text| parse(&text));
        let url = url.map_err(|why| Error::input(&format!("{source} cannot be used: {why}"), None));
        Ok(Proxy::new(url?, source))
    }

    fn new(url: Url, source: ProxySource) -> Self {
        let host = url.host_str().unwrap_or_default();
        // SOCKS has this port unless another is given.
        let port = url.port_or_known_default().unwrap_or(1080);
        Proxy { address: format!("{}://{host}:{port}", url.scheme()), source, url: Some(url) }
    }

    /// The cause of a connection that the proxy does not make.
    pub(super) fn refused(&self, fault: ProxyFault) -> Cause {
        Cause::Proxy { address: self.address.clone(), fault }
    }

    /// Asks a proxy again for a connection to a server, and returns the status of its answer. Nothing is sent
    /// through the connection.
    pub(super) async fn status(&self, server: &Url) -> Option<u16> {
        let url = self.url.as_ref().filter(|url| url.scheme() == "http")?;
        let place = format!("{}:{}", server.host_str()?, server.port_or_known_default()?);
        let matcher = Matcher::builder().all(url.as_str()).build();
        let found = matcher.intercept(&server.as_str().parse().ok()?)?;
        let mut request = format!("CONNECT {place} HTTP/1.1\r\nHost: {place}\r\n").into_bytes();
        if let Some(account) = found.basic_auth() {
            request.extend([b"Proxy-Authorization: ", account.as_bytes(), b"\r\n"].concat());
        }
        request.extend(b"\r\n");
        let host = url.host_str()?.trim_matches(['[', ']']);
        let asked = async {
            let mut stream = TcpStream::connect((host, url.port_or_known_default()?)).await.ok()?;
            stream.write_all(&request).await.ok()?;
            // "HTTP/1.1 403"
            let mut line = [0; 12];
            stream.read_exact(&mut line).await.ok()?;
            str::from_utf8(&line).ok()?.split(' ').nth(1)?.parse().ok()
        };
        timeout(Duration::from_secs(5), asked).await.ok()?
    }

    /// Whether the connection to the proxy itself needs TLS.
    pub(super) fn is_https(&self) -> bool {
        self.address.starts_with("https:")
    }

    /// Whether it passes on bytes and does not know HTTP.
    pub(super) fn is_socks(&self) -> bool {
        self.address.starts_with("socks")
    }

    /// The proxy for reqwest; none if reqwest finds it itself.
    pub(super) fn build(&self) -> Option<reqwest::Result<reqwest::Proxy>> {
        Some(reqwest::Proxy::all(self.url.clone()?))
    }
}

/// Reads the address of a proxy. The reason does not show the address, which may contain a password.
fn parse(text: &str) -> Result<Url, &'static str> {
    if !text.chars().all(|letter| letter.is_ascii_graphic()) {
        return Err("it contains white space, a line end or a letter outside ASCII");
    }
    if text.contains(['\\', '"', '\'']) {
        return Err("it contains a quote or a backslash");
    }
    let whole = if text.contains("://") { text.to_owned() } else { format!("http://{text}") };
    let url = Url::parse(&whole).map_err(|_| "it is not the address of a proxy")?;
    if !matches!(url.scheme(), "http" | "https" | "socks4" | "socks4a" | "socks5" | "socks5h") {
        return Err("its protocol is not http, https, socks4, socks4a, socks5 or socks5h");
    }
    if whole.contains(":///") || url.host_str().is_none_or(str::is_empty) {
        return Err("it has no host");
    }
    if !matches!(url.path(), "" | "/") || url.query().is_some() || url.fragment().is_some() {
        return Err("something follows the host and port");
    }
    Ok(url)
}

/// The way to a URL. `given` is the caller's proxy; without it, the environment and the system's settings count,
/// but not for loopback.
///
/// # Errors
///
/// Fails if the proxy to use cannot be read: the token must not go to the server directly.
pub(super) fn route(url: &Url, given: Option<&str>, loopback: bool) -> Result<Route, Error> {
    let (source, text) = match given {
        Some(given) => (ProxySource::Caller, Ok(given.to_owned())),
        // A server that runs programs by CGI sets HTTP_PROXY to a header of the request.
        None if loopback || env::var_os("REQUEST_METHOD").is_some() => return Ok(Route::Direct),
        None => match first(variables(url)) {
            Some((name, text)) => (ProxySource::Variable(name), text),
            None => return Ok(of_system(url).map_or(Route::Direct, Route::Proxy)),
        },
    };
    if let Some(by) = excluding(url)? {
        return Ok(Route::Excluded { by });
    }
    Proxy::from_source(text, source).map(Route::Proxy)
}

/// The variables that name the proxy for a URL; the first that is not empty counts.
fn variables(url: &Url) -> [&'static str; 4] {
    match url.scheme() {
        "https" => ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"],
        _ => ["HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"],
    }
}

/// The proxy of the system's settings, which macOS and Windows have.
fn of_system(url: &Url) -> Option<Proxy> {
    let found = Matcher::from_system().intercept(&url.as_str().parse().ok()?)?;
    let address = found.uri().to_string().trim_end_matches('/').to_owned();
    Some(Proxy { address, source: ProxySource::System, url: None })
}

#[cfg(test)]
mod tests {
    use super::super::Http;
    use super::parse;
    use crate::outcome::Outcome;

    #[test]
    fn a_client_with_an_invalid_proxy_is_not_built() {
        for proxy in ["ftp://user:secret@p", ""] {
            let built = Http::builder("https://a.example/v1").proxy(proxy).build();
            let error = built.unwrap_err();
            assert_eq!(error.outcome(), Outcome::NotSent);
            assert!(!format!("{error} {error:?}").contains("secret"), "{error:?}");
        }
    }

    #[test]
    fn an_address_of_a_proxy_is_read_or_refused() {
        for text in [
            "http://p:3128",
            "http://p:3128/",
            "https://p",
            "p:3128",
            "p",
            "10.0.0.1:8080",
            "[::1]:8080",
            "http://user:pass@p:3128",
            "http://user:p%40ss@p:3128",
            "socks5://p",
            "socks5h://user:pass@p:1080",
            "SOCKS4A://p",
        ] {
            assert!(parse(text).is_ok(), "{text}");
        }
        for text in [
            "",
            " ",
            "http://p:3128\r",
            "http://p:3128\n",
            " http://p:3128",
            "http://p :3128",
            "\"http://p:3128\"",
            "'http://p:3128'",
            "ftp://p:3128",
            "http//p:3128",
            "http:/p:3128",
            "http:p:3128",
            "http:///p:3128",
            "http://",
            "http://:3128",
            "http://domain\\user:pass@p:3128",
            "http://user:pa#ss@p:3128",
            "http://user:pa/ss@p:3128",
            "http://user:pa?ss@p:3128",
            "http://p:port",
            "http://p:99999",
            "http://p:3128/proxy.pac",
            "http://p:3128,http://q:3128",
            "socks6://p",
            "DIRECT ",
            "http://pröxy:3128",
        ] {
            assert!(parse(text).is_err(), "{text}");
        }
    }
}
