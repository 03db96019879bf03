//! What the client costs beside reqwest and a struct with serde's derive, on loopback and with the same types.
//!
//! `cargo xtask bench client` runs it. Each pair is measured in turn, and the medians are compared.

#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a program that measures")]

use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::Router;
use axum::routing::post;
use houston_client::request::{Operation, Request};
use houston_client::scalar::DateTime;
use houston_client::{Client, Token, mutation, object, query, selection};
use houston_sandbox::Sandbox;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// The default selection of a Deployment, as written by hand.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
#[allow(dead_code, reason = "decoding is what is measured")]
struct Derived {
    config: Option<Value>,
    created_at: DateTime,
    description: Option<String>,
    id: String,
    label: Option<String>,
    properties: Option<Value>,
    release_name: Option<String>,
    status: Option<String>,
    r#type: Option<String>,
    updated_at: DateTime,
    version: Option<String>,
}

selection! {
    struct Selected on object::Deployment {
        config: Option<Value> = object::deployment::config,
        created_at: DateTime = object::deployment::created_at,
        description: Option<String> = object::deployment::description,
        id: String = object::deployment::id,
        label: Option<String> = object::deployment::label,
        properties: Option<Value> = object::deployment::properties,
        release_name: Option<String> = object::deployment::release_name,
        status: Option<String> = object::deployment::status,
        r#type: Option<String> = object::deployment::r#type,
        updated_at: DateTime = object::deployment::updated_at,
        version: Option<String> = object::deployment::version,
    }
}

#[derive(Deserialize)]
struct Answer<D> {
    data: D,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Created {
    create_deployment: Derived,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Listed {
    workspace_deployments: Vec<Derived>,
}

#[derive(Serialize)]
struct Body<'a> {
    query: &'a str,
    variables: Value,
}

const ROUNDS: usize = 15;
const IN_FLIGHT: usize = 64;

fn main() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let deployment = runtime.block_on(deployment());
    decode(&deployment);
    let one = json!({"data": {"createDeployment": deployment}}).to_string();
    println!("one answer: {} bytes", one.len());
    let url = runtime.block_on(serve(one));
    let ours = Client::new(&url, Token::new("0123456789abcdef0123456789abcdef").unwrap()).unwrap();
    // reqwest as it comes waits for ever and has no name: once so, and once with the time limits and the name that our
    // client has.
    let limited = reqwest::Client::builder()
        .user_agent(concat!("houston-client/", env!("CARGO_PKG_VERSION")))
        .timeout(Duration::from_secs(120))
        .read_timeout(Duration::from_secs(30))
        .connect_timeout(Duration::from_secs(10));
    let bare = Raw { client: reqwest::Client::new(), url: url.clone() };
    let limited = Raw { client: limited.build().unwrap(), url };
    for (name, calls, in_flight) in [("sequential", 1_000, 1), ("64 in flight", 6_400, IN_FLIGHT)] {
        for (peer, raw) in
            [("reqwest + derive", &bare), ("the same with time limits and a user-agent", &limited)]
        {
            let ours = &ours;
            let ours = || runtime.block_on(run(calls, in_flight, || call(ours.clone())));
            let theirs = || runtime.block_on(run(calls, in_flight, || raw.clone().call()));
            let speed = |spent: Duration| format!("{:.0}/s", calls as f64 / spent.as_secs_f64());
            let name = format!("requests, {name}");
            pair(&name, ("houston-client", &ours), (peer, &theirs), speed);
        }
    }
}

/// A Deployment as the API answers it.
async fn deployment() -> Value {
    let server = Sandbox::start().await.unwrap().listen().await.unwrap();
    let token = Token::new(server.token().to_owned()).unwrap();
    let client = Client::new(server.url(), token).unwrap();
    let workspace = mutation::create_workspace().label("bench").select(object::workspace::id);
    let workspace = client.send(workspace).await.unwrap();
    let create = mutation::create_deployment().label("etl").r#type("airflow");
    let created = client.send(create.workspace_uuid(workspace)).await.unwrap();
    serde_json::to_value(created).unwrap()
}

fn decode(deployment: &Value) {
    let each = deployment.to_string().len();
    let many = vec![deployment.clone(); 10_000_000 / each];
    let list = json!({"data": {"workspaceDeployments": many}}).to_string();
    println!("a list of {} Deployments: {} bytes", many.len(), list.len());
    let megabytes = list.len() as f64 / 1e6;
    let speed = |spent: Duration| format!("{:.0} MB/s", megabytes / spent.as_secs_f64());
    let derived = || -> Duration {
        time(|| {
            let answer: Answer<Listed> = serde_json::from_slice(list.as_bytes()).unwrap();
            answer.data.workspace_deployments.len()
        })
    };
    let operation = || query::workspace_deployments().workspace_uuid("ck0");
    let default = operation().request();
    pair(
        "decoding, default struct",
        ("houston-client", &|| read(&default, &list)),
        ("serde derive", &derived),
        speed,
    );
    let selected = operation().select(Selected::select()).request();
    pair(
        "decoding, selection!",
        ("houston-client", &|| read(&selected, &list)),
        ("serde derive", &derived),
        speed,
    );
    use object::deployment as d;
    let tuple = operation()
        .select((
            d::config,
            d::created_at,
            d::description,
            d::id,
            d::label,
            d::properties,
            d::release_name,
            d::status,
            d::r#type,
            d::updated_at,
            d::version,
        ))
        .request();
    pair(
        "decoding, tuple",
        ("houston-client", &|| read(&tuple, &list)),
        ("serde derive", &derived),
        speed,
    );
}

fn read<T>(request: &Request<T>, body: &str) -> Duration {
    // The copy of the body is not decoding.
    let body = body.as_bytes().to_vec();
    time(|| request.read(200, body).unwrap())
}

fn time<T>(work: impl FnOnce() -> T) -> Duration {
    let started = Instant::now();
    let made = black_box(work());
    let spent = started.elapsed();
    drop(made);
    spent
}

async fn serve(answer: String) -> String {
    let answer = Arc::new(answer);
    let handler = move |_: String| {
        let answer = Arc::clone(&answer);
        async move { ([("content-type", "application/json")], answer.as_ref().clone()) }
    };
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/v1", listener.local_addr().unwrap());
    tokio::spawn(async move {
        axum::serve(listener, Router::new().route("/v1", post(handler))).await.unwrap();
    });
    url
}

async fn call(client: Client) {
    let operation = mutation::create_deployment().label("etl").r#type("airflow");
    black_box(client.send(operation.workspace_uuid("ck0")).await.unwrap());
}

#[derive(Clone)]
struct Raw {
    client: reqwest::Client,
    url: String,
}

impl Raw {
    async fn call(self) {
        const DOCUMENT: &str = "mutation createDeployment($label: String!, $type: String!, \
            $workspaceUuid: Uuid!) { createDeployment(label: $label, type: $type, \
            workspaceUuid: $workspaceUuid) { config createdAt description id label properties \
            releaseName status type updatedAt version } }";
        let variables = json!({"label": "etl", "type": "airflow", "workspaceUuid": "ck0"});
        let request = self
            .client
            .post(&self.url)
            .body(serde_json::to_vec(&Body { query: DOCUMENT, variables }).unwrap());
        let request = request
            .header("authorization", "0123456789abcdef0123456789abcdef")
            .header("content-type", "application/json");
        let body = request.send().await.unwrap().bytes().await.unwrap();
        let answer: Answer<Created> = serde_json::from_slice(&body).unwrap();
        black_box(answer.data.create_deployment);
    }
}

async fn run<F>(calls: usize, in_flight: usize, call: impl Fn() -> F) -> Duration
where
    F: Future<Output = ()> + Send + 'static,
{
    let started = Instant::now();
    if in_flight == 1 {
        for _ in 0..calls {
            call().await;
        }
        return started.elapsed();
    }
    let mut running = tokio::task::JoinSet::new();
    for _ in 0..calls {
        if running.len() == in_flight {
            running.join_next().await.unwrap().unwrap();
        }
        running.spawn(call());
    }
    while let Some(done) = running.join_next().await {
        done.unwrap();
    }
    started.elapsed()
}

/// Measures two in turn, and prints both medians and the ratio of their speeds.
fn pair(
    name: &str,
    (ours, our_run): (&str, &dyn Fn() -> Duration),
    (theirs, their_run): (&str, &dyn Fn() -> Duration),
    show: impl Fn(Duration) -> String,
) {
    our_run();
    their_run();
    let (mut our_times, mut their_times) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        our_times.push(our_run());
        their_times.push(their_run());
    }
    our_times.sort();
    their_times.sort();
    let (one, other) = (our_times[ROUNDS / 2], their_times[ROUNDS / 2]);
    let ratio = other.as_secs_f64() / one.as_secs_f64();
    println!("{name}: {ours} {}, {theirs} {}: {ratio:.2} x", show(one), show(other));
}
