//! The certificates of a server, trusted or not.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use houston_client::transport::{Cause, Failure as Lost};
use jiff::{SignedDuration, Timestamp};
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::{CryptoProvider, verify_tls12_signature, verify_tls13_signature};
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{ClientConfig, ClientConnection, DigitallySignedStruct, SignatureScheme};

use super::place::Place;
use super::report::{Layer, Report};
use crate::failure::certificate::Certificate;
use crate::failure::{Exit, Failure};

/// A certificate that expires within this time causes a warning.
const SOON: SignedDuration = SignedDuration::from_hours(14 * 24);

/// The certificates that a server shows to everyone, or why it shows none.
pub(super) type Handshake = Result<Vec<Certificate>, String>;

/// Performs a handshake, whether or not the certificates are trusted.
pub(super) async fn shown(place: &Place, address: SocketAddr, patience: Duration) -> Handshake {
    let host = place.host.clone();
    let shown = tokio::task::spawn_blocking(move || chain(&host, address, patience)).await;
    shown.unwrap_or_else(|error| Err(error.to_string()))
}

/// Reports whether TLS works, which the request shows, with the certificates.
pub(super) fn report(handshake: Option<&Handshake>, asked: Result<(), &Lost>, report: &mut Report) {
    if let Err(lost) = asked
        && let Some(cause @ Cause::Tls(_)) = lost.cause()
    {
        let what = cause.to_string();
        let failure = Failure::new(Exit::NotReached, what.clone());
        let failure = match handshake {
            Some(Ok(chain)) => failure.detail(words(chain, &what)).with_step_of(cause),
            _ => failure.with_cause(cause),
        };
        return report.failure(Layer::Tls, &failure);
    }
    let text = match handshake {
        Some(Ok(chain)) => words(chain, ""),
        _ => "the server's certificate is accepted".to_owned(),
    };
    match (handshake, asked) {
        (Some(Ok(chain)), _) => judge(chain, text, Timestamp::now(), report),
        (_, Ok(())) => report.ok(Layer::Tls, text),
        (None, Err(_)) => report.skipped(Layer::Tls, "the proxy is in between"),
        (Some(Err(why)), Err(_)) => report.fault(
            Layer::Tls,
            Exit::NotReached,
            why,
            "The port may serve plain http, or something in between may break the connection.",
        ),
    }
}

/// The certificates in one line, without a date that was said.
fn words(chain: &[Certificate], said: &str) -> String {
    let words = |shown: &Certificate| match said.contains(&shown.ends.to_string()) {
        true => shown.subject.clone(),
        false => format!("{} until {}", shown.subject, shown.ends),
    };
    let mut text = chain.iter().map(words).collect::<Vec<_>>().join("; signed by ");
    if let Some(last) = chain.last().filter(|last| last.issuer != last.subject) {
        text += &format!("; signed by {}", last.issuer);
    }
    text
}

/// Reports the dates of certificates that calls accept.
fn judge(chain: &[Certificate], text: String, now: Timestamp, report: &mut Report) {
    match chain.iter().min_by_key(|shown| shown.ends) {
        Some(first) if first.ends <= now => report.warning(
            Layer::Tls,
            format!("{} has expired: {text}", first.subject),
            "Calls work without it. The operator of the platform must renew it.",
        ),
        Some(first) if first.ends.duration_since(now) < SOON => {
            report.warning(Layer::Tls, text, "It expires soon: have it renewed.");
        }
        _ => report.ok(Layer::Tls, text),
    }
}

/// Performs the handshake, and returns the certificates of the server.
fn chain(host: &str, address: SocketAddr, patience: Duration) -> Handshake {
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
    Ok(connection
        .peer_certificates()
        .unwrap_or_default()
        .iter()
        .filter_map(|der| Certificate::read(der))
        .collect())
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
