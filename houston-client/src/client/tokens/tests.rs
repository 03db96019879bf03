//! Tokens of a source, with Houston's known texts. Time is paused.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use crate::answer::PathSegment;
use crate::client::{Client, ClientBuilder};
use crate::error::ErrorKind;
use crate::options::Options;
use crate::outcome::Outcome;
use crate::request::{Operation as _, Request};
use crate::token::Token;
use crate::transport::{BoxError, Canned, Failure, Reply};
use crate::{mutation, object, query};

/// The answer to a good token, and what the two kinds of operations ask for.
const GOOD: &str = r#"{"data":{"workspaces":[],"createWorkspace":{"id":"w1"}}}"#;

/// The texts with which servers answer a token that is wrong or has ended, with code and status 200.
const REFUSALS: [(&str, &str); 4] = [
    ("You do not have the appropriate permissions for that", "FORBIDDEN"),
    ("Insufficient permissions.", "INTERNAL_SERVER_ERROR"),
    ("AUTH_TOKEN_REFRESH_FAILED", "INTERNAL_SERVER_ERROR"),
    ("Sign in", "UNAUTHENTICATED"),
];

fn list() -> Request<Option<Vec<String>>> {
    query::workspaces().select(object::workspace::id).request()
}

fn create() -> Request<String> {
    mutation::create_workspace().label("a").select(object::workspace::id).request()
}

fn refused(field: &str, text: &str, code: &str) -> String {
    serde_json::json!({
        "errors": [{ "message": text, "path": [field], "extensions": { "code": code } }],
        "data": { field: null },
    })
    .to_string()
}

/// A server that knows only one token, and answers others with this body.
fn server(good: &'static str, otherwise: String) -> Canned {
    Canned::new(move |request| {
        let sent = request.token.as_ref().map(Token::expose);
        Ok(Reply::new(200, if sent == Some(good) { GOOD } else { &otherwise }))
    })
}

/// A client whose source returns these tokens in order, the last one again and again; and how often it was asked.
fn client(canned: &Canned, tokens: &[&str]) -> (Client, Arc<AtomicUsize>) {
    let (builder, asked) = builder(canned, tokens);
    (builder.build().unwrap(), asked)
}

fn builder(canned: &Canned, tokens: &[&str]) -> (ClientBuilder, Arc<AtomicUsize>) {
    let tokens: Vec<Token> = tokens.iter().map(|text| Token::new(*text).unwrap()).collect();
    let asked = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&asked);
    let source = move || {
        let at = count.fetch_add(1, Ordering::Relaxed).min(tokens.len() - 1);
        let token = tokens[at].clone();
        async move {
            tokio::time::sleep(Duration::from_millis(5)).await;
            Ok::<_, BoxError>(token)
        }
    };
    (Client::builder("").transport(canned.clone()).token_source(source), asked)
}

fn sent(canned: &Canned) -> Vec<String> {
    let token = |token: Option<Token>| token.map_or(String::new(), |token| token.expose().into());
    canned.received().into_iter().map(|request| token(request.token)).collect()
}

#[tokio::test(start_paused = true)]
async fn a_source_is_asked_once_for_all_calls() {
    let canned = server("one", refused("workspaces", "no", "FORBIDDEN"));
    let (client, asked) = client(&canned, &["one", "two"]);
    let calls: Vec<_> = (0..20)
        .map(|_| {
            tokio::spawn({
                let client = client.clone();
                async move { client.send(list()).await }
            })
        })
        .collect();
    for call in calls {
        assert_eq!(call.await.unwrap().unwrap(), Some(vec![]));
    }
    assert_eq!((asked.load(Ordering::Relaxed), canned.received().len()), (1, 20));
}

#[tokio::test(start_paused = true)]
async fn a_refused_token_is_replaced_once() {
    for (text, code) in REFUSALS {
        let canned = server("two", refused("workspaces", text, code));
        let (client, asked) = client(&canned, &["one", "two"]);
        // The first call has just asked for its token.
        assert!(client.send(list()).await.is_err(), "{text}");
        assert_eq!(client.send(list()).await.unwrap(), Some(vec![]), "{text}");
        assert_eq!(client.send(list()).await.unwrap(), Some(vec![]), "{text}");
        assert_eq!(sent(&canned), ["one", "one", "two", "two"], "{text}");
        assert_eq!(asked.load(Ordering::Relaxed), 2);

        let canned = server("two", refused("createWorkspace", text, code));
        let (client, _) = self::client(&canned, &["one", "two"]);
        assert!(client.send(create()).await.is_err(), "{text}");
        assert_eq!(client.send(create()).await.unwrap(), "w1", "{text}");
        assert_eq!(sent(&canned), ["one", "one", "two"], "{text}");
    }
}

/// Each call sends once, although the source has another token.
#[tokio::test(start_paused = true)]
async fn nothing_is_repeated_that_may_have_run_or_that_no_token_helps() {
    let forbidden = REFUSALS[0].0;
    let inside = serde_json::json!({
        "errors": [{ "message": forbidden, "path": ["createWorkspace", "users"] }],
        "data": { "createWorkspace": null },
    });
    for (answer, outcome) in [
        (inside.to_string(), Outcome::Partial),
        (refused("createWorkspace", "no", "INTERNAL_SERVER_ERROR"), Outcome::Unknown),
        (
            refused("createWorkspace", "Cannot read property 'roleBindings' of undefined", ""),
            Outcome::Unknown,
        ),
        (r#"{"data":{"createWorkspace":null}}"#.to_owned(), Outcome::Done),
    ] {
        let canned = server("two", answer.clone());
        let (client, _) = client(&canned, &["one", "two"]);
        for _ in 0..2 {
            assert_eq!(client.send(create()).await.unwrap_err().outcome(), outcome, "{answer}");
        }
        assert_eq!(sent(&canned), ["one", "one"], "{answer}");
    }
    // A wrong password is not a wrong token: asking again could lock the account.
    let canned =
        server("two", refused("createToken", "Invalid password and username combination", ""));
    let (client, _) = client(&canned, &["one", "two"]);
    let login = || mutation::create_token().identity("a").password("b");
    for _ in 0..2 {
        assert_eq!(client.send(login()).await.unwrap_err().outcome(), Outcome::Refused);
    }
    assert_eq!(sent(&canned), ["one", "one"]);
}

#[tokio::test(start_paused = true)]
async fn a_lost_mutation_is_not_repeated() {
    let canned = Canned::in_order([Ok(Reply::new(200, GOOD)), Err(Failure::Lost("reset".into()))]);
    let (client, _) = client(&canned, &["one", "two"]);
    assert!(client.send(create()).await.is_ok());
    assert_eq!(client.send(create()).await.unwrap_err().outcome(), Outcome::Unknown);
    assert_eq!(sent(&canned), ["one", "one"]);
}

#[tokio::test(start_paused = true)]
async fn the_same_token_again_is_not_sent_again() {
    let canned = server("none", refused("workspaces", REFUSALS[0].0, ""));
    let (client, asked) = client(&canned, &["one"]);
    for _ in 0..3 {
        assert_eq!(client.send(list()).await.unwrap_err().outcome(), Outcome::Refused);
    }
    assert_eq!((asked.load(Ordering::Relaxed), canned.received().len()), (3, 3));
}

#[tokio::test(start_paused = true)]
async fn a_gateway_that_refuses_a_token_counts() {
    let canned = Canned::new(|request| {
        let is_good = request.token.as_ref().is_some_and(|token| token.expose() == "two");
        Ok(if is_good { Reply::new(200, GOOD) } else { Reply::new(401, "Unauthorized") })
    });
    let (client, _) = client(&canned, &["one", "two"]);
    assert!(client.send(create()).await.is_err());
    assert_eq!(client.send(create()).await.unwrap(), "w1");
    assert_eq!(sent(&canned), ["one", "one", "two"]);
}

#[tokio::test(start_paused = true)]
async fn a_part_of_an_answer_is_asked_for_again() {
    let part = serde_json::json!({
        "errors": [{ "message": REFUSALS[1].0, "path": ["workspaces"] }],
        "data": { "workspaces": null, "createWorkspace": null },
    });
    let canned = server("two", part.to_string());
    let (client, _) = client(&canned, &["one", "two"]);
    let first = client.send_partial(query::workspaces().select(object::workspace::id)).await;
    assert!(first.is_err());
    let second = client.send_partial(query::workspaces().select(object::workspace::id)).await;
    assert!(second.unwrap().errors.is_empty());
    assert_eq!(sent(&canned), ["one", "one", "two"]);
}

/// {"exp":1700000000}: it ended in 2023.
#[tokio::test(start_paused = true)]
async fn a_token_that_has_ended_is_not_kept() {
    let canned = Canned::always(GOOD);
    let (client, asked) = client(&canned, &["e30.eyJleHAiOjE3MDAwMDAwMDB9.x", "two"]);
    for _ in 0..3 {
        client.send(list()).await.unwrap();
    }
    assert_eq!(asked.load(Ordering::Relaxed), 2);
    assert_eq!(sent(&canned)[1..], ["two", "two"]);
}

#[tokio::test(start_paused = true)]
async fn without_a_token_nothing_is_sent() {
    let canned = Canned::always(GOOD);
    let failing = Client::builder("").transport(canned.clone());
    let failing = failing.token_source(async || Err::<Token, _>("no file"));
    let slow = builder(&canned, &["one"]).0;
    let timeout = Options::new().timeout(Duration::from_millis(1));
    for (client, why) in [
        (failing.build().unwrap(), "no file"),
        (slow.build().unwrap().with(timeout), "timed out after 1 ms"),
    ] {
        let error = client.send(create()).await.unwrap_err();
        assert_eq!((error.kind(), error.outcome()), (ErrorKind::Token, Outcome::NotSent));
        assert_eq!(error.summary(), format!("the token source failed: {why}"));
    }
    assert!(canned.received().is_empty());
}

#[tokio::test(start_paused = true)]
async fn a_call_may_have_its_own_token() {
    let canned = server("none", refused("workspaces", REFUSALS[0].0, ""));
    let (client, asked) = client(&canned, &["one", "two"]);
    let own = client.with(Options::new().token(Token::new("canary").unwrap()));
    assert!(!format!("{own:?}").contains("canary"), "{own:?}");
    let error = own.send(list()).await.unwrap_err();
    assert!(!format!("{error:?}").contains("canary"), "{error:?}");
    own.with(Options::new().token(None)).send(list()).await.unwrap_err();
    assert_eq!(
        (sent(&canned), asked.load(Ordering::Relaxed)),
        (vec!["canary".into(), "".into()], 0)
    );
}

#[tokio::test(start_paused = true)]
async fn neither_the_old_nor_the_new_token_is_shown() {
    let seen = Mutex::new(String::new());
    let canned = Canned::new(move |request| {
        let mut seen = seen.lock().unwrap();
        *seen += request.token.as_ref().unwrap().expose();
        let echo = format!("{} {seen}", REFUSALS[0].0);
        let error = serde_json::json!({ "message": echo, "path": ["workspaces", echo],
            "extensions": { "code": "FORBIDDEN" } });
        Ok(Reply::new(200, serde_json::json!({ "errors": [error], "data": null }).to_string()))
    });
    let (client, _) = client(&canned, &["canary-1", "canary-2"]);
    for _ in 0..2 {
        let error = client.send(list()).await.unwrap_err();
        let keys = error.errors().iter().flat_map(|error| error.path.iter().flatten());
        let keys: Vec<&PathSegment> = keys.collect();
        let shown = format!("{error} {error:?} {keys:?} {:?} {client:?}", error.body());
        assert!(shown.contains("Token(…)") && !shown.contains("canary"), "{shown}");
    }
}
