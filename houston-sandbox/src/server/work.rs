//! Work that blocks: a request can wait for the disk or for another request's transaction.

use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;

/// The maximum number of requests that run at the same time. Further ones wait; they do not run if their clients leave.
static FREE: Semaphore = Semaphore::const_new(64);

/// Runs blocking work. Returns none if it panics.
pub(super) async fn run<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Option<T> {
    let place = FREE.acquire().await.ok()?;
    let done = spawn_blocking(move || {
        let done = work();
        drop(place);
        done
    });
    done.await.ok()
}
