//! Whether a failed attempt is retried, and after how long. Pure: the caller passes in the clock, the random number
//! and the budget.

mod budget;

use std::fmt;
use std::time::{Duration, SystemTime};

pub(crate) use budget::Budget;

use crate::outcome::Outcome;
use crate::schema::OperationKind;

/// The default number of retries, which makes four attempts.
pub(crate) const RETRIES: u32 = 3;

/// The maximum wait before the first retry. It doubles with each retry, up to [`LONGEST`].
const FIRST: Duration = Duration::from_millis(200);

const LONGEST: Duration = Duration::from_secs(20);

/// The longest wait that a server may ask for.
const LONGEST_ASKED: Duration = Duration::from_secs(60);

/// A failed attempt, and the settings of its call.
#[derive(Debug)]
pub(crate) struct Failed<'a> {
    pub(crate) operation: OperationKind,
    pub(crate) outcome: Outcome,
    /// Whether a gateway rejected it with status 429 instead of passing it on.
    pub(crate) held_back: bool,
    /// Whether another attempt would fail in the same way.
    pub(crate) lasting: bool,
    /// Whether the operation is idempotent and the caller asked to retry it.
    pub(crate) repeatable: bool,
    /// The number of attempts, including this one.
    pub(crate) attempts: u32,
    /// The maximum number of retries.
    pub(crate) retries: u32,
    /// How long this attempt took.
    pub(crate) took: Duration,
    /// The time that is left for the whole call.
    pub(crate) left: Duration,
    /// The header `Retry-After`.
    pub(crate) retry_after: Option<&'a str>,
}

/// Why a request that could be retried was not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum GaveUp {
    /// All attempts were used.
    Attempts(u32),
    /// The server asks for a longer wait than allowed.
    Asked(Duration),
    /// The time that is left for the whole call is too short.
    Time,
    /// The retry budget of the client is used up.
    Budget,
}

impl fmt::Display for GaveUp {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            GaveUp::Attempts(attempts) => write!(formatter, "after {attempts} attempts"),
            GaveUp::Asked(wait) => write!(
                formatter,
                "not retried: the server asks to wait {} s, more than the limit of {} s",
                wait.as_secs(),
                LONGEST_ASKED.as_secs()
            ),
            GaveUp::Time => formatter.write_str("not retried: too little time is left"),
            GaveUp::Budget => formatter.write_str("not retried: the retry budget is used up"),
        }
    }
}

impl Failed<'_> {
    /// Returns how long to wait before the next attempt.
    ///
    /// `random` is at least 0 and below 1.
    ///
    /// # Errors
    ///
    /// Returns why there is no next attempt, or `None` if a retry was never allowed.
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
        if !may_repeat || self.lasting || self.retries == 0 {
            return Err(None);
        }
        if self.attempts > self.retries {
            return Err(Some(GaveUp::Attempts(self.attempts)));
        }
        let asked = match self.retry_after.and_then(|header| asked(header, now)) {
            Some(wait) if wait > LONGEST_ASKED => return Err(Some(GaveUp::Asked(wait))),
            asked => asked.unwrap_or_default(),
        };
        // Added to the wait that the server asked for: otherwise all clients that got the same answer would return
        // together.
        let wait = asked + jitter(self.attempts, random);
        // If the timeout expired while connecting, a mutation that was not sent would count as one that may have
        // run.
        let needed = if writes { wait + self.took } else { wait };
        if needed >= self.left {
            return Err(Some(GaveUp::Time));
        }
        budget.take().then_some(wait).ok_or(Some(GaveUp::Budget))
    }
}

/// Returns the outcome of a call after an attempt, given the worst outcome of the earlier attempts.
pub(crate) fn settle(operation: OperationKind, before: Option<Outcome>, last: Outcome) -> Outcome {
    match (before, last) {
        (None, _) | (_, Outcome::Done | Outcome::Partial) => last,
        // For a query, the last answer counts: the earlier attempts had no effect either.
        (_, Outcome::Refused) if operation != OperationKind::Mutation => last,
        (Some(before), _) => last.max(before),
    }
}

/// Full jitter: a random wait up to a limit that doubles with each attempt.
pub(crate) fn jitter(attempts: u32, random: f64) -> Duration {
    let doubled = 1_u32.checked_shl(attempts.saturating_sub(1)).unwrap_or(u32::MAX);
    FIRST.saturating_mul(doubled).min(LONGEST).mul_f64(random.clamp(0.0, 1.0))
}

/// Returns the wait that `Retry-After` asks for: seconds, or an HTTP date ([RFC 9110, section
/// 10.2.3](https://www.rfc-editor.org/rfc/rfc9110#field.retry-after)). Returns `None` for anything else.
fn asked(header: &str, now: SystemTime) -> Option<Duration> {
    let header = header.trim();
    if !header.is_empty() && header.bytes().all(|byte| byte.is_ascii_digit()) {
        // A number that does not fit is too long in any case.
        return Some(Duration::from_secs(header.parse().unwrap_or(u64::MAX / 2)));
    }
    let date = httpdate::parse_http_date(header).ok()?;
    Some(date.duration_since(now).unwrap_or_default())
}

#[cfg(test)]
mod tests;
