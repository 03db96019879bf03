//! Waiting: looks again and again, until something is so, has failed, or time is up.

pub(crate) mod begun;
pub(crate) mod condition;
pub(crate) mod heard;
mod judge;
pub(crate) mod poll;

use std::cell::Cell;
use std::pin::pin;
use std::time::Duration;

use futures_util::{Stream, StreamExt, stream};
use houston_schema::text::duration;
use jiff::SignedDuration;
use tokio::time::Instant;

use crate::call::runtime;
use crate::failure::{Code, Exit, Failure};
use crate::settings::options::Patience;
use crate::terminal::output;

const SECOND: Duration = Duration::from_secs(1);

/// How long to wait, and how often to look.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    pub(crate) most: Duration,
    pub(crate) every: Duration,
}

impl Limits {
    pub(crate) fn of(patience: &Patience) -> Self {
        Limits {
            most: patience.most.unwrap_or(Duration::from_secs(600)),
            every: patience.every.unwrap_or(Duration::from_secs(5)),
        }
    }
}

/// How a wait ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    Reached,
    Failed,
    TimeIsUp,
}

/// What a wait came to.
#[derive(Debug)]
pub(crate) struct Waited<T> {
    pub(crate) end: End,
    /// What was seen last; `None` if nothing was.
    pub(crate) last: Option<T>,
    pub(crate) took: Duration,
    /// Why nothing was seen since then.
    pub(crate) missed: Option<Failure>,
}

/// When a question was asked that has no answer yet.
pub(crate) type Asked = Cell<Option<Instant>>;

/// Looks at once, and then each time after a pause.
pub(crate) fn polled<'l, T, F: Future<Output = Result<T, Failure>> + 'l>(
    every: Duration,
    look: impl Fn() -> F + 'l,
) -> impl Stream<Item = Result<T, Failure>> + 'l {
    stream::unfold((look, Duration::ZERO), move |(look, pause)| async move {
        tokio::time::sleep(pause).await;
        let seen = look().await;
        Some((seen, (look, every)))
    })
}

/// Waits for an answer, and tells meanwhile that it is asked for. The question has its memory only as long as this.
pub(crate) async fn asking<T>(asked: &Asked, question: impl Future<Output = T>) -> T {
    asked.set(Some(Instant::now()));
    let answer = Box::pin(question).await;
    asked.set(None);
    answer
}

/// Judges what is seen, with the time since the beginning, until the wait ends or time is up. A look that got no answer is
/// told and does not end it.
///
/// # Errors
///
/// Fails if the server refuses a look, or if what is seen cannot be judged.
pub(crate) async fn until<T>(
    most: Duration,
    asked: &Asked,
    seen: impl Stream<Item = Result<T, Failure>>,
    mut judge: impl AsyncFnMut(&T, Duration) -> Result<Option<End>, Failure>,
    tell: impl Fn(String),
) -> Result<Waited<T>, Failure> {
    let begun = Instant::now();
    let (mut seen, deadline) = (pin!(seen), begun.checked_add(most));
    let (mut last, mut missed, mut told) = (None, None, String::new());
    loop {
        let next = match deadline {
            Some(deadline) => tokio::time::timeout_at(deadline, seen.next()).await.ok().flatten(),
            None => seen.next().await,
        };
        let took = begun.elapsed();
        match next {
            None => {
                let since = asked.get().map(|since| since.elapsed());
                // A look that has just begun says nothing about the server.
                let silent = since.filter(|time| last.is_none() || *time >= SECOND).map(unanswered);
                return Ok(Waited { end: End::TimeIsUp, last, took, missed: missed.or(silent) });
            }
            Some(Ok(value)) => {
                let end = match judge(&value, took).await {
                    Ok(end) => end,
                    Err(failure) => {
                        runtime::signals_first().await;
                        return Err(failure);
                    }
                };
                (last, missed) = (Some(value), None);
                if let Some(end) = end {
                    return Ok(Waited { end, last, took, missed });
                }
            }
            Some(Err(failure)) if passes(&failure) => {
                if failure.told() != told {
                    failure.told().clone_into(&mut told);
                    tell(format!("{}: {told}; looking again", after(took)));
                }
                missed = Some(failure);
            }
            Some(Err(failure)) => return Err(failure),
        }
    }
}

/// Tells what is waited for while it is, from the first second on: on a terminal with the time, in a log once.
pub(crate) async fn telling<T>(goal: String, most: Duration, wait: impl Future<Output = T>) -> T {
    let (begun, mut wait, mut told) = (Instant::now(), pin!(wait), false);
    loop {
        tokio::select! {
            biased;
            done = &mut wait => {
                output::passed();
                return done;
            }
            () = tokio::time::sleep(SECOND) => {}
        }
        let (took, limit) = (begun.elapsed(), words(most));
        let is_told = output::passing(&format!("{goal}: {} of {limit}", words(took)));
        if !is_told && !told && took < most {
            output::note(format_args!("{goal}, for {limit} at most"));
        }
        told = true;
    }
}

/// The failure of a look that had no answer when time was up.
fn unanswered(time: Duration) -> Failure {
    Failure::new(Exit::NotReached, format!("the server did not answer within {}", words(time)))
}

/// Whether the next look may have an answer.
fn passes(failure: &Failure) -> bool {
    matches!(failure.exit, Exit::NotReached | Exit::Partial)
        && !failure.is(Code::TlsFailed)
        && !failure.is(Code::TooLarge)
}

/// A time since the beginning, in words.
pub(crate) fn after(time: Duration) -> String {
    format!("after {}", words(time))
}

/// A time in words: `1.5 s`, or `2m 5s`.
pub(crate) fn words(time: Duration) -> String {
    match SignedDuration::try_from(Duration::from_secs(time.as_secs())) {
        Ok(seconds) if time >= Duration::from_secs(10) => format!("{seconds:#}"),
        _ => duration(time),
    }
}
