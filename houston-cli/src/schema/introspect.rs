//! Asking a server for its schema.

use houston_codegen::introspection::{Dialogue, Introspected, Refusal};
use serde_json::json;

use crate::call::connection::Connection;
use crate::call::lost::lost;
use crate::failure::{Exit, Failure};
use crate::terminal::text::plain;

/// Asks a server for its schema.
///
/// # Errors
///
/// Fails if the server cannot be reached, or does not return its schema.
pub(crate) async fn ask(connection: &Connection) -> Result<Introspected, Failure> {
    let signed_in = &connection.signed_in;
    let mut dialogue = Dialogue::new();
    loop {
        let body = json!({ "query": dialogue.next_query() }).to_string();
        let reply = connection.send(body).await.map_err(|error| lost(error, signed_in))?;
        match dialogue.accept(reply.status, &reply.body) {
            Ok(Some(introspected)) => return Ok(introspected),
            Ok(None) => {}
            Err(refusal) => {
                let failure = refused(&refusal);
                return Err(match failure.exit {
                    Exit::NotAllowed => signed_in.tell_expiry(failure),
                    _ => failure,
                });
            }
        }
    }
}

fn refused(refusal: &Refusal) -> Failure {
    let exit = match refusal {
        Refusal::NotSignedIn(_) | Refusal::NotAllowed(_) => Exit::NotAllowed,
        _ => Exit::Refused,
    };
    let text = refusal.to_string();
    let mut lines = text.lines().map(plain);
    let failure = Failure::new(exit, lines.next().unwrap_or_default());
    failure.details(lines).help(refusal.next_step())
}
