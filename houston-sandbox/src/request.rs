//! What is sent: an HTTP body, read into GraphQL requests.

use std::fmt;

use serde_json::{Map, Value};

use crate::Response;

/// An HTTP `POST` to `/v1`, as far as Houston looks at it.
#[derive(Clone, Default)]
pub struct Request {
    /// The header `Authorization`: a token, with or without `Bearer ` before it.
    pub authorization: Option<String>,
    /// The header `Content-Type`: `application/json`.
    pub content_type: Option<String>,
    /// `{"query": …, "variables": …, "operationName": …}`, or an array of these.
    pub body: Vec<u8>,
}

/// The largest body, in bytes, that is read.
const LIMIT: usize = 100 * 1024;

/// What a body holds.
#[derive(Debug)]
pub(crate) enum Body {
    One(Operation),
    /// An array, to be answered with an array.
    Batch(Vec<Operation>),
}

/// A GraphQL request.
#[derive(Debug)]
pub(crate) struct Operation {
    pub(crate) query: String,
    pub(crate) name: Option<String>,
    pub(crate) variables: Map<String, Value>,
}

impl Request {
    /// The token. The prefix counts in exactly this form only, as on the server.
    pub(crate) fn token(&self) -> Option<&str> {
        let header = self.authorization.as_deref()?;
        Some(header.strip_prefix("Bearer ").unwrap_or(header))
    }

    /// Reads the body, or answers why not.
    pub(crate) fn read(&self) -> Result<Body, Response> {
        if self.body.len() > LIMIT {
            return Err(Response::page(413, "PayloadTooLargeError: request entity too large"));
        }
        let content_type = self.content_type.as_deref().unwrap_or_default().to_ascii_lowercase();
        let (media_type, parameters) = content_type.split_once(';').unwrap_or((&content_type, ""));
        if media_type.trim() != "application/json" || self.body.is_empty() {
            return Err(missing());
        }
        if let Some((_, charset)) = parameters.split_once("charset=")
            && !charset.trim_matches(['"', ' ']).starts_with("utf-")
        {
            return Err(Response::page(415, "UnsupportedMediaTypeError: unsupported charset"));
        }
        match serde_json::from_slice(&self.body) {
            Ok(Value::Object(object)) if object.is_empty() => Err(missing()),
            Ok(Value::Object(object)) => Ok(Body::One(Operation::read(object)?)),
            Ok(Value::Array(items)) if items.is_empty() => Err(missing()),
            Ok(Value::Array(items)) => items
                .into_iter()
                .map(|item| match item {
                    Value::Object(object) => Operation::read(object),
                    _ => Err(Response::text(500, "Every item of a batch must be an object.")),
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

fn missing() -> Response {
    Response::text(500, "POST body missing. Did you forget use body-parser middleware?")
}

impl Operation {
    fn read(mut object: Map<String, Value>) -> Result<Operation, Response> {
        let query = match object.remove("query") {
            Some(Value::String(query)) if !query.is_empty() => query,
            None | Some(Value::Null | Value::String(_)) => {
                return Err(Response::text(400, "Must provide query string."));
            }
            Some(_) => return Err(Response::text(400, "GraphQL queries must be strings.")),
        };
        // The server also takes the variables as JSON in a string.
        let variables = match object.remove("variables") {
            Some(Value::String(text)) => serde_json::from_str(&text).unwrap_or(Value::String(text)),
            other => other.unwrap_or_default(),
        };
        let variables = match variables {
            Value::Object(variables) => variables,
            Value::Null => Map::new(),
            _ => return Err(Response::text(400, "Variables are invalid JSON.")),
        };
        let name = match object.remove("operationName") {
            Some(Value::String(name)) if !name.is_empty() => Some(name),
            _ => None,
        };
        Ok(Operation { query, name, variables })
    }
}

impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Request")
            .field("authorization", &self.authorization.as_ref().map(|_| "…"))
            .field("content_type", &self.content_type)
            .field("body", &self.body.len())
            .finish()
    }
}
