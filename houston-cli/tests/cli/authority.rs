//! Certificates, and servers that present them.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use rcgen::{BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair, date_time_ymd};
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::server::WebPkiClientVerifier;
use rustls::{RootCertStore, ServerConfig, ServerConnection, Stream, SupportedProtocolVersion};
use tempfile::{NamedTempFile, TempDir};

/// A certificate authority for a test.
pub struct Authority {
    issuer: Issuer<'static, KeyPair>,
    certificate: rcgen::Certificate,
    directory: TempDir,
}

impl Authority {
    pub fn new() -> Self {
        let mut params = CertificateParams::new([]).unwrap();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        params.distinguished_name.push(DnType::CommonName, "Authority of a test");
        let key = KeyPair::generate().unwrap();
        let certificate = params.self_signed(&key).unwrap();
        Authority {
            issuer: Issuer::new(params, key),
            certificate,
            directory: TempDir::new().unwrap(),
        }
    }

    /// A file with the authority's certificate.
    pub fn file(&self) -> PathBuf {
        let path = self.directory.path().join("authority.pem");
        std::fs::write(&path, self.certificate.pem()).unwrap();
        path
    }

    /// A file with a client certificate and its key.
    pub fn client_file(&self) -> PathBuf {
        let (certificate, key) = self.signed(usual("client"));
        let path = self.directory.path().join("client.pem");
        std::fs::write(&path, certificate.pem() + &key.serialize_pem()).unwrap();
        path
    }

    pub fn signed(&self, params: CertificateParams) -> (rcgen::Certificate, KeyPair) {
        let key = KeyPair::generate().unwrap();
        (params.signed_by(&key, &self.issuer).unwrap(), key)
    }

    /// A server for `localhost` whose certificate expires in this year.
    pub fn server(&self, until: i32) -> TlsServer {
        let mut params = usual("localhost");
        params.not_after = date_time_ymd(until, 1, 1);
        self.server_with(params)
    }

    /// A server with this certificate.
    pub fn server_with(&self, params: CertificateParams) -> TlsServer {
        let (certificate, key) = self.signed(params);
        TlsServer::serving(vec![certificate.der().clone(), self.certificate.der().clone()], &key)
    }

    /// A server that asks for a client certificate of this authority.
    pub fn asking(&self, version: &'static SupportedProtocolVersion) -> TlsServer {
        let (certificate, key) = self.signed(usual("localhost"));
        let chain = vec![certificate.der().clone(), self.certificate.der().clone()];
        TlsServer::start(chain, &key, Some(&self.certificate), &[version])
    }
}

/// A certificate for one name.
pub fn usual(name: &str) -> CertificateParams {
    let mut params = CertificateParams::new([name.to_owned()]).unwrap();
    params.not_after = date_time_ymd(2100, 1, 1);
    params.distinguished_name.push(DnType::CommonName, "Server of a test");
    params
}

/// A certificate that is marked as an authority, as openssl marks self-signed ones.
pub fn marked(name: &str) -> CertificateParams {
    let mut params = usual(name);
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    params
}

/// A server that answers GraphQL over TLS.
pub struct TlsServer {
    pub url: String,
    connections: Arc<AtomicUsize>,
    served: Arc<AtomicUsize>,
}

impl TlsServer {
    /// A server that asks for no client certificate.
    pub fn serving(chain: Vec<CertificateDer<'static>>, key: &KeyPair) -> Self {
        TlsServer::start(chain, key, None, rustls::ALL_VERSIONS)
    }

    fn start(
        chain: Vec<CertificateDer<'static>>,
        key: &KeyPair,
        clients_of: Option<&rcgen::Certificate>,
        versions: &[&'static SupportedProtocolVersion],
    ) -> Self {
        let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
        let builder = ServerConfig::builder_with_provider(Arc::clone(&provider))
            .with_protocol_versions(versions)
            .unwrap();
        let builder = match clients_of {
            Some(authority) => {
                let mut roots = RootCertStore::empty();
                roots.add(authority.der().clone()).unwrap();
                let roots = Arc::new(roots);
                let verifier = WebPkiClientVerifier::builder_with_provider(roots, provider);
                builder.with_client_cert_verifier(verifier.build().unwrap())
            }
            None => builder.with_no_client_auth(),
        };
        let key = PrivateKeyDer::try_from(key.serialize_der()).unwrap();
        let config = Arc::new(builder.with_single_cert(chain, key).unwrap());
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("https://localhost:{}/v1", listener.local_addr().unwrap().port());
        let (connections, served) = <(Arc<AtomicUsize>, Arc<AtomicUsize>)>::default();
        let (opened, read) = (Arc::clone(&connections), Arc::clone(&served));
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                opened.fetch_add(1, Ordering::SeqCst);
                let connection = ServerConnection::new(Arc::clone(&config)).unwrap();
                answer(connection, stream.unwrap(), &read);
            }
        });
        TlsServer { url, connections, served }
    }

    /// The number of requests that it has read.
    pub fn served(&self) -> usize {
        self.served.load(Ordering::SeqCst)
    }

    /// The number of connections to it.
    pub fn connections(&self) -> usize {
        self.connections.load(Ordering::SeqCst)
    }
}

fn answer(mut connection: ServerConnection, mut stream: TcpStream, served: &AtomicUsize) {
    let mut tls = Stream::new(&mut connection, &mut stream);
    let mut request = [0; 16_384];
    // A client that does not trust us, or only looks, closes the connection.
    if tls.read(&mut request).is_ok_and(|read| read > 0) {
        served.fetch_add(1, Ordering::SeqCst);
        let body = r#"{"data":{"workspaces":[]}}"#;
        let head = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n", body.len());
        let head = head + "date: Tue, 01 Jan 2030 00:00:00 GMT\r\nconnection: close\r\n\r\n";
        let _ = tls.write_all((head + body).as_bytes()).and_then(|()| tls.flush());
    }
}

/// A server with its own certificate as its issuer, marked as an authority.
pub fn self_signed(params: CertificateParams) -> (TlsServer, NamedTempFile) {
    let key = KeyPair::generate().unwrap();
    let certificate = params.self_signed(&key).unwrap();
    let mut file = NamedTempFile::new().unwrap();
    file.write_all(certificate.pem().as_bytes()).unwrap();
    (TlsServer::serving(vec![certificate.der().clone()], &key), file)
}
