//! What a call records, and what it never records.

use std::fmt::{Debug, Write as _};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, OnceLock};

use houston_client::arguments::Arguments;
use houston_client::request::{AnsweredOnce, Operation as _, Request, Root, kind};
use houston_client::select::{Leaf, Nested, One};
use houston_client::{Client, Options, Token};
use houston_tests::server::{Script, Server, http};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

use crate::C1;
use crate::check::CANARY;

/// Everything that was recorded, by this crate and by every other one.
static TOLD: Mutex<String> = Mutex::new(String::new());

struct Listener;

struct Line<'a>(&'a mut String);

impl Visit for Line<'_> {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        write!(self.0, " {}={value:?}", field.name()).unwrap();
    }
}

fn tell(what: &str, record: impl FnOnce(&mut Line<'_>)) {
    let mut told = TOLD.lock().unwrap();
    told.push_str(what);
    record(&mut Line(&mut told));
    told.push('\n');
}

impl Subscriber for Listener {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        static NEXT: AtomicU64 = AtomicU64::new(1);
        tell(span.metadata().name(), |line| span.record(line));
        Id::from_u64(NEXT.fetch_add(1, Ordering::Relaxed))
    }

    fn record(&self, _: &Id, values: &Record<'_>) {
        tell("recorded", |line| values.record(line));
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        tell(event.metadata().target(), |line| event.record(line));
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

impl log::Log for Listener {
    fn enabled(&self, _: &log::Metadata<'_>) -> bool {
        true
    }

    fn log(&self, record: &log::Record<'_>) {
        tell(&format!("log {}", record.args()), |_| {});
    }

    fn flush(&self) {}
}

struct Query;
struct Mutation;
struct Deployment;

impl Root for Query {
    type Kind = kind::Query;
}

impl Root for Mutation {
    type Kind = kind::Mutation;
}

fn request<R: Root<Kind: AnsweredOnce> + 'static>() -> Request<String> {
    let mut arguments = Arguments::new();
    arguments.set("password", "String!", "canary-variable".into());
    Nested::<R, Deployment, One, _>::new("createDeployment", arguments, Leaf::new("id")).request()
}

#[tokio::test]
async fn one_span_for_a_call_and_no_secret_in_it() {
    static LISTENS: OnceLock<()> = OnceLock::new();
    LISTENS.get_or_init(|| {
        log::set_logger(&Listener).unwrap();
        log::set_max_level(log::LevelFilter::Trace);
    });
    let _listening = tracing::subscriber::set_default(Listener);

    let secret = Token::new("canary-header").unwrap();
    let options = Options::new().secret_header("x-key", secret).header("x-team", "canary-team");
    let client = |server: &Server| {
        let url = format!("{}/canary-path?key=canary-url", &server.url);
        let builder = Client::builder(url).token(Token::new(CANARY).unwrap()).retries(1);
        builder.build().unwrap().with(options.clone())
    };
    let good = Server::new(Script::KeepAlive(http("200 OK", "", C1)));
    client(&good).send(request::<Mutation>()).await.unwrap();
    let echo = format!("{CANARY} canary-variable canary-body");
    let bad = Server::new(Script::Write(http("503 Service Unavailable", "", echo)));
    client(&bad).send(request::<Query>()).await.unwrap_err();
    client(&bad).send(request::<Mutation>()).await.unwrap_err();
    assert!(good.seen()[0].contains("canary-url") && good.seen()[0].contains("canary-variable"));

    let told = TOLD.lock().unwrap().clone();
    assert!(told.contains("log "), "no log of HTTP was recorded: {told}");
    assert!(!told.contains("canary"), "{told}");
    let ours: Vec<&str> = told
        .lines()
        .filter(|line| {
            ["houston_call", "recorded", "houston_client"].iter().any(|own| line.starts_with(own))
        })
        .map(|line| line.split(" wait_ms=").next().unwrap())
        .collect();
    assert_eq!(
        ours,
        [
            "houston_call kind=\"mutation\"",
            "recorded operation=\"createDeployment\"",
            "recorded attempt=1",
            "recorded status=200",
            "recorded outcome=\"done\"",
            "houston_call kind=\"query\"",
            "recorded operation=\"createDeployment\"",
            "recorded attempt=1",
            "recorded status=503",
            "houston_client message=retrying outcome=\"unknown\"",
            "recorded attempt=2",
            "recorded status=503",
            "recorded outcome=\"unknown\"",
            "houston_call kind=\"mutation\"",
            "recorded operation=\"createDeployment\"",
            "recorded attempt=1",
            "recorded status=503",
            "recorded outcome=\"unknown\"",
        ],
        "{told}"
    );
}
