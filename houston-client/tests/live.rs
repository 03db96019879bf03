//! Subscriptions over real connections on loopback, with servers that follow a script.
#![cfg(feature = "subscriptions")]
#![allow(clippy::unwrap_used, reason = "the helpers of tests are tests")]

#[path = "live/faults.rs"]
mod faults;
#[path = "live/follow.rs"]
mod follow;
#[path = "live/frames.rs"]
mod frames;
#[path = "live/memory.rs"]
mod memory;
#[path = "live/route.rs"]
mod route;

use std::borrow::Cow;
use std::time::Duration;

use futures_util::StreamExt as _;
use houston_client::live::{Event, Subscription};
use houston_client::request::Request;
use houston_client::schema::OperationKind;
use houston_client::transport::http::HttpBuilder;
use houston_client::{Client, ClientBuilder, Error, SCHEMA, Token};
use houston_tests::socket::Socket;
use serde_json::value::RawValue;
use serde_json::{Map, Value};

/// A token that must not appear in any text.
const CANARY: &str = "canary0123456789canary0123456789";

fn builder(server: &Socket) -> ClientBuilder {
    Client::builder(&server.url).token(Token::new(CANARY).unwrap())
}

fn client(server: &Socket, change: impl FnOnce(HttpBuilder) -> HttpBuilder) -> Client {
    builder(server).http(change).retries(1).build().unwrap()
}

/// A timeout for tests in which a server says nothing.
fn impatient(http: HttpBuilder) -> HttpBuilder {
    http.read_timeout(Duration::from_millis(200))
}

/// The subscription of the tests. An event is the JSON text of its `data`.
fn ticks() -> Request<Box<RawValue>> {
    let document = "subscription { ticks }";
    let fields = [("ticks".into(), Cow::Borrowed("ticks"))];
    let kind = OperationKind::Subscription;
    let variables = Map::from_iter([("every".to_owned(), Value::from(1))]);
    Request::verbatim(&SCHEMA, kind, document, fields, variables, [""; 0])
}

/// What a stream brings, one line for each item, up to its end or so many items.
async fn items(events: &mut Subscription<Box<RawValue>>, most: usize) -> Vec<String> {
    let mut items = Vec::new();
    while items.len() < most {
        let next = tokio::time::timeout(Duration::from_secs(100), events.next()).await;
        items.push(match next.expect("the stream hangs") {
            Some(Ok(Event::Item(item))) => item.get().to_owned(),
            Some(Ok(Event::Gap(gap))) => format!("gap: {}", gap.cause.summary()),
            Some(Ok(other)) => format!("{other:?}"),
            Some(Err(error)) => told(&error),
            None => {
                items.push("end".to_owned());
                break;
            }
        });
    }
    items
}

/// An error in one line, which has been searched for the token.
fn told(error: &Error) -> String {
    let shown = format!("{error:?} {:?} {:?} {:?}", error.cause(), error.body(), error.errors());
    assert!(!shown.contains("canary"), "{shown}");
    let code = error.refusal_code().map(|code| format!(" [{code}]")).unwrap_or_default();
    format!("{}: {}{code}", error.outcome(), error.summary())
}
