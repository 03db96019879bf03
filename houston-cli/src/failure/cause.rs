//! The causes of missing answers that the transport knows.

use houston_client::transport::cause::{Cause, Tls, TlsFault};

use super::certificate::Certificate;
use super::{Failure, Step};
use crate::terminal::text::plain;

impl Failure {
    /// Adds what is known about a cause: its code, its facts and its next step.
    pub(crate) fn with_cause(self, cause: &Cause) -> Failure {
        let failure = match facts(cause) {
            Some(facts) => self.detail(facts),
            None => self,
        };
        match step(cause) {
            Some(step) => failure.step(step),
            None => failure,
        }
    }
}

/// What is known about it, in one line.
fn facts(cause: &Cause) -> Option<String> {
    let Cause::Tls(Tls { certificate: Some(certificate), .. }) = cause else { return None };
    Some(plain(&Certificate::read(certificate)?.line()))
}

/// The row of the table of next steps.
fn step(cause: &Cause) -> Option<Step> {
    Some(match cause {
        Cause::Tls(tls) => match tls.fault {
            TlsFault::UnknownIssuer => Step::UnknownIssuer,
            TlsFault::MarkedAsAuthority => Step::MarkedAsAuthority,
            TlsFault::Expired(_) => Step::CertificateExpired,
            TlsFault::NotYetValid(_) => Step::CertificateNotYetValid,
            TlsFault::WrongName(_) => Step::WrongName,
            TlsFault::ClientCertificateWanted => Step::ClientCertificateWanted,
            TlsFault::ClientCertificateRefused(_) => Step::ClientCertificateRefused,
            TlsFault::NotTls => Step::NotTls,
            TlsFault::Closed => Step::TlsClosed,
            TlsFault::Handshake(_) => Step::Handshake,
            _ => Step::CertificateRefused,
        },
        Cause::Proxy { status: Some(407), .. } => Step::ProxySignIn,
        Cause::Proxy { status: Some(_), .. } => Step::ProxyRefuses,
        Cause::Proxy { .. } => Step::NoProxy,
        Cause::NotHttp => Step::NotHttp,
        Cause::TooLarge(_) | Cause::TooDeep(_) => Step::TooLarge,
        Cause::Silent(_) => Step::Silent,
        Cause::Late(_) => Step::Late,
        _ => return None,
    })
}
