//! Fields that were added to a request because others need them. They are removed from its answer.

use std::borrow::Cow;

use serde::de::{Deserializer as _, MapAccess, Visitor};
use serde_json::Value;
use serde_json::value::RawValue;

use crate::select::key::ResponseKey;

/// A response key, as in [`document`](crate::document).
type Key = Cow<'static, str>;

/// The fields that were added to one selection set, and to those below it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Added {
    names: Vec<Key>,
    below: Vec<(Key, Added)>,
}

impl Added {
    /// Whether nothing was added.
    pub(crate) fn is_empty(&self) -> bool {
        self.names.is_empty() && self.below.is_empty()
    }

    /// Adds a field to the selection set.
    pub(crate) fn add(&mut self, name: Key) {
        if !self.names.contains(&name) {
            self.names.push(name);
        }
    }

    /// Forgets the fields that the caller selects as well.
    pub(crate) fn keep(&mut self, is_selected: impl Fn(&Key) -> bool) {
        self.names.retain(|name| !is_selected(name));
    }

    /// Records what was added below the field with this key. Nothing below the root counts as below the root.
    pub(crate) fn put(&mut self, key: Key, added: Added) {
        match key.is_empty() {
            true => *self = added,
            false if added.is_empty() => {}
            false => self.below.push((key, added)),
        }
    }

    /// What was added below the field with this key.
    pub(crate) fn below(&self, key: &str) -> Option<&Added> {
        self.below.iter().find(|(known, _)| known == key).map(|(_, added)| added)
    }

    /// Removes the fields from JSON text. Everything else stays as it was written, except for white space.
    pub(crate) fn removed_from<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let mut kept = String::with_capacity(text.len());
        match self.write(text, &mut kept) {
            Ok(()) => kept.into(),
            // It is not JSON, and so it does not have these fields.
            Err(_) => text.into(),
        }
    }

    /// Removes the fields from a value.
    pub(crate) fn remove_from(&self, value: &mut Value) {
        match value {
            Value::Array(items) => items.iter_mut().for_each(|item| self.remove_from(item)),
            Value::Object(fields) => {
                fields.retain(|key, _| !self.names.iter().any(|name| name == key));
                for (key, value) in fields {
                    if let Some(below) = self.below(key) {
                        below.remove_from(value);
                    }
                }
            }
            _ => {}
        }
    }

    fn write(&self, text: &str, to: &mut String) -> serde_json::Result<()> {
        match text.trim_ascii_start().as_bytes().first() {
            Some(b'[') => {
                let items: Vec<&RawValue> = serde_json::from_str(text)?;
                let mut before = '[';
                for item in &items {
                    to.push(before);
                    self.write(item.get(), to)?;
                    before = ',';
                }
                to.push_str(if items.is_empty() { "[]" } else { "]" });
            }
            Some(b'{') => {
                let fields = serde_json::Deserializer::from_str(text).deserialize_map(Fields)?;
                to.push('{');
                let kept = fields.iter().filter(|(key, _)| !self.names.contains(key));
                for (at, (key, value)) in kept.enumerate() {
                    if at > 0 {
                        to.push(',');
                    }
                    to.push_str(&serde_json::to_string(key)?);
                    to.push(':');
                    match self.below(key) {
                        Some(below) => below.write(value.get(), to)?,
                        None => to.push_str(value.get()),
                    }
                }
                to.push('}');
            }
            _ => to.push_str(text),
        }
        Ok(())
    }
}

/// Reads the fields of an object in their order.
struct Fields;

impl<'de> Visitor<'de> for Fields {
    type Value = Vec<(Cow<'de, str>, &'de RawValue)>;

    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut fields = Vec::new();
        while let Some(key) = map.next_key_seed(ResponseKey)? {
            fields.push((key, map.next_value()?));
        }
        Ok(fields)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::Added;

    #[test]
    fn only_the_added_fields_are_removed() {
        let mut below = Added::default();
        below.add("c".into());
        let mut added = Added::default();
        added.add("a".into());
        added.put("b".into(), below);
        for (text, kept) in [
            (r#"{"a": 1, "b": {"c": 2, "d": 1.50, "a": 1e2}}"#, r#"{"b":{"d":1.50,"a":1e2}}"#),
            (
                r#"[{"a":1},null,{"b":[{"c":1},[]],"\u0061":2}, [ ]]"#,
                r#"[{},null,{"b":[{},[]]},[]]"#,
            ),
            (r#"{"c": "\u00e9", "b": null}"#, r#"{"c":"\u00e9","b":null}"#),
            ("null", "null"),
            (r#""a""#, r#""a""#),
        ] {
            assert_eq!(added.removed_from(text), kept);
            let mut value: Value = serde_json::from_str(text).unwrap();
            added.remove_from(&mut value);
            assert_eq!(value, serde_json::from_str::<Value>(kept).unwrap());
        }
        assert_eq!(added.removed_from(r#"{"a":"#), r#"{"a":"#);
        assert_eq!(Added::default().removed_from("{ }"), "{}");
    }
}
