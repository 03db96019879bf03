//! What a browser sees at the address of the API.

use std::fmt;
use std::sync::Arc;

use axum::extract::Request;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};

use super::wants_page;

/// The pages of a server, by their paths below `/v1/`: the server has a playground in their place. The first is
/// `index.html`.
///
/// A page is served to browsers, which ask for `text/html`, and everything below `assets/` to every client.
#[derive(Clone)]
pub struct Pages(Arc<Maker>);

type Maker = dyn Fn(&str) -> Option<Page> + Send + Sync;

/// A file for a browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Its content type: `text/html; charset=utf-8`.
    pub content_type: &'static str,
    /// The whole file.
    pub text: String,
}

impl Pages {
    /// Pages that are made when they are asked for.
    pub fn new(page: impl Fn(&str) -> Option<Page> + Send + Sync + 'static) -> Self {
        Pages(Arc::new(page))
    }

    /// The response for a path below `/v1`, if it is that of a page.
    fn response(&self, path: &str) -> Option<Response> {
        let path = path.trim_start_matches('/');
        let page = (self.0)(if path.is_empty() { "index.html" } else { path })?;
        // A page of another origin cannot lay itself over it, and it stays out of caches: the next sandbox has another.
        let headers = [
            (header::CONTENT_TYPE, page.content_type),
            (header::CACHE_CONTROL, "no-store"),
            (header::CONTENT_SECURITY_POLICY, "frame-ancestors 'none'"),
            (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
            (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        ];
        let headers = headers.map(|(name, value)| (name, HeaderValue::from_static(value)));
        Some((StatusCode::OK, HeaderMap::from_iter(headers), page.text).into_response())
    }
}

/// Answers a browser with a page, and leaves every other request to the server.
pub(super) async fn answer(pages: Option<Pages>, request: Request, next: Next) -> Response {
    if let (Some(pages), Some(path)) = (pages, asked_for(&request)) {
        let unknown = crate::Response::page(404, &format!("Cannot GET /v1{path}"));
        // The first page is made from the whole schema.
        let made = tokio::task::spawn_blocking(move || pages.response(&path)).await;
        return made.ok().flatten().unwrap_or_else(|| unknown.into_response());
    }
    next.run(request).await
}

/// The path of the page that a request asks for, below `/v1`.
fn asked_for(request: &Request) -> Option<String> {
    let path = request.uri().path().strip_prefix("/v1")?;
    let is_page = path.starts_with("/assets/") || wants_page(request.headers().get(header::ACCEPT));
    let is_asked = request.method() == Method::GET && is_page && path != "/healthz";
    is_asked.then(|| path.to_owned())
}

impl fmt::Debug for Pages {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("Pages")
    }
}
