//! Where the connection of a subscription leads.

use houston_client::transport::http::Http;
use houston_client::{Client, ErrorKind, Outcome};
use houston_tests::server::{Script, Server, Unasked, http};
use houston_tests::socket::{Socket, Step, Talk, tick};

use crate::{client, items, ticks};

#[tokio::test]
async fn the_address_is_beside_that_of_the_api() {
    let server = Socket::new(Talk::subscribed([tick("1"), Step::Stay]));
    let origin = server.url.strip_suffix("/v1").unwrap().to_owned();
    let socket = origin.replace("http://", "ws://");
    for (url, given, path) in [
        (format!("{origin}/v1"), None, "/ws"),
        (format!("{origin}/v1/"), None, "/ws"),
        (format!("{origin}/houston/v1"), None, "/houston/ws"),
        (format!("{origin}/graphql"), None, "/graphql"),
        (format!("{origin}/v1?key=7"), None, "/ws?key=7"),
        (format!("{origin}/v1"), Some(format!("{socket}/live")), "/live"),
        (format!("{origin}/v1"), Some(format!("{origin}/live?a=b")), "/live?a=b"),
    ] {
        let builder = Client::builder(&url);
        let builder = match given {
            Some(given) => builder.http(|http| http.socket_url(given)),
            None => builder,
        };
        let mut events = builder.build().unwrap().subscribe(ticks());
        assert_eq!(items(&mut events, 1).await, [r#"{"ticks":1}"#], "{url}");
        let seen = server.seen();
        let head = seen.iter().rfind(|seen| seen.starts_with("GET ")).unwrap();
        assert!(head.starts_with(&format!("GET {path}\r\n")), "{url}: {head}");
    }
}

#[test]
fn an_address_that_cannot_be_used_is_an_error_before_anything_is_sent() {
    for socket in [
        "",
        "localhost/ws",
        "ws://example.com/ws",
        "http://example.com/ws",
        "ftp://example.com/ws",
        "wss://user:canary@example.com/ws",
        "wss://",
    ] {
        let built = Http::builder("https://example.com/v1").socket_url(socket).build();
        let error = built.map(drop).unwrap_err();
        assert_eq!(error.outcome(), Outcome::NotSent, "{socket}");
        assert!(!format!("{error} {error:?}").contains("canary"), "{error:?}");
    }
    assert!(
        Http::builder("https://example.com/v1").socket_url("WSS://example.com/x").build().is_ok()
    );
    let http = Http::builder("http://example.com/v1").allow_http(true);
    assert!(http.socket_url("ws://example.com/x").build().is_ok());
}

#[tokio::test]
async fn a_proxy_is_asked_for_the_connection() {
    // To https with CONNECT: nothing but the address is sent before the tunnel is there.
    let proxy = Server::new(Script::Write(http("407 Proxy Authentication Required", "", "")));
    let to_proxy = |http: houston_client::transport::http::HttpBuilder| {
        http.proxy(format!("http://{}", proxy.address))
    };
    let builder = Client::builder("https://houston.invalid/v1").http(to_proxy).retries(0);
    let mut events = builder.build().unwrap().subscribe(ticks());
    let error = events.started().await.unwrap_err();
    assert_eq!((error.kind(), error.outcome()), (ErrorKind::NotConnected, Outcome::NotSent));
    assert_eq!(error.proxy(), Some(&*format!("http://{}", proxy.address)));
    assert!(proxy.seen()[0].starts_with("CONNECT houston.invalid:443 "), "{:?}", proxy.seen());
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let elsewhere = Unasked::new();
    let location = format!("Location: {}\r\n", elsewhere.url);
    for status in ["301 Moved", "302 Found", "307 Temporary Redirect", "308 Permanent Redirect"] {
        let server = Socket::new(Talk::Refuse(http(status, &location, "")));
        let mut events = client(&server, |http| http).subscribe(ticks());
        let found = items(&mut events, 2).await;
        assert!(found[0].starts_with("refused: HTTP status 30"), "{found:?}");
    }
    assert!(!elsewhere.was_asked());
}

#[tokio::test]
async fn nothing_listens() {
    let url = houston_tests::server::closed();
    let client = Client::builder(url).retries(1).build().unwrap();
    let found = items(&mut client.subscribe(ticks()), 3).await;
    assert!(
        found[0].starts_with("not-sent: cannot connect to the server: 127.0.0.1:"),
        "{found:?}"
    );
    assert!(found[0].ends_with("(after 2 attempts)"), "{found:?}");
    assert_eq!(found[1..], ["end"]);
}
