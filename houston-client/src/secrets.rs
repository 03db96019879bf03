//! The secrets that no text may show: the token, secret headers, and secret values of arguments.

use std::borrow::Cow;

use serde_json::{Map, Value};

use crate::header::Header;
use crate::redaction::Redaction;
use crate::token::Token;

/// Replaces the value of a secret argument in a text.
const REDACTED: &str = "(secret)";

/// The secrets that no text may show.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Secrets<'a> {
    /// The tokens that the call has sent.
    pub(crate) tokens: &'a [Token],
    pub(crate) headers: &'a [Header],
    /// The values of secret arguments: a server quotes values that it rejects.
    pub(crate) values: SecretValues<'a>,
}

impl Secrets<'_> {
    /// What replaces every copy of a secret in a text.
    pub(crate) fn redaction(&self) -> Redaction {
        let mut redaction = Redaction::default();
        let tokens = self.tokens.iter().chain(self.headers.iter().filter_map(Header::secret));
        tokens.for_each(|token| token.hide(&mut redaction));
        self.values.texts().into_iter().for_each(|value| redaction.add(value, false, REDACTED));
        redaction.ready()
    }
}

/// The minimum length of a text to look for: a shorter one appears everywhere.
const SHORTEST: usize = 4;

/// The values of a request's variables that must not be shown.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct SecretValues<'a> {
    variables: Option<&'a Map<String, Value>>,
    names: &'a [Cow<'static, str>],
}

impl<'a> SecretValues<'a> {
    pub(crate) fn new(variables: &'a Map<String, Value>, names: &'a [Cow<'static, str>]) -> Self {
        SecretValues { variables: Some(variables).filter(|_| !names.is_empty()), names }
    }

    /// Returns the secret texts, the longest first.
    pub(crate) fn texts(self) -> Vec<&'a str> {
        let mut found = Vec::new();
        for (variable, value) in self.variables.into_iter().flatten() {
            self.collect(plain(variable), value, false, &mut found);
        }
        // A text inside another one comes last; otherwise the rest of the other one would remain.
        found.sort_by_key(|text| std::cmp::Reverse(text.len()));
        found
    }

    /// Returns variables with null in place of each secret value.
    pub(crate) fn left_out(self, variables: &Map<String, Value>) -> Map<String, Value> {
        let mut left = variables.clone();
        left.iter_mut().for_each(|(variable, value)| self.leave_out(plain(variable), value));
        left
    }

    fn leave_out(self, name: &str, value: &mut Value) {
        match value {
            value if self.names.iter().any(|secret| secret == name) => *value = Value::Null,
            Value::Array(items) => items.iter_mut().for_each(|item| self.leave_out(name, item)),
            Value::Object(fields) => {
                fields.iter_mut().for_each(|(name, field)| self.leave_out(name, field));
            }
            _ => {}
        }
    }

    fn collect(self, name: &str, value: &'a Value, is_inside: bool, found: &mut Vec<&'a str>) {
        let is_secret = is_inside || self.names.iter().any(|secret| secret == name);
        match value {
            Value::String(text) if is_secret && text.chars().count() >= SHORTEST => {
                found.push(text)
            }
            Value::Array(items) => {
                items.iter().for_each(|item| self.collect(name, item, is_secret, found));
            }
            Value::Object(fields) => {
                fields.iter().for_each(|(name, field)| self.collect(name, field, is_secret, found));
            }
            _ => {}
        }
    }
}

/// The name of an argument without the number that the second variable with the same name has.
fn plain(variable: &str) -> &str {
    let counted = variable
        .rsplit_once("__")
        .filter(|(_, count)| count.bytes().all(|byte| byte.is_ascii_digit()));
    counted.map_or(variable, |(name, _)| name)
}

#[cfg(test)]
mod tests;
