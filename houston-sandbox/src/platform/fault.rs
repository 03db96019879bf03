//! Faults on request: failures between a client and a platform, at the call that a test names.

use std::cell::{Cell, RefCell};
use std::fmt;
use std::str::FromStr;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use jiff::SignedDuration;

use crate::http::cookie;
use crate::resolvers::operations;
use crate::{Delivery, Response};

/// A rule that makes calls of an operation fail: `OPERATION:CALLS:EFFECT`.
///
/// - `OPERATION` is the name of an operation, or `*` for every operation.
/// - `CALLS` selects calls. They are counted from 1, from the moment the rule is added: `2` is the second call, `2-4`
///   the second to the fourth, `2+` the second and all later calls, `*` every call. For a subscription, its events are
///   counted.
/// - `EFFECT` is one of these:
///
/// | effect | what the client sees | did it run? |
/// |---|---|---|
/// | `delay=500ms` | a late response (`ms`, `s`, `m`, `h`; at most two hours) | yes |
/// | `drop-before` | the connection closes without a response | no |
/// | `drop-after` | the same | yes |
/// | `502` | a gateway's HTML error page | no |
/// | `502-after` | the same | yes |
/// | `truncate` | half of the response body, then the connection closes | yes |
/// | `error-after` | an error on the field, with code `INTERNAL_SERVER_ERROR` | yes |
/// | `repoint-binding` | a bug of older servers: a service account keeps only its role in the object that it just created, so that its next call fails with `Insufficient permissions.` | yes |
/// | `no-bindings` | a bug of older servers in the legacy query `serviceAccounts`: `Cannot read property 'roleBindings' of undefined` | no |
///
/// With `drop-before` and `502`, the later fields of the same request do not run either. Several rules can apply to
/// one call.
///
/// Over a WebSocket, `502` and `truncate` also close the connection, without a closing frame and with all its streams:
/// the client sees code 1006. With `drop-after`, `502-after` and `truncate`, the client still gets the event of a
/// subscription, but not the response to a query or mutation.
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
    /// The first and the last call that the rule applies to.
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

/// Why the text of a [`Fault`] is invalid.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct InvalidFault(String);

impl FromStr for Fault {
    type Err = InvalidFault;

    fn from_str(text: &str) -> Result<Self, InvalidFault> {
        let parts: Vec<&str> = text.split(':').collect();
        let [operation, calls, effect] = parts[..] else {
            let why = format!("`{text}` does not have the form OPERATION:CALLS:EFFECT");
            return Err(InvalidFault(why));
        };
        if operation != "*" && operations::find(operation).is_none() {
            return Err(InvalidFault(format!("there is no operation `{operation}`")));
        }
        let (first, last) = read_calls(calls).ok_or_else(|| {
            InvalidFault(format!(
                "`{calls}` is not a valid call count; use `2`, `2-4`, `2+` or `*`, from 1 up"
            ))
        })?;
        let effect = read_effect(effect).map_err(InvalidFault)?;
        let operation = Some(operation.to_owned()).filter(|operation| operation != "*");
        Ok(Fault { text: text.to_owned(), operation, first, last, effect })
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text)
    }
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

/// A delayed call keeps a thread, and a longer delay is more likely a mistake than a test.
const LONGEST_DELAY: SignedDuration = SignedDuration::from_hours(2);

fn read_effect(text: &str) -> Result<Effect, String> {
    let Some(time) = text.strip_prefix("delay=") else {
        let named = WORDS.iter().find(|(word, _)| *word == text);
        return named.map(|(_, effect)| *effect).ok_or_else(|| {
            let known = WORDS.map(|(word, _)| word).join("`, `");
            format!("there is no effect `{text}`; use `delay=500ms`, `{known}`")
        });
    };
    match time.parse::<SignedDuration>() {
        Ok(delay) if (SignedDuration::ZERO..=LONGEST_DELAY).contains(&delay) => {
            Ok(Effect::Delay(delay.unsigned_abs()))
        }
        _ => Err(format!(
            "`{text}` is not a valid delay; use up to two hours, such as `delay=500ms` or `delay=90m`"
        )),
    }
}

/// The rules of a sandbox, each with the number of calls that it has counted.
#[derive(Debug, Default)]
pub(crate) struct Faults(Mutex<Vec<(Fault, u64)>>);

impl Faults {
    pub(crate) fn add(&self, fault: Fault) {
        self.lock().push((fault, 0));
    }

    /// Counts a call, and returns the effects on it.
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
        // A panic cannot leave the list half changed.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What happens to the response to a request or batch, apart from its content.
#[derive(Debug, Default)]
pub(crate) struct Fate {
    /// The last token that was issued.
    issued: RefCell<Option<String>>,
    /// The effect that the response has.
    ending: Cell<Option<Effect>>,
    over: Cell<bool>,
}

impl Fate {
    /// Applies the effects before a call, and returns whether the call runs.
    pub(crate) fn before(&self, effects: &[Effect]) -> bool {
        for effect in effects {
            match effect {
                Effect::Delay(time) if !self.over.get() => std::thread::sleep(*time),
                Effect::DropBefore | Effect::BadGateway => {
                    self.ending.set(Some(*effect));
                    self.over.set(true);
                }
                _ => {}
            }
        }
        !self.over.get()
    }

    /// Lets the response set a cookie with this token.
    pub(crate) fn issue(&self, token: &str) {
        *self.issued.borrow_mut() = Some(token.to_owned());
    }

    /// Whether a fault closes the connection or truncates the response.
    pub(crate) fn is_cut(&self) -> bool {
        self.ending.get().is_some()
    }

    /// Applies the effects after a call that ran.
    pub(crate) fn after(&self, effects: &[Effect]) {
        for effect in effects {
            if let Effect::DropAfter | Effect::BadGatewayAfter | Effect::Truncate = effect {
                self.ending.set(Some(*effect));
            }
        }
    }

    /// Applies the faults to a response.
    pub(crate) fn befall(&self, mut response: Response) -> Response {
        response.cookie = self.issued.borrow().as_deref().map(cookie::set);
        match self.ending.get() {
            Some(Effect::DropBefore | Effect::DropAfter) => response.delivery = Delivery::Dropped,
            Some(Effect::Truncate) => response.delivery = Delivery::Truncated,
            Some(Effect::BadGateway | Effect::BadGatewayAfter) => {
                let page = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad \
                            Gateway</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n";
                response = Response::text(502, page);
            }
            _ => {}
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
        for (time, seconds) in [("90m", 5400), ("2h", 7200), ("0s", 0)] {
            let rule = rule(&format!("*:1:delay={time}")).unwrap();
            assert_eq!(rule.effect, Effect::Delay(Duration::from_secs(seconds)));
        }
        for (word, effect) in WORDS {
            assert_eq!(rule(&format!("*:1:{word}")).unwrap().effect, effect);
        }
    }

    #[test]
    fn invalid_rules_are_refused() {
        for (text, part) in [
            ("workspaces", "OPERATION:CALLS:EFFECT"),
            ("workspaces:1:delay=1s:x", "OPERATION:CALLS:EFFECT"),
            ("nope:1:502", "there is no operation `nope`"),
            ("workspaces:0:502", "`0` is not a valid call count"),
            ("workspaces:4-2:502", "`4-2` is not a valid call count"),
            ("workspaces:-1:502", "`-1` is not a valid call count"),
            ("workspaces:1:503", "there is no effect `503`"),
            ("workspaces:1:delay=5", "`delay=5` is not a valid delay"),
            ("workspaces:1:delay=5h", "`delay=5h` is not a valid delay; use up to two hours"),
            ("workspaces:1:delay=7201s", "`delay=7201s` is not a valid delay"),
            ("workspaces:1:delay=-5s", "`delay=-5s` is not a valid delay"),
        ] {
            let error = rule(text).unwrap_err();
            assert!(error.contains(part), "{text}: {error}");
        }
    }

    #[test]
    fn each_rule_counts_its_own_calls() {
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
