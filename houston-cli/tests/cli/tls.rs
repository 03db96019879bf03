//! Certificates that calls trust, and certificates that they present.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::path::PathBuf;
use std::sync::Arc;
use std::thread::JoinHandle;

use rcgen::{BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair, date_time_ymd};
use rustls::pki_types::PrivateKeyDer;
use rustls::server::WebPkiClientVerifier;
use rustls::{RootCertStore, ServerConfig, ServerConnection, Stream};
use tempfile::TempDir;

use crate::environment::Environment;

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
    fn client_file(&self) -> PathBuf {
        let (certificate, key) = self.signed("client", 2100);
        let path = self.directory.path().join("client.pem");
        std::fs::write(&path, certificate.pem() + &key.serialize_pem()).unwrap();
        path
    }

    fn signed(&self, name: &str, until: i32) -> (rcgen::Certificate, KeyPair) {
        let mut params = CertificateParams::new([name.to_owned()]).unwrap();
        params.not_after = date_time_ymd(until, 1, 1);
        params.distinguished_name.push(DnType::CommonName, "Server of a test");
        let key = KeyPair::generate().unwrap();
        (params.signed_by(&key, &self.issuer).unwrap(), key)
    }

    /// A server for `localhost` whose certificate expires in this year, and which answers this many connections.
    pub fn server(&self, until: i32, asks_clients: bool, connections: usize) -> TlsServer {
        let (certificate, key) = self.signed("localhost", until);
        let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
        let builder = ServerConfig::builder_with_provider(Arc::clone(&provider))
            .with_safe_default_protocol_versions()
            .unwrap();
        let builder = if asks_clients {
            let mut roots = RootCertStore::empty();
            roots.add(self.certificate.der().clone()).unwrap();
            let roots = Arc::new(roots);
            let verifier = WebPkiClientVerifier::builder_with_provider(roots, provider);
            builder.with_client_cert_verifier(verifier.build().unwrap())
        } else {
            builder.with_no_client_auth()
        };
        let chain = vec![certificate.der().clone(), self.certificate.der().clone()];
        let key = PrivateKeyDer::try_from(key.serialize_der()).unwrap();
        TlsServer::start(Arc::new(builder.with_single_cert(chain, key).unwrap()), connections)
    }
}

/// A server that answers GraphQL over TLS.
pub struct TlsServer {
    pub url: String,
    served: JoinHandle<usize>,
}

impl TlsServer {
    fn start(config: Arc<ServerConfig>, connections: usize) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("https://localhost:{}/v1", listener.local_addr().unwrap().port());
        let served = std::thread::spawn(move || {
            let mut served = 0;
            for _ in 0..connections {
                let mut stream = listener.accept().unwrap().0;
                let mut connection = ServerConnection::new(Arc::clone(&config)).unwrap();
                let mut tls = Stream::new(&mut connection, &mut stream);
                let mut request = [0; 16_384];
                // A client that does not trust us, or only looks, closes the connection.
                if tls.read(&mut request).is_ok_and(|read| read > 0) {
                    let body = r#"{"data":{"workspaces":[]}}"#;
                    let head = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n", body.len());
                    let head =
                        head + "date: Tue, 01 Jan 2030 00:00:00 GMT\r\nconnection: close\r\n\r\n";
                    let _ = tls.write_all((head + body).as_bytes()).and_then(|()| tls.flush());
                    served += 1;
                }
            }
            served
        });
        TlsServer { url, served }
    }

    /// The number of requests that it has read.
    pub fn served(self) -> usize {
        self.served.join().unwrap()
    }
}

#[test]
fn an_authority_is_trusted_when_the_call_says_so() {
    let authority = Authority::new();
    let file = authority.file();
    let user = Environment::new().set("HOUSTON_TOKEN", "canary");
    let call = |words: &[&str], asks_clients| {
        let server = authority.server(2100, asks_clients, 1);
        let url = server.url.clone();
        let ran = user.run(&[&["workspaces", "--retries", "0", "--url", &url], words].concat());
        (ran, server.served())
    };
    let (ran, served) = call(&[], false);
    assert_eq!(served, 0);
    insta::assert_snapshot!(ran, @"
    ------- stderr -------
    error: workspaces: cannot connect to the server: error sending request for url (https://localhost:[PORT]/v1): invalid peer certificate: UnknownIssuer [not-reached]
      caused by: client error (Connect)
      Nothing was sent.
    Check the address and that the platform is running, or try `--sandbox`.
    [exit: 6]
    ");
    let trusting = ["--ca-cert", file.to_str().unwrap()];
    let (ran, served) = call(&trusting, false);
    assert_eq!((ran.to_string().as_str(), served), ("[]\n[exit: 0]", 1));
    let (ran, served) = call(&["--insecure"], false);
    assert_eq!(served, 1);
    insta::assert_snapshot!(ran, @"
    []
    ------- stderr -------
    warning: --insecure: anyone on the network path can read the token and the answer
    [exit: 0]
    ");

    // A server that requires a client certificate.
    let client = authority.client_file();
    let (ran, served) = call(&trusting, true);
    assert!(ran.code == 6 && served == 0, "{ran}");
    let showing = [&trusting[..], &["--client-cert", client.to_str().unwrap()]].concat();
    let (ran, served) = call(&showing, true);
    assert_eq!((ran.code, served), (0, 1), "{ran}");
    let ran =
        user.run(&["workspaces", "--url", "https://localhost:1/", "--client-cert", trusting[1]]);
    insta::assert_snapshot!(ran, @"
    ------- stderr -------
    error: --client-cert: [DIR]/authority.pem cannot be used [usage]
      caused by: the client certificate cannot be read: builder error: unexpected error: private key or certificate not found
      Nothing was sent.
    [exit: 2]
    ");
}
