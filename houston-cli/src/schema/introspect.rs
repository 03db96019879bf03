//! Asking a server for its schema.

use std::borrow::Cow;

use houston_client::Token;
use houston_client::transport::Failure as Lost;
use houston_client::transport::cause::{Cause, ConnectFault};
use houston_codegen::introspection::{Dialogue, Introspected, Refusal};
use serde_json::json;

use crate::call::connection::Connection;
use crate::call::lost::lost;
use crate::failure::{Exit, Failure};
use crate::terminal::text::plain;

/// Why a platform did not return its schema.
#[derive(Debug)]
pub(crate) struct Missed {
    pub(crate) failure: Failure,
    pub(crate) until: Until,
}

/// How long the server would most likely answer the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Until {
    /// Until it can be reached: nothing was sent. This is known at once if its port refuses connections.
    Reached { at_once: bool },
    /// It was lost on the way, or a gateway answered.
    Hour,
    /// The server, or what is in front of it, refuses it or cannot do it.
    Day,
}

impl From<Missed> for Failure {
    fn from(missed: Missed) -> Self {
        missed.failure
    }
}

/// Asks a server for its schema.
///
/// # Errors
///
/// Fails if the server cannot be reached, or does not return its schema.
pub(crate) async fn ask(connection: &Connection) -> Result<Introspected, Missed> {
    let signed_in = &connection.signed_in;
    let mut dialogue = Dialogue::new();
    loop {
        let body = json!({ "query": dialogue.next_query() }).to_string();
        let reply = connection.send(body).await.map_err(|error| Missed {
            until: match (&error, error.cause()) {
                (Lost::NotConnected(_), cause) => Until::Reached {
                    at_once: matches!(
                        cause,
                        Some(Cause::Connect { fault: ConnectFault::Refused(_), .. })
                    ),
                },
                (_, Some(Cause::Silent(_) | Cause::TooLarge(_))) => Until::Day,
                _ => Until::Hour,
            },
            failure: lost(error, signed_in),
        })?;
        match dialogue.accept(reply.status, &reply.body) {
            Ok(Some(introspected)) => return Ok(introspected),
            Ok(None) => {}
            Err(refusal) => {
                let failure = refused(&refusal, connection.token());
                let failure = match failure.exit {
                    Exit::NotAllowed => signed_in.tell_expiry(failure),
                    _ => failure,
                };
                let is_passing = matches!(reply.status, 429 | 500..);
                let until = if is_passing { Until::Hour } else { Until::Day };
                return Err(Missed { failure, until });
            }
        }
    }
}

/// The failure of a refusal. Its text is kept, so it does not have the token, even if the server repeats it.
fn refused(refusal: &Refusal, token: Option<&Token>) -> Failure {
    let exit = match refusal {
        Refusal::NotSignedIn(_) | Refusal::NotAllowed(_) => Exit::NotAllowed,
        _ => Exit::Refused,
    };
    let text = refusal.to_string();
    let text = token.map_or(Cow::Borrowed(&*text), |token| token.redact(&text));
    let mut lines = text.lines().map(plain);
    let failure = Failure::new(exit, lines.next().unwrap_or_default());
    let failure = failure.details(lines);
    let failure = match refusal {
        Refusal::SwitchedOff(_) if token.is_none() => failure
            .help("Try with a token: some servers return their schema to signed-in callers only."),
        _ => failure,
    };
    failure.help(refusal.next_step())
}
