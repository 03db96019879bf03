//! What a subscription does while it runs.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use futures_util::StreamExt as _;
use houston_client::live::Event;
use houston_client::{BoxError, Client, ErrorKind, Options, Token};
use houston_tests::socket::{Socket, Step, Talk, tick, to};

use crate::{CANARY, builder, client, impatient, items, ticks};

#[tokio::test]
async fn the_messages_are_those_of_the_protocol() {
    let server = Socket::new(Talk::subscribed([tick("1"), Step::Stay]));
    let mut events = client(&server, |http| http).subscribe(ticks());
    assert_eq!(server.connections(), 0, "nothing is sent before it is polled");
    assert_eq!(items(&mut events, 1).await, [r#"{"ticks":1}"#]);
    drop(events);
    server.wait_for("gone");
    let seen = server.seen();
    let head = &seen[0];
    for line in [
        "GET /ws\r\n",
        "upgrade: websocket\r\n",
        "connection: Upgrade\r\n",
        "sec-websocket-version: 13\r\n",
        "sec-websocket-protocol: graphql-ws, graphql-transport-ws\r\n",
    ] {
        assert!(head.contains(line), "{line} in {head}");
    }
    assert!(!head.to_lowercase().contains("authorization"), "{head}");
    assert!(!head.contains("canary"), "{head}");
    assert_eq!(
        seen[1..],
        [
            &format!(r#"{{"type":"connection_init","payload":{{"authorization":"{CANARY}"}}}}"#),
            r#"{"id":"1","type":"start","payload":{"query":"subscription { ticks }","variables":{"every":1}}}"#,
            r#"{"id":"1","type":"stop"}"#,
            "close 1000",
            "gone",
        ]
    );
}

#[tokio::test]
async fn a_silent_server_that_answers_pings_is_alive() {
    let server = Socket::new(Talk::subscribed([Step::Stay]));
    let mut events = client(&server, impatient).subscribe(ticks());
    let waited = tokio::time::timeout(Duration::from_secs(2), events.next()).await;
    assert!(waited.is_err(), "{waited:?}");
    assert_eq!(server.connections(), 1);
}

#[tokio::test]
async fn a_gap_has_its_length_and_its_cause() {
    let lost = Talk::subscribed([tick("1"), Step::Rest(Duration::from_millis(100))]);
    let server = Socket::in_turn([lost, Talk::subscribed([tick("2"), Step::Stay])]);
    let start = jiff::Timestamp::now();
    let mut events = client(&server, |http| http).subscribe(ticks());
    assert_eq!(items(&mut events, 1).await, [r#"{"ticks":1}"#]);
    let Some(Ok(Event::Gap(gap))) = events.next().await else { panic!("no gap") };
    assert!(gap.since >= start && gap.since <= jiff::Timestamp::now(), "{gap:?}");
    let lasted = gap.lasted.as_millis();
    assert!((90..2000).contains(&lasted), "{gap:?}");
    assert_eq!(gap.cause.kind(), ErrorKind::Lost);
    assert_eq!(items(&mut events, 1).await, [r#"{"ticks":2}"#]);
}

#[tokio::test]
async fn it_starts_when_the_server_has_taken_it() {
    let server = Socket::new(Talk::subscribed([Step::Stay]));
    let mut events = client(&server, |http| http).subscribe(ticks());
    events.started().await.unwrap();
    events.started().await.unwrap();
    assert!(server.seen().iter().any(|seen| seen.contains("start")));

    let server = Socket::new(Talk::Refuse(b"HTTP/1.1 404 Not Found\r\n\r\n".to_vec()));
    let mut events = client(&server, |http| http).subscribe(ticks());
    events.started().await.unwrap_err();
    assert!(events.next().await.is_none());
}

#[tokio::test]
async fn without_retries_there_is_one_connection() {
    let server = Socket::new(Talk::subscribed([tick("1")]));
    let client = client(&server, |http| http).with(Options::new().retries(0));
    let mut events = client.subscribe(ticks());
    let found = items(&mut events, 5).await;
    assert_eq!(found.len(), 3, "{found:?}");
    assert!(found[1].starts_with("unknown: ") && found[2] == "end", "{found:?}");
    assert_eq!(server.connections(), 1);
}

#[tokio::test]
async fn connections_that_bring_nothing_are_few() {
    let server = Socket::new(Talk::subscribed([Step::Close(1011, "")]));
    let mut events = builder(&server).build().unwrap().subscribe(ticks());
    let found = items(&mut events, 5).await;
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found[0].ends_with("(after 4 attempts)"), "{found:?}");
    assert_eq!(server.connections(), 4);
}

#[tokio::test]
async fn connections_that_bring_an_event_go_on_with_pauses() {
    let server = Socket::new(Talk::subscribed([tick("1")]));
    let mut events = builder(&server).build().unwrap().subscribe(ticks());
    let found = items(&mut events, 11).await;
    let gaps = found.iter().filter(|item| item.starts_with("gap: ")).count();
    assert_eq!(gaps, 5, "{found:?}");
    assert_eq!(server.connections(), 6);
}

/// A gateway says so while the server restarts.
#[tokio::test]
async fn a_server_that_was_there_may_be_away() {
    let away =
        || Talk::Refuse(b"HTTP/1.1 503 Service Unavailable\r\ncontent-length: 0\r\n\r\n".to_vec());
    let back = Talk::subscribed([tick("2"), to("complete", "null")]);
    let talks = [Talk::subscribed([tick("1")])].into_iter().chain((0..5).map(|_| away()));
    let server = Socket::in_turn(talks.chain([back]));
    let mut events = builder(&server).build().unwrap().subscribe(ticks());
    let found = items(&mut events, 5).await;
    assert_eq!(found[0], r#"{"ticks":1}"#);
    assert!(found[1].starts_with("gap: "), "{found:?}");
    assert_eq!(found[2..], [r#"{"ticks":2}"#, "end"]);
    assert_eq!(server.connections(), 7);
}

/// A token that the server refuses while events come is asked for again.
#[tokio::test]
async fn a_token_that_ends_is_renewed() {
    let forbidden = to(
        "data",
        r#"{"errors":[{"message":"Insufficient permissions.","path":["ticks"]}],"data":{"ticks":null}}"#,
    );
    let first = Talk::subscribed([tick("1"), forbidden.clone(), Step::Stay]);
    let server = Socket::in_turn([first, Talk::subscribed([tick("2"), forbidden, Step::Stay])]);
    let asked = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&asked);
    let source = move || {
        // A source without a newer token returns the same one.
        let number = counter.fetch_add(1, Ordering::SeqCst).min(1);
        async move { Token::new(format!("{CANARY}{number}")).map_err(BoxError::from) }
    };
    let client = Client::builder(&server.url).token_source(source).build().unwrap();
    let mut events = client.subscribe(ticks());
    let found = items(&mut events, 4).await;
    assert_eq!(found[0], r#"{"ticks":1}"#);
    assert!(found[1].starts_with("gap: Insufficient permissions"), "{found:?}");
    assert_eq!(found[2], r#"{"ticks":2}"#);
    assert!(found[3].starts_with("refused: Insufficient permissions"), "{found:?}");
    let tokens = server.seen().join("\n");
    assert!(tokens.contains(&format!("{CANARY}0")) && tokens.contains(&format!("{CANARY}1")));
    assert_eq!(asked.load(Ordering::SeqCst), 3);
}

/// A token that is refused at the door is asked for again, once.
#[tokio::test]
async fn a_token_that_is_prohibited_is_renewed() {
    let prohibited = to("connection_error", r#"{"message":"Prohibited connection!"}"#);
    let refuses = Talk::Accept(Some("graphql-ws"), vec![Step::Hear("connection_init"), prohibited]);
    let works = Talk::subscribed([tick("1"), to("complete", "null")]);
    let server = Socket::in_turn([works.clone(), refuses.clone(), works, refuses.clone(), refuses]);
    let asked = AtomicUsize::new(0);
    let source = move || {
        let number = asked.fetch_add(1, Ordering::SeqCst);
        async move { Token::new(format!("{CANARY}{number}")).map_err(BoxError::from) }
    };
    let client = Client::builder(&server.url).token_source(source).build().unwrap();
    for expected in ["{", "{", "refused"] {
        let found = items(&mut client.subscribe(ticks()), 2).await;
        assert!(found[0].starts_with(expected), "{found:?}");
        assert_eq!(found[1], "end", "{found:?}");
    }
    assert_eq!(server.connections(), 5);
}

/// A reader that is slow holds the server back, and reads everything.
#[tokio::test]
async fn a_slow_reader_holds_the_server_back() {
    const EVENTS: usize = 50_000;
    let text = r#"{"id":"1","type":"data","payload":{"data":{"ticks":"0123456789abcdef"}}}"#;
    let flood = Step::Flood(EVENTS, text.to_owned());
    let server = Socket::new(Talk::subscribed([flood, to("complete", "null")]));
    let mut events = client(&server, impatient).subscribe(ticks());
    events.started().await.unwrap();
    let before = resident();
    // Longer than the limit of silence: the reader is away, and not the server.
    tokio::time::sleep(Duration::from_millis(700)).await;
    let start = Instant::now();
    let mut count = 0;
    while let Some(event) = events.next().await {
        assert!(matches!(event, Ok(Event::Item(_))), "{event:?}");
        count += 1;
    }
    assert_eq!(count, EVENTS, "in {:?}", start.elapsed());
    let grown = resident().saturating_sub(before);
    assert!(grown < 8 << 20, "{grown} bytes more");
}

#[cfg(feature = "blocking")]
#[test]
fn a_blocking_iterator_brings_the_same() {
    let server = Socket::new(Talk::subscribed([tick("1"), tick("2"), Step::Stay]));
    let client = builder(&server).build_blocking().unwrap();
    let events = client.subscribe(ticks()).take(2);
    let items = events.map(|event| match event {
        Ok(Event::Item(item)) => item.get().to_owned(),
        other => panic!("{other:?}"),
    });
    assert_eq!(items.collect::<Vec<_>>(), [r#"{"ticks":1}"#, r#"{"ticks":2}"#]);
    server.wait_for("gone");
    assert!(server.seen().contains(&r#"{"id":"1","type":"stop"}"#.to_owned()));
}

/// The memory of this process, in bytes.
fn resident() -> usize {
    let statm = std::fs::read_to_string("/proc/self/statm").unwrap_or_default();
    statm.split(' ').nth(1).and_then(|pages| pages.parse::<usize>().ok()).unwrap_or(0) * 4096
}

#[tokio::test]
async fn a_query_is_not_subscribed_to() {
    use houston_client::request::Request;
    use houston_client::schema::OperationKind;
    let server = Socket::new(Talk::Mute);
    let fields = [("ticks".into(), "ticks".into())];
    let request = Request::verbatim(
        &houston_client::SCHEMA,
        OperationKind::Query,
        "{ ticks }",
        fields,
        serde_json::Map::new(),
        [""; 0],
    );
    let mut events = client(&server, |http| http).subscribe(request);
    let found = items(&mut events, 2).await;
    assert!(found[0].starts_with("not-sent: this is not a subscription"), "{found:?}");
    assert_eq!(found[1], "end");
    assert_eq!(server.connections(), 0);
}
