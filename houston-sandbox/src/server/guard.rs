//! What keeps web pages and slow clients away.
//!
//! A page in a browser on the same machine can send requests to any port: from another origin, and with a name that its
//! owner lets point to 127.0.0.1. Both headers that tell are set by the browser.

use std::net::IpAddr;
use std::time::Duration;

use axum::extract::Request;
use axum::http::uri::Authority;
use axum::http::{HeaderMap, HeaderName, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// How long a client has to send a head, then a body, and to take a part of the answer.
pub(crate) const DEADLINE: Duration = Duration::from_secs(30);

/// The maximum size of a head, in bytes.
pub(crate) const HEAD: usize = 128 * 1024;

/// The maximum number of connections. Further ones wait.
pub(crate) const CONNECTIONS: u32 = 2_000;

/// Whose requests are answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reach {
    /// Those for a name of this machine: the listener has a local address.
    Local,
    /// Those for any name: the listener's owner has opened it to other machines.
    Open,
}

impl Reach {
    pub(crate) fn of(address: IpAddr) -> Reach {
        if address.is_loopback() { Reach::Local } else { Reach::Open }
    }

    /// Refuses a request that a web page may have sent.
    pub(crate) async fn guard(self, request: Request, next: Next) -> Response {
        match self.refusal(request.headers(), request.uri()) {
            Some(why) => crate::Response::text(403, why).into_response(),
            None => next.run(request).await,
        }
    }

    fn refusal(self, headers: &HeaderMap, uri: &Uri) -> Option<&'static str> {
        let host = uri.authority().cloned().or_else(|| authority(headers, &header::HOST, ""));
        if self == Reach::Local && !host.as_ref().is_some_and(is_local) {
            return Some("The sandbox answers requests to 127.0.0.1 and localhost only.");
        }
        if !headers.contains_key(header::ORIGIN) {
            return None;
        }
        let origin = authority(headers, &header::ORIGIN, "http://");
        let is_own = origin.as_ref().is_some_and(|one| is_local(one) || Some(one) == host.as_ref());
        (!is_own).then_some("The sandbox answers web pages of this machine only.")
    }
}

/// Reads the only header of a name, behind a prefix.
fn authority(headers: &HeaderMap, name: &HeaderName, prefix: &str) -> Option<Authority> {
    let mut values = headers.get_all(name).iter();
    let (value, None) = (values.next()?, values.next()) else { return None };
    value.to_str().ok()?.strip_prefix(prefix)?.parse().ok()
}

/// Whether a host can only be this machine.
fn is_local(authority: &Authority) -> bool {
    if authority.as_str().contains('@') {
        return false;
    }
    let host = authority.host().to_ascii_lowercase();
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    let is_name = host == "localhost" || host.ends_with(".localhost");
    is_name || bare.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_answered(reach: Reach, host: &str, origin: Option<&str>) -> bool {
        let mut headers = HeaderMap::new();
        headers.insert(header::HOST, host.parse().unwrap());
        if let Some(origin) = origin {
            headers.insert(header::ORIGIN, origin.parse().unwrap());
        }
        reach.refusal(&headers, &Uri::from_static("/v1")).is_none()
    }

    #[test]
    fn a_host_is_local_or_the_request_is_refused() {
        for (host, is_good) in [
            ("127.0.0.1:4000", true),
            ("127.8.0.1", true),
            ("[::1]:4000", true),
            ("localhost:4000", true),
            ("LocalHost", true),
            ("houston.localhost:80", true),
            ("evil.example:4000", false),
            ("127.0.0.1.evil.example", false),
            ("localhost.evil.example", false),
            ("evillocalhost", false),
            ("localhost@evil.example", false),
            ("evil.example@localhost", false),
            ("192.168.0.7:4000", false),
            ("0.0.0.0:4000", false),
            ("2130706433", false),
            ("", false),
        ] {
            assert_eq!(is_answered(Reach::Local, host, None), is_good, "{host}");
            let is_empty = host.is_empty();
            assert!(is_answered(Reach::Open, host, None) || is_empty, "{host}");
        }
    }

    #[test]
    fn an_origin_is_local_or_that_of_the_host() {
        for (origin, is_good) in [
            ("http://127.0.0.1:4000", true),
            ("http://localhost:3000", true),
            ("http://box.example:4000", true),
            ("http://box.example:4001", false),
            ("http://evil.example", false),
            ("https://evil.example", false),
            ("http://localhost.evil.example", false),
            ("null", false),
            ("", false),
            ("file://", false),
        ] {
            assert_eq!(
                is_answered(Reach::Open, "box.example:4000", Some(origin)),
                is_good,
                "{origin}"
            );
        }
        assert!(!is_answered(Reach::Local, "box.example:4000", Some("http://box.example:4000")));
        assert!(is_answered(Reach::Local, "localhost:4000", Some("http://localhost:4000")));
    }

    #[test]
    fn a_header_that_is_sent_twice_is_refused() {
        let mut headers = HeaderMap::new();
        headers.append(header::HOST, "localhost".parse().unwrap());
        headers.append(header::HOST, "evil.example".parse().unwrap());
        assert!(Reach::Local.refusal(&headers, &Uri::from_static("/v1")).is_some());
        headers.remove(header::HOST);
        headers.append(header::HOST, "localhost".parse().unwrap());
        headers.append(header::ORIGIN, "http://localhost".parse().unwrap());
        headers.append(header::ORIGIN, "http://evil.example".parse().unwrap());
        assert!(Reach::Local.refusal(&headers, &Uri::from_static("/v1")).is_some());
    }

    #[test]
    fn an_absolute_address_counts_as_the_host() {
        let mut headers = HeaderMap::new();
        headers.insert(header::HOST, "localhost".parse().unwrap());
        assert!(
            Reach::Local.refusal(&headers, &Uri::from_static("http://evil.example/v1")).is_some()
        );
    }
}
