//! Each cause of a failure has its own next step: the same in the error, in `houston explain` and in `houston doctor`.

use std::any::Any;
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::time::Duration;

use houston_sandbox::Sandbox;
use houston_tests::server::{Script, Server, closed, http};
use rcgen::{ExtendedKeyUsagePurpose, KeyPair, date_time_ymd};
use serde_json::Value;

use crate::answers::{KEY, QUERY};
use crate::authority::{Authority, TlsServer, marked, self_signed, usual};
use crate::environment::{Environment, Ran};

/// A call that fails for one cause.
struct Case {
    user: Environment,
    /// The operation to call.
    operation: &'static str,
    words: Vec<String>,
    /// Whether `houston doctor` finds the same with the same options.
    is_for_doctor: bool,
    /// What must live until the call ends.
    _held: Vec<Box<dyn Any>>,
}

impl Case {
    fn new(words: &[&str]) -> Self {
        let user = Environment::new().set("HOUSTON_TOKEN", KEY);
        let words = words.iter().map(|word| (*word).to_owned()).collect();
        Case { user, operation: QUERY[0], words, is_for_doctor: true, _held: Vec::new() }
    }

    fn at(url: &str) -> Self {
        Case::new(&["--url", url])
    }

    /// A server that answers every request like this.
    fn answered(status: &str, body: &str) -> Self {
        Case::served(Script::Write(http(status, "Connection: close\r\n", body)))
    }

    fn served(script: Script) -> Self {
        let server = Server::new(script);
        Case::at(&server.url).with(server)
    }

    /// The same over TLS: the script answers the first bytes of the handshake.
    fn shaken(script: Script) -> Self {
        let server = Server::new(script);
        Case::at(&server.url.replace("http:", "https:")).with(server)
    }

    fn proxied(proxy: &str) -> Self {
        Case::at("https://houston.invalid/v1").and(&["--proxy", proxy])
    }

    fn forbidden(operation: &'static str) -> Self {
        let error = format!(
            r#"{{"message":"Insufficient permissions.","path":["{operation}"],"extensions":{{"code":"FORBIDDEN"}}}}"#
        );
        let body = format!(r#"{{"errors":[{error}],"data":{{"{operation}":null}}}}"#);
        let case = Case::answered("200 OK", &body).not_for_doctor();
        Case { operation, ..case }
    }

    /// A server with a certificate of an authority that is trusted.
    fn certified(server: TlsServer, authority: Authority) -> Self {
        let file = authority.file();
        Case::at(&server.url).and(&["--ca-cert", file.to_str().unwrap()]).with((server, authority))
    }

    /// A file for an option.
    fn with_file(option: &str, content: &[u8]) -> Self {
        let directory = tempfile::TempDir::new().unwrap();
        let path = directory.path().join("file.pem");
        std::fs::write(&path, content).unwrap();
        let case = Case::at("https://localhost:1/v1").and(&[option, path.to_str().unwrap()]);
        case.with(directory).not_for_doctor()
    }

    fn and(mut self, words: &[&str]) -> Self {
        self.words.extend(words.iter().map(|word| (*word).to_owned()));
        self
    }

    fn with(mut self, held: impl Any) -> Self {
        self._held.push(Box::new(held));
        self
    }

    fn not_for_doctor(self) -> Self {
        Case { is_for_doctor: false, ..self }
    }

    fn of_user(self, user: Environment) -> Self {
        Case { user, ..self }
    }

    fn run(&self, command: &str) -> Ran {
        let words = self.words.iter().map(String::as_str);
        let words: Vec<&str> = [command].into_iter().chain(words).collect();
        // A call is not repeated: that takes time.
        let once: &[&str] = if command == "doctor" { &[] } else { &["--retries", "0"] };
        self.user.run(&[&words[..], once].concat())
    }
}

/// An address whose connections get no answer: the queue of those that wait is full.
fn full() -> (SocketAddr, Vec<Box<dyn Any>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let mut held: Vec<Box<dyn Any>> = vec![Box::new(listener)];
    while let Ok(stream) = TcpStream::connect_timeout(&address, Duration::from_millis(200)) {
        held.push(Box::new(stream));
    }
    (address, held)
}

fn pems() -> (String, String) {
    let key = KeyPair::generate().unwrap();
    (usual("client").self_signed(&key).unwrap().pem(), key.serialize_pem())
}

/// A call that fails for this cause.
fn case(cause: &str) -> Case {
    let page = "<html><body><h1>Sign in</h1></body></html>";
    let authority = Authority::new();
    let short = ["--idle-timeout", "5s", "--timeout", "1s"];
    match cause {
        "the name of the server does not resolve" => Case::at("https://no-such-host.invalid/v1"),
        "the server does not accept a connection" => Case::at(&closed()),
        "the server does not answer the connection, or cannot be reached" => {
            let (address, held) = full();
            Case::at(&format!("http://{address}/v1"))
                .and(&["--connect-timeout", "300ms"])
                .with(held)
        }
        "the connection is closed before the answer is complete" => {
            Case::served(Script::CloseAfterReading)
        }
        "the answer is damaged on the way" => {
            let headers = "Content-Encoding: gzip\r\nConnection: close\r\n";
            Case::served(Script::Write(http("200 OK", headers, "no gzip")))
        }
        "the proxy cannot be reached" => Case::proxied("http://127.0.0.1:1"),
        "the name of the proxy does not resolve" => Case::proxied("http://no-such-host.invalid:1"),
        "the port of the proxy does not speak TLS" => {
            let server = Server::new(Script::Write(http("400 Bad Request", "", "plain")));
            Case::proxied(&format!("https://{}", server.address)).with(server)
        }
        "TLS with the proxy itself fails" => {
            let (server, file) = self_signed(marked("localhost"));
            Case::proxied(server.url.trim_end_matches("/v1")).with((server, file))
        }
        "the proxy makes no connection to the server" => {
            let server = Server::new(Script::CloseAfterReading);
            Case::proxied(&server.address).with(server)
        }
        "the server accepts the connection and sends nothing" => {
            Case::served(Script::Silent).and(&["--idle-timeout", "500ms"])
        }
        "the call takes longer than its time limit" => Case::served(Script::Silent).and(&short),
        "the issuer of the certificate is not trusted" => {
            let server = authority.server(2100);
            Case::at(&server.url).with((server, authority))
        }
        "the certificate is self-signed and marked as an authority" => {
            let (server, file) = self_signed(marked("localhost"));
            Case::at(&server.url).with((server, file))
        }
        "the certificate has expired" => Case::certified(authority.server(2020), authority),
        "the certificate is not valid yet" => {
            let mut early = usual("localhost");
            early.not_before = date_time_ymd(2090, 1, 1);
            Case::certified(authority.server_with(early), authority)
        }
        "the certificate is for another name" => {
            Case::certified(authority.server_with(usual("a.example")), authority)
        }
        "the certificate contains no names" => {
            let mut unnamed = usual("localhost");
            unnamed.subject_alt_names.clear();
            Case::certified(authority.server_with(unnamed), authority)
        }
        "the certificate is not valid" => {
            let mut unfit = usual("localhost");
            unfit.extended_key_usages = vec![ExtendedKeyUsagePurpose::ClientAuth];
            Case::certified(authority.server_with(unfit), authority)
        }
        "the server requires a client certificate" => {
            Case::certified(authority.asking(&rustls::version::TLS13), authority)
        }
        "the server does not accept the client certificate" => {
            let other = Authority::new();
            let (server, file) = (authority.asking(&rustls::version::TLS13), other.client_file());
            let case = Case::certified(server, authority);
            case.and(&["--client-cert", file.to_str().unwrap()]).with(other)
        }
        "the port does not speak TLS" => {
            Case::shaken(Script::Write(http("400 Bad Request", "", "plain")))
        }
        "the server closes the connection during the handshake" => {
            Case::shaken(Script::CloseAfterReading)
        }
        "the two sides do not agree on TLS" => {
            // The alert `handshake_failure`.
            Case::shaken(Script::Write(b"\x15\x03\x03\x00\x02\x02\x28".to_vec()))
        }
        "a file has the format DER" => {
            Case::with_file("--ca-cert", b"\x30\x82\x03\x15\x30\x82\x01\x30")
        }
        "a file has the format PKCS #12" => {
            Case::with_file("--client-cert", b"\x30\x82\x09\x15\x02\x01\x03\x30")
        }
        "a file contains no certificate" => Case::with_file("--ca-cert", pems().1.as_bytes()),
        "a file contains no private key" => Case::with_file("--client-cert", pems().0.as_bytes()),
        "the private key is encrypted" => {
            let (certificate, key) = pems();
            let key = key.replace("PRIVATE KEY", "ENCRYPTED PRIVATE KEY");
            Case::with_file("--client-cert", (certificate + &key).as_bytes())
        }
        "the private key does not belong to the certificate" => {
            Case::with_file("--client-cert", (pems().0 + &pems().1).as_bytes())
        }
        "a PEM file is damaged" => Case::with_file("--ca-cert", &pems().0.as_bytes()[..200]),
        "the answer is not HTTP" => Case::served(Script::Write(b"SSH-2.0-x\r\n".to_vec())),
        "the answer is larger than 32 MiB, or nested too deep" => {
            let deep = "[".repeat(200) + &"]".repeat(200);
            let deep = format!(r#"{{"data":{{"workspaces":{deep}}}}}"#);
            Case::answered("200 OK", &deep).not_for_doctor()
        }
        "plain http on a port for TLS" => {
            Case::answered("400 Bad Request", "Client sent an HTTP request to an HTTPS server.")
        }
        "status 400, because no client certificate was presented" => {
            Case::answered("400 Bad Request", "<title>400 No required SSL certificate was sent")
        }
        "status 400, because of the client certificate" => {
            Case::answered("400 Bad Request", "<title>400 The SSL certificate error</title>")
        }
        "the server redirects to another address" => {
            let headers = "Location: https://a.example/\r\nConnection: close\r\n";
            Case::served(Script::Write(http("302 Found", headers, "")))
        }
        "status 401 or 403 without a GraphQL answer" => Case::answered("401 Unauthorized", page),
        "status 404 or 405 without a GraphQL answer" => Case::answered("404 Not Found", page),
        "status 407 from a proxy" => {
            let server = Server::new(Script::Write(http("407 Who", "Connection: close\r\n", page)));
            Case::proxied(&server.address).with(server)
        }
        "the proxy refuses the connection to the server" => {
            let server = Server::new(Script::Write(http("403 No", "Connection: close\r\n", page)));
            Case::proxied(&server.address).with(server)
        }
        "status 403, 500 or higher, and plain http through a proxy" => {
            let server = Server::new(Script::Write(http("502 No", "Connection: close\r\n", page)));
            let case = Case::at("http://houston.invalid/v1").and(&["--allow-http"]);
            case.and(&["--proxy", &server.address]).with(server)
        }
        "status 413" => Case::answered("413 Payload Too Large", page),
        "status 429" => Case::answered("429 Too Many Requests", page),
        "status 502" => Case::answered("502 Bad Gateway", page),
        "status 503" => Case::answered("503 Service Unavailable", page),
        "status 504" => Case::answered("504 Gateway Timeout", page),
        "a page of HTML instead of a GraphQL answer" => Case::answered("200 OK", page),
        "an answer that is not GraphQL" => Case::answered("200 OK", "hello"),
        "the server has another version of the schema" => {
            let error = r#"{"message":"Cannot query field \"id\" on type \"Workspace\".","extensions":{"code":"GRAPHQL_VALIDATION_FAILED"}}"#;
            let body = format!(r#"{{"errors":[{error}]}}"#);
            Case::answered("400 Bad Request", &body).not_for_doctor()
        }
        "the token is missing" => {
            let data = r#"{"data":{"__typename":"Query"}}"#;
            Case::answered("200 OK", data).of_user(Environment::new())
        }
        "HOUSTON_TOKEN is set and empty" => {
            let data = r#"{"data":{"__typename":"Query"}}"#;
            let user = Environment::new().set("HOUSTON_TOKEN", "");
            Case::answered("200 OK", data).of_user(user)
        }
        "the token has expired" => {
            // {"exp":1700000000}
            let user = Environment::new().set("HOUSTON_TOKEN", "e30.eyJleHAiOjE3MDAwMDAwMDB9.x");
            Case::forbidden(QUERY[0]).of_user(user)
        }
        "the server answers without the token, and not with it" => {
            let (server, user) = crate::silence::user();
            Case::new(&["--idle-timeout", "500ms"]).of_user(user).with(server)
        }
        "the permission is missing" => Case::forbidden("users"),
        "another process holds the sandbox's store" => {
            let user = Environment::new();
            let held = Sandbox::open(&user.store()).unwrap();
            Case::new(&["--sandbox"]).of_user(user).with(held).not_for_doctor()
        }
        "the sandbox's store cannot be opened" => {
            let user = Environment::new();
            std::fs::write(user.store(), "a file instead of a directory").unwrap();
            Case::new(&["--sandbox"]).of_user(user).not_for_doctor()
        }
        other => panic!("no call of this test fails for the cause `{other}`"),
    }
}

/// The causes and next steps that `houston explain` knows.
fn explained() -> Vec<(String, String)> {
    let user = Environment::new();
    let codes = user.answer(&["explain", "-o", "json"]);
    let causes =
        codes.as_array().unwrap().iter().flat_map(|code| code["causes"].as_array().unwrap());
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    causes.map(|row| (text(&row["cause"]), text(&row["next"]))).collect()
}

#[test]
fn every_cause_ends_with_its_next_step() {
    for (cause, next) in explained() {
        // Other tests have a store that cannot grow, and keyrings.
        if cause == "the sandbox's store fails" || cause.starts_with("the system keyring") {
            continue;
        }
        let case = case(&cause);
        let is_told_by_doctor = cause.contains(" token") || cause.contains("TOKEN");
        if !is_told_by_doctor || !case.is_for_doctor {
            let ran = case.run(case.operation);
            let next = next.replace("OPERATION", case.operation);
            assert!(ran.code > 1 && ran.stderr.contains(&next), "{cause}: {ran}");
        }
        if case.is_for_doctor {
            let ran = case.run("doctor");
            let last = ran.stderr.lines().last().unwrap_or_default();
            assert_eq!(last, next, "{cause}: {ran}");
            assert!(!ran.all().contains("`houston doctor`"), "it advises itself: {ran}");
        }
    }
}

/// A token that has expired is the likeliest reason, and is told first.
#[test]
fn an_expired_token_is_told_first() {
    // {"exp":1700000000}
    let token = "e30.eyJleHAiOjE3MDAwMDAwMDB9.x";
    let refusal = r#"{"errors":[{"message":"You do not have the appropriate permissions for that","path":["workspaces"],"extensions":{"code":"FORBIDDEN"}}],"data":{"workspaces":null}}"#;
    let server = Server::answering("200 OK", refusal);
    let user = Environment::new().set("HOUSTON_TOKEN", token).set("HOUSTON_URL", &server.url);
    insta::assert_snapshot!(user.run(&QUERY), @"
    ------- stderr -------
    error: workspaces: You do not have the appropriate permissions for that (FORBIDDEN) at workspaces [not-allowed]
      The server refused the request.
    Your token, from HOUSTON_TOKEN, expired at 2023-11-14T22:13:20Z. Sign in again with `houston auth login`. A user's token is valid for a day; automation needs the key of a service account.
    workspaces needs no permission, only a valid token.
    [exit: 3]
    ");
    let unrenewed = r#"{"errors":[{"message":"AUTH_TOKEN_REFRESH_FAILED","path":["workspaces"]}],"data":{"workspaces":null}}"#;
    let unauthenticated = r#"{"errors":[{"message":"x","extensions":{"code":"UNAUTHENTICATED"}}]}"#;
    for (status, body) in [
        ("401 Unauthorized", "<html>"),
        ("401 Unauthorized", refusal),
        ("200 OK", unrenewed),
        ("200 OK", unauthenticated),
    ] {
        let server = Server::answering(status, body);
        let user = Environment::new().set("HOUSTON_TOKEN", token).set("HOUSTON_URL", &server.url);
        let ran = user.run(&QUERY);
        let step = ran.stderr.lines().find(|line| !line.starts_with([' ', 'e'])).unwrap();
        assert!(step.starts_with("Your token, from HOUSTON_TOKEN, expired at "), "{ran}");
    }
}
