//! The failure of a request that is not an operation.

use houston_client::transport::{Cause, Failure as Lost};

use crate::failure::{Exit, Failure};
use crate::settings::token::source::SignedIn;
use crate::terminal::text::plain;

/// The failure of a request without an answer. The request changes nothing.
pub(crate) fn lost(lost: Lost, signed_in: &SignedIn) -> Failure {
    let (cause, proxy) = (lost.cause().cloned(), lost.proxy().map(str::to_owned));
    let (what, error) = match lost {
        Lost::NotConnected(error) => ("cannot connect to the server", error),
        Lost::Lost(error) => ("no complete answer", error),
        _ => return Failure::new(Exit::NotReached, "no answer"),
    };
    match cause {
        Some(cause) => {
            let what = format!("{what}: {}", plain(&cause.to_string()));
            let failure = Failure::new(Exit::NotReached, what).with_cause(&cause);
            let failure = failure.through(proxy.as_deref(), Some(&cause));
            match cause {
                Cause::Silent(_) | Cause::Late(_) => signed_in.tell_expiry(failure),
                _ => failure,
            }
        }
        None => Failure::new(Exit::NotReached, what).because(error),
    }
}
