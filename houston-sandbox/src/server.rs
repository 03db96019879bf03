//! The sandbox over HTTP.

use std::{future::Future, net::SocketAddr, sync::Arc};

use axum::{
    Router,
    body::Body,
    extract::State,
    http::{HeaderMap, HeaderName, Method, StatusCode, Uri, header},
    response::IntoResponse,
};
use tokio::{net::TcpListener, sync::oneshot};

use crate::{Error, Request, Response, Sandbox, socket};

/// A sandbox that listens on a port of this machine until it is dropped.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    sandbox: Arc<Sandbox>,
    /// Dropping it is the signal to stop.
    _stop: oneshot::Sender<()>,
}

impl Server {
    /// Where requests are posted to, for example `http://127.0.0.1:40213/v1`.
    pub fn url(&self) -> String {
        format!("http://{}/v1", self.address)
    }

    /// Where subscriptions are served, for example `ws://127.0.0.1:40213/ws`.
    pub fn socket_url(&self) -> String {
        format!("ws://{}/ws", self.address)
    }

    /// The administrator's token.
    pub fn token(&self) -> &str {
        self.sandbox.administrator_token()
    }

    /// The sandbox behind the port.
    pub fn sandbox(&self) -> &Sandbox {
        &self.sandbox
    }
}

impl Sandbox {
    /// Serves the sandbox on a free port of 127.0.0.1, in the background, until the result is dropped.
    ///
    /// # Errors
    ///
    /// If the port cannot be had.
    ///
    /// # Panics
    ///
    /// Outside of a tokio runtime.
    pub async fn listen(self) -> Result<Server, Error> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        let sandbox = Arc::new(self);
        let (stop, stopped) = oneshot::channel();
        tokio::spawn(run(Arc::clone(&sandbox), listener, async {
            // An error is what is waited for: the sender is dropped, nothing is ever sent.
            let _ = stopped.await;
        }));
        Ok(Server { address, sandbox, _stop: stop })
    }

    /// Serves the sandbox: `POST /v1` and any other path below it, `GET /v1/healthz`, and a WebSocket at `/ws`.
    ///
    /// # Errors
    ///
    /// If the listener fails. It ends in no other way.
    pub async fn serve(self: Arc<Self>, listener: TcpListener) -> Result<(), Error> {
        run(self, listener, std::future::pending()).await
    }
}

async fn run(
    sandbox: Arc<Sandbox>,
    listener: TcpListener,
    stopped: impl Future<Output = ()> + Send + 'static,
) -> Result<(), Error> {
    let (router, stopped) = socket::serve(Router::new().fallback(answer), &sandbox, stopped);
    let router = router.with_state(sandbox);
    Ok(axum::serve(listener, router).with_graceful_shutdown(stopped).await?)
}

/// More than any body that is read, so that the sandbox's own limit is the one that is met.
const BODY_LIMIT: usize = 16 * 1024 * 1024;

async fn answer(
    State(sandbox): State<Arc<Sandbox>>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Body,
) -> axum::response::Response {
    let path = uri.path().to_ascii_lowercase();
    if !path.strip_prefix("/v1").is_some_and(|rest| rest.is_empty() || rest.starts_with('/')) {
        return Response::page(404, &format!("Cannot {method} {}", uri.path())).into_response();
    }
    if method == Method::GET && path == "/v1/healthz" {
        return Response::json(200, &serde_json::json!({})).into_response();
    }
    if method != Method::POST {
        let allow = [(header::ALLOW, "POST")];
        return (allow, Response::page(405, "Method Not Allowed")).into_response();
    }
    if headers.get(header::CONTENT_ENCODING).is_some_and(|encoding| encoding != "identity") {
        return Response::page(415, "UnsupportedMediaTypeError: unsupported content encoding")
            .into_response();
    }
    let Ok(body) = axum::body::to_bytes(body, BODY_LIMIT).await else {
        return Response::page(413, "PayloadTooLargeError: request entity too large")
            .into_response();
    };
    let text = |name: HeaderName| Some(headers.get(name)?.to_str().ok()?.to_owned());
    let request = Request {
        authorization: text(header::AUTHORIZATION),
        content_type: text(header::CONTENT_TYPE),
        body: body.into(),
    };
    // The store blocks, and a request may wait for another one's transaction.
    match tokio::task::spawn_blocking(move || sandbox.handle(request)).await {
        Ok(response) => response.into_response(),
        Err(_) => Response::page(500, "Internal Server Error").into_response(),
    }
}

impl IntoResponse for Response {
    fn into_response(self) -> axum::response::Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        (status, [(header::CONTENT_TYPE, self.content_type)], self.body).into_response()
    }
}
