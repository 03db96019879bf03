//! Rows that an earlier run may have sent: whether they ran, as far as the objects of the server tell.

use std::cell::RefCell;

use houston_client::arguments::Arguments;
use houston_client::rows::{End, Past, State};
use houston_client::schema::{Effect, OperationKind};
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;

use super::keys::{Keys, KeysFile};
use super::told::{Ended, Told, add_data, id_of};
use crate::answer::fields;
use crate::call::Call;
use crate::failure::{Code, Failure};
use crate::terminal::output;
use crate::terminal::text::plain;

/// The field that tells when an object was created.
const CREATED: &str = "createdAt";

/// How much the clocks of the server and of this machine can differ.
const CLOCKS: SignedDuration = SignedDuration::from_secs(5);

/// What to do with a row.
pub(super) enum Settled {
    /// No run has sent it.
    New,
    /// It is sent, although an earlier run may have sent it.
    Again,
    Ended(Box<Ended>),
}

/// What decides about rows that an earlier run may have sent.
pub(crate) struct Settling<'w> {
    pub(crate) keys: &'w Keys,
    /// Where new keys go, if not to the report.
    pub(crate) keys_file: Option<&'w RefCell<KeysFile>>,
    /// Whether a row that may have run is run again.
    pub(crate) rerun_unknown: bool,
}

impl Settling<'_> {
    /// Decides what to do with a row that an earlier run may have sent.
    ///
    /// # Errors
    ///
    /// Fails if what exists cannot be looked up.
    pub(super) async fn settle(
        &self,
        call: &Call<'_>,
        arguments: &Arguments,
        past: &Past,
    ) -> Result<Settled, Failure> {
        settle(self, call, arguments, past).await
    }

    /// The end of a row that an earlier run may have sent, and that the server refuses because its object exists.
    pub(super) async fn landed(&self, call: &Call<'_>, arguments: &Arguments) -> Ended {
        landed(self, call, arguments).await
    }

    /// Whether the file of keys has those of an object.
    fn is_written(&self, id: &str) -> bool {
        self.keys_file.is_some_and(|file| file.borrow().has(id))
    }
}

/// When a row that may have run was sent.
pub(super) fn since(past: &Past) -> Option<Timestamp> {
    match past {
        Past::Open { at, .. } | Past::Ended { state: State::Unknown, at, .. } => Some(*at),
        _ => None,
    }
}

/// Decides what to do with a row that an earlier run may have sent.
///
/// # Errors
///
/// Fails if what exists cannot be looked up.
async fn settle(
    of: &Settling<'_>,
    call: &Call<'_>,
    arguments: &Arguments,
    past: &Past,
) -> Result<Settled, Failure> {
    let Some(since) = since(past) else { return Ok(Settled::New) };
    let operation = call.operation;
    // A query changes nothing, and what has the same effect twice may run twice.
    if operation.kind == OperationKind::Query || operation.idempotent {
        return Ok(Settled::Again);
    }
    let finder = operation.finder.as_ref().filter(|_| call.finder().is_some());
    let is_told = matches!(operation.effect, Effect::Create | Effect::Delete);
    let Some(finder) = finder.filter(|_| is_told) else {
        return Ok(open(of, "no query shows what it did"));
    };
    let found = there(of, call, arguments).await?;
    if operation.effect == Effect::Delete {
        return Ok(match found.is_empty() {
            true => {
                output::note("note: an earlier run may have deleted it: it is gone");
                Settled::Ended(End::new(State::Done, Told::default()).into())
            }
            false => Settled::Again,
        });
    }
    let is_older = |row: &Value| {
        let created = row[CREATED].as_str().and_then(|text| text.parse::<Timestamp>().ok());
        created.is_none_or(|created| since.duration_since(created) > CLOCKS)
    };
    let candidates: Vec<Value> =
        found.into_iter().filter(|row| finder.unique || !is_older(row)).collect();
    Ok(match &candidates[..] {
        [one] => Settled::Ended(made(of, one).into()),
        [] if finder.unique && finder.elsewhere.is_empty() => Settled::Again,
        [] => open(of, "its object was not found, which proves nothing"),
        _ => open(of, "several objects have its key"),
    })
}

/// The end of a row that an earlier run may have sent, and that the server refuses because its object exists.
async fn landed(of: &Settling<'_>, call: &Call<'_>, arguments: &Arguments) -> Ended {
    let found = match call.finder() {
        Some(_) => there(of, call, arguments).await.unwrap_or_default(),
        None => Vec::new(),
    };
    made(of, found.first().unwrap_or(&Value::Null))
}

/// The objects of a row, with their keys if they have any.
async fn there(
    of: &Settling<'_>,
    call: &Call<'_>,
    arguments: &Arguments,
) -> Result<Vec<Value>, Failure> {
    let Some(query) = call.finder() else { return Ok(Vec::new()) };
    let known = fields::of(call.schema, query);
    let keys = of.keys.names();
    // A server of 0.16 masks the key if its time is selected beside it.
    let time = keys.is_empty().then_some(CREATED);
    let wanted = ["id"].into_iter().chain(time).chain(keys.iter().map(String::as_str));
    let wanted: Vec<&str> = wanted
        .filter(|name| known.iter().any(|field| Some(&*field.name) == name.split('.').next()))
        .collect();
    let selection = fields::selection(call.schema, query, &wanted.join(","))?;
    Ok(call.look(arguments, &selection).await?.rows)
}

/// The end of a row whose object an earlier run made.
fn made(of: &Settling<'_>, object: &Value) -> Ended {
    if of.keys.names().is_empty() {
        output::note("note: it exists: an earlier run made it, or found it");
        return End::new(State::Exists, Told { id: id_of(object), ..Told::default() });
    }
    if of.keys.are_in(object) {
        output::note("note: an earlier run made it; its key was read again");
        let mut end = End::new(State::Done, Told::default());
        add_data(&mut end, of.keys, &object.to_string());
        return end;
    }
    let id = id_of(object);
    if id.as_deref().is_some_and(|id| of.is_written(id)) {
        output::note("note: an earlier run made it, and wrote its key");
        return End::new(State::Done, Told { id, ..Told::default() });
    }
    let error = Some("made, but its key was not shown: replace it".to_owned());
    let code = Some(Code::Partial.word());
    End::new(State::Partial, Told { id, error, code, ..Told::default() })
}

/// A row that may have run stays so, unless the user wants to run it again.
fn open(of: &Settling<'_>, why: &str) -> Settled {
    if of.rerun_unknown {
        return Settled::Again;
    }
    let error = format!("it may have run in an earlier run, and {}", plain(why));
    let code = Some(Code::OutcomeUnknown.word());
    Settled::Ended(
        End::new(State::Unknown, Told { error: Some(error), code, ..Told::default() }).into(),
    )
}
