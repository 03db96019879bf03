//! What was given for the arguments of a run, as its journal keeps it: without secrets.

use houston_client::schema::Operation;
use serde_json::{Map, Value};

use super::raw::RawArgument;
use super::source::FIND;
use super::written::Written;
use super::{Collected, MASKED};

impl Collected<'_> {
    /// What was given for each argument, as it was written, and what happens to variables that exist.
    pub(crate) fn constants(&self) -> Map<String, Value> {
        let pairs = self.operation.arguments.iter().zip(&self.given);
        let given = pairs.filter(|(_, given)| !given.is_empty());
        let values = given.map(|(argument, given)| {
            let is_secret = self.operation.secrets.contains(&argument.name);
            let value = if is_secret { MASKED.into() } else { shown(given) };
            (argument.name.clone(), without_secrets(self.operation, value))
        });
        values.chain(self.added.changes.given()).collect()
    }
}

/// A value as it was written.
fn shown(given: &RawArgument) -> Value {
    let find = given.find.iter().map(|words| format!("{FIND}{words}").into());
    let texts = given.texts.iter().map(|text| match text.trim_start().starts_with(['{', '[']) {
        true => serde_json::from_str(text).unwrap_or_else(|_| text.as_str().into()),
        false => text.as_str().into(),
    });
    let mut values: Vec<Value> = find.chain(texts).chain(given.json.iter().map(value)).collect();
    if !given.parts.is_empty() {
        let parts = given.parts.iter().map(|(name, part)| (name.clone(), shown(part)));
        values.push(Value::Object(parts.collect()));
    }
    match values.len() {
        1 => values.remove(0),
        _ => values.into(),
    }
}

fn value(written: &Written) -> Value {
    match written {
        Written::Null => Value::Null,
        Written::Bool(value, _) => (*value).into(),
        Written::Number(text) | Written::Plain(text) | Written::Text(text) => text.as_str().into(),
        Written::List(items) => items.iter().map(value).collect(),
        Written::Object(fields) => {
            fields.iter().map(|(name, field)| (name.clone(), value(field))).collect()
        }
    }
}

/// A value with a mask in place of its secrets.
fn without_secrets(operation: &Operation, value: Value) -> Value {
    match value {
        Value::Array(items) => {
            items.into_iter().map(|item| without_secrets(operation, item)).collect()
        }
        Value::Object(fields) => {
            let merge = operation.merge.as_ref();
            let hides = merge.and_then(|merge| Some((merge, merge.hides.as_ref()?)));
            let hides = hides.filter(|(_, hides)| {
                fields.get(&**hides).is_some_and(|is| *is == true || *is == "true")
            });
            let is_shown = |name: &str| match hides {
                Some((merge, hides)) => name == merge.key || name == hides,
                None => !operation.secrets.iter().any(|secret| secret == name),
            };
            let fields = fields.into_iter().map(|(name, field)| {
                let field = match is_shown(&name) {
                    true => without_secrets(operation, field),
                    false => MASKED.into(),
                };
                (name, field)
            });
            fields.collect()
        }
        Value::String(text) if text.contains('=') && operation.merge.is_some() => {
            // NAME=VALUE,… of a list: whether one is a secret is not known here.
            let key = text.split(',').next().unwrap_or_default();
            format!("{key},{MASKED}").into()
        }
        other => other,
    }
}
