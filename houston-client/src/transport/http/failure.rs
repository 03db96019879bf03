//! The causes of reqwest's errors.

use std::error::Error as _;
use std::io;

use super::proxy::Proxy;
use super::tls;
use crate::transport::cause::{Cause, Fault, Tls, TlsFault};
use crate::transport::{BoxError, Failure};

/// The failure for an error. `identified` tells whether the client has a certificate to show.
///
/// Only a connect error of reqwest proves that no connection was established: name, TCP, proxy or TLS. A server that
/// refuses a client certificate proves that it did not read the request.
pub(super) fn failure(error: reqwest::Error, identified: bool, proxy: Option<&Proxy>) -> Failure {
    let cause = cause(&error, identified, proxy);
    let is_refused = matches!(
        &cause,
        Some(Cause::Tls(Tls {
            fault: TlsFault::ClientCertificateWanted | TlsFault::ClientCertificateRefused(_),
            ..
        }))
    );
    let is_unsent = error.is_connect() || is_refused;
    let shown = match cause {
        Some(cause) => Box::new(Fault::new(cause, Some(show(error)))),
        None => show(error),
    };
    if is_unsent { Failure::NotConnected(shown) } else { Failure::Lost(shown) }
}

fn cause(error: &reqwest::Error, identified: bool, proxy: Option<&Proxy>) -> Option<Cause> {
    if let Some(tls) = tls::fault(error, identified) {
        return Some(Cause::Tls(tls));
    }
    let is_cut = tls::find::<io::Error>(error)
        .is_some_and(|error| error.kind() == io::ErrorKind::UnexpectedEof);
    match proxy {
        _ if error.is_connect() && is_cut => {
            let fault = TlsFault::Closed;
            Some(Cause::Tls(Tls { fault, host: None, certificate: None }))
        }
        Some(proxy) if error.is_connect() => {
            let why = root(error);
            // The error has no other sign of this status.
            let status = why.ends_with("proxy authorization required").then_some(407);
            Some(proxy.refused(status, why))
        }
        _ => tls::find::<hyper::Error>(error)
            .filter(|error| error.is_parse())
            .map(|_| Cause::NotHttp),
    }
}

/// The text of the first cause.
fn root(error: &reqwest::Error) -> String {
    let causes = std::iter::successors(error.source(), |&error| error.source());
    causes.last().map(ToString::to_string).unwrap_or_default()
}

/// Removes the query, which may contain secrets.
fn show(mut error: reqwest::Error) -> BoxError {
    if let Some(url) = error.url_mut() {
        url.set_query(None);
    }
    Box::new(error)
}
