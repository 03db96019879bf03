//! The causes of reqwest's errors.

use std::error::Error as StdError;
use std::io;

use super::Http;
use super::tls;
use crate::transport::cause::{Cause, ConnectFault, Fault, ProxyFault, Tls, TlsFault};
use crate::transport::{BoxError, Failure};

impl Http {
    /// The failure for an error.
    ///
    /// Only a connect error of reqwest proves that no connection was established: name, TCP, proxy or TLS. A server
    /// that refuses a client certificate proves that it did not read the request.
    pub(super) fn failure(&self, error: reqwest::Error) -> Failure {
        let cause = self.cause(&error);
        let is_refused = matches!(
            &cause,
            Cause::Tls(Tls {
                fault: TlsFault::ClientCertificateWanted | TlsFault::ClientCertificateRefused(_),
                ..
            })
        );
        let is_unsent = error.is_connect() || is_refused;
        // The texts of reqwest's error say nothing else.
        let fault = self.fault(cause.into());
        if is_unsent { Failure::NotConnected(fault) } else { Failure::Lost(fault) }
    }

    /// Adds the proxy of the connection.
    pub(super) fn fault(&self, fault: Fault) -> BoxError {
        Box::new(fault.through(self.proxy.as_ref().map(|proxy| proxy.address.clone())))
    }

    fn cause(&self, error: &reqwest::Error) -> Cause {
        match error.is_connect() {
            true => self.unconnected(error),
            false => self.lost(error),
        }
    }

    /// The cause of a connection that was not made.
    fn unconnected(&self, error: &reqwest::Error) -> Cause {
        let is_https = self.url.scheme() == "https";
        let why = root(error);
        if let Some(proxy) = &self.proxy {
            // The error of the proxy has this text around it, and that of a server behind the proxy has not.
            let is_tunnel = texts(error).any(|text| text.starts_with("tunnel error: "));
            // Without an error of TLS, a connection that is not made in time waits for the proxy.
            let is_late = error.is_timeout() && tls::find::<rustls::Error>(error).is_none();
            let is_of_proxy = !is_https || is_tunnel || is_late || proxy.is_socks();
            let tls = self.tls(error, proxy.is_https()).filter(|_| !proxy.is_socks());
            match tls {
                Some(tls) if is_of_proxy => return proxy.refused(ProxyFault::Tls(tls)),
                _ if !is_of_proxy => {}
                _ if why.ends_with("proxy authorization required") => {
                    return proxy.refused(ProxyFault::Status(407));
                }
                _ if tls::find::<rustls::Error>(error).is_none() => {
                    return proxy.refused(unproxied(error, &why));
                }
                _ => {}
            }
        }
        if let Some(tls) = self.tls(error, is_https) {
            return Cause::Tls(tls);
        }
        let fault = reached(error).unwrap_or(ConnectFault::Refused(why));
        let host = self.url.host_str().unwrap_or_default();
        let port = self.url.port_or_known_default().unwrap_or_default();
        Cause::Connect { place: format!("{host}:{port}"), fault }
    }

    /// The failed handshake. `is_expected` tells whether the connection that failed has one: then a connection that
    /// ends after it was made ends during the handshake.
    fn tls(&self, error: &reqwest::Error, is_expected: bool) -> Option<Tls> {
        let fault = || Some(TlsFault::Closed.into()).filter(|_| is_expected && is_cut(error));
        tls::fault(error, self.identified).or_else(fault)
    }

    /// The cause of an answer that did not arrive over a connection that was made.
    fn lost(&self, error: &reqwest::Error) -> Cause {
        if let Some(tls) = tls::fault(error, self.identified) {
            return Cause::Tls(tls);
        }
        let hyper = tls::find::<hyper::Error>(error);
        if hyper.is_some_and(hyper::Error::is_parse) {
            return Cause::NotHttp;
        }
        match root(error) {
            _ if is_cut(error) || hyper.is_some_and(ends) => Cause::Closed,
            why if error.is_decode() || error.is_body() => Cause::Unreadable(why),
            why => Cause::Broken(why),
        }
    }
}

/// Whether a connection ended before its answer: while it came, or before the request was written.
fn ends(error: &hyper::Error) -> bool {
    error.is_incomplete_message() || error.is_canceled() || error.is_closed()
}

/// Whether a connection that was made ended.
fn is_cut(error: &reqwest::Error) -> bool {
    use io::ErrorKind::{BrokenPipe, ConnectionAborted, ConnectionReset, UnexpectedEof};
    let ends = [UnexpectedEof, ConnectionReset, ConnectionAborted, BrokenPipe];
    tls::all::<io::Error>(error).any(|error| ends.contains(&error.kind()))
}

/// Why the connection itself was not made; none for a failure after that.
fn reached(error: &reqwest::Error) -> Option<ConnectFault> {
    use io::ErrorKind::{ConnectionRefused, HostUnreachable, NetworkUnreachable, TimedOut};
    let why = root(error);
    if texts(error).any(|text| text == "dns error") {
        return Some(ConnectFault::NameUnknown(why));
    }
    match tls::find::<io::Error>(error).map(io::Error::kind) {
        Some(TimedOut | HostUnreachable | NetworkUnreachable) => {
            Some(ConnectFault::Unreachable(why))
        }
        Some(ConnectionRefused) => Some(ConnectFault::Refused(why)),
        _ if error.is_timeout() => {
            Some(ConnectFault::Unreachable("no answer to the connection in time".to_owned()))
        }
        _ => None,
    }
}

/// Why a proxy makes no connection.
fn unproxied(error: &reqwest::Error, why: &str) -> ProxyFault {
    match reached(error) {
        Some(ConnectFault::Unreachable(why)) if error.is_timeout() => ProxyFault::Tunnel(why),
        Some(fault) => ProxyFault::Connect(fault),
        None if why.ends_with("failed to create underlying connection") => {
            ProxyFault::Connect(ConnectFault::Refused("there is no connection".to_owned()))
        }
        None => ProxyFault::Tunnel(plain(why).to_owned()),
    }
}

/// What is said of a proxy that answers with another status than 200 and 407.
pub(super) const REFUSES: &str = "it refuses";

/// The text without the names that libraries give their errors.
fn plain(text: &str) -> &str {
    let text = text.strip_prefix("tunnel error: ").unwrap_or(text);
    match text.strip_prefix("SOCKS error: ").unwrap_or(text) {
        "unexpected end of file" => "it closes the connection",
        "unsuccessful" => REFUSES,
        text => text,
    }
}

/// The texts of an error's causes.
fn texts(error: &reqwest::Error) -> impl Iterator<Item = String> {
    let causes = std::iter::successors(error.source(), |&error| error.source());
    causes.map(ToString::to_string)
}

/// The text of the first cause.
fn root(error: &reqwest::Error) -> String {
    texts(error).last().unwrap_or_default()
}
