//! HTTP with reqwest. What is set here, and why, is in [`HttpBuilder`].

mod builder;
mod patience;

use std::fmt;
use std::time::Duration;

use reqwest::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};
use reqwest::{Method, Request, Url};

pub use builder::HttpBuilder;
/// The version of reqwest whose client [`HttpBuilder::client`] takes.
pub use reqwest;

use super::{Failure, Message, Pending, Reply, Transport};
use patience::Patience;

/// Room for an answer before it has come, in bytes, at most.
const USUAL_BODY: u64 = 64 << 10;

/// HTTP/1.1 to one URL. Cheap to clone; clones share their connections.
#[derive(Clone)]
pub struct Http {
    client: reqwest::Client,
    /// Whether the client is the caller's, who does not know what Houston wants.
    foreign: bool,
    url: Url,
    max_body: usize,
    timeout: Duration,
    /// How long the server may be silent. A client of the caller's keeps its own time.
    silence: Option<Duration>,
}

impl Http {
    async fn post(&self, message: Message<'_>) -> Result<Reply, Failure> {
        let mut request = Request::new(Method::POST, self.url.clone());
        *request.body_mut() = Some(message.body.into());
        let headers = request.headers_mut();
        // With those that reqwest and hyper add, they are more than a new map has room for.
        headers.reserve(message.headers.len() + 8);
        if self.foreign {
            headers.extend(json_headers());
        }
        for header in message.headers {
            let name = HeaderName::try_from(header.name());
            let name = name.map_err(|error| Failure::NotConnected(Box::new(error)))?;
            headers.append(name, sensitive(header.expose()));
        }
        if let Some(token) = message.token {
            headers.append(AUTHORIZATION, sensitive(token.expose()));
        }
        let patience = Patience::new(message.timeout.unwrap_or(self.timeout), self.silence);
        let mut response = patience.wait(self.client.execute(request)).await?;
        let text = |name: HeaderName| {
            let value = response.headers().get(name)?;
            Some(String::from_utf8_lossy(value.as_bytes()).into_owned())
        };
        let mut reply = Reply {
            status: response.status().as_u16(),
            location: text(reqwest::header::LOCATION),
            retry_after: text(reqwest::header::RETRY_AFTER),
            date: text(reqwest::header::DATE),
            // What the server says is believed as far as it is no more than usual.
            body: Vec::with_capacity(
                response.content_length().unwrap_or(0).min(USUAL_BODY) as usize
            ),
        };
        while let Some(chunk) = patience.wait(response.chunk()).await? {
            // Counted as it comes in: a small compressed body may be a large one.
            if reply.body.len() + chunk.len() > self.max_body {
                return Err(Failure::Lost(Box::new(TooLarge(self.max_body))));
            }
            reply.body.extend_from_slice(&chunk);
        }
        Ok(reply)
    }
}

impl Transport for Http {
    fn send<'a>(&'a self, message: Message<'a>) -> Pending<'a> {
        Box::pin(self.post(message))
    }
}

/// Without the query of the URL.
impl fmt::Debug for Http {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let url = shown(&self.url);
        formatter.debug_struct("Http").field("url", &format_args!("{url}")).finish_non_exhaustive()
    }
}

/// Origin and path: a query may hold secrets.
fn shown(url: &Url) -> String {
    url.origin().ascii_serialization() + url.path()
}

/// The cause of [`Failure::Lost`] when the body was larger than [`HttpBuilder::max_body`] allows.
#[derive(Debug)]
pub struct TooLarge(usize);

impl fmt::Display for TooLarge {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "the body is larger than {} bytes", self.0)
    }
}

impl std::error::Error for TooLarge {}

/// A value that is kept out of texts.
fn sensitive(text: &str) -> HeaderValue {
    let mut value = HeaderValue::from_str(text).expect(
        "tokens and headers of the caller's are checked to be visible ASCII, spaces and tabs",
    );
    value.set_sensitive(true);
    value
}

/// What Houston wants.
fn json_headers() -> HeaderMap {
    let json = HeaderValue::from_static("application/json");
    HeaderMap::from_iter([(ACCEPT, json.clone()), (CONTENT_TYPE, json)])
}
