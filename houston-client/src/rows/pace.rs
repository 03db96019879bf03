//! When the next row may start.

#[cfg(feature = "transport")]
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

/// Timers are as exact as this: a start that was late by less does not delay the next one.
#[cfg(feature = "transport")]
const TICK: Duration = Duration::from_millis(2);

/// Starts at equal distances.
pub(super) struct Pace {
    #[cfg(feature = "transport")]
    timed: Option<(Duration, Pin<Box<tokio::time::Sleep>>)>,
}

#[cfg(feature = "transport")]
impl Pace {
    pub(super) fn new(distance: Option<Duration>) -> Self {
        let sleep = || Box::pin(tokio::time::sleep(Duration::ZERO));
        Pace { timed: distance.map(|distance| (distance, sleep())) }
    }

    /// Ready when a row may start. The next call is about the row behind it.
    pub(super) fn poll(&mut self, context: &mut Context<'_>) -> Poll<()> {
        let Some((distance, sleep)) = &mut self.timed else { return Poll::Ready(()) };
        let now = tokio::time::Instant::now();
        // A timer may fire some time after what it waits for.
        if now < sleep.deadline() && sleep.as_mut().poll(context).is_pending() {
            return Poll::Pending;
        }
        let next = sleep.deadline().max(now.checked_sub(TICK).unwrap_or(now)) + *distance;
        sleep.as_mut().reset(next);
        Poll::Ready(())
    }
}

#[cfg(not(feature = "transport"))]
impl Pace {
    pub(super) fn new(_: Option<Duration>) -> Self {
        Pace {}
    }

    pub(super) fn poll(&mut self, _: &mut Context<'_>) -> Poll<()> {
        Poll::Ready(())
    }
}
