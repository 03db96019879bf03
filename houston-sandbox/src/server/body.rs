//! Bodies: those of requests are kept up to a limit, and those of answers count until they are written.

use std::io::{self, Read};

use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::IntoResponse;
use flate2::read::{GzDecoder, ZlibDecoder};
use futures_util::{StreamExt as _, stream};

use crate::execution::budget::Budget;
use crate::http::request::LIMIT;
use crate::{Delivery, Response};

/// How much of a body is read. What is over the sandbox's own limit is not kept: its client has sent it, and reads the
/// error.
const MOST: usize = 16 * 1024 * 1024;

/// Reads and decompresses the body of a request.
pub(super) async fn read(headers: &HeaderMap, body: Body) -> Result<Vec<u8>, Response> {
    let too_large = || Response::page(413, "PayloadTooLargeError: request entity too large");
    let (mut whole, mut length, mut pieces) = (Vec::new(), 0, body.into_data_stream());
    while let Some(piece) = pieces.next().await {
        let piece = piece.map_err(|_| too_large())?;
        length += piece.len();
        if length > MOST {
            break;
        }
        // One byte over the limit is enough to refuse the body.
        let room = (LIMIT + 1).saturating_sub(whole.len());
        whole.extend_from_slice(piece.get(..room).unwrap_or(&piece));
    }
    if length > LIMIT {
        return Err(too_large());
    }
    let encoding = headers.get(header::CONTENT_ENCODING).and_then(|value| value.to_str().ok());
    let limit = LIMIT as u64 + 1;
    let mut unpacked = Vec::new();
    let done = match encoding.unwrap_or("identity").to_ascii_lowercase().as_str() {
        "identity" => return Ok(whole),
        "gzip" => GzDecoder::new(&*whole).take(limit).read_to_end(&mut unpacked),
        "deflate" => ZlibDecoder::new(&*whole).take(limit).read_to_end(&mut unpacked),
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

/// The bytes of an answer, with what they take of the memory for all answers.
struct Counted(Vec<u8>, #[expect(dead_code, reason = "its drop gives the memory back")] Budget);

impl AsRef<[u8]> for Counted {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

/// A response whose body counts in the budget until the last byte is written, or the connection ends.
pub(super) fn counted(mut response: Response, budget: Budget) -> axum::response::Response {
    let body = std::mem::take(&mut response.body);
    with_body(response, Bytes::from_owner(Counted(body, budget)))
}

impl IntoResponse for Response {
    fn into_response(mut self) -> axum::response::Response {
        let body = std::mem::take(&mut self.body);
        with_body(self, body.into())
    }
}

fn with_body(response: Response, body: Bytes) -> axum::response::Response {
    let status = StatusCode::from_u16(response.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let (length, truncated) = (body.len(), response.delivery == Delivery::Truncated);
    let body = if truncated { half(body) } else { Body::from(body) };
    let mut written =
        (status, [(header::CONTENT_TYPE, response.content_type)], body).into_response();
    written.extensions_mut().insert(response.delivery);
    let headers = written.headers_mut();
    if truncated {
        headers.insert(header::CONTENT_LENGTH, length.into());
    }
    if let Some(cookie) = response.cookie.and_then(|cookie| cookie.parse().ok()) {
        headers.insert(header::SET_COOKIE, cookie);
    }
    if let Some(methods) = response.allow {
        headers.insert(header::ALLOW, HeaderValue::from_static(methods));
    }
    written
}

/// A body that fails after its first half.
fn half(mut whole: Bytes) -> Body {
    whole.truncate(whole.len() / 2);
    let fails = async {
        // The server sends the first half only while the body is pending.
        tokio::task::yield_now().await;
        Err(io::Error::from(io::ErrorKind::UnexpectedEof))
    };
    Body::from_stream(stream::once(async { Ok(whole) }).chain(stream::once(fails)))
}
