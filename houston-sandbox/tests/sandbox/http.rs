use std::sync::Arc;

use houston_sandbox::Sandbox;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// Sends a request over a new connection, and returns the response's head, in lower case, and its body.
pub(crate) async fn send(
    address: &str,
    method: &str,
    path: &str,
    headers: &str,
    body: &str,
) -> (String, String) {
    let mut stream = TcpStream::connect(address).await.unwrap();
    let length = body.len();
    let request = format!(
        "{method} {path} HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\ncontent-length: {length}\r\n{headers}\r\n{body}"
    );
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    (head.to_lowercase(), body.to_owned())
}

pub(crate) fn address(url: &str) -> &str {
    url.strip_prefix("http://").and_then(|rest| rest.strip_suffix("/v1")).unwrap()
}

#[tokio::test]
async fn server_answers_as_houston_does() {
    let server = Sandbox::start().await.unwrap().listen().await.unwrap();
    let url = server.url();
    let address = address(&url);
    assert!(address.starts_with("127.0.0.1:"), "{address}");
    let headers =
        format!("authorization: {}\r\ncontent-type: application/json\r\n", server.token());
    let query = "{\"query\": \"{ self { isAdmin } }\"}";
    for path in ["/v1", "/v1/", "/v1/nope", "/V1"] {
        let (head, body) = send(address, "POST", path, &headers, query).await;
        assert!(head.starts_with("http/1.1 200 ok"), "{head}");
        assert!(head.contains("content-type: application/json; charset=utf-8"), "{head}");
        assert_eq!(body.trim_end(), "{\"data\":{\"self\":{\"isAdmin\":true}}}", "{path}");
    }
    let too_long = " ".repeat(102_401);
    for (method, path, body, status, part) in [
        ("GET", "/v1/healthz", "", "200 ok", "{}"),
        ("POST", "/", query, "404", "Cannot POST /"),
        ("POST", "/v1nope", query, "404", "Cannot POST /v1nope"),
        ("PUT", "/v1", query, "405", "only GET/POST requests"),
        ("GET", "/v1", "", "400", "GET query missing."),
        ("GET", "/v1?query=%7B+appConfig%20%7Bversion%7D%7D", "", "200", "\"version\":\"0.23.12\""),
        (
            "GET",
            "/v1?query=query($u:Uuid!){workspace(workspaceUuid:$u){id}}&variables={%22u%22:null}",
            "",
            "400",
            "must not be null",
        ),
        (
            "GET",
            "/v1?query=mutation{deleteWorkspace(workspaceUuid:%22x%22){id}}",
            "",
            "405",
            "GET supports only query operation",
        ),
        ("POST", "/v1", "{", "400", "SyntaxError"),
        ("POST", "/v1", &too_long, "413", "request entity too large"),
        ("POST", "/v1", "{\"query\": \"{ nope }\"}", "400", "GRAPHQL_VALIDATION_FAILED"),
    ] {
        let (head, answer) = send(address, method, path, &headers, body).await;
        assert!(head.starts_with(&format!("http/1.1 {status}")), "{method} {path}: {head}");
        assert!(answer.contains(part), "{method} {path}: {answer}");
        assert_eq!(head.contains("allow: "), status == "405", "{head}");
    }
}

#[tokio::test]
async fn bodies_may_be_packed() {
    let server = Sandbox::start().await.unwrap().listen().await.unwrap();
    let pack = |text: &str| {
        let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        std::io::Write::write_all(&mut packed, text.as_bytes()).unwrap();
        packed.finish().unwrap()
    };
    let query = "{\"query\": \"{ appConfig { version } }\"}";
    let bomb = format!("{{\"query\": \"{}\"}}", " ".repeat(1_000_000));
    for (encoding, body, status) in [
        ("gzip", pack(query), "200"),
        ("gzip", pack(&bomb), "413"),
        ("gzip", query.as_bytes().to_vec(), "400"),
        ("br", query.as_bytes().to_vec(), "415"),
    ] {
        let url = server.url();
        let mut stream = TcpStream::connect(address(&url)).await.unwrap();
        let head = format!(
            "POST /v1 HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\ncontent-type: application/json\r\n\
             content-encoding: {encoding}\r\ncontent-length: {}\r\n\r\n",
            body.len()
        );
        stream.write_all(head.as_bytes()).await.unwrap();
        stream.write_all(&body).await.unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.unwrap();
        assert!(answer.starts_with(&format!("HTTP/1.1 {status}")), "{encoding}: {answer}");
    }
}

#[tokio::test]
async fn browsers_get_a_page() {
    let server = Sandbox::start().await.unwrap().listen().await.unwrap();
    let url = server.url();
    let path = "/v1?query={appConfig{version}}";
    for (accept, part) in [
        ("text/html, application/json", "<!DOCTYPE html>"),
        ("application/json, text/html", "0.23.12"),
        ("*/*", "0.23.12"),
    ] {
        let headers = format!("accept: {accept}\r\n");
        let (_, body) = send(address(&url), "GET", path, &headers, "").await;
        assert!(body.contains(part), "{accept}: {body}");
    }
}

#[tokio::test]
async fn server_stops_when_it_is_dropped() {
    let server = Sandbox::start().await.unwrap().listen().await.unwrap();
    let url = server.url();
    // An open connection must not keep the server alive.
    let mut idle = TcpStream::connect(address(&url)).await.unwrap();
    send(address(&url), "GET", "/v1/healthz", "", "").await;
    drop(server);
    assert_eq!(idle.read(&mut [0; 1]).await.unwrap_or(0), 0);
    for _ in 0..100 {
        if TcpStream::connect(address(&url)).await.is_err() {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    panic!("{url} still takes connections");
}

#[tokio::test]
async fn sandbox_serves_a_listener_of_the_callers() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let serving = tokio::spawn(Arc::new(Sandbox::in_memory().unwrap()).serve(listener));
    let (head, body) = send(&address, "GET", "/v1/healthz", "", "").await;
    assert!(head.starts_with("http/1.1 200"), "{head}");
    assert_eq!(body.trim_end(), "{}");
    serving.abort();
}

#[tokio::test]
async fn a_token_can_come_in_a_cookie_and_is_given_in_one() {
    for domain in ["sandbox.localhost", "my-astro.example.com"] {
        let sandbox =
            Sandbox::builder().setting("baseDomain", domain).unwrap().in_memory().unwrap();
        let server = sandbox.listen().await.unwrap();
        let url = server.url();
        let json = "content-type: application/json\r\n";
        let name = format!("astronomer_{}_auth", domain.replace(['.', '-'], "_"));
        let token = server.token();
        for (headers, is_known) in [
            (format!("cookie: a=b; {name}={token}\r\n"), true),
            (format!("cookie: other={token}\r\n"), false),
            // An invalid header does not fall back to a valid cookie.
            (format!("authorization: invalid\r\ncookie: {name}={token}\r\n"), false),
        ] {
            let query = "{\"query\": \"{ self { isAdmin } }\"}";
            let (head, body) = send(address(&url), "POST", "/v1", &(headers + json), query).await;
            assert_eq!(body.contains("true"), is_known, "{body}");
            assert!(!head.contains("set-cookie"), "{head}");
        }
        let headers = format!("{json}authorization: {token}\r\n");
        let query = "{\"query\": \"{ me: self { t: token { value } } }\"}";
        let (head, body) = send(address(&url), "POST", "/v1", &headers, query).await;
        let (_, value) = body.split_once("\"value\":\"").unwrap();
        let value = value.split('"').next().unwrap();
        let cookie = format!(
            "set-cookie: {name}={}; max-age=86400; domain=.{domain}; path=/; secure\r\n",
            value.to_lowercase()
        );
        assert!(head.contains(&cookie), "{head}");
    }
}
