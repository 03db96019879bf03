//! Certificates and keys in files.

use std::error::Error as StdError;
use std::fmt;

use rustls::crypto::CryptoProvider;
use rustls::pki_types::pem::{self, PemObject as _};
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::sign::CertifiedKey;

/// Why a file with certificates or a key cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum PemFault {
    /// It is binary: a certificate or a key in DER.
    Der,
    /// It is binary: certificates and a key in PKCS #12.
    Pkcs12,
    /// It contains no certificate.
    NoCertificate,
    /// It contains no private key.
    NoKey,
    /// The private key is encrypted with a password.
    EncryptedKey,
    /// The private key does not belong to the first certificate.
    OtherKey,
    /// A part of it has no end.
    Cut,
    /// A part of it cannot be read, for this reason.
    Malformed(String),
}

impl fmt::Display for PemFault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            PemFault::Der => "it is in the binary format DER, and PEM text is needed",
            PemFault::Pkcs12 => "it is in the binary format PKCS #12, and PEM text is needed",
            PemFault::NoCertificate => "the PEM text contains no certificate",
            PemFault::NoKey => "the PEM text contains no private key",
            PemFault::EncryptedKey => "the private key is encrypted with a password",
            PemFault::OtherKey => "the private key does not belong to the first certificate",
            PemFault::Cut => "the PEM text is cut off: a line `-----END …-----` is missing",
            PemFault::Malformed(why) => {
                return write!(formatter, "the PEM text is not valid: {why}");
            }
        })
    }
}

impl StdError for PemFault {}

/// A client certificate with the certificates that lead to its root, and its key.
pub(super) struct Identity {
    pub(super) chain: Vec<CertificateDer<'static>>,
    pub(super) key: PrivateKeyDer<'static>,
}

impl Clone for Identity {
    fn clone(&self) -> Self {
        Identity { chain: self.chain.clone(), key: self.key.clone_key() }
    }
}

impl Identity {
    /// Reads an identity from PEM. The provider compares the key with the certificate.
    pub(super) fn read(pem: &[u8], provider: &CryptoProvider) -> Result<Self, PemFault> {
        if is_encrypted(pem) {
            return Err(PemFault::EncryptedKey);
        }
        let chain = certificates(pem)?;
        let key = PrivateKeyDer::from_pem_slice(pem).map_err(|error| match error {
            pem::Error::NoItemsFound => PemFault::NoKey,
            error => fault(error),
        })?;
        match CertifiedKey::from_der(chain.clone(), key.clone_key(), provider) {
            Err(rustls::Error::InconsistentKeys(_)) => Err(PemFault::OtherKey),
            Err(error) => Err(PemFault::Malformed(error.to_string())),
            Ok(_) => Ok(Identity { chain, key }),
        }
    }
}

/// Reads the certificates of a PEM text: at least one.
pub(super) fn certificates(pem: &[u8]) -> Result<Vec<CertificateDer<'static>>, PemFault> {
    // A sequence of DER, which is longer than 127 bytes. In PKCS #12, it begins with the number of the version.
    if let [0x30, 0x81..=0x84, rest @ ..] = pem {
        let is_versioned = rest.windows(3).take(4).any(|bytes| bytes == [2, 1, 3]);
        return Err(if is_versioned { PemFault::Pkcs12 } else { PemFault::Der });
    }
    let read: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(pem).collect();
    let read = read.map_err(fault)?;
    for certificate in &read {
        webpki::anchor_from_trusted_cert(certificate).map_err(|error| {
            PemFault::Malformed(format!("a certificate in it cannot be read: {error}"))
        })?;
    }
    if read.is_empty() { Err(PemFault::NoCertificate) } else { Ok(read) }
}

/// Whether a PEM text contains an encrypted key: PKCS #8, or the older form of openssl.
fn is_encrypted(pem: &[u8]) -> bool {
    let text = String::from_utf8_lossy(pem);
    text.contains("-----BEGIN ENCRYPTED PRIVATE KEY-----")
        || text.contains("Proc-Type: 4,ENCRYPTED")
}

fn fault(error: pem::Error) -> PemFault {
    match error {
        pem::Error::MissingSectionEnd { .. } => PemFault::Cut,
        pem::Error::IllegalSectionStart { .. } => {
            PemFault::Malformed("a line `-----BEGIN …-----` is not complete".to_owned())
        }
        pem::Error::Base64Decode(_) => PemFault::Malformed("a part of it is not base64".to_owned()),
        error => PemFault::Malformed(error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::{PemFault, certificates};

    #[test]
    fn each_kind_of_file_is_told() {
        let cut = "-----BEGIN CERTIFICATE-----\nAAAA\n";
        let damaged = "-----BEGIN CERTIFICATE-----\n!\n-----END CERTIFICATE-----\n";
        for (bytes, fault) in [
            (&b""[..], PemFault::NoCertificate),
            (b"nothing", PemFault::NoCertificate),
            (b"\x30\x82\x03\x15\x30\x82\x01", PemFault::Der),
            (b"\x30\x81\x99\x30\x81\x01", PemFault::Der),
            (b"\x30\x82\x09\x15\x02\x01\x03\x30\x82", PemFault::Pkcs12),
            (cut.as_bytes(), PemFault::Cut),
            (damaged.as_bytes(), PemFault::Malformed("a part of it is not base64".to_owned())),
        ] {
            assert_eq!(certificates(bytes), Err(fault), "{bytes:?}");
        }
        let empty = damaged.replace('!', "AAAA");
        assert!(matches!(certificates(empty.as_bytes()), Err(PemFault::Malformed(_))));
    }
}
