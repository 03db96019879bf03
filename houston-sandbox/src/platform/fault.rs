//! Faults on request: failures between a client and a platform, at the call that a test names.

mod effect;

use std::cell::{Cell, RefCell};
use std::fmt;
use std::str::FromStr;
use std::sync::{Mutex, PoisonError};

use crate::resolvers::operations;
use crate::resolvers::operations::Operation;
use crate::{Delivery, Response};
use effect::Place;
pub(crate) use effect::{Effect, LONGEST};

/// A rule that makes calls of an operation fail: `OPERATION:CALLS:EFFECT`.
///
/// - `OPERATION` is the name of an operation, `*` for every operation, or `/ws` for the opening of a WebSocket.
/// - `CALLS` selects calls. They are counted from 1, from the moment the rule is added: `2` is the second call, `2-4`
///   the second to the fourth, `2+` the second and all later calls, `*` every call. For a subscription, its events are
///   counted, also over several connections.
/// - `EFFECT` is one of these:
///
/// | effect | what the client sees | did it run? |
/// |---|---|---|
/// | `delay=500ms` | a late response (`ms`, `s`, `m`, `h`; at most two hours) | yes |
/// | `drop-before` | the connection closes without a response | no |
/// | `drop-after` | the same | yes |
/// | `502` | a gateway's HTML error page. The status can be 400 to 599, or 200 as with a sign-in page | no |
/// | `502-after` | the same | yes |
/// | `truncate` | half of the response body, then the connection closes | yes |
/// | `error-after` | an error on the field, with code `INTERNAL_SERVER_ERROR` | yes |
/// | `null` | null as the value of the field, without an error | yes |
/// | `hang` | no response, on a connection that stays open for two hours | no |
/// | `close=1011` | over a WebSocket, a closing frame with this code; over HTTP, the same as `drop-before` | no |
/// | `becomes=UNHEALTHY` | the response; the deployment then has this status at the end of each start | yes |
/// | `repoint-binding` | a bug of older servers: a service account keeps only its role in the object that it just created, so that its next call fails with `Insufficient permissions.` | yes |
/// | `no-bindings` | a bug of older servers in the legacy query `serviceAccounts`: `Cannot read property 'roleBindings' of undefined` | no |
///
/// With an effect that does not run the call, the later fields of the same request do not run either. Several rules can
/// apply to one call.
///
/// # Subscriptions
///
/// All effects up to `close` work on the events of a subscription. Where the connection closes, all its streams end.
/// Without `close`, the connection ends without a closing frame: the client sees code 1006. With `drop-after` and
/// `502-after` the event still arrives. With `truncate`, half of its frame does. After `hang`, the sandbox also answers
/// no ping. Events have effects of their own:
///
/// | effect | what the client sees |
/// |---|---|
/// | `skip` | not this event. With `log:1+:skip` the stream is silent, and pings are answered |
/// | `flood=1000` | the event so many times, at most a million |
/// | `size=34603008` | the event, filled up with spaces to this many bytes, at most 64 MiB |
/// | `other-id` | the event, for an id that the client has not started |
///
/// Events that are due while a client is not connected are not sent later: a stream begins when it is started.
///
/// # Openings of a WebSocket
///
/// With `/ws`, `delay`, `drop-before` and `502` apply to the response to the upgrade. With `drop-after`, `hang` and
/// `close`, the upgrade succeeds, and then the connection closes or is silent. With `reject`, the token is refused:
/// `connection_error`, and then code 1011. With `lasts=60s`, the connection closes without a closing frame after that time
/// on the sandbox's clock.
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

/// The opening of a WebSocket, in place of an operation.
pub(crate) const SOCKET: &str = "/ws";

impl Fault {
    /// Returns the grammar of faults, with one line for each effect, as a text for a terminal.
    pub fn grammar() -> String {
        effect::grammar()
    }
}

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
        let places = match (operation, operations::find(operation)) {
            ("*", _) => [Place::Calls, Place::Events].as_slice(),
            (SOCKET, _) => &[Place::Sockets],
            (_, Some(Operation::Stream(_))) => &[Place::Events],
            (_, Some(_)) => &[Place::Calls],
            (_, None) => {
                return Err(InvalidFault(format!("unknown operation `{operation}`")));
            }
        };
        let (first, last) = read_calls(calls).ok_or_else(|| {
            InvalidFault(format!(
                "`{calls}` is not a valid call count; use `2`, `2-4`, `2+` or `*`, from 1 up"
            ))
        })?;
        let effect = effect::read(effect, places).map_err(InvalidFault)?;
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

/// The rules of a sandbox, each with the number of calls that it has counted.
#[derive(Debug, Default)]
pub(crate) struct Faults(Mutex<Vec<(Fault, u64)>>);

impl Faults {
    pub(crate) fn add(&self, fault: Fault) {
        self.lock().push((fault, 0));
    }

    /// Counts a call of an operation, an event of a subscription or the opening of a [`SOCKET`], and returns the effects
    /// on it.
    pub(crate) fn strike(&self, operation: &str) -> Vec<Effect> {
        let mut struck = Vec::new();
        for (fault, count) in self.lock().iter_mut() {
            if fault.operation.as_deref().map_or(operation != SOCKET, |one| one == operation) {
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

/// How a fault ends a connection over a socket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    /// Without a closing frame.
    Cut,
    /// With this code.
    Close(u16),
    /// It stays open, and nothing more is sent.
    Hang,
}

/// What happens to the response to a request or batch, apart from its content.
#[derive(Debug, Default)]
pub(crate) struct Fate {
    /// The cookie of the last token that was issued.
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
                Effect::DropBefore | Effect::Status(_) | Effect::Hang | Effect::Close(_) => {
                    self.ending.set(Some(*effect));
                    self.over.set(true);
                }
                _ => {}
            }
        }
        !self.over.get()
    }

    /// Lets the response set this cookie.
    pub(crate) fn issue(&self, cookie: String) {
        *self.issued.borrow_mut() = Some(cookie);
    }

    /// How a fault ends the connection over a socket.
    pub(crate) fn end(&self) -> Option<End> {
        self.ending.get().map(|effect| match effect {
            Effect::Close(code) => End::Close(code),
            Effect::Hang => End::Hang,
            _ => End::Cut,
        })
    }

    /// Applies the effects after a call that ran.
    pub(crate) fn after(&self, effects: &[Effect]) {
        for effect in effects {
            if let Effect::DropAfter | Effect::StatusAfter(_) | Effect::Truncate = effect {
                self.ending.set(Some(*effect));
            }
        }
    }

    /// Applies the faults to a response.
    pub(crate) fn befall(&self, mut response: Response) -> Response {
        response.cookie = self.issued.borrow().clone();
        match self.ending.get() {
            Some(Effect::DropBefore | Effect::DropAfter | Effect::Close(_)) => {
                response.delivery = Delivery::Dropped;
            }
            Some(Effect::Hang) => response.delivery = Delivery::Held,
            Some(Effect::Truncate) => response.delivery = Delivery::Truncated,
            Some(Effect::Status(status) | Effect::StatusAfter(status)) => {
                response = Response::of_gateway(status);
            }
            _ => {}
        }
        response
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::effect::ROWS;
    use super::*;
    use crate::store::Health;

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
        for row in ROWS {
            let socket = rule(&format!("/ws:1:{}", row.word));
            let works = ["*", "log", "workspaces"].map(|of| rule(&format!("{of}:1:{}", row.word)));
            assert!(socket.is_ok() || works.iter().any(Result::is_ok), "{}", row.word);
            // The two texts about effects name each one.
            assert!(include_str!("fault.rs").contains(&format!("`{}`", row.word)), "{}", row.word);
            assert!(Fault::grammar().contains(row.word), "{}", row.word);
        }
        for (word, effect) in [
            ("/ws:1:403", Effect::Status(403)),
            ("metrics:1:200-after", Effect::StatusAfter(200)),
            ("log:*:close=4403", Effect::Close(4403)),
            ("log:1:flood=1000000", Effect::Flood(1_000_000)),
            ("createDeployment:1:becomes=UNHEALTHY", Effect::Becomes(Health::Unhealthy)),
        ] {
            assert_eq!(rule(word).unwrap().effect, effect, "{word}");
        }
    }

    #[test]
    fn invalid_rules_are_refused() {
        for (text, part) in [
            ("workspaces", "OPERATION:CALLS:EFFECT"),
            ("workspaces:1:delay=1s:x", "OPERATION:CALLS:EFFECT"),
            ("nope:1:502", "unknown operation `nope`"),
            ("workspaces:0:502", "`0` is not a valid call count"),
            ("workspaces:4-2:502", "`4-2` is not a valid call count"),
            ("workspaces:-1:502", "`-1` is not a valid call count"),
            ("workspaces:1:302", "unknown effect `302`"),
            ("workspaces:1:5020", "unknown effect `5020`"),
            ("workspaces:1:becomes", "unknown effect `becomes`"),
            ("createDeployment:1:becomes=broken", "`becomes=broken` is not a valid status; use"),
            ("log:1:close=1006", "`close=1006` is not a valid close code; use 1000 to 1003"),
            ("log:1:close=99999", "`close=99999` is not a valid close code"),
            ("log:1:flood=0", "`flood=0` is not a valid number of copies"),
            ("workspaces:1:skip", "`skip` works on events of a subscription only"),
            ("log:1:becomes=HEALTHY", "`becomes=HEALTHY` works on calls only"),
            ("log:1:reject", "`reject` works on openings of a WebSocket only"),
            ("/ws:1:null", "`null` works on calls and events of a subscription only"),
            ("*:1:reject", "`reject` works on openings of a WebSocket only"),
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
        // The opening of a socket is not an operation.
        assert_eq!(faults.strike(SOCKET), []);
        let struck: Vec<usize> = ["workspaces", "users", "workspaces", "users"]
            .iter()
            .map(|operation| faults.strike(operation).len())
            .collect();
        assert_eq!(struck, [0, 0, 2, 1]);
    }
}
