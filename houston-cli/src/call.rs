//! A call of an operation.

mod advice;
pub(crate) mod attempt;
pub(crate) mod compare;
pub(crate) mod confirm;
pub(crate) mod connection;
pub(crate) mod contradictions;
pub(crate) mod curl;
pub(crate) mod diagnosis;
pub(crate) mod dry_run;
pub(crate) mod identity;
pub(crate) mod look_up;
pub(crate) mod losses;
pub(crate) mod lost;
pub(crate) mod merge;
pub(crate) mod runtime;

use std::cell::{Cell, OnceCell};
use std::sync::Arc;
use std::time::Duration;

use houston_client::Selection;
use houston_client::arguments::Arguments;
use houston_client::object::app_config;
use houston_client::request::Request;
use houston_client::schema::{Operation, OperationKind, Schema};
use houston_client::{Client, Outcome, query};
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use crate::answer::format::{self, Format, Screen};
use crate::answer::view::View;
use crate::answer::{envelope, fields};
use crate::call::attempt::Attempt;
use crate::call::compare::same::Likeness;
use crate::call::connection::Connection;
use crate::call::diagnosis::diagnose;
use crate::failure::{Code, Exit, Failure, Step};
use crate::settings::options::Options;
use crate::settings::target::Target;
use crate::settings::token::source::SignedIn;
use crate::terminal::output;
use crate::terminal::text::{plain, short};

/// A call of an operation: its schema, target and options, and the client for all its requests.
pub(crate) struct Call<'c> {
    pub(crate) schema: &'c Schema,
    pub(crate) operation: &'c Operation,
    pub(crate) target: Target,
    pub(crate) options: &'c Options,
    /// Where the document of the user does not match the schema, if it is sent anyway.
    pub(crate) misfits: Vec<String>,
    /// Created on first use, because a call that sends nothing needs no platform.
    client: OnceCell<(Client, SignedIn)>,
    /// Whether a query was sent for it.
    has_asked: Cell<bool>,
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
        let target = Target::of(options)?;
        let (misfits, client, has_asked) = (Vec::new(), OnceCell::new(), Cell::new(false));
        Ok(Call { schema, operation, target, options, misfits, client, has_asked })
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
        let is_query = |row: &&Operation| row.kind == OperationKind::Query && row.name == name;
        self.schema.operations.iter().find(is_query)
    }

    fn client(&self) -> Result<&(Client, SignedIn), Failure> {
        if let Some(made) = self.client.get() {
            return Ok(made);
        }
        let connection = Connection::open(&self.target, self.options)?;
        let client = connection.client()?;
        Ok(self.client.get_or_init(|| (client, connection.signed_in)))
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
    pub(crate) fn ask(
        &self,
        query: &Operation,
        arguments: &Arguments,
        selection: &Selection,
    ) -> Result<Value, Failure> {
        Ok(self.asked(query, arguments, selection)?.0)
    }

    /// Sends a query that prepares the call, and returns its answer, and the fields that the server lacks.
    fn asked(
        &self,
        query: &Operation,
        arguments: &Arguments,
        selection: &Selection,
    ) -> Result<(Value, Vec<String>), Failure> {
        let request = Request::untyped(self.schema, query, arguments, selection);
        let (client, signed_in) = self.client()?;
        self.has_asked.set(true);
        let (answer, lacking) = runtime::read(adapting(client, &request))?;
        let answer = answer.map_err(|error| diagnose(self.schema, query, signed_in, error))?;
        Ok((serde_json::from_str(answer.get()).unwrap_or_default(), lacking))
    }

    /// Runs the operation's finder with its arguments, and returns what it found.
    ///
    /// # Errors
    ///
    /// Fails if the operation has no finder, a required argument of the finder is not set, or the query fails, or its
    /// answer cannot be read.
    pub(crate) fn look(
        &self,
        arguments: &Arguments,
        selection: &Selection,
    ) -> Result<Looked, Failure> {
        let (Some(finder), Some(query)) = (&self.operation.finder, self.finder()) else {
            let what = format!("no known query finds the object of {}", self.name());
            return Err(Failure::usage(what));
        };
        let mut asked = Arguments::new();
        for (theirs, ours) in finder.arguments.iter() {
            match (query.argument(theirs), compare::value_at(arguments, ours)) {
                (Some(argument), Some(value)) => {
                    asked.set(theirs.clone(), argument.ty.clone(), value.clone());
                }
                (Some(argument), None) if argument.required => {
                    let what = format!("the query {} needs `{}`", plain(&query.name), plain(ours));
                    return Err(Failure::usage(what));
                }
                _ => {}
            }
        }
        let given = compare::given(self.schema, query, self.operation, arguments);
        let mut whole = selection.clone();
        let identity = given.identity();
        if !identity.is_empty() {
            whole.merge(&fields::selection(self.schema, query, &identity.join(","))?);
        }
        let is_one = query.type_ref().item().is_none();
        let is_named = is_one && !finder.matches.is_empty();
        let (found, lacking) = match self.asked(query, &asked, &whole) {
            // A list would be empty.
            Err(failure) if is_named && failure.is(Code::NotFound) => (Value::Null, Vec::new()),
            asked => asked?,
        };
        let failed =
            |what: &str| Failure::new(Exit::Partial, format!("{}: {what}", plain(&query.name)));
        let rows = match (query.type_ref().item(), found) {
            (Some(_), Value::Array(rows)) => rows,
            (None, Value::Null) => Vec::new(),
            (None, one @ Value::Object(_)) => vec![one],
            _ => return Err(failed("the answer cannot be read")),
        };
        let key = self.operation.merge.as_ref().map(|merge| merge.key.as_str());
        let mut looked = Looked { rows: Vec::new(), lacking };
        let mut best = Likeness::Other;
        for row in rows {
            let has_key = key.is_none_or(|key| row[key].is_string());
            let likeness = given.fits(&row).filter(|_| has_key);
            let likeness = likeness.ok_or_else(|| failed("the answer cannot be read"))?;
            best = best.max(likeness);
            if likeness == Likeness::Same {
                looked.rows.push(row);
            } else if is_one {
                return Err(failed("the answer is another object"));
            }
        }
        // The server stores some texts in lower case, so such an object can be the one.
        if best == Likeness::Unclear {
            return Err(failed("an object is the same but for upper and lower case"));
        }
        Ok(looked)
    }

    /// The result of the operation's finder as a table; none if it fails.
    pub(crate) fn table_of_what_is_there(&self, arguments: &Arguments) -> Option<String> {
        let selection = Selection::by_default(self.schema, self.finder()?, 1);
        let found = self.look(arguments, &selection).ok()?.shown(self.finder()?, &selection);
        let width = Some(output::asking_width());
        let screen = Screen { terminal: true, width, chosen: false };
        format::write(Format::Table, &[&found.to_string()], screen).ok()?.text
    }

    /// Sends the call, and prints the value of its field to stdout.
    ///
    /// # Errors
    ///
    /// Fails unless the whole result arrived. A partial result is printed anyway.
    pub(crate) fn send(
        &self,
        request: &Request<Box<RawValue>>,
        view: &View<'_>,
        attempt: &Attempt,
    ) -> Result<(), Failure> {
        let operation = self.operation;
        // Without a platform, the request can still be shown.
        let helped =
            |failure: Failure| failure.help("`--dry-run` shows the request without sending it.");
        self.target.endpoint().map_err(helped)?;
        let (client, signed_in) = self.client()?;
        let request = request.clone().with_body();
        envelope::reached(Outcome::Unknown);
        let (result, lacking) =
            runtime::wait(&operation.name, operation.kind, adapting(client, &request))
                .map_err(|stopped| attempt.explain(operation, stopped))?;
        for field in lacking {
            output::note(format_args!("note: the server has no {field}: it is left out"));
        }
        let error = match result {
            Ok((text, body)) => {
                envelope::reached(Outcome::Done);
                let is_nothing = text.get() == "null" && operation.kind == OperationKind::Mutation;
                let failure = is_nothing.then(|| self.did_nothing());
                view.done(text.get(), Some(&body), failure.as_ref())?;
                losses::tell_after(self.schema, operation, request.variables(), text.get());
                return failure.map_or(Ok(()), Err);
            }
            Err(error) => Arc::new(error),
        };
        envelope::reached(error.outcome());
        let failure = attempt
            .explain(operation, diagnose(self.schema, operation, signed_in, Arc::clone(&error)));
        let failure = match error.drift() {
            Some(_) if !self.misfits.is_empty() => self.mistaken(&error),
            Some(_) => self.drifted(failure, client),
            None => failure,
        };
        // An error while printing is reported in addition to the failure, not instead of it.
        let part = view.part(&error);
        if let Err(lost) = view.failed(part.as_deref(), &error, &failure) {
            output::failure(&lost);
        }
        if let Some(part) = part.filter(|_| error.outcome() <= Outcome::Partial) {
            losses::tell_after(self.schema, operation, request.variables(), &part);
        }
        Err(failure)
    }

    /// The failure for a document that neither the server nor the schema accepts: it is wrong, whatever the versions.
    fn mistaken(&self, error: &houston_client::Error) -> Failure {
        let what = plain(&error.summary());
        Failure::new(Exit::Refused, format!("{}: {what}", self.name()))
            .detail("The server refused the request. Nothing ran.")
            .detail("The document does not match the schema either:")
            .details(&self.misfits)
            .help("Correct the document; without `--unchecked`, it is checked before it is sent.")
    }

    /// Adds the version of the server, if it is known, and how to use its schema.
    fn drifted(&self, failure: Failure, client: &Client) -> Failure {
        let patient = client.with(houston_client::Options::new().timeout(Duration::from_secs(5)));
        let ask = patient.send(query::app_config().select(app_config::version));
        // Signals are caught by now, so this has to wait for them as well.
        let version = runtime::wait("appConfig", OperationKind::Query, ask);
        let version = version.ok().and_then(Result::ok).flatten().flatten();
        let failure = match version {
            Some(version) if self.schema.version.as_ref().is_some_and(|own| *own == version) => {
                return failure.detail(format!(
                    "The server is Houston {}, the same version as the schema: the request itself is wrong.",
                    short(&version)
                ));
            }
            Some(version) => failure.detail(format!("The server is Houston {}.", short(&version))),
            None => failure,
        };
        failure.step(Step::Drift)
    }

    /// The failure for a mutation that answers null without an error: most likely it did nothing.
    fn did_nothing(&self) -> Failure {
        let what = format!("{}: the server answered null, without an error", self.name());
        Failure::new(Exit::Partial, what).detail(
            "The mutation ran, but most likely had no effect. Check before you run it again.",
        )
    }
}

/// What the query showed that finds an operation's object.
#[derive(Debug)]
pub(crate) struct Looked {
    /// The objects that match.
    pub(crate) rows: Vec<Value>,
    /// The optional fields that the server lacks, each as `Type.field`.
    pub(crate) lacking: Vec<String>,
}

impl Looked {
    /// The answer of the query, with only the matching objects and these fields.
    pub(crate) fn shown(&self, query: &Operation, selection: &Selection) -> Value {
        match query.type_ref().item() {
            Some(_) => self.rows.iter().map(|row| selection.of(row)).collect(),
            None => self.rows.first().map_or(Value::Null, |one| selection.of(one)),
        }
    }
}

/// Sends a request; if the server lacks fields that may be left out, once more without them. Returns them as well.
async fn adapting<T: 'static>(
    client: &Client,
    request: &Request<T>,
) -> (Result<T, houston_client::Error>, Vec<String>) {
    let result = client.send(request.clone()).await;
    let adapted = result.as_ref().err().and_then(|error| request.adapted(error));
    let Some((adapted, lacking)) = adapted else { return (result, Vec::new()) };
    (client.send(adapted).await, lacking)
}
