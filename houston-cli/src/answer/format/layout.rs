//! The columns of an answer, as its selection tells them before there is any data.

use std::borrow::Cow;

use houston_schema::text::kebab;
use serde_json::Value;

use crate::terminal::text::plain;

/// The rows of an answer: their columns, and what they are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Layout {
    /// The path of each leaf in a row. What is below a list are the values of its items.
    pub(crate) paths: Vec<Vec<String>>,
    /// The fields that people look for first.
    pub(crate) first: Vec<String>,
    /// The type of a row.
    pub(crate) of: String,
}

/// The value at a path; of a list on the way, the list of the values of its items.
pub(super) fn at<'v>(value: &'v Value, path: &[impl AsRef<str>]) -> Cow<'v, Value> {
    match (path.split_first(), value) {
        (None, _) => Cow::Borrowed(value),
        (_, Value::Array(items)) => {
            Cow::Owned(items.iter().map(|item| at(item, path).into_owned()).collect())
        }
        (Some((first, rest)), Value::Object(fields)) => {
            fields.get(first.as_ref()).map_or(Cow::Owned(Value::Null), |value| at(value, rest))
        }
        _ => Cow::Owned(Value::Null),
    }
}

/// The heading of a column, in words: `releaseName` is `RELEASE NAME`, and `updatedAt` is `UPDATED`.
pub(super) fn heading(path: &[impl AsRef<str>]) -> String {
    let words: Vec<String> =
        path.iter().map(|name| kebab(&plain(name.as_ref())).replace('-', " ")).collect();
    let words = words.join(" ").to_uppercase();
    match words.strip_suffix(" AT") {
        Some(before) => before.to_owned(),
        None => words,
    }
}

/// So many things of a type, in words: `1 deployment`, `3 service accounts`.
pub(super) fn counted(count: usize, of: &str) -> String {
    let words = kebab(&plain(of)).replace('-', " ");
    let one = if words.is_empty() { "row" } else { &words };
    match count {
        1 => format!("1 {one}"),
        count => format!("{count} {}", plural(one)),
    }
}

fn plural(word: &str) -> String {
    let ends = |endings: &[&str]| endings.iter().any(|ending| word.ends_with(ending));
    match word.strip_suffix('y') {
        Some(stem) if !ends(&["ay", "ey", "oy", "uy"]) => format!("{stem}ies"),
        _ if ends(&["s", "x", "z", "ch", "sh"]) => format!("{word}es"),
        _ => format!("{word}s"),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{at, counted, heading};

    #[test]
    fn values_below_a_list_are_those_of_its_items() {
        let row = json!({ "a": [{ "b": 1 }, { "b": [2, 3] }, null], "c": { "d": "x" }, "e": null });
        assert_eq!(*at(&row, &["a", "b"]), json!([1, [2, 3], null]));
        assert_eq!(*at(&row, &["c", "d"]), json!("x"));
        assert_eq!(*at(&row, &["e", "f"]), json!(null));
        assert_eq!(*at(&row, &["c", "x"]), json!(null));
        assert_eq!(*at(&json!([]), &["a"]), json!([]));
    }

    #[test]
    fn headings_are_words() {
        for (path, words) in [
            (&["releaseName"][..], "RELEASE NAME"),
            (&["id"], "ID"),
            (&["updatedAt"], "UPDATED"),
            (&["at"], "AT"),
            (&["urls", "url"], "URLS URL"),
            (&["__typename"], "TYPENAME"),
        ] {
            assert_eq!(heading(path), words);
        }
    }

    #[test]
    fn things_are_counted_in_words() {
        for (count, of, words) in [
            (1, "Deployment", "1 deployment"),
            (0, "ServiceAccount", "0 service accounts"),
            (2, "Policy", "2 policies"),
            (2, "Key", "2 keys"),
            (2, "Address", "2 addresses"),
            (2, "", "2 rows"),
        ] {
            assert_eq!(counted(count, of), words);
        }
    }
}
