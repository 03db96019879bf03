//! What happens to a request while it is under way.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use crate::error::Error;
use crate::schema::OperationKind;
use crate::transport::{Failure, Reply};

/// What happens to a request while it is under way; see [`Options::observe`](crate::Options::observe).
#[derive(Debug)]
#[non_exhaustive]
pub enum Delivery<'d> {
    /// The request goes to the transport; for a subscription, the request for its connection.
    Sending {
        /// The number of the attempt, from 1.
        attempt: u32,
        /// The most attempts that there may be.
        most: u32,
        /// Whether a token is sent with it.
        signed_in: bool,
        /// Query, mutation or subscription.
        kind: OperationKind,
    },
    /// The connection of a subscription is open.
    Connected {
        /// How long that took.
        took: Duration,
    },
    /// An answer has arrived, with any status and from anyone.
    Answered {
        /// The answer.
        reply: &'d Reply,
        /// How long it took to the end of the body.
        took: Duration,
    },
    /// No answer has arrived.
    Lost {
        /// Why.
        failure: &'d Failure,
        /// How long it took to find out.
        took: Duration,
    },
    /// The request is sent again.
    Retrying {
        /// Why the last attempt failed.
        error: &'d Error,
        /// The number of the next attempt.
        attempt: u32,
        /// The most attempts that there may be.
        most: u32,
        /// How long it is until then.
        wait: Duration,
    },
}

/// A function of the caller that is told what happens.
#[derive(Clone)]
pub(crate) struct Observer(Arc<dyn Fn(&Delivery<'_>) + Send + Sync>);

impl Observer {
    pub(crate) fn new(observe: impl Fn(&Delivery<'_>) + Send + Sync + 'static) -> Self {
        Observer(Arc::new(observe))
    }

    pub(crate) fn tell(&self, delivery: &Delivery<'_>) {
        (self.0)(delivery);
    }
}

impl fmt::Debug for Observer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Observer")
    }
}
