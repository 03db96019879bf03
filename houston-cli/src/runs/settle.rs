//! Rows that an earlier run may have sent: whether they ran, as far as the objects of the server tell.

use std::cell::RefCell;

use houston_client::Selection;
use houston_client::arguments::Arguments;
use houston_client::rows::{End, State};
use houston_client::schema::{Effect, Finder, Operation, OperationKind};
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;

use super::keys::{Keys, KeysFile};
use super::told::{Ended, Told, add_data, id_of};
use crate::answer::fields;
use crate::call::{Call, compare};
use crate::failure::{Code, Failure};
use crate::terminal::output;
use crate::terminal::text::plain;

/// The field that tells when an object was created.
const CREATED: &str = "createdAt";

/// How much the clocks of the server and of this machine can differ.
const CLOCKS: SignedDuration = SignedDuration::from_secs(5);

/// Why a row is not looked up.
const NO_QUERY: &str = "no query shows what it did";

/// What to do with a row that an earlier run may have sent.
pub(super) enum Settled {
    /// It is sent, although an earlier run may have sent it.
    Again,
    Ended(Box<Ended>),
}

/// What the objects tell that have the key of a row.
enum Shown {
    /// This one is the row's.
    Own(Value),
    Nothing,
    /// What there is may be of another call.
    Unclear(String),
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
    /// Decides what to do with a row that an earlier run may have sent at that time, with these arguments.
    ///
    /// # Errors
    ///
    /// Fails if what exists cannot be looked up.
    pub(super) async fn settle(
        &self,
        call: &Call<'_>,
        arguments: &Arguments,
        since: Timestamp,
    ) -> Result<Settled, Failure> {
        settle(self, call, arguments, since).await
    }

    /// The end of a row that an earlier run may have sent at that time, and that the server refuses because its object
    /// exists.
    pub(super) async fn landed(
        &self,
        call: &Call<'_>,
        arguments: &Arguments,
        since: Timestamp,
    ) -> Ended {
        let landed = landed(self, call, arguments, since).await;
        landed.unwrap_or_else(|failure| unclear(failure.told()))
    }

    /// Whether the file of keys has those of an object.
    fn is_written(&self, id: &str) -> bool {
        self.keys_file.is_some_and(|file| file.borrow().has(id))
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
    since: Timestamp,
) -> Result<Settled, Failure> {
    let operation = call.operation;
    // A query changes nothing, and what has the same effect twice may run twice.
    if operation.kind == OperationKind::Query || operation.idempotent {
        return Ok(Settled::Again);
    }
    let is_told = matches!(operation.effect, Effect::Create | Effect::Delete);
    let (Some(finder), Some(query)) =
        (operation.finder.as_ref().filter(|_| is_told), call.finder())
    else {
        return Ok(open(of, NO_QUERY));
    };
    if operation.effect == Effect::Delete {
        let selection = known(call, query, ["id"])?;
        return Ok(match call.look(arguments, &selection).await?.clear(query)?.rows.is_empty() {
            true => {
                output::note("note: an earlier run may have deleted it: it is gone");
                Settled::Ended(End::new(State::Done, Told::default()).into())
            }
            false => Settled::Again,
        });
    }
    Ok(match shown(call, finder, query, arguments, since).await? {
        Shown::Own(object) => {
            Settled::Ended(made(of, call, query, arguments, object).await?.into())
        }
        Shown::Nothing if finder.unique && finder.elsewhere.is_empty() => Settled::Again,
        Shown::Nothing => open(of, "its object was not found, which proves nothing"),
        Shown::Unclear(why) => open(of, &why),
    })
}

/// The end of a row that an earlier run may have sent, and that the server refuses because its object exists.
async fn landed(
    of: &Settling<'_>,
    call: &Call<'_>,
    arguments: &Arguments,
    since: Timestamp,
) -> Result<Ended, Failure> {
    let (Some(finder), Some(query)) = (&call.operation.finder, call.finder()) else {
        let lost =
            if of.keys.names().is_empty() { "" } else { "; if it is, its key is lost: replace it" };
        return Ok(unclear(&format!(
            "the server has its object; no query shows whether that is the row's{lost}"
        )));
    };
    match shown(call, finder, query, arguments, since).await? {
        Shown::Own(object) => made(of, call, query, arguments, object).await,
        Shown::Nothing => Ok(unclear("the server has its object, but the object was not found")),
        Shown::Unclear(why) => Ok(unclear(&why)),
    }
}

/// The fields of these that the objects of a query have.
fn known<'n>(
    call: &Call<'_>,
    query: &Operation,
    names: impl IntoIterator<Item = &'n str>,
) -> Result<Selection, Failure> {
    let known = fields::of(call.schema, query);
    let is_known =
        |name: &&str| known.iter().any(|field| Some(&*field.name) == name.split('.').next());
    let names: Vec<&str> = names.into_iter().filter(is_known).collect();
    match names.is_empty() {
        true => Ok(Selection::new()),
        false => Ok(fields::selection(call.schema, query, &names.join(","))?.optional()),
    }
}

/// Which object a row made at that time or later: the only one with its key and values. Without a time of its creation,
/// it counts only if the server refuses a second object of that key.
async fn shown(
    call: &Call<'_>,
    finder: &Finder,
    query: &Operation,
    arguments: &Arguments,
    since: Timestamp,
) -> Result<Shown, Failure> {
    let mut given = compare::given(call.schema, query, call.operation, arguments);
    // The time of an object of another type tells nothing about the call.
    let time = query.type_ref().name() == call.operation.type_ref().name();
    let values = given.fields();
    let names = values.iter().map(String::as_str).chain(time.then_some(CREATED));
    // Without keys: a server of 0.16 masks them if the time is selected beside them.
    let selection = known(call, query, ["id"].into_iter().chain(names))?;
    let looked = call.look(arguments, &selection).await?.clear(query)?;
    given.without(&looked.lacking);
    let mut own = Vec::new();
    let mut unclear = None;
    for object in looked.rows {
        match doubt(finder, &given, &object, time.then(|| &object[CREATED]), since) {
            None => own.push(object),
            Some(why) => unclear = unclear.or(Some(why)),
        }
    }
    Ok(match (own.pop(), own.is_empty(), unclear) {
        (Some(one), true, _) => Shown::Own(one),
        (Some(_), ..) => Shown::Unclear("several objects have its key".to_owned()),
        (None, _, Some(why)) => Shown::Unclear(why),
        (None, ..) => Shown::Nothing,
    })
}

/// Why an object with the key of a row may be of another call.
fn doubt(
    finder: &Finder,
    given: &compare::Given<'_>,
    object: &Value,
    created: Option<&Value>,
    since: Timestamp,
) -> Option<String> {
    let time = created.and_then(Value::as_str);
    match time.and_then(|time| time.parse::<Timestamp>().ok()) {
        Some(created) if since.duration_since(created) > CLOCKS => {
            return Some(format!(
                "the object with its key is older: it was created at {created:.0}, and the row was sent at {since:.0}"
            ));
        }
        None if !finder.unique => {
            return Some(
                "an object with its key exists, and does not tell when it was created".to_owned(),
            );
        }
        _ => {}
    }
    let Some(comparison) = given.compare(object) else {
        return Some(
            "the object with its key shows some of the given values in another form".to_owned(),
        );
    };
    let differences: Vec<String> =
        comparison.differences.iter().map(compare::Difference::listed).collect();
    (!differences.is_empty())
        .then(|| format!("the object with its key has other values: {}", differences.join("; ")))
}

/// The end of a row whose object an earlier run made.
async fn made(
    of: &Settling<'_>,
    call: &Call<'_>,
    query: &Operation,
    arguments: &Arguments,
    mut object: Value,
) -> Result<Ended, Failure> {
    let id = id_of(&object);
    let keys = of.keys.names();
    if keys.is_empty() {
        output::note("note: it exists: an earlier run made it, or found it");
        return Ok(End::new(State::Exists, Told { id, ..Told::default() }));
    }
    let names = ["id"].into_iter().chain(keys.iter().map(String::as_str));
    let with_keys = call.look(arguments, &known(call, query, names)?).await?.rows;
    if let Some(same) = with_keys.into_iter().find(|row| row["id"] == object["id"]) {
        object = same;
    }
    if of.keys.are_in(&object) {
        output::note("note: an earlier run made it; its key was read again");
        let mut end = End::new(State::Done, Told::default());
        add_data(&mut end, of.keys, &object.to_string());
        return Ok(end);
    }
    if id.as_deref().is_some_and(|id| of.is_written(id)) {
        output::note("note: an earlier run made it, and wrote its key");
        return Ok(End::new(State::Done, Told { id, ..Told::default() }));
    }
    let error = Some("made, but its key was not shown: replace it".to_owned());
    let code = Some(Code::Partial.word());
    Ok(End::new(State::Partial, Told { id, error, code, ..Told::default() }))
}

/// A row that may have run stays so, unless the user wants to run it again.
fn open(of: &Settling<'_>, why: &str) -> Settled {
    if of.rerun_unknown {
        return Settled::Again;
    }
    let is_lost = why == NO_QUERY && !of.keys.names().is_empty();
    let lost = if is_lost { "; if it ran, its key is lost: replace it" } else { "" };
    Settled::Ended(unclear(&format!("{why}{lost}")).into())
}

/// The end of a row that may have run.
pub(super) fn unclear(why: &str) -> Ended {
    let error = format!("it may have run in an earlier run, and {}", plain(why));
    let code = Some(Code::OutcomeUnknown.word());
    End::new(State::Unknown, Told { error: Some(error), code, ..Told::default() })
}
