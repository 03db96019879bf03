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
    /// There is no connection to the server. It did not receive the request.
    Connect {
        /// Host and port of the server.
        place: String,
        /// What failed.
        fault: ConnectFault,
    },
    /// TLS could not be set up. The server did not receive the request.
    Tls(Tls),
    /// There is no connection through the proxy. The server did not receive the request.
    Proxy {
        /// Protocol, host and port of the proxy.
        address: String,
        /// What failed.
        fault: ProxyFault,
    },
    /// The other side closed the connection before its answer was complete.
    Closed,
    /// The answer is not HTTP. A port for TLS answers like this to plain HTTP.
    NotHttp,
    /// The body of the answer cannot be read, for this reason.
    Unreadable(String),
    /// The connection failed in another way.
    Broken(String),
    /// The server closed a WebSocket with this code. Secrets are removed from the reason.
    ClosedWith {
        /// The code: [RFC 6455, section 7.4](https://www.rfc-editor.org/rfc/rfc6455#section-7.4), or one of the
        /// sub-protocol from 4400 on. 1005 without a code, and 1006 if the connection was cut off.
        code: u16,
        /// The server's reason; may be empty.
        reason: String,
    },
    /// The other side of a WebSocket does not follow the protocol, in this way.
    NotWebSocket(String),
    /// The body of the answer is larger than this number of bytes.
    TooLarge(usize),
    /// The answer is JSON with more than this number of levels.
    TooDeep(usize),
    /// The server sent nothing for this time.
    Silent(Duration),
    /// The call took longer than this time.
    Late(Duration),
}

/// Why a connection was not made. The texts are those of the system.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ConnectFault {
    /// The name does not resolve.
    NameUnknown(String),
    /// Nothing answers, or the network has no route.
    Unreachable(String),
    /// The port does not accept the connection.
    Refused(String),
}

/// Why there is no connection through a proxy.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ProxyFault {
    /// The proxy itself was not reached.
    Connect(ConnectFault),
    /// TLS with the proxy itself could not be set up.
    Tls(Tls),
    /// The proxy answers with this HTTP status.
    Status(u16),
    /// The proxy makes no connection to the server, for this reason.
    Tunnel(String),
}

impl Cause {
    /// Whether another attempt would fail in the same way. Such a request is sent once.
    pub fn is_lasting(&self) -> bool {
        match self {
            Cause::Proxy { fault: ProxyFault::Status(status), .. } => {
                (400..500).contains(status) && *status != 429
            }
            Cause::Tls(_) | Cause::Proxy { fault: ProxyFault::Tls(_), .. } => true,
            // Houston never answers some tokens: the caller is told at once.
            Cause::NotHttp | Cause::NotWebSocket(_) => true,
            Cause::ClosedWith { code, .. } => {
                matches!(code, 1002 | 1003 | 1007..=1010 | 4400..=4499) && *code != 4408
            }
            Cause::TooLarge(_) | Cause::TooDeep(_) | Cause::Silent(_) => true,
            _ => false,
        }
    }
}

impl fmt::Display for Cause {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Cause::Connect { place, fault: ConnectFault::NameUnknown(why) } => {
                let host = place.rsplit_once(':').map_or(&**place, |(host, _)| host);
                write!(formatter, "{host} does not resolve: {why}")
            }
            Cause::Connect {
                place,
                fault: ConnectFault::Unreachable(why) | ConnectFault::Refused(why),
            } => write!(formatter, "{place}: {why}"),
            Cause::Tls(tls) => tls.fmt(formatter),
            Cause::Proxy { address, fault } => fault.write(address, formatter),
            Cause::Closed => {
                formatter.write_str("the connection was closed before the answer was complete")
            }
            Cause::NotHttp => formatter.write_str("the answer is not HTTP"),
            Cause::Unreadable(why) => write!(formatter, "the answer cannot be read: {why}"),
            Cause::Broken(why) => write!(formatter, "the connection failed: {why}"),
            Cause::ClosedWith { code: 1005, .. } => {
                formatter.write_str("the server closed the connection")
            }
            Cause::ClosedWith { code: 1006, .. } => {
                formatter.write_str("the connection was cut off")
            }
            Cause::ClosedWith { code, reason } if reason.is_empty() => {
                write!(formatter, "the server closed the connection with the code {code}")
            }
            Cause::ClosedWith { code, reason } => {
                write!(formatter, "the server closed the connection with the code {code}: {reason}")
            }
            Cause::NotWebSocket(why) => {
                write!(formatter, "the server does not follow the protocol: {why}")
            }
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

impl ProxyFault {
    fn write(&self, address: &str, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ProxyFault::Connect(ConnectFault::NameUnknown(why)) => {
                write!(formatter, "the name of the proxy {address} does not resolve: {why}")
            }
            ProxyFault::Connect(ConnectFault::Unreachable(why) | ConnectFault::Refused(why)) => {
                write!(formatter, "the proxy {address} cannot be reached: {why}")
            }
            ProxyFault::Tls(tls) => {
                write!(formatter, "there is no TLS connection to the proxy {address}: {tls}")
            }
            ProxyFault::Status(status) => {
                write!(formatter, "the proxy {address} answers with HTTP status {status}")?;
                status_name(*status).map_or(Ok(()), |name| write!(formatter, " ({name})"))
            }
            ProxyFault::Tunnel(why) => {
                write!(formatter, "the proxy {address} makes no connection to the server: {why}")
            }
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
    /// What would fail next, if it is known.
    pub further: Option<TlsFault>,
}

impl From<TlsFault> for Tls {
    fn from(fault: TlsFault) -> Self {
        Tls { fault, host: None, certificate: None, further: None }
    }
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
        self.fault.write(&certificate, formatter)?;
        match &self.further {
            Some(further) => {
                formatter.write_str(", and ")?;
                further.write("it", formatter)
            }
            None => Ok(()),
        }
    }
}

impl TlsFault {
    fn write(&self, certificate: &str, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
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
                "{certificate} is marked as an authority (CA:TRUE) and is not trusted"
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
    /// Protocol, host and port of the proxy that the request went to.
    pub(crate) proxy: Option<String>,
    source: Option<BoxError>,
}

impl Fault {
    /// Creates an error from its cause, and the error below it.
    pub fn new(cause: Cause, source: Option<BoxError>) -> Self {
        Fault { cause, proxy: None, source }
    }

    /// Adds the proxy that the request went to.
    #[must_use]
    pub fn through(self, proxy: Option<String>) -> Self {
        Fault { proxy, ..self }
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
