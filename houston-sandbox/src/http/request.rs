//! HTTP requests, and the GraphQL requests in their bodies.

use std::fmt;

use serde_json::{Map, Value, json};

use crate::Response;
use crate::error::refusal::INTERNAL;
use crate::store::json;

/// An HTTP `POST` to `/v1`.
#[derive(Clone, Default)]
pub struct Request {
    /// The `Authorization` header: a token, with or without the prefix `Bearer `.
    pub authorization: Option<String>,
    /// The `Content-Type` header: `application/json`.
    pub content_type: Option<String>,
    /// `{"query": …, "variables": …, "operationName": …}`, or an array of these.
    pub body: Vec<u8>,
}

/// The maximum size of a body, in bytes.
pub(crate) const LIMIT: usize = 100 * 1024;

/// The content of a body.
#[derive(Debug)]
pub(crate) enum Body {
    One(Operation),
    /// An array; its response is also an array.
    Batch(Vec<Item>),
}

/// One request of a batch, or why it is invalid.
pub(crate) type Item = Result<Operation, &'static str>;

/// The HTTP method of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Method {
    Get,
    Post,
}

/// A GraphQL request.
#[derive(Debug)]
pub(crate) struct Operation {
    pub(crate) query: String,
    pub(crate) name: Option<String>,
    pub(crate) variables: Map<String, Value>,
    pub(crate) method: Method,
}

impl Request {
    pub(crate) fn token(&self) -> Option<&str> {
        token(self.authorization.as_deref())
    }

    /// Reads the body, or returns the response that refuses it.
    pub(crate) fn read(&self) -> Result<Body, Response> {
        if self.body.len() > LIMIT {
            return Err(Response::page(413, "PayloadTooLargeError: request entity too large"));
        }
        let content_type = self.content_type.as_deref().unwrap_or_default().to_ascii_lowercase();
        let (media_type, parameters) = content_type.split_once(';').unwrap_or((&content_type, ""));
        if media_type.trim() != "application/json" || self.body.is_empty() {
            return Err(missing());
        }
        if let Some((_, charset)) = parameters.split_once("charset=") {
            let charset = charset.trim_matches(['"', ' ']);
            if !charset.starts_with("utf-") {
                let text = format!(
                    "UnsupportedMediaTypeError: unsupported charset \"{}\"",
                    charset.to_uppercase()
                );
                return Err(Response::page(415, &text));
            }
        }
        match json::read(strip_mark(&self.body)) {
            Ok(Value::Object(object)) if object.is_empty() => Err(missing()),
            Ok(Value::Object(object)) => {
                let operation = Operation::read(object, Method::Post)?;
                Ok(Body::One(operation.map_err(|why| no_query(why, 400))?))
            }
            Ok(Value::Array(items)) if items.is_empty() => Err(missing()),
            Ok(Value::Array(items)) => items
                .into_iter()
                .map(|item| match item {
                    Value::Object(object) => Operation::read(object, Method::Post),
                    Value::Null => Err(Response::json(
                        500,
                        &error("Cannot read property 'query' of null", INTERNAL),
                    )),
                    // A value without fields has no field `query`.
                    _ => Ok(Err(NO_QUERY)),
                })
                .collect::<Result<_, _>>()
                .map(Body::Batch),
            Ok(_) => {
                Err(Response::page(400, "SyntaxError: the body must be a JSON object or array"))
            }
            Err(error) => Err(Response::page(400, &format!("SyntaxError: {error}"))),
        }
    }
}

/// Returns the token in an `Authorization` header. As on the server, only the exact prefix `Bearer ` is removed.
pub(crate) fn token(header: Option<&str>) -> Option<&str> {
    header.map(|header| header.strip_prefix("Bearer ").unwrap_or(header))
}

/// Reads a `GET` request from the query part of its URL.
pub(crate) fn read_query(query: &str) -> Result<Operation, Response> {
    let fields: Map<String, Value> = form_urlencoded::parse(query.as_bytes())
        .map(|(name, value)| (name.into_owned(), value.into_owned().into()))
        .collect();
    if fields.is_empty() {
        return Err(Response::text(400, "GET query missing."));
    }
    Operation::read(fields, Method::Get)?.map_err(|why| no_query(why, 400))
}

/// Removes the byte order mark.
fn strip_mark(body: &[u8]) -> &[u8] {
    body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body)
}

fn missing() -> Response {
    Response::text(500, "POST body missing. Did you forget use body-parser middleware?")
}

const NO_QUERY: &str = "Must provide query string.";

/// The error for a query that is sent as a hash: the sandbox stores none.
const NOT_PERSISTED: &str = "PersistedQueryNotFound";

/// The response to a request without a query.
fn no_query(why: &'static str, status: u16) -> Response {
    match why {
        NOT_PERSISTED => Response::json(200, &no_operation(why)),
        why => Response::text(status, why),
    }
}

/// The answer to an invalid item of a batch.
pub(crate) fn no_operation(why: &'static str) -> Value {
    let code = if why == NOT_PERSISTED { "PERSISTED_QUERY_NOT_FOUND" } else { INTERNAL };
    error(why, code)
}

fn error(message: &str, code: &str) -> Value {
    json!({ "errors": [{ "message": message, "extensions": { "code": code } }] })
}

impl Operation {
    /// The outer error is the response to the whole body, the inner one the error of this operation.
    fn read(mut object: Map<String, Value>, method: Method) -> Result<Item, Response> {
        let query = match object.remove("query") {
            Some(Value::String(query)) => query,
            None | Some(Value::Null | Value::Bool(false)) => String::new(),
            Some(number) if number.as_f64() == Some(0.0) => String::new(),
            Some(_) => return Err(Response::text(400, "GraphQL queries must be strings.")),
        };
        // The server also accepts variables and extensions as JSON in a string.
        let mut part = |name: &str, message| match object.remove(name) {
            Some(Value::String(text)) if !text.is_empty() => {
                json::read(text.as_bytes()).map_err(|_| Response::text(400, message))
            }
            other => Ok(other.unwrap_or_default()),
        };
        let extensions = part("extensions", "Extensions are invalid JSON.")?;
        let variables = part("variables", "Variables are invalid JSON.")?;
        let variables = match variables {
            Value::Object(variables) => variables,
            _ => Map::new(),
        };
        let name = match object.remove("operationName") {
            Some(Value::String(name)) if !name.is_empty() => Some(name),
            _ => None,
        };
        if query.is_empty() {
            let is_hash = extensions["persistedQuery"].is_object();
            return Ok(Err(if is_hash { NOT_PERSISTED } else { NO_QUERY }));
        }
        Ok(Ok(Operation { query, name, variables, method }))
    }
}

impl fmt::Debug for Request {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Request")
            .field("authorization", &self.authorization.as_ref().map(|_| "…"))
            .field("content_type", &self.content_type)
            .field("body", &self.body.len())
            .finish()
    }
}
