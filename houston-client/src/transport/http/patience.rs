use std::future::poll_fn;
use std::pin::Pin;
use std::task::Poll;
use std::time::Duration;

use tokio::time::{Instant, timeout_at};

use crate::transport::Cause;

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
        mut step: Pin<&mut impl Future<Output = Result<T, reqwest::Error>>>,
    ) -> Result<Result<T, reqwest::Error>, Cause> {
        // Most of the body is there with its head: what is there needs no timer.
        let look = poll_fn(|context| Poll::Ready(step.as_mut().poll(context)));
        if let Poll::Ready(done) = look.await {
            return Ok(done);
        }
        let silent = self.silence.and_then(|silence| Instant::now().checked_add(silence));
        match [self.end, silent].into_iter().flatten().min() {
            None => Ok(step.await),
            Some(until) => timeout_at(until, step).await.map_err(|_| {
                let silence = self.silence.filter(|_| silent == Some(until));
                silence.map_or(Cause::Late(self.whole), Cause::Silent)
            }),
        }
    }
}
