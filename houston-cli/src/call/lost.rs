//! The failure of a request that is not an operation.

use houston_client::transport::Failure as Lost;

use crate::failure::{Exit, Failure};
use crate::terminal::text::plain;

/// The failure of a request without an answer. The request changes nothing.
pub(crate) fn lost(lost: Lost) -> Failure {
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
            failure.through(proxy.as_deref(), Some(&cause))
        }
        None => Failure::new(Exit::NotReached, what).because(error),
    }
}
