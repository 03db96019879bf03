//! What the journal keeps of a row.

use houston_client::arguments::Arguments;
use houston_client::rows::{Past, State};
use jiff::Timestamp;
use serde_json::{Map, Value, json};

use super::told::{Label, Told};
use crate::arguments::LookUp;
use crate::call::attempt::Found;
use crate::call::{Call, look_up};
use crate::failure::{Code, Failure};
use crate::terminal::output;
use crate::terminal::text::{plain, short};
use crate::waiting::begun::Watched;

/// What an earlier run did with a row that may have run since.
#[derive(Clone, Debug, Default)]
pub(super) struct Earlier {
    /// When the row was sent for the first time; `None` for a row that has not run.
    pub(super) sent: Option<Timestamp>,
    /// The ids that were sent in place of look-ups, by flag.
    found: Map<String, Value>,
}

impl Earlier {
    /// What the journal knows of a row. A later attempt that had no effect tells nothing about the first one.
    pub(super) fn of(past: &Past) -> Option<Self> {
        let (at, note) = match past {
            Past::Open { at, note } | Past::Ended { state: State::Unknown, at, note } => {
                (Some(*at), note.as_ref())
            }
            Past::Ended {
                state: State::Refused | State::NotSent | State::Skipped, note, ..
            } => (None, note.as_ref()),
            _ => return None,
        };
        let first = note.and_then(|note| note["sent"].as_str()?.parse().ok());
        let sent = Some(first.or(at)?);
        let found = note.and_then(|note| note["found"].as_object()).cloned();
        Some(Earlier { sent, found: found.unwrap_or_default() })
    }

    /// Of a row that is sent now.
    pub(super) fn now(sent: Option<Timestamp>, found: &[Found]) -> Self {
        let ids = found.iter().map(|found| (found.flag.clone(), json!(found.id)));
        Earlier { sent, found: ids.collect() }
    }

    /// Sets the ids that were sent in place of look-ups.
    ///
    /// # Errors
    ///
    /// Fails with the reason if one is not known.
    pub(super) fn restore(
        &self,
        arguments: &mut Arguments,
        lookups: &[LookUp],
    ) -> Result<Vec<Found>, String> {
        let restored = lookups.iter().map(|lookup| {
            let id = self.found.get(&lookup.flag).and_then(Value::as_str).ok_or_else(|| {
                format!("the journal does not have the id that was sent as {}", lookup.flag)
            })?;
            Ok(Found::set(arguments, lookup.clone(), id.to_owned()))
        });
        restored.collect()
    }

    /// Looks up the ids again, and tells how they differ from those that were sent; `None` if they do not.
    ///
    /// # Errors
    ///
    /// Fails if that cannot be told.
    pub(super) async fn changes(
        &self,
        call: &Call<'_>,
        arguments: &mut Arguments,
        lookups: Vec<LookUp>,
    ) -> Result<Option<String>, Failure> {
        let was = |flag: &str| self.found.get(flag).and_then(Value::as_str).unwrap_or_default();
        let sent: Vec<String> = lookups
            .iter()
            .map(|lookup| format!("{} was {}", lookup.flag, short(was(&lookup.flag))))
            .collect();
        let found = match look_up::resolve(call, arguments, lookups).await {
            Ok(found) => found,
            Err(unresolved) if unresolved.is_missed || unresolved.failure.is(Code::Ambiguous) => {
                let now = plain(unresolved.failure.told());
                return Ok(Some(format!("{}, and now {now}", sent.join(", "))));
            }
            Err(unresolved) => return Err(unresolved.failure),
        };
        let changed = found.iter().filter(|found| was(&found.flag) != found.id);
        let changed: Vec<String> = changed
            .map(|Found { flag, id, .. }| {
                format!("{flag} was {}, and is {} now", short(was(flag)), short(id))
            })
            .collect();
        Ok((!changed.is_empty()).then(|| changed.join("; ")))
    }
}

/// What the journal keeps of a row: its label, what a later run needs to find what became of it, and how it ended.
pub(super) fn kept(label: Option<&Label>, earlier: Earlier, told: &Told) -> Option<Value> {
    let mut note = Map::new();
    if let Some(Label { line, key, .. }) = label {
        note.extend([("line".to_owned(), json!(line)), ("key".to_owned(), json!(key))]);
    }
    if let Some(sent) = earlier.sent {
        note.insert("sent".to_owned(), json!(format!("{sent:.3}")));
    }
    if !earlier.found.is_empty() {
        note.insert("found".to_owned(), earlier.found.into());
    }
    if let Some(Watched { id, since }) = &told.watched {
        let since = since.map(|since| format!("{since:.3}"));
        note.insert("waits".to_owned(), json!({ "for": id, "since": since }));
    }
    let texts = [("id", told.id.as_deref()), ("error", told.error.as_deref()), ("code", told.code)];
    note.extend(texts.into_iter().filter_map(|(name, text)| Some((name.to_owned(), text?.into()))));
    (!note.is_empty()).then_some(Value::Object(note))
}

/// What a row waits for that an earlier run has sent.
pub(super) fn watched(note: &Value) -> Option<Watched> {
    let since = note["waits"]["since"].as_str().and_then(|since| since.parse().ok());
    Some(Watched { id: note["waits"]["for"].as_str()?.to_owned(), since })
}

/// Notes which look-ups found another object in an earlier run.
pub(super) fn tell_changes(past: &Past, found: &[Found]) {
    let (Past::Open { note: Some(note), .. } | Past::Ended { note: Some(note), .. }) = past else {
        return;
    };
    for Found { flag, id, .. } in found {
        if let Some(before) = note["found"][flag].as_str().filter(|before| before != id) {
            output::note(format_args!("note: {flag} is {id}, and was {before} in an earlier run"));
        }
    }
}
