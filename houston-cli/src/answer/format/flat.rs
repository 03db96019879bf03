//! Nested values in one row.

use serde_json::{Map, Value};

/// The leaves of an object with their dotted paths. Lists stay whole.
pub(super) fn leaves(object: &Map<String, Value>) -> Vec<(String, &Value)> {
    let mut found = Vec::new();
    add(&mut found, "", object);
    found
}

fn add<'v>(found: &mut Vec<(String, &'v Value)>, above: &str, object: &'v Map<String, Value>) {
    for (name, value) in object {
        let path = if above.is_empty() { name.clone() } else { format!("{above}.{name}") };
        match value {
            Value::Object(inner) if !inner.is_empty() => add(found, &path, inner),
            value => found.push((path, value)),
        }
    }
}
