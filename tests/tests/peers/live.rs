//! Subscriptions of the client at servers of others: its events are what the server sent.

use std::borrow::Cow;
use std::io::{BufRead as _, BufReader};
use std::process::{Child, ChildStdout, Stdio};

use futures_util::StreamExt as _;
use houston_client::live::{Event, Subscription};
use houston_client::request::Request;
use houston_client::schema::OperationKind;
use houston_client::{Client, ErrorKind, Outcome, SCHEMA, Token};
use houston_tests::installed::{is_installed, node};
use serde_json::value::RawValue;
use serde_json::{Map, Value, json};

use crate::peer::{CURRENT, OF_HOUSTON, workspace};

/// The libraries, and the folders that have them: that of Houston 0.16, and the current ones of both protocols.
const LIBRARIES: [(&str, &str); 3] = [
    (OF_HOUSTON, "subscriptions-transport-ws"),
    (CURRENT, "subscriptions-transport-ws"),
    (CURRENT, "graphql-ws"),
];

/// A server of others. It ends with the test.
struct Peer {
    process: Child,
    client: Client,
    said: BufReader<ChildStdout>,
}

impl Peer {
    fn start(folder: &str, library: &str) -> Option<Self> {
        if !is_installed(library, &format!("{folder}/node_modules/{library}")) {
            return None;
        }
        let mut command = node();
        command.args(["tests/apollo/socket.js", folder, library]).current_dir(workspace());
        let mut process = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let mut said = BufReader::new(process.stdout.take().unwrap());
        let mut port = String::new();
        said.read_line(&mut port).unwrap();
        let url = format!("http://127.0.0.1:{}/v1", port.trim());
        let client = Client::new(url, Token::new("let-me-in").unwrap()).unwrap();
        Some(Peer { process, client, said })
    }

    fn subscribe(&self, document: &str) -> Subscription<Box<RawValue>> {
        let fields = [("ticks".into(), Cow::Borrowed("ticks"))];
        let kind = OperationKind::Subscription;
        let request = Request::verbatim(&SCHEMA, kind, document, fields, Map::new(), [""; 0]);
        self.client.subscribe(request)
    }

    /// What the server said and heard until it closed the connection.
    fn said(&mut self) -> Vec<String> {
        let mut lines = Vec::new();
        while lines.last().is_none_or(|line: &String| !line.starts_with("closed ")) {
            let mut line = String::new();
            assert!(self.said.read_line(&mut line).unwrap() > 0, "{lines:?}");
            lines.push(line.trim_end_matches('\n').to_owned());
        }
        lines
    }
}

impl Drop for Peer {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The payloads of the answers among what a server said.
fn payloads(said: &[String]) -> Vec<Value> {
    let messages = said.iter().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let answers = messages.filter(|message| message["type"] == "data" || message["type"] == "next");
    answers.map(|answer| answer["payload"].clone()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn events_are_what_the_server_sent() {
    for (folder, library) in LIBRARIES {
        let Some(mut peer) = Peer::start(folder, library) else { continue };
        let document = "subscription { ticks(to: 40, failing: 7) { number text share tags } }";
        let mut events = peer.subscribe(document);
        let mut seen = Vec::new();
        while let Some(event) = events.next().await {
            seen.push(match event {
                Ok(Event::Item(data)) => json!({ "data": data }),
                Err(error) => {
                    assert_eq!(
                        (error.kind(), error.outcome()),
                        (ErrorKind::GraphQl, Outcome::Refused)
                    );
                    serde_json::from_str(error.body().unwrap()).unwrap()
                }
                other => panic!("{library} in {folder}: {other:?}"),
            });
        }
        drop(events);
        let said = peer.said();
        assert_eq!(seen, payloads(&said), "{library} in {folder}");
        assert_eq!(seen.len(), 40, "{library} in {folder}");
        assert!(seen[7]["errors"][0]["message"] == "tick failed", "{}", seen[7]);
        assert_eq!(said.last().unwrap(), "closed 1000", "{library} in {folder}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn dropping_it_stops_the_server() {
    for (folder, library) in LIBRARIES {
        let Some(mut peer) = Peer::start(folder, library) else { continue };
        let mut events = peer.subscribe("subscription { endless }");
        events.started().await.unwrap();
        for _ in 0..3 {
            assert!(matches!(events.next().await, Some(Ok(Event::Item(_)))));
        }
        drop(events);
        let said = peer.said();
        let stop = if library == "graphql-ws" { "complete" } else { "stop" };
        let stop = format!(r#"> {{"id":"1","type":"{stop}"}}"#);
        assert!(said.contains(&stop), "{library} in {folder}: {said:?}");
        assert_eq!(said.last().unwrap(), "closed 1000", "{library} in {folder}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn refusals_are_told() {
    for (folder, library) in LIBRARIES {
        let Some(peer) = Peer::start(folder, library) else { continue };
        // The newer library takes a syntax error for its own fault.
        let (syntax, unreadable) = match library {
            "graphql-ws" => (Outcome::Unknown, "the code 4500"),
            _ => (Outcome::Refused, "Syntax Error"),
        };
        for (document, outcome, text) in [
            ("subscription { ticks(to: 1) { nothing } }", Outcome::Refused, "Cannot query field"),
            ("subscription { ticks }", Outcome::Refused, "must have a selection of subfields"),
            ("subscription {", syntax, unreadable),
        ] {
            let mut events = peer.subscribe(document);
            let error = loop {
                match events.next().await.unwrap() {
                    Err(error) => break error,
                    Ok(event) => assert!(matches!(event, Event::Gap(_)), "{event:?}"),
                }
            };
            assert_eq!(error.outcome(), outcome, "{library} in {folder}: {document}: {error:?}");
            assert!(error.summary().contains(text), "{library} in {folder}: {error:?}");
            assert!(events.next().await.is_none(), "{library} in {folder}: {document}");
        }
        let other = Token::new("let-me-out").unwrap();
        let other = peer.client.with(houston_client::Options::new().token(other));
        let fields = [("endless".into(), Cow::Borrowed("endless"))];
        let (kind, document) = (OperationKind::Subscription, "subscription { endless }");
        let request = Request::verbatim(&SCHEMA, kind, document, fields, Map::new(), [""; 0]);
        let error = other.subscribe(request).started().await.unwrap_err();
        assert_eq!(error.outcome(), Outcome::Refused, "{library} in {folder}: {error:?}");
        let code = error.refusal().map(|refusal| refusal.code.to_string());
        let expected = if library == "graphql-ws" { "not-allowed" } else { "login-failed" };
        assert_eq!(code.as_deref(), Some(expected), "{library} in {folder}: {error:?}");
    }
}
