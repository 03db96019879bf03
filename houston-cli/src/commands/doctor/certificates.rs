//! The certificates of a server, trusted or not.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::{CryptoProvider, verify_tls12_signature, verify_tls13_signature};
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{ClientConfig, ClientConnection, DigitallySignedStruct, SignatureScheme};
use x509_parser::certificate::X509Certificate;
use x509_parser::prelude::FromDer;

use super::place::Place;
use super::report::{Layer, Report};
use crate::failure::Exit;

/// A certificate that expires within this time causes a warning.
const SOON: SignedDuration = SignedDuration::from_hours(14 * 24);

/// Checks the dates of the chain; the call that follows checks whether it is trusted. Returns whether TLS works.
pub(super) async fn examine(
    place: &Place,
    address: SocketAddr,
    patience: Duration,
    shows_certificate: bool,
    report: &mut Report,
) -> bool {
    let host = place.host.clone();
    let shown = tokio::task::spawn_blocking(move || chain(&host, address, patience)).await;
    let chain = match shown {
        Ok(Ok(chain)) => chain,
        // The server may require the client certificate, which only the call presents.
        Ok(Err(why)) if shows_certificate => {
            report.warning(
                Layer::Tls,
                why,
                "The HTTP check below shows whether the server accepts the client certificate.",
            );
            return true;
        }
        Ok(Err(why)) => {
            report.fault(
                Layer::Tls,
                Exit::NotReached,
                why,
                "The port may serve plain http, or something in between may break the connection.",
            );
            return false;
        }
        Err(error) => {
            report.fault(
                Layer::Tls,
                Exit::Internal,
                error.to_string(),
                "Report it, with the command that you ran.",
            );
            return false;
        }
    };
    judge(&chain, Timestamp::now(), report);
    true
}

/// The facts of a certificate.
struct Shown {
    subject: String,
    issuer: String,
    ends: Timestamp,
}

fn judge(chain: &[Shown], now: Timestamp, report: &mut Report) {
    let words = |shown: &Shown| format!("{} until {}", shown.subject, shown.ends);
    let mut text = chain.iter().map(words).collect::<Vec<_>>().join("; signed by ");
    if let Some(last) = chain.last().filter(|last| last.issuer != last.subject) {
        text += &format!("; signed by {}", last.issuer);
    }
    let leaf = chain.first().filter(|leaf| leaf.ends <= now);
    match leaf.or_else(|| chain.iter().min_by_key(|shown| shown.ends)) {
        None => report.warning(
            Layer::Tls,
            "cannot read the server's certificates",
            "The HTTP check below shows whether they are trusted.",
        ),
        Some(first) if first.ends <= now && leaf.is_none() => report.warning(
            Layer::Tls,
            format!("{} has expired: {text}", first.subject),
            "The HTTP check below shows whether the chain is trusted without it.",
        ),
        Some(first) if first.ends <= now => report.fault(
            Layer::Tls,
            Exit::NotReached,
            format!("{} has expired: {text}", first.subject),
            "The operator of the platform must renew its certificate.",
        ),
        Some(first) if first.ends.duration_since(now) < SOON => {
            report.warning(Layer::Tls, text, "It expires soon: have it renewed.");
        }
        Some(_) => report.ok(Layer::Tls, text),
    }
}

/// Performs the handshake, and returns the certificates of the server.
fn chain(host: &str, address: SocketAddr, patience: Duration) -> Result<Vec<Shown>, String> {
    let text = |error: &dyn std::error::Error| error.to_string();
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let config = ClientConfig::builder_with_provider(Arc::clone(&provider))
        .with_safe_default_protocol_versions()
        .map_err(|error| text(&error))?
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(TrustAll(provider)))
        .with_no_client_auth();
    let name = ServerName::try_from(host.to_owned()).map_err(|error| text(&error))?;
    let mut connection =
        ClientConnection::new(Arc::new(config), name).map_err(|error| text(&error))?;
    let mut stream =
        std::net::TcpStream::connect_timeout(&address, patience).map_err(|error| text(&error))?;
    stream.set_read_timeout(Some(patience)).map_err(|error| text(&error))?;
    stream.set_write_timeout(Some(patience)).map_err(|error| text(&error))?;
    while connection.is_handshaking() {
        connection.complete_io(&mut stream).map_err(|error| text(&error))?;
    }
    Ok(connection.peer_certificates().unwrap_or_default().iter().filter_map(shown).collect())
}

fn shown(certificate: &CertificateDer<'_>) -> Option<Shown> {
    let (_, certificate) = X509Certificate::from_der(certificate).ok()?;
    let ends = certificate.validity().not_after.timestamp();
    Some(Shown {
        subject: certificate.subject().to_string(),
        issuer: certificate.issuer().to_string(),
        ends: Timestamp::from_second(ends).ok()?,
    })
}

/// Accepts every certificate: nothing is sent over this connection.
#[derive(Debug)]
struct TrustAll(Arc<CryptoProvider>);

impl ServerCertVerifier for TrustAll {
    fn verify_server_cert(
        &self,
        _: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        _: UnixTime,
    ) -> Result<ServerCertVerified, rustls::Error> {
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        let algorithms = &self.0.signature_verification_algorithms;
        verify_tls12_signature(message, certificate, signature, algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        let algorithms = &self.0.signature_verification_algorithms;
        verify_tls13_signature(message, certificate, signature, algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.0.signature_verification_algorithms.supported_schemes()
    }
}
