//! What the journal keeps of a row.

use houston_client::rows::Past;
use serde_json::{Map, Value, json};

use super::told::{Label, Told};
use crate::call::attempt::Found;
use crate::terminal::output;

/// What the journal keeps of a row: its label, the objects that look-ups found, because later ones may find others, and
/// how it ended.
pub(super) fn kept(label: Option<&Label>, found: &[Found], told: &Told) -> Option<Value> {
    let mut note = Map::new();
    if let Some(Label { line, key, .. }) = label {
        note.extend([("line".to_owned(), json!(line)), ("key".to_owned(), json!(key))]);
    }
    if !found.is_empty() {
        let ids = found.iter().map(|found| (found.flag.clone(), json!(found.id)));
        note.insert("found".to_owned(), ids.collect::<Map<_, _>>().into());
    }
    let texts = [("id", told.id.as_deref()), ("error", told.error.as_deref()), ("code", told.code)];
    note.extend(texts.into_iter().filter_map(|(name, text)| Some((name.to_owned(), text?.into()))));
    (!note.is_empty()).then_some(Value::Object(note))
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
