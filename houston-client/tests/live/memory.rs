//! Hours, on a clock that moves on when everything waits. Connections are in memory.

use std::future::{pending, ready};
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use futures_util::{SinkExt as _, StreamExt as _};
use houston_client::live::Event;
use houston_client::transport::{
    Failure, Message, Opening, Pending, Socket, Transport, Upgrade, Upgrading,
};
use houston_client::{BoxError, Client, ClientBuilder, Token};
use tokio::io::DuplexStream;
use tokio::time::{Instant, sleep, timeout};
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::protocol::Role;
use tokio_tungstenite::tungstenite::{self, Utf8Bytes};

use crate::{items, ticks};

const HOUR: Duration = Duration::from_secs(3600);

const FORBIDDEN: &str = r#"{"id":"1","type":"data","payload":{"errors":[{"message":"Insufficient permissions.","path":["ticks"]}],"data":{"ticks":null}}}"#;

/// The server's end of a connection.
struct End(WebSocketStream<DuplexStream>);

impl End {
    async fn say(&mut self, text: &str) {
        // The client may be gone.
        let _ = self.0.send(tungstenite::Message::text(text)).await;
    }

    async fn tick(&mut self, number: usize) {
        let event =
            format!(r#"{{"id":"1","type":"data","payload":{{"data":{{"ticks":{number}}}}}}}"#);
        self.say(&event).await;
    }

    /// Reads up to a message of this type.
    async fn hear(&mut self, kind: &str) {
        let is_it = |text: &Utf8Bytes| text.contains(&format!(r#""type":"{kind}""#));
        while let Some(Ok(message)) = self.0.next().await {
            if let tungstenite::Message::Text(text) = message
                && is_it(&text)
            {
                return;
            }
        }
    }

    /// Answers pings for this time. Returns their number.
    async fn stay(&mut self, time: Duration) -> usize {
        let mut pings = 0;
        let mut end = pin!(sleep(time));
        loop {
            tokio::select! {
                () = &mut end => return pings,
                message = self.0.next() => match message {
                    Some(Ok(message)) => pings += usize::from(message.is_ping()),
                    _ => return pings,
                },
            }
        }
    }
}

/// Makes connections to a server that does this with each, given its number, after it has taken the subscription.
struct Memory<F> {
    serve: Arc<F>,
    made: Arc<AtomicUsize>,
}

impl<F, S> Transport for Memory<F>
where
    F: Fn(usize, End) -> S + Send + Sync + 'static,
    S: Future<Output = ()> + Send + 'static,
{
    fn send<'a>(&'a self, _: Message<'a>) -> Pending<'a> {
        Box::pin(ready(Err(Failure::NotConnected("this transport sends no calls".into()))))
    }

    fn upgrade<'a>(&'a self, _: Opening<'a>) -> Upgrading<'a> {
        let (ours, theirs) = tokio::io::duplex(1 << 16);
        let serve = Arc::clone(&self.serve);
        let number = self.made.fetch_add(1, Ordering::SeqCst);
        tokio::spawn(async move {
            let mut end = End(WebSocketStream::from_raw_socket(theirs, Role::Server, None).await);
            end.hear("connection_init").await;
            end.say(r#"{"type":"connection_ack"}"#).await;
            end.hear("start").await;
            serve(number, end).await;
        });
        let protocol = Some("graphql-ws".to_owned());
        let silence = Duration::from_secs(30);
        Box::pin(ready(Ok(Upgrade::Open(Socket { io: Box::new(ours), protocol, silence }))))
    }
}

/// A client of such a server, and the number of its connections.
fn client<S>(
    serve: impl Fn(usize, End) -> S + Send + Sync + 'static,
) -> (ClientBuilder, Arc<AtomicUsize>)
where
    S: Future<Output = ()> + Send + 'static,
{
    let made = Arc::new(AtomicUsize::new(0));
    let memory = Memory { serve: Arc::new(serve), made: Arc::clone(&made) };
    (Client::builder("http://localhost/v1").transport(memory), made)
}

/// The number of connections that a subscription makes in an hour.
async fn connections_in_an_hour(builder: ClientBuilder, made: &AtomicUsize) -> usize {
    let mut events = builder.build().unwrap().subscribe(ticks());
    let all = async { while events.next().await.is_some() {} };
    timeout(HOUR, all).await.expect_err("the stream ended");
    made.load(Ordering::SeqCst)
}

#[tokio::test(start_paused = true)]
async fn a_server_that_says_nothing_for_an_hour_is_asked_for_signs_of_life() {
    let (builder, made) = client(|_, mut end| async move {
        let pings = end.stay(HOUR).await;
        end.tick(pings).await;
        end.stay(HOUR).await;
    });
    let start = Instant::now();
    let mut events = builder.build().unwrap().subscribe(ticks());
    // One ping for each silence of 30 seconds, and the first one, which shows that the subscription was taken.
    let Some(Ok(Event::Item(item))) = events.next().await else { panic!("no event") };
    let pings = item.get()[9..].trim_end_matches('}').parse::<u32>().unwrap();
    assert!((119..=121).contains(&pings), "{pings}");
    assert!(start.elapsed() >= HOUR);
    assert_eq!(made.load(Ordering::SeqCst), 1);
}

#[tokio::test(start_paused = true)]
async fn a_server_that_is_dead_is_noticed_within_two_silences() {
    let (builder, _) = client(|number, mut end| async move {
        end.tick(number).await;
        if number == 0 {
            sleep(HOUR).await;
        }
        end.say(r#"{"id":"1","type":"complete"}"#).await;
        end.stay(HOUR).await;
    });
    let start = Instant::now();
    let found = items(&mut builder.build().unwrap().subscribe(ticks()), 9).await;
    let gap = "gap: the subscription was interrupted: the server sent nothing for 30 s";
    assert_eq!(found, [r#"{"ticks":0}"#, gap, r#"{"ticks":1}"#, "end"]);
    assert!(start.elapsed() < Duration::from_secs(62), "{:?}", start.elapsed());
}

/// What was read last counts, and not when the caller asked for more.
#[tokio::test(start_paused = true)]
async fn a_reader_that_was_away_is_told_the_whole_gap() {
    let (builder, _) = client(|number, mut end| async move { end.tick(number).await });
    let mut events = builder.build().unwrap().subscribe(ticks());
    assert!(matches!(events.next().await, Some(Ok(Event::Item(_)))));
    sleep(HOUR).await;
    let Some(Ok(Event::Gap(gap))) = events.next().await else { panic!("no gap") };
    assert!(gap.lasted >= HOUR, "{gap:?}");
}

#[tokio::test(start_paused = true)]
async fn a_reader_that_was_away_loses_no_connection() {
    let (builder, made) = client(|number, mut end| async move {
        end.tick(number).await;
        end.stay(2 * HOUR).await;
    });
    let mut events = builder.build().unwrap().subscribe(ticks());
    assert!(matches!(events.next().await, Some(Ok(Event::Item(_)))));
    sleep(HOUR).await;
    timeout(HOUR, events.next()).await.expect_err("nothing happens");
    assert_eq!(made.load(Ordering::SeqCst), 1);
}

/// The waits between connections are random, up to 20 seconds.
#[tokio::test(start_paused = true)]
async fn connections_that_end_at_once_are_made_with_growing_pauses() {
    let (builder, made) = client(|number, mut end| async move { end.tick(number).await });
    let made = connections_in_an_hour(builder, &made).await;
    assert!((250..500).contains(&made), "{made} connections");
}

/// A token that is refused after each event is not a reason for a storm, however many tokens the source has.
#[tokio::test(start_paused = true)]
async fn tokens_that_are_refused_again_and_again_are_renewed_with_pauses() {
    let (builder, made) = client(|number, mut end| async move {
        end.tick(number).await;
        end.say(FORBIDDEN).await;
        end.stay(HOUR).await;
    });
    let made = connections_in_an_hour(builder.token_source(new_tokens()), &made).await;
    assert!((250..500).contains(&made), "{made} connections");
}

/// A permission that is missing looks like a token that is refused.
#[tokio::test(start_paused = true)]
async fn another_token_is_tried_once_until_an_event_comes() {
    let (builder, made) = client(|_, mut end| async move {
        for _ in 0..3 {
            end.say(FORBIDDEN).await;
        }
        end.say(r#"{"id":"1","type":"complete"}"#).await;
        end.stay(HOUR).await;
    });
    let client = builder.token_source(new_tokens()).build().unwrap();
    for connections in [1, 3] {
        let found = items(&mut client.subscribe(ticks()), 9).await;
        let refused = found.iter().filter(|item| item.starts_with("refused: Insufficient"));
        assert_eq!(refused.count(), 3, "{found:?}");
        assert_eq!(made.load(Ordering::SeqCst), connections, "{found:?}");
    }
}

/// A transport that never answers.
struct Mute;

impl Transport for Mute {
    fn send<'a>(&'a self, _: Message<'a>) -> Pending<'a> {
        Box::pin(pending())
    }

    fn upgrade<'a>(&'a self, _: Opening<'a>) -> Upgrading<'a> {
        Box::pin(pending())
    }
}

#[tokio::test(start_paused = true)]
async fn a_transport_that_never_answers_ends_with_the_timeout() {
    let builder = Client::builder("http://localhost/v1").transport(Mute);
    let client = builder.timeout(Duration::from_secs(40)).build().unwrap();
    let found = items(&mut client.subscribe(ticks()), 9).await;
    let late = "unknown: the subscription was interrupted: timed out after 40 s (not retried: too little time is left)";
    assert_eq!(found, [late, "end"]);
}

/// A source that makes a new token each time.
fn new_tokens() -> impl Fn() -> std::future::Ready<Result<Token, BoxError>> {
    let asked = AtomicUsize::new(0);
    move || {
        let number = asked.fetch_add(1, Ordering::SeqCst);
        ready(Token::new(format!("{}{number}", crate::CANARY)).map_err(BoxError::from))
    }
}
