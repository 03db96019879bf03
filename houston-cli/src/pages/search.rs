//! What the search of the pages looks through: a script, because a page on a disk may not fetch files.

use serde_json::{Value, json};

use super::Reference;
use super::frame::shown;
use super::types;

/// The longest text of a row.
const LONGEST: usize = 120;

/// Sets a list of rows: the name, what it is, the path of its page and a line about it.
pub(super) fn index(reference: &Reference) -> String {
    let schema = &*reference.schema;
    let row = |name: &str, kind: &str, path: &str, about: &str| {
        json!([shown(name), kind, path, shown(&first_sentence(about))])
    };
    let operations = schema.operations.iter().zip(&reference.names.operations);
    let operations =
        operations.map(|(one, path)| row(&one.name, one.kind.keyword(), path, &one.description));
    let types = reference.names.types.iter().enumerate().map(|(at, path)| {
        let ty = types::at(schema, at);
        row(&ty.name, ty.kind.keyword(), path, &ty.description)
    });
    let rows = Value::Array(operations.chain(types).collect());
    // JSON is JavaScript. Without a `<`, it cannot end a script, wherever it is put.
    let rows = rows.to_string().replace('<', "\\u003c");
    format!("globalThis.houstonIndex = {rows};\n")
}

/// The beginning of a description: its first sentence, or what fits into a line.
pub(super) fn first_sentence(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let end = text.find(". ").map_or(text.len(), |at| at + 1);
    let sentence = &text[..end];
    match sentence.char_indices().nth(LONGEST) {
        Some((cut, _)) => format!("{}…", &sentence[..cut]),
        None => sentence.to_owned(),
    }
}
