use std::time::{Duration, SystemTime};

use jiff::Timestamp;
use tokio::time::Instant;

use crate::error::Error;

/// A time without a connection, in which events may be missing.
#[derive(Debug)]
#[non_exhaustive]
pub struct Gap {
    /// When the server was last heard. What happened shortly before may be missing as well: Houston looks for events at
    /// intervals, a second for `log` and a minute for `deploymentStatus`.
    pub since: Timestamp,
    /// How long it took until the server had taken the subscription again.
    pub lasted: Duration,
    /// Why the connection was lost.
    pub cause: Error,
}

impl Gap {
    /// The gap from this moment until now.
    pub(crate) fn since(moment: Moment, cause: Error) -> Self {
        let since = Timestamp::try_from(moment.time).unwrap_or_default();
        Gap { since, lasted: moment.until(Moment::now()), cause }
    }
}

/// A moment on both clocks: the one of the day may be set, and the other one may stand while a laptop sleeps.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Moment {
    time: SystemTime,
    instant: Instant,
}

impl Moment {
    pub(crate) fn now() -> Self {
        Moment { time: SystemTime::now(), instant: Instant::now() }
    }

    /// The moment on the clock that is not set.
    pub(super) fn instant(self) -> Instant {
        self.instant
    }

    /// The time until a later moment: the longer one of both clocks.
    fn until(self, later: Self) -> Duration {
        let by_time = later.time.duration_since(self.time).unwrap_or_default();
        later.instant.saturating_duration_since(self.instant).max(by_time)
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::Moment;

    #[test]
    fn a_clock_that_jumps_makes_no_gap_shorter() {
        let seconds = Duration::from_secs;
        let start = Moment::now();
        for (time, instant, lasted) in [
            (start.time + seconds(5), seconds(5), 5),
            // A laptop slept for an hour.
            (start.time + seconds(3605), seconds(5), 3605),
            // The clock was set back.
            (start.time - seconds(3600), seconds(5), 5),
        ] {
            let later = Moment { time, instant: start.instant + instant };
            assert_eq!(start.until(later), seconds(lasted));
        }
    }
}
