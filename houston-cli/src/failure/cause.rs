//! The causes of missing answers that the transport knows.

use std::error::Error as _;

use houston_client::transport::cause::{Cause, ConnectFault, ProxyFault, Tls, TlsFault};
use houston_client::transport::http::PemFault;

use super::certificate::Certificate;
use super::{Failure, Step};
use crate::terminal::text::plain;

impl Failure {
    /// Adds what is known about a cause: its code, its facts and its next step.
    pub(crate) fn with_cause(self, cause: &Cause) -> Failure {
        match facts(cause) {
            Some(facts) => self.detail(facts),
            None => self,
        }
        .with_step_of(cause)
    }

    /// Adds the code and the next step of a cause.
    pub(crate) fn with_step_of(self, cause: &Cause) -> Failure {
        let further = match cause {
            Cause::Tls(Tls { further: Some(fault), .. }) => Some(of_tls(fault)),
            _ => None,
        };
        let failure = step(cause).into_iter().chain(further).fold(self, Failure::step);
        // It is apart from the step, which `houston doctor` shows as well.
        match cause {
            Cause::Silent(_) => failure.help("`houston doctor` finds out more."),
            Cause::Proxy { fault: ProxyFault::Connect(ConnectFault::NameUnknown(_)), .. } => {
                failure.help("`houston doctor` shows the setting that names the proxy.")
            }
            _ => failure,
        }
    }

    /// Names the proxy of a call, unless its cause does.
    pub(crate) fn through(self, proxy: Option<&str>, cause: Option<&Cause>) -> Failure {
        match proxy.filter(|_| !matches!(cause, Some(Cause::Proxy { .. }))) {
            Some(proxy) => {
                self.detail(format!("The call goes through the proxy {}.", plain(proxy)))
            }
            None => self,
        }
    }

    /// Adds the next step for a file with certificates, if that is the reason.
    pub(crate) fn with_pem_fault(self, error: &houston_client::Error) -> Failure {
        let fault = error.source().and_then(|source| source.downcast_ref::<PemFault>());
        let Some(fault) = fault else { return self };
        self.step(match fault {
            PemFault::Der => Step::PemDer,
            PemFault::Pkcs12 => Step::PemPkcs12,
            PemFault::NoCertificate => Step::PemNoCertificate,
            PemFault::NoKey => Step::PemNoKey,
            PemFault::EncryptedKey => Step::PemEncryptedKey,
            PemFault::OtherKey => Step::PemOtherKey,
            _ => Step::PemDamaged,
        })
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
        Cause::Connect { fault, .. } => Step::of_connection(fault),
        Cause::Tls(tls) => of_tls(&tls.fault),
        Cause::Proxy { fault, .. } => match fault {
            ProxyFault::Connect(ConnectFault::NameUnknown(_)) => Step::ProxyNameUnknown,
            ProxyFault::Connect(_) => Step::NoProxy,
            ProxyFault::Tls(Tls { fault: TlsFault::NotTls, .. }) => Step::ProxyNotTls,
            ProxyFault::Tls(_) => Step::ProxyTls,
            ProxyFault::Status(407) => Step::ProxySignIn,
            ProxyFault::Status(_) => Step::ProxyRefuses,
            _ => Step::ProxyBreaks,
        },
        Cause::Closed => Step::Closed,
        Cause::Unreadable(_) | Cause::Broken(_) => Step::Damaged,
        Cause::NotHttp => Step::NotHttp,
        Cause::TooLarge(_) | Cause::TooDeep(_) => Step::TooLarge,
        Cause::Silent(_) => Step::Silent,
        Cause::Late(_) => Step::Late,
        _ => return None,
    })
}

impl Step {
    /// The cause of a connection that was not made.
    pub(crate) fn of_connection(fault: &ConnectFault) -> Step {
        match fault {
            ConnectFault::NameUnknown(_) => Step::NameUnknown,
            ConnectFault::Unreachable(_) => Step::NoRoute,
            _ => Step::NoConnection,
        }
    }
}

fn of_tls(fault: &TlsFault) -> Step {
    match fault {
        TlsFault::UnknownIssuer => Step::UnknownIssuer,
        TlsFault::MarkedAsAuthority => Step::MarkedAsAuthority,
        TlsFault::Expired(_) => Step::CertificateExpired,
        TlsFault::NotYetValid(_) => Step::CertificateNotYetValid,
        TlsFault::WrongName(names) if names.is_empty() => Step::NoNames,
        TlsFault::WrongName(_) => Step::WrongName,
        TlsFault::ClientCertificateWanted => Step::ClientCertificateWanted,
        TlsFault::ClientCertificateRefused(_) => Step::ClientCertificateRefused,
        TlsFault::NotTls => Step::NotTls,
        TlsFault::Closed => Step::TlsClosed,
        TlsFault::Handshake(_) => Step::Handshake,
        _ => Step::CertificateRefused,
    }
}
