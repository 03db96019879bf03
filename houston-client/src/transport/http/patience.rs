use std::fmt;
use std::time::Duration;

use tokio::time::{Instant, timeout_at};

use crate::transport::{BoxError, Failure};

/// How long a call waits: one timer for what reqwest would keep several for.
pub(super) struct Patience {
    whole: Duration,
    /// None is too far away to be told.
    end: Option<Instant>,
    silence: Option<Duration>,
}

impl Patience {
    /// From now on, `whole` in all, and no longer than `silence` without a word from the server.
    pub(super) fn new(whole: Duration, silence: Option<Duration>) -> Self {
        Patience { whole, end: Instant::now().checked_add(whole), silence }
    }

    /// Waits for a step of the call. What ran out of time may have reached the server.
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

/// Why a call was given up.
#[derive(Debug)]
enum Late {
    Whole(Duration),
    Silent(Duration),
}

impl fmt::Display for Late {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Late::Whole(time) => write!(formatter, "there was no whole answer after {time:?}"),
            Late::Silent(time) => write!(formatter, "the server was silent for {time:?}"),
        }
    }
}

impl std::error::Error for Late {}

/// Only reqwest's word for it proves that no connection stood: name, TCP, proxy or TLS.
fn failure(error: reqwest::Error) -> Failure {
    if error.is_connect() { Failure::NotConnected(show(error)) } else { Failure::Lost(show(error)) }
}

/// The query may hold secrets.
fn show(mut error: reqwest::Error) -> BoxError {
    if let Some(url) = error.url_mut() {
        url.set_query(None);
    }
    Box::new(error)
}
