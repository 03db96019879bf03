//! Asking a server for its schema.

use houston_client::Token;
use houston_client::transport::{Message, Transport};
use houston_codegen::introspection::{Dialogue, Introspected, Refusal};
use serde_json::json;

use crate::caller::Line;
use crate::failure::{Exit, Failure};
use crate::text::plain;

/// Asks the server at the end of a line for its schema.
///
/// # Errors
///
/// When it is not reached, or does not tell.
pub(crate) async fn ask(line: &Line) -> Result<Introspected, Failure> {
    let mut dialogue = Dialogue::new();
    loop {
        let body = json!({ "query": dialogue.next_query() }).to_string();
        let reply = send(&*line.transport, line.token(), body).await?;
        match dialogue.accept(reply.status, &reply.body) {
            Ok(Some(introspected)) => return Ok(introspected),
            Ok(None) => {}
            Err(refusal) => return Err(refused(&refusal)),
        }
    }
}

async fn send(
    transport: &dyn Transport,
    token: Option<&Token>,
    body: String,
) -> Result<houston_client::transport::Reply, Failure> {
    let mut message = Message::new(body);
    message.token = token;
    transport.send(message).await.map_err(|failure| {
        let (what, error) = match &failure {
            houston_client::transport::Failure::NotConnected(error) => ("cannot be reached", error),
            houston_client::transport::Failure::Lost(error) => ("gave no answer", error),
            _ => return Failure::new(Exit::NotReached, "the server gave no answer"),
        };
        Failure::new(Exit::NotReached, format!("the server {what}")).because(&**error)
    })
}

/// Its text has a line for what to do next.
fn refused(refusal: &Refusal) -> Failure {
    let exit = match refusal {
        Refusal::NotSignedIn(_) | Refusal::NotAllowed(_) => Exit::NotAllowed,
        _ => Exit::Refused,
    };
    let text = refusal.to_string();
    let (what, help) = text.split_once("\nhelp: ").unwrap_or((&text, ""));
    let mut lines = what.lines();
    let failure = Failure::new(exit, plain(lines.next().unwrap_or_default()));
    let failure = failure.details(lines.map(plain));
    if help.is_empty() { failure } else { failure.help(plain(help)) }
}
