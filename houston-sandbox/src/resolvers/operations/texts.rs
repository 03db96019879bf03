//! Updates of an object's texts from a payload.

use serde_json::Value;

use crate::error::refusal::Refusal;

/// Sets a label, if the payload has one.
pub(super) fn update_label(label: &mut String, payload: &Value) -> Result<(), Refusal> {
    match payload.get("label") {
        None => {}
        Some(Value::String(text)) => text.clone_into(label),
        Some(other) => return Err(not_a_text("label", other)),
    }
    Ok(())
}

/// Sets a text, which can be null, if the payload has it.
pub(super) fn update(
    text: &mut Option<String>,
    field: &str,
    payload: &Value,
) -> Result<(), Refusal> {
    match payload.get(field) {
        None => {}
        Some(Value::Null) => *text = None,
        Some(Value::String(new)) => *text = Some(new.clone()),
        Some(other) => return Err(not_a_text(field, other)),
    }
    Ok(())
}

fn not_a_text(field: &str, value: &Value) -> Refusal {
    Refusal::stored(field, "String", "a non string", value)
}
