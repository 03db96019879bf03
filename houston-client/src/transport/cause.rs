//! Why there is no answer.

use std::error::Error;
use std::fmt;
use std::time::Duration;

use houston_schema::text::duration;

use crate::status::status_name;

/// An error of any transport.
pub type BoxError = Box<dyn Error + Send + Sync>;

/// Why there is no answer, if the transport knows.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Cause {
    /// TLS could not be set up. The server did not receive the request.
    Tls(Tls),
    /// The proxy made no connection to the server.
    Proxy {
        /// Protocol, host and port of the proxy.
        address: String,
        /// The HTTP status of its answer, if it is known.
        status: Option<u16>,
        /// The reason, without a status.
        why: String,
    },
    /// The answer is not HTTP. A port for TLS answers like this to plain HTTP.
    NotHttp,
    /// The body of the answer is larger than this number of bytes.
    TooLarge(usize),
    /// The answer is JSON with more than this number of levels.
    TooDeep(usize),
    /// The server sent nothing for this time.
    Silent(Duration),
    /// The call took longer than this time.
    Late(Duration),
}

impl Cause {
    /// Whether another attempt would fail in the same way. Such a request is sent once.
    pub fn is_lasting(&self) -> bool {
        match self {
            Cause::Tls(tls) => tls.fault != TlsFault::Closed,
            Cause::Proxy { status, .. } => {
                status.is_some_and(|status| (400..500).contains(&status) && status != 429)
            }
            // Houston never answers some tokens: the caller is told at once.
            Cause::NotHttp | Cause::TooLarge(_) | Cause::TooDeep(_) | Cause::Silent(_) => true,
            Cause::Late(_) => false,
        }
    }
}

impl fmt::Display for Cause {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Cause::Tls(tls) => tls.fmt(formatter),
            Cause::Proxy { address, status: Some(status), .. } => {
                write!(formatter, "the proxy {address} answers with HTTP status {status}")?;
                status_name(*status).map_or(Ok(()), |name| write!(formatter, " ({name})"))
            }
            Cause::Proxy { address, why, .. } => {
                write!(formatter, "there is no connection through the proxy {address}: {why}")
            }
            Cause::NotHttp => formatter.write_str("the answer is not HTTP"),
            Cause::TooLarge(bytes) if bytes.is_multiple_of(1 << 20) && *bytes > 0 => {
                write!(formatter, "the answer is larger than {} MiB", bytes >> 20)
            }
            Cause::TooLarge(bytes) => write!(formatter, "the answer is larger than {bytes} bytes"),
            Cause::TooDeep(levels) => {
                write!(formatter, "the answer is nested deeper than {levels} levels")
            }
            Cause::Silent(time) => {
                write!(formatter, "the server sent nothing for {}", duration(*time))
            }
            Cause::Late(time) => write!(formatter, "timed out after {}", duration(*time)),
        }
    }
}

/// A failed TLS handshake.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tls {
    /// What failed.
    pub fault: TlsFault,
    /// The name that was connected to, if its certificate was refused.
    pub host: Option<String>,
    /// The certificate that was refused, in DER.
    pub certificate: Option<Vec<u8>>,
}

/// What failed in a TLS handshake. Times are in UTC.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum TlsFault {
    /// The issuer of the server's certificate is not trusted.
    UnknownIssuer,
    /// The server's certificate expired at this time, if it is known.
    Expired(Option<jiff::Timestamp>),
    /// The server's certificate is valid only from this time on, if it is known.
    NotYetValid(Option<jiff::Timestamp>),
    /// The server's certificate is for these names, and not for the one that was connected to.
    WrongName(Vec<String>),
    /// The server's certificate is marked as an authority, and is not trusted itself. Self-signed certificates of
    /// openssl are marked like this.
    MarkedAsAuthority,
    /// The server's certificate is refused for another reason.
    Certificate(String),
    /// The server requires a client certificate.
    ClientCertificateWanted,
    /// The server does not accept the client certificate.
    ClientCertificateRefused(String),
    /// The port does not speak TLS.
    NotTls,
    /// The server closed the connection.
    Closed,
    /// The two sides do not agree.
    Handshake(String),
}

impl fmt::Display for Tls {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let certificate = match &self.host {
            Some(host) => format!("the certificate of {host}"),
            None => "the server's certificate".to_owned(),
        };
        match &self.fault {
            TlsFault::UnknownIssuer => {
                write!(formatter, "{certificate} comes from an issuer that is not trusted")
            }
            TlsFault::Expired(Some(end)) => write!(formatter, "{certificate} expired at {end}"),
            TlsFault::Expired(None) => write!(formatter, "{certificate} has expired"),
            TlsFault::NotYetValid(Some(start)) => {
                write!(formatter, "{certificate} is not valid before {start}")
            }
            TlsFault::NotYetValid(None) => write!(formatter, "{certificate} is not valid yet"),
            TlsFault::WrongName(names) if names.is_empty() => {
                write!(formatter, "{certificate} contains no names")
            }
            TlsFault::WrongName(names) => {
                write!(formatter, "{certificate} is only for {}", names.join(", "))
            }
            TlsFault::MarkedAsAuthority => write!(
                formatter,
                "{certificate} is marked as an authority (CA:TRUE), and is not itself trusted"
            ),
            TlsFault::Certificate(why) => write!(formatter, "{certificate} is refused: {why}"),
            TlsFault::ClientCertificateWanted => {
                formatter.write_str("the server requires a client certificate")
            }
            TlsFault::ClientCertificateRefused(why) => {
                write!(formatter, "the server does not accept the client certificate: {why}")
            }
            TlsFault::NotTls => formatter.write_str("the port does not speak TLS"),
            TlsFault::Closed => {
                formatter.write_str("the server closed the connection during the TLS handshake")
            }
            TlsFault::Handshake(why) => write!(formatter, "the TLS handshake failed: {why}"),
        }
    }
}

/// An error of a transport that knows its cause.
#[derive(Debug)]
pub struct Fault {
    /// The cause.
    pub cause: Cause,
    source: Option<BoxError>,
}

impl Fault {
    /// Creates an error from its cause, and the error below it.
    pub fn new(cause: Cause, source: Option<BoxError>) -> Self {
        Fault { cause, source }
    }
}

impl From<Cause> for Fault {
    fn from(cause: Cause) -> Self {
        Fault::new(cause, None)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.cause.fmt(formatter)
    }
}

impl Error for Fault {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}
