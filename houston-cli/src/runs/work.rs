//! Runs one row: looks up its ids, decides whether it is sent, sends it, and says what became of it.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use houston_client::arguments::Arguments;
use houston_client::request::Request;
use houston_client::rows::{End, Fingerprint, Past, Prepared, State, Worker};
use houston_client::schema::{Effect, OperationKind};
use houston_client::{Error, Outcome};
use serde_json::Value;
use serde_json::value::RawValue;

use super::looks::Looks;
use super::note::{Earlier, kept, tell_changes};
use super::plan;
use super::ready::Ready;
use super::report::Word;
use super::settle::{Settled, Settling, unclear};
use super::told::{Ended, Label, Told, add_data, ended, id_in, without_name};
use super::turns::{Turn, Turns};
use super::watch::{Watch, scope};
use crate::arguments::LookUp;
use crate::call::attempt::Found;
use crate::call::repeat::{self, Repeat};
use crate::call::steps::{Halt, Steps};
use crate::call::{Call, Sent, compare, losses};
use crate::failure::{Code, Exit, Failure};
use crate::rows::Row;
use crate::terminal::output;
use crate::waiting::begun;

/// How the rows of a run are run.
pub(crate) struct Work<'w> {
    pub(crate) call: &'w Call<'w>,
    pub(crate) steps: Steps<'w>,
    pub(crate) settling: Settling<'w>,
    /// Whether no mutation is sent: the report is a plan.
    pub(crate) is_plan: bool,
    pub(crate) watch: Watch,
    pub(crate) turns: Turns,
    pub(crate) looks: Looks,
}

/// Why a row is not sent.
enum Unsent {
    Failed(Failure),
    Ended(Box<Ended>),
}

impl From<Failure> for Unsent {
    fn from(failure: Failure) -> Self {
        Unsent::Failed(failure)
    }
}

impl From<Ended> for Unsent {
    fn from(end: Ended) -> Self {
        Unsent::Ended(Box::new(end))
    }
}

impl<'w> Worker for Work<'w> {
    type Row = Row;
    type Ready = Ready<'w>;
    type Label = Label;
    type Output = Told;

    fn fingerprint(&self, row: &Row) -> Fingerprint {
        row.fingerprint
    }

    fn label(&self, row: &Row) -> Label {
        Label { row: row.number, line: row.line, key: row.key.clone() }
    }

    async fn prepare(&self, row: Row, past: &Past) -> Prepared<Ready<'w>, Told> {
        let label = self.label(&row);
        let earlier = Earlier::of(past);
        let (prepared, notes) =
            output::collecting(self.prepared(row, past, earlier.as_ref())).await;
        match prepared {
            Ok(ready) => {
                let earlier = Earlier::now(ready.first, &ready.attempt.found);
                let note = kept(Some(&label), earlier, &Told::default());
                Prepared::Ready { ready: Ready { notes, ..ready }, note }
            }
            Err(mut end) => {
                let told = end.output.get_or_insert_default();
                told.notes.splice(0..0, notes);
                if self.is_plan {
                    told.word.get_or_insert(Word::of(end.state));
                    // A plan records nothing.
                    (end.state, end.late) = (State::Planned, false);
                }
                let earlier = earlier.filter(|_| end.state == State::Unknown);
                end.note = kept(Some(&label), earlier.unwrap_or_default(), told);
                Prepared::Decided(end)
            }
        }
    }

    async fn send(&self, ready: Ready<'w>) -> Ended {
        let (mut end, notes) = output::collecting(self.sent(&ready)).await;
        let told = end.output.get_or_insert_default();
        told.notes.splice(0..0, ready.notes.into_iter().chain(notes));
        // An attempt that had no effect tells nothing about an earlier one.
        let is_unsure = ready.first.is_some();
        if is_unsure && matches!(end.state, State::NotSent | State::Skipped) {
            let why = told.error.take().unwrap_or_default();
            let Told { error, code, .. } = unclear(&why).output.unwrap_or_default();
            (end.state, told.error, told.code) = (State::Unknown, error, code);
        }
        let sent = match end.state {
            State::Unknown => ready.first.or(Some(ready.attempt.sent)),
            _ => ready.first,
        };
        end.note = match end.state {
            State::Done | State::Exists | State::Waiting => kept(None, Earlier::default(), told),
            _ => kept(None, Earlier::now(sent, &ready.attempt.found), told),
        };
        end
    }

    async fn follow(&self, waiting: Ended) -> Ended {
        let (mut end, notes) =
            output::collecting(self.looks.follow(self.call, &self.watch, waiting)).await;
        let told = end.output.get_or_insert_default();
        told.notes.extend(notes);
        end.note = kept(None, Earlier::default(), told);
        end
    }
}

impl<'w> Work<'w> {
    /// Decides whether a row is sent.
    async fn prepared(
        &self,
        row: Row,
        past: &Past,
        earlier: Option<&Earlier>,
    ) -> Result<Ready<'w>, Ended> {
        if !row.problems.is_empty() {
            let problems: Vec<String> = row.problems.iter().map(ToString::to_string).collect();
            let told = Told {
                error: Some(problems.join("; ")),
                code: Some(Code::Usage.word()),
                ..Told::default()
            };
            return Err(End::new(State::Skipped, told));
        }
        if let Past::Ended { state, at, note } = past
            && !matches!(state, State::Refused | State::NotSent | State::Unknown | State::Skipped)
        {
            let note = note.clone().unwrap_or_default();
            return Err(self.looks.on(self.call, self.steps, row, note, *at).await);
        }
        let Row { mut arguments, lookups, .. } = row;
        let own = self.call.another();
        let operation = compare::with(self.call.operation, &arguments);
        let call = own.about(&operation);
        match self.decided(&call, &mut arguments, lookups, past, earlier).await {
            Ok(found) => {
                let first = earlier.and_then(|earlier| earlier.sent);
                Ok(Ready { first, ..Ready::new(own, self.steps, operation, arguments, found) })
            }
            Err(Unsent::Ended(end)) => Err(*end),
            Err(Unsent::Failed(failure)) => {
                // What may have run before still may have.
                let state = match failure.exit {
                    _ if earlier.is_some() => State::Unknown,
                    _ if repeat::is_of(&failure) => State::Refused,
                    _ => State::NotSent,
                };
                let mut end = ended(&call, state, &failure);
                if self.is_plan && failure.is(Code::Differs) {
                    end.output.get_or_insert_default().word = Some(Word::Differs);
                }
                let scope = scope(call.operation, &arguments);
                Err(self.stopped(&call, &scope, failure, end).await)
            }
        }
    }

    /// Looks up what a row needs, and whether it has to be sent. Returns what look-ups found, and its turn.
    async fn decided(
        &self,
        call: &Call<'_>,
        arguments: &mut Arguments,
        lookups: Vec<LookUp>,
        past: &Past,
        earlier: Option<&Earlier>,
    ) -> Result<(Vec<Found>, Option<Turn>), Unsent> {
        let unsent = |halt| match halt {
            Halt::Failed(failure) => Unsent::Failed(failure),
            Halt::Settled(settled) => self.settled(call, None, settled).into(),
        };
        let mut steps = self.steps;
        steps.repeat.check(call.operation, steps.merges)?;
        let found = match earlier {
            Some(_) if self.is_offline() => {
                output::note("it may have run in an earlier run, so it would be looked for first");
                steps.look_up(call, arguments, lookups).await.map_err(unsent)?
            }
            Some(earlier) => {
                let found = self.again(call, arguments, lookups, earlier).await?;
                // What exists is settled.
                steps.repeat = Repeat::Fail;
                found
            }
            None => steps.look_up(call, arguments, lookups).await.map_err(unsent)?,
        };
        // What is read has to be there when it is written: rows of one object take turns.
        let turn = match steps.merge(call.operation) {
            Some(_) => Some(self.turns.take(call, arguments).await),
            None => None,
        };
        tell_changes(past, &found);
        steps.complete(call, arguments).await.map_err(|halt| match halt {
            Halt::Failed(failure) => Unsent::Failed(failure),
            Halt::Settled(settled) => self.settled(call, Some(arguments), settled).into(),
        })?;
        steps.tell(call.operation, arguments, false);
        if !self.is_plan {
            return Ok((found, turn));
        }
        if !self.is_offline() && steps.repeat == Repeat::Fail {
            plan::existing(call, arguments, steps.selection).await?;
        }
        let is_same = !self.is_offline() && plan::is_same(call, arguments).await;
        let word = match call.operation.effect {
            _ if is_same => {
                output::note("it has the given values already");
                Word::Exists
            }
            _ if call.operation.kind == OperationKind::Query => Word::WouldRead,
            Effect::Create => Word::WouldCreate,
            Effect::Delete => Word::WouldDelete,
            _ => Word::WouldChange,
        };
        Err(End::new(State::Planned, Told { word: Some(word), ..Told::default() }).into())
    }

    /// Decides about a row that an earlier run may have sent, by the ids that were sent. It is sent again only with these
    /// ids. Returns them.
    async fn again(
        &self,
        call: &Call<'_>,
        arguments: &mut Arguments,
        lookups: Vec<LookUp>,
        earlier: &Earlier,
    ) -> Result<Vec<Found>, Unsent> {
        let mut anew = arguments.clone();
        let found = earlier.restore(arguments, &lookups).map_err(|why| unclear(&why))?;
        let sent = earlier.sent.unwrap_or_default();
        let end = match self.settling.settle(call, arguments, sent).await? {
            Settled::Ended(end) if end.state != State::Unknown => return Err(Unsent::Ended(end)),
            Settled::Ended(end) => Some(end),
            Settled::Again => None,
        };
        if let Some(changes) = earlier.changes(call, &mut anew, lookups).await? {
            let next = "`houston runs remove` forgets the run, and a changed row is a new row";
            let why = format!("it is not sent again, because {changes}; {next}");
            return Err(unclear(&why).into());
        }
        match end {
            Some(end) => Err(Unsent::Ended(end)),
            None => Ok(found),
        }
    }

    /// Whether a plan asks nothing.
    fn is_offline(&self) -> bool {
        self.call.options.running.dry_run
    }

    /// The end of a row that has nothing to do.
    fn settled(
        &self,
        call: &Call<'_>,
        arguments: Option<&Arguments>,
        settled: repeat::Settled,
    ) -> Ended {
        let (word, state, id, data, note) = match settled {
            repeat::Settled::Exists { id, shown, note } => {
                (Word::Exists, State::Exists, id, shown, note)
            }
            repeat::Settled::Gone { note } => (Word::Gone, State::Done, None, Value::Null, note),
        };
        output::note(without_name(call, &note));
        let word = (self.is_plan || word == Word::Gone).then_some(word);
        let named = arguments.and_then(|arguments| begun::id(call.operation, arguments, ""));
        let mut end = End::new(state, Told { word, id, data, ..Told::default() });
        self.looks.begin(&mut end, call.operation, named, false);
        end
    }

    /// The end of a row; if its failure stops the run, the row counts as not run.
    async fn stopped(&self, call: &Call<'_>, scope: &str, failure: Failure, end: Ended) -> Ended {
        match self.watch.stops(call, scope, failure).await {
            true => End { state: State::Skipped, stop: true, ..end },
            false => end,
        }
    }

    /// Sends a row.
    async fn sent(&self, ready: &Ready<'w>) -> Ended {
        let Ready { request, attempt, scope, .. } = ready;
        let call = &ready.call.about(&ready.operation);
        let counter = Arc::<AtomicU32>::default();
        let sent = call.perform(request, attempt, &counter).await;
        let mut end = match sent {
            Err(failure) => ended(call, State::NotSent, &failure),
            Ok(sent) => match (self.steps.after(call, &ready.arguments, &sent).await, sent) {
                (Ok(Some(settled)), _) => self.settled(call, Some(&ready.arguments), settled),
                (Err(failure), _) => ended(call, State::Refused, &failure),
                (Ok(None), Sent::Answered { text, body, failure }) => {
                    self.watch.worked(scope);
                    let mut end = self.answered(call, request, (&text, &body), failure.as_ref());
                    let id = begun::id(call.operation, &ready.arguments, &body);
                    self.looks.begin(&mut end, call.operation, id, true);
                    end
                }
                (Ok(None), Sent::Failed { error, failure }) => {
                    self.failed(call, ready, &error, failure).await
                }
            },
        };
        if let Some(told) = &mut end.output {
            told.attempts = counter.load(Ordering::Relaxed);
        }
        end
    }

    /// The end of a row that was sent and failed.
    async fn failed(
        &self,
        call: &Call<'_>,
        ready: &Ready<'w>,
        error: &Error,
        failure: Failure,
    ) -> Ended {
        let Ready { arguments, request, scope, .. } = ready;
        if let Some(first) = ready.first.filter(|_| failure.is(Code::AlreadyExists)) {
            return self.settling.landed(&call.anew(), arguments, first).await;
        }
        let state = match failure.exit {
            Exit::Unknown => State::Unknown,
            Exit::Partial => State::Partial,
            Exit::Refused | Exit::NotAllowed => State::Refused,
            _ => State::NotSent,
        };
        let mut end = ended(call, state, &failure);
        let part = error.field_text(&call.operation.name);
        if let Some(part) = part.filter(|_| error.outcome() <= Outcome::Partial) {
            losses::tell_after(call.schema, call.operation, request.variables(), &part);
            add_data(&mut end, self.settling.keys, &part);
        }
        self.stopped(call, scope, failure, end).await
    }

    /// The end of a row that was answered.
    fn answered(
        &self,
        call: &Call<'_>,
        request: &Request<Box<RawValue>>,
        (text, body): (&RawValue, &str),
        failure: Option<&Failure>,
    ) -> Ended {
        losses::tell_after(call.schema, call.operation, request.variables(), text.get());
        let mut end = match failure {
            Some(failure) => ended(call, State::Partial, failure),
            None => End::new(State::Done, Told::default()),
        };
        add_data(&mut end, self.settling.keys, text.get());
        if let Some(told) = &mut end.output {
            told.id = id_in(call, &told.data, body);
        }
        end
    }
}
