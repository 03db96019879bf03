//! Timers. Waiting needs tokio, which comes with the feature `transport`.

#[cfg(feature = "transport")]
pub(super) use with_tokio::*;
#[cfg(not(feature = "transport"))]
pub(super) use without_tokio::*;

#[cfg(feature = "transport")]
mod with_tokio {
    use std::time::Duration;

    pub(crate) use tokio::time::{Instant, sleep};

    /// Whether there is a tokio runtime to wait in: the caller's transport may run in another runtime.
    pub(crate) fn can_wait() -> bool {
        tokio::runtime::Handle::try_current().is_ok()
    }

    /// Returns `None` if the future takes longer.
    pub(crate) async fn limit<F: Future>(time: Duration, future: F) -> Option<F::Output> {
        tokio::time::timeout(time, future).await.ok()
    }
}

#[cfg(not(feature = "transport"))]
mod without_tokio {
    use std::time::Duration;

    pub(crate) use std::time::Instant;

    pub(crate) async fn sleep(_: Duration) {}

    pub(crate) fn can_wait() -> bool {
        false
    }

    pub(crate) async fn limit<F: Future>(_: Duration, future: F) -> Option<F::Output> {
        Some(future.await)
    }
}
