//! The sandbox over HTTP.

mod guard;
mod pages;
mod socket;
mod wire;

use std::convert::Infallible;
use std::future::Future;
use std::io::{self, Read};
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;

use axum::body::Body;
use axum::extract::State;
use axum::http::request::Parts;
use axum::http::{
    HeaderMap, HeaderName, HeaderValue, Method, Request as Asked, StatusCode, header,
};
use axum::response::IntoResponse;
use axum::serve::Listener;
use axum::{Router, middleware};
use flate2::read::{GzDecoder, ZlibDecoder};
use futures_util::{StreamExt as _, stream};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::{Service as _, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tokio::sync::{Semaphore, oneshot, watch};
use tokio::time::timeout;

use crate::http::request::LIMIT;
use crate::http::{cookie, request};
use crate::platform::fault::LONGEST;
use crate::{Delivery, Error, Request, Response, Sandbox};
use guard::Reach;
pub use pages::{Page, Pages};
use wire::{Half, Wire};

/// A sandbox that listens on a local port until it is dropped.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    sandbox: Arc<Sandbox>,
    /// Stops the server when it is dropped.
    _stop: oneshot::Sender<()>,
}

impl Server {
    /// The endpoint for HTTP requests, for example `http://127.0.0.1:40213/v1`.
    pub fn url(&self) -> String {
        format!("http://{}/v1", self.address)
    }

    /// The endpoint for subscriptions, for example `ws://127.0.0.1:40213/ws`.
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
    /// Serves the sandbox on a free port of 127.0.0.1, in the background, until the [`Server`] is dropped.
    ///
    /// # Errors
    ///
    /// Fails if the port cannot be opened.
    ///
    /// # Panics
    ///
    /// Panics outside of a tokio runtime.
    pub async fn listen(self) -> Result<Server, Error> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        let sandbox = Arc::new(self);
        let (stop, stopped) = oneshot::channel();
        tokio::spawn(run(Arc::clone(&sandbox), None, listener, async {
            // The sender never sends: its drop ends the wait with an error.
            let _ = stopped.await;
        }));
        Ok(Server { address, sandbox, _stop: stop })
    }

    /// Serves the sandbox: `POST` and `GET` at `/v1` and the paths below it, `GET /v1/healthz`, and a WebSocket at
    /// `/ws`.
    ///
    /// # Errors
    ///
    /// Fails if the listener fails. Otherwise it does not return.
    pub async fn serve(self: Arc<Self>, listener: TcpListener) -> Result<(), Error> {
        run(self, None, listener, std::future::pending()).await
    }

    /// Serves the sandbox, and these pages to browsers at `/v1` and below it.
    ///
    /// # Errors
    ///
    /// Fails if the listener fails. Otherwise it does not return.
    pub async fn serve_with(
        self: Arc<Self>,
        listener: TcpListener,
        pages: Pages,
    ) -> Result<(), Error> {
        run(self, Some(pages), listener, std::future::pending()).await
    }
}

async fn run(
    sandbox: Arc<Sandbox>,
    pages: Option<Pages>,
    mut listener: TcpListener,
    stopped: impl Future<Output = ()> + Send + 'static,
) -> Result<(), Error> {
    let reach = Reach::of(listener.local_addr()?.ip());
    // Its drop ends the sockets, and the requests that a fault holds.
    let (running, ended) = watch::channel(());
    let router = socket::serve(Router::new().fallback(answer), &sandbox, ended.clone());
    let router = router.layer(middleware::from_fn(move |request, next| {
        pages::answer(pages.clone(), request, next)
    }));
    let router = router.layer(middleware::from_fn(move |request, next| reach.guard(request, next)));
    let router = TowerToHyperService::new(router.with_state(sandbox));
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(guard::DEADLINE);
    let mut stopped = pin!(stopped);
    let free = Arc::new(Semaphore::new(guard::CONNECTIONS as usize));
    loop {
        let accept = async {
            let place = Arc::clone(&free).acquire_owned().await;
            (Listener::accept(&mut listener).await.0, place)
        };
        let (stream, place) = tokio::select! {
            accepted = accept => accepted,
            () = &mut stopped => break,
        };
        let (router, until, half) = (router.clone(), ended.clone(), Half::default());
        let wire = Wire::new(stream, half.clone());
        let service = service_fn(move |mut request: Asked<Incoming>| {
            request.extensions_mut().insert(half.clone());
            reply(router.call(request), until.clone())
        });
        let connection = http.serve_connection(TokioIo::new(wire), service).with_upgrades();
        let mut ended = ended.clone();
        tokio::spawn(async move {
            let mut connection = pin!(connection);
            let done = tokio::select! {
                done = connection.as_mut() => Some(done),
                _ = ended.changed() => None,
            };
            if done.is_none() {
                connection.as_mut().graceful_shutdown();
                // The client may be gone.
                let _ = connection.await;
            }
            drop(place);
        });
    }
    drop((listener, running));
    // Until the last connection has ended.
    let _ = free.acquire_many(guard::CONNECTIONS).await;
    Ok(())
}

/// Waits for the response of the router. hyper closes the connection of a request that has an error in its place.
async fn reply(
    answered: impl Future<Output = Result<axum::response::Response, Infallible>>,
    mut ended: watch::Receiver<()>,
) -> io::Result<axum::response::Response> {
    let Ok(response) = answered.await;
    match response.extensions().get() {
        Some(Delivery::Dropped) => Err(io::Error::other("a fault")),
        Some(Delivery::Held) => {
            // Both the end of the server and the end of the time are reasons to go on.
            let _ = timeout(LONGEST, ended.changed()).await;
            Err(io::Error::other("a fault"))
        }
        _ => Ok(response),
    }
}

async fn answer(
    State(sandbox): State<Arc<Sandbox>>,
    request: axum::extract::Request,
) -> axum::response::Response {
    let (head, body) = request.into_parts();
    respond(sandbox, head, body).await.into_response()
}

async fn respond(sandbox: Arc<Sandbox>, head: Parts, body: Body) -> Response {
    let Parts { method, uri, headers, .. } = head;
    let path = uri.path().to_ascii_lowercase();
    if !path.strip_prefix("/v1").is_some_and(|rest| rest.is_empty() || rest.starts_with('/')) {
        return Response::page(404, &format!("Cannot {method} {}", uri.path()));
    }
    if method == Method::GET && path == "/v1/healthz" {
        return Response::json(200, &serde_json::json!({}));
    }
    let text = |name: HeaderName| Some(headers.get(name)?.to_str().ok()?.to_owned());
    // An invalid header does not fall back to a valid cookie.
    let cookie = || {
        let given = text(header::COOKIE)?;
        let settings = sandbox.settings().ok()?;
        cookie::token(&given, &settings.base_domain).map(str::to_owned)
    };
    let authorization = text(header::AUTHORIZATION).or_else(cookie);
    if method == Method::GET {
        if wants_page(headers.get(header::ACCEPT)) {
            return Response::page(200, "The server has a playground here. The sandbox has none.");
        }
        let query = uri.query().unwrap_or_default().to_owned();
        return blocking(move || {
            sandbox.handle_query(request::token(authorization.as_deref()), &query)
        })
        .await;
    }
    if method != Method::POST {
        return Response::text(405, "Apollo Server supports only GET/POST requests.")
            .allowing("GET, POST");
    }
    let body = match timeout(guard::DEADLINE, read(&headers, body)).await {
        Ok(Ok(body)) => body,
        Ok(Err(response)) => return response,
        Err(_) => return Response::page(408, "Request Timeout"),
    };
    let request = Request { authorization, content_type: text(header::CONTENT_TYPE), body };
    blocking(move || sandbox.handle(request)).await
}

/// Runs blocking work: a request can wait for the disk or for another request's transaction.
async fn blocking(work: impl FnOnce() -> Response + Send + 'static) -> Response {
    let done = tokio::task::spawn_blocking(work).await;
    done.unwrap_or_else(|_| Response::page(500, "Internal Server Error"))
}

/// Whether the request prefers HTML over JSON, as browsers do.
fn wants_page(accept: Option<&HeaderValue>) -> bool {
    let accept = accept.and_then(|accept| accept.to_str().ok()).unwrap_or_default();
    match (accept.find("text/html"), accept.find("application/json")) {
        (Some(page), Some(json)) => page < json,
        (page, None) => page.is_some(),
        (None, _) => false,
    }
}

/// Larger than the sandbox's own limit, so that the error is the sandbox's.
const BODY_LIMIT: usize = 16 * 1024 * 1024;

/// Reads and decompresses the body of a request.
async fn read(headers: &HeaderMap, body: Body) -> Result<Vec<u8>, Response> {
    let too_large = || Response::page(413, "PayloadTooLargeError: request entity too large");
    let body = axum::body::to_bytes(body, BODY_LIMIT).await.map_err(|_| too_large())?;
    let encoding = headers.get(header::CONTENT_ENCODING).and_then(|value| value.to_str().ok());
    // One byte over the limit is enough to refuse the body.
    let limit = LIMIT as u64 + 1;
    let mut unpacked = Vec::new();
    let done = match encoding.unwrap_or("identity").to_ascii_lowercase().as_str() {
        "identity" => return Ok(body.into()),
        "gzip" => GzDecoder::new(&*body).take(limit).read_to_end(&mut unpacked),
        "deflate" => ZlibDecoder::new(&*body).take(limit).read_to_end(&mut unpacked),
        other => {
            let text =
                format!("UnsupportedMediaTypeError: unsupported content encoding \"{other}\"");
            return Err(Response::page(415, &text));
        }
    };
    match done {
        Ok(_) => Ok(unpacked),
        Err(_) => Err(Response::page(400, "Error: incorrect header check")),
    }
}

/// A body that fails after its first half.
fn half(mut whole: Vec<u8>) -> Body {
    whole.truncate(whole.len() / 2);
    let fails = async {
        // The server sends the first half only while the body is pending.
        tokio::task::yield_now().await;
        Err(io::Error::from(io::ErrorKind::UnexpectedEof))
    };
    Body::from_stream(stream::once(async { Ok(whole) }).chain(stream::once(fails)))
}

impl IntoResponse for Response {
    fn into_response(self) -> axum::response::Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let (length, truncated) = (self.body.len(), self.delivery == Delivery::Truncated);
        let body = if truncated { half(self.body) } else { Body::from(self.body) };
        let mut response =
            (status, [(header::CONTENT_TYPE, self.content_type)], body).into_response();
        response.extensions_mut().insert(self.delivery);
        let headers = response.headers_mut();
        if truncated {
            headers.insert(header::CONTENT_LENGTH, length.into());
        }
        if let Some(cookie) = self.cookie.and_then(|cookie| cookie.parse().ok()) {
            headers.insert(header::SET_COOKIE, cookie);
        }
        if let Some(methods) = self.allow {
            headers.insert(header::ALLOW, HeaderValue::from_static(methods));
        }
        response
    }
}
