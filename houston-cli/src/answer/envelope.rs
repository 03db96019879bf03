//! The envelope around a value: the same shape in success, and in every failure, also before anything is sent.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use houston_client::Outcome;
use serde::Serialize;
use serde_json::Value;
use serde_json::value::RawValue;

use crate::answer::jq::Filter;
use crate::answer::{apart, pretty};
use crate::failure::{Exit, Failure};
use crate::terminal::output;

/// How long the filter of a failure may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// Where the call is, for a failure that has no answer.
struct State {
    /// The filter, if an envelope is asked for and not yet written.
    owed: Option<Option<String>>,
    outcome: Outcome,
}

static STATE: Mutex<State> = Mutex::new(State { owed: None, outcome: Outcome::NotSent });

fn with<T>(change: impl FnOnce(&mut State) -> T) -> T {
    change(&mut STATE.lock().unwrap_or_else(PoisonError::into_inner))
}

/// Records that the call asks for an envelope, with this filter.
pub(crate) fn ask(filter: Option<String>) {
    with(|state| state.owed = Some(filter));
}

/// Records what is known of the call: it is sent, or has come to an end.
pub(crate) fn reached(outcome: Outcome) {
    with(|state| state.outcome = outcome);
}

/// Records that the answer was written.
pub(crate) fn written() {
    with(|state| state.owed = None);
}

/// Writes the envelope of a failure, if one is asked for and the answer was not written.
pub(crate) fn close(failure: &Failure) {
    let (owed, outcome) = with(|state| (state.owed.take(), state.outcome));
    let Some(filter) = owed else { return };
    let Ok(text) = of("null", outcome, &[failure.json()], Some(failure)) else { return };
    let filter = filter.and_then(|filter| Filter::new(&filter).ok());
    let filtered = filter.and_then(|filter| apart::run(&filter, &text, PATIENCE).ok());
    let shown = match filtered {
        Some(results) => {
            let results: Vec<String> =
                results.iter().map(|result| pretty::pretty(result.get())).collect();
            results.join("\n")
        }
        None => pretty::pretty(&text),
    };
    // The failure itself is told on stderr.
    let _ = if shown.is_empty() { Ok(()) } else { output::data(shown) };
}

/// A value with the outcome, and the code and exit code that the call ends with.
pub(crate) fn of(
    text: &str,
    outcome: Outcome,
    errors: &[Value],
    failure: Option<&Failure>,
) -> Result<String, Failure> {
    #[derive(Serialize)]
    struct Envelope<'a> {
        v: u8,
        ok: bool,
        outcome: &'static str,
        code: Option<&'static str>,
        exit: u8,
        data: &'a RawValue,
        errors: &'a [Value],
    }
    json(serde_json::to_string(&Envelope {
        v: 1,
        ok: failure.is_none(),
        outcome: outcome.name(),
        code: failure.map(Failure::word),
        exit: failure.map_or(0, |failure| failure.exit as u8),
        data: json(serde_json::from_str(text))?,
        errors,
    }))
}

/// A result of reading or writing JSON.
pub(crate) fn json<T>(done: serde_json::Result<T>) -> Result<T, Failure> {
    done.map_err(|error| Failure::new(Exit::Partial, "the answer is not valid JSON").because(error))
}
