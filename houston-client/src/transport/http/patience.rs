use std::fmt;
use std::time::Duration;

use tokio::time::{Instant, timeout_at};

use crate::transport::{BoxError, Failure};

/// The timeouts of a call: one timer instead of the several that reqwest would run.
pub(super) struct Patience {
    whole: Duration,
    /// `None` if the end is too far away to be represented.
    end: Option<Instant>,
    silence: Option<Duration>,
}

impl Patience {
    /// Starts now, with `whole` as the timeout of the call, and `silence` as the longest time without data from the
    /// server.
    pub(super) fn new(whole: Duration, silence: Option<Duration>) -> Self {
        Patience { whole, end: Instant::now().checked_add(whole), silence }
    }

    /// Waits for a step of the call. A step that timed out may have reached the server.
    pub(super) async fn wait<T>(
        &self,
        step: impl Future<Output = Result<T, reqwest::Error>>,
    ) -> Result<T, Failure> {
        let silent = self.silence.and_then(|silence| Instant::now().checked_add(silence));
        let result = match [self.end, silent].into_iter().flatten().min() {
            None => step.await,
            Some(until) => timeout_at(until, step).await.map_err(|_| {
                let silence = self.silence.filter(|_| silent == Some(until));
                Failure::Lost(Box::new(silence.map_or(Late::Whole(self.whole), Late::Silent)))
            })?,
        };
        result.map_err(failure)
    }
}

/// The timeout that ended a call.
#[derive(Debug)]
enum Late {
    Whole(Duration),
    Silent(Duration),
}

impl fmt::Display for Late {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Late::Whole(time) => write!(formatter, "timed out after {time:?}"),
            Late::Silent(time) => write!(formatter, "the server sent nothing for {time:?}"),
        }
    }
}

impl std::error::Error for Late {}

/// Only a connect error of reqwest proves that no connection was established: name, TCP, proxy or TLS.
fn failure(error: reqwest::Error) -> Failure {
    if error.is_connect() { Failure::NotConnected(show(error)) } else { Failure::Lost(show(error)) }
}

/// Removes the query, which may contain secrets.
fn show(mut error: reqwest::Error) -> BoxError {
    if let Some(url) = error.url_mut() {
        url.set_query(None);
    }
    Box::new(error)
}
