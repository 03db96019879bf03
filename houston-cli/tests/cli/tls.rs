//! Certificates that calls trust, and certificates that they present.

use std::path::Path;

use houston_tests::server::{Script, Server, http};
use rcgen::{CertificateParams, date_time_ymd};
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject as _;

use crate::authority::{Authority, TlsServer, marked, self_signed, usual};
use crate::environment::{Environment, Ran};

/// Runs a call with the usual retries; the server must have seen so many connections and requests.
#[track_caller]
fn call(server: &TlsServer, words: &[&str], connections: usize, served: usize) -> Ran {
    let user = Environment::new().set("HOUSTON_TOKEN", "canary");
    let before = (server.connections(), server.served());
    let ran = user.run(&[&["workspaces", "--url", &server.url], words].concat());
    let after = (server.connections() - before.0, server.served() - before.1);
    assert_eq!(after, (connections, served), "{ran}");
    ran
}

#[test]
fn an_authority_is_trusted_when_the_call_says_so() {
    let authority = Authority::new();
    let file = authority.file();
    let server = authority.server(2100);
    insta::assert_snapshot!(call(&server, &[], 1, 0), @"
    ------- stderr -------
    error: workspaces: cannot connect to the server: the certificate of localhost comes from an issuer that is not trusted [tls-failed]
      Nothing was sent.
      certificate: CN=Server of a test; issued by CN=Authority of a test; valid from 1975-01-01T00:00:00Z to 2100-01-01T00:00:00Z
    Trust the platform's own certificate authority with `--ca-cert FILE`.
    [exit: 6]
    ");
    let ran = call(&server, &["--ca-cert", file.to_str().unwrap()], 1, 1);
    assert_eq!(ran.to_string(), "[]\n[exit: 0]");
    insta::assert_snapshot!(call(&server, &["--insecure"], 1, 1), @"
    []
    ------- stderr -------
    warning: --insecure: anyone on the network path can read the token and the answer
    [exit: 0]
    ");
    // Nothing was sent, so the outcome of a mutation is known.
    let user = Environment::new();
    let ran = user.run(&["createWorkspace", "--label", "a", "--url", &server.url]);
    assert!(ran.code == 6 && ran.stderr.contains("[tls-failed]\n"), "{ran}");
    assert!(ran.stderr.contains("Nothing was sent."), "{ran}");
}

/// The certificate is refused although its issuer is trusted: `--ca-cert` does not help.
#[test]
fn each_fault_of_a_certificate_has_its_own_advice() {
    let authority = Authority::new();
    let file = authority.file();
    let mut early = usual("localhost");
    early.not_before = date_time_ymd(2090, 1, 1);
    let mut other = CertificateParams::new(["a.example".to_owned(), "127.0.0.1".to_owned()]);
    other.as_mut().unwrap().not_after = date_time_ymd(2100, 1, 1);
    let shown = [
        ("expired", authority.server(2020)),
        ("early", authority.server_with(early)),
        ("wrong name", authority.server_with(other.unwrap())),
    ]
    .map(|(name, server)| call(&server, &["--ca-cert", file.to_str().unwrap()], 1, 0).after(name));
    assert!(!shown.concat().contains("--ca-cert"));
    insta::assert_snapshot!(shown.concat(), @"
    $ expired
    ------- stderr -------
    error: workspaces: cannot connect to the server: the certificate of localhost expired at 2020-01-01T00:00:00Z [tls-failed]
      Nothing was sent.
      certificate: CN=Server of a test; issued by CN=Authority of a test; valid from 1975-01-01T00:00:00Z to 2020-01-01T00:00:00Z
    Check this machine's clock. If it is right, the operator of the platform must renew the certificate.
    [exit: 6]

    $ early
    ------- stderr -------
    error: workspaces: cannot connect to the server: the certificate of localhost is not valid before 2090-01-01T00:00:00Z [tls-failed]
      Nothing was sent.
      certificate: CN=Server of a test; issued by CN=Authority of a test; valid from 2090-01-01T00:00:00Z to 2100-01-01T00:00:00Z
    Check this machine's clock. If it is right, the operator of the platform must replace the certificate.
    [exit: 6]

    $ wrong name
    ------- stderr -------
    error: workspaces: cannot connect to the server: the certificate of localhost is only for a.example, 127.0.0.1 [tls-failed]
      Nothing was sent.
      certificate: CN=rcgen self signed cert; issued by CN=Authority of a test; valid from 1975-01-01T00:00:00Z to 2100-01-01T00:00:00Z
    Use a name of the certificate in the address, or ask the operator of the platform for a certificate with this name.
    [exit: 6]
    ");
}

#[test]
fn a_client_certificate_is_asked_for_and_presented() {
    let (authority, stranger) = (Authority::new(), Authority::new());
    let (file, client, other) = (authority.file(), authority.client_file(), stranger.client_file());
    let trusting = ["--ca-cert", file.to_str().unwrap()];
    let mut asked = Vec::new();
    for version in [&rustls::version::TLS13, &rustls::version::TLS12] {
        let server = authority.asking(version);
        asked.push(call(&server, &trusting, 1, 0).to_string());
        let presenting = |file: &Path, served| {
            let words = [&trusting[..], &["--client-cert", file.to_str().unwrap()]].concat();
            call(&server, &words, 1, served)
        };
        let ran = presenting(&other, 0);
        let what =
            "cannot connect to the server: the server does not accept the client certificate";
        assert!(ran.code == 6 && ran.stderr.contains(what), "{ran}");
        assert_eq!(presenting(&client, 1).code, 0);
    }
    assert_eq!(asked[0], asked[1]);
    insta::assert_snapshot!(asked[0], @"
    ------- stderr -------
    error: workspaces: cannot connect to the server: the server requires a client certificate [tls-failed]
      Nothing was sent.
    Present one with `--client-cert FILE`.
    [exit: 6]
    ");
    let user = Environment::new();
    let ran =
        user.run(&["workspaces", "--url", "https://localhost:1/", "--client-cert", trusting[1]]);
    insta::assert_snapshot!(ran, @"
    ------- stderr -------
    error: --client-cert: [DIR]/authority.pem cannot be used [usage]
      caused by: the client certificate cannot be read: the PEM text contains no private key
    Nothing was sent. Put the certificate and its key in one file: `cat CERTIFICATE KEY > FILE`.
    [exit: 2]
    ");
}

#[test]
fn a_self_signed_certificate_is_trusted_itself_when_it_is_given() {
    let trusting = |file: &Path| ["--ca-cert".to_owned(), file.to_str().unwrap().to_owned()];
    let with = |server: &TlsServer, file: &Path, served| {
        let words = trusting(file);
        call(server, &words.each_ref().map(String::as_str), 1, served)
    };
    let (server, file) = self_signed(marked("localhost"));
    assert_eq!(with(&server, file.path(), 1).code, 0);
    // It is not trusted without that, and another certificate is not it.
    insta::assert_snapshot!(call(&server, &[], 1, 0), @"
    ------- stderr -------
    error: workspaces: cannot connect to the server: the certificate of localhost is marked as an authority (CA:TRUE) and is not trusted [tls-failed]
      Nothing was sent.
      certificate: CN=Server of a test; issued by CN=Server of a test; valid from 1975-01-01T00:00:00Z to 2100-01-01T00:00:00Z
    If you trust this certificate itself, give it with `--ca-cert FILE`.
    [exit: 6]
    ");
    let (_, another) = self_signed(marked("localhost"));
    let shown = with(&server, another.path(), 0).after("another certificate");
    // Its name and dates count.
    let mut ended = marked("localhost");
    ended.not_after = date_time_ymd(2020, 1, 1);
    let (server, file) = self_signed(ended);
    let shown = shown + &with(&server, file.path(), 0).after("expired");
    let (server, file) = self_signed(marked("a.example"));
    let shown = shown + &with(&server, file.path(), 0).after("wrong name");
    // A trusted authority does not make an authority below it a server.
    let authority = Authority::new();
    let server = authority.server_with(marked("localhost"));
    let shown = shown + &with(&server, &authority.file(), 0).after("an authority below");
    // The given certificate must be the server's own, not one of its issuers.
    let (_, file) = self_signed(marked("localhost"));
    let (leaf, key) = authority.signed(marked("localhost"));
    let given = CertificateDer::from_pem_file(file.path()).unwrap();
    let server = TlsServer::serving(vec![leaf.der().clone(), given], &key);
    let shown = shown + &with(&server, file.path(), 0).after("among its issuers");
    insta::assert_snapshot!(shown, @"
    $ another certificate
    ------- stderr -------
    error: workspaces: cannot connect to the server: the certificate of localhost is marked as an authority (CA:TRUE) and is not trusted [tls-failed]
      Nothing was sent.
      certificate: CN=Server of a test; issued by CN=Server of a test; valid from 1975-01-01T00:00:00Z to 2100-01-01T00:00:00Z
    If you trust this certificate itself, give it with `--ca-cert FILE`.
    [exit: 6]

    $ expired
    ------- stderr -------
    error: workspaces: cannot connect to the server: the certificate of localhost expired at 2020-01-01T00:00:00Z [tls-failed]
      Nothing was sent.
      certificate: CN=Server of a test; issued by CN=Server of a test; valid from 1975-01-01T00:00:00Z to 2020-01-01T00:00:00Z
    Check this machine's clock. If it is right, the operator of the platform must renew the certificate.
    [exit: 6]

    $ wrong name
    ------- stderr -------
    error: workspaces: cannot connect to the server: the certificate of localhost is only for a.example [tls-failed]
      Nothing was sent.
      certificate: CN=Server of a test; issued by CN=Server of a test; valid from 1975-01-01T00:00:00Z to 2100-01-01T00:00:00Z
    Use a name of the certificate in the address, or ask the operator of the platform for a certificate with this name.
    [exit: 6]

    $ an authority below
    ------- stderr -------
    error: workspaces: cannot connect to the server: the certificate of localhost is marked as an authority (CA:TRUE) and is not trusted [tls-failed]
      Nothing was sent.
      certificate: CN=Server of a test; issued by CN=Authority of a test; valid from 1975-01-01T00:00:00Z to 2100-01-01T00:00:00Z
    If you trust this certificate itself, give it with `--ca-cert FILE`.
    [exit: 6]

    $ among its issuers
    ------- stderr -------
    error: workspaces: cannot connect to the server: the certificate of localhost is marked as an authority (CA:TRUE) and is not trusted [tls-failed]
      Nothing was sent.
      certificate: CN=Server of a test; issued by CN=Authority of a test; valid from 1975-01-01T00:00:00Z to 2100-01-01T00:00:00Z
    If you trust this certificate itself, give it with `--ca-cert FILE`.
    [exit: 6]
    ");
}

/// The name is put right first, because trusting the certificate does not help.
#[test]
fn a_certificate_with_two_faults_tells_both() {
    let (server, file) = self_signed(marked("a.example"));
    insta::assert_snapshot!(call(&server, &[], 1, 0), @"
    ------- stderr -------
    error: workspaces: cannot connect to the server: the certificate of localhost is only for a.example, and it is marked as an authority (CA:TRUE) and is not trusted [tls-failed]
      Nothing was sent.
      certificate: CN=Server of a test; issued by CN=Server of a test; valid from 1975-01-01T00:00:00Z to 2100-01-01T00:00:00Z
    Use a name of the certificate in the address, or ask the operator of the platform for a certificate with this name.
    If you trust this certificate itself, give it with `--ca-cert FILE`.
    [exit: 6]
    ");
    let ran = call(&server, &["--ca-cert", file.path().to_str().unwrap()], 1, 0);
    assert!(!ran.stderr.contains("--ca-cert") && ran.stderr.contains("[tls-failed]"), "{ran}");
}

/// A server that ends the connection during the handshake is asked once.
#[test]
fn a_handshake_that_breaks_off_is_not_repeated() {
    for script in [Script::CloseOnAccept, Script::CloseAfterReading] {
        let server = Server::new(script);
        let url = server.url.replace("http:", "https:");
        let ran = Environment::new().run(&["workspaces", "--url", &url]);
        assert_eq!((ran.code, server.connections()), (6, 1), "{ran}");
        let what = "the server closed the connection during the TLS handshake [tls-failed]";
        assert!(ran.stderr.contains(what), "{ran}");
    }
}

#[test]
fn a_port_that_speaks_something_else_is_named() {
    let authority = Authority::new();
    let server = authority.server(2100);
    let user = Environment::new();
    let plain = server.url.replace("https:", "http:");
    let shown = user.run(&["workspaces", "--url", &plain]).after("plain http to TLS");
    assert_eq!(server.connections(), 1);
    let server = Server::new(Script::Write(http("400 Bad Request", "", "plain")));
    let url = server.url.replace("http:", "https:");
    let shown = shown + &user.run(&["workspaces", "--url", &url]).after("TLS to plain http");
    assert_eq!(server.connections(), 1);
    insta::assert_snapshot!(shown, @"
    $ plain http to TLS
    ------- stderr -------
    error: workspaces: no complete answer: the answer is not HTTP [not-reached]
      The request changes nothing.
    Check the port. If it serves TLS, the address must begin with `https://`.
    [exit: 6]

    $ TLS to plain http
    ------- stderr -------
    error: workspaces: cannot connect to the server: the port does not speak TLS [tls-failed]
      Nothing was sent.
    Check the port. If it serves plain http, the address must begin with `http://`.
    [exit: 6]
    ");
}

/// `--resolve`: the address is the given one, and TLS still checks the host.
#[test]
fn a_host_is_reached_at_the_address_that_is_given() {
    let authority = Authority::new();
    let file = authority.file();
    let ca = file.to_str().unwrap();
    let server = authority.server(2100);
    let (_, port) = server.url.trim_end_matches("/v1").rsplit_once(':').unwrap();
    let user = Environment::new().set("HOUSTON_TOKEN", "t");
    let run = |host: &str, words: &[&str]| {
        let (url, resolve) =
            (format!("https://{host}:{port}/v1"), format!("{host}:{port}:127.0.0.1"));
        let all = ["--url", &url, "--resolve", &resolve, "--ca-cert", ca, "--retries", "0"];
        user.run(&[words, &all].concat())
    };
    // A name that no resolver knows, and that the certificate does not have.
    let ran = run("houston.invalid", &["workspaces", "-v"]);
    assert!(ran.stderr.contains("address: 127.0.0.1, from --resolve"), "{ran}");
    assert!(ran.code == 6 && ran.stderr.contains("[tls-failed]"), "{ran}");
    assert!(ran.stderr.contains("localhost"), "{ran}");
    // Curl's option gets what ours does.
    let ran = run("houston.invalid", &["workspaces", "--curl"]);
    let words = format!(" --resolve 'houston.invalid:{port}:127.0.0.1' ");
    assert!(ran.code == 0 && ran.stdout.contains(&words), "{ran}");

    let answer = http("200 OK", "", r#"{"data":{"workspaces":[]}}"#);
    let plain = Server::new(Script::KeepAlive(answer));
    let (_, port) = plain.address.rsplit_once(':').unwrap();
    let url = format!("http://houston.invalid:{port}/v1");
    let resolve = format!("HOUSTON.invalid:{port}:127.0.0.1");
    let words = ["workspaces", "--allow-http", "--url", &url, "--resolve", &resolve];
    let ran = user.run(&words);
    assert_eq!((ran.code, &*ran.stdout), (0, "[]\n"), "{ran}");
    let asked = &plain.seen()[0].to_lowercase();
    assert!(asked.contains(&format!("host: houston.invalid:{port}\r\n")), "{asked}");
    let doctor = user.run(&["doctor", "--allow-http", "--url", &url, "--resolve", &resolve]);
    let said = "houston.invalid resolves to 127.0.0.1, by --resolve";
    assert!(doctor.stdout.contains(said), "{doctor}");
    let ran = user.run(&[&words[..], &["--proxy", "http://127.0.0.1:1"]].concat());
    assert!(ran.code == 2 && ran.stderr.contains("--resolve cannot be used with a proxy"), "{ran}");
    let ran = user.run(&["workspaces", "--url", &plain.url, "--resolve", "a.example:1:127.0.0.1"]);
    assert!(ran.code == 0 && ran.stderr.contains("a.example:1:127.0.0.1 is not used"), "{ran}");
}
