//! The envelope around a value: the same shape in success, and in every failure, also before anything is sent.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use houston_client::Outcome;
use serde::Serialize;
use serde_json::Value;
use serde_json::value::RawValue;

use crate::answer::jq::{Filter, Named, Step};
use crate::answer::known::Place;
use crate::answer::{apart, pretty};
use crate::failure::{Exit, Failure};
use crate::terminal::output;
use crate::terminal::text::plain;

/// How long the filter of a failure may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// A filter, and its variables.
type Asked = (String, Vec<Named>);

/// Where the call is, for a failure that has no answer.
struct State {
    /// The filter, if an envelope is asked for and not yet written.
    owed: Option<Option<Asked>>,
    outcome: Outcome,
}

static STATE: Mutex<State> = Mutex::new(State { owed: None, outcome: Outcome::NotSent });

fn with<T>(change: impl FnOnce(&mut State) -> T) -> T {
    change(&mut STATE.lock().unwrap_or_else(PoisonError::into_inner))
}

/// Records that the call asks for an envelope, with this filter.
pub(crate) fn ask(filter: Option<Asked>) {
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
    let filter = filter.and_then(|(text, named)| Filter::new("--jq", &text, &named).ok());
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

/// The fields of an envelope.
const FIELDS: [&str; 7] = ["v", "ok", "outcome", "code", "exit", "data", "errors"];

/// Checks what the first steps of a filter read from an envelope around the value of this place.
///
/// # Errors
///
/// Fails if the envelope, or the value in it, cannot have it.
pub(crate) fn check(place: Place<'_>, steps: &[Step]) -> Result<(), Failure> {
    match steps.split_first() {
        Some((Step::Field(name), rest)) if name == "data" => place.follow(".data", rest).map(drop),
        Some((Step::Field(name), _)) if !FIELDS.contains(&name.as_str()) => {
            let what = format!("--jq: the envelope has no field `{}`", plain(name));
            let fields = FIELDS.join(", ");
            Err(Failure::usage(what)
                .help(format!("The answer is in `.data`. The fields are {fields}.")))
        }
        Some((Step::Item, _)) => {
            Err(Failure::usage("--jq: the envelope is not a list")
                .help("The answer is in `.data`."))
        }
        _ => Ok(()),
    }
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

#[cfg(test)]
mod tests {
    use houston_client::Outcome;
    use serde_json::{Map, Value};

    use super::{FIELDS, of};

    #[test]
    fn the_fields_are_those_that_it_has() {
        let text = of("null", Outcome::Done, &[], None).unwrap();
        let fields: Map<String, Value> = serde_json::from_str(&text).unwrap();
        assert!(fields.keys().eq(FIELDS), "{text}");
    }
}
