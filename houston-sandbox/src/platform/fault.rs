//! Faults on request: what goes wrong between a client and a platform, at the call that a test names.

use std::cell::{Cell, RefCell};
use std::fmt;
use std::str::FromStr;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use jiff::SignedDuration;

use crate::http::cookie;
use crate::{Delivery, Response};

/// A rule that makes calls of an operation go wrong: `OPERATION:CALLS:EFFECT`.
///
/// `OPERATION` is the name of an operation, or `*` for each. `CALLS` counts them from 1 on, since the rule is
/// there: `2` is the second, `2-4` the second to the fourth, `2+` the second and all that follow, `*` every one. Of a
/// subscription the events are counted.
/// `EFFECT` is one of these:
///
/// | effect | what the client sees | did it run? |
/// |---|---|---|
/// | `delay=500ms` | the answer, late (`ms`, `s`, `m`; less than an hour) | yes |
/// | `drop-before` | the connection ends without an answer | no |
/// | `drop-after` | the same | yes |
/// | `502` | the HTML page of a gateway | no |
/// | `502-after` | the same | yes |
/// | `truncate` | half of the answer's body, then the connection ends | yes |
/// | `error-after` | an error on the field, code `INTERNAL_SERVER_ERROR` | yes |
/// | `repoint-binding` | the old server's bug: a service account keeps only the role in what it has just created, so that its next call is answered with `Insufficient permissions.` | yes |
/// | `no-bindings` | the old server's bug in the legacy `serviceAccounts`: `Cannot read property 'roleBindings' of undefined` | no |
///
/// With `before`, neither the field nor those behind it in the request run. Several rules can hold for one call.
///
/// Over a socket `502` and `truncate` end the connection, too, without a closing frame, and with it all its streams: the
/// client sees code 1006. After `drop-after`, `502-after` and `truncate` an event has been sent, the answer to a query or
/// mutation has not.
///
/// ```
/// let rule: houston_sandbox::Fault = "createDeployment:1:drop-after".parse()?;
/// assert_eq!(rule.to_string(), "createDeployment:1:drop-after");
/// assert!("createDeployment:0:drop-after".parse::<houston_sandbox::Fault>().is_err());
/// # Ok::<(), houston_sandbox::InvalidFault>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    text: String,
    /// `None` for every operation.
    operation: Option<String>,
    /// The first and the last call that it holds for.
    first: u64,
    last: u64,
    effect: Effect,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Effect {
    Delay(Duration),
    DropBefore,
    DropAfter,
    BadGateway,
    BadGatewayAfter,
    Truncate,
    ErrorAfter,
    RepointBinding,
    NoBindings,
}

const WORDS: [(&str, Effect); 8] = [
    ("drop-before", Effect::DropBefore),
    ("drop-after", Effect::DropAfter),
    ("502", Effect::BadGateway),
    ("502-after", Effect::BadGatewayAfter),
    ("truncate", Effect::Truncate),
    ("error-after", Effect::ErrorAfter),
    ("repoint-binding", Effect::RepointBinding),
    ("no-bindings", Effect::NoBindings),
];

/// What is wrong with the text of a [`Fault`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidFault(String);

impl fmt::Display for InvalidFault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::error::Error for InvalidFault {}

impl FromStr for Fault {
    type Err = InvalidFault;

    fn from_str(text: &str) -> Result<Self, InvalidFault> {
        let parts: Vec<&str> = text.split(':').collect();
        let [operation, calls, effect] = parts[..] else {
            let why = format!("`{text}` is not of the form OPERATION:CALLS:EFFECT");
            return Err(InvalidFault(why));
        };
        if operation != "*" && !is_served(operation) {
            return Err(InvalidFault(format!("there is no operation `{operation}`")));
        }
        let (first, last) = read_calls(calls).ok_or_else(|| {
            InvalidFault(format!("`{calls}` are no calls: 2, 2-4, 2+ and * are, from 1 on"))
        })?;
        let effect = read_effect(effect).ok_or_else(|| {
            let known: Vec<&str> = WORDS.iter().map(|(word, _)| *word).collect();
            InvalidFault(format!(
                "there is no effect `{effect}`, but delay=500ms, {}",
                known.join(", ")
            ))
        })?;
        let operation = Some(operation.to_owned()).filter(|operation| operation != "*");
        Ok(Fault { text: text.to_owned(), operation, first, last, effect })
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text)
    }
}

fn is_served(operation: &str) -> bool {
    let schema = crate::graphql_js::schema::judged(true);
    ["Query", "Mutation", "Subscription"]
        .iter()
        .any(|root| schema.get_object(root).is_some_and(|root| root.fields.contains_key(operation)))
}

fn read_calls(text: &str) -> Option<(u64, u64)> {
    let (first, last) = match text.split_once('-') {
        _ if text == "*" => (1, u64::MAX),
        Some((first, last)) => (first.parse().ok()?, last.parse().ok()?),
        None => match text.strip_suffix('+') {
            Some(first) => (first.parse().ok()?, u64::MAX),
            None => {
                let only = text.parse().ok()?;
                (only, only)
            }
        },
    };
    (0 < first && first <= last).then_some((first, last))
}

/// No client waits as long as this.
const LONGEST_DELAY: Duration = Duration::from_secs(60 * 60);

fn read_effect(text: &str) -> Option<Effect> {
    let Some(time) = text.strip_prefix("delay=") else {
        return WORDS.iter().find(|(word, _)| *word == text).map(|(_, effect)| *effect);
    };
    let delay = Duration::try_from(time.parse::<SignedDuration>().ok()?).ok()?;
    (delay < LONGEST_DELAY).then_some(Effect::Delay(delay))
}

/// The rules of a sandbox, each with the calls that it has counted.
#[derive(Debug, Default)]
pub(crate) struct Faults(Mutex<Vec<(Fault, u64)>>);

impl Faults {
    pub(crate) fn add(&self, fault: Fault) {
        self.lock().push((fault, 0));
    }

    /// Counts a call, and tells what happens to it.
    pub(crate) fn strike(&self, operation: &str) -> Vec<Effect> {
        let mut struck = Vec::new();
        for (fault, count) in self.lock().iter_mut() {
            if fault.operation.as_deref().is_none_or(|one| one == operation) {
                *count += 1;
                if (fault.first..=fault.last).contains(count) {
                    struck.push(fault.effect);
                }
            }
        }
        struck
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Vec<(Fault, u64)>> {
        // Whoever panicked left a whole list behind.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What becomes of the answer to a request, batches included, beside what it says.
#[derive(Debug, Default)]
pub(crate) struct Fate {
    /// The token that was issued last.
    issued: RefCell<Option<String>>,
    ending: Cell<Option<Ending>>,
    over: Cell<bool>,
}

#[derive(Clone, Copy, Debug)]
enum Ending {
    Dropped,
    Truncated,
    BadGateway,
}

impl Fate {
    /// Applies what comes before a call. Whether the call is made at all.
    pub(crate) fn before(&self, effects: &[Effect]) -> bool {
        for effect in effects {
            match effect {
                Effect::Delay(time) if !self.over.get() => std::thread::sleep(*time),
                Effect::DropBefore => self.end(Ending::Dropped),
                Effect::BadGateway => self.end(Ending::BadGateway),
                _ => {}
            }
        }
        !self.over.get()
    }

    /// The answer sets the cookie that keeps a token.
    pub(crate) fn issue(&self, token: &str) {
        *self.issued.borrow_mut() = Some(token.to_owned());
    }

    /// Whether a fault ends the connection or cuts the answer short.
    pub(crate) fn is_cut(&self) -> bool {
        self.ending.get().is_some()
    }

    fn end(&self, ending: Ending) {
        self.ending.set(Some(ending));
        self.over.set(true);
    }

    /// Applies what comes after a call that was made.
    pub(crate) fn after(&self, effects: &[Effect]) {
        for effect in effects {
            match effect {
                Effect::DropAfter => self.ending.set(Some(Ending::Dropped)),
                Effect::BadGatewayAfter => self.ending.set(Some(Ending::BadGateway)),
                Effect::Truncate => self.ending.set(Some(Ending::Truncated)),
                _ => {}
            }
        }
    }

    /// The response that is sent in place of the one that was meant.
    pub(crate) fn befall(&self, mut response: Response) -> Response {
        response.cookie = self.issued.borrow().as_deref().map(cookie::set);
        match self.ending.get() {
            None => {}
            Some(Ending::Dropped) => response.delivery = Delivery::Dropped,
            Some(Ending::Truncated) => response.delivery = Delivery::Truncated,
            Some(Ending::BadGateway) => {
                let page = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad \
                            Gateway</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n";
                response = Response::text(502, page);
            }
        }
        response
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(text: &str) -> Result<Fault, String> {
        text.parse().map_err(|error: InvalidFault| error.to_string())
    }

    #[test]
    fn rules_are_read() {
        for (calls, expected) in
            [("3", (3, 3)), ("2-4", (2, 4)), ("2+", (2, u64::MAX)), ("*", (1, u64::MAX))]
        {
            let rule = rule(&format!("workspaces:{calls}:delay=2s")).unwrap();
            assert_eq!((rule.first, rule.last), expected);
            assert_eq!(rule.effect, Effect::Delay(Duration::from_secs(2)));
        }
        for (word, effect) in WORDS {
            assert_eq!(rule(&format!("*:1:{word}")).unwrap().effect, effect);
        }
    }

    #[test]
    fn rules_that_mean_nothing_are_refused() {
        for (text, part) in [
            ("workspaces", "OPERATION:CALLS:EFFECT"),
            ("workspaces:1:delay=1s:x", "OPERATION:CALLS:EFFECT"),
            ("nope:1:502", "there is no operation `nope`"),
            ("workspaces:0:502", "`0` are no calls"),
            ("workspaces:4-2:502", "`4-2` are no calls"),
            ("workspaces:-1:502", "`-1` are no calls"),
            ("workspaces:1:503", "there is no effect `503`"),
            ("workspaces:1:delay=5", "there is no effect `delay=5`"),
            ("workspaces:1:delay=5h", "there is no effect `delay=5h`"),
            ("workspaces:1:delay=-5s", "there is no effect `delay=-5s`"),
        ] {
            let error = rule(text).unwrap_err();
            assert!(error.contains(part), "{text}: {error}");
        }
    }

    #[test]
    fn calls_are_counted_by_each_rule_for_itself() {
        let faults = Faults::default();
        faults.add(rule("workspaces:2:502").unwrap());
        faults.add(rule("*:3+:truncate").unwrap());
        let struck: Vec<usize> = ["workspaces", "users", "workspaces", "users"]
            .iter()
            .map(|operation| faults.strike(operation).len())
            .collect();
        assert_eq!(struck, [0, 0, 2, 1]);
    }
}
