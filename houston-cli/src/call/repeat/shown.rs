//! An object that exists, in place of the one that a call would create.

use houston_client::Selection;
use houston_client::schema::Operation;
use serde_json::{Map, Value};

use crate::answer::fields;
use crate::answer::format::Format;
use crate::call::Call;
use crate::terminal::output;
use crate::terminal::text::plain;

/// How to show an object that exists in place of the one that the call would create.
pub(super) struct Shown {
    pub(super) selection: Selection,
    /// Whether it is of the type that the call returns.
    is_same: bool,
    /// Fields that only the creating call shows.
    once: Vec<String>,
}

impl Shown {
    pub(super) fn of(call: &Call<'_>, query: &Operation, selection: &Selection) -> Shown {
        if query.type_ref().name() == call.operation.type_ref().name() {
            let once: Vec<String> = call.operation.selected.clone();
            return Shown { selection: selection.without(&once), is_same: true, once };
        }
        let text = call.options.selected.fields.as_deref();
        let chosen = text.and_then(|text| fields::selection(call.schema, query, text).ok());
        let depth = call.options.selected.depth.unwrap_or(1);
        let by_default = || Selection::by_default(call.schema, query, depth);
        let selection = chosen.unwrap_or_else(by_default);
        Shown { selection, is_same: false, once: Vec::new() }
    }

    /// What to say about it.
    pub(super) fn note(&self, call: &Call<'_>, query: &Operation) -> Option<String> {
        // Of rows, a table and CSV have no answers.
        let is_seen = call.options.rows.rows.is_none()
            || match call.options.format {
                None => !output::is_terminal(),
                format => matches!(format, Some(Format::Json | Format::Ndjson)),
            };
        let ty = |operation: &Operation| plain(operation.type_ref().name());
        match (&self.once[..], self.is_same) {
            (_, false) => is_seen.then(|| {
                format!(
                    "the output is its {}, as {} shows it, and not the {} that {} returns",
                    ty(query),
                    plain(&query.name),
                    ty(call.operation),
                    call.name()
                )
            }),
            ([], true) => None,
            (once, true) => {
                Some(format!("only the call that creates it shows {}", once.join(", ")))
            }
        }
    }

    /// The part of an object to show, in the order of the call's selection.
    pub(super) fn part(&self, selection: &Selection, one: &Value) -> Value {
        let part = self.selection.of(one);
        if !self.is_same {
            return part;
        }
        let Value::Object(mut part) = part else { return part };
        let ordered = selection.iter().filter_map(|(name, _)| {
            match self.once.iter().any(|once| once == name) {
                true => Some((name.to_owned(), Value::Null)),
                false => part.remove_entry(name),
            }
        });
        Value::Object(ordered.collect::<Map<_, _>>())
    }
}
