//! Tests with a transport in the same process. The tests over HTTP are in `tests/transport.rs`.

use std::rc::Rc;
use std::sync::{Arc, LazyLock};

use houston_schema::row;

use super::Client;
#[cfg(feature = "transport")]
use super::url_of_base_domain;
use crate::arguments::Arguments;
use crate::error::{Error, ErrorKind};
use crate::outcome::{Outcome, Proof, Refusal};
use crate::request::{Operation, Request, Root, kind};
use crate::schema::Schema;
use crate::select::{Leaf, Nested, One, Opt};
use crate::token::Token;
use crate::transport::{Canned, Failure, Reply};

struct Mutation;
struct Deployment;

/// The facts of the schema, as generated code has them.
static SCHEMA: LazyLock<Schema> = LazyLock::new(|| {
    let known = row!(Refusal {
        text: "Sold out".into(),
        proves: Proof::Field,
        code: "sold-out".into(),
        ..Refusal::default()
    });
    let refusals = Arc::new(vec![known].into());
    row!(Schema { version: Some("7.1".to_owned()), refusals, ..Schema::default() })
});

impl Root for Mutation {
    type Kind = kind::Mutation;

    fn schema() -> &'static Schema {
        &SCHEMA
    }
}

type Id = Leaf<Deployment, String>;

fn create() -> Nested<Mutation, Deployment, One, Id> {
    Nested::new("createDeployment", Arguments::new(), Leaf::new("id"))
}

async fn send<O: Operation>(
    operation: O,
    answer: Result<Reply, Failure>,
) -> Result<O::Output, Error> {
    let client = Client::builder("in process").token(Token::new("canary").unwrap());
    let client = client.transport(Canned::in_order([answer])).retries(0);
    client.build().unwrap().send(operation).await
}

fn reply(status: u16, body: &str) -> Result<Reply, Failure> {
    Ok(Reply::new(status, body))
}

#[tokio::test]
async fn the_message_holds_the_request_and_the_token() {
    let body = r#"{"data":{"createDeployment":{"id":"c1"}}}"#;
    for token in [None, Some("canary")] {
        let canned = Canned::in_order([reply(200, body)]);
        let mut builder = Client::builder("").transport(canned.clone());
        if let Some(token) = token {
            builder = builder.token(Token::new(token).unwrap());
        }
        let client = builder.build().unwrap();
        assert_eq!(client.send(create()).await.unwrap(), "c1");
        let [received] = &canned.received()[..] else { panic!("{canned:?}") };
        assert_eq!(received.token.as_ref().map(Token::expose), token);
        assert_eq!(received.body, create().request().body());
        assert!(!format!("{canned:?}").contains("canary"), "{canned:?}");
    }
}

/// A stream of answers is never read as one answer, however the request was made.
#[tokio::test]
async fn a_subscription_is_not_sent() {
    struct Stream;
    impl Root for Stream {
        type Kind = kind::Subscription;
    }
    let ticks =
        Nested::<Stream, Deployment, Opt<One>, Id>::new("ticks", Arguments::new(), Leaf::new("id"));
    let canned = Canned::always(r#"{"data":{"ticks":null}}"#);
    let client = Client::builder("").transport(canned.clone()).build().unwrap();
    let request = Request::subscription(ticks);
    assert!(request.document().starts_with("subscription ticks {"), "{}", request.document());
    let error = client.send(request).await.unwrap_err();
    assert_eq!((error.kind(), error.outcome()), (ErrorKind::Input, Outcome::NotSent));
    assert!(canned.received().is_empty());
    let shown = "a subscription has many answers, and this call reads one: use `subscribe`";
    assert!(error.to_string().starts_with(shown), "{error}");
}

#[tokio::test]
async fn the_future_can_be_sent_when_the_operation_cannot() {
    struct Local(Rc<()>, Request<String>);
    impl Operation for Local {
        type Output = String;
        type Partial = String;
        fn request(self) -> Request<String> {
            drop(self.0);
            self.1
        }
        fn partial_request(self) -> Request<String> {
            self.request()
        }
    }
    fn sent<T: Send>(future: T) -> T {
        future
    }
    let canned = Canned::always(r#"{"data":{"createDeployment":{"id":"c1"}}}"#);
    let client = Client::builder("").transport(canned).build().unwrap();
    let local = Local(Rc::default(), create().request());
    assert_eq!(sent(client.send(local)).await.unwrap(), "c1");
}

#[tokio::test]
async fn null_errors_are_none() {
    let body = r#"{"errors":null,"data":{"createDeployment":{"id":"c1"}}}"#;
    assert_eq!(send(create(), reply(200, body)).await.unwrap(), "c1");
    let body = r#"{"errors":null,"data":{"createDeployment":{"id":7}}}"#;
    let error = send(create(), reply(200, body)).await.unwrap_err();
    assert_eq!((error.kind(), error.outcome()), (ErrorKind::Decode, Outcome::Done));
    assert_eq!(error.pointer(), Some("/data/createDeployment/id"));
}

#[tokio::test]
async fn what_came_in_spite_of_an_error_is_kept_as_its_text() {
    let body = "\u{feff}{\"errors\":[{\"message\":\"no\",\"path\":[\"createDeployment\",\"id\"]}], \
        \"data\": {\"createDeployment\": {\"b\":1.50, \"a\":\"\\u00e9\"},\"other\":null}}";
    let error = send(create(), reply(200, body)).await.unwrap_err();
    let field = r#"{"b":1.50, "a":"\u00e9"}"#;
    assert_eq!(error.field_text("createDeployment").as_deref(), Some(field));
    let data = format!(r#"{{"createDeployment": {field},"other":null}}"#);
    assert_eq!(error.data_text(), Some(data.into()));
    assert_eq!((error.field_text("other"), error.field_text("none")), (None, None));
    let nothing = send(create(), reply(200, r#"{"errors":["no"]}"#)).await.unwrap_err();
    assert_eq!((nothing.data_text(), nothing.field_text("createDeployment")), (None, None));
}

#[tokio::test]
async fn a_null_result_is_an_error_where_null_is_not_allowed() {
    let null = r#"{"data":{"createDeployment":null}}"#;
    let error = send(create(), reply(200, null)).await.unwrap_err();
    assert_eq!((error.kind(), error.outcome()), (ErrorKind::Decode, Outcome::Done));
    let text = "the server returned null at /data/createDeployment without an error";
    assert_eq!(error.to_string(), text);
    assert_eq!(error.meaning(), "The server ran the mutation. Do not send it again.");

    type Nullable = Nested<Mutation, Deployment, Opt<One>, Id>;
    let nullable = Nullable::new("createDeployment", Arguments::new(), Leaf::new("id"));
    assert_eq!(send(nullable, reply(200, null)).await.unwrap(), None);
}

#[tokio::test]
async fn no_data_and_a_missing_field_are_unknown() {
    for (body, kind) in [
        (r#"{"data":null}"#, ErrorKind::GraphQl),
        (r#"{"errors":[]}"#, ErrorKind::GraphQl),
        (r#"{"data":{}}"#, ErrorKind::Decode),
        (r#"{"data":7}"#, ErrorKind::Decode),
        (r#"{"data":{},"data":{}}"#, ErrorKind::Foreign { status: 200 }),
    ] {
        let error = send(create(), reply(200, body)).await.unwrap_err();
        assert_eq!((error.kind(), error.outcome()), (kind, Outcome::Unknown), "{body}: {error}");
        assert_eq!(error.body(), Some(body));
        assert_ne!(error.data(), Some(&serde_json::Value::Null));
    }
}

#[tokio::test]
async fn a_refusal_has_its_row_s_code() {
    let body = r#"{"errors":[{"message":"sold out.","path":["createDeployment"]}],
                   "data":{"createDeployment":null}}"#;
    let error = send(create(), reply(200, body)).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::Refused);
    assert_eq!(error.refusal_code(), Some("sold-out"));
}

#[tokio::test]
async fn a_transport_that_shows_the_token_is_not_repeated() {
    for (failure, outcome) in [
        (Failure::NotConnected("no proxy for canary".into()), Outcome::NotSent),
        (Failure::Lost("reset after canary".into()), Outcome::Unknown),
    ] {
        let error = send(create(), Err(failure)).await.unwrap_err();
        assert_eq!(error.outcome(), outcome);
        let source = std::error::Error::source(&error).unwrap();
        let shown = format!("{error} {error:?} {source} {source:?}");
        assert!(shown.contains("Token(…)") && !shown.contains("canary"), "{shown}");
    }
}

#[tokio::test]
async fn an_odd_header_gives_the_terminal_no_orders() {
    let location = Some("https://evil.example\x1b[2J/canary".to_owned());
    let moved = Reply { status: 302, location, retry_after: Some("7".into()), ..Reply::default() };
    let error = send(create(), Ok(moved)).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::Refused);
    assert_eq!(error.retry_after(), Some("7"));
    let first = "HTTP status 302, a redirect to https://evil.example[2J/Token(…)";
    assert_eq!(error.to_string(), first);
}

#[test]
fn a_base_domain_cannot_lead_to_another_host() {
    for domain in [
        "",
        ".",
        ".a",
        ":8443",
        "a/b",
        "a@evil.example",
        "a?b",
        "a#b",
        "a b",
        "a\\b",
        "https://a.example",
    ] {
        let error = Client::for_base_domain(domain).build().unwrap_err();
        assert_eq!(
            (error.kind(), error.outcome()),
            (ErrorKind::Input, Outcome::NotSent),
            "{domain}"
        );
        assert!(error.to_string().contains("is not a valid domain"), "{error}");
    }
}

#[cfg(feature = "transport")]
#[test]
fn a_base_domain_gives_the_url() {
    for domain in ["astro.example.com", "localtest.me:8443", "b\u{fc}ro.example", "a_b.example"] {
        assert!(Client::for_base_domain(domain).build().is_ok(), "{domain}");
        let url = format!("https://houston.{domain}/v1");
        assert_eq!(url_of_base_domain(domain).unwrap(), url);
        assert_eq!(url_of_base_domain(&format!("{domain}.")).unwrap(), url);
    }
}

#[cfg(not(feature = "transport"))]
#[test]
fn without_the_feature_a_transport_has_to_be_given() {
    let error = Client::builder("https://houston.example.com/v1").build().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Input);
}

#[test]
fn errors_and_clients_can_go_anywhere() {
    fn anywhere<T: Send + Sync + 'static>() {}
    anywhere::<Error>();
    anywhere::<Client>();
    assert_eq!(size_of::<Error>(), size_of::<usize>());
}
