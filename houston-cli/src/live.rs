//! Live data: subscriptions as commands, and queries that go on as one.
//!
//! [`listen`] and [`follow`] bring events, [`flow`] counts them and leaves out those that were shown, and [`mod@print`] writes
//! them with a [`print::Show`], in a thread.

mod charts;
mod flow;
mod follow;
mod listen;
mod print;
mod seen;
mod show;
pub(crate) mod socket;
mod state;

use std::time::Duration;

use clap::{Arg, ArgAction, ArgMatches, Command};
use futures_util::FutureExt as _;
use houston_client::Selection;
use houston_client::arguments::Arguments;
use houston_client::request::Request;
use houston_client::schema::{Operation, OperationKind, Schema};
use houston_schema::text::duration;
use serde_json::value::RawValue;

use crate::answer::format::Layout;
use crate::call::watch::Watch;
use crate::call::{Call, runtime};
use crate::failure::{Code, Exit, Failure};
use crate::schema::live::{is_followed, is_live};
use crate::settings::options::{self, OperationOptions, Options};
use crate::terminal::text::plain;
use flow::Flow;
use seen::Seen;

const FOLLOW: &str = "option:follow";
const COUNT: &str = "option:count";

/// The id of the option `--for`.
const MOST: &str = "for";

/// The heading of the flags in the help.
const HEADING: &str = "Live data";

/// How long the printer may leave the terminal as it was, after a signal.
const FAREWELL: Duration = Duration::from_millis(200);

/// How to run a call whose answer is live data.
#[derive(Debug)]
pub(crate) struct Live {
    /// Whether the operation is a query that goes on as a subscription.
    follows: bool,
    count: Option<u64>,
    most: Option<Duration>,
}

/// Adds the flags that the operation has.
pub(crate) fn add_flags(command: Command, operation: &Operation) -> Command {
    let mut flags = Vec::new();
    if is_followed(operation) {
        let help = "Then go on with new records, until a signal or an option ends it";
        flags.push(Arg::new(FOLLOW).long("follow").action(ArgAction::SetTrue).help(help));
    }
    if is_live(operation) {
        let count = Arg::new(COUNT).long("count").value_name("N").value_parser(options::count);
        flags.push(count.help(format!("{} after this many events", ends(operation))));
        flags.push(socket::flag());
    }
    let heading = |flag: Arg| flag.help_heading(HEADING).display_order(750);
    flags.into_iter().map(heading).fold(command, options::add_flag)
}

/// How the help of an option begins that ends live data.
fn ends(operation: &Operation) -> &'static str {
    if is_followed(operation) { "With --follow, end" } else { "End" }
}

/// Whether an option makes sense for an operation with live data.
fn fits(operation: &Operation, option: &Arg) -> bool {
    const ONE_ANSWER: [&str; 4] = ["as_rows", "curl", "retry_idempotent", "yes"];
    let (id, heading) = (option.get_id().as_str(), option.get_help_heading());
    let is_one_answer = ONE_ANSWER.contains(&id) || heading == Some(options::ROWS);
    let is_waiting = heading == Some(options::WAITING) && id != MOST;
    !is_waiting && (operation.kind != OperationKind::Subscription || !is_one_answer)
}

/// Whether an operation has an option of a call.
pub(crate) fn has_option(operation: &Operation, option: &Arg) -> bool {
    let is_waiting = option.get_help_heading() == Some(options::WAITING);
    match is_live(operation) {
        true => fits(operation, option),
        false => operation.watch.is_some() || !is_waiting,
    }
}

/// Adds the options of a call. For live data, `--for` ends it.
pub(crate) fn add_options(command: Command, operation: &Operation) -> Command {
    let command =
        options::add_if::<OperationOptions>(command, |option| has_option(operation, option));
    if !is_live(operation) {
        return command;
    }
    let help = format!("{} after this time", ends(operation));
    let most = |option: Arg| option.help(help).help_heading(HEADING);
    let has_most = command.get_arguments().any(|option| option.get_id() == MOST);
    match has_most {
        true => command.mut_arg(MOST, |option| most(option).display_order(750)),
        false => command,
    }
}

impl Live {
    /// Reads the flags; none if the call has one answer.
    ///
    /// # Errors
    ///
    /// Fails if a flag or an option does not fit.
    pub(crate) fn of(
        operation: &Operation,
        matches: &ArgMatches,
        options: &Options,
    ) -> Result<Option<Self>, Failure> {
        let follows = matches!(matches.try_get_one(FOLLOW), Ok(Some(true)));
        let count = matches.try_get_one(COUNT).ok().flatten().copied();
        let most = options.waiting.patience.most;
        if operation.kind != OperationKind::Subscription && !follows {
            let needs = [("--count", count.is_some()), ("--ws-url", socket::is_given(matches))];
            return match needs.iter().find(|(_, given)| *given) {
                Some((flag, _)) => Err(Failure::usage(format!("{flag} works only with --follow"))),
                None => Ok(None),
            };
        }
        let refused = [
            ("--rows", options.rows.rows.is_some()),
            ("--as-rows", options.as_rows.is_some()),
            ("--curl", options.running.curl),
            ("--wait", options.waiting.wait),
            ("--settle", options.waiting.settle.is_some()),
            ("--every", options.waiting.patience.every.is_some()),
        ];
        let name = if follows { "--follow".to_owned() } else { plain(&operation.name) };
        match refused.iter().find(|(_, given)| *given) {
            Some((option, _)) => {
                let what = format!("{option} cannot be used with {name}: it is live data");
                Err(Failure::usage(what))
            }
            None => Ok(Some(Live { follows, count, most })),
        }
    }

    /// Whether a query goes on as a subscription: each item of its list is an event.
    pub(crate) fn follows(&self) -> bool {
        self.follows
    }

    /// What to select, and the fields of it that were not asked for: what tells records apart is selected as well.
    fn selection(
        schema: &Schema,
        operation: &Operation,
        asked: &Selection,
    ) -> (Selection, Vec<String>) {
        let ty = schema.type_named(operation.type_ref().name());
        let (mut selection, mut hidden) = (asked.clone(), Vec::new());
        for name in ty.and_then(Seen::of).iter().flat_map(Seen::fields) {
            if asked.iter().all(|(known, _)| known != name) {
                selection.add(name.clone(), Selection::new());
                hidden.push(name.clone());
            }
        }
        (selection, hidden)
    }

    /// Runs the call until it ends.
    ///
    /// # Errors
    ///
    /// Fails like a call, and if a signal stops it.
    pub(crate) fn run(
        &self,
        call: &Call<'_>,
        arguments: &Arguments,
        asked: &Selection,
        layout: Option<Layout>,
    ) -> Result<(), Failure> {
        let (schema, operation) = (call.schema, call.operation);
        let (selection, hidden) = Live::selection(schema, operation, asked);
        let show = show::of(schema, operation, call.options, false, hidden, layout)?;
        let seen = schema.type_named(operation.type_ref().name()).and_then(Seen::of);
        match operation.follow.as_ref().filter(|_| self.follows) {
            Some(follow) => {
                let followed = follow::Followed::new(call, follow, arguments.clone(), selection)?;
                self.end(call, show, seen, async |flow| followed.run(flow).await)
            }
            None => {
                let request = Request::untyped(schema, operation, arguments, &selection);
                self.listen(call, show, seen, (request, false))
            }
        }
    }

    /// Runs a document that is a subscription.
    ///
    /// # Errors
    ///
    /// Fails like [`run`](Self::run).
    pub(crate) fn document(
        &self,
        call: &Call<'_>,
        request: Request<Box<RawValue>>,
    ) -> Result<(), Failure> {
        let show = show::of(call.schema, call.operation, call.options, true, Vec::new(), None)?;
        self.listen(call, show, None, (request, true))
    }

    fn listen(
        &self,
        call: &Call<'_>,
        show: Box<dyn print::Show>,
        seen: Option<Seen>,
        (request, is_document): (Request<Box<RawValue>>, bool),
    ) -> Result<(), Failure> {
        let goes_on = self.count.is_some() || self.most.is_some();
        self.end(call, show, seen, async |flow| {
            listen::run(call, request, (goes_on, is_document), flow).await
        })
    }

    /// Runs some work until it ends, time is up, the reader is gone, or a signal arrives.
    fn end(
        &self,
        call: &Call<'_>,
        show: Box<dyn print::Show>,
        seen: Option<Seen>,
        work: impl AsyncFnOnce(&mut Flow) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        call.connect()?;
        let (sender, printed) = print::start(show)?;
        // A signal may come after the printer has ended.
        let mut printed = printed.fuse();
        let (left, shown, started, partial) = (self.count, 0, false, None);
        let awaiting = Some(Watch::of(&call.target, call.options).awaiting());
        let drawing = None;
        let mut flow = Flow { sender, seen, left, shown, started, awaiting, drawing, partial };
        let lost = || Failure::new(Exit::Internal, "the thread that writes has ended");
        let ended = runtime::until_signal(async {
            let time = async {
                match self.most {
                    Some(most) => tokio::time::sleep(most).await,
                    None => std::future::pending().await,
                }
            };
            let done = tokio::select! {
                biased;
                printed = &mut printed => {
                    runtime::signals_first().await;
                    return printed.unwrap_or_else(|_| Err(lost()));
                }
                // Before the work, which uses up its turn when much arrives.
                () = time => Ok(()),
                done = work(&mut flow) => done,
            };
            flow.sender.close();
            let written = (&mut printed).await.unwrap_or_else(|_| Err(lost()));
            done?;
            match (flow.started, self.most) {
                (false, Some(most)) => Err(self.unreached(call, most)),
                _ => written.and_then(|()| flow.partial.take().map_or(Ok(()), Err)),
            }
        })?;
        ended.unwrap_or_else(|exit| {
            let shown = flow.shown;
            flow.sender.close();
            // The terminal is left as it was, if the printer is not held up.
            let _ = runtime::read(async { tokio::time::timeout(FAREWELL, printed).await });
            let events = if shown == 1 { "event" } else { "events" };
            let what = format!("{}: stopped by a signal after {shown} {events}", call.name());
            Err(Failure::new(exit, what)
                .code(Code::Stopped)
                .wanted()
                .help("`--count N` and `--for TIME` end it with exit code 0."))
        })
    }

    fn unreached(&self, call: &Call<'_>, most: Duration) -> Failure {
        let name = call.name();
        let what = format!("{name}: no connection within {}", duration(most));
        Failure::new(Exit::NotReached, what)
            .help("Check the address with `houston doctor`, or give it more time with `--for`.")
    }
}
