//! The causes of missing answers, and what to do about each.

use houston_client::transport::cause::{Cause, Tls, TlsFault};

use super::certificate::Certificate;
use super::{Code, Failure};
use crate::terminal::text::plain;

impl Failure {
    /// Adds what is known about a cause: its code, its facts and its next step.
    pub(crate) fn with_cause(self, cause: &Cause) -> Failure {
        let failure = match code(cause) {
            Some(code) => self.code(code),
            None => self,
        };
        let failure = match facts(cause) {
            Some(facts) => failure.detail(facts),
            None => failure,
        };
        match next(cause) {
            Some(next) => failure.help(next),
            None => failure,
        }
    }
}

/// The error code, if the cause has one.
fn code(cause: &Cause) -> Option<Code> {
    match cause {
        Cause::Tls(_) => Some(Code::TlsFailed),
        _ => None,
    }
}

/// What is known about it, in one line.
fn facts(cause: &Cause) -> Option<String> {
    let Cause::Tls(Tls { certificate: Some(certificate), .. }) = cause else { return None };
    Some(plain(&Certificate::read(certificate)?.line()))
}

/// The next step.
fn next(cause: &Cause) -> Option<&'static str> {
    Some(match cause {
        Cause::Tls(tls) => match tls.fault {
            TlsFault::UnknownIssuer => {
                "Trust the platform's own certificate authority with `--ca-cert FILE`."
            }
            TlsFault::MarkedAsAuthority => {
                "If you trust this certificate itself, give it with `--ca-cert FILE`."
            }
            TlsFault::Expired(_) => {
                "Check this machine's clock. If it is right, the operator of the platform must renew the certificate."
            }
            TlsFault::NotYetValid(_) => {
                "Check this machine's clock. If it is right, the operator of the platform must replace the certificate."
            }
            TlsFault::WrongName(_) => {
                "Use a name of the certificate in the address, or ask the operator of the platform for a certificate with this name."
            }
            TlsFault::ClientCertificateWanted => "Present one with `--client-cert FILE`.",
            TlsFault::ClientCertificateRefused(_) => {
                "Ask the operator of the platform for a certificate that it accepts."
            }
            TlsFault::NotTls => {
                "Check the port. If it serves plain http, the address must begin with `http://`."
            }
            TlsFault::Closed => "Check the port, and the proxies between you and the platform.",
            TlsFault::Handshake(_) => {
                "Check the port. The server must support TLS 1.2 or 1.3, and it may require a client certificate (`--client-cert FILE`)."
            }
            _ => "The operator of the platform must replace the certificate.",
        },
        Cause::NotHttp => {
            "Check the port. If it serves TLS, the address must begin with `https://`."
        }
        Cause::TooLarge(_) => "Choose less with `--fields`.",
        _ => return None,
    })
}
