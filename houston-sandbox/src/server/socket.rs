//! The sandbox over a WebSocket at `/ws`, which serves subscriptions, queries and mutations.
//!
//! The sub-protocol is `graphql-ws`, the older of two protocols with similar names. The token comes in the first
//! message, never in a header.

mod connection;
mod message;

use std::sync::Arc;
use std::time::Duration;

use axum::extract::ws::rejection::WebSocketUpgradeRejection;
use axum::extract::ws::{CloseFrame, Message, WebSocket};
use axum::extract::{Request, State, WebSocketUpgrade};
use axum::http::{HeaderMap, Method, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use axum::routing::any;
use axum::{Extension, Router, middleware};
use tokio::sync::{Semaphore, watch};

use super::wire::Half;
use crate::Sandbox;
use crate::execution::subscription;
use crate::platform::fault::{Effect, End, Fate, LONGEST, SOCKET};
use connection::Connection;

/// The path of the socket. With a trailing slash it is another path.
const PATH: &str = "/ws";

const PROTOCOL: &str = "graphql-ws";

/// The maximum size of a message and of a frame, in bytes. Over HTTP, a body has at most 100 KiB.
const LIMIT: usize = 128 * 1024;

/// The size of a connection's buffers, in bytes. They grow for what is larger.
const BUFFER: usize = 8 * 1024;

/// How long the client has to confirm a close.
const FAREWELL: Duration = Duration::from_secs(2);

/// What a socket needs: the sandbox, and the signal that the server stops.
#[derive(Clone)]
struct Shared {
    sandbox: Arc<Sandbox>,
    ended: watch::Receiver<()>,
    free: Arc<Semaphore>,
}

/// The maximum number of sockets.
const SOCKETS: usize = 2_000;

/// Adds the socket to the routes of a server, whose end is the end of `ended`'s sender.
pub(crate) fn serve<S: Clone + Send + Sync + 'static>(
    router: Router<S>,
    sandbox: &Arc<Sandbox>,
    ended: watch::Receiver<()>,
) -> Router<S> {
    let free = Arc::new(Semaphore::new(SOCKETS));
    let shared = Shared { sandbox: Arc::clone(sandbox), ended, free };
    router
        .merge(Router::new().route(PATH, any(upgrade)).with_state(shared))
        .layer(middleware::from_fn(refuse_elsewhere))
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
    State(Shared { sandbox, mut ended, free }): State<Shared>,
    Extension(half): Extension<Half>,
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
    let Ok(place) = free.try_acquire_owned() else {
        return crate::Response::text(
            503,
            "The sandbox has 2000 open sockets, which is its limit.",
        )
        .into_response();
    };
    let opening = Arc::clone(&sandbox);
    // A fault can delay it.
    let opened = tokio::task::spawn_blocking(move || {
        let effects = opening.platform().faults.strike(SOCKET);
        let fate = Fate::default();
        fate.before(&effects);
        fate.after(&effects);
        (effects, fate)
    });
    let Ok((effects, fate)) = opened.await else {
        return crate::Response::page(500, "Internal Server Error").into_response();
    };
    if effects.iter().any(|effect| matches!(effect, Effect::DropBefore | Effect::Status(_))) {
        return fate.befall(crate::Response::default()).into_response();
    }
    // As on the server, the first offered protocol is accepted, and the connection is closed at once if it is a
    // different one.
    let offered = headers.get(header::SEC_WEBSOCKET_PROTOCOL).and_then(|text| text.to_str().ok());
    let first = offered.and_then(|all| all.split(',').next()).map(|one| one.trim().to_owned());
    let is_ours = first.as_deref() == Some(PROTOCOL);
    let upgrade = upgrade.protocols(first).read_buffer_size(BUFFER).write_buffer_size(BUFFER);
    upgrade.max_message_size(LIMIT).max_frame_size(LIMIT).on_upgrade(move |mut socket| async move {
        let end = match fate.end() {
            Some(end) => end,
            None if !is_ours => End::Close(1002),
            None => follow(&mut socket, sandbox, ended.clone(), half, &effects).await,
        };
        match end {
            End::Cut => {}
            End::Close(code) => {
                // The client may be gone.
                let _ = tokio::time::timeout(FAREWELL, close(&mut socket, code)).await;
            }
            End::Hang => {
                let _ = tokio::time::timeout(LONGEST, ended.changed()).await;
            }
        }
        drop(place);
    })
}

/// Serves a connection, and returns how it ends.
async fn follow(
    socket: &mut WebSocket,
    sandbox: Arc<Sandbox>,
    mut ended: watch::Receiver<()>,
    half: Half,
    effects: &[Effect],
) -> End {
    let clock = sandbox.clock();
    let life = effects.iter().find_map(|effect| match effect {
        Effect::Lasts(life) => Some(subscription::later(clock.now(), *life)),
        _ => None,
    });
    let rejects = effects.contains(&Effect::Reject);
    let connection = Connection::new(socket, Arc::clone(&sandbox), half, rejects);
    tokio::select! {
        // An event that is due at the end of the life, or later, is not sent.
        biased;
        () = clock.sleep(life) => End::Cut,
        end = connection.run() => end,
        // The sender never sends: its drop ends the wait with an error.
        _ = ended.changed() => End::Close(1001),
    }
}

async fn close(socket: &mut WebSocket, code: u16) {
    let frame = CloseFrame { code, reason: "".into() };
    if socket.send(Message::Close(Some(frame))).await.is_ok() {
        while let Some(Ok(_)) = socket.recv().await {}
    }
}
