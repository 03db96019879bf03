//! The memory that large requests leave behind.

use std::convert::Infallible;
use std::time::Duration;

/// How often memory that is free goes back to the system.
const EVERY: Duration = Duration::from_secs(5);

/// Gives memory that is free back to the system, as long as the server runs. By itself, glibc gives back only what lies
/// behind the last piece that is in use.
pub(crate) async fn give_back() -> Infallible {
    let mut turns = tokio::time::interval(EVERY);
    loop {
        turns.tick().await;
        // Walking through much memory takes its time.
        let _ = tokio::task::spawn_blocking(trim).await;
    }
}

#[cfg(all(target_os = "linux", target_env = "gnu"))]
fn trim() {
    #[expect(unsafe_code, reason = "no safe function does it")]
    // SAFETY: it takes no pointer, and any thread may call it at any time.
    unsafe {
        libc::malloc_trim(0);
    }
}

#[cfg(not(all(target_os = "linux", target_env = "gnu")))]
fn trim() {}
