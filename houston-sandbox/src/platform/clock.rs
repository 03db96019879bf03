//! The sandbox's clock.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use tokio::sync::watch;

/// The system's clock, which tests can advance and stop.
///
/// A service account key is readable for ten minutes, a deployment starts in half a minute, and streams have an
/// interval: a test advances the clock instead of waiting.
#[derive(Debug)]
pub struct Clock {
    /// A change wakes the tasks that wait for a time.
    state: watch::Sender<State>,
}

#[derive(Clone, Copy, Debug)]
enum State {
    /// As fast as the system's clock, and ahead of it by this duration.
    Runs(SignedDuration),
    Stands(Timestamp),
}

impl Default for Clock {
    fn default() -> Self {
        Clock { state: watch::Sender::new(State::Runs(SignedDuration::ZERO)) }
    }
}

impl Clock {
    /// Advances the clock of this sandbox.
    pub fn advance(&self, by: Duration) {
        let by = SignedDuration::try_from(by).unwrap_or(SignedDuration::MAX);
        self.state.send_modify(|state| match state {
            State::Runs(ahead) => *ahead = ahead.saturating_add(by),
            State::Stands(time) => *time = time.saturating_add(by).unwrap_or(Timestamp::MAX),
        });
    }

    /// Stops the clock of this sandbox. From then on only [`Clock::advance`] changes the time, so that a test knows
    /// what time it is.
    pub fn stop(&self) {
        self.state.send_modify(|state| *state = State::Stands(state.time()));
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.state.borrow().time()
    }

    /// Waits until `time`, or for ever.
    pub(crate) async fn sleep(&self, time: Option<Timestamp>) {
        match time {
            Some(time) => self.sleep_until(time).await,
            None => std::future::pending().await,
        }
    }

    /// Waits until `time`, which passes by itself or because a test advances the clock.
    pub(crate) async fn sleep_until(&self, time: Timestamp) {
        // Subscribes before it reads the time, so that it misses no change.
        let mut changes = self.state.subscribe();
        loop {
            let state = *changes.borrow_and_update();
            let rest = time.duration_since(state.time());
            if rest <= SignedDuration::ZERO {
                return;
            }
            // Both a change and the end of a wait are reasons to read the time again. The sender lives as long as the
            // clock.
            let _ = match state {
                State::Runs(_) => {
                    tokio::time::timeout(rest.unsigned_abs(), changes.changed()).await.ok()
                }
                State::Stands(_) => Some(changes.changed().await),
            };
        }
    }
}

impl State {
    fn time(self) -> Timestamp {
        match self {
            State::Runs(ahead) => Timestamp::now().saturating_add(ahead).unwrap_or(Timestamp::MAX),
            State::Stands(time) => time,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stopped_clock_is_advanced_by_hand() {
        let clock = Clock::default();
        clock.advance(Duration::from_secs(60));
        clock.stop();
        let start = clock.now();
        assert!(start > Timestamp::now());
        clock.advance(Duration::from_millis(1500));
        assert_eq!(clock.now().duration_since(start), SignedDuration::from_millis(1500));
        clock.advance(Duration::MAX);
        assert_eq!(clock.now(), Timestamp::MAX);
    }

    #[tokio::test]
    async fn an_advance_wakes_the_waiting_task() {
        let clock = Clock::default();
        let start = clock.now();
        let hour = SignedDuration::from_hours(1);
        let waiting = clock.sleep_until(start.saturating_add(hour).unwrap());
        let advancing = async {
            tokio::task::yield_now().await;
            clock.advance(Duration::from_secs(1800));
            tokio::task::yield_now().await;
            clock.advance(Duration::from_secs(1800));
        };
        let both = async { tokio::join!(waiting, advancing) };
        tokio::time::timeout(Duration::from_secs(10), both).await.expect("the clock was advanced");
        assert!(clock.now().duration_since(start) >= hour);
        // A time in the past needs no wait.
        clock.sleep_until(start).await;
    }
}
