//! The sandbox over HTTP.

mod body;
mod guard;
mod pages;
mod socket;
mod wire;
mod work;

use std::convert::Infallible;
use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;

use axum::body::Body;
use axum::extract::State;
use axum::http::request::Parts;
use axum::http::{HeaderName, HeaderValue, Method, Request as Asked, header};
use axum::response::IntoResponse;
use axum::serve::Listener;
use axum::{Router, middleware};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::{Service as _, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tokio::sync::{Semaphore, oneshot, watch};
use tokio::time::timeout;

use crate::execution::budget::Budget;
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
    http.timer(TokioTimer::new()).header_read_timeout(guard::DEADLINE).max_buf_size(guard::HEAD);
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
    respond(sandbox, head, body).await.unwrap_or_else(Response::into_response)
}

/// Returns the answer to a GraphQL request, or another response.
async fn respond(
    sandbox: Arc<Sandbox>,
    head: Parts,
    body: Body,
) -> Result<axum::response::Response, Response> {
    let Parts { method, uri, headers, .. } = head;
    let path = uri.path().to_ascii_lowercase();
    if !path.strip_prefix("/v1").is_some_and(|rest| rest.is_empty() || rest.starts_with('/')) {
        return Err(Response::page(404, &format!("Cannot {method} {}", uri.path())));
    }
    if method == Method::GET && path == "/v1/healthz" {
        return Err(Response::json(200, &serde_json::json!({})));
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
            let text = "The server has a playground here. The sandbox has none.";
            return Err(Response::page(200, text));
        }
        let query = uri.query().unwrap_or_default().to_owned();
        return Ok(answered(move |budget| {
            sandbox.handle_query(request::token(authorization.as_deref()), &query, budget)
        })
        .await);
    }
    if method != Method::POST {
        let text = "Apollo Server supports only GET/POST requests.";
        return Err(Response::text(405, text).allowing("GET, POST"));
    }
    let body = timeout(guard::DEADLINE, body::read(&headers, body))
        .await
        .map_err(|_| Response::page(408, "Request Timeout"))??;
    let request = Request { authorization, content_type: text(header::CONTENT_TYPE), body };
    Ok(answered(move |budget| sandbox.handle_within(request, budget)).await)
}

/// Answers a request, whose answer counts until it is written.
async fn answered(
    work: impl FnOnce(&Budget) -> Response + Send + 'static,
) -> axum::response::Response {
    let done = work::run(move || {
        let budget = Budget::new();
        (work(&budget), budget)
    });
    match done.await {
        Some((response, budget)) => body::counted(response, budget),
        None => Response::page(500, "Internal Server Error").into_response(),
    }
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
