//! The sandbox over a WebSocket at `/ws`, which serves subscriptions, queries and mutations.
//!
//! The sub-protocol is `graphql-ws`, the older of two protocols with similar names. The token comes in the first
//! message, never in a header.

mod connection;
mod message;

use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::ws::rejection::WebSocketUpgradeRejection;
use axum::extract::ws::{CloseFrame, Message, WebSocket};
use axum::extract::{Request, State, WebSocketUpgrade};
use axum::http::{HeaderMap, Method, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use axum::routing::any;
use axum::{Router, middleware};
use tokio::sync::watch;

use crate::Sandbox;
use connection::Connection;

/// The path of the socket. With a trailing slash it is another path.
const PATH: &str = "/ws";

const PROTOCOL: &str = "graphql-ws";

/// The maximum size of a message and of a frame, in bytes.
const LIMIT: usize = 1024 * 1024;

/// How long the client has to confirm a close.
const FAREWELL: Duration = Duration::from_secs(2);

/// What a socket needs: the sandbox, and the signal that the server stops.
#[derive(Clone)]
struct Shared {
    sandbox: Arc<Sandbox>,
    ended: watch::Receiver<()>,
}

/// Adds the socket to the routes of a server. `stopped` is the server's stop signal, which the sockets also need:
/// await the returned future instead.
pub(crate) fn serve<S: Clone + Send + Sync + 'static>(
    router: Router<S>,
    sandbox: &Arc<Sandbox>,
    stopped: impl Future<Output = ()> + Send + 'static,
) -> (Router<S>, impl Future<Output = ()> + Send + 'static) {
    let (running, ended) = watch::channel(());
    let shared = Shared { sandbox: Arc::clone(sandbox), ended };
    let router = router
        .merge(Router::new().route(PATH, any(upgrade)).with_state(shared))
        .layer(middleware::from_fn(refuse_elsewhere));
    let stopped = async move {
        stopped.await;
        drop(running);
    };
    (router, stopped)
}

/// Refuses an upgrade on any other path.
async fn refuse_elsewhere(request: Request, next: Next) -> Response {
    let is_upgrade = request
        .headers()
        .get(header::UPGRADE)
        .is_some_and(|protocol| protocol.as_bytes().eq_ignore_ascii_case(b"websocket"));
    if is_upgrade && request.uri().path() != PATH {
        return crate::Response::text(400, "Bad Request").into_response();
    }
    next.run(request).await
}

async fn upgrade(
    State(Shared { sandbox, ended }): State<Shared>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    upgrade: Result<WebSocketUpgrade, WebSocketUpgradeRejection>,
) -> Response {
    let upgrade = match upgrade {
        Ok(upgrade) => upgrade,
        Err(_) if headers.contains_key(header::UPGRADE) => {
            return crate::Response::text(400, "Bad Request").into_response();
        }
        Err(_) => {
            let error = format!("Cannot {method} {}", uri.path());
            return crate::Response::page(404, &error).into_response();
        }
    };
    // As on the server, the first offered protocol is accepted, and the connection is closed at once if it is a
    // different one.
    let offered = headers.get(header::SEC_WEBSOCKET_PROTOCOL).and_then(|text| text.to_str().ok());
    let first = offered.and_then(|all| all.split(',').next()).map(|one| one.trim().to_owned());
    let is_ours = first.as_deref() == Some(PROTOCOL);
    upgrade.protocols(first).max_message_size(LIMIT).max_frame_size(LIMIT).on_upgrade(
        move |mut socket| async move {
            let code = if is_ours { follow(&mut socket, sandbox, ended).await } else { Some(1002) };
            if let Some(code) = code {
                // The client may be gone.
                let _ = tokio::time::timeout(FAREWELL, close(&mut socket, code)).await;
            }
        },
    )
}

/// Serves a connection. Returns the code to close it with; none if the client has closed it.
async fn follow(
    socket: &mut WebSocket,
    sandbox: Arc<Sandbox>,
    mut ended: watch::Receiver<()>,
) -> Option<u16> {
    let connection = Connection::new(socket, sandbox);
    tokio::select! {
        code = connection.run() => code,
        // The sender never sends: its drop ends the wait with an error.
        _ = ended.changed() => Some(1001),
    }
}

async fn close(socket: &mut WebSocket, code: u16) {
    let frame = CloseFrame { code, reason: "".into() };
    if socket.send(Message::Close(Some(frame))).await.is_ok() {
        while let Some(Ok(_)) = socket.recv().await {}
    }
}
