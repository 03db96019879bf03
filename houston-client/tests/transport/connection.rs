//! Connections that fail, break off or take too long.

use std::error::Error as _;
use std::time::Duration;

use houston_client::schema::OperationKind;
use houston_client::transport::cause::{Cause, ConnectFault, TlsFault};
use houston_client::{Client, ErrorKind, Outcome, Token};
use houston_tests::server::{Script, Server, bomb, http, json};

use crate::C1;
use crate::check::{CANARY, assert_is, checked, client, fails, plain};
use crate::gzip::GZIP;
use crate::request::{mutation, typed, untyped};

#[tokio::test]
async fn a_refused_port_is_not_sent() {
    // Bound, so that no other test gets the port, but nothing listens on it.
    let held = tokio::net::TcpSocket::new_v4().unwrap();
    held.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    let address = held.local_addr().unwrap();
    let url = format!("http://{address}/v1?key=hunter2");
    let client = Client::new(url, Token::new(CANARY).unwrap()).unwrap();
    let error = checked(&client, client.send(mutation()).await.unwrap_err());
    assert_is(&error, ErrorKind::NotConnected, Outcome::NotSent);
    let text = error.summary();
    assert!(text.contains(&address.to_string()) && !text.contains("hunter2"), "{text}");
    let Some(Cause::Connect { fault, .. }) = error.cause() else { panic!("{error:?}") };
    assert!(matches!(fault, ConnectFault::Refused(_)), "{fault:?}");
    assert_eq!(error.to_string(), "cannot connect to the server (after 4 attempts)");
    assert_eq!(error.meaning(), "Nothing was sent.");
    assert!(error.source().is_some() && error.status().is_none());
}

#[tokio::test]
async fn a_failed_tls_handshake_is_not_sent() {
    for script in [Script::Silent, Script::Write(http("400 Bad Request", "", "plain"))] {
        let server = Server::new(script);
        let builder = Client::builder(format!("https://{}/v1", server.address));
        let builder = builder.token(Token::new(CANARY).unwrap());
        let client = builder.timeout(Duration::from_millis(800)).build().unwrap();
        let error = checked(&client, client.send(mutation()).await.unwrap_err());
        assert_is(&error, ErrorKind::NotConnected, Outcome::NotSent);
        assert!(!server.seen().concat().contains(CANARY));
        let Some(Cause::Tls(tls)) = error.cause() else { continue };
        assert_eq!((&tls.fault, error.attempts()), (&TlsFault::NotTls, 1));
        assert!(error.summary().contains("the port does not speak TLS"), "{error}");
    }
}

fn is_closed(cause: &Cause) -> bool {
    *cause == Cause::Closed
}

#[tokio::test]
async fn a_connection_that_is_lost_leaves_it_unknown() {
    let short = format!("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{C1}");
    let chunk = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"dat";
    let gzip = |body: &[u8]| Script::Write(http("200 OK", "Content-Encoding: gzip\r\n", body));
    let unreadable = |cause: &Cause| matches!(cause, Cause::Unreadable(_));
    for (name, script, is_cause) in [
        ("close on accept", Script::CloseOnAccept, is_closed as fn(&Cause) -> bool),
        ("close after reading", Script::CloseAfterReading, is_closed),
        ("head cut", Script::Write(b"HTTP/1.1 200 OK\r\nContent-".to_vec()), is_closed),
        ("no HTTP", Script::Write(b"SSH-2.0-canary\r\n".to_vec()), |cause| {
            *cause == Cause::NotHttp
        }),
        ("body cut", Script::Write(short.into_bytes()), is_closed),
        ("chunk cut", Script::Write(chunk.to_vec()), is_closed),
        ("gzip cut", gzip(&GZIP[..GZIP.len() - 20]), is_closed),
        ("no gzip", gzip(C1.as_bytes()), unreadable),
    ] {
        let error = fails(script).await;
        assert!(is_cause(error.cause().unwrap()), "{name}: {error}");
        let got = (error.kind(), error.outcome());
        assert_eq!(got, (ErrorKind::Lost, Outcome::Unknown), "{name}: {error}");
        assert!(error.source().is_some(), "{name}");
        let meaning = "The server may have run the mutation. Check before you send it again.";
        assert_eq!(error.meaning(), meaning);
    }
    let server = Server::new(Script::CloseAfterReading);
    let error = plain(&server).send(untyped(OperationKind::Query)).await.unwrap_err();
    assert_is(&error, ErrorKind::Lost, Outcome::Unknown);
    assert_eq!(error.meaning(), "The request changes nothing. You can send it again.");
}

#[tokio::test]
async fn no_answer_ends_at_the_deadline() {
    let half = b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{".to_vec();
    let short = Duration::from_millis(300);
    for script in [Script::Silent, Script::WriteAndStall(half)] {
        for idle in [false, true] {
            let server = Server::new(script.clone());
            let client = client(&server, |http| match idle {
                true => http.read_timeout(short),
                false => http.timeout(short),
            });
            let call = tokio::time::timeout(Duration::from_secs(20), client.send(mutation()));
            let error = checked(&client, call.await.expect("a deadline").unwrap_err());
            assert_is(&error, ErrorKind::Lost, Outcome::Unknown);
            let why = std::error::Error::source(&error).unwrap().to_string();
            let said = if idle { "the server sent nothing for 300 ms" } else { "timed out after " };
            assert!(why.contains(said), "{why}");
            assert_eq!(server.seen().len(), 1);
        }
    }
}

#[tokio::test]
async fn a_body_over_the_cap_is_dropped() {
    let server = Server::new(json("200 OK", C1));
    let exact = client(&server, |http| http.max_body(C1.len()));
    assert!(exact.send(mutation()).await.is_ok());
    let client_below = client(&server, |http| http.max_body(C1.len() - 1));
    let error = checked(&client_below, client_below.send(mutation()).await.unwrap_err());
    assert_is(&error, ErrorKind::Lost, Outcome::Unknown);
    assert!(error.summary().contains("larger than 40 bytes"), "{error}");

    // Counted decompressed: these bytes are fewer than the cap.
    let server = Server::new(Script::Write(http("200 OK", "Content-Encoding: gzip\r\n", bomb(96))));
    let result = client(&server, |http| http.max_body(100_039)).send(mutation()).await;
    assert_eq!(result.unwrap().get().len(), 100_009);
    let result = client(&server, |http| http.max_body(100_038)).send(mutation()).await;
    assert_is(&result.unwrap_err(), ErrorKind::Lost, Outcome::Unknown);
}

#[tokio::test]
async fn the_cap_is_32_mib() {
    let padded = |length: usize| {
        let mut body = C1.to_owned();
        body.extend(std::iter::repeat_n(' ', length - C1.len()));
        json("200 OK", &body)
    };
    let server = Server::new(padded(32 << 20));
    plain(&server).send(mutation()).await.unwrap();
    let error = fails(padded((32 << 20) + 1)).await;
    assert_is(&error, ErrorKind::Lost, Outcome::Unknown);
}

#[tokio::test]
async fn gzip_and_a_byte_order_mark_are_read() {
    let gzip = http("200 OK", "Content-Encoding: gzip\r\n", GZIP);
    let server = Server::new(Script::Write(gzip));
    assert_eq!(plain(&server).send(typed()).await.unwrap(), "cgzip");
    // The body makes an answer a GraphQL answer, not the status.
    for status in ["200 OK", "302 Found", "500 Internal Server Error"] {
        let server = Server::new(json(status, &format!("\u{feff}{C1}")));
        assert_eq!(plain(&server).send(typed()).await.unwrap(), "c1", "{status}");
    }
}
