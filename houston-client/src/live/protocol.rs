//! The messages of the two sub-protocols. Their names are misleading: `graphql-ws` is the older one, of the package
//! `subscriptions-transport-ws`; `graphql-transport-ws` is the newer one, of the package `graphql-ws`.

use std::borrow::Cow;

use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Value, json};

use crate::token::Token;

/// What a client offers: the older one first, because Houston closes the connection otherwise.
pub(crate) const PROTOCOLS: [&str; 2] = ["graphql-ws", "graphql-transport-ws"];

/// The id of the only operation of a connection.
const ID: &str = "1";

/// The sub-protocol of a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Protocol {
    /// `graphql-ws`.
    Older,
    /// `graphql-transport-ws`.
    Newer,
}

impl Protocol {
    /// The protocol that a server chose; the older one if it does not say. None for another name.
    pub(super) fn of(chosen: Option<&str>) -> Option<Self> {
        match chosen {
            None | Some("graphql-ws") => Some(Protocol::Older),
            Some("graphql-transport-ws") => Some(Protocol::Newer),
            Some(_) => None,
        }
    }

    /// The message that starts the operation with this body.
    pub(super) fn start(self, body: &str) -> String {
        let kind = match self {
            Protocol::Older => "start",
            Protocol::Newer => "subscribe",
        };
        format!(r#"{{"id":"{ID}","type":"{kind}","payload":{body}}}"#)
    }

    /// The message that stops the operation.
    pub(super) fn stop(self) -> String {
        let kind = match self {
            Protocol::Older => "stop",
            Protocol::Newer => "complete",
        };
        format!(r#"{{"id":"{ID}","type":"{kind}"}}"#)
    }
}

/// The first message of a connection. Houston takes the token from here alone, and refuses a message without payload.
pub(super) fn init(token: Option<&Token>) -> String {
    let payload = match token {
        Some(token) => json!({ "authorization": token.header_value() }),
        None => json!({}),
    };
    format!(r#"{{"type":"connection_init","payload":{payload}}}"#)
}

/// The answer to a ping of the newer protocol.
pub(super) const PONG: &str = r#"{"type":"pong"}"#;

/// A message of the server.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Message<'m> {
    /// `connection_ack`
    Acknowledged,
    /// `connection_error`, with the server's reason.
    Prohibited(String),
    /// `data` or `next`, with the answer, which is a part of the message.
    Data(Option<&'m str>),
    /// `error`, with a list of errors in JSON.
    Error(String),
    Complete,
    /// `ping` of the newer protocol.
    Ping,
    /// A sign of life, a message for another operation, or one of an unknown type.
    Other,
}

#[derive(Deserialize)]
struct Raw<'m> {
    #[serde(rename = "type", borrow)]
    kind: Cow<'m, str>,
    #[serde(borrow, default)]
    id: Option<Cow<'m, str>>,
    #[serde(borrow)]
    payload: Option<&'m RawValue>,
}

/// How libraries begin an event, that of Houston first. What follows is the answer and a brace.
const EVENTS: [&str; 3] = [
    r#"{"type":"data","id":"1","payload":"#,
    r#"{"id":"1","type":"data","payload":"#,
    r#"{"id":"1","type":"next","payload":"#,
];

/// Where the answer begins in a message that begins as usual. If nothing follows the answer, a brace ends the message:
/// then the answer alone is read, once.
pub(super) fn usual(text: &str) -> Option<usize> {
    let begin = EVENTS.iter().find(|begin| text.starts_with(**begin))?;
    text.ends_with('}').then_some(begin.len())
}

impl<'m> Message<'m> {
    /// Reads a message.
    ///
    /// # Errors
    ///
    /// Fails if the text is not a message.
    pub(super) fn read(text: &'m str) -> Result<Self, serde_json::Error> {
        let Raw { kind, id, payload } = serde_json::from_str(text)?;
        // A server may leave the id out: there is one operation.
        let is_ours = id.is_none_or(|id| id == ID);
        let part = payload.map(RawValue::get);
        let text = part.unwrap_or("null");
        Ok(match &*kind {
            "connection_ack" => Message::Acknowledged,
            "connection_error" => Message::Prohibited(reason(text)),
            "ping" => Message::Ping,
            "data" | "next" if is_ours => Message::Data(part),
            "error" if is_ours => Message::Error(errors(text)),
            "complete" if is_ours => Message::Complete,
            _ => Message::Other,
        })
    }
}

/// The reason in the payload of an error: its message, or else its text.
fn reason(payload: &str) -> String {
    match serde_json::from_str(payload) {
        Ok(Value::Null) => "the server refuses the connection without a reason".to_owned(),
        Ok(Value::String(text)) => text,
        Ok(value) => match value.get("message").and_then(Value::as_str) {
            Some(message) => message.to_owned(),
            None => payload.to_owned(),
        },
        Err(_) => payload.to_owned(),
    }
}

/// The payload of an error as a list: the newer protocol sends a list, and the older one a single error.
fn errors(payload: &str) -> String {
    if payload.starts_with('[') { payload.to_owned() } else { format!("[{payload}]") }
}

#[cfg(test)]
mod properties;

#[cfg(test)]
mod tests {
    use super::{Message, Protocol, init};
    use crate::token::Token;

    #[test]
    fn messages_are_read() {
        for (text, message) in [
            (r#"{"type":"connection_ack"}"#, Message::Acknowledged),
            (r#"{"type":"connection_ack","payload":{"a":1}}"#, Message::Acknowledged),
            (
                r#"{"type":"connection_error","payload":{"message":"Prohibited connection!"}}"#,
                Message::Prohibited("Prohibited connection!".to_owned()),
            ),
            (r#"{"type":"connection_error","payload":"no"}"#, Message::Prohibited("no".to_owned())),
            (
                r#"{"type":"connection_error"}"#,
                Message::Prohibited(
                    "the server refuses the connection without a reason".to_owned(),
                ),
            ),
            (r#"{"type":"ka"}"#, Message::Other),
            (r#"{"type":"pong","payload":null}"#, Message::Other),
            (r#"{"type":"ping"}"#, Message::Ping),
            (
                r#"{"id":"1","type":"data","payload":{"data":{}}}"#,
                Message::Data(Some(r#"{"data":{}}"#)),
            ),
            (r#"{"type":"data","payload":{"data":{}}}"#, Message::Data(Some(r#"{"data":{}}"#))),
            (r#"{"payload":[ 1 ],"type":"next","id":"\u0031"}"#, Message::Data(Some("[ 1 ]"))),
            (r#"{"id":"2","type":"data","payload":{"data":{}}}"#, Message::Other),
            (r#"{"id":"1","type":"data"}"#, Message::Data(None)),
            (
                r#"{"id":"1","type":"error","payload":{"m":1}}"#,
                Message::Error(r#"[{"m":1}]"#.to_owned()),
            ),
            (
                r#"{"id":"1","type":"error","payload":[{"m":1}]}"#,
                Message::Error(r#"[{"m":1}]"#.to_owned()),
            ),
            (r#"{"id":"1","type":"complete","payload":null}"#, Message::Complete),
            (r#"{"id":"2","type":"complete"}"#, Message::Other),
            (r#"{"type":"brand_new","extra":[]}"#, Message::Other),
        ] {
            assert_eq!(Message::read(text).unwrap(), message, "{text}");
        }
        for text in ["", "null", "[]", "{}", r#"{"type":7}"#, r#"{"type":"ka""#, "<html>"] {
            assert!(Message::read(text).is_err(), "{text}");
        }
    }

    #[test]
    fn messages_are_written() {
        let token = Token::new(r#"a"b"#).unwrap();
        let expected = r#"{"type":"connection_init","payload":{"authorization":"a\"b"}}"#;
        assert_eq!(init(Some(&token)), expected);
        assert_eq!(init(None), r#"{"type":"connection_init","payload":{}}"#);
        let body = r#"{"query":"subscription {log}"}"#;
        for (protocol, start, stop) in
            [(Protocol::Older, "start", "stop"), (Protocol::Newer, "subscribe", "complete")]
        {
            let expected = format!(r#"{{"id":"1","type":"{start}","payload":{body}}}"#);
            assert_eq!(protocol.start(body), expected);
            assert_eq!(protocol.stop(), format!(r#"{{"id":"1","type":"{stop}"}}"#));
        }
    }
}
