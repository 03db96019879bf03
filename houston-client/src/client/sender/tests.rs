//! Time is paused: waits take no time and can be measured.

use std::collections::VecDeque;
use std::pin::pin;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use tokio::time::{Instant, sleep};

use crate::arguments::Arguments;
use crate::client::Client;
use crate::delivery::Delivery;
use crate::error::{Error, ErrorKind};
use crate::options::Options;
use crate::outcome::Outcome;
use crate::request::{Operation as _, Request, Root, kind};
use crate::select::{Leaf, Nested, One};
use crate::transport::{Failure, Message, Pending, Reply, Transport};

struct Object;
struct Query;
struct Mutation;

impl Root for Query {
    type Kind = kind::Query;
}

impl Root for Mutation {
    type Kind = kind::Mutation;
    const IDEMPOTENT: &'static [&'static str] = &["again"];
}

fn query() -> Request<String> {
    Nested::<Query, Object, One, _>::new("a", Arguments::new(), Leaf::new("id")).request()
}

fn mutation() -> Request<String> {
    Nested::<Mutation, Object, One, _>::new("a", Arguments::new(), Leaf::new("id")).request()
}

/// The answers of a server, in order. The last one is repeated.
#[derive(Default)]
struct Script {
    answers: Mutex<VecDeque<Answer>>,
    /// How long each answer takes.
    takes: Duration,
    /// When each request arrived, and its timeout.
    asked: Mutex<Vec<(Instant, Duration)>>,
}

#[derive(Clone)]
enum Answer {
    NotConnected,
    Lost,
    Never,
    Http(u16, &'static str),
    Later(u16, &'static str),
}

const GOOD: Answer = Answer::Http(200, r#"{"data":{"a":{"id":"1"}}}"#);

impl Script {
    fn new(answers: impl IntoIterator<Item = Answer>) -> Arc<Self> {
        let answers = Mutex::new(answers.into_iter().collect());
        Arc::new(Script { answers, ..Script::default() })
    }

    fn slow(takes: Duration, answer: Answer) -> Arc<Self> {
        Arc::new(Script { answers: Mutex::new([answer].into()), takes, ..Script::default() })
    }

    fn client(self: &Arc<Self>) -> Client {
        Client::builder("").transport(Arc::clone(self)).build().unwrap()
    }

    fn attempts(&self) -> usize {
        self.asked.lock().unwrap().len()
    }

    fn waits(&self) -> Vec<Duration> {
        let asked = self.asked.lock().unwrap();
        asked.windows(2).map(|pair| pair[1].0 - pair[0].0 - self.takes).collect()
    }
}

impl Transport for Script {
    fn send<'a>(&'a self, message: Message<'a>) -> Pending<'a> {
        self.asked.lock().unwrap().push((Instant::now(), message.timeout.unwrap()));
        let mut answers = self.answers.lock().unwrap();
        let answer = answers.pop_front().unwrap();
        if answers.is_empty() {
            answers.push_back(answer.clone());
        }
        let takes = self.takes;
        Box::pin(async move {
            if !takes.is_zero() {
                sleep(takes).await;
            }
            let reply = |status, retry_after: Option<&str>, body: &str| Reply {
                status,
                retry_after: retry_after.map(str::to_owned),
                body: body.into(),
                ..Reply::default()
            };
            match answer {
                Answer::NotConnected => Err(Failure::NotConnected("refused".into())),
                Answer::Lost => Err(Failure::Lost("reset".into())),
                Answer::Never => std::future::pending().await,
                Answer::Http(status, body) => Ok(reply(status, None, body)),
                Answer::Later(status, when) => Ok(reply(status, Some(when), "busy")),
            }
        })
    }
}

fn millis(millis: u64) -> Duration {
    Duration::from_millis(millis)
}

fn is(error: &Error, outcome: Outcome, attempts: u32) {
    assert_eq!((error.outcome(), error.attempts()), (outcome, attempts), "{error}");
}

#[tokio::test(start_paused = true)]
async fn a_query_is_repeated_until_an_answer_comes() {
    let script = Script::new([Answer::Lost, Answer::NotConnected, Answer::Http(503, "busy"), GOOD]);
    assert_eq!(script.client().send(query()).await.unwrap(), "1");
    let waits = script.waits();
    assert_eq!(waits.len(), 3);
    for (wait, most) in waits.iter().zip([200, 400, 800]) {
        assert!(*wait <= millis(most + 1), "{waits:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn what_happens_is_told_to_the_caller() {
    let told = Arc::new(Mutex::new(Vec::new()));
    let to = Arc::clone(&told);
    let observing = Options::new().retries(4).observe(move |delivery| {
        to.lock().unwrap().push(match delivery {
            Delivery::Sending { attempt, most, .. } => format!("attempt {attempt} of {most}"),
            Delivery::Answered { reply, took } => format!("{} in {took:?}", reply.status),
            Delivery::Retrying { error, attempt, .. } => format!("{error}, then {attempt}"),
            other => format!("{other:?}"),
        });
    });
    let script = Script::new([Answer::NotConnected, Answer::Http(502, ""), GOOD]);
    assert_eq!(script.client().with(observing).send(query()).await.unwrap(), "1");
    assert_eq!(
        *told.lock().unwrap(),
        [
            "attempt 1 of 5",
            "Lost { failure: NotConnected(\"refused\"), took: 0ns }",
            "cannot connect to the server, then 2",
            "attempt 2 of 5",
            "502 in 0ns",
            "HTTP status 502 (Bad Gateway) and no body instead of a GraphQL answer, then 3",
            "attempt 3 of 5",
            "200 in 0ns",
        ]
    );
}

#[tokio::test(start_paused = true)]
async fn attempts_are_counted_for_the_caller() {
    let counter = Arc::new(AtomicU32::new(0));
    let script = Script::new([Answer::Lost, GOOD]);
    let client = script.client().with(Options::new().count_attempts(Arc::clone(&counter)));
    client.send(query()).await.unwrap();
    assert_eq!(counter.load(Ordering::Relaxed), 2);
    client.with(Options::new()).send(query()).await.unwrap();
    assert_eq!(counter.load(Ordering::Relaxed), 3);
}

#[tokio::test(start_paused = true)]
async fn what_brings_no_answer_is_repeated_and_what_does_is_not() {
    let refused = r#"{"errors":[{"message":"no","path":["a"]}],"data":{"a":null}}"#;
    for (answer, outcome, attempts) in [
        (Answer::Lost, Outcome::Unknown, 4),
        (Answer::NotConnected, Outcome::NotSent, 4),
        (Answer::Http(408, ""), Outcome::Unknown, 4),
        (Answer::Http(429, ""), Outcome::Refused, 4),
        (Answer::Http(500, "oops"), Outcome::Unknown, 4),
        (Answer::Http(200, "<html>"), Outcome::Unknown, 4),
        (Answer::Http(302, ""), Outcome::Refused, 1),
        (Answer::Http(401, ""), Outcome::Refused, 1),
        (Answer::Http(404, "<html>"), Outcome::Refused, 1),
        (Answer::Http(200, refused), Outcome::Refused, 1),
        (Answer::Http(504, r#"{"errors":[{"message":"no"}]}"#), Outcome::Unknown, 4),
        (Answer::Http(200, r#"{"errors":[{"message":"no"}]}"#), Outcome::Refused, 1),
        (Answer::Http(400, r#"{"errors":[{"message":"no"}]}"#), Outcome::Refused, 1),
        (Answer::Http(200, r#"{"data":{"a":{"id":7}}}"#), Outcome::Done, 1),
    ] {
        let script = Script::new([answer]);
        let error = script.client().send(query()).await.unwrap_err();
        is(&error, outcome, attempts);
        assert_eq!(script.attempts(), attempts as usize);
        let said = error.to_string().ends_with(" (after 4 attempts)");
        assert_eq!(said, attempts == 4, "{error}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_mutation_is_repeated_only_when_it_did_not_run() {
    for (answer, outcome, attempts) in [
        (Answer::NotConnected, Outcome::NotSent, 4),
        (Answer::Http(429, "slow down"), Outcome::Refused, 4),
        // A GraphQL answer shows that Houston itself has seen the request.
        (Answer::Http(429, r#"{"errors":[{"message":"slow down"}]}"#), Outcome::Refused, 1),
        (Answer::Lost, Outcome::Unknown, 1),
        (Answer::Http(408, ""), Outcome::Unknown, 1),
        (Answer::Http(502, ""), Outcome::Unknown, 1),
        (Answer::Later(503, "1"), Outcome::Unknown, 1),
        (Answer::Http(200, ""), Outcome::Unknown, 1),
        (Answer::Http(403, ""), Outcome::Refused, 1),
    ] {
        let script = Script::new([answer]);
        let error = script.client().send(mutation()).await.unwrap_err();
        is(&error, outcome, attempts);
        assert_eq!(script.attempts(), attempts as usize);
    }
    let script = Script::new([Answer::NotConnected, Answer::Later(429, "1"), Answer::Lost, GOOD]);
    is(&script.client().send(mutation()).await.unwrap_err(), Outcome::Unknown, 3);
}

#[tokio::test(start_paused = true)]
async fn a_mutation_that_may_have_run_is_repeated_when_idempotent_and_asked_for() {
    for (asked, idempotent) in [(false, false), (false, true), (true, false), (true, true)] {
        let script = Script::new([Answer::Lost, Answer::Http(502, ""), GOOD]);
        let options = Options::new().retry_idempotent(asked).idempotent(idempotent);
        let result = script.client().with(options).send(mutation()).await;
        assert_eq!(result.is_ok(), asked && idempotent);
        assert_eq!(script.attempts(), if asked && idempotent { 3 } else { 1 });
    }
}

/// The second use of a field is aliased. The name decides, not the key.
#[tokio::test(start_paused = true)]
async fn a_request_knows_whether_it_is_idempotent() {
    let field = |name: &'static str| Leaf::<Mutation, String>::new(name);
    let all = (field("again"), field("again")).request();
    assert!(all.idempotent());
    assert!(query().idempotent());
    let one_is_not = (field("again"), field("again__2")).request();
    assert!(!one_is_not.idempotent() && !mutation().idempotent());
    let asked = Options::new().retry_idempotent(true);
    let good = Answer::Http(200, r#"{"data":{"again":"a","again__2":"b"}}"#);
    for (request, options, attempts) in [
        (all.clone(), asked.clone(), 2),
        (all.clone(), Options::new(), 1),
        (all, asked.clone().idempotent(false), 1),
        (one_is_not, asked, 1),
    ] {
        let script = Script::new([Answer::Lost, good.clone()]);
        let _ = script.client().with(options).send(request).await;
        assert_eq!(script.attempts(), attempts);
    }
}

#[tokio::test(start_paused = true)]
async fn a_refusal_does_not_undo_what_may_have_run_before() {
    let options = Options::new().retry_idempotent(true).idempotent(true);
    for last in [Answer::Http(403, ""), Answer::NotConnected] {
        let script = Script::new([Answer::Lost, last]);
        let error = script.client().with(options.clone()).send(mutation()).await.unwrap_err();
        assert_eq!(error.outcome(), Outcome::Unknown, "{error}");
        assert!(error.meaning().ends_with("Check before you send it again."), "{error}");
    }
    let script = Script::new([Answer::Lost, Answer::Http(403, "")]);
    is(&script.client().send(query()).await.unwrap_err(), Outcome::Refused, 2);
}

#[tokio::test(start_paused = true)]
async fn retry_after_is_obeyed() {
    for (status, request) in [(429, mutation()), (429, query()), (503, query())] {
        let script = Script::new([Answer::Later(status, "7"), GOOD]);
        assert!(script.client().send(request).await.is_ok());
        let [wait] = script.waits()[..] else { panic!("{:?}", script.waits()) };
        assert!((millis(7000)..millis(7202)).contains(&wait), "{wait:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_server_that_asks_for_too_much_is_left_alone() {
    for when in ["61", "1000000000", "Fri, 31 Dec 9999 23:59:59 GMT"] {
        let script = Script::new([Answer::Later(429, when)]);
        let error = script.client().send(query()).await.unwrap_err();
        is(&error, Outcome::Refused, 1);
        assert!(error.to_string().contains("the server asks to wait "), "{error}");
        assert_eq!(error.retry_after(), Some(when));
    }
    // A value that the standard does not allow is ignored.
    for when in ["-1", "soon", "", "Thu, 01 Jan 1970 00:00:00 GMT"] {
        let script = Script::new([Answer::Later(429, when), GOOD]);
        assert!(script.client().send(mutation()).await.is_ok(), "{when}");
        assert!(script.waits()[0] <= millis(201));
    }
}

#[tokio::test(start_paused = true)]
async fn the_number_of_retries_can_be_set() {
    for retries in [0, 1, 5] {
        let script = Script::new([Answer::Lost]);
        let builder = Client::builder("").transport(Arc::clone(&script)).retries(retries);
        let client = builder.build().unwrap();
        is(&client.send(query()).await.unwrap_err(), Outcome::Unknown, retries + 1);
        let once = client.with(Options::new().retries(0));
        let error = once.send(query()).await.unwrap_err();
        is(&error, Outcome::Unknown, 1);
        assert!(!error.to_string().contains("attempt"), "{error}");
        assert_eq!(once.with(Options::new().timeout(millis(1))).1.retries, Some(0));
    }
}

#[tokio::test(start_paused = true)]
async fn one_deadline_covers_all_attempts() {
    let options = Options::new().timeout(Duration::from_secs(5)).retries(100);
    let start = Instant::now();
    let script = Script::slow(Duration::from_secs(2), Answer::Lost);
    let error = script.client().with(options.clone()).send(query()).await.unwrap_err();
    // 2 s, a wait of at most 0.2 s, 2 s, at most 0.4 s, and the rest of 5 s.
    is(&error, Outcome::Unknown, 3);
    assert!(start.elapsed() <= millis(5001), "{:?}", start.elapsed());
    assert!(error.to_string().contains("(not retried: too little time is left)"), "{error}");
    let given: Vec<_> = script.asked.lock().unwrap().iter().map(|(_, given)| *given).collect();
    assert_eq!(given[0], Duration::from_secs(5));
    assert!(given[2] < Duration::from_secs(1), "{given:?}");

    let start = Instant::now();
    let script = Script::new([Answer::Never]);
    let error = script.client().with(options).send(mutation()).await.unwrap_err();
    is(&error, Outcome::Unknown, 1);
    assert_eq!(error.kind(), ErrorKind::Lost);
    assert!((millis(5000)..millis(5003)).contains(&start.elapsed()), "{:?}", start.elapsed());
}

#[tokio::test(start_paused = true)]
async fn every_call_ends_by_itself() {
    let start = Instant::now();
    let error = Script::new([Answer::Never]).client().send(query()).await.unwrap_err();
    is(&error, Outcome::Unknown, 1);
    assert!((millis(120_000)..millis(120_003)).contains(&start.elapsed()));
    // A timeout that no clock can represent does not panic. With a timeout of zero, nothing is sent.
    let good = Script::new([GOOD]).client();
    assert!(good.with(Options::new().timeout(Duration::MAX)).send(query()).await.is_ok());
    let none = good.with(Options::new().timeout(Duration::ZERO));
    is(&none.send(mutation()).await.unwrap_err(), Outcome::NotSent, 1);
}

#[tokio::test(start_paused = true)]
async fn a_fifth_of_the_requests_may_be_retries() {
    let script = Script::new([Answer::Lost]);
    let client = script.client();
    for _ in 0..50 {
        let _ = client.clone().send(query()).await;
        let error = client.with(Options::new().retries(9)).send(query()).await.unwrap_err();
        assert_eq!(error.outcome(), Outcome::Unknown);
    }
    // Ten at the beginning, and a fifth of a hundred.
    assert_eq!(script.attempts(), 100 + 10 + 20);
    let error = client.send(query()).await.unwrap_err();
    let why = "(not retried: the retry budget is used up)";
    assert!(error.to_string().contains(why), "{error}");
}

#[test]
fn without_tokio_everything_is_sent_once() {
    for (answer, good) in [(GOOD, true), (Answer::Lost, false)] {
        let script = Script::new([answer]);
        let client = script.client();
        let mut call = pin!(client.send(query()));
        let polled = call.as_mut().poll(&mut Context::from_waker(Waker::noop()));
        let Poll::Ready(result) = polled else { panic!("the future is not ready") };
        assert_eq!(result.is_ok(), good);
        assert_eq!(script.attempts(), 1);
    }
}

#[tokio::test]
async fn a_header_that_cannot_be_sent_is_found_before_anything_is() {
    let script = Script::new([GOOD]);
    let client = script.client().with(Options::new().header("host", "evil.example"));
    let error = client.send(query()).await.unwrap_err();
    assert_eq!((error.kind(), error.outcome()), (ErrorKind::Input, Outcome::NotSent));
    assert_eq!(script.attempts(), 0);
}

#[test]
fn random_numbers_are_spread_between_0_and_1() {
    let numbers: Vec<f64> = (0..1000).map(|_| super::random()).collect();
    assert!(numbers.iter().all(|number| (0.0..1.0).contains(number)));
    let mean = numbers.iter().sum::<f64>() / 1000.0;
    assert!((0.4..0.6).contains(&mean), "{mean}");
}
