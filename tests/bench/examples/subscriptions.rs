//! Reads the events of subscriptions: with the client, or by hand with tokio-tungstenite and serde's derive.
//! `cargo xtask bench subscriptions` runs it.

#![allow(clippy::print_stdout, reason = "a program that writes its report")]

use std::error::Error;

use futures_util::{SinkExt as _, StreamExt as _, TryStreamExt as _, future};
use houston_client::live::{Event, Subscription};
use houston_client::object::deployment_log;
use houston_client::{Client, Token, subscription};
use serde::Deserialize;
use tokio::net::TcpStream;
use tokio_tungstenite::client_async;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest as _;

const TOKEN: &str = "0123456789abcdef0123456789abcdef";

type Line = Option<(Option<String>, Option<String>)>;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [how, url, number] = &arguments[..] else {
        return Err(
            "give: client, hand or many; a URL; the number of events or subscriptions".into()
        );
    };
    let number = number.parse()?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        match how.as_str() {
            "client" => client(url, number).await,
            "hand" => hand(url, number).await,
            _ => many(url, number).await,
        }
    })
}

fn subscribe(client: &Client) -> Subscription<Line> {
    let fields = (deployment_log::component, deployment_log::message);
    client.subscribe(subscription::log().deployment_uuid("ck0").select(fields))
}

async fn client(url: &str, number: usize) -> Result<(), Box<dyn Error>> {
    let mut events = subscribe(&Client::new(url, Token::new(TOKEN)?)?);
    let (mut count, mut bytes) = (0, 0);
    while let Some(event) = events.try_next().await? {
        let Event::Item(Some((_, Some(message)))) = event else { return Err("a gap".into()) };
        (count, bytes) = (count + 1, bytes + message.len());
    }
    check(count, bytes, number)
}

#[derive(Deserialize)]
struct Said {
    #[serde(rename = "type")]
    kind: String,
    payload: Option<Answer>,
}

#[derive(Deserialize)]
struct Answer {
    data: Data,
}

#[derive(Deserialize)]
struct Data {
    log: Option<Log>,
}

#[derive(Deserialize)]
struct Log {
    #[expect(dead_code, reason = "read, as the client does")]
    component: Option<String>,
    message: Option<String>,
}

async fn hand(url: &str, number: usize) -> Result<(), Box<dyn Error>> {
    let url = url.replace("http://", "ws://").replace("/v1", "/ws");
    let mut request = url.as_str().into_client_request()?;
    request.headers_mut().insert("sec-websocket-protocol", "graphql-ws".parse()?);
    let stream = TcpStream::connect(request.uri().authority().ok_or("no host")?.as_str()).await?;
    let (mut socket, _) = client_async(request, stream).await?;
    let init = format!(r#"{{"type":"connection_init","payload":{{"authorization":"{TOKEN}"}}}}"#);
    socket.send(Message::text(init)).await?;
    let (mut count, mut bytes) = (0, 0);
    while let Some(message) = socket.next().await {
        let Message::Text(text) = message? else { continue };
        let said: Said = serde_json::from_str(&text)?;
        match (said.kind.as_str(), said.payload) {
            ("connection_ack", _) => {
                let start = r#"{"id":"1","type":"start","payload":{"query":"subscription { log { component message } }"}}"#;
                socket.send(Message::text(start)).await?;
            }
            ("data", Some(answer)) => {
                let message = answer.data.log.and_then(|log| log.message).ok_or("no message")?;
                (count, bytes) = (count + 1, bytes + message.len());
            }
            _ => break,
        }
    }
    check(count, bytes, number)
}

fn check(count: usize, bytes: usize, number: usize) -> Result<(), Box<dyn Error>> {
    if count == number && bytes > 0 { Ok(()) } else { Err(format!("{count} events").into()) }
}

/// Keeps so many subscriptions, each until its tenth event, and tells the memory and the time of the processor.
async fn many(url: &str, number: usize) -> Result<(), Box<dyn Error>> {
    let client = Client::new(url, Token::new(TOKEN)?)?;
    let before = status("VmRSS:")?;
    let ten = (0..number).map(|_| async {
        let mut events = subscribe(&client);
        for _ in 0..10 {
            events.try_next().await?;
        }
        Ok::<_, houston_client::Error>(events)
    });
    let open = future::try_join_all(ten).await?;
    let each = (status("VmRSS:")? - before) / open.len().max(1) as f64;
    println!("{each:.1} {:.1}", status("VmHWM:")? / 1024.0);
    Ok(())
}

/// A line of the process's status, in KiB.
fn status(name: &str) -> Result<f64, Box<dyn Error>> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix(name)).ok_or("no such line")?;
    Ok(line.trim().trim_end_matches(" kB").parse()?)
}
