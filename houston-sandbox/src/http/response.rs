//! What is answered.

use serde_json::Value;

/// An HTTP response.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Response {
    /// 200 also where fields failed; 400 if the request as a whole was refused.
    pub status: u16,
    /// JSON, or HTML for what is refused before it reaches GraphQL.
    pub content_type: &'static str,
    /// The body, complete.
    pub body: Vec<u8>,
    /// The header `Allow`, beside a status of 405.
    pub allow: Option<&'static str>,
    /// The header `Set-Cookie`, where a token was issued.
    pub cookie: Option<String>,
    /// How much of this reaches the client.
    pub delivery: Delivery,
}

/// How much of a response reaches the client. Anything but all of it is a fault that was asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Delivery {
    /// All of it.
    #[default]
    Whole,
    /// The head and half of the body; then the connection ends.
    Truncated,
    /// Nothing: the connection ends without an answer.
    Dropped,
}

impl Response {
    fn new(status: u16, content_type: &'static str, body: String) -> Response {
        let body = body.into_bytes();
        Response {
            status,
            content_type,
            body,
            allow: None,
            cookie: None,
            delivery: Delivery::Whole,
        }
    }

    /// The response with the header `Allow`.
    pub(crate) fn allowing(mut self, methods: &'static str) -> Response {
        self.allow = Some(methods);
        self
    }

    pub(crate) fn json(status: u16, answer: &Value) -> Response {
        Response::new(status, "application/json; charset=utf-8", format!("{answer}\n"))
    }

    /// A line of text under the type of HTML.
    pub(crate) fn text(status: u16, text: &str) -> Response {
        Response::new(status, "text/html; charset=utf-8", text.to_owned())
    }

    /// A page with an error on it.
    pub(crate) fn page(status: u16, error: &str) -> Response {
        let error = error.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        let page = format!(
            "<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>Error</title></head>\n\
             <body><pre>{error}</pre></body>\n</html>\n"
        );
        Response::text(status, &page)
    }
}
