//! The facts of a certificate, for people.

use jiff::Timestamp;
use x509_parser::certificate::X509Certificate;
use x509_parser::prelude::FromDer;

/// The facts of a certificate.
pub(crate) struct Certificate {
    pub(crate) subject: String,
    pub(crate) issuer: String,
    begins: Timestamp,
    pub(crate) ends: Timestamp,
}

impl Certificate {
    /// Reads a certificate in DER; none if it cannot be read.
    pub(crate) fn read(der: &[u8]) -> Option<Certificate> {
        let (_, read) = X509Certificate::from_der(der).ok()?;
        let time =
            |time: x509_parser::time::ASN1Time| Timestamp::from_second(time.timestamp()).ok();
        Some(Certificate {
            subject: named(read.subject().to_string()),
            issuer: named(read.issuer().to_string()),
            begins: time(read.validity().not_before)?,
            ends: time(read.validity().not_after)?,
        })
    }

    /// All of it in one line.
    pub(crate) fn line(&self) -> String {
        let Certificate { subject, issuer, begins, ends } = self;
        format!("certificate: {subject}; issued by {issuer}; valid from {begins} to {ends}")
    }
}

fn named(name: String) -> String {
    if name.is_empty() { "(no name)".to_owned() } else { name }
}
