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
}

impl Response {
    pub(crate) fn json(status: u16, answer: &Value) -> Response {
        let body = format!("{answer}\n").into_bytes();
        Response { status, content_type: "application/json; charset=utf-8", body }
    }

    /// A line of text under the type of HTML.
    pub(crate) fn text(status: u16, text: &str) -> Response {
        Response {
            status,
            content_type: "text/html; charset=utf-8",
            body: text.as_bytes().to_vec(),
        }
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
