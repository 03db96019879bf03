//! TLS: the certificates that are trusted and presented, and why a handshake failed.

use std::error::Error as StdError;
use std::fs::Metadata;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::{env, fmt, io};

use jiff::Timestamp;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::client::verify_server_name;
use rustls::crypto::CryptoProvider;
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::server::ParsedCertificate;
use rustls::{
    AlertDescription, CertificateError, ClientConfig, DigitallySignedStruct, OtherError,
    SignatureScheme,
};

use super::pem::Identity;
use crate::transport::cause::{Tls, TlsFault};

/// The cryptography of the process, or the default one.
pub(super) fn provider() -> Arc<CryptoProvider> {
    let set = CryptoProvider::get_default().cloned();
    set.unwrap_or_else(|| Arc::new(rustls::crypto::aws_lc_rs::default_provider()))
}

/// The most bytes of the root certificates that the environment names, and the most files.
const MOST_ROOTS: (u64, usize) = (64 << 20, 10_000);

/// Checks the files of root certificates that the environment names. A named file is read whole, whatever it is; of a
/// directory, only regular files are read.
fn check_roots() -> Result<(), rustls::Error> {
    let (file, directories) = (env::var_os("SSL_CERT_FILE"), env::var_os("SSL_CERT_DIR"));
    let refused = |variable: &str, path: &Path, what: &str| {
        let path = path.to_string_lossy();
        Err(rustls::Error::General(format!("{variable}: {} {what}", path.escape_debug())))
    };
    // If a file is missing, the client trusts no root from it.
    if let Some(path) = file.map(PathBuf::from)
        && let Ok(file) = path.metadata()
    {
        match file.len() {
            _ if !file.is_file() => {
                return refused("SSL_CERT_FILE", &path, "is not a regular file");
            }
            length if length > MOST_ROOTS.0 => {
                return refused("SSL_CERT_FILE", &path, "is larger than 64 MiB");
            }
            _ => {}
        }
    }
    for directory in env::split_paths(&directories.unwrap_or_default()) {
        let (mut bytes, mut files) = MOST_ROOTS;
        for entry in directory.read_dir().into_iter().flatten().flatten() {
            let length = entry.path().metadata().ok().filter(Metadata::is_file);
            let length = length.map_or(0, |file| file.len());
            let left = (bytes.checked_sub(length), files.checked_sub(1));
            let (Some(less), Some(fewer)) = left else {
                return refused("SSL_CERT_DIR", &directory, "has more than 64 MiB or 10000 files");
            };
            (bytes, files) = (less, fewer);
        }
    }
    Ok(())
}

/// The configuration of a connection. Loads the system's root certificates.
pub(super) fn config(
    given: Vec<CertificateDer<'static>>,
    identity: Option<Identity>,
    accepts_all: bool,
) -> Result<ClientConfig, rustls::Error> {
    let provider = provider();
    if !accepts_all {
        check_roots()?;
    }
    let trusted = match accepts_all {
        true => None,
        false => Some(rustls_platform_verifier::Verifier::new_with_extra_roots(
            given.iter().cloned(),
            Arc::clone(&provider),
        )?),
    };
    let verifier = Verifier { trusted, given, provider: Arc::clone(&provider) };
    let builder = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(verifier));
    let mut config = match identity {
        Some(identity) => builder.with_client_auth_cert(identity.chain, identity.key)?,
        None => builder.with_no_client_auth(),
    };
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(config)
}

/// Trusts the system's root certificates and the given ones; without `trusted`, every certificate.
///
/// A given certificate is trusted also if a server presents it as its own, although it is marked as an authority:
/// openssl marks self-signed certificates in this way.
#[derive(Debug)]
struct Verifier {
    trusted: Option<rustls_platform_verifier::Verifier>,
    given: Vec<CertificateDer<'static>>,
    provider: Arc<CryptoProvider>,
}

impl ServerCertVerifier for Verifier {
    fn verify_server_cert(
        &self,
        leaf: &CertificateDer<'_>,
        chain: &[CertificateDer<'_>],
        name: &ServerName<'_>,
        ocsp: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, rustls::Error> {
        let Some(trusted) = &self.trusted else { return Ok(ServerCertVerified::assertion()) };
        let verified = trusted.verify_server_cert(leaf, chain, name, ocsp, now);
        let verified = verified.or_else(|error| match is_authority(&error) {
            // The dates were checked before.
            true if self.given.contains(leaf) => {
                verify_server_name(&ParsedCertificate::try_from(leaf)?, name)?;
                Ok(ServerCertVerified::assertion())
            }
            _ => Err(error),
        });
        verified.map_err(|error| match error {
            rustls::Error::InvalidCertificate(why) => {
                let (host, misfit) = (name.to_str().into_owned(), misfit(leaf, name));
                let refused = Refused { why, name: misfit, host, leaf: leaf.to_vec() };
                let refused = OtherError(Arc::new(refused));
                CertificateError::Other(refused).into()
            }
            other => other,
        })
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        leaf: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        let algorithms = &self.provider.signature_verification_algorithms;
        rustls::crypto::verify_tls12_signature(message, leaf, signature, algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        leaf: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        let algorithms = &self.provider.signature_verification_algorithms;
        rustls::crypto::verify_tls13_signature(message, leaf, signature, algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.provider.signature_verification_algorithms.supported_schemes()
    }
}

/// Why the names of a certificate do not fit.
fn misfit(leaf: &CertificateDer<'_>, name: &ServerName<'_>) -> Option<CertificateError> {
    match verify_server_name(&ParsedCertificate::try_from(leaf).ok()?, name) {
        Err(rustls::Error::InvalidCertificate(why)) => Some(why),
        _ => None,
    }
}

/// Whether a fault ends when the certificate or its issuer is trusted.
fn is_of_trust(fault: &TlsFault) -> bool {
    matches!(fault, TlsFault::UnknownIssuer | TlsFault::MarkedAsAuthority)
}

/// Whether a certificate is refused because it is marked as an authority. webpki checks the dates first.
fn is_authority(error: &rustls::Error) -> bool {
    let rustls::Error::InvalidCertificate(CertificateError::Other(OtherError(why))) = error else {
        return false;
    };
    is_mark(why)
}

fn is_mark(why: &Arc<dyn StdError + Send + Sync>) -> bool {
    why.downcast_ref() == Some(&webpki::Error::CaUsedAsEndEntity)
}

/// A certificate that was refused.
#[derive(Debug)]
struct Refused {
    why: CertificateError,
    /// Why its names do not fit, if they do not.
    name: Option<CertificateError>,
    host: String,
    leaf: Vec<u8>,
}

impl fmt::Display for Refused {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.why.fmt(formatter)
    }
}

impl StdError for Refused {}

/// Why a handshake failed; none for an error that has nothing to do with TLS. With TLS 1.3, a server refuses a client
/// certificate when the client takes the handshake for done, but it does not read the request.
pub(super) fn fault(error: &(dyn StdError + 'static), identified: bool) -> Option<Tls> {
    let tls = |fault: TlsFault| Some(fault.into());
    match find::<rustls::Error>(error)? {
        rustls::Error::InvalidCertificate(CertificateError::Other(OtherError(why))) => {
            match why.downcast_ref::<Refused>() {
                Some(Refused { why, name, host, leaf }) => {
                    // A name that does not fit must be put right first: trusting the certificate does not help.
                    let (fault, trust) = (name.as_ref().map(of_certificate), of_certificate(why));
                    let (fault, further) = match fault {
                        Some(fault) if is_of_trust(&trust) => (fault, Some(trust)),
                        _ => (trust, None),
                    };
                    let (host, certificate) = (Some(host.clone()), Some(leaf.clone()));
                    Some(Tls { fault, host, certificate, further })
                }
                None => tls(TlsFault::Certificate(why.to_string())),
            }
        }
        rustls::Error::InvalidCertificate(why) => tls(of_certificate(why)),
        rustls::Error::InvalidMessage(_) => tls(TlsFault::NotTls),
        rustls::Error::AlertReceived(alert) => tls(of_alert(*alert, identified)),
        other => tls(TlsFault::Handshake(other.to_string())),
    }
}

/// The first error of a type in a chain of errors.
pub(super) fn find<'e, E: StdError + 'static>(
    error: &'e (dyn StdError + 'static),
) -> Option<&'e E> {
    all(error).next()
}

/// The errors of a type in a chain of errors.
pub(super) fn all<'e, E: StdError + 'static>(
    error: &'e (dyn StdError + 'static),
) -> impl Iterator<Item = &'e E> {
    let errors = std::iter::successors(Some(error), |&error| {
        // The source of an I/O error is the source of the error in it.
        match error.downcast_ref().and_then(io::Error::get_ref) {
            Some(within) => Some(within),
            None => error.source(),
        }
    });
    errors.filter_map(|error| error.downcast_ref())
}

fn of_certificate(error: &CertificateError) -> TlsFault {
    let time = |time: &UnixTime| Timestamp::from_second(time.as_secs().try_into().ok()?).ok();
    match error {
        CertificateError::UnknownIssuer => TlsFault::UnknownIssuer,
        CertificateError::Expired => TlsFault::Expired(None),
        CertificateError::ExpiredContext { not_after, .. } => TlsFault::Expired(time(not_after)),
        CertificateError::NotValidYet => TlsFault::NotYetValid(None),
        CertificateError::NotValidYetContext { not_before, .. } => {
            TlsFault::NotYetValid(time(not_before))
        }
        CertificateError::NotValidForName => TlsFault::WrongName(Vec::new()),
        CertificateError::NotValidForNameContext { presented, .. } => {
            TlsFault::WrongName(presented.iter().map(|name| bare(name)).collect())
        }
        CertificateError::Other(OtherError(why)) if is_mark(why) => TlsFault::MarkedAsAuthority,
        CertificateError::Other(OtherError(why)) => TlsFault::Certificate(why.to_string()),
        other => TlsFault::Certificate(other.to_string()),
    }
}

/// The name in a text such as `DnsName("a.example")` or `IpAddress(127.0.0.1)`.
fn bare(name: &str) -> String {
    let name = name.split_once('(').map_or(name, |(_, name)| name);
    name.trim_matches(['"', ')']).to_owned()
}

/// A server sends alerts about a client certificate only before it accepts a connection.
fn of_alert(alert: AlertDescription, identified: bool) -> TlsFault {
    match alert {
        AlertDescription::CertificateRequired => TlsFault::ClientCertificateWanted,
        AlertDescription::DecryptError if identified => {
            TlsFault::ClientCertificateRefused(format!("{alert:?}"))
        }
        AlertDescription::BadCertificate
        | AlertDescription::UnsupportedCertificate
        | AlertDescription::CertificateRevoked
        | AlertDescription::CertificateExpired
        | AlertDescription::CertificateUnknown
        | AlertDescription::UnknownCA
        | AlertDescription::AccessDenied => match identified {
            true => TlsFault::ClientCertificateRefused(format!("{alert:?}")),
            false => TlsFault::ClientCertificateWanted,
        },
        other => TlsFault::Handshake(format!("the server answers with the alert {other:?}")),
    }
}
