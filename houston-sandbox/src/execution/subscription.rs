//! GraphQL requests over a socket: answered at once, or streams that are polled.

use std::cell::{Cell, RefCell};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use serde_json::Value;

use crate::error::refusal::{INTERNAL, Refusal};
use crate::execution::budget::Budget;
use crate::execution::root::{Event, Root};
use crate::execution::{self, Refused};
use crate::http::request::Operation;
use crate::platform::Platform;
use crate::platform::fault::{Effect, End, Fate};
use crate::platform::ledger::Executed;
use crate::resolvers::operations;
use crate::resolvers::operations::{Span, Stream};
use crate::resolvers::output::Output;

/// The outcome of a request.
pub(crate) enum Started {
    /// The complete answer to a query, a mutation, or a refused request.
    Answer(Value),
    /// A syntax error.
    Unreadable(String),
    /// A fault ends the connection.
    Ended(End),
    Stream(Box<Subscription>),
}

/// A stream with a listener.
pub(crate) struct Subscription {
    operation: Operation,
    /// The name of the field.
    field: String,
    stream: Stream,
    arguments: Value,
    /// Events up to this time were sent.
    sent: Timestamp,
    /// When to poll it again.
    pub(crate) due: Timestamp,
    ends: Timestamp,
}

/// The result of polling a stream.
pub(crate) struct Look {
    /// Each with the effects of faults on it.
    pub(crate) answers: Vec<(Value, Vec<Effect>)>,
    /// Whether the stream has ended.
    pub(crate) is_over: bool,
    /// How a fault ends the connection after these answers.
    pub(crate) end: Option<End>,
}

/// Runs a query or mutation, or starts a subscription.
pub(crate) fn start(
    platform: &Platform,
    token: Option<&str>,
    operation: Operation,
    budget: &Budget,
) -> Started {
    let subscribed = RefCell::new(None);
    let subscribe = |field: &str, arguments: &Value| {
        *subscribed.borrow_mut() = Some((field.to_owned(), arguments.clone()));
        Ok(Output::Json(Value::Null))
    };
    let fate = Fate::default();
    let answer = execution::execute(platform, token, &operation, &fate, budget, Some(&subscribe));
    if let Some(end) = fate.end() {
        return Started::Ended(end);
    }
    let answer = match answer {
        Ok(answer) => answer,
        Err(refused) => return refusal(refused.answer()),
    };
    let Some((field, arguments)) = subscribed.into_inner() else {
        return Started::Answer(answer);
    };
    let Some(operations::Operation::Stream(stream)) = operations::find(&field) else {
        return Started::Answer(answer);
    };
    let now = platform.clock.now();
    let ends = later(now, stream.life);
    let due = later(now, stream.interval);
    let subscription = Subscription { operation, field, stream, arguments, sent: now, due, ends };
    // As on the server, a missing deployment ends the stream before it starts.
    let found = subscription.events(platform, token, now, budget);
    subscription.enter(platform, token, found.as_ref().err());
    match found {
        Ok(_) => Started::Stream(Box::new(subscription)),
        Err(refused) => Started::Answer(refused),
    }
}

/// The answer to a request that is refused as a whole. Over a socket all errors have the same code, except syntax
/// errors, which are not sent as an answer.
fn refusal(mut refused: Value) -> Started {
    for error in refused["errors"].as_array_mut().into_iter().flatten() {
        if error["extensions"]["code"] == "GRAPHQL_PARSE_FAILED" {
            return Started::Unreadable(error["message"].as_str().unwrap_or_default().to_owned());
        }
        error["extensions"]["code"] = INTERNAL.into();
    }
    Started::Answer(refused)
}

impl Subscription {
    /// Polls the stream. Call it when the stream is [`due`](Subscription::due). Its answers share the budget.
    pub(crate) fn look(
        &mut self,
        platform: &Platform,
        token: Option<&str>,
        budget: &Budget,
    ) -> Look {
        let now = platform.clock.now();
        let until = now.min(self.ends);
        let found = self.events(platform, token, until, budget);
        self.sent = until;
        self.due = later(now, self.stream.interval).min(self.ends);
        match found {
            Ok(events) => {
                let mut look = Look { answers: Vec::new(), is_over: until == self.ends, end: None };
                for event in events {
                    let fate = Fate::default();
                    let effects = platform.faults.strike(&self.field);
                    let is_sent = fate.before(&effects);
                    if is_sent && !effects.contains(&Effect::Skip) {
                        let value = |_: &str, _: &Value| {
                            if effects.contains(&Effect::ErrorAfter) {
                                return Err(Refusal::fault());
                            }
                            let is_null = effects.contains(&Effect::Null);
                            Ok(if is_null { Value::Null } else { event.clone() }.into())
                        };
                        let answer = self.answer(platform, token, &value, budget);
                        fate.after(&effects);
                        look.answers.push((answer, effects));
                    }
                    look.end = fate.end();
                    if look.end.is_some() {
                        break;
                    }
                }
                look
            }
            Err(refused) => Look { answers: vec![(refused, Vec::new())], is_over: true, end: None },
        }
    }

    /// Adds the stream to the ledger.
    fn enter(&self, platform: &Platform, token: Option<&str>, refused: Option<&Value>) {
        let account = Root::read(platform, token, &Value::Null, |call| Ok(call.caller.id()));
        let refusal = refused.and_then(|answer| answer["errors"][0]["message"].as_str());
        platform.ledger.add(Executed {
            operation: self.field.clone(),
            arguments: self.arguments.clone(),
            account: account.ok().flatten(),
            refusal: refusal.map(str::to_owned),
        });
    }

    /// Returns the values of the field, or the answer with its error.
    fn events(
        &self,
        platform: &Platform,
        token: Option<&str>,
        until: Timestamp,
        budget: &Budget,
    ) -> Result<Vec<Value>, Value> {
        let span = Span { after: self.sent, until };
        Root::read(platform, token, &self.arguments, |call| (self.stream.events)(call, &span))
            .map_err(|refusal| {
                let refusal = Cell::new(Some(refusal));
                let refuse =
                    |_: &str, _: &Value| Err(refusal.take().unwrap_or_else(Refusal::not_found));
                let mut answer = self.answer(platform, token, &refuse, budget);
                if let Some(fields) = answer.as_object_mut() {
                    fields.remove("data");
                }
                answer
            })
    }

    /// Returns the answer to the request for one value of the field.
    fn answer(
        &self,
        platform: &Platform,
        token: Option<&str>,
        event: &Event<'_>,
        budget: &Budget,
    ) -> Value {
        let fate = Fate::default();
        execution::execute(platform, token, &self.operation, &fate, budget, Some(event))
            .unwrap_or_else(Refused::answer)
    }
}

pub(crate) fn later(time: Timestamp, by: Duration) -> Timestamp {
    let by = SignedDuration::try_from(by).unwrap_or(SignedDuration::MAX);
    time.saturating_add(by).unwrap_or(Timestamp::MAX)
}
