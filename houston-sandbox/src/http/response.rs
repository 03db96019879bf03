//! HTTP responses.

use axum::http::StatusCode;
use serde_json::Value;

/// An HTTP response.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Response {
    /// 200 even if fields failed; 400 if the whole request was refused.
    pub status: u16,
    /// JSON, or HTML for a request that is refused before it reaches GraphQL.
    pub content_type: &'static str,
    /// The complete body.
    pub body: Vec<u8>,
    /// The `Allow` header, with status 405.
    pub allow: Option<&'static str>,
    /// The `Set-Cookie` header, if a token was issued.
    pub cookie: Option<String>,
    /// How much of the response reaches the client.
    pub delivery: Delivery,
}

/// How much of a response reaches the client: all of it, unless a [`Fault`](crate::Fault) applies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Delivery {
    /// All of it.
    #[default]
    Whole,
    /// The head and half of the body; then the connection closes.
    Truncated,
    /// Nothing: the connection closes without a response.
    Dropped,
    /// Nothing: the connection stays open for two hours without a response.
    Held,
}

impl Response {
    fn new(status: u16, content_type: &'static str, body: String) -> Response {
        Response { status, content_type, body: body.into_bytes(), ..Response::default() }
    }

    /// Adds an `Allow` header.
    pub(crate) fn allowing(mut self, methods: &'static str) -> Response {
        self.allow = Some(methods);
        self
    }

    pub(crate) fn json(status: u16, answer: &Value) -> Response {
        Response::new(status, "application/json; charset=utf-8", format!("{answer}\n"))
    }

    /// A line of text with the content type of HTML.
    pub(crate) fn text(status: u16, text: &str) -> Response {
        Response::new(status, "text/html; charset=utf-8", text.to_owned())
    }

    /// The page of a gateway in front of the server.
    pub(crate) fn of_gateway(status: u16) -> Response {
        let reason = StatusCode::from_u16(status).ok().and_then(|code| code.canonical_reason());
        let title = format!("{status} {}", reason.unwrap_or_default());
        let title = title.trim_end();
        let page = format!(
            "<html>\r\n<head><title>{title}</title></head>\r\n<body>\r\n<center><h1>{title}</h1></center>\r\n\
             <hr><center>nginx</center>\r\n</body>\r\n</html>\r\n"
        );
        Response::text(status, &page)
    }

    /// An HTML page with an error.
    pub(crate) fn page(status: u16, error: &str) -> Response {
        let error = error.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        let page = format!(
            "<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>Error</title></head>\n\
             <body><pre>{error}</pre></body>\n</html>\n"
        );
        Response::text(status, &page)
    }
}
