//! A query that is asked again and again.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

use houston_client::Selection;
use houston_client::request::Request;
use houston_client::schema::{Schema, TypeRef};
use serde_json::Value;
use serde_json::value::RawValue;

use crate::answer::pretty::compact;
use crate::call::attempt::Attempt;
use crate::call::{Call, Sent};
use crate::failure::{Exit, Failure};
use crate::terminal::output;
use crate::terminal::text::{plain, words_of};
use crate::waiting::after;

/// How many notes are remembered, so that each is told once.
const REMEMBERED: usize = 64;

/// How many letters of an answer are told.
const LONGEST: usize = 160;

/// The query.
pub(crate) struct Poll<'p> {
    call: &'p Call<'p>,
    request: Request<Box<RawValue>>,
    told: RefCell<HashSet<String>>,
}

impl<'p> Poll<'p> {
    /// A query, sent as this call.
    pub(crate) fn new(call: &'p Call<'p>, request: Request<Box<RawValue>>) -> Self {
        Poll { call, request, told: RefCell::default() }
    }

    /// Asks once, and returns the answer as JSON text.
    ///
    /// # Errors
    ///
    /// Fails if the query fails. A gateway that limits calls counts as a server that does not answer.
    pub(crate) async fn look(&self) -> Result<Box<RawValue>, Failure> {
        let (attempt, counter) = (Attempt::default(), Arc::default());
        let sent = self.call.perform(&self.request, &attempt, &counter);
        let (sent, notes) = output::collecting(sent).await;
        for note in notes {
            let mut told = self.told.borrow_mut();
            if told.len() < REMEMBERED && told.insert(note.clone()) {
                output::note(format_args!("note: {note}"));
            }
        }
        match sent? {
            Sent::Answered { text, .. } => Ok(text),
            Sent::Failed { error, mut failure } => {
                if error.status() == Some(429) {
                    failure.exit = Exit::NotReached;
                }
                Err(failure)
            }
        }
    }
}

/// Tells how the answer changes.
#[derive(Debug)]
pub(crate) struct Changes {
    /// The last answer that was told; a long one is only compared.
    last: Option<String>,
    /// Whether answers may be shown.
    shows: bool,
}

impl Changes {
    /// Of the answers to a query with this selection: secrets are not told.
    pub(crate) fn of(schema: &Schema, ty: TypeRef<'_>, selection: &Selection) -> Self {
        Changes { last: None, shows: !has_secret(schema, ty, selection) }
    }

    /// Tells an answer that differs from the one before.
    pub(crate) fn tell(&mut self, json: &str, took: Duration) {
        let text = compact(json);
        if self.last.as_ref() == Some(&text) {
            return;
        }
        let (is_first, shown) = (self.last.is_none(), plain(&in_words(&text)));
        match (self.shows && shown.chars().count() <= LONGEST, is_first) {
            (true, _) => output::note(format_args!("{}: {shown}", after(took))),
            (false, true) => output::note(format_args!("{}: there is an answer", after(took))),
            (false, false) => output::note(format_args!("{}: the answer changed", after(took))),
        }
        self.last = Some(text);
    }
}

/// An answer in words: the value alone if it has a single one, otherwise JSON.
fn in_words(json: &str) -> Cow<'_, str> {
    let read = serde_json::from_str::<Value>(json).unwrap_or_default();
    let mut value = &read;
    while let Value::Object(fields) = value {
        let mut values = fields.values();
        match (values.next(), values.next()) {
            (Some(one), None) => value = one,
            _ => return Cow::Borrowed(json),
        }
    }
    match value {
        Value::Array(_) => Cow::Borrowed(json),
        value => Cow::Owned(words_of(value)),
    }
}

/// Whether a selection has a field that must not be told.
fn has_secret(schema: &Schema, ty: TypeRef<'_>, selection: &Selection) -> bool {
    let Some(ty) = schema.type_named(ty.name()) else { return false };
    selection.iter().any(|(name, below)| {
        let field = ty.field(name);
        field.is_some_and(|field| field.secret || has_secret(schema, field.type_ref(), below))
    })
}
