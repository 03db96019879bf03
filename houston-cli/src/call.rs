//! A call of an operation.

mod adapting;
mod advice;
pub(crate) mod as_rows;
pub(crate) mod attempt;
pub(crate) mod compare;
pub(crate) mod confirm;
pub(crate) mod connection;
pub(crate) mod contradictions;
pub(crate) mod copy;
pub(crate) mod curl;
pub(crate) mod diagnosis;
mod drifted;
pub(crate) mod dry_run;
pub(crate) mod identity;
mod look;
pub(crate) mod look_up;
pub(crate) mod losses;
pub(crate) mod lost;
pub(crate) mod merge;
pub(crate) mod paging;
pub(crate) mod question;
mod remembered;
pub(crate) mod repeat;
pub(crate) mod runtime;
pub(crate) mod steps;
mod subscribe;
pub(crate) mod watch;

use std::cell::{Cell, OnceCell};
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::AtomicU32;
use std::time::Instant;

use houston_client::Outcome;
use houston_client::Selection;
use houston_client::arguments::Arguments;
use houston_client::request::Request;
use houston_client::schema::{Operation, OperationKind, Schema};
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use crate::answer::envelope;
use crate::answer::view::View;
use crate::arguments::Changes;
use crate::call::attempt::Attempt;
use crate::call::connection::{Connection, Line};
use crate::call::diagnosis::diagnose;
use crate::call::remembered::{Answer, Answers, Remembered};
use crate::failure::{Code, Exit, Failure};
use crate::settings::options::Options;
use crate::settings::target::Target;
use crate::terminal::output;
use crate::terminal::text::plain;

/// A call of an operation: its schema, target and options, and the client for all its requests.
#[derive(Clone)]
pub(crate) struct Call<'c> {
    pub(crate) schema: &'c Schema,
    pub(crate) operation: &'c Operation,
    pub(crate) target: Rc<Target>,
    pub(crate) options: &'c Options,
    /// Where the document of the user does not match the schema, if it is sent anyway.
    pub(crate) misfits: Vec<String>,
    /// What happens to variables that exist.
    pub(crate) changes: Changes,
    /// Created on first use, because a call that sends nothing needs no platform.
    line: Rc<OnceCell<Line>>,
    /// Whether a query was sent for it.
    has_asked: Rc<Cell<bool>>,
    /// What look-ups found: rows that need the same id ask for it once.
    found: Rc<Remembered>,
    /// The recent answers that rows of a run share.
    answers: Option<Rc<Answers>>,
}

impl<'c> Call<'c> {
    /// Creates a call to the target of the options.
    ///
    /// # Errors
    ///
    /// See [`Target::of`].
    pub(crate) fn new(
        schema: &'c Schema,
        operation: &'c Operation,
        options: &'c Options,
    ) -> Result<Self, Failure> {
        let target = Rc::new(Target::of(options)?);
        let (misfits, line, has_asked) = (Vec::new(), Rc::default(), Rc::default());
        let (changes, found) = (Changes::default(), Rc::default());
        let answers = None;
        Ok(Call {
            schema,
            operation,
            target,
            options,
            misfits,
            changes,
            line,
            has_asked,
            found,
            answers,
        })
    }

    /// Another call of the operation, over the same connection.
    pub(crate) fn another(&self) -> Self {
        Call { has_asked: Rc::default(), ..self.clone() }
    }

    /// The same call, whose rows share answers to their queries for a few seconds.
    pub(crate) fn sharing(self) -> Self {
        Call { answers: Some(Rc::default()), ..self }
    }

    /// The same call, for which what exists is asked again.
    pub(crate) fn anew(&self) -> Self {
        Call { answers: None, ..self.clone() }
    }

    /// The same call, with other facts about its operation.
    pub(crate) fn about<'o>(&self, operation: &'o Operation) -> Call<'o>
    where
        'c: 'o,
    {
        Call { operation, ..self.clone() }
    }

    /// The operation's name, safe to show.
    pub(crate) fn name(&self) -> String {
        plain(&self.operation.name)
    }

    /// The profile's defaults for arguments; none for destructive operations.
    pub(crate) fn defaults(&self) -> Option<&Map<String, Value>> {
        let (_, profile) =
            self.target.profile.as_ref().filter(|_| !self.operation.is_destructive())?;
        Some(&profile.defaults)
    }

    /// The query that finds the operation's object, if one is known.
    pub(crate) fn finder(&self) -> Option<&'c Operation> {
        self.query(&self.operation.finder.as_ref()?.query)
    }

    /// The query of this name.
    pub(crate) fn query(&self, name: &str) -> Option<&'c Operation> {
        self.schema.operation_of(OperationKind::Query, name)
    }

    /// Connects, so that what is wrong with the connection is told once.
    ///
    /// # Errors
    ///
    /// Fails if the endpoint, the token or an option cannot be used.
    pub(crate) fn connect(&self) -> Result<(), Failure> {
        self.target.endpoint()?;
        self.line().map(drop)
    }

    fn line(&self) -> Result<&Line, Failure> {
        if let Some(made) = self.line.get() {
            return Ok(made);
        }
        let made = Connection::left_or_open(&self.target, self.options)?.line()?;
        Ok(self.line.get_or_init(|| made))
    }

    /// A failure before the call itself was sent. If a query was sent for it, it names what was not sent.
    pub(crate) fn not_sent(&self, failure: Failure) -> Failure {
        match self.has_asked.get() && failure.is_unsent() {
            true => failure.detail(format!("{} was not sent.", self.name())).quiet(),
            false => failure.before_the_call(),
        }
    }

    /// Sends a query that prepares the call, and returns its answer.
    ///
    /// # Errors
    ///
    /// Fails if the query fails.
    pub(crate) async fn ask(
        &self,
        query: &Operation,
        arguments: &Arguments,
        selection: &Selection,
    ) -> Result<Value, Failure> {
        Ok(self.asked(query, arguments, selection).await?.value.clone())
    }

    /// Sends a query that prepares the call, and returns its answer, and the fields that the server lacks.
    async fn asked(
        &self,
        query: &Operation,
        arguments: &Arguments,
        selection: &Selection,
    ) -> Result<Rc<Answer>, Failure> {
        let request = Request::untyped(self.schema, query, arguments, selection);
        let line = self.line()?;
        self.has_asked.set(true);
        let ask = async {
            let asked = (&line.next(), &line.signed_in);
            let (answer, lacking) = self.adapting(asked, query, &request).await;
            let answer =
                answer.map_err(|error| diagnose(self.schema, query, &line.signed_in, error))?;
            let value = serde_json::from_str(answer.get()).unwrap_or_default();
            let bytes = answer.get().len();
            Ok(Rc::new(Answer { value, lacking, bytes, arrived: Instant::now() }))
        };
        match &self.answers {
            Some(answers) => {
                let variables = Value::Object(request.variables().clone());
                answers.get(format!("{} {variables}", request.document()), ask).await
            }
            None => ask.await,
        }
    }

    /// Sends the call, and waits for what becomes of it or for a signal.
    ///
    /// # Errors
    ///
    /// Fails if the platform is not set, or if a signal arrives first.
    pub(crate) fn send(
        &self,
        request: &Request<Box<RawValue>>,
        attempt: &Attempt,
    ) -> Result<Sent, Failure> {
        self.sending(attempt, self.perform(request, attempt, &Arc::default()))
    }

    /// Waits for what becomes of requests, or for a signal.
    fn sending(
        &self,
        attempt: &Attempt,
        work: impl Future<Output = Result<Sent, Failure>>,
    ) -> Result<Sent, Failure> {
        let operation = self.operation;
        // Without a platform, the request can still be shown.
        let helped =
            |failure: Failure| failure.help("`--dry-run` shows the request without sending it.");
        self.target.endpoint().map_err(helped)?;
        let Line { client, signed_in, .. } = self.line()?;
        envelope::reached(Outcome::Unknown);
        let sent = runtime::wait(&operation.name, operation.kind, work)
            .map_err(|stopped| attempt.explain(operation, &self.options.platform, stopped))??;
        let Sent::Failed { error, failure } = sent else {
            envelope::reached(Outcome::Done);
            return Ok(sent);
        };
        envelope::reached(error.outcome());
        let failure = match error.drift() {
            Some(_) if self.misfits.is_empty() => self.drifted(failure, client, signed_in),
            _ => failure,
        };
        Ok(Sent::Failed { error, failure })
    }

    /// Prints the value of a call's field to stdout.
    ///
    /// # Errors
    ///
    /// Fails unless the whole result arrived. A partial result is printed anyway.
    pub(crate) fn show(
        &self,
        sent: Sent,
        request: &Request<Box<RawValue>>,
        view: &View<'_>,
    ) -> Result<(), Failure> {
        let tell = |text: &str| {
            losses::tell_after(self.schema, self.operation, request.variables(), text);
        };
        let (error, failure) = match sent {
            Sent::Answered { text, body, failure } => {
                view.done(text.get(), Some(&body), failure.as_ref())?;
                tell(text.get());
                return failure.map_or(Ok(()), Err);
            }
            Sent::Failed { error, failure } => (error, failure),
        };
        // An error while printing is reported in addition to the failure, not instead of it.
        let part = view.part(&error);
        if let Err(lost) = view.failed(part.as_deref(), &error, &failure) {
            output::failure(&lost);
        }
        if let Some(part) = part.filter(|_| error.outcome() <= Outcome::Partial) {
            tell(&part);
        }
        Err(failure)
    }

    /// Sends the call, and prints nothing but notes. The counter counts its attempts.
    ///
    /// # Errors
    ///
    /// Fails if the client cannot be created. Nothing was sent then.
    pub(crate) async fn perform(
        &self,
        request: &Request<Box<RawValue>>,
        attempt: &Attempt,
        counter: &Arc<AtomicU32>,
    ) -> Result<Sent, Failure> {
        let (operation, line) = (self.operation, self.line()?);
        let counting = houston_client::Options::new().count_attempts(Arc::clone(counter));
        let client = &line.next().with(counting);
        let request = &request.clone().with_body();
        let asked = (client, &line.signed_in);
        let (result, lacking) = self.adapting(asked, operation, request).await;
        for field in lacking {
            output::note(format_args!("note: the server has no {field}: it is left out"));
        }
        let error = match result {
            Ok((text, body)) => {
                let is_nothing = text.get() == "null" && operation.kind == OperationKind::Mutation;
                let failure = is_nothing.then(|| self.did_nothing());
                return Ok(Sent::Answered { text, body, failure });
            }
            Err(error) => Arc::new(error),
        };
        let failure = match error.drift() {
            Some(_) if !self.misfits.is_empty() => self.mistaken(&error),
            _ => attempt.explain(
                operation,
                &self.options.platform,
                diagnose(self.schema, operation, &line.signed_in, Arc::clone(&error)),
            ),
        };
        Ok(Sent::Failed { error, failure })
    }

    /// The next step for an error code, in words about the operation.
    pub(crate) fn next_for(&self, code: Code) -> String {
        advice::of(self.operation, code).unwrap_or_else(|| code.next().to_owned())
    }

    /// The failure for a mutation that answers null without an error: most likely it did nothing.
    fn did_nothing(&self) -> Failure {
        let what = format!("{}: the server answered null, without an error", self.name());
        Failure::new(Exit::Partial, what).detail(
            "The mutation ran, but most likely had no effect. Check before you run it again.",
        )
    }
}

/// What became of a call that was sent.
pub(crate) enum Sent {
    /// Its value, and the body around it. A mutation that answers null has a failure.
    Answered {
        text: Box<RawValue>,
        body: String,
        failure: Option<Failure>,
    },
    Failed {
        error: Arc<houston_client::Error>,
        failure: Failure,
    },
}
