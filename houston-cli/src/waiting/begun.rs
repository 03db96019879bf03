//! `--wait`: what a call begins, from its answer until it is done.

use std::cell::Cell;
use std::time::Duration;

use houston_client::Selection;
use houston_client::arguments::Arguments;
use houston_client::request::Request;
use houston_client::schema::{Effect, Operation, Schema, Watch};
use jiff::Timestamp;
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use crate::answer::fields;
use crate::arguments;
use crate::call::{Call, runtime};
use crate::failure::{Code, Exit, Failure};
use crate::schema::{live, waits};
use crate::settings::options::{Options, Waiting};
use crate::terminal::output;
use crate::terminal::text::{plain, quoted, short, word};
use crate::waiting::judge::Judge;
use crate::waiting::poll::Poll;
use crate::waiting::{self, Asked, End, Limits, Waited, after, words};

/// The field of an answer that identifies what was made.
const ID: &str = "id";

/// How long a state stays before it counts, unless `--settle` says otherwise.
const SETTLE: Duration = Duration::from_secs(120);

/// A wait that begins this long after the call has not seen all states since.
const AGE: Duration = Duration::from_secs(5);

/// Checks that the operation has `--wait`, if it was given, and the options that belong to it.
///
/// # Errors
///
/// Fails if it has not.
pub(crate) fn check(
    schema: &Schema,
    operation: &Operation,
    options: &Options,
) -> Result<(), Failure> {
    let Waiting { wait, settle, patience } = &options.waiting;
    if *wait {
        return waits::wait(schema, operation).map(drop).map_err(|why| {
            let name = plain(&operation.name);
            let failure = Failure::usage(format!("--wait: {name} does not have it: {}", why.what));
            failure.help(why.next)
        });
    }
    let others = [("--settle", *settle), ("--for", patience.most), ("--every", patience.every)];
    match others.iter().find(|(_, given)| given.is_some()) {
        Some(("--for", _)) if live::is_followed(operation) => {
            Err(Failure::usage("--for works only with --follow").help("Add `--follow`."))
        }
        Some((option, _)) => Err(Failure::usage(format!("{option} works only with --wait")).help(
            "`--wait` waits for what the call begins, and `houston wait QUERY` for an answer.",
        )),
        None => Ok(()),
    }
}

/// The leaves that a call with these options asks for beside what is selected, to know what to wait for.
pub(crate) fn beside(operation: &Operation, given: &Waiting) -> &'static [&'static str] {
    let is_answered = |watch: &Watch| watch.id.is_none();
    if given.wait && operation.watch.as_ref().is_some_and(is_answered) { &[ID] } else { &[] }
}

/// The id of what a call begins: that of its arguments, or of the body of its answer.
pub(crate) fn id(operation: &Operation, arguments: &Arguments, body: &str) -> Option<String> {
    match operation.watch.as_ref()?.id.as_deref() {
        Some(name) => Some(arguments.value(name)?.as_str()?.to_owned()),
        None => {
            let body: Value = serde_json::from_str(body).ok()?;
            Some(body["data"][&*operation.name][ID].as_str()?.to_owned())
        }
    }
}

/// The step that shows why what a call has begun has failed, if a query shows that.
pub(crate) fn why(call: &Call<'_>, operation: &Operation, id: &str) -> Option<String> {
    let reasons = operation.watch.as_ref()?.reasons.as_ref()?;
    let query = call.query(&reasons.query)?;
    let (name, flag) = (plain(&query.name), arguments::shown(query, &reasons.argument));
    let (platform, id) = (call.options.platform.words(), word(&plain(id)));
    Some(format!("See why with `houston {name}{platform} {flag}={id}`."))
}

/// What to wait for.
#[derive(Clone, Debug)]
pub(crate) struct Watched {
    pub(crate) id: String,
    /// When the call was answered, if a state can be older than that.
    pub(crate) since: Option<Timestamp>,
}

impl Watched {
    /// What an operation has begun, by its id. `is_sent` tells whether something changed just now.
    pub(crate) fn new(operation: &Operation, id: String, is_sent: bool) -> Self {
        let can_be_old = is_sent && operation.effect != Effect::Create;
        Watched { id, since: can_be_old.then(Timestamp::now) }
    }
}

/// What a call has begun.
pub(crate) struct Begun<'b> {
    /// The name of the call.
    name: String,
    watch: &'b Watch,
    query: &'b Operation,
    /// The step that shows why it has failed.
    why: Option<String>,
    /// The options that name the platform of the call.
    platform: String,
    watched: Watched,
    limits: Limits,
    settle: Duration,
}

impl<'b> Begun<'b> {
    /// What a call has begun.
    pub(crate) fn of(call: &Call<'b>, operation: &'b Operation, watched: Watched) -> Option<Self> {
        let (watch, given) = (operation.watch.as_ref()?, &call.options.waiting);
        Some(Begun {
            why: why(call, operation, &watched.id),
            name: plain(&operation.name),
            watch,
            query: call.query(&watch.query)?,
            platform: call.options.platform.words(),
            watched,
            limits: Limits::of(&given.patience),
            settle: given.settle.unwrap_or(SETTLE),
        })
    }

    pub(crate) fn id(&self) -> &str {
        &self.watched.id
    }

    /// How long a state must stay from now on, if it can be older than the call.
    fn settles(&self) -> Option<Duration> {
        let age = Timestamp::now().duration_since(self.watched.since?);
        Some(self.settle.saturating_sub(age.try_into().unwrap_or_default()))
    }

    /// The arguments of the query.
    fn arguments(&self) -> Arguments {
        let mut path = self.watch.argument.split('.');
        let name = path.next().unwrap_or_default();
        let value = path.rev().fold(Value::from(&*self.watched.id), |value, key| {
            Value::Object(Map::from_iter([(key.to_owned(), value)]))
        });
        let mut arguments = Arguments::new();
        if let Some(argument) = self.query.argument(name) {
            arguments.set(name.to_owned(), argument.ty.clone(), value);
        }
        arguments
    }

    /// The query of the state, as a selection and as words.
    fn selection(&self, call: &Call<'_>) -> Result<Selection, Failure> {
        fields::selection(call.schema, self.query, &self.watch.state)
    }

    /// Waits, and tells the changes of the state. Each look has its turn, and time runs from the first one.
    ///
    /// # Errors
    ///
    /// Fails if the server refuses a look.
    pub(crate) async fn wait<G, T: Future<Output = G>>(
        &self,
        call: &Call<'_>,
        turn: impl Fn() -> T,
        tell: impl Fn(String),
    ) -> Result<Seen, Failure> {
        let call = call.about(self.query);
        let selection = self.selection(&call)?;
        let request = Request::untyped(call.schema, self.query, &self.arguments(), &selection);
        let (poll, asked) = (Poll::new(&call, request), Asked::default());
        let first = Cell::new(Some(turn().await));
        let (poll, asked, turn, first) = (&poll, &asked, &turn, &first);
        let look = || async move {
            let _turn = match first.take() {
                Some(first) => first,
                None => turn().await,
            };
            let answer = waiting::asking(asked, poll.look()).await?;
            Ok(state_in(&answer, &self.watch.state))
        };
        let (mut judge, mut last) = (Judge::new(self.watch, self.settles()), None);
        let judged = async |state: &Option<String>, took| {
            if last.as_ref() != Some(state) {
                tell(format!("{}: {}", after(took), shown(state.as_deref())));
                last = Some(state.clone());
            }
            Ok(judge.judge(state.as_deref(), took))
        };
        let looked = waiting::polled(self.limits.every, look);
        let Waited { mut end, last, took, missed } =
            waiting::until(self.limits.most, asked, looked, judged, &tell).await?;
        let (is_seen, state) = (last.is_some(), last.flatten());
        if end == End::TimeIsUp && judge.end(state.as_deref()) == Some(End::Failed) {
            end = End::Failed;
        }
        let missed = missed.map(|failure| failure.told().to_owned());
        Ok(Seen { end, is_seen, state, took, changed: judge.changed, missed })
    }

    /// How the wait ended, in words.
    ///
    /// # Errors
    ///
    /// Fails unless it is done.
    pub(crate) fn told(&self, seen: &Seen) -> Result<String, Failure> {
        let (state, time) = (shown(seen.state.as_deref()), words(seen.took));
        let most = words(self.limits.most);
        let failure = match seen.end {
            End::Reached => {
                return Ok(match (self.watched.since, seen.changed) {
                    (None, _) => format!("{state} after {time}"),
                    (Some(_), true) => format!("{state} after {time}, and another state before"),
                    (Some(since), false) => {
                        let age = Timestamp::now().duration_since(since).unsigned_abs();
                        match age.saturating_sub(seen.took) > AGE {
                            true => format!("{state}, {} after the call", words(age)),
                            false => format!(
                                "{state}, and no other state in {time}: most likely nothing had to restart"
                            ),
                        }
                    }
                });
            }
            End::Failed => Failure::new(Exit::WaitFailed, format!("{state} after {time}")),
            End::TimeIsUp => {
                let what = match (self.watched.since, &seen.state) {
                    _ if !seen.is_seen => format!("no state was seen in {most}"),
                    (Some(_), Some(state))
                        if !seen.changed && self.watch.reached.contains(state) =>
                    {
                        format!(
                            "{state}, and no other state in {most}: without a change, it counts after {} (--settle)",
                            words(self.settle)
                        )
                    }
                    _ => format!("still {state} after {most}"),
                };
                let failure = Failure::new(Exit::TimeIsUp, what);
                match &seen.missed {
                    Some(why) => failure.detail(format!("The last look failed: {why}")),
                    None => failure,
                }
            }
        };
        Err(failure)
    }

    /// Adds to a failure that the call itself is done, and the next step.
    pub(crate) fn explain(&self, mut failure: Failure) -> Failure {
        let name = &self.name;
        failure.exit = ran(failure.exit);
        let failure = failure.detail(format!("{name} itself is done. Do not run it again."));
        self.next(failure.exit).into_iter().fold(failure, Failure::first)
    }

    /// The step after a wait that ended so.
    pub(crate) fn next(&self, exit: Exit) -> Option<String> {
        match exit {
            Exit::WaitFailed => self.why.clone(),
            _ => Some(format!("Wait on with `{}`.", self.line())),
        }
    }

    /// What is waited for.
    fn goal(&self) -> String {
        let states = self.watch.reached.iter().map(|state| plain(state)).collect::<Vec<_>>();
        let states = states.join(" or ");
        match self.watched.since {
            Some(_) if !self.settle.is_zero() => {
                let stays = words(self.settle);
                format!(
                    "waiting for {states} after a change, or for {stays} without one (--settle)"
                )
            }
            _ => format!("waiting for {states}"),
        }
    }

    /// The command that waits for the same.
    fn line(&self) -> String {
        let Watch { argument, state, reached, failed, .. } = self.watch;
        let flag = arguments::shown(self.query, argument.split('.').next().unwrap_or_default());
        let below = argument.split_once('.').map_or(String::new(), |(_, keys)| format!(".{keys}"));
        let filter = |states: &[String]| {
            let is = |known: &String| format!(".{} == \"{}\"", plain(state), plain(known));
            quoted(&states.iter().map(is).collect::<Vec<_>>().join(" or "))
        };
        let mut line = format!(
            "houston wait {}{} {flag}{below}={} --fields {} --until {}",
            plain(&self.query.name),
            self.platform,
            word(&plain(&self.watched.id)),
            plain(state),
            filter(reached)
        );
        if !failed.is_empty() {
            line += &format!(" --fail-when {}", filter(failed));
        }
        line
    }
}

/// What a wait has seen.
pub(crate) struct Seen {
    pub(crate) end: End,
    /// Whether an answer came.
    pub(crate) is_seen: bool,
    /// The last state.
    pub(crate) state: Option<String>,
    pub(crate) took: Duration,
    /// Whether there was another state.
    pub(crate) changed: bool,
    /// Why the last look had no answer.
    pub(crate) missed: Option<String>,
}

/// Waits for what a call has begun, alone.
///
/// # Errors
///
/// Fails unless it is done.
pub(crate) fn alone(call: &Call<'_>, begun: &Begun<'_>) -> Result<(), Failure> {
    let named = |failure: Failure| begun.explain(failure.about(&begun.name));
    let waiting = begun.wait(call, || std::future::ready(()), output::note);
    let waiting = waiting::telling(begun.goal(), begun.limits.most, waiting);
    let waited = runtime::until_signal(waiting)?;
    let waited = waited.map_err(|exit| {
        named(Failure::new(exit, "stopped by a signal while waiting").code(Code::Stopped))
    })?;
    let told = begun.told(&waited.map_err(|failure| begun.explain(failure))?).map_err(named)?;
    output::note(format_args!("{}: {told}", begun.name));
    Ok(())
}

/// The exit code of a look that ends a wait: "no effect" is not true of the call.
fn ran(exit: Exit) -> Exit {
    match exit {
        Exit::Refused | Exit::Usage | Exit::NotReached => Exit::Partial,
        exit => exit,
    }
}

/// The state in an answer.
fn state_in(answer: &RawValue, path: &str) -> Option<String> {
    let answer: Value = serde_json::from_str(answer.get()).ok()?;
    let state = path.split('.').fold(&answer, |value, name| &value[name]);
    state.as_str().map(str::to_owned)
}

/// A state in words.
fn shown(state: Option<&str>) -> String {
    state.map_or_else(|| "no state".to_owned(), short)
}
