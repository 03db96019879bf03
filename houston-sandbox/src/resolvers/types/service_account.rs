//! `ServiceAccount`: its key, which is masked after a while, and its roles.

use jiff::SignedDuration;
use serde_json::Value;

use crate::resolvers::call::Read;
use crate::resolvers::output::{Derived, Resolve};
use crate::store::{RoleBinding, Row, ServiceAccount};

/// How long a new key is shown in full.
const SHOWN_FOR: SignedDuration = SignedDuration::from_mins(10);

/// The number of characters of a key that are always shown.
const SHOWN_FIRST: usize = 6;

impl Resolve for Row<ServiceAccount> {
    fn derive(&self, field: &str, call: &Read<'_>) -> Derived {
        Ok(Some(match field {
            "apiKey" => {
                let is_new = call.now.duration_since(self.created_at.0) < SHOWN_FOR;
                // The server shows a new key to every caller that reaches the account through another object, such as a
                // viewer of one deployment through its workspace.
                if is_new && call.require_in(self.entity(), "serviceAccounts.get").is_ok() {
                    return Ok(None);
                }
                mask(&self.api_key).as_str().into()
            }
            "roleBindings" => {
                let bindings = call.find(RoleBinding::SERVICE_ACCOUNT, &self.id)?;
                window(bindings, call.arguments).into()
            }
            _ => return Ok(None),
        }))
    }
}

fn mask(key: &str) -> String {
    key.chars().enumerate().map(|(at, shown)| if at < SHOWN_FIRST { shown } else { '*' }).collect()
}

/// Applies `after` and `before`, which exclude the named rows, then `first` and `last`.
fn window<T>(mut rows: Vec<Row<T>>, arguments: &Value) -> Vec<Row<T>> {
    let position = |rows: &[Row<T>], argument: &str| {
        let id = arguments[argument]["id"].as_str()?;
        rows.iter().position(|row| row.id == id)
    };
    if let Some(at) = position(&rows, "after") {
        rows.drain(..=at);
    }
    if let Some(at) = position(&rows, "before") {
        rows.truncate(at);
    }
    let count = |argument: &str| usize::try_from(arguments[argument].as_i64()?).ok();
    if let Some(first) = count("first") {
        rows.truncate(first);
    }
    if let Some(last) = count("last") {
        rows.drain(..rows.len().saturating_sub(last));
    }
    rows
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn window_is_cut_at_both_ends() {
        for (arguments, expected) in [
            (json!({}), "abcd"),
            (json!({ "first": 2 }), "ab"),
            (json!({ "last": 1 }), "d"),
            (json!({ "after": { "id": "a" }, "first": 2 }), "bc"),
            (json!({ "before": { "id": "d" }, "last": 2 }), "bc"),
            (json!({ "after": { "id": "a" }, "before": { "id": "d" } }), "bc"),
            (json!({ "first": 9, "last": 9 }), "abcd"),
        ] {
            let rows =
                ["a", "b", "c", "d"].map(|id| Row { id: id.to_owned(), ..Row::<()>::default() });
            let ids: String =
                window(rows.into(), &arguments).into_iter().map(|row| row.id).collect();
            assert_eq!(ids, expected, "{arguments}");
        }
    }
}
