//! Texts of an object that a payload changes.

use serde_json::Value;

use crate::{refusal::Refusal, store::Row};

/// Takes those fields of a payload over that can be updated. The server drops all others without a word.
pub(super) fn update_texts(row: &mut Row, payload: &Value, fields: &[&str]) -> Result<(), Refusal> {
    for field in fields {
        match payload.get(field) {
            None => {}
            Some(Value::Null) if *field != "label" => row[*field] = Value::Null,
            Some(Value::String(text)) => row[*field] = text.as_str().into(),
            Some(other) => return Err(Refusal::stored(field, "String", "a non string", other)),
        }
    }
    Ok(())
}
