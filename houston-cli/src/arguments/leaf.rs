//! Scalars and enums: which values they take.

use houston_client::json::{Duplicates, read as read_json};
use houston_client::schema::{Scalar, Schema, Type, TypeKind, TypeRef};
use houston_schema::text::is_invisible;
use serde_json::Value;

use super::digits::{changed, number};
use super::source::{FIND, in_document};
use super::time;
use super::written::Written;
use crate::schema::versions;
use crate::terminal::suggest::did_you_mean;
use crate::terminal::text::listed;

/// Converts a text to a leaf value, or returns what is wrong with it.
pub(super) fn of_text(ty: &Type, text: &str) -> Result<Value, String> {
    if ty.kind == TypeKind::Enum {
        return enum_value(ty, text);
    }
    match ty.scalar {
        Scalar::Int => {
            let value = read_json(text, Duplicates::Refused).ok();
            let fits =
                |value: &Value| value.as_i64().is_some_and(|number| i32::try_from(number).is_ok());
            value.filter(fits).ok_or_else(|| wanted(ty))
        }
        Scalar::Float => match number(text) {
            Some(number) => Ok(Value::Number(number)),
            None => Err(match read_json(text, Duplicates::Refused) {
                Ok(Value::Number(_)) => changed(text),
                _ => wanted(ty),
            }),
        },
        Scalar::Boolean => text.parse().map(Value::Bool).map_err(|_| wanted(ty)),
        Scalar::Opaque => id(ty, text),
        Scalar::DateTime => {
            time::of_text(text).map_err(|expected| format!("not a valid {}; {expected}", ty.name))
        }
        Scalar::String | Scalar::Json => Ok(Value::from(text)),
    }
}

/// Converts a leaf value of a document, or returns what is wrong with it. Text that is wanted arrives as it was written.
pub(super) fn of_written(ty: &Type, written: &Written) -> Result<Value, String> {
    match (ty.kind, ty.scalar, written) {
        (TypeKind::Enum, _, Written::Text(text)) => enum_value(ty, text),
        (TypeKind::Enum, ..) => Err(enum_wanted(ty)),
        (_, Scalar::Int | Scalar::Float, Written::Number(text) | Written::Plain(text)) => {
            of_text(ty, text)
        }
        (_, Scalar::Boolean, Written::Bool(value, _)) => Ok(Value::Bool(*value)),
        (_, Scalar::String | Scalar::Opaque | Scalar::DateTime, written) => match written.as_text()
        {
            Some(text) => of_text(ty, in_document(text)?),
            None => Err(wanted(ty)),
        },
        _ => Err(wanted(ty)),
    }
}

/// How to write a value of a type with nothing in it, if there is one.
pub(super) fn nothing(schema: &Schema, ty: TypeRef<'_>, is_secret: bool) -> &'static str {
    let is_text = |ty: &Type| ty.kind == TypeKind::Scalar && ty.scalar == Scalar::String;
    match schema.shape_named(ty.name()) {
        _ if ty.item().is_some() => "to pass an empty list, write `[]`",
        Some(ty) if is_text(ty) && !is_secret => "to pass an empty text, write `''`",
        _ => "",
    }
}

/// Checks that a text can be an id: a shell variable that is not set, `jq -r` and Windows leave other texts behind.
fn id(ty: &Type, text: &str) -> Result<Value, String> {
    let is_stray =
        |letter: char| letter.is_whitespace() || letter.is_control() || is_invisible(letter);
    let refused = |why| Err(format!("not a valid {}; {why}", ty.name));
    match text {
        "" => refused("an id is never empty"),
        "null" | "undefined" => refused("programs print a missing value like this"),
        _ if text.starts_with(FIND) => refused("no known query looks it up"),
        _ => match text.chars().find(|letter| is_stray(*letter)) {
            Some(' ') => refused("an id has no white space or invisible characters"),
            // The message would not show the others.
            Some(stray) => Err(format!(
                "not a valid {}; an id has no white space or invisible characters, and this one contains U+{:04X}",
                ty.name,
                u32::from(stray)
            )),
            None => Ok(Value::from(text)),
        },
    }
}

/// What is wrong with a value that is not of this scalar type.
fn wanted(ty: &Type) -> String {
    let what = match ty.scalar {
        Scalar::Int => "an integer from -2147483648 to 2147483647",
        Scalar::Float => "a number",
        Scalar::Boolean => "true or false",
        Scalar::String => "a string in quotes",
        Scalar::Opaque => "an id: a string in quotes",
        Scalar::DateTime => "a time: a string in quotes, or milliseconds",
        Scalar::Json => "any JSON",
    };
    format!("not a valid {}; expected {what}", ty.name)
}

fn enum_value(ty: &Type, text: &str) -> Result<Value, String> {
    let mut names = ty.values.iter().map(|value| value.name.as_str());
    if names.any(|name| name == text) {
        return Ok(Value::from(text));
    }
    if let Some(hint) = versions::member_hint(&ty.name, text) {
        return Err(format!("not a valid {}{hint}", ty.name));
    }
    let meant = did_you_mean(text, ty.values.iter().map(|value| value.name.as_str()));
    if meant.is_empty() {
        Err(enum_wanted(ty))
    } else {
        Err(format!("not a valid {}{meant}", ty.name))
    }
}

fn enum_wanted(ty: &Type) -> String {
    let names = listed(ty.values.iter().map(|value| &value.name));
    format!("not a valid {}; expected one of {names}", ty.name)
}
