//! HTTP with reqwest. [`HttpBuilder`] documents the settings and the reasons for them.

mod builder;
mod exclusion;
mod failure;
mod patience;
mod pem;
mod proxy;
mod tls;
#[cfg(feature = "subscriptions")]
mod upgrade;

use std::fmt;
use std::pin::pin;
use std::time::Duration;

use reqwest::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};
use reqwest::{Method, Request, Response, StatusCode, Url};

pub use builder::HttpBuilder;
pub use exclusion::InvalidExclusion;
pub use pem::PemFault;
pub use proxy::{Proxy, ProxySource, Route};
/// The version of reqwest whose client [`HttpBuilder::client`] accepts.
pub use reqwest;

use super::cause::{Cause, ProxyFault};
use super::{Failure, HeaderNames, Message, Pending, Reply, Transport};
use crate::header::Header;
use patience::Patience;

/// The maximum number of bytes that are reserved for an answer before it arrives.
const USUAL_BODY: u64 = 64 << 10;

/// HTTP/1.1 to one URL. It is cheap to clone; clones share their connections.
#[derive(Clone)]
pub struct Http {
    client: reqwest::Client,
    /// Whether the client is the caller's, which does not set the headers that Houston requires.
    foreign: bool,
    url: Url,
    /// The address of the WebSocket.
    #[cfg_attr(not(feature = "subscriptions"), expect(dead_code))]
    socket: Url,
    max_body: usize,
    timeout: Duration,
    /// How long the server may send nothing. The caller's client has its own timeout.
    silence: Option<Duration>,
    /// Whether the client has a certificate to show.
    identified: bool,
    proxy: Option<Proxy>,
}

impl Http {
    /// Returns the future of an answer: it sends the message when it is polled. [`post`](Self::post) does not build the
    /// request itself, because its future would then have room for it.
    fn execute(
        &self,
        message: Message<'_>,
    ) -> Result<impl Future<Output = reqwest::Result<Response>> + use<>, Failure> {
        let mut request = Request::new(Method::POST, self.url.clone());
        *request.body_mut() = Some(message.body.into());
        let headers = request.headers_mut();
        if self.foreign {
            headers.extend(json_headers());
        }
        add(message.headers, headers)?;
        if let Some(token) = message.token {
            headers.append(AUTHORIZATION, sensitive(token.header_value()));
        }
        Ok(self.client.execute(request))
    }

    async fn post(&self, message: Message<'_>) -> Result<Reply, Failure> {
        let patience = Patience::new(message.timeout.unwrap_or(self.timeout), self.silence);
        let late = |cause: Cause| Failure::Lost(self.fault(cause.into()));
        let sent = patience.wait(pin!(self.execute(message)?)).await;
        let response = match sent.map_err(late)? {
            Ok(response) => response,
            // In a box: every call has room for what its future keeps.
            Err(error) => return Err(Box::pin(self.told(self.failure(error))).await),
        };
        self.reply(response, &patience).await
    }

    /// Reads an answer to its end.
    async fn reply(&self, mut response: Response, patience: &Patience) -> Result<Reply, Failure> {
        let late = |cause: Cause| Failure::Lost(self.fault(cause.into()));
        if response.status() == StatusCode::PROXY_AUTHENTICATION_REQUIRED
            && let Some(proxy) = &self.proxy
        {
            // Only a proxy answers like this, and it passes nothing on.
            let cause = proxy.refused(ProxyFault::Status(407));
            return Err(Failure::NotConnected(self.fault(cause.into())));
        }
        let text = |name: HeaderName| {
            let value = response.headers().get(name)?;
            Some(String::from_utf8_lossy(value.as_bytes()).into_owned())
        };
        let mut reply = Reply {
            status: response.status().as_u16(),
            location: text(reqwest::header::LOCATION),
            retry_after: text(reqwest::header::RETRY_AFTER),
            date: text(reqwest::header::DATE),
            // The length that the server announces is trusted only up to the usual size.
            body: Vec::with_capacity(
                response.content_length().unwrap_or(0).min(USUAL_BODY) as usize
            ),
            proxy: self.answering_proxy(),
            header_names: HeaderNames { headers: std::mem::take(response.headers_mut()) },
        };
        while let Some(chunk) = patience
            .wait(pin!(response.chunk()))
            .await
            .map_err(late)?
            .map_err(|error| self.failure(error))?
        {
            // Counted as it arrives: a small compressed body may become a large one.
            if reply.body.len() + chunk.len() > self.max_body {
                return Err(late(Cause::TooLarge(self.max_body)));
            }
            reply.body.extend_from_slice(&chunk);
        }
        Ok(reply)
    }

    /// The proxy that may answer in place of the server.
    fn answering_proxy(&self) -> Option<String> {
        let proxy = self.proxy.as_ref().filter(|proxy| !proxy.is_socks())?;
        (self.url.scheme() == "http").then(|| proxy.address.clone())
    }

    /// Adds the status with which a proxy refuses a tunnel, because reqwest does not tell it.
    async fn told(&self, failure: Failure) -> Failure {
        let status = match (failure.cause(), &self.proxy) {
            (Some(Cause::Proxy { fault: ProxyFault::Tunnel(why), .. }), Some(proxy))
                if why == failure::REFUSES =>
            {
                proxy
                    .status(&self.url)
                    .await
                    .map(|status| proxy.refused(ProxyFault::Status(status)))
            }
            _ => None,
        };
        match status {
            Some(cause) => Failure::NotConnected(self.fault(cause.into())),
            None => failure,
        }
    }
}

impl Transport for Http {
    fn send<'a>(&'a self, message: Message<'a>) -> Pending<'a> {
        Box::pin(self.post(message))
    }

    #[cfg(feature = "subscriptions")]
    fn upgrade<'a>(&'a self, opening: super::Opening<'a>) -> super::Upgrading<'a> {
        Box::pin(async move { self.at_socket().open(opening).await })
    }
}

/// Omits the query of the URL.
impl fmt::Debug for Http {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let url = shown(&self.url);
        formatter.debug_struct("Http").field("url", &format_args!("{url}")).finish_non_exhaustive()
    }
}

/// The origin and path. The query is left out, because it may contain secrets.
fn shown(url: &Url) -> String {
    url.origin().ascii_serialization() + url.path()
}

/// Adds the caller's headers.
fn add(given: &[Header], headers: &mut HeaderMap) -> Result<(), Failure> {
    for header in given {
        let name = HeaderName::try_from(header.name());
        let name = name.map_err(|error| Failure::NotConnected(Box::new(error)))?;
        headers.append(name, sensitive(header.expose()));
    }
    Ok(())
}

/// Returns a value that is not shown.
fn sensitive(text: &str) -> HeaderValue {
    let mut value = HeaderValue::from_str(text)
        .expect("tokens and the caller's headers are checked to be visible ASCII, spaces and tabs");
    value.set_sensitive(true);
    value
}

/// The headers that Houston requires.
fn json_headers() -> HeaderMap {
    let json = HeaderValue::from_static("application/json");
    HeaderMap::from_iter([(ACCEPT, json.clone()), (CONTENT_TYPE, json)])
}
