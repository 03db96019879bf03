//! JSON pointers into the text of an answer.

use std::collections::HashMap;

use serde_json::value::RawValue;

/// Returns the pointer to the value that did not match: `pointer` itself, or an item of the list there if `error`
/// is about an item. A list of leaves is decoded in one step, so decoding reports only the list.
///
/// `text` is the text that was decoded.
pub(super) fn of_error(text: &str, pointer: String, error: &serde_json::Error) -> String {
    let before = text.split_inclusive('\n').take(error.line().saturating_sub(1));
    // How many bytes were read.
    let read = before.map(str::len).sum::<usize>() + error.column();
    let Some(mut value) = text_at(text, &pointer) else { return pointer };
    let mut pointer = pointer;
    while let Some(items) = list(value) {
        let ends = |item: &&str| item.as_ptr() as usize - text.as_ptr() as usize + item.len();
        let found = items.iter().enumerate().find(|(_, item)| read <= ends(item));
        let Some((index, item)) = found.filter(|(_, item)| ends(item) - item.len() <= read) else {
            break;
        };
        pointer = format!("{pointer}/{index}");
        value = item;
    }
    pointer
}

/// Returns the text of the value at a pointer.
pub(crate) fn text_at<'t>(text: &'t str, pointer: &str) -> Option<&'t str> {
    pointer.split('/').skip(1).try_fold(text, |value, step| match list(value) {
        Some(items) => items.get(step.parse::<usize>().ok()?).copied(),
        None => {
            let fields: HashMap<String, &RawValue> = serde_json::from_str(value).ok()?;
            let name = step.replace("~1", "/").replace("~0", "~");
            fields.get(&name).map(|field| field.get())
        }
    })
}

fn list(value: &str) -> Option<Vec<&str>> {
    let items: Vec<&RawValue> = serde_json::from_str(value).ok()?;
    Some(items.into_iter().map(RawValue::get).collect())
}

#[cfg(test)]
mod tests {
    use super::of_error;

    #[test]
    fn an_item_that_does_not_fit_is_found() {
        for (text, pointer, found) in [
            (r#"["a", null, "b"]"#, "", "/1"),
            (r#"["a", "b", 7]"#, "", "/2"),
            (r#"[{"x": 1}, "b"]"#, "", "/0"),
            ("[\n \"a\",\n [\"x\"]\n]", "", "/1"),
            ("[ ]", "", ""),
            ("7", "", ""),
            (r#"["a" "b"]"#, "", ""),
        ] {
            let error = serde_json::from_str::<Vec<String>>(text).err();
            if let Some(error) = error {
                assert_eq!(of_error(text, pointer.to_owned(), &error), found, "{text}");
            }
        }
        let text = r#"[["a"], [], ["b", "c", null]]"#;
        let error = serde_json::from_str::<Vec<Vec<String>>>(text).unwrap_err();
        assert_eq!(of_error(text, String::new(), &error), "/2/2");
    }
}
