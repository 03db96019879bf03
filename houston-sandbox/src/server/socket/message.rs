//! The messages of the sub-protocol `graphql-ws`.

use serde_json::{Map, Value, json};

use crate::http::request::{Method, Operation};
use crate::store::json;

/// A message of the client.
pub(super) enum Incoming {
    /// `connection_init`, with a token or the reason why it cannot be read.
    Init(Result<Option<String>, String>),
    /// `start`, with a request or the reason why it cannot be read.
    Start(Id, Result<Operation, String>),
    Stop(Id),
    /// `connection_terminate`
    Terminate,
    /// A message of another type.
    Unknown(Id),
    /// Not valid JSON.
    Unreadable,
}

/// The client's id for an operation: any JSON value, or none.
pub(super) type Id = Option<Value>;

impl Incoming {
    pub(super) fn read(text: &[u8]) -> Incoming {
        let Ok(message) = json::read(text) else {
            return Incoming::Unreadable;
        };
        let id = message.get("id").cloned();
        let payload = message.get("payload");
        match message["type"].as_str() {
            Some("connection_init") => Incoming::Init(token(payload)),
            Some("start") => Incoming::Start(id, request(payload)),
            Some("stop") => Incoming::Stop(id),
            Some("connection_terminate") => Incoming::Terminate,
            _ => Incoming::Unknown(id),
        }
    }
}

/// The server's text for a missing property of a payload.
fn property(name: &str, payload: Option<&Value>) -> String {
    let kind = if payload.is_some() { "null" } else { "undefined" };
    format!("Cannot read property '{name}' of {kind}")
}

/// The token, with or without the prefix `Bearer `.
fn token(payload: Option<&Value>) -> Result<Option<String>, String> {
    let Some(fields) = payload.filter(|payload| !payload.is_null()) else {
        return Err(property("authorization", payload));
    };
    let given = ["authorization", "Authorization"].iter().find_map(|name| fields[name].as_str());
    Ok(given.map(|text| text.strip_prefix("Bearer ").unwrap_or(text).to_owned()))
}

fn request(payload: Option<&Value>) -> Result<Operation, String> {
    let Some(fields) = payload.filter(|payload| !payload.is_null()) else {
        return Err(property("query", payload));
    };
    let Some(query) = fields["query"].as_str() else {
        return Err("Must provide document".to_owned());
    };
    let name = fields["operationName"].as_str().filter(|name| !name.is_empty());
    let variables = fields["variables"].as_object().cloned().unwrap_or_default();
    let (query, name) = (query.to_owned(), name.map(str::to_owned));
    Ok(Operation { query, name, variables, method: Method::Post })
}

/// A message of the server: a type, the client's id if it sent one, and an optional payload.
fn message(kind: &str, id: &Id, payload: Option<Value>) -> String {
    let mut message = Map::new();
    message.insert("type".to_owned(), kind.into());
    message.extend(id.clone().map(|id| ("id".to_owned(), id)));
    message.extend(payload.map(|payload| ("payload".to_owned(), payload)));
    Value::from(message).to_string()
}

pub(super) fn acknowledged() -> String {
    message("connection_ack", &None, None)
}

/// Refuses the connection, or a message that is not JSON.
pub(super) fn connection_error(id: &Id, text: &str) -> String {
    message("connection_error", id, Some(json!({ "message": text })))
}

pub(super) fn data(id: &Id, answer: Value) -> String {
    message("data", id, Some(answer))
}

pub(super) fn error(id: &Id, text: &str) -> String {
    message("error", id, Some(json!({ "message": text })))
}

pub(super) fn complete(id: &Id) -> String {
    message("complete", id, Some(Value::Null))
}
