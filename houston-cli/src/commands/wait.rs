//! `houston wait OPERATION …`: asks again and again, or listens, until the answer is as wanted.

use std::time::{Duration, Instant};

use clap::{Arg, Command};
use futures_util::StreamExt as _;
use houston_client::Outcome;
use houston_client::request::Request;
use houston_client::schema::{Operation, OperationKind, Schema};
use serde_json::value::RawValue;

use crate::answer::view::{self, View};
use crate::answer::{envelope, fields};
use crate::arguments::{self, Sources};
use crate::argv::Argv;
use crate::call::{Call, contradictions, look_up, runtime};
use crate::commands::builtin;
use crate::failure::stop::Stop;
use crate::failure::{Exit, Failure};
use crate::live::socket;
use crate::schema::{BuiltIn, Loaded, chosen, names, versions};
use crate::settings::options::{self, Options, WaitOptions};
use crate::terminal::output;
use crate::terminal::suggest::did_you_mean;
use crate::terminal::text::{plain, short};
use crate::waiting::condition::Condition;
use crate::waiting::poll::{Changes, Poll};
use crate::waiting::{self, Asked, End, Limits, Waited, heard};

pub(crate) fn command() -> Command {
    let command = Command::new("wait")
        .about("Ask again and again until the answer is as wanted")
        .override_usage("houston wait <QUERY|SUBSCRIPTION> [--ARGUMENT VALUE]… --until <FILTER> [--fail-when <FILTER>]")
        .after_help(
            "The filters are those of --jq, and get the answer, or each event of a subscription. With several results, all of --until must be true, \
             and any of --fail-when.\n\n\
             Exit code 0 if --until is true, 11 if --fail-when is, 10 if time is up, 6 if the server never answered.\n\
             The output is the last answer. Changes are told on stderr.",
        );
    options::add::<WaitOptions>(command)
}

/// The failure if no query is named.
pub(crate) fn missing() -> Failure {
    Failure::usage("the name of a query or a subscription is missing")
        .help("Run `houston wait NAME --until FILTER` with its arguments.")
}

pub(crate) fn run(built_in: BuiltIn, argv: Argv, name: &str) -> Result<(), Stop> {
    let run = |options: &Options, loaded: &Loaded, argv| match readable(&loaded.schema, name) {
        Some(operation) => wait(&loaded.schema, operation, options, argv),
        None => Err(unknown(loaded, name).about_names(true).into()),
    };
    chosen::following::<WaitOptions>(built_in, "wait", argv, |schema| readable(schema, name), run)
}

/// The failure for a name that is not that of a query or a subscription.
fn unknown(loaded: &Loaded, name: &str) -> Failure {
    if let Some(other) = names::operations(&loaded.schema, None, name).first() {
        return other_kind(other);
    }
    let rows = loaded.schema.operations.iter();
    let rows = rows.filter(|row| row.kind != OperationKind::Mutation);
    let meant = did_you_mean(name, rows.map(|row| row.name.as_ref()));
    let what = format!("unknown query or subscription `{}`{meant}", short(name));
    let unknown = Failure::usage(what).help("List them with `houston list`.");
    versions::failure(name, loaded, unknown)
}

/// The query of this name, or the subscription.
fn readable<'s>(schema: &'s Schema, name: &str) -> Option<&'s Operation> {
    let of = |kind| names::operations(schema, Some(kind), name).first().copied();
    of(OperationKind::Query).or_else(|| of(OperationKind::Subscription))
}

/// The failure for an operation of another kind.
fn other_kind(other: &Operation) -> Failure {
    let (name, kind) = (plain(&other.name), other.kind.keyword());
    let failure = Failure::usage(format!(
        "`{name}` is a {kind}, and only queries and subscriptions can be waited on"
    ));
    match (other.kind, &other.watch) {
        (OperationKind::Mutation, Some(_)) => failure
            .help(format!("To wait for what it begins, run `{} … --wait`.", builtin::call(other))),
        _ => failure.help("List them with `houston list`."),
    }
}

/// The command that waits for the answer of an operation, or for an event.
pub(crate) fn of(schema: &Schema, operation: &Operation) -> Command {
    let name = plain(&operation.name);
    let is_subscription = operation.kind == OperationKind::Subscription;
    let about = match is_subscription {
        true => format!("Listen to {name} until an event is as wanted"),
        false => format!("Ask {name} again and again until the answer is as wanted"),
    };
    let command =
        Command::new(format!("wait {name}")).about(about).args(arguments::flags(schema, operation));
    let command =
        if is_subscription { options::add_flag(command, socket::flag()) } else { command };
    let has = |option: &Arg| !is_subscription || option.get_id() != "every";
    options::add_if::<WaitOptions>(command, has)
}

fn wait(schema: &Schema, operation: &Operation, options: &Options, argv: Argv) -> Result<(), Stop> {
    let name = plain(&operation.name);
    let called = format!("wait {name}");
    let line = format!("houston {called}");
    let refused = |problems| arguments::refused(&called, &line, problems);
    let is_subscription = operation.kind == OperationKind::Subscription;
    let command = of(schema, operation);
    let command = argv.with_help(command, &called);
    let words = argv.read(command, &called, (schema, operation), refused)?;
    let every = options.waiting.patience.every;
    if is_subscription && every.is_some() {
        let what = format!("--every cannot be used with {name}: the server sends its events");
        return Err(Failure::usage(what).into());
    }
    let options = &socket::options(&words.matches, options);
    let selection = fields::chosen(schema, operation, &options.selected)?;
    let view = View::new(operation, options)?.selecting(schema, &selection);
    view.check()?;
    let conditions = Conditions::of(options, &view)?;
    let call = Call::new(schema, operation, options)?;
    socket::check(&call)?;
    let collected = arguments::collect(operation, words, Sources::of(options, call.defaults()))?;
    let (mut arguments, lookups) = collected.read(schema).map_err(refused)?;
    let problems = contradictions::between(operation, &arguments);
    if !problems.is_empty() {
        return Err(refused(problems).into());
    }
    let (limits, begun) = (Limits::of(&options.waiting.patience), Instant::now());
    let look_up = look_up::resolve(&call, &mut arguments, lookups);
    let found = runtime::read(async { tokio::time::timeout(limits.most, look_up).await })?;
    found
        .map_err(|_| unfound(&name, limits.most))?
        .map_err(|unresolved| call.not_sent(unresolved.into()))?;
    // What is looked up is a part of the wait.
    let left = limits.most.saturating_sub(begun.elapsed());
    view.say_what_is_missing();
    let request = Request::untyped(schema, operation, &arguments, &selection);
    call.connect()?;
    let poll = Poll::new(&call, request.clone());
    let mut changes = Changes::of(schema, operation.type_ref(), &selection);
    envelope::reached(Outcome::Unknown);
    let asked = Asked::default();
    let looked = match is_subscription {
        true => heard::events(&call, request).left_stream(),
        false => {
            waiting::polled(limits.every, || waiting::asking(&asked, poll.look())).right_stream()
        }
    };
    let waiting = waiting::until(
        left,
        &asked,
        looked,
        async |text, took| {
            changes.tell(text.get(), took);
            conditions.judge(text.get(), &view).await
        },
        output::note,
    );
    let goal = format!("waiting for {name} until --until is true");
    let waited = runtime::until_signal(waiting::telling(goal, limits.most, waiting))?;
    let waited = waited.map_err(|exit| {
        Failure::new(exit, format!("{name}: stopped by a signal while waiting"))
            .help("Run it again to wait on: it only reads.")
    })??;
    Ok(end(&name, limits.most, waited, &view)?)
}

/// The failure if the time was up before the object was found to ask about.
fn unfound(name: &str, most: Duration) -> Failure {
    let what = format!("{name}: no answer within {}", waiting::words(most));
    Failure::new(Exit::NotReached, what).detail("The look-up of `@find:` had no answer.")
}

/// Shows what was seen last, and says how the wait ended.
fn end(
    name: &str,
    most: Duration,
    waited: Waited<Box<RawValue>>,
    view: &View<'_>,
) -> Result<(), Failure> {
    let Waited { end, last, took, missed } = waited;
    let failure = match (end, &last, missed) {
        (End::Reached, ..) => None,
        (End::Failed, ..) => {
            let what = format!("{name}: --fail-when is true {}", waiting::after(took));
            Some(Failure::new(Exit::WaitFailed, what).detail("The answer is printed."))
        }
        (End::TimeIsUp, None, Some(missed)) => {
            return Err(missed.detail(format!("No answer came within {}.", waiting::words(most))));
        }
        (End::TimeIsUp, None, None) => {
            let what = format!("{name}: no answer within {}", waiting::words(most));
            return Err(Failure::new(Exit::NotReached, what));
        }
        (End::TimeIsUp, last, missed) => {
            let what = format!("{name}: --until is not true after {}", waiting::words(most));
            let failure = Failure::new(Exit::TimeIsUp, what);
            let failure = match missed {
                Some(missed) => failure.detail(format!("The last look failed: {}", missed.told())),
                None => failure,
            };
            let printed = if last.is_some() { "The last answer is printed. " } else { "" };
            Some(failure.help(format!("{printed}Wait longer with `--for`.")))
        }
    };
    if let Some(text) = &last {
        envelope::reached(Outcome::Done);
        view.done(text.get(), None, failure.as_ref())?;
    }
    match failure {
        Some(failure) => Err(failure),
        None => {
            output::note(format_args!("{name}: --until is true {}", waiting::after(took)));
            Ok(())
        }
    }
}

/// What is waited for.
struct Conditions {
    until: Condition,
    fail_when: Option<Condition>,
}

impl Conditions {
    /// Reads the conditions, and checks them by what the answer can have.
    fn of(options: &Options, view: &View<'_>) -> Result<Self, Failure> {
        let given = &options.conditions;
        let patience = options.network.timeout.unwrap_or(view::PATIENCE);
        let read = |option, text: &Option<String>| -> Result<Option<Condition>, Failure> {
            let Some(filter) = options.filter(option, text.as_deref())? else { return Ok(None) };
            view.check_filter(&filter)?;
            Ok(Some(Condition::new(filter, patience)))
        };
        let missing = || {
            Failure::usage("--until is missing")
                .help("Give the condition to wait for, such as `--until '.status == \"HEALTHY\"'`.")
        };
        Ok(Conditions {
            until: read("--until", &given.until)?.ok_or_else(missing)?,
            fail_when: read("--fail-when", &given.fail_when)?,
        })
    }

    async fn judge(&self, text: &str, view: &View<'_>) -> Result<Option<End>, Failure> {
        if self.until.all(text).await? {
            return Ok(Some(End::Reached));
        }
        if let Some(fail) = &self.fail_when
            && fail.any(text).await?
        {
            return Ok(Some(End::Failed));
        }
        // What it reads of objects that are there will not come.
        let filters = [Some(&self.until), self.fail_when.as_ref()].into_iter().flatten();
        let lacks = filters.flat_map(|condition| view.not_selected(&condition.filter, text)).next();
        match lacks.filter(|_| !matches!(text, "null" | "[]")) {
            Some(what) => Err(Failure::usage(what).quiet()),
            None => Ok(None),
        }
    }
}
