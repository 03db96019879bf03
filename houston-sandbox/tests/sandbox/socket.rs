//! A client of the sandbox's WebSocket.

use std::time::Duration;

use futures::{SinkExt, StreamExt};
use houston_sandbox::{Sandbox, Server};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async, tungstenite};

use crate::{admin, data, sandbox, text};

pub(crate) const LOG: &str =
    "subscription($d: Uuid!) { log(deploymentUuid: $d) { component message timestamp } }";

pub(crate) const STATUS: &str =
    "subscription($r: String) { deploymentStatus(releaseName: $r) { status } }";

/// A client of the sub-protocol. It sends only what the test sends.
pub(crate) struct Socket(pub(crate) WebSocketStream<MaybeTlsStream<TcpStream>>);

/// A received message, or the code that the connection was closed with.
#[derive(Debug, PartialEq)]
pub(crate) enum Heard {
    Said(Value),
    Closed(u16),
}

use Heard::{Closed, Said};

impl Socket {
    pub(crate) async fn open(
        url: &str,
        protocol: &str,
    ) -> Result<(Socket, Option<String>), tungstenite::Error> {
        let mut request = url.into_client_request()?;
        if !protocol.is_empty() {
            request.headers_mut().insert("Sec-WebSocket-Protocol", protocol.parse().unwrap());
        }
        let (stream, response) = connect_async(request).await?;
        let agreed = response.headers().get("Sec-WebSocket-Protocol");
        Ok((Socket(stream), agreed.map(|name| name.to_str().unwrap().to_owned())))
    }

    /// Opens a connection that the server has acknowledged.
    pub(crate) async fn signed_in(server: &Server, token: &str) -> Socket {
        let mut socket = Socket::open(&server.socket_url(), "graphql-ws").await.unwrap().0;
        socket
            .say(json!({ "type": "connection_init", "payload": { "authorization": token } }))
            .await;
        assert_eq!(socket.hear().await, Said(json!({ "type": "connection_ack" })));
        socket
    }

    pub(crate) async fn say(&mut self, message: Value) {
        self.0.send(Message::text(message.to_string())).await.unwrap();
    }

    pub(crate) async fn start(&mut self, id: &str, query: &str, variables: Value) {
        let payload = json!({ "query": query, "variables": variables });
        self.say(json!({ "type": "start", "id": id, "payload": payload })).await;
    }

    pub(crate) async fn hear(&mut self) -> Heard {
        let next = tokio::time::timeout(Duration::from_secs(20), self.0.next());
        match next.await.expect("the sandbox sends a message").unwrap().unwrap() {
            Message::Text(text) => Said(serde_json::from_str(&text).unwrap()),
            Message::Close(frame) => Closed(frame.unwrap().code.into()),
            other => panic!("{other:?}"),
        }
    }

    /// Returns the payload of the next message, which must be `data` for this operation.
    pub(crate) async fn data(&mut self, id: &str) -> Value {
        match self.hear().await {
            Said(mut message) => {
                assert_eq!(
                    (&message["type"], &message["id"]),
                    (&json!("data"), &json!(id)),
                    "{message}"
                );
                message["payload"].take()
            }
            closed => panic!("{closed:?}"),
        }
    }

    pub(crate) async fn complete(&mut self, id: &str) {
        let complete = json!({ "type": "complete", "id": id, "payload": null });
        assert_eq!(self.hear().await, Said(complete));
    }

    /// Like [`Socket::settle`], but skips events of this stream.
    pub(crate) async fn settle_after(&mut self, stream: &str) {
        self.start("settle", "{ __typename }", json!({})).await;
        loop {
            match self.hear().await {
                Said(message) if message["id"] == stream => {}
                Said(message) => break assert_eq!(message["type"], "data", "{message}"),
                closed => panic!("{closed:?}"),
            }
        }
        self.complete("settle").await;
    }

    /// Waits until the server has read all messages so far, with a query whose answer must come next.
    pub(crate) async fn settle(&mut self) {
        self.start("settle", "{ __typename }", json!({})).await;
        assert_eq!(self.data("settle").await, json!({ "data": { "__typename": "Query" } }));
        self.complete("settle").await;
    }
}

/// Starts a server with a stopped clock.
pub(crate) async fn server() -> Server {
    let sandbox = sandbox();
    sandbox.clock().stop();
    sandbox.listen().await.unwrap()
}

pub(crate) fn release_name(sandbox: &Sandbox, id: &str) -> String {
    let query = "query($i: String) { deployment(where: { id: $i }) { releaseName } }";
    text(&data(sandbox, &admin(sandbox), query, json!({ "i": id }))["deployment"]["releaseName"])
}
