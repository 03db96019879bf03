//! Opens a WebSocket with the client that sends every request, so that proxies, certificates and the ban of redirects
//! are those of every request.

use std::pin::pin;
use std::time::Duration;

use reqwest::header::{
    CONNECTION, HeaderValue, SEC_WEBSOCKET_ACCEPT, SEC_WEBSOCKET_EXTENSIONS, SEC_WEBSOCKET_KEY,
    SEC_WEBSOCKET_PROTOCOL, SEC_WEBSOCKET_VERSION, UPGRADE,
};
use reqwest::{Method, Request, StatusCode};
use tokio_tungstenite::tungstenite::handshake::client::generate_key;
use tokio_tungstenite::tungstenite::handshake::derive_accept_key;

use super::patience::Patience;
use super::{Http, add};
use crate::transport::{Cause, Failure, Opening, Socket, Upgrade};

/// How long the server may send nothing over the connections of a client of the caller.
const SILENCE: Duration = Duration::from_secs(30);

impl Http {
    /// The same transport for the address of the WebSocket.
    pub(super) fn at_socket(&self) -> Self {
        Http { url: self.socket.clone(), ..self.clone() }
    }

    /// Opens a WebSocket as in [RFC 6455, section 4.1](https://www.rfc-editor.org/rfc/rfc6455#section-4.1).
    pub(super) async fn open(&self, opening: Opening<'_>) -> Result<Upgrade, Failure> {
        let patience = Patience::new(opening.timeout.unwrap_or(self.timeout), self.silence);
        let key = generate_key();
        let mut request = Request::new(Method::GET, self.url.clone());
        let headers = request.headers_mut();
        add(opening.headers, headers)?;
        headers.insert(CONNECTION, HeaderValue::from_static("Upgrade"));
        headers.insert(UPGRADE, HeaderValue::from_static("websocket"));
        headers.insert(SEC_WEBSOCKET_VERSION, HeaderValue::from_static("13"));
        let offered = opening.protocols.join(", ");
        for (name, value) in [(SEC_WEBSOCKET_PROTOCOL, &offered), (SEC_WEBSOCKET_KEY, &key)] {
            let value = HeaderValue::from_str(value);
            headers.insert(name, value.map_err(|error| Failure::NotConnected(Box::new(error)))?);
        }
        let late = |cause: Cause| Failure::Lost(self.fault(cause.into()));
        let sent = patience.wait(pin!(self.client.execute(request))).await.map_err(late)?;
        let response = match sent {
            Ok(response) => response,
            Err(error) => return Err(self.told(self.failure(error)).await),
        };
        if response.status() != StatusCode::SWITCHING_PROTOCOLS {
            return self.reply(response, &patience).await.map(Upgrade::Refused);
        }
        let text = |name| response.headers().get(name).and_then(|value| value.to_str().ok());
        if text(SEC_WEBSOCKET_ACCEPT) != Some(&derive_accept_key(key.as_bytes())) {
            let why = "its answer does not fit the request for a WebSocket";
            return Err(late(Cause::NotWebSocket(why.to_owned())));
        }
        if let Some(name) = text(SEC_WEBSOCKET_EXTENSIONS) {
            let why = format!("it chose the extension `{name}`, which was not offered");
            return Err(late(Cause::NotWebSocket(why)));
        }
        let protocol = text(SEC_WEBSOCKET_PROTOCOL).map(str::to_owned);
        let upgraded = patience.wait(pin!(response.upgrade())).await.map_err(late)?;
        let io = Box::new(upgraded.map_err(|error| self.failure(error))?);
        Ok(Upgrade::Open(Socket { io, protocol, silence: self.silence.unwrap_or(SILENCE) }))
    }
}
