//! Clients that send the token, and checks of their errors.

use std::error::Error as _;

use houston_client::transport::http::HttpBuilder;
use houston_client::{Client, Error, ErrorKind, Outcome, Token};
use houston_tests::server::{Script, Server};

use crate::request::mutation;

/// A token that must not appear in any text.
pub(crate) const CANARY: &str = "canary0123456789canary0123456789";

pub(crate) fn client(server: &Server, change: impl FnOnce(HttpBuilder) -> HttpBuilder) -> Client {
    let token = Token::new(CANARY).unwrap();
    // Other tests cover retries.
    Client::builder(&server.url).token(token).http(change).retries(0).build().unwrap()
}

pub(crate) fn plain(server: &Server) -> Client {
    client(server, |http| http)
}

/// Sends the mutation to a server with this script; the error has been searched for the token.
pub(crate) async fn fails(script: Script) -> Error {
    let server = Server::new(script);
    let client = plain(&server);
    let error = client.send(mutation()).await.unwrap_err();
    assert!(server.seen().len() <= 1, "sent more than once: {:?}", server.seen());
    checked(&client, error)
}

pub(crate) fn checked(client: &Client, error: Error) -> Error {
    let mut shown =
        format!("{client:?} {client:#?} {error} {error:?} {error:#?} {}", error.summary());
    let mut source = error.source();
    while let Some(cause) = source {
        // Reports of causes say each thing once.
        assert!(!error.to_string().contains(&cause.to_string()), "{error}: {cause}");
        shown += &format!(" {cause} {cause:?}");
        source = cause.source();
    }
    let errors = error.errors();
    shown += &format!(" {:?} {errors:?} {:?} {:?}", error.body(), error.data(), error.pointer());
    assert!(!shown.contains("canary"), "{shown}");
    for text in [error.to_string(), error.summary(), error.meaning().to_owned()] {
        assert_eq!(text.lines().count(), 1, "{text}");
    }
    error
}

pub(crate) fn assert_is(error: &Error, kind: ErrorKind, outcome: Outcome) {
    assert_eq!((error.kind(), error.outcome()), (kind, outcome), "{error}\n{:?}", error.source());
}
