//! Whether a failed attempt is made again, and after how long. Pure: the clock, the random number and the
//! budget are given.

mod budget;

use std::fmt;
use std::time::{Duration, SystemTime};

pub(crate) use budget::Budget;

use crate::outcome::Outcome;
use crate::schema::OperationKind;

/// How often a request is repeated when the caller does not say: four attempts.
pub(crate) const RETRIES: u32 = 3;

/// The longest wait before the first repetition; it doubles with each, up to [`LONGEST`].
const FIRST: Duration = Duration::from_millis(200);

const LONGEST: Duration = Duration::from_secs(20);

/// How long a server may ask to wait.
const LONGEST_ASKED: Duration = Duration::from_secs(60);

/// An attempt that failed, and what was agreed before it.
#[derive(Debug)]
pub(crate) struct Failed<'a> {
    pub(crate) operation: OperationKind,
    pub(crate) outcome: Outcome,
    /// A gateway held it back, status 429: it did not pass it on.
    pub(crate) held_back: bool,
    /// Running it twice is as running it once, and the caller asked for repetitions.
    pub(crate) repeatable: bool,
    /// How many attempts were made, with this one.
    pub(crate) attempts: u32,
    /// How many repetitions are allowed.
    pub(crate) retries: u32,
    /// How long this attempt took.
    pub(crate) took: Duration,
    /// What is left of the time for the whole call.
    pub(crate) left: Duration,
    /// The header `Retry-After`.
    pub(crate) retry_after: Option<&'a str>,
}

/// Why a request that could be repeated was not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum GaveUp {
    /// All attempts were made.
    Attempts(u32),
    /// The server asks for too long a wait.
    Asked(Duration),
    /// The time for the whole call would not last.
    Time,
    /// Too many requests of this client are repetitions.
    Budget,
}

impl fmt::Display for GaveUp {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            GaveUp::Attempts(attempts) => write!(formatter, "after {attempts} attempts"),
            GaveUp::Asked(wait) => write!(
                formatter,
                "not repeated: the server asks to wait {} s, more than {} s",
                wait.as_secs(),
                LONGEST_ASKED.as_secs()
            ),
            GaveUp::Time => formatter.write_str("not repeated: the time for the call is up"),
            GaveUp::Budget => formatter
                .write_str("not repeated: too many requests of this client were repetitions"),
        }
    }
}

impl Failed<'_> {
    /// How long to wait before the next attempt.
    ///
    /// `random` is at least 0 and below 1.
    ///
    /// # Errors
    ///
    /// Why there is none; without a reason when a repetition was never allowed.
    pub(crate) fn wait(
        &self,
        now: SystemTime,
        random: f64,
        budget: &Budget,
    ) -> Result<Duration, Option<GaveUp>> {
        let writes = self.operation == OperationKind::Mutation;
        let may_repeat = match self.outcome {
            Outcome::NotSent => true,
            Outcome::Unknown => !writes || self.repeatable,
            Outcome::Refused => self.held_back,
            Outcome::Done | Outcome::Partial => false,
        };
        if !may_repeat || self.retries == 0 {
            return Err(None);
        }
        if self.attempts > self.retries {
            return Err(Some(GaveUp::Attempts(self.attempts)));
        }
        let asked = match self.retry_after.and_then(|header| asked(header, now)) {
            Some(wait) if wait > LONGEST_ASKED => return Err(Some(GaveUp::Asked(wait))),
            asked => asked.unwrap_or_default(),
        };
        // On top of what was asked: all clients that were told the same would come back together.
        let wait = asked + jitter(self.attempts, random);
        // Cut off while it connects, a mutation that was not sent would read as one that may have run.
        let needed = if writes { wait + self.took } else { wait };
        if needed >= self.left {
            return Err(Some(GaveUp::Time));
        }
        budget.take().then_some(wait).ok_or(Some(GaveUp::Budget))
    }
}

/// The outcome of a call after an attempt, given the worst of those before.
pub(crate) fn settle(operation: OperationKind, before: Option<Outcome>, last: Outcome) -> Outcome {
    match (before, last) {
        (None, _) | (_, Outcome::Done | Outcome::Partial) => last,
        // Of a query, the last word counts: the attempts before had no effect either.
        (_, Outcome::Refused) if operation != OperationKind::Mutation => last,
        (Some(before), _) => last.max(before),
    }
}

/// Full jitter: anything up to a limit that doubles with each attempt.
fn jitter(attempts: u32, random: f64) -> Duration {
    let doubled = 1_u32.checked_shl(attempts.saturating_sub(1)).unwrap_or(u32::MAX);
    FIRST.saturating_mul(doubled).min(LONGEST).mul_f64(random.clamp(0.0, 1.0))
}

/// What `Retry-After` asks for: seconds, or an HTTP date
/// ([RFC 9110, section 10.2.3](https://www.rfc-editor.org/rfc/rfc9110#field.retry-after)). `None` for
/// anything else.
fn asked(header: &str, now: SystemTime) -> Option<Duration> {
    let header = header.trim();
    if !header.is_empty() && header.bytes().all(|byte| byte.is_ascii_digit()) {
        // More than fits is far too long as well.
        return Some(Duration::from_secs(header.parse().unwrap_or(u64::MAX / 2)));
    }
    let date = httpdate::parse_http_date(header).ok()?;
    Some(date.duration_since(now).unwrap_or_default())
}

#[cfg(test)]
mod tests;
